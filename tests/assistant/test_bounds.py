"""A size or a time of the year lies within the limits of one row, and outside those of its neighbours."""

import pytest

from assistant.answerer import rank
from assistant.bounds import names_place, reaches
from assistant.question import understand
from assistant.unknown import uncounted
from assistant.verify import Evidence, Place
from index.hits import Filters, Hit, SearchResult
from ingest.documents import Block, DocumentMetadata, Force, Kind, Passage

DOCUMENT = DocumentMetadata("a" * 16, "hamn/taxa.pdf", "Regler för hamnen", Kind.OVRIGT, "")


@pytest.mark.parametrize(
    ("question", "text", "reached"),
    [
        ("Vem får upplåta en bod i fem veckor?", "Upplåtelse av bod längre än en månad", True),
        ("Vem får upplåta en bod i fem veckor?", "Upplåtelse av bod högst en månad", False),
        ("Vad kostar ett lyft av en båt på fyra ton?", "Lyft 3–7 ton 900", True),
        ("Vad kostar ett lyft av en båt på fyra ton?", "Lyft upp till 3 ton 600", False),
        ("Vem får köpa in något för 40 000 kronor?", "Inköp över 25 000 kronor", True),
        ("Vem får ge 40 000 till en festival?", "Stöd över 25 000 kr och upp till 50 000 kr", True),
        ("Vem får ge 40 000 till en festival?", "Stöd över 50 000 kr", False),
        ("Vem får köpa in något för 40 000 kronor?", "Inköp, inte över 25 000 kronor", False),
        ("Vem får köpa in något för 25 000 kronor?", "Inköp till högst 25 000 kronor", True),
        ("Vem får köpa in något för 25 000 kronor?", "Inköp över 25 000 kronor", False),
        ("Vad kostar en plats för en båt på 12 meter?", "12 m och längre 4 000", True),
        ("Vad kostar en plats för en båt på 12 meter?", "Under 12 m 3 000", False),
        ("Vad kostar en plats för en båt på 12 meter?", "Mellan 10 och 14 m 3 500", True),
        ("Vad kostar en bänk i december?", "Bänk, vinter (15 okt–30 april) 200", True),
        ("Vad kostar en bänk i juli?", "Bänk, vinter (15 okt–30 april) 200", False),
        ("Vad kostar en bänk under sommaren?", "Bänk 15 maj–31 augusti 300", True),
        ("Vad kostar en bänk?", "Bänk 15 maj–31 augusti 300", None),
        ("Vad gäller för en som är två år gammal?", "Avtal högst ett år", None),
        ("Vad kostar ett lyft av en båt på fyra ton?", "Lyft högst 5 m 600", None),
        ("Vilka köp för 450 000 kronor görs?", "Köp 400-500 tkr", True),
        ("Vilka köp för 50 000 kronor görs?", "Köp 400-500 tkr", False),
        ("Vilka köp görs inom ansvar 45210?", "Köp 40 000-50 000 kr", None),
    ],
)
def test_a_limit_or_a_season_holds_what_a_question_names_or_not(question: str, text: str, reached: bool | None) -> None:
    assert reaches(question, text) is reached


def test_a_question_without_a_size_or_a_month_names_no_place_among_limits() -> None:
    assert names_place("Vad kostar en båt på fyra ton?")
    assert not names_place("Vad kostar fyra båtar?")


def rows(*told: str, block: Block = Block.TABLE_ROW) -> tuple[Passage, ...]:
    """Return the rows of an invented table."""
    return tuple(
        Passage(number, text, 0, len(text), 1, block, Force.BACKGROUND, ("Taxa", "Lyft"), table_header=("Tjänst", "Avgift"))
        for number, text in enumerate(told)
    )  # fmt: skip


@pytest.mark.parametrize(("size", "fee"), [("två", "600"), ("fyra", "900")])
def test_the_row_whose_limits_hold_the_size_comes_first(size: str, fee: str) -> None:
    found = rows("Lyft upp till 3 ton 600", "Lyft 3–7 ton 900")
    hit = Hit(DOCUMENT.id, DOCUMENT, found, "\n".join(one.text for one in found), 1.0)
    best = rank(understand(f"Vad kostar ett lyft av en båt på {size} ton?"), (hit,)).best
    assert best is not None
    assert best.candidate.text.endswith(fee)


def test_the_size_that_a_follow_up_names_stands_instead_of_the_one_before() -> None:
    found = rows("Lyft upp till 3 ton 600", "Lyft 3–7 ton 900")
    hit = Hit(DOCUMENT.id, DOCUMENT, found, "\n".join(one.text for one in found), 1.0)
    best = rank(
        understand("Och om den väger fem ton?, i fråga om vad kostar ett lyft av en båt på två ton"), (hit,)
    ).best
    assert best is not None
    assert best.candidate.text.endswith("900")


def test_an_amount_below_a_cited_limit_need_not_stand_in_the_paper() -> None:
    (row,) = rows("Inköp till högst 50 000 kronor Hamnchef")
    result = SearchResult((), (), Filters(), 1, 0.5)
    found = [
        uncounted(
            understand(f"Vem beslutar om inköp för {amount} kronor?"),
            [Place(Evidence(DOCUMENT, row), 0, len(row.text))],
            result,
            lambda _: (row,),
        )
        for amount in ("30 000", "70 000")
    ]
    assert found[0] == ()
    assert found[1]
