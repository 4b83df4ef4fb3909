"""From a PDF to blocks: what a person would call paragraphs, headings, list items and rows."""

import pytest

from ingest.documents import Block, TextBlock
from ingest.groups import CELL_GAP
from ingest.layout import blocks
from ingest.normalise import normal_text
from ingest.pdf import read_pdf_bytes
from ingest.settings import IngestSettings
from tests.ingest.made_files import LEADING, LEFT, PARAGRAPH, Writer, minutes, pdf

SETTINGS = IngestSettings()


def read(data: bytes) -> tuple[TextBlock, ...]:
    return blocks(read_pdf_bytes(data, "a.pdf", SETTINGS))


def texts(found: tuple[TextBlock, ...], block: Block) -> list[str]:
    return [item.text for item in found if item.block is block]


def test_running_heads_and_feet_are_left_out() -> None:
    found = read(minutes())
    everything = " ".join(block.text for block in found)
    for noise in ("Granbacka kommun", "Tekniska nämnden 2031", "Sida", "Utdragsbestyrkande"):
        assert noise not in everything
    assert texts(found, Block.HEADING) == ["Rubrik nummer 1", "Rubrik nummer 2", "Rubrik nummer 3"]
    assert texts(found, Block.PARAGRAPH)[0] == f"Stycke på sidan 1. {PARAGRAPH}"


def test_a_paragraph_cut_by_a_page_break_is_whole() -> None:
    words = PARAGRAPH.split()
    first, second = " ".join(words[:20]), " ".join(words[20:])

    def top(writer: Writer) -> None:
        writer.paragraph(PARAGRAPH)
        writer.paragraph(first)

    def bottom(writer: Writer) -> None:
        writer.paragraph(second)
        writer.paragraph("Nämnden tackar för informationen.")

    found = read(pdf(top, bottom))
    assert [block.text for block in found] == [PARAGRAPH, PARAGRAPH, "Nämnden tackar för informationen."]
    assert {piece.page for piece in found[1].pieces} == {1, 2}


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("Färjelinjen har varit i drift sedan", "1 april 2031 och har fyra turer varje dag."),
        ("Färjelinjen gjorde ett överskott om", "17,3 mnkr, vilket är mer än väntat."),
        ("Bron öppnas när arbetet är klart i juli", "2032. Därefter återstår planteringen."),
        ("Avgiften tas ut enligt 27 kap.", "1 § miljöbalken och kommunens taxa."),
        ("Nämnden upphäver beslutet enligt lagen", "(2031:900) om färjelinjer."),
    ],
)
def test_a_line_that_begins_with_a_number_goes_on_after_a_short_one(above: str, below: str) -> None:
    def page(writer: Writer) -> None:
        writer.paragraph(PARAGRAPH)
        writer.line(above)
        writer.paragraph(below)
        writer.paragraph(PARAGRAPH)

    assert texts(read(pdf(page)), Block.PARAGRAPH)[1] == f"{above} {below}"


def test_a_span_of_hours_is_no_number_of_an_item() -> None:
    def page(writer: Writer) -> None:
        writer.paragraph(PARAGRAPH)
        writer.line("Färjan går mellan 07.00-")
        writer.paragraph("18.00 vardagar.")

    assert texts(read(pdf(page)), Block.PARAGRAPH)[1] == "Färjan går mellan 07.00-18.00 vardagar."


@pytest.mark.parametrize(
    ("above", "below", "word"),
    [
        ("Alla anställda ska få utbildning i hjärt-", "lungräddning under våren.", "hjärt-lungräddning"),
        ("Föreningen samlar dem som bor vid den gamla Nord-", "sydleden.", "Nord-sydleden"),
        ("Kontoret ser över hur det går till att söka skol-", "skjuts.", "skolskjuts"),
    ],
)
def test_a_hyphen_of_the_word_itself_is_kept_at_a_line_end(above: str, below: str, word: str) -> None:
    def page(writer: Writer) -> None:
        writer.paragraph(f"{PARAGRAPH} Trafiken på nord-sydleden är störst på våren.")
        writer.line(above)
        writer.paragraph(below)

    assert word in read(pdf(page))[-1].text


def test_list_items_and_att_satser_stay_apart() -> None:
    def page(writer: Writer) -> None:
        writer.paragraph("Tekniska nämnden beslutar", gap=0)
        writer.paragraph(
            "att stolparna på sträckan mellan Norrängen och stationen byts ut före den första november i år", gap=0
        )
        writer.paragraph("att kostnaden tas ur driftbudgeten.")
        writer.paragraph("Underlag:", gap=0)
        for number in (1, 2):
            writer.line(
                f"{number}. Karta nummer {number} över sträckan, med de stolpar utmärkta som behöver", LEFT + 18
            )
            writer.line("bytas i år", LEFT + 36)
        writer.line("• Kalkyl", LEFT + 18)
        writer.line("• Tidplan", LEFT + 18)
        writer.top += 10
        writer.paragraph(PARAGRAPH)

    found = read(pdf(page))
    assert texts(found, Block.ATT_SATS) == [
        "att stolparna på sträckan mellan Norrängen och stationen byts ut före den första november i år",
        "att kostnaden tas ur driftbudgeten.",
    ]
    items = [block for block in found if block.block is Block.LIST_ITEM]
    assert [item.item for item in items] == ["1", "2", None, None]
    assert items[0].text.endswith("som behöver bytas i år")
    assert found[-1].text == PARAGRAPH


def test_two_columns_are_read_one_after_the_other() -> None:
    def page(writer: Writer) -> None:
        writer.paragraph(PARAGRAPH)
        start = writer.top
        writer.paragraph(f"Vänster spalt börjar här. {PARAGRAPH}", x=LEFT, width=200)
        writer.top = start
        writer.paragraph(f"Höger spalt börjar här. {PARAGRAPH}", x=310, width=200)

    found = read(pdf(page))
    assert [block.text for block in found] == [
        PARAGRAPH,
        f"Vänster spalt börjar här. {PARAGRAPH}",
        f"Höger spalt börjar här. {PARAGRAPH}",
    ]


def test_table_rows_keep_cells_and_header() -> None:
    def page(writer: Writer) -> None:
        writer.paragraph(PARAGRAPH)
        places = (LEFT, 260, 340, 430)
        writer.row(("Post", "Budget", "Utfall", "Avvikelse"), places, "Helvetica-Bold")
        writer.row(("Belysning", "1 200", "1 245", "-45"), places)
        writer.row(("Snöröjning", "3 400", "3 100", "300"), places)

    rows = [block for block in read(pdf(page)) if block.block is Block.TABLE_ROW]
    assert [row.text for row in rows] == [
        "Post Budget Utfall Avvikelse",
        "Belysning 1 200 1 245 -45",
        f"Snöröjning 3 400 3 100{CELL_GAP}300",
    ]
    assert rows[2].cells == ("Snöröjning", "3 400", "3 100", "300")
    assert rows[2].table_header == ("Post", "Budget", "Utfall", "Avvikelse")


def test_a_ruled_table_keeps_wrapped_cells_together() -> None:
    def page(writer: Writer) -> None:
        writer.paragraph(PARAGRAPH)
        canvas, top = writer.canvas, writer.top
        height = 841.89
        for x in (LEFT, 200, 420):
            canvas.line(x, height - top, x, height - top - 80)
        for y in (0, 30, 80):
            canvas.line(LEFT, height - top - y, 420, height - top - y)
        writer.top = top + 18
        writer.row(("Ansvar", "Uppgift"), (LEFT + 4, 204))
        writer.top = top + 44
        writer.row(("Drift-", "Sköter belysning och"), (LEFT + 4, 204))
        writer.row(("enheten", "snöröjning"), (LEFT + 4, 204))

    rows = [block for block in read(pdf(page)) if block.block is Block.TABLE_ROW]
    assert [row.cells for row in rows] == [("Ansvar", "Uppgift"), ("Driftenheten", "Sköter belysning och snöröjning")]


def test_label_and_values_of_a_form_are_one_row() -> None:
    def page(writer: Writer) -> None:
        writer.row(("Plats och tid", "Granbacka stadshus klockan 13.00"), (LEFT, 200))
        writer.top += 10
        writer.row(("Beslutande", "Ebba Lind (A) ordförande"), (LEFT, 200))
        for name in ("Nils Ask (B)", "Tora Ek (C)"):
            writer.row((name,), (200,))
        writer.top += 10
        writer.row(("Justerare", "Nils Ask (B)"), (LEFT, 200))

    found = read(pdf(page))
    assert [block.text for block in found] == [
        "Plats och tid Granbacka stadshus klockan 13.00",
        "Beslutande Ebba Lind (A) ordförande Nils Ask (B) Tora Ek (C)",
        "Justerare Nils Ask (B)",
    ]


def test_footnote_does_not_split_the_paragraph_over_it() -> None:
    words = PARAGRAPH.split()

    def top(writer: Writer) -> None:
        writer.paragraph(PARAGRAPH)
        writer.paragraph(" ".join(words[:20]))
        writer.top = 740
        writer.line("1 Granbacka belysningsplan, bilaga 4.", size=8)

    def bottom(writer: Writer) -> None:
        writer.paragraph(" ".join(words[20:]))

    found = read(pdf(top, bottom))
    assert texts(found, Block.FOOTNOTE) == ["1 Granbacka belysningsplan, bilaga 4."]
    assert texts(found, Block.PARAGRAPH) == [PARAGRAPH, PARAGRAPH]


def test_text_stamped_along_the_margin_is_left_out() -> None:
    def page(writer: Writer) -> None:
        writer.paragraph(PARAGRAPH)
        writer.canvas.saveState()
        writer.canvas.rotate(90)
        writer.canvas.drawString(200, -30, "Signerat 2031-03-12 av Granbacka")
        writer.canvas.restoreState()

    assert [block.text for block in read(pdf(page))] == [PARAGRAPH]


def test_words_set_outside_the_page_are_left_out() -> None:
    def page(writer: Writer) -> None:
        writer.canvas.drawString(-40, 600, "BLÅTT")
        writer.paragraph(PARAGRAPH)

    assert [block.text for block in read(pdf(page))] == [PARAGRAPH]


def test_letter_spaced_heading_is_read_as_words() -> None:
    def page(writer: Writer) -> None:
        writer.canvas.setFont("Helvetica-Bold", 12)
        text = writer.canvas.beginText(LEFT, 841.89 - writer.top)
        text.setCharSpace(6)
        text.textOut("BESLUT")
        text.setCharSpace(0)
        writer.canvas.drawText(text)
        writer.top += 2 * LEADING
        writer.paragraph(PARAGRAPH)

    assert [block.text for block in read(pdf(page))] == ["BESLUT", PARAGRAPH]


def test_pieces_cover_the_text_with_boxes_on_the_page() -> None:
    for block in read(minutes()):
        covered = " ".join(block.text[piece.start : piece.end].strip() for piece in block.pieces)
        assert normal_text(covered) == block.text
        for piece in block.pieces:
            assert 0 <= piece.box.x0 < piece.box.x1 <= 596
            assert 0 <= piece.box.y0 < piece.box.y1 <= 842


def test_reading_is_deterministic() -> None:
    data = minutes(5)
    assert read(data) == read(data)
