"""Settings are read once, from the file and the environment, and name what is wrong."""

from pathlib import Path

import pytest

from index.errors import SettingsFault
from index.settings import Settings


def test_file_is_read_and_paths_are_relative_to_it(tmp_path: Path) -> None:
    file = tmp_path / "arende.toml"
    file.write_text('source = "handlingar"\n[embedding]\nthreads = 3\n', encoding="utf-8")
    settings = Settings.load(file)
    assert settings.source == tmp_path / "handlingar"
    assert settings.embedding.threads == 3


def test_environment_wins_over_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "arende.toml"
    file.write_text("[embedding]\nthreads = 3\nsmall_batch = 5\n", encoding="utf-8")
    monkeypatch.setenv("ARENDE_EMBEDDING__THREADS", "1")
    settings = Settings.load(file)
    assert (settings.embedding.threads, settings.embedding.small_batch) == (1, 5)


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("[embedding]\nmodell = 'x'\n", "embedding.modell: unknown key"),
        ("[embedding]\nthreads = 'många'\n", "embedding.threads: 'många' is wrong"),
        ("[other]\nx = 1\n", "other: unknown key"),
        ("source = \n", "Cannot read settings"),
    ],
    ids=["unknown key", "wrong type", "unknown section", "broken file"],
)
def test_mistake_is_named(tmp_path: Path, content: str, named: str) -> None:
    file = tmp_path / "arende.toml"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(SettingsFault, match=named.replace(".", r"\.")):
        Settings.load(file)


def test_named_file_must_exist(tmp_path: Path) -> None:
    with pytest.raises(SettingsFault, match="no such file"):
        Settings.load(tmp_path / "borta.toml")
