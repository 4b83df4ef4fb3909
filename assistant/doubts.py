"""Doubt a value that stands near what is asked for, and may be that of another day's event or of another thing; pure."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answerer import Ranking
from assistant.bodies import named_bodies
from assistant.candidates import Candidate
from assistant.events import Bound
from assistant.figures import counted_sort
from assistant.fitting import fit
from assistant.moments import HOW_LONG, TIMELESS, bound_to, new_duration
from assistant.question import Asked, Understanding
from assistant.rivals import HALF_FORM, has_been, own_words, section_of
from assistant.things import WHOLE_THING, absent, alike_compounds, matters, measured, things, unspoken
from assistant.twins import AFTER_CHANGE
from assistant.values import ValueKind, values
from assistant.verify import Place
from index.swedish import STOP_WORDS, stem, words
from ingest.documents import Block, Force, Passage

# A thing that is this share of the question, by rarity, is looked for in a row that is shown for it.
HEAVY = 0.2
# This share suffices where its like is told of.
SIBLING = 0.1
# Which of several times something was done is asked for, and words that tell it.
_TURNS = tuple(
    (re.compile(rf"\b(?:den|det|de|sin|sitt|sina|som)\s+({asked})\b", re.IGNORECASE), re.compile(told, re.IGNORECASE))
    for asked, told in (
        ("första", r"\b(?:först\w*|inledande|ny(?:tt|a)?|nr 1)\b"),
        ("andra", r"\b(?:andra|ytterligare|ny(?:tt|a)?|igen|åter\w*|förnya\w*|nr 2)\b"),
        ("tredje", r"\b(?:tredje|nr 3)\b"),
    )
)
# Which of several who had the same part, and words that tell it.
_HOLDERS = tuple(
    (re.compile(rf"\b(?:den|det|som)\s+({asked})\b", re.IGNORECASE), re.compile(told, re.IGNORECASE))
    for asked, told in (
        (
            r"ny[ae]|nytillträdda?|tillträdande",
            r"\b(?:ny|nya|nye|nytt|nytillträd\w*|tillträd\w*|efterträd\w*|anställ\w*|rekryter\w*|utse\w*|utsåg\w*|välj\w*|val[dt]\w*|ersätt\w*|börja\w*)\b",
        ),
        (
            r"tidigare|förr[ae]|förutvarande|avgående|dåvarande",
            r"\b(?:tidigare|förr[ae]|förutvarande|avg\w*|avsä?[ga]\w*|dåvarande|f\.? ?d|före detta|slut\w*|lämna\w*|entledig\w*|efterträd\w*|ersätt\w*)\b",
        ),
    )
)
# Who has a part in a year that the question names.
_IN_YEAR = re.compile(
    r"\bvem(?:s)?\b[^?]*?\b(?:är|var|heter|hette|satt)\b[^?]*?(?<![\d/-])((?:19|20)\d\d)(?![\d/-])", re.IGNORECASE
)
# Who acts stands after the verb: "när lämnade länsstyrelsen …", "hur mycket sökte skolnämnden …".
_ACTOR = re.compile(
    r"^\W*(?:när|hur (?:mycket|stor[at]?|många)(?: (?!\w+(?:ade|te)\b)\w+)?) [^\W\d_]+(?:ade|de|te|og|ick|öll|ev|öt|av) ((?:[^\W\d_]+- och )?[^\W\d_]+(?:en|et|n))\b",
    re.IGNORECASE,
)
# The seat that somebody has or leaves: "som ledamot i skolnämnden".
_SEAT = re.compile(
    r"\b(ledamot|ersättare|suppleant|(?:vice )?ordförande|revisor|nämndeman)\s+(?:i|för|vid|på)\s+(?!(?-i:[A-ZÅÄÖ])\w+ (?-i:[A-ZÅÄÖ]))((?:[^\W\d_]+- och )?[^\W\d_]+)",
    re.IGNORECASE,
)
# Which contract: what it is about, or with whom it was made.
_CONTRACT = re.compile(
    r"\b[^\W\d_]*(?:avtal|kontrakt|överenskommelse)(?:et|en|ets|ens)?\s+(?:med|om|för|kring|gällande|rörande)\s+([^?,.;]+)",
    re.IGNORECASE,
)
# What is asked of any contract.
_OF_CONTRACTS = re.compile(
    r"(?:gäll|löp|slut|säg|upp|teckn|skriv|skrev|förläng|börja|ingå|ingick|under|kosta|betala|kommun|avtal|längst|länge|år)\w*",
    re.IGNORECASE,
)
# How long a paper holds is told by words for that, or by the years that it is of.
_VALIDITY_ASKED = re.compile(
    r"\bhur länge (?:gäller|gällde|löper|är [^?]*\bgiltig\w*)\b[^?]*(?:plan|policy|riktlinje|program|strategi|avtal|kontrakt|överenskommelse|reglemente|taxa|tillstånd)",
    re.IGNORECASE,
)
_VALIDITY = re.compile(
    r"\bgäll|gilt|\blöp|\btill och med\b|\bt\.?\s?o\.?\s?m\b|period|förläng|upphör|revider|(?:19|20)\d\d\s?[-–]\s?(?:20)?\d\d\b",
    re.IGNORECASE,
)

# How long at most is a rule; from when to when one thing lasts does not tell it.
_LIMIT_ASKED = re.compile(
    rf"(?=[^?]*(?:{HOW_LONG.pattern})[^?]*\b(?:kan|får|gäll\w+)\b)[^?]*\b(?:åt gången|i taget|som (?:mest|längst)|högst|längst|maximalt)\b",
    re.IGNORECASE,
)
_LIMIT = re.compile(
    r"\b(?:högst|längst|som (?:mest|längst)|max(?:imalt|imum|gräns\w*|tid\w*)?|åt gången|i taget|per gång|mer än|längre än|överstig\w+|överskrid\w+|tidsgräns\w*|inom)\b",
    re.IGNORECASE,
)
_UP_TO = re.compile(r"\bupp till\b", re.IGNORECASE)
# "Vad innebär arbetstidskontot", and how a row begins: "10. Hyra", "Uteservering, sommar".
_DEFINED = re.compile(
    r"^\W*(?:vad (?:innebär|betyder|menas med|är)|hur fungerar)\s+(?:(?:en|ett|den|det|de)\s+)?([^\W\d_]{6,})\W*$",
    re.IGNORECASE,
)
_OF_PAYING = re.compile(r"stort?|högt?|mycket|betala\w*|kosta\w*|kostnad\w*|pris\w*|debitera\w*")
_LABEL = re.compile(r"\W*(?:[\d.]+\s+)?([^\W\d_]{3,})")


@dataclass(frozen=True, slots=True)
class Doubt:
    """Hold whether what is cited must be another value, and the things of the question that it is not seen to be of."""

    refused: bool = False
    lacking: tuple[str, ...] = ()
    # Whether it has not wholly the form of the answer, or its day stands by something else: words may tell it all the same.
    of_form: bool = False


def doubt(understanding: Understanding, ranking: Ranking, shown: Sequence[Place]) -> Doubt | None:
    """Return why a value that is cited may not be the one asked for, or nothing."""
    if not understanding.of_value or understanding.wants(Asked.IDENTIFIER):
        return None
    if _by_another_board(understanding, shown) or _of_another_seat(understanding, shown):
        return Doubt(refused=True)
    telling = [place for place in shown if fit(understanding, place.text, place.evidence) >= HALF_FORM]
    if understanding.wants(Asked.DATE) and has_been(understanding.text, shown[0].text, shown[0].evidence.document.day):
        return Doubt(refused=True)
    if understanding.short and understanding.wants(Asked.DATE):
        found = [bound_to(understanding, place.text, place.evidence) for place in shown]
        bounds = [one for one in found if one is not None]
        if bounds and (max(bounds) is not Bound.ASKED or bounds[0] is not Bound.ASKED):
            # What is read first is taken for the answer.
            return Doubt(refused=max(bounds) is Bound.OTHER or not telling, of_form=True)
    if understanding.wants(Asked.PERSON):
        return _of_another_holder(understanding, shown)
    lacking = (
        _other_turn(understanding, shown)
        or _before_change(understanding, shown)
        or _of_sibling(understanding, ranking, shown)
        or _by_another(understanding, shown)
        or _of_other_contract(understanding, shown)
        or _of_empty_cell(understanding, shown[0])
        or _of_no_thing(understanding, ranking, shown)
    )
    if not lacking and _VALIDITY_ASKED.search(understanding.text) and not _VALIDITY.search(shown[0].framed):
        return Doubt()
    if not lacking and _without_limit(understanding, shown):
        return Doubt()
    if not lacking and not telling and (understanding.short or TIMELESS.search(understanding.text)):
        return Doubt(of_form=True)
    if not lacking and understanding.short and telling:
        lacking = _of_another(understanding, ranking, telling)
    return Doubt(lacking=lacking) if lacking else None


def _other_turn(understanding: Understanding, shown: Sequence[Place]) -> tuple[str, ...]:
    """Return "andra" or "första" of a question where nothing cited tells which time it was."""
    for asked, told in _TURNS:
        match = asked.search(understanding.text)
        if match and not any(told.search(_alone(place)) for place in shown):
            return (match[1],)
    return ()


def _before_change(understanding: Understanding, shown: Sequence[Place]) -> tuple[str, ...]:
    """Return the change after which a value is asked for ("efter förlängningen") where no cited passage tells of it."""
    change = AFTER_CHANGE.search(understanding.text)
    return unspoken((change[1].casefold(),), " ".join(map(_around, shown))) if change else ()


def _without_limit(understanding: Understanding, shown: Sequence[Place]) -> bool:
    """Tell whether it is asked how long something may last at most or at a time, and what is read first sets no limit."""
    return _LIMIT_ASKED.search(understanding.text) is not None and not _sets_limit(understanding.text, shown[0].text)


def _sets_limit(question: str, text: str) -> bool:
    """Tell whether words say how long at most: not from which day to which one thing lasts."""
    reaches = _UP_TO.search(text) is not None and new_duration(question, text) and not _names_day(text)
    return reaches or _LIMIT.search(text) is not None


def _names_day(text: str) -> bool:
    return any(value.kind is ValueKind.DATE for value in values(text))


def _of_another_holder(understanding: Understanding, shown: Sequence[Place]) -> Doubt | None:
    """Return that who is told had the part in another year, or is not told to be the new or the former one."""
    year = _IN_YEAR.search(understanding.text)
    if year and not any(_is_of_year(place, year[1]) for place in shown):
        return Doubt(refused=True)
    for asked, told in _HOLDERS:
        match = asked.search(understanding.text)
        if match and not any(told.search(_alone(place)) for place in shown):
            return Doubt(lacking=(match[1],))
    return None


def _is_of_year(place: Place, year: str) -> bool:
    """Tell whether a cited passage or its paper is of a year, or names it."""
    dated = {str(day.year) for day in place.evidence.document.days}
    return year in dated or year in _around(place)


def _alone(place: Place) -> str:
    return " ".join([place.text, *place.evidence.passage.heading_path[-1:]])


def _by_another(understanding: Understanding, shown: Sequence[Place]) -> tuple[str, ...]:
    """Return who did what is asked the day of ("när lämnade länsstyrelsen …") where no cited passage names them."""
    actor = _ACTOR.search(understanding.text)
    if actor is None or actor[1].casefold() not in things(understanding.text):
        return ()
    return absent((actor[1].casefold(),), " ".join(_around(place) for place in shown))


def _of_other_contract(understanding: Understanding, shown: Sequence[Place]) -> tuple[str, ...]:
    """Return what the contract of a question is about or with whom, where nothing round what is read first speaks of any of it."""
    match = _CONTRACT.search(understanding.text)
    wanted = (
        [one for one in words(match[1]) if one not in STOP_WORDS and not _OF_CONTRACTS.fullmatch(one)] if match else []
    )
    lacking = absent(wanted, _around(shown[0]))
    return lacking if len(lacking) == len(wanted) else ()


def _by_another_board(understanding: Understanding, shown: Sequence[Place]) -> bool:
    """Tell whether what is read first is done by a board, and another board does it in the question."""
    actor = _ACTOR.search(understanding.text)
    if actor is None or not named_bodies(actor[1]) or not named_bodies(shown[0].text):
        return False
    return bool(absent(words(actor[1])[-1:], " ".join(map(_around, shown)), WHOLE_THING))


def _of_another_seat(understanding: Understanding, shown: Sequence[Place]) -> bool:
    """Tell whether every seat that the cited words name is another than the one that the question names."""
    asked = [_seat(match) for match in _SEAT.finditer(understanding.text)]
    told = [_seat(match) for place in shown for match in _SEAT.finditer(place.text)]
    return bool(asked and told) and not set(asked) & set(told)


def _seat(match: re.Match[str]) -> tuple[str, str]:
    """Return a seat as its role and the stem of its body."""
    return match[1].casefold(), stem(words(match[2])[-1])


def _of_no_thing(understanding: Understanding, ranking: Ranking, shown: Sequence[Place]) -> tuple[str, ...]:
    """Return what is measured, or was decided on a day that is asked for, where no cited sentence or heading names it.

    What is measured, or tells which of many are counted, must be spoken of where the first sentence stands too: it is read as the answer.
    """
    said = " ".join(place.framed for place in shown)
    if not understanding.short:
        dated = understanding.wants(Asked.DATE)
        return absent(
            [one for one in things(understanding.text) if dated and ranking.scorer.weight(one) >= HEAVY], said
        )
    wanted = [thing] if understanding.wants(Asked.NUMBER) and (thing := measured(understanding.text)) else []
    sort = [word] if (word := counted_sort(understanding.text)) else []
    return absent(wanted, said) or absent(wanted, _around(shown[0])) or absent(sort, shown[0].framed)


def _of_sibling(understanding: Understanding, ranking: Ranking, shown: Sequence[Place]) -> tuple[str, ...]:
    """Return a compound of a question ("servicebostad") that no cited passage holds, where the first sentence tells of its like ("gruppbostad")."""
    heavy = [one for one in matters(understanding.text) if ranking.scorer.weight(one) >= SIBLING]
    lacking = absent(heavy, " ".join(map(_around, shown)), WHOLE_THING)
    told = words(shown[0].text)
    return tuple(one for one in lacking if any(alike_compounds(one, other) for other in told))


def _around(place: Place) -> str:
    """Return the passage of a cited sentence, its headings and columns, and its paper's title and board."""
    passage, document = place.evidence.passage, place.evidence.document
    parts = [passage.text, *passage.heading_path, *passage.table_header, document.title, document.board or ""]
    return " ".join(parts)


def _of_another(understanding: Understanding, ranking: Ranking, telling: Sequence[Place]) -> tuple[str, ...]:
    """Return the names and things of a question that no cited row stands for, and another row of the section does."""
    if not all(_is_row(place.evidence.passage) for place in telling):
        return ()
    cited = [_cited(place) for place in telling]
    sections = {section_of(place.evidence) for place in telling}
    beside = [one.candidate for one in ranking.scored if section_of(one.candidate.evidence) in sections]
    rows = [_with_columns(one) for one in beside if _is_row(one.evidence.passage)]
    names = {value.key: value.text for value in understanding.named if value.kind is ValueKind.NAME}
    heavy = [one for one in things(understanding.text) if ranking.scorer.weight(one) >= HEAVY]
    lacking = [one for one in (*names, *heavy) if all(absent((one,), text) for text in cited)]
    whose = Counter(name for one in ranking.scored if (name := one.candidate.evidence.document.municipality))
    own = whose.most_common(1)[0][0] if whose else ""
    return tuple(
        dict.fromkeys(
            names.get(one, one)
            for one in lacking
            if any(not absent((one,), row) for row in rows) or (one in names and absent((one,), own))
        )
    )


def _of_empty_cell(understanding: Understanding, place: Place) -> tuple[str, ...]:
    """Return a name of a question that is a column of the row that is read first, and in which the row has nothing."""
    passage = place.evidence.passage
    if passage.block is not Block.TABLE_ROW or len(passage.cells) != len(passage.table_header):
        return ()
    columns = zip(passage.table_header, passage.cells, strict=True)
    empty = {word for name, cell in columns if not any(map(str.isalnum, cell)) for word in words(name)}
    named = (value for value in understanding.named if value.kind is ValueKind.NAME)
    return tuple(value.text for value in named if empty.issuperset(words(value.text)))


def _cited(place: Place) -> str:
    """Return a cited row, or the whole point that a sentence stands in, with its columns, its paper's title and whose it is."""
    document, passage = place.evidence.document, place.evidence.passage
    own = own_words(passage.text if passage.block is Block.LIST_ITEM else place.text, passage)
    return " ".join([own, document.title, document.board or "", document.municipality or ""])


def _is_row(passage: Passage) -> bool:
    """Tell whether a passage is one entry of many alike; the points of a decision belong together."""
    return passage.block in {Block.TABLE_ROW, Block.LIST_ITEM} and passage.force is Force.BACKGROUND


def _with_columns(one: Candidate) -> str:
    return f"{one.text} {' '.join(one.evidence.passage.table_header)}"


def undefined(question: str, shown: Sequence[Place]) -> tuple[str, ...]:
    """Return the one thing that a question asks what it is, where nothing that is cited, nor what it stands under, names it."""
    asked = _DEFINED.match(question)
    return absent((asked[1].casefold(),), " ".join(place.around for place in shown), WHOLE_THING) if asked else ()


def priced(question: str, place: Place) -> bool:
    """Tell whether a row begins with a thing of the question, holds a figure, and stands under all else that the question names."""
    label = _LABEL.match(place.text)
    wanted = matters(question)
    if (
        place.evidence.passage.block is not Block.TABLE_ROW
        or label is None
        or not re.search(r"\d", place.text[label.end() :])
    ):
        return False
    begins = any(stem(one) == stem(label[1].casefold()) or not absent((one,), label[1], WHOLE_THING) for one in wanted)
    return begins and not absent(wanted, place.framed)
