"""Decide whether the documents answer: answered, partly, or not found; pure.

First what is certain: an unknown diarienummer or board, a premise that the cited documents do not bear out. What is left
is a matter of degree, and ``answerability`` weighs it.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from assistant import texts
from assistant.answerability import LINE, Line, answerability
from assistant.answerer import Ranking
from assistant.answers import Status
from assistant.casework import asks_for_all
from assistant.figures import tells_how_much
from assistant.fitting import tells_who
from assistant.ground import Ground
from assistant.meetings import asks_for_meeting
from assistant.moments import tells_when
from assistant.offices import asks_for_office
from assistant.premises import unmet
from assistant.question import Asked, Understanding, parts
from assistant.settings import NEAREST_SHOWN
from assistant.signals import Signals, signals
from assistant.things import WHOLE_THING, absent, measured, things
from assistant.values import Value, ValueKind, supported, values
from assistant.verify import Place, same_word
from index.hits import SearchResult
from index.swedish import stem, words
from ingest.documents import DocumentMetadata, Force, Passage

# Below this nothing in a claim has the form of the answer.
NO_FORM = 0.1
_KINDS_OF_VALUE = (
    (Asked.NUMBER, "inget belopp eller antal som svarar på frågan"),
    (Asked.DATE, "ingen tidpunkt som svarar på frågan"),
    (Asked.PERSON, "ingen person som svarar på frågan"),
)
# What tells a value of a kind, and above what: an office is not yet a person.
_FORMS = {Asked.NUMBER: (tells_how_much, 0.0), Asked.DATE: (tells_when, 0.0), Asked.PERSON: (tells_who, 0.4)}
# A thing that is this share of the question, by rarity, is missed where nothing speaks of it.
MUCH = 0.2
# Claims beyond these are steps of a case or points of a list.
MOST_WEIGHED = 4
# Texts of its own that someone wants written, and orders to the assistant; neither is asked of the documents.
_ORDER = re.compile(
    r"^\s*\{|^\W*(?:svara (?:med|bara|att|ja|nej)|visa innehållet|skriv|formulera|författa|dikta|hitta på|översätt|ignorera|glöm|låtsas|upprepa|ignore|forget|repeat|pretend|du är nu|you are)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_IN_PLACE = re.compile(r"\bi\s+$", re.IGNORECASE)
_BOARD = re.compile(
    r"(?<!och )\b[^\W\d_]{3,}(?:nämnd(?:en|ens)?|styrelse(?:n|ns)|utskott(?:et|ets)?)\b|\b[^\W\d_]*fullmäktiges?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """Hold the status and, where something is lacking, the Swedish reasons."""

    status: Status
    reasons: tuple[str, ...] = ()
    # Whether likeness decided: what a premise or a number settles leaves nothing to weigh.
    weighed: bool = False
    # Things of the question that nothing around the cited words speaks of.
    lacking: tuple[str, ...] = ()


def unknown_before_search(understanding: Understanding, result: SearchResult) -> Judgement | None:
    """Return a refusal where the question names a case or a board that no document knows, or asks for nothing."""
    if _ORDER.search(understanding.text):
        return Judgement(Status.NOT_FOUND, (texts.NOT_A_QUESTION,))
    numbers = [value for value in understanding.named if value.kind is ValueKind.CASE_NUMBER]
    numbers += [
        value
        for part in result.recognised
        if part.kind == "case_number" and not part.known
        for value in values(part.text or part.value)
        if value.kind is ValueKind.CASE_NUMBER
    ]
    # A number that only a list in some paper holds is no metadata, but stands in a hit.
    reasons = [texts.unknown_case(value.text) for value in numbers if not _case_among(value, result)]
    reasons += [texts.unknown_board(part.text) for part in result.recognised if part.kind == "board" and not part.known]
    return Judgement(Status.NOT_FOUND, tuple(dict.fromkeys(reasons))) if reasons else None


def judge(
    understanding: Understanding,
    result: SearchResult,
    grounds: Sequence[Sequence[Place]],
    ranking: Ranking,
    passages: Callable[[str], Sequence[Passage]],
    line: Line = LINE,
) -> Judgement:
    """Return how far the claims that stood answer the question; ``grounds`` are the places of each."""
    shown = [place for ground in grounds for place in ground]
    if not shown and understanding.wants(Asked.ASSIGNMENTS):
        return Judgement(Status.NOT_FOUND, (texts.NO_OPEN_ASSIGNMENTS,))
    if not shown or ranking.best is None:
        return Judgement(Status.NOT_FOUND)
    # A further claim from another paper knows other names; the one that answers must know those of the question.
    several = len(parts(understanding.text)) > 1 or understanding.wants(
        Asked.COMPARISON, Asked.CHAIN, Asked.ASSIGNMENTS
    )
    cited = _Cited([place.evidence.document for place in (shown if several else grounds[0])], passages)
    ground = Ground(shown, result.hits, passages)
    if reasons := (
        _unknown(understanding, cited, result, passages)
        or _uncounted(understanding, shown, result, passages)
        or unmet(understanding, ground)
    ):
        return Judgement(Status.NOT_FOUND, reasons)
    # What is read off the chain of a case, or off the minutes of a meeting, is no matter of likeness.
    named = any(value.kind is ValueKind.CASE_NUMBER for value in understanding.named)
    minuted = asks_for_meeting(understanding) and all(place.evidence.passage.force is Force.DECISION for place in shown)
    if named or minuted or (understanding.wants(Asked.ASSIGNMENTS) and asks_for_all(understanding)):
        return Judgement(Status.ANSWERED)
    measured = likeliest(understanding, result, ranking, grounds, passages)
    likely = answerability(measured)
    # One value is asked for and nothing of its kind is shown: however near the words lie, that would mislead.
    if likely < line.partial or (understanding.short and measured.fits < NO_FORM):
        return Judgement(Status.NOT_FOUND, (_lacking(understanding, measured, shown),), weighed=True)
    lacking = _unspoken(understanding, ground, ranking)
    status = Status.PARTIAL if likely < line.answered or lacking else Status.ANSWERED
    return Judgement(status, weighed=True, lacking=lacking)


def likeliest(
    understanding: Understanding,
    result: SearchResult,
    ranking: Ranking,
    grounds: Sequence[Sequence[Place]],
    passages: Callable[[str], Sequence[Passage]],
) -> Signals:
    """Return the signals of the claim that most likely answers: one must hold what is asked for, not two by halves."""
    weighed = list(grounds)
    if len(parts(understanding.text)) > 1:
        weighed.append([place for ground in grounds for place in ground])
    if understanding.wants(Asked.CHAIN, Asked.ASSIGNMENTS) and ranking.best is not None:
        # The steps of a case need not speak of what led to it.
        best = ranking.best.candidate
        weighed.append((Place(best.evidence, best.start, best.end),))
    found = [signals(understanding, result, ranking, ground, passages) for ground in weighed[:MOST_WEIGHED]]
    return max(found, key=answerability)


class _Cited:
    """Know the documents that are cited, as text."""

    def __init__(self, cited: Iterable[DocumentMetadata], passages: Callable[[str], Sequence[Passage]]) -> None:
        documents = {document.id: document for document in cited}
        self.homeless = all(document.municipality is None for document in documents.values())
        pieces = []
        for document in documents.values():
            pieces.append(_metadata_words(document))
            pieces.extend(passage.text for passage in passages(document.id))
        self.text = "\n".join(pieces)
        self.words = frozenset(words(self.text))
        self.stems = frozenset(stem(word) for word in self.words)

    def holds(self, value: Value) -> bool:
        """Tell whether the documents hold a name or a party in any spelling."""
        if all(self._name(part) for part in words(value.text)):
            return True
        return value.kind is ValueKind.PARTY and supported(value, values(self.text))

    def holds_stem(self, root: str) -> bool:
        """Tell whether the documents hold a word that is, or begins or ends with, a stem."""
        return any(root in known for known in self.stems)

    def may_lie_in(self, understanding: Understanding, value: Value) -> bool:
        """Tell whether a name is that of a place ("i Ekvik") and no cited document says whose it is."""
        return self.homeless and _IN_PLACE.search(understanding.text[: value.start]) is not None

    def _name(self, word: str) -> bool:
        return (
            word in self.words
            or word.removesuffix("s") in self.words
            or stem(word) in self.stems
            or (len(word) > 5 and same_word(word, set(self.words)) >= 0.75)
        )


def _unknown(
    understanding: Understanding,
    cited: _Cited,
    result: SearchResult,
    passages: Callable[[str], Sequence[Passage]],
) -> tuple[str, ...]:
    """Return that the cited paper does not know names, parties and boards of the question."""
    missing = [
        (value.text.strip(), value)
        for value in understanding.named
        if value.kind in {ValueKind.NAME, ValueKind.PARTY}
        and not cited.holds(value)
        and not cited.may_lie_in(understanding, value)
    ]
    boards = [
        (match.group(), stem(match.group().casefold()))
        for match in _BOARD.finditer(understanding.text)
        if not cited.holds_stem(stem(match.group().casefold()))
    ]
    if not missing and not boards:
        return ()
    # What a paper holds that the refusal itself names is not said to be missing there.
    first = list({hit.document.id: hit.document for hit in result.hits}.values())[:NEAREST_SHOWN]
    near = _Cited(first, passages)
    held = [(words_for, near.holds(value)) for words_for, value in missing]
    held += [(words_for, near.holds_stem(root)) for words_for, root in boards]
    return tuple(dict.fromkeys(texts.TOO_FAR if known else texts.unknown_value(one) for one, known in held))


def _uncounted(
    understanding: Understanding,
    shown: Sequence[Place],
    result: SearchResult,
    passages: Callable[[str], Sequence[Passage]],
) -> tuple[str, ...]:
    """Return the figures of the question that neither a cited document nor anything found holds in any spelling."""
    figures = _figures(understanding)
    if not figures:
        return ()
    ids = dict.fromkeys(place.evidence.document.id for place in shown)
    held = [hit.text for hit in result.hits] + [passage.text for one in ids for passage in passages(one)]
    text = "\n".join(held)
    missing = [
        value
        for value in figures
        if not re.search(rf"(?<!\d){re.escape(value.key.partition('.')[0])}(?!\d)", text)
        and not any(supported(value, values(one)) for one in held)
    ]
    return tuple(texts.unknown_value(value.text.strip()) for value in missing)


def _figures(understanding: Understanding) -> list[Value]:
    """Return the amounts and shares in digits that a question takes for granted: no year, no single digit."""
    kinds = {ValueKind.NUMBER, ValueKind.PERCENT}
    return [
        value
        for value in understanding.named
        if value.kind in kinds and len(value.key) > 1 and value.text[0].isdigit() and not _YEAR.fullmatch(value.key)
    ]


def _unspoken(understanding: Understanding, ground: Ground, ranking: Ranking) -> tuple[str, ...]:
    """Return the things that make up much of the question and that nothing in the cited sections speaks of."""
    heavy = [one for one in things(understanding.text) if ranking.scorer.weight(one) >= MUCH]
    if asks_for_office(understanding.text):
        # A row of a list of delegations decides for itself alone, and for nothing like it.
        return absent(heavy, ground.said, WHOLE_THING)
    sized = measured(understanding.text) if understanding.wants(Asked.NUMBER) else ""
    unsized = absent((sized,), f"{ground.said} {ground.near}", WHOLE_THING) if sized else ()
    return tuple(dict.fromkeys((*absent(heavy, ground.section), *unsized)))


def _lacking(understanding: Understanding, measured: Signals, shown: Sequence[Place]) -> str:
    """Return the reason why what lies nearest does not answer: no value of the kind asked for, or another matter."""
    for kind, words_for_it in _KINDS_OF_VALUE:
        if measured.formless and understanding.wants(kind) and not understanding.wants(Asked.IDENTIFIER):
            if _holds_kind(kind, understanding, shown):
                return texts.UNSURE
            return texts.no_value_of_kind(words_for_it)
    return texts.TOO_FAR


def _holds_kind(kind: Asked, understanding: Understanding, shown: Sequence[Place]) -> bool:
    """Tell whether a cited sentence holds a value of the kind that is asked for, though perhaps not of the thing."""
    tells, least = _FORMS[kind]
    return any(tells(understanding, place.text, place.evidence) > least for place in shown)


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
