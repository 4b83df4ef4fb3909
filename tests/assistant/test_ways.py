"""All the alternatives of a table are told where they are asked for, never one of them alone."""

from dataclasses import replace

import pytest

from assistant.answers import Status
from assistant.series import asks_for_ways
from ingest.documents import Block, Document, Kind
from tests.assistant.papers import BACK, H, P, ask, document, judged

HEADER = ("Alternativ", "Sträckning", "Kostnad")
ROWS = (
    ("A", "Genom byn", "390 000 kr"),
    ("B", "Öster om byn", "1 350 000 kr"),
    ("C", "Väster om berget", "2 240 000 kr"),
)


def _paper(rows: tuple[tuple[str, ...], ...] = ROWS) -> Document:
    told = [" ".join(row) for row in rows]
    made = document(
        "skrivelse",
        Kind.TJANSTESKRIVELSE,
        [
            (H, "Ny skidled förbi Lillbyn", BACK),
            (P, "Förvaltningen har prövat hur skidleden förbi Lillbyn kan dras.", BACK),
            *((Block.TABLE_ROW, text, BACK) for text in told),
        ],
    )
    table = dict(zip(told, rows, strict=True))
    return replace(
        made,
        passages=tuple(
            replace(one, cells=table[one.text], table_header=HEADER) if one.text in table else one
            for one in made.passages
        ),
    )


@pytest.mark.parametrize(
    "question",
    [
        "Vad kostar de olika alternativen för skidleden förbi Lillbyn?",
        "Vilka tre sträckningar prövades för skidleden förbi Lillbyn?",
        "Vilka alternativ fanns för skidleden förbi Lillbyn?",
    ],
)
def test_every_row_of_the_alternatives_is_told(question: str) -> None:
    paper = _paper()
    assert [claim.text for claim in ask(question, paper)] == [" ".join(row) for row in ROWS]
    assert judged(question, paper).status is Status.ANSWERED


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("Vad kostar alternativ B för skidleden förbi Lillbyn?", ROWS),
        ("Vilka fyra alternativ fanns för skidleden förbi Lillbyn?", ROWS),
        ("Vilka alternativ fanns för skidleden förbi Lillbyn?", ROWS[1:]),
    ],
)
def test_one_alternative_another_number_or_half_a_table_is_not_all(
    question: str, rows: tuple[tuple[str, ...], ...]
) -> None:
    assert len(ask(question, _paper(rows))) != len(ROWS) or not asks_for_ways(question)
