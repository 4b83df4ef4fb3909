"""Tell sentences apart that say the same of different things, days or stages: the one that the question names comes first; pure."""

import re
from collections.abc import Sequence

from assistant.bodies import level, named_bodies
from assistant.days import MONTHS
from assistant.question import Asked, Understanding
from assistant.rivals import HALF_FORM, LIKELY, NEAR_FIRST
from assistant.scoring import WISH_ASKED, Scored, Scorer
from assistant.things import unspoken
from assistant.values import ValueKind, supported, values
from index.swedish import STOP_WORDS, words
from ingest.documents import Force
from ingest.swedish_dates import YEAR_OF_FIGURES

# Two sentences share this much of their words, and at least so many, where they say the same of two things.
TWIN_SHARE = 0.7
LEAST_TWIN = 4
_FIGURES = frozenset({ValueKind.NUMBER, ValueKind.PERCENT, ValueKind.DATE})
# Of the same told twice what was said last applies.
_IN_THE_END = re.compile(r"\b(?:till slut|slutlig\w*|slutändan|till sist|numera|nu|senaste)\b", re.IGNORECASE)
# What held before is not asked for: "efter förlängningen", "efter höjningen".
AFTER_CHANGE = re.compile(r"\befter (?:den |det )?([^\W\d_]{3,}(?:ning|ring)(?:en|arna)?)\b", re.IGNORECASE)


def twin_first(understanding: Understanding, ranked: Sequence[Scored], scorer: Scorer) -> list[Scored]:
    """Return ranked sentences; before the first one that says the same more nearly of what the question names.

    Papers tell of many things in the same words ("Avgiften för Ekvik lokaler är 45 kronor", "Avgiften för Ekvik är 40
    kronor"), of one thing month by month, and of what was planned as of what was decided in the end.
    """
    if not ranked or understanding.wants(Asked.PERSON):
        return list(ranked)
    ranked = _of_year(understanding.text, ranked)
    first = ranked[0]
    near = [one for one in ranked[1:LIKELY] if one.fits >= first.fits]
    better = next((one for one in ranked[1:LIKELY] if _tells_change(understanding.text, one, first)), None)
    better = better or next((one for one in near if _nearer(understanding, one, first, scorer)), None)
    better = better or next((one for one in near if _settles(understanding.text, one, first)), None)
    if better is None and _IN_THE_END.search(understanding.text):
        later = [one for one in near if _same(one, first) and _day(one) > _day(first)]
        better = max(later, key=_day, default=None)
    return list(ranked) if better is None else [better, *(one for one in ranked if one is not better)]


def _of_year(question: str, ranked: Sequence[Scored]) -> list[Scored]:
    """Return ranked sentences; before a first one that names other years alone one that comes near and names the year asked about."""
    asked, first = set(YEAR_OF_FIGURES.findall(question)), ranked[0]
    if not asked or not _years(first) or asked & _years(first):
        return list(ranked)
    near = (one for one in ranked[1:LIKELY] if one.fits >= first.fits and one.score >= first.score - NEAR_FIRST)
    right = next((one for one in near if asked <= _years(one)), first)
    return [right, *(one for one in ranked if one is not right)]


def _years(one: Scored) -> set[str]:
    """Return the years that a sentence, its columns and its heading name."""
    passage = one.candidate.evidence.passage
    return set(
        YEAR_OF_FIGURES.findall(" ".join([one.candidate.text, *passage.table_header, *passage.heading_path[-1:]]))
    )


def _tells_change(question: str, one: Scored, first: Scored) -> bool:
    """Tell whether a sentence tells the change after which something is asked for, where the first tells none."""
    change = AFTER_CHANGE.search(question)
    if change is None or one.fits < HALF_FORM:
        return False
    told, others = (
        " ".join([found.text, *found.evidence.passage.heading_path]) for found in (one.candidate, first.candidate)
    )
    wanted = (change[1].casefold(),)
    return bool(unspoken(wanted, f"{others} {first.candidate.before}")) and not unspoken(wanted, told)


def _nearer(understanding: Understanding, one: Scored, first: Scored, scorer: Scorer) -> bool:
    """Tell whether a sentence has the words of another but for a few, and those, or its days, are the question's as the other's are not."""
    alike = one.candidate.evidence.passage.force is first.candidate.evidence.passage.force
    if not (alike and _same(one, first)):
        return False
    mine, other = _subject_words(one), _subject_words(first)
    own, its = (" ".join(found - (mine & other)) for found in (mine, other))
    if its and not scorer.named(its) and (not own or scorer.named(own)):
        return True
    days = [value for value in understanding.named if value.kind is ValueKind.DATE]
    told, others = (values(scored.candidate.text) for scored in (one, first))
    return bool(days) and all(supported(day, told) for day in days) and not any(supported(day, others) for day in days)


def _settles(question: str, one: Scored, first: Scored) -> bool:
    """Tell whether a sentence decides what another says with other figures, later and by as high a body, where neither is asked about."""
    mine, other = one.candidate.evidence, first.candidate.evidence
    if mine.passage.force is not Force.DECISION or WISH_ASKED.search(question) or named_bodies(question):
        return False
    above = level(mine.document.board) > level(other.document.board)
    return above and _day(one) > _day(first) and _same(one, first)


def _same(one: Scored, first: Scored) -> bool:
    """Tell whether two sentences, points or rows have most words in common and tell other figures."""
    if one.candidate.evidence.passage.block is not first.candidate.evidence.passage.block:
        return False
    mine, other = _subject_words(one), _subject_words(first)
    same, told = len(mine & other), values(first.candidate.text)
    figures = [value for value in values(one.candidate.text) if value.kind in _FIGURES]
    if all(supported(value, told) for value in figures):
        return False
    return same >= LEAST_TWIN and same >= TWIN_SHARE * max(len(mine), len(other))


def _subject_words(one: Scored) -> set[str]:
    """Return the words of a sentence that are no figures and no months."""
    said = {word for word in words(one.candidate.text) if not any(map(str.isdigit, word))}
    return said - STOP_WORDS - MONTHS.keys()


def _day(one: Scored) -> str:
    day = one.candidate.evidence.document.day
    return day.isoformat() if day else ""
