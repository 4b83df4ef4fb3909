"""The extractive answerer chooses the words that answer, and nothing more than a reader needs."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import pytest

from assistant import texts
from assistant.answerer import Request, rank, rank_parts
from assistant.extract import ExtractiveAnswerer
from assistant.hasty import in_full
from assistant.matching import match
from assistant.meetings import tells_meeting
from assistant.question import understand
from assistant.settings import FACT_WORDS
from assistant.telling import PARAGRAPH_WORDS
from assistant.verify import DraftClaim, check_claim
from index.hits import Hit
from index.sentence_vectors import SentencePlace
from index.swedish import stem
from ingest.chain import chain
from ingest.documents import Block, Document, DocumentMetadata, Force, Kind, Passage
from ingest.structure import SEPARATOR

Spec = tuple[Block, str, Force]
P, H, L, A, R = Block.PARAGRAPH, Block.HEADING, Block.LIST_ITEM, Block.ATT_SATS, Block.TABLE_ROW
BACK, DEC, PROP = Force.BACKGROUND, Force.DECISION, Force.PROPOSAL


def document(
    name: str, kind: Kind, board: str, date: dt.date, specs: Sequence[Spec], sign: str | None = None
) -> Document:
    """Return an invented document; a heading begins a section."""
    passages, at, heading = [], 0, ()
    for ordinal, (block, text, force) in enumerate(specs):
        if block is H:
            heading = (text,)
        passages.append(
            Passage(
                ordinal,
                text,
                at,
                at + len(text),
                1,
                block,
                force,
                heading,
                sign,
                case_numbers=("TN 2025/14",) if sign else (),
            )
        )
        at += len(text) + len(SEPARATOR)
    metadata = DocumentMetadata(
        name, f"{name}.pdf", f"{kind.value} {name}", kind, "", ("TN 2025/14",), board, "Västerdal", date, date
    )
    return Document(metadata, SEPARATOR.join(text for _, text, _ in specs), tuple(passages))


LETTER = document(
    "skrivelse",
    Kind.TJANSTESKRIVELSE,
    "Tekniska nämnden",
    dt.date(2025, 3, 4),
    [
        (H, "Ny gångbro över Lillån", BACK),
        (
            P,
            "Bron vid kvarnen är uttjänt. Den nya bron beräknas kosta 6,2 miljoner kronor. Arbetet ska vara klart den 14 november 2026.",
            BACK,
        ),
        (P, "Bron behöver bytas ut eftersom bärlagret har rötskador. Handläggare är Petra Sandin.", BACK),
        (H, "Material", BACK),
        (P, "Bron byggs av följande material:", BACK),
        (L, "limträ", BACK),
        (L, "stål", BACK),
        (L, "granit", BACK),
        (H, "Förslag till beslut", BACK),
        (A, "att bygga en ny gångbro över Lillån till en kostnad av 6,2 mnkr", PROP),
        (A, "att stänga den gamla bron den 1 maj 2025", PROP),
    ],
)
MINUTES = document(
    "protokoll",
    Kind.PROTOKOLL,
    "Tekniska nämnden",
    dt.date(2025, 4, 8),
    [
        (H, "§ 22 Ny gångbro över Lillån TN 2025/14", BACK),
        (P, "Bron vid kvarnen är uttjänt.", BACK),
        (H, "Beslut", BACK),
        (P, "Tekniska nämnden beslutar att bygga en ny gångbro över Lillån till en kostnad av 5,9 mnkr.", DEC),
        (P, "Den gamla bron stängs den 15 maj 2025.", DEC),
    ],
    "§ 22",
)


def ask(question: str, *documents: Document) -> list[DraftClaim]:
    """Return the claims for a question over some documents, each proved."""
    hits = tuple(Hit(d.metadata.id, d.metadata, d.passages, d.text, 1.0) for d in documents)
    by_id = {d.metadata.id: d.passages for d in documents}
    metadata = {d.metadata.id: d.metadata for d in documents}
    understanding = understand(question)
    ranking = rank(understanding, hits)
    request = Request(
        understanding,
        hits,
        ranking,
        rank_parts(understanding, ranking),
        lambda one: by_id[one],
        lambda one: metadata[one],
        lambda number: chain(documents, number),
        lambda: ("TN 2025/14",),
    )
    claims = list(ExtractiveAnswerer().answer(request))
    if not all(check_claim(claim).stands for claim in claims):
        pytest.fail("a claim of the extractive answerer fell")
    return claims


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Vad beräknas den nya bron kosta?", "6,2 miljoner kronor"),
        ("När ska arbetet med bron vara klart?", "14 november 2026"),
        ("Vem är handläggare för bron?", "Petra Sandin"),
        ("Varför behöver bron bytas ut?", "rötskador"),
    ],
)
def test_a_fact_question_gets_the_sentence_that_holds_the_value(question: str, expected: str) -> None:
    claims = ask(question, LETTER)
    assert expected in claims[0].text
    assert sum(len(claim.text.split()) for claim in claims) <= 60


LAKE = document(
    "sjö",
    Kind.TJANSTESKRIVELSE,
    "Tekniska nämnden",
    dt.date(2025, 3, 4),
    [
        (H, "Sjöns vatten", BACK),
        (P, "Sjön mår dåligt. Fosforhalten är dubbelt så hög som gränsen. Provtagning sker varje höst.", BACK),
        (
            P,
            " ".join(["Sjön är grumlig.", *(f"Mätning {n} av vattnet visade samma sak igen." for n in range(9))]),
            BACK,
        ),
    ],
)


def test_a_broad_question_is_told_by_whole_paragraphs_within_few_words() -> None:
    claims = ask("Hur mår vattnet i sjön?", LAKE)
    assert claims[0].text == LAKE.passages[1].text
    assert all(len(claim.text.split()) <= PARAGRAPH_WORDS for claim in claims)


TAXES = document(
    "taxor",
    Kind.PROTOKOLL,
    "Tekniska nämnden",
    dt.date(2025, 4, 8),
    [
        (H, "Avgifter för cykelparkering", BACK),
        (P, "Tekniska nämnden beslutar om avgifter för cykelparkering enligt följande:", DEC),
        (L, "Ett skåp: 200 kronor", DEC),
        (L, "Två skåp: 350 kronor", DEC),
        *((L, f"Plats {number} i det stora garaget under torget vid stationen: 90 kronor", DEC) for number in range(9)),
    ],
    "§ 30",
)


FEES = document(
    "avgifter",
    Kind.PROTOKOLL,
    "Tekniska nämnden",
    dt.date(2025, 4, 8),
    [
        (H, "Avgifter för båtplatser", BACK),
        (P, "Avgiften för båtplatser beror på antalet:", BACK),
        (L, "En båt: 200 kronor", BACK),
        (L, "Två båtar: 350 kronor", BACK),
        (L, "3 båtar: 450 kronor", BACK),
        (L, "Fyra båtar: 500 kronor", BACK),
    ],
    "§ 31",
)


@pytest.mark.parametrize(
    ("many", "expected"), [("två", "350"), ("2", "350"), ("tre", "450"), ("3", "450"), ("4", "500"), ("fyra", "500")]
)
def test_rows_that_differ_in_a_number_are_told_apart_by_it(many: str, expected: str) -> None:
    told = " ".join(claim.text for claim in ask(f"Vilken är avgiften för {many} båtar?", FEES))
    assert expected in told
    assert not any(other in told for other in {"200", "350", "450", "500"} - {expected})


def test_one_value_of_a_long_decision_is_told_with_how_the_decision_begins() -> None:
    claims = ask("Vilken avgift för cykelparkering i två skåp beslutade nämnden?", TAXES)
    told = " ".join(claim.text for claim in claims)
    assert "350 kronor" in told
    assert "enligt följande" in told
    assert len(told.split()) <= FACT_WORDS


def test_a_list_question_gets_the_whole_list() -> None:
    claim = ask("Vilka material byggs bron av?", LETTER)[0]
    assert claim.text.split("\n") == ["Bron byggs av följande material:", "limträ", "stål", "granit"]
    place = check_claim(claim).places[0]
    assert len(place.evidence.joined) == 4
    assert LETTER.text[place.evidence.passage.start + place.start :][: len(place.text)] == place.text


def test_a_decision_in_a_document_without_a_case_number_is_told() -> None:
    passages = tuple(replace(passage, case_numbers=()) for passage in MINUTES.passages)
    unnumbered = replace(MINUTES, metadata=replace(MINUTES.metadata, case_numbers=()), passages=passages)

    claims = ask("Vad beslutades om gångbron över Lillån?", unnumbered)

    assert "bygga en ny gångbro" in claims[0].text


def test_a_decision_question_gets_the_decision_not_the_proposal() -> None:
    claims = ask("Vad beslutade tekniska nämnden om gångbron över Lillån?", LETTER, MINUTES)
    assert claims[0].text.split("\n") == [passage.text for passage in MINUTES.passages[3:]]
    assert claims[0].lead.startswith("Beslut")


def test_a_proposal_question_gets_the_proposal() -> None:
    claims = ask("Vad föreslår förvaltningen om gångbron över Lillån?", LETTER, MINUTES)
    assert claims[0].text.split("\n") == [passage.text for passage in LETTER.passages[9:]]
    assert claims[0].lead.startswith("Förslag")


SWIMMING = document(
    "bad",
    Kind.TJANSTESKRIVELSE,
    "Tekniska nämnden",
    dt.date(2025, 2, 3),
    [
        (H, "Initiativet om badet föreslår att nämnden beslutar att", BACK),
        (L, "Initiativet om badet ska hanteras skyndsamt.", PROP),
        (L, "Badet ska värmas med sol.", PROP),
        (H, "Förslag till beslut", BACK),
        (P, "Tekniska nämnden anser initiativet om badet besvarat.", PROP),
        (H, "Förvaltningens bedömning", BACK),
        (P, "Förvaltningen föreslår att nämnden anser initiativet om badet besvarat.", PROP),
    ],
)


def test_what_the_administration_proposes_is_not_what_an_initiative_wants() -> None:
    claims = ask("Hur föreslår förvaltningen att initiativet om badet ska hanteras?", SWIMMING)
    assert "besvarat" in claims[0].text
    assert "värmas" not in " ".join(claim.text for claim in claims)


def test_a_decision_is_never_led_by_words_that_say_there_is_none() -> None:
    accounts = document(
        "bokslut",
        Kind.PROTOKOLLSUTDRAG,
        "Direktionen",
        dt.date(2025, 3, 27),
        [(H, "Beslut", BACK), (P, "Direktionen beslutar att godkänna bokslutet.", DEC)],
        "§ 62",
    )
    letter = document(
        "brev",
        Kind.TJANSTESKRIVELSE,
        "Tekniska nämnden",
        dt.date(2025, 4, 2),
        [(H, "Bokslut för förbundet, förslag till beslut", BACK), (P, "Direktionens bokslut godkänns.", PROP)],
    )
    claims = ask("Vad bestämde direktionen i § 62?", accounts, letter)
    assert claims[0].text == "Direktionen beslutar att godkänna bokslutet."
    assert all(texts.PROPOSAL_ONLY not in claim.lead for claim in claims)


def minuted(name: str, board: str, day: dt.date, title: str, *specs: Spec) -> Document:
    """Return minutes of one § of the case of the bridge."""
    return document(name, Kind.PROTOKOLL, board, day, [(H, title, BACK), *specs], "§ 5")


def test_what_was_proposed_stands_with_the_decision_that_settled_it() -> None:
    proposed = minuted(
        "ks",
        "Kommunstyrelsen",
        dt.date(2025, 5, 6),
        "Plan för stugor",
        (P, "Planen antas med den ändringen att stugan i Ekvik inte säljs.", PROP),
    )
    settled = minuted(
        "kf",
        "Kommunfullmäktige",
        dt.date(2025, 6, 3),
        "Plan för stugor",
        (P, "Planen antas enligt kommunstyrelsens förslag.", DEC),
    )
    claims = ask("Hur gick det för stugan i Ekvik?", proposed, settled)
    assert [claim.quotes[0].evidence.document.board for claim in claims] == ["Kommunstyrelsen", "Kommunfullmäktige"]
    assert all(texts.PROPOSAL_ONLY not in claim.lead for claim in claims)


def test_what_a_party_wants_is_told_by_its_own_proposal_on_the_matter() -> None:
    theirs = minuted(
        "theirs",
        "Kommunfullmäktige",
        dt.date(2025, 5, 6),
        "Motion om bastun",
        (P, "Ada Lind (M) lämnar en motion om bastun.", BACK),
        (P, "att bastun på väg 12 ska stängas", PROP),
    )
    others = minuted(
        "others",
        "Kommunfullmäktige",
        dt.date(2025, 11, 4),
        "Motion om bastun",
        (P, "Bo Ek (S) lämnar en motion om bastun.", BACK),
        (P, "att bastun ska ha öppet dygnet runt och bastun ska vara gratis", PROP),
    )
    for question, expected in (("vad vill M om bastun?", theirs), ("vad vill S om bastun?", others)):
        claims = ask(in_full(question), theirs, others)
        assert {quote.evidence.document.id for claim in claims for quote in claim.quotes} == {expected.metadata.id}
    assert not any("gratis" in claim.text for claim in ask(in_full("vad vill S om väg 12?"), theirs, others))


def test_what_became_of_a_motion_is_not_that_it_was_sent_on() -> None:
    sent = minuted(
        "sent",
        "Kommunfullmäktige",
        dt.date(2025, 5, 6),
        "Motion om flytande bastu",
        (P, "Motionen om en flytande bastu lämnas till kommunstyrelsen för beredning.", DEC),
    )
    answered = minuted(
        "answered",
        "Kommunfullmäktige",
        dt.date(2025, 11, 4),
        "Svar på motion",
        (P, "Ärendet återremitteras för att kostnaden ska utredas.", DEC),
    )
    claims = ask("Vad blev det av motionen om flytande bastu?", sent, answered)
    assert claims[0].text == "Ärendet återremitteras för att kostnaden ska utredas."


BUDGETS = [
    minuted(
        str(year),
        "Kommunfullmäktige",
        dt.date(year - 1, 11, 20),
        f"Budget {year} med plan {year + 1}–{year + 2}",
        (P, f"Avgiften för båtplats fastställs till {fee} kronor per år.", DEC),
    )
    for year, fee in ((2025, 410), (2026, 450))
]


@pytest.mark.parametrize(("year", "fee"), [(2025, "410"), (2026, "450")])
def test_a_fee_of_a_year_is_that_of_the_budget_named_for_it(year: int, fee: str) -> None:
    for papers in (BUDGETS, BUDGETS[::-1]):
        assert fee in ask(f"Vad kostar en båtplats {year}?", *papers)[0].text


def test_a_fee_is_not_told_as_proposed_where_a_paper_without_a_number_proposed_it() -> None:
    letter = document(
        "skrivelse",
        Kind.TJANSTESKRIVELSE,
        "Kommunstyrelsen",
        dt.date(2025, 10, 2),
        [(H, "Budget 2026", BACK), (P, "Avgiften för båtplats föreslås bli 470 kronor per år.", BACK)],
    )
    letter = replace(letter, metadata=replace(letter.metadata, case_numbers=()))
    assert "450" in ask("Vad kostar en båtplats 2026?", letter, *BUDGETS)[0].text


def test_where_only_a_proposal_exists_it_is_said() -> None:
    claims = ask("Vad beslutade tekniska nämnden om gångbron över Lillån?", LETTER)
    assert claims[0].lead == "I handlingarna finns bara ett förslag, inget beslut:"


def test_the_diarienummer_is_read_in_the_heading() -> None:
    assert "TN 2025/14" in ask("Vilket diarienummer har ärendet om gångbron?", MINUTES)[0].text


def test_both_halves_of_a_double_question_are_answered() -> None:
    text = " ".join(claim.text for claim in ask("Vad beräknas bron kosta, och när ska arbetet vara klart?", LETTER))
    assert "6,2 miljoner" in text
    assert "14 november 2026" in text


def test_a_part_of_few_words_is_told_beside_the_first_part() -> None:
    paper = document(
        "avtal",
        Kind.TJANSTESKRIVELSE,
        "Tekniska nämnden",
        dt.date(2025, 3, 4),
        [
            (P, "Sågverket levererar minst 55 ton flis om året till värmeverket. Priset är 218 kronor per ton.", BACK),
            (P, "Levererar sågverket mindre flis än så betalar det 120 kronor per ton till värmeverket.", BACK),
        ],
    )
    claims = ask("Hur mycket flis ska sågverket leverera till värmeverket, och till vilket startpris?", paper)
    assert "218 kronor" in " ".join(claim.text for claim in claims)


def test_a_part_that_asks_for_the_same_again_asks_for_a_figure() -> None:
    first = document(
        "granskning",
        Kind.REVISIONSRAPPORT,
        None,
        dt.date(2025, 3, 4),
        [(P, "Revisorerna bedömer att underhållsskulden för bryggorna är 18 miljoner kronor.", BACK)],
    )
    second = document(
        "yttrande",
        Kind.YTTRANDE,
        "Tekniska nämnden",
        dt.date(2025, 5, 4),
        [
            (P, "Tekniska nämnden anser att siffran för bryggorna är för hög.", BACK),
            (P, "Nämndens beräkning visar en underhållsskuld för bryggorna på 12 miljoner kronor.", BACK),
        ],
    )
    question = "Vilken underhållsskuld för bryggorna ser revisorerna, och vad säger nämnden att den är?"
    text = " ".join(claim.text for claim in ask(question, first, second))
    assert "18 miljoner" in text
    assert "12 miljoner" in text


def test_what_tells_both_parts_stands_alone() -> None:
    told = "Hamnen får 49 platser 2031, varav 17 platser för gäster och 32 platser för medlemmar."
    paper = document(
        "platser",
        Kind.TJANSTESKRIVELSE,
        "Tekniska nämnden",
        dt.date(2025, 3, 4),
        [(P, told, BACK), (P, "Nämnden fastställer hur många platser hamnen får för medlemmar 2032.", BACK)],
    )
    claims = ask("Hur många platser får hamnen 2031, och hur många av dem är för medlemmar?", paper)
    assert [claim.text for claim in claims] == [told]


def test_a_copy_in_another_document_is_cited_not_repeated() -> None:
    copy = document(
        "utdrag", Kind.PROTOKOLLSUTDRAG, "Tekniska nämnden", dt.date(2025, 4, 8), [(P, "Bron byggs av limträ.", BACK)]
    )
    other = document(
        "protokoll2", Kind.PROTOKOLL, "Tekniska nämnden", dt.date(2025, 4, 8), [(P, "Bron byggs av limträ.", BACK)]
    )
    claims = ask("Vad byggs bron av?", copy, other)
    assert [claim.text for claim in claims] == ["Bron byggs av limträ."]
    assert len(claims[0].quotes) == 2


def test_what_happened_is_told_step_by_step() -> None:
    claims = ask("Vad hände sedan i ärende TN 2025/14?", LETTER, MINUTES)
    assert "5,9 mnkr" in " ".join(claim.text for claim in claims)
    assert claims[0].lead.startswith("Ärendets gång enligt handlingarna:")
    assert any("2025-04-08" in claim.lead for claim in claims)


def test_a_second_sentence_stands_beside_one_that_is_not_sure() -> None:
    memo = document(
        "pm",
        Kind.OVRIGT,
        "Tekniska nämnden",
        dt.date(2025, 2, 1),
        [
            (P, "Bron vid kvarnen slits mest av de tunga lastbilarna.", BACK),
            (P, "Bron vid kvarnen slits också av vägsaltet varje vinter.", BACK),
        ],
    )
    claims = ask("Vad sliter på bron vid kvarnen?", memo)
    assert {claim.text for claim in claims} == {passage.text for passage in memo.passages}
    assert claims[1].lead == ""


def test_a_fact_is_read_from_the_decision_of_the_case_not_from_its_proposal() -> None:
    claim = ask("Hur mycket får gångbron över Lillån kosta?", LETTER, MINUTES)[0]
    assert "5,9 mnkr" in claim.text
    assert claim.lead.startswith("Beslut")


def test_proposal_and_decision_are_set_side_by_side() -> None:
    claims = ask("Vad är skillnaden mellan förslaget och beslutet om gångbron över Lillån?", LETTER, MINUTES)
    assert [claim.lead.split()[0] for claim in claims] == ["Förslag", "Beslut"]
    assert "6,2 mnkr" in claims[0].text
    assert "5,9 mnkr" in claims[1].text


def test_a_development_is_told_by_one_block_for_each_day() -> None:
    def memo(day: dt.date, cost: str) -> Document:
        return document(
            f"pm{day}", Kind.OVRIGT, "Tekniska nämnden", day, [(P, f"Kostnaden för bron är nu {cost} kronor.", BACK)]
        )

    claims = ask(
        "Hur har kostnaden för bron utvecklats?", memo(dt.date(2025, 9, 1), "7"), memo(dt.date(2025, 1, 1), "5")
    )
    assert ["5 kronor" in claims[0].text, "7 kronor" in claims[1].text] == [True, True]
    assert "2025-01-01" in claims[0].lead


def test_a_case_is_told_by_its_title_its_matter_and_its_last_decision() -> None:
    claims = ask("Vad handlar ärende TN 2025/14 om?", LETTER, MINUTES)
    text = " ".join(f"{claim.lead} {claim.text}" for claim in claims)
    assert text.startswith("Ärende TN 2025/14:")
    assert "Bron vid kvarnen är uttjänt." in text
    assert "5,9 mnkr" in claims[-1].text
    assert len(text.split()) <= 60


@pytest.mark.parametrize(
    "question", ["Sammanfatta ärendet om gångbron över Lillån", "Berätta om ärendet med gångbron över Lillån"]
)
def test_a_case_in_short_ends_with_its_decision(question: str) -> None:
    claims = ask(question, LETTER, MINUTES)
    assert claims[0].lead.startswith("Ärende TN 2025/14:")
    assert "5,9 mnkr" in claims[-1].text


def test_a_step_of_a_case_is_told_with_its_points() -> None:
    motion = document(
        "motion",
        Kind.PROTOKOLLSUTDRAG,
        "Tekniska nämnden",
        dt.date(2025, 2, 4),
        [
            (H, "§ 9 Motion om badet TN 2025/14", BACK),
            (P, "Tekniska nämnden föreslår fullmäktige besluta", DEC),
            (Block.ATT_SATS, "att badet öppnas i maj,", DEC),
            (Block.ATT_SATS, "att badet är fritt för barn.", DEC),
        ],
        "§ 9",
    )
    claim = ask("Vad hände sedan i ärende TN 2025/14?", motion)[0]
    assert claim.text.endswith("att badet öppnas i maj,\natt badet är fritt för barn.")


def test_the_decision_of_another_case_is_no_answer_to_a_question_about_one() -> None:
    other = replace(
        MINUTES,
        metadata=replace(MINUTES.metadata, id="annat", case_numbers=("TN 2025/99",)),
        passages=_of("TN 2025/99"),
    )
    claims = ask("Vad beslutades i ärende TN 2025/14 om gångbron?", other, LETTER)
    assert all("TN 2025/99" not in quote.evidence.document.case_numbers for claim in claims for quote in claim.quotes)


def _of(number: str) -> tuple[Passage, ...]:
    return tuple(
        replace(
            one,
            text=one.text.replace("TN 2025/14", number),
            heading_path=tuple(heading.replace("TN 2025/14", number) for heading in one.heading_path),
            case_numbers=(number,),
        )
        for one in MINUTES.passages
    )


ORDERS = document(
    "uppdrag",
    Kind.PROTOKOLL,
    "Tekniska nämnden",
    dt.date(2025, 5, 6),
    [
        (H, "§ 31 Lekplatser TN 2025/14", BACK),
        (P, "Förvaltningen får i uppdrag att inventera lekplatserna senast den 1 oktober 2025.", DEC),
    ],
    "§ 31",
)


@pytest.mark.parametrize(
    "question", ["Vilka uppdrag är inte återrapporterade?", "Vilka uppdrag från tekniska nämnden är inte redovisade?"]
)
def test_open_assignments_are_gathered_from_every_case(question: str) -> None:
    claims = ask(question, ORDERS)
    assert "inventera lekplatserna" in claims[0].text
    assert claims[0].lead.startswith("Uppdrag som inte är återrapporterade")


def test_an_assignment_is_told_by_the_sentence_that_gives_it() -> None:
    order = replace(ORDERS.passages[1], text=f"Rapporten godkänns. {ORDERS.passages[1].text}")
    claims = ask("Vilka uppdrag är inte återrapporterade?", replace(ORDERS, passages=(ORDERS.passages[0], order)))
    assert [claim.text for claim in claims] == [ORDERS.passages[1].text]


def test_assignments_of_another_body_are_left_out() -> None:
    assert ask("Vilka uppdrag från socialnämnden är inte återrapporterade?", ORDERS) == []


MEETING = document(
    "sammanträde",
    Kind.PROTOKOLL,
    "Tekniska nämnden",
    dt.date(2025, 4, 8),
    [
        (H, "Ny gångbro över Lillån", BACK),
        (P, "Tekniska nämnden beslutar att bygga en ny gångbro.", DEC),
        (H, "Taxa för parkering", BACK),
        (P, "Taxan fastställs till 15 kronor i timmen.", DEC),
    ],
    "§ 22",
)
TWO_SECTIONS = replace(
    MEETING,
    passages=tuple(
        replace(one, section_sign="§ 23") if number > 1 else one for number, one in enumerate(MEETING.passages)
    ),
)


@pytest.mark.parametrize("when", ["den 8 april 2025", "i april 2025", "i april"])
def test_what_a_body_decided_at_a_meeting_is_told_paragraph_by_paragraph(when: str) -> None:
    claims = ask(f"Vad beslutade tekniska nämnden {when}?", TWO_SECTIONS, LETTER)
    assert [claim.text for claim in claims] == [TWO_SECTIONS.passages[1].text, TWO_SECTIONS.passages[3].text]
    assert claims[0].lead.startswith("Tekniska nämnden 2025-04-08, beslut:")
    assert claims[1].lead == "§ 23 Taxa för parkering:"


@pytest.mark.parametrize(
    "question", ["Vad beslutade tekniska nämnden om taxan i april 2025?", "Vad beslutade byggnämnden i april 2025?"]
)
def test_a_matter_or_another_body_is_no_question_for_a_whole_meeting(question: str) -> None:
    assert not any("§ 23 " in claim.lead and "beslut:" in claim.lead for claim in ask(question, TWO_SECTIONS))


@pytest.mark.parametrize(
    "question",
    [
        "Vilka ärenden behandlade tekniska nämnden den 8 april 2025?",
        "Vad togs upp på tekniska nämndens möte i april 2025?",
        "Vad stod på dagordningen för tekniska nämnden den 8 april 2025?",
    ],
)
def test_what_a_meeting_took_up_is_told_by_the_titles_of_its_minutes(question: str) -> None:
    claims = ask(question, TWO_SECTIONS, LETTER)
    assert [claim.text for claim in claims] == ["Ny gångbro över Lillån", "Taxa för parkering"]
    assert [claim.lead for claim in claims] == ["Tekniska nämnden 2025-04-08, ärenden:\n§ 22", "§ 23"]
    assert tells_meeting(understand(question), [quote.evidence for claim in claims for quote in claim.quotes])


@pytest.mark.parametrize(
    "question",
    ["Sammanfatta protokollet från tekniska nämnden", "Kan du sammanfatta tekniska nämndens möte i april 2025?"],
)
def test_minutes_in_short_are_their_decisions(question: str) -> None:
    claims = ask(question, TWO_SECTIONS, LETTER)
    assert [claim.text for claim in claims] == [TWO_SECTIONS.passages[1].text, TWO_SECTIONS.passages[3].text]


@pytest.mark.parametrize(
    "question",
    [
        "Vilka ärenden om parkering behandlade tekniska nämnden i april 2025?",
        "Sammanfatta tekniska nämndens möte om parkeringen",
    ],
)
def test_matters_of_a_kind_are_no_question_for_a_whole_meeting(question: str) -> None:
    assert not any("ärenden:" in claim.lead or "beslut:" in claim.lead for claim in ask(question, TWO_SECTIONS))


def test_decisions_that_do_not_fit_are_counted() -> None:
    long = " ".join(["Taxan gäller alla platser vid kvarnen och bron."] * 4)
    passages = tuple(
        replace(
            MEETING.passages[1],
            ordinal=number,
            text=long,
            section_sign=f"§ {number}",
            start=number * 400,
            end=number * 400 + len(long),
        )
        for number in range(9)
    )
    claims = ask("Vad beslutade tekniska nämnden i april 2025?", replace(MEETING, passages=passages))
    assert len(claims) < 9
    assert f"{len(claims)} av 9 beslut" in claims[0].lead


VIEWS = document(
    "samråd",
    Kind.OVRIGT,
    "Tekniska nämnden",
    dt.date(2025, 3, 4),
    [
        (H, "Boende vid kvarnen", BACK),
        (P, "Våra synpunkter på gångbron är många: gångbron stör och synpunkter på gångbron har lämnats förr.", BACK),
        (H, "Banverket", BACK),
        (P, "Banverket har inget att invända mot att bron byggs.", BACK),
    ],
)


def test_the_views_of_an_authority_are_its_own() -> None:
    views = replace(
        VIEWS,
        passages=tuple(replace(one, heading_path=("Samråd", *one.heading_path)) for one in VIEWS.passages),
    )
    claims = ask("Vilka synpunkter hade Banverket på gångbron?", views)
    assert "inget att invända" in claims[0].text


ELECTION = document(
    "val",
    Kind.PROTOKOLL,
    "Kommunfullmäktige",
    dt.date(2025, 4, 8),
    [
        (H, "Val av vice ordförande i byggnämnden", BACK),
        (P, "Kommunfullmäktige utsåg den 14 december 2022 Anna Ekdal till vice ordförande i byggnämnden.", BACK),
        (H, "Beslut", BACK),
        (P, "Per Lindström utses till vice ordförande i byggnämnden.", DEC),
    ],
    "§ 51",
)


def test_who_was_elected_is_told_by_the_decision() -> None:
    assert "Per Lindström" in ask("Vem utsågs till vice ordförande i byggnämnden?", ELECTION)[0].text


REFUSAL = document(
    "avslag",
    Kind.PROTOKOLL,
    "Tekniska nämnden",
    dt.date(2025, 4, 8),
    [
        (H, "Motion om gångbron", BACK),
        (P, "Nämnden avslår motionen om gångbron eftersom bron nyss har renoverats.", DEC),
        (H, "Anteckning", BACK),
        (P, "Motionen om gångbron avslås eftersom nämnden inte bryr sig om gångbron och motionen.", Force.OPINION),
    ],
    "§ 23",
)


def test_why_something_was_decided_is_not_told_by_who_dissented() -> None:
    claims = ask("Varför avslogs motionen om gångbron?", REFUSAL)
    assert "renoverats" in claims[0].text
    assert not any("bryr sig" in claim.text for claim in claims)
    assert any("bryr sig" in claim.text for claim in ask("Varför bryr sig inte nämnden om gångbron?", REFUSAL))


PLAN = document(
    "plan",
    Kind.PLAN,
    "Tekniska nämnden",
    dt.date(2025, 3, 4),
    [
        (H, "Broplan", BACK),
        (H, "Inledning", BACK),
        (P, "Planen visar vilka broar som ska byggas och när det ska göras.", BACK),
        (H, "Framtida broar i broplanen", BACK),
        (P, "Broplanen räknar med att gångbron vid kvarnen byggs om först av alla broar.", BACK),
    ],
)


def test_a_summary_of_a_document_opens_with_its_own_words_under_its_title() -> None:
    claims = ask("Sammanfatta broplanen", PLAN)
    assert claims[0].text == PLAN.passages[2].text
    assert claims[0].lead.startswith(PLAN.metadata.title)
    assert all(len(claim.text.split()) > 5 for claim in claims)


PRESENT = document(
    "närvaro",
    Kind.PROTOKOLL,
    "Tekniska nämnden",
    dt.date(2025, 4, 8),
    [
        (H, "Närvarande", BACK),
        (
            R,
            "Beslutande Karin Ekvall (S) (ordförande) Bo Lindgren (M) (vice ordförande) Ulla Sten (S) §§ 20-22 Per Ahl (C) Eva Dahl (V) "
            "Nils Berg (L) Sara Holm (S) §§ 23-25 ersätter Ulla Sten (S) Olle Krok (M) ersätter Tage Frid (M) Siv Ros (L) ersätter Jan Back (L)",
            BACK,
        ),
        (R, "Övriga Petra Sandin (handläggare)", BACK),
    ],
)


@pytest.mark.parametrize(
    ("whom", "expected", "others"),
    [
        ("Ulla Sten", "Sara Holm", "Karin Ekvall"),
        ("Tage Frid", "Olle Krok", "Siv Ros"),
        ("Jan Back", "Siv Ros", "Sandin"),
    ],
)
def test_who_stood_in_for_somebody_is_the_one_named_beside_them(whom: str, expected: str, others: str) -> None:
    claims = ask(f"Vem ersatte {whom} i tekniska nämnden den 8 april 2025?", PRESENT)
    assert expected in claims[0].text
    assert others not in claims[0].text


@pytest.mark.parametrize(
    ("part", "expected", "other"),
    [("ordförande", "Karin Ekvall", "Bo Lindgren"), ("vice ordförande", "Bo Lindgren", "Ulla Sten")],
)
def test_a_part_in_brackets_belongs_to_the_name_before_it(part: str, expected: str, other: str) -> None:
    claims = ask(f"Vem är {part} i tekniska nämnden?", PRESENT)
    assert expected in claims[0].text
    assert other not in claims[0].text


LETTERHEAD = document(
    "remiss",
    Kind.TJANSTESKRIVELSE,
    "Tekniska nämnden",
    dt.date(2025, 3, 4),
    [
        (P, "Till Norrdals stadsdelsnämnd 2025-03-04", BACK),
        (P, "Handläggare: Petra Sandin, telefon 0123-456 78", BACK),
        (H, "Remiss om bron i Norrdal", BACK),
        (P, "Remissen skickades ut 250304 till fem nämnder.", BACK),
        (P, "Nämnden svarar senast 2025-06-30.", BACK),
    ],
)


def test_the_day_at_the_head_of_a_paper_is_no_deadline() -> None:
    claims = ask("Hur länge har Norrdals stadsdelsnämnd på sig att svara på remissen om bron?", LETTERHEAD)
    assert "2025-06-30" in claims[0].text
    assert all("2025-03-04" not in claim.text for claim in claims)


ANNOUNCED = document(
    "badplats",
    Kind.TJANSTESKRIVELSE,
    "Tekniska nämnden",
    dt.date(2025, 3, 4),
    [
        (H, "Badplatsen vid Storsjön", BACK),
        (P, "Badplatsen vid Storsjön rustas eftersom bryggan är rutten. Det görs enligt följande:", BACK),
        (P, "- bryggan byts", BACK),
        (P, "- stranden rensas", BACK),
        (H, "Skötsel", BACK),
        (P, "Gräset vid lekparken klipps varje vecka. Vid behov gäller nedanstående:", BACK),
    ],
)


def test_what_is_announced_is_told_with_it() -> None:
    told = "\n".join(claim.text for claim in ask("Varför rustas badplatsen vid Storsjön?", ANNOUNCED))
    assert "enligt följande:\n- bryggan byts\n- stranden rensas" in told


def test_words_that_announce_what_does_not_follow_are_left_out() -> None:
    told = "\n".join(claim.text for claim in ask("Hur sköts gräset vid lekparken?", ANNOUNCED))
    assert "klipps varje vecka." in told
    assert "nedanstående" not in told


def test_one_row_is_not_told_alone_beside_the_words_that_announce_all() -> None:
    told = "\n".join(claim.text for claim in ask("Vad betalar den som har båtplatser i hamnen?", FEES))
    assert told.count("En båt: 200 kronor") == 1
    assert told.count("Fyra båtar: 500 kronor") == 1


def test_a_sentence_that_rests_on_the_one_before_is_told_with_it() -> None:
    reason = (
        "Spången vid kvarnen rasade under vårfloden, vadstället nedströms är för djupt för barnen i Norrby under hela våren, "
        "och den väg som de har gått sedan dess saknar både belysning och plogning under vintermånaderna."
    )
    because = "Med anledning av detta behöver skolvägen i Norrby läggas om över den gamla stenbron vid prästgården."
    paper = document(
        "omläggning",
        Kind.TJANSTESKRIVELSE,
        "Tekniska nämnden",
        dt.date(2025, 3, 4),
        [(H, "Skolvägen i Norrby", BACK), (P, f"Vägen är från 1970. {reason} {because}", BACK)],
    )

    claims = ask("Varför behöver skolvägen i Norrby läggas om över den gamla stenbron?", paper)

    assert reason in claims[0].text
    assert because in claims[0].text


def test_figures_beside_a_chart_are_no_answer() -> None:
    paper = document(
        "uppföljning",
        Kind.TJANSTESKRIVELSE,
        "Tekniska nämnden",
        dt.date(2025, 6, 4),
        [(H, "Antal besök på badet i maj 2025", BACK), (P, "202505 202506 202507", BACK)],
    )

    assert all("202506" not in claim.text for claim in ask("Hur många besök hade badet i maj 2025?", paper))


def test_one_part_of_a_question_is_not_told_by_what_lies_nearest_to_the_whole() -> None:
    question = "Vad kostar bron och hur ofta ska pumparna ses över?"
    cost, pumps = "Bron kostar 450 000 kronor.", "Pumparna i hamnen ska ses över varje år."
    paper = document(
        "beslut", Kind.TJANSTESKRIVELSE, "Tekniska nämnden", dt.date(2025, 3, 4), [(P, cost, BACK), (P, pumps, BACK)]
    )
    hits = [Hit(paper.metadata.id, paper.metadata, paper.passages, paper.text, 1.0)]
    near = {paper.metadata.id: {SentencePlace(0, 0, len(cost)): 0.1, SentencePlace(1, 0, len(pumps)): 0.9}}

    parts = rank_parts(understand(question), rank(understand(question), hits, near=lambda _: near))

    assert [part.ranking.scored[0].candidate.text for part in parts] == [cost, pumps]


def test_a_row_beside_the_one_that_is_asked_for_is_left_out() -> None:
    costs = (("Simskola", 4400), ("Utflykter", 900), ("Ridläger", 2400), ("Musik", 300))
    rows = [(R, f"{name} {cost} kronor", BACK) for name, cost in costs]
    heading = (H, "Förslag till nya föreningsbidrag för ungdomar: kostar, enligt nämnden", BACK)
    budget = document("budget", Kind.TJANSTESKRIVELSE, "Tekniska nämnden", dt.date(2025, 3, 4), [heading, *rows])
    claims = ask("Hur många kronor kostar simskolan enligt nya föreningsbidrag för ungdomar?", budget)
    assert [claim.text for claim in claims] == ["Simskola 4400 kronor"]


def test_an_adjective_is_known_where_its_vowel_comes_back() -> None:
    assert match(stem("vuxna"), "vuxenutbildning") > 0.8
    assert match(stem("öppna"), "öppen") == 1.0
    assert match(stem("vuxna"), "vaxenmat") == 0.0


def test_a_case_whose_title_says_nothing_is_told_by_the_first_sentence_of_its_section() -> None:
    minutes = document(
        "protokoll-juni",
        Kind.PROTOKOLL,
        "Tekniska nämnden",
        dt.date(2025, 6, 2),
        [
            (H, "Nytt initiativ", BACK),
            (P, "Ada Lind (V) lämnar ett initiativ om en bastu vid kajen i Björkudden.", BACK),
            (H, "Beslut", BACK),
            (P, "Initiativet överlämnas till förvaltningen för beredning.", DEC),
        ],
        "§ 8",
    )
    numbered = tuple(replace(one, case_numbers=("TN 2025/14",)) for one in minutes.passages)
    claims = ask("Vad gäller ärende TN 2025/14?", replace(minutes, passages=numbered))
    assert "Ada Lind (V) lämnar ett initiativ om en bastu vid kajen i Björkudden." in [claim.text for claim in claims]
