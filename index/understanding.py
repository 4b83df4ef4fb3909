"""What a question names, found without a model: case numbers, §§, dates, periods, boards, kinds, people, parties.

An exact diarienummer, and a § together with its board or day, is looked up or filters; everything else only lifts the
documents it fits, since what answers a question about one board often stands in the papers of another. The user sees
each recognised part and can take it away.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from index import asking, swedish
from index.directory import BODY_ENDINGS, PARTIES, Directory, folded
from index.everyday_names import bodies_meant
from index.hits import Effect, Recognised
from ingest import identifiers, periods, swedish_dates
from ingest.documents import Force, Kind

# Longer than any question; what follows is a pasted text, whose every name would be a wish.
MOST_CHARACTERS = 4000
KIND_WORDS: Mapping[str, Kind] = {
    "tjänsteskrivelse": Kind.TJANSTESKRIVELSE,
    "tjänsteutlåtande": Kind.TJANSTESKRIVELSE,
    "revisionsrapport": Kind.REVISIONSRAPPORT,
    "nämndinitiativ": Kind.NAMNDINITIATIV,
    "motion": Kind.MOTION,
    "interpellation": Kind.INTERPELLATION,
    "protokoll": Kind.PROTOKOLL,
    "protokollsutdrag": Kind.PROTOKOLLSUTDRAG,
    "yttrande": Kind.YTTRANDE,
    "delegationsordning": Kind.DELEGATION,
    "delegationsbeslut": Kind.DELEGATION,
    "avtal": Kind.AVTAL,
    "kallelse": Kind.KALLELSE,
}
# "§§ 12, 13 och 17" after the first.
_FURTHER_SECTIONS = re.compile(r"(?:\s*(?:,|och|samt)\s*(?:§\s*)?\d{1,3}(?![\w/:.-]*\d))+")
_PLURAL = re.compile(r"§§|paragrafer", re.IGNORECASE)
MOST_SECTIONS = 12
_CASE = re.compile(r"(?<!\w)ärendet?(?=\s+\d{2,4}[/:.-]\d)", re.IGNORECASE)
# "diarienumret 2031-12": the word says no more than the number does.
_LABEL_BEFORE = re.compile(r"(?<!\w)(?:(?:diarie|ärende)n(?:ummer|umret|r)|dnr)\.?:?\s*$", re.IGNORECASE)
_LATEST_MEETING = re.compile(
    r"(?<!\w)(?:senaste|sista|förra)\s+(?:\w+s\s+)?(?:möte|sammanträde|protokoll)(?:t|et)?(?!\w)", re.IGNORECASE
)
_LONGER_SHORTS = tuple(short for short in PARTIES.values() if len(short) > 1)


@dataclass(frozen=True, slots=True)
class Understanding:
    """Hold the recognised parts of a question and what they mean for the search."""

    recognised: tuple[Recognised, ...] = ()
    # Canonical case numbers of documents, and those that only stand in some text (a list of decisions, say).
    case_numbers: tuple[str, ...] = ()
    in_texts: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    boards: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    people: tuple[str, ...] = ()
    # What the passage that answers does in its case, where the question says so.
    forces: tuple[Force, ...] = ()
    # First and last day of each date or period named.
    spans: tuple[tuple[dt.date, dt.date], ...] = ()


def understand(
    text: str,
    known: Directory,
    today: dt.date,
    ignore: frozenset[str] = frozenset(),
    in_index: Callable[[str], bool] = lambda word: False,
    in_texts: Callable[[str], str] = lambda number: "",
) -> Understanding:
    """Return what a question names, without the parts whose value the user removed.

    ``in_index`` says whether a word stands anywhere in the documents: a body they write about is not unknown.
    ``in_texts`` returns how some text writes a case number, or "".
    Of a pasted document only the beginning is read for names.
    """
    text = text[:MOST_CHARACTERS]
    parts = _parts(text, known, ignore, in_index, in_texts)
    spans = []
    boards = [part.value for part in parts if part.kind == "board" and part.known]
    for part, span in (*_times(text, today), *_latest_meeting(text, known, boards, today)):
        if part.value not in ignore and not _overlaps(part, parts):
            parts.append(part)
            spans.append(span)

    def values(kind: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(part.value for part in parts if part.kind == kind and part.known))

    return Understanding(
        recognised=tuple(sorted(parts, key=lambda part: part.start)),
        case_numbers=tuple(part.value for part in parts if part.kind == "case_number" and looked_up(part)),
        in_texts=tuple(
            part.value for part in parts if part.kind == "case_number" and part.known and not looked_up(part)
        ),
        sections=values("section_sign"),
        boards=values("board"),
        kinds=tuple(Kind(value) for value in values("document_kind")),
        people=values("person"),
        forces=asking.forces(text),
        spans=tuple(spans),
    )


def _parts(
    text: str,
    known: Directory,
    ignore: frozenset[str],
    in_index: Callable[[str], bool],
    in_texts: Callable[[str], str],
) -> list[Recognised]:
    """Return what a question names but for days and periods, the surest first; no two from the same words."""
    parts: list[Recognised] = []
    for found in (
        _case_numbers(text, known, in_texts),
        _sections(text),
        _boards(text, known, in_index),
        _people(text, known),
        _parties(text, known),
        _kinds(text),
    ):
        for part in found:
            if part.value not in ignore and not _overlaps(part, parts):
                parts.append(part)
    return parts


def topic(text: str, recognised: Iterable[Recognised]) -> str:
    """Return a question without the known case numbers, their labels and §§: looked up, unless nothing else is left.

    Otherwise the line that repeats the number would win over the text that it stands above.
    """
    rest = text
    for part in sorted(recognised, key=lambda part: -part.start):
        if part.kind == "section_sign" or looked_up(part):
            rest = f"{_LABEL_BEFORE.sub('', rest[: part.start])} {rest[part.end :]}"
    return rest if any(word not in swedish.STOP_WORDS for word in swedish.words(rest)) else text


def looked_up(part: Recognised) -> bool:
    """Say whether a part is a case number by which documents are looked up."""
    return part.kind == "case_number" and part.known and part.effect is Effect.LOOKUP


def _case_numbers(text: str, known: Directory, in_texts: Callable[[str], str]) -> Iterable[Recognised]:
    capitals = text.upper()
    # "ks 2024/123" is only taken for a number where the index holds it: "i 2024/25" looks the same.
    typed_small = identifiers.find_case_numbers(capitals) if len(capitals) == len(text) else ()
    exact = identifiers.find_case_numbers(text)
    guessed = (*typed_small, *identifiers.find_loose_case_numbers(text))
    lettered = [found for found in guessed if _held(found.value, known)]
    # So is a bare number, where no letters beside it say whose it is, and one in any form after "ärende".
    labelled = identifiers.find_case_numbers(_CASE.sub(lambda match: f"{'dnr':<{len(match[0])}}", text))
    for found in (*lettered, *exact, *identifiers.find_bare_case_numbers(text), *guessed, *labelled):
        key = identifiers.case_key(found.value)
        candidates = known.case_numbers.get(key[:2], ()) if key else ()
        same = [number for number in candidates if identifiers.same_case(number, found.value)] or [
            number for number in candidates if identifiers.may_be_same_case(number, found.value)
        ]
        there = "" if same else in_texts(found.value)
        value = next(iter(same), there)
        # "2024/25 per elev": what only looks like letters says nothing of a number without any.
        if value and found in guessed and found not in exact and not _of_one_series(value, found.value):
            value = there = ""
        if not value and found not in exact:
            continue
        span = text[found.start : found.end]
        effect = Effect.BOOST if there else Effect.LOOKUP
        yield Recognised("case_number", value or found.value, span, found.start, found.end, effect, known=bool(value))


def _of_one_series(one: str, other: str) -> bool:
    """Say whether two numbers bear the same letters, those of the whole municipality's series or none."""
    letters = {key[2] for key in map(identifiers.case_key, (one, other)) if key}
    return len(letters - identifiers.CENTRAL - {""}) == 0 or len(letters) == 1


def _held(number: str, known: Directory) -> bool:
    """Say whether the index holds a number with just these letters."""
    key = identifiers.case_key(number)
    return key is not None and any(identifiers.case_key(held) == key for held in known.case_numbers.get(key[:2], ()))


def _sections(text: str) -> Iterable[Recognised]:
    laws = identifiers.find_law_sections(text)
    for found in identifiers.find_section_signs(text):
        if any(start <= found.start < end for start, end in laws):
            continue
        yield _part("section_sign", found.value, text, found.start, found.end)
        # "§§ 12-14 och 17": each is named; those without a place of their own stand at the end of the first.
        further = _FURTHER_SECTIONS.match(text, found.end) if _PLURAL.match(text, found.start) else None
        others = list(range(found.first + 1, min(found.last, found.first + MOST_SECTIONS) + 1))
        others += [int(number) for number in re.findall(r"\d+", further[0])] if further else []
        for number in others:
            yield _part("section_sign", f"§ {number}", text, found.end, found.end)


def _boards(text: str, known: Directory, in_index: Callable[[str], bool]) -> Iterable[Recognised]:
    plain = folded(text)
    # The longest name first: "kommunstyrelsens arbetsutskott" is not the board "kommunstyrelsen".
    for name in sorted(known.boards, key=len, reverse=True):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}s?(?!\w)", plain):
            yield _part("board", known.boards[name], text, match.start(), match.end())
    for match in re.finditer(r"(?<!\w)[A-ZÅÄÖ]{2,6}(?!\w)", text):
        if match[0] in known.abbreviations:
            yield _part("board", known.abbreviations[match[0]], text, match.start(), match.end())
    # Typed in small letters: "ks" is a body, "en" never; before a § a body stands in any letters ("Bun § 12").
    for match in re.finditer(r"(?<![\w/.-])[A-ZÅÄÖa-zåäö][a-zåäö]{1,5}(?![\w/.-])", text):
        board = known.abbreviations.get(match[0].upper())
        minuted = re.match(r"\s?§", text[match.end() :]) is not None
        if board and (minuted or not re.search("[aeiouyåäö]", match[0].lower())) and match[0] not in swedish.STOP_WORDS:
            yield _part("board", board, text, match.start(), match.end())
    for match in re.finditer(rf"(?<!\w)(?:[\wåäö]+- och )?\w{{2,}}(?:{'|'.join(BODY_ENDINGS)})s?(?!\w)", plain):
        stem = re.sub(r"s$", "", match[0])
        if all(in_index(word) for word in swedish.words(stem)):
            continue
        meant = bodies_meant(stem, known.boards)
        if len(meant) == 1:
            yield _part("board", next(iter(meant)), text, match.start(), match.end())
        if meant:
            # Of several bodies none is more wished for, but neither is the name unknown.
            continue
        yield Recognised(
            "board", stem, text[match.start() : match.end()], match.start(), match.end(), Effect.BOOST, known=False
        )


def _people(text: str, known: Directory) -> Iterable[Recognised]:
    plain = folded(text)
    for name, full in known.people.items():
        place = plain.find(name)
        if place >= 0 and not plain[place - 1 : place].isalnum():
            end = place + len(name)
            end += plain[end : end + 1] == "s" and not plain[end + 1 : end + 2].isalnum()
            yield _part("person", full, text, place, end)
    # A family name alone, told from a common word by its capital within the sentence.
    for match in re.finditer(r"(?<=[^\s.!?:] )[A-ZÅÄÖ][a-zåäöéü]{3,}(?:-[A-ZÅÄÖ][a-zåäöéü]+)?(?!\w)", text):
        family = next((name for name in (match[0], swedish.nominative(match[0])) if name in known.surnames), None)
        if family is not None:
            yield _part("person", known.surnames[family], text, match.start(), match.end())


def _parties(text: str, known: Directory) -> Iterable[Recognised]:
    plain = folded(text)
    for name, value in known.parties.items():
        for match in re.finditer(rf"(?<!\w){re.escape(name)}s?(?!\w)", plain):
            yield _part("party", value, text, match.start(), match.end())
    shorts = "|".join(sorted(set(PARTIES.values()), key=len, reverse=True))
    # A single letter is only sure in parentheses.
    for match in re.finditer(rf"\((?P<in>{shorts})\)|(?<![\w/-])(?P<bare>{'|'.join(_LONGER_SHORTS)})(?![\w/-])", text):
        yield _part("party", match["in"] or match["bare"], text, match.start(), match.end())


def _kinds(text: str) -> Iterable[Recognised]:
    for match in re.finditer(r"\w+", text):
        word = match[0].lower()
        stem = swedish.stem(word)
        for name, kind in KIND_WORDS.items():
            if stem == swedish.stem(name):
                yield _part("document_kind", kind.value, text, match.start(), match.end())


def _times(text: str, today: dt.date) -> Iterable[tuple[Recognised, tuple[dt.date, dt.date]]]:
    for found in swedish_dates.find_dates(text, today):
        day = found.precision is swedish_dates.Precision.DAY
        value = found.first.isoformat() if day else f"{found.first.isoformat()}/{found.last.isoformat()}"
        yield _part("date" if day else "period", value, text, found.start, found.end), (found.first, found.last)
    for period in periods.find_periods(text, today):
        first, last = period.first or dt.date.min, period.last or dt.date.max
        value = f"{period.first or ''}/{period.last or ''}"
        yield _part("period", value, text, period.start, period.end), (first, last)


def _latest_meeting(
    text: str, known: Directory, boards: Sequence[str], today: dt.date
) -> Iterable[tuple[Recognised, tuple[dt.date, dt.date]]]:
    """Return the day of the latest meeting of the body that is named, or of any, where a question asks for it."""
    match = _LATEST_MEETING.search(text)
    days = [day for body in boards or [""] for day in known.meetings.get(body, ()) if day <= today]
    if match and days:
        day = max(days)
        yield _part("date", day.isoformat(), text, match.start(), match.end()), (day, day)


def _part(kind: str, value: str, text: str, start: int, end: int) -> Recognised:
    return Recognised(kind, value, text[start:end], start, end, Effect.BOOST)


def _overlaps(part: Recognised, others: Sequence[Recognised]) -> bool:
    return any(part.start < other.end and other.start < part.end for other in others)
