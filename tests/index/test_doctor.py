"""The doctor names what is missing, and says what to do."""

from pathlib import Path

import pytest

from index.build import reindex
from index.doctor import Finding, examine
from index.manifest import generation_folder
from index.settings import EmbeddingSettings, Settings


def found(findings: tuple[Finding, ...], name: str) -> Finding:
    return next(finding for finding in findings if finding.name == name)


def test_sound_machine_without_a_data_folder(settings: Settings) -> None:
    findings = examine(None, settings)
    assert all(finding.ok for finding in findings if finding.needed), findings
    assert found(findings, "embedding model").detail.endswith("384 dimensions")
    assert "index" not in {finding.name for finding in findings}


def test_program_that_is_missing_is_a_remark(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    findings = examine(None, settings)
    for name in ("tesseract", "tesseract languages", "soffice"):
        assert (found(findings, name).ok, found(findings, name).needed) == (False, False)


def test_no_index_says_what_to_run(settings: Settings, tmp_path: Path) -> None:
    finding = found(examine(tmp_path / "data", settings), "index")
    assert not finding.ok
    assert finding.needed
    assert "arende reindex" in finding.detail
    assert found(examine(tmp_path / "data", settings), "disk").detail


@pytest.mark.slow
def test_sound_index_is_counted_and_a_damaged_one_is_named(source: Path, tmp_path: Path, settings: Settings) -> None:
    data = tmp_path / "data"
    report = reindex(source, data, settings)
    sound = found(examine(data, settings), "index")
    assert sound.ok
    assert f"3 documents, {report.chunks} chunks, 0 files skipped" in sound.detail
    other = settings.model_copy(update={"embedding": EmbeddingSettings(passage_prompt="stycke: ")})
    changed = found(examine(data, other), "index")
    assert not changed.ok
    assert "another embedding model" in changed.detail
    folder = generation_folder(data, report.generation)
    (folder / "vectors" / "chroma.sqlite3").write_bytes(b"no database" * 500)
    damaged = found(examine(data, settings), "index")
    assert not damaged.ok
    assert str(folder) in damaged.detail
