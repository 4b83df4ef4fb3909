"""Who is named in a document and in what part, and to whom the decision goes (pure)."""

import re
from collections.abc import Iterable, Sequence

from ingest.boards import slug
from ingest.documents import INITIATIVES, MINUTES, Block, Kind, Passage, Person, Role
from ingest.groups import is_contents_line
from ingest.sections import Section, plain_heading, section_of
from ingest.signing import TITLE_WORD

NAME = r"[A-ZÅÄÖÉÜ][a-zåäöéüA-ZÅÄÖ’'-]+(?:\s+(?:af|von|de|van|el|al))?(?:\s+[A-ZÅÄÖÉÜ][a-zåäöéü’'A-ZÅÄÖ-]*\.?){1,3}"
_PARTY = r"\((?P<party>[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,5}|-)\)"
_MEMBER = re.compile(rf"{NAME}\s*{_PARTY}")
_NAMED = re.compile(rf"(?P<name>{NAME})(?:\s*{_PARTY})?")
_LABELS: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (
        Role.HANDLAGGARE,
        re.compile(
            r"^(?:handläggare|handläggande tjänsteperson|ärendets handläggare|vår referens|utredare|"
            r"föredragande)\b\s*:?\s*(?P<rest>.*)$",
            re.I,
        ),
    ),
    (
        Role.SEKRETERARE,
        re.compile(r"^(?:sekreterare|nämndsekreterare|kommunsekreterare|vid protokollet)\b\s*:?\s*(?P<rest>.*)$", re.I),
    ),
    (Role.ORDFORANDE, re.compile(r"^(?:mötes)?ordförande\b\s*:?\s*(?P<rest>.*)$", re.I)),
    (
        Role.JUSTERARE,
        re.compile(
            r"^(?:justera(?:nde|re|s)(?:\s+ledamot)?|utses att justera(?:\s+protokollet)?)\b\s*:?\s*(?P<rest>.*)$", re.I
        ),
    ),
)
_ROLE_AFTER = re.compile(
    rf"(?P<name>{NAME})\s*(?:{_PARTY})?\s*[,(]\s*(?P<role>(?i:ordförande|nämndsekreterare|"
    rf"kommunsekreterare|sekreterare))(?=\s*(?:[),]|$))"
)
_TITLED = re.compile(rf"(?P<name>{NAME}),\s+[a-zåäö][a-zåäö -]{{3,40}}")
# Who makes an audit, beside or below the name.
_AUDITOR = re.compile(
    r"\b(?:\w*revisor|\w*konsult|\w*granskare|(?:projekt|uppdrags|gransknings)\w*(?:ledare|medarbetare|ansvarig)|partner)\b",
    re.I,
)
_AUDIT_LABEL = re.compile(
    r"^(?:projektledare|projektmedarbetare|uppdragsledare|granskningsledare|författare|revisor)\s*:\s*", re.I
)
_NAME_ALONE = re.compile(rf"(?P<name>{NAME})(?:,?\s+(?:tel\w*\.?:?\s*)?[+\d][\d\s()/–-]{{5,}})?")
# What an officer is called ("Utredare", "Enhetschef för bygglov"), and a number that opens as those of telephones do.
_OFFICE = re.compile(r"[A-ZÅÄÖa-zåäö][\w-]{2,}(?:,? [\w&-]+){0,5}")
_ELECTED = re.compile(r"\w*ordförande|ledamot|\w*råd\b|motionär|interpellant|förslagsställare|initiativtagare", re.I)
_TELEPHONE = re.compile(r"(?:(?:tel|tfn|mobil|direkt)\w*\.?:?\s*)?(?:\+|\(?0)[\d\s()/–-]{6,}", re.I)
_NOT_NAMES = re.compile(
    r"\b(?:\w*nämnd\w*|\w*styrelse\w*|fullmäktige\w*|utskott\w*|förvaltning\w*|kommun\w*|region\w*|stad|stads\w*|\w*torg(?:et)?|"
    r"protokoll\w*|sammanträd\w*|datum|telefon|dnr|diarie\w*|"
    r"plats|tid|sida|enhet\w*|avdelning\w*|kontor\w*|justera\w*|ordförande|sekreterare|beslut\w*|"
    r"underskrift\w*|distans|digital\w*|"
    r"paragraf\w*|ledamot\w*|ersättare|chef|ärende\w*|förslag\w*|handläggare|bilaga|bokslut|"
    r"tillförordnad|tf|godkännare|hälsningar|\w*(?:chef|direktör|controller|strateg|utredare|ledare|samordnare|"
    r"ekonom|jurist|utvecklare|handläggare|programmen|rektor|inspektör|ingenjör|arkitekt|sekreterare|planerare|administratör|"
    r"specialist|rådgivare|konsult|konsulent|pedagog|kurator|registrator|revisor|analytiker|kommunikatör|antikvarie|assistent|"
    r"förvaltare|biolog|ekolog|kommunalråd|regionråd|borgarråd|oppositionsråd)|e-post|mobil|tfn|anslag\w*|gata\w*|\w+gatan|\w+vägen|box|aktiebolag|ab|rådhus\w*)\b",
    re.IGNORECASE,
)
# Capitals throughout, two words run together, or a word said twice is no name of a person.
_NO_PERSON = re.compile(r"\b[A-ZÅÄÖ]{3,}\b|\b(?!Ma?c)\w*[a-zåäö][A-ZÅÄÖ]|\b(\w+) \1\b")
_PARTIES = {
    "socialdemokrat": "S", "moderat": "M", "sverigedemokrat": "SD", "centerpart": "C", "vänsterpart": "V",
    "kristdemokrat": "KD", "liberal": "L", "miljöpart": "MP", "feministiskt initiativ": "FI", "folkpartiet": "L",
}  # fmt: skip
_NATIONAL_WORDS = "S M SD C V KD L MP FI FP PP"
_NATIONAL = frozenset(_NATIONAL_WORDS.split())
_TO = re.compile(r"(?:till|sändlista|delges|mottagare|expediering|expedieras|delgivning)$", re.I)
_LABEL_IN_FRONT = re.compile(r"^(?:Beslutande|Närvarande|Ledamöter|Tjänstgörande|Ordinarie)\s+(?=\S+\s+\S)")
# Papers that answer an initiative: who stands behind it is named in their head.
_ANSWERS = (Kind.TJANSTESKRIVELSE, Kind.YTTRANDE)
# Lines of a paper, and of minutes, that tell who has a part in it.
_FIRST_LINES, MOST_LINES = 60, 200
_HEAD_LINES = 15
_COVER_LINES = 30
_MOST_MENTIONS = 5
_LONGEST_TITLE = 60


def people_of(lines: Sequence[str], passages: Sequence[Passage], kind: Kind) -> tuple[Person, ...]:
    """Return the people of a document with their parts, each person and part once."""
    found: list[Person] = []
    minutes = kind in MINUTES
    found.extend(_labelled(lines[: MOST_LINES if minutes else _FIRST_LINES], minutes=minutes))
    if kind is Kind.TJANSTESKRIVELSE and not found:
        found.extend(_heading_the_letter(lines[:_HEAD_LINES]))
    if kind is Kind.REVISIONSRAPPORT:
        found.extend(_on_the_cover(lines[:_COVER_LINES]))
    if minutes:
        found.extend(_presiding(lines[:MOST_LINES]))
    else:
        found.extend(_signing(passages))
    unique: dict[tuple[str, Role], Person] = {}
    for person in found:
        key = (person.name, person.role)
        if key not in unique or (person.party and not unique[key].party):
            unique[key] = person
    return tuple(unique.values())


def parties_of(people: Iterable[Person], passages: Sequence[Passage], kind: Kind) -> tuple[str, ...]:
    """Return the parties behind a document: those of its signers, or for an initiative those it names."""
    parties = [person.party for person in people if person.party and person.party != "-"]
    if parties and kind in INITIATIVES:
        # Whom it is addressed to, or whom it argues with, does not stand behind it.
        return tuple(dict.fromkeys(parties))
    if kind in (*INITIATIVES, *_ANSWERS):
        # Who is named in the rows of a table is what the paper is about.
        head = " ".join(passage.text for passage in passages[:8] if not passage.table_header)
        tail = " ".join(passage.text for passage in passages[-8:])
        told = head if kind in _ANSWERS else f"{head} {tail}"
        parties.extend(match["party"] for match in _MEMBER.finditer(told) if match["party"] in _NATIONAL)
        lowered = told.lower()
        parties.extend(
            short
            for stem, short in _PARTIES.items()
            if stem in lowered and re.search(rf"\b{stem}", told, re.IGNORECASE)
        )
    return tuple(dict.fromkeys(party for party in parties if party and party != "-"))


def recipients_of(passages: Sequence[Passage]) -> tuple[str, ...]:
    """Return those whom the decision is sent to."""
    found: list[str] = []
    for passage in passages:
        if passage.level or not passage.heading_path or passage.block is Block.SIGNATURE:
            continue
        heading = plain_heading(passage.heading_path[-1])
        if (
            section_of(heading) is Section.ROUTING
            and _TO.search(heading)
            and len(passage.text) < 400
            and not passage.cells
        ):
            parts = re.split(r"\n|;|(?<=[a-zåäö]),\s+(?=[A-ZÅÄÖ])|^[•–*-]\s*", passage.text)
            found.extend(part.strip(" .,•–-") for part in parts)
    return tuple(dict.fromkeys(part for part in found if 2 < len(part) < 120 and not re.fullmatch(r"[\d\s-]+", part)))


def _labelled(lines: Sequence[str], *, minutes: bool) -> Iterable[Person]:
    for position, line in enumerate(lines):
        for role, label in _LABELS:
            if not minutes and role is not Role.HANDLAGGARE:
                continue
            match = label.match(line.strip())
            if match is None:
                continue
            rest = match["rest"]
            names = list(_names(rest))
            for following in lines[position + 1 : position + 4]:
                if names or any(other.match(following.strip()) for _, other in _LABELS):
                    break
                names = list(_names(following))
            limit = 3 if role is Role.JUSTERARE else 1
            yield from (Person(name, role, party) for name, party in names[:limit])
            break


def _heading_the_letter(lines: Sequence[str]) -> Iterable[Person]:
    """Find the author in a head without labels: a name with a title, telephone or address, above the addressee."""
    for position, line in enumerate(lines):
        if section_of(line) is not None:
            return
        match = _TITLED.fullmatch(line.strip()) or _NAME_ALONE.fullmatch(line.strip())
        if match is None or _NOT_NAMES.search(match["name"]):
            continue
        below = lines[position + 1 : position + 4]
        beside = line.strip()[match.end("name") :].strip(" ,")
        told = match.re is _TITLED or any(map(_tells_officer, (beside, *below[:2])))
        if (told and not _NO_PERSON.search(match["name"]) and not match["name"].split()[-1].isupper()) or any(
            _is_reached_by(match["name"], contact) for contact in below
        ):
            yield Person(match["name"], Role.HANDLAGGARE)
            return


def _tells_officer(line: str) -> bool:
    """Tell whether a line below a name is what an officer is called or the number that reaches them, and no more."""
    told = line.strip()
    titled = _OFFICE.fullmatch(told) is not None and TITLE_WORD.search(told) is not None
    return (titled and _ELECTED.search(told) is None) or _TELEPHONE.fullmatch(told) is not None


def _on_the_cover(lines: Sequence[str]) -> Iterable[Person]:
    """Find who made an audit, named on its cover with a title beside or below the name."""
    for position, line in enumerate(lines):
        if is_contents_line(line) or re.match(r"innehåll", line, re.IGNORECASE):
            return
        told = _AUDIT_LABEL.sub("", line.strip())
        match = _NAMED.match(told)
        if match is None or _NOT_NAMES.search(match["name"]) or _NO_PERSON.search(match["name"]):
            continue
        beside = told[match.end() :] or line.strip()[: -len(told)]
        below = lines[position + 1] if not beside and position + 1 < len(lines) else ""
        if _AUDITOR.search(beside or below) and len(beside or below) < _LONGEST_TITLE:
            yield Person(match["name"], Role.UNDERTECKNARE)


def _is_reached_by(name: str, contact: str) -> bool:
    """Say whether an e-mail address is that of the person: it holds the last name in plain letters."""
    address = re.search(r"([\w.-]+)@", contact)
    return address is not None and slug(name.split()[-1]) in slug(address[1])


def _presiding(lines: Sequence[str]) -> Iterable[Person]:
    for line in lines:
        for match in _ROLE_AFTER.finditer(line):
            # "Beslutande Lars Ek (S), ordförande": the label in front of a name is no part of it.
            name = _LABEL_IN_FRONT.sub("", match["name"])
            if not _NOT_NAMES.search(name):
                role = Role.ORDFORANDE if match["role"].lower() == "ordförande" else Role.SEKRETERARE
                yield Person(name, role, match["party"])


def _signing(passages: Sequence[Passage]) -> Iterable[Person]:
    text = ""
    for position, passage in enumerate(passages):
        last = position >= len(passages) * 0.6
        under = passage.heading_path[-1] if passage.heading_path else ""
        role = Role.ANSVARIG if under.casefold().startswith("ansvarig") else Role.UNDERTECKNARE
        if role is Role.ANSVARIG or (passage.block is Block.SIGNATURE and last):
            text = text or "\n".join(other.text for other in passages)
            for part in passage.cells or (passage.text,):
                yield from (
                    Person(name, role, party) for name, party in _names(part) if party or not _is_spoken_of(name, text)
                )


def _is_spoken_of(name: str, text: str) -> bool:
    """Tell what a document is about from who signs it: named again and again, or common words in capitals."""
    words = name.split()
    common = all(re.search(rf"(?<![\w-]){re.escape(word.lower())}(?![\w-])", text) for word in words)
    return common or text.count(name) > _MOST_MENTIONS


def _names(text: str) -> Iterable[tuple[str, str | None]]:
    for part in re.split(r"\s{2,}|\n|\.{4,}|_{3,}", text):
        for match in _NAMED.finditer(part):
            # "Avdelningschef Ulf Ek": the title in front of a name is no part of it.
            told = match["name"].split()
            while told and _NOT_NAMES.fullmatch(told[0]):
                told.pop(0)
            while told and _NOT_NAMES.fullmatch(told[-1]):
                told.pop()
            name = " ".join(told)
            # "För Vänsterpartiet": whom the names below sign for.
            if len(told) < 2 or told[0] == "För" or _NOT_NAMES.search(name) or _NO_PERSON.search(name):
                continue
            if len(told) == 4 and "-" not in name and not match["party"]:
                # Two people side by side whose gap the reader of the page lost.
                yield " ".join(told[:2]), None
                yield " ".join(told[2:]), None
            else:
                yield name, match["party"]
