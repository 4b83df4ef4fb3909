"""The commands that read say what they found, or in Swedish what is wrong."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assistant.cli import build

RUNNER = CliRunner()


def run(*arguments: str) -> tuple[int, str, str]:
    """Return exit code, stdout and stderr of a command."""
    done = RUNNER.invoke(build(), list(arguments))
    return done.exit_code, done.stdout, done.stderr


def test_ask_prints_one_object(town: Path) -> None:
    code, out, _ = run("ask", "Vad kostar den nya gångbron över Lillån?", "--data", str(town), "--json")
    assert code == 0
    assert "6,2 miljoner" in json.loads(out)["answer"]


def test_search_documents_and_show_fit_together(town: Path) -> None:
    _, out, _ = run("documents", "--data", str(town), "--json")
    listed = json.loads(out)["documents"]
    _, out, _ = run("search", "gångbro", "-k", "2", "--data", str(town), "--json")
    hits = json.loads(out)["hits"]
    assert len(hits) == 2
    assert {hit["document_id"] for hit in hits} <= {one["id"] for one in listed}
    _, out, _ = run("show", hits[0]["document_id"], "--data", str(town), "--json")
    shown = json.loads(out)
    assert shown["text"][hits[0]["start"] : hits[0]["end"]] == hits[0]["quote"]
    assert all(shown["text"][one["start"] : one["end"]] == one["text"] for one in shown["passages"])


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("ask", ""), "tom"),
        (("ask", "x" * 20_000), "20000 tecken"),
        (("ask", "Vad kostar bron?", "--data", "/nowhere/at/all"), "inget index"),
        (("search", "bron", "--data", "/nowhere/at/all"), "inget index"),
    ],
    ids=["empty", "too long", "ask without index", "search without index"],
)
def test_what_is_wrong_is_said_in_swedish(arguments: tuple[str, ...], word: str) -> None:
    code, out, error = run(*arguments)
    assert code == 1
    assert out == ""
    assert word in error


def test_an_unknown_document_is_said(town: Path) -> None:
    code, _, error = run("show", "0000000000000000", "--data", str(town))
    assert code == 1
    assert "0000000000000000" in error
