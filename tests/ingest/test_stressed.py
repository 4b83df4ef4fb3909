"""Headings in italics or underlined, in the size of the text, and section names in the type of the text."""

import pytest

from ingest.documents import Force
from tests.ingest.papers import COST, HEIGHT, LEFT, SURVEY, At, Paper, force_of, minutes_of


def stressed(paper: Paper, text: str, *, underlined: bool) -> Paper:
    """Print a line in italics or with a line drawn under it."""
    if underlined:
        paper.at(At(LEFT, paper.top, text, size=11))
        under = HEIGHT - paper.top - 1.5
        paper.canvas.line(LEFT, under, LEFT + paper.canvas.stringWidth(text, "Helvetica", 11), under)
    else:
        paper.canvas.setFont("Helvetica-Oblique", 11)
        paper.canvas.drawString(LEFT, HEIGHT - paper.top, text)
    paper.top += 14
    return paper


@pytest.mark.parametrize("underlined", [pytest.param(True, id="underlined"), pytest.param(False, id="italics")])
def test_a_line_in_italics_or_underlined_heads_the_text_below_it(underlined: bool) -> None:
    paper = Paper("utredning.pdf").heading("Utredning om skolvägar", 16).heading("Bakgrund").text(SURVEY)
    stressed(paper, "Mätningar", underlined=underlined).text(SURVEY)
    document = stressed(paper, "Kostnad för kommunen", underlined=underlined).text(COST).read()
    assert document.passages[-1].heading_path == ("Utredning om skolvägar", "Bakgrund", "Kostnad för kommunen")
    assert [one.text for one in document.passages if one.level > 2] == ["Mätningar", "Kostnad för kommunen"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Foto på skolan från söder", id="caption"),
        pytest.param("Lena Ek", id="name"),
        pytest.param("Mätt under maj 2031", id="figures"),
        pytest.param("Alla mätningar gjordes med radar.", id="sentence"),
    ],
)
def test_other_lines_in_italics_head_nothing(text: str) -> None:
    paper = Paper("utredning.pdf").heading("Utredning om skolvägar", 16).text(SURVEY)
    document = stressed(paper, text, underlined=False).text(COST).read()
    assert document.passages[-1].heading_path == ("Utredning om skolvägar",)


def test_a_name_of_a_section_in_the_type_of_the_text_is_not_drawn_into_the_decision_above_it() -> None:
    paper = minutes_of("Tekniska nämnden", "2032-03-04").heading("§ 12 Belysning i Norrängen").line("Beslut", bold=True)
    paper.line("Tekniska nämnden beviljar Norrängens byalag 45 000 kronor för belysning av stigen.")
    paper.line("Yrkanden").line("Lena Ek (S) yrkar att bidraget ska vara 60 000 kronor.")
    document = paper.read()
    assert force_of(document, "Tekniska nämnden beviljar") is Force.DECISION
    assert "Yrkanden" in [one.text for one in document.passages]
    assert force_of(document, "Lena Ek") is Force.YRKANDE


def test_a_matter_told_in_short_is_not_decided() -> None:
    paper = minutes_of("Tekniska nämnden", "2032-03-04").heading("§ 12 Belysning i Norrängen").line("Beslut", bold=True)
    paper.line("Tekniska nämnden beviljar bidraget.").line("Ärendet i korthet", bold=True)
    document = paper.text(SURVEY).read()
    assert force_of(document, "Kontoret har") is Force.BACKGROUND


def test_a_heading_as_far_from_the_text_above_it_as_from_the_text_below_it_stays_one() -> None:
    paper = Paper("utredning.pdf").heading("Utredning om skolvägar", 16).text(SURVEY)
    stressed(paper, "Samråd", underlined=True)
    paper.top += 9
    assert paper.text(COST).read().passages[-1].heading_path == ("Utredning om skolvägar", "Samråd")
