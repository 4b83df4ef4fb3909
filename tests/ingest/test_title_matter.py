"""A title that names only the form of a paper is told with what the paper is about."""

import pytest

from tests.ingest.papers import SURVEY, Paper, file_read


@pytest.mark.parametrize(
    ("name", "text", "title"),
    [
        (
            "svar.md",
            "# Svar på motion\n\nGranbacka den 4 maj 2031\n\n## Motion om fler bänkar\n\nMotionären vill ha bänkar.",
            "Svar på motion: Motion om fler bänkar",
        ),
        (
            "forslag.md",
            "# MEDBORGARFÖRSLAG\n\nDnr 2031/7\n\n## Lampor i tunneln\n\nJag vill ha ljus.",
            "Medborgarförslag: Lampor i tunneln",
        ),
        (
            "fraga.md",
            "# Interpellationssvar\n\n2031-05-04\n\n# Interpellation om bussar\n\nNils Ek har frågat mig om bussar.",
            "Interpellationssvar: Interpellation om bussar",
        ),
        (
            "avtal-skotsel.md",
            "# DRIFTAVTAL\n\nmellan Granbacka kommun, org.nr 212000-0000, nedan kallad kommunen, och Granbacka IF\n\n"
            "## § 1 Omfattning\n\nAvtalet gäller rinken.",
            "Driftavtal mellan Granbacka kommun och Granbacka IF",
        ),
        (
            "arsredovisning-2031.md",
            "# Årsredovisning 2031\n\nNordbygdens vattenförbund\n\n## Ekonomi\n\nResultatet blev noll.",
            "Årsredovisning 2031, Nordbygdens vattenförbund",
        ),
        (
            "granskning-av-parkering.md",
            "# Rapport om gatorna\n\nVi föreslår att nämnden\n\n- ser över reglerna för parkering och granskning\n\n"
            "- följer upp dem",
            "Rapport om gatorna – granskning av parkering",
        ),
    ],
)
def test_a_form_is_told_with_its_matter(name: str, text: str, title: str) -> None:
    assert file_read(name, text).metadata.title == title


def cover(*lines: tuple[str, float]) -> Paper:
    """Begin a paper with the lines of its cover, each in its size, and the fields below them."""
    paper = Paper("styrdokument.pdf")
    for text, size in lines:
        paper.line(text, bold=True, size=size, step=1.15 * size)
        paper.top += 0 if size > 40 else 30
    return paper.line("Diarienummer: TN 2031-0044").turn().heading("Inledning", 16).text(SURVEY)


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        pytest.param(
            [("Delegationsordning", 36), ("Tekniska nämnden", 24)], "Delegationsordning – Tekniska nämnden", id="whose"
        ),
        pytest.param(
            [("Handlingsplan", 36), ("Ekhallen", 20), ("Norrängens bad", 20)],
            "Handlingsplan – Ekhallen, Norrängens bad",
            id="what",
        ),
        pytest.param([("Handlingsplan", 36), ("Innehåll", 20)], "Handlingsplan", id="contents"),
        pytest.param(
            [("Plan för vägar och belysning", 30), ("Granbacka kommun", 20)],
            "Plan för vägar och belysning",
            id="municipality",
        ),
        pytest.param(
            [("Rutin för att", 50), ("ta emot och", 50), ("följa upp alla", 50), ("klagomål från", 50), ("boende", 50)],
            "Rutin för att ta emot och följa upp alla klagomål från boende",
            id="five lines",
        ),
        pytest.param([("Utredning Rev. 2031-05-03", 30)], "Utredning", id="when"),
    ],
)
def test_a_cover_is_read_as_one_title(lines: list[tuple[str, float]], title: str) -> None:
    assert cover(*lines).read().metadata.title == title


def test_what_heads_text_right_below_a_title_is_no_part_of_it() -> None:
    paper = Paper("avtal.pdf").heading("Samverkansavtal 2031", 24).heading("Omfattning", 14).text(SURVEY)
    assert paper.read().metadata.title == "Samverkansavtal 2031"
    paper = Paper("reglemente.pdf").heading("Reglemente 2031", 24).heading("Allmänna bestämmelser", 16)
    assert paper.heading("Rådens uppgifter", 13).text(SURVEY).read().metadata.title == "Reglemente 2031"


def test_questions_and_points_of_a_paper_are_not_its_title() -> None:
    asked = "F: Vad kostar parkering?\nS: Det är gratis.\n\n1. Hur många platser för parkering har kommunen byggt\nsedan förra året, och hur många återstår att bygga?"
    text = f"# Bilar i centrum\n\nVi undrar över parkeringen.\n\n{asked}"
    assert file_read("parkering-platser.txt", text).metadata.title.startswith("Bilar i centrum")
