"""What kind of case document a file is: by its form first, then by what it and its file are called (pure)."""

import re
from collections.abc import Sequence
from pathlib import PurePosixPath

from ingest.boards import slug
from ingest.documents import Kind, Origin, Passage
from ingest.found import Found
from ingest.sections import Section, plain_heading, section_of

_HEAD_LINES = 30
_ATTENDANCE = re.compile(
    r"^(?:beslutande(?: ledamöter)?|närvarande(?: ledamöter)?|utses att justera|justera(?:re|nde)|"
    r"ej tjänstgörande|plats och tid|"
    r"tjänstgörande ersättare|paragrafer|underskrifter|sekreterare|justeringens|anslag/bevis|bevis om anslag)\b",
    re.IGNORECASE,
)
_EXCERPT_NAME = re.compile(
    r"^(?:ss|§+|paragraf|par)[-\s_]?\d|(?:^|-)(?:protokolls?utdrag|utdrag|expediering|expedierat)(?:-|$)"
)
_EXCERPT_HEAD = re.compile(r"\b(?:protokollsutdrag|utdrag ur (?:sammanträdes)?protokoll)\b", re.IGNORECASE)
_MINUTES_HEAD = re.compile(
    r"^(?:[\w\s-]{0,60}\s)?(?:sammanträdes|mötes|styrelse|"
    r"nämnd)?protokoll(?:\s+(?:nr\s*)?[\d/-]+)?(?:\s+[\d-]{8,10})?$",
    re.IGNORECASE,
)
# The front page of minutes that hold a single §.
_ONE_SECTION = re.compile(r"^paragraf(?:er)?\W+\d+(?!\s*[-–—\d])", re.IGNORECASE | re.MULTILINE)
_OFFICER_LABEL = re.compile(
    r"^(?:handläggare|handläggande tjänsteperson|vår referens|utredare|föredragande|kontaktperson|tjänsteställe)\b",
    re.I,
)
# What some call an officer's letter.
_BASIS = re.compile(r"(?:besluts|ärende)underlag|(?:förvaltnings|missiv)?skrivelse|ärende till \w+", re.IGNORECASE)

# A word that names the kind, alone on a line or first in a title; compounds count ("hyresavtal").
_WORDS: tuple[tuple[Kind, str], ...] = (
    (Kind.TJANSTESKRIVELSE, r"tjänste(?:skrivelse|utlåtande|mannayttrande|mannaskrivelse|yttrande)n?"),
    (
        Kind.NAMNDINITIATIV,
        r"(?:nämnd|ledamots|styrelse|fullmäktige)?initiativ(?:ärende)?(?:et)?|ärende väckt av .{3,60}",
    ),
    (Kind.INTERPELLATION, r"interpellation(?:en|ssvar(?:et)?)?|enkel fråga|svar på (?:interpellation|enkel fråga)\b.*"),
    (Kind.MOTION, r"motion(?:en)?"),
    (
        Kind.REVISIONSRAPPORT,
        r"(?:revisions|gransknings)rapport|revisions-?(?:skrivelse|missiv|pm)|revisionsberättelse|granskningsredogörelse|"
        r"grundläggande granskning|fördjupad granskning",
    ),
    (
        Kind.DELEGATION,
        r"delegation(?:s|er|)(?:ordning|lista|beslut|förteckning)?(?:en)?|(?:vidare)?delegerings\w+|"
        r"(?:anmälan|redovisning|förteckning|lista|rapportering) (?:av|över) delegations?beslut|beslut (?:på|enligt) delegation|(?:ordförande|tjänstemanna|delegat)beslut",
    ),
    (
        Kind.KALLELSE,
        r"(?:kallelse(?:n)?(?: ?(?:/|och) ?))?(?:föredragningslista|dagordning|ärendelista)|"
        r"(?:kallelse(?:n)?|kungörelse)(?: till (?:sammanträde|möte)t?.{0,40})?",
    ),
    (Kind.YTTRANDE, r"(?:remiss?)?(?:yttrande|svar)t?(?: (?:över|på|till|angående|avseende)\b.*)?"),
    (
        Kind.AVTAL,
        r"\w*(?:avtal|kontrakt)(?:et)?|överenskommelse(?:n)?|\w*överenskommelse|avsiktsförklaring|förbundsordning",
    ),
    (Kind.PLAN, r"\w{3,}(?:plan|program|strategi)(?:en|et|n)?|\w+plan för .*"),
    (Kind.PROTOKOLL, r"(?:sammanträdes)?protokoll"),
    (Kind.PROTOKOLLSUTDRAG, r"protokolls?utdrag"),
)
_LONE = tuple(
    (kind, re.compile(rf"(?:{words})", re.IGNORECASE)) for kind, words in _WORDS if kind is not Kind.PROTOKOLL
)
_LEADING = tuple(
    (
        kind,
        re.compile(
            rf"^(?:(?:förslag|utkast)\s+(?:till|på)\s+(?:reviderad\w*\s+|ny\w*\s+)?|reviderad\w*\s+|"
            rf"förvaltningens\s+förslag\W+)?(?:{words})(?=[\s:,.–-]|$)",
            re.IGNORECASE,
        ),
    )
    for kind, words in _WORDS
)
_IN_NAME = tuple(
    (
        kind,
        re.compile(
            rf"^(?:forslag-(?:till|pa)-|utkast-|reviderad-|forvaltningens-forslag-(?:[\d-]+-)?|"
            rf"bilaga-(?:\d+-)?|g-)*(?:{words})(?=-|$)"
        ),
    )
    for kind, words in (
        (Kind.PROTOKOLLSUTDRAG, r"protokolls?utdrag|utdrag"),
        (Kind.PROTOKOLL, r"\w*protokoll"),
        (Kind.TJANSTESKRIVELSE, r"tjanste(?:skrivelse|utlatande|mannayttrande|yttrande|mannaskrivelse)"),
        (Kind.NAMNDINITIATIV, r"(?:namnd|ledamots)?initiativ|arende-vackt"),
        (Kind.INTERPELLATION, r"interpellation|enkel-fraga"),
        (Kind.MOTION, r"motion"),
        (Kind.REVISIONSRAPPORT, r"(?:revisions|gransknings)rapport|revisionsberattelse|revision"),
        (Kind.DELEGATION, r"(?:[a-z-]+-)?delegation(?:s)?(?:ordning|lista|beslut|er)?"),
        (Kind.KALLELSE, r"kallelse|foredragningslista|dagordning"),
        (Kind.YTTRANDE, r"(?:remiss?)?(?:yttrande|svar)"),
        (Kind.AVTAL, r"[a-z]*(?:avtal|kontrakt)|overenskommelse|forbundsordning"),
        (Kind.PLAN, r"[a-z]*(?:plan|program|strategi)"),
    )
)
_EXAMINES = re.compile(r"(?:\w+ )?granskning av\b", re.IGNORECASE)
_AUDITORS = re.compile(
    r"\b(?:revisionskontoret|stadsrevisionen|kommunrevisionen|förtroendevalda revisorer(?:na)?|kommunens revisorer|"
    r"certifierad kommunal revisor)\b",
    re.I,
)


# "Tjänsteskrivelse 1 (3)": the page stands on the line of the kind.
_PAGE_OF = re.compile(r"\s+(?:sida?\s*)?\d{1,3}\s?(?:\(\s?\d{1,3}\s?\)|/\s?\d{1,3})$", re.IGNORECASE)
# What was said about a plan is not the plan.
_ABOUT_A_PLAN = re.compile(r"\w+(?:utlåtande|redogörelse|uppföljning)\b", re.IGNORECASE)


def kind_of(path: str, head: Sequence[str], passages: Sequence[Passage], title: str | None) -> Found[Kind]:
    """Return the kind of a document from its form, its first lines, its title and its file name."""
    name = slug(PurePosixPath(path).stem)
    lines = [plain_heading(_PAGE_OF.sub("", line)) for line in head[:_HEAD_LINES] if line.strip()]
    return (
        _minutes(name, lines, passages)
        or _officer_letter(lines, passages)
        or _named_line(lines)
        or _named_file(name)
        or _named_title(title, lines)
        or _audit(title, passages)
        or Found(Kind.OVRIGT, Origin.TEXT, 0.5)
    )


def _minutes(name: str, lines: Sequence[str], passages: Sequence[Passage]) -> Found[Kind] | None:
    signs = list(dict.fromkeys(passage.section_sign for passage in passages if passage.section_sign))
    attended = sum(1 for line in lines if _ATTENDANCE.match(line)) >= 2
    titled = any(_MINUTES_HEAD.match(line) for line in lines[:12])
    if not signs or (not attended and _lists_matters(lines, passages)):
        if attended and titled:
            return Found(Kind.PROTOKOLL, Origin.TEXT, 0.85)
        excerpt = any(_EXCERPT_HEAD.search(line) for line in lines[:12])
        return Found(Kind.PROTOKOLLSUTDRAG, Origin.TEXT, 0.8) if excerpt else None
    if any(_EXCERPT_HEAD.search(line) for line in lines[:12]) or (len(signs) <= 3 and _EXCERPT_NAME.search(name)):
        return Found(Kind.PROTOKOLLSUTDRAG, Origin.TEXT, 0.97)
    if len(signs) > 1 or (attended and ("protokoll" in name or (titled and _ONE_SECTION.search("\n".join(lines))))):
        return Found(Kind.PROTOKOLL, Origin.TEXT, 0.97)
    return Found(Kind.PROTOKOLLSUTDRAG, Origin.TEXT, 0.95)


def _lists_matters(lines: Sequence[str], passages: Sequence[Passage]) -> bool:
    """Tell an agenda that numbers its matters with § from minutes: it is called one, and nothing is decided in it."""
    called = any(form.fullmatch(line) for line in lines[:12] for kind, form in _LONE if kind is Kind.KALLELSE)
    decided = any(section_of(one.text) is Section.DECISION for one in passages if one.level)
    return called and not decided


def _named_line(lines: Sequence[str]) -> Found[Kind] | None:
    """Find a line of the head that says nothing but the kind; an officer's letter before anything it is about."""
    named = [kind for line in lines[:16] for kind, form in _LONE if len(line) < 90 and form.fullmatch(line)]
    if not named:
        return None
    kind = Kind.TJANSTESKRIVELSE if Kind.TJANSTESKRIVELSE in named else named[0]
    if kind is Kind.PLAN and any(_ABOUT_A_PLAN.match(line) for line in lines[:16]):
        return Found(Kind.OVRIGT, Origin.TEXT, 0.7)
    if kind is Kind.YTTRANDE and _audits_above(lines):
        return Found(Kind.REVISIONSRAPPORT, Origin.TEXT, 0.9)
    weak = kind in (Kind.PLAN, Kind.AVTAL, Kind.YTTRANDE) and any(_OFFICER_LABEL.match(line) for line in lines)
    return None if weak else Found(kind, Origin.TEXT, 0.95)


def _audits_above(lines: Sequence[str]) -> bool:
    """Tell whether a paper opens as one of the auditors: "Yttrande" further down is what they ask for."""
    yttrande, audit = (
        next(form for one, form in _LONE if one is kind) for kind in (Kind.YTTRANDE, Kind.REVISIONSRAPPORT)
    )
    leading = next(form for kind, form in _LEADING if kind is Kind.REVISIONSRAPPORT)
    until = next(position for position, line in enumerate(lines) if yttrande.fullmatch(line))
    return any(audit.fullmatch(line) or leading.match(line) for line in lines[:until])


def _officer_letter(lines: Sequence[str], passages: Sequence[Passage]) -> Found[Kind] | None:
    """Recognise an officer's letter without its name: an officer in the head and a proposal for a decision."""
    officer = any(_OFFICER_LABEL.match(line) for line in lines)
    officer = officer or any(_BASIS.fullmatch(line) for line in lines[:8])
    proposes = any(passage.level and section_of(passage.text) is Section.PROPOSAL for passage in passages)
    if officer and proposes:
        return Found(Kind.TJANSTESKRIVELSE, Origin.TEXT, 0.9)
    return None


def _named_file(name: str) -> Found[Kind] | None:
    plain = re.sub(r"^(?:\d+[-_])+", "", name)
    for kind, form in _IN_NAME:
        if form.match(plain):
            return Found(kind, Origin.FILE_NAME, 0.8)
    return None


def _named_title(title: str | None, lines: Sequence[str]) -> Found[Kind] | None:
    for text in filter(None, (title, *lines[:6])):
        for kind, form in _LEADING:
            if form.match(text):
                return Found(kind, Origin.TEXT, 0.75)
    words = re.findall(r"\w+", title or "")
    if words and re.search(r"(?:plan|program)$", words[0].lower()):
        return Found(Kind.PLAN, Origin.TEXT, 0.6)
    return None


def _audit(title: str | None, passages: Sequence[Passage]) -> Found[Kind] | None:
    said = sum(1 for passage in passages[:80] if _AUDITORS.search(passage.text))
    enough = 1 if title and _EXAMINES.match(title) else 3
    return Found(Kind.REVISIONSRAPPORT, Origin.TEXT, 0.6) if said >= enough else None
