"""Vectors go in and come back, nearest first, also after closing and opening."""

import os
import time
from contextlib import closing, suppress
from pathlib import Path

import numpy as np
import pytest

from index.cache import CachedSentences, EmbeddingCache, text_hash
from index.errors import IndexBroken, SettingsFault
from index.vectors import VectorIndex


def unit(count: int, seed: int = 0) -> np.ndarray:
    rows = np.random.default_rng(seed).standard_normal((count, 16)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def open_files() -> list[str]:
    names = []
    for number in os.listdir("/proc/self/fd"):
        with suppress(OSError):
            names.append(os.readlink(f"/proc/self/fd/{number}"))
    return names


def test_nearest_first_by_cosine_after_reopening(tmp_path: Path) -> None:
    rows = unit(300)
    index = VectorIndex.create(tmp_path / "v", 16)
    index.add([f"c{i}" for i in range(300)], rows)
    index.persist()
    index.close()
    index = VectorIndex.open(tmp_path / "v")
    found = index.query(rows[7], 5)
    expected = np.argsort(-(rows @ rows[7]))[:5]
    assert [chunk for chunk, _ in found] == [f"c{i}" for i in expected]
    assert found[0][1] == pytest.approx(1.0, abs=1e-5)
    assert found[1][1] == pytest.approx(float(rows[expected[1]] @ rows[7]), abs=1e-4)
    index.close()


def test_persisted_graph_is_on_disk(tmp_path: Path) -> None:
    index = VectorIndex.create(tmp_path / "v", 16)
    index.add([f"c{i}" for i in range(500)], unit(500))
    index.persist()
    index.close()
    (data,) = (tmp_path / "v").glob("*/data_level0.bin")
    assert data.stat().st_size > 500 * 16 * 4


def test_changes_to_a_persisted_index(tmp_path: Path) -> None:
    rows = unit(20)
    index = VectorIndex.create(tmp_path / "v", 16)
    index.add([f"c{i}" for i in range(10)], rows[:10])
    index.persist()
    index.close()
    index = VectorIndex.open(tmp_path / "v")
    index.delete(["c3", "unknown"])
    index.add(["c4", "new"], rows[10:12])
    assert index.count() == 10
    assert "c3" not in index.ids()
    assert index.query(rows[10], 1)[0][0] == "c4"
    known = index.get(["new", "c3"])
    assert list(known) == ["new"]
    assert np.allclose(known["new"], rows[11])
    index.close()


def test_empty_index_finds_nothing(tmp_path: Path) -> None:
    index = VectorIndex.create(tmp_path / "v", 16)
    index.persist()
    assert index.query(unit(1)[0], 10) == []
    assert index.get(["x"]) == {}
    index.close()


def test_missing_and_wrong_places_are_named(tmp_path: Path) -> None:
    with pytest.raises(IndexBroken, match="reindex"):
        VectorIndex.open(tmp_path / "borta")
    with pytest.raises(SettingsFault, match=r"vectors\.url"):
        VectorIndex.open(tmp_path / "v", "ftp://x")


@pytest.mark.slow
def test_engine_and_package_of_chroma_read_each_others_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = unit(60)
    ids = [f"c{i}" for i in range(60)]

    def written(path: Path) -> None:
        index = VectorIndex.create(path, 16)
        index.add(ids, rows)
        index.persist()
        index.close()

    def read(path: Path) -> list[tuple[str, float]]:
        index = VectorIndex.open(path)
        found = index.query(rows[3], 8)
        assert np.allclose(index.get(["c5"])["c5"], rows[5])
        assert (index.count(), index.ids()) == (60, set(ids))
        index.close()
        return found

    written(tmp_path / "engine")

    def changed_engine(path: Path) -> None:
        raise TypeError("a release of Chroma whose engine is called otherwise")

    with monkeypatch.context() as without:
        without.setattr("index.vectors._Engine", changed_engine)
        written(tmp_path / "package")
        by_package = read(tmp_path / "engine")
    by_engine = read(tmp_path / "package")
    assert [chunk for chunk, _ in by_engine] == [chunk for chunk, _ in by_package]
    assert [cosine for _, cosine in by_engine] == pytest.approx([cosine for _, cosine in by_package], abs=1e-5)


def test_closed_index_lets_go_of_its_files(tmp_path: Path) -> None:
    index = VectorIndex.create(tmp_path / "v", 16)
    index.add(["a"], unit(1))
    index.close()
    # The engine closes its pool of connections in threads of its own, a moment later on a busy machine.
    deadline = time.monotonic() + 20
    while (held := [name for name in open_files() if str(tmp_path) in name]) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not held
    with pytest.raises(IndexBroken):
        index.query(unit(1)[0], 1)


def test_cache_keeps_models_apart_and_forgets_on_demand(tmp_path: Path) -> None:
    rows = unit(3)
    keys = [text_hash(text) for text in ("a", "b", "c")]
    cache = EmbeddingCache(tmp_path / "e.sqlite", "model 1")
    cache.put(keys, rows)
    assert EmbeddingCache(tmp_path / "e.sqlite", "model 2").missing(keys) == set(keys)
    assert cache.missing([*keys, text_hash("d")]) == {text_hash("d")}
    assert np.array_equal(cache.get(keys)[keys[1]], rows[1])
    assert cache.keep_only(keys[:1]) == 2
    assert cache.count() == 1
    cache.close()


def test_many_texts_are_told_missing_as_few_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = [text_hash(text) for text in "abc"]
    with closing(EmbeddingCache(tmp_path / "e.sqlite", "model 1")) as cache:
        cache.put(keys[:2], np.eye(2, dtype=np.float32))
        few = cache.missing(keys)
        monkeypatch.setattr("index.cache.MANY", 1)
        assert cache.missing(keys) == few == {keys[2]}


def test_sentences_are_read_beside_the_writer_and_let_go_with_the_file(tmp_path: Path) -> None:
    path, keys = tmp_path / "e.sqlite", [text_hash(text) for text in ("a", "b")]
    sentences = CachedSentences(path, "model 1")
    assert sentences.of(keys) == {}
    with closing(EmbeddingCache(path, "model 1")) as cache:
        cache.put(keys, unit(2), {keys[1]: b"told"})
        assert sentences.of(keys) == {keys[1]: b"told"}
    sentences.close()
    assert not any(str(path) in link for link in _open_files())
    with closing(CachedSentences(path, "model 2")) as other:
        assert other.of(keys) == {}


def _open_files() -> list[str]:
    found = []
    for link in Path("/proc/self/fd").iterdir():
        with suppress(OSError):
            found.append(str(link.readlink()))
    return found


def test_damaged_cache_is_named(tmp_path: Path) -> None:
    (tmp_path / "e.sqlite").write_bytes(b"not a database" * 100)
    with pytest.raises(IndexBroken, match=r"e\.sqlite"):
        EmbeddingCache(tmp_path / "e.sqlite", "m")
