"""Tell that cited words are of another year, another school year or another kind of figure than the question; pure."""

import re
from collections.abc import Iterator, Sequence

from assistant.days import MONTH_NAMES, MONTHS
from assistant.verify import Evidence, Place
from index.swedish import words
from ingest.documents import Force
from ingest.swedish_dates import ANY_YEAR, YEAR_OF_FIGURES

YEAR = re.compile(rf"(?<![\d/–:.-]){ANY_YEAR}(?![\d/–:.-]*\d)")
# A year up to which or from which something holds is spoken of with other years.
_BOUND = re.compile(
    r"\b(?:från(?: och med)?|till(?: och med)?|senast|inför|efter|före|sedan)\s+(?:år\s+)?$", re.IGNORECASE
)
_OF_DAY = re.compile(rf"\b(?:{MONTH_NAMES})\s+$", re.IGNORECASE)
# A year that a value is only compared with.
_COMPARED = re.compile(r"\b(?:sedan|än|jämfört med|jämförelse med|mot|från|föregående)\b[^.;()]{0,30}$", re.IGNORECASE)
DECADE = re.compile(r"(?<!\w)(?P<century>19|20)?(?P<tens>\d)0-talets?(?!\w)", re.IGNORECASE)
# "2031–31 mars" are days.
_PERIOD = re.compile(
    rf"(?<!\d)((?:19|20)\d\d)\s?[-–/]\s?((?:(?:19|20)\d)?\d\d?)(?!\d)(?!\s(?:{MONTH_NAMES})\b)",
    re.IGNORECASE,
)
# "Till och med maj", "januari–maj": a part of a year, as against all of it.
_UP_TO = re.compile(
    rf"\b(?:till och med|t\.?\s?o\.?\s?m\.?|januari\s?(?:[-–]|till(?: och med)?)|jan\s?[-–])\s*(?:den \d\d?\s)?({MONTH_NAMES})\b",
    re.IGNORECASE,
)
_OF_PART = re.compile(
    r"\b(?:hittills|(?:samma|motsvarande) (?:tid|period)|(?:första|andra) halvåret|\w+ (?:kvartalet|tertialet)|delår\w*)\b",
    re.IGNORECASE,
)
# "Andra kvartalet", "tertial 2": one of the parts of a year.
_PARTS_OF_YEAR = tuple(
    re.compile(
        rf"\b(?:(?P<nth>första|andra|tredje|fjärde)\s+{part}(?:et)?s?|{part}(?:et)?\s(?P<number>[1-4]))\b",
        re.IGNORECASE,
    )
    for part in ("kvartal", "tertial", "halvår")
)
_NTH = {"första": 1, "andra": 2, "tredje": 3, "fjärde": 4}
_WHOLE_YEAR = re.compile(r"\bhelår\w*|\bhela (?:året|(?:19|20)\d\d)\b", re.IGNORECASE)
# A day of another part of the year tells nothing of the turn of it.
_TURN = re.compile(
    r"\bvid (?:senaste )?(?:årsskiftet|årets (?:slut|utgång|början)|utgången av (?:året|(?:19|20)\d\d))\b",
    re.IGNORECASE,
)
_OF_TURN = re.compile(r"årsskift|årets|utgången|bokslut|helår|\b(?:dec|jan)|\d-(?:12|01)-\d|/(?:12|1)\b", re.IGNORECASE)
_OF_MONTHS = re.compile(rf"\b(?:{'|'.join(month for month in MONTHS if len(month) > 3)})\b", re.IGNORECASE)
# "Marsprognosen": of which month a paper of the year is.
_OF_MONTH = re.compile(
    rf"\b({MONTH_NAMES})(?:s|-)?(?:prognos|uppfölj|rapport|utfall|bokslut|siffr)\w*",
    re.IGNORECASE,
)
# The year before one that is told of, and words that set two years beside each other.
_YEAR_BEFORE = re.compile(r"\b(?:året|år(?:et)?) (?:innan|före|dessförinnan)\b|\bföregående år\b(?!s)", re.IGNORECASE)
_TWO_YEARS = re.compile(
    r"\b(?:innan|före(?:gående)?|förr[ae]|fjol\w*|tidigare|dessförinnan|jämför\w*|höj\w*|sänk\w*|öka\w*|ökning\w*|minsk\w*)\b",
    re.IGNORECASE,
)
# What is expected of a later day is asked for; what holds as a text is written.
_EXPECTED = re.compile(
    r"\b(?:(?:för)?väntas|beräknas|planeras|prognostiseras|(?:kommer|tros|tänkt\w*)\b[^?]{0,40}?\batt)\b", re.IGNORECASE
)
_NOW = re.compile(r"\b(?:för närvarande|i dag|idag|i nuläget|i dagsläget|just nu)\b", re.IGNORECASE)
_LATER = re.compile(
    r"\b(?:(?:för)?vänta\w*|beräkna\w*|planera\w*|prognos\w*|kommer|ska|skall|blir|bli|bör|öka\w*|ökning\w*|minsk\w*|höj\w*|sänk\w*|på sikt|framöver|jämfört|mot)\b",
    re.IGNORECASE,
)
# What was, what is thought to be and what was meant to be: a figure of one kind does not tell another.
_FIGURES = {
    kind: re.compile(rf"\b(?:{forms})\b", re.IGNORECASE)
    for kind, forms in (
        ("outcome", r"\w*utfall\w*|bokslut\w*"),
        ("forecast", r"\w*prognos\w*"),
        ("budget", r"\w*budget\w*"),
    )
}


def of_another_period(question: str, places: Sequence[Place], *, counted: bool) -> str:
    """Return the year or period that a question asks about and that what is cited is not of, or nothing.

    A value of a year (``counted``) is not told by a sentence that gives it for other years alone; a day may be.
    """
    for match in YEAR.finditer(question):
        if not places or _BOUND.search(question[: match.start()]):
            continue
        if all(_of_other_year(place, match[0]) for place in places):
            return match[0]
        # The year of a day may be that of the decision: "vad avsattes den 3 maj 2024".
        if counted and not _OF_DAY.search(question[: match.start()]) and _gives_other_year(places, match[0]):
            return match[0]
    for match in DECADE.finditer(question):
        if places and not any(of_decade(place, match) for place in places):
            return match[0]
    if counted and places and (part := _of_another_part(question, places)):
        return part
    if places and (other := _of_another_month(question, places)):
        return other
    if counted and places and (before := _YEAR_BEFORE.search(question)) and not _tells_two_years(places):
        return before[0]
    for match in _PERIOD.finditer(question):
        asked = next(spans(match[0]), None)
        if asked and places and _gives_other_period(places[0], asked):
            return match[0]
    return ""


def entitled(evidence: Evidence) -> frozenset[str]:
    """Return the years that a § or a paper is named for: "Budget 2031 med plan 2032–2033" is named for 2031."""
    passage = evidence.passage
    names = (
        [" ".join(passage.heading_path)]
        if passage.section_sign
        else [*passage.heading_path[-1:], evidence.document.title]
    )
    return frozenset(next((years for name in names if (years := YEAR.findall(name))), ()))


def tells_of(years: frozenset[str], text: str) -> bool:
    """Tell whether a text names one of some years, or a period that holds one."""
    periods = list(spans(text))
    named = {*YEAR.findall(text), *re.findall(ANY_YEAR, text)} if not periods else set(YEAR.findall(text))
    return not years.isdisjoint(named) or any(first <= int(year) <= last for first, last in periods for year in years)


def terms_of(text: str) -> frozenset[tuple[int, int]]:
    """Return the school years or winters that a text names: "2030/2031", "2030/31"."""
    return frozenset(span for span in spans(text) if span[1] - span[0] == 1)


def names_term(terms: frozenset[tuple[int, int]], text: str) -> bool:
    """Tell whether a text names one of some school years, or both its years."""
    years = {int(year) for year in YEAR_OF_FIGURES.findall(text)}
    return not terms.isdisjoint(spans(text)) or any(set(term) == years for term in terms)


def gives_other_term(terms: frozenset[tuple[int, int]], text: str) -> bool:
    """Tell whether a text names other school years or years than those of the ones asked about, and none of these."""
    if names_term(terms, text):
        return False
    if told := terms_of(text):
        return terms.isdisjoint(told)
    years = {int(year) for year in YEAR_OF_FIGURES.findall(text)}
    return bool(years) and not any(years.intersection(term) for term in terms)


def of_decade(place: Place, decade: re.Match[str]) -> bool:
    """Tell whether a place names a year of a decade ("90-talet", "1990-talet") or the decade, or is of a paper dated in it."""
    document = place.evidence.document
    years = {str(day.year) for day in document.days}
    around = place.around
    years.update(YEAR_OF_FIGURES.findall(around))
    tens, century = decade["tens"], decade["century"] or ""
    named = any(other["tens"] == tens for other in DECADE.finditer(around))
    return named or any(year.startswith(century) and year[2] == tens for year in years)


def _of_another_part(question: str, places: Sequence[Place]) -> str:
    """Return the part of the year ("andra kvartalet", "vid årsskiftet") of a question where nothing cited is of it, or the whole where a part is told."""
    if asked := _UP_TO.search(question):
        around = _around(places)
        number = MONTHS[asked[1].casefold()]
        named = (month for month, of in MONTHS.items() if of == number)
        told = re.search(rf"\b(?:{'|'.join(named)})\b|\b20\d\d-{number:02d}\b|\d/{number}\b", around, re.IGNORECASE)
        return "" if told else asked[0]
    for part in _PARTS_OF_YEAR:
        named_part = part.search(question)
        others = {_number(other) for other in part.finditer(_around(places))} if named_part else set()
        if named_part and others and _number(named_part) not in others:
            return named_part[0]
    said = places[0].text
    if turn := _TURN.search(question):
        return turn[0] if _OF_MONTHS.search(said) and not _OF_TURN.search(_around(places)) else ""
    whole = _WHOLE_YEAR.search(question)
    in_part = whole and (_UP_TO.search(said) or _OF_PART.search(said)) and not _WHOLE_YEAR.search(said)
    return whole[0] if whole and in_part else ""


def _number(part: re.Match[str]) -> int:
    """Return which of the parts of a year is named."""
    return int(part["number"] or _NTH[part["nth"].casefold()])


def _of_another_month(question: str, places: Sequence[Place]) -> str:
    """Return the word of a question that tells of which month a paper is ("marsprognosen") where others are named and not that one."""
    asked = _OF_MONTH.search(question)
    named = {MONTHS[word] for word in words(_around(places)) if word in MONTHS and len(word) > 2}
    return asked[0] if asked and named and MONTHS[asked[1].casefold()] not in named else ""


def _tells_two_years(places: Sequence[Place]) -> bool:
    """Tell whether what is cited names two years, or sets one beside another."""
    near = _around(places)
    return _TWO_YEARS.search(near) is not None or len(set(YEAR.findall(near))) > 1


def tells_only_now(question: str, place: Place) -> bool:
    """Tell whether what is expected is asked for, and a sentence tells how it is as that is written."""
    said = place.text
    return bool(_EXPECTED.search(question) and _NOW.search(said)) and not _LATER.search(said)


def _around(places: Sequence[Place]) -> str:
    return " ".join(place.around for place in places)


def of_another_figure(question: str, places: Sequence[Place]) -> str:
    """Return the kind of figure that a question asks for, where what is cited gives another kind: "utfall", "prognos"."""
    asked = {kind: match[0] for kind, form in _FIGURES.items() if (match := form.search(question))}
    if len(asked) != 1 or not places:
        return ""
    ((wanted, word),) = asked.items()
    passage = places[0].evidence.passage
    around = " ".join([passage.text, *passage.heading_path, *passage.table_header, places[0].evidence.document.title])
    told = " ".join([places[0].text, *passage.table_header])
    other = any(form.search(told) for kind, form in _FIGURES.items() if kind != wanted)
    return word if other and not _FIGURES[wanted].search(around) else ""


def _of_other_year(place: Place, year: str) -> bool:
    """Tell whether a sentence, its headings or its paper name a year, and none of them the one that is asked for."""
    passage, document = place.evidence.passage, place.evidence.document
    own = {day.year for day in document.days}
    dated = YEAR.search(" ".join([place.text, *passage.heading_path, document.title])) or any(spans(place.text))
    around = place.around
    named = year in around or any(first <= int(year) <= last for first, last in spans(around))
    return bool(dated) and int(year) not in own and not named


def _gives_other_year(places: Sequence[Place], year: str) -> bool:
    """Tell whether the first sentence gives its value for other years, and nothing else cited names the one asked for."""
    said = places[0].text
    given = [match[0] for match in YEAR.finditer(said) if not _COMPARED.search(said[: match.start()])]
    around = " ".join([places[0].frame, *(place.framed for place in places[1:])])
    periods = [*spans(said), *spans(around)]
    named = year in YEAR.findall(around) or any(first <= int(year) <= last for first, last in periods)
    decided = places[0].evidence.passage.force is Force.DECISION
    return bool(given) and year not in given and not named and not decided


def _gives_other_period(place: Place, asked: tuple[int, int]) -> bool:
    """Tell whether a place names periods as long as the one asked for, and neither that one nor a year of it."""
    near = place.framed
    told = list(spans(near))
    if any(one == asked or (asked[1] - asked[0] > 1 and one[0] <= asked[1] and asked[0] <= one[1]) for one in told):
        return False
    return bool(told) and not any(asked[0] <= int(year) <= asked[1] for year in YEAR.findall(near))


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the first and last year of each period that a text names; a month ("2025-03") makes none."""
    for one, other in _PERIOD.findall(text):
        first, last = int(one), int(other)
        whole = last if last > 99 else first // 100 * 100 + last
        if first < whole:
            yield first, whole
