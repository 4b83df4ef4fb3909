"""The word index of one generation; the only module that knows tantivy.

Every field holds tokens made by ``index.swedish``, joined by spaces, and queries are built of terms, never parsed:
no symbol in a question can break a search.
"""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import tantivy

from index import abbreviations, swedish
from index.errors import IndexBroken
from index.hits import Part
from index.word_fields import FIELDS, Tokens, WordEntry, fields, tokens_of

# Some 60,000 chunks in a segment of the first build. tantivy merges eight segments of about the same size, and all below
# some 17,000 chunks count as that: smaller ones were merged, every one, with one of the first additions.
WRITER_HEAP_BYTES = 256_000_000
# Entries kept in memory until the vocabulary that splits their compounds is counted.
BUFFERED_ENTRIES = 20_000
# Shorter words have too many neighbours; longer ones may hold two mistakes.
SHORTEST_MISSPELLED = 5
LONG_WORD = 9
# A fuzzy match scores 1 whatever its rarity; this makes it worth about a rare word.
MISSPELLED_SCORE = 5.0
KEPT_WORDS = 200_000
ABBREVIATIONS_FILE = "abbreviations.json"
# More distinct words than any real question; the rest of a pasted document adds time, not aim.
MOST_QUERY_WORDS = 64


@dataclass(frozen=True, slots=True)
class FieldWeights:
    """Weigh the fields of the index against each other."""

    words: float = 0.5
    stems: float = 0.3
    grams: float = 1.0
    parts: float = 0.2
    context_stems: float = 0.25
    context_grams: float = 0.25


DEFAULT_WEIGHTS = FieldWeights()
_FIELDS_OF: Mapping[Part, Mapping[str, float]] = {
    Part.STEMS: {"stems": 0.0, "context_stems": 0.0},
    Part.GRAMS: {"grams": 0.0, "context_grams": 0.0},
    Part.COMPOUNDS: {"parts": 0.0},
    Part.CONTEXT: {"context_stems": 0.0, "context_grams": 0.0},
}


def weights_without(parts: frozenset[Part]) -> FieldWeights:
    """Return the weights with the fields of these parts left out."""
    out = {field: weight for part in parts for field, weight in _FIELDS_OF.get(part, {}).items()}
    return replace(DEFAULT_WEIGHTS, **out) if out else DEFAULT_WEIGHTS


def _schema() -> Any:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("chunk", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("document", stored=False, tokenizer_name="raw", index_option="basic")
    for name in FIELDS:
        builder.add_text_field(name, stored=False, tokenizer_name="whitespace", index_option="freq")
    return builder.build()


class WordIndex:
    """Find chunks by words: inflected forms, stems, 4-grams, compound parts and context."""

    def __init__(self, index: Any, path: Path) -> None:
        self._index = index
        self._path = path
        self._writer: Any = None
        self._buffer: list[WordEntry] = []
        self._abbreviations = _read_abbreviations(path)
        self._searcher = index.searcher()
        self._is_word = lru_cache(maxsize=100_000)(self._in_index)
        # One search scores candidates by the same words two or three times.
        self._built = lru_cache(maxsize=32)(self._query)

    @classmethod
    def create(cls, path: Path) -> "WordIndex":
        """Create an empty index in a folder, which is made if it does not exist."""
        path.mkdir(parents=True, exist_ok=True)
        return cls(tantivy.Index(_schema(), path=str(path), reuse=False), path)

    @classmethod
    def open(cls, path: Path) -> "WordIndex":
        """Open an existing index."""
        try:
            return cls(tantivy.Index.open(str(path)), path)
        except (ValueError, OSError) as error:
            raise IndexBroken(f"Cannot open the word index in '{path}': {error}. Run reindex again.") from error

    def add(self, chunks: Iterable[WordEntry]) -> None:
        """Add chunks; they are found after ``commit``."""
        for entry in chunks:
            self._buffer.append(entry)
            if len(self._buffer) >= BUFFERED_ENTRIES:
                self._write_buffer()

    def delete_documents(self, document_ids: Iterable[str]) -> None:
        """Delete all chunks of the documents that were added before this call."""
        self._write_buffer()
        for document_id in document_ids:
            self._open_writer().delete_documents_by_term("document", document_id)

    def commit(self) -> None:
        """Make everything added and deleted durable and visible."""
        self._write_buffer()
        if self._writer is not None:
            _write_abbreviations(self._path, self._abbreviations)
            self._writer.commit()
            self._writer.wait_merging_threads()
            self._writer = None
        self._index.reload()
        self._searcher = self._index.searcher()
        self._is_word.cache_clear()
        self._built.cache_clear()

    def close(self) -> None:
        """Give up what was not committed and free the writer's lock."""
        self._buffer.clear()
        if self._writer is not None:
            self._writer.rollback()
            self._writer = None

    def count(self) -> int:
        """Return the number of chunks that can be found."""
        return int(self._searcher.num_docs)

    def document_frequency(self, word: str) -> int:
        """Return in how many chunks a word or one of its inflected forms stands, in text or context."""
        stem = swedish.stem(word)
        return max(int(self._searcher.doc_freq("stems", stem)), int(self._searcher.doc_freq("context_stems", stem)))

    def search(
        self,
        text: str,
        limit: int,
        allowed_documents: frozenset[str] | None = None,
        weights: FieldWeights = DEFAULT_WEIGHTS,
    ) -> list[tuple[str, float]]:
        """Return the best chunks with their scores, best first, only of allowed documents."""
        query = self._built(text, weights)
        if query is None or limit < 1 or (allowed_documents is not None and not allowed_documents):
            return []
        return self._ranked(self._restricted(query, "document", allowed_documents), limit)

    def scores(self, text: str, chunk_ids: Sequence[str], weights: FieldWeights = DEFAULT_WEIGHTS) -> dict[str, float]:
        """Return the score of each given chunk that shares anything with the text."""
        query = self._built(text, weights)
        if query is None or not chunk_ids:
            return {}
        return dict(self._ranked(self._restricted(query, "chunk", frozenset(chunk_ids)), len(chunk_ids)))

    def _ranked(self, query: Any, limit: int) -> list[tuple[str, float]]:
        found = self._searcher.search(query, limit=limit, count=False).hits
        return [(str(self._searcher.doc(address).get_first("chunk")), float(score)) for score, address in found]

    def _restricted(self, query: Any, field: str, allowed: frozenset[str] | None) -> Any:
        if allowed is None:
            return query
        only = tantivy.Query.term_set_query(self._index.schema, field, sorted(allowed))
        # A constant score of zero: the filter decides what counts, never how much.
        only = tantivy.Query.const_score_query(only, 0.0)
        return tantivy.Query.boolean_query([(tantivy.Occur.Must, query), (tantivy.Occur.Must, only)])

    def _query(self, text: str, weights: FieldWeights) -> Any | None:
        found = list(dict.fromkeys(swedish.content_words(text)))[:MOST_QUERY_WORDS]
        if not found:
            return None
        stems = [swedish.stem(word) for word in found]
        grams = [gram for word in found for gram in swedish.grams(word)]
        tokens = {
            "words": (found, weights.words),
            "stems": (stems, weights.stems),
            "grams": (grams, weights.grams),
            "parts": ([part for word in found for part in self._parts(word)], weights.parts),
            "context_stems": (stems, weights.context_stems),
            "context_grams": (grams, weights.context_grams),
        }
        clauses = [
            self._term(field, token, weight * times)
            for field, (values, weight) in tokens.items()
            if weight > 0
            for token, times in Counter(values).items()
        ]
        clauses += [self._misspelled(word, weights.words) for word in found if self._may_be_misspelled(word)]
        for word in abbreviations.expansions(text, self._abbreviations):
            clauses.append(self._term("stems", swedish.stem(word), weights.grams))
        return tantivy.Query.boolean_query([(tantivy.Occur.Should, clause) for clause in clauses])

    def _term(self, field: str, token: str, boost: float) -> Any:
        term = tantivy.Query.term_query(self._index.schema, field, token, "freq")
        return tantivy.Query.boost_query(term, boost)

    def _may_be_misspelled(self, word: str) -> bool:
        return len(word) >= SHORTEST_MISSPELLED and word.isalpha() and not self._is_word(word)

    def _misspelled(self, word: str, weight: float) -> Any:
        """Return a query for words of the index that a word may be a misspelling of."""
        distance = 2 if len(word) >= LONG_WORD else 1
        near = tantivy.Query.fuzzy_term_query(self._index.schema, "words", word, distance)
        return tantivy.Query.boost_query(near, weight * MISSPELLED_SCORE)

    def _parts(self, word: str) -> list[str]:
        parts = swedish.compound_parts(word, self._is_word)
        return [swedish.stem(word), *(swedish.stem(part) for part in parts)]

    def _in_index(self, word: str) -> bool:
        return bool(self._searcher.doc_freq("words", word) or self._searcher.doc_freq("stems", word))

    def _write_buffer(self) -> None:
        if not self._buffer:
            return
        entries, self._buffer = self._buffer, []
        for entry in entries:
            self._abbreviations.update(abbreviations.explained(entry.text))
        writer = self._open_writer()
        vocabulary = Counter(word for entry in entries for word in set(swedish.words(entry.text)))

        # One word is taken apart once, however often it stands there.
        @lru_cache(maxsize=KEPT_WORDS)
        def tokens(word: str) -> Tokens:
            return tokens_of(word, lambda part: part in vocabulary or self._is_word(part))

        for entry in entries:
            writer.add_document(_document(entry, tokens))

    def _open_writer(self) -> Any:
        if self._writer is None:
            self._writer = self._index.writer(WRITER_HEAP_BYTES, 1)
        return self._writer


def _read_abbreviations(path: Path) -> dict[str, str]:
    try:
        known = json.loads((path / ABBREVIATIONS_FILE).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise IndexBroken(f"Cannot read '{path / ABBREVIATIONS_FILE}': {error}. Run reindex again.") from error
    return {str(short): str(words) for short, words in known.items()}


def _write_abbreviations(path: Path, known: Mapping[str, str]) -> None:
    # Written beside and renamed: a killed run leaves the old file or the new one, never half of one.
    beside = path / f"{ABBREVIATIONS_FILE}.new"
    beside.write_text(json.dumps(dict(sorted(known.items())), ensure_ascii=False), encoding="utf-8")
    beside.replace(path / ABBREVIATIONS_FILE)


def _document(entry: WordEntry, tokens: Callable[[str], Tokens]) -> Any:
    document = tantivy.Document()
    document.add_text("chunk", entry.chunk_id)
    document.add_text("document", entry.document_id)
    for field, text in fields(entry, tokens).items():
        document.add_text(field, text)
    return document
