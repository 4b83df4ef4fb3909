"""The commands refuse wrong input with file and line, compare with an exit code, and have help."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from eval.baseline import write_baseline
from eval.commands import app
from eval.errors import BadQuestionFile
from eval.results import read, write

COMMANDS = ("run", "score", "compare", "beir", "promote")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_and_a_place_in_the_documentation(command: str) -> None:
    found = CliRunner().invoke(app, [command, "--help"])
    assert found.exit_code == 0
    documentation = Path(__file__).parents[2] / "docs" / "evaluation.md"
    assert f"arende eval {command}" in documentation.read_text(encoding="utf-8")


def test_broken_question_file_is_told_before_an_index_is_needed(tmp_path: Path) -> None:
    path = tmp_path / "questions.jsonl"
    path.write_text('{"id": "q1"\n', encoding="utf-8")
    found = CliRunner().invoke(
        app, ["run", str(path), "--data", str(tmp_path / "none"), "--out", str(tmp_path / "out")]
    )
    assert isinstance(found.exception, BadQuestionFile)
    assert "questions.jsonl, line 1" in str(found.exception)
    assert not (tmp_path / "out").exists()


def test_compare_exits_with_one_on_a_regression_and_names_the_questions(make: Any, tmp_path: Path) -> None:
    before = [make.result(make.case(id=f"q{n}")) for n in range(8)]
    after = [make.result(make.case(id=f"q{n}"), make.refusal()) for n in range(8)]
    write(tmp_path / "before.jsonl", before)
    write(tmp_path / "after.jsonl", after)
    arguments = ["compare", str(tmp_path / "before.jsonl"), str(tmp_path / "after.jsonl")]
    found = CliRunner().invoke(app, arguments)
    assert found.exit_code == 1
    assert "newly wrong: q0 (fact-number)" in found.output
    shown = json.loads(CliRunner().invoke(app, [*arguments, "--json"]).output)
    assert shown["passed"] is False
    assert shown["newly_wrong"] == [f"q{n}" for n in range(8)]
    assert CliRunner().invoke(app, ["compare", arguments[1], arguments[1]]).exit_code == 0


def test_small_baseline_compares_as_the_run_it_was_made_of(make: Any, tmp_path: Path) -> None:
    results = [make.result(make.case(id=f"q{n}")) for n in range(3)]
    write(tmp_path / "results.jsonl", results)
    write_baseline(tmp_path / "baseline.jsonl", results)
    stored = read(tmp_path / "baseline.jsonl")
    assert stored[0].scores == results[0].scores
    assert stored[0].hits == ()
    arguments = ["compare", str(tmp_path / "baseline.jsonl"), str(tmp_path / "results.jsonl")]
    assert CliRunner().invoke(app, arguments).exit_code == 0


def test_commands_load_nothing_heavy_until_they_run() -> None:
    heavy = "{'scipy', 'ir_measures', 'altair', 'llama_index', 'bm25s', 'torch', 'chromadb'}"
    code = f"import eval.commands, sys; loaded = {heavy} & set(sys.modules); sys.exit(str(loaded) if loaded else 0)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
