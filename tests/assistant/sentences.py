"""Invented sentences and rows, and how far they have the form that a question asks for."""

import datetime as dt

from assistant.fitting import fit
from assistant.question import understand
from assistant.verify import Evidence
from ingest.documents import Block, DocumentMetadata, Force, Kind, Passage

DOCUMENT = DocumentMetadata("a" * 16, "a/b.pdf", "Avgifter", Kind.TJANSTESKRIVELSE, "", date=dt.date(2024, 5, 28))


def fits(question: str, text: str) -> float:
    """Return how far an invented sentence has the form that a question asks for."""
    passage = Passage(0, text, 0, len(text), 1, Block.PARAGRAPH, Force.BACKGROUND)
    return fit(understand(question), text, Evidence(DOCUMENT, passage))


def row(*cells: str, header: tuple[str, ...] = (), kind: Kind = Kind.PLAN) -> Evidence:
    """Return an invented row of a table."""
    text = " ".join(cells)
    passage = Passage(0, text, 0, len(text), 1, Block.TABLE_ROW, Force.BACKGROUND, table_header=header, cells=cells)
    return Evidence(DocumentMetadata("a" * 16, "a/b.pdf", "Bokslut", kind, ""), passage)
