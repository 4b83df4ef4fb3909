"""Tell which papers of a kind there are: the motions, interpellations, reports that the documents hold, newest first; pure."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assistant import texts
from assistant.acts import days_of_act, falls_on
from assistant.answerer import Request
from assistant.bodies import named_bodies
from assistant.question import Understanding
from assistant.things import absent, matters
from assistant.values import ValueKind
from assistant.verify import DraftClaim, Evidence, Place, Quote
from index.swedish import words
from ingest.documents import INITIATIVES, MINUTES, Block, DocumentMetadata, Kind, Passage

MOST_SHOWN = 12
# Passages at the beginning of a paper among which its title stands.
FIRST_PASSAGES = 8
# Words that hold this share of a title tell it; a paper that does not hold its own is called by it.
CALLED = 0.5

_ASKING = (
    r"^\W*(?:vilka|vad för|vad finns det för|finns det|har det (?:kommit|lämnats|väckts)(?: in)?|lista|visa|räkna upp)"
    r"(?: (?:alla|samtliga|några|någon|något|nya|öppna|de|senaste|olika)){0,3} "
)


@dataclass(frozen=True, slots=True)
class _Papers:
    """Hold how papers of a kind are asked for, how their titles call them, and their kind in the register where it has one.

    Papers in force say how something is done: on a matter their words are asked for, not their titles.
    """

    asked: re.Pattern[str]
    titled: re.Pattern[str]
    kind: Kind | None = None
    in_force: bool = False


def _papers(asked: str, titled: str, kind: Kind | None = None, *, in_force: bool = False) -> _Papers:
    asks = re.compile(rf"{_ASKING}{asked}\b", re.IGNORECASE)
    return _Papers(asks, re.compile(rf"\b{titled}", re.IGNORECASE), kind, in_force)


def _in_force(asked: str, titled: str, kind: Kind | None = None) -> _Papers:
    return _papers(asked, titled, kind, in_force=True)


_KINDS = (
    _papers(r"motion(?:er|erna)?", r"motion(?:en|er|erna)?\b", Kind.MOTION),
    _papers(r"interpellation(?:er|erna)?", r"interpellation", Kind.INTERPELLATION),
    _papers(
        r"(?:nämnd|ledamots|politiker)initiativ(?:en)?", r"(?:nämnd|ledamots|politiker)initiativ", Kind.NAMNDINITIATIV
    ),
    _papers(r"medborgarförslag(?:en)?", r"medborgarförslag"),
    _papers(r"e-förslag(?:en)?", r"e-förslag"),
    _papers(r"revisionsrapport(?:er|erna)?", r"revisionsrapport", Kind.REVISIONSRAPPORT),
    _papers(r"detaljplan(?:er|erna)?", r"detaljplan"),
    _in_force(r"(?:taxor(?:na)?|avgiftstaxor)", r"\w*tax(?:a|an|or)\b"),
    _in_force(r"riktlinjer(?:na)?", r"riktlinje"),
    _in_force(r"polic(?:yer|ys|yerna|ies)", r"\w*policy"),
    _in_force(r"rutin(?:er|erna)", r"rutin"),
    _in_force(r"reglement(?:en|ena|e)", r"\w*reglemente"),
    _in_force(
        r"(?:avtal(?:en)?|överenskommelser(?:na)?|kontrakt(?:en)?)",
        r"\w*(?:avtal|kontrakt|överenskommelse)",
        Kind.AVTAL,
    ),
    _in_force(r"delegationsordning(?:ar|arna)", r"delegationsordning"),
)
# With whom agreements are: their first passages name the parties.
_WITH = re.compile(r"\bmed\s+(?P<party>[^?]+)", re.IGNORECASE)
# What officers and bodies write about such papers is none of them.
_ABOUT = frozenset({Kind.TJANSTESKRIVELSE, Kind.YTTRANDE, Kind.REVISIONSRAPPORT, Kind.KALLELSE, *MINUTES, *INITIATIVES})
_THERE_ARE = re.compile(
    r"\b(?:finns|fanns|har (?:vi|ni|man|kommunen|det|kommit|lämnats|väckts|lagts|ställts|inkommit)|lämnats in|kommit in|inkommit|"
    r"är (?:på gång|aktuella|inne|registrerade)|handla\w* om|gäller|rör|om)\b|^\W*(?:finns|har|lista|visa|räkna)\b",
    re.IGNORECASE,
)
# Words that say no more than that there are such papers.
_OF_HOLDING = re.compile(
    r"finns|fanns|lämna\w*|inlämna\w*|kommit|inkom\w*|kom|väck\w*|ställ\w*|lagts|lagda|lades|gång|aktuella|inne|uppe|obesvarade|registrerade|ligger"
    r"|\d{4}|behandla\w*|handla\w*|gäller|rör|lista|visa|räkna|alla|samtliga|några|någon|något|kommunen|senaste|tiden|nya|senast|vilka|ärenden|handlingar\w*|i år|gällande|gälla|antagna|styrande|hela|kommunens|just|dag|dagsläget"
)


def asks_for_papers(understanding: Understanding) -> bool:
    """Tell whether a question asks which papers of a kind there are, on a matter or on any."""
    numbered = any(value.kind in {ValueKind.SECTION, ValueKind.CASE_NUMBER} for value in understanding.named)
    # What came before a body or on a day is told by its minutes.
    met = named_bodies(understanding.text) or any(month for _, month, _ in days_of_act(understanding))
    kind = _kind(understanding.text)
    if (
        kind is None
        or _THERE_ARE.search(understanding.text) is None
        or (kind.in_force and _matter(understanding, kind) and not _of_parties(understanding, kind))
    ):
        return False
    return not numbered and not met


def paper_claims(request: Request, understanding: Understanding) -> list[DraftClaim]:
    """Return the titles of the papers of the kind that is asked for, on its matter where one is named, newest first."""
    kind = _kind(understanding.text)
    if kind is None:
        return []
    wanted = _matter(understanding, kind)
    years = days_of_act(understanding)
    found = [
        one
        for one in request.documents()
        if _is_kind(one, kind)
        and not absent(wanted, _told_in(one, kind, request.passages))
        and (not years or (one.day is not None and any(falls_on(one.day, year) for year in years)))
    ]
    found.sort(key=lambda one: kind.kind is None or one.kind is not kind.kind)
    # Of thousands only those that are shown are read.
    cases = once_a_case(found)
    shown = list(titles(cases[:MOST_SHOWN], request))
    lead = texts.papers_lead(len(shown), len(cases))
    return [DraftClaim(one.text, one.quotes, f"{lead}\n{one.lead}" if one is shown[0] else one.lead) for one in shown]


def holds_papers(
    understanding: Understanding, shown: Sequence[Place], passages: Callable[[str], Sequence[Passage]]
) -> bool:
    """Tell whether all that is cited are papers of the kind and on the matter that a question asks for, by their titles."""
    kind = _kind(understanding.text)
    if kind is None or not asks_for_papers(understanding):
        return False
    wanted = _matter(understanding, kind)
    return all(
        _is_kind(one.evidence.document, kind) and not absent(wanted, _told_in(one.evidence.document, kind, passages))
        for one in shown
    )


def names_no_paper(understanding: Understanding, shown: Sequence[Place]) -> bool:
    """Tell whether papers of a kind are asked for, and nothing that is cited speaks of any."""
    kind = _kind(understanding.text)
    if kind is None or not asks_for_papers(understanding):
        return False
    said = [" ".join([one.text, one.evidence.document.title, *one.evidence.passage.heading_path]) for one in shown]
    # Those with others are none of them.
    parties = _matter(understanding, kind) if _of_parties(understanding, kind) else []
    return not any(kind.titled.search(text) and not absent(parties, text) for text in said)


def _kind(text: str) -> _Papers | None:
    """Return the kind of the papers that a question begins to ask for."""
    return next((one for one in _KINDS if one.asked.match(text)), None)


def _is_kind(document: DocumentMetadata, kind: _Papers) -> bool:
    if kind.in_force and document.kind in _ABOUT:
        return False
    return (kind.kind is not None and document.kind is kind.kind) or kind.titled.search(document.title) is not None


def _of_parties(understanding: Understanding, kind: _Papers) -> bool:
    """Tell whether agreements with somebody are asked for, and on no matter beside."""
    found = _WITH.search(understanding.text)
    named = set(words(found["party"])) if found else set()
    return kind.kind is Kind.AVTAL and all(one in named for one in _matter(understanding, kind))


def _told_in(document: DocumentMetadata, kind: _Papers, passages: Callable[[str], Sequence[Passage]]) -> str:
    """Return where a paper tells what it is about: its title, and of an agreement the parties at its beginning."""
    if kind.kind is not Kind.AVTAL:
        return document.title
    return " ".join([document.title, *(one.text for one in passages(document.id)[:FIRST_PASSAGES])])


def _matter(understanding: Understanding, kind: _Papers) -> list[str]:
    """Return the words that say what the papers shall be about."""
    return [one for one in matters(understanding.text) if not kind.titled.match(one) and not _OF_HOLDING.fullmatch(one)]


def once_a_case(documents: Sequence[DocumentMetadata]) -> list[DocumentMetadata]:
    """Return the first paper of each case and of each title."""
    told: set[str] = set()
    first: list[DocumentMetadata] = []
    for document in documents:
        keys = {*document.case_numbers, document.title.casefold()}
        if not keys & told:
            told |= keys
            first.append(document)
    return first


def titles(documents: Sequence[DocumentMetadata], request: Request) -> Iterator[DraftClaim]:
    """Yield the title of each paper under what it is and of which day, once for papers of one case or one title."""
    for document in once_a_case(documents):
        place = _titled(document, request.passages(document.id))
        if place is not None:
            held = set(words(place.text))
            called = sum(word in held for word in words(document.title)) >= CALLED * len(words(document.title))
            yield DraftClaim(place.text, (place,), texts.paper_lead(document, titled=not called))


def _titled(document: DocumentMetadata, passages: Sequence[Passage]) -> Quote | None:
    """Return the words that give the title of a paper: those nearest to it among its first passages and their lines."""
    wanted = set(words(document.title))
    said = [
        (line.strip(), one)
        for one in passages[:FIRST_PASSAGES]
        for line in dict.fromkeys([one.text, *one.text.split("\n")])
        if line.strip()
    ]

    def near(one: tuple[str, Passage]) -> tuple[float, bool]:
        held = set(words(one[0]))
        return len(held & wanted) / max(1, len(held | wanted)), one[1].block is Block.HEADING

    best = max(said, key=near, default=None)
    return Quote(Evidence(document, best[1]), best[0]) if best else None
