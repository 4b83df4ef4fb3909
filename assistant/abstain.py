"""Decide whether the documents answer: answered, partly, or not found; pure.

First what is certain: an unknown diarienummer or board, a premise that the cited documents do not bear out. What is left
is a matter of degree, and ``answerability`` weighs it.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant import texts
from assistant.answerability import LINE, answerability, sureness
from assistant.answerer import Ranking
from assistant.answers import Status
from assistant.attendance import names_office
from assistant.awards import settled
from assistant.bodies import is_of, named_bodies
from assistant.casework import asks_of_all_cases
from assistant.changes import lacks_comparison, lacks_course, lacks_other_side
from assistant.conversation import greets
from assistant.doubts import doubt, priced, undefined
from assistant.duties import tells_duties
from assistant.extremes import lacks_extreme
from assistant.figures import tells_how_much
from assistant.fitting import fit, gives_reason, lacks_holder, tells_who
from assistant.ground import Ground
from assistant.holders import names_holder
from assistant.holdings import holds_papers, names_no_paper
from assistant.listing import announced
from assistant.meetings import asks_for_section, of_matter, stands_in_section, tells_meeting
from assistant.members import ActsOfMembers
from assistant.moments import TIMELESS, tells_no_meeting, tells_when
from assistant.named import asked_number, names_none
from assistant.news import tells_news
from assistant.offices import ENTITLES, asks_for_office
from assistant.periods import DECADE, YEAR, of_decade
from assistant.permission import lacks_permission, unspoken_act
from assistant.premises import of_other_things, unmet, unspoken_of
from assistant.question import ENTITLED_ASKED, Asked, Understanding, parts
from assistant.recipients import sent
from assistant.replies import tells_reply
from assistant.rivals import NO_FORM
from assistant.rosters import names_roster
from assistant.series import tells_ways
from assistant.settings import NEAREST_SHOWN
from assistant.signals import HARDLY, LIKELY, Signals, believed, lead, signals, surest
from assistant.signers import signed
from assistant.stand_ins import names_stand_in, replaced
from assistant.things import WHOLE_THING, absent, measured, things, unspoken
from assistant.unknown import Cited, uncounted, unknown
from assistant.values import Value, ValueKind, supported, values
from assistant.verify import Evidence, Place
from assistant.voting import lacks_voters
from index.hits import SearchResult
from index.swedish import words
from ingest.documents import Block, Force, Passage

_KINDS_OF_VALUE = (
    (Asked.NUMBER, "inget belopp eller antal som svarar på frågan"),
    (Asked.DATE, "ingen tidpunkt som svarar på frågan"),
    (Asked.PERSON, "ingen person som svarar på frågan"),
)
# What tells a value of a kind, and above what: an office is not yet a person.
_FORMS = {Asked.NUMBER: (tells_how_much, 0.0), Asked.DATE: (tells_when, 0.0), Asked.PERSON: (tells_who, 0.4)}
_BODY_WORD = re.compile(r"(?:nämnd|styrelse|utskott|fullmäktige)")
# A thing that is this share of the question, by rarity, is missed where nothing speaks of it.
MUCH = 0.2
# From these log odds by the reranker on, words and names that are not those of the question may tell it all the same (SURE),
# a value of another form or event too (QUITE_SURE), and what seems to be of another year or group (SURER). Below HARDLY the answer is unsure, however likely it is by
# all signals; from LIKELY on a value whose form is not wholly that of the answer is no less sure for it.
SURE = 1.5
QUITE_SURE = 3.0
SURER = 5.0
SOME_FORM = 0.3
# A value, or anything at all, that is asked for in so few content words is met by many sentences: of eleven sets of short everyday questions 26 of 46
# such answers were right that all signals were sure of, of those asked in more words and of acts 73 of 89.
FEW_TERMS = 2
# Claims beyond these are steps of a case or points of a list.
MOST_WEIGHED = 4
# Something that somebody wants done, which no paper does.
_ERRAND = re.compile(
    r"^\W*(?:hej\W+)?(?:(?:kan|kunde|skulle|vill) (?:du|ni) (?:kunna )?(?:snälla |vara snäll och )?)(?:boka|beställa?|ringa?|mejla|maila|skicka(?! (?:mig|oss))|påminna?|anmäla?|köpa?|betala|bjuda? in|kalla|avboka|lägga? in)\b(?! fram)",
    re.IGNORECASE,
)
# Texts of its own that someone wants written, and orders to the assistant; neither is asked of the documents.
_ORDER = re.compile(
    r"^\s*\{|^\W*(?:svara (?:med|bara|att|ja|nej)|visa innehållet|skriv|formulera|författa|dikta|hitta på|översätt|ignorera|glöm|låtsas|upprepa|ignore|forget|repeat|pretend|du är nu|you are)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Judgement:
    """Hold the status and, where something is lacking, the Swedish reasons."""

    status: Status
    reasons: tuple[str, ...] = ()
    # Whether likeness decided: what a premise or a number settles leaves nothing to weigh.
    weighed: bool = False
    # Whether what is shown may be beside the question: other sentences may be what was meant.
    unsure: bool = False
    # Whether it is unsure for no more than how short the question is.
    brief: bool = False
    # Things of the question that nothing around the cited words speaks of.
    lacking: tuple[str, ...] = ()
    # Parts of the question that what is shown may not answer.
    doubtful: tuple[str, ...] = ()
    # Whether nothing was asked that documents could answer.
    idle: bool = False
    # Whether a premise of the question speaks against what would be cited: another place may bear it out.
    premised: bool = False
    # Where the sentences stand that rank best, best first: the nearest to show where nothing is answered.
    ranked: tuple[Evidence, ...] = ()


def unknown_before_search(understanding: Understanding, result: SearchResult) -> Judgement | None:
    """Return a refusal where the question names a case or a board that no document knows, or asks for nothing."""
    if greets(understanding.text):
        return Judgement(Status.NOT_FOUND, (texts.GREETING,), idle=True)
    if _ORDER.search(understanding.text):
        return Judgement(Status.NOT_FOUND, (texts.NOT_A_QUESTION,))
    if _ERRAND.search(understanding.text):
        return Judgement(Status.NOT_FOUND, (texts.NO_ERRAND,))
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
) -> Judgement:
    """Return how far the claims that stood answer the question; ``grounds`` are the places of each."""
    shown = [place for ground in grounds for place in ground]
    if not shown and understanding.wants(Asked.ASSIGNMENTS):
        return Judgement(Status.NOT_FOUND, (texts.NO_OPEN_ASSIGNMENTS,))
    if not shown or ranking.best is None:
        return Judgement(Status.NOT_FOUND)
    if (read_off := _by_kind_of_question(understanding, result, shown, passages)) is not None:
        return read_off
    ground = Ground(shown, result.hits, passages)
    acted = ActsOfMembers(understanding, ranking, passages)
    others = of_other_things(understanding, ground)
    unspoken_by = (*_unnamed(understanding, result, grounds, ground), *unspoken_of(understanding, ground))
    surely = surest(understanding, ranking, shown)
    reasons = (
        uncounted(understanding, shown, result, passages)
        or unmet(understanding, ground)
        or acted.lacks(shown)
        # Other words may tell it all the same, where the network is sure that they do.
        or (others if surely < SURER else ())
        or (unspoken_by if surely < SURE else ())
    )
    if reasons:
        return Judgement(Status.NOT_FOUND, _true(reasons, understanding, ranking), premised=True)
    yielded = others or unspoken_by
    if not yielded and _reads_off(understanding, ranking, ground, acted):
        return Judgement(Status.ANSWERED)
    measured = likeliest(understanding, result, ranking, grounds)
    likely = answerability(measured)
    formless = _formless(understanding, measured, shown)
    of_row = understanding.wants(Asked.NUMBER) and priced(understanding.text, shown[0])
    if not of_row and (likely < LINE.partial or (formless and surely < QUITE_SURE)):
        return Judgement(Status.NOT_FOUND, (_lacking(understanding, measured, shown),), weighed=True)
    doubted = doubt(understanding, ranking, shown)
    if doubted is not None and doubted.refused and surely < QUITE_SURE:
        return Judgement(Status.NOT_FOUND, (texts.UNSURE,), weighed=True)
    odds = believed(understanding, surely)
    told = sureness(likely, lead(understanding, ranking, shown), len(grounds) > 1)
    unsure = told < LINE.sure or odds < HARDLY
    if (
        doubted is not None
        and not doubted.refused
        and doubted.of_form
        and odds >= LIKELY
        and measured.fits >= SOME_FORM
    ):
        doubted = None
    if unsure and (lacking := undefined(understanding.text, shown)):
        return Judgement(Status.NOT_FOUND, (texts.not_named(lacking),), weighed=True)
    missing = (
        *_unproved(understanding, ground, ranking),
        *(unspoken_act(understanding.text, shown) if surely < SURER else ()),
        *(_unspoken(understanding, ground, ranking) if unsure else ()),
    )
    lacking = tuple(dict.fromkeys((*missing, *(doubted.lacking if doubted else ()))))
    partly = unsure or lacking or doubted or yielded or formless or _tells_in_part(understanding, ground)
    brief = not partly and _met_by_many(understanding)
    status = Status.PARTIAL if partly or brief else Status.ANSWERED
    return Judgement(status, weighed=True, lacking=lacking, unsure=bool(unsure or yielded or formless), brief=brief)


def _met_by_many(understanding: Understanding) -> bool:
    """Tell whether a question is so short, and asks for such a thing, that many sentences may be meant; a case or a § that it names tells which."""
    named = any(one.kind in {ValueKind.CASE_NUMBER, ValueKind.SECTION} for one in understanding.named)
    open_to = understanding.wants(Asked.NUMBER, Asked.PERSON, Asked.DATE) or understanding.asked == {Asked.FACT}
    return len(understanding.terms) <= FEW_TERMS and open_to and not named


def _by_kind_of_question(
    understanding: Understanding,
    result: SearchResult,
    shown: Sequence[Place],
    passages: Callable[[str], Sequence[Passage]],
) -> Judgement | None:
    """Return the judgement of questions whose answers are read off the heads of papers, where likeness of words tells nothing.

    Who sits in a body, which papers there are, what is new and what auditors were answered are told
    whole or not drafted at all; who has an office, which papers of a name there are and when a body meets are refused unless told.
    """
    known = [hit.document for hit in result.hits]
    if (
        names_roster(understanding, shown)
        or holds_papers(understanding, shown, passages)
        or tells_news(understanding, shown, known)
        or tells_reply(understanding, shown)
    ):
        return Judgement(Status.ANSWERED)
    held = names_holder(understanding, shown, passages)
    if held is not None:
        return Judgement(Status.ANSWERED) if held else Judgement(Status.NOT_FOUND, (texts.NO_HOLDER,))
    if names_no_paper(understanding, shown):
        return Judgement(Status.NOT_FOUND, (texts.NO_SUCH_PAPERS,))
    bodies = named_bodies(understanding.text)
    own = [one.text for one in shown if is_of(one.evidence.document, bodies) or named_bodies(one.text) & bodies]
    if bodies and tells_no_meeting(understanding.text, own):
        return Judgement(Status.NOT_FOUND, (texts.no_value_of_kind(_KINDS_OF_VALUE[1][1]),), weighed=True)
    return None


def _unnamed(
    understanding: Understanding, result: SearchResult, grounds: Sequence[Sequence[Place]], ground: Ground
) -> tuple[str, ...]:
    """Return the names and boards of the question that the papers which would be cited do not hold."""
    # A further claim from another paper knows other names; the one that answers must know those of the question.
    several = len(parts(understanding.text)) > 1 or understanding.wants(
        Asked.COMPARISON, Asked.CHAIN, Asked.ASSIGNMENTS
    )
    cited = Cited([place.evidence.document for place in (ground.shown if several else grounds[0])], ground.passages)
    return unknown(understanding, cited, result, ground.passages)


def _reads_off(understanding: Understanding, ranking: Ranking, ground: Ground, acted: ActsOfMembers) -> bool:
    """Tell whether an answer is read off the chain of a case, or the minutes of a meeting: that is no matter of likeness."""
    shown = ground.shown
    if understanding.short and names_stand_in(replaced(understanding.text), shown[0].text):
        return True
    if understanding.wants(Asked.ASSIGNMENTS) and asks_of_all_cases(understanding):
        return True
    if understanding.short and names_office(understanding, shown[0]):
        return True
    named = any(value.kind is ValueKind.CASE_NUMBER for value in understanding.named)
    # What an identified case does not tell is not read off it: a company, a sum.
    valueless = understanding.short and fit(understanding, shown[0].text, shown[0].evidence) < NO_FORM
    named = named and not valueless and not names_none(understanding.text, shown)
    minuted = tells_meeting(understanding, [place.evidence for place in shown])
    section = asks_for_section(understanding) and all(stands_in_section(understanding, one.evidence) for one in shown)
    section = section and of_matter(understanding, ground.section)
    told = (
        tells_ways(understanding, shown, ground.passages)
        or acted.settles(shown)
        or settled(understanding, ground)
        or announced(understanding, ranking, ground)
    )
    told = told or tells_duties(understanding, shown)
    return bool(named or minuted or section or told or signed(understanding, ground) or sent(understanding, ground))


def _formless(understanding: Understanding, measured: Signals, shown: Sequence[Place]) -> bool:
    """Tell whether one value is asked for and nothing of its kind is shown: however near the words lie, that would mislead."""
    timeless = understanding.of_value and TIMELESS.search(understanding.text)
    of_form = understanding.short or timeless or asked_number(understanding.text)
    nobody = all(lacks_holder(understanding, place.text, place.evidence) for place in shown)
    unsaid = names_none(understanding.text, shown) or lacks_permission(understanding.text, shown)
    return bool(of_form and measured.fits < NO_FORM) or nobody or unsaid


def _tells_in_part(understanding: Understanding, ground: Ground) -> bool:
    """Tell whether what is cited leaves out a part that it should hold: the value in what is read first, a reason, voters, both sides."""
    shown = ground.shown
    # What is read first is taken for the answer.
    later = understanding.short and fit(understanding, shown[0].text, shown[0].evidence) < NO_FORM
    unexplained = understanding.wants(Asked.WHY) and not any(
        gives_reason(understanding, place.text, place.evidence) for place in shown
    )
    unentitled = ENTITLED_ASKED.search(understanding.text) and not ENTITLES.search(shown[0].text)
    unmatched = lacks_voters(understanding, shown) or lacks_extreme(understanding, ground)
    uncompared = lacks_comparison(understanding.text, shown) or lacks_other_side(understanding.text, ground)
    untold = later or unexplained or unmatched or unentitled
    return bool(untold) or uncompared or lacks_course(understanding.text, shown)


def _true(reasons: tuple[str, ...], understanding: Understanding, ranking: Ranking) -> tuple[str, ...]:
    """Return reasons without what the passages that the refusal names speak against."""
    near = [
        one.candidate.evidence for one in ranking.scored if one.candidate.evidence.passage.block is not Block.HEADING
    ]
    near = near[:NEAREST_SHOWN]
    days = [value.text.strip() for value in understanding.named if value.kind is ValueKind.DATE]
    untrue = {
        texts.unknown_day(day)
        for day in (
            *days,
            *YEAR.findall(understanding.text),
            *(match[0] for match in DECADE.finditer(understanding.text)),
        )
        if any(_is_of(one, day) for one in near)
    }
    said = " ".join(" ".join([one.passage.text, *one.passage.heading_path]) for one in near)
    told = dict.fromkeys(
        texts.TOO_FAR if reason in untrue or denies_said(reason, said) else reason for reason in reasons
    )
    if any(one.passage.force is Force.DECISION for one in near):
        told = dict.fromkeys(texts.NO_SUCH_DECISION if one == texts.PROPOSAL_NO_DECISION else one for one in told)
    return tuple(told)


def denies_said(reason: str, said: str) -> bool:
    """Tell whether a reason says that words are not named which a text holds in any form."""
    quoted = re.findall("”([^”]+)”", reason)
    return reason == texts.not_named(quoted) and any(not absent(words(one), said) for one in quoted)


def _is_of(evidence: Evidence, day: str) -> bool:
    """Tell whether a paper is of a day, month or year, or the passage speaks of it."""
    if decade := DECADE.fullmatch(day):
        return of_decade(Place(evidence, 0, len(evidence.passage.text)), decade)
    dates = [day.isoformat() for day in evidence.document.days]
    said = " ; ".join([*dates, evidence.passage.text])
    if YEAR.fullmatch(day):
        return day in YEAR.findall(" ".join(one[:4] for one in dates) + f" {evidence.passage.text}")
    return any(supported(value, values(said)) for value in values(day))


def likeliest(
    understanding: Understanding,
    result: SearchResult,
    ranking: Ranking,
    grounds: Sequence[Sequence[Place]],
) -> Signals:
    """Return the signals of the claim that most likely answers: one must hold what is asked for, not two by halves."""
    weighed = list(grounds)
    if len(parts(understanding.text)) > 1:
        weighed.append([place for ground in grounds for place in ground])
    if understanding.wants(Asked.CHAIN, Asked.ASSIGNMENTS) and ranking.best is not None:
        # The steps of a case need not speak of what led to it.
        best = ranking.best.candidate
        weighed.append((Place(best.evidence, best.start, best.end),))
    found = [signals(understanding, result, ranking, ground) for ground in weighed[:MOST_WEIGHED]]
    return max(found, key=answerability)


def _unproved(understanding: Understanding, ground: Ground, ranking: Ranking) -> tuple[str, ...]:
    """Return what the cited words must name to answer: what an office decides on, and the thing whose size is asked for."""
    if asks_for_office(understanding.text):
        # A row of a list of delegations decides for itself alone, and for nothing like it.
        return absent(_heavy(understanding, ranking), ground.said, WHOLE_THING)
    sized = measured(understanding.text) if understanding.wants(Asked.NUMBER) else ""
    unsized = absent((sized,), f"{ground.said} {ground.near}", WHOLE_THING) if sized else ()
    return unsized or _of_no_matter(understanding, ground)


def _unspoken(understanding: Understanding, ground: Ground, ranking: Ranking) -> tuple[str, ...]:
    """Return the things that make up much of the question and that nothing in the cited sections speaks of.

    People use freer words than papers, so this tells what an unsure answer may lack, and makes no sure one unsure.
    """
    if asks_for_office(understanding.text):
        return ()
    heavy = [one for one in _heavy(understanding, ranking) if not _is_party(one, understanding, ground)]
    return unspoken(heavy, f"{ground.section} {ground.own}")


def _heavy(understanding: Understanding, ranking: Ranking) -> list[str]:
    return [one for one in things(understanding.text) if ranking.scorer.weight(one) >= MUCH]


def _of_no_matter(understanding: Understanding, ground: Ground) -> tuple[str, ...]:
    """Return all things that a question for a decision or a proposal names, where the cited sections speak of none of them."""
    if not understanding.wants(Asked.DECISION, Asked.PROPOSAL):
        return ()
    wanted = [one for one in things(understanding.text) if not _BODY_WORD.search(one)]
    lacking = unspoken(wanted, f"{ground.section} {ground.own} {ground.near}")
    return lacking if len(lacking) == len(wanted) else ()


def _is_party(one: str, understanding: Understanding, ground: Ground) -> bool:
    """Tell whether a word names a party that the cited sections name in any spelling."""
    named = [value for value in understanding.named if value.kind is ValueKind.PARTY and one in words(value.text)]
    return any(supported(value, values(ground.section)) for value in named)


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
