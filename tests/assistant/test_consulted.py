"""The views of an authority are its own words: under its name, told as its own, and not what it was answered."""

from dataclasses import replace

import pytest

from assistant.consulted import consulted, speaks
from assistant.verify import Evidence
from ingest.documents import Block, DocumentMetadata, Force, Kind, Passage, Person, Role


@pytest.mark.parametrize(
    ("question", "who"),
    [
        ("Vilka synpunkter hade Banverket på gångbron?", "Banverket"),
        ("Vad ansåg länsstyrelsen om bron?", "länsstyrelsen"),
        ("Vad tyckte Telebolaget om bron?", "Telebolaget"),
        ("Vad är Banverkets synpunkter på bron?", "Banverket"),
        ("Hur ställer sig hembygdsföreningen till bron?", "hembygdsföreningen"),
        ("Vad sa Karin Ekvall när hon presenterade bron?", "Karin Ekvall"),
        ("Vad sa hyresgästerna på Kvarngården om bron?", "hyresgästerna"),
        ("Vad tyckte hamnens chef om bron?", "hamnens chef"),
        ("Vad tyckte SHF:s byagrupp om bron?", "SHF:s byagrupp"),
        ("Vad svarade hamnchefen byalaget på frågan om bron?", "hamnchefen"),
        ("Vad anser förvaltningen om bron?", ""),
        ("Vad säger planen om bron?", ""),
        ("Vad anser tekniska nämnden om bron?", ""),
        ("Vad kostar bron?", ""),
    ],
)
def test_whose_views_are_asked_for(question: str, who: str) -> None:
    assert consulted(question) == who


def passages(*told: tuple[str, tuple[str, ...]]) -> list[Passage]:
    """Return invented paragraphs, each under its headings."""
    return [
        Passage(number, text, 0, len(text), 1, Block.PARAGRAPH, Force.BACKGROUND, heading)
        for number, (text, heading) in enumerate(told)
    ]


UNDER = ("Yttranden", "Banverket")
LISTED = ("Yttranden", "Övriga")
EVERY = passages(
    ("Bron ligger för nära spåret.", UNDER),
    ("Kommentar:", UNDER),
    ("Avståndet har utökats.", UNDER),
    ("2. Banverket", LISTED),
    ("Stängsel saknas vid bron.", LISTED),
    ("3. Grannarna", ("Yttranden", "Grannarna")),
    ("Bron stör utsikten.", ("Yttranden", "Grannarna")),
    ("Bron stör, men Banverket har inget att invända.", LISTED),
    ("Kommunen planerar ett stängsel.", UNDER),
)
DOCUMENT = DocumentMetadata("a" * 16, "a/b.pdf", "Yttranden över bron", Kind.OVRIGT, "")


@pytest.mark.parametrize(
    ("ordinal", "own"),
    [(0, True), (2, False), (4, True), (6, False), (7, True), (8, False)],
    ids=[
        "under its name",
        "the reply",
        "below a line with its name",
        "of another",
        "told as its own",
        "of the municipality",
    ],
)
def test_who_speaks(ordinal: int, own: bool) -> None:
    passage = EVERY[ordinal]
    assert speaks("Banverket", Evidence(DOCUMENT, passage), passage.text, EVERY) is own


def test_a_municipality_speaks_in_its_own_papers() -> None:
    ours = DocumentMetadata("a" * 16, "a/b.pdf", "Yttranden", Kind.OVRIGT, "", municipality="Västerdals kommun")
    assert speaks("Västerdal", Evidence(ours, EVERY[6]), EVERY[6].text, EVERY)


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Polisen anser att bron är för mörk.", True),
        ("Enligt polisen är bron för mörk.", True),
        ("Polisen registrerade tolv händelser vid bron.", False),
        ("En lampa vid bron har begärts av polisen.", False),
        ("Frågan gick till skolan och polisen. Många anser att bron är för mörk.", False),
    ],
)
def test_what_is_told_of_somebody_is_not_what_they_say(text: str, own: bool) -> None:
    (passage,) = passages((text, ("Trygghet",)))
    assert speaks("polisen", Evidence(DOCUMENT, passage), text, (passage,)) is own


def test_who_is_named_in_minutes_does_not_speak_in_all_of_them() -> None:
    chair = Person("Karin Ekvall", Role.ORDFORANDE)
    minutes = replace(DOCUMENT, kind=Kind.PROTOKOLL, people=(chair,))
    (passage,) = passages(("Bron är för mörk.", ("Trygghet",)))
    assert not speaks("Karin Ekvall", Evidence(minutes, passage), passage.text, (passage,))
    assert speaks("Karin Ekvall", Evidence(replace(minutes, kind=Kind.MOTION), passage), passage.text, (passage,))
