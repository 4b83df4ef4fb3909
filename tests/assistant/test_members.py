"""What members did in a matter: who took no part in it, who voted neither way, and how a vote came out."""

import pytest

from assistant.answers import Status
from assistant.things import matters
from assistant.voting import HOW_VOTED
from ingest.documents import Kind
from tests.assistant.papers import BACK, DEC, YRK, H, P, ask, document, judged

WHARF = document(
    "bryggan",
    Kind.PROTOKOLL,
    [
        (H, "Anbud på gästbryggan i Mörtnäs", BACK),
        (H, "Jäv", BACK),
        (P, "Gun Alm (S) anmäler jäv och deltar inte i handläggningen av ärendet.", BACK),
        (H, "Beslut", BACK),
        (P, "Anbudet från Bryggbyggarna i Norr AB antas. Anbudet från Sjö och Strand AB förkastas.", DEC),
    ],
    "§ 31",
    "Tekniska nämnden",
)
SALT = document(
    "salt",
    Kind.PROTOKOLL,
    [
        (H, "Sandning av cykelvägar", BACK),
        (H, "Yrkanden", BACK),
        (P, "Finn Berg (M) yrkar att cykelvägarna sandas varje natt.", YRK),
        (H, "Omröstning", BACK),
        (P, "Med 6 ja-röster mot 2 nej-röster beslutar nämnden om sandning av cykelvägar.", DEC),
        (P, "Nej röstar Ada Lind (V) och Bo Ek (V). Dag Sten (SD) och Eva Ros (C) avstår.", BACK),
    ],
    "§ 32",
    "Tekniska nämnden",
)


LIGHTS = document(
    "ljus",
    Kind.PROTOKOLL,
    [
        (H, "Belysning av gästbryggan i Mörtnäs", BACK),
        (H, "Yrkanden", BACK),
        (P, "Finn Berg (M) yrkar att belysningen av gästbryggan i Mörtnäs släcks.", YRK),
        (P, "Ada Lind (V) yrkar att belysningen får lysa hela natten.", YRK),
        (H, "Beslutsgång", BACK),
        (P, "Ordföranden finner att nämnden bifaller Ada Linds yrkande.", BACK),
        (H, "Beslut", BACK),
        (P, "Belysningen av gästbryggan får lysa hela natten.", DEC),
    ],
    "§ 33",
    "Tekniska nämnden",
)


def test_who_got_it_through_moved_what_was_granted() -> None:
    claims = ask("Vem fick igenom att belysningen av gästbryggan lyser?", WHARF, LIGHTS)
    assert claims[0].text.startswith("Ada Lind (V) yrkar")


@pytest.mark.parametrize(
    ("question", "expected", "others"),
    [
        ("Vem klev åt sidan när anbuden på gästbryggan avgjordes?", "Gun Alm", "Ada Lind"),
        ("Vem var jävig när gästbryggan avgjordes?", "Gun Alm", "Ada Lind"),
        ("Vilka la inte sin röst åt något håll när nämnden voterade om cykelvägarna?", "Dag Sten", "Ada Lind"),
        ("Vilka sa nej till sandningen av cykelvägar när det röstades?", "Ada Lind", "Dag Sten"),
        ("Hur slutade omröstningen om sandningen av cykelvägar?", "6 ja-röster", "Dag Sten"),
        ("Vad blev utfallet i röstningen om sandningen av cykelvägar?", "6 ja-röster", "Dag Sten"),
        (
            "Vad blev utfallet i röstningen, i fråga om yrkanden om sandningen av cykelvägar?",
            "6 ja-röster",
            "Finn Berg",
        ),
    ],
)
def test_what_members_did_is_told_in_other_words_than_the_minutes(question: str, expected: str, others: str) -> None:
    said = " ".join(claim.text for claim in ask(question, WHARF, SALT))
    assert expected in said
    assert others not in said
    assert judged(question, WHARF, SALT).status is not Status.NOT_FOUND


def test_what_is_to_be_done_about_an_interest_is_no_act_of_a_member() -> None:
    text = "Vid jäv i ärenden om kajer svarar Torsviks nämnd för beslutet om kajen."
    rules = document("Regler om jäv", Kind.OVRIGT, [(H, "Regler om jäv", BACK), (P, text, BACK)])
    question = "Vilken nämnd svarar för beslut om kajer när någon är jävig?"
    assert [claim.text for claim in ask(question, rules)] == [text]
    assert judged(question, rules).status is not Status.NOT_FOUND


def test_what_a_clause_is_about_is_part_of_the_matter() -> None:
    assert "sandningen" in matters("Vilka reserverade sig när sandningen lades om?")
    assert "lades" not in matters("Vilka reserverade sig när sandningen lades om?")


@pytest.mark.parametrize(
    "question",
    [
        "Vem anmälde jäv när sandningen av cykelvägar avgjordes?",
        "Hur fördelade sig rösterna parti för parti om sandningen av cykelvägar?",
    ],
)
def test_nobody_took_no_part_and_no_party_voted_where_the_minutes_do_not_say_so(question: str) -> None:
    assert judged(question, WHARF, SALT).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    "question",
    [
        "Vilken firma fick jobbet med gästbryggan i Mörtnäs?",
        "Vem vann upphandlingen av gästbryggan?",
        "Vilket anbud antogs för gästbryggan?",
    ],
)
def test_who_got_a_contract_is_told_by_what_was_decided_on_the_offers(question: str) -> None:
    offers = document(
        "anbud",
        Kind.TJANSTESKRIVELSE,
        [
            (H, "Anbud på gästbryggan i Mörtnäs", BACK),
            (P, "Sjö och Strand AB vill ha jobbet med gästbryggan i Mörtnäs och begär 410 000 kronor.", BACK),
        ],
    )
    (claim,) = ask(question, offers, WHARF)
    assert claim.text == "Anbudet från Bryggbyggarna i Norr AB antas."
    assert judged(question, offers, WHARF).status is Status.ANSWERED


def test_an_offer_that_nobody_accepted_got_no_contract() -> None:
    assert judged("Vilken firma fick jobbet med badhuset i Mörtnäs?", WHARF).status is not Status.ANSWERED


def test_who_voted_is_not_told_for_sure_by_numbers_alone() -> None:
    counted = document(
        "grus",
        Kind.PROTOKOLL,
        [
            (H, "Grus på cykelvägar", BACK),
            (H, "Omröstning", BACK),
            (P, "6 ledamöter röstar ja och 2 röstar nej till grus på cykelvägar.", BACK),
        ],
        "§ 33",
        "Tekniska nämnden",
    )
    assert judged("Vilka röstade nej till grus på cykelvägar?", counted).status is not Status.ANSWERED
    assert judged("Hur många röstade nej till grus på cykelvägar?", counted).status is Status.ANSWERED


@pytest.mark.parametrize(
    ("question", "voted"),
    [
        ("Vilka partier lade ner sina röster?", True),
        ("Vilka lade ned i omröstningen om bron?", True),
        ("Vilket parti la ner?", True),
        ("Vilket datum lägger Ekbackens skola ner enligt beslutet?", False),
        ("Vilka badplatser lade kommunen ner 2024?", False),
    ],
)
def test_what_is_closed_down_is_no_vote_laid_down(question: str, *, voted: bool) -> None:
    assert (HOW_VOTED.search(question) is not None) is voted


RULES = document(
    "regler",
    Kind.OVRIGT,
    [
        (H, "Delegering i enskilda ärenden", BACK),
        (P, "Mörtnäs och Ekvik har ett avtal om att hjälpa varandra när en nämnd är jävig i enskilda ärenden.", BACK),
    ],
)


@pytest.mark.parametrize(
    "question",
    [
        "Mellan vilka kommuner gäller avtalet om att hjälpa varandra när någon är jävig i enskilda ärenden?",
        "Vilka kommuner har avtal om jävssituationer i enskilda ärenden?",
    ],
)
def test_what_applies_when_somebody_has_an_interest_is_no_act_of_anybody(question: str) -> None:
    assert "jäv i det ärende" not in " ".join(judged(question, RULES).reasons)
    assert ask(question, RULES)[0].text == RULES.passages[1].text
