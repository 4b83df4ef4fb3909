"""Tell what only a token of a certain form answers: a company or organisation by its name, a number of a named kind; pure."""

import re
from collections.abc import Sequence

from assistant.act_words import SAYS_NO
from assistant.offices import BODY
from assistant.verify import Place
from index.swedish import STOP_WORDS, holds_name, words
from ingest.documents import Passage

_FIRM = r"företag|bolag|leverantör|entreprenör|firma|byrå|konsult|utförare|anbudsgivare|aktör|operatör"
_COMPANY = re.compile(
    r"\b[A-ZÅÄÖ][\w&-]*(?: [\w&-]+){0,4} (?:AB|HB|KB|Aktiebolag|ekonomisk förening)\b|\bAB(?: [A-ZÅÄÖ][\w&-]+)+"
)
_ORGANISATION_ASKED = re.compile(
    rf"\bvil(?:ken|ket)\s+(?:\w+\s+)?\w*(?:{_FIRM}|bank|stiftelse|organisation|förening)(?:en|et)?\b"
    r"|\bvad heter\s+(?:\w+\s+){0,2}\w*(?:företaget|bolaget|leverantören|entreprenören|firman|byrån|banken|konsulten|stiftelsen|föreningen|restaurangen|krogen|kaféet|butiken|affären|hotellet)\b",
    re.IGNORECASE,
)
# Which body does or has something: a name, or what bodies are called, answers.
_BODY_ASKED = re.compile(
    r"\bvil(?:ken|ket)\s+(?:(?:annan|annat|av|annan) )?(?:instans|myndighet|nämnd|förvaltning|domstol|kommun|region|förbund|part|utskott|styrelse)\b(?!\s+(?:som|är)\b[^?]*\bhögst|s\b)",
    re.IGNORECASE,
)
_PRIVATE = re.compile(
    r"\bvil(?:ken|ket)\s+(?:\w+\s+)?(?:\w*företag(?:et)?|\w*bolag(?:et)?|\w*firman?)\b", re.IGNORECASE
)
_CALLED = re.compile(r"\bvad heter\b", re.IGNORECASE)
_POINT = re.compile(r"\s*(?:[•–*-]|\d{1,2}[.)]|[a-z][.)])\s")
# Where something lies: a street, or a property by its block and unit.
_ADDRESS_ASKED = re.compile(
    r"\bvilken (?:\w+ )?(?:\w*adress|gata|gatuadress)(?:en)?\b|\bvad (?:är|har) [^?]{0,60}\b\w*adress(?:en)?\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"\b(?-i:[A-ZÅÄÖ])[\w-]*(?:gatan?|vägen?|torget|torg|gränd|allén?|stigen?|leden|backen|platsen|plan|kajen|esplanaden)\b|\b(?-i:[A-ZÅÄÖ])[\w-]+ (?:(?:s:)?\d+:\d+|(?!(?:19|20)\d\d\b)\d{1,4})\b|\bbox \d+|\w@\w|\bwww\.|\w\.se\b",
    re.IGNORECASE,
)
# Names begin with a capital that no sentence gives them; abbreviations of laws and units are none, nor where something lies.
_NAME = re.compile(r"(?<![.!?:•] )(?<!\bi )(?<!\bvid )(?<!\bpå )(?<!^)(?<!\n)\b[A-ZÅÄÖ][\w&-]{2,}|\b[A-ZÅÄÖ]{3,}\b")
_BODY = re.compile(rf"\b{BODY}\b", re.IGNORECASE)
_CONSULTANT = re.compile(r"\bkonsult(?:en)?\b", re.IGNORECASE)
_PERSON = re.compile(r"\b[A-ZÅÄÖÉ][a-zåäöéü]+(?:-[A-ZÅÄÖ][a-zåäöé]+)? [A-ZÅÄÖÉ][a-zåäöéü]{2,}\b")
# Kinds of bodies, which name none.
_ANY_BODY = re.compile(
    r"(?:\w*(?:verksamhet|enhet|avdelning|funktion|tjänst|ägare|hyresgäst|hyresvärd|huvudman|utförare|beställare|leverantör)|kommun|region|bolag|förening|förbund)"
    r"(?:en|et|an|n|s|ens|ets|na|arna|erna|ar|er)?",
    re.IGNORECASE,
)
# What is given to the one whose offer is accepted, and who that may be.
CONTRACT = r"(?:jobb|uppdrag|kontrakt|entreprenad|affär|order|upphandling|avtal)\w*"
BIDDER = rf"(?:{_FIRM}|anbud|byggare|byggherre)"
_GOT = rf"(?:(?:fick|tog hem) (?:\w+ )?{CONTRACT}|(?:fick|får) (?:bygga|leverera|utföra|göra|sköta))"
_AWARD_ASKED = re.compile(
    rf"\b(?:vem|vems|vilke[nt]|vilka)\b[^?]{{0,60}}?\b(?:{_GOT}|vann\b[^?]{{0,40}}\b(?:{CONTRACT}|\w*anbud\w*)|tilldela(?:s|des|t|ts))"
    rf"|\b(?:vems|vilke[nt]|vilka|vad heter)\s+(?:\w+\s+)?\w*{BIDDER}(?:en|n|s|er|ens|t|et)?\b[^?]{{0,40}}?\b(?:antogs|antas|antagits|(?:anlita|upphandla|kontraktera)(?:s|des|ts)|valdes|väljs|utsågs|vann|blev det|{_GOT}|får (?:\w+ )?{CONTRACT})",
    re.IGNORECASE,
)
# An offer that is accepted, a contract that is awarded or made with somebody; where all who offered are listed, none is.
_AWARDED = re.compile(
    r"\banbud\w*\b[^.]*\b(?:antas|antogs|antagits|antaget|vann|vinnande)\b|\b(?:anta|antar|antog|antagit) [^.]*\banbud\w*|\btilldela(?:s|des|ts|r|de|t)\b"
    rf"|\b(?:avtal|kontrakt|entreprenadkontrakt) (?:\w+ ){{0,2}}?(?:tecknas|tecknades|tecknats|ingås|ingicks|ingåtts|sluts|slöts|slutits) med\b|\b(?:tecknar|tecknade|tecknat|ingår|ingick|ingått|slöt) (?:\w+ ){{0,2}}?(?:avtal|kontrakt)\w* med\b"
    rf"|\bant(?:ar|as|ogs|agits) (?:\w+ ){{0,6}}?som (?:\w+ )?{BIDDER}\w*|\b{BIDDER}\w* (?:\w+ ){{0,6}}?(?:antas|antogs|har antagits)\b|\b(?:anlitas|anlitades|har anlitats|upphandlades)\b",
    re.IGNORECASE,
)
_NUMBER_ASKED = re.compile(
    r"\b(?:vilke[nt]|vad (?:är|har|hade|heter|får|fick)|ange|uppge|ge mig)\b[^?.,]{0,60}?\b(\w*[^\W\d_]{3}(?:nummer|numret|beteckning|beteckningen))\b"
    r"|^\W*([^\W\d_]{3,}(?:nummer|beteckning))\s+(?:till|för|på|hos)\b",
    re.IGNORECASE,
)
# The number of a row of a delegation order begins its row.
_POINT_NUMBER = (
    r"^\W*[A-ZÅÄÖ]{0,4}[ -]?\d+(?:[.:]\d+)*(?:\.| [a-zåäö]\))?\s|\b(?:punkt(?:en)?|nr|nummer)\s+[A-ZÅÄÖ]{0,3}\d"
)
# Rows are numbered in a column that says no more than that.
_OF_ROWS = ("löp", "rad", "ordnings")
# What numbers look like, by how their names begin.
_SHAPES = tuple(
    (begins, re.compile(shape))
    for begins, shape in (
        ("organisation", r"(?<!\d)\d{6}-?\d{4}(?!\d)"),
        ("fastighet", r"\b[A-ZÅÄÖ][\w-]+ (?:s:)?\d+:\d+\b|\b(?:fastighet(?:en)?|kvarteret|kv\.?) [A-ZÅÄÖ][\w-]+ \d+\b"),
        ("post", r"(?<!\d)\d{3} ?\d{2}(?!\d)"),
        (
            "telefon",
            r"(?i:\b(?:tele\w*|tel|tfn|mobil)\b\W{0,3}|(?<![\d.,-])(?<!\d )(?=0|\+46))\+?\d[\d -]{3,}\d(?![\d-])",
        ),
        ("mål", r"\b[A-ZÅÄÖ]{1,4} ?\d+[-/]\d{2}"),
        ("delegation", _POINT_NUMBER),
        ("punkt", _POINT_NUMBER),
    )
)
# Numbers of cases are told from any other by what they look like, elsewhere.
_OF_CASES = ("diarie", "ärende", "paragraf")


def names_none(question: str, shown: Sequence[Place]) -> bool:
    """Tell whether a company, organisation or address is asked for, and nothing cited tells one that the question does not."""
    if _ADDRESS_ASKED.search(question):
        return not any(_ADDRESS.search(place.text) for place in shown)
    known = set(words(question))
    if not _ORGANISATION_ASKED.search(question):
        return False
    # A name is asked for: "kontoret" is no restaurant, and "nämnden" no company.
    names = _names_properly if _CALLED.search(question) or _PRIVATE.search(question) else _names_organisation
    # A consultant is a company or a person.
    persons = _CONSULTANT.search(question) is not None
    return not any(
        names(known, _point(known, place.text))
        or names_company(known, _above(place))
        or (persons and _PERSON.search(place.text))
        for place in shown
    )


def asks_for_body(question: str) -> bool:
    """Tell whether a question asks which body does, has or may do something."""
    return _BODY_ASKED.search(question) is not None


def names_body(question: str, text: str) -> bool:
    """Tell whether a text names a body that the question does not."""
    return _names_organisation(set(words(question)), text)


def asks_for_award(question: str) -> bool:
    """Tell whether a question asks who was given a piece of work."""
    return _AWARD_ASKED.search(question) is not None


def tells_award(question: str, text: str) -> bool:
    """Tell whether a text gives a piece of work to somebody whom the question does not name."""
    awarded = _AWARDED.search(text) is not None and not SAYS_NO.search(text)
    return awarded and _names_organisation(set(words(question)), text)


def _point(known: set[str], text: str) -> str:
    """Return the point of a list that holds most of the question; any other text whole."""
    points = [line for line in text.split("\n") if line.strip()]
    if sum(_POINT.match(point) is not None for point in points) < 2:
        return text
    return max(points, key=lambda point: len(known.intersection(words(point)) - STOP_WORDS))


def _above(place: Place) -> str:
    return " ; ".join([*place.evidence.passage.heading_path, place.evidence.document.title])


def names_company(known: set[str], text: str) -> bool:
    """Tell whether a text names a company that the question does not."""
    return any(not _is_known(match.group(), known) for match in _COMPANY.finditer(text))


def _names_organisation(known: set[str], text: str) -> bool:
    """Tell whether a text names a company or a body, or anything by a name, that the question does not."""
    bodies = [match.group() for match in _BODY.finditer(text) if not _ANY_BODY.fullmatch(match.group())]
    return _names_properly(known, text) or any(not _is_known(body, known) for body in bodies)


def _names_properly(known: set[str], text: str) -> bool:
    """Tell whether a text names a company, or anything by a name, that the question does not."""
    # Of what is no sentence any word may begin with a capital.
    running = text.rstrip().endswith((".", "!", "?"))
    named = [match.group() for match in _NAME.finditer(text)] if running else []
    return names_company(known, text) or any(not _is_known(name, known) for name in named)


def asked_number(question: str) -> str:
    """Return the name of the number that a question asks for ("organisationsnummer"), or nothing."""
    match = _NUMBER_ASKED.search(question)
    name = (match[1] or match[2]).casefold() if match else ""
    return "" if name.startswith(_OF_CASES) else name


def tells_number(name: str, text: str, passage: Passage) -> bool:
    """Tell whether a text holds a number that looks as one of its name does, or that stands after that name or below it."""
    for begins, shape in _SHAPES:
        if name.startswith(begins):
            return shape.search(text) is not None
    # "Avtalsnummer" stands as "Avtal nr" too.
    root = re.sub(r"s?(?:numret|nummer|beteckning|beteckningen)$", "", name)
    columns = list(zip(passage.table_header, passage.cells, strict=False))
    heads = rf"(?:{root}s?)?" if root in _OF_ROWS else rf"{root}s?"
    if any(
        re.match(rf"{heads}(?:nr|num|beteckn)", head, re.IGNORECASE) and re.search(r"\d", cell)
        for head, cell in columns
    ):
        return True
    return re.search(rf"\b{root}s?\W?(?:nr|num\w+|beteckning\w*)\W+(?:\w+\W+)?\w*\d", text, re.IGNORECASE) is not None


def _is_known(name: str, known: set[str]) -> bool:
    """Tell whether a question holds the last words of a name, but for those that any name ends in."""
    own = [word for word in words(name) if word not in STOP_WORDS and word not in {"ab", "hb", "kb"}]
    return all(holds_name(known, word) for word in own[-2:])
