"""Score the sentences of ranked hits against a question; pure.

A sentence scores by how much of the question it holds in any inflection (rare words count more), by what stands
around it, by the rank of its hit, and by whether it has the form of the answer: a date for "när", an amount for
"vad kostar", a name for "vem", a reason for "varför", a decision for "beslutade".
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.bodies import is_of, level, named_bodies
from assistant.bounds import names_place, reaches
from assistant.candidates import Candidate
from assistant.counts import of_other_count
from assistant.features import DEFAULT_WEIGHTS, Features, dot
from assistant.fitting import answer_spans, fit
from assistant.letterheads import papers
from assistant.matching import Held, match, particle_verbs, with_particles
from assistant.periods import entitled, gives_other_term, names_term, tells_of, terms_of
from assistant.question import FOLLOWS, Asked, Understanding
from assistant.speakers import asked_speakers, speaks_for
from assistant.values import ValueKind, supported, values
from assistant.verify import Evidence
from index.swedish import holds_name, stem, words
from ingest.documents import Block, Force, Passage
from ingest.swedish_dates import YEAR_OF_FIGURES


@dataclass(frozen=True, slots=True)
class Scored:
    """Hold a candidate with its score and the parts that abstention looks at.

    ``own`` is the share of the question that the sentence itself holds, ``covered`` with what stands around it;
    ``fits`` says how well it has the form of the answer (0-1).
    """

    candidate: Candidate
    score: float
    own: float
    covered: float
    fits: float


FOCUS = 0.3
# A row for three, where the question names four: it must stand after all that says something else.
OTHER_COUNT = 1.0
# A row for a size or a part of the year that holds what the question names, and its neighbours that do not.
REACHED = 0.5
NOT_REACHED = 0.6
_LISTED = frozenset({Block.TABLE_ROW, Block.LIST_ITEM})
# What is told under a title of another year than the one asked about, where the right year tells as much of it.
OTHER_YEAR = 0.6
AS_MUCH = 0.8
# Words from a value within which the words of the question speak for it.
NEAR_WORDS = 10
RANK_DECAY = 0.15

LONG_SENTENCE = 60
HEAD_FORM = 0.7
WISH_ASKED = re.compile(
    r"\b(?:föresl\w+|förslag\w*|yrka\w*|reserv\w+|fick (?:\w+ ){0,3}?igenom|drev igenom|gehör|vill\b|ville\b|tyck\w+|anser\b|tänk(?:er|te|t)\b|tror\b|trodde\b|avser att\b|planera\w*|beräkna\w*|räkna\w* (?:\w+ )?med|uppskatta\w*)",
    re.I,
)
WISHES_WORDS = re.compile(r"\b(?:föreslå\w*|föreslog\w*|yrkar|yrkade|hemställer|beräknas till)\b", re.I)
LEAST_FIT = 0.46
_ADVICE = "rekommend"
# What lists are of has many names: one leads what is asked for by another.
_KIN = (
    ("rekommend",),
    ("mål", "målsättning", "inriktning"),
    ("krav", "villkor", "kriteri", "förutsättning"),
    ("åtgärd", "insats", "aktivitet"),
    ("synpunkt", "invändning", "erin"),
    ("förslag", "föresl"),
    ("uppdrag", "uppgift"),
    ("åtagand", "skyldighet", "ansvar"),
    ("brist", "avvikelse"),
    ("skäl", "motiv", "orsak", "anledning"),
    ("etapp", "steg", "fas"),
)
# What words count that a follow-up borrows.
LENT = 0.45
_WISHES = frozenset({Force.PROPOSAL, Force.YRKANDE, Force.RESERVATION, Force.RECOMMENDATION})
_ENDS = '.!?”":)'


class Scorer:
    """Score candidates against one question."""

    def __init__(self, understanding: Understanding, pool: Sequence[Candidate]) -> None:
        self._understanding = understanding
        self._matches: dict[str, dict[str, float]] = {}
        # For each word that is a form of a term of the question: those terms, and how surely.
        self._forms: dict[str, list[tuple[str, float]]] = {}
        self._seen: dict[str, dict[str, float]] = {}
        self._coverages: dict[str, float] = {}
        self._short = understanding.short
        self._asks_wishes = WISH_ASKED.search(understanding.text) is not None
        self._bodies = named_bodies(understanding.text.partition(FOLLOWS)[0])
        self._signs = {value.key for value in understanding.named if value.kind is ValueKind.SECTION}
        self._days = set(_whole_days(understanding))
        self._dates = [value for value in understanding.named if value.kind is ValueKind.DATE]
        self._speakers = asked_speakers(understanding.text)
        self._years = set(YEAR_OF_FIGURES.findall(understanding.text))
        self._names = [words(value.text) for value in understanding.named if value.kind is ValueKind.NAME]
        self._known_names = self._names_by_document(pool)
        self._idf = self._rarity(pool)
        self._total = sum(self._idf.values()) or 1.0
        # The largest share of the question that a sentence under a title of the year asked about holds.
        self._most_in_year = max(map(self._in_year, pool), default=0.0) if self._years else 0.0
        # "2030/2031": a school year or a winter is asked about, and the largest share that a sentence of it holds.
        self._terms = terms_of(understanding.text)
        of_term = (one for one in pool if self._terms and names_term(self._terms, one.text))
        self._most_in_term = max((self.coverage(one.text) for one in of_term), default=-1.0)
        own = understanding.text.partition(FOLLOWS)[0]
        # The size that a follow-up names stands instead of that of the question before it.
        self._place = next((text for text in (own, understanding.text) if names_place(text)), "")
        # Sections with rows or points that set limits; below a table a sentence may go on with them.
        limited = (one for one in pool if self._place and one.evidence.passage.block in _LISTED)
        self._limited = {_section_of(one.evidence) for one in limited if self._limits(one) is not None}
        reached = [one.evidence for one in pool if self._reaches(one)]
        self._reached = {*map(_list_of, reached), *map(_section_of, reached)}

    @property
    def absent(self) -> float:
        """Return the share of the question, by rarity, in words that none of the hits holds in any form."""
        return sum(rarity for term, rarity in self._idf.items() if not self._matches[term]) / self._total

    def weight(self, word: str) -> float:
        """Return how much of the question a word of it is, by its rarity among the hits."""
        return self._idf.get(stem(word), 0.0) / self._total

    def named(self, text: str) -> frozenset[str]:
        """Return the terms of the question that a text surely holds in some form."""
        return frozenset(term for term, share in self._held(text).items() if share >= HEAD_FORM)

    def score(self, candidate: Candidate, focus: frozenset[str] = frozenset()) -> Scored:
        """Return how well a sentence answers."""
        features = self.features(candidate)
        score = dot(features, DEFAULT_WEIGHTS)
        if candidate.evidence.document.id in focus:
            score += FOCUS
        if of_other_count(self._understanding.text, candidate.text, candidate.evidence.passage):
            score -= OTHER_COUNT
        if self._of_other_year(candidate) and features.own * AS_MUCH <= self._most_in_year:
            score -= OTHER_YEAR
        if (
            self._terms
            and features.own * AS_MUCH <= self._most_in_term
            and gives_other_term(self._terms, candidate.text)
        ):
            score -= OTHER_YEAR
        score += self._worth_of_place(candidate)
        # One of the two is always 0.
        return Scored(candidate, score, features.own, features.covered, features.fits + features.short_fits)

    def features(self, candidate: Candidate) -> Features:
        """Return what speaks for a sentence and against it."""
        passage = candidate.evidence.passage
        heading, known = " ".join(passage.heading_path), document_words(candidate.evidence)
        fits = fit(self._understanding, candidate.text, candidate.evidence)
        own, around = self.coverage(candidate.text), self.coverage(candidate.around)
        short = self._short
        return Features(
            own=own,
            before=self.coverage(candidate.before),
            passage=self.coverage(passage.text),
            heading=self.coverage(heading),
            document=self.coverage(known),
            around=around,
            covered=self.covered(
                (1.0, candidate.text), (0.8, candidate.before), (0.6, passage.text), (0.6, heading), (0.5, known)
            ),
            rank=1 / (1 + RANK_DECAY * candidate.rank),
            first=float(candidate.rank == 0),
            fits=0.0 if short else fits,
            short_fits=fits if short else 0.0,
            answers=fits * own,
            unasked=self._unasked(passage),
            reason=fits if self._understanding.wants(Asked.WHY) else 0.0,
            misfit=float(short and fits < LEAST_FIT),
            speaker=self.speaks(candidate.text, passage),
            near=self._near(candidate.text) if short else 0.0,
            likeness=candidate.likeness,
            **self._standing(candidate),
            **self._shape(candidate),
            **self._agreement(candidate),
        )

    def _near(self, text: str) -> float:
        """Return the share of the question that stands close round a value that may answer: the nearer, the more."""
        best = 0.0
        for start, end in answer_spans(self._understanding, text):
            found: dict[str, float] = {}
            for side in (words(text[:start])[::-1], words(text[end:])):
                for distance, word in enumerate(side[:NEAR_WORDS]):
                    for term, share in self._forms.get(word, ()):
                        found[term] = max(found.get(term, 0.0), share * (1 - distance / NEAR_WORDS))
            best = max(best, sum(self._idf[term] * share for term, share in found.items()))
        return best / self._total

    def _unasked(self, passage: Passage) -> float:
        """Tell whether a passage proposes, moves or dissents, and the question asks for none of it."""
        if passage.force not in _WISHES or self._asks_wishes:
            return 0.0
        return float(not self._understanding.wants(Asked.PROPOSAL, Asked.WHY))

    def _standing(self, candidate: Candidate) -> dict[str, float]:
        """Return what applies: a decision before a proposal, and the body that the question names."""
        document, force = candidate.evidence.document, candidate.evidence.passage.force
        bodies = self._bodies
        board = 0.0
        if bodies and document.board:
            board = 1.0 if is_of(document, bodies) else -0.5
        if self._asks_wishes:
            return {"board": board}
        wishes = WISHES_WORDS.search(candidate.text) is not None
        return {
            "board": board,
            "decided": float(force is Force.DECISION and not wishes) * (1 + 0.5 * (level(document.board) - 2)),
            "proposes": float(wishes or force in _WISHES),
        }

    def _shape(self, candidate: Candidate) -> dict[str, float]:
        """Return what the form of a candidate says: headings, fragments and titles of papers seldom answer."""
        passage, text = candidate.evidence.passage, candidate.text.rstrip()
        count = len(text.split())
        heading = passage.block is Block.HEADING
        identifier = self._understanding.wants(Asked.IDENTIFIER)
        fragment = passage.block is Block.PARAGRAPH and (count < 4 or text[-1:] not in _ENDS)
        return {
            "title": float(heading and not identifier),
            "fragment": float(fragment),
            "papers": float(
                not self._understanding.wants(Asked.IDENTIFIER, Asked.LIST) and papers(passage.heading_path)
            ),
            "opens": float(text.endswith((":", "?"))),
            "long": min(1.0, max(0, count - 30) / 60),
            "listed": float(passage.block in {Block.LIST_ITEM, Block.ATT_SATS}),
            "row": float(passage.block is Block.TABLE_ROW),
        }

    def covered(self, *places: tuple[float, str]) -> float:
        """Return the share of the question that some texts hold together, each text weighed."""
        best: dict[str, float] = {}
        for weight, text in places:
            for term, share in self._held(text).items():
                if weight * share > best.get(term, 0.0):
                    best[term] = weight * share
        return sum(rarity * best[term] for term, rarity in self._idf.items() if term in best) / self._total

    def form(self, text: str, evidence: Evidence) -> float:
        """Return how well a text has the form of the answer (0-1)."""
        return fit(self._understanding, text, evidence)

    def speaks(self, text: str, passage: Passage) -> float:
        """Return 1 where a text gives the words of one whose words are asked for, -1 where those of others, else 0."""
        return speaks_for(self._speakers, text, passage)

    def speaks_of_head(self, text: str) -> bool:
        """Tell whether a text speaks of what "vilka …" asks for."""
        head = self._understanding.head
        if head is None:
            return False
        forms = self._matches.get(head)
        # "Vi rekommenderar nämnden att" leads what "vilka rekommendationer" asks for.
        advises = head.startswith(_ADVICE) and any(word.startswith(_ADVICE) for word in words(text))
        return advises or any(
            (match(head, word) if forms is None else forms.get(word, 0.0)) >= HEAD_FORM for word in words(text)
        )

    def names_head(self, text: str) -> bool:
        """Tell whether words that lead a list say that it is of what "vilka …" asks for, be it by another word for it."""
        head = self._understanding.head or ""
        kin = next((one for one in _KIN if head.startswith(one)), ())
        return self.speaks_of_head(text) or any(word.startswith(kin) for word in words(text) if kin)

    def coverage(self, text: str) -> float:
        """Return the share of the question, by rarity, that a text holds."""
        if text not in self._coverages:
            held = self._held(text)
            self._coverages[text] = sum(self._idf[term] * share for term, share in held.items()) / self._total
        return self._coverages[text]

    def _agreement(self, candidate: Candidate) -> dict[str, float]:
        passage, document = candidate.evidence.passage, candidate.evidence.document
        section = 0.0
        if self._signs and passage.section_sign:
            section = 1.0 if passage.section_number in self._signs else -1.0
        own_day = bool(self._days) and not self._days.isdisjoint(day.isoformat() for day in document.days)
        other_year = 0.0
        if self._years and self._years.isdisjoint(years := YEAR_OF_FIGURES.findall(candidate.text)):
            dated = {day.year for day in document.days}
            far = dated and all(abs(one - int(other)) > 1 for one in dated for other in self._years)
            other_year = float(bool(years)) + float(bool(far))
        head = self.speaks_of_head(f"{candidate.text} {candidate.before} {' '.join(passage.heading_path[-1:])}")
        return {
            "head": float(head),
            "section": section,
            "day": float(own_day or self._tells_day(candidate.text)),
            "other_year": other_year,
            "names": self._known_names.get(document.id, 0.0),
        }

    def _in_year(self, candidate: Candidate) -> float:
        """Return the share of the question that a sentence holds where its § or paper is named for the year asked about."""
        right = candidate.evidence.passage.block is not Block.HEADING or self._understanding.wants(Asked.IDENTIFIER)
        return self.coverage(candidate.text) if right and entitled(candidate.evidence) & self._years else 0.0

    def _of_other_year(self, candidate: Candidate) -> bool:
        """Tell whether a sentence stands under a title of other years, and does not itself tell of the one asked about."""
        if not self._years or self._most_in_year <= 0:
            return False
        evidence = candidate.evidence
        titled = entitled(evidence)
        if not titled or titled & self._years:
            return False
        own = "" if evidence.passage.block is Block.HEADING else candidate.text
        return not tells_of(frozenset(self._years), " ".join([own, *evidence.passage.table_header]))

    def _reaches(self, candidate: Candidate) -> bool | None:
        """Tell whether a row or a list item, or a sentence beside such ones, is for a size or a part of the year that holds what the question names."""
        return self._limits(candidate) if _section_of(candidate.evidence) in self._limited else None

    def _limits(self, candidate: Candidate) -> bool | None:
        return reaches(self._place, candidate.text) if self.coverage(candidate.text) else None

    def _worth_of_place(self, candidate: Candidate) -> float:
        """Return what it is worth that a row is for what the question names, or that its neighbour is and it is not."""
        listed = candidate.evidence.passage.block in _LISTED
        place = _list_of(candidate.evidence) if listed else _section_of(candidate.evidence)
        if place not in self._reached:
            return 0.0
        reached = self._reaches(candidate)
        return 0.0 if reached is None else REACHED if reached else -NOT_REACHED

    def beyond(self, candidate: Candidate) -> bool:
        """Tell whether a row or sentence sets limits outside which the question lies, where one beside it holds it."""
        return self._worth_of_place(candidate) < 0

    def _tells_day(self, text: str) -> bool:
        """Tell whether a sentence names a day or month that the question names."""
        return bool(self._dates) and any(supported(date, values(text)) for date in self._dates)

    def _names_by_document(self, pool: Sequence[Candidate]) -> dict[str, float]:
        """Return the share of the named names that each document is seen to know."""
        if not self._names:
            return {}
        seen: dict[str, set[str]] = {}
        for candidate in pool:
            known = seen.setdefault(candidate.evidence.document.id, set(words(document_words(candidate.evidence))))
            known.update(words(candidate.text))
        return {
            document: sum(all(holds_name(known, word) for word in name) for name in self._names) / len(self._names)
            for document, known in seen.items()
        }

    def _held(self, text: str) -> dict[str, float]:
        """Return how surely each subject word of the question stands in a text."""
        if text in self._seen:
            return self._seen[text]
        best: dict[str, float] = {}
        for word in self._forms.keys() & {*words(text), *particle_verbs(text, self._idf)}:
            for term, share in self._forms[word]:
                if share > best.get(term, 0.0):
                    best[term] = share
        # In the order of the question, so that sums do not depend on the order of a text's words.
        found = {term: best[term] for term in self._idf if term in best}
        self._seen[text] = found
        return found

    def _lent(self) -> frozenset[str]:
        """Return the terms that a follow-up has only from the question before it: they count less than its own."""
        own, dash, subject = self._understanding.text.partition(FOLLOWS)
        if not dash:
            return frozenset()
        mine = {stem(word) for word in words(own)}
        return frozenset(stem(word) for word in words(subject)) - mine

    def _rarity(self, pool: Sequence[Candidate]) -> dict[str, float]:
        """Return the inverse frequency of each subject word among the candidates, and learn its forms there."""
        texts = [set(words(candidate.text)) for candidate in pool]
        around = {candidate.before for candidate in pool}
        for evidence in {id(candidate.evidence): candidate.evidence for candidate in pool}.values():
            around |= {*evidence.passage.heading_path, document_words(evidence)}
        verbs = (particle_verbs(candidate.text, self._understanding.terms) for candidate in pool)
        held = Held(set[str]().union(*texts, *map(words, around), *verbs))
        rarity = {}
        lent, joined = self._lent(), with_particles(self._understanding.text)
        for term in self._understanding.terms:
            begins = tuple(joined.get(term, ()))
            forms = {word: share for word in held.near(term) if (share := match(term, word))}
            forms |= {word: 1.0 for word in held.words if begins and word.startswith(begins)}
            self._matches[term] = forms
            for word, share in forms.items():
                self._forms.setdefault(word, []).append((term, share))
            exact = {word for word, share in forms.items() if share >= 0.8}
            frequency = sum(1 for text in texts if not text.isdisjoint(exact))
            rarity[term] = math.log(1 + (len(texts) - frequency + 0.5) / (frequency + 0.5))
            if term in lent:
                rarity[term] *= LENT
        return rarity


def _list_of(evidence: Evidence) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Return what tells the table or the list that a passage stands in."""
    return evidence.document.id, evidence.passage.heading_path, evidence.passage.table_header


def _section_of(evidence: Evidence) -> tuple[str, tuple[str, ...]]:
    """Return what tells the section that a passage stands in."""
    return evidence.document.id, evidence.passage.heading_path


def document_words(evidence: Evidence) -> str:
    """Return what is known of the document a passage stands in, as words to match."""
    document, passage = evidence.document, evidence.passage
    dates = [day.isoformat() for day in document.days]
    numbers = passage.case_numbers or document.case_numbers[:3]
    return " ".join(
        [document.title, document.board or "", document.kind.value, *dates, *numbers, passage.section_sign or ""]
    )


def _whole_days(understanding: Understanding) -> Iterator[str]:
    for value in understanding.named:
        year, month, day = value.key.split("|") if value.kind is ValueKind.DATE else ("", "", "")
        if year and month and day:
            yield f"{int(year):04d}-{int(month):02d}-{int(day):02d}"
