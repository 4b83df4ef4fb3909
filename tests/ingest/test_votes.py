"""Lists of who voted what: crosses in columns, names in columns, running lists; what a vote gave is decided."""

from collections.abc import Sequence

import docx
import pytest

from ingest.documents import Block, Document, Force
from ingest.table_passages import row_lines
from tests.ingest.papers import HEIGHT, At, Paper, file_read, force_of, minutes_of

VOTERS = (
    ("Lars Berglund (S), ordförande", 1),
    ("Åsa Frimodig (M)", 2),
    ("Jan-Erik Östling (C)", 1),
    ("Maj Tegnér (V)", 3),
)
VOTED = ["Ja\nLars Berglund (S), ordförande X", "Nej\nÅsa Frimodig (M) X", "Ja\nJan-Erik Östling (C) X"]
COLUMNS = (72.0, 300.0, 360.0, 420.0)


def minutes() -> Paper:
    paper = minutes_of("Tekniska nämnden", "2031-03-12")
    paper.heading("§ 17 Boendeparkering i Norrängen").line("Dnr TN 2031/88").heading("Beslut")
    paper.text("Tekniska nämnden beslutar att införa boendeparkering.").heading("Omröstningsresultat")
    return paper


def ended(paper: Paper) -> Document:
    paper.top += 10
    paper.heading("§ 18 Mätningar av buller").heading("Beslut")
    return paper.text("Tekniska nämnden beslutar att lägga informationen till handlingarna.").read()


def row(paper: Paper, cells: Sequence[str], columns: Sequence[float], step: float = 16) -> None:
    paper.at(*(At(x, paper.top, cell, size=11) for x, cell in zip(columns, cells, strict=False) if cell))
    paper.top += step


def crosses(paper: Paper, *, ruled: bool, named_inside: bool = True) -> Paper:
    edges = [paper.top - 11]
    row(paper, ("Ledamot", "Ja", "Nej", "Avstår"), COLUMNS)
    edges = [*edges, paper.top - 11] if named_inside else [paper.top - 11]
    for name, column in VOTERS:
        row(paper, [name if place == 0 else "X" if place == column else "" for place in range(4)], COLUMNS)
        edges.append(paper.top - 11)
    for edge in edges if ruled else ():
        paper.canvas.line(68, HEIGHT - edge, 480, HEIGHT - edge)
    for x in (68, 296, 356, 416, 480) if ruled else ():
        paper.canvas.line(x, HEIGHT - edges[0], x, HEIGHT - edges[-1])
    return paper


def in_word() -> Document:
    document = docx.Document()
    for text in ("Sammanträdesprotokoll", "Tekniska nämnden 2031-03-12", "§ 17 Boendeparkering", "Omröstning"):
        document.add_paragraph(text)
    table = document.add_table(rows=1, cols=4)
    for cell, name in zip(table.rows[0].cells, ("Ledamot", "Ja", "Nej", "Avstår"), strict=True):
        cell.text = name
    for name, column in VOTERS:
        cells = table.add_row().cells
        cells[0].text, cells[column].text = name, "X"
    return file_read("protokoll.docx", document)


def rows_of(document: Document) -> list[str]:
    return [one.text for one in document.passages if one.block is Block.TABLE_ROW and "Nej" in one.table_header]


@pytest.mark.parametrize(
    "document",
    [
        pytest.param(lambda: ended(crosses(minutes(), ruled=False)), id="aligned"),
        pytest.param(lambda: ended(crosses(minutes(), ruled=True)), id="ruled"),
        pytest.param(lambda: ended(crosses(minutes(), ruled=True, named_inside=False)), id="names-above-the-rules"),
        pytest.param(in_word, id="word"),
    ],
)
def test_a_row_of_crosses_tells_what_each_member_voted(document) -> None:
    told = rows_of(document())
    assert told == [f"Ledamot Ja Nej Avstår\n{VOTED[0]}", *VOTED[1:], "Avstår\nMaj Tegnér (V) X"]


def test_what_is_voted_is_said_in_one_line_with_the_name() -> None:
    first, second, *_ = [
        one for one in ended(crosses(minutes(), ruled=True)).passages if one.cells and one.section_sign
    ]
    assert [first.text[start:end] for start, end in row_lines(first)] == ["Ledamot Ja Nej Avstår", VOTED[0]]
    assert [second.text[start:end] for start, end in row_lines(second)] == [VOTED[1]]


def test_a_list_of_votes_goes_on_over_the_page_and_keeps_the_party_of_a_name() -> None:
    paper = minutes()
    paper.top = 730
    row(paper, ("Ledamot", "Ja", "Nej", "Avstår"), COLUMNS)
    row(paper, ("Lars Berglund (S)", "X"), COLUMNS)
    paper.turn()
    paper.top = 110
    row(paper, ("Kristina Hallendorff", "", "X"), COLUMNS, step=13)
    row(paper, ("(M)",), COLUMNS, step=24)
    row(paper, ("Maj Tegnér (V)", "", "", "X"), COLUMNS)
    told = rows_of(ended(paper))
    assert told[1:] == ["Nej\nKristina Hallendorff (M) X", "Avstår\nMaj Tegnér (V) X"]


def test_figures_of_a_party_are_no_crosses() -> None:
    paper = minutes()
    for cells in (("Parti", "Ja", "Nej", "Avstår"), ("S", "5", "0", "0"), ("M", "0", "3", "1"), ("V", "1", "0", "0")):
        row(paper, cells, COLUMNS)
    assert rows_of(ended(paper)) == ["Parti Ja Nej Avstår\nS 5 0 0", "M 0 3 1", "V 1 0 0"]


def test_names_below_what_they_voted_are_one_passage_a_column() -> None:
    paper = minutes()
    names = (
        ("Ja-röster", "Nej-röster", "Avstår"),
        ("Lars Berglund (S)", "Åsa Frimodig (M)", "Maj Tegnér (V)"),
        ("Jan-Erik Östling (C)", "Bo Wallin (SD)", ""),
    )
    for cells in names:
        row(paper, cells, (72, 220, 370))
    told = [one.text for one in ended(paper).passages if one.section_sign == "§ 17"][-3:]
    assert told == [
        "Ja-röster\nLars Berglund (S)\nJan-Erik Östling (C)",
        "Nej-röster\nÅsa Frimodig (M)\nBo Wallin (SD)",
        "Avstår\nMaj Tegnér (V)",
    ]


def test_names_line_by_line_stand_with_what_they_voted_and_sign_nothing() -> None:
    paper = minutes().line("Följande ledamöter röstar nej:").line("Åsa Frimodig (M)").line("Bo Wallin (SD)")
    document = ended(paper)
    told = next(one for one in document.passages if one.text.startswith("Följande"))
    assert told.block is Block.PARAGRAPH
    assert told.text.split() == "Följande ledamöter röstar nej: Åsa Frimodig (M) Bo Wallin (SD)".split()


@pytest.mark.parametrize(
    "result",
    [
        "Omröstningsresultat: 4 ja, 2 nej och 1 som avstår.",
        "Omröstningen utfaller med 5 ja-röster, 3 nej-röster och 1 ledamot som avstår.",
        "Med 7 ja-röster mot 6 nej-röster.",
    ],
)
def test_what_a_vote_gave_is_decided(result: str) -> None:
    assert force_of(ended(minutes().text(result)), result[:20]) is Force.DECISION


def test_the_order_of_a_vote_is_background() -> None:
    order = "Den som vill bifalla förslaget röstar ja, den som vill avslå det röstar nej."
    assert force_of(ended(minutes().text(order)), "Den som vill") is Force.BACKGROUND
