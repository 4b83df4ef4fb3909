"""Lines at the head of a paper tell when or how much only where the paper itself is asked about."""

import datetime as dt

import pytest

from assistant.fitting import fit
from assistant.letterheads import asks_for_number, form_lines, is_case_line
from assistant.question import understand
from assistant.verify import Evidence
from ingest.documents import Block, DocumentMetadata, Force, Kind, Passage

PAPER = DocumentMetadata("a" * 16, "remiss.pdf", "Remiss", Kind.TJANSTESKRIVELSE, "", date=dt.date(2025, 3, 4))


def shape(question: str, text: str, ordinal: int = 1) -> float:
    """Return how well a line of an invented paper has the form of the answer."""
    passage = Passage(ordinal, text, 0, len(text), 1, Block.PARAGRAPH, Force.BACKGROUND)
    return fit(understand(question), text, Evidence(PAPER, passage))


HEADS = [
    "Till Norrdals stadsdelsnämnd 2025-03-04",
    "Datum: 2025-03-04",
    "Handläggare Petra Sandin 2025-03-04",
    "Telefon 0123-456 78",
    "Vår referens TN 2025/14 2025-03-04",
    "Er referens 4711",
]


@pytest.mark.parametrize("line", HEADS)
@pytest.mark.parametrize(
    "question",
    [
        "När är bron klar?",
        "Hur länge gäller avtalet?",
        "Hur mycket kostar bron?",
        "Hur länge har nämnden på sig att svara?",
    ],
)
def test_the_head_of_a_paper_tells_nothing_of_its_matter(question: str, line: str) -> None:
    assert shape(question, line) == 0


@pytest.mark.parametrize(
    "question", ["När skrevs remissen?", "Vilket datum har remissen?", "När är skrivelsen daterad?"]
)
def test_the_day_of_a_paper_is_read_at_its_head(question: str) -> None:
    assert shape(question, "Datum: 2025-03-04") > 0


def test_the_one_in_charge_is_read_at_the_head() -> None:
    assert shape("Vem är handläggare?", "Handläggare: Petra Sandin") > 0


def test_a_label_far_down_a_paper_is_part_of_what_it_says() -> None:
    assert shape("När är invigningen?", "Datum: 2025-05-20", ordinal=40) > 0


LAST_DAYS = [
    "Sista svarsdatum är 250630",
    "Svar ska lämnas senast 30 juni 2025.",
    "Svaret ska vara inne inom tre veckor.",
]
OTHER_DAYS = ["Remissen togs emot 2025-03-07.", "Nämnden fick ärendet 250307 för kommentar."]


@pytest.mark.parametrize("question", ["Hur länge har nämnden på sig att svara?", "Vad är sista dag för att svara?"])
def test_a_deadline_stands_by_a_word_for_it(question: str) -> None:
    assert all(shape(question, text, 20) == 0 for text in OTHER_DAYS)
    assert any(shape(question, text, 20) > 0 for text in LAST_DAYS)


def test_when_something_was_done_last_is_no_deadline() -> None:
    assert shape("När beslutade nämnden senast om bron?", "Nämnden beslutade om bron 2025-03-07.", 20) > 0


def test_a_form_at_the_head_of_a_paper_has_lines_of_their_own() -> None:
    text = "Datum: 2025-03-04\nHandläggare: Petra Sandin, ingenjör\nTill Norrdals stadsdelsnämnd"
    passage = Passage(1, text, 0, len(text), 1, Block.PARAGRAPH, Force.BACKGROUND)
    lines = [text[start:end] for start, end in form_lines(passage)]
    assert lines == ["Datum: 2025-03-04", "Handläggare: Petra Sandin, ingenjör"]
    assert form_lines(Passage(40, text, 0, len(text), 3, Block.PARAGRAPH, Force.BACKGROUND)) == []


@pytest.mark.parametrize(
    ("line", "bare"),
    [
        ("Dnr KS 2031/0377", True),
        ("Diarienummer: 2031-00377", True),
        ("Ärendenr: TN 2031.14", True),
        ("Dnr KS 2031/0377 Förslaget bifalls.", False),
        ("Ärendet KS 2031/0377", False),
    ],
)
def test_a_line_of_a_case_number_alone(line: str, bare: bool) -> None:
    assert is_case_line(line) is bare


def test_who_asks_for_a_number() -> None:
    assert asks_for_number("Vad har motionen för nummer?")
    assert not asks_for_number("Vad blev det av motionen?")
