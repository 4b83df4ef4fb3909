"""A short title is told with what the file's name adds to it."""

import pytest

from ingest.file_words import with_file_words
from tests.ingest.papers import file_read

PAPER = "# Handlingsplan\n\nInsatser för stöd till unga i Nyköpsbro.\n\nHyra betalas enligt hyresavtal av Björkens Ridklubb. ÅRSPLAN GÄLLER."


@pytest.mark.parametrize(
    ("title", "path", "told"),
    [
        ("Handlingsplan", "namnd/handlingsplan-stod-till-unga-81515.pdf", "Handlingsplan – stöd till unga"),
        ("Handlingsplan", "handlingsplan_stod_i_Nykopsbro.pdf", "Handlingsplan – stöd i Nyköpsbro"),
        (
            "Björkens Ridklubb",
            "hyresavtal-bjorkens-ridklubb-2031-01-01-till-2031-06-30-ridhus.pdf",
            "Björkens Ridklubb – hyresavtal 2031-01-01 till 2031-06-30 ridhus",
        ),
        ("Rapport", "bjorkens-ridklubb-rapport-2031-03-26.pdf", "Rapport – Björkens Ridklubb"),
        ("Plan", "arsplan-for-insatser.pdf", "Plan – årsplan för Insatser"),
        ("Rapport", "rapport-period-2-stod-till-unga.pdf", "Rapport – period stöd till unga"),
        # The last word of a long name may be cut.
        ("Rapport", f"{'insatser-' * 9}stodl.pdf", f"Rapport – {' '.join(['Insatser'] * 9)}"),
        # Nothing is added: no word that the paper holds, the same word in another form, a title that tells enough.
        ("Handlingsplan", "001_9221eced4d4dee55.pdf", "Handlingsplan"),
        ("Handlingsplan", "handlingsplanen.pdf", "Handlingsplan"),
        ("Handlingsplan", "slutlig-version.pdf", "Handlingsplan"),
        (
            "Insatser för barn och unga som behöver skydd",
            "stod-till-unga.pdf",
            "Insatser för barn och unga som behöver skydd",
        ),
    ],
)
def test_a_short_title_is_told_with_the_words_of_the_name(title: str, path: str, told: str) -> None:
    assert with_file_words(title, path, file_read("plan.md", PAPER).passages) == told


def test_minutes_and_letters_keep_the_title_of_their_head() -> None:
    letter = "# Tjänsteskrivelse\n\nDnr 2031/7\n\n# Nya lampor\n\nNämnden föreslås köpa lampor till tunneln."
    assert file_read("tjansteskrivelse-nya-lampor-till-tunneln.md", letter).metadata.title == "Nya lampor"
