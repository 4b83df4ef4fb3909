"""Turn values into HTML: one Jinja environment that escapes everything it is given."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from assistant.web import language, wording
from assistant.web.language import texts

FOLDER = Path(__file__).parent
STATIC = FOLDER / "static"


@cache
def environment() -> Environment:
    """Return the environment of all templates."""
    made = Environment(
        loader=FileSystemLoader(FOLDER / "templates"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(texts=texts, wording=wording, language=language, swedish=language.in_documents)
    return made


def html(template: str, **values: Any) -> str:
    """Return a template filled in; every value is escaped."""
    return environment().get_template(template).render(**values)
