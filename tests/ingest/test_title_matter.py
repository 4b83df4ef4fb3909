"""A title that names only the form of a paper is told with what the paper is about."""

import pytest

from tests.ingest.papers import file_read


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
