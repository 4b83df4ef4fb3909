"""The command line loads what the wanted command needs, and every command is found."""

import subprocess
import sys

import typer

from assistant.cli import COMMANDS, build


def names(wanted: str = "") -> list[str]:
    return list(typer.main.get_command(build(wanted)).commands)  # type: ignore[attr-defined]


def test_the_groups_name_every_command() -> None:
    assert names() == [*(name for named in COMMANDS.values() for name in named), "eval"]


def test_a_group_is_built_alone_and_an_unknown_command_brings_all() -> None:
    assert names("serve") == ["serve"]
    assert names("case") == ["case", "report"]
    assert names("no such") == names("--help") == names()


def test_the_server_answers_before_the_assistant_is_loaded() -> None:
    code = (
        "import sys; from assistant.cli import build; build('serve'); from assistant.web import server, wiring; "
        "print(sorted({'assistant.factory', 'assistant.service', 'index.retriever', 'eval.commands'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"
