"""What a party has to do by an agreement is told from under its name, not from the clauses on ending the agreement."""

import pytest

from assistant.act_words import ASKS_FOR_ORDER
from assistant.question import Asked, understand
from ingest.documents import Block, Document, Force, Kind
from tests.assistant.papers import ask, document

P, H, L = Block.PARAGRAPH, Block.HEADING, Block.LIST_ITEM
BACK, DEC = Force.BACKGROUND, Force.DECISION

ICE = document(
    "Avtal om skötsel av isbanan",
    Kind.AVTAL,
    (
        (H, "Avtal om skötsel av isbanan", BACK),
        (H, "§ 1 Syfte", BACK),
        (P, "Parterna vill att isbanan hålls öppen så länge det är kallt.", BACK),
        (H, "§ 2 Klubbens åtaganden", BACK),
        (L, "• spola banan varje kväll när det är minusgrader,", BACK),
        (L, "• hålla värmestugan låst efter klockan 21.", BACK),
        (H, "§ 3 Kommunens åtaganden gentemot klubben", BACK),
        (P, "Kommunen betalar el och vatten och lånar ut en spolbil.", BACK),
        (H, "§ 4 Uppsägning", BACK),
        (P, "Kommunen får säga upp avtalet om isklubben inte gör det som står i avtalet om isbanan.", BACK),
    ),
)
LAND = document(
    "Avtal om byggrätt vid mejeriet",
    Kind.AVTAL,
    (
        (H, "Avtal om byggrätt vid mejeriet", BACK),
        (H, "1. Omfattning", BACK),
        (P, "Bolaget ska bygga minst fyrtio bostäder. Marken mäts in på nytt.", BACK),
        (H, "2. Skorstenen", BACK),
        (
            P,
            "Skorstenen bevaras. Bolaget bekostar en besiktning av den. Av bolagets avgift ska hälften betalas nu.",
            BACK,
        ),
    ),
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Vad måste isklubben göra enligt avtalet om isbanan?", ICE.passages[4].text.lstrip("• ")),
        ("Vilka skyldigheter har isklubben för isbanan?", ICE.passages[4].text.lstrip("• ")),
        ("Vad ska kommunen göra enligt avtalet om isbanan?", ICE.passages[7].text),
        ("Vad åtar sig kommunen för isbanan?", ICE.passages[7].text),
    ],
)
def test_duties_are_those_under_the_name_of_the_party(question: str, told: str) -> None:
    text = " ".join(claim.text for claim in ask(question, ICE))
    assert told in text
    assert "säga upp" not in text


def test_without_such_a_heading_the_sentences_that_say_what_the_party_shall_do_are_told() -> None:
    text = [claim.text for claim in ask("Vad åtar sig bolaget enligt avtalet om mejeriet?", LAND)]
    assert text == ["Bolaget ska bygga minst fyrtio bostäder.", "Bolaget bekostar en besiktning av den."]


def test_a_club_is_the_association_of_an_agreement() -> None:
    field = document(
        "Avtal om skötsel av fotbollsplanen",
        Kind.AVTAL,
        (
            (H, "Avtal om skötsel av fotbollsplanen", BACK),
            (H, "Föreningens ansvar", BACK),
            (P, "Föreningen klipper planen varje vecka.", BACK),
            (H, "Kommunens ansvar", BACK),
            (P, "Kommunen köper gräsfrö.", BACK),
        ),
    )
    told = [claim.text for claim in ask("Vad ska fotbollsklubben göra enligt avtalet om planen?", field)]
    assert told == ["Föreningen klipper planen varje vecka."]


COUNCIL = document(
    "Protokoll § 31",
    Kind.PROTOKOLL,
    (
        (H, "§ 31 Biblioteksplan", BACK),
        (P, "Förvaltningen ska enligt bibliotekslagen ägna de prioriterade grupperna särskild uppmärksamhet.", BACK),
        (H, "Beslut", BACK),
        (L, "1. Biblioteksplanen antas.", DEC),
        (L, "2. Förvaltningen får i uppdrag att utreda en bokbuss till byarna.", DEC),
    ),
    "§ 31",
    "Kulturnämnden",
)


@pytest.mark.parametrize(
    "question",
    [
        "Vilka uppdrag fick förvaltningen när biblioteksplanen antogs?",
        "Vilken utredning om bokbuss beställde nämnden med biblioteksplanen?",
        "Vad fick förvaltningen i uppdrag att göra med biblioteksplanen?",
    ],
)
def test_what_somebody_was_told_to_do_is_told_by_the_decision(question: str) -> None:
    assert Asked.DECISION in understand(question).asked
    assert "får i uppdrag att utreda en bokbuss" in " ".join(claim.text for claim in ask(question, COUNCIL))


@pytest.mark.parametrize(
    "question", ["Vilket uppdrag har biblioteket?", "Vem har uppdraget som ordförande?", "Vad visar utredningen?"]
)
def test_a_mission_or_an_inquiry_that_there_is_was_not_ordered_by_the_question(question: str) -> None:
    assert ASKS_FOR_ORDER.search(question) is None


ROOMS: Document = document(
    "Regler för lokaler",
    Kind.PLAN,
    (
        (H, "Regler för lokaler", BACK),
        (P, "Gymnastiksalarna fördelas på kvällar i följande ordning:", BACK),
        (L, "1) Barn och unga", BACK),
        (L, "2) Vuxna i föreningar", BACK),
        (L, "3) Övriga", BACK),
    ),
)


@pytest.mark.parametrize("word", ["ordning", "turordning", "prioritetsordning"])
def test_an_order_is_told_by_the_whole_list(word: str) -> None:
    text = ask(f"I vilken {word} fördelas gymnastiksalarna?", ROOMS)[0].text
    assert all(one.text in text for one in ROOMS.passages[2:])
