"""Hold every Swedish sentence that the assistant itself says."""

import datetime as dt
import re
from collections.abc import Sequence

from assistant.answers import Citation
from index.hits import Filters
from ingest.documents import INITIATIVES, MINUTES, DocumentMetadata, Force, Kind
from ingest.errors import ArendeError

EMPTY_QUESTION = "Frågan är tom. Skriv vad du vill veta om handlingarna."
TOO_LONG_QUESTION = "Frågan är {length} tecken; högst {limit} går att ställa. Korta ner den till det du vill veta."
UNKNOWN_DOCUMENT = "Det finns ingen handling med id '{document_id}' som du får läsa."
STANDS_FOR = "Förkortningen står för:"
PROPOSAL_ONLY = "I handlingarna finns bara ett förslag, inget beslut:"
PROPOSAL_NO_DECISION = "I handlingarna finns bara ett förslag, inget beslut, i frågan."
NO_RESULT_YET = "De närmaste styckena säger bara att saken inte var avgjord när de skrevs."
NO_HOLDER = "Jag ser inte vem som har den befattningen där."
NO_SUCH_PAPERS = "Jag hittar inga handlingar av det slaget."
NO_SUCH_DECISION = "Jag hittar inget sådant beslut i handlingarna."
NOT_A_QUESTION = "Jag återger bara vad handlingarna säger och skriver inga egna texter."
NO_ERRAND = "Jag kan inte göra det åt dig: jag svarar bara på vad som står i handlingarna."
GREETING = "Jag svarar på frågor om kommunens handlingar. Fråga till exempel vad som beslutades i ett ärende, när, av vem eller varför."
TOO_FAR = "Jag ser inte att de närmaste styckena svarar på det som du frågar om."
UNSURE = "Jag är inte säker på att det som de närmaste styckena anger är det som du frågar om."
UNSURE_OPENING = "Svaret är osäkert:"
UNSURE_PREFIX = f"{UNSURE_OPENING} läs källan."
BRIEF_PREFIX = f"{UNSURE_PREFIX} Frågan är kort, och fler ställen kan vara det som du menar."
OPEN_ASSIGNMENTS = "Uppdrag som inte är återrapporterade i handlingarna:"
NO_OPEN_ASSIGNMENTS = "Handlingarna visar inga uppdrag som saknar återrapportering."
DECISIONS, MATTERS = "beslut", "ärenden"
# Words of a title that are shown in running text.
TITLE_WORDS = 7
NEWS_LEAD = "Det senaste i ärendet enligt handlingarna:"
CHAIN_LEAD = "Ärendets gång enligt handlingarna:"

KIND_DEFINITE = {
    Kind.TJANSTESKRIVELSE: "tjänsteskrivelsen",
    Kind.REVISIONSRAPPORT: "revisionsrapporten",
    Kind.NAMNDINITIATIV: "nämndinitiativet",
    Kind.MOTION: "motionen",
    Kind.INTERPELLATION: "interpellationen",
    Kind.PROTOKOLL: "protokollet",
    Kind.PROTOKOLLSUTDRAG: "protokollsutdraget",
    Kind.YTTRANDE: "yttrandet",
    Kind.DELEGATION: "delegationsordningen",
    Kind.AVTAL: "avtalet",
    Kind.PLAN: "planen",
    Kind.KALLELSE: "kallelsen",
    Kind.OVRIGT: "handlingen",
}
# How papers without a kind of their own are called by the first word of their title, and how that word is bent.
_NAMED = re.compile(
    r"(?P<name>\w*(?:rapport|riktlinje|skrivelse|taxa|redovisning|medborgarförslag|promemoria|rutin))(?=[\s,:]|$)",
    re.IGNORECASE,
)
_BENT = {"rapport": "en", "redovisning": "en", "rutin": "en", "förslag": "et"}
FORCE_WORDS = {
    Force.PROPOSAL: "Förslag",
    Force.DECISION: "Beslut",
    Force.YRKANDE: "Yrkande",
    Force.OPINION: "Yttrande",
    Force.RESERVATION: "Reservation",
    Force.AUDIT_FINDING: "Revisionens iakttagelse",
    Force.RECOMMENDATION: "Rekommendation",
    Force.BACKGROUND: "Bakgrund",
}


def place_of(document: DocumentMetadata, section_sign: str | None = None) -> str:
    """Return how a document is spoken of in running text: "protokollet 2025-03-13 § 36"."""
    # A letter is known by the day it bears; minutes, and a call, by their meeting.
    met = document.kind in MINUTES or document.kind is Kind.KALLELSE
    date = document.day if met else (document.date or document.meeting_date)
    parts = [_called(document), date.isoformat() if date else "", section_sign or ""]
    return " ".join(part for part in parts if part)


def _called(document: DocumentMetadata) -> str:
    """Return what a paper is called: a reply and a delegated decision have the kind of what they belong to.

    A paper of no kind is called by its title: "handlingen" would be any of them.
    """
    title = document.title.casefold()
    if document.kind is Kind.INTERPELLATION and title.startswith(("svar", "interpellationssvar")):
        return "interpellationssvaret"
    if document.kind is Kind.DELEGATION and not re.search(
        r"ordning|delegering", f"{title} {document.source.casefold()}"
    ):
        return (
            "delegationslistan" if re.search(r"delegations?beslut|lista|förteckning", title) else "delegationsbeslutet"
        )
    named = _NAMED.match(title) if document.kind is Kind.OVRIGT else None
    if named is not None:
        return named["name"] + next((end for form, end in _BENT.items() if named["name"].endswith(form)), "n")
    if document.kind is Kind.OVRIGT and document.title:
        first = document.title.split()
        return f"”{' '.join(first[:TITLE_WORDS])}{' …' if len(first) > TITLE_WORDS else ''}”"
    return KIND_DEFINITE[document.kind]


def decision_lead(document: DocumentMetadata, section_sign: str | None) -> str:
    """Return the words before a decision, from metadata alone."""
    return f"Beslut ({_board_and_place(document, section_sign)}):"


def forwarding_lead(document: DocumentMetadata, section_sign: str | None) -> str:
    """Return the words before a decision that only proposes something to a higher body."""
    return f"Beslut att föreslå ({_board_and_place(document, section_sign)}):"


def note_lead(document: DocumentMetadata, section_sign: str | None, who: str, reserves: bool) -> str:
    """Return the words before what members wanted noted: whose note it is, and where it stands."""
    return f"{'Reservation' if reserves else 'Anteckning'} av {who} ({_board_and_place(document, section_sign)}):"


def noted_lead(document: DocumentMetadata, section_sign: str | None, *, reserves: bool) -> str:
    """Return the words before what some members wanted noted: it is theirs, not the body's."""
    return f"{'Reservation' if reserves else 'Anteckning'} ({_board_and_place(document, section_sign)}):"


def proposal_lead(document: DocumentMetadata, section_sign: str | None) -> str:
    """Return the words before a proposal, from metadata alone: a letter is its author's, not the body's it is sent to."""
    if document.kind in MINUTES:
        return f"Förslag ({_board_and_place(document, section_sign)}):"
    if document.kind is Kind.REVISIONSRAPPORT:
        return f"Enligt revisorerna ({place_of(document)}):"
    parties = document.parties if document.kind in INITIATIVES else ()
    return f"Förslag ({', '.join((place_of(document), *parties))}):"


def meeting_lead(document: DocumentMetadata, shown: int, of: int, what: str) -> str:
    """Return the line above what a meeting decided or took up: whose, which day, and how much of it is shown."""
    many = what if shown == of else f"{shown} av {of} {what}"
    every = "" if shown == of else " (alla står i protokollet)"
    return f"{_board_and_place(document, None)}, {many}{every}:"


def roster_lead(document: DocumentMetadata) -> str:
    """Return the line above who sits in a body, as the head of the latest minutes names them."""
    return f"Närvarande vid det senaste mötet i handlingarna, {_board_and_place(document, None)}:"


def papers_lead(shown: int, of: int) -> str:
    """Return the line above the papers of a kind: of those searched, and how many of them are shown."""
    every = "" if shown == of else f", de {shown} senaste av {of}"
    return f"Bland handlingarna jag har sökt i finns{every}:"


def paper_lead(document: DocumentMetadata, *, titled: bool) -> str:
    """Return the words before the title of a paper: what it is and of which day, with the title where its text lacks it."""
    place = place_of(document)
    title = f", ”{document.title}”" if titled and "”" not in place else ""
    return f"{place[:1].upper()}{place[1:]}{title}:"


def case_lead(number: str, title: str = "") -> str:
    """Return the line above what is told of a case, from metadata alone."""
    return f"Ärende {number}: {title}." if title else f"Ärende {number}:"


def source_lead(document: DocumentMetadata, section_sign: str | None = None) -> str:
    """Return the words before what a document says, from metadata alone."""
    return f"Enligt {place_of(document, section_sign)}:"


def under_heading(heading: str) -> str:
    """Return the lead of what stands under a heading of the paper that was named before."""
    return f"Under ”{heading}”:"


def of_column(lead: str, column: str, heading: str) -> str:
    """Return the lead of a row with the column that is asked about, and the heading of its table."""
    return f"{lead.rstrip(':')}, under ”{heading}”, kolumnen ”{column}”:"


def beside_lead(lead: str) -> str:
    """Return the lead of what a language model tells besides the extract: it says so."""
    return f"Även, {lead[0].lower()}{lead[1:]}"


def title_lead(document: DocumentMetadata) -> str:
    """Return the line above a summary: which document it is of."""
    day = document.date or document.meeting_date
    place = day.isoformat() if day and document.kind is Kind.OVRIGT else place_of(document)
    return f"{document.title} ({place}):" if document.title not in place else f"{document.title}:"


def _board_and_place(document: DocumentMetadata, section_sign: str | None) -> str:
    date = document.day
    parts = [document.board or _called(document), date.isoformat() if date else "", section_sign or ""]
    return " ".join(part for part in parts if part)


def step_lead(date: dt.date | None, board: str | None, section_sign: str | None, what: str) -> str:
    """Return when, where and as what a step of a case was taken."""
    place = " ".join(part for part in (date.isoformat() if date else "", board or "", section_sign or "") if part)
    return f"{place}, {what}:" if place and what else f"{place or what}:"


def not_found(documents: int, filters: Filters, nearest: Sequence[Citation], reasons: Sequence[str]) -> str:
    """Return the refusal: what was searched, what is missing, what lies nearest, how to widen."""
    searched = "1 handling" if documents == 1 else f"{documents} handlingar"
    parts = [f"Jag hittar inte svaret i de handlingar jag har sökt i ({searched}{_filter_words(filters)})."]
    parts += [reason for reason in dict.fromkeys(reasons) if reason]
    return " ".join([*parts, whereto(nearest, filters)])


def whereto(nearest: Sequence[Citation], filters: Filters) -> str:
    """Return how a refusal ends: what lies nearest and how to widen; a page that shows both itself leaves it out."""
    named = "; ".join(dict.fromkeys(map(_short_title, nearest)))
    return " ".join([*([f"Närmast ligger: {named}."] if named else []), _widen(filters)])


def unknown_case(number: str) -> str:
    """Say that no document carries a diarienummer."""
    return f"Ingen handling har diarienumret {number}."


def unknown_board(name: str) -> str:
    """Say that the documents know no such board."""
    return f"Handlingarna känner inte till någon ”{name}”."


def unknown_value(words: str) -> str:
    """Say that what the question names is not in the documents that lie nearest."""
    return f"”{words}” finns inte i de handlingar som ligger närmast frågan."


def premise_unknown(words: str) -> str:
    """Say that the documents do not bear out what a question takes for granted."""
    return f"Handlingarna visar inte att det som frågan utgår från (”{words}”) har hänt."


def missing_section(sign: str) -> str:
    """Say that a § was not found among the documents."""
    return f"Jag hittar inte {sign} för det ärende eller sammanträde som frågan gäller."


def unknown_day(words: str) -> str:
    """Say that the documents that lie nearest are of another day, and do not speak of this one."""
    return f"De handlingar som ligger närmast gäller inte {words}."


def no_decision_by(body: str) -> str:
    """Say that a body is not seen to have decided in the matter."""
    return f"Jag hittar inget beslut av {body} i frågan."


def decided_instead(words: str, sign: str) -> str:
    """Say that the decision that lies nearest went the other way."""
    place = f"Beslutet i {sign}" if sign else "Beslutet"
    return f"{place} säger något annat än det som frågan utgår från (”{words}”)."


def no_words_of(who: str) -> str:
    """Say that nothing is told as the words of the one whose views are asked for."""
    return f"De närmaste styckena återger inte vad {who} har framfört."


def not_in_matter(what: str) -> str:
    """Say that no dissent, motion or vote is told of in the matter of a question."""
    return f"Jag hittar inte {what} i det ärende som frågan gäller."


def other_municipality(name: str) -> str:
    """Say that the documents that lie nearest are those of another municipality."""
    return f"Handlingarna som ligger närmast gäller inte {name}."


def no_value_of_kind(kind: str) -> str:
    """Say that the nearest passages hold no value of the kind that was asked for."""
    return f"Jag ser {kind} i de närmaste styckena."


def partly(lacking: Sequence[str], doubtful: Sequence[str] = (), *, brief: bool = False) -> str:
    """Return the line above an answer in part: what is not answered, not spoken of or not surely answered, or that it is unsure, and why."""
    if brief:
        return BRIEF_PREFIX
    if any(" " in one for one in lacking):
        return f"Delvis svar: på {_quoted(lacking)} hittar jag inget svar."
    if doubtful:
        return f"Svaret på {_quoted(doubtful)} är osäkert: läs källan."
    return f"{UNSURE_OPENING} {_quoted(lacking)} nämns inte där." if lacking else UNSURE_PREFIX


def not_named(lacking: Sequence[str]) -> str:
    """Say which things of the question the nearest passages do not speak of."""
    return f"{_quoted(lacking)} nämns inte i de närmaste styckena."


def _quoted(words: Sequence[str]) -> str:
    return " och ".join(f"”{word}”" for word in words)


def in_swedish(error: ArendeError) -> str:
    """Return one of our errors as a Swedish sentence for staff."""
    return _ERRORS.get(type(error).__name__, "Något gick fel: {error}").format(error=error)


def _short_title(citation: Citation) -> str:
    day = citation.date.isoformat() if citation.date else ""
    date = f", {day}" if day and day not in citation.title else ""
    sign = f" {citation.section_sign}" if citation.section_sign else ""
    return f"{citation.title}{sign}{date}"


def _filter_words(filters: Filters) -> str:
    parts = []
    if filters.boards:
        parts.append("nämnd: " + ", ".join(filters.boards))
    if filters.kinds:
        parts.append("typ: " + ", ".join(filters.kinds))
    if filters.case_numbers:
        parts.append("ärende: " + ", ".join(filters.case_numbers))
    if filters.date_from or filters.date_to:
        parts.append(f"period: {filters.date_from or ''}–{filters.date_to or ''}")
    return "; " + "; ".join(parts) if parts else ""


def _widen(filters: Filters) -> str:
    if filters != Filters():
        return "Ta bort filter för att söka bredare."
    return "Prova andra ord, ett diarienummer eller nämndens namn."


MODEL_GONE = "Språkmodellen svarade inte, så svaret är hämtat direkt ur handlingarna."
MODEL_UNPROVEN = "Språkmodellens svar gick inte att belägga, så svaret är hämtat direkt ur handlingarna."
MODEL_SILENT = "Språkmodellen fann inget svar i de stycken den fick, så svaret är hämtat direkt ur handlingarna."
MODEL_LESS = (
    "Språkmodellens svar tillförde inget i frågan utöver handlingarnas egna ord, så svaret är hämtat direkt ur dem."
)
MODEL_BESIDE = "Svaret är hämtat direkt ur handlingarna; det som börjar med ”Även” har språkmodellen formulerat och är belagt i dem."

_ERRORS = {
    "NoIndex": "Det finns inget index ännu. Kör `arende reindex MAPP --data DATAMAPP` först.",
    "IndexBroken": "Indexet går inte att läsa. Kör `arende doctor` och därefter `arende reindex`.",
    "IndexLocked": "En annan process skriver i indexet just nu. Försök igen om en stund.",
    "SourceGone": "Mappen '{error.path}' går inte att indexera: den finns inte eller har inga läsbara filer. "
    "Kontrollera sökvägen och att mappen är ansluten.",
    "BadFolder": "Datamappen '{error.path}' går inte att använda: den ligger i källmappen eller går inte att skriva i. "
    "Välj en annan med --data.",
    "NoEarlier": "Det finns ingen tidigare utgåva att gå tillbaka till.",
    "ModelFault": "Språkmodellen för sökning går inte att läsa in: {error}",
    "SettingsFault": "En inställning är fel: {error}",
    "BadQuestion": "{error}",
    "UnknownDocument": "{error}",
}
