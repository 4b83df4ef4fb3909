"""Check a claim against the words it quotes; pure, and the same for every answerer.

A claim stands when each of its quotes stands verbatim, in one piece and in whole words, in the passage it names, and
when nothing in the claim says more than the quoted words: no other number, date, name, party, § or diarienummer, no
turned negation, no decision out of a proposal, no other board, and most of its words.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from assistant.answers import Check
from assistant.polarity import negation_differs, opposite, surer
from assistant.quoting import fold, locate
from assistant.values import Value, ValueKind, supported, values
from index.swedish import STOP_WORDS, grams, holds_name, stem, words
from ingest.documents import DocumentMetadata, Force, Passage


@dataclass(frozen=True, slots=True)
class Evidence:
    """Hold a passage that claims may rest on, with the document it stands in."""

    document: DocumentMetadata
    passage: Passage
    # Where ``passage`` joins several that stand in a row: their ordinals; else empty.
    joined: tuple[int, ...] = ()

    @property
    def case_numbers(self) -> tuple[str, ...]:
        """Return the diarienummer that hold at the passage: its own, or else those of its document."""
        return self.passage.case_numbers or self.document.case_numbers


@dataclass(frozen=True, slots=True)
class Quote:
    """Hold words that an answerer says stand in a passage."""

    evidence: Evidence
    text: str


@dataclass(frozen=True, slots=True)
class DraftClaim:
    """Hold a sentence that an answerer wants to say, and the quotes it rests on.

    ``lead`` is said before the claim by code, from metadata, and is no part of it.
    """

    text: str
    quotes: tuple[Quote, ...]
    lead: str = ""


class Fault(StrEnum):
    """Say why a claim fell."""

    NO_QUOTE = "no_quote"
    NOT_VERBATIM = "not_verbatim"
    VALUE = "value"
    BOARD = "board"
    NEGATION = "negation"
    OPPOSITE = "opposite"
    FORCE = "force"
    SUPPORT = "support"
    CERTAINTY = "certainty"


@dataclass(frozen=True, slots=True)
class Place:
    """Hold a quote where it stands: ``evidence.passage.text[start:end]``."""

    evidence: Evidence
    start: int
    end: int

    @property
    def text(self) -> str:
        """Return the words as the document has them."""
        return self.evidence.passage.text[self.start : self.end]

    @property
    def frame(self) -> str:
        """Return what the words stand under: their headings, their columns and the title of their paper."""
        passage = self.evidence.passage
        return " ".join([*passage.heading_path, *passage.table_header, self.evidence.document.title])

    @property
    def framed(self) -> str:
        """Return the words with what they stand under."""
        return f"{self.text} {self.frame}"

    @property
    def around(self) -> str:
        """Return the words with what they stand under, and their whole passage."""
        return f"{self.framed} {self.evidence.passage.text}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Hold the outcome of a check: places and kind of proof, or the fault."""

    places: tuple[Place, ...]
    check: Check
    fault: Fault | None = None
    detail: str = ""

    @property
    def stands(self) -> bool:
        """Tell whether the claim may be shown."""
        return self.fault is None


# Share of a claim's subject words that the quoted words must hold.
LEAST_SUPPORT = 0.6
# A word counts as the same word when its 5-grams overlap this much.
SAME_WORD = 0.5


# Units that a number may be given in, each with its spellings.
_UNIT_OF = {
    spelling: spellings.split()[0]
    for spellings in (
        "kronor krona kr sek",
        "kilometer km",
        "meter m",
        "centimeter cm",
        "millimeter mm",
        "mil",
        "kvadratmeter kvm m2 m²",
        "kubikmeter m3 m³",
        "hektar ha",
        "sekunder sekund",
        "minuter minut min",
        "timmar timme h tim",
        "dagar dag dygn",
        "veckor vecka",
        "månader månad mån",
        "kvartal",
        "terminer termin läsår",
        "år",
        "kilo kg kilogram",
        "gram g",
        "ton",
        "liter l",
        "grader grad",
        "lux",
        "kilowattimmar kwh",
        "megawattimmar mwh",
    )
    for spelling in spellings.split()
}
_UNIT = re.compile(
    r"\s*(" + "|".join(re.escape(unit) for unit in sorted(_UNIT_OF, key=len, reverse=True)) + r")(?!\w)", re.IGNORECASE
)
_DECIDED = re.compile(
    r"\b(?:har )?(?:beslut(?:ade|ades|at|ats)|beslöt|beslutet (?:är|blev)|fastställ(?:de|des|t|ts)|godkän(?:de|des|t|ts)|antog(?:s)?|antagit(?:s)?"
    r"|biföll(?:s)?|bifallit(?:s)?|avslog(?:s)?|avslagit(?:s)?|återremittera(?:de|des|t|ts)|bordla(?:de|des)|beviljade(?:s)?|bestämde(?:s)?)\b",
    re.IGNORECASE,
)
_PROPOSED = re.compile(
    r"\b(?:föreslog(?:s)?|föreslår|föreslås|föreslagit(?:s)?|yrkade|yrkar|yrkat|förslaget är)\b", re.IGNORECASE
)
_PROPOSING_FORCES = frozenset({Force.PROPOSAL, Force.YRKANDE, Force.RECOMMENDATION, Force.OPINION, Force.RESERVATION})
_BOARD = re.compile(
    r"\b[^\W\d_]*(?:nämnd(?:en|ens|er|erna|ernas)?|styrelse(?:n|ns)?|fullmäktiges?|utskott(?:et|ets)?|revisor(?:erna|er)?|direktion(?:en)?)\b",
    re.IGNORECASE,
)
# A letter that tells one thing from another, as in "alternativ B": no word that begins a sentence, no party, no initial.
_LETTER = re.compile(r"(?<![\w(/-])(?<!^)(?<![.:!?] )[A-ZÅÄÖ](?![\w)/-])(?!\.\s*[A-ZÅÄÖ])")
# Words of a claim that tell whose sentence it is or join it, not what it says.
_CLAIM_WORDS = frozenset(
    "beslutade beslutat beslöt föreslog föreslår föreslås anger framgår står uppger skriver enligt innebär uppgår handling "
    "handlingen dokumentet uppgift också dessutom samt därför gäller avser".split()
)


def check_claim(claim: DraftClaim) -> Verdict:
    """Return whether a claim may be shown, and where its quotes stand."""
    if not claim.quotes or not claim.text.strip():
        return _falls(Fault.NO_QUOTE)
    places = []
    for quote in claim.quotes:
        found = locate(quote.text, quote.evidence.passage.text)
        if found is None:
            return _falls(Fault.NOT_VERBATIM, quote.text[:80])
        places.append(Place(quote.evidence, *found))
    if any(fold(claim.text) == fold(place.text) for place in places):
        return Verdict(tuple(places), Check.VERBATIM)
    if fault := _fault(claim.text, places):
        return Verdict((), Check.SUPPORTED, *fault)
    return Verdict(tuple(places), Check.SUPPORTED)


def missing_values(claim: str, quoted: str, known: str = "") -> tuple[Value, ...]:
    """Return the values of a claim that neither the quoted words nor known surroundings hold."""
    stated = values(quoted)
    around = values(known)
    lacking = []
    for value in values(claim):
        if value.weak or supported(value, stated):
            continue
        if value.kind in {ValueKind.NAME, ValueKind.PARTY} and (
            _holds_name(value, quoted) or _holds_name(value, known)
        ):
            continue
        if value.kind is ValueKind.DATE and supported(value, around):
            continue
        lacking.append(value)
    return tuple(lacking)


def support(claim: str, quoted: str) -> float:
    """Return the share of a claim's subject words that the quoted words hold, in any inflection."""
    wanted = [
        word for word in words(claim) if word not in STOP_WORDS and word not in _CLAIM_WORDS and not word.isdigit()
    ]
    if not wanted:
        return 1.0
    held = set(words(quoted))
    return sum(same_word(word, held) for word in wanted) / len(wanted)


def one_unit(word: str, other: str) -> bool:
    """Tell whether two words are spellings of one unit: "kvm" and "kvadratmeter"."""
    return word in _UNIT_OF and _UNIT_OF.get(other) == _UNIT_OF[word]


def same_word(word: str, held: set[str]) -> float:
    """Return how surely one of some words is a form or a compound of a word, 0-1."""
    if word in held:
        return 1.0
    root = stem(word)
    best = 0.0
    for other in held:
        if stem(other) == root:
            return 1.0
        if min(len(root), len(stem(other))) >= 5 and (root in other or stem(other) in word):
            best = max(best, 0.8)
        elif len(word) > 6 and len(other) > 6:
            one, two = set(grams(word)), set(grams(other))
            overlap = 2 * len(one & two) / (len(one) + len(two))
            if overlap >= SAME_WORD:
                best = max(best, overlap)
    return best


def _fault(claim: str, places: list[Place]) -> tuple[Fault, str] | None:
    # The same words cited from two papers say it once.
    quoted = " \n".join(dict.fromkeys(place.text for place in places))
    surroundings = " \n".join(_surroundings(place) for place in places)
    if lacking := missing_values(claim, quoted, surroundings):
        return Fault.VALUE, lacking[0].text
    if letter := _other_letter(claim, f"{quoted} {surroundings}"):
        return Fault.VALUE, letter
    if unit := _other_unit(claim, quoted):
        return Fault.VALUE, unit
    if board := _foreign_board(claim, f"{quoted} {surroundings}"):
        return Fault.BOARD, board
    if detail := opposite(claim, quoted):
        return Fault.OPPOSITE, detail
    if negation_differs(claim, quoted):
        return Fault.NEGATION, ""
    if not _force_fits(claim, quoted, places):
        return Fault.FORCE, ""
    share = support(claim, quoted)
    if share < LEAST_SUPPORT:
        return Fault.SUPPORT, f"{share:.2f}"
    if doubt := surer(claim, quoted):
        return Fault.CERTAINTY, doubt
    return None


def _other_letter(claim: str, known: str) -> str | None:
    """Return a letter that tells one thing from another in the claim, and stands nowhere in the known words."""
    held = set(words(known)) | {match.casefold() for match in re.findall(r"\b[^\W\d_]\b", known)}
    return next((letter for letter in _LETTER.findall(claim) if letter.casefold() not in held), None)


def _other_unit(claim: str, quoted: str) -> str | None:
    """Return a number of the claim that the quote gives in another unit, or less often."""
    said, stated = _measured(claim), _measured(quoted)
    for key, units in said.items():
        known = stated.get(key, ())
        if known and len(units) > len(known):
            return key
        if known and "" not in known and any(unit and unit not in known for unit in units):
            return f"{key} {units[0]}"
    return None


def _measured(text: str) -> dict[str, list[str]]:
    """Return the unit after each occurrence of each number, "" where none is named."""
    found: dict[str, list[str]] = {}
    for value in values(text):
        if value.kind is ValueKind.NUMBER and not value.weak:
            after = _UNIT.match(text, value.end)
            found.setdefault(value.key, []).append(_UNIT_OF[after[1].casefold()] if after else "")
    return found


def _surroundings(place: Place) -> str:
    """Return what is known of a quoted passage from its document: board, dates, title, headings."""
    document = place.evidence.document
    dates = [day.isoformat() for day in document.days]
    return " ".join([document.board or "", *dates, document.title, *place.evidence.passage.heading_path])


def _holds_name(value: Value, text: str) -> bool:
    """Tell whether every part of a name stands in a text, with or without the genitive."""
    held = set(words(text))
    return all(holds_name(held, part) for part in words(value.text))


def _foreign_board(claim: str, known: str) -> str | None:
    held = {stem(word) for word in words(known)}
    for match in _BOARD.finditer(claim):
        word = match.group().casefold()
        if stem(word) in held or any(stem(word) in other or other == stem(word) for other in held):
            continue
        return match.group()
    return None


def says_act(claim: str) -> bool:
    """Tell whether a claim says itself that something is decided or proposed."""
    return (_DECIDED.search(claim) or _PROPOSED.search(claim)) is not None


def _force_fits(claim: str, quoted: str, places: list[Place]) -> bool:
    forces = {place.evidence.passage.force for place in places}
    if _DECIDED.search(claim):
        told = _DECIDED.search(quoted) is not None and Force.YRKANDE not in forces
        return told or Force.DECISION in forces
    if _PROPOSED.search(claim):
        return _PROPOSED.search(quoted) is not None or bool(forces & _PROPOSING_FORCES)
    return True


def _falls(fault: Fault, detail: str = "") -> Verdict:
    return Verdict((), Check.SUPPORTED, fault, detail)
