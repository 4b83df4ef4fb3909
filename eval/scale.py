"""Measure building and searching an index of many documents: time by stage, memory, and what one more document costs."""

import csv
import gzip
import hashlib
import json
import resource
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from eval.errors import BadBenchmark
from eval.progress import Advance, Stages
from index.build import ReindexReport, reindex
from index.embedding import Embedded, Embedder, Vector, open_embedder
from index.embedding import Progress as Heard
from index.hits import Filters, Mode, Query
from index.parts import Parts
from index.progress import Notice
from index.reader import CaseIndex
from index.settings import Settings

WARM_UP = 5
QUESTION_WORDS = 8
KILOBYTES_PER_MEGABYTE = 1024


@dataclass(frozen=True, slots=True)
class Record:
    """Hold one document of a collection: a line of JSON with id, date, title and text."""

    id: str
    date: date
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class BuildFigures:
    """Hold what a build cost. ``stages`` are seconds by stage, ``peak_megabytes`` the most memory of this process."""

    documents: int
    passages: int
    chunks: int
    stages: dict[str, float]
    seconds: float
    seconds_for_one_more: float
    peak_megabytes: float


@dataclass(frozen=True, slots=True)
class SearchFigures:
    """Hold times of search in a warm process, in milliseconds; ``processor`` is the p50 of this process's own time."""

    name: str
    questions: int
    p50: float
    p95: float
    processor: float


def records(path: Path, limit: int | None = None) -> Iterator[Record]:
    """Yield the documents of a file of JSON lines, gzipped or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if limit is not None and number > limit:
                return
            try:
                row = json.loads(line)
                yield Record(row["id"], date.fromisoformat(row["date"]), row["title"], row["text"])
            except (KeyError, TypeError, ValueError) as error:
                raise BadBenchmark(f"{path}, line {number}: must hold id, date, title and text: {error}") from error


def write_files(documents: Sequence[Record], source: Path) -> None:
    """Write each document as a text file into a folder of its year, with the table that a registry would export."""
    tables: dict[Path, list[tuple[str, str, str]]] = {}
    for document in documents:
        folder = source / str(document.date.year)
        folder.mkdir(parents=True, exist_ok=True)
        name = f"{document.id}.txt"
        (folder / name).write_text(f"{document.title}\n\n{document.text}\n", encoding="utf-8")
        tables.setdefault(folder, []).append((name, document.title, document.date.isoformat()))
    for folder, rows in tables.items():
        with (folder / "metadata.csv").open("w", encoding="utf-8", newline="") as out:
            writer = csv.writer(out)
            writer.writerows([("fil", "titel", "datum"), *rows])


class RandomVectors:
    """Stand in for the embedding model where only the time of everything else is asked for."""

    def __init__(self, model: Embedder) -> None:
        # The model's own name, so that the product's search takes the index for its own; never use it for answers.
        self._model = model

    @property
    def fingerprint(self) -> str:
        """Return the model's name."""
        return self._model.fingerprint

    @property
    def dimension(self) -> int:
        """Return the length of a vector."""
        return self._model.dimension

    @property
    def tells_parts(self) -> bool:
        """Say that sentences get vectors too, as the model's do."""
        return self._model.tells_parts

    def queries(self, texts: Sequence[str]) -> Vector:
        """Return the model's vectors of questions."""
        return self._model.queries(texts)

    def passages(self, texts: Sequence[str], progress: Heard | None = None) -> Vector:
        """Return a random row of unit length for each text, the same for the same text."""
        return self.with_parts(texts, [()] * len(texts), progress).passages

    def with_parts(self, texts: Sequence[str], parts: Parts, progress: Heard | None = None) -> Embedded:
        """Return random rows of unit length, the same for the same text; of its parts, the text's own."""
        seeds = [int.from_bytes(hashlib.sha256(text.encode()).digest()[:8]) for text in texts]
        rows = np.stack([np.random.default_rng(seed).standard_normal(self.dimension) for seed in seeds])
        if progress:
            progress(len(texts), len(texts))
        vectors: Vector = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
        return Embedded(
            vectors, [np.repeat(row[None], len(spans), 0) for row, spans in zip(vectors, parts, strict=True)]
        )


def build(
    documents: Sequence[Record], folder: Path, settings: Settings, advance: Advance, *, real_vectors: bool
) -> BuildFigures:
    """Index all documents but the last from files, then the last one too, through the product's own re-index."""
    source, data = folder / "source", folder / "data"
    source.mkdir(parents=True)
    write_files(documents[:-1], source)
    model = open_embedder(settings.embedding, data)
    embedder = model if real_vectors else RandomVectors(model)
    clock = _StageClock(advance)
    report = reindex(source, data, settings, clock, embedder=embedder)
    clock.start("done", 0)
    write_files(documents[-1:], source / "later")
    more = reindex(source, data, settings, Stages(advance), embedder=embedder)
    return _figures(report, more, clock.seconds)


def search(
    documents: Sequence[Record], folder: Path, settings: Settings, mode: Mode, count: int
) -> list[SearchFigures]:
    """Ask for words of documents from all over the collection, without a filter and within one year."""
    chosen = documents[:: max(1, len(documents) // (count + WARM_UP))][: count + WARM_UP]
    asked = [(_question(document, number), document.date.year) for number, document in enumerate(chosen)]
    with closing(CaseIndex.open(folder / "data", settings)) as index:
        plain = [Query(text, mode=mode) for text, _ in asked]
        within = [
            Query(text, Filters(date_from=date(year, 1, 1), date_to=date(year, 12, 31)), mode=mode)
            for text, year in asked
        ]
        return [_timed(index, f"{mode.value}, every document", plain), _timed(index, f"{mode.value}, one year", within)]


def _timed(index: CaseIndex, name: str, queries: Sequence[Query]) -> SearchFigures:
    elapsed: list[float] = []
    processor: list[float] = []
    for number, query in enumerate(queries):
        began, worked = time.perf_counter(), time.process_time()
        index.search(query)
        if number >= WARM_UP:
            elapsed.append(1000 * (time.perf_counter() - began))
            processor.append(1000 * (time.process_time() - worked))
    p50, p95 = np.percentile(elapsed, [50, 95])
    return SearchFigures(
        name, len(elapsed), round(float(p50), 1), round(float(p95), 1), round(float(np.median(processor)), 1)
    )


def _question(document: Record, number: int) -> str:
    """Return words to search for: of the title and of the middle of the text by turns."""
    words = document.text.split()
    if number % 2 or len(words) < QUESTION_WORDS:
        return document.title
    middle = len(words) // 2
    return " ".join(words[middle : middle + QUESTION_WORDS])


def _figures(report: ReindexReport, more: ReindexReport, stages: dict[str, float]) -> BuildFigures:
    return BuildFigures(
        report.documents, report.passages, report.chunks, stages, report.seconds, more.seconds, peak_megabytes()
    )


def peak_megabytes() -> float:
    """Return the most memory that this process has held."""
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KILOBYTES_PER_MEGABYTE, 0)


class _StageClock:
    """Add up the seconds of each stage."""

    def __init__(self, advance: Advance) -> None:
        self.seconds: dict[str, float] = {}
        self._stages = Stages(advance)
        self._stage, self._began = "", time.perf_counter()

    def start(self, stage: str, total: int) -> None:
        """End the stage before, and begin the next."""
        now = time.perf_counter()
        if self._stage:
            self.seconds[self._stage] = round(self.seconds.get(self._stage, 0.0) + now - self._began, 2)
        self._stage, self._began = stage, now
        self._stages.start(stage, total)

    def advance(self, steps: int) -> None:
        """Go some steps further."""
        self._stages.advance(steps)

    def say(self, notice: Notice) -> None:
        """Leave news out."""
