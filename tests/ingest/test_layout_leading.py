"""Short paragraphs a little apart stay apart, even where the document holds few long ones."""

from ingest.documents import Box, Line, Page, RawFile
from ingest.layout import blocks

WIDE, SHORT = 500.0, 240.0
# Six paragraphs of two lines at 13.5 points, then decisions of one full line each; 20.5 points between paragraphs.
LONG = [("Kontoret har räknat på vad den nya hallen kommer att kosta kommunen under de", WIDE), ("första åren.", SHORT)]
DECISIONS = [
    ("En hall utan läktare uppförs vid skolan till en kostnad av högst 89 miljoner kronor i kommunen.", WIDE),
    ("Investeringen finansieras genom lån på tjugo år i enlighet med kommunens finanspolicy för bygg.", WIDE),
    ("Kontoret ska redovisa projektets ekonomi för styrelsen i februari och september varje år.", WIDE),
]


def test_decisions_of_one_full_line_each_are_paragraphs_of_their_own() -> None:
    lines, y = [], 80.0
    for paragraph in [LONG] * 6 + [[decision] for decision in DECISIONS * 3]:
        for text, right in paragraph:
            lines.append(Line(text, 1, Box(70, y, right, y + 11), 10))
            y += 13.5
        y += 7
    found = blocks(RawFile("a.pdf", (Page(1, 595, 842, tuple(lines)),)))
    assert [block.text for block in found][6:9] == [text for text, _ in DECISIONS]
    assert len(found) == 15
