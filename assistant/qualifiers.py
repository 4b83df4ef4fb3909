"""Tell that cited words are of another school year, zone, group or unit than the one asked about; pure."""

import re
from collections.abc import Iterator, Sequence

from assistant.ground import Ground
from assistant.matching import match as same
from assistant.question import Asked, Understanding
from assistant.things import WHOLE_THING
from assistant.values import ValueKind
from assistant.verify import Place
from index.swedish import STOP_WORDS, nominative, stem, words
from ingest.documents import Block
from ingest.swedish_dates import YEAR_WORD

_ONE_LABEL = r"(?:\d{1,2}(?!\d)(?:\s?[-–]\s?\d{1,2}(?!\d))?|[A-H]\b)"
_LABELLED = re.compile(
    r"(?<!\d\s)\b(?P<kind>årskurs|åk|år|klass|zon|nivå|avdelning|avd|etapp|steg|kategori|grupp|fas|delområde|alternativ|våning|vån)(?:erna|arna|orna|er|ar|en|et|n)?\.?\s+"
    rf"(?P<labels>{_ONE_LABEL}(?:(?:,\s?|\s(?:och|eller|samt|till)\s){_ONE_LABEL})*)",
    re.IGNORECASE,
)
# "Ansvar 10200": a number tells one of many of its kind; whatever has a "nr" goes by it.
_NUMBERED = re.compile(
    r"\b(?:ansvar|konto|projekt|objekt|kostnadsställe|linje)(?:et|en|t)?\s(?:nr |nummer )?(\d{2,6})\b", re.IGNORECASE
)
_NUMBER_OF = re.compile(r"\b(?:nr|nummer|löpnummer|löpnr)\.?\s(\d+)", re.IGNORECASE)
_LABEL = re.compile(r"\d+\s?[-–]\s?\d+|\d+|[A-H]\b", re.IGNORECASE)
_PUPILS = "ettor tvåor treor fyror femmor sexor sjuor åttor nior".split()
_CLASSES = "första andra tredje fjärde femte sjätte sjunde åttonde nionde".split()
_STAGES = {"låg": (1, 3), "mellan": (4, 6), "hög": (7, 9)}
_SCHOOL_YEAR = re.compile(
    rf"\b(?:(?P<pupils>{'|'.join(_PUPILS)})(?:na|nas)?|(?P<class>{'|'.join(_CLASSES)})\s?klass\w*|(?P<stage>{'|'.join(_STAGES)})stadi\w+)\b",
    re.IGNORECASE,
)
_SCHOOL_YEARS = frozenset({"årskurs", "åk", "år", "klass"})
_IN_FULL = {"avd": "avdelning", "vån": "våning"}
# Whose figure a paper names where it gives one: without such a word it is that of all.
_SEXES = (("flick|tjej", r"pojk|kille?\b|killar"), ("kvinn", r"män\b|männen|mans\b"))
# Set against each other: what holds for the one is not told of the other.
_GROUPS = tuple(
    tuple(re.compile(rf"\b(?:{one})[^\W\d_]*", re.IGNORECASE) for one in pair)
    for pair in (
        ("vuxn|vuxen", "barn|ungdom|unga"),
        *_SEXES,
        ("tätort", "landsbygd"),
        ("hyresrätt", "bostadsrätt"),
        ("vardag", "helg"),
        ("lördag", "söndag"),
        (r"norra\b", r"södra\b"),
        (r"östra\b", r"västra\b"),
        (r"övre\b", r"nedre\b"),
        (r"inre\b", r"yttre\b"),
        ("sommar", "vinter"),
        ("förmiddag", "eftermiddag"),
        ("inomhus", "utomhus"),
        ("intäkt", "kostnad|utgift"),
    )
)
_OF_SEX = tuple(re.compile(rf"\b(?:{one})[^\W\d_]*", re.IGNORECASE) for pair in _SEXES for one in pair)
# One of several units of its kind: "Norrskolan".
_UNIT = re.compile(r"\w{3,}(?:skola|gård|bad|hall|hem|boende|bibliotek|förskola)(?:n|en|et|t)?s?", re.IGNORECASE)

# What is told of others by their names ("84 i Sund och 61 i Vik") or of all of them, and that a figure is not held.
_PLACED = re.compile(r"\d\D{0,40}?\b(?:i|på|vid|för|hos) (?-i:[A-ZÅÄÖ])\w+", re.IGNORECASE)
_OF_ALL = re.compile(r"\b(?:totalt|sammanlagt|sammantaget)\b", re.IGNORECASE)
_MISSING = re.compile(r"\b(?:saknas?|uppgift\w* finns inte|inga uppgifter|avvisa\w*|redovisas inte)\b", re.IGNORECASE)
# Before the name of a place, and of who did something: "hur mycket sökte …".
_PLACE = re.compile(r"\b(?:i|på|vid|för|hos|inom|området|orten)\s+$", re.IGNORECASE)
_HAVING = re.compile(
    r"\bhur (?:många|mycket|stor[at]?|hög[at]?|lång[at]?|gammalt?)\b[^?]*\b(?:är|var|har|hade|fick|får|blev|blir)\s+$",
    re.IGNORECASE,
)
_WHO_DID = re.compile(r"\bhur (?:mycket|många)\b(?: \w+){0,2}? \w+(?:ade|te|de|fick)\s+$", re.IGNORECASE)

# By the hour, the month, each of many: what something costs so, and words that tell it so.
_BY_TIME = tuple(
    (
        re.compile(
            rf"\b(?:(?:i|om) {definite}|(?:per|varje) {one}|{begins}(?:pris|taxa|lön|peng|avgift|kostnad|arvode|hyra|belopp))\w*",
            re.IGNORECASE,
        ),
        root,
    )
    for definite, one, begins, root in (
        ("timmen", "timme", "tim", "tim"),
        ("(?:dagen|dygnet)", "(?:dag|dygn)", "d(?:ags?|ygns)", "d(?:ag|yg)"),
        ("veckan", "vecka", "vecko", "veck"),
        ("månaden", "månad", "månads", "mån"),
    )
)
_BY_EACH = re.compile(
    r"\b(?:kosta\w*|kostnad\w*|betala\w*|pris\w*|avgift\w*|ersättning\w*)\b[^?]*\bper ((?!år|läsår|termin|kvartal|sista|den|tim|dag|dygn|veck|mån|person|st|kvadrat|kubik|kilo|meter|mil|liter|ton)[^\W\d_]{3,})\b",
    re.IGNORECASE,
)
_BY_YEAR = re.compile(r"\b(?:om året|per år|årligen|varje år)\b|\bårs(?:kostnad|avgift|hyra|belopp)\w*", re.IGNORECASE)
_BY_ANOTHER = re.compile(
    r"\b(?:kr|kronor|öre|kostar?)\s?(?:per |/ ?|för varje |i )(?!(?:helt )?(?:kalender|hel|läs)?år)[^\W\d_]+",
    re.IGNORECASE,
)
_OF_YEAR = re.compile(r"\bår(?:et|en|s|lig\w*|s\w+)?\b|\bhelår\w*", re.IGNORECASE)
# So many letters tell a place, whatever is joined to them ("Ekviks", "ekvikarna").
PLACE_LETTERS = 6
Label = tuple[str, int | str, int | str]


def of_another(understanding: Understanding, ground: Ground) -> Iterator[str]:
    """Yield the words of a question that say which one is asked about, where what is read first is of another."""
    question, first = understanding.text, ground.shown[0]
    yield from _other_labels(question, ground)
    near = first.around
    for one, other in (order for pair in _GROUPS for order in (pair, pair[::-1])):
        asked = one.search(question)
        if asked and not other.search(question) and other.search(first.text) and not one.search(near):
            yield asked.group()
    yield from _other_numbered(_NUMBER_OF, question, ground)
    if understanding.wants(Asked.NUMBER):
        yield from _other_unit(understanding, ground)
        yield from _other_numbered(_NUMBERED, question, ground)
        yield from _other_named(understanding, ground)
        yield from _nowhere_near(understanding, ground)
        yield from _by_no_rate(question, ground)
        yield from _by_another_rate(question, first)
        yield from _of_all(question, first)


def _of_all(question: str, first: Place) -> Iterator[str]:
    """Yield the women or men, girls or boys whose figure is asked for, where what is read first names neither: it is told of all."""
    asked = [match for one in _OF_SEX if (match := one.search(question))]
    if len(asked) == 1 and not any(one.search(first.around) for one in _OF_SEX):
        yield asked[0].group()


def year_of_no_column(question: str, place: Place) -> Iterator[str]:
    """Yield a year of a question that is none of the years at the head of a cited row's columns, and stands nowhere by it."""
    passage = place.evidence.passage
    columns = set(YEAR_WORD.findall(" ".join(passage.table_header)))
    asked = YEAR_WORD.findall(question)
    if passage.block is Block.TABLE_ROW and len(columns) > 1:
        near = {*columns, *YEAR_WORD.findall(place.framed)}
        yield from (year for year in asked if year not in near)
    if passage.block is Block.TABLE_ROW:
        of_kind = _of_columns_asked(question, passage.table_header)
        yield from (year for year in asked if of_kind and year not in of_kind)


def _of_columns_asked(question: str, columns: Sequence[str]) -> set[str]:
    """Return the years of the columns that hold what a question asks for: "Sökt 2031" where it asks what was "sökt"."""
    wanted = [stem(word) for word in words(question) if word.isalpha() and word not in STOP_WORDS]
    kinds = [(set(words(name)), set(YEAR_WORD.findall(name))) for name in columns if YEAR_WORD.search(name)]
    common = set.intersection(*(told for told, _ in kinds)) if len(kinds) > 1 else set()
    return {
        year
        for told, years in kinds
        if any(same(one, word) >= WHOLE_THING for one in wanted for word in told - common if word.isalpha())
        for year in years
    }


def labels(text: str) -> Iterator[Label]:
    """Yield each numbered or lettered one of its kind that a text names: the kind, its first and its last label."""
    for match in _LABELLED.finditer(text):
        kind = match["kind"].casefold()
        for one in _LABEL.findall(match["labels"]):
            ends = [part.strip() for part in re.split("[-–]", one)]
            first, last = ends[0], ends[-1]
            name = "årskurs" if kind in _SCHOOL_YEARS else _IN_FULL.get(kind, kind)
            if first.isdigit():
                yield name, int(first), int(last)
            elif first.isupper():
                yield name, first, last
    for match in _SCHOOL_YEAR.finditer(text):
        if match["stage"]:
            yield ("årskurs", *_STAGES[match["stage"].casefold()])
        elif match["pupils"]:
            number = _PUPILS.index(match["pupils"].casefold()) + 1
            yield "årskurs", number, number
        else:
            number = _CLASSES.index(match["class"].casefold()) + 1
            yield "årskurs", number, number


def _other_labels(question: str, ground: Ground) -> Iterator[str]:
    """Yield the labels of a question that no cited section names, or instead of which another stands in a cited passage."""
    for asked in labels(question):
        near = [place.around for place in ground.shown]
        if any(_covered(asked, text) for text in near) or any(_in_cell(asked, place) for place in ground.shown):
            continue
        others = any(one[0] == asked[0] for one in labels(near[0]))
        if others or not _covered(asked, ground.section):
            yield f"{asked[0]} {asked[1]}"


def _covered(asked: Label, text: str) -> bool:
    """Tell whether a text names a label, alone or among others ("årskurs 7–9")."""
    return any(one == asked or (one[0] == asked[0] and _within(asked, one)) for one in labels(text))


def _within(asked: Label, told: Label) -> bool:
    first, last = told[1:]
    return isinstance(asked[1], int) and isinstance(first, int) and isinstance(last, int) and first <= asked[1] <= last


def _in_cell(asked: Label, place: Place) -> bool:
    """Tell whether a row holds the label alone in a cell, under a column of its kind."""
    passage = place.evidence.passage
    kinds = _SCHOOL_YEARS if asked[0] == "årskurs" else {asked[0]}
    said = " ".join([*passage.table_header, *passage.heading_path]).casefold().split()
    return any(word.startswith(kind) for word in said for kind in kinds) and str(asked[1]) in {
        cell.strip() for cell in passage.cells
    }


def _other_unit(understanding: Understanding, ground: Ground) -> Iterator[str]:
    """Yield a unit of a question ("Norrskolan") that neither the cited sections nor the heads of their papers name."""
    told = f"{ground.section}\n{ground.own}\n{ground.said}".casefold()
    for value in understanding.named:
        name = value.text.strip()
        if value.kind is ValueKind.NAME and _UNIT.fullmatch(name) and nominative(name.casefold()) not in told:
            yield name


def _other_numbered(pattern: re.Pattern[str], question: str, ground: Ground) -> Iterator[str]:
    """Yield one of many that a question tells by its number ("ansvar 10200") where the cited sections do not hold it."""
    found = list(pattern.finditer(question))
    told = set(words(f"{ground.section}\n{ground.own}\n{ground.said}\n{ground.near}")) if found else set()
    yield from (one[0] for one in found if one[1] not in told)


def _other_named(understanding: Understanding, ground: Ground) -> Iterator[str]:
    """Yield a name of a question where what is read first tells of all or of others by name, or that this one's is missing."""
    first = ground.shown[0]
    near = set(words(first.framed))
    for value in understanding.named:
        own = words(value.text) if value.kind is ValueKind.NAME and not value.text.isupper() else []
        if not own or any(nominative(word) in map(nominative, near) for word in own):
            continue
        sentences = re.split(r"(?<=[.!?])\s+", first.evidence.passage.text)
        told = [one for one in sentences if all(nominative(word) in map(nominative, words(one)) for word in own)]
        before = understanding.text[: value.start]
        placed = _PLACE.search(before) and _PLACED.search(first.text)
        acted = _WHO_DID.search(before) and _OF_ALL.search(first.text)
        if placed or acted or any(map(_MISSING.search, told)):
            yield value.text.strip()


def _nowhere_near(understanding: Understanding, ground: Ground) -> Iterator[str]:
    """Yield a place that a figure is asked of ("hur många … i Ekvik") where nothing round any cited words names it.

    Who has something ("hur många båtar har Ekvik") may be named where the section tells of it.
    """
    near = " ".join(" ".join([place.around, place.evidence.document.municipality or ""]) for place in ground.shown)
    for value in understanding.named:
        own = words(value.text) if value.kind is ValueKind.NAME and not value.text.isupper() else []
        before = understanding.text[: value.start]
        told = near if _PLACE.search(before) else f"{near} {ground.by}" if _HAVING.search(before) else ""
        if own and told and not any(_is_spoken_of(word, told) for word in own):
            yield value.text.strip()


def _by_no_rate(question: str, ground: Ground) -> Iterator[str]:
    """Yield the rate that a question asks for ("i timmen", "per elev") where nothing round any cited words tells by it."""
    near = " ".join(place.around for place in ground.shown)
    for asked, root in _BY_TIME:
        match = asked.search(question)
        if match and not re.search(rf"(?:\b|/)\w*{root}", near, re.IGNORECASE):
            yield match[0]
    if each := _BY_EACH.search(question):
        root = re.escape(stem(each[1].casefold()))
        told = rf"(?:\b(?:per|varje|en|ett)\s|/\s?)\w*{root}|/\s?{root[:3]}|\b{root}\w*(?:peng|kostnad|pris|avgift)"
        if not re.search(told, near, re.IGNORECASE):
            yield f"per {each[1]}"


def _by_another_rate(question: str, place: Place) -> Iterator[str]:
    """Yield "om året" of a question where what is read first tells what one of many costs, and speaks of no year."""
    match = _BY_YEAR.search(question)
    if match and _BY_ANOTHER.search(place.text) and not (_OF_YEAR.search(place.text) or _BY_ANOTHER.search(question)):
        yield match[0]


def _is_spoken_of(word: str, text: str) -> bool:
    """Tell whether a text holds a name, or a word that begins as it does."""
    return nominative(word)[:PLACE_LETTERS] in text.casefold()
