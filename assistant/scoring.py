"""Score the sentences of ranked hits against a question; pure.

A sentence scores by how much of the question it holds in any inflection (rare words count more), by what stands
around it, by the rank of its hit, and by whether it has the form of the answer: a date for "när", an amount for
"vad kostar", a name for "vem", a reason for "varför", a decision for "beslutade".
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from assistant.fitting import fit
from assistant.question import Asked, Understanding
from assistant.sentences import sentences
from assistant.values import ValueKind
from assistant.verify import Evidence, same_word
from index.hits import Hit
from index.swedish import STOP_WORDS, grams, stem, words
from ingest.documents import Block, DocumentMetadata, Passage


@dataclass(frozen=True, slots=True)
class Candidate:
    """Hold a sentence, list item or table row that may answer, and where it stands."""

    evidence: Evidence
    text: str
    start: int
    end: int
    rank: int
    # The sentence before it in the same passage, or the passage that introduces it.
    before: str = ""


@dataclass(frozen=True, slots=True)
class Scored:
    """Hold a candidate with its score and the parts that abstention looks at.

    ``own`` is the share of the question that the sentence itself holds, ``covered`` with what stands around it;
    ``fits`` says how well it has the form of the answer (0-1); ``rarest`` whether the rarest word is covered.
    """

    candidate: Candidate
    score: float
    own: float
    covered: float
    fits: float


@dataclass(frozen=True, slots=True)
class Weights:
    """Weigh what speaks for a sentence; the defaults were chosen on the development questions."""

    rank: float = 0.25
    decay: float = 0.15
    fit: float = 0.6
    short_fit: float = 0.9
    before: float = 0.8
    heading: float = 0.6
    passage: float = 0.6
    document: float = 0.5
    heading_penalty: float = 0.3
    fragment_penalty: float = 0.15
    focus: float = 0.3
    section: float = 0.35
    day: float = 0.15
    other_year: float = 0.2
    head: float = 0.2
    names: float = 0.3


DEFAULT_WEIGHTS = Weights()
LONG_SENTENCE = 60
# The sections of so many hits are read whole; what stands there without being a hit ranks so much lower.
SECTIONS_READ = 4
BESIDE_A_HIT = 3
SHORT_DOCUMENT = 60
Passages = Callable[[str], Sequence[Passage]]
LIKE_SPELLING = 0.84
HEAD_FORM = 0.7
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# Under these headings stand titles of papers, not what they say.
_LISTED_PAPERS = re.compile(
    r"\b(?:beslutsunderlag|underlag|bilagor|handlingar i ärendet|meddelanden|expedieras|skickas till)\b", re.IGNORECASE
)
_ENDS = '.!?”":)'
# What registrars write short, and words of comparison in time: a question uses the one, the document the other.
_SHORT_FORMS = {
    "tillförordn": ("tf", "tillf"),
    "tf": ("tillförordnad",),
    "ordför": ("ordf",),
    "sekreter": ("sekr",),
    "ersät": ("ers",),
    "handlägg": ("handl",),
    "kommunfullmäkt": ("kf",),
    "fullmäkt": ("kf",),
    "kommunstyr": ("ks",),
    "kf": ("kommunfullmäktige",),
    "ks": ("kommunstyrelsen",),
    "procent": ("procentuell", "andel"),
    "innan": ("föregående", "förra", "tidigare"),
    "föregå": ("innan", "förra"),
    "period": ("motsvarande",),
    "telefonnumr": ("tel", "tfn", "telefon"),
}


def candidates(hits: Sequence[Hit], passages: Passages | None = None) -> tuple[Candidate, ...]:
    """Return every sentence, list item and table row of some hits, and of the sections of the first, each once."""
    found: list[Candidate] = []
    seen: set[tuple[str, int]] = set()
    for rank, hit in enumerate(hits):
        _add(found, seen, hit.document, hit.passages, rank)
    if passages is not None:
        for rank, hit in enumerate(hits[:SECTIONS_READ]):
            _add(found, seen, hit.document, _section(hit, passages(hit.document.id)), rank + BESIDE_A_HIT)
    return tuple(found)


def _add(
    found: list[Candidate],
    seen: set[tuple[str, int]],
    document: DocumentMetadata,
    passages: Sequence[Passage],
    rank: int,
) -> None:
    lead = ""
    for passage in passages:
        key = (document.id, passage.ordinal)
        if key not in seen:
            seen.add(key)
            found.extend(_of_passage(Evidence(document, passage), rank, lead))
        if passage.block in {Block.PARAGRAPH, Block.HEADING}:
            lead = passage.text[-200:]


def _section(hit: Hit, every: Sequence[Passage]) -> Sequence[Passage]:
    """Return the § that a hit stands in, or the whole of a short document."""
    if len(every) <= SHORT_DOCUMENT:
        return every
    signs = {passage.section_sign for passage in hit.passages if passage.section_sign}
    return [passage for passage in every if passage.section_sign in signs][:SHORT_DOCUMENT] if signs else ()


def _of_passage(evidence: Evidence, rank: int, lead: str) -> list[Candidate]:
    passage = evidence.passage
    if passage.block in {Block.HEADING, Block.TABLE_ROW}:
        return [Candidate(evidence, passage.text, 0, len(passage.text), rank, lead)]
    found = []
    introduced = passage.block in {Block.LIST_ITEM, Block.ATT_SATS} or lead.rstrip().endswith(":")
    before = lead if introduced else ""
    for sentence in sentences(passage.text):
        found.append(Candidate(evidence, sentence.text, sentence.start, sentence.end, rank, before))
        before = sentence.text
    return found


class Scorer:
    """Score candidates against one question."""

    def __init__(
        self, understanding: Understanding, pool: Sequence[Candidate], weights: Weights = DEFAULT_WEIGHTS
    ) -> None:
        self._understanding = understanding
        self._weights = weights
        self._matches: dict[str, dict[str, float]] = {}
        self._signs = {value.key for value in understanding.named if value.kind is ValueKind.SECTION}
        self._days = set(_whole_days(understanding))
        self._years = set(_YEAR.findall(understanding.text))
        self._names = [words(value.text) for value in understanding.named if value.kind is ValueKind.NAME]
        self._known_names = self._names_by_document(pool)
        self._idf = self._rarity(pool)
        self._total = sum(self._idf.values()) or 1.0

    @property
    def absent(self) -> float:
        """Return the share of the question, by rarity, in words that none of the hits holds in any form."""
        return sum(rarity for term, rarity in self._idf.items() if not self._matches[term]) / self._total

    def score(self, candidate: Candidate, focus: frozenset[str] = frozenset()) -> Scored:
        """Return how well a sentence answers."""
        weights = self._weights
        passage, document = candidate.evidence.passage, candidate.evidence.document
        covered = self.covered(
            (1.0, candidate.text),
            (weights.before, candidate.before),
            (weights.passage, passage.text),
            (weights.heading, " ".join(passage.heading_path)),
            (weights.document, document_words(candidate.evidence)),
        )
        fits = fit(self._understanding, candidate.text, candidate.evidence)
        fit_weight = weights.short_fit if self._understanding.short else weights.fit
        score = covered + self.place(candidate) + fit_weight * fits
        score += self.agreement(candidate) - self._penalty(candidate)
        if document.id in focus:
            score += weights.focus
        return Scored(candidate, score, self.coverage(candidate.text), covered, fits)

    def covered(self, *places: tuple[float, str]) -> float:
        """Return the share of the question that some texts hold together, each text weighed."""
        held = [(weight, self._held(text)) for weight, text in places]
        found = sum(
            rarity * max(weight * words_of.get(term, 0.0) for weight, words_of in held)
            for term, rarity in self._idf.items()
        )
        return found / self._total

    def form(self, text: str, evidence: Evidence) -> float:
        """Return how well a text has the form of the answer (0-1)."""
        return fit(self._understanding, text, evidence)

    def speaks_of_head(self, text: str) -> bool:
        """Tell whether a text speaks of what "vilka …" asks for."""
        forms = self._matches.get(self._understanding.head or "")
        return forms is not None and any(forms.get(word, 0.0) >= HEAD_FORM for word in words(text))

    def place(self, candidate: Candidate) -> float:
        """Return what the rank of its hit is worth to a sentence."""
        return self._weights.rank / (1 + self._weights.decay * candidate.rank)

    def coverage(self, text: str) -> float:
        """Return the share of the question, by rarity, that a text holds."""
        held = self._held(text)
        return sum(self._idf[term] * share for term, share in held.items()) / self._total

    def agreement(self, candidate: Candidate) -> float:
        """Return what the values that the question names say for a sentence: its §, its year, its day."""
        weights, passage, document = self._weights, candidate.evidence.passage, candidate.evidence.document
        score = weights.names * self._known_names.get(document.id, 0.0)
        if self.speaks_of_head(f"{candidate.text} {candidate.before} {' '.join(passage.heading_path[-1:])}"):
            score += weights.head
        if self._signs and passage.section_sign:
            score += (
                weights.section if passage.section_sign.removeprefix("§").strip() in self._signs else -weights.section
            )
        days = {date.isoformat() for date in (document.meeting_date, document.date) if date}
        if self._days & days:
            score += weights.day
        years = set(_YEAR.findall(candidate.text))
        if self._years and not years & self._years:
            dated = {day[:4] for day in days}
            far = dated and all(abs(int(one) - int(other)) > 1 for one in dated for other in self._years)
            score -= weights.other_year * (bool(years) + bool(far))
        return score

    def _names_by_document(self, pool: Sequence[Candidate]) -> dict[str, float]:
        """Return the share of the named names that each document is seen to know."""
        if not self._names:
            return {}
        seen: dict[str, set[str]] = {}
        for candidate in pool:
            known = seen.setdefault(candidate.evidence.document.id, set(words(document_words(candidate.evidence))))
            known.update(words(candidate.text))
        return {
            document: sum(all(_knows(known, word) for word in name) for name in self._names) / len(self._names)
            for document, known in seen.items()
        }

    def _penalty(self, candidate: Candidate) -> float:
        weights = self._weights
        count = len(candidate.text.split())
        if candidate.evidence.passage.block is Block.HEADING:
            return 0.0 if self._understanding.wants(Asked.IDENTIFIER) else weights.heading_penalty
        if candidate.evidence.passage.block is Block.PARAGRAPH and (
            count < 4 or candidate.text.rstrip()[-1] not in _ENDS
        ):
            return weights.fragment_penalty
        if _LISTED_PAPERS.search(" ".join(candidate.evidence.passage.heading_path[-1:])):
            return 0.0 if self._understanding.wants(Asked.IDENTIFIER, Asked.LIST) else weights.heading_penalty
        if candidate.text.rstrip().endswith((":", "?")):
            return weights.fragment_penalty
        return 0.1 if count > LONG_SENTENCE else 0.0

    def _held(self, text: str) -> dict[str, float]:
        """Return how surely each subject word of the question stands in a text."""
        present = set(words(text))
        found: dict[str, float] = {}
        for term in self._idf:
            matches = self._matches[term]
            best = max((matches[word] for word in present if word in matches), default=0.0)
            if best:
                found[term] = best
        return found

    def _rarity(self, pool: Sequence[Candidate]) -> dict[str, float]:
        """Return the inverse frequency of each subject word among the candidates, and learn its forms there."""
        texts = [set(words(candidate.text)) for candidate in pool]
        vocabulary = Counter(word for text in texts for word in text)
        for candidate in pool:
            around = [candidate.before, *candidate.evidence.passage.heading_path, document_words(candidate.evidence)]
            vocabulary.update(word for word in set(words(" ".join(around))) if word not in vocabulary)
        rarity = {}
        for term in self._understanding.terms:
            forms = {word: share for word in vocabulary if (share := _match(term, word))}
            self._matches[term] = forms
            exact = {word for word, share in forms.items() if share >= 0.8}
            frequency = sum(1 for text in texts if text & exact)
            rarity[term] = math.log(1 + (len(texts) - frequency + 0.5) / (frequency + 0.5))
        return rarity


def document_words(evidence: Evidence) -> str:
    """Return what is known of the document a passage stands in, as words to match."""
    document, passage = evidence.document, evidence.passage
    dates = [date.isoformat() for date in (document.meeting_date, document.date) if date]
    numbers = passage.case_numbers or document.case_numbers[:3]
    return " ".join(
        [document.title, document.board or "", document.kind.value, *dates, *numbers, passage.section_sign or ""]
    )


def _knows(known: set[str], word: str) -> bool:
    return word in known or word.removesuffix("s") in known or f"{word}s" in known


def _whole_days(understanding: Understanding) -> Iterator[str]:
    for value in understanding.named:
        year, month, day = value.key.split("|") if value.kind is ValueKind.DATE else ("", "", "")
        if year and month and day:
            yield f"{int(year):04d}-{int(month):02d}-{int(day):02d}"


def _match(term: str, word: str) -> float:
    if stem(word) == term or word == term or word in _SHORT_FORMS.get(term, ()):
        return 1.0
    if word in STOP_WORDS or term[0].isdigit() or word[0].isdigit() or min(len(term), len(word)) < 4:
        return 0.0
    if len(term) >= 5 and term in word:
        return 0.85 if word.startswith(term) or len(term) >= 7 else 0.75
    root = stem(word)
    if len(root) >= 5 and root in term:
        return 0.7
    if term[:2] == word[:2] and min(len(term), len(root)) >= 6:
        # Misspelt: "återraportera".
        likeness = Indel.normalized_similarity(term, root)
        if likeness >= LIKE_SPELLING:
            return 0.85 * likeness
    if not set(grams(term)) & set(grams(word)):
        return 0.0
    overlap = same_word(term, {word})
    return 0.8 * overlap if overlap >= 0.5 else 0.0
