"""The names that an index knows, by which a question is read: cases, bodies with their short names, people, parties."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from index import swedish
from index.hits import EVERYONE
from ingest import identifiers
from ingest.documents import DocumentMetadata, Kind

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
# A case number's letters name a board when most documents with these letters are that board's.
LEAST_SHARE = 0.5
SHORTEST_SURNAME = 4
MINUTES = (Kind.PROTOKOLL, Kind.PROTOKOLLSUTDRAG)

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
    # Full name by family name, where only one person has it.
    surnames: Mapping[str, str] = field(default_factory=dict)
    # Days of meetings by body, "" for those of any; the latest is looked for among those that have been.
    meetings: Mapping[str, tuple[dt.date, ...]] = field(default_factory=dict)


def directory(documents: Iterable[DocumentMetadata]) -> Directory:
    """Return the names that these documents hold."""
    numbers: dict[tuple[int, int], set[str]] = {}
    boards: Counter[str] = Counter()
    letters: dict[str, Counter[str]] = {}
    people: dict[str, str] = {}
    meetings: dict[str, set[dt.date]] = {}
    open_names: set[str] = set()
    parties = {folded(name): short for name, short in PARTIES.items()}
    for document in documents:
        for number in document.case_numbers:
            key = identifiers.case_key(number)
            if key is not None:
                numbers.setdefault(key[:2], set()).add(number)
                if key[2] and document.board:
                    letters.setdefault(key[2], Counter())[document.board] += 1
        boards.update([document.board] if document.board else [])
        for person in document.people:
            people[folded(person.name)] = person.name
        parties.update({folded(party): party for party in document.parties if len(party) > 3})
        # A question is told the day and the full name: only what every reader may know.
        if EVERYONE.isdisjoint(document.access):
            continue
        open_names.update(person.name for person in document.people)
        if document.kind in MINUTES and document.meeting_date:
            for body in {document.board or "", ""}:
                meetings.setdefault(body, set()).add(document.meeting_date)
    return Directory(
        case_numbers={key: tuple(sorted(values)) for key, values in numbers.items()},
        boards=_short_names(boards) | {folded(board): board for board in boards},
        abbreviations=_abbreviations(boards, letters),
        people={name: full for name, full in people.items() if " " in name},
        parties=parties,
        surnames=_surnames(open_names),
        meetings={body: tuple(sorted(days)) for body, days in meetings.items()},
    )


def folded(text: str) -> str:
    """Return text in lower case, of the same length, so that offsets hold."""
    folded = text.lower()
    return folded if len(folded) == len(text) else "".join(character.lower()[:1] for character in text)


def _short_names(boards: Iterable[str]) -> dict[str, str]:
    """Return the assembly by its last word, and a body of two matters by each of them, where only one can be meant."""
    owners: dict[str, set[str]] = {}
    for board in boards:
        plain = folded(board)
        names = [ASSEMBLY] if plain.endswith(ASSEMBLY) else []
        ending = next((ending for ending in BODY_ENDINGS if plain.endswith(ending)), "")
        first, joined, last = plain.partition("- och ")
        if joined and ending and " " not in first + last:
            names += [first + ending, last]
        for name in names:
            owners.setdefault(name, set()).add(board)
    return {name: next(iter(owner)) for name, owner in owners.items() if len(owner) == 1}


def _surnames(names: Iterable[str]) -> dict[str, str]:
    """Return full names by family name, without those that several people share."""
    owners: dict[str, set[str]] = {}
    for name in names:
        first, _, last = name.rpartition(" ")
        if first and len(last) >= SHORTEST_SURNAME:
            owners.setdefault(last, set()).add(name)
    return {last: next(iter(owner)) for last, owner in owners.items() if len(owner) == 1}


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
    first = "".join(word[0] for word in names)
    found = {first} if len(names) > 1 else set()
    ending = _ending(names[-1])
    if ending:
        found.add(first + ending)
        # "KSAU": kommun-styrelsens arbets-utskott.
        found.add("".join(word[0] + _ending(swedish.nominative(word)) for word in names))
    return {initials.upper() for initials in found}


def _ending(word: str) -> str:
    """Return the first letter of what a body is called last, where something stands before it."""
    return next((ending[0] for ending in BODY_ENDINGS if word.endswith(ending) and word != ending), "")
