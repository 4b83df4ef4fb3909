"""The documents tell the truth: every module stands on the map, every command has help and a place in the README."""

import ast
from pathlib import Path

import pytest
import typer

from assistant.cli import build

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("ingest", "index", "assistant", "eval")
MAP = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
MODULES = sorted(
    path.relative_to(ROOT) for package in PACKAGES for path in (ROOT / package).rglob("*.py") if path.stem != "__init__"
)


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_module_stands_on_the_map(module: Path) -> None:
    assert f"`{module.stem}`" in MAP


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_module_begins_with_its_purpose(module: Path) -> None:
    assert ast.get_docstring(ast.parse((ROOT / module).read_text(encoding="utf-8")))


def commands() -> list[tuple[str, str | None]]:
    """Return every command of the command line with its help, groups unfolded."""
    found: list[tuple[str, str | None]] = []
    for name, command in typer.main.get_command(build()).commands.items():  # type: ignore[attr-defined]
        inner = getattr(command, "commands", {name: command})
        found.extend((part, shown.help) for part, shown in inner.items())
    return found


@pytest.mark.parametrize(("name", "text"), commands(), ids=[name for name, _ in commands()])
def test_command_has_help_and_stands_in_the_readme(name: str, text: str | None) -> None:
    assert text
    assert name in README
