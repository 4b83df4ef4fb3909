"""The commands that write and examine, from the outside: exit codes, one JSON object, everything else on stderr."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

LETTER = """Lindhaga kommun
Kulturnämnden

Tjänsteskrivelse

Datum: 2031-02-04
Diarienummer: KUN 2031/{number}

Plan för {subject}

Kulturnämnden godkänner planen för {subject}. Kostnaden är {number}000 kronor.
"""
MAIN = "from assistant.cli import main; main()"
# What a question must never wait for.
HEAVY = ("torch", "sentence_transformers", "transformers", "llama_index", "chromadb", "streamlit", "docx", "bs4")


def arende(*arguments: str | Path, code: str = MAIN) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "ARENDE_EMBEDDING__SMALL_BATCH": "1000000", "ARENDE_INGEST__WORKERS": "1"}
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, env=environment, timeout=250, check=False)


def write(folder: Path, number: int, subject: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / f"brev {number} å.txt").write_text(LETTER.format(number=number, subject=subject), encoding="utf-8")


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder whose `data` was indexed twice from its `källa`."""
    home = tmp_path_factory.mktemp("kommun")
    for number, subject in enumerate(("bokbussen", "musikskolan"), start=1):
        write(home / "källa", number, subject)
    (home / "källa" / "tom.pdf").write_bytes(b"")
    first = arende("reindex", home / "källa", "--data", home / "data")
    assert first.returncode == 0, first.stderr
    assert first.stdout.startswith("Indexerade 2, oförändrade 0, borttagna 0, flyttade 0, hoppade över 1; ")
    assert "Hoppade över tom.pdf: Filen är tom." in first.stdout.splitlines()
    assert "Läser filer: 3" in first.stderr.splitlines()
    write(home / "källa", 3, "simhallen")
    return home


@pytest.mark.slow
def test_reindex_prints_one_object_and_rollback_goes_back(town: Path) -> None:
    done = arende("reindex", town / "källa", "--data", town / "data", "--json")
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert (report["indexed"], report["unchanged"]) == (["brev 3 å.txt"], 2)
    assert [part["reason"] for part in report["skipped"]] == ["empty"]
    assert "Traceback" not in done.stderr
    back = arende("rollback", "--data", town / "data", "--json")
    assert (back.returncode, json.loads(back.stdout)["documents"]) == (0, 2)
    again = arende("rollback", "--data", town / "data")
    assert (again.returncode, again.stdout) == (1, "")
    assert again.stderr == "Fel: Det finns ingen tidigare utgåva att gå tillbaka till.\n"


@pytest.mark.slow
def test_doctor_says_whether_all_is_sound(town: Path, tmp_path: Path) -> None:
    sound = arende("doctor", "--data", town / "data", "--json")
    assert sound.returncode == 0, sound.stdout
    assert json.loads(sound.stdout)["ok"] is True
    lacking = arende("doctor", "--data", tmp_path / "ingen")
    assert lacking.returncode == 1
    assert any(line.startswith("FEL") and "index" in line for line in lacking.stdout.splitlines())
    settings = tmp_path / "arende.toml"
    settings.write_text('[model]\nkind = "openai"\nname = "m"\nurl = "http://127.0.0.1:9/v1"\n', encoding="utf-8")
    silent = arende("doctor", "--data", town / "data", "--config", settings)
    assert silent.returncode == 0, "without a language model the answers are extracts"
    assert "obs  language model: http://127.0.0.1:9/v1/models: [Errno 111] Connection refused" in silent.stdout
    asked = arende("ask", "Vad är kostnaden för bokbussen?", "--data", town / "data", "--config", settings)
    assert "Språkmodellen svarade inte" in asked.stdout
    assert "http://127.0.0.1:9/v1 failed" in asked.stderr


@pytest.mark.slow
def test_question_loads_nothing_heavy(town: Path) -> None:
    code = (
        "import sys, json; from assistant.cli import build; "
        f"build()(standalone_mode=False); print(sorted({set(HEAVY)!r} & sys.modules.keys()))"
    )
    done = arende("ask", "--json", "Vad är kostnaden för bokbussen?", "--data", town / "data", code=code)
    assert done.returncode == 0, done.stderr
    answer, loaded = done.stdout.splitlines()
    assert json.loads(answer)["citations"]
    assert loaded == "[]"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("reindex", "borta", "--data", "d"), 1, "Fel: Mappen 'borta' går inte att indexera"),
        (("reindex", "--data", "d"), 1, "Fel: En inställning är fel"),
        (("reindex", ".", "--data", "d"), 1, "Fel: Datamappen 'd' går inte att använda"),
        (("rollback", "--data", "d"), 1, "Fel: Det finns inget index ännu."),
        (("reindex", "a", "b"), 2, "Usage"),
    ],
    ids=["no folder", "no source", "data inside", "no index", "usage"],
)
def test_faults_are_one_line_and_a_code(
    arguments: tuple[str, ...], code: int, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(path for path in sys.path if path))
    monkeypatch.chdir(tmp_path)
    done = arende(*arguments)
    assert (done.returncode, done.stdout) == (code, "")
    assert done.stderr.startswith(message)
    assert code == 2 or done.stderr.count("\n") == 1
    assert not done.stderr.rstrip().endswith("..")
