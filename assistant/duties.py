"""Tell what a party to an agreement, or a body by its rules, has to do: what stands under the heading of its duties; pure."""

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.answerer import Ranking, Request
from assistant.drafting import lead_of, passage_claims, within
from assistant.matching import match
from assistant.question import Understanding
from assistant.settings import ANSWER_WORDS
from assistant.siblings import LISTED
from assistant.verify import DraftClaim, Evidence, Place, Quote
from index.swedish import STOP_WORDS, nominative, stem, words
from ingest.documents import INITIATIVES, MINUTES, Block, Kind, Passage
from ingest.sentences import sentences

# Papers among those that rank first in which such a heading is looked for.
PAPERS_READ = 2
# Papers that tell of an agreement, or want one, and bind nobody themselves.
_BIND_NOBODY = INITIATIVES | MINUTES | {Kind.TJANSTESKRIVELSE, Kind.REVISIONSRAPPORT, Kind.YTTRANDE, Kind.KALLELSE}
# From here on a word is a form or a part of the word of the question.
SAME = 0.7
MOST_WORDS_OF_HEADING = 12
_BINDING = (
    r"(?:[\w-]*(?:avtal|kontrakt|överenskommelse|reglemente|förbundsordning|uppdragsbeskrivning)\w*|partnerskap\w*)"
)
_MUST = r"(?:måste|ska|skall|behöver)"
# "Vad måste föreningen göra enligt avtalet", "vad åtar sig bolaget", "vilka skyldigheter har hyresgästen".
_ASKED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\bvad {_MUST} (?P<party>(?:[\w-]+ ){{1,4}}?)göra (?:enligt|i) (?:[\w-]+ ){{0,2}}?{_BINDING}",
        rf"\b(?:enligt|i) (?:[\w-]+ ){{0,2}}?{_BINDING}[^?]*?\bvad {_MUST} (?P<party>(?:[\w-]+ ){{1,4}}?)göra\b",
        r"\bvad (?:åtar|åtog|förbinder|förband) sig (?P<party>[\w-]+(?: [\w-]+)?)",
        r"\bvad (?:åtar|åtog|förbinder|förband) (?P<party>(?:[\w-]+ ){1,3}?)sig\b",
        r"\bvad har (?P<party>(?:[\w-]+ ){1,3}?)(?:åtagit|förbundit) sig\b",
        r"\bvilka (?:åtaganden|skyldigheter|förpliktelser) har (?P<party>[\w-]+(?: [\w-]+)?)",
        r"\bvad har (?P<party>(?:[\w-]+ ){1,3}?)för (?:åtaganden|skyldigheter|förpliktelser)\b",
        rf"\bvad ansvarar (?P<party>(?:[\w-]+ ){{1,3}}?)för (?:enligt|i) (?:[\w-]+ ){{0,2}}?{_BINDING}",
    )
)
# "Föreningens åtaganden", "Bolagets ansvar"; and "Kommunen ansvarar för", "Bolaget ska:".
_NAMED = (
    r"\b[\w-]*(?:åtagande|skyldighet|förpliktelse)\w*|\b[\w-]*ansvar(?:et|sområden?)?\b"
    r"|\b(?:uppgifter(?:na)?|insatser(?:na)?|investering(?:ar|en)?)\b"
)
_DUTIES = re.compile(_NAMED, re.IGNORECASE)
_OPENS = re.compile(
    rf"{_NAMED}|\b(?:åtar|förbinder) sig\b|\b(?:ansvarar|svarar) för\b|\b(?:ska|skall)\b\W*(?:att\W*)?$", re.IGNORECASE
)
# "Stiftelsen ska senast …", "Kommunen bekostar …": the one who acts stands first.
_SHALL = re.compile(
    r"(?P<who>[A-ZÅÄÖ][\w-]*(?: [\w-]+){0,2}?) (?:ska|skall|måste|åtar sig|förbinder sig|ansvarar|svarar|bekostar|betalar|tillhandahåller|ombesörjer|är skyldig\w*)\b"
)


def duty_claims(request: Request, understanding: Understanding, ranking: Ranking) -> list[DraftClaim]:
    """Return the duties of the party asked about: what stands under their name in the first papers, else what the agreement says that it shall do."""
    party = _party(understanding.text)
    if not party:
        return []
    papers = _papers(one.candidate.evidence for one in ranking.scored)
    for evidence in papers:
        if found := _duties(request.passages(evidence.document.id), party):
            place = Evidence(evidence.document, found[0])
            return passage_claims(place, found, lead_of(place), ANSWER_WORDS)
    agreements = (one for one in papers if one.document.kind is Kind.AVTAL)
    return next(filter(None, (_scattered(request, evidence, party) for evidence in agreements)), [])


def tells_duties(understanding: Understanding, shown: Sequence[Place]) -> bool:
    """Tell whether what is cited stands under the duties of the party asked about: that is no matter of likeness."""
    party = _party(understanding.text)
    headings = [one.evidence.passage.heading_path[-1:] for one in shown]
    return bool(party) and all(path and _names(_DUTIES, path[0], party) for path in headings)


def _scattered(request: Request, evidence: Evidence, party: Sequence[str]) -> list[DraftClaim]:
    """Return the sentences of an agreement that say what the party shall do, where there are several."""
    found: list[DraftClaim] = []
    for passage in request.passages(evidence.document.id):
        place = Evidence(evidence.document, passage)
        for one in sentences(passage.text) if passage.block is Block.PARAGRAPH else ():
            if (acts := _SHALL.match(one.text)) and any(_same(name, words(acts["who"])[-1]) for name in party):
                found.append(DraftClaim(one.text, (Quote(place, one.text),), "" if found else lead_of(place)))
    return within(found, ANSWER_WORDS) if len(found) > 1 else []


def _party(text: str) -> tuple[str, ...]:
    """Return the words that name the party whose duties a question asks for."""
    found = next((match_["party"] for one in _ASKED if (match_ := one.search(text))), "")
    return tuple(word for word in words(found) if word not in STOP_WORDS)


def _papers(places: Iterable[Evidence]) -> list[Evidence]:
    """Return the first papers that may bind somebody, each once."""
    first: dict[str, Evidence] = {}
    for evidence in places:
        if evidence.document.kind not in _BIND_NOBODY:
            first.setdefault(evidence.document.id, evidence)
        if len(first) == PAPERS_READ:
            break
    return list(first.values())


def _duties(every: Sequence[Passage], party: Sequence[str]) -> tuple[Passage, ...]:
    for place, passage in enumerate(every):
        if not _of_party(passage, party):
            continue
        if passage.block is Block.HEADING:
            if below := tuple(_up_to_heading(every[place + 1 :])):
                # Points tell duties, what stands above them how they came about.
                return tuple(one for one in below if one.block in LISTED) or below
        elif points := tuple(_points(every[place + 1 :], passage)):
            return (passage, *points)
    return ()


def _of_party(passage: Passage, party: Sequence[str]) -> bool:
    """Tell whether a passage is a heading, or words that introduce points, that name the party's duties."""
    opens = passage.block is Block.HEADING or passage.text.rstrip().endswith((":", " att"))
    return opens and _names(_OPENS, passage.text.strip(), party)


def _names(duties: re.Pattern[str], text: str, party: Sequence[str]) -> bool:
    """Tell whether a heading names duties, and the party before them: "Kommunens skyldigheter mot föreningen" are the former's."""
    duty = duties.search(text)
    if duty is None or len(words(text)) > MOST_WORDS_OF_HEADING:
        return False
    before = [word for word in words(text[: duty.start()]) if word.isalpha()] or words(text)
    return any(_same(one, word) for one in party for word in before)


def _same(asked: str, told: str) -> bool:
    """Tell whether a word names what a word of the question names, be it by the last part of it: "hamnföreningen", "föreningens"."""
    root, named = stem(nominative(told)), stem(asked)
    # A club is an association, and agreements call it one.
    if "klubb" in named and root.startswith("förening"):
        return True
    return match(named, told) >= SAME or (len(root) >= 5 and named.endswith(root))


def _up_to_heading(after: Sequence[Passage]) -> Iterator[Passage]:
    for passage in after:
        if passage.block is Block.HEADING:
            return
        yield passage


def _points(after: Sequence[Passage], opening: Passage) -> Iterator[Passage]:
    for passage in after:
        if passage.block not in LISTED or passage.heading_path != opening.heading_path:
            return
        yield passage
