"""Tell who may decide: whether a question asks for an office, and whether a row or a sentence names the one that may; pure."""

import re

from ingest.documents import Block, Passage

# What people may do who have no office: who they are is told by a group or a condition, not by a name.
ENTITLED = r"(?:söka|ansöka|delta|bli|få|hyra|använda|nomineras|låna|åka|gå|boka|köpa|rösta|besöka|bo)\b"
# Words that tell who gets something, and on what condition.
ENTITLES = re.compile(
    r"\b(?:rätt till|berättiga\w*|bevilja\w*|erbjud\w*|tilldela\w*|får|kan få|villkor\w*|krav\w*|krävs|behov\w*|om (?:man|du|den|eleven|barnet|sökanden?))\b",
    re.IGNORECASE,
)
# Who may, must or is to do something is told by an office as well as by a name.
_OFFICE_ASKED = re.compile(
    rf"\bvem (?:får(?! {ENTITLED})|(?:ska|skall|kan|bör|måste)(?! {ENTITLED})(?! (?:vi|jag|man|du|ni|de|dom)\b)|har (?:rätt|ansvar\w*|befogenhet|delegation)|ansvarar|är ansvarig|skriver (?:under|på)|undertecknar|attesterar|signerar)\b|\bvem (?:är (?:det|de|den) som )?(?:(?:i|inom|på|hos|av) \w+ )?(?:beslutar|bestämmer|fattar|avgör)\b"
    r"|\bvilken (?:befattning\w*|funktion|roll)\b|\bvilken nivå (?:fattas|ligger|tas|beslutas|får|avgörs)\b",
    re.IGNORECASE,
)
# A row that ends with an office as lists of delegations shorten them ("EC Gata"), which is no law.
_SHORT_OFFICE = re.compile(r"\s(?!(?:KL|FL|RF|ML|TF|JB|AB|PM|IT|HR)\b)[A-ZÅÄÖ]{2}(?: [A-ZÅÄÖ][a-zåäö]+)?$")
# Who may decide, which no name alone tells.
_AUTHORITY_ASKED = re.compile(
    rf"\bvem (?:är (?:det|de|den) som )?(?:(?:i|inom|på|hos|av) \w+ )?(?:(?:får|kan)(?! {ENTITLED})|har (?:rätt|befogenhet|delegation)|beslutar|bestämmer|fattar|avgör)\b|\bvilken (?:befattning\w*|nivå)\b",
    re.IGNORECASE,
)
_NAME = (
    r"(?:\w*(?:ordförande|chef|direktör|handläggare|sekreterare|ledamot|ersättare|nämnd|strateg|samordnare|rektor|koordinator"
    r"|inspektör|assistent|utskott|delegat|ledare|åklagare|jurist|föreståndare|kapten|intendent|läkare|myndighet|domstol)(?:en|erna|er|ar|arna|et|n)?s?|kommunstyrelsen|\w*fullmäktige|[A-ZÅÄÖ]{1,5}AU|AU)"
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
# "Det är åklagaren som beslutar", "regeringen fattar beslut": whoever decides stands before the verb, whatever the office is.
_DECIDER = re.compile(
    r"\b(?:det är|är det) (?:\w+ )?(?P<only>[^\W\d_]{4,}) som (?:\w+ )?(?:beslutar|bestämmer|avgör|fattar|prövar|godkänner|ger|får|kan|har)\b"
    r"|\b(?P<who>[^\W\d_]{3,}(?:e[nt]|[aeioö]n|rna)) (?:\w+ )?(?:fattar beslut|beslutar|bestämmer|prövar|godkänner)\b",
    re.IGNORECASE,
)


# Who does, owns, pays or answers for something is told by a body as well; "vem heter" and "vem är ordförande" ask for a name.
_BEARER_ASKED = re.compile(
    r"\bvem\s+(?:är det som\s+)?(?:har|(?:fick|får) i uppdrag|står|svarar|ansvarar|betalar|bekostar|finansierar|kontrollerar|granskar|prövar|sköter|driver|äger|förvaltar|ska|skall|måste|bör"
    r"|tar|utser|utövar|hanterar|handlägger|samordnar|tillhandahåller|utför|följer|är (?:ansvarig|skyldig|huvudman|\w+(?:myndighet|ägare|beställare|utförare)))\b",
    re.IGNORECASE,
)
# What bodies are called last; a person is no body.
BODY = (
    r"(?:[^\W\d_]*(?:myndighet|kassa|verk(?!an)|förvaltning|kontor|nämnd|bolag|förbund|förening|kommun|region|ägare|hyresgäst|hyresvärd|huvudman"
    r"|leverantör|utförare|beställare|verksamhet|(?<!r)enhet|avdelning|utskott|funktion|tjänst|presidi(?:um)?)(?:en|et|an|n|s|ens|ets|na|arna|erna)?|[^\W\d_]*styrelsen?|[^\W\d_]*fullmäktige|staten|polisen|vårdnadshavar\w+)"
)
# "Kommunstyrelsen är", "lyder under nämnden", "finansieras av regionen".
_BEARS = re.compile(
    rf"\b(?P<acts>{BODY})\b(?=(?:,?\s+\w+){{0,4}}?,?\s+(?:är|har|ska|skall|bör|måste|\w{{2,}}(?:ar|er))\b)|\b(?:av|under|hos|på|till|åt)\s+(?:[^\W\d_]+s\s+)?(?P<of>{BODY})\b",
    re.IGNORECASE,
)


def asks_for_bearer(question: str) -> bool:
    """Tell whether a question asks who does, owns, pays or answers for something, so that a body answers it too."""
    return _BEARER_ASKED.search(question) is not None and _AUTHORITY_ASKED.search(question) is None


def names_bearer(known: set[str], text: str) -> bool:
    """Tell whether a text tells what a body, which the question does not name, does or is."""
    told = (match["acts"] or match["of"] for match in _BEARS.finditer(text))
    return any(body.casefold() not in known for body in told)


def asks_for_office(question: str) -> bool:
    """Tell whether a question asks who may, must or is to do something."""
    return _OFFICE_ASKED.search(question) is not None


def asks_for_authority(question: str) -> bool:
    """Tell whether a question asks who may decide or do something, so that no name alone answers it."""
    return _AUTHORITY_ASKED.search(question) is not None


def names_office(known: set[str], text: str, passage: Passage) -> bool:
    """Tell whether a row or a sentence says who may do something, by an office that the question does not name itself."""
    if cell := decider(passage):
        return bool(cell.strip())
    # A row ends with whoever decides; of a sentence an office must be the one that acts.
    running = text.rstrip().endswith((".", "!", "?", ":"))
    if running and any((match["only"] or match["who"]).casefold() not in known for match in _DECIDER.finditer(text)):
        return True
    told = (match.group() for match in _MAY.finditer(text)) if running else (text,)
    if not running and _SHORT_OFFICE.search(text):
        return True
    return any(office.group().casefold() not in known for one in told for office in OFFICE.finditer(one))


def decider(passage: Passage) -> str:
    """Return the cell of a table row that holds who decides; a space where the row leaves it empty, "" without the column."""
    if passage.block is not Block.TABLE_ROW or len(passage.cells) != len(passage.table_header):
        return ""
    for name, cell in zip(passage.table_header, passage.cells, strict=True):
        if _DECIDES.search(name):
            return cell or " "
    return ""
