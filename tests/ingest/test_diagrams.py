"""Figures of a diagram do not cut the text beside them; tables and forms keep theirs."""

from ingest.documents import Block
from tests.ingest.papers import LEFT, SURVEY, At, Paper

BESIDE = (
    "Den totala frånvaron under året var lägre",
    "än under det föregående året, även om det",
    "första kvartalets nivå var påverkad av lång",
    "frånvaro. Därefter har frånvaron sjunkit och",
    "legat på en mer normal nivå.",
)


def paper_with_diagram(*, last: bool = True) -> Paper:
    """Set a paragraph with the figures of a diagram at its right, in small type."""
    paper = Paper("rapport.pdf").text(SURVEY, SURVEY)
    for number, line in enumerate(BESIDE):
        paper.at(
            At(LEFT, paper.top, line, size=11), At(350 + 25 * number, paper.top + 3, f"{number + 4},{number} %", size=8)
        )
        paper.top += 14
    paper.at(At(350, paper.top + 4, "2030", size=8), At(400, paper.top + 4, "2031", size=8))
    paper.top += 30
    return paper.text(SURVEY) if last else paper


def test_the_text_beside_a_diagram_is_one_paragraph() -> None:
    texts = [one.text for one in paper_with_diagram().read().passages]
    assert " ".join(BESIDE) in texts
    assert texts[-1] == SURVEY
    assert any("5,1 %" in text and "nivå" not in text for text in texts)


def test_a_table_in_small_type_below_a_diagram_keeps_its_rows() -> None:
    paper = paper_with_diagram(last=False)
    paper.top -= 24
    for row in (("skolor", "40", "42"), ("förskolor", "61", "60"), ("fritidshem", "12", "9")):
        for x, cell in zip((LEFT, 360, 400), row, strict=True):
            paper.at(At(x, paper.top, cell, size=8))
        paper.top += 12
    rows = [one.cells for one in paper.read().passages if one.block is Block.TABLE_ROW]
    assert ("förskolor", "61", "60") in rows


def test_a_form_keeps_values_in_small_type_with_their_labels() -> None:
    paper = Paper("f.pdf").text(SURVEY)
    for label, value in (("Antal platser enligt avtalet", "40"), ("Antal lokaler som ingår i hyran", "3")):
        paper.at(At(LEFT, paper.top, label, size=11), At(330, paper.top, value, size=8))
        paper.top += 15
    texts = [one.text for one in paper.read().passages]
    assert "Antal platser enligt avtalet 40" in texts
