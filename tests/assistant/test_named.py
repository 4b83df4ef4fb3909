"""A company, an address or an identifier is told by one of its kind."""

import pytest

from assistant.fitting import fit
from assistant.named import names_none
from assistant.question import understand
from assistant.verify import Evidence, Place
from ingest.documents import Block, Document, Force, Kind, Passage
from tests.assistant.papers import BACK, H, P, ask, document
from tests.assistant.sentences import DOCUMENT, fits, row


@pytest.mark.parametrize(
    ("question", "text", "none"),
    [
        ("Vilket företag har byggt bron?", "Bron byggdes om 2029 och kostade mer än väntat.", True),
        ("Vilken förening hyr ishallen?", "Ishallen hyrs ut för föreningsverksamhet.", True),
        ("Vilket företag har granskat Ekviks Hamn?", "Räntan för Ekviks Hamn AB är 0,39 %.", True),
        ("Vilket företag har byggt bron?", "Bron byggdes av Lindsunds Bygg AB.", False),
        ("Vilken entreprenör bygger om hallen?", "Hallen byggs om och biblioteket i Ekvik flyttar.", True),
        ("Vilken leverantör kör skolbussen?", "Skolbussen körs av Torsviks taxi.", False),
        ("Varför byggdes bron?", "Den gamla bron var sliten.", False),
        ("Vilket bolag tvistar kommunen med?", "Tvisten med bolaget sköts av hamnnämnden.", True),
        ("Vilken konsult granskade bron?", "Projektledare: Sara Holm, besiktningsman", False),
        ("Vilket företag granskade bron?", "Projektledare: Sara Holm, besiktningsman", True),
        ("Vilken firma byggde bron?", "- Bron är klar.\n- Torget ritas av Lindsunds Ark AB.", True),
        ("Vilken firma byggde bron?", "- Bron byggdes av Lindsunds Bygg AB.\n- Torget är klart.", False),
        ("Vad heter kaféet vid bron?", "Kaféet ska stängas tills kontoret har gett lov.", True),
        ("Vad heter kaféet vid bron?", "Kaféet, som heter Måsen, ska stängas.", False),
        ("Vilken adress får kaféet?", "Kaféet byggs 2031 enligt Kommunstyrelsen 2030-04-02.", True),
        ("Vilken adress får kaféet?", "Kaféet byggs på Ekvik 3:12.", False),
        ("Vilken adress får kaféet?", "Kaféet byggs vid Strandvägen.", False),
    ],
)
def test_a_company_or_an_address_is_told_by_a_name(question: str, text: str, none: bool) -> None:
    passage = Passage(0, text, 0, len(text), 1, Block.PARAGRAPH, Force.BACKGROUND)
    assert names_none(question, [Place(Evidence(DOCUMENT, passage), 0, len(text))]) is none


def test_a_number_of_a_named_kind_stands_below_its_name() -> None:
    asked = understand("Vilket löpnummer har beslutet om bryggan?")
    named, bare = (row("226", "Bryggan stängs", header=(first, "Beslut")) for first in ("Löpnr", "Dag"))
    assert fit(asked, named.passage.text, named) == 1.0
    assert fit(asked, bare.passage.text, bare) == 0.0


@pytest.mark.parametrize(
    ("question", "holds", "lacks"),
    [
        ("Vilket diarienummer har badhuset?", "Dnr KN 2031/417", "§ 16 Nytt badhus"),
        (
            "I vilken paragraf antogs taxan?",
            "Beslutad av kommunfullmäktige 2031-11-27, § 214",
            "1 § Inledande bestämmelser",
        ),
    ],
)
def test_an_identifier_is_told_by_words_that_hold_one_of_its_kind(question: str, holds: str, lacks: str) -> None:
    assert fits(question, holds) > fits(question, lacks) == 0


@pytest.mark.parametrize(
    ("question", "holds", "lacks"),
    [
        ("Vad har kajavtalet för avtalsnummer?", "Avtal nr 31/7", "Avtalet gäller i 7 år."),
        ("Vad får bryggor för punktnummer?", "4.2 Bryggor Rektor", "Bryggor får kosta 4 kr."),
        ("Vilket telefonnummer har rektorn?", "Rektor nås på 0999-12 34 56.", "Inköp upp till 1 000 000 kronor"),
    ],
)
def test_a_number_looks_as_its_name_says(question: str, holds: str, lacks: str) -> None:
    assert fits(question, holds) == 1.0
    assert fits(question, lacks) == 0.0


def test_a_row_number_stands_in_the_column_of_numbers() -> None:
    evidence = row("226", "Bryggan stängs", header=("Nr", "Beslut"))
    assert fit(understand("Vilket löpnummer har beslutet?"), evidence.passage.text, evidence) == 1.0


LEASE = document(
    "arrende",
    Kind.AVTAL,
    [
        (P, "Dnr TN 2025/88", BACK),
        (H, "Arrendeavtal för Björkuddens badplats", BACK),
        (P, "Badplatsen på Björkudden arrenderas ut till båtklubben i Björkudden.", BACK),
        (P, "Båtklubben har organisationsnummer 802400-1234.", BACK),
    ],
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Vad har arrendeavtalet för badplatsen på Björkudden för diarienummer?", "Dnr TN 2025/88"),
        ("Vilket organisationsnummer har båtklubben?", "Båtklubben har organisationsnummer 802400-1234."),
    ],
)
def test_a_number_is_told_by_its_line(question: str, told: str) -> None:
    assert ask(question, LEASE)[0].text == told


def contract(with_whom: str, number: str, name: str) -> Document:
    """Return an invented contract whose first words name the number of one party."""
    title = f"{with_whom} – avtal om kajen i Björkudden"
    about = f"{with_whom} hyr en plats vid kajen i Björkudden av kommunen."
    return document(title, Kind.AVTAL, [(H, title, BACK), (P, about, BACK), (P, f"{name} {number}", BACK)])


def test_a_number_is_that_of_the_party_whose_paper_it_stands_in() -> None:
    clubs = (
        contract("Torsviks seglarklubb", "802411-1111", "Organisationsnummer"),
        contract("Ekviks kajakklubb", "802422-2222", "Personnr/orgnr"),
    )
    for question in ("Vad har kajakklubben för organisationsnummer?", "orgnr till kajakklubben?"):
        assert "802422-2222" in ask(question, *clubs)[0].text


@pytest.mark.parametrize(
    ("question", "text", "other"),
    [
        (
            "Vilken myndighet granskar kajen?",
            "Kajen granskas av Sjöfartsverket vart tredje år.",
            "Kajen granskas vart tredje år.",
        ),
        (
            "Vilken instans kan ändra nämndens beslut?",
            "Länsstyrelsen kan ändra nämndens beslut.",
            "Nämndens beslut kan ändras.",
        ),
    ],
)
def test_which_body_is_told_by_one_that_the_question_does_not_name(question: str, text: str, other: str) -> None:
    assert fits(question, text) > fits(question, other)
