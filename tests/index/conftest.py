"""Small documents of an invented municipality, and settings that keep torch away."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from index.settings import EmbeddingSettings, Settings
from ingest.documents import Block, Document, DocumentMetadata, Force, Kind, Passage
from ingest.settings import IngestSettings

Maker = Callable[..., Document]

LETTER = """Lindhaga kommun
Kulturnämnden

Tjänsteskrivelse

Datum: {date}
Diarienummer: KUN 2031/{number}

{title}

Sammanfattning

Förvaltningen har utrett {subject}. Kostnaden beräknas till {number}000 kronor per år.

Förslag till beslut

Kulturnämnden godkänner planen för {subject}.
"""


@pytest.fixture
def settings() -> Settings:
    """Return settings with which every passage is embedded without torch."""
    return Settings(embedding=EmbeddingSettings(small_batch=1_000_000), ingest=IngestSettings(workers=1))


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Return a folder with three letters."""
    folder = tmp_path / "källa"
    folder.mkdir()
    for number, subject in enumerate(("bokbussen", "musikskolan", "simhallens öppettider"), start=1):
        write_letter(folder, f"brev {number} å.txt", number, subject)
    return folder


@pytest.fixture
def letter() -> Callable[[Path, str, int, str], Path]:
    """Return the writer of letters."""
    return write_letter


def write_letter(folder: Path, name: str, number: int, subject: str) -> Path:
    """Write one letter to the cultural board."""
    path = folder / name
    text = LETTER.format(date=f"2031-02-{number:02}", number=number, title=f"Plan för {subject}", subject=subject)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def make() -> Maker:
    """Return a maker of documents from (heading or None, text) pairs."""
    return make_document


def make_document(
    document_id: str = "d1", parts: tuple[tuple[str | None, str], ...] = ((None, "Text."),), **metadata: object
) -> Document:
    """Return a document whose passages stand under the headings given."""
    text = ""
    passages: list[Passage] = []
    current: str | None = None

    def put(words: str, block: Block, path: tuple[str, ...], level: int = 0) -> None:
        nonlocal text
        start = len(text)
        text += words + "\n"
        sign = path[0].split(" ", 2) if path and path[0].startswith("§") else None
        section = " ".join(sign[:2]) if sign else None
        ordinal = len(passages)
        end = start + len(words)
        passages.append(Passage(ordinal, words, start, end, 1, block, Force.BACKGROUND, path, section, level=level))

    for heading, words in parts:
        if heading is not None and heading != current:
            put(heading, Block.HEADING, (heading,), 1)
        current = heading
        put(words, Block.PARAGRAPH, (heading,) if heading else ())
    values: dict[str, object] = {
        "source": f"{document_id}.txt",
        "title": f"Handling {document_id}",
        "kind": Kind.PROTOKOLL,
        "content_hash": document_id,
        "date": dt.date(2031, 3, 4),
        "board": "Kulturnämnden",
    }
    return Document(DocumentMetadata(id=document_id, **{**values, **metadata}), text, tuple(passages))  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def module_make() -> Maker:
    """Return the maker of documents, for an index that a whole module reads."""
    return make_document


@pytest.fixture(scope="module")
def module_settings() -> Settings:
    """Return the settings, for an index that a whole module reads."""
    return Settings(embedding=EmbeddingSettings(small_batch=1_000_000), ingest=IngestSettings(workers=1))
