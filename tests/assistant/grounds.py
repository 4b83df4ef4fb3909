"""The ground of an answer that cites an invented sentence or row."""

from assistant.ground import Ground
from assistant.verify import Evidence, Place
from ingest.documents import Block, DocumentMetadata, Force, Kind, Passage

DOCUMENT = DocumentMetadata("a" * 16, "a/b.pdf", "Taxa", Kind.TJANSTESKRIVELSE, "")


def ground(text: str, *more: str, columns: tuple[str, ...] = (), cells: tuple[str, ...] = ()) -> Ground:
    """Return the ground of an answer that cites a sentence or a row; other passages stand in its section."""
    block = Block.TABLE_ROW if cells else Block.PARAGRAPH
    said = [
        Passage(number, one, 0, len(one), 1, block, Force.BACKGROUND, table_header=columns, cells=cells)
        for number, one in enumerate((text, *more))
    ]
    return Ground([Place(Evidence(DOCUMENT, said[0]), 0, len(text))], (), lambda _: said)
