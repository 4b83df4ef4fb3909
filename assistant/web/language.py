"""Say in which language this visitor reads the pages: Swedish, or English as a choice; answers stay as the documents are."""

from collections.abc import Callable, Mapping
from contextvars import ContextVar
from enum import StrEnum
from functools import wraps
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from markupsafe import Markup

from assistant import texts as said
from assistant.errors import BadQuestion
from assistant.web import texts as swedish
from assistant.web import texts_english as english
from ingest.errors import ArendeError

P = ParamSpec("P")
R = TypeVar("R")
LANGUAGE_COOKIE = "arende_sprak"


class Language(StrEnum):
    """Name a language as ``lang`` does."""

    SWEDISH = "sv"
    ENGLISH = "en"


_WORDS = {Language.SWEDISH: swedish, Language.ENGLISH: english}
_chosen: ContextVar[Language] = ContextVar("language", default=Language.SWEDISH)


class _Texts:
    """Read every text in the visitor's language."""

    def __getattr__(self, name: str) -> Any:
        return getattr(_WORDS[_chosen.get()], name)


if TYPE_CHECKING:
    # The checker knows each name and its type by the Swedish; a test holds the English to it.
    from assistant.web import texts as texts
else:
    texts = _Texts()


def speak(cookies: Mapping[str, str]) -> None:
    """Let this request, or run of the page script, speak the language that its browser has chosen."""
    named = cookies.get(LANGUAGE_COOKIE, "")
    _chosen.set(Language(named) if named in list(Language) else Language.SWEDISH)


def current() -> Language:
    """Return the language of this request."""
    return _chosen.get()


def other() -> Language:
    """Return the language that may be chosen instead."""
    return Language.ENGLISH if current() is Language.SWEDISH else Language.SWEDISH


def in_swedish(make: Callable[P, R]) -> Callable[P, R]:
    """Let a function speak Swedish whatever the visitor has chosen, for what leaves the pages with an answer."""

    @wraps(make)
    def made(*args: P.args, **kwargs: P.kwargs) -> R:
        before = _chosen.set(Language.SWEDISH)
        try:
            return make(*args, **kwargs)
        finally:
            _chosen.reset(before)

    return made


def in_documents() -> Markup:
    """Return the ``lang`` attribute of words out of documents, where the page around them speaks another language."""
    return Markup("") if current() is Language.SWEDISH else Markup(' lang="sv"')


def told(error: ArendeError) -> str:
    """Return one of our errors as a sentence for staff."""
    if current() is Language.SWEDISH:
        return said.in_swedish(error)
    if isinstance(error, BadQuestion):
        return english.QUESTION_EMPTY
    return english.ERRORS.get(type(error).__name__, english.FAULT_TEXT)
