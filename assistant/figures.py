"""Say how well a sentence tells how much or how many; pure."""

import re
from collections.abc import Sequence

from assistant.amounts import says_in_money
from assistant.letterheads import is_head_line
from assistant.moments import HOW_LONG, new_duration, new_values
from assistant.question import Understanding
from assistant.things import absent, things
from assistant.values import Value, ValueKind, values
from assistant.verify import Evidence
from index.swedish import STOP_WORDS, stem, words
from ingest.documents import Block, Kind
from ingest.swedish_dates import is_year

_MONEY = re.compile(
    r"\d(?:[\d\u00a0\u202f .,]*\d)?\s*(?:kr\b|kronor|tkr|kkr|mnkr|mkr|msek|miljoner|miljarder|öre|:-)|\b(?:kronor|miljoner)\b",
    re.IGNORECASE,
)
# Numbers that name something and count nothing: of a law, an enclosure, a list item, years from and to, an address,
# a day of a diarium, a property, cases in a row.
_LABEL = re.compile(
    r"\b(?:18|19|20)\d\d:\d+|^\s*\d+(?:\.\d+)*[.)](?=\s)|\b(?:19|20)\d\d\s?[-–/]\s?\d{2,5}\b|\b\d{3} \d{2} (?=(?-i:[A-ZÅÄÖ]))"
    r"|(?<![\d:/-])\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![\d:/-])|\b\d{1,4}:\d{1,4}\b|\b\d+ ?(?:kap|§)|\b\d{5,}(?:, \d{5,})*,? (?:och|samt) \d{5,}\b"
    r"|\b(?:bilag\w+|nr|nummer|punkt\w*|sid(?:an?|orna)?|kap(?:itel|itlet)?|tabell|figur|diagram|avsnitt|fråga|steg|fas|del|version|box|paragraf|artikel)\.? \d+",
    re.IGNORECASE,
)
_CURRENCY = re.compile(r"\b(?:kr|kronor|tkr|kkr|mnkr|mkr|msek|miljoner|belopp)\b", re.IGNORECASE)
_UNIT = re.compile(rf"{_MONEY.pattern}|%|\bprocent|\b(?:19|20)\d\d\b|\b(?:st|antal|timmar|dagar)\b", re.IGNORECASE)
# How many there are, and words that tell of how many more or fewer there will be.
_STOCK_ASKED = re.compile(r"\bhur många\b[^?]*\b(?:finns|fanns|har|hade|är|var)\b", re.IGNORECASE)
_LIMIT_ASKED = re.compile(
    r"\b(?:får|kan|beslut\w*|gräns\w*|belopp\w*|högst|upp till|delegat\w*|delegation\w*)\b", re.IGNORECASE
)
_CHANGES = re.compile(
    r"\b(?:öka\w*|\w*ökning\w*|utöka\w*|växer?|minska\w*|minskning\w*)\s[^.]{0,70}?\b(?:med|motsvarande)\s+(?:\w+\s+){0,2}?\d",
    re.IGNORECASE,
)
# How large something is or becomes, and words after which a figure is only how much larger or smaller.
_LEVEL_ASKED = re.compile(
    r"\b(?:hur (?:stor[at]?|hög[at]?|högt|låg[at]?|lågt) (?:är|blir|var|blev|ligger)|vad (?:är|blir|var|blev|ligger|kostar|kostade))\b",
    re.IGNORECASE,
)
_GROWS = r"(?:höj|sänk|ök(?:a|n|t)|utök|minsk|stig(?:a|er|it)|steg\b|sjunk|sjönk|väx|förändr|\w+(?:höjning|sänkning|ökning|minskning))\w*"
_CHANGE_ASKED = re.compile(
    rf"\b(?:{_GROWS}|\w*(?:ändra|skillnad|differens|avvik)\w*|dyrare|billigare|mer|mindre|fler|färre|ytterligare|extra|bättre|sämre|\w*(?:överskott|underskott)\w*|över|under)\b",
    re.IGNORECASE,
)
_CHANGED_BY = re.compile(rf"\b{_GROWS}\b[^.;]{{0,90}}?\bmed\W{{1,2}}(?:(?!till\b)\w+\s+){{0,2}}?$", re.IGNORECASE)
_JOINED_TO = re.compile(r"^\s*(?:%|procent\w*|kronor|kr)?\s*(?:och|respektive|eller|samt)\s*$", re.IGNORECASE)
_MORE_ASKED = re.compile(r"\b(?:fler|färre|ytterligare|öka\w*|ökning\w*|minska\w*|väx\w*|behöv\w*)\b", re.IGNORECASE)
_MEASURE = re.compile(
    r"\b(?:kilometer|km|meter|centimeter|cm|mm|m2|kvm|kvadratmeter|hektar|ton|kg|mil|liter|grader)\b|(?<=\d)\s?m\b",
    re.IGNORECASE,
)
_HOW_OLD = re.compile(r"\bhur (?:gammal|gammalt|gamla)\b", re.IGNORECASE)
# The year from which something is tells its age.
_SINCE = re.compile(
    r"\b(?:från|född\w*|byggd\w*|byggt|byggdes|uppför\w+|anla\w+|sedan)(?: år(?:et)?)? (?:19|20)\d\d\b", re.IGNORECASE
)
_HOW_FAR = re.compile(r"\bhur (?:långt?|stor yta|hög|djupt?|djupa|bred|brett|breda)\b", re.IGNORECASE)
# How far away something lies is told by no time.
_PLACE_ASKED = re.compile(
    r"\bhur långt\b[^?]*\b(?:bo(?:r|dde)?|ligg(?:a|er)|i?från|bort|mellan|väg(?:en)?|avstånd\w*)\b(?! (?:i )?förväg)",
    re.IGNORECASE,
)
# Only a measure tells how far; how high something is may be an amount.
_DISTANCE_ASKED = re.compile(r"\bhur (?:långt|djupt?|brett|bred)\b", re.IGNORECASE)
# A height or a length may be told of the same place; how deep or broad it is says the word.
_WAY_ASKED = re.compile(r"\bhur (djup|bre[dt]|tjock)", re.IGNORECASE)
# A part of a whole is asked for, and words that tell one.
_PART_ASKED = re.compile(r"\bhur stora? del(?:ar)? av\b|\bhur mycket av\b", re.IGNORECASE)
_PART = re.compile(r"%|\bprocent|\b(?:varav|därav|härav|av detta|av dessa|av de)\b", re.IGNORECASE)
_COLUMNS_OF_PARTS = 3
_PER_CENT = re.compile(r"%|\bprocent\b|\bandel\w*", re.IGNORECASE)
# A number of some of those that are told of: "varav sju", "av de rekryterade var 116".
_OF_SOME = re.compile(r"\b(?:varav|därav|härav|av (?:dem|dessa|de|det totala))\b[^.;]*$", re.IGNORECASE)
_SOME_ASKED = re.compile(r"\b(?:hur många av|varav|därav|av (?:dem|dessa|de|alla))\b", re.IGNORECASE)
# A number of all, and words that ask for it.
_OF_ALL = re.compile(r"\b(?:totalt|sammanlagt|sammantaget|tillsammans|samtliga|totala|summa)\b", re.IGNORECASE)
_UNIT_DISTANCE = 3
# How many there are is asked for; a row of shares counts nothing.
_COUNT_ASKED = re.compile(r"\bhur många\b(?! procent)", re.IGNORECASE)
_COUNTED_THING = re.compile(r"\bhur många (?:olika |fler )?([^\W\d_]+)", re.IGNORECASE)
_SHARES = re.compile(r"^\W*andel\w*|\(%\)", re.IGNORECASE)
_COUNTS = re.compile(r"\bantal\w*|\bst\b", re.IGNORECASE)
# Whether something costs anything is asked, and words that it costs nothing, or nothing beyond what there is.
_ANY_COST_ASKED = re.compile(
    r"\bkosta\w*\b[^?]*\b(?:något|nåt|extra|pengar)\b|\b(?:behöver|måste|ska|får) [^?]*\bbetala\b[^?]*\b(?:något|nåt|extra)\b",
    re.IGNORECASE,
)
_FREE = re.compile(
    r"\b(?:utan (?:kostnad|avgift|ersättning)|kostnadsfri\w*|avgiftsfri\w*|gratis|(?:ingen|inga) (?:\w+ )?(?:kostnad\w*|avgift\w*|ekonomiska konsekvenser)|(?:ryms|inryms|inom) [^.;]*\bram(?:en|ar|arna)?)\b",
    re.IGNORECASE,
)
# What something cost is no grant that was given for it.
_SPENT_ASKED = re.compile(r"\b(?:kosta\w*|kostnad\w*|utgift\w*)\b", re.IGNORECASE)
_SPENT = re.compile(r"\b(?:\w*kosta\w*|\w*kostnad\w*|\w*utgift\w*|betala\w*|pris\w*)\b", re.IGNORECASE)
_GRANTED = re.compile(
    r"\b(?:fick|får|erhöll|erhåller|har fått|tilldela\w*|bevilja\w*)\b[^.;]*\b\w*bidrag\b|\bbidrag(?:et)? (?:från|om|på)\b",
    re.IGNORECASE,
)
# "Hur många mobila pumpar": which of the things are counted.
_SORT_ASKED = re.compile(
    r"\bhur många\s+(?!(?:olika|flera|nya|andra|extra|egna|stora|ytterligare|enskilda|anställda|boende|dessa|sådana|lediga|sökande|kommuna\w+)\b)([^\W\d_]{3,}a)\s+"
    r"(?!(?:för|från|inom|under|bland|deltar|deltog|skulle|måste|behöver|finns|fanns)\b)[^\W\d_]{4,}",
    re.IGNORECASE,
)
# "Hur många platser för elbilar": the same, behind what is counted.
_SORT_AFTER = re.compile(
    r"\bhur många\s+(?:(?:har|hade|får|fick)\s+)?[^\W\d_]{4,}\s+(?:(?:har|hade|finns|fanns|är|var|ska|skulle|kan|får)\s+)?(?:det\s+)?(?:för|via|utan)\s+([^\W\d_]{5,}(?:ar|er|or|t|d|n))\b(?!\s+(?:är|var|har|hade))",
    re.IGNORECASE,
)
# A paper or a table of prices.
_PRICES = re.compile(r"\b[^\W\d_]*(?:tax[ao]|avgift|pris|tariff)(?:er|or|na|erna|orna|en|n|s)?\b", re.IGNORECASE)
# Within so many letters after a number stands its unit.
UNIT_LETTERS = 8
# An amount of a cost is a part of it: "två miljoner av projekteringskostnaden".
_OF_COST = re.compile(
    r"\s*(?:kr\b|kronor|öre|tkr|mnkr|mkr|miljon(?:er)?(?: kronor)?|procent|%)?\s*av\s+(?:[^\W\d_]+\s+)?[^\W\d_]*(?:kostnad|utgift)(?:en|erna|er)?\b",
    re.IGNORECASE,
)
_OF_COST_ASKED = re.compile(r"\b(?:andel\w*|procent\w*|del(?:en|ar)? av|mycket av|av kostnad\w*)\b", re.IGNORECASE)
# What all of something cost is not told by what one of it does.
_COST_OF_ALL = re.compile(
    r"\b(?:kosta\w*|kostnad\w*|betala\w*)\b[^?]*\b(?:totalt|sammanlagt|sammantaget)\b|\btotalkostnad\w*|\b(?:totala|sammanlagda) kostnad\w*",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"\s*(?:kr|kronor|öre)?\s*(?:i timmen|(?:per|/) ?(?:timm\w+|person|barn|elev|dygn|dag|styck|plats|m2|m²|kvm|kvadratmeter|meter|kilometer|mil|ton|besök|gång|hushåll|invånare))\b",
    re.IGNORECASE,
)
# How many want something is not told by how many there is room for.
_APPLICANTS_ASKED = re.compile(
    r"\bhur många\b[^?]*\b(?:an)?(?:sökt(?:e|es)?|söker|sökande)\b|\bhur många\b[^?]*\b(?:anmält|anmälde|anmäler) (?:sig|intresse)\b",
    re.IGNORECASE,
)
_APPLICANTS = re.compile(r"\b\w*(?:sök(?:t|te|er|ande|ning)|ansök|anmäl)", re.IGNORECASE)
# A share in words: "hälften", "två tredjedelar", "var fjärde".
_SHARE_IN_WORDS = re.compile(
    r"\b(?:hälften|varannan|vartannat|(?:en|två|tre|fyra) \w+del(?:ar)?|var(?:t)? (?:tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde|tionde))\b",
    re.IGNORECASE,
)
# What is paid, in words: "halva avgiften", "avgiften minskas med en femtedel".
_PAID_IN_WORDS = re.compile(
    r"\b(?:halva|dubbla?|dubbel|tredubbl[ae]|trippel|full) [^\W\d_]*(?:avgift|pris|taxa|hyra|belopp|kostnad|ersättning|arvode|lön)\w*"
    r"|\b[^\W\d_]*(?:avgift|pris|taxa|hyra|kostnad|ersättning|arvode)\w*\b[^.;]*\b(?:hälften|(?:en|två|tre|fyra) \w{2,}del(?:ar)?)\b"
    r"|\b(?:hälften|\w{2,}delar?) av [^.;]{0,30}?(?:avgift|pris|taxa|hyra|kostnad|ersättning|arvode)\w*",
    re.IGNORECASE,
)
IN_WORDS = 0.8
# A row of figures whose columns nothing names, and a change where it is asked how many there are.
UNNAMED_COLUMNS = 0.3
# A list of delegations sets limits to what may be decided; it tells no amounts.
LIMIT = 0.3
CHANGE = 0.3
# A whole, where a part of it is asked for.
WHOLE = 0.45
# A whole, in words that do not speak of the part.
NO_PART = 0.05
# A part, where the whole is asked for.
SOME = 0.45
# Figures of a sentence that are no money, where a sum is asked for.
OF_NO_MONEY = 0.2
# What stands right after an amount or a share: it counts no things.
_NO_COUNT = re.compile(r"\s*(?:kr\b|kronor|tkr|kkr|mnkr|mkr|msek|öre|%|procent)", re.IGNORECASE)


def tells_how_much(understanding: Understanding, text: str, evidence: Evidence) -> float:
    """Return 0-1: whether a sentence tells an amount, a share, a count or a measure, as the question asks."""
    question, unit = understanding.text, understanding.unit
    if is_head_line(text, evidence):
        return 0.0
    if _HOW_OLD.search(question):
        # "Från 1994" tells an age as well as "30 år".
        return 1.0 if new_duration(question, text) else 0.8 * bool(_SINCE.search(text))
    if unit == "procent":
        return _tells_share(understanding, text, evidence)
    if HOW_LONG.search(question) or unit == "tid":
        return 1.0 if new_duration(question, text) else 0.0
    if _HOW_FAR.search(question) and not _PLACE_ASKED.search(question) and new_duration(question, text):
        return 1.0
    if unit == "kr" and _ANY_COST_ASKED.search(question) and _FREE.search(text):
        return 1.0
    if _PART_ASKED.search(question) and _SHARE_IN_WORDS.search(text):
        return 1.0
    told = _counting(understanding, text)
    if unit == "kr" and not told and _PAID_IN_WORDS.search(text):
        return IN_WORDS
    if not told or _of_other_sort(question, text, evidence) or _only_rates(question, text, told):
        return 0.0
    other = _worth_of_other(understanding, text, evidence, told)
    return _worth_in_unit(understanding, text, evidence, told) if other is None else other


def _tells_share(understanding: Understanding, text: str, evidence: Evidence) -> float:
    """Return 0-1: whether a sentence tells a share, in figures, in words, or in a column of shares."""
    if new_values(understanding, text, ValueKind.PERCENT) or _SHARE_IN_WORDS.search(text):
        return 1.0
    if not new_values(understanding, text, ValueKind.NUMBER):
        return 0.0
    return 1.0 if _PER_CENT.search(_framed(evidence)) else 0.3


def _counting(understanding: Understanding, text: str) -> list[Value]:
    """Return the figures of a text that the question does not name: no years, and none that only names something."""
    labels = [label.span() for label in _LABEL.finditer(text)]
    return [
        value
        for value in new_values(understanding, text, ValueKind.NUMBER, ValueKind.PERCENT)
        if not is_year(value.text) and not any(start <= value.start < end for start, end in labels)
    ]


def _worth_of_other(understanding: Understanding, text: str, evidence: Evidence, told: Sequence[Value]) -> float | None:
    """Return what figures are worth that are a limit, a change, a whole or a part where another is asked for, or None."""
    question = understanding.text
    if _unreadable(text, evidence):
        return UNNAMED_COLUMNS
    if evidence.document.kind is Kind.DELEGATION and not _LIMIT_ASKED.search(question):
        return LIMIT
    grows = _STOCK_ASKED.search(question) and not _MORE_ASKED.search(question) and _CHANGES.search(text)
    if grows or _only_changes(question, text, told):
        return CHANGE
    # The columns of a row set the whole and its parts side by side.
    if (
        _PART_ASKED.search(question)
        and not says_in_money(question)
        and len(evidence.passage.table_header) < _COLUMNS_OF_PARTS
        and not (_PART.search(text) or _SHARE_IN_WORDS.search(text) or _PER_CENT.search(_framed(evidence)))
    ):
        spoken = len(absent(parted := things(question)[1:], text)) < len(parted)
        return WHOLE if spoken else NO_PART
    if _SOME_ASKED.search(question):
        return WHOLE if _OF_ALL.search(text) and not _PART.search(text) else None
    return SOME if all(_of_some(understanding, text, value) for value in told) else None


def _worth_in_unit(understanding: Understanding, text: str, evidence: Evidence, told: Sequence[Value]) -> float:
    """Return 0-1: whether figures are of the unit that a question asks for, or of the things that it counts."""
    question, unit, frame = understanding.text, understanding.unit, _framed(evidence)
    said = f"{text} {frame}"
    money = _MONEY.search(text) or _CURRENCY.search(frame)
    if unit == "kr":
        if money:
            return 1.0
        # In a table the unit may stand elsewhere; in a sentence it stands by the figure, or this one is of something else.
        counts = evidence.passage.block is Block.PARAGRAPH and all(value.kind is ValueKind.NUMBER for value in told)
        return OF_NO_MONEY if counts else 0.4
    if unit is None:
        measure = _MEASURE.search(said)
        if _DISTANCE_ASKED.search(question) and not measure:
            return 0.0
        if (way := _WAY_ASKED.search(question)) and way[1].casefold()[:3] not in said.casefold():
            return SOME
        return 1.0 if (measure if _HOW_FAR.search(question) else money) else 0.6
    if sort := counted_sort(question):
        if absent((sort,), said):
            return SOME
        if any(_counts(value, text, stem(sort)) for value in told):
            return 1.0
    if any(unit in stem(word) for word in words(" ".join(evidence.passage.table_header))):
        return 1.0
    return 1.0 if any(_counts(value, text, unit) for value in told) else 0.45


def _framed(evidence: Evidence) -> str:
    """Return what says in which unit the figures of a row are: its columns, and the title of its table."""
    passage = evidence.passage
    if passage.block is not Block.TABLE_ROW:
        return ""
    return " ".join([*passage.table_header, *passage.heading_path[-1:]])


def _of_other_sort(question: str, text: str, evidence: Evidence) -> bool:
    """Tell whether a figure is a share or a grant, where a count or a cost is asked for, or counts no applicants."""
    if _APPLICANTS_ASKED.search(question):
        passage = evidence.passage
        return not _APPLICANTS.search(" ".join([passage.text, *passage.heading_path, *passage.table_header]))
    if _COUNT_ASKED.search(question) and evidence.passage.block is Block.TABLE_ROW:
        if _priced(question, evidence):
            return True
        said = " ".join([text, *evidence.passage.table_header])
        return _SHARES.search(said) is not None and _COUNTS.search(said) is None
    if _SPENT_ASKED.search(question) is None:
        return False
    return (_GRANTED.search(text) is not None and not _SPENT.search(text)) or _only_of_cost(question, text)


def _priced(question: str, evidence: Evidence) -> bool:
    """Tell whether a row stands in a table of prices, which counts nothing, and no column counts what is asked for."""
    passage = evidence.passage
    frame = " ".join([*passage.heading_path, evidence.document.title])
    thing = _COUNTED_THING.search(question)
    held = {stem(word) for word in words(" ".join(passage.table_header))}
    return _PRICES.search(frame) is not None and not (thing and stem(thing[1].casefold()) in held)


def _only_of_cost(question: str, text: str) -> bool:
    """Tell whether every amount of a text is a part of a cost, where the cost is asked for."""
    numbers = [value for value in values(text) if value.kind is ValueKind.NUMBER]
    money = [value for value in numbers if _MONEY.search(text[value.start : value.end + UNIT_LETTERS])]
    parts = all(_OF_COST.match(text[value.end :]) for value in money)
    return bool(money) and parts and not _OF_COST_ASKED.search(question)


def _only_rates(question: str, text: str, told: Sequence[Value]) -> bool:
    """Tell whether a text gives only what one of many costs, where it is asked what all of them do."""
    if not _COST_OF_ALL.search(question) or _OF_ALL.search(text):
        return False
    money = [value for value in told if _MONEY.match(text[value.start :])]
    # "60 kronor per barn på förskolan, och 75 på fritidshemmet": said once, it holds for what follows.
    return bool(money) and _RATE.match(text[money[0].end :]) is not None


def _of_some(understanding: Understanding, text: str, value: Value) -> bool:
    """Tell whether a number is of some of what is told of, and what they are is not asked: "varav sju har körkort"."""
    after = re.split(r"[.;](?:\s|$)", text[value.end :], maxsplit=1)[0]
    asked = not {stem(word) for word in words(after)}.isdisjoint(understanding.terms)
    return _OF_SOME.search(text[: value.start]) is not None and not asked


def counted_sort(question: str) -> str:
    """Return the word that tells which of some things a question counts ("mobila"), or nothing."""
    match = _SORT_ASKED.search(question) or _SORT_AFTER.search(question)
    return match[1].casefold() if match and match[1].casefold() not in STOP_WORDS else ""


def asks_for_all(question: str) -> bool:
    """Tell whether a question says that all of what it counts is asked for."""
    return _OF_ALL.search(question) is not None


def asks_for_some(question: str) -> bool:
    """Tell whether a question asks how many of some things are so."""
    return _SOME_ASKED.search(question) is not None


def counts_some(understanding: Understanding, text: str, unit: str) -> bool:
    """Tell whether a text counts only such of what is asked for as a word tells apart that the question does not say."""
    known = {stem(word) for word in words(understanding.text)}
    counted = [
        words(text[value.end :])[:_UNIT_DISTANCE]
        for value in new_values(understanding, text, ValueKind.NUMBER)
        if _counts(value, text, unit)
    ]
    counted = [after for after in counted if any(unit in stem(word) for word in after)]
    return bool(counted) and all(
        any(word.endswith(("a", "e")) and stem(word) not in known for word in _before_unit(after, unit))
        for after in counted
    )


def _before_unit(after: Sequence[str], unit: str) -> Sequence[str]:
    """Return the words between a number and what it counts."""
    place = next((place for place, word in enumerate(after) if unit in stem(word)), 0)
    return after[:place]


def counts_all(understanding: Understanding, text: str, unit: str) -> bool:
    """Tell whether a text says how many of what is asked for there are altogether."""
    return any(
        _counts(value, text, unit)
        and _OF_ALL.search(" ".join(words(text[: value.start])[-_UNIT_DISTANCE:]))
        and not any(word.endswith(("a", "e")) for word in _before_unit(words(text[value.end :])[:_UNIT_DISTANCE], unit))
        for value in new_values(understanding, text, ValueKind.NUMBER)
    )


def _only_changes(question: str, text: str, told: Sequence[Value]) -> bool:
    """Tell whether a text says only by how much something grows or shrinks, where it is asked how large it is."""
    if not _LEVEL_ASKED.search(question) or _CHANGE_ASKED.search(question):
        return False
    last: Value | None = None
    for value in sorted(told, key=lambda one: one.start):
        joined = last is not None and _JOINED_TO.match(text[last.end : value.start])
        points = "enhet" in value.text.casefold()
        if not (points or joined or _CHANGED_BY.search(text[: value.start])):
            return False
        last = value
    return True


def _unreadable(text: str, evidence: Evidence) -> bool:
    """Tell whether a row gives several bare figures and neither it nor a column says of what or of when."""
    passage = evidence.passage
    if passage.block is not Block.TABLE_ROW or any(name.strip() for name in passage.table_header) or _UNIT.search(text):
        return False
    figures = [value for cell in passage.cells or (text,) for value in values(cell) if value.kind is ValueKind.NUMBER]
    return len(figures) > 1


def _counts(value: Value, text: str, unit: str) -> bool:
    """Tell whether a number stands near what is counted."""
    if value.kind is ValueKind.PERCENT or _NO_COUNT.match(text[value.end :]):
        return False
    after = [stem(word) for word in words(text[value.end :])[:_UNIT_DISTANCE]]
    before = [stem(word) for word in words(text[: value.start])[-_UNIT_DISTANCE:]]
    return any(unit in other or (len(other) > 4 and other in unit) for other in (*after, *before))
