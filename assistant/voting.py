"""Tell how members voted: who voted yes, no or neither, how one of them did, or how many, from the § on the matter; pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answerer import Ranking, Request
from assistant.bodies import is_of, named_bodies
from assistant.drafting import Group, claim_of, lead_of
from assistant.ground import section
from assistant.question import Understanding
from assistant.scoring import Scorer
from assistant.values import ValueKind, supported, values
from assistant.verify import DraftClaim, Evidence, Place, Quote
from index.swedish import words
from ingest.documents import Block, Force, Passage
from ingest.sentences import sentences
from ingest.votes import names_votes

_NEITHER = (
    r"avst(?:od|ått|år|å|ående)\b|nedlagd\w*|blankt?\b|(?:la|lade|lägger|lagt) (?:(?:sina?|röst\w*|då|också) ){0,2}ne[dr](?=\W*$| sina?\b| röst| vid| i\b)|deltog inte|deltar (?:inte|ej)"
    r"|(?:la|lade|lagt) (?:inte|aldrig) (?:sin|sina|någon) röst(?:er)?|(?:röstade|tog) (?:inte|varken)"
)
_VOTED = re.compile(
    rf"\b(?:omröstning\w*|voter(?:ing\w*|ade|ades|as|at|ats)|röst(?:ades?|er|erna|siffr\w*|etal\w*|resultat\w*)|ja-röster|nej-röster|(?:vem|vilka|vilket|vilken)\b[^?]{{0,30}}\b(?:{_NEITHER}))",
    re.IGNORECASE,
)
VOTE_ASKED = re.compile(rf"{_VOTED.pattern}|\bröstning\w*", re.IGNORECASE)
VOTES = re.compile(
    r"\b(?:\d+|[a-zåäö]+)\s+(?:ja\b|nej\b|ja-|nej-|jaröst|nejröst|röster)|\bja-?röster|\bröst(?:ade|ar|er)\b[^.]*\b(?:ja|nej|för|mot)\b",
    re.IGNORECASE,
)
_VOTE = r"(?:(?:om)?röst|voter)(?:n)?ing\w*"
# What a vote came to: how many for each.
_RESULT = (
    rf"röstsiffr\w*|röstetal\w*|röstresultat\w*|hur många röst\w*|(?:utfall|resultat|siffr)\w*\b[^?]{{0,20}}\b(?:{_VOTE}|röst\w+)"
    rf"|hur (?:slutade|gick|blev|utföll|föll|fördelade(?:s| sig)) [^?]{{0,40}}\b(?:{_VOTE}|rösterna|rösträkning\w*)"
)
_RESULT_ASKED = re.compile(rf"\b(?:{_RESULT})", re.IGNORECASE)
HOW_VOTED = re.compile(
    rf"\b(?:{_RESULT}|hur röst\w*|(?:vem|vilka|vilket|vilken)\b[^?]{{0,60}}\b(?:röstade|röstat|sa(?:de)? (?:ja|nej)|{_NEITHER}))",
    re.IGNORECASE,
)
# How many for each: "8 ja-röster mot 4 nej-röster", "6 röster mot 3", "4 ja och 3 nej".
_COUNTED = re.compile(
    r"\b\w+\s+(?:ja(?:-?\s?röst(?:er)?)?\b|röst(?:er)?(?: för)?\b)[^.]{0,40}?(?:\bmot\b|\boch\b|,)[^.]{0,20}?\b(?:\d+|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|ingen)\b",
    re.IGNORECASE,
)
_SIDES = {
    "yes": re.compile(r"\bja\b|\bja-?röst\w*", re.IGNORECASE),
    "no": re.compile(r"\bnej\b|\bnej-?röst\w*", re.IGNORECASE),
    "neither": re.compile(rf"\b(?:{_NEITHER})", re.IGNORECASE),
}
# What names stand after: "Nej-röst:", "Avstår (2):", "Följande ledamöter röstar ja:".
_LABEL = re.compile(
    rf"(?:^|(?<=[.;]\s)|(?<=\n))(?:(?:ja|nej)(?:-?\s?röst(?:er|ar|ade)?)?|{_NEITHER}|[^.:;\n]{{0,60}}\bröst(?:ar|ade|at|a)\s+(?:ja|nej))"
    r"(?:\s*\(?\d{1,3}\)?)?\s*(?::\s*|\n)(?=[A-ZÅÄÖÉ])",
    re.IGNORECASE,
)
# What a sentence tells of how those it names voted: "Nej röstar A (S)", "A (S) röstar nej", "A (S) och B (M) avstår".
_SENTENCE = re.compile(
    r"(?P<side>(?:Ja|Nej|Blankt)) röst(?:ar|ade|at)?\b(?= [A-ZÅÄÖÉ][\w-]+ )"
    r"|[A-ZÅÄÖÉ][\w-]+[^.]*\b(?P<done>röst(?:ar|ade)\s+(?:ja|nej|blankt)|avst(?:år|od) från (?:att rösta|omröstning\w*)|(?<=\) )(?:avst(?:år|od)|(?:lägger|lade) ne[dr] (?:sin|sina) röst(?:er)?)(?=\W*$))"
)
_PERSON = re.compile(
    r"\bröst(?:ade|at|ar)\s+(?:ledamoten\s+|ordföranden\s+)?(?P<who>[A-ZÅÄÖÉ][\w-]*[a-zåäöé][\w-]*(?:\s+(?:(?:von|af|de)\s+)?[A-ZÅÄÖÉ][\w-]+){1,2})"
)
_MEANING = re.compile(r"\bja-?\s?röst\b[^.]*\b(?:innebär|för|betyder|är)\b", re.IGNORECASE)
# Who wanted something, which a vote may have settled; what each side of one stands for: "den som vill avslå röstar nej",
# "ja-röst för A:s yrkande", "mellan styrelsens förslag (ja) och B:s yrkande (nej)".
SIDE_ASKED = re.compile(
    r"\b(?:vem|vilka)(?: \w+){0,3}? (?:ville|stödde|röstade (?:för|på|mot)|(?:var|ställde sig|gick) (?:för|emot|bakom))\b",
    re.IGNORECASE,
)
_STANDS_FOR = (
    re.compile(
        r"\bden som (?:vill|är för|stöder|bifaller) (?P<what>[^.;]+?),? röstar (?P<side>ja|nej)\b", re.IGNORECASE
    ),
    re.compile(
        r"\b(?P<side>ja|nej)-?\s?röst(?:en|er)?\s+(?:(?:innebär|betyder|är|avser)\s+)?(?:för |till |att )?(?P<what>[^.;,]+?)(?=\s+(?:och|mot|medan)\s+(?:\w+\s)?nej|[.;,]|$)",
        re.IGNORECASE,
    ),
    re.compile(r"(?P<what>[^.;,()]+?)\s\((?P<side>ja|nej)\)", re.IGNORECASE),
)
# What somebody may want done with a matter, as questions and as minutes say it.
_WANTED_DONE = tuple(
    (re.compile(rf"\b(?:{asked})", re.IGNORECASE), re.compile(rf"\b(?:{told})\w*", re.IGNORECASE))
    for asked, told in (
        (
            r"skicka\w* tillbaka|återremi\w+|återförvisa\w*|(?:utreda|utredning)\w* (?:mer|vidare|igen)",
            "återremi|återförvis",
        ),
        (r"avgör\w*\b[^?]{0,60}?\b(?:i ?dag|nu|direkt|genast)", "avgör"),
        (r"skjut\w* upp|bordlägg\w*|vänta", "bordlägg|uppskj"),
        (r"avslag|avslå\w*|stoppa\w*|säga nej|(?:gick|var|ställde sig) e?mot", "avsl|nej till"),
        (r"bifall\w*|säga ja|(?:var|röstade|ställde sig) (?:för|bakom)", "bif|tillstyrk"),
    )
)
_VOTED_AGAINST = re.compile(
    r"\b(?:vem|vilka)\b[^?]{0,40}\bröst(?:ade|at) (?:\w+ ){0,2}?(?:e?mot|ne[dr]r?)\b", re.IGNORECASE
)
_MOVERS = re.compile(r"\b([A-ZÅÄÖÉ][\w-]*?)s? (?:eget |ändrings)?(?:yrkande|förslag)\w*")
_MARK = re.compile(r"\s+(?:[x×✓✔✗✘•●*1]|ja|nej)$", re.IGNORECASE)
_TOTAL = re.compile(r"(?:summa|resultat|total|antal|utfall)\w*", re.IGNORECASE)
LOOKED_AT = 60
MEANING_WORDS = 30


@dataclass(frozen=True, slots=True)
class _Cast:
    """Hold who voted in a passage: which side, the words that name it, the names, and what to quote."""

    side: str
    label: str
    names: str
    quote: str


def _casts(passage: Passage) -> Iterator[_Cast]:
    """Yield what a passage tells of who voted what."""
    if passage.block is Block.TABLE_ROW:
        yield from _cast_in_row(passage)
        return
    text = passage.text
    found = list(_LABEL.finditer(text))
    for match in found:
        rest = text[match.end() :]
        end = re.search(r"(?<=[\w)])\.(?=\s|$)|\n(?=[^\n]*:)", rest)
        whole = text[match.start() : match.end() + (end.end() if end else len(rest))].rstrip()
        label = match.group().strip().rstrip(":")
        if side := _side(label):
            yield _Cast(side, label, whole[match.end() - match.start() :], whole)
    if not found:
        for one in sentences(text):
            told = _SENTENCE.match(one.text)
            if told and (side := _side(told["side"] or told["done"])):
                yield _Cast(side, "", one.text, one.text)


def _cast_in_row(passage: Passage) -> Iterator[_Cast]:
    """Yield the vote of a row: the name of its column stands on a line before it."""
    lines = passage.text.split("\n")
    if len(lines) < 2 or not names_votes(passage.table_header) or lines[-2] not in passage.table_header:
        return
    if (side := _side(lines[-2])) and not _TOTAL.match(lines[-1]):
        yield _Cast(side, lines[-2], _MARK.sub("", lines[-1]), "\n".join(lines[-2:]))


def _side(label: str) -> str:
    return next((name for name, words_for_it in _SIDES.items() if words_for_it.search(label)), "")


def vote_claims(
    request: Request, understanding: Understanding, ranking: Ranking, ranked: Sequence[Group]
) -> list[DraftClaim]:
    """Return who voted as asked, or how one member did, or the sentence that tells how many voted for what."""
    bodies = named_bodies(understanding.text)
    for group in _by_matter(ranked, ranking.scorer):
        own = section(group.evidence.passage, request.passages(group.evidence.document.id))
        if not _asks_who(understanding.text):
            break
        told = [(passage, cast) for passage in own for cast in _casts(passage)]
        if not told or (bodies and not is_of(group.evidence.document, bodies)):
            continue
        if sides := _sides_meant(understanding.text, own):
            meant = [(passage, cast) for passage, cast in told if cast.side in sides]
            return [*_who(group.evidence, meant), *_meaning(group.evidence, own)] if meant else []
        if not HOW_VOTED.search(understanding.text):
            return []
        if wanted := _wanted(understanding, told):
            return [*_who(group.evidence, wanted), *_meaning(group.evidence, own)]
        if _PERSON.search(understanding.text):
            # The others are told by name; who is asked for is not among them.
            return []
    return _total(ranked, ranking.scorer) if VOTE_ASKED.search(understanding.text) else []


def _sides_meant(question: str, own: Sequence[Passage]) -> frozenset[str]:
    """Return the one side of a vote that stands for what a question asks who wanted; nothing where none or both do."""
    if not SIDE_ASKED.search(question):
        return frozenset()
    movers = [match[1] for match in _MOVERS.finditer(question)]
    wanted = [re.compile(rf"\b{re.escape(mover)}s?\b") for mover in movers]
    # Whose proposal is named, what it says is not asked.
    wanted = wanted or [told for asked, told in _WANTED_DONE if asked.search(question)]
    # Who voted against something took the other side.
    yes, no = ("no", "yes") if _VOTED_AGAINST.search(question) else ("yes", "no")
    found = frozenset(
        yes if match["side"].casefold() == "ja" else no
        for passage in own
        for form in _STANDS_FOR
        for match in form.finditer(passage.text)
        if any(told.search(match["what"] if movers else _moved(match["what"], own)) for told in wanted)
    )
    return found if len(found) == 1 else frozenset()


def _moved(what: str, own: Sequence[Passage]) -> str:
    """Return what a side stands for, with what was moved by the one whose yrkande it is."""
    movers = [match[1] for match in _MOVERS.finditer(what)]
    moved = (one.text for passage in own if passage.force is Force.YRKANDE for one in sentences(passage.text))
    return " ".join(
        [what, *(text for text in moved if any(re.search(rf"\b{re.escape(mover)}s?\b", text) for mover in movers))]
    )


def names_who_voted(understanding: Understanding, text: str, passage: Passage) -> bool:
    """Tell whether cited words are of somebody's vote, of the one who is named where one is."""
    own = [(passage, cast) for cast in _casts(passage) if cast.quote in text or text in cast.quote]
    return bool(own and _wanted(understanding, own))


def lacks_voters(understanding: Understanding, shown: Sequence[Place]) -> bool:
    """Tell whether those who voted are asked for, and what is shown counts them and names nobody."""
    if not (_asks_who(understanding.text) and re.search(r"\b(?:vem|vilka)\b", understanding.text, re.IGNORECASE)):
        return False
    return not any(value.kind in {ValueKind.NAME, ValueKind.PARTY} for place in shown for value in values(place.text))


def _asks_who(question: str) -> bool:
    who = HOW_VOTED.search(question) is not None or SIDE_ASKED.search(question) is not None
    return who and _RESULT_ASKED.search(question) is None


def _wanted(understanding: Understanding, told: Sequence[tuple[Passage, _Cast]]) -> list[tuple[Passage, _Cast]]:
    """Return the votes that are asked for: of a member, of a party, or of a side; all where none is named."""
    text = understanding.text
    if match := _PERSON.search(text):
        who = words(match["who"])
        return [(one, cast) for one, cast in told if _holds(who, words(cast.names))]
    parties = [value for value in understanding.named if value.kind is ValueKind.PARTY]
    if parties and not re.search(r"\b(?:vem|vilka)\b", text, re.IGNORECASE):
        return [(one, cast) for one, cast in told if any(supported(each, values(cast.names)) for each in parties)]
    sides = {name for name, pattern in _SIDES.items() if pattern.search(text)}
    if not sides and _VOTED_AGAINST.search(text):
        sides = {"no"}
    if not sides and not re.search(r"\b(?:vem|vilka|vilken|vilket)\b", text, re.IGNORECASE):
        return []
    return [(one, cast) for one, cast in told if not sides or cast.side in sides]


def _holds(who: Sequence[str], names: Sequence[str]) -> bool:
    """Tell whether a name stands in a list of names, word by word."""
    variants = (list(who), [*who[:-1], who[-1].removesuffix("s")])
    return any(list(names[at : at + len(who)]) == one for one in variants for at in range(len(names)))


def _who(evidence: Evidence, wanted: Sequence[tuple[Passage, _Cast]]) -> Iterator[DraftClaim]:
    """Yield a claim for each row, the first of a side below its name, or the words of a sentence as they stand."""
    lead = lead_of(Evidence(evidence.document, wanted[0][0]))
    rows: dict[str, list[tuple[Passage, _Cast]]] = {}
    for passage, cast in wanted:
        rows.setdefault(cast.label if passage.block is Block.TABLE_ROW else cast.quote, []).append((passage, cast))
    for label, cast_so in rows.items():
        named = label
        for passage, cast in cast_so:
            in_row = passage.block is Block.TABLE_ROW
            text = "\n".join(filter(None, (named, cast.names))) if in_row else label
            yield DraftClaim(text, (Quote(Evidence(evidence.document, passage), cast.quote),), lead)
            lead = named = ""


def _meaning(evidence: Evidence, own: Sequence[Passage]) -> Iterator[DraftClaim]:
    """Yield the sentence that says what a yes and a no mean, where there is one."""
    for passage in own:
        for one in sentences(passage.text):
            if _MEANING.search(one.text) and ":" not in one.text and len(one.text.split()) <= MEANING_WORDS:
                yield DraftClaim(one.text, (Quote(Evidence(evidence.document, passage), one.text),))
                return


def _by_matter(ranked: Sequence[Group], scorer: Scorer) -> list[Group]:
    """Return the sentences of the §§ on the matter, the nearest first: a vote seldom says what it was about, its § does."""

    def worth(group: Group) -> float:
        candidate, heading = group.scored.candidate, " ".join(group.evidence.passage.heading_path)
        return group.scored.score + scorer.covered((1.0, candidate.text), (0.95, heading), (0.75, candidate.around))

    return sorted(ranked[:LOOKED_AT], key=worth, reverse=True)


def _total(ranked: Sequence[Group], scorer: Scorer) -> list[DraftClaim]:
    """Return the sentence that tells how many voted for what."""
    counted = [group for group in _by_matter(ranked, scorer) if VOTES.search(group.scored.candidate.text)]
    best = next((group for group in counted if _COUNTED.search(group.scored.candidate.text)), None)
    best = best or next(iter(counted), None)
    return [claim_of(best, lead_of(best.evidence))] if best else []
