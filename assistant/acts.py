"""Find what was decided or proposed: the acts of the hits and of their case, the one that is asked for first.

An act is a run of passages of one force in one section. What the question pins down (a board, a day, a year, a §)
must fit; among acts on the same matter the highest body and the latest day say what applies.
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.act_words import ASKS_FOR_ORDER, DECISIONS, ORDERS, PROPOSALS
from assistant.answerer import Ranking, Request
from assistant.bodies import is_of, level, named_bodies
from assistant.days import MONTHS
from assistant.periods import YEAR, entitled, tells_of
from assistant.question import Understanding
from assistant.scoring import WISH_ASKED, WISHES_WORDS, Scorer, document_words
from assistant.siblings import same_act
from assistant.values import Value, ValueKind, supported, values
from assistant.verify import Evidence
from index.swedish import stem, words
from ingest.documents import MINUTES, Block, DocumentMetadata, Force, Kind, Passage

_FORWARDS = re.compile(
    r"\b(?:föreslår|föreslå|hemställer)\b[^.:]{0,60}\b\w*(?:fullmäktige|styrelsen?|nämnden?)\b", re.I
)
_FORMAL = re.compile(r"\b(?:justeras|förklaras omedelbart|ajourner\w+|godkänner föredragningslistan)\b", re.I)
# A matter that is only sent on to be prepared is not settled.
_REFERRAL = re.compile(r"\b(?:för beredning|bereds?|remitteras)\b", re.I)
_BODIES_IN_FULL = re.compile(
    r"\b(?:\w+- och )?\w*(?:nämnd(?:en|ens)?|styrelse(?:n|ns)|utskott(?:et|ets)?|fullmäktiges?)\b", re.I
)
_FINAL = re.compile(
    r"\b(?:till slut|slutlig\w*|till sist|blev det|gäller|gällande|hur gick|hur slutade|utsågs|utses|utsetts|valdes|väljs|utnämndes|förordnades|får (?:\w+ ){0,4}?kosta|fick (?:\w+ ){0,4}?kosta)\b",
    re.I,
)
# What stands under the heading of a section counts less than the act's own words, and its document's less still.
OWN, HEADING, AROUND, DOCUMENT = 1.0, 0.95, 0.75, 0.4
# Acts this much weaker than the best are about something else.
SAME_MATTER = 0.75
PINNED = 0.35
RANK_WORTH = 0.25
LEAST_TOPIC = 0.25
# Minutes looked through for the decision on a proposal, the latest first, and words of a proposal that tell it apart.
LATEST = 12
FEWEST_WORDS = 3
_OF_DECIDING = frozenset(
    "att beslutar besluta föreslår föreslås nämnden styrelsen fullmäktige förslag till beslut".split()
)


@dataclass(frozen=True, slots=True)
class Act:
    """Hold the passages of one act, how well it meets the question, and how final it is."""

    document: DocumentMetadata
    passages: tuple[Passage, ...]
    score: float
    topic: float

    @property
    def evidence(self) -> Evidence:
        """Return the place where the act begins."""
        return Evidence(self.document, self.passages[0])

    @property
    def text(self) -> str:
        """Return all its words."""
        return "\n".join(passage.text for passage in self.passages)

    @property
    def forwards(self) -> bool:
        """Tell whether a body only proposes something to a higher one."""
        return self.passages[0].force is Force.DECISION and forwards(self.text, self.passages[0].heading_path)

    @property
    def refers(self) -> bool:
        """Tell whether a body only sends the matter on to be prepared."""
        return _REFERRAL.search(self.text) is not None

    @property
    def day(self) -> dt.date:
        """Return the day of the act."""
        return day_of(self.document)

    @property
    def finality(self) -> tuple[bool, int, dt.date]:
        """Return what orders the acts of one matter: no mere proposal or referral, the highest body, the latest day."""
        return not (self.forwards or self.refers), level(self.document.board), self.day

    @property
    def cases(self) -> frozenset[str]:
        """Return the diarienummer of the act."""
        return frozenset(self.evidence.case_numbers)


def day_of(document: DocumentMetadata) -> dt.date:
    """Return the day of a document; one without a day is older than any."""
    return document.day or dt.date.min


def forwards(text: str, headings: Sequence[str] = ()) -> bool:
    """Tell whether a decision is to propose something to another body, as its words or the heading right above say."""
    return any(_FORWARDS.search(one) for one in (text, *headings[-1:]))


def _forwards(evidence: Evidence) -> bool:
    passage = evidence.passage
    return passage.force is Force.DECISION and forwards(passage.text, passage.heading_path)


def is_decision(evidence: Evidence, text: str) -> bool:
    """Tell whether a sentence decides, and does not only propose something to a higher body."""
    return evidence.passage.force is Force.DECISION and not forwards(text, evidence.passage.heading_path)


def proposes(evidence: Evidence, text: str) -> bool:
    """Tell whether a sentence tells of what somebody wants."""
    return evidence.passage.force in PROPOSALS or WISHES_WORDS.search(text) is not None


def asks_for_wish(question: str) -> bool:
    """Tell whether a question asks what somebody wanted, thought or expected."""
    return WISH_ASKED.search(question) is not None


def asks_for_final(question: str) -> bool:
    """Tell whether a question asks what applies in the end."""
    return _FINAL.search(question) is not None


def acts(request: Request, understanding: Understanding, ranking: Ranking, forces: frozenset[Force]) -> list[Act]:
    """Return the acts of some force among the hits and in the case of the best, the one asked for first."""
    scorer = _of_topic(understanding, ranking)
    found = _among_hits(request, understanding, ranking, scorer, forces)
    if forces is DECISIONS:
        found += _of_case(request, understanding, scorer, found)
    # What another case decided is no answer, however near its words lie, nor what others than the party of the question propose.
    found = [act for act in found if of_named_case(understanding, Evidence(act.document, act.passages[0]))]
    if forces is PROPOSALS and (parties := [one for one in understanding.named if one.kind is ValueKind.PARTY]):
        numbers = [one for one in understanding.named if one.kind is ValueKind.NUMBER]
        found = [act for act in found if _is_theirs(parties, numbers, act, request.passages(act.document.id))]
    found.sort(key=lambda act: -act.score)
    if not found or found[0].topic < LEAST_TOPIC:
        return []
    if _asks_for_final(understanding) and forces is DECISIONS:
        best = found[0]
        same = [act for act in found if act is best or _same_matter(act, best)]
        final = max(same, key=lambda act: act.finality)
        found.remove(final)
        # What settles a referred matter is on that matter, whatever its words.
        found.insert(0, replace(final, topic=max(final.topic, best.topic)) if best.refers else final)
    return found


def _is_theirs(parties: Sequence[Value], numbers: Sequence[Value], act: Act, passages: Sequence[Passage]) -> bool:
    """Tell whether the § of minutes, or else the paper, that an act stands in names one of some parties, and the numbers of the matter."""
    sign = act.passages[0].section_sign if act.document.kind in MINUTES else None
    near = [one.text for one in passages if sign is None or one.section_sign == sign]
    said = values(" ; ".join([act.document.title, *act.passages[0].heading_path, *near]))
    return any(supported(one, said) for one in parties) and all(supported(one, said) for one in numbers)


def orders(understanding: Understanding, text: str) -> bool:
    """Tell whether an assignment is asked for, and a text gives one."""
    return ASKS_FOR_ORDER.search(understanding.text) is not None and ORDERS.search(text) is not None


def _asks_for_final(understanding: Understanding) -> bool:
    pinned = (
        named_bodies(understanding.text)
        or days_of_act(understanding)
        or any(value.kind is ValueKind.SECTION for value in understanding.named)
    )
    return not pinned or (_FINAL.search(understanding.text) is not None and not days_of_act(understanding))


def _same_matter(act: Act, best: Act) -> bool:
    """Tell whether two acts settle one matter; what a motion that was sent on came to need not repeat its words."""
    return bool(act.cases & best.cases) and (best.refers or act.topic >= SAME_MATTER * best.topic)


def settling(request: Request, understanding: Understanding, ranking: Ranking, proposal: Act) -> Act | None:
    """Return the latest decision of the case by which a higher body settled what was proposed, if there is one."""
    later = [
        act
        for act in _of_case(request, understanding, ranking.scorer, [proposal])
        if act.day >= proposal.day and not (act.forwards or act.refers or _FORMAL.search(act.text))
    ]
    above = [act for act in later if level(act.document.board) > level(proposal.document.board)]
    return max(above, key=lambda act: act.finality, default=None)


def decided_so(request: Request, proposal: Act) -> Act | None:
    """Return the latest decision, in minutes of the day of a proposal or later, that has all its words; the paper may bear no case number."""
    wanted = set(words(proposal.text)) - _OF_DECIDING
    minutes = [one for one in request.documents() if one.kind in MINUTES and day_of(one) >= proposal.day]
    for document in sorted(minutes, key=day_of, reverse=True)[:LATEST]:
        for passage in request.passages(document.id):
            decides = passage.force is Force.DECISION and not forwards(passage.text, passage.heading_path)
            if decides and len(wanted) >= FEWEST_WORDS and wanted <= set(words(passage.text)):
                return replace(proposal, document=document, passages=(passage,))
    return None


def _among_hits(
    request: Request, understanding: Understanding, ranking: Ranking, scorer: Scorer, forces: frozenset[Force]
) -> list[Act]:
    found: dict[tuple[str, int], Act] = {}
    for scored in ranking.scored:
        evidence = scored.candidate.evidence
        # What a board decided to propose to a higher one is its proposal.
        proposed = forces is PROPOSALS and _forwards(evidence)
        if not (evidence.passage.force in forces or proposed) or evidence.passage.block is Block.HEADING:
            continue
        passages = same_act(request.passages(evidence.document.id), evidence.passage)
        key = (evidence.document.id, passages[0].ordinal)
        if key not in found:
            rank = scored.candidate.rank
            act = _act(understanding, scorer, evidence.document, passages, scored.candidate.around, rank)
            own = proposed and is_of(evidence.document, named_bodies(understanding.text))
            found[key] = replace(act, score=act.score + PINNED) if own else act
    return list(found.values())


def _of_case(request: Request, understanding: Understanding, scorer: Scorer, found: list[Act]) -> list[Act]:
    """Return the decisions of the best act's case that no hit holds."""
    named = next((value.text for value in understanding.named if value.kind is ValueKind.CASE_NUMBER), None)
    best = max(found, key=lambda act: act.score, default=None)
    number = named or (next(iter(sorted(best.cases)), None) if best else None)
    case = request.chain(number) if number else None
    if case is None:
        return []
    known = {(act.document.id, passage.ordinal) for act in found for passage in act.passages}
    more: list[Act] = []
    for step in case.steps:
        if step.force is not Force.DECISION or (step.document_id, step.ordinal) in known:
            continue
        every = request.passages(step.document_id)
        anchor = next((passage for passage in every if passage.ordinal == step.ordinal), None)
        if anchor is None or anchor.block is Block.HEADING or anchor.force is not Force.DECISION:
            continue
        passages = same_act(every, anchor)
        known.update((step.document_id, passage.ordinal) for passage in passages)
        more.append(_act(understanding, scorer, request.metadata(step.document_id), passages, "", 10))
    return more


def _of_topic(understanding: Understanding, ranking: Ranking) -> Scorer:
    """Return a scorer that leaves out the words that say who decided and when: those are looked at apart."""
    terms = topic_terms(understanding)
    if not terms or len(terms) == len(understanding.terms):
        return ranking.scorer
    return Scorer(replace(understanding, terms=terms), [one.candidate for one in ranking.scored])


def topic_terms(understanding: Understanding) -> tuple[str, ...]:
    """Return the terms of a question that tell of its matter, not of who decided or when."""
    pinned = {stem(word) for body in named_bodies(understanding.text) for word in (body,)}
    pinned |= {stem(name) for name in MONTHS} | {
        stem(word) for word in ("nämnden", "styrelsen", "kommunen", "utskottet")
    }
    for match in _BODIES_IN_FULL.finditer(understanding.text):
        pinned |= {stem(word) for word in words(match.group())}
    return tuple(term for term in understanding.terms if term not in pinned and not term.isdigit())


def _act(
    understanding: Understanding,
    scorer: Scorer,
    document: DocumentMetadata,
    passages: tuple[Passage, ...],
    around: str,
    rank: int,
) -> Act:
    text = "\n".join(passage.text for passage in passages)
    heading = " ".join(passages[0].heading_path)
    topic = scorer.covered((OWN, text), (HEADING, heading), (AROUND, around))
    known = document_words(Evidence(document, passages[0]))
    score = scorer.covered((OWN, text), (HEADING, heading), (AROUND, around), (DOCUMENT, known))
    score += 0.5 * scorer.covered((OWN, text)) + RANK_WORTH / (1 + 0.3 * rank)
    score += PINNED * _pinned(understanding, document, passages[0])
    if passages[0].force in PROPOSALS:
        score += PINNED * (document.kind.value in understanding.text.casefold())
        score += PINNED * scorer.speaks(text, passages[0])
    score += PINNED * orders(understanding, text)
    score -= PINNED * _of_other_year(understanding, Evidence(document, passages[0]), text)
    score -= 0.2 * (_FORMAL.search(text) is not None) + 0.1 * (document.kind not in MINUTES)
    return Act(document, passages, score, topic)


def _pinned(understanding: Understanding, document: DocumentMetadata, passage: Passage) -> float:
    """Return how far an act is the one that a board, a day, a month, a year or a § of the question points at."""
    score = 0.0
    if bodies := named_bodies(understanding.text):
        score += 1.0 if is_of(document, bodies) else -1.0
    day = document.day
    if day and (wanted := days_of_act(understanding)):
        score += 1.5 if any(falls_on(day, one) for one in wanted) else -1.5
    signs = {value.key for value in understanding.named if value.kind is ValueKind.SECTION}
    if signs and passage.section_sign:
        score += 1.5 if passage.section_number in signs else -1.5
    cases = [value for value in understanding.named if value.kind is ValueKind.CASE_NUMBER]
    if cases:
        known = values(" ; ".join([*_numbers(document, passage), *passage.heading_path]))
        score += 1.5 if any(supported(case, known) for case in cases) else -1.5
    return score


def _of_other_year(understanding: Understanding, evidence: Evidence, text: str) -> bool:
    """Tell whether an act is on what its § or paper names for other years than the matter that is asked about."""
    years = frozenset(
        match[0] for match in YEAR.finditer(understanding.text) if _said_of_subject(understanding.text, match.start())
    )
    titled = entitled(evidence)
    return bool(years and titled) and not titled & years and not tells_of(years, text)


def of_named_case(understanding: Understanding, evidence: Evidence) -> bool:
    """Tell whether a passage belongs to a case that the question names, or the question names none."""
    cases = [value for value in understanding.named if value.kind is ValueKind.CASE_NUMBER]
    if not cases:
        return True
    document, passage = evidence.document, evidence.passage
    known = values(" ; ".join([*_numbers(document, passage), *passage.heading_path, passage.text]))
    return any(supported(case, known) for case in cases)


def _numbers(document: DocumentMetadata, passage: Passage) -> tuple[str, ...]:
    """Return the diarienummer that hold at a passage: minutes have one for each §."""
    return passage.case_numbers or (() if document.kind is Kind.PROTOKOLL else document.case_numbers)


def days_of_act(understanding: Understanding) -> list[tuple[str, str, str]]:
    """Return the days, months and years that say when an act was made, as far as the question tells."""
    found = []
    for value in understanding.named:
        if value.kind is ValueKind.DATE:
            year, month, day = value.key.split("|")
            if not _said_of_subject(understanding.text, value.start):
                found.append((year, month, day))
    for match in re.finditer(r"(?<![\d/–-])((?:19|20)\d\d)(?![\d/–-])", understanding.text):
        if not any(match[1] == year for year, _, _ in found) and not _said_of_subject(
            understanding.text, match.start()
        ):
            found.append((match[1], "", ""))
    return found


_SUBJECT_BEFORE = re.compile(
    r"\b(?:för|från|till|och med|budget(?:en)?|under|plan(?:en)?|taxa(?:n)?|senast|ramar|före|efter|sedan)\s+(?:år\s+|den\s+)?$",
    re.I,
)


def _said_of_subject(text: str, start: int) -> bool:
    """Tell whether a day is part of the matter ("budget för 2026"), not the day of the act."""
    return _SUBJECT_BEFORE.search(text[:start]) is not None


def falls_on(day: dt.date, wanted: tuple[str, str, str]) -> bool:
    year, month, number = wanted
    return (
        (not year or int(year) == day.year)
        and (not month or int(month) == day.month)
        and (not number or int(number) == day.day)
    )
