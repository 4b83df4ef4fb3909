"""What a file's name tells that the title leaves out: which contract, plan or report this is (pure)."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from ingest.boards import slug
from ingest.documents import Passage
from ingest.found import KIND_WORD
from ingest.swedish_dates import ANY_YEAR, ISO_DATE

_DAY = ISO_DATE.pattern
_PERIOD = re.compile(
    rf"{_DAY}(?=-(?:till?|tom|och)-{_DAY})|(?<=-till-){_DAY}|(?<=-til-){_DAY}|(?<=-tom-){_DAY}|(?<=-och-){_DAY}"
)
# Stands for a day of a period while a name is cut into words; no name in plain letters holds it.
_MARK = "#"
# A number that a web site has given the file, or the day it was put up.
_GIVEN = re.compile(rf"-(?!{ANY_YEAR}$)\d{{4,6}}$|{_DAY}")
_WORD = re.compile(r"[^\W\d_]+")
# How names spell what is too common to be looked up in the paper.
_USUAL = {
    "for": "för",
    "pa": "på",
    "fran": "från",
    "ar": "år",
    "over": "över",
    "forslag": "förslag",
    "forvaltningens": "förvaltningens",
}
# A title of more words of weight than these tells well enough what the paper is.
_TELLS, _WEIGHT, _SAME = 3, 4, 6
_MOST = 14
# Letters that the ending of a word has at most.
_ENDING = 3
# Longer names are cut by those who store them.
_CUT = 80


def with_file_words(title: str, path: str, passages: Sequence[Passage]) -> str:
    """Return a short title with the words that the file's name adds to it, spelt as the paper itself spells them.

    A name none of whose words the paper holds tells nothing: it may be a number of a system. "Handlingsplan" of
    ``handlingsplan-stod-till-unga-81515.pdf`` becomes "Handlingsplan – stöd till unga".
    """
    told = slug(title).split("-")
    if sum(len(word) >= _WEIGHT for word in told) > _TELLS:
        return title
    name = slug(PurePosixPath(path).stem)
    periods = _PERIOD.findall(name)
    marked = _PERIOD.sub(_MARK, name)
    words = _GIVEN.sub("", marked).split("-")
    if not any(word.isalpha() and not any(_same(word, known) for known in told) for word in words):
        # A day, a number, or words that the title has already.
        return title
    spellings = _spellings(passages, tuple(filter(None, words)))
    if len(name) > _CUT and words[-1] not in spellings:
        words.pop()
    added: list[str] = []
    for word in words:
        if word == _MARK:
            added.append(periods.pop(0))
        elif not any(_same(word, known) for known in told) and (word in spellings or word.isalpha()):
            added.append(spellings.get(word) or _USUAL.get(word) or _spelt_as_begun(word, spellings))
    added = _trimmed(added[:_MOST])
    new = [word for word in added if len(word) >= _WEIGHT and slug(word) in spellings and not KIND_WORD.match(word)]
    return f"{title} – {' '.join(added)}" if new else title


def _same(word: str, known: str) -> bool:
    """Say whether two words are one, in whatever form: "genomlysningen" and "genomlysning"."""
    shorter, longer = sorted((word, known), key=len)
    if len(shorter) < _SAME:
        return shorter == longer or (shorter == word and len(word) >= _WEIGHT and longer.startswith(shorter))
    return longer.startswith(shorter[: max(_SAME, len(shorter) - 1)])


def _spelt_as_begun(word: str, spellings: Mapping[str, str]) -> str:
    """Return a word as a longer form of it is spelt: "enkat" is "enkät" where the paper has "enkäten"."""
    longer = (told for plain, told in spellings.items() if plain.startswith(word) and len(plain) <= len(word) + _ENDING)
    return next(longer, word)[: len(word)]


def _trimmed(words: Sequence[str]) -> list[str]:
    """Return words without the small ones at either end: "för", "och"."""
    heavy = [place for place, word in enumerate(words) if len(word) >= _WEIGHT]
    return list(words[heavy[0] : heavy[-1] + 1]) if heavy else []


def _spellings(passages: Sequence[Passage], beginnings: tuple[str, ...]) -> Mapping[str, str]:
    """Return the commonest spelling of each word of a paper that begins so in plain letters, by these.

    One in capitals is told only where nothing else is.
    """
    counted = Counter(_WORD.findall("\n".join(passage.text for passage in passages)))
    alike = [(word, times) for word, times in counted.items() if slug(word).startswith(beginnings)]
    found: dict[str, str] = {}
    shouted = {word: word.lower() if len(word) >= _WEIGHT and word.isupper() else word for word, _ in alike}
    for word, _ in sorted(alike, key=lambda one: (shouted[one[0]] != one[0], -one[1])):
        found.setdefault(slug(word), shouted[word])
    return found
