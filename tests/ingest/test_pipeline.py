"""A folder of files: what is found, and that one bad file never stops the rest."""

import os
from pathlib import Path

import pytest

from ingest.documents import Document, Failure
from ingest.pipeline import read_documents, scan_folder
from ingest.settings import IngestSettings
from tests.ingest.made_files import PARAGRAPH, minutes

SETTINGS = IngestSettings(workers=1, ocr=False, office_conversion=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    source = tmp_path / "källa"
    (source / "nämnd å").mkdir(parents=True)
    (source / "nämnd å" / "protokoll mars.pdf").write_bytes(minutes())
    (source / "a.txt").write_text(PARAGRAPH, encoding="utf-8")
    (source / "tom.txt").write_bytes(b"")
    for name in (".gömd.txt", "~$a.docx", "metadata.csv", "a.txt.json", "Thumbs.db"):
        (source / name).write_text("{}", encoding="utf-8")
    return source


def test_documents_are_found_and_other_files_left_out(folder: Path) -> None:
    scan = scan_folder(folder)
    assert [file.path for file in scan.files] == ["a.txt", "nämnd å/protokoll mars.pdf", "tom.txt"]
    assert scan == scan_folder(folder, scan.files)


def test_an_unchanged_file_is_not_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scan = scan_folder(folder)
    monkeypatch.setattr("ingest.pipeline._sha256", lambda path: pytest.fail(f"{path} was read again"))
    assert scan_folder(folder, scan.files).files == scan.files


def test_a_link_out_of_the_folder_is_refused(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "utanför.txt"
    outside.write_text(PARAGRAPH, encoding="utf-8")
    (folder / "länk.txt").symlink_to(outside)
    (folder / "inom.txt").symlink_to(folder / "a.txt")
    (folder / "lös.txt").symlink_to(folder / "finns inte.txt")
    scan = scan_folder(folder)
    assert {failure.path: failure.reason for failure in scan.failures} == {
        "länk.txt": "outside_source",
        "lös.txt": "broken",
    }
    assert "inom.txt" in [file.path for file in scan.files]


def test_a_pipe_in_the_folder_does_not_hang_the_scan(folder: Path) -> None:
    os.mkfifo(folder / "rör.txt")
    assert [failure.reason for failure in scan_folder(folder).failures] == ["unsupported"]


@pytest.mark.slow
def test_bad_files_are_reported_and_the_rest_is_read_in_order(folder: Path) -> None:
    results = list(read_documents(folder, scan_folder(folder).files, SETTINGS, {}))
    first, second, third = results
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert isinstance(third, Failure)
    assert (third.path, third.reason) == ("tom.txt", "empty")
    assert second.metadata.pages == 3
    for document in (first, second):
        for passage in document.passages:
            assert document.text[passage.start : passage.end] == passage.text
        ends = [0, *(passage.end for passage in document.passages)]
        assert all(passage.start >= end for passage, end in zip(document.passages, ends, strict=False))


@pytest.mark.slow
def test_a_file_over_its_time_is_given_up_and_the_next_is_read(folder: Path) -> None:
    slow = "\n\n".join(f"{PARAGRAPH} {number}" for number in range(60_000))
    (folder / "aa.txt").write_text(slow, encoding="utf-8")
    files = [file for file in scan_folder(folder).files if file.path.startswith(("aa", "nämnd"))]
    hurried = SETTINGS.model_copy(update={"seconds_per_file": 3})
    given_up, read = read_documents(folder, files, hurried, {})
    assert isinstance(given_up, Failure)
    assert given_up.reason == "timeout"
    assert "seconds_per_file" in given_up.message
    assert isinstance(read, Document | Failure)
