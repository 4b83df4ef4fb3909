"""Plain text: lines whose parts stand below one another are rows of a table, and nothing else is."""

from ingest.layout import blocks
from ingest.plain import text_file

TABLE = """Avgifter för parkering

   Zon             Per timme   Per dygn   Veckokort
   Röd (Torget)    30 kr       180 kr     inte möjligt
   Gul (Kvarnen)      18 kr  120 kr     480 kr

Korten säljs i  kiosken  vid torget.
Den som  saknar kort  betalar dubbel avgift.
Avgiften  gäller alla  dagar.
"""


def test_lines_with_as_many_parts_are_the_rows_of_a_table() -> None:
    told = [line.cells for line in text_file(TABLE, "avgifter.txt").pages[0].lines if line.cells]
    assert told == [
        ("Zon", "Per timme", "Per dygn", "Veckokort"),
        ("Röd (Torget)", "30 kr", "180 kr", "inte möjligt"),
        ("Gul (Kvarnen)", "18 kr", "120 kr", "480 kr"),
    ]


def test_words_set_wide_apart_stay_sentences() -> None:
    read = [block.text for block in blocks(text_file(TABLE, "avgifter.txt"))]
    assert any("Den som saknar kort betalar dubbel avgift." in text for text in read)
