"""Names of municipal bodies in running text, in one form: nominative, capitalised (pure)."""

import re
from dataclasses import dataclass
from functools import lru_cache

_WORD = r"[A-ZÅÄÖa-zåäöéü][\wåäöé]*"
_LIST = rf"(?:{_WORD}-\s*,?\s*(?:(?:och|samt|,)\s+)?)*"
_STEM = (
    r"(?:(?:(?:gemensam|allmän|social|kommunal|\w+isk)(?:ma|na|a)\s+)?[\wåäöé-]*nämnd(?:en|erna)?|"
    r"[\wåäöé-]*(?:kommun|region|stads|lands|förbunds|kyrko)styrelse(?:n)?|"
    r"[\wåäöé-]*fullmäktige|(?:[\wåäöé]*(?:val|demokrati|budget|fullmäktige|parlamentarisk\w*|"
    r"program))beredning(?:en)?|"
    r"(?:kommun|stads|region|landstings)revision(?:en)?|förbundsdirektion(?:en)?|krisledningsnämnd(?:en)?)"
)
_OF = (
    r"(?:\s+för\s+[a-zåäöA-ZÅÄÖ][\wåäö-]*(?:\s*,?\s*(?:och|samt|"
    r",)?\s*[a-zåäö][\wåäö-]*){0,5}?(?=\s+(?:beslut|godkänn|anta|\d)|[\s.,:;]*$|\n|[.,:;]))?"
)
_COMMITTEE = r"(?P<committee>\s+(?:[\wåäö-]+\s+)?[\wåäö-]*(?:utskott|beredning|presidium|beredningsgrupp)(?:et|en)?)"
_PLACE = (
    r"(?:(?-i:(?!Till\s|"
    r"För\s)[A-ZÅÄÖ])[\wåäö]+s?-?\s+(?:(?-i:[A-ZÅÄÖ])[\wåäö]+-?\s+)*(?:innerstadens\s+)?(?=stadsdels|"
    r"distrikts|kommundels))?"
)
_BOARD = re.compile(
    rf"(?<![\w-])(?P<name>(?P<place>{_PLACE})(?:(?:norra|södra|östra|västra|"
    rf"mellersta)\s+)?{_LIST}{_STEM})(?P<genitive>s)?{_COMMITTEE}?(?P<tail>s)?(?![\w-])",
    re.IGNORECASE,
)
_BOARD_OF = re.compile(rf"(?<![\w-])(?P<name>Nämnden{_OF})(?P<genitive>s)?(?![\w-])")
# What every name above holds: most lines hold none, and are told so a hundred times faster.
_NAMES_A_BODY = ("nämnd", "styrelse", "fullmäktige", "beredning", "revision", "direktion")
# "Kommunstyrelsens förvaltning" and "nämndens ordförande" are no bodies that decide.
_OWNED = re.compile(
    r"\s+(?:\w+\s+)?(?:förvaltning|kontor|stab|kansli|ordförande|ledam[oö]t|sekreterare|vice|"
    r"reglemente|budget|plan|verksamhet)",
    re.I,
)
_LETTERHEAD = re.compile(
    r"[A-ZÅÄÖ][\wåäö-]+(?: [A-ZÅÄÖ][\wåäö-]+)? (?:kommun|stad)|Region [A-ZÅÄÖ]\w+|"
    r"[\w, -]{0,60}(?:förvaltningen|kontoret|avdelningen|enheten)|"
    r"tjänste(?:skrivelse|utlåtande|mannayttrande|yttrande)|(?:sammanträdes)?protokoll(?:sutdrag)?|"
    r"motion|interpellation|"
    r"(?:nämnd|ledamots)?initiativ|yttrande|remissvar|kallelse",
    re.IGNORECASE,
)
_GENERIC_WORDS = (
    "nämnd nämnden nämnderna facknämnd facknämnden facknämnderna fullmäktige nämndernas kommunstyrelse styrelsen "
    "nämndinitiativ ansvarsnämnd bolagsstyrelse snämnden"
)
# "Tekniska utskottet" is a body of its own in a small municipality, the Direktion in a federation of them;
# "arbetsutskottet" is one of every board.
_COMMITTEE_ALONE = re.compile(
    r"(?:Förbundsd|D)irektionen|(?!Arbets)[A-ZÅÄÖ][a-zåäö]*(?:- (?:och|samt) [a-zåäö]+)?(?: ?(?!arbets)[a-zåäö]*)utskottet"
)
_ADDRESSED = re.compile(r"(?:till|för)\b:?\s+", re.IGNORECASE)
# Characters that a line with nothing but a body's name may have.
_LONGEST_NAME = 250
_GENERIC = frozenset(_GENERIC_WORDS.split())
ABBREVIATIONS = {
    "KF": "Kommunfullmäktige",
    "KS": "Kommunstyrelsen",
    "KSAU": "Kommunstyrelsens arbetsutskott",
    "RF": "Regionfullmäktige",
    "RS": "Regionstyrelsen",
}
_PLAIN_LETTERS = str.maketrans("åäöéü", "aaoeu")
_NO_PLAIN_LETTERS = re.compile(r"[^a-z0-9]+")
# Folder names come without å, ä and ö; these stems of Swedish administration get them back.
_RESTORED = (
    ("fullmaktige", "fullmäktige"), ("namnd", "nämnd"), ("vard", "vård"), ("aldre", "äldre"), ("miljo", "miljö"),
    ("samhalls", "samhälls"), ("overformyndar", "överförmyndar"), ("valfard", "välfärd"), ("tillvaxt", "tillväxt"),
    ("raddning", "räddning"), ("halso", "hälso"), ("utvardering", "utvärdering"), ("naring", "näring"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class BoardName:
    """Hold the name of a body in its one form, and where it stood."""

    value: str
    start: int
    end: int


def find_boards(text: str) -> tuple[BoardName, ...]:
    """Return the bodies that a text names in full, in order; "nämnden" alone names none."""
    lowered = text.lower()
    if not any(part in lowered for part in _NAMES_A_BODY):
        return ()
    found = []
    for match in _BOARD.finditer(text):
        committee = match["committee"] if match["genitive"] else None
        end = match.end("committee") if committee else match.end("genitive") if match["genitive"] else match.end("name")
        if not committee and match["genitive"] and _OWNED.match(text, end):
            continue
        name = _nominative(match["name"], committee, match["place"])
        if name.casefold() not in _GENERIC:
            found.append(BoardName(name, match.start(), end))
    for match in _BOARD_OF.finditer(text):
        if not any(board.start <= match.start() < board.end for board in found) and " för " in match["name"]:
            found.append(BoardName(_nominative(match["name"], None, ""), match.start(), match.end()))
    return tuple(sorted(found, key=lambda board: board.start))


def only_board(text: str) -> str | None:
    """Return the body if the text is nothing but its name (with "Till" at most), else None."""
    if len(text) > _LONGEST_NAME:
        return None
    stripped = " ".join(text.split()).strip(" .,:;")
    addressed = _ADDRESSED.match(stripped)
    stripped = stripped[addressed.end() :] if addressed else stripped
    if _COMMITTEE_ALONE.fullmatch(stripped):
        return stripped
    found = find_boards(stripped)
    if len(found) == 1 and found[0].start == 0 and found[0].end >= len(stripped):
        return found[0].value
    return ABBREVIATIONS.get(stripped)


def is_letterhead(text: str) -> bool:
    """Say whether a line names only a municipality, an office, a body or the kind of paper: never what it is about."""
    line = " ".join(text.split()).strip(" :#*")
    return only_board(line) is not None or _LETTERHEAD.fullmatch(line) is not None


def board_from_slug(slug: str) -> str | None:
    """Return the body that a folder is named after ("barn-och-skolnamnden"), or None."""
    words = re.sub(r"[_\s]+", "-", slug.casefold())
    for plain, restored in _RESTORED:
        words = words.replace(plain, restored)
    spaced = re.sub(r"(?<=\w)-(och|samt)-", r"- \1 ", words)
    spaced = re.sub(r"(?<=\w)-(?=\w)", " ", spaced)
    return only_board(spaced)


@lru_cache(maxsize=16_384)
def slug(text: str) -> str:
    """Return a name the way folders and web addresses spell it."""
    return _NO_PLAIN_LETTERS.sub("-", text.casefold().translate(_PLAIN_LETTERS)).strip("-")


@lru_cache(maxsize=1024)
def abbreviates(short: str, board: str) -> bool:
    """Say whether capitals like "TKN" or "TKNAU" are how staff shorten the name of a body."""
    capitals = short.upper().strip()
    if ABBREVIATIONS.get(capitals) == board:
        return True
    committee = re.search(r"s (?:arbets)?utskott$", board)
    if capitals.endswith("AU") and committee:
        base = board[: committee.start()]
        return abbreviates(capitals[:-2], base)
    if committee:
        return False
    initials = [part[0].upper() for part in re.findall(r"[A-ZÅÄÖa-zåäö]+", board) if part not in ("och", "samt", "för")]
    ending = board.casefold()
    if ending.endswith(("nämnden", "nämnd")):
        return capitals == "".join([*initials, "N"]) or (len(capitals) >= 2 and _is_subsequence(capitals, board))
    return capitals == "".join(initials)


def _is_subsequence(capitals: str, board: str) -> bool:
    letters = iter(board.upper())
    return (
        board.upper().startswith(capitals[0])
        and capitals.endswith("N")
        and all(letter in letters for letter in capitals)
    )


def _nominative(name: str, committee: str | None, place: str) -> str:
    kept = " ".join(place.split())
    words = " ".join(name[len(place) :].split()).lower()
    words = re.sub(r"-och (?=\w)", "- och ", words)
    if committee:
        words = f"{words}s {' '.join(committee.split()).lower()}"
        words = re.sub(
            r"(utskott|presidi)(?:et|um|er)?$", lambda end: {"presidi": "presidium"}.get(end[1], end[1]), words
        )
    elif not kept and words.endswith("nämnd"):
        words += "en"
    elif words.endswith("styrelse"):
        words += "n"
    whole = f"{kept} {words}".strip()
    return whole[:1].upper() + whole[1:]
