"""The head of a letter is one passage; what is printed around the text is none; whose letter it is stands in it."""

import pytest

from ingest.documents import Block, Force, Line, Page, RawFile
from ingest.geometry import Box
from ingest.layout import blocks
from ingest.municipality import municipality_of
from ingest.plain import text_file
from ingest.running import without_running_heads
from ingest.structure import passages
from ingest.titles import heading_title
from tests.ingest.made_files import PARAGRAPH


def texts(text: str) -> list[str]:
    """Return the passages of plain text."""
    return [passage.text for passage in passages(blocks(text_file(text, "brev.txt")))[1]]


def test_labels_and_values_of_the_head_are_one_passage() -> None:
    head = "Datum: 2031-03-12\n\nHandläggare: Ulla Strand\n\nDnr: TKN 2031/14"
    found = texts(f"Granbacka kommun\n\n{head}\n\nBelysning på cykelvägar\n\n{PARAGRAPH}\n")
    assert "Datum: 2031-03-12\nHandläggare: Ulla Strand\nDnr: TKN 2031/14\nBelysning på cykelvägar" in found


def test_values_below_their_labels_belong_to_them() -> None:
    head = "Datum\n\n2031-03-12\n\nHandläggare\n\nUlla Strand\n\nTrafikplanerare\n\nulla.strand@granbacka.example"
    found = texts(f"{head}\n\nBelysning på cykelvägar\n\n{PARAGRAPH}\n")
    assert found[0].startswith(head.replace("\n\n", "\n"))


def test_the_addressee_and_the_title_belong_to_the_head() -> None:
    text = f"Dnr: TKN 2031/14\n\nTill: boende i Norrängen\n\n# Belysning på cykelvägar\n\n{PARAGRAPH}\n"
    _, found = passages(blocks(text_file(text, "brev.txt")))
    assert found[0].text == "Dnr: TKN 2031/14\nTill: boende i Norrängen\n# Belysning på cykelvägar"
    assert [one.heading_path for one in found] == [("Belysning på cykelvägar",)] * 2
    assert heading_title(found) == "Belysning på cykelvägar"


def test_a_sentence_or_a_section_parts_the_head_from_what_stands_below() -> None:
    for between in ("Kontoret har fått in en motion.", "Sammanfattning"):
        _, found = passages(
            blocks(text_file(f"Dnr: TKN 2031/14\n\n{between}\n\n# Belysning\n\n{PARAGRAPH}\n", "b.txt"))
        )
        assert found[0].text == "Dnr: TKN 2031/14"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Beslutande: Ulla Strand (S)\n\nUtses att justera: Per Sjö (M)\n", id="front page of minutes"),
        pytest.param("Kostnader: 3 mnkr\n\nTidplan: hösten\n", id="other labels"),
    ],
)
def test_other_lines_stay_apart(text: str) -> None:
    assert len(texts(text)) == 2


def page(number: int, *lines: tuple[float, str]) -> Page:
    """Return a page with lines at the given heights."""
    made = (Line(text, number, Box(70, top, 400, top + 11), 11.0) for top, text in lines)
    return Page(number, 595, 842, tuple(made))


def test_an_address_foot_and_a_letterhead_said_again_are_no_text() -> None:
    first = page(1, (40, "Granbacka kommun"), (60, "Tekniska kontoret 2031-03-12"), (300, PARAGRAPH))
    second = page(2, (40, "Granbacka kommun 2031-03-12"), (300, "Slut."), (790, "Box 3, 123 45 Granbacka, tfn 0123-45"))
    kept = without_running_heads((first, second))
    assert [line.text for line in kept[1].lines] == ["Slut."]
    assert len(kept[0].lines) == 3


def test_a_sentence_at_the_foot_stays() -> None:
    sentence = "Skicka svaret till Box 3, 123 45 Granbacka eller ring tfn 0123-45."
    assert without_running_heads((page(1, (300, PARAGRAPH), (790, sentence)),))[0].lines[-1].text == sentence


@pytest.mark.parametrize(
    ("head", "text", "expected"),
    [
        pytest.param("Granbacka kommun", "", "Granbacka kommun", id="letterhead"),
        pytest.param("Region Norrbacken", "", "Region Norrbacken", id="region"),
        pytest.param(
            "Tekniska nämnden", "i Granbacka kommun. Liksom Ekby kommun.", None, id="two are named and none leads"
        ),
        pytest.param("Räntekurva kommun 2031", "", None, id="a heading of a column"),
        pytest.param(
            "Tekniska nämnden", "Skolor i Granbacka kommun. Vägar i Granbacka kommun.", "Granbacka kommun", id="alone"
        ),
    ],
)
def test_the_municipality_is_named_only_where_it_is_sure(head: str, text: str, expected: str | None) -> None:
    found = municipality_of(RawFile("brev.pdf", (page(1, (40, head)),)), text)
    assert (found.value if found else None) == expected


def test_a_sentence_that_begins_with_att_is_a_paragraph() -> None:
    found = passages(blocks(text_file("Bakgrund\n\nAtt cykla är roligt. Det är också nyttigt.\n", "motion.txt")))[1]
    assert found[-1].block is Block.PARAGRAPH
    asked = passages(blocks(text_file("Vi föreslår:\n\nAtt bron byggs.\n\nAtt den målas.\n", "motion.txt")))[1]
    assert [passage.block for passage in asked[-2:]] == [Block.ATT_SATS, Block.ATT_SATS]
    assert all(passage.force is Force.BACKGROUND for passage in asked)
