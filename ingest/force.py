"""The force of every passage: what is proposed, decided, argued, found by auditors, or only told (pure)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.documents import INITIATIVES, MINUTES, Block, Force, Kind, Passage
from ingest.sections import Section, leads_in_decision, section_of

_BODY = (
    r"(?:[\wåäöÅÄÖ,&-]+\s+){0,6}?[\wåäöÅÄÖ-]*(?:nämnd(?:en)?|styrelsen?|fullmäktige|utskottet|beredningen|direktionen|"
    r"presidiet|rådet|kommittén|AU|KS|KF)"
)
_DECIDES = (
    r"(?:beslutar|godkänner|antar|fastställer|bifaller|avslår|tillstyrker|avstyrker|återremitterar|"
    r"bordlägger|uppdrar|ger|"
    r"lägger|noterar|överlämnar|översänder|utser|väljer|entledigar|beviljar|avger|ställer\s+sig|"
    r"förklarar|anser|medger|upphäver|"
    r"delegerar|remitterar|hänskjuter|lämnar|tar\s+(?:del|emot)|har\s+tagit\s+del|justerar|avskriver|"
    r"avslutar|reviderar|yttrar|tackar\s+för)"
)
_BODY_DECIDES = re.compile(rf"^(?:\d{{1,2}}[.)]\s*|[•–-]\s*)?{_BODY}\s+(?:\w+\s+){{0,1}}?{_DECIDES}\b", re.IGNORECASE)
_BODY_RESOLVES = re.compile(rf"^(?:\d{{1,2}}[.)]\s*)?{_BODY}\s+(?:beslutar|beslutade|beslöt)\b", re.IGNORECASE)
_RESOLVES_NOW = re.compile(rf"^(?:\d{{1,2}}[.)]\s*)?{_BODY}\s+beslutar\b", re.IGNORECASE)
# "Interpellationen förklaras besvarad", "Valet bordläggs": what is done with the matter, said without who does it.
_MATTER_IS = re.compile(
    r"^(?:Ärendet|Motionen|Interpellationen|Frågan|Valet|Avsägels(?:en|erna)|Medborgarförslaget|Rapporten|Redovisningen|"
    r"Informationen|Förslaget|Skrivelsen|Handlingarna|Anmälan|Anmälningarna|Yttrandet)\s+(?:förklaras|anses|läggs|"
    r"godkänns|bordläggs|återremitteras|avslås|bifalls|noteras|överlämnas|remitteras|avskrivs|antas|utgår)\b"
)
_PROPOSES = re.compile(r"\b(?:föreslår|föreslås|hemställer|förordar)\b", re.IGNORECASE)
_YRKAR = re.compile(r"\b(?:yrkar|yrkade|yrkande(?:t|n)?\s+(?:om|på))\b", re.IGNORECASE)
# A member of the body asks for it, whatever heading it stands under: "Anna Ek (L) föreslår återremiss."
_MEMBER_ASKS = re.compile(
    r"^(?:[•–-]\s*)?(?:\w+\s+)?(?:[A-ZÅÄÖ][\w’'-]+\s+){2,4}\([A-ZÅÄÖ]{1,4}\)[^.:]{0,160}?\s(?:föreslår|föreslog|yrkar|yrkade|"
    r"hemställer)\b"
)
_RESERVES = re.compile(
    r"\breserverar\s+sig\b|\breserverade\s+sig\b|\bskriftlig\s+reservation\b|\breservation\s+till\s+förmån\b", re.I
)
_NOTE = re.compile(
    r"\b(?:lämnar|lämnade|anmäler|avger)\b.{0,60}\b(?:protokollsanteckning|särskilt\s+yttrande|röstförklaring)",
    re.I | re.S,
)
_OPINES = re.compile(
    r"\blämnat\s+följande\s+(?:yttrande|svar|synpunkter)|\bav(?:ger|gav|givit)\s+följande\s+yttrande", re.I
)
_RECOMMENDS = re.compile(
    r"\brekommendation(?:er|erna|en)?\b[^.]*:\s*$|\brekommenderar?\b[^.]*:\s*$|\brekommenderas\b", re.I
)
_AUDITOR = (
    r"(?:revision(?:en|skontoret)|stadsrevision(?:en)?|revisor(?:erna|n)|kommunrevision(?:en)?|"
    r"förtroendevalda\s+revisorer(?:na)?|granskningen)"
)
_FINDS = re.compile(
    rf"\b{_AUDITOR}\b[^.]{{0,80}}\b(?:bedömer|konstaterar|visar|noterar|anser|påpekar|har\s+funnit|framför)\b|"
    r"\bden\s+samman(?:fattande|vägda|tagna)\s+bedömningen\s+(?:är|av)\b|\bvår\s+(?:samlade|"
    r"sammanfattande|sammantagna)\s+bedömning\b|\bvår\s+bedömning\s+är\b|"
    r"\bvi\s+bedömer\b|\bi\s+granskningen\s+(?:framkom|framgår|noteras)",
    re.IGNORECASE,
)
# What a counted vote decided; what the chair found before a vote was called may fall with it.
_COUNT = r"(?:\d{1,3}|en|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|inga|ingen)"
_VOTED = re.compile(
    rf"\b{_COUNT}\s+(?:röst(?:er)?\s+för\s+)?ja\b[^.]{{0,60}}\b{_COUNT}\s+(?:röst(?:er)?\s+för\s+)?nej\b|"
    r"\b(?:ja|nej)[ -]?röst(?:er)?\b[^§]{0,220}\b(?:beslutar|beslutat|beslutade|bifaller|bifallit|avslår|avslagit|antar|antagit)\b|"
    r"\b(?:beslutar|beslutade)\s+(?:därmed\s+|alltså\s+)?med\s+(?:röstsiffrorna\s+)?\S+\s+(?:ja[ -]?)?(?:röster\s+|röst\s+)?mot\b",
    re.IGNORECASE,
)
_FORMALITY = re.compile(
    r"^(?:paragrafen|paragraferna|protokollet)\s+(?:är|justeras|förklaras|justerades)\b|"
    r"^omedelbar(?:t)?\s+juster|^_{3,}|^-{3,}|^\*{3,}|^/",
    re.IGNORECASE,
)
_BACK = re.compile(
    rf"^(?:{_BODY})\s+(?:beslutade|beslöt|gav|uppdrog|antog|godkände|fick)\b[^.]{{0,120}}?(?:§|"
    rf"\d{{4}}-\d\d-\d\d|\bden\s+\d{{1,2}}\s+\w+)",
    re.IGNORECASE,
)
# "Detta yttrande har beslutats av nämnden den 3 mars": told of the paper itself.
_WAS_DECIDED = re.compile(
    r"\b(?:har\s+(?:beslutats|antagits|godkänts)|beslutades|antogs|godkändes)\s+av\b", re.IGNORECASE
)
# What a court or a state authority has decided is told in the municipality's papers, neither asked for nor decided.
_OTHER_AUTHORITY = re.compile(
    r"länsstyrelse|domstol|\bregering|myndighetens|tingsrätt|förvaltningsrätt|kammarrätt", re.I
)
_LEAD_IN = re.compile(
    r"(?::|\batt|\bföljande|\b(?:yrkar|föreslår|hemställer|rekommenderar)(?:\s+(?!inte\b|ej\b)\w+){0,3})\s*$",
    re.IGNORECASE,
)
# What a statement's own summary says of the proposal it answers.
_TAKES_STAND = re.compile(
    r"\b(?:tillstyrker|avstyrker|anser|instämmer|välkomnar|ser\s+positivt|ställer\s+sig|har\s+inga\s+synpunkter|"
    r"inte\s+har\s+någ(?:ot|on|ra)\s+(?:att\s+erinra|erinran|synpunkter))\b",
    re.IGNORECASE,
)
_ITEMS = frozenset({Block.LIST_ITEM, Block.ATT_SATS})

_FROM_SECTION = {
    Section.PROPOSAL: Force.PROPOSAL,
    Section.YRKANDE: Force.YRKANDE,
    Section.OPINION: Force.OPINION,
    Section.RESERVATION: Force.RESERVATION,
    Section.RECOMMENDATION: Force.RECOMMENDATION,
    Section.FINDING: Force.AUDIT_FINDING,
    Section.BACKGROUND: Force.BACKGROUND,
    Section.ROUTING: Force.BACKGROUND,
}


def with_force(passages: Sequence[Passage], kind: Kind) -> tuple[Passage, ...]:
    """Return the passages with the force that heading, kind of document and wording give them."""
    decided_sections = _sections_with_decision(passages)
    result: list[Passage] = []
    carried: Force | None = None
    for passage in passages:
        if passage.level:
            carried = None
            force = Force.BACKGROUND
        else:
            section = _section(passage)
            if carried is not None and not _carries(carried, passage):
                carried = None
            force = carried if carried is not None else _force(passage, kind, section, decided_sections)
            carried = _carried(passage, kind, section, force) or carried
        result.append(replace(passage, force=force))
    return tuple(result)


def _section(passage: Passage) -> Section | None:
    """Return what the innermost known heading announces."""
    first = 1 if passage.section_sign else 0
    for depth in range(len(passage.heading_path) - 1, first - 1, -1):
        section = section_of(passage.heading_path[depth])
        proposed = depth > first and section_of(passage.heading_path[depth - 1]) is Section.PROPOSAL
        if proposed and leads_in_decision(passage.heading_path[depth]):
            return Section.PROPOSAL
        if section is Section.PROPOSAL and depth > first and _PROPOSES.search(passage.heading_path[depth]):
            # What a board proposes to a higher one, under its heading for the decision, is what it decided.
            decides = section_of(passage.heading_path[depth - 1]) is Section.DECISION
            return Section.DECISION if decides else section
        if section is not None:
            return section
    return None


def _sections_with_decision(passages: Sequence[Passage]) -> frozenset[str | None]:
    """Return the §§ that have a heading of their own for the decision; None stands for what is outside every §.

    In minutes with §§ nothing is decided outside them.
    """
    headed = {one.section_sign for one in passages if one.level and section_of(one.text) is Section.DECISION}
    return frozenset(headed | {None} if any(one.section_sign for one in passages) else headed)


def _force(passage: Passage, kind: Kind, section: Section | None, decided_sections: frozenset[str | None]) -> Force:
    text = passage.text
    if passage.block in (Block.SIGNATURE, Block.FOOTNOTE, Block.CONTENTS) or _FORMALITY.match(text):
        return Force.BACKGROUND
    if (
        kind in MINUTES
        and section in (Section.DECISION, None, Section.OPINION, Section.YRKANDE)
        and _RESERVES.search(text)
    ):
        return Force.RESERVATION
    if kind in MINUTES and section in (Section.DECISION, Section.BACKGROUND) and _MEMBER_ASKS.match(text):
        return Force.YRKANDE
    if section is Section.DECISION:
        return _under_decision(passage, kind)
    if kind in MINUTES and passage.section_sign and section in (Section.BACKGROUND, None) and _VOTED.search(text):
        return Force.DECISION
    if section is Section.RECOMMENDATION and kind is not Kind.REVISIONSRAPPORT and passage.block not in _ITEMS:
        return Force.RECOMMENDATION if _RECOMMENDS.search(text) else Force.BACKGROUND
    if section is Section.OPINION and kind is Kind.REVISIONSRAPPORT:
        return Force.AUDIT_FINDING
    if section is Section.BACKGROUND and not _RESERVES.search(text):
        undecided = passage.section_sign is not None and passage.section_sign not in decided_sections
        if kind in MINUTES and undecided and _RESOLVES_NOW.match(text):
            return Force.DECISION
        return _told(passage, kind)
    if section is not None:
        return _FROM_SECTION[section]
    return _without_section(passage, kind, decided_sections)


def _under_decision(passage: Passage, kind: Kind) -> Force:
    if kind in MINUTES:
        if _NOTE.search(passage.text):
            return Force.OPINION
        return Force.BACKGROUND if _is_earlier_decision(passage) else Force.DECISION
    if kind is Kind.DELEGATION:
        return Force.DECISION
    if any(_OTHER_AUTHORITY.search(heading) for heading in passage.heading_path[-1:]):
        return Force.BACKGROUND
    # A "Beslut" in an officer's letter, a motion or a statement is what its author asks for.
    told = _BACK.match(passage.text) or _WAS_DECIDED.search(passage.text)
    return Force.BACKGROUND if told else Force.PROPOSAL


def _is_earlier_decision(passage: Passage) -> bool:
    """Say whether a sentence under "Beslut" only recalls what was decided another day."""
    return bool(_BACK.match(passage.text)) and not _LEAD_IN.search(passage.text)


def _told(passage: Passage, kind: Kind) -> Force:
    """Judge a passage of a background section by its own words."""
    found = _FINDS.search(passage.text) and not _PROPOSES.search(passage.text)
    if kind is Kind.YTTRANDE and _TAKES_STAND.search(passage.text):
        return Force.OPINION
    by_auditors = kind is Kind.REVISIONSRAPPORT or re.search(_AUDITOR, passage.text, re.I)
    return Force.AUDIT_FINDING if found and by_auditors else Force.BACKGROUND


def _without_section(passage: Passage, kind: Kind, decided_sections: frozenset[str | None]) -> Force:
    text = passage.text
    if kind in MINUTES:
        sign = passage.section_sign
        if sign in decided_sections or _PROPOSES.search(text) or _YRKAR.search(text):
            return Force.YRKANDE if _YRKAR.search(text) else Force.BACKGROUND
        # Short minutes write the decision without a heading of its own.
        return (
            Force.DECISION
            if (_BODY_RESOLVES.match(text) or _BODY_DECIDES.match(text) or (sign and _MATTER_IS.match(text)))
            and not _BACK.match(text)
            else Force.BACKGROUND
        )
    if kind is Kind.REVISIONSRAPPORT:
        if _RECOMMENDS.search(text):
            return Force.RECOMMENDATION
        return Force.AUDIT_FINDING if _FINDS.search(text) else Force.BACKGROUND
    if kind in INITIATIVES:
        if passage.block in _ITEMS and passage.heading_path and _asks(passage.heading_path[-1]):
            return Force.YRKANDE if _YRKAR.search(passage.heading_path[-1]) else Force.PROPOSAL
        return Force.PROPOSAL if _PROPOSES.search(text) or _YRKAR.search(text) else Force.BACKGROUND
    if kind is Kind.YTTRANDE:
        return Force.BACKGROUND if _BACK.match(text) else Force.OPINION
    return Force.BACKGROUND


def _asks(heading: str) -> bool:
    """Say whether a heading is the lead-in of what a motion asks for ("Vi yrkar därför")."""
    return bool(_PROPOSES.search(heading) or _YRKAR.search(heading))


def _carried(passage: Passage, kind: Kind, section: Section | None, force: Force) -> Force | None:
    """Return the force that a lead-in gives the items below it, or None where they speak for themselves."""
    text = passage.text.rstrip()
    if text.endswith(":") and _OPINES.search(text):
        return Force.OPINION
    if text.endswith(":") and kind in MINUTES and _RESERVES.search(text):
        return Force.RESERVATION
    if text.endswith(":") and kind in MINUTES and _NOTE.search(text):
        return Force.OPINION
    if passage.block in _ITEMS or not _LEAD_IN.search(text):
        return None
    if section in (Section.DECISION, Section.YRKANDE, Section.PROPOSAL):
        return None
    if _RECOMMENDS.search(text):
        return Force.RECOMMENDATION
    if _YRKAR.search(text):
        return Force.YRKANDE
    if _PROPOSES.search(text):
        return Force.PROPOSAL
    return Force.DECISION if force is Force.DECISION else None


def _carries(carried: Force, passage: Passage) -> bool:
    """Say whether a lead-in still governs this passage: lists end with the list, statements with their section."""
    if carried in (Force.OPINION, Force.RESERVATION):
        ended = _RESERVES.search(passage.text) or _NOTE.search(passage.text) or _FORMALITY.match(passage.text)
        return not ended and passage.block is not Block.SIGNATURE
    return passage.block in _ITEMS
