"""Give every chunk its vector and publish the generation; a long run publishes words first and vectors as they come."""

import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from index.cache import CACHE_FILE, EmbeddingCache, text_hash
from index.chunks import Chunk, embedded_text
from index.embedding import Embedder
from index.errors import IndexBroken, NoIndex
from index.generations import (
    VECTORS,
    copy_store,
    copy_vectors,
    copy_words,
    new_generation,
    remove_others,
    start_generation,
)
from index.manifest import (
    Manifest,
    current_generation,
    generation_folder,
    read_manifest,
    switch_current,
    write_manifest,
)
from index.progress import News, Notice, Progress
from index.sentence_vectors import SentencePlace, content_key, packed, sentence_places, spans
from index.settings import Settings
from index.store import STORE_FILE, Store
from index.vectors import VectorIndex, remove_collection
from index.verify import checker
from ingest.documents import Passage

# Texts embedded between two commits of the cache: what a killed run loses at most.
SLICE = 256
# Past this share of changes a new graph is both smaller and sooner made than the old one is changed.
REBUILD_SHARE = 0.5
# Vectors of texts that no longer exist are kept up to this many times the number of chunks.
CACHE_SLACK = 3


class Filling:
    """Embed what is missing and publish."""

    def __init__(self, data: Path, settings: Settings, embedder: Embedder, progress: Progress) -> None:
        self._data = data
        self._settings = settings
        self._embedder = embedder
        self._progress = progress
        self.embedded = 0
        self.cached = 0
        self.seconds = 0.0

    def publish_all(self, manifest: Manifest, base: Path | None) -> Manifest:
        """Publish a generation whose truth and words are written; return the manifest that is current in the end."""
        with closing(EmbeddingCache(self._data / CACHE_FILE, self._embedder.fingerprint)) as cache:
            started = self._start_vectors(manifest, base)
            # Only what has no vector yet is looked up: a document more costs no more in a large index.
            untold = self._untold(manifest, cache)
            hashes = self._hashes(manifest, list(dict.fromkeys([*started.wanted, *untold])))
            missing = cache.missing(hashes.values()) | {hashes[chunk_id] for chunk_id in untold}
            self.cached = len(set(hashes.values())) - len(missing)
            if len(missing) > self._settings.build.words_first_above:
                manifest = self._publish(manifest, started, cache, hashes)
                self._progress.say(Notice(News.WORDS_FIRST, manifest.vectors, manifest.chunks))
                manifest = self._embed_and_publish(manifest, cache, hashes, missing)
            else:
                for _ in self._embed(manifest, cache, hashes, missing):
                    continue
                manifest = self._publish(manifest, started, cache, hashes)
            self._trim(manifest, cache)
        return manifest

    def _untold(self, manifest: Manifest, cache: EmbeddingCache) -> list[str]:
        """Return the chunks whose sentences have no vectors: new ones, and all where the cache, which has them, is lost."""
        if not self._embedder.tells_parts:
            return []
        keys = {chunk_id: content_key(chunk_id) for chunk_id in self._ids(manifest.generation)}
        untold = cache.untold(keys.values())
        return [chunk_id for chunk_id, key in keys.items() if key in untold]

    def _ids(self, generation: str) -> Sequence[str]:
        """Return the chunks of a generation, none where it is gone."""
        path = generation_folder(self._data, generation) / STORE_FILE
        if not generation or not path.is_file():
            return ()
        with closing(Store(path)) as store:
            return store.chunk_ids()

    def _embed_and_publish(
        self, manifest: Manifest, cache: EmbeddingCache, hashes: dict[str, bytes], missing: set[bytes]
    ) -> Manifest:
        """Embed, and publish what has come whenever the interval has passed."""
        published = time.monotonic()
        for done in self._embed(manifest, cache, hashes, missing):
            due = time.monotonic() - published > self._settings.build.publish_seconds
            if due and not done:
                manifest = self._publish_next(manifest, cache, hashes)
                self._progress.say(Notice(News.MORE_VECTORS, manifest.vectors, manifest.chunks))
                published = time.monotonic()
        return self._publish_next(manifest, cache, hashes)

    def _publish_next(self, manifest: Manifest, cache: EmbeddingCache, hashes: dict[str, bytes]) -> Manifest:
        """Publish the same truth and words anew, with the vectors that have come since."""
        following = self._next(manifest)
        return self._publish(following, self._start_vectors(following, self._folder(manifest)), cache, hashes)

    def _embed(
        self, manifest: Manifest, cache: EmbeddingCache, hashes: dict[str, bytes], missing: set[bytes]
    ) -> Iterator[bool]:
        """Embed the missing texts in slices, each kept as soon as it is done; yield whether it was the last."""
        wanted: dict[bytes, str] = {hashes[chunk_id]: chunk_id for chunk_id in hashes if hashes[chunk_id] in missing}
        self._progress.start("embed", len(wanted))
        with closing(Store(self._folder(manifest) / STORE_FILE)) as store:
            lengths = {chunk.id: len(embedded_text(chunk)) for chunk in _all_chunks(store, list(wanted.values()))}
            # Slices across the whole range of lengths: time left is foretold well from the first on.
            order = sorted(wanted, key=lambda key: lengths[wanted[key]])
            count = max(1, -(-len(order) // SLICE))
            for number in range(count if order else 0):
                keys = order[number::count]
                chunks = store.chunks(wanted[key] for key in keys)
                self._embed_slice(cache, keys, [_read(store, chunks[wanted[key]]) for key in keys])
                yield number + 1 == count

    def _embed_slice(self, cache: EmbeddingCache, keys: Sequence[bytes], texts: Sequence["_Text"]) -> None:
        done_before = 0

        def heard(done: int, _total: int) -> None:
            nonlocal done_before
            self._progress.advance(done - done_before)
            done_before = done

        started = time.monotonic()
        parts = [spans(text.chunk, text.passages, text.sentences) for text in texts]
        told = self._embedder.with_parts([embedded_text(text.chunk) for text in texts], parts, heard)
        self.seconds += time.monotonic() - started
        sentences = {
            content_key(text.chunk.id): packed(text.chunk, text.sentences, vectors)
            for text, vectors in zip(texts, told.parts, strict=False)
        }
        cache.put(keys, told.passages, sentences)
        self.embedded += len(keys)

    def _publish(
        self, manifest: Manifest, started: "_Started", cache: EmbeddingCache, hashes: dict[str, bytes]
    ) -> Manifest:
        """Add the vectors that the cache has, check the generation, and switch to it."""
        folder = self._folder(manifest)
        url = self._settings.vectors.url
        with checker(folder, url) as check:
            count = self._write_vectors(manifest, started, cache, hashes)
            manifest = replace(manifest, vectors=count)
            write_manifest(self._data, manifest)
            self._progress.start("verify", 0)
            check()
        before = _current(self._data)
        switch_current(self._data, manifest.generation)
        # The one before stays until the next switch: a reader may be in the middle of a question.
        clear_others(self._data, {manifest.generation, manifest.previous, before}, url)
        return manifest

    def _write_vectors(
        self, manifest: Manifest, started: "_Started", cache: EmbeddingCache, hashes: dict[str, bytes]
    ) -> int:
        vectors, wanted = started.vectors, started.wanted
        # A graph that has to be made anew wants vectors that the one before already had.
        hashes = hashes | self._hashes(manifest, [chunk_id for chunk_id in wanted if chunk_id not in hashes])
        self._progress.start("store", len(wanted))
        for start in range(0, len(wanted), 1000):
            part = wanted[start : start + 1000]
            known = cache.get(hashes[chunk_id] for chunk_id in part)
            have = [chunk_id for chunk_id in part if hashes[chunk_id] in known]
            if have:
                vectors.add(have, np.stack([known[hashes[chunk_id]] for chunk_id in have]))
            self._progress.advance(len(part))
        vectors.persist()
        count = vectors.count()
        vectors.close()
        return count

    def _start_vectors(self, manifest: Manifest, base: Path | None) -> "_Started":
        """Return the base's vectors to change, or an empty index where that is simpler or they are of another model."""
        folder, url = self._folder(manifest) / VECTORS, self._settings.vectors.url
        ids = self._ids(manifest.generation)
        known = self._manifest_of(base) if base is not None and url is None else None
        if base is not None and known is not None and known.model_fingerprint == self._embedder.fingerprint:
            try:
                copy_vectors(base, folder.parent)
                vectors = VectorIndex.open(folder)
                # Chroma takes four times as long to tell what it holds.
                present = set(self._ids(base.name)) if known.vectors_complete else vectors.ids()
                if len(present ^ set(ids)) <= REBUILD_SHARE * len(ids):
                    # The id of a chunk changes with its text: what is there is right.
                    vectors.delete(sorted(present.difference(ids)))
                    return _Started(vectors, [chunk_id for chunk_id in ids if chunk_id not in present])
                vectors.close()
            except (IndexBroken, OSError):
                self._progress.say(Notice(News.VECTORS_ANEW))
            _clear(folder)
        return _Started(VectorIndex.create(folder, manifest.dimension, url), ids)

    def _manifest_of(self, generation: Path) -> Manifest | None:
        try:
            return read_manifest(self._data, generation.name)
        except IndexBroken:
            return None

    def _next(self, manifest: Manifest) -> Manifest:
        """Return the manifest of a new generation with the same truth and words."""
        generation = new_generation()
        folder = start_generation(self._data, generation)
        copy_store(self._folder(manifest), folder)
        copy_words(self._folder(manifest), folder)
        return replace(manifest, generation=generation)

    def _hashes(self, manifest: Manifest, ids: Sequence[str]) -> dict[str, bytes]:
        """Return the key in the cache of each chunk."""
        with closing(Store(self._folder(manifest) / STORE_FILE)) as store:
            return {chunk.id: text_hash(embedded_text(chunk)) for chunk in _all_chunks(store, ids)}

    def _folder(self, manifest: Manifest) -> Path:
        return generation_folder(self._data, manifest.generation)

    def _trim(self, manifest: Manifest, cache: EmbeddingCache) -> None:
        most = CACHE_SLACK * manifest.chunks + 1000
        # The size of the file tells at once where there cannot be too many.
        if cache.at_most(manifest.dimension) > most and cache.count() > most:
            ids = self._ids(manifest.generation)
            # The generation before has its vectors, but its sentences stand here alone.
            told = map(content_key, (*ids, *self._ids(manifest.previous)))
            cache.keep_only([*self._hashes(manifest, ids).values(), *told])


@dataclass(frozen=True, slots=True)
class _Text:
    """Hold a chunk with its passages and where their sentences stand."""

    chunk: Chunk
    passages: Sequence[Passage]
    sentences: Sequence[SentencePlace]


def _read(store: Store, chunk: Chunk) -> _Text:
    passages = store.passages(chunk.document_id, chunk.first, chunk.last)
    return _Text(chunk, passages, sentence_places(passages))


@dataclass(frozen=True, slots=True)
class _Started:
    """Hold the vectors of a generation that is being made, and the chunks that have none in them yet."""

    vectors: VectorIndex
    wanted: Sequence[str]


def clear_others(data: Path, keep: set[str], url: str | None) -> None:
    """Delete every generation but these, on a Chroma server too."""
    for name in remove_others(data, keep):
        if url is not None:
            remove_collection(generation_folder(data, name) / VECTORS, url)


def _all_chunks(store: Store, ids: Sequence[str]) -> Iterator[Chunk]:
    for start in range(0, len(ids), 1000):
        yield from store.chunks(ids[start : start + 1000]).values()


def _current(data: Path) -> str:
    try:
        return current_generation(data)
    except (NoIndex, IndexBroken):
        return ""


def _clear(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
