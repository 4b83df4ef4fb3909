"""The most and the least of a table are told by the row that holds them."""

from dataclasses import replace

import pytest

from assistant.answerer import Ranking, rank, rank_parts
from assistant.extremes import lacks_extreme
from assistant.ground import Ground
from assistant.question import understand
from assistant.verify import Evidence, Place
from ingest.documents import Block, Document, Kind, Passage
from tests.assistant.papers import BACK, H, document, request

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


def ranked(question: str, paper: Document) -> Ranking:
    """Return the sentences of a paper as the assistant ranks them."""
    return rank(understand(question), request(question, paper).hits, lambda _: paper.passages)


def first_of(ranking: Ranking) -> Passage:
    """Return the passage of the best sentence."""
    return ranking.scored[0].candidate.evidence.passage


def ground(paper: Document, row: int) -> Ground:
    """Return the ground of an answer that cites a row."""
    passage = paper.passages[row]
    return Ground([Place(Evidence(paper.metadata, passage), 0, len(passage.text))], (), lambda _: paper.passages)


@pytest.mark.parametrize(
    ("question", "row"),
    [
        ("Vilken båtklubb i Lillån har flest båtplatser?", 3),
        ("Vilken båtklubb i Lillån har minst antal båtplatser?", 2),
        ("Vilken båtklubb i Lillån har den högsta avgiften per plats?", 2),
    ],
)
def test_the_row_with_the_most_or_least_comes_first(question: str, row: int) -> None:
    assert first_of(ranked(question, table())).ordinal == row
    understanding = understand(question)
    assert [lacks_extreme(understanding, ground(table(), number)) for number in (1, 2, 3)] == [
        number != row for number in (1, 2, 3)
    ]


def test_of_two_things_asked_the_row_with_the_most_tells_both() -> None:
    question, paper = "Vilken båtklubb i Lillån har flest båtplatser, och hur många är de?", table()
    parts = rank_parts(understand(question), ranked(question, paper), lambda _: paper.passages)
    assert [first_of(part.ranking).ordinal for part in parts] == [3, 3]


@pytest.mark.parametrize(
    "question",
    [
        "Vilken avgift är högst för Norra klubben?",
        "Vilket är det högsta belopp som en båtklubb får ta ut?",
        "Hur många båtplatser har Norra klubben?",
    ],
)
def test_a_row_that_is_named_and_a_limit_are_no_extremes(question: str) -> None:
    assert not lacks_extreme(understand(question), ground(table(), 1))


def test_a_row_that_no_column_lets_compare_is_unsure() -> None:
    paper = table(("Båtklubb", "A", "B"))
    assert lacks_extreme(understand("Vilken båtklubb har flest båtplatser?"), ground(paper, 1))
