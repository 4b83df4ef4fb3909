"""The most and the least of a table are told by the row that holds them."""

from dataclasses import replace

import pytest

from assistant.answers import Status
from assistant.extremes import lacks_extreme
from assistant.question import understand
from assistant.verify import Evidence, Place
from ingest.documents import Block, Document, Kind
from tests.assistant.papers import BACK, H, ask, document, judged

COLUMNS = ("Båtklubb", "Båtplatser", "Avgift per plats")
ROWS = (
    ("Norra klubben", "120", "1 400 kr"),
    ("Östra klubben", "85", "2 150 kr"),
    ("Södra klubben", "210", "900 kr"),
    ("Totalt", "415", "4 450 kr"),
)


def table(columns: tuple[str, ...] = COLUMNS) -> Document:
    """Return an invented paper with a table of clubs."""
    rows = [(Block.TABLE_ROW, " ".join(cells), BACK) for cells in ROWS]
    paper = document("taxa", Kind.TJANSTESKRIVELSE, [(H, "Båtklubbar i Lillån", BACK), *rows])
    passages = [
        replace(one, cells=ROWS[number - 1], table_header=columns) if number else one
        for number, one in enumerate(paper.passages)
    ]
    return replace(paper, passages=tuple(passages))


@pytest.mark.parametrize(
    ("question", "row"),
    [
        ("Vilken båtklubb i Lillån har flest båtplatser?", "Södra"),
        ("Vilken båtklubb i Lillån har minst antal båtplatser?", "Östra"),
        ("Vilken båtklubb i Lillån har den högsta avgiften per plats?", "Östra"),
    ],
)
def test_the_row_with_the_most_or_least_comes_first(question: str, row: str) -> None:
    first, *_ = ask(question, table())
    assert first.text.startswith(row)


def test_a_row_that_nothing_lets_compare_is_unsure() -> None:
    paper = table(("Båtklubb", "A", "B"))
    place = Place(Evidence(paper.metadata, paper.passages[1]), 0, len(paper.passages[1].text))
    assert lacks_extreme(understand("Vilken båtklubb har flest båtplatser?"), [place])
    assert not lacks_extreme(understand("Hur många båtplatser har Norra klubben?"), [place])
    assert not lacks_extreme(
        understand("Vilken båtklubb har flest båtplatser?"),
        [replace(place, evidence=Evidence(paper.metadata, table().passages[1]))],
    )
    assert judged("Vilken båtklubb i Lillån har flest båtplatser?", paper).status is not Status.ANSWERED


def test_of_two_things_asked_the_row_with_the_most_tells_both() -> None:
    claim, *_ = ask("Vilken båtklubb i Lillån har flest båtplatser, och hur många är de?", table())
    assert claim.text.startswith("Södra")
