"""A re-index brings the index in line with the folder, and never leaves readers without one."""

import json
import os
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from index.build import index_documents, reindex, rollback
from index.errors import IndexBroken, IndexFault, IndexLocked, NoIndex
from index.generations import generations, writer_lock
from index.hits import Query
from index.last_run import FILE_NAME, last_run
from index.manifest import CURRENT, current_generation, generation_folder, read_manifest, write_manifest
from index.progress import News, Notice
from index.reader import CaseIndex
from index.settings import BuildSettings, Settings

# Each builds an index, most of them several: seconds a test.
pytestmark = pytest.mark.slow


def texts(index: CaseIndex, question: str) -> list[str]:
    return [hit.document.source for hit in index.search(Query(question)).hits]


def test_new_folder_is_indexed_and_the_second_run_does_nothing(
    source: Path, tmp_path: Path, settings: Settings
) -> None:
    first = reindex(source, tmp_path / "data", settings)
    assert (len(first.indexed), first.documents, first.skipped) == (3, 3, ())
    assert first.vectors == first.chunks > 0
    assert first.embedded > 0
    second = reindex(source, tmp_path / "data", settings)
    assert (second.changed, second.unchanged, second.embedded, second.generation) == (False, 3, 0, first.generation)
    assert second.seconds < 2
    kept = last_run(tmp_path / "data")
    assert kept is not None
    assert (kept.changed, kept.indexed, kept.unchanged, kept.generation) == (False, 0, 3, first.generation)


def test_a_last_run_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    assert last_run(tmp_path) is None
    (tmp_path / FILE_NAME).write_text('{"ended_at": 1', encoding="utf-8")
    assert last_run(tmp_path) is None


def test_changed_added_removed_and_moved_files(source: Path, tmp_path: Path, settings: Settings, letter) -> None:
    data = tmp_path / "data"
    reindex(source, data, settings)
    letter(source, "brev 1 å.txt", 1, "cykelbanan")
    letter(source, "nytt.txt", 9, "konsthallen")
    (source / "brev 2 å.txt").unlink()
    (source / "arkiv").mkdir()
    (source / "brev 3 å.txt").rename(source / "arkiv" / "brev 3.txt")
    report = reindex(source, data, settings)
    assert report.indexed == ("arkiv/brev 3.txt", "brev 1 å.txt", "nytt.txt")
    assert report.removed == ("brev 2 å.txt",)
    assert report.moved == (("brev 3 å.txt", "arkiv/brev 3.txt"),)
    index = CaseIndex.open(data, settings)
    assert {part.metadata.source for part in index.documents()} == set(report.indexed)
    assert texts(index, "cykelbanan")[0] == "brev 1 å.txt"
    assert "brev 2 å.txt" not in texts(index, "musikskolan")
    assert report.vectors == report.chunks


def test_moved_file_keeps_its_vectors(source: Path, tmp_path: Path, settings: Settings) -> None:
    data = tmp_path / "data"
    reindex(source, data, settings)
    (source / "under").mkdir()
    (source / "brev 1 å.txt").rename(source / "under" / "brev 1 å.txt")
    report = reindex(source, data, settings)
    assert (report.embedded, len(report.moved)) == (0, 1)


def test_skipped_files_are_named_and_the_rest_goes_on(source: Path, tmp_path: Path, settings: Settings) -> None:
    (source / "tom.txt").write_bytes(b"")
    (source / "trasig.pdf").write_bytes(b"%PDF-1.4\nnothing more")
    report = reindex(source, tmp_path / "data", settings)
    assert {failure.path for failure in report.skipped} == {"tom.txt", "trasig.pdf"}
    assert all(failure.reason and failure.message for failure in report.skipped)
    assert report.documents == 3
    again = reindex(source, tmp_path / "data", settings)
    assert (again.changed, len(again.skipped)) == (False, 2)


def test_sidecar_that_changes_is_read(source: Path, tmp_path: Path, settings: Settings) -> None:
    data = tmp_path / "data"
    reindex(source, data, settings)
    (source / "brev 1 å.txt.json").write_text(json.dumps({"titel": "Registratorns titel"}), encoding="utf-8")
    report = reindex(source, data, settings)
    assert report.indexed == ("brev 1 å.txt",)


def test_other_reading_settings_read_everything_again(source: Path, tmp_path: Path, settings: Settings) -> None:
    data = tmp_path / "data"
    reindex(source, data, settings)
    (source / "brev 2 å.txt").unlink()
    other = settings.model_copy(update={"ingest": settings.ingest.model_copy(update={"max_pages": 50})})
    report = reindex(source, data, other)
    assert (len(report.indexed), report.unchanged, report.embedded) == (2, 0, 0)
    assert report.removed == ("brev 2 å.txt",)


def test_words_come_first_when_many_passages_wait_for_vectors(source: Path, tmp_path: Path, settings: Settings) -> None:
    data = tmp_path / "data"
    said: list[Notice] = []
    seen: list[tuple[int, int]] = []

    class Listener:
        def start(self, stage: str, total: int) -> None:
            if stage == "embed":
                index = CaseIndex.open(data, settings)
                assert texts(index, "bokbussen")[0] == "brev 1 å.txt"
                seen.append((index.manifest.vectors, index.manifest.chunks))

        def advance(self, steps: int) -> None: ...

        def say(self, notice: Notice) -> None:
            said.append(notice)

    eager = settings.model_copy(update={"build": BuildSettings(words_first_above=0)})
    report = reindex(source, data, eager, Listener())
    assert seen == [(0, report.chunks)]
    assert report.vectors == report.chunks
    assert said == [Notice(News.WORDS_FIRST, 0, report.chunks)]


def test_interrupted_embedding_goes_on_where_it_stopped(source: Path, tmp_path: Path, settings: Settings) -> None:
    data = tmp_path / "data"

    class StopError(RuntimeError): ...

    class Stopper:
        def start(self, stage: str, total: int) -> None:
            if stage == "embed":
                raise StopError

        def advance(self, steps: int) -> None: ...

        def say(self, notice: Notice) -> None: ...

    eager = settings.model_copy(update={"build": BuildSettings(words_first_above=0)})
    with pytest.raises(StopError):
        reindex(source, data, eager, Stopper())
    assert not read_manifest(data, current_generation(data)).vectors_complete
    report = reindex(source, data, eager)
    assert (report.changed, report.unchanged, report.vectors) == (True, 3, report.chunks)


def test_rollback_goes_back_and_disk_stays_bounded(source: Path, tmp_path: Path, settings: Settings, letter) -> None:
    data = tmp_path / "data"
    names = []
    for number in range(4):
        letter(source, "brev 1 å.txt", 1, f"ämne{number}")
        names.append(reindex(source, data, settings).generation)
    assert generations(data) == names[-2:]
    assert rollback(data).generation == names[-2] == current_generation(data)
    assert texts(CaseIndex.open(data, settings), "ämne2")[0] == "brev 1 å.txt"
    with pytest.raises(IndexFault, match="no earlier generation"):
        rollback(data)


def test_second_writer_is_refused(source: Path, tmp_path: Path, settings: Settings) -> None:
    # The lock belongs to a process: the other writer has to be one.
    data = tmp_path / "data"
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        with writer_lock(data):
            os.write(writer, b"x")
            threading.Event().wait(60)
        os._exit(0)
    try:
        os.read(reader, 1)
        with pytest.raises(IndexLocked, match=str(child)):
            reindex(source, data, settings)
    finally:
        os.kill(child, 9)
        os.waitpid(child, 0)
    assert reindex(source, data, settings).documents == 3


def test_damaged_index_is_built_anew_from_the_cache(source: Path, tmp_path: Path, settings: Settings) -> None:
    data = tmp_path / "data"
    first = reindex(source, data, settings)
    (generation_folder(data, first.generation) / "cases.sqlite").write_bytes(b"not a database" * 1000)
    with pytest.raises(IndexBroken):
        CaseIndex.open(data, settings)
    report = reindex(source, data, settings)
    assert (report.documents, report.embedded) == (3, 0)


def test_broken_generation_is_never_published(
    source: Path, tmp_path: Path, settings: Settings, letter, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "data"
    first = reindex(source, data, settings)
    letter(source, "nytt.txt", 9, "konsthallen")

    def forgetful(folder: Path, manifest) -> None:
        from dataclasses import replace

        write_manifest(folder, replace(manifest, chunks=manifest.chunks + 1))

    monkeypatch.setattr("index.filling.write_manifest", forgetful)
    with pytest.raises(IndexBroken, match="failed its check"):
        reindex(source, data, settings)
    assert current_generation(data) == first.generation


@pytest.mark.parametrize("case", ["missing", "inside", "emptied"])
def test_folders_that_cannot_be_meant(case: str, source: Path, tmp_path: Path, settings: Settings) -> None:
    data = tmp_path / "data"
    if case == "missing":
        with pytest.raises(IndexFault, match="no folder"):
            reindex(tmp_path / "borta", data, settings)
    elif case == "inside":
        with pytest.raises(IndexFault, match="inside the source"):
            reindex(source, source / "data", settings)
    else:
        reindex(source, data, settings)
        for file in source.iterdir():
            file.unlink()
        with pytest.raises(IndexFault, match="mounted"):
            reindex(source, data, settings)
        assert len(CaseIndex.open(data, settings).documents()) == 3


def test_open_index_answers_from_the_new_generation(source: Path, tmp_path: Path, settings: Settings, letter) -> None:
    data = tmp_path / "data"
    first = reindex(source, data, settings)
    index = CaseIndex.open(data, settings)
    assert texts(index, "bokbussen")[0] == "brev 1 å.txt"
    letter(source, "nytt.txt", 9, "konsthallen")
    second = reindex(source, data, settings)
    assert texts(index, "konsthallen")[0] == "nytt.txt"
    assert index.manifest.generation == second.generation != first.generation


def test_readers_in_many_threads_are_not_disturbed_by_a_reindex(
    source: Path, tmp_path: Path, settings: Settings, letter
) -> None:
    data = tmp_path / "data"
    reindex(source, data, settings)
    index = CaseIndex.open(data, settings)
    done = threading.Event()

    def ask(_: int) -> int:
        count = 0
        while not done.is_set():
            assert texts(index, "simhallens öppettider")[0] == "brev 3 å.txt"
            count += 1
        return count

    with ThreadPoolExecutor(3) as pool:
        asking = [pool.submit(ask, number) for number in range(3)]
        for number in range(3):
            letter(source, "nytt.txt", 9, f"konsthall{number}")
            reindex(source, data, settings)
        done.set()
        assert all(future.result() > 0 for future in asking)
    assert texts(index, "konsthall2")[0] == "nytt.txt"


def test_documents_made_elsewhere_are_indexed(tmp_path: Path, settings: Settings, make) -> None:
    report = index_documents([make("a", ((None, "Bokbussen."),)), make("b")], tmp_path / "data", settings)
    assert (report.documents, report.vectors) == (2, report.chunks)
    assert CaseIndex.open(tmp_path / "data", settings).document("a").text == "Bokbussen.\n"


def test_no_index_says_what_to_do(tmp_path: Path, settings: Settings) -> None:
    with pytest.raises(NoIndex, match="arende reindex"):
        CaseIndex.open(tmp_path / "data", settings)
    (tmp_path / CURRENT).write_text("../../etc\n", encoding="utf-8")
    with pytest.raises(IndexBroken):
        CaseIndex.open(tmp_path, settings)
