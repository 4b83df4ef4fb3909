"""A name counts as known however short or misspelt it is written, and as unknown where no paper holds it."""

import datetime as dt
from dataclasses import replace

import pytest

from assistant import texts
from assistant.abstain import unknown_before_search
from assistant.bodies import goes_by, shortens
from assistant.question import understand
from assistant.unknown import Cited, uncounted, unknown
from assistant.verify import Evidence, Place
from index.hits import Filters, SearchResult
from ingest.documents import Block, DocumentMetadata, Force, Kind, Passage

TEXT = "Barn- och badnämnden i Västerdal ingår ett föreningspartnerskap (FPS) med Lillåns simförening."
PASSAGE = Passage(0, TEXT, 0, len(TEXT), 1, Block.PARAGRAPH, Force.BACKGROUND)
DOCUMENT = DocumentMetadata("a" * 16, "a.pdf", "Avtal", Kind.AVTAL, "", (), "", "Västerdal", dt.date(2025, 4, 8))
NOTHING = SearchResult((), (), Filters(), 1, 0.5, {})


def missing(question: str) -> bool:
    """Tell whether the paper lacks a name or a figure of a question."""
    understanding = understand(question)
    cited = Cited([DOCUMENT], lambda _: [PASSAGE])
    place = Place(Evidence(DOCUMENT, PASSAGE), 0, len(TEXT))
    return bool(
        unknown(understanding, cited, NOTHING, lambda _: [PASSAGE])
        or uncounted(understanding, [place], NOTHING, lambda _: [PASSAGE])
    )


@pytest.mark.parametrize(
    "question",
    [
        "Vem är kontaktperson i FPS-avtalet?",
        "Vad vill BBN med partnerskapet?",
        "Hur vill BBF öka simkunnigheten?",
        "Vad gör Lillånns simförening?",
        "Vad gäller i årshjulet 26/27?",
        "Vad gör Lillåns SF?",
        "Vad gjorde föreningen på 90-talet?",
    ],
)
def test_a_name_that_is_short_or_misspelt_is_known(question: str) -> None:
    assert not missing(question)


@pytest.mark.parametrize(
    "question",
    [
        "Vad gäller enligt XKL-avtalet?",
        "Vad vill TVN med partnerskapet?",
        "Vad gör Storåns simförening?",
        "Vad hände med 27 båtar?",
    ],
)
def test_a_name_of_somebody_else_is_unknown(question: str) -> None:
    assert missing(question)


@pytest.mark.parametrize(
    ("short", "text", "same"),
    [
        ("VBN", "Vatten- och badnämndens beslut", True),
        ("VBF", "att vatten- och badförvaltningen ska", True),
        ("KF", "Kommunfullmäktige beslutar", True),
        ("AME", "Arbetsmarknadsenheten flyttar", True),
        ("HD", "Högsta domstolen fann", True),
        ("KS", "Kommunfullmäktige beslutar", False),
        ("TN", "Badnämnden beslutar", False),
        ("ABN", "Vatten- och badnämnden", False),
    ],
)
def test_capitals_stand_for_the_body_whose_name_they_begin(short: str, text: str, same: bool) -> None:
    assert shortens(short, text) is same


@pytest.mark.parametrize(
    ("name", "known"),
    [("miljönämnden", True), ("byggnadsnämnden", True), ("skolnämnden", False), ("miljöstyrelsen", False)],
)
def test_a_body_of_two_matters_goes_by_its_first(name: str, known: bool) -> None:
    assert goes_by(name, "Miljö- och hälsonämnden skrev till Bygg- och parknämnden.") is known


def test_capitals_stand_for_words_of_a_heading() -> None:
    heading = ("Idéburet båtlivs partnerskap",)
    passage = Passage(0, "Avtalet löper ut i maj.", 0, 23, 1, Block.PARAGRAPH, Force.BACKGROUND, heading_path=heading)
    cited = Cited([DOCUMENT], lambda _: [passage])
    held = [
        not unknown(understand(question), cited, NOTHING, lambda _: [passage])
        for question in ("När går IBP:n ut?", "När går IXP:n ut?")
    ]
    assert held == [True, False]


def test_a_paper_of_a_body_that_may_be_called_so_knows_the_name() -> None:
    paper = replace(DOCUMENT, board="Grundskolenämnden")
    cited = Cited([paper], lambda _: [PASSAGE])
    held = [
        not unknown(understand(question), cited, NOTHING, lambda _: [PASSAGE])
        for question in ("Vad sade skolnämnden om simning?", "Vad sade hamnnämnden om simning?")
    ]
    assert held == [True, False]


@pytest.mark.parametrize(
    ("name", "known"), [("Granån", True), ("Granåns", True), ("Storån", False), ("Granåsen", False), ("Gra", False)]
)
def test_a_name_may_begin_that_of_another(name: str, known: bool) -> None:
    text = "Granåbron rivs."
    passage = replace(PASSAGE, text=text, end=len(text))
    (value,) = [one for one in understand(f"Vad händer med bron över {name}?").named if one.text.strip() == name] or [
        None
    ]
    if value is None:
        pytest.fail(f"{name} was not read as a name")
    assert Cited([DOCUMENT], lambda _: [passage]).holds(value) is known


@pytest.mark.parametrize(
    ("question", "lacks"),
    [
        ("Det är minus 34 och bussen kom inte. Får barnet stanna hemma?", False),
        ("En familj från Storköping är här på besök. Vad kostar simhallen?", False),
        ("Åker mina gäster från Storköping gratis?", False),
        ("Hur många elever från Storköping åker gratis?", True),
        ("Vad hände? Det är minus 34.", True),
        ("Nämnden gav 34 barn plats. Vad hände med 34 barn?", True),
        ("Vad kostar 34 barn. Och vuxna?", True),
    ],
)
def test_what_is_told_before_the_question_need_not_stand_in_the_papers(question: str, lacks: bool) -> None:
    assert missing(question) is lacks


@pytest.mark.parametrize(
    ("question", "refused"),
    [
        ("Kan du boka ett rum åt mig på torsdag?", True),
        ("Hej! Kan ni ringa hamnkaptenen?", True),
        ("Kan du skicka mig taxan?", False),
        ("Kan man boka en båtplats?", False),
    ],
)
def test_an_errand_is_not_run(question: str, *, refused: bool) -> None:
    judgement = unknown_before_search(understand(question), SearchResult((), (), Filters(), 0, 0.0))
    assert (judgement is not None and judgement.reasons == (texts.NO_ERRAND,)) is refused
