"""Tell a fact by the sentence that holds it, and by a second one where the first is not sure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from assistant.act_words import DECISIONS
from assistant.acts import Act, acts, asks_for_final, asks_for_wish, is_decision, proposes
from assistant.answerer import Ranking, Request
from assistant.attendance import attends, names_office, with_role
from assistant.candidates import Candidate
from assistant.drafting import MINUTES, Group, claim_of, lead_of, passage_claims
from assistant.fitting import answer_spans
from assistant.letterheads import HEAD_PASSAGES, form_lines
from assistant.members import WON_ASKED
from assistant.offices import asks_for_office
from assistant.question import Asked, Understanding
from assistant.reranking import less_sure
from assistant.rivals import NO_FORM
from assistant.scoring import Scored, Scorer
from assistant.settings import FACT_WORDS
from assistant.siblings import listings
from assistant.stand_ins import replaced, stand_in_span
from assistant.values import supported, values
from assistant.verify import DraftClaim, Evidence, Place, Quote, missing_values
from index.swedish import STOP_WORDS, words
from ingest.documents import Block, Force, Passage
from ingest.sentences import sentences

# Sentences among which a further one, or a decision, is looked for.
LOOKED_AT = 10
SHORT_LIST = 110
# What was decided must hold this share of what the best sentence holds of the question.
SETTLED = 0.6
# A decision within so many days that has this share of a proposal's words settles it.
SAME_ROUND = 180
SAME_WORDS = 0.6
# A row or sentence of more words is cut to the part that holds the value, where one value is asked for.
LONG_ROW = 35
# One thing is asked for: a body, a group, a document. Few words answer it.
_ONE_ASKED = re.compile(r"^\W*(?:i |på |för |till |av |från |under |inom )?vilke[nt]\b", re.IGNORECASE)
# A further sentence comes so near the best one that it may be the answer, and holds this share of what that one holds.
MARGIN = 0.65
BEARS_ON = 0.5
# By so many points of log odds less sure than the best sentence, a further one is beside the question, and by so many one
# that goes on with it.
BESIDE = 2.4
LESS_SURE = 4.5
# Words of the marks and of the line that says that the documents answer in part.
MARKS = 7
# Of an unsure answer, the sentences among which others that may be meant are looked for, and the words of all of it.
OTHERS = 6
UNSURE_WORDS = 100
MOST_VALUES = 2
# More than one person is asked for.
_SEVERAL = re.compile(r"\bvilka\b", re.IGNORECASE)
# That a report was received tells nothing more of what it says.
_FORMAL = re.compile(
    r"^\W*(?:\d+\.\s)?(?:[\w-]+ ){1,6}?(?:lägg(?:er|s)\b[^.]{0,60}\btill handlingarna|(?:förklaras omedelbart )?justera[sd]\w*|(?:noterar|har tagit del av) informationen)\.?$",
    re.IGNORECASE,
)
# A line of fewer words, or a row that has no word of more letters behind its first figure, explains nothing.
SHORT_SENTENCE = 8
SHORT_WORD = 4
_FIGURES = re.compile(r"\d|\b(?:ja|nej|avstår|avstod)\b", re.IGNORECASE)
# One line of a form has the form of the answer this far.
LINE_FORM = 0.5
# Places that prove one value.
MOST_CITED = 3
ALIKE = 0.8
TITLE_SHARE = 0.8
MOST_PARAGRAPHS = 3
# Words of an answer that is told in sentences: half a screen.
TOLD_WORDS = 140
# A sentence is told with what stands round it in its paragraph up to so many words, where more than one value is asked.
PARAGRAPH_WORDS = 40
# A further sentence that is to tell one value has its form this far, or as far as the best one.
FORMED = 0.7
# A further sentence has this share of words that were not said before it.
NEW_WORDS = 0.35
# A sentence that rests on the one before it is told with that one up to so many words.
REFERRED_WORDS = 70
_REFERS_BACK = re.compile(
    r"(?:(?:med anledning av|mot bakgrund av|till följd av|på grund av|utifrån|av) (?:detta|det|dessa|denna)\b|därför\b|därmed\b|mot denna bakgrund\b|av denna anledning\b|detta\b|dessa\b)",
    re.IGNORECASE,
)
# The rest of a sentence whose beginning was cut off.
_TORN = re.compile(r"(?:och|eller|samt|som|att|men)\b", re.IGNORECASE)
# What a page of questions and answers says first: "Nej.", "Svar: Ja!"
_YES_OR_NO = re.compile(r"\W*(?:\w+\s*:\s*)?(?:ja|nej|jo)\W*", re.IGNORECASE)
# A piece of a list of who was present.
_NAMED = re.compile(r"\s*[A-ZÅÄÖÉ][\w-]+\s+(?:(?:von|af|de)\s+)?[A-ZÅÄÖÉ][\w-]+")
_VICE = re.compile(r"\bvice\b|\bv\.\s?ordf", re.IGNORECASE)
# A bracket beside a bracket belongs to the same name: "Ann Ek (S) (ordförande)".
_SEGMENT_END = re.compile(r"\)(?:[;,.]|\s§\s?\d+)?\s(?!\()|;\s")
# Those who did a thing together are told in one breath: "väckt av Ann Ek (S), Bo Al (S) och Siv Dal (C)".
_PERSON = r"[A-ZÅÄÖÉ][\w-]+(?:\s(?:(?:von|af|de)\s)?[A-ZÅÄÖÉ][\w-]+){1,3}\s\([A-ZÅÄÖa-zåäö]{1,4}\)"
_DONE_BY = re.compile(rf"\b(?:av|från)\s{_PERSON}(?:(?:,|,?\s(?:och|samt))\s{_PERSON})+")


def told(
    request: Request, understanding: Understanding, ranking: Ranking, ranked: list[Group]
) -> tuple[list[DraftClaim], list[Group]]:
    """Return the best sentence, and those among which further ones that come near may be found."""
    if understanding.of_value:
        if not asks_for_office(understanding.text):
            # Who may decide stands at the end of a row, and what for at its beginning.
            ranked = clipped(ranked, ranking.scorer, understanding)
            # Who had a part in a meeting is told at the head of its minutes.
            ranked.sort(key=lambda group: not attends(understanding, _place(group)))
            ranked = _latest_holder(understanding, ranked)
        if attends(understanding, _place(ranked[0])) or with_role(understanding, ranked[0].scored.candidate.text):
            return [claim_of(ranked[0], lead_of(ranked[0].evidence))], []
        first = _settled(request, understanding, ranking, ranked[0])
        return [claim_of(first, lead_of(first.evidence))], ranked
    ranked = _without_titles(ranked)
    listed = _whole_list(request, ranked[0], LONG_ROW if _tells_one(understanding) else SHORT_LIST)
    return listed or [claim_of(_widened(ranked[0], understanding), lead_of(ranked[0].evidence))], ranked


def _latest_holder(understanding: Understanding, ranked: list[Group]) -> list[Group]:
    """Return sentences with the latest minutes first, where they are of those that name who has the office asked for."""
    holders = [group for group in ranked if names_office(understanding, _place(group))]
    if not holders or ranked[0] is not holders[0]:
        return ranked
    latest = max(holders, key=lambda group: group.evidence.document.day or date.min)
    return [latest, *(group for group in ranked if group is not latest)]


def clipped(ranked: Sequence[Group], scorer: Scorer, understanding: Understanding) -> list[Group]:
    """Return the first sentences, each cut to the part that answers where one value is asked for."""
    return [_clipped(group, scorer, understanding) for group in ranked[:LOOKED_AT]]


def _without_titles(ranked: list[Group]) -> list[Group]:
    """Return sentences without the titles where one comes near: a title names the matter and tells nothing of it."""
    plain = [group for group in ranked if not _is_title(group)]
    return plain if plain and plain[0].scored.score >= ranked[0].scored.score - MARGIN else ranked


def _is_title(group: Group) -> bool:
    """Tell whether a heading, or the line that gives a paper its title, is all there is."""
    passage, said = group.evidence.passage, words(group.scored.candidate.text)
    title = set(words(group.evidence.document.title))
    entitles = passage.ordinal < HEAD_PASSAGES and sum(word in title for word in said) >= TITLE_SHARE * len(said)
    return passage.block is Block.HEADING or (passage.block is Block.PARAGRAPH and entitles)


def with_further(claims: list[DraftClaim], understanding: Understanding, ranked: Sequence[Group]) -> list[DraftClaim]:
    """Return an answer with what else comes so near the best sentence that it may be the answer."""
    brief = understanding.of_value or _tells_one(understanding)
    most, budget = (MOST_VALUES, FACT_WORDS - MARKS) if brief else (MOST_PARAGRAPHS, TOLD_WORDS)
    best = ranked[0].scored
    explains = _explains(understanding)
    kept = list(claims)
    for group in ranked[:LOOKED_AT]:
        if len(kept) >= most:
            break
        bears = group.scored.covered >= BEARS_ON * best.covered
        near = bears and group.scored.score >= best.score - MARGIN
        # A second place may be the one that was meant; a third one goes on with the first.
        of_matter = len(kept) < MOST_VALUES or _same_matter(group.evidence, ranked[0].evidence)
        if _row_beside(group, ranked[0]):
            continue
        formed = not understanding.of_value or group.scored.fits >= min(FORMED, best.fits)
        alike = near or group.scored.covered >= ALIKE * best.covered
        if alike and understanding.of_value and (borne_out := _borne_out(kept[0], group, understanding)):
            if sum(map(_length, (borne_out, *kept[1:]))) <= budget:
                kept[0] = borne_out
            continue
        if near and of_matter and formed and _says_more(group, kept, explains):
            if not _as_sure(group, ranked[0], understanding):
                if understanding.of_value:
                    # Of one value what comes after it is still farther off.
                    break
                continue
            lead = lead_of(group.evidence)
            if _hides(ranked[0], group, kept, understanding):
                return [claim_of(group, lead)]
            told_more = group if understanding.of_value else _widened(group, understanding, kept)
            further = claim_of(told_more, "" if lead == _last_lead(kept) else lead)
            if sum(map(_length, (*kept, further))) <= budget:
                kept.append(further)
    return kept


def with_others(claims: list[DraftClaim], understanding: Understanding, ranked: Sequence[Group]) -> list[DraftClaim]:
    """Return an unsure answer with the sentences that come next, as far as few words go: one of them may be what was meant."""
    brief = understanding.of_value or _tells_one(understanding)
    budget = FACT_WORDS - MARKS if brief else UNSURE_WORDS
    explains = _explains(understanding)
    kept = list(claims)
    for group in ranked[:OTHERS]:
        if len(kept) >= MOST_PARAGRAPHS:
            break
        # The network was taught few decisions.
        decides = group.evidence.passage.force is Force.DECISION
        near = decides or less_sure(understanding.text, group.scored.candidate, ranked[0].scored.candidate) <= LESS_SURE
        formed = group.scored.fits >= NO_FORM if understanding.of_value else near
        if not formed or _row_beside(group, ranked[0]) or not _says_more(group, kept, explains):
            continue
        lead = lead_of(group.evidence)
        further = claim_of(group, "" if lead == _last_lead(kept) else lead)
        if sum(map(_length, (*kept, further))) <= budget:
            kept.append(further)
    return kept


def _explains(understanding: Understanding) -> bool:
    """Tell whether a reason or an act is asked for, which no figure or name tells alone."""
    act = understanding.wants(Asked.WHY, Asked.DECISION, Asked.PROPOSAL, Asked.YES_NO)
    return act and not understanding.of_value and _ONE_ASKED.search(understanding.text) is None


def _as_sure(group: Group, best: Group, understanding: Understanding) -> bool:
    """Tell whether a further sentence may be what was meant: it is about as sure to answer as the best one, or has more of the form."""
    if group.scored.fits > best.scored.fits:
        return True
    goes_on = not understanding.of_value and _same_matter(group.evidence, best.evidence)
    less = less_sure(understanding.text, group.scored.candidate, best.scored.candidate)
    return less <= (LESS_SURE if goes_on else BESIDE)


def _hides(best: Group, group: Group, kept: Sequence[DraftClaim], understanding: Understanding) -> bool:
    """Tell whether the best sentence is so much less sure to tell a value than a further one that it is beside the question itself.

    The network was taught no headings with their § and number, and does not know whose wish was granted.
    """
    if not understanding.of_value or understanding.wants(Asked.IDENTIFIER) or WON_ASKED.search(understanding.text):
        return False
    alone = len(kept) == 1 and kept[0].text == best.scored.candidate.text
    less = less_sure(understanding.text, best.scored.candidate, group.scored.candidate)
    return alone and less > BESIDE


def _row_beside(group: Group, best: Group) -> bool:
    """Tell whether a row stands in the table of the best row and holds less of the question: it is about another thing."""
    one, other = group.evidence, best.evidence
    rows = one.passage.block is other.passage.block is Block.TABLE_ROW
    table = (one.document.id, one.passage.heading_path, one.passage.table_header)
    same = table == (other.document.id, other.passage.heading_path, other.passage.table_header)
    return rows and same and group.scored.own < best.scored.own


def _borne_out(claim: DraftClaim, group: Group, understanding: Understanding) -> DraftClaim | None:
    """Return a claim that cites another sentence as well, where that one gives the same value of the same things."""
    evidence = group.evidence
    quoted = {(quote.evidence.document.id, quote.evidence.passage.ordinal) for quote in claim.quotes}
    if len(quoted) >= MOST_CITED or (evidence.document.id, evidence.passage.ordinal) in quoted:
        return None
    given, text = values(claim.text), group.scored.candidate.text
    told = [value for value in given if (value.start, value.end) in answer_spans(understanding, claim.text)]
    known = values(text)
    if not told or not all(supported(value, known) for value in told):
        return None
    if missing_values(claim.text, evidence.passage.text):
        return None
    return replace(claim, quotes=(*claim.quotes, Quote(evidence, text)))


def _tells_one(understanding: Understanding) -> bool:
    """Tell whether a question asks for one thing, no reason, no list and no act."""
    several = understanding.wants(
        Asked.WHY, Asked.LIST, Asked.DECISION, Asked.PROPOSAL, Asked.SUMMARY, Asked.COMPARISON
    )
    return not several and _ONE_ASKED.search(understanding.text) is not None


def _same_matter(one: Evidence, other: Evidence) -> bool:
    """Tell whether two passages are of one document or one case."""
    return one.document.id == other.document.id or not set(one.case_numbers).isdisjoint(other.case_numbers)


def is_scrap(passage: Passage, text: str) -> bool:
    """Tell whether words are no sentence and no point: a row of figures or votes, an address, a name. They explain nothing."""
    if passage.block is Block.TABLE_ROW:
        figures = _FIGURES.search(text)
        return figures is not None and not any(len(word) > SHORT_WORD for word in words(text[figures.end() :]))
    return passage.block is Block.PARAGRAPH and len(words(text)) < SHORT_SENTENCE and text[-1:] not in ".!)”"


def _says_more(group: Group, kept: Sequence[DraftClaim], explains: bool) -> bool:
    """Tell whether a sentence stands by itself and says something that the claims before it do not."""
    text = group.scored.candidate.text.rstrip()
    if group.evidence.passage.block is Block.HEADING or text.endswith((":", "?")):
        return False
    if group.evidence.document.kind in MINUTES and group.evidence.passage.section_sign is None:
        # The front page of minutes names everybody and every §.
        return False
    if proposes(group.evidence, text) and any(_decides(claim) for claim in kept):
        return False
    if (explains and is_scrap(group.evidence.passage, text)) or _FORMAL.search(text):
        return False
    known = {word for claim in kept for word in words(claim.text)}
    own = {word for word in words(text) if word not in STOP_WORDS}
    return len(own - known) >= NEW_WORDS * len(own)


def _decides(claim: DraftClaim) -> bool:
    return any(quote.evidence.passage.force is Force.DECISION for quote in claim.quotes)


def _last_lead(claims: Sequence[DraftClaim]) -> str:
    return next((claim.lead for claim in reversed(claims) if claim.lead), "")


def _length(claim: DraftClaim) -> int:
    return len(claim.text.split()) + len(claim.lead.split()) + len(claim.quotes)


def _widened(group: Group, understanding: Understanding, kept: Sequence[DraftClaim] = ()) -> Group:
    """Return a sentence with what stands round it in its paragraph, as far as few words go: what follows first.

    What was told before it is not told again, nor the yes or no to another question than the one that is asked.
    """
    candidate = group.scored.candidate
    whole = candidate.evidence.passage.text
    every = sentences(whole)
    place = next((number for number, one in enumerate(every) if one.start == candidate.start), None)
    if place is None or candidate.evidence.passage.block is not Block.PARAGRAPH:
        return group

    known = [" ".join(words(claim.text)) for claim in kept]
    of_other = not understanding.wants(Asked.YES_NO)

    def fits(first: int, last: int, added: int, most: int = PARAGRAPH_WORDS) -> bool:
        said = " ".join(words(every[added].text))
        few = len(whole[every[first].start : every[last].end].split()) <= most
        return few and not any(said in one for one in known)

    first = last = place
    # What "detta" is stands in the sentence before.
    if place and _REFERS_BACK.match(candidate.text) and fits(place - 1, place, place - 1, REFERRED_WORDS):
        first -= 1
    while last + 1 < len(every) and fits(first, last + 1, last + 1):
        last += 1
    while (
        first > 0
        and fits(first - 1, last, first - 1)
        and not (of_other and _YES_OR_NO.fullmatch(every[first - 1].text))
    ):
        first -= 1
    start, end = every[first].start, every[last].end
    text = whole[start:end]
    copies = tuple(copy for copy in group.copies if text in copy.evidence.passage.text)
    grown = replace(candidate, text=text, start=start, end=end)
    return Group(replace(group.scored, candidate=grown), tuple(replace(copy, text=text) for copy in copies))


def _settled(request: Request, understanding: Understanding, ranking: Ranking, first: Group) -> Group:
    """Return the best sentence, or what was decided on the same thing where the best only proposes it."""
    if is_decision(first.evidence, first.scored.candidate.text) or asks_for_wish(understanding.text):
        return first
    if not (proposes(first.evidence, first.scored.candidate.text) or asks_for_final(understanding.text)):
        return first
    cases = set(first.evidence.case_numbers)
    for act in acts(request, understanding, ranking, DECISIONS):
        if act.forwards or not cases & act.cases or act.topic < SETTLED * first.scored.covered:
            continue
        decided = max(_sentences(act, ranking.scorer), key=lambda one: one.fits + one.own, default=None)
        if (
            decided is not None
            and decided.fits >= first.scored.fits - 0.2
            and _as_likely(understanding, decided, first)
        ):
            return Group(decided)
    return next((Group(one) for one in ranking.scored if _decides_the_same(one, first)), first)


def _as_likely(understanding: Understanding, decided: Scored, first: Group) -> bool:
    """Tell whether what was decided is about as sure to answer as what proposes it: else it is decided on something else."""
    return less_sure(understanding.text, decided.candidate, first.scored.candidate) <= LESS_SURE


def _decides_the_same(one: Scored, proposed: Group) -> bool:
    """Tell whether a sentence decides what another proposes in the same words, at a later day: papers may bear no number."""
    evidence, text = one.candidate.evidence, one.candidate.text
    before, after = proposed.evidence.document.day, evidence.document.day
    if before is None or after is None or not proposes(proposed.evidence, proposed.scored.candidate.text):
        return False
    later = 0 <= (after - before).days <= SAME_ROUND
    said = {word for word in words(proposed.scored.candidate.text) if word not in STOP_WORDS and word.isalpha()}
    same = len(said & set(words(text))) >= SAME_WORDS * len(said)
    return later and same and is_decision(evidence, text) and one.fits >= proposed.scored.fits - 0.2


def _sentences(act: Act, scorer: Scorer) -> Iterator[Scored]:
    """Yield the sentences of an act."""
    heading = " ".join(act.passages[0].heading_path)
    for passage in act.passages:
        for sentence in sentences(passage.text):
            evidence = Evidence(act.document, passage)
            candidate = Candidate(evidence, sentence.text, sentence.start, sentence.end, 0, heading, act.text)
            yield scorer.score(candidate)


def _whole_list(request: Request, group: Group, most: int) -> list[DraftClaim]:
    """Return the whole list of at most so many words that a sentence is an item of, or any that it introduces: one item alone tells little."""
    passage = group.evidence.passage
    introduces = passage.text.rstrip().endswith(":") and group.scored.candidate.end >= len(passage.text.rstrip())
    if passage.block not in {Block.LIST_ITEM, Block.ATT_SATS} and not introduces:
        return []
    for listing in listings(request.passages(group.evidence.document.id), passage):
        opening = (listing.opening,) if listing.opening else ()
        passages = (*opening, *listing.items)
        if sum(len(one.text.split()) for one in passages) <= most or introduces:
            anchor = Evidence(group.evidence.document, passages[0])
            return passage_claims(anchor, passages, lead_of(group.evidence), SHORT_LIST)
    return []


def in_line(group: Group, scorer: Scorer) -> Group:
    """Return a group whose sentence, where it is the form at the head of a paper, is cut to the one line that answers."""
    line = _line_of_form(group, scorer)
    return group if line is None else _cut(group, *line)


def _clipped(group: Group, scorer: Scorer, understanding: Understanding) -> Group:
    """Return a group whose sentence, where it is a form, a long row or an enumeration, is cut to the part that answers."""
    group = in_line(group, scorer)
    candidate = group.scored.candidate
    if span := with_role(understanding, candidate.text):
        return _cut(group, *span)
    asks_who = understanding.wants(Asked.PERSON)
    if asks_who and _SEVERAL.search(understanding.text):
        return group
    if len(candidate.text.split()) <= LONG_ROW and not (asks_who and len(_pieces(candidate.text)) > 1):
        return group
    if (who := replaced(understanding.text)) and (span := stand_in_span(who, candidate.text)):
        return _cut(group, *span)
    best: tuple[float, int, int] | None = None
    for start, end in _segments(candidate.text):
        part = candidate.text[start:end]
        if _TORN.match(part):
            continue
        score = scorer.coverage(part) + scorer.form(part, candidate.evidence)
        score -= (_VICE.search(part) is None) != (_VICE.search(understanding.text) is None)
        if best is None or score > best[0]:
            best = (score, start, end)
    if best is None:
        return group
    return _cut(group, *best[1:])


def _line_of_form(group: Group, scorer: Scorer) -> tuple[int, int] | None:
    """Return where the one line that has the form of the answer stands in the form at the head of a paper; None without such a line."""
    candidate = group.scored.candidate
    lines = [
        (start - candidate.start, end - candidate.start)
        for start, end in form_lines(candidate.evidence.passage)
        if candidate.start <= start and end <= candidate.end
    ]
    told = [(scorer.form(candidate.text[start:end], candidate.evidence), (start, end)) for start, end in lines]
    best = max((form for form, _ in told), default=0.0)
    first = [span for form, span in told if form == best]
    return first[0] if best >= LINE_FORM and len(first) == 1 else None


def _place(group: Group) -> Place:
    candidate = group.scored.candidate
    return Place(candidate.evidence, candidate.start, candidate.end)


def _cut(group: Group, start: int, end: int) -> Group:
    """Return a group with only a part of its sentence."""
    candidate = group.scored.candidate
    cut = replace(candidate, text=candidate.text[start:end], start=candidate.start + start, end=candidate.start + end)
    return Group(replace(group.scored, candidate=cut))


def _segments(text: str) -> Iterator[tuple[int, int]]:
    """Yield the parts of an enumeration: up to a bracket, a comma or a semicolon that ends one.

    Where semicolons part them, a part holds a name and what the one who bears it is.
    """
    if pieces := _pieces(text):
        yield from pieces
        return
    start = 0
    together = [match.span() for match in _DONE_BY.finditer(text)]
    for match in _SEGMENT_END.finditer(text):
        if any(first < match.start() + 1 < last for first, last in together):
            continue
        if match.end() > start and len(text[start : match.end()].split()) > 1:
            yield start, match.start() + 1
            start = match.end()
    if text[start:].strip():
        yield start, len(text.rstrip())


def _pieces(text: str) -> list[tuple[int, int]]:
    """Return the parts that semicolons set apart, where each begins with a name; else nothing."""
    ends = [match.start() for match in re.finditer(r";(?=\s)", text)]
    if len(ends) < MOST_VALUES or "\n" in text:
        return []
    bounds = list(zip([0, *(end + 2 for end in ends)], [*ends, len(text.rstrip())], strict=True))
    return bounds if all(_NAMED.match(text[start:end]) for start, end in bounds[1:]) else []
