"""Tell how far a matter has come that a question names in few words: the latest acts of its cases, or the papers on it; pure."""

import datetime as dt
import re
from collections.abc import Sequence

from assistant import texts
from assistant.answerer import Request
from assistant.bodies import named_bodies
from assistant.casework import STEP_WORDS, latest_claims, led, opening
from assistant.drafting import passage_claims
from assistant.holdings import titles
from assistant.matching import match
from assistant.question import Asked, Understanding
from assistant.things import SAME_THING, matters
from assistant.values import ValueKind
from assistant.verify import DraftClaim, Evidence, Place
from index.records import case_key
from index.swedish import stem, words
from ingest.chain import CaseChain
from ingest.documents import MINUTES, Block, DocumentMetadata, Force, Passage

# Cases on a matter of which the latest acts are told, and papers where no case has any.
MOST_CASES = 3
MOST_PAPERS = 5
# Days within which cases are news of one time, and the share of words by which an act says what was told.
SAME_TIME = 365
SAID = 0.8
# Sentences of how the latest paper begins.
OPENING = 2
# Letters by which a word of a title begins as one of the question.
ALIKE = 4
MOST_WORDS = 150

_ASKED = re.compile(
    r"^\W*(?:och |så |men )?(?:vad händer (?:\w+ )?med|vad är (?:det )?(?:som (?:är )?)?(?:på gång|nytt|läget|statusen|det senaste|aktuellt)(?: just nu| nu)? (?:med|i|kring|runt|om|för)"
    r"|(?:något|nåt) nytt (?:om|med|kring)|hur (?:går|ligger) det (?:till )?(?:nu )?(?:med|för)|hur är läget (?:med|i|kring)|hur långt har (?:\w+ )?kommit med|status (?:för|på|i)|läget (?:med|i|kring)"
    r"|det senaste om)\s+(?P<matter>[^?]+)",
    re.IGNORECASE,
)
# "Förskolan vid torget, vad hände?"
_AFTER = re.compile(
    r"^\W*(?P<matter>[^?.!]{3,60}?)\s*[,:;–-]\s*(?:vad (?:hände|händer|blev det)|hur (?:gick|går|blev) det|vad är läget|läget|status|något nytt|nåt nytt)(?: nu)?\W*$",
    re.IGNORECASE,
)
# A matter alone, as in a search box: no word asks, and nothing is said of it.
_ASKS = re.compile(
    r"\b(?:vad|va|vem|vems|vilk\w+|hur|hurdan|när|var|vart|varför|är|var|blir|blev|får|fick|kan|ska|har|finns|måste|kostar|gäller|sök|visa|lista|sammanfatta|berätta|beskriv|ange|nämn|räkna|förklara)\b|[?!.:§]|\d",
    re.IGNORECASE,
)
MOST_WORDS_NAMED = 6
# What happens to something where a rule comes in, or how it went with the money: no news of a matter.
_RULE = re.compile(
    r"\b(?:om|när|ifall|efter|(?-i:vid (?=[a-zåäö]))|som|ekonomi\w*|pengar\w*|budget\w*|resultat\w*|underskott\w*|mina|min|mitt|mig|dig|ditt|din|enligt|under|sedan|till)\b|\d{4}|,",
    re.IGNORECASE,
)
_OF_NEWS = re.compile(
    r"händer|nytt|gång|läget|status\w*|senaste|aktuellt|ärende\w*|fråga\w*|planer\w*|arbetet|projektet|kommunens|just|kring|runt|går|ligger"
)
_ABBREVIATED = re.compile(r"\b[A-ZÅÄÖ]{2,}\b")


def asks_for_news(understanding: Understanding) -> bool:
    """Tell whether a question asks how far a matter has come, and nothing else of it."""
    matter = _named(understanding)
    numbered = any(value.kind in {ValueKind.SECTION, ValueKind.CASE_NUMBER} for value in understanding.named)
    # Alone, a place may be named in small letters.
    ruled = _RULE.search(matter.replace("vid ", "") if matter == _alone(understanding) else matter)
    if not matter or numbered or ruled or named_bodies(matter):
        return False
    return bool(_matter(understanding))


def news_claims(request: Request, understanding: Understanding) -> list[DraftClaim]:
    """Return the latest acts of the cases whose papers have the matter in their title, or what those papers are; [] where none has."""
    wanted = _matter(understanding)
    found = [one for one in request.documents() if one.kind not in MINUTES and _on(wanted, one.title)]
    chains = [chain for number in _cases(request, found, wanted) if (chain := request.chain(number)) is not None]
    chains = sorted((one for one in chains if one.steps), key=_latest, reverse=True)
    # What was settled long before the latest is no news.
    late = [one for one in chains if (_latest(chains[0]) - _latest(one)).days <= SAME_TIME]
    acted = _minuted(request, wanted)
    since = _latest(late[0]) if late else dt.date.min
    newest = [claim for day, claim in acted if day >= since][:MOST_CASES]
    said = {claim.text for claim in newest}
    steps = (claim for one in late[:MOST_CASES] for claim in _told(request, one, wanted))
    if claims := [*newest, *(claim for claim in steps if claim.text not in said)]:
        return led(texts.NEWS_LEAD, claims, MOST_WORDS)
    papers = list(titles(found, request))[:MOST_PAPERS]
    return led(texts.papers_lead(len(papers), len(papers)), papers, MOST_WORDS) if papers else []


def _minuted(request: Request, wanted: Sequence[str]) -> list[tuple[dt.date, DraftClaim]]:
    """Return what minutes decide in §§ that have the matter in their title and bear no number of a case, newest first."""
    found: list[tuple[dt.date, DraftClaim]] = []
    for document in {hit.document.id: hit.document for hit in request.hits if hit.document.kind in MINUTES}.values():
        signed: dict[str, list[Passage]] = {}
        for one in request.passages(document.id):
            decides = one.force is Force.DECISION and one.block is not Block.HEADING and not one.case_numbers
            if decides and one.section_sign and one.heading_path and _on(wanted, one.heading_path[0]):
                signed.setdefault(one.section_sign, []).append(one)
        for sign, points in signed.items():
            lead = texts.step_lead(document.day, document.board, sign, texts.FORCE_WORDS[Force.DECISION].lower())
            claims = passage_claims(Evidence(document, points[0]), points, lead, STEP_WORDS)
            found += [(document.day or dt.date.min, claim) for claim in claims[:1]]
    return sorted(found, key=lambda one: one[0], reverse=True)


def _told(request: Request, case: CaseChain, wanted: Sequence[str]) -> list[DraftClaim]:
    """Return the latest acts of a case, and how its latest paper begins: to put something on file tells nothing of it."""
    claims: list[DraftClaim] = []
    for claim in latest_claims(request, case):
        said = set(words(" ".join(one.text for one in claims)))
        if not claims or sum(word in said for word in words(claim.text)) < SAID * len(words(claim.text)):
            claims.append(claim)
    papers = [
        one for one in map(request.metadata, case.document_ids) if one.kind not in MINUTES and _on(wanted, one.title)
    ]
    for paper in sorted(papers if claims else [], key=lambda one: one.date or dt.date.min, reverse=True):
        if begun := opening(request, paper.id, texts.source_lead(paper), OPENING):
            return [*claims, *begun]
    return claims


def _on(wanted: Sequence[str], title: str) -> bool:
    """Tell whether a title names each thing, alone or in a compound: the plan of the libraries is on libraries."""
    held = words(title)

    def named(one: str) -> bool:
        root = stem(one)
        # Student housing is no housing of all: a compound of the question has its first part in the title.
        alike = (word for word in held if word.startswith(one[:ALIKE]) or word.endswith(root))
        return any(word.endswith(root) or match(root, word) >= SAME_THING for word in alike)

    return all(map(named, wanted))


def _cases(request: Request, found: Sequence[DocumentMetadata], wanted: Sequence[str]) -> tuple[str, ...]:
    """Return the cases of papers, and of the §§ among the hits that have the matter in their title."""
    minuted = (
        number
        for hit in request.hits
        for passage in hit.passages
        if passage.heading_path and _on(wanted, passage.heading_path[0])
        for number in passage.case_numbers[:1]
    )
    numbers = (number for one in found for number in one.case_numbers[:1])
    return tuple({case_key(number): number for number in (*minuted, *numbers)}.values())


def _latest(chain: CaseChain) -> dt.date:
    return max((step.date for step in chain.steps if step.date), default=dt.date.min)


def tells_news(understanding: Understanding, shown: Sequence[Place], documents: Sequence[DocumentMetadata]) -> bool:
    """Tell whether all that is cited is on the matter that a question asks the news of, by its title or its case."""
    if not asks_for_news(understanding):
        return False
    wanted = _matter(understanding)
    every = [*documents, *(one.evidence.document for one in shown)]
    cases = {
        number for one in every if one.kind not in MINUTES and _on(wanted, one.title) for number in one.case_numbers
    }

    def on_matter(place: Place) -> bool:
        evidence = place.evidence
        title = " ".join([evidence.document.title, *evidence.passage.heading_path[:1]])
        return _on(wanted, title) or not cases.isdisjoint(evidence.case_numbers)

    return all(map(on_matter, shown))


def _named(understanding: Understanding) -> str:
    """Return what a question asks the news of, in its words; a matter alone is asked for so too. "" where something else is asked."""
    text = understanding.text.strip()
    found = _ASKED.match(text) or _AFTER.match(text)
    return found["matter"] if found else _alone(understanding)


def _alone(understanding: Understanding) -> str:
    """Return the matter that is all that a question says; "" where it says more."""
    text = understanding.text.strip()
    alone = understanding.asked == {Asked.FACT} and not _ASKS.search(text.rstrip("?")) and len(text.split()) > 1
    return text.rstrip("? ") if alone and len(text.split()) <= MOST_WORDS_NAMED else ""


def _matter(understanding: Understanding) -> tuple[str, ...]:
    """Return the words that say what the news are asked of."""
    text = _named(understanding)
    named = (*matters(text), *(one.casefold() for one in _ABBREVIATED.findall(text)))
    return tuple(dict.fromkeys(one for one in named if not _OF_NEWS.fullmatch(one)))
