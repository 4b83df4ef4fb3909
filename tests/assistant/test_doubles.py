"""Questions that ask two things, against invented papers of a board."""

from assistant.abstain import Judgement
from assistant.answers import Status
from assistant.doubles import doubtful
from assistant.extract import ExtractiveAnswerer
from assistant.proof import Proven, prove
from assistant.question import parts
from assistant.service import answer_text
from ingest.documents import Kind
from tests.assistant.papers import BACK, H, P, ask, document, request

FERRY = document(
    "färja",
    Kind.TJANSTESKRIVELSE,
    [
        (H, "Färjan till Ekbro", BACK),
        (P, "Färjan till Ekbro kostar 2,1 miljoner kronor om året. Den går från maj till september.", BACK),
        (P, "Under 2024 åkte 8 400 resenärer med färjan, varav 1 900 med cykel.", BACK),
        (P, "Bryggan i Ekbro är 42 meter lång och byggdes 1987.", BACK),
    ],
)


def doubted(question: str) -> tuple[str, ...]:
    """Return the parts of a question that what is shown may not answer."""
    asked = request(question, FERRY)
    return doubtful(asked.understanding, asked.parts, prove(ExtractiveAnswerer().answer(asked)).places)


def test_a_place_and_a_second_sentence_are_asked_for_too() -> None:
    assert parts("Vad kostar bron, och var ska den byggas?") == ("Vad kostar bron", "var ska den byggas?")
    assert parts("Varför stängdes badet? Vad kostar ett nytt?") == ("Varför stängdes badet?", "Vad kostar ett nytt?")
    assert len(parts("Hur mycket får jag och upp till vilken ålder?")) == 2


def test_a_clause_of_time_asks_no_second_thing() -> None:
    question = "Vilka tider är fritids öppet innan lektionerna börjar och när de har slutat?"
    assert parts(question) == (question,)


def test_a_part_that_nothing_surely_answers_is_doubted() -> None:
    assert doubted("Vad kostar färjan till Ekbro om året, och hur många olyckor hände på bron i Kvarnåker?") == (
        "hur många olyckor hände på bron …",
    )
    assert doubted("Vad kostar färjan till Ekbro om året, och hur många resenärer åkte med den under 2024?") == ()


def test_one_sentence_may_answer_both_parts() -> None:
    claims = ask("Hur många resenärer åkte med färjan till Ekbro under 2024, och hur många av dem hade cykel?", FERRY)
    assert [claim.text for claim in claims] == ["Under 2024 åkte 8 400 resenärer med färjan, varav 1 900 med cykel."]


def test_words_that_stand_in_another_line_are_not_said_twice() -> None:
    claims = ask("Vad kostar färjan till Ekbro, och vad gäller om när den går?", FERRY)
    texts = [claim.text for claim in claims]
    assert not any(one is not other and one in other for one in texts for other in texts)


def test_the_doubted_part_is_named_above_the_answer() -> None:
    judgement = Judgement(Status.PARTIAL, doubtful=("när betalas det",))
    said = answer_text(judgement, Proven((), (), (), (), 0))
    assert said == "Svaret på ”när betalas det” är osäkert: läs källan."
