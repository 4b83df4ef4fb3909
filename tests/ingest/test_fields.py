"""Printed forms: labels beside their fields, a value below its label, boxes to tick."""

import pytest

from assistant.candidates import candidates
from index.hits import Hit
from ingest.documents import Document
from tests.ingest.papers import HEIGHT, SURVEY, At, Paper

EDGE = 170.0


class Form:
    """Set a form with its labels left of an upright rule, the fields parted by rules that begin right of it."""

    def __init__(self) -> None:
        """Open the page."""
        self.paper = Paper("hyreskontrakt.pdf").line("Hyreskontrakt för lokal", size=18, step=30)
        self.first = self.paper.top

    def field(self, label: tuple[str, ...], *lines: str) -> "Form":
        """Print a label on its lines, and beside it lines whose empty and ticked boxes are drawn."""
        top = self.paper.top
        for place, words in enumerate(label):
            self.paper.at(At(72, top + 14 + 9 * place, words, size=9))
        for place, words in enumerate(lines):
            y = top + 14 + 16 * place
            if words[:1] in "☐✕":
                self.paper.canvas.rect(EDGE + 8, HEIGHT - y - 3, 11, 11, stroke=1, fill=0)
                if words[0] == "✕":
                    self.paper.at(At(EDGE + 11, y, "x", size=8))
                words = words[2:]
            self.paper.at(At(EDGE + 24, y, words, size=8))
        self.paper.top = top + 20 + max(9 * len(label), 16 * len(lines))
        self._rule()
        return self

    def filled(self, label: str, *fields: tuple[str, str]) -> "Form":
        """Print fields with a coloured ground, each with its label in small type above its value."""
        top = self.paper.top
        self.paper.at(At(72, top + 14, label, size=9))
        for place, (name, value) in enumerate(fields):
            left = EDGE + 8 + 170 * place
            self.paper.canvas.setFillGray(0.9)
            self.paper.canvas.rect(left, HEIGHT - top - 32, 160, 28, stroke=0, fill=1)
            self.paper.canvas.setFillGray(0)
            self.paper.at(At(left + 4, top + 12, name, size=7), At(left + 4, top + 26, value, size=10))
        self.paper.top = top + 40
        self._rule()
        return self

    def read(self) -> Document:
        """Draw the upright rule and read the paper."""
        self.paper.canvas.rect(EDGE, HEIGHT - self.paper.top, 0.8, self.paper.top - self.first, stroke=0, fill=1)
        return self.paper.read()

    def _rule(self) -> None:
        self.paper.canvas.rect(EDGE + 6, HEIGHT - self.paper.top, 340, 0.8, stroke=0, fill=1)
        self.paper.top += 2


@pytest.fixture(name="form")
def lease() -> Document:
    form = Form().filled("1. Hyresgäst", ("Namn", "Granbacka IF"), ("Organisationsnummer", "802400-0000"))
    form.filled("2. Hyrestid", ("Från och med den", "2031-01-01"), ("Till och med den", "2033-12-31"))
    form.field(("3. Snöröjning och", "sandning"), "✕ ingår i hyran", "☐ bekostas av hyresgästen")
    form.field(("4. Hyra",), "Kronor 48 000 per år").field(("5. Övrigt",))
    return form.field(("6. Underhåll",), *(f"Punkt {number} gäller lokalen." for number in range(16))).read()


def test_each_field_of_a_form_is_told_with_its_label(form: Document) -> None:
    texts = [one.text for one in form.passages]
    assert "1. Hyresgäst Namn Granbacka IF Organisationsnummer 802400-0000" in texts
    assert "2. Hyrestid Från och med den 2031-01-01 Till och med den 2033-12-31" in texts
    assert "4. Hyra Kronor 48 000 per år" in texts
    assert "5. Övrigt" in texts
    assert "6. Underhåll Punkt 15 gäller lokalen." in texts


def test_what_is_not_ticked_is_told_as_such_and_answers_nothing(form: Document) -> None:
    rows = [one for one in form.passages if one.text.startswith("3. Snöröjning och sandning")]
    assert [one.cells[1:] for one in rows] == [("x ingår i hyran",), ("☐ bekostas av hyresgästen",)]
    hit = Hit("form-0", form.metadata, form.passages, form.text, 1.0)
    assert not any("bekostas" in one.text for one in candidates([hit]))
    assert any("ingår i hyran" in one.text for one in candidates([hit]))


def test_a_square_that_stands_alone_is_no_choice() -> None:
    paper = Paper("rapport.pdf").heading("Rapport", 16).text(SURVEY)
    paper.canvas.rect(300, HEIGHT - paper.top - 30, 10, 10, stroke=1, fill=0)
    assert "☐" not in paper.read().text
