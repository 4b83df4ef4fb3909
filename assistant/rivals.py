"""Let a value be outranked by one that names more of what is asked, or counts all of it: the limit of a speech by that of a reply; pure."""

import datetime as dt
import re
from collections.abc import Sequence

from assistant.days import MONTHS
from assistant.figures import asks_for_all, asks_for_some, counts_all, counts_some
from assistant.named import asked_number
from assistant.offices import asks_for_authority
from assistant.question import Understanding
from assistant.scoring import Scored, Scorer
from assistant.things import WHOLE_THING, absent
from assistant.values import ValueKind, values
from assistant.verify import Evidence
from index.swedish import STOP_WORDS, words
from ingest.documents import Block, Passage
from ingest.swedish_dates import is_year

# Of so many sentences the best is chosen; the others are looked at for one that outranks it.
FIRST = 5
LOOKED_AT = 40
# A number is that of another party where its paper holds so much less of the question.
MORE_OF_IT = 0.1
# From this share of the form on a sentence tells a value of the kind asked for.
HALF_FORM = 0.5
# What counts all holds this share of what the sentence that counts some holds of the question.
HOLDS_AS_MUCH = 0.5
# Below this nothing in a sentence has the form of the value asked for.
NO_FORM = 0.1
# A value has this much of the form of the answer.
FORMED = 0.4
LIKELY = 8
# A row comes near the first sentence, in all and in its form.
NEAR_FIRST = 0.6
NEAR_FORM = 0.4
# "Mar", "maj" and "jun" are no names of months in many sentences.
SHORTEST_MONTH = 4
SUMS = frozenset("summa totalt total totala summan samtliga".split())
# "Vad kostar en ny cykelbro", "att en cykelbro skulle kosta".
_PRICED = re.compile(
    r"\bkosta(?:r|de)? (?:en|ett) (?:[^\W\d_]+[ay] )?([^\W\d_]{5,})\b|\batt (?:en|ett) (?:[^\W\d_]+[ay] )?([^\W\d_]{5,}) (?:skulle|ska|kan|kommer att|får) kosta\b",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\b(?:nästa|nästkommande)\b", re.IGNORECASE)
# A heading that names several things leaves open which of them a sentence below is about.
_JOINS = (" och ", " samt ", " eller ", "/", ",")


def without_rivals(scored: Sequence[Scored], scorer: Scorer) -> list[Scored]:
    """Return ranked sentences, those before a neighbour that tells the same kind of value of more that is asked behind it.

    The neighbour stands in the same section, has the form of the answer as well, is as near in meaning, and names all
    that the other names of the question and more.
    """
    ranked = list(scored)
    for _ in range(FIRST):
        if len(ranked) < 2 or ranked[0].fits < HALF_FORM:
            break
        named = scorer.named(_told(ranked[0]))
        better = next((one for one in ranked[1:LOOKED_AT] if _outranks(one, ranked[0], named, scorer)), None)
        if better is None:
            break
        place = ranked.index(better)
        ranked[: place + 1] = [better, *ranked[:place]]
    return ranked


def month_first(question: str, ranked: Sequence[Scored]) -> list[Scored]:
    """Return ranked sentences; those under another month's heading behind, where a calendar has one for the month asked about."""
    asked = {MONTHS[word] for word in words(question) if len(word) >= SHORTEST_MONTH and word in MONTHS}
    if len(asked) != 1 or asked.isdisjoint(map(_month_above, ranked[:LOOKED_AT])):
        return list(ranked)
    return sorted(ranked, key=lambda one: _month_above(one) not in {None, *asked})


def _month_above(one: Scored) -> int | None:
    """Return the month that the heading of a sentence is, and nothing more."""
    path = one.candidate.evidence.passage.heading_path
    return MONTHS.get(path[-1].strip(" :.").casefold()) if path else None


def next_first(question: str, ranked: Sequence[Scored], scorer: Scorer) -> list[Scored]:
    """Return ranked sentences; where the next time is asked for, the latest day of those that say the same before earlier ones."""
    if not ranked or not _NEXT.search(question):
        return list(ranked)
    first = ranked[0]
    named, day = scorer.named(first.candidate.text), last_day(first.candidate.text)
    same = [
        one
        for one in ranked[:LOOKED_AT]
        if one.fits >= first.fits and scorer.named(one.candidate.text) >= named and last_day(one.candidate.text) > day
    ]
    latest = max(same, key=lambda one: last_day(one.candidate.text), default=first) if day else first
    return [latest, *(one for one in ranked if one is not latest)]


def formed_first(ranked: Sequence[Scored]) -> list[Scored]:
    """Return ranked sentences; where the first holds no value of the kind asked for, one of its section that does before it.

    What is relieved, announced or named in one sentence has its day, sum or person in the next.
    """
    if not ranked or ranked[0].fits >= NO_FORM:
        return list(ranked)
    first = ranked[0]
    section = section_of(first.candidate.evidence)
    told = (
        one
        for one in ranked[1:LIKELY]
        if one.fits >= HALF_FORM
        and section_of(one.candidate.evidence) == section
        and one.score >= first.score - NEAR_FIRST
    )
    formed = next(told, first)
    return [formed, *(one for one in ranked if one is not formed)]


def office_first(question: str, ranked: Sequence[Scored]) -> list[Scored]:
    """Return ranked sentences; where it is asked who may decide, one that says so near the first before a first that only names somebody."""
    if not ranked or not asks_for_authority(question) or ranked[0].fits > FORMED:
        return list(ranked)
    first = ranked[0]
    told = (one for one in ranked[1:LIKELY] if one.fits > HALF_FORM and one.score >= first.score - NEAR_FIRST)
    office = next(told, first)
    return [office, *(one for one in ranked if one is not office)]


def named_first(understanding: Understanding, ranked: Sequence[Scored]) -> list[Scored]:
    """Return ranked sentences; where the first and what stands round it hold no name of the question, one with the form of the answer that does."""
    names = [value.text for value in understanding.named if value.kind is ValueKind.NAME]
    # Of what a thing costs the same holds: a sum that nothing binds to it is that of something else.
    names = names or [match[1] or match[2] for match in _PRICED.finditer(understanding.text)]
    if not ranked or not names or _holds_name(names, ranked[0], around=True):
        return list(ranked)
    held = next(
        (one for one in ranked[1:LIKELY] if one.fits >= FORMED and _holds_name(names, one, around=False)), ranked[0]
    )
    return [held, *(one for one in ranked if one is not held)]


def numbered_first(understanding: Understanding, ranked: Sequence[Scored], scorer: Scorer) -> list[Scored]:
    """Return ranked sentences; where a number of a named kind is asked for, the one in whose paper most of the question stands first.

    Every contract has an "organisationsnummer": whose it is stands beside it, or in the title.
    """
    name = asked_number(understanding.text)
    if not ranked or not name:
        return list(ranked)
    told = [one for one in ranked[:LOOKED_AT] if one.fits >= HALF_FORM]
    best = max(told, key=lambda one: _of_whom(one, name, scorer), default=ranked[0])
    if not told or _of_whom(best, name, scorer) <= _of_whom(told[0], name, scorer) + MORE_OF_IT:
        return list(ranked)
    return [best, *(one for one in ranked if one is not best)]


def _of_whom(one: Scored, name: str, scorer: Scorer) -> float:
    """Return the share of the question that stands in a sentence, round it and in the title of its paper, however the number is called there."""
    candidate = one.candidate
    passage = candidate.evidence.passage
    return scorer.coverage(
        " ".join([name, passage.text, candidate.before, *passage.heading_path, candidate.evidence.document.title])
    )


def headed_first(understanding: Understanding, ranked: Sequence[Scored]) -> list[Scored]:
    """Return ranked sentences; a row of figures that begins with what the question names, before a first one that does not name it.

    What a row is about stands in its first cell, and in the columns and the title of its table.
    """
    if not ranked:
        return []
    first = ranked[0]
    told = " ".join([_told(first), *first.candidate.evidence.passage.heading_path[-1:]])
    for one in ranked[1:LIKELY]:
        same = one.candidate.evidence.document.id == first.candidate.evidence.document.id
        near = same and one.score >= first.score - NEAR_FIRST and one.covered >= HOLDS_AS_MUCH * first.covered
        head = _head(one) if near and one.fits >= max(HALF_FORM, first.fits - NEAR_FORM) else []
        if head and not absent(head, understanding.text) and absent(head, told, WHOLE_THING):
            return [one, *(other for other in ranked if other is not one)]
    return list(ranked)


def _head(one: Scored) -> list[str]:
    """Return the words that a row of a table begins with, without its number; nothing of a sum, or where no column has a name."""
    passage = one.candidate.evidence.passage
    if passage.block is not Block.TABLE_ROW or not any(passage.table_header):
        return []
    cell = next((cell for cell in passage.cells if any(map(str.isalpha, cell)) or is_year(cell.strip())), "")
    head = [word for word in words(cell) if word not in STOP_WORDS and (len(word) > 1 or word.isalpha())]
    return [] if SUMS.intersection(head) else head


def _holds_name(names: Sequence[str], one: Scored, *, around: bool) -> bool:
    candidate = one.candidate
    passage, document = candidate.evidence.passage, candidate.evidence.document
    parts = [candidate.text, *passage.table_header]
    if around:
        parts += [
            passage.text,
            candidate.before,
            *passage.heading_path,
            document.title,
            document.board or "",
            document.municipality or "",
        ]
    said = " ".join(parts)
    return any(not absent(words(name), said) for name in names)


def whole_first(understanding: Understanding, ranked: Sequence[Scored]) -> list[Scored]:
    """Return ranked sentences; one that counts all before a first one that counts only some of them.

    Some are those that a word tells apart which the question does not say: "27 auktoriserade tolkar" of "totalt 176 tolkar".
    """
    unit, question = understanding.unit, understanding.text
    if not ranked or unit is None or asks_for_some(question):
        return list(ranked)
    first = ranked[0]
    said = first.candidate.text
    if not (counts_some(understanding, said, unit) or (asks_for_all(question) and not asks_for_all(said))):
        return list(ranked)
    whole = next((one for one in ranked[1:LOOKED_AT] if _is_whole_of(one, first, understanding, unit)), first)
    return [whole, *(one for one in ranked if one is not whole)]


def _is_whole_of(one: Scored, first: Scored, understanding: Understanding, unit: str) -> bool:
    mine, other = one.candidate, first.candidate
    same_paper = mine.evidence.document.id == other.evidence.document.id
    holds = one.fits >= first.fits and one.covered >= HOLDS_AS_MUCH * first.covered
    return same_paper and holds and counts_all(understanding, mine.text, unit)


def has_been(question: str, text: str, day: dt.date | None) -> bool:
    """Tell whether the next time is asked for, and all days that a text gives were over when its paper was written."""
    if day is None or not _NEXT.search(question):
        return False
    last = tuple(part for part in last_day(text) if part)
    return bool(last) and last < (day.year, day.month, day.day)[: len(last)]


def last_day(text: str) -> tuple[int, ...]:
    """Return the last day or month that a text gives with its year, as numbers; () without one."""
    days = (value.key.split("|") for value in values(text) if value.kind is ValueKind.DATE)
    return max((tuple(int(part or 0) for part in day) for day in days if day[0]), default=())


def own_words(text: str, passage: Passage) -> str:
    """Return a sentence with what says what it is about: its filled columns, and its heading if that names one thing."""
    columns = list(passage.table_header)
    if len(passage.cells) == len(columns):
        columns = [name for name, cell in zip(columns, passage.cells, strict=True) if any(map(str.isalnum, cell))]
    return " ".join([text, *columns, *(one for one in passage.heading_path[-1:] if not _joined(one))])


def section_of(evidence: Evidence) -> tuple[str, str]:
    """Return what tells the § or the section that a passage stands in."""
    passage = evidence.passage
    return evidence.document.id, passage.section_sign or " / ".join(passage.heading_path)


def _outranks(one: Scored, first: Scored, named: frozenset[str], scorer: Scorer) -> bool:
    mine, other = one.candidate, first.candidate
    return (
        one.fits >= first.fits
        and mine.likeness >= other.likeness
        and section_of(mine.evidence) == section_of(other.evidence)
        and named < scorer.named(mine.text)
        and not scorer.beyond(mine)
    )


def _told(one: Scored) -> str:
    """Return a sentence with the one before it, which may name what it speaks of."""
    before = one.candidate.before
    return (
        one.candidate.text
        if _joined(before) and not before.rstrip().endswith((".", ":"))
        else f"{before} {one.candidate.text}"
    )


def _joined(heading: str) -> bool:
    return any(join in heading for join in _JOINS)
