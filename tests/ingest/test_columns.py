"""Two columns of running text: one text read down and over, or two texts that stand beside each other."""

from ingest.layout import blocks
from ingest.pdf import read_pdf_bytes
from ingest.settings import IngestSettings
from tests.ingest.made_files import LEFT, PARAGRAPH, Writer, pdf

BESIDE = 310
WIDTH = 200
VIEW = f"De boende i Norrängen anser att kontoret inte har svarat. {PARAGRAPH}"
COMMENT = (
    "Kontoret har mätt ljuset längs vägen under två veckor i november och funnit att det räcker, men "
    "sätter upp ytterligare fyra stolpar vid infarten till skolan innan terminen börjar."
)
NEXT_VIEW = (
    "Den som bor vid vägens ände ser inget ljus alls efter klockan elva, och det har kontoret fått veta tre gånger."
)


def columns(writer: Writer, left: str, right: str, *, lower: float = 0) -> None:
    """Write a text and another beside it, which begins lower on the page."""
    start = writer.top
    writer.paragraph(left, x=LEFT, width=WIDTH)
    writer.top = start + lower
    writer.paragraph(right, x=BESIDE, width=WIDTH)


def texts(data: bytes) -> list[str]:
    """Return the blocks of a PDF."""
    return [block.text for block in blocks(read_pdf_bytes(data, "a.pdf", IngestSettings()))]


def cut(text: str, words: int) -> tuple[str, str]:
    """Return a text in two parts."""
    parts = text.split()
    return " ".join(parts[:words]), " ".join(parts[words:])


def test_one_text_in_two_columns_goes_on_at_the_top_of_the_second() -> None:
    first, second = cut(f"{PARAGRAPH} {COMMENT}", 30)
    assert texts(pdf(lambda writer: columns(writer, first, second))) == [f"{PARAGRAPH} {COMMENT}"]


def test_comments_beside_a_text_are_not_run_into_it() -> None:
    first, second = cut(VIEW, 30)

    def page(writer: Writer) -> None:
        columns(writer, first, COMMENT, lower=60)

    def following(writer: Writer) -> None:
        columns(
            writer, second, "Synpunkten har lämnats till vägens ägare, som svarar för skötseln av ljuset.", lower=80
        )

    found = texts(pdf(page, following))
    assert found[:2] == [VIEW, COMMENT]
    assert found[2].startswith("Synpunkten har")


def test_each_of_two_texts_goes_on_in_its_column_over_the_page() -> None:
    view, comment = cut(f"{VIEW} {NEXT_VIEW}", 30), cut(COMMENT, 14)
    pages = (
        lambda writer: columns(writer, view[0], comment[0], lower=28),
        lambda writer: columns(writer, view[1], comment[1], lower=-14),
    )
    assert texts(pdf(*pages)) == [f"{VIEW} {NEXT_VIEW}", COMMENT]


def test_a_column_that_begins_higher_is_read_from_its_top() -> None:
    def page(writer: Writer) -> None:
        columns(writer, f"{VIEW} {NEXT_VIEW}", COMMENT, lower=-20)

    assert texts(pdf(page)) == [f"{VIEW} {NEXT_VIEW}", COMMENT]


def test_columns_whose_headings_shift_their_lines_are_read_one_after_the_other() -> None:
    def write(writer: Writer) -> None:
        for x, names in ((LEFT, ("Läge", "Syfte")), (BESIDE, ("Buller", "Parkering"))):
            writer.top = 130 if x == LEFT else 126
            for name in names:
                writer.line(name, x, font="Helvetica-Bold", size=13, step=21 if x == LEFT else 17)
                writer.paragraph(f"{name} prövas. {PARAGRAPH}", x=x, width=WIDTH)

    names = ("Läge", "Syfte", "Buller", "Parkering")
    assert texts(pdf(write)) == [text for name in names for text in (name, f"{name} prövas. {PARAGRAPH}")]


def test_wide_spaces_of_a_justified_line_part_no_cells() -> None:
    def write(writer: Writer) -> None:
        for x in (LEFT, BESIDE):
            writer.top = 130
            writer.paragraph(VIEW, x=x, width=WIDTH, gap=0)
            writer.row(("Vägen", "är", "mörk"), (x, x + 62, x + 112))
            writer.paragraph(COMMENT, x=x, width=WIDTH)

    assert sum("Vägen är mörk" in text for text in texts(pdf(write))) == 2
    assert not any(block.cells for block in blocks(read_pdf_bytes(pdf(write), "a.pdf", IngestSettings())))


FIELDS = (
    "Handläggare",
    "Vera Alm",
    "Telefon 0555-120 00",
    "",
    "Till",
    "Tekniska nämnden",
    "Box 14",
    "555 20 Granbacka",
)


def margin(writer: Writer, x: float, step: float) -> None:
    for field in FIELDS:
        writer.line(field, x, size=8, step=step)


def test_fields_in_the_margin_are_not_run_into_the_text_beside_them() -> None:
    def write(writer: Writer) -> None:
        margin(writer, 40, 9.7)
        writer.top = 130
        for text in (VIEW, COMMENT, NEXT_VIEW):
            writer.paragraph(text, x=180, width=340)

    found = texts(pdf(write))
    assert found[-3:] == [VIEW, COMMENT, NEXT_VIEW]
    assert " ".join(" ".join(found[:-3]).split()) == " ".join(" ".join(FIELDS).split())


def test_labels_that_stand_beside_what_they_name_stay_with_it() -> None:
    def write(writer: Writer) -> None:
        for label, text in zip(("Läge", "Syfte", "Kostnad", "Tid"), (VIEW, COMMENT, NEXT_VIEW, COMMENT), strict=True):
            writer.line(label, 40, step=0)
            writer.paragraph(text, x=180, width=340)

    assert [text.split()[0] for text in texts(pdf(write))] == ["Läge", "Syfte", "Kostnad", "Tid"]


def test_a_head_in_two_parts_is_no_column_of_the_text_far_below_it() -> None:
    def write(writer: Writer) -> None:
        writer.row(("TEKNISKA NÄMNDEN I GRANBACKA", "UTDRAG UR SAMMANTRÄDETS PROTOKOLL"), (LEFT, BESIDE))
        writer.row(("Granbacka kommun, Stationsgatan", "fört vid mötet den 19 mars 2031"), (LEFT, BESIDE))
        writer.top += 60
        for text in ("Kontorets skrivelse den 26 februari", "Handlingsplan för ett tryggare torg", "Karta över torget"):
            writer.line(text)

    found = texts(pdf(write))
    assert found[0] == "TEKNISKA NÄMNDEN I GRANBACKA UTDRAG UR SAMMANTRÄDETS PROTOKOLL"


def test_a_title_below_a_text_and_its_box_does_not_head_the_box() -> None:
    def write(writer: Writer) -> None:
        start = writer.top
        writer.paragraph(VIEW, x=LEFT, width=WIDTH)
        below, writer.top = writer.top, start + 3
        writer.paragraph(COMMENT, x=BESIDE, width=WIDTH)
        writer.top = below + 14
        writer.line("2. Avgifter", font="Helvetica-Bold", size=16, step=24)
        writer.paragraph(NEXT_VIEW)

    assert texts(pdf(write)) == [VIEW, COMMENT, "2. Avgifter", NEXT_VIEW]
