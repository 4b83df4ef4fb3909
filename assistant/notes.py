"""Tell what members wanted noted, or why they dissented: each note whole, under the names of those who signed it; pure."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assistant import texts
from assistant.answerer import Ranking, Request
from assistant.members import WHO_DISSENTED
from assistant.persons import FURTHER, NAME, PARTY
from assistant.question import Asked, Understanding
from assistant.siblings import joined
from assistant.speakers import dissents
from assistant.values import ValueKind, values
from assistant.verify import DraftClaim, Evidence, Place, Quote
from index.swedish import nominative, words
from ingest.documents import Block, Force, Passage
from ingest.sentences import sentences

# Words of a note that are told: all of a short one, of a long one what stands round the best sentence.
NOTE_WORDS = 110
# Sentences among whose sections a note is looked for, and what its section must hold of what the best sentence holds.
LOOKED_AT = 40
BEARS_ON = 0.6
_VIEW_ASKED = re.compile(
    r"\b(?:tyck\w*|anser|ansåg|ansett|mena[rdt]\w*|invän[dt]\w*|kriti\w*|synpunkt\w*|argument\w*|motiver\w*|varför|anledning\w*|skäl\w*|reserv\w*"
    r"|\w*anteckning\w*|antecknade\w*|röstförklaring\w*|ståndpunkt\w*|åsikt\w*|uppfattning\w*|resone\w*|framhöll\w*|påpeka\w*|betona\w*|sa|sade|sagt)\b",
    re.IGNORECASE,
)
# What somebody wants decided, or wrote in a motion, is asked for by other words and stands elsewhere.
_WISH_ASKED = re.compile(r"\b(?:föresl\w*|yrka\w*)\b", re.IGNORECASE)
_NOTED = re.compile(
    r"\b(?:reservation\w*|reservant\w*|\w*anteckning\w*|röstförklaring\w*|antecknade\w*)\b", re.IGNORECASE
)
_DISSENT = re.compile(r"\breserv\w+", re.IGNORECASE)
# "X (P) lämnar följande reservation", "Mot beslutet reserverar sig X (P)": here a note begins.
_BEGINS = re.compile(
    r"\breserver\w+ sig\b|\b(?:lämna|avge|avgav|anmäl|anför|inkom|få)\w*\b[^.:]{0,60}?\b(?:reservation|yttrande|\w*anteckning|röstförklaring|protokollet)\w*"
    r"|\b(?:reservation|\w*anteckning|yttrande)\w* (?:\w+ ){0,2}?(?:av|från)\b",
    re.IGNORECASE,
)
_SIGNER = re.compile(
    rf"{NAME}(?:{FURTHER})*\s{PARTY}|\b[^\W\d_]*(?:partiet|demokraterna|[Mm]oderaterna|[Ll]iberalerna)\b"
)
_NEW_PASSAGE = re.compile(r"\n{2,}")
_PARTY = re.compile(r"\(([A-ZÅÄÖ]{1,4})\)")
_LETTERS = re.compile(r"(?<![\w(.])(?:S|M|V|C|L|SD|KD|MP)(?![\w.)])")


@dataclass(frozen=True, slots=True)
class Note:
    """Hold a note as minutes have it: the words that name who signed it, and its passages, the first of which holds them."""

    who: str
    passages: tuple[Passage, ...]

    @property
    def reserves(self) -> bool:
        """Tell whether those who signed it dissented."""
        return self.passages[0].force is Force.RESERVATION

    @property
    def parties(self) -> frozenset[str]:
        """Return the parties of those who signed it, as their short names in lower case."""
        named = {value.key for value in values(self.who) if value.kind is ValueKind.PARTY}
        return frozenset(named | {match[1].casefold() for match in _PARTY.finditer(self.who)})

    @property
    def said(self) -> tuple[Passage, ...]:
        """Return what is said: all but a line that only names who says it."""
        alone = self.passages[0].text.rstrip().endswith(":")
        return self.passages[1:] if alone and len(self.passages) > 1 else self.passages


def notes(passages: Sequence[Passage]) -> Iterator[Note]:
    """Yield the notes among the passages of a document."""
    open_: list[Passage] = []
    who = ""
    for passage in passages:
        goes_on = open_ and passage.heading_path == open_[0].heading_path and dissents(passage)
        signed = _signed(passage)
        if open_ and (signed or not goes_on):
            yield Note(who, tuple(open_))
            open_ = []
        if signed:
            who, open_ = signed, [passage]
        elif open_:
            open_.append(passage)
    if open_:
        yield Note(who, tuple(open_))


def _signed(passage: Passage) -> str:
    """Return the words with which a note begins: who lodges it; nothing where a passage begins none."""
    if not dissents(passage) or passage.block is Block.HEADING:
        return ""
    first = sentences(passage.text)[0].text.partition(":")[0]
    return first if _BEGINS.search(first) and _SIGNER.search(first) else ""


def _dissent_in(passage: Passage, who: str) -> str:
    """Return the words with which a note begins, and further ones after them with which others dissent: "B (M) lämnar en skriftlig reservation"."""
    first, *others = sentences(passage.text)
    end = first.start + len(who)
    for one in others if first.text == who else ():
        if not (_DISSENT.search(one.text) and _BEGINS.search(one.text) and _SIGNER.match(one.text)):
            break
        end = one.end
    return passage.text[first.start : end]


def note_claims(request: Request, understanding: Understanding, ranking: Ranking) -> list[DraftClaim]:
    """Return the note of the party or member whose view is asked for, or who dissented; [] where neither is asked."""
    question = understanding.text
    if WHO_DISSENTED.search(question):
        return _dissenters(request, understanding, ranking)
    if not _VIEW_ASKED.search(question) or _WISH_ASKED.search(question):
        return []
    parties, names = _asked(understanding)
    if not parties and not names and not _NOTED.search(question):
        return []
    for evidence, found in _sections(request, ranking):
        own = [note for note in found if _signed_by(note, parties, names)]
        if not parties and not names:
            # "Vad antecknades": what was noted beside the decision, unless the question speaks of who dissented.
            own = [note for note in found if note.reserves == bool(_DISSENT.search(question))]
        if own:
            return _told(ranking, evidence, own)
    return []


def noted_by_others(
    understanding: Understanding, shown: Sequence[Place], passages: Callable[[str], Sequence[Passage]]
) -> str:
    """Return whose view a question asks for where what is cited first is a note that others signed; else nothing."""
    parties, names = _asked(understanding)
    # Who dissented is asked: a name in the question is that of the matter.
    if understanding.wants(Asked.PERSON) or not (parties or names):
        return ""
    if not _VIEW_ASKED.search(understanding.text) or _WISH_ASKED.search(understanding.text):
        return ""
    cited = [_note_of(place.evidence, passages(place.evidence.document.id)) for place in shown]
    if cited[0] is None or any(note is not None and _signed_by(note, parties, names) for note in cited):
        return ""
    who = (value.text for value in understanding.named if value.kind in {ValueKind.PARTY, ValueKind.NAME})
    return next(who, "")


def _note_of(evidence: Evidence, every: Sequence[Passage]) -> Note | None:
    """Return the note that a passage belongs to."""
    return next(
        (note for note in notes(every) if evidence.passage.ordinal in {one.ordinal for one in note.passages}), None
    )


def _dissenters(request: Request, understanding: Understanding, ranking: Ranking) -> list[DraftClaim]:
    """Return who reserved themselves against the decision that the question is about, each note by its first words.

    A matter that two bodies decided has notes in the minutes of both.
    """
    parties, names = _asked(understanding)
    claims: list[DraftClaim] = []
    cases: set[str] = set()
    seen: set[str] = set()
    for evidence, found in _sections(request, ranking):
        own = [note for note in found if note.reserves and (not names or _signed_by(note, parties, names))]
        own = [note for note in own if note.who not in seen]
        if not own or (claims and not cases & set(evidence.case_numbers)):
            continue
        cases.update(evidence.case_numbers)
        seen.update(note.who for note in own)
        lead = texts.noted_lead(evidence.document, evidence.passage.section_sign, reserves=True)
        for number, note in enumerate(own):
            told = _dissent_in(note.passages[0], note.who)
            quote = Quote(Evidence(evidence.document, note.passages[0]), told)
            claims.append(DraftClaim(told, (quote,), "" if number else lead))
    return claims


def _asked(understanding: Understanding) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the parties and the names of members that a question names."""
    named = {value.key for value in understanding.named if value.kind is ValueKind.PARTY}
    letters = {match.group().casefold() for match in _LETTERS.finditer(understanding.text)}
    names = tuple(
        nominative(word)
        for value in understanding.named
        if value.kind is ValueKind.NAME and value.key not in letters
        for word in words(value.text)
    )
    return frozenset(named | letters), names


def _signed_by(note: Note, parties: frozenset[str], names: Sequence[str]) -> bool:
    signed = {nominative(word) for word in words(note.who)}
    by_name = [name for name in names if name in signed]
    if len(by_name) > 1 or (by_name and not parties):
        return True
    return not by_name and bool(parties & note.parties)


def _sections(request: Request, ranking: Ranking) -> Iterator[tuple[Evidence, list[Note]]]:
    """Yield the sections of the best sentences that hold notes, each once, the best first."""
    least = BEARS_ON * max((one.covered for one in ranking.scored[:LOOKED_AT]), default=0.0)
    seen: set[tuple[str, str | None, tuple[str, ...]]] = set()
    for scored in ranking.scored[:LOOKED_AT]:
        evidence = scored.candidate.evidence
        section = (evidence.document.id, evidence.passage.section_sign, evidence.passage.heading_path[:1])
        if section in seen or scored.covered < least:
            continue
        seen.add(section)
        every = [
            one
            for one in request.passages(evidence.document.id)
            if (one.section_sign, one.heading_path[:1]) == section[1:]
        ]
        if found := list(notes(every)):
            yield evidence, found


def _told(ranking: Ranking, evidence: Evidence, own: Sequence[Note]) -> list[DraftClaim]:
    """Return the notes that fit, each whole or what stands round its best sentence, under who signed it."""
    scores: dict[int, float] = {}
    for one in ranking.scored:
        if one.candidate.evidence.document.id == evidence.document.id:
            ordinal = one.candidate.evidence.passage.ordinal
            scores[ordinal] = max(scores.get(ordinal, one.score), one.score)
    claims: list[DraftClaim] = []
    left = NOTE_WORDS
    for note in own:
        chosen = _window(note.said, scores, left)
        if claims and sum(map(_length, chosen)) > left:
            break
        claims.append(_said(evidence, chosen, note))
        left -= sum(map(_length, chosen))
    return claims


def _said(evidence: Evidence, chosen: Sequence[Passage], note: Note) -> DraftClaim:
    """Return passages of a note as one claim: whose it is stands before it, unless the words tell that themselves."""
    document, sign = evidence.document, evidence.passage.section_sign
    whole = joined(document, chosen)
    text, who = whole.passage.text, _signed(chosen[0])
    said = text[len(who) :].lstrip(" :\n") if who and text[len(who) :].lstrip().startswith(":") else ""
    if who and not said:
        return DraftClaim(_in_lines(text), (Quote(whole, text),), texts.source_lead(document, sign))
    lead = texts.note_lead(document, sign, _first_name(note.who), note.reserves)
    return DraftClaim(_in_lines(said or text), (Quote(whole, said or text),), lead)


def _in_lines(text: str) -> str:
    return _NEW_PASSAGE.sub("\n", text)


def _first_name(who: str) -> str:
    """Return who signed a note, as the first of them and that there are others."""
    signers = [match.group() for match in _SIGNER.finditer(who)]
    return f"{signers[0]} m.fl." if len(signers) > 1 else signers[0]


def _window(said: Sequence[Passage], scores: dict[int, float], budget: int) -> list[Passage]:
    """Return passages in a row within a number of words: the best, what follows it, then what stands before it."""
    best = max(range(len(said)), key=lambda place: scores.get(said[place].ordinal, 0.0))
    first = last = best
    used = _length(said[best])
    grows = True
    while grows:
        grows = False
        if last + 1 < len(said) and used + _length(said[last + 1]) <= budget:
            last += 1
            used += _length(said[last])
            grows = True
        elif first > 0 and used + _length(said[first - 1]) <= budget:
            first -= 1
            used += _length(said[first])
            grows = True
    return list(said[first : last + 1])


def _length(passage: Passage) -> int:
    """Return the words of a passage beyond those that name who signed it."""
    return len(passage.text.split()) - len(_signed(passage).split())
