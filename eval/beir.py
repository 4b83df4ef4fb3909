"""Measure retrieval on a BEIR folder, through the same index and search as documents."""

import csv
import hashlib
import json
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from eval.errors import BadBenchmark
from eval.progress import Advance, Stages
from eval.summary import Figure, mean
from index import swedish
from index.hits import Hit, Mode, Part, Query
from index.settings import Settings
from ingest.documents import Block, Document, DocumentMetadata, Force, Kind, Passage

CUTOFF = 100
MOST_CHUNKS = 64 * CUTOFF
MEASURES = ("nDCG@10", "R@1", "R@5", "R@10", "R@100", "RR@10")
MARKER = "beir.json"
# Share of the pairs of neighbouring words that two whole texts have in common from which they are one text, kept twice.
SAME_TEXT = 0.95

Ranked = Mapping[str, Mapping[str, float]]
Search = Callable[[str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Text:
    """Hold one text of the corpus."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Benchmark:
    """Hold a BEIR folder: texts, the questions that have an answer among them, and which texts answer."""

    name: str
    texts: tuple[Text, ...]
    queries: Mapping[str, str]
    relevant: Mapping[str, Mapping[str, int]]
    unanswerable: int


def load(folder: Path) -> Benchmark:
    """Return a BEIR folder; questions without a relevant text are counted and left out."""
    texts = tuple(
        Text(str(row["_id"]), str(row.get("title") or ""), str(row["text"]))
        for row in _rows(folder / "corpus.jsonl", ("_id", "text"))
    )
    queries = {str(row["_id"]): str(row["text"]) for row in _rows(folder / "queries.jsonl", ("_id", "text"))}
    relevant = _judgements(folder, {text.id for text in texts}, set(queries))
    asked = {name: text for name, text in queries.items() if name in relevant}
    if not texts or not asked:
        raise BadBenchmark(f"'{folder}' holds no text or no question with a relevant text.")
    return Benchmark(folder.resolve().name, texts, asked, relevant, len(queries) - len(asked))


def as_documents(texts: Iterable[Text]) -> Iterator[Document]:
    """Yield the texts as case documents: the title as heading, each line a passage."""
    for text in texts:
        yield _document(text)


def document_id(text_id: str) -> str:
    """Return the id under which a text is indexed."""
    return hashlib.sha256(_path(text_id).encode()).hexdigest()[:16]


@contextmanager
def indexed(benchmark: Benchmark, data: Path | None, settings: Settings, progress: Advance) -> Iterator[Path]:
    """Yield a data folder that holds the texts: a temporary one, or a given one that is built once and kept."""
    if data is None:
        with tempfile.TemporaryDirectory(prefix="arende-beir-") as folder:
            _index(benchmark, Path(folder), settings, progress)
            yield Path(folder)
        return
    marker = data / MARKER
    wanted = _marker(benchmark, settings)
    if not marker.is_file() or marker.read_text(encoding="utf-8") != wanted:
        _index(benchmark, data, settings, progress)
        marker.write_text(wanted, encoding="utf-8")
    yield data


def product_search(
    data: Path, settings: Settings, benchmark: Benchmark, mode: Mode, without: frozenset[Part] = frozenset()
) -> Search:
    """Return the product's own search, its chunks folded to texts by their best rank."""
    # Loaded here: it pulls in Chroma and tantivy, and every `arende` command imports this package.
    from index.reader import CaseIndex  # noqa: PLC0415

    index = CaseIndex.open(data, settings)
    names = {document_id(text.id): text.id for text in benchmark.texts}
    enough = min(CUTOFF, len(benchmark.texts))

    def search(query: str) -> Sequence[str]:
        found: list[str] = []
        limit = CUTOFF
        # Several chunks of one text take several places: ask for more until the texts suffice or no more come.
        while len(found) < enough and limit <= MOST_CHUNKS:
            hits = index.search(Query(query, limit=limit, mode=mode, without=without)).hits
            documents = (document for hit in hits for document in _documents(hit))
            found = list(dict.fromkeys(names[document] for document in documents if document in names))
            if len(hits) < limit:
                break
            limit *= 2
        return found[:CUTOFF]

    return search


def _documents(hit: Hit) -> list[str]:
    """Return the documents a hit stands for: its own, then those of its near-duplicates, which are shown with it."""
    return [hit.document.id, *(chunk.partition("-")[0] for chunk in hit.duplicates)]


def rank_all(benchmark: Benchmark, search: Search, label: str, progress: Advance) -> Ranked:
    """Return the texts found for each question, with scores that fall by rank."""
    found: dict[str, dict[str, float]] = {}
    for number, (name, text) in enumerate(benchmark.queries.items(), start=1):
        found[name] = {text_id: float(CUTOFF - rank) for rank, text_id in enumerate(search(text)[:CUTOFF])}
        progress(label, number, len(benchmark.queries))
    return found


def figures(benchmark: Benchmark, ranked: Ranked) -> dict[str, Figure]:
    """Return each ranking measure with its interval over the questions."""
    return {name: mean(values) for name, values in by_question(benchmark, ranked).items()}


def by_question(benchmark: Benchmark, ranked: Ranked) -> dict[str, list[float]]:
    """Return each ranking measure's value for every question, in the order of the questions."""
    import ir_measures  # noqa: PLC0415 - takes a second to load, and every `arende` command imports this package

    wanted = [ir_measures.parse_measure(name) for name in MEASURES]
    # A question for which nothing was found must count as zero, so it is given a text that does not exist.
    runs = {name: dict(ranked[name]) or {"": 0.0} for name in benchmark.queries}
    by_measure: dict[str, dict[str, float]] = {name: {} for name in MEASURES}
    for found in ir_measures.iter_calc(wanted, benchmark.relevant, runs):
        by_measure[str(found.measure)][found.query_id] = found.value
    return {name: [values[query] for query in benchmark.queries] for name, values in by_measure.items()}


def copies(texts: Iterable[Text]) -> dict[str, str]:
    """Return for each text the first that it is a copy of, itself where there is none."""
    first: dict[str, str] = {}
    kept: dict[str, frozenset[tuple[str, str]]] = {}
    for text in texts:
        pairs = frozenset(pairwise(swedish.words(f"{text.title} {text.text}")))
        first[text.id] = next((name for name, other in kept.items() if _same(pairs, other)), text.id)
        if first[text.id] == text.id:
            kept[text.id] = pairs
    return first


def copies_once(benchmark: Benchmark, ranked: Ranked) -> tuple[Benchmark, Ranked]:
    """Return a benchmark and what was found where a text and its copies are one, at the place of the first of them."""
    first = copies(benchmark.texts)
    relevant = {
        query: {first[text]: score for text, score in texts.items()} for query, texts in benchmark.relevant.items()
    }
    found = {
        query: {
            text: float(CUTOFF - rank)
            for rank, text in enumerate(dict.fromkeys(first[one] for one in sorted(texts, key=lambda one: -texts[one])))
        }
        for query, texts in ranked.items()
    }
    return replace(benchmark, relevant=relevant), found


def counts(benchmark: Benchmark) -> dict[str, Any]:
    """Return how much was measured."""
    return {
        "texts": len(benchmark.texts),
        "questions": len(benchmark.queries),
        "left_out_without_answer": benchmark.unanswerable,
    }


def table(rows: Mapping[str, Mapping[str, Figure]]) -> str:
    """Return figures as a plain table, a line for each way of searching."""
    width = max(len(name) for name in rows)
    lines = [" " * width + "".join(f"{name:>9}" for name in MEASURES) + "   95 % of nDCG@10"]
    for name, found in rows.items():
        main = found["nDCG@10"]
        span = f"[{main.low:.3f}, {main.high:.3f}]" if main.low is not None and main.high is not None else "-"
        lines.append(f"{name:<{width}}" + "".join(f"{found[m].value:>9.4f}" for m in MEASURES) + f"   {span}")
    return "\n".join(lines)


def _same(one: frozenset[tuple[str, str]], other: frozenset[tuple[str, str]]) -> bool:
    fewer, more = sorted((len(one), len(other)))
    # Nothing in common is the usual case, and lengths tell most of it.
    return 0 < SAME_TEXT * more <= fewer and len(one & other) >= SAME_TEXT * len(one | other)


def _index(benchmark: Benchmark, data: Path, settings: Settings, progress: Advance) -> None:
    # Loaded here: it pulls in Chroma and tantivy, and every `arende` command imports this package.
    from index.build import index_documents  # noqa: PLC0415

    index_documents(as_documents(benchmark.texts), data, settings, Stages(progress))


def _document(text: Text) -> Document:
    pieces = [piece.strip() for piece in text.text.split("\n") if piece.strip()]
    blocks = [(text.title.strip(), Block.HEADING)] if text.title.strip() else []
    blocks += [(piece, Block.PARAGRAPH) for piece in pieces]
    whole = "\n".join(piece for piece, _ in blocks)
    headings = (text.title.strip(),) if text.title.strip() else ()
    passages: list[Passage] = []
    start = 0
    for ordinal, (piece, block) in enumerate(blocks):
        level = 1 if block is Block.HEADING else 0
        path = () if level else headings
        end = start + len(piece)
        passages.append(Passage(ordinal, piece, start, end, 1, block, Force.BACKGROUND, path, level=level))
        start = end + 1
    metadata = DocumentMetadata(
        id=document_id(text.id),
        source=_path(text.id),
        title=text.title.strip(),
        kind=Kind.OVRIGT,
        content_hash=hashlib.sha256(whole.encode()).hexdigest(),
        pages=1,
    )
    return Document(metadata, whole, tuple(passages))


def _path(text_id: str) -> str:
    return f"{text_id}.txt"


def _marker(benchmark: Benchmark, settings: Settings) -> str:
    # Loaded here for the same reason as the index below.
    from index.manifest import words_fingerprint  # noqa: PLC0415

    texts = [(text.id, text.title, text.text) for text in benchmark.texts]
    # An index of another analysis of words is no measure of this one.
    known = [settings.embedding.model_dump(mode="json"), words_fingerprint(), texts]
    return hashlib.sha256(json.dumps(known).encode()).hexdigest()


def _rows(path: Path, needed: Sequence[str]) -> Iterator[dict[str, Any]]:
    for number, line in _lines(path):
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise BadBenchmark(f"{path}, line {number}: is not JSON: {error.msg}") from error
        if not isinstance(row, dict) or any(name not in row for name in needed):
            raise BadBenchmark(f"{path}, line {number}: must be an object with {', '.join(needed)}")
        yield row


def _judgements(folder: Path, texts: set[str], queries: set[str]) -> dict[str, dict[str, int]]:
    known = [folder / "qrels.tsv", folder / "qrels" / "test.tsv", folder / "qrels" / "dev.tsv"]
    path = next((candidate for candidate in known if candidate.is_file()), known[0])
    relevant: dict[str, dict[str, int]] = {}
    for number, line in _lines(path):
        cells = next(csv.reader([line], delimiter="\t", quoting=csv.QUOTE_NONE))
        if number == 1 and cells[-1:] == ["score"]:
            continue
        if len(cells) != 3 or not cells[2].lstrip("-").isdigit():
            raise BadBenchmark(f"{path}, line {number}: must hold query-id, corpus-id and score, parted by tabs")
        query, text, score = cells
        if text not in texts or query not in queries:
            raise BadBenchmark(f"{path}, line {number}: names an unknown question or text: {query}, {text}")
        if int(score) > 0:
            relevant.setdefault(query, {})[text] = int(score)
    return relevant


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        content = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadBenchmark(f"Cannot read '{path}': {error}. A BEIR folder holds corpus, queries and qrels.") from error
    yield from ((number, line) for number, line in enumerate(content.split("\n"), start=1) if line.strip())
