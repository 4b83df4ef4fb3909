"""The documents tell the truth: every module stands on the map, every command has help and a place in the README."""

import ast
import re
from pathlib import Path

import pytest
import typer

from assistant.cli import build
from index.settings import ModelSettings

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


def test_every_setting_of_a_model_stands_with_its_default() -> None:
    page = (ROOT / "docs" / "model.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| `(\w+)` \| (\S+) \|", page, re.MULTILINE))
    assert told == {name: shown(field.default) for name, field in ModelSettings.model_fields.items()}


def shown(default: object) -> str:
    """Return a default as the page of settings has it."""
    secret = getattr(default, "get_secret_value", None)
    if default is None:
        return "–"
    value = secret() if secret else default
    return f'`"{value}"`' if isinstance(value, str) else f"`{value}`"
