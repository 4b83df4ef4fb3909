"""Check that what a body is said to have decided is cited from its decision, or from words that tell of it; pure."""

import re
from collections.abc import Iterator, Sequence

from assistant import texts
from assistant.act_words import DECIDED, PROPOSALS
from assistant.ground import Ground
from assistant.question import Asked, Understanding
from assistant.siblings import LISTED
from assistant.speakers import dissents
from assistant.values import ValueKind, supported, values
from assistant.verify import Place, same_word
from index.swedish import STOP_WORDS, nominative, stem, words
from ingest.documents import Force, Kind

PROPOSED = re.compile(r"\b(?:föresl\w+|förslag\w*|yrka\w*|rekommend\w+|begär\w*|svara\w*)\b", re.IGNORECASE)
# What is said to have been decided, up to the next thing asked.
CONTENT = re.compile(r"\batt\b\s+([^?,;]+)", re.IGNORECASE)
# The same with the decimals of its figures.
_WHOLE_CONTENT = re.compile(r"\batt\b\s+((?:[^?,;]|,(?=\d))+)", re.IGNORECASE)
# "Föreslår att nämnden beslutar", "vill att fullmäktige ska besluta": no decision, though the word is there.
_WANTS = re.compile(
    r"\b(?:föreslå(?:r|s|tt|tts)|föreslog(?:s)?|yrka(?:r|de|t)|hemställer|vill att|förslag till beslut|förslaget (?:till beslut )?är)\b",
    re.IGNORECASE,
)
_HAS_DECIDED = re.compile(
    r"\b(?:har beslut\w+|beslutade[s]?|beslutat[s]?|beslöt\w*|antog[s]?|antagit[s]?|fastställde[s]?|godkände[s]?|avslog[s]?|biföll[s]?|bifallit[s]?|beviljade[s]?|anslog[s]?)\b",
    re.IGNORECASE,
)
LEAST_TOLD = 0.6
LIKE = 0.5
# What members and citizens write in proves no decision, whatever it claims.
_OUTSIDE = frozenset({Kind.MOTION, Kind.NAMNDINITIATIV, Kind.INTERPELLATION, Kind.OVRIGT})
# Before the day on which something begins, ends or is due; any other day of a decision is that of the meeting.
TERM = re.compile(
    r"\b(?:från(?: och med)?|till(?: och med)?|senast|per|gäll\w*|inför|efter|före)\s+(?:den\s+)?$", re.IGNORECASE
)
_BY = re.compile(r"[^.;]{0,30}?\bav (?:[\w-]+ ){0,2}[\w-]+")
# What a body of government is called last; "nämnden" alone may be any board.
_BODY = re.compile(
    r"\b(?:[^\W\d_]+(?:-\s(?:och\s)?[^\W\d_]+)?(?:nämnd(?:en|ens)?|styrelse(?:n|ns)?|utskott(?:et|ets)?)|[^\W\d_]*fullmäktiges?"
    r"|[^\W\d_]*regionen?s?|regeringens?|riksdagens?|staten?s?)\b",
    re.IGNORECASE,
)
# A decision that a question takes for granted: "fullmäktiges nedläggningsbeslut", "enligt nämndens beslut".
_DECISION_OF = re.compile(
    r"\b[^\W\d_]*(?:fullmäktiges|nämndens|styrelsens|utskottets)\s(?:\w+\s)?\w*beslut(?:et)?\b|\benligt (?:kommun)?fullmäktige\b",
    re.IGNORECASE,
)
# One of the points of a decision, and one that refuses what was proposed.
_POINT = re.compile(r"(?<=[.;])\s+|\n+")
_REFUSES = re.compile(r"\b(?:avsl(?:å|ås|år|og|ogs|agits?)|avslag|bifalls inte)\b", re.IGNORECASE)
_FIGURES = frozenset({ValueKind.NUMBER, ValueKind.PERCENT})
_ANY_BODY = frozenset("nämnden nämndens styrelsen styrelsens utskottet utskottets".split())


def decider(understanding: Understanding, ground: Ground) -> Iterator[str]:
    """What a body is said to have decided must be cited from its decision, or from words that tell of it."""
    said = DECIDED.search(understanding.text)
    if not understanding.wants(Asked.DECISION) or said is None or PROPOSED.search(understanding.text):
        return
    bodies = [
        match.group() for match in _BODY.finditer(understanding.text) if match.group().casefold() not in _ANY_BODY
    ]
    decided = [place for place in ground.shown if place.evidence.passage.force is Force.DECISION]
    told = [
        place
        for place in ground.shown
        if place.evidence.document.kind not in _OUTSIDE
        and (DECIDED.search(place.evidence.passage.text) or _listed(understanding, place))
        and not _only_proposes(place)
    ]
    if not decided and not told:
        # A list of delegations is in force: who may decide stands there, and nothing is proposed.
        if not (understanding.wants(Asked.PERSON) and any(map(_delegates, ground.shown))):
            proposed = any(map(_only_proposes, ground.shown))
            yield texts.PROPOSAL_NO_DECISION if proposed else texts.NO_SUCH_DECISION
    elif (
        bodies
        and not any(_is_body(body, place.evidence.document.board or "") for body in bodies for place in decided)
        and not any(_is_body(body, _who_decided(place)) for body in bodies for place in told)
    ):
        yield texts.no_decision_by(bodies[0])
    elif not _tells_of(understanding.text[said.end() :], [*decided, *told], ground) or (
        decided and all(_of_another(understanding, place, ground) for place in decided)
    ):
        yield texts.NO_SUCH_DECISION
    elif day := _other_day(understanding, [*decided, *told]):
        yield texts.unknown_day(day)


def decided_otherwise(understanding: Understanding, ground: Ground) -> Iterator[str]:
    """What is said to have been decided ("beslutade att stänga", "… till 22,10") must not be what was refused, nor have another figure."""
    if PROPOSED.search(understanding.text):
        return
    if _DECISION_OF.search(understanding.text) and ground.shown and all(map(_only_proposes, ground.shown)):
        yield texts.PROPOSAL_NO_DECISION
        return
    said = DECIDED.search(understanding.text)
    content = _WHOLE_CONTENT.search(understanding.text[said.end() :]) if said else None
    if said is None or content is None:
        return
    decided = [place.evidence.passage.text for place in ground.shown if place.evidence.passage.force is Force.DECISION]
    act = stem(words(content[1])[0])
    points = [one for text in decided for one in _POINT.split(text) if any(act in stem(word) for word in words(one))]
    if points and all(map(_REFUSES.search, points)) and not _REFUSES.search(content[1]):
        yield texts.decided_instead(f"{said.group()} {content.group().strip()}", "")
        return
    figures = [one for one in values(content[1]) if one.kind in _FIGURES and "," in one.text]
    told = "\n".join([*ground.decisions, *ground.case_decisions, *(one.evidence.passage.text for one in ground.shown)])
    held = values(told) if figures else ()
    if decided and any(not supported(one, held) for one in figures):
        yield texts.decided_instead(f"{said.group()} {content.group().strip()}", "")


def _only_proposes(place: Place) -> bool:
    """Tell whether a place tells what somebody wants to be decided, and not that it was."""
    if place.evidence.passage.force is Force.DECISION:
        # "Utskottet lämnar ärendet vidare utan eget förslag till beslut" decides.
        return False
    wanted = place.evidence.passage.force in PROPOSALS or _WANTS.search(place.text) is not None
    return place.evidence.document.kind in _OUTSIDE or (wanted and _HAS_DECIDED.search(place.text) is None)


def _delegates(place: Place) -> bool:
    """Tell whether a place is a row that says who may decide."""
    return place.evidence.document.kind is Kind.DELEGATION and place.evidence.passage.block in LISTED


def _listed(understanding: Understanding, place: Place) -> bool:
    """Tell whether a place is a list of decisions taken by delegation, at the case that the question names."""
    named = [value for value in understanding.named if value.kind is ValueKind.CASE_NUMBER]
    return _delegates(place) and any(supported(value, values(place.evidence.passage.text)) for value in named)


def _tells_of(after: str, places: Sequence[Place], ground: Ground) -> bool:
    """Tell whether the cited decisions speak of what the question says was decided ("beslutade att …")."""
    content = CONTENT.search(after)
    wanted = [word for word in words(content[1]) if word not in STOP_WORDS] if content else []
    if not wanted:
        return True
    held = {
        word for place in places for word in words(f"{place.evidence.passage.text} {place.evidence.document.title}")
    }
    held |= {word for text in ground.decisions for word in words(text)}
    held |= {word for place in places for word in words(" ".join(place.evidence.passage.heading_path))}
    return sum(same_word(word, held) >= LIKE for word in wanted) >= LEAST_TOLD * len(wanted)


def _of_another(understanding: Understanding, place: Place, ground: Ground) -> bool:
    """Tell whether a decision is of another matter: only members who dissent speak of a name of the question in its §."""
    sign, document = place.evidence.passage.section_sign, place.evidence.document
    names = [value.text for value in understanding.named if value.kind is ValueKind.NAME and not value.text.isupper()]
    if not names or sign is None:
        return False
    own = [one for one in ground.passages(document.id) if one.section_sign == sign]
    apart = [one.text for one in own if dissents(one)]
    told = [*(one.text for one in own if not dissents(one)), document.title]
    return any(_speaks_of(name, apart) and not _speaks_of(name, told) for name in names)


def _speaks_of(name: str, parts: Sequence[str]) -> bool:
    held = {stem(word) for part in parts for word in words(part)}
    return all(stem(word) in held or stem(nominative(word)) in held for word in words(name))


def _other_day(understanding: Understanding, places: Sequence[Place]) -> str:
    """Return the day or month of the decision asked for where no cited decision is of it."""
    for value in understanding.named:
        year, month, _ = value.key.split("|") if value.kind is ValueKind.DATE else ("", "", "")
        if not year or not month or TERM.search(understanding.text[: value.start]):
            continue
        known = [" ".join(map(str, place.evidence.document.days)) for place in places]
        known += [_around_decided(place) for place in places]
        if not supported(value, values("\n".join(known))):
            return value.text.strip()
    return ""


def _is_body(body: str, known: str) -> bool:
    """Tell whether a text names a body: "fullmäktige" is also "Kommunfullmäktige"."""
    root = stem(nominative(words(body)[-1]))
    return any(root in word for word in words(known))


def _who_decided(place: Place) -> str:
    """Return the words of a passage that name who decided: those before its words of decision, and "av …" after them."""
    text = place.evidence.passage.text
    said = list(DECIDED.finditer(text))
    by = [match[0] for one in said if (match := _BY.match(text, one.end()))]
    return " ".join([text[: said[0].start()] if said else "", *by])


def _around_decided(place: Place) -> str:
    """Return the few words after a word of decision: they date it."""
    text = place.evidence.passage.text
    said = DECIDED.search(text)
    return text[max(0, said.start() - 40) : said.end() + 30] if said else ""
