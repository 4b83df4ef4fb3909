"""Run the measurements of scale one after another, each in a temporary folder."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from eval.errors import BadBenchmark
from eval.progress import Advance
from eval.scale import Record, build, records, search
from index.embedding import EMBEDDED_DIMENSION
from index.hits import Mode
from index.settings import Settings

# The engines are grown in tenths: a tenth of a tenth, a tenth, and all.
STEPS = (100, 10, 1)


def everything(
    collection: Path,
    settings: Settings,
    advance: Advance,
    *,
    limit: int | None,
    real_vectors: bool,
    questions: int,
    plain: int,
    growth: int,
) -> Iterator[dict[str, Any]]:
    """Yield figures by name as soon as each is known."""
    documents = list(records(collection, limit))
    if len(documents) < 2:
        raise BadBenchmark(f"'{collection}' holds fewer than two documents. Name a larger collection.")
    with _folder() as folder:
        yield {"build": asdict(build(documents, folder, settings, advance, real_vectors=real_vectors))}
        for mode in (Mode.WORDS, Mode.HYBRID):
            for found in search(documents, folder, settings, mode, questions):
                yield {"search": asdict(found)}
    if plain:
        yield from _plain(documents[:plain], settings)
    if growth:
        yield from _growth(documents, growth, advance)


def _plain(documents: list[Record], settings: Settings) -> Iterator[dict[str, Any]]:
    # Loaded here: LlamaIndex, torch and sentence-transformers take many seconds.
    from eval.plain_ingestion import embedding_rates, ingestions  # noqa: PLC0415

    with _folder() as folder:
        yield {"embedding": asdict(embedding_rates(documents, folder, settings))}
        yield {"ingestion": asdict(ingestions(documents, folder, settings))}


def _growth(documents: list[Record], most: int, advance: Advance) -> Iterator[dict[str, Any]]:
    from eval.growth import grow_vectors, grow_words  # noqa: PLC0415 - only where it is asked for

    sizes = tuple(dict.fromkeys(max(1, most // step) for step in STEPS))
    with _folder() as folder:
        for words in grow_words(folder, (document.text for document in documents), sizes, advance):
            yield {"growth": asdict(words)}
        for vectors in grow_vectors(folder, EMBEDDED_DIMENSION, sizes, advance):
            yield {"growth": asdict(vectors)}


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="arende-scale-") as folder:
        yield Path(folder)
