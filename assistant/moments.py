"""Say how well a sentence tells when, how often or how long; pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.days import MONTH_NAMES
from assistant.events import Bound, asked_event, bound
from assistant.letterheads import asks_for_own_day, is_head_line, papers
from assistant.question import Understanding
from assistant.values import Value, ValueKind, supported, values
from assistant.verify import Evidence
from index.swedish import stem, words
from ingest.swedish_dates import YEAR_WORD

_NUMBER = r"(?:\d+(?:[.,]\d+)?|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|sexton|arton|tjugo\w*|trettio|fyrtio|femtio|sextio|nittio)"
DURATION = re.compile(
    rf"\b{_NUMBER}(?:\s*(?:-|–|till|eller|och)\s*{_NUMBER})?(?:(?<=\d)|\s)\s*(?:[^\W\d_]+a\s+)?[^\W\d_]*?"
    r"(?:år|månad(?:er)?|veck(?:a|or)|dag(?:ar)?|dygn|timm(?:e|ar)|minut(?:er)?|kvartal|termin(?:er)?|mandatperiod(?:er)?)(?P<of>s)?\b",
    re.IGNORECASE,
)
HOW_LONG = re.compile(
    r"\b(?:hur (?:länge|snart|(?:snabbt|fort)(?![^?]*\b(?:kör\w*|åk(?:a|er))\b)|lång tid|lång bortovaro)|inom vilken tid)\b|\bhur lång\w* (?:(?:är|var|blir|blev|får|kan|ska|bör)\s(?:\w+\s){0,3}?)?\w*(?:tid|tiden|fristen|perioden)\b",
    re.IGNORECASE,
)
# A day, or so long before something.
_HOW_LATE = re.compile(r"\bhur (?:sent|tidigt)\b", re.IGNORECASE)
# "250331": day of a diarium, year first.
_DIGITS_DAY = re.compile(r"(?<![\d:/-])\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![\d:/-])")
_OFTEN = re.compile(
    r"\b(?:varje|varannan|vartannat|vart|var)\s+\w*\s*(?:dag|veck|månad|kvartal|termin|år|tredje)\w*|\bgång(?:er)?\s+(?:per|om|i)\b"
    r"|\b(?:årlig|månatlig|månadsvis|kvartalsvis|veckovis|daglig|löpande)\w*|\bgånger\b",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"\b(?:vilka tider|hur dags|klockan|vilken tid|\w*öppettid\w*|telefontid\w*|när (?:har|är|håller|hålls) (?:\w+ ){1,4}(?:öppe[tn]|öppna)"
    r"|när (?:ska|skall|får|måste|kan) (?:\w+ ){1,5}(?:ha|hålla|vara|hållas) (?:öppe[tn]|öppna))\b",
    re.IGNORECASE,
)
# "8-16", "09.00–15.30": hours of a day, where the question asks for some.
_HOURS = re.compile(
    r"(?<![\d.,:/-])(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)?\s?[-–]\s?(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)?(?![\d.,:/-]*\d)"
)
# "5 oktober–2 november": days between which something goes on, where "vilken tid" asks for them.
_SPAN_ASKED = re.compile(
    r"\b(?:under |inom )?vilken tid\b(?! på (?:dagen|dygnet|morgonen|förmiddagen|eftermiddagen|kvällen|natten))",
    re.IGNORECASE,
)
_SPAN = re.compile(
    rf"\b\d{{1,2}}(?: (?:{MONTH_NAMES})(?: (?:19|20)\d\d)?)?\s?(?:[-–]|till(?: och med)?(?: den)?)\s?\d{{1,2}} (?:{MONTH_NAMES})\b",
    re.IGNORECASE,
)
# "När får man …" asks for the condition as well as for a day.
_WHEN_ALLOWED = re.compile(r"^\W*när (?:får|måste|behöver) (?:jag|man|vi|du)\b", re.IGNORECASE)
_CONDITION = re.compile(r"\b(?:om|endast|tidigast|senast|minst|överstiger|överskrider)\b", re.IGNORECASE)
# What is asked for lies ahead; a day that had passed when the document was written does not tell it.
_AHEAD = re.compile(
    r"\bnär (?:ska|skall|kommer|väntas|beräknas|planeras|bör|måste|behöver|senast)\b|\bsenast när\b|\bnär \w+ senast\b",
    re.IGNORECASE,
)
# "Inom tre månader", "inom en tremånadersperiod", "senast nio månader före avtalstidens utgång".
_LENGTH = DURATION.pattern.replace("(?P<of>", "(?:")
_WITHIN = re.compile(
    rf"\b(?:inom|senast)\s+(?:{_LENGTH}|(?:en\s+|ett\s+)?\w*(?:dagars|veckors|månaders|års)\w*)|{_LENGTH} (?:före|innan|efter)\b",
    re.IGNORECASE,
)
# What has happened is asked for; a day on which it is wanted or meant to happen does not tell it.
_BEHIND = re.compile(
    r"\bnär (?!måste\b|skulle\b|borde\b)(?:\w{2,}(?:ade|tte|dde|te|de)s?|blev|fick|kom|gick|hölls?|togs?|skrevs?|gavs?|antogs?|valdes)\b",
    re.IGNORECASE,
)
_MEANT = re.compile(
    r"\b(?:senast|önskas|väntas|skulle|ska|skall|bör|planeras|beräknas|vill ha)\b[^.;,]*$", re.IGNORECASE
)
_HOW_OFTEN = re.compile(r"\bhur (?:ofta|många gånger)\b", re.IGNORECASE)
# A length of time, hours or a frequency is asked for: the day on which something happens is not.
TIMELESS = re.compile(rf"{HOW_LONG.pattern}|{_TIMES.pattern}|{_HOW_OFTEN.pattern}", re.IGNORECASE)
_WEEK = re.compile(r"\b(?:vecka|v\.)\s?\d{1,2}\b", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:tills?|t\.? ?o\.? ?m|längst|\w*period\w*)\b", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:från|fr\.? ?o\.? ?m|gäller)\b", re.IGNORECASE)
# "Ska inte vattnas efter den 15 augusti" tells how long it may be.
_NOT_AFTER = re.compile(r"\b(?:inte|ej|aldrig)\b[^.;]{0,40}\befter (?:den )?\d", re.IGNORECASE)
_SEASON = re.compile(
    r"\b(?:(?:första|andra|tredje|fjärde) (?:halvåret|kvartalet|tertialet)|(?:våren|sommaren|hösten|vintern|årsskiftet|vårterminen|höstterminen)"
    r"|(?:början|mitten|slutet) av (?:(?:19|20)\d\d|året))\b",
    re.IGNORECASE,
)
# By when something must be done is asked for; "när beslutades det senast" asks for the last time.
_DEADLINE_ASKED = re.compile(
    r"\bpå sig\b|\bdeadline\b|\bsista (?:\w+)?(?:dag|datum)\w*|\b(?:svars|ansöknings|inlämnings|anmälnings)(?:tid|datum|dag)\w*|\btidsfrist\w*"
    r"|\bsenast (?:när|ska|skall|måste|behöver|bör|kan)\b|\bnär (?:ska|skall|måste|behöver|bör)\b[^?]*\bsenast\b|\bnär \w+ (?:ska|måste|behöver) [^?]*\bsenast\b",
    re.IGNORECASE,
)
_DEADLINE = re.compile(
    r"\b(?:senast|sista|deadline|\w*frist\w*|\w*datum|före|innan|inom|till och med|fram till|t\.?\s?o\.?\s?m|till den|tillhanda|oss|klart?|klara|\w*period(?:en)?|lämnas in|inkomma|inges|inne"
    r"|(?:ska|skall|måste|bör) (?:\w+ ){0,2}?vara \w+(?:d|da|de|t|ta|na)|anstånd|förläng\w+|svarstid\w*|\w*tid(?:en)? (?:går|löper|gick|löpte) ut|upphör\w*|löper ut)\b",
    re.IGNORECASE,
)
# How old somebody becomes is no length of time.
_TURNS = re.compile(r"\bfyll(?:er|a|t|de)\s+$", re.IGNORECASE)
_AGE_ASKED = re.compile(r"\b(?:gam(?:mal|la)|ålder|åldrar|fyll\w*|år gam)", re.IGNORECASE)
# What a length of time that stands in the genitive may be of, and words from it within which that stands.
_TIMES_THEMSELVES = frozenset(map(stem, "tid period ålder tidsperiod intervall mellanrum sikt".split()))
FURTHEST_OWNER = 3
# "Tre månaders varsel" is how long before somebody has to give notice.
_NOTICE = frozenset(map(stem, "varsel framförhållning".split()))
_NOTICE_ASKED = re.compile(
    r"\b(?:uppsäg\w+|uppsagd?\w*|s[äa](?:ger|ga|gas|gs|ges|gts|gt|de)\b[^?]*\bupp|vräk\w+|avhys\w*|varsel\w*|(?:i förväg|innan) |hur (?:fort|snabbt|snart))\b",
    re.IGNORECASE,
)
# A day gone by, where one ahead is asked for, or the other way round.
PASSED = 0.2
# By when, counted from what happens, where a day ahead is asked for.
WITHIN = 0.8
# From when to when, or after when no more, where it is asked how long.
SPAN = 0.8
# From when, where it is asked how long.
BEGINNING = 0.3
# A condition, where it is asked when one may.
CONDITIONAL = 0.8
# What a day is worth on which something else happens, or nothing that is told.
BOUND_WORTH = {Bound.OTHER: 0.2, Bound.OPEN: 0.6, Bound.ASKED: 1.0}


@dataclass(frozen=True, slots=True)
class Day:
    """Hold a day, month, season or year that a text tells: where, how exactly (0-1), and its year, month and day."""

    span: tuple[int, int]
    worth: float
    parts: tuple[str, str, str] = ("", "", "")
    # A year alone.
    bare: bool = False


def tells_when(understanding: Understanding, text: str, evidence: Evidence) -> float:
    """Return 0-1: whether a sentence tells a day, hours, a length of time or how often, as the question asks."""
    question = understanding.text
    if is_head_line(text, evidence) and not asks_for_own_day(question):
        return 0.0
    deadline = _DEADLINE_ASKED.search(question) is not None
    if deadline and not _tells_deadline(understanding, text, evidence):
        return 0.0
    if _HOW_OFTEN.search(question):
        return 1.0 if _OFTEN.search(text) else 0.0
    if HOW_LONG.search(question):
        return _tells_how_long(understanding, text, deadline=deadline)
    if _HOW_LATE.search(question) and new_duration(question, text):
        return 1.0
    if _TIMES.search(question):
        spans = _SPAN_ASKED.search(question) is not None and _SPAN.search(text) is not None
        return 1.0 if spans or new_values(understanding, text, ValueKind.TIME) or _HOURS.search(text) else 0.0
    days = _days(understanding, text)
    if not days and _AHEAD.search(question) and _WITHIN.search(text):
        return WITHIN
    if days and _AHEAD.search(question):
        days = [day for day in days if not _passed(day.parts, evidence)]
        if not days:
            return PASSED
    if days and _BEHIND.search(question):
        days = [day for day in days if not _MEANT.search(text[: day.span[0]])]
        if not days:
            return PASSED
    # A whole date says more than "i november", and that more than a year.
    days = days or _rough_days(text)
    if not days:
        return CONDITIONAL if _WHEN_ALLOWED.search(question) and _CONDITION.search(text) else 0.0
    if papers(evidence.passage.heading_path) and not asks_for_own_day(question):
        # The day of a paper that is named there.
        return PASSED
    event = asked_event(question)
    if not event:
        return max(day.worth for day in days)
    return max(day.worth * BOUND_WORTH[_bound_at(event, text, day, evidence)] for day in days)


def _tells_how_long(understanding: Understanding, text: str, *, deadline: bool) -> float:
    """Return 0-1: whether a sentence tells a length of time, or from when or until when something holds."""
    if new_duration(understanding.text, text) or new_values(understanding, text, ValueKind.TIME):
        return 1.0
    dated = new_values(understanding, text, ValueKind.DATE) or (deadline and _DIGITS_DAY.search(text))
    if dated and deadline:
        return 1.0
    if _SPAN.search(text) or (dated and _NOT_AFTER.search(text)):
        return SPAN
    if not dated:
        return 0.0
    # From when something holds does not yet tell how long.
    return 0.6 if _UNTIL.search(text) else BEGINNING if _SINCE.search(text) else 0.0


def bound_to(understanding: Understanding, text: str, evidence: Evidence) -> Bound | None:
    """Tell whether a day that a text tells is that of the event asked for; None where no event or no day is told."""
    event = "" if TIMELESS.search(understanding.text) else asked_event(understanding.text)
    days = (_days(understanding, text) or _rough_days(text)) if event else []
    return max((_bound_at(event, text, day, evidence) for day in days), default=None)


def _bound_at(event: str, text: str, day: Day, evidence: Evidence) -> Bound:
    """Tell whether a day of a text is that of an event, by its clause or by its column or heading."""
    passage = evidence.passage
    told = text[slice(*day.span)]
    columns = zip(passage.table_header, passage.cells, strict=False)
    column = next((name for name, cell in columns if told in cell), "") if passage.cells else ""
    label = column or " ".join([*passage.table_header, *passage.heading_path[-1:]])
    return bound(event, text, day.span, label, year=day.bare)


def _days(understanding: Understanding, text: str) -> list[Day]:
    """Return the days and months that a text tells and the question does not."""
    found = []
    for value in new_values(understanding, text, ValueKind.DATE):
        year, month, day = value.key.split("|")
        found.append(Day((value.start, value.end), 0.6 + 0.2 * bool(year) + 0.2 * bool(day), (year, month, day)))
    return found


def _rough_days(text: str) -> list[Day]:
    """Return what else tells when: digits of a diarium, or else a week or a season, or else a year."""
    for pattern, worth in ((_DIGITS_DAY, 1.0), (_WEEK, 0.8), (_SEASON, 0.8), (YEAR_WORD, 0.4)):
        if found := [Day(match.span(), worth, bare=pattern is YEAR_WORD) for match in pattern.finditer(text)]:
            return found
    return []


def _tells_deadline(understanding: Understanding, text: str, evidence: Evidence) -> bool:
    """Tell whether a day, where a text names one, is spoken of as the last; a length of time is its own deadline."""
    passage = evidence.passage
    if not new_values(understanding, text, ValueKind.DATE) and not _DIGITS_DAY.search(text):
        return True
    around = " ".join([text, *passage.heading_path[-1:], *passage.table_header])
    return _DEADLINE.search(around) is not None or new_duration(understanding.text, text)


def new_duration(question: str, text: str) -> bool:
    """Tell whether a text names a length of time that the question does not."""
    known = set(words(question))
    aged = _AGE_ASKED.search(question) is not None
    return any(
        not _is_known(words(match.group()), known)
        and _of_its_own(match, text, known, notice=_NOTICE_ASKED.search(question) is not None)
        and (aged or not _TURNS.search(text[: match.start()]))
        for match in DURATION.finditer(text)
    )


def _of_its_own(match: re.Match[str], text: str, known: set[str], *, notice: bool) -> bool:
    """Tell whether a length of time stands alone, or is that of a thing which a question names: "tre månaders uppsägningstid"."""
    after = [stem(word) for word in words(text[match.end() :])[:FURTHEST_OWNER]] if match["of"] else []
    asked = {*map(stem, known), *_TIMES_THEMSELVES, *(_NOTICE if notice else ())}
    return not after or any(word in asked for word in after)


def _is_known(duration: Sequence[str], known: set[str]) -> bool:
    """Tell whether a question names a length of time; "en replik" names none of one minute."""
    return duration[0] in known and (duration[0] not in {"en", "ett"} or known.issuperset(duration))


def new_values(understanding: Understanding, text: str, *kinds: ValueKind) -> list[Value]:
    """Return the values of some kinds that a text tells and the question did not."""
    return [
        value
        for value in values(text)
        if value.kind in kinds and not value.weak and not supported(value, understanding.named)
    ]


def _passed(parts: Sequence[str], evidence: Evidence) -> bool:
    """Tell whether a day, given by year, month and day, had come when a document was written."""
    written = evidence.document.date or evidence.document.meeting_date
    year, month, day = (int(part) if part else 0 for part in parts)
    return (
        written is not None
        and year > 0
        and (year, month or 12, day or 31) <= (written.year, written.month, written.day)
    )


# When a body meets, and words that tell of it; "vem var chef när nämnden sammanträdde" asks for somebody.
_MEETS_ASKED = re.compile(
    r"^(?:(?!\b(?:vem|vems|vad|varför|vilken|vilket)\b)[^?])*?\b(?:när|hur ofta|hur många gånger|vilka (?:dagar|datum|tider))\b[^?]*\b(?:sammanträd\w*|träffas|möts|har [^?]*(?:möten?|sammanträden?))\b|\bvilka (?:möten|sammanträden)\b",
    re.IGNORECASE,
)
_MEETS = re.compile(r"\b(?:\w*sammanträd(?:er|de|e|en|ena|et)|\w*möte\w*|träffas|möts)\b", re.IGNORECASE)


def tells_no_meeting(question: str, shown: Sequence[str]) -> bool:
    """Tell whether a question asks when a body meets, and nothing that is cited tells of a meeting and a day or a time beside it."""
    told = (_MEETS.search(one) and re.search(r"\d|\b(?:gång|gånger|varje|månad\w*|veck\w+)\b", one) for one in shown)
    return _MEETS_ASKED.search(question) is not None and not any(told)
