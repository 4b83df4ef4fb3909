"""Check citations and claims against the stored documents, without trusting what the answer says of itself; pure.

The rules are those of ``docs/evaluation.md``. They are written apart from the assistant's own verification, so that
a hole in one is seen by the other; only the reading of numbers, dates and names is shared.
"""

import re
from collections.abc import Mapping, Sequence

from assistant.values import Value, supported, values
from eval.results import AnswerRecord, CitationRecord, ClaimRecord, StoredPlace

_DIGITS = re.compile(r"\d+")
_DECIDED = re.compile(r"\b(?:beslutade|beslutat|beslutats|beslutades|beslöt|beslöts|fattade beslut)\b", re.IGNORECASE)
_NEGATED = re.compile(r"\b(?:inte|ej|icke|aldrig|inga|inget|ingen|avslå\w*|avslog\w*)\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")


def fold(text: str) -> str:
    """Return a text with case and white space folded, the way every measure compares."""
    return " ".join(text.casefold().split())


def citation_problem(citation: CitationRecord, stored: StoredPlace | None) -> str | None:
    """Say why a quote does not stand verbatim at its place, or None."""
    name = f"citation {citation.number}"
    if stored is None:
        return f"{name}: the index holds no such passage"
    if not citation.quote.strip():
        return f"{name}: the quote is empty"
    if stored.text != citation.quote:
        return f"{name}: the quote does not stand at {citation.start}-{citation.end} of '{citation.document}'"
    if not stored.passage_start <= citation.start < citation.end <= stored.passage_end:
        return f"{name}: the quote lies outside the passage it names"
    if stored.passage != citation.passage:
        return f"{name}: the shown passage is not the stored one"
    return None


def claim_problems(answer: AnswerRecord, stored: Mapping[int, StoredPlace]) -> tuple[tuple[str, ...], ...]:
    """Return, for each claim in order, everything that is wrong with its support."""
    wrong = {citation.number: citation_problem(citation, stored.get(citation.number)) for citation in answer.citations}
    return tuple(_claim_problems(claim, wrong, stored) for claim in answer.claims)


def unsupported(claim: ClaimRecord, places: Sequence[StoredPlace]) -> tuple[str, ...]:
    """Return the numbers, dates, names and § of a claim that stand neither in the places nor in their context."""
    return _missing(claim.text, "\n".join(f"{place.passage}\n{place.context}" for place in places))


def not_in_passage(claim: ClaimRecord, place: StoredPlace) -> tuple[str, ...]:
    """Return the numbers, dates, names and § of a claim that do not stand in one cited passage itself."""
    return _missing(claim.text, place.passage)


def _missing(text: str, source: str) -> tuple[str, ...]:
    known = values(source)
    words = {word.casefold() for word in _WORD.findall(source)}
    digits = set(_DIGITS.findall(source))
    found = values(text)
    missing = [value for value in found if not value.weak and not _holds(value, known, words)]
    # A number that the shared reader of values did not see must still stand there, digit by digit.
    free = _without(text, found)
    return (*(value.text for value in missing), *(run for run in _DIGITS.findall(free) if run not in digits))


def _holds(value: Value, known: Sequence[Value], words: set[str]) -> bool:
    return supported(value, known) or fold(value.text) in words


def _claim_problems(
    claim: ClaimRecord, wrong: Mapping[int, str | None], stored: Mapping[int, StoredPlace]
) -> tuple[str, ...]:
    if not claim.citations:
        return ("a claim without a citation",)
    unknown = [number for number in claim.citations if number not in wrong]
    if unknown:
        return tuple(f"a claim cites [{number}], which is not among the citations" for number in unknown)
    problems = [problem for number in claim.citations if (problem := wrong[number])]
    places = [stored[number] for number in claim.citations if number in stored]
    problems += [f"'{value}' of a claim does not stand in its cited passages" for value in unsupported(claim, places)]
    return (*problems, *_wording_problems(claim, places))


def _wording_problems(claim: ClaimRecord, places: Sequence[StoredPlace]) -> tuple[str, ...]:
    """Look at what the claim adds to the words it cites."""
    text = fold(claim.text)
    quoted = [fold(place.text) for place in places]
    problems: list[str] = []
    if claim.check == "verbatim" and not any(quote in text or text in quote for quote in quoted if quote):
        problems.append("a claim called verbatim does not hold the words it cites")
    cited = " ".join(quoted)
    if _DECIDED.search(text) and not _DECIDED.search(cited) and all(place.force != "decision" for place in places):
        problems.append("a claim says 'beslutade' of a passage that is no decision")
    passages = " ".join(fold(place.passage) for place in places)
    if claim.check != "verbatim" and bool(_NEGATED.search(text)) and not _NEGATED.search(passages):
        problems.append("a claim denies what its cited passages do not deny")
    return tuple(problems)


def _without(text: str, found: Sequence[Value]) -> str:
    free = list(text)
    for value in found:
        free[value.start : value.end] = " " * (value.end - value.start)
    return "".join(free)
