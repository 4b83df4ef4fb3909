"""Words that a cell broke without a hyphen, or a line at its own hyphen → made whole by the document's words (pure)."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from ingest.documents import Line, Page
from ingest.normalise import COORDINATION, REAL_HYPHEN

# Stands in the text of a cell where a line filled it to the last letter; never in a text that leaves the reader.
MAYBE_BROKEN = "\ue000"
_LETTERS_THAT_ARE_WORDS = "iåö"
_WORD = re.compile(r"[^\W\d_]+")
IsBroken = Callable[[str, str, frozenset[str]], bool]
_NOTHING = Line("", 0)
_COMPOUND = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]{2,})+")
_ENDS_AT_HYPHEN = re.compile(r"[^\W\d_](?:[^\W\d_-]|-(?=\w))*-$")
# Compounds of equals, which Swedish writes with a hyphen wherever they stand.
_ALWAYS_HYPHENED = re.compile(r"hjärt-lung\w*|(?:svensk|finsk|norsk|dansk)-(?:svensk|finsk|norsk|dansk)\w*|mun-mot-mun")
_CUT = re.compile(rf"(?P<first>[^\W\d_]*){MAYBE_BROKEN}(?P<rest>[^\W\d_]*)")


def with_whole_words(pages: Sequence[Page], source: str = "") -> tuple[Page, ...]:
    """Return the pages with each line end that a cell forced read as part of a word, or as the space between two.

    Where the text that was set on the pages is at hand, it tells which of them are words.
    """
    if not any(MAYBE_BROKEN in line.text for page in pages for line in page.lines):
        return tuple(pages)
    known = _words([source] if source else [line.text for page in pages for line in page.lines])
    is_broken = _is_written if source else _is_broken
    return tuple(replace(page, lines=tuple(_whole(line, known, is_broken) for line in page.lines)) for page in pages)


def with_hyphens_kept(pages: Sequence[Page]) -> tuple[Page, ...]:
    """Return the pages with each hyphen at a line's end marked that the document writes inside the same word elsewhere."""
    if not any(line.text.endswith("-") for page in pages for line in page.lines):
        return tuple(pages)
    texts = [line.text.casefold() for page in pages for line in page.lines]
    whole = {word for text in texts for word in _WORD.findall(text)}
    known = {word for text in texts for word in _COMPOUND.findall(text) if word.replace("-", "") not in whole}
    return tuple(replace(page, lines=tuple(_with_hyphen_kept(page.lines, known))) for page in pages)


def _with_hyphen_kept(lines: Sequence[Line], known: Collection[str]) -> Iterator[Line]:
    for line, below in zip(lines, (*lines[1:], _NOTHING), strict=False):
        end = _ENDS_AT_HYPHEN.search(line.text) if line.text.endswith("-") else None
        rest = _WORD.match(below.text) if end is not None else None
        word = f"{end[0]}{rest[0]}".casefold() if end is not None and rest is not None else ""
        kept = word and not COORDINATION.match(below.text) and (word in known or _ALWAYS_HYPHENED.fullmatch(word))
        yield replace(line, text=f"{line.text[:-1]}{REAL_HYPHEN}") if kept else line


def _words(texts: Iterable[str]) -> frozenset[str]:
    """Return the words that stand whole somewhere."""
    return frozenset(word for text in texts for word in _WORD.findall(_CUT.sub(" ", text).casefold()))


def _whole(line: Line, known: frozenset[str], is_broken: IsBroken) -> Line:
    if MAYBE_BROKEN not in line.text:
        return line
    cells = tuple(_joined(cell, known, is_broken) for cell in line.cells)
    return replace(line, text=_joined(line.text, known, is_broken), cells=cells)


def _joined(text: str, known: frozenset[str], is_broken: IsBroken) -> str:
    # One after the other: a word may be broken twice.
    while (cut := _CUT.search(text)) is not None:
        between = "" if is_broken(cut["first"].casefold(), cut["rest"].casefold(), known) else " "
        text = f"{text[: cut.end('first')]}{between}{text[cut.start('rest') :]}"
    return text


def _is_written(first: str, rest: str, known: frozenset[str]) -> bool:
    """Tell whether two parts are one word that stands in what was set, maybe broken once more after them."""
    return first + rest in known or not (first in known and any(word.startswith(rest) for word in known))


def ends_broken_word(first: str, rest: str) -> bool:
    """Tell whether a text begins with the last letter of the word that ends the text before it."""
    end = _WORD.match(rest)
    return first[-1:].isalpha() and end is not None and len(end[0]) == 1 and end[0] not in _LETTERS_THAT_ARE_WORDS


def _is_broken(first: str, rest: str, known: frozenset[str]) -> bool:
    """Tell whether two parts are one word: it stands whole or in a longer one elsewhere, or neither part is a word."""
    if first + rest in known or (len(rest) == 1 and rest not in _LETTERS_THAT_ARE_WORDS):
        return True
    return first not in known and (rest not in known or any(word.startswith(first + rest) for word in known))
