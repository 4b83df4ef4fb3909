"""What a model may add to an answer, and what it may not take away; no model is asked here."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from assistant import texts
from assistant.abstain import Judgement
from assistant.answerer import Request
from assistant.answers import Question, Status
from assistant.factory import build_assistant
from assistant.proof import Proven, prove
from assistant.service import Assistant, answer_text
from assistant.siblings import joined
from assistant.verify import DraftClaim, Evidence, Quote, says_act
from assistant.writing import Written, write
from index.build import reindex
from index.hits import Hit
from index.progress import Silent
from index.settings import Settings

FEES = """Västerdals kommun
Tekniska nämnden

Sammanträdesprotokoll

Sammanträdesdatum 2025-05-06

§ 31 TN 2025/20 Taxa för upplåtelse av bodar vid Lillån

Beslut

Tekniska nämnden beslutar att avgiften för bodar vid Lillån tas ut enligt följande:

En bod: 2 000 kronor

Två bodar: 3 000 kronor

Fyra bodar: 5 000 kronor

Taxan gäller från den 1 juni 2025. Remissvar om taxan lämnas senast 250630.

Tre bodar har flyttats till kvarnen.
"""
LETTER = """Västerdals kommun
Tekniska förvaltningen

Tjänsteskrivelse

Datum: 2025-04-02
Diarienummer: TN 2025/20

Taxa för upplåtelse av bodar vid Lillån

Förslag till beslut

Tekniska nämnden beslutar att avgiften för fyra bodar vid Lillån är 4 000 kronor.
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("fees")
    source = folder / "source"
    source.mkdir()
    for name, text in (("protokoll.txt", FEES), ("tjansteskrivelse.txt", LETTER)):
        (source / name).write_text(text, encoding="utf-8")
    reindex(source, folder / "data", Settings(), Silent())
    return build_assistant(folder / "data", Settings())


class Says:
    """Write given claims, each as its own quote of the passage that holds them."""

    name = "llm:m"

    def __init__(self, *claims: tuple[str, str]) -> None:
        self.claims = claims

    def drafts(self, question: str, hits: Sequence[Hit], known: Sequence[Evidence] = ()) -> Iterator[DraftClaim]:
        """Yield the claims."""
        for text, quote in self.claims:
            yield DraftClaim(text, (Quote(standing(hits, quote), quote),))


def standing(hits: Sequence[Hit], words: str) -> Evidence:
    """Return the passage of some hits that holds some words."""
    return next(Evidence(hit.document, one) for hit in hits for one in hit.passages if words in one.text)


def asked(assistant: Assistant, question: str) -> Request:
    return assistant.consider(Question(question)).request


def extract_of(request: Request, *quotes: str) -> Proven:
    return prove(list(Says(*((quote, quote) for quote in quotes)).drafts("", request.hits)))


def written(request: Request, extract: Proven, *claims: tuple[str, str]) -> Written:
    return write(Says(*claims), request, extract, "extractive")


def test_the_row_that_was_asked_for_replaces_one_that_was_not(assistant: Assistant) -> None:
    request = asked(assistant, "Vilken är avgiften för fyra bodar vid Lillån?")
    right = "Avgiften för fyra bodar är 5 000 kronor."
    found = written(request, extract_of(request, "En bod: 2 000 kronor"), (right, "Fyra bodar: 5 000 kronor"))
    assert [claim.text for claim in found.proven.claims] == [right]
    assert (found.answerer, found.note) == ("llm:m", "")


def test_the_day_that_was_asked_for_replaces_a_sentence_without_one(assistant: Assistant) -> None:
    request = asked(assistant, "När börjar taxan för bodar gälla?")
    right = "Taxan gäller från den 1 juni 2025."
    found = written(request, extract_of(request, "Tre bodar har flyttats till kvarnen."), (right, right))
    assert found.answerer == "llm:m"


def test_what_the_extract_does_not_say_stands_after_it_with_its_source(assistant: Assistant) -> None:
    request = asked(assistant, "Har tre bodar flyttats till kvarnen från den 1 juni 2025?")
    extract = extract_of(request, "Tre bodar har flyttats till kvarnen.")
    right = "Taxan gäller från den 1 juni 2025."
    found = written(request, extract, (right, right))
    assert [claim.text for claim in found.proven.claims] == ["Tre bodar har flyttats till kvarnen.", right]
    assert found.proven.leads[1] == "Även, beslut (Tekniska nämnden 2025-05-06 § 31):"
    assert [claim.citations for claim in found.proven.claims] == [(1,), (2,)]
    assert [one.number for one in found.proven.citations] == [1, 2]
    assert (found.answerer, found.note) == ("extractive", texts.MODEL_BESIDE)


def test_a_proposal_beside_the_extract_says_that_it_is_one(assistant: Assistant) -> None:
    request = asked(assistant, "Har tre bodar flyttats till kvarnen och föreslogs avgiften 4 000 kronor?")
    proposed = "Tekniska nämnden beslutar att avgiften för fyra bodar vid Lillån är 4 000 kronor."
    told = "Avgiften för fyra bodar vid Lillån är 4 000 kronor."
    found = written(request, extract_of(request, "Tre bodar har flyttats till kvarnen."), (told, proposed))
    assert found.note == texts.MODEL_BESIDE
    assert found.proven.leads[1].startswith("Även, förslag (tjänsteskrivelsen")


def test_a_proposal_is_not_told_beside_the_decision(assistant: Assistant) -> None:
    request = asked(assistant, "Vilken är avgiften för fyra bodar vid Lillån?")
    extract = extract_of(request, "Fyra bodar: 5 000 kronor")
    proposed = "avgiften för fyra bodar vid Lillån är 4 000 kronor"
    found = written(request, extract, (f"Det föreslås att {proposed}.", proposed))
    assert [claim.text for claim in found.proven.claims] == ["Fyra bodar: 5 000 kronor"]
    assert found.note == texts.MODEL_LESS


def test_a_whole_list_is_never_lost(assistant: Assistant) -> None:
    request = asked(assistant, "Vilka avgifter gäller för bodar vid Lillån?")
    rows = ("En bod: 2 000 kronor", "Två bodar: 3 000 kronor", "Fyra bodar: 5 000 kronor")
    extract = extract_of(request, *rows)
    found = written(request, extract, ("För en bod är det 2 000 kronor.", "En bod: 2 000 kronor"))
    assert [claim.text for claim in found.proven.claims] == list(rows)
    assert found.note == texts.MODEL_LESS


def test_a_decision_in_points_is_never_lost(assistant: Assistant) -> None:
    request = asked(assistant, "Vad beslutade tekniska nämnden om bodar vid Lillån?")
    points = [standing(request.hits, words) for words in ("enligt följande", "En bod", "Två bodar", "Fyra bodar")]
    whole = joined(points[0].document, [one.passage for one in points])
    assert whole.joined
    extract = prove([DraftClaim(whole.passage.text, (Quote(whole, whole.passage.text),))])
    one = "Tekniska nämnden beslutade att avgiften för bodar vid Lillån tas ut."
    found = written(
        request, extract, (one, "Tekniska nämnden beslutar att avgiften för bodar vid Lillån tas ut enligt följande:")
    )
    assert found.answerer == "extractive"
    assert "Fyra bodar: 5 000 kronor" in found.proven.claims[0].text


def test_what_does_not_bear_on_the_question_is_not_told(assistant: Assistant) -> None:
    request = asked(assistant, "Vilken avgift tas ut för fyra bodar enligt taxan?")
    extract = extract_of(request, "Fyra bodar: 5 000 kronor")
    beside = "Västerdals kommun"
    found = written(request, extract, (beside, beside))
    assert len(found.proven.claims) == 1
    assert found.note == texts.MODEL_LESS


def test_a_claim_that_says_less_of_the_question_than_its_quote_is_the_quote(assistant: Assistant) -> None:
    request = asked(assistant, "Vilken är avgiften för fyra bodar vid Lillån?")
    extract = extract_of(request, "En bod: 2 000 kronor")
    found = written(request, extract, ("Det är 5 000 kronor.", "Fyra bodar: 5 000 kronor"))
    assert found.answerer == "llm:m"
    assert [claim.text for claim in found.proven.claims] == ["Fyra bodar: 5 000 kronor"]
    assert found.proven.leads[0].startswith("Beslut (Tekniska nämnden 2025-05-06")


def test_a_claim_that_adds_only_words_of_the_question_is_its_quote(assistant: Assistant) -> None:
    request = asked(assistant, "Vilken avgift betalar föreningar för att ställa upp fyra bodar vid Lillån?")
    quote = "Fyra bodar: 5 000 kronor"
    told = "Föreningar betalar 5 000 kronor för att ställa upp fyra bodar vid Lillån."
    found = written(request, extract_of(request, "En bod: 2 000 kronor"), (told, quote))
    assert quote in [claim.text for claim in found.proven.claims]
    assert found.proven.dropped == 0
    other = "Kvarnens ägare hyr ut fyra bodar av trä för 5 000 kronor."
    assert written(request, extract_of(request, "En bod: 2 000 kronor"), (other, quote)).proven.dropped == 1


def test_a_quote_that_is_the_claim_is_led_whatever_it_says(assistant: Assistant) -> None:
    request = asked(assistant, "Vilken avgift beslutar nämnden för fyra bodar vid Lillån?")
    quote = "Tekniska nämnden beslutar att avgiften för fyra bodar vid Lillån är 4 000 kronor."
    quote_says_act = quote.replace("beslutar att", "föreslås besluta att")
    evidence = extract_of(request, quote).places[0].evidence
    assert says_act(quote_says_act)
    passage = replace(evidence.passage, text=quote_says_act)

    class Quoting(Says):
        def drafts(self, question: str, hits: Sequence[Hit], known: Sequence[Evidence] = ()) -> Iterator[DraftClaim]:
            """Yield words of the passage as they stand."""
            yield DraftClaim(quote_says_act, (Quote(replace(evidence, passage=passage), quote_says_act),))

    found = write(Quoting(), request, extract_of(request, quote), "extractive")
    assert (found.answerer, found.proven.leads[0][:9]) == ("llm:m", "Förslag (")


def test_a_claim_surer_than_its_quote_is_its_quote(assistant: Assistant) -> None:
    request = asked(assistant, "Vilken taxa för bodar gäller från den 1 juni 2025?")
    quote = "Taxan gäller från den 1 juni 2025."
    evidence = extract_of(request, quote).places[0].evidence
    doubted = "Taxan beräknas gälla från den 1 juni 2025."
    passage = replace(evidence.passage, text=doubted, end=evidence.passage.start + len(doubted))
    said = DraftClaim(quote, (Quote(replace(evidence, passage=passage), doubted),))

    class Sure(Says):
        def drafts(self, question: str, hits: Sequence[Hit], known: Sequence[Evidence] = ()) -> Iterator[DraftClaim]:
            """Yield what is sure, of words in doubt."""
            yield said

    found = write(Sure(), request, extract_of(request, "Tre bodar har flyttats till kvarnen."), "extractive")
    assert doubted in [claim.text for claim in found.proven.claims]
    assert quote not in [claim.text for claim in found.proven.claims]


def test_a_quote_that_stands_for_two_claims_is_told_once(assistant: Assistant) -> None:
    request = asked(assistant, "Vilken är avgiften för fyra bodar vid Lillån?")
    quote = "Fyra bodar: 5 000 kronor"
    twice = (("Det är 5 000 kronor.", quote), ("Avgiften är 5 000 kronor.", quote))
    found = written(request, extract_of(request, "En bod: 2 000 kronor"), *twice)
    assert [claim.text for claim in found.proven.claims].count(quote) == 1


def test_a_claim_from_a_proposal_says_that_it_is_one(assistant: Assistant) -> None:
    request = asked(assistant, "Vilken avgift föreslogs för fyra bodar vid Lillån?")
    quote = "Tekniska nämnden beslutar att avgiften för fyra bodar vid Lillån är 4 000 kronor."
    told = "Avgiften för fyra bodar vid Lillån är 4 000 kronor."
    found = written(request, extract_of(request, quote), (told, quote))
    assert (found.answerer, found.proven.claims[0].text) == ("llm:m", told)
    assert found.proven.leads[0].startswith("Förslag (")


def test_what_says_itself_that_it_is_decided_needs_no_lead(assistant: Assistant) -> None:
    request = asked(assistant, "Vilken är avgiften för fyra bodar vid Lillån?")
    told = "Tekniska nämnden beslutade att avgiften för fyra bodar vid Lillån är 5 000 kronor."
    quotes = (
        "Tekniska nämnden beslutar att avgiften för bodar vid Lillån tas ut enligt följande:",
        "Fyra bodar: 5 000 kronor",
    )

    class Both(Says):
        def drafts(self, question: str, hits: Sequence[Hit], known: Sequence[Evidence] = ()) -> Iterator[DraftClaim]:
            """Yield one claim of two quotes."""
            yield DraftClaim(told, tuple(Quote(standing(hits, quote), quote) for quote in quotes))

    found = write(Both(), request, extract_of(request, *quotes), "extractive")
    assert (found.answerer, found.proven.leads) == ("llm:m", ("",))


def test_another_sentence_of_the_passage_is_no_answer_to_both_parts(assistant: Assistant) -> None:
    request = asked(assistant, "När börjar taxan gälla och när ska remissvar lämnas?")
    assert request.parts
    both = "Taxan gäller från den 1 juni 2025. Remissvar om taxan lämnas senast 250630."
    found = written(request, extract_of(request, both), ("Taxan gäller.", "Taxan gäller från den 1 juni 2025."))
    assert found.answerer == "extractive"


def test_the_model_reads_the_best_passages_first(assistant: Assistant) -> None:
    request = asked(assistant, "Vilken är avgiften för fyra bodar vid Lillån?")
    told: list[Evidence] = []

    class Listens(Says):
        def drafts(self, question: str, hits: Sequence[Hit], known: Sequence[Evidence] = ()) -> Iterator[DraftClaim]:
            """Keep what is given, and say nothing."""
            told.extend(known)
            return iter(())

    write(Listens(), request, extract_of(request, "En bod: 2 000 kronor"), "extractive")
    best = request.ranking.best
    assert best is not None
    assert "En bod" in told[0].passage.text
    assert told[1] == best.candidate.evidence


def test_what_falls_is_counted_and_said(assistant: Assistant) -> None:
    request = asked(assistant, "Vilken är avgiften för fyra bodar vid Lillån?")
    extract = extract_of(request, "En bod: 2 000 kronor")
    found = written(request, extract, ("Avgiften för fyra bodar är 9 000 kronor.", "Fyra bodar: 5 000 kronor"))
    assert (found.proven.dropped, found.note) == (1, texts.MODEL_UNPROVEN)


def test_a_model_that_finds_nothing_is_not_said_to_be_unproved(assistant: Assistant) -> None:
    request = asked(assistant, "Vilken är avgiften för fyra bodar vid Lillån?")
    assert written(request, extract_of(request, "Fyra bodar: 5 000 kronor")).note == texts.MODEL_SILENT


def test_what_a_model_cites_is_not_said_to_be_lacking(assistant: Assistant) -> None:
    request = asked(assistant, "Vad gäller för kvarnen enligt taxan?")
    judgement = Judgement(Status.PARTIAL, lacking=("kvarnen",))
    assert "”kvarnen” nämns inte" in answer_text(judgement, extract_of(request, "En bod: 2 000 kronor"))
    assert "nämns inte" not in answer_text(judgement, extract_of(request, "Tre bodar har flyttats till kvarnen."))
