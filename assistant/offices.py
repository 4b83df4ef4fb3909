"""Tell who may decide: whether a question asks for an office, and whether a row or a sentence names the one that may; pure."""

import re

from ingest.documents import Block, Passage

# Who may, must or is to do something is told by an office as well as by a name.
_OFFICE_ASKED = re.compile(
    r"\bvem (?:får|ska|skall|kan|bör|måste|har (?:rätt|ansvar\w*|befogenhet|delegation)|beslutar|fattar|ansvarar|är ansvarig)\b"
    r"|\bvilken (?:befattning\w*|funktion|roll|nivå)\b",
    re.IGNORECASE,
)
# Who may decide, which no name alone tells.
_AUTHORITY_ASKED = re.compile(
    r"\bvem (?:får|kan|har (?:rätt|befogenhet|delegation)|beslutar|fattar)\b|\bvilken (?:befattning\w*|nivå)\b",
    re.IGNORECASE,
)
_NAME = (
    r"(?:\w*(?:ordförande|chef|direktör|handläggare|sekreterare|ledamot|ersättare|nämnd|strateg|samordnare|rektor|koordinator"
    r"|inspektör|assistent|utskott|delegat)(?:en|erna|er|ar|arna|et|n)?s?|kommunstyrelsen|\w*fullmäktige|[A-ZÅÄÖ]{1,5}AU|AU)"
)
OFFICE = re.compile(rf"\b{_NAME}\b", re.IGNORECASE)
# The column of a list of delegations that holds who may decide.
_DECIDES = re.compile(
    r"\b(?:delegat\w*|beslutsfattare\w*|beslutande\w*|beslutanderätt\w*|ansvarig\w*|befattning\w*)\b", re.IGNORECASE
)
_ACTS = (
    r"(?:får|ska|skall|kan|bör|måste|äger|har (?:rätt|ansvar\w*|i uppdrag)|beslutar|fattar|ansvarar|svarar|prövar|undertecknar|tecknar|utser"
    r"|godkänner|avgör|bemyndigas|delegeras|är (?:ansvarig|skyldig|behörig))"
)
# "Förvaltningschefen får besluta", "beslutas av rektor", "delegeras till enhetschef".
_MAY = re.compile(
    rf"\b{_NAME}\b(?:\s+\w+){{0,3}}?\s+{_ACTS}\b|\b{_ACTS}\s+(?:\w+\s+)?{_NAME}\b|\b\w+(?:as|es|ts)\s+(?:av|till|åt|på)\s+(?:\w+\s+)?{_NAME}\b",
    re.IGNORECASE,
)


def asks_for_office(question: str) -> bool:
    """Tell whether a question asks who may, must or is to do something."""
    return _OFFICE_ASKED.search(question) is not None


def asks_for_authority(question: str) -> bool:
    """Tell whether a question asks who may decide or do something, so that no name alone answers it."""
    return _AUTHORITY_ASKED.search(question) is not None


def names_office(known: set[str], text: str, passage: Passage) -> bool:
    """Tell whether a row or a sentence says who may do something, by an office that the question does not name itself."""
    if cell := _decider(passage):
        return bool(cell.strip())
    # A row ends with whoever decides; of a sentence an office must be the one that acts.
    running = text.rstrip().endswith((".", "!", "?", ":"))
    told = (match.group() for match in _MAY.finditer(text)) if running else (text,)
    return any(office.group().casefold() not in known for one in told for office in OFFICE.finditer(one))


def _decider(passage: Passage) -> str:
    """Return the cell of a table row that holds who decides; a space where the row leaves it empty, "" without the column."""
    if passage.block is not Block.TABLE_ROW or len(passage.cells) != len(passage.table_header):
        return ""
    for name, cell in zip(passage.table_header, passage.cells, strict=True):
        if _DECIDES.search(name):
            return cell or " "
    return ""
