"""Hundreds of generated lies about invented documents fall, and honest claims about them stand.

Each lie is a true sentence with one thing turned: a number, a day, a name, a board, a negation, a unit, a quote, a force.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from assistant.verify import DraftClaim, Evidence, Quote, check_claim
from eval.sample.papers import PAPERS
from ingest.documents import Block, DocumentMetadata, Force, Passage
from ingest.sentences import sentences

LIES_WANTED = 300
HONEST_WANTED = 100
MOST_LIES_THROUGH = 0.01
LEAST_HONEST_KEPT = 0.95
OF_EACH = 60
_MARKED = re.compile(r"^(?:#|~|_|\||-|\d+\.|\*|>|@|!)")
_MONTHS = "januari februari mars april maj juni juli augusti september oktober november december".split()
_NAMES = ("Alva Grönhult", "Birger Nystrand", "Disa Ormtoft")
_BOARDS = ("Idrottsnämnden", "Näringslivsnämnden")
_UNITS = {
    "kilometer": "meter",
    "timmar": "minuter",
    "minuter": "timmar",
    "veckor": "månader",
    "månader": "veckor",
    "dagar": "månader",
    "procent": "kronor",
    "miljoner": "tusen",
}


def _evidence() -> list[Evidence]:
    """Return the plain sentences of every invented paper, each as the passage of its document."""
    found = []
    for number, paper in enumerate(PAPERS):
        document = DocumentMetadata(
            id=f"{number:016x}",
            source=paper.path,
            title=paper.title,
            kind=paper.kind,
            content_hash="",
            board=paper.board,
            date=paper.date,
            meeting_date=paper.date,
            case_numbers=(paper.case_number,) if paper.case_number else (),
        )
        for block in paper.body.split("\n\n"):
            text = " ".join(block.split())
            if not text or _MARKED.match(text):
                continue
            for sentence in sentences(text):
                if 7 <= len(sentence.text.split()) <= 40 and sentence.text.endswith("."):
                    found.append(Evidence(document, _passage(sentence.text)))
    return found


def _passage(text: str) -> Passage:
    force = Force.PROPOSAL if re.search(r"\bföreslår\b", text) else Force.BACKGROUND
    return Passage(0, text, 0, len(text), 1, Block.PARAGRAPH, force)


EVIDENCE = _evidence()


def _claim(one: Evidence, text: str, quote: str = "") -> DraftClaim:
    return DraftClaim(text, (Quote(one, quote or one.passage.text),))


def _numbers(text: str, _: int) -> Iterator[str]:
    for match in re.finditer(r"(?<![\d,.§/:-])\b\d{1,3}(?: \d{3})*\b(?![\d,./:-])", text):
        digits = match.group()
        yield text[: match.start()] + str(int(digits[0]) % 9 + 1) + digits[1:] + text[match.end() :]


def _days(text: str, number: int) -> Iterator[str]:
    for match in re.finditer(rf"\b(\d{{1,2}}) ({'|'.join(_MONTHS)})\b", text):
        yield f"{text[: match.start(1)]}{int(match[1]) % 28 + 1}{text[match.end(1) :]}"
        yield f"{text[: match.start(2)]}{_MONTHS[(_MONTHS.index(match[2]) + 1 + number % 9) % 12]}{text[match.end(2) :]}"


def _years(text: str, _: int) -> Iterator[str]:
    for match in re.finditer(r"\b20\d\d\b(?![/–-])", text):
        yield f"{text[: match.start()]}{int(match.group()) + 3}{text[match.end() :]}"


def _names(text: str, number: int) -> Iterator[str]:
    for match in re.finditer(r"\b[A-ZÅÄÖ][a-zåäö]+ [A-ZÅÄÖ][a-zåäö]+\b", text):
        yield text[: match.start()] + _NAMES[number % len(_NAMES)] + text[match.end() :]


def _boards(text: str, number: int) -> Iterator[str]:
    pattern = r"\b(?:\w+- och )?\w+(?:nämnden|styrelsen)\b|\b[Kk]ommunfullmäktige\b|\b[Nn]ämnden\b"
    for match in re.finditer(pattern, text):
        yield text[: match.start()] + _BOARDS[number % len(_BOARDS)] + text[match.end() :]


def _negations(text: str, _: int) -> Iterator[str]:
    if re.search(r"\b(?:inte|ingen|inga|inget|aldrig|utan|varken|ej)\b", text):
        yield re.sub(r"\b(?:inte|aldrig|ej) ", "", text, count=1)
        return
    for match in re.finditer(r"\b(?:är|ska|har|kan|får|blir|finns|gäller|kostar) ", text):
        yield f"{text[: match.end()]}inte {text[match.end() :]}"
        return


def _units(text: str, _: int) -> Iterator[str]:
    for match in re.finditer(rf"(?<=\d )({'|'.join(_UNITS)})\b", text):
        yield f"{text[: match.start()]}{_UNITS[match.group()]}{text[match.end() :]}"


TURNS: dict[str, Callable[[str, int], Iterator[str]]] = {
    "number": _numbers,
    "day": _days,
    "year": _years,
    "name": _names,
    "board": _boards,
    "negation": _negations,
    "unit": _units,
}


def _turned(turn: Callable[[str, int], Iterator[str]]) -> list[DraftClaim]:
    lies = [
        _claim(one, lie)
        for number, one in enumerate(EVIDENCE)
        for lie in turn(one.passage.text, number)
        if lie != one.passage.text
    ]
    return lies[:: max(1, len(lies) // OF_EACH)][:OF_EACH]


def _swapped() -> list[DraftClaim]:
    """Return true sentences that cite words of another document."""
    pairs = zip(EVIDENCE, EVIDENCE[len(EVIDENCE) // 2 :], strict=False)
    return [_claim(other, one.passage.text) for one, other in pairs if one.document.id != other.document.id][:OF_EACH]


def _invented() -> list[DraftClaim]:
    """Return true sentences whose quotes are stitched, shortened inside a word, or made up."""
    lies = []
    for one, other in zip(EVIDENCE[:: max(1, len(EVIDENCE) // 30)], EVIDENCE[7:], strict=False):
        mine, theirs = one.passage.text.split(), other.passage.text.split()
        lies.append(_claim(one, one.passage.text, " ".join(mine[:4] + mine[-2:])))
        lies.append(_claim(one, one.passage.text, " ".join(mine[:3] + theirs[-4:])))
        lies.append(_claim(one, one.passage.text, one.passage.text[1:-3]))
    return [lie for lie in lies if lie.quotes[0].text not in lie.quotes[0].evidence.passage.text] + [
        lie
        for lie in lies
        if lie.quotes[0].text in lie.quotes[0].evidence.passage.text and lie.quotes[0].text[0].islower()
    ]


def _decided() -> list[DraftClaim]:
    """Return proposals that are told as decisions."""
    return [
        _claim(one, re.sub(r"\bföreslår\b", "beslutade", one.passage.text, count=1))
        for one in EVIDENCE
        if re.search(r"\bföreslår\b", one.passage.text)
    ][:OF_EACH]


LIES = {name: _turned(turn) for name, turn in TURNS.items()}
LIES |= {"swapped": _swapped(), "invented": _invented(), "decided": _decided()}


def _honest() -> list[DraftClaim]:
    """Return sentences as they stand, with other spellings of their values, and told by their source."""
    claims = []
    for one in EVIDENCE[:: max(1, len(EVIDENCE) // 70)]:
        text = one.passage.text
        claims.append(_claim(one, text))
        for other in (_iso(text), text.replace(" kronor", " kr"), text.replace(" procent", " %"), _told(text)):
            if other != text:
                claims.append(_claim(one, other))
    return claims


def _iso(text: str) -> str:
    """Return a text with its days as numbers."""

    def day(match: re.Match[str]) -> str:
        return dt.date(int(match[3]), _MONTHS.index(match[2]) + 1, int(match[1])).isoformat()

    return re.sub(rf"\bden (\d{{1,2}}) ({'|'.join(_MONTHS)}) (20\d\d)\b", day, text)


def _told(text: str) -> str:
    """Return a sentence as part of one that names its source."""
    return f"Av handlingen framgår: {text[0].lower()}{text[1:]}"


HONEST = _honest()


def test_there_are_enough_lies_and_honest_claims() -> None:
    assert sum(len(lies) for lies in LIES.values()) >= LIES_WANTED
    assert len(HONEST) >= HONEST_WANTED
    assert all(len(lies) >= 10 for lies in LIES.values()), {name: len(lies) for name, lies in LIES.items()}


def test_at_most_one_lie_in_a_hundred_gets_through() -> None:
    through = [lie.text for lies in LIES.values() for lie in lies if check_claim(lie).stands]
    assert len(through) <= MOST_LIES_THROUGH * sum(len(lies) for lies in LIES.values()), through


@pytest.mark.parametrize("kind", LIES)
def test_no_kind_of_lie_is_believed(kind: str) -> None:
    through = [lie.text for lie in LIES[kind] if check_claim(lie).stands]
    assert len(through) <= max(1, len(LIES[kind]) // 30), through


def test_honest_claims_are_kept() -> None:
    fallen = [(claim.text, check_claim(claim).fault) for claim in HONEST if not check_claim(claim).stands]
    assert len(fallen) <= (1 - LEAST_HONEST_KEPT) * len(HONEST), fallen


def test_a_lie_with_two_true_quotes_still_falls() -> None:
    for lie in LIES["number"]:
        own = lie.quotes[0]
        assert not check_claim(replace(lie, quotes=(own, own))).stands
