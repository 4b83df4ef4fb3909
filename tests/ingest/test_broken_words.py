"""Words that a narrow cell breaks without a hyphen are read whole; words that only stand one above the other are not."""

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from ingest.broken_words import MAYBE_BROKEN, with_whole_words
from ingest.documents import Line, Page
from tests.ingest.papers import SURVEY, Paper
from tests.ingest.test_delegation_tables import EDGES, row, rows_of, ruled

NARROW = EDGES[3] - EDGES[2] - 8


def as_set(word: str) -> str:
    """Return a word as a narrow cell sets it: cut where the line is full, the parts parted by "/"."""
    parts = [""]
    for letter in word:
        if stringWidth(parts[-1] + letter, "Helvetica", 9) > NARROW:
            parts.append("")
        parts[-1] += letter
    return "/".join(parts)


def delegates(*cells: str) -> list[str]:
    """Return the third cells of a table that sets these words in them."""
    paper = Paper("ordning.pdf").text(SURVEY, "Samordnaren för integrationsfrågorna anmäler det som beslutats.")
    ruled(paper, *(row(f"{number}.", "Beslut", cell, "", "") for number, cell in enumerate(cells, start=1)))
    return [one.cells[2] for one in rows_of(paper.read())]


def test_a_word_that_fills_its_cell_goes_on_with_the_next_line() -> None:
    word = "Kommunikationsavdelningens"
    assert "/" in as_set(word)
    assert delegates(f"{as_set(word)} chef") == [f"{word} chef"]


def test_a_word_broken_twice_is_read_whole() -> None:
    word = "Fastighetsförvaltningsutredningsuppdraget"
    assert as_set(word).count("/") > 1
    assert delegates(as_set(word)) == [word]


def test_a_word_that_leaves_room_ends_with_its_line() -> None:
    assert delegates("Rektorn/anmäler beslutet") == ["Rektorn anmäler beslutet"]


def test_a_word_that_fills_its_cell_but_stands_elsewhere_too_ends_with_its_line() -> None:
    word = "integrationsfrågorna"
    assert NARROW - 3 < stringWidth(word, "Helvetica", 9) <= NARROW
    assert delegates(f"{word}/anmäler han") == [f"{word} anmäler han"]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Avgifts|fri", "Avgiftsfri"),
        ("Kostnaden|i år", "Kostnaden i år"),
        ("Tillstån|d", "Tillstånd"),
        ("Tillsyn|och prövning", "Tillsyn och prövning"),
        ("Öppetti|der gäller", "Öppettider gäller"),
        ("Lokalbok|ning", "Lokalbokning"),
    ],
    ids=[
        "whole-elsewhere",
        "a-letter-that-is-a-word",
        "a-letter-that-is-none",
        "two-words",
        "new-word",
        "in-longer-word",
    ],
)
def test_the_other_words_of_the_document_tell_whether_a_word_is_broken(text: str, whole: str) -> None:
    told = Line("Avgiftsfri tillsyn och lokalbokningen i en ning", 1)
    marked = text.replace("|", MAYBE_BROKEN)
    found = with_whole_words((Page(1, 595, 842, (told, Line(marked, 1, cells=("1", marked)))),))
    assert found[0].lines[1] == Line(whole, 1, cells=("1", whole))
    assert found[0].lines[0] is told


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("gemensam|ersättning", "gemensam ersättning"),
        ("Tillstå|nd", "Tillstånd"),
        ("Snöröj|nings|avtal", "Snöröjningsavtal"),
    ],
    ids=["two words", "one word", "broken twice"],
)
def test_the_text_as_it_was_written_tells_which_words_there_are(text: str, whole: str) -> None:
    found = with_whole_words(
        (Page(1, 595, 842, (Line(text.replace("|", MAYBE_BROKEN), 1),)),),
        "Tillstånd och gemensam ersättning i Snöröjningsavtal",
    )
    assert found[0].lines[0].text == whole
