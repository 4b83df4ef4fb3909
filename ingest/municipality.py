"""Whose document it is: from the letterhead, the file's properties, or what the text names beyond doubt (pure)."""

import re
from collections import Counter
from collections.abc import Iterator

from ingest.boards import slug
from ingest.documents import Origin, Page, RawFile
from ingest.found import Found

_PLACE = r"(?:[A-ZÅÄÖ][a-zåäöé]+(?:[- ][A-ZÅÄÖ][a-zåäöé]+)?|[A-ZÅÄÖÉ]{3,}(?:[- ][A-ZÅÄÖÉ]{3,})?)"
_OWN = rf"(?P<name>{_PLACE})\s(?P<form>[Kk]ommun|[Ss]tad|KOMMUN|STAD)|(?P<region>Region\s[A-ZÅÄÖ][a-zåäö]+)"
# In a letterhead the office, the kind of paper or an address may follow on the same line, always with a capital.
_ALONE = re.compile(rf"(?:[\w-]*adress:?\s+)?(?:{_OWN})(?=\s*$|\s*[,|•·:]|\s[–-]\s|\s+[A-ZÅÄÖ])")
# A field of a form, whose value the reader of the page set behind its label.
_FIELD = re.compile(
    r"^(?:Namn|Avsändare|Beställare|Hyresvärd|Säljare|Köpare|Uppdragsgivare|Huvudman|Organisation)\s*:?\s+"
)
_LINE = re.compile(rf"(?:{_OWN})")
# "revisorerna i Granbacka kommun", "Granbacka kommun, org.nr …": said once, it says whose paper it is.
_BODY_IN = re.compile(r"(?:fullmäktige|styrelsen|nämnden|revisorer(?:na)?|revisionen)\s+(?:i|för)\s$")
_PARTY_TO = re.compile(r"\s*,?\s*\(?(?:org(?:anisations)?\.?\s?(?:nr|nummer)|nedan|här(?:efter|nedan)|kallad)")
_WRITTEN_BY = re.compile(rf"(?:{_OWN})\b")
# In running text a place follows a word in small letters, or opens a sentence in the possessive ("Granbackas kommun").
_TOLD = re.compile(rf"(?P<before>[a-zåäö,(/]\s)?\b(?:{_OWN})s?\b(?P<after>\s[a-zåäö]|[.,:;)])?")
# What each of these holds: most texts are told at once that they hold none.
_MAYBE_TOLD = re.compile(r"\s(?:[Kk]ommun|[Ss]tad|KOMMUN|STAD)|Region\s")
_DOMAIN = re.compile(r"(?:@|www\.)(?:[\w-]+\.)*?([\w-]{3,})\.(?:se|nu|com|example)\b", re.IGNORECASE)
_NO_PLACE_WORDS = (
    "Er Vår Din Denna Varje En Annan Berörd Sveriges Mest I Inom Om Av Som Den Övriga Hela Samtliga Våra Respektive För "
    "Till Från På Vid Mellan Stiftelsen Föreningen Att När Där Vilken Ingen Någon Flera Egen Samma Aktuell Dito"
)
_NO_PLACE = frozenset(_NO_PLACE_WORDS.split())
_TOP, _FOOT = 0.22, 0.88
_FIRST_LINES = 6
_PAGES = 12
_CHARACTERS = 120_000
_FEWEST_PAGES = 3
_FEWEST_MENTIONS = 2
_SHARE = 0.75


def municipality_of(raw: RawFile, text: str) -> Found[str] | None:
    """Return the municipality whose document this is, or None where nothing says so beyond doubt."""
    printed = Counter(name for line in _margin_lines(raw) for name in _names(_ALONE, line))
    first = [
        name for page in raw.pages[:1] for line in _margin_lines(RawFile("", (page,))) for name in _names(_ALONE, line)
    ]
    # A place at the edge of one later page is a row of a list; a letterhead opens the file or comes back.
    letterhead = first or [name for name, count in printed.most_common(1) if count >= _FEWEST_PAGES]
    if letterhead:
        return Found(_without_label(letterhead[0], text), Origin.TEXT, 0.95)
    for key, value in raw.properties:
        if key in ("author", "company", "creator") and (names := list(_names(_WRITTEN_BY, value))):
            return Found(names[0], Origin.PROPERTIES, 0.8)
    cover = {name for page in raw.pages[:1] for line in page.lines for name in _names_alone(line.text)}
    if len(cover) == 1:
        return Found(cover.pop(), Origin.TEXT, 0.75)
    return _spoken_of(text[:_CHARACTERS])


def _names_alone(line: str) -> Iterator[str]:
    """Yield the name of a municipality that stands alone on a line, as on a cover."""
    if _LINE.fullmatch(line.strip(" #*")):
        yield from _names(_LINE, line.strip(" #*"))


def _without_label(name: str, text: str) -> str:
    """Return a name of two words without the first where the text knows the second alone ("Namn Granbacka kommun")."""
    words = name.split(" ")
    short = " ".join(words[1:])
    return short if len(words) > 2 and text.count(short) > text.count(name) else name


def _margin_lines(raw: RawFile) -> Iterator[str]:
    """Yield what stands at the top and foot of the first pages, a cell at a time; the first lines without places."""
    for page in raw.pages[:_PAGES]:
        for position, line in enumerate(page.lines):
            if _in_margin(page, position):
                yield from (cell.strip(" #*") for cell in (line.cells or line.parts or (line.text,)))


def _in_margin(page: Page, position: int) -> bool:
    box = page.lines[position].box
    if box is None:
        return page.number == 1 and position < _FIRST_LINES
    return box.y1 < _TOP * page.height or box.y0 > _FOOT * page.height


def _names(form: re.Pattern[str], line: str) -> Iterator[str]:
    match = form.match(_FIELD.sub("", line))
    if match and (match["region"] or match["name"].split()[0] not in _NO_PLACE):
        yield match["region"] or _written(match["name"], match["form"])


def _written(name: str, form: str) -> str:
    """Return the name in one form, whether the letterhead is set in capitals or not."""
    return f"{name.title() if name.isupper() else name} {form.lower()}"


def _spoken_of(text: str) -> Found[str] | None:
    """Return the municipality that a text speaks of nearly alone; the sender's internet address settles a doubt."""
    counted: Counter[str] = Counter()
    if not _MAYBE_TOLD.search(text):
        return None
    for match in _TOLD.finditer(text):
        if match["region"]:
            counted[match["region"]] += 1
            continue
        words = match["name"].split(" ")
        while len(words) > 1 and words[0] in _NO_PLACE:
            words.pop(0)
        told = match["before"] or " ".join(words) != match["name"] or (match["after"] and match["name"].endswith("s"))
        if told and words[0] not in _NO_PLACE:
            start = match.start("name")
            sure = _BODY_IN.search(text[max(0, start - 30) : start]) or _PARTY_TO.match(text, match.end("form"))
            counted[_written(" ".join(words), match["form"])] += 2 if sure else 1
    if not counted:
        return None
    domains = Counter(slug(match[1]) for match in _DOMAIN.finditer(text))
    for name in counted:
        stem = slug(name.rsplit(" ", 1)[0])
        counted[name] += 3 * min(domains[stem] + domains[stem.removesuffix("s")], 2)
    name, count = counted.most_common(1)[0]
    certain = count >= _FEWEST_MENTIONS and count >= _SHARE * counted.total()
    return Found(name, Origin.TEXT, 0.7) if certain else None
