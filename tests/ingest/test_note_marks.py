"""Figures raised on words are marks of notes where the note stands on the page; of a unit they are part."""

import pytest

from tests.ingest.papers import COST, LEFT, SURVEY, At, Paper


def paper_with(word: str, mark: str, rest: str, *notes: str) -> str:
    """Set a sentence with a raised mark on its word, notes in small type at the foot; return the sentence as read."""
    paper = Paper("utredning.pdf").heading("Utredning om hamnen", 16).text(SURVEY, COST)
    width = paper.canvas.stringWidth(word, "Helvetica", 11)
    paper.at(At(LEFT, paper.top, word, size=11), At(LEFT + width, paper.top - 4, mark, size=6.5))
    after = LEFT + width + paper.canvas.stringWidth(mark, "Helvetica", 6.5)
    paper.at(At(after, paper.top, rest, size=11))
    paper.top += 30
    paper.text(SURVEY)
    paper.at(*(At(LEFT, 740 + 10 * number, note, size=8) for number, note in enumerate(notes)))
    return next(one.text for one in paper.read().passages if one.text.startswith("Hamnen"))


@pytest.mark.parametrize(
    ("word", "mark", "notes", "read"),
    [
        pytest.param("Hamnen kostar 14 200", "1", ("1 Utan moms.",), "Hamnen kostar 14 200 i år.", id="note"),
        pytest.param("Hamnen kostar 14 200", "2", ("1 Utan moms.",), "Hamnen kostar 14 200² i år.", id="other-note"),
        pytest.param("Hamnen är 14 200 m", "2", ("2 Mätt 2031.",), "Hamnen är 14 200 m² i år.", id="unit"),
        pytest.param("Hamnen kostar 14 200", "12", ("12 Utan moms.",), "Hamnen kostar 14 200 i år.", id="two-figures"),
    ],
)
def test_the_mark_of_a_note_is_no_part_of_its_word(word: str, mark: str, notes: tuple[str, ...], read: str) -> None:
    assert paper_with(word, mark, " i år.", *notes) == read
