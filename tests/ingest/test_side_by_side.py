"""What stands side by side on a line: fields that wrap, names over titles, bold words before ordinary ones, a running head."""

import pytest

from ingest.documents import Block
from tests.ingest.papers import COST, LEFT, SURVEY, At, Document, Paper, minutes_of

HEAD = "Riktlinjer för trygghetslarm"


def fields(*rows: tuple[str, str]) -> Document:
    """Set two columns of fields in small type above a title."""
    paper = Paper("riktlinjer.pdf", top=90)
    for left, right in rows:
        paper.at(At(LEFT, paper.top, left, size=9), At(300, paper.top, right, size=9))
        paper.top += 12
    paper.top += 20
    return paper.heading(HEAD, 18).text(SURVEY).read()


def test_a_field_whose_last_word_had_no_room_is_whole() -> None:
    document = fields(
        ("Dokumenttyp: Riktlinje", "Beslutad av: Omsorgsnämnden 2031-02-11"),
        ("Dokumentansvarig: Verksamhetsutvecklare Anna-Lisa", "Ersätter: Riktlinje antagen 2025-03-03"),
        ("Bergdahl", ""),
    )
    assert document.passages[1].cells[0] == "Dokumentansvarig: Verksamhetsutvecklare Anna-Lisa Bergdahl"
    assert document.passages[2].text == HEAD


def test_fields_beside_each_other_that_both_wrap_are_whole() -> None:
    document = fields(
        ("Dokumenttyp: Riktlinje", "Beslutad av: Omsorgsnämnden 2031-02-11"),
        ("Dokumentansvarig: Verksamhetsutvecklare Anna-Lisa", "Ersätter: Riktlinje för larm i hemmet från den"),
        ("Bergdahl", "3 mars 2025"),
        ("Gäller för: Hemtjänsten", "Reviderad: 2031-01-20"),
    )
    assert [one.cells for one in document.passages[1:3]] == [
        (
            "Dokumentansvarig: Verksamhetsutvecklare Anna-Lisa Bergdahl",
            "Ersätter: Riktlinje för larm i hemmet från den 3 mars 2025",
        ),
        ("Gäller för: Hemtjänsten", "Reviderad: 2031-01-20"),
    ]


def signed(*rows: tuple[str, ...]) -> Document:
    paper = minutes_of("Tekniska nämnden", "2032-03-04").heading("§ 12 Belysning i Norrängen").heading("Beslut")
    paper.text("Tekniska nämnden beviljar bidraget.", SURVEY)
    paper.top += 20
    for cells in rows:
        paper.at(*(At(x, paper.top, cell, size=9) for x, cell in zip((LEFT, 300), cells, strict=False) if cell))
        paper.top += 12
    return paper.read()


def test_who_signs_stands_with_the_title_below_the_name() -> None:
    document = signed(("Jenny Wall", "Lars Berglund (S)"), ("Sekreterare", "Ordförande"), ("", "Åsa Frimodig (M)"))
    told = [one.text for one in document.passages if one.block is Block.SIGNATURE]
    assert told == ["Jenny Wall Sekreterare\nLars Berglund (S) Ordförande", "Åsa Frimodig (M)"]
    whole = next(one for one in document.passages if one.block is Block.SIGNATURE)
    assert [whole.text[piece.start : piece.end] for piece in whole.pieces] == [
        "Jenny Wall", "Sekreterare", "Lars Berglund (S)", "Ordförande",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        pytest.param("Får jag hyra ut min båtplats under hela vintern?", "Nej. Enligt", id="question"),
        pytest.param("Avgift vid avbokning senare än två dagar före.", "Halva hyran", id="sentence"),
        pytest.param("Den som ansvarar för hamnen under sommaren:", "hamnkapten", id="colon"),
    ],
)
def test_words_in_bold_before_their_answer_on_the_same_line_head_nothing(question: str, answer: str) -> None:
    paper = Paper("frågor.pdf").heading("Frågor om hamnen", 16).text(SURVEY)
    width = paper.canvas.stringWidth(f"{question} ", "Helvetica-Bold", 11)
    paper.at(At(LEFT, paper.top, question, bold=True, size=11), At(LEFT + width, paper.top, answer, size=11))
    paper.top += 14
    document = (
        paper.line("avtalet för båtplatser i kommunens hamnar, som ses över vart tredje år av")
        .line("hamnkontoret.")
        .text(COST)
        .read()
    )
    told = next(one for one in document.passages if question in one.text)
    assert told.block is Block.PARAGRAPH
    assert told.text.startswith(f"{question} {answer} avtalet")


def test_a_heading_below_a_running_head_is_no_row_of_it() -> None:
    paper = Paper("protokoll.pdf", top=80)
    paper.at(At(LEFT, 45, "Granbacka kommun · Tekniska nämnden", size=8), At(500, 45, "Sida 1 (1)", size=8))
    paper.at(At(LEFT, 80, "§ 14 Boendeparkering", True, 13), At(460, 80, "Dnr TN", True, 13))
    paper.at(At(LEFT, 97, "2032/88", True, 13))
    paper.top = 125
    document = paper.heading("Beslut").text("Tekniska nämnden beslutar att införa boendeparkering.").read()
    told = next(one for one in document.passages if one.text.startswith("§ 14"))
    assert (told.text, told.case_numbers) == ("§ 14 Boendeparkering Dnr TN 2032/88", ("TN 2032/88",))


def test_two_lists_beside_each_other_are_read_one_after_the_other() -> None:
    paper = Paper("bilder.pdf").heading("Läget i hamnen", 18)
    sides = (("Nuläge", ("Fler båtar än väntat", "Kö till gästplatserna", "Kranen är trasig")),
             ("Framåt", ("Ny brygga 2034 vid den", "Längre öppet i kiosken")))  # fmt: skip
    top = paper.top + 10
    for x, (name, items) in zip((LEFT, 310), sides, strict=True):
        paper.at(At(x, top, name, True, 14))
        paper.at(*(At(x, top + 30 + 26 * number, "•", size=12) for number in range(len(items))))
        paper.at(*(At(x + 16, top + 30 + 26 * number, item, size=12) for number, item in enumerate(items)))
    paper.at(At(326, top + 44, "gamla varvet", size=12))
    told = [(one.heading_path[-1], one.text) for one in paper.read().passages if one.block is Block.LIST_ITEM]
    assert told == [
        ("Nuläge", "• Fler båtar än väntat\n• Kö till gästplatserna\n• Kranen är trasig"),
        ("Framåt", "• Ny brygga 2034 vid den gamla varvet\n• Längre öppet i kiosken"),
    ]
