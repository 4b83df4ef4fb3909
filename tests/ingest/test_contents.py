"""Tables of contents are one block, and nothing that lists what was dealt with is taken for one."""

import pytest

from ingest.contents import with_contents
from ingest.documents import Block, TextBlock
from ingest.structure import passages
from tests.ingest.papers import SURVEY, Paper

LISTED = ("Inledning 3", "Mål och medel 4", "Uppföljning av mål 7")


def lines(*texts: str, block: Block = Block.PARAGRAPH) -> list[TextBlock]:
    """Return one block for each text."""
    return [TextBlock(text, block, 1) for text in texts]


def forms(blocks: list[TextBlock]) -> list[Block]:
    """Return the forms of the blocks that reading for contents leaves."""
    return [block.block for block in with_contents(blocks)]


def test_lines_under_their_heading_are_one_block_with_all_places() -> None:
    found = with_contents(lines("Innehåll", *LISTED, "Planen gäller gator och parker."))
    assert [block.text for block in found] == ["Innehåll", "\n".join(LISTED), "Planen gäller gator och parker."]
    assert found[1].block is Block.CONTENTS


def test_without_a_heading_the_titles_must_come_back_in_the_document() -> None:
    later = lines("1. Inledning", "Mål och medel", "Uppföljning av mål", block=Block.HEADING)
    assert forms([*lines(*LISTED), *later])[0] is Block.CONTENTS
    assert Block.CONTENTS not in forms(lines(*LISTED, "Planen gäller gator och parker."))


def test_a_title_on_two_lines_is_part_of_the_list() -> None:
    found = with_contents(lines("Innehåll", "Inledning 3", "Möjliga förflyttningar som kräver", "samverkan 4", "Mål 9"))
    assert len(found) == 2


def test_contents_without_page_numbers_are_told_by_the_titles_that_come_back() -> None:
    titles = ("Inledning", "Mål och medel", "Uppföljning")
    later = [block for title in titles for block in (*lines(title, block=Block.HEADING), *lines(SURVEY))]
    assert forms([*lines("Innehåll", *titles), *later])[:3] == [Block.PARAGRAPH, Block.CONTENTS, Block.HEADING]
    assert Block.CONTENTS not in forms(lines("Innehåll", *titles, SURVEY))
    assert Block.CONTENTS not in forms([*lines("Mål", *titles), *later])


def test_an_annex_without_a_page_belongs_to_the_contents_above_it() -> None:
    later = lines("Bilaga: Karta", block=Block.HEADING)
    assert len(with_contents([*lines("Innehåll", *LISTED, "Bilaga: Karta", SURVEY), *later])) == 4


def test_the_matters_of_a_meeting_stay_apart() -> None:
    assert Block.CONTENTS not in forms(lines("Ärendelista", *LISTED))
    assert Block.CONTENTS not in forms(lines("Innehåll", "§ 12 Budget 3", "§ 13 Avgifter 4", "§ 14 Val 5"))


def test_numbers_that_fall_are_no_pages() -> None:
    assert Block.CONTENTS not in forms(lines("Antal platser 40", "Antal barn 12", "Antal lärare 30", "Antal rum 2"))


def test_contents_of_a_paper_are_no_headings_and_give_no_heading_path() -> None:
    paper = Paper("plan.pdf").heading("Kulturplan", 20).heading("Innehållsförteckning", 13)
    for number, title in enumerate(("Inledning", "Bilaga 1", "Mål"), start=2):
        paper.line(f"{title} {'.' * 60} {number}", bold=title == "Bilaga 1")
    for title in ("Inledning", "Bilaga 1", "Mål"):
        paper.heading(title, 13).text(SURVEY)
    found = paper.read().passages
    assert [one.text for one in found if one.block is Block.CONTENTS] == ["Inledning 2\nBilaga 1 3\nMål 4"]
    assert not any("3" in heading for one in found for heading in one.heading_path)


@pytest.mark.parametrize("title_first", [True, False])
def test_the_heading_over_contents_names_no_document_and_holds_no_sections(*, title_first: bool) -> None:
    paper = Paper("a.pdf")
    if title_first:
        paper.heading("Kulturplan för Granbacka", 24)
    paper.heading("Innehåll", 18 if title_first else 24)
    for number, title in enumerate(("Inledning", "Mål", "Medel"), start=2):
        paper.line(f"{title} {'.' * 60} {number}")
    if not title_first:
        paper.heading("Kulturplan för Granbacka", 18)
    document = paper.heading("Inledning", 13).text(SURVEY).heading("Mål", 13).text(SURVEY).read()
    assert document.metadata.title == "Kulturplan för Granbacka"
    assert not any("Innehåll" in one.heading_path for one in document.passages if one.block is Block.PARAGRAPH)


def test_contents_hold_no_deadline() -> None:
    blocks = lines("Innehåll", "Redovisas senast 2031-05-01 i nämnden 3", "Mål 4", "Val 5")
    assert [one.deadlines for one in passages(blocks)[1] if one.block is Block.CONTENTS] == [()]
