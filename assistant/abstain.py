"""Decide whether the documents answer: answered, partly, or not found; pure.

What a question takes for granted must stand in the documents that are cited: its diarienummer, §, names, parties,
boards and dates, the acts it speaks of ("drog tillbaka", "sade nej"), and a value of the kind that it asks for.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant import texts
from assistant.answerer import Ranking
from assistant.answers import Status
from assistant.question import Asked, Understanding
from assistant.scoring import Scored
from assistant.values import Value, ValueKind, supported, values
from assistant.verify import Place, same_word
from index.hits import SearchResult
from index.swedish import stem, words
from ingest.documents import DocumentMetadata, Passage


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Bound what counts as an answer; chosen on the development questions."""

    confidence: float = 0.01
    # Coverage of the question and confidence together.
    covered: float = 0.17
    fits: float = 0.46
    # Share of the question in words that none of the hits knows.
    absent: float = 0.5
    # The same where the search itself is this unsure.
    unsure: float = 0.05
    absent_unsure: float = 0.35
    # Share of the best coverage among the hits: a value found far from the topic answers something else.
    beside: float = 0.32
    # Below this much coverage and this confidence the answer is offered as a partial one.
    partial_covered: float = 0.2
    partial_confidence: float = 0.05


HEAD_KNOWN = 0.6
DEFAULT_THRESHOLDS = Thresholds()


@dataclass(frozen=True, slots=True)
class Judgement:
    """Hold the status and, where something is lacking, the Swedish reasons."""

    status: Status
    reasons: tuple[str, ...] = ()


# Acts that a question may take for granted, each with the forms in which documents tell of them.
_ACTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?:avsl(?:og|ogs|år|ås|å|agits|agit|ag)\w*|sa(?:de)? nej|säga nej|säger nej|avstyrk\w+|nekade\w*|förkasta\w+|avvisa\w+)\b",
        r"\b(?:drog(?:s)? (?:\w+ ){0,4}?(?:tillbaka|in)|dra(?:r|s|git|gits)? (?:\w+ ){0,4}?tillbaka|återkalla\w*|återta\w*)\b",
        r"\båterremi\w+|\båterförvisa\w+",
        r"\bbordlägg\w+|\bbordla(?:de|des|gts)\b|\bskjut\w* upp\b|\bsköts upp\b",
        r"\bupphäv\w+|\bupphör(?:de|t)\b",
        r"\b(?:överklag\w+|besvära\w+)\b",
        r"\b(?:stäng\w+|lägga ned|lades? ne[dr]|läggs ne[dr]|nedlägg\w+|avveckla\w*)\b",
        r"\b(?:polisanmäl\w+|åtala\w*)\b",
        r"\bentledig\w+|\bavsked\w+|\bavgå(?:ng|tt|r)?\b|\bavgick\b|\bavsäg\w+|\bavsade\b|\bavsagt\b",
        r"\bprivatiser\w+|\bupphandl\w+|\bvite\w*\b",
    )
)
_BOARD = re.compile(
    r"(?<!och )\b[^\W\d_]{3,}(?:nämnd(?:en|ens)?|styrelse(?:n|ns)|utskott(?:et|ets)?)\b|\b[^\W\d_]*fullmäktiges?\b",
    re.IGNORECASE,
)
_KINDS_OF_VALUE = (
    (Asked.NUMBER, "inget belopp eller antal som svarar på frågan"),
    (Asked.DATE, "ingen tidpunkt som svarar på frågan"),
    (Asked.PERSON, "ingen person som svarar på frågan"),
)


def unknown_before_search(understanding: Understanding, result: SearchResult) -> Judgement | None:
    """Return a refusal where the question names a case or a board that no document knows."""
    reasons = [
        texts.unknown_case(part.value) for part in result.recognised if part.kind == "case_number" and not part.known
    ]
    reasons += [texts.unknown_board(part.text) for part in result.recognised if part.kind == "board" and not part.known]
    reasons += [
        texts.unknown_case(value.text)
        for value in understanding.named
        if value.kind is ValueKind.CASE_NUMBER and not _case_among(value, result)
    ]
    return Judgement(Status.NOT_FOUND, tuple(dict.fromkeys(reasons))) if reasons else None


def judge(
    understanding: Understanding,
    result: SearchResult,
    shown: Sequence[Place],
    ranking: Ranking,
    passages: Callable[[str], Sequence[Passage]],
    thresholds: Thresholds = DEFAULT_THRESHOLDS,
) -> Judgement:
    """Return how far the claims that stood answer the question."""
    best = ranking.best
    if not shown or best is None:
        return Judgement(Status.NOT_FOUND)
    absent = ranking.scorer.absent
    cited = _Cited(shown, passages)
    if reasons := _unknown(understanding, cited):
        return Judgement(Status.NOT_FOUND, reasons)
    about_a_case = understanding.wants(Asked.SUMMARY, Asked.CHAIN, Asked.ASSIGNMENTS)
    if about_a_case and any(value.kind is ValueKind.CASE_NUMBER for value in understanding.named):
        return Judgement(Status.ANSWERED)
    if reason := _no_value(understanding, best, thresholds) or _head_unknown(understanding, shown):
        return Judgement(Status.NOT_FOUND, (reason,))
    if (
        result.confidence < thresholds.confidence
        or best.covered + result.confidence < thresholds.covered
        or absent > thresholds.absent
    ):
        return Judgement(Status.NOT_FOUND)
    if result.confidence < thresholds.unsure and absent > thresholds.absent_unsure:
        return Judgement(Status.NOT_FOUND)
    if best.covered < thresholds.beside * max(one.covered for one in ranking.scored):
        return Judgement(Status.NOT_FOUND)
    if best.covered < thresholds.partial_covered and result.confidence < thresholds.partial_confidence:
        return Judgement(Status.PARTIAL)
    return Judgement(Status.ANSWERED)


class _Cited:
    """Know the documents that are cited, as text."""

    def __init__(self, shown: Sequence[Place], passages: Callable[[str], Sequence[Passage]]) -> None:
        documents: dict[str, DocumentMetadata] = {
            place.evidence.document.id: place.evidence.document for place in shown
        }
        pieces = []
        for document in documents.values():
            pieces.append(_metadata_words(document))
            pieces.extend(passage.text for passage in passages(document.id))
            pieces.extend(" ".join(passage.case_numbers) for passage in passages(document.id) if passage.case_numbers)
            pieces.extend(passage.section_sign for passage in passages(document.id) if passage.section_sign)
        self.text = "\n".join(pieces)
        self.words = frozenset(words(self.text))
        self.stems = frozenset(stem(word) for word in self.words)

    def holds(self, value: Value) -> bool:
        """Tell whether the documents hold a value in any spelling."""
        if value.kind in {ValueKind.NAME, ValueKind.PARTY}:
            parts = words(value.text)
            if all(self._name(part) for part in parts):
                return True
            if value.kind is ValueKind.NAME:
                return False
        return supported(value, self.values)

    @property
    def values(self) -> tuple[Value, ...]:
        """Return every value of the cited documents."""
        return values(self.text)

    def _name(self, word: str) -> bool:
        return (
            word in self.words
            or word.removesuffix("s") in self.words
            or stem(word) in self.stems
            or (len(word) > 5 and same_word(word, set(self.words)) >= 0.75)
        )


def _unknown(understanding: Understanding, cited: _Cited) -> tuple[str, ...]:
    """Return what the question names and the cited documents do not know."""
    reasons = []
    for value in understanding.named:
        if value.kind in {ValueKind.NAME, ValueKind.PARTY, ValueKind.SECTION} and not cited.holds(value):
            reasons.append(texts.unknown_value(value.text.strip()))
    for match in _BOARD.finditer(understanding.text):
        root = stem(match.group().casefold())
        if not any(root in known or known == root for known in cited.stems):
            reasons.append(texts.unknown_board(match.group()))
    for act in _ACTS:
        said = act.search(understanding.text)
        if said and not act.search(cited.text):
            reasons.append(texts.premise_unknown(said.group()))
    return tuple(reasons)


def _no_value(understanding: Understanding, best: Scored, thresholds: Thresholds) -> str | None:
    """Return the reason where no sentence that lies near has the form of the answer."""
    if not understanding.short or understanding.wants(Asked.IDENTIFIER):
        return None
    for kind, words_for_it in _KINDS_OF_VALUE:
        if understanding.wants(kind) and best.fits < thresholds.fits:
            return texts.no_value_of_kind(words_for_it)
    return None


def _head_unknown(understanding: Understanding, shown: Sequence[Place]) -> str | None:
    """Return the reason where what "vilken …" asks for is not spoken of where the answer stands."""
    if understanding.head is None or not understanding.wants(Asked.FACT):
        return None
    around = " ".join(" ".join([place.evidence.passage.text, *place.evidence.passage.heading_path]) for place in shown)
    if same_word(understanding.head, set(words(around))) >= HEAD_KNOWN:
        return None
    return texts.no_value_of_kind("inget svar på den delen av frågan")


def _case_among(value: Value, result: SearchResult) -> bool:
    """Tell whether a diarienummer stands in one of the hits."""
    for hit in result.hits:
        numbers = " ; ".join(
            [*hit.document.case_numbers, *(number for passage in hit.passages for number in passage.case_numbers)]
        )
        if supported(value, values(f"{numbers} ; {hit.text}")):
            return True
    return False


def _metadata_words(document: DocumentMetadata) -> str:
    dates = [date.isoformat() for date in (document.date, document.meeting_date) if date]
    people = [person.name for person in document.people]
    return " ; ".join(
        [
            document.title,
            document.board or "",
            document.municipality or "",
            *dates,
            *document.case_numbers,
            *people,
            *document.parties,
        ]
    )
