"""What a question names, found without a model: case numbers, §§, dates, periods, boards, kinds, people, parties.

An exact diarienummer, and a § together with its board or day, is looked up or filters; everything else only lifts the
documents it fits, since what answers a question about one board often stands in the papers of another. The user sees
each recognised part and can take it away.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from index import asking, swedish
from index.hits import Effect, Recognised
from ingest import identifiers, swedish_dates
from ingest.documents import DocumentMetadata, Force, Kind

# What bodies of a municipality are called last; before it stands what makes the name.
BODY_ENDINGS = (
    "nämnden",
    "nämnd",
    "styrelsen",
    "styrelse",
    "fullmäktige",
    "utskottet",
    "utskott",
    "beredningen",
    "beredning",
)
# The one body that goes by its last word alone; "nämnden" or "styrelsen" is whoever writes.
ASSEMBLY = "fullmäktige"
# Longer than any question; what follows is a pasted text, whose every name would be a wish.
MOST_CHARACTERS = 4000
# A case number's letters name a board when most documents with these letters are that board's.
LEAST_SHARE = 0.5

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
# Parties of the Riksdag and their usual abbreviations; local parties are learned from the documents.
PARTIES: Mapping[str, str] = {
    "socialdemokraterna": "S", "moderaterna": "M", "centerpartiet": "C", "liberalerna": "L", "vänsterpartiet": "V",
    "miljöpartiet": "MP", "kristdemokraterna": "KD", "sverigedemokraterna": "SD",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Directory:
    """Hold the names that the index knows, by which a question is read."""

    case_numbers: Mapping[tuple[int, int], tuple[str, ...]] = field(default_factory=dict)
    boards: Mapping[str, str] = field(default_factory=dict)
    abbreviations: Mapping[str, str] = field(default_factory=dict)
    people: Mapping[str, str] = field(default_factory=dict)
    parties: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Understanding:
    """Hold the recognised parts of a question and what they mean for the search."""

    recognised: tuple[Recognised, ...] = ()
    # Canonical case numbers that the index holds.
    case_numbers: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    boards: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    people: tuple[str, ...] = ()
    # What the passage that answers does in its case, where the question says so.
    forces: tuple[Force, ...] = ()
    # First and last day of each date or period named.
    spans: tuple[tuple[dt.date, dt.date], ...] = ()


def directory(documents: Iterable[DocumentMetadata]) -> Directory:
    """Return the names that these documents hold."""
    numbers: dict[tuple[int, int], set[str]] = {}
    boards: Counter[str] = Counter()
    letters: dict[str, Counter[str]] = {}
    people: dict[str, str] = {}
    parties = {_folded(name): short for name, short in PARTIES.items()}
    for document in documents:
        for number in document.case_numbers:
            key = identifiers.case_key(number)
            if key is not None:
                numbers.setdefault(key[:2], set()).add(number)
                if key[2] and document.board:
                    letters.setdefault(key[2], Counter())[document.board] += 1
        boards.update([document.board] if document.board else [])
        for person in document.people:
            people[_folded(person.name)] = person.name
        parties.update({_folded(party): party for party in document.parties if len(party) > 3})
    return Directory(
        case_numbers={key: tuple(sorted(values)) for key, values in numbers.items()},
        boards=_short_names(boards) | {_folded(board): board for board in boards},
        abbreviations=_abbreviations(boards, letters),
        people={name: full for name, full in people.items() if " " in name},
        parties=parties,
    )


def understand(
    text: str,
    known: Directory,
    today: dt.date,
    ignore: frozenset[str] = frozenset(),
    in_index: Callable[[str], bool] = lambda word: False,
) -> Understanding:
    """Return what a question names, without the parts whose value the user removed.

    ``in_index`` says whether a word stands anywhere in the documents: a body they write about is not unknown.
    Of a pasted document only the beginning is read for names.
    """
    text = text[:MOST_CHARACTERS]
    parts: list[Recognised] = []
    for found in (
        _case_numbers(text, known),
        _sections(text),
        _boards(text, known, in_index),
        _people(text, known),
        _parties(text, known),
        _kinds(text),
    ):
        for part in found:
            if part.value not in ignore and not _overlaps(part, parts):
                parts.append(part)
    spans = []
    for part, span in _times(text, today):
        if part.value not in ignore and not _overlaps(part, parts):
            parts.append(part)
            spans.append(span)

    def values(kind: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(part.value for part in parts if part.kind == kind and part.known))

    return Understanding(
        recognised=tuple(sorted(parts, key=lambda part: part.start)),
        case_numbers=values("case_number"),
        sections=values("section_sign"),
        boards=values("board"),
        kinds=tuple(Kind(value) for value in values("document_kind")),
        people=values("person"),
        forces=asking.forces(text),
        spans=tuple(spans),
    )


def topic(text: str, recognised: Iterable[Recognised]) -> str:
    """Return a question without the known case numbers and §§, which are looked up, unless nothing else is left.

    Otherwise the line that repeats the number would win over the text that it stands above.
    """
    rest = text
    for part in sorted(recognised, key=lambda part: -part.start):
        if part.known and part.kind in ("case_number", "section_sign"):
            rest = f"{rest[: part.start]} {rest[part.end :]}"
    return rest if any(word not in swedish.STOP_WORDS for word in swedish.words(rest)) else text


def _case_numbers(text: str, known: Directory) -> Iterable[Recognised]:
    capitals = text.upper()
    # "ks 2024/123" is only taken for a number where the index holds it: "i 2024/25" looks the same.
    typed_small = identifiers.find_case_numbers(capitals) if len(capitals) == len(text) else ()
    exact = identifiers.find_case_numbers(text)
    for found in (*exact, *typed_small):
        key = identifiers.case_key(found.value)
        candidates = known.case_numbers.get(key[:2], ()) if key else ()
        same = [number for number in candidates if identifiers.same_case(number, found.value)]
        if not same and found not in exact:
            continue
        value = same[0] if same else found.value
        span = text[found.start : found.end]
        yield Recognised("case_number", value, span, found.start, found.end, Effect.LOOKUP, known=bool(same))


def _sections(text: str) -> Iterable[Recognised]:
    laws = identifiers.find_law_sections(text)
    for found in identifiers.find_section_signs(text):
        if any(start <= found.start < end for start, end in laws):
            continue
        span = text[found.start : found.end]
        yield Recognised("section_sign", found.value, span, found.start, found.end, Effect.BOOST)


def _boards(text: str, known: Directory, in_index: Callable[[str], bool]) -> Iterable[Recognised]:
    plain = _folded(text)
    # The longest name first: "kommunstyrelsens arbetsutskott" is not the board "kommunstyrelsen".
    for name in sorted(known.boards, key=len, reverse=True):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}s?(?!\w)", plain):
            yield _part("board", known.boards[name], text, match.start(), match.end())
    for match in re.finditer(r"(?<!\w)[A-ZÅÄÖ]{2,6}(?!\w)", text):
        if match[0] in known.abbreviations:
            yield _part("board", known.abbreviations[match[0]], text, match.start(), match.end())
    for match in re.finditer(rf"(?<!\w)(?:[\wåäö]+- och )?\w{{2,}}(?:{'|'.join(BODY_ENDINGS)})s?(?!\w)", plain):
        stem = re.sub(r"s$", "", match[0])
        if all(in_index(word) for word in swedish.words(stem)):
            continue
        yield Recognised(
            "board", stem, text[match.start() : match.end()], match.start(), match.end(), Effect.BOOST, known=False
        )


def _people(text: str, known: Directory) -> Iterable[Recognised]:
    plain = _folded(text)
    for name, full in known.people.items():
        place = plain.find(name)
        if place >= 0 and not plain[place - 1 : place].isalnum():
            end = place + len(name)
            end += plain[end : end + 1] == "s" and not plain[end + 1 : end + 2].isalnum()
            yield _part("person", full, text, place, end)


def _parties(text: str, known: Directory) -> Iterable[Recognised]:
    plain = _folded(text)
    for name, value in known.parties.items():
        for match in re.finditer(rf"(?<!\w){re.escape(name)}s?(?!\w)", plain):
            yield _part("party", value, text, match.start(), match.end())
    shorts = "|".join(sorted(set(PARTIES.values()), key=len, reverse=True))
    for match in re.finditer(rf"\(({shorts})\)", text):
        yield _part("party", match[1], text, match.start(), match.end())


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
    for period in swedish_dates.find_periods(text, today):
        first, last = period.first or dt.date.min, period.last or dt.date.max
        value = f"{period.first or ''}/{period.last or ''}"
        yield _part("period", value, text, period.start, period.end), (first, last)


def _part(kind: str, value: str, text: str, start: int, end: int) -> Recognised:
    return Recognised(kind, value, text[start:end], start, end, Effect.BOOST)


def _overlaps(part: Recognised, others: Sequence[Recognised]) -> bool:
    return any(part.start < other.end and other.start < part.end for other in others)


def _folded(text: str) -> str:
    """Return text in lower case, of the same length, so that offsets hold."""
    folded = text.lower()
    return folded if len(folded) == len(text) else "".join(character.lower()[:1] for character in text)


def _short_names(boards: Iterable[str]) -> dict[str, str]:
    """Return the assembly by its last word, where the index holds only one."""
    assemblies = [board for board in boards if _folded(board).endswith(ASSEMBLY)]
    return {ASSEMBLY: assemblies[0]} if len(assemblies) == 1 else {}


def _abbreviations(boards: Mapping[str, int], letters: Mapping[str, Counter[str]]) -> dict[str, str]:
    """Return what stands for each board: the letters of its case numbers, and its initials where they are its alone."""
    owners: dict[str, set[str]] = {}
    for board in boards:
        for initials in _initials(board):
            owners.setdefault(initials, set()).add(board)
    short = {initials: next(iter(owner)) for initials, owner in owners.items() if len(owner) == 1}
    for name, counts in letters.items():
        board, count = counts.most_common(1)[0]
        initials_fit = name in owners and board in owners[name]
        if len(name) > 1 and (initials_fit or (name not in short and count >= LEAST_SHARE * counts.total())):
            short[name] = board
    return short


def _initials(board: str) -> set[str]:
    """Return the initials a board may go by: with and without the body its last word ends in."""
    names = [word for word in swedish.words(board) if word not in ("och", "för", "i")]
    if not names:
        return set()
    ending = next((ending for ending in BODY_ENDINGS if names[-1].endswith(ending) and names[-1] != ending), "")
    first = "".join(word[0] for word in names)
    found = {first} if len(names) > 1 else set()
    if ending:
        found.add(first + ending[0])
    return {initials.upper() for initials in found}
