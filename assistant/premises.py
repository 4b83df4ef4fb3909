"""Check what a question takes for granted against what would be cited: who, when, which §, which act; pure.

Each check returns the Swedish reason why the documents do not bear the question out, or nothing.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from assistant import texts
from assistant.act_words import (
    ACTS,
    DECIDED,
    DISAGREES,
    GRANTED,
    MOVED,
    POSTPONED,
    PUT_OFF,
    PUTS_OFF,
    REFUSED,
    RESERVED,
    SAYS_NO,
    SAYS_YES,
)
from assistant.bodies import is_of, named_bodies
from assistant.changes import lacks_change
from assistant.consulted import consulted, matter_of, speaks
from assistant.counts import counted_otherwise
from assistant.deciders import CONTENT, PROPOSED, TERM, decided_otherwise, decider
from assistant.ground import Ground
from assistant.notes import noted_by_others
from assistant.offices import asks_for_office
from assistant.periods import of_another_figure, of_another_period, tells_only_now
from assistant.qualifiers import of_another, year_of_no_column
from assistant.question import Asked, Understanding
from assistant.signers import of_other_paper
from assistant.things import absent, matters, measured, things, unspoken
from assistant.values import ValueKind, of_law, supported, values
from assistant.voting import HOW_VOTED, VOTES
from index.hits import Hit
from index.swedish import stem, words
from ingest.documents import Force

_Check = Callable[[Understanding, Ground], Iterator[str]]
# "Januari till maj 2025": a paper may name the year and the months apart.
_FROM_MONTH = re.compile(
    r"\b(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\w*\.?\s?(?:[-–]|till(?: och med)?|t\.?o\.?m\.?)\s?$",
    re.IGNORECASE,
)
_MUNICIPALITY = re.compile(
    r"\b(?!(?:Vilken|Vår|Varje|Någon|Ingen|Annan|Denna|Samma)\b)(?P<name>[A-ZÅÄÖ][a-zåäöé]+)(?:\s(?:kommuns?|stads?)\b|s\s(?:(?:kommunfullmäktige|kommunstyrelse|fullmäktige)\w*|(?:kommun|stad)(?:en)?s?\b))"
)
# Verbs that a paper uses as the question does; "gick emot" it tells in its own way.
_TELLING_VERB = re.compile(r"stopp|fäll|underkän|avfärd|senarel", re.IGNORECASE)
# "Varför sålde nämnden …", "när överklagades …": the act stands after the question word, and is told by its root.
_WHY_DONE = re.compile(
    r"^\W*(?:varför|när|hur kommer det sig att|av vilken anledning|av vilket skäl)\s+(\w{5,}?)(?:ades?|des?|tes?)\s",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"\b(?:hoppa(?:de|t|r)? [^?]{0,60}?\bav\b|avgick|avgått|avgår|avsa(?:de|gt)|avsäger|slutade|slutat|lämnade|lämnat|avsägelse\w*)\b",
    re.IGNORECASE,
)
_GIVES_REASON = re.compile(
    r"\b(?:eftersom|därför|på grund av|p\.g\.a|pga|beror|berodde|anledning\w*|skäl\w*|orsak\w*|av (?:\w+ )?skäl|då (?:han|hon|hen|hon|de)|flytta\w*|med hänsyn till|hälso?\w*)\b",
    re.IGNORECASE,
)
_TRADES = (
    (
        re.compile(r"\bhur mycket (?:\w+ ){0,2}lån(?:a|ar|ade|at|as|ats)\b", re.IGNORECASE),
        re.compile(r"lån(?!g)", re.IGNORECASE),
    ),
    (
        re.compile(r"\bvad betalade [^?]*\b(?:köpte?|förvärvade)\b", re.IGNORECASE),
        re.compile(r"\b(?:in)?köp(?:te|t|er|a|s|et)?\b|förvärv", re.IGNORECASE),
    ),
    (
        # "Vad fick byrån betalt": a figure of what they looked at is no pay.
        re.compile(r"\bvad (?:fick|har|hade) [^?]{2,60}\bbetalt\b", re.IGNORECASE),
        re.compile(
            r"\b\w*(?:betal|arvod|ersätt|kosta|kostnad|pris|avtal|faktur|anbud|avgift|hyra)|\b(?:för)?s[åä]l[djt]|\b(?:in)?köp",
            re.IGNORECASE,
        ),
    ),
    (
        # How long before is a length of time that other papers give for other things.
        re.compile(
            r"\buppsägningstid\w*|(?:avtal|kontrakt|överenskommelse)\w*\b[^?]*\bupp\b|\bupp\b[^?]*(?:avtal|kontrakt|överenskommelse)",
            re.IGNORECASE,
        ),
        re.compile(r"\w*uppsäg|\bs[äa](?:ger|ga|gs|gas|gts|de|des)\b[^.;]*\bupp\b|\bförläng", re.IGNORECASE),
    ),
    (
        # To build a thing is not to run it.
        re.compile(r"\b(?:kosta\w*|kostnad\w*)\b[^?]*\b(?:att|i) (?:driva|drift)\b|\bdrifts?kostnad\w*", re.IGNORECASE),
        re.compile(r"\w*dri(?:ft|v[as]?\b|ver\b|vit\b)", re.IGNORECASE),
    ),
)
# A vote that is laid down closes nothing.
_LAID_DOWN = re.compile(r"\bnedlagda?\b(?: röster)?", re.IGNORECASE)
_BY_PARTY = re.compile(
    r"\b(?:parti för parti|per parti|(?:varje|respektive|vart och ett av) parti\w*)\b", re.IGNORECASE
)
# What stands in a paper, and words that order it made.
_CONTENT_ASKED = re.compile(
    r"\b(?:innehåll(?:er|a|et)?|innehöll|ingår|ingick|står det|stod det|vad (?:står|stod|sägs|visade|visar)|kom [^?]{0,40}fram till|slutsats\w*)\b",
    re.IGNORECASE,
)
# What came of something, and words that tell that nothing has yet.
_RESULT_ASKED = re.compile(
    r"\bkom(?:mit)? [^?]{0,60}\bfram till\b|\bvad (?:visade|blev|sade|sa)\b|\bhur (?:gick|blev)\b|^\W*(?:var|blev|fick|godkändes)\b",
    re.IGNORECASE,
)
_PENDING = re.compile(
    r"\b(?:prövar|prövas|utreder|utreds|(?:in)?väntas|inväntar|räknar med (?:besked|svar)|jag återkommer|vi återkommer|återkommer (?:vi|jag)"
    r"|har (?:ännu )?inte (?:lämnat|återkommit|svarat|beslutat))\b",
    re.IGNORECASE,
)
# Words that give the reason of something: what stands after them is not what they explain, but where they begin the
# sentence: "Till följd av sjukdom har fler vikarier behövts".
_REASON_OF_IT = (
    r"\b(?:till följd av|på grund av|beror (?:\w+ ){0,2}?på|berodde (?:\w+ ){0,2}?på|orsakas av|förklaras av)\b"
    r"(?![^.;]*\b(?:har|hade|är|var|blir|blev|ska|kommer|kan|kunde|får|fick|behöver|behövde|måste)\b)[^.;]*$"
)
_TO_MAKE = r"\b(?:ta fram|tas fram|arbeta fram|utarbeta\w*|upprätta\w*|genomföra?s?|göra|beställa\w*)"
_VOTES_ASKED = re.compile(r"\bhur många (?:ja-?|nej-?)?\s?röster\b", re.IGNORECASE)
_SENTENCES = re.compile(r"(?<=[.!?])\s+")
# What somebody may do has not been done.
_MAY_DO = re.compile(r"\b(?:kan|kunde|får|har (?:rätt|möjlighet) att)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
_NOT = r"\b(?:inte|ej|aldrig|avst(?:å|år|od|ått) från|avstå)(?: att)?\s+(?:\w+\s+)?"
_NO = re.compile(r"\b(?:inte|ej|aldrig|nej)\b", re.IGNORECASE)


def unmet(understanding: Understanding, ground: Ground) -> tuple[str, ...]:
    """Return every reason why what is cited does not bear out the question: who, when, which § or outcome is another."""
    return _reasons(_OF_FACTS, understanding, ground)


def of_other_things(understanding: Understanding, ground: Ground) -> tuple[str, ...]:
    """Return every reason why what is cited seems to be of another group, place, unit or year than the one asked about."""
    return _reasons(_OF_KINDS, understanding, ground)


def unspoken_of(understanding: Understanding, ground: Ground) -> tuple[str, ...]:
    """Return every reason why the words of what is cited do not speak of what is asked; other words may tell it all the same."""
    return _reasons(_OF_WORDS, understanding, ground)


def _reasons(checks: Sequence[_Check], understanding: Understanding, ground: Ground) -> tuple[str, ...]:
    return tuple(dict.fromkeys(reason for check in checks for reason in check(understanding, ground)))


def _sign(understanding: Understanding, ground: Ground) -> Iterator[str]:
    """A § that is asked for must be the one that is cited, or stand in it: of the body that is named, if one is."""
    bodies = named_bodies(understanding.text)
    places = [place.evidence for place in ground.shown if not bodies or is_of(place.evidence.document, bodies)]
    signs = {one.passage.section_number for one in places}
    for value in understanding.named:
        if value.kind is not ValueKind.SECTION or of_law(understanding.text, value) or value.key in signs:
            continue
        # A paper of another body may tell of it: "nämndens beslut § 36".
        told = [place.evidence.passage.text for place in ground.shown if not place.evidence.passage.section_sign]
        if not any(supported(value, values(text)) for text in (*told, *(one.passage.text for one in places))):
            found = any(_is_sign(value.key, hit, bodies) for hit in ground.hits)
            yield texts.TOO_FAR if found else texts.missing_section(value.text.strip())


def _is_sign(sign: str, hit: Hit, bodies: frozenset[str]) -> bool:
    """Tell whether a hit stands in a § of the body that is named, if one is."""
    signs = {one.section_number for one in hit.passages}
    return sign in signs and (not bodies or is_of(hit.document, bodies))


def _day(understanding: Understanding, ground: Ground) -> Iterator[str]:
    """A day or a month that is asked about must be that of a cited document, or be spoken of in its case."""
    dated = [value for value in understanding.named if value.kind is ValueKind.DATE]
    # Reading the values of a whole case takes longest of all checks: only where a day was asked about.
    known = values(ground.about) if dated else ()
    for value in dated:
        year, month, _ = value.key.split("|")
        before = understanding.text[: value.start]
        spans = _FROM_MONTH.search(before) and set(words(value.text)) <= set(words(ground.about))
        if year and month and not TERM.search(before) and not spans and not supported(value, known):
            yield texts.unknown_day(value.text.strip())


def _period(understanding: Understanding, ground: Ground) -> Iterator[str]:
    """A year, a school year or a kind of figure that is asked about must not be another one in what is cited."""
    counted = understanding.wants(Asked.NUMBER)
    if period := of_another_period(understanding.text, ground.shown, counted=counted):
        yield texts.unknown_day(period)
    elif counted and tells_only_now(understanding.text, ground.shown[0]):
        yield texts.TOO_FAR
    elif counted and (figure := of_another_figure(understanding.text, ground.shown)):
        yield texts.not_named((figure,))


def _reserved(understanding: Understanding, ground: Ground) -> Iterator[str]:
    """Who is said to have reserved themselves or moved something must stand where that is told."""
    for asked, forces in ((RESERVED, {Force.RESERVATION}), (MOVED, {Force.YRKANDE})):
        said = asked.search(understanding.text)
        who = [value for value in understanding.named if value.kind is ValueKind.PARTY]
        if said is None or not who:
            continue
        told = "\n".join(one.text for one in ground.sections if one.force in forces or asked.search(one.text))
        for value in who:
            if not supported(value, values(told)):
                yield texts.premise_unknown(f"{value.text} {said.group()}")


def _outcome(understanding: Understanding, ground: Ground) -> Iterator[str]:
    """A refusal that is asked about must not have been a consent, nor put off, and the other way round."""
    if PROPOSED.search(understanding.text) or understanding.wants(Asked.YES_NO):
        return
    outcome = "\n".join(ground.decisions or ground.case_decisions)
    if not outcome or understanding.wants(Asked.NUMBER):
        return
    for asked, needed, instead in (
        (REFUSED, SAYS_NO, SAYS_YES),
        (GRANTED, SAYS_YES, SAYS_NO),
        (POSTPONED, PUTS_OFF, SAYS_YES),
    ):
        said = asked.search(_without_voters(understanding.text))
        if said is None or needed.search(outcome) or _tells_itself(said.group(), ground):
            continue
        # Where the section itself decides, and what it decides is neither, there was no refusal to explain.
        here = bool(ground.decisions)
        neither = here and asked is not GRANTED and understanding.wants(Asked.WHY)
        if neither or instead.search(outcome) or (here and PUT_OFF.search(outcome)):
            yield texts.decided_instead(said.group(), _signs(ground))


def _without_voters(question: str) -> str:
    """Return a question without who voted how: "vilka röstade nej" does not say that a body did."""
    return _LAID_DOWN.sub(" ", HOW_VOTED.sub(" ", question)) if HOW_VOTED.search(question) else question


def _tells_itself(said: str, ground: Ground) -> bool:
    """Tell whether the cited words themselves tell that something was stopped, put off or not agreed to: not all acts are decisions."""
    if REFUSED.fullmatch(said) and DISAGREES.search(ground.said):
        return True
    own = _TELLING_VERB.match(said)
    return own is not None and re.search(rf"\b(?:{own.group()}|upphäv)\w*", ground.said, re.IGNORECASE) is not None


def _acted(understanding: Understanding, ground: Ground) -> Iterator[str]:
    """An act that the question takes for granted must be told of where the answer stands, or in its case."""
    if understanding.wants(Asked.YES_NO):
        return
    decided = DECIDED.search(understanding.text)
    content = CONTENT.search(understanding.text[decided.end() :]) if decided else None
    outcome = "\n".join([*ground.decisions, *(place.evidence.passage.text for place in ground.shown)])
    for act in ACTS:
        asked = _without_voters(understanding.text)
        said = act.asked.search(asked)
        if said and _MAY_DO.search(asked[: said.start()]):
            continue
        # What is said to have been decided must stand in what was decided, not somewhere in its case.
        where = outcome if content and act.asked.search(content[1]) else ground.by if act.here else ground.about
        if said and not act.told.search(where):
            yield texts.premise_unknown(said.group())


def _reason(understanding: Understanding, ground: Ground) -> Iterator[str]:
    """Why somebody left is not told by words that only say that they did."""
    if understanding.wants(Asked.WHY) and _LEFT.search(understanding.text) and not _GIVES_REASON.search(ground.by):
        yield texts.no_value_of_kind("inget skäl")
    elif understanding.wants(Asked.WHY) and (cause := _only_a_cause(understanding.text, ground)):
        yield texts.no_value_of_kind(f"inget skäl till ”{cause}”")


def _only_a_cause(question: str, ground: Ground) -> str:
    """Return a thing of a question that the cited words hold only as the reason of something else: "till följd av vakanser"."""
    sentences = [one for place in ground.shown for one in _SENTENCES.split(place.text)]
    for thing in matters(question):
        root = re.compile(rf"\b{re.escape(stem(thing))}", re.IGNORECASE)
        told = [one[: match.start()] for one in sentences for match in root.finditer(one)]
        if told and all(re.search(_REASON_OF_IT, before, re.IGNORECASE) for before in told):
            return thing
    return ""


def _signed(understanding: Understanding, ground: Ground) -> Iterator[str]:
    """Who wrote or signed a paper is not told by another paper, that speaks of nothing the question names."""
    if lacking := of_other_paper(understanding, ground):
        yield texts.not_named(lacking)


def _traded(understanding: Understanding, ground: Ground) -> Iterator[str]:
    """What was borrowed, bought for, paid or spent on running is told only where that is spoken of."""
    for asked, told in _TRADES:
        if asked.search(understanding.text) and not told.search(f"{ground.said} {ground.near}"):
            yield texts.TOO_FAR


def _content(understanding: Understanding, ground: Ground) -> Iterator[str]:
    """What a plan holds or an inquiry found is not told by the order to make it."""
    if not _CONTENT_ASKED.search(understanding.text):
        return
    for thing in things(understanding.text):
        made = re.compile(rf"{_TO_MAKE}\s+(?:[\w-]+\s+){{0,3}}?{re.escape(stem(thing))}", re.IGNORECASE)
        if all(made.search(place.text) for place in ground.shown):
            yield texts.not_named((thing,))


def _pending(understanding: Understanding, ground: Ground) -> Iterator[str]:
    """What came of something is not told by words that say that it is still being looked into."""
    # To have it looked into may be what was decided.
    decided = any(place.evidence.passage.force is Force.DECISION for place in ground.shown)
    pending = not decided and all(_PENDING.search(place.text) for place in ground.shown)
    if pending and _RESULT_ASKED.search(understanding.text):
        yield texts.NO_RESULT_YET


def _votes(understanding: Understanding, ground: Ground) -> Iterator[str]:
    """How many votes there were is told only where votes are told of."""
    if _VOTES_ASKED.search(understanding.text) and not VOTES.search(ground.section):
        yield texts.not_in_matter("några röstetal")
    parties = [value for value in values(ground.said) if value.kind is ValueKind.PARTY]
    if HOW_VOTED.search(understanding.text) and _BY_PARTY.search(understanding.text) and not parties:
        yield texts.not_in_matter("några röster parti för parti")


def _undone(understanding: Understanding, ground: Ground) -> Iterator[str]:
    """What is said to have been done must not be told in the cited passages only as something that was not done."""
    done = _WHY_DONE.match(understanding.text)
    if done is None or _NO.search(understanding.text):
        return
    told = "\n".join(place.evidence.passage.text for place in ground.shown)
    often = len(re.findall(rf"\b\w{{0,4}}{done[1]}", told, re.IGNORECASE))
    if often and often == len(re.findall(rf"{_NOT}{done[1]}", told, re.IGNORECASE)):
        yield texts.premise_unknown(understanding.text[done.start(1) : done.end()].strip())


def _elsewhere(understanding: Understanding, ground: Ground) -> Iterator[str]:
    """Another municipality than that of the cited documents must at least be spoken of where the answer stands."""
    held = set(words(ground.section))
    own = {word for place in ground.shown for word in words(place.evidence.document.municipality or "")}
    for match in _MUNICIPALITY.finditer(understanding.text):
        name = match["name"].casefold()
        bare = {name, name.removesuffix("s"), f"{name}s"}
        if not bare & (held | own) and not any(known.removesuffix("s") in bare for known in own):
            yield texts.other_municipality(match["name"])


def _matter(understanding: Understanding, ground: Ground) -> Iterator[str]:
    """Who may decide is told only where something of what is to be decided on is spoken of."""
    wanted = matters(understanding.text) if asks_for_office(understanding.text) else ()
    bodies = named_bodies(understanding.text)
    # The body whose delegation it is may be named without a word of the matter.
    wanted = tuple(one for one in wanted if not any(stem(one).startswith(body) for body in bodies))
    if wanted and len(absent(wanted, ground.said)) == len(wanted):
        yield texts.not_named(wanted)


def _measured(understanding: Understanding, ground: Ground) -> Iterator[str]:
    """The size of a thing is told only where the thing is spoken of, not by the figure of another that stands near."""
    thing = measured(understanding.text) if understanding.wants(Asked.NUMBER) else ""
    near = f"{ground.said} {ground.near}"
    # A column "Avvikelse" tells both surplus and deficit.
    told = thing in {"överskott", "underskott"} and not absent(("avvikelse",), near)
    if thing and not told and unspoken((thing,), near):
        yield texts.not_named((thing,))


def _consulted(understanding: Understanding, ground: Ground) -> Iterator[str]:
    """The views of an authority or an organisation must be cited from its own words, or words told as its own, on what is asked about."""
    who = consulted(understanding.text)
    told = [
        place
        for place in ground.shown
        if who and speaks(who, place.evidence, place.text, ground.passages(place.evidence.document.id))
    ]
    if who and not told:
        yield texts.no_words_of(who)
    wanted = matter_of(understanding.text, who) if told else ()
    if wanted and len(unspoken(wanted, " ".join(place.around for place in told))) == len(wanted):
        yield texts.not_named(wanted)


def _noted(understanding: Understanding, ground: Ground) -> Iterator[str]:
    """What a party or a member wanted noted must not be told by a note that others signed."""
    if who := noted_by_others(understanding, ground.shown, ground.passages):
        yield texts.no_words_of(who)


def _counted(understanding: Understanding, ground: Ground) -> Iterator[str]:
    """What holds for a number of things ("för tre produkter") is not told by what holds for another number of them."""
    if thing := counted_otherwise(understanding.text, ground.said):
        yield texts.not_named((thing,))


def _decided(understanding: Understanding, ground: Ground) -> Iterator[str]:
    """What a body decided must be told by its decision; how its members voted stands beside it."""
    if HOW_VOTED.search(understanding.text) is None:
        yield from decider(understanding, ground)
        yield from decided_otherwise(understanding, ground)


def _qualified(understanding: Understanding, ground: Ground) -> Iterator[str]:
    """A school year, zone, group or unit that is asked about must not be another one in what is cited."""
    if others := tuple(dict.fromkeys(of_another(understanding, ground))):
        yield texts.not_named(others)
    if understanding.wants(Asked.NUMBER):
        yield from map(texts.unknown_day, year_of_no_column(understanding.text, ground.shown[0]))
    if lacks_change(understanding.text, ground):
        yield texts.no_value_of_kind("ingen förändring mellan åren")


def _signs(ground: Ground) -> str:
    return next(
        (place.evidence.passage.section_sign for place in ground.shown if place.evidence.passage.section_sign), ""
    )


_OF_FACTS: tuple[_Check, ...] = (
    _noted,
    _sign,
    _day,
    _reserved,
    _outcome,
    _votes,
    _pending,
    _elsewhere,
    _signed,
)
_OF_KINDS: tuple[_Check, ...] = (
    _qualified,
    _period,
)
_OF_WORDS: tuple[_Check, ...] = (
    _matter,
    _measured,
    _counted,
    _consulted,
    _decided,
    _acted,
    _undone,
    _content,
    _reason,
    _traded,
)
