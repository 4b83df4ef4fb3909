"""Hold every Swedish sentence of the pages, as ``texts_english`` the English; answers have theirs in ``assistant.texts``."""

from assistant.answers import Status
from ingest.documents import Force, Kind, Role

PRODUCT = "Ärendeassistenten"
PAGE_TITLE = f"{PRODUCT} – fråga kommunens handlingar"
TAGLINE = "Svar ur handlingarna, där varje påstående har sin källa."

SKIP_TO_CONTENT = "Hoppa till innehållet"
NAVIGATION = "Huvudmeny"
NAV_CHAT = "Fråga"
NAV_OVERVIEW = "Översikt"
NAV_REGISTER = "Beslut och förslag"
NAV_OPEN = "Ej återrapporterat"
NAV_ACCESSIBILITY = "Tillgänglighet"
NAV_ADMIN = "Administration"
# In its own language, for who cannot read this one.
OTHER_LANGUAGE = "English"
OPENS_NEW_TAB = "öppnas i ny flik"

STATUS = {
    Status.ANSWERED: "Besvarat",
    Status.PARTIAL: "Delvis besvarat",
    Status.NOT_FOUND: "Hittar inte svaret i handlingarna",
}

FORCE = {
    Force.PROPOSAL: "Förslag",
    Force.DECISION: "Beslut",
    Force.YRKANDE: "Yrkande",
    Force.OPINION: "Yttrande",
    Force.RESERVATION: "Reservation",
    Force.AUDIT_FINDING: "Revision",
    Force.RECOMMENDATION: "Rekommendation",
    Force.BACKGROUND: "Bakgrund",
}

KIND = {
    Kind.TJANSTESKRIVELSE: "Tjänsteskrivelse",
    Kind.REVISIONSRAPPORT: "Revisionsrapport",
    Kind.NAMNDINITIATIV: "Nämndinitiativ",
    Kind.MOTION: "Motion",
    Kind.INTERPELLATION: "Interpellation",
    Kind.PROTOKOLL: "Protokoll",
    Kind.PROTOKOLLSUTDRAG: "Protokollsutdrag",
    Kind.YTTRANDE: "Yttrande",
    Kind.DELEGATION: "Delegationsordning",
    Kind.AVTAL: "Avtal",
    Kind.PLAN: "Plan",
    Kind.KALLELSE: "Kallelse",
    Kind.OVRIGT: "Övrig handling",
}

ROLE = {
    Role.HANDLAGGARE: "Handläggare",
    Role.ORDFORANDE: "Ordförande",
    Role.SEKRETERARE: "Sekreterare",
    Role.JUSTERARE: "Justerare",
    Role.UNDERTECKNARE: "Undertecknare",
    Role.ANSVARIG: "Ansvarig",
}

RECOGNISED = {
    "case_number": "Diarienummer",
    "section_sign": "Paragraf",
    "date": "Datum",
    "period": "Period",
    "board": "Nämnd",
    "document_kind": "Handlingstyp",
    "person": "Person",
    "party": "Parti",
}

MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni",
    "juli", "augusti", "september", "oktober", "november", "december",
)  # fmt: skip

WRITTEN_TIME = "{date} kl. {hour}.{minute}"
PERIOD_FROM = "från {date}"
PERIOD_TO = "till {date}"
AND_MORE = "m.fl."
DOCUMENTS = ("handling", "handlingar")
BOARDS = ("nämnd", "nämnder")
CHARACTERS = ("tecken", "tecken")
CITATIONS = ("citat", "citat")

# Chat
PAGE_OPENING = "Sidan öppnas …"
CHAT_TITLE = "Fråga kommunens handlingar"
QUESTION_LABEL = "Ställ en fråga om handlingarna"
EXAMPLES_HEADING = "Börja med en fråga"
EXAMPLES_HELP = "Frågorna är gjorda av det som är indexerat."
STEP_SEARCH = "Söker i handlingarna"
STEP_READ = "Läser de stycken som ligger närmast"
STEP_CHECK = "Kontrollerar varje påstående mot källan"
ANSWER_NUMBERED = "Svar {number}"
ANSWER_READY = "Svaret är klart"
ANSWER_READY_STOPPED = "Svaret är stoppat"
STOP = "Stoppa svaret"
# An answer in part of which nothing is known to be missing.
STATUS_UNSURE = "Osäkert svar: läs källan"
STATUS_STOPPED = "Avbrutet"
STATUS_GREETING = "Ställ en fråga om handlingarna"
STOPPED_HELP = "Svaret avbröts. Påståendena ovan hann kontrolleras mot sina källor; fler kan finnas."
ANSWER_NOT_KEPT = "Svaret kunde inte sparas bland samtalen. Kopiera det om du behöver det senare."
ANSWER_STOPPED = "Svaret avbröts innan något påstående var kontrollerat."
YOU = "Du"
UNDERSTOOD = "Så tolkades frågan. Välj en tolkning för att ta bort den"
UNDERSTOOD_REWRITTEN = "Tolkad som"
UNDERSTOOD_UNKNOWN = "finns inte i handlingarna"
SOURCES = "Källor"
SOURCES_COUNT = "{citations} i {documents}"
SOURCE_WORD = "Källa"
READ_ALSO = "Läs även"
READ_ALSO_HELP = "Andra handlingar i samma ärende. Svaret vilar inte på dem."
NEAREST = "Närmaste stycken"
NEAREST_HELP = "Det är inte säkert att de besvarar frågan, men de ligger närmast."
WIDEN_HEADING = "Så kan du gå vidare"
WIDEN_FILTERS = "Ta bort avgränsningar i filtret till vänster."
WIDEN_INTERPRETATION = "Ta bort en tolkning ovanför svaret."
WIDEN_WORDS = "Skriv frågan med de ord som handlingarna använder, eller ange diarienummer, nämnd eller år."
WIDEN_OVERVIEW = "Se i översikten vilka handlingar som finns."
NEXT_QUESTIONS = "Fråga vidare"
COPY_TEXT = "Kopiera som text"
COPY_MARKDOWN = "Kopiera som Markdown"
COPY_LINK = "Kopiera länk"
COPIED = "Kopierat"
COPY_FAILED = "Kunde inte kopiera. Markera texten och kopiera den för hand."
EXPORT_DOCX = "Spara som Word"
EXPORT_PDF = "Spara som PDF"
EXPORT_CONVERSATION = "Spara hela samtalet"
ASK_AGAIN = "Fråga igen"
EDIT = "Ändra frågan"
EDIT_LABEL = "Ändra frågan och skicka igen"
SEND = "Skicka"
CANCEL = "Avbryt"
FEEDBACK_LABEL = "Var svaret till hjälp?"
FEEDBACK_UP = "Ja"
FEEDBACK_DOWN = "Nej"
FEEDBACK_REASON = "Vad var fel?"
FEEDBACK_REASONS = (
    "Svaret är fel",
    "Svaret är ofullständigt",
    "Fel källa",
    "Svaret finns men hittades inte",
    "Svårt att förstå",
)
FEEDBACK_COMMENT = "Kommentar (frivilligt)"
FEEDBACK_SEND = "Skicka omdöme"
FEEDBACK_THANKS = "Tack, omdömet är sparat."
MODEL_NOTE = "Observera"
PROVENANCE = "Index {generation}, byggt {built_at}."
LOW_CONFIDENCE = "Sidan är inläst från en skannad bild med osäker tolkning ({percent} %). Jämför med sidbilden."
QUESTION_TOO_LONG = "Frågan är för lång: {length}. Skriv högst {limit}."
QUESTION_EMPTY = "Skriv en fråga först."
NO_INDEX_TITLE = "Det finns inga indexerade handlingar ännu"
NO_INDEX_HELP = "Den som sköter systemet behöver köra: arende reindex MAPP --data {data}"
INDEX_BROKEN = "Indexet kan inte läsas. Den som sköter systemet kan köra: arende doctor --data {data}"
PAGE_FAULT = "Något gick fel på sidan. Ladda om den. Hjälper inte det, kontakta den som sköter systemet."
LOADING = "Öppnar handlingarna"

NEXT_TEMPLATES = (
    "Vad handlar ärende {number} om?",
    "Vad beslutades i ärende {number}?",
    "Vad hände sedan i ärende {number}?",
    "Vem är handläggare för ärende {number}?",
)
EXAMPLE_TEMPLATES = {
    Kind.PROTOKOLLSUTDRAG: "Vad beslutades i ärende {number}?",
    Kind.TJANSTESKRIVELSE: "Vem är handläggare för ärende {number}?",
    Kind.MOTION: "Vad föreslås i motionen i ärende {number}?",
    Kind.REVISIONSRAPPORT: "Vilka rekommendationer ger revisorerna i ärende {number}?",
    Kind.NAMNDINITIATIV: "Vad handlar nämndinitiativet i ärende {number} om?",
    Kind.AVTAL: "Vad handlar avtalet i ärende {number} om?",
    Kind.PLAN: "Vad handlar planen i ärende {number} om?",
    Kind.INTERPELLATION: "Vad handlar interpellationen i ärende {number} om?",
    Kind.YTTRANDE: "Vad handlar yttrandet i ärende {number} om?",
}

# What is indexed
INDEXED = "{documents} från {boards}"
INDEXED_AT = "indexerade {built_at}"
GENERATION = "utgåva {generation}"

# Sidebar
SIDEBAR = "Meny, avgränsningar och samtal"
NEW_CONVERSATION = "Nytt samtal"
FILTERS = "Avgränsa sökningen"
FILTER_BOARD = "Nämnd"
FILTER_KIND = "Handlingstyp"
FILTER_CASE = "Ärende"
FILTER_FROM = "Från och med år"
FILTER_TO = "Till och med år"
FILTER_ALL = "Alla"
FILTER_CLEAR = "Rensa avgränsningar"
CONVERSATIONS = "Samtal"
CONVERSATION_SEARCH = "Sök bland samtalen"
CONVERSATION_NONE = "Inga sparade samtal ännu."
CONVERSATION_NO_MATCH = "Inget samtal passar sökningen."
CONVERSATION_UNKNOWN = "Samtalet finns inte, eller tillhör någon annan."
CONVERSATION_MANAGE = "Hantera samtalet"
CONVERSATION_RENAME = "Samtalets namn"
CONVERSATION_SAVE = "Spara namnet"
CONVERSATION_DELETE = "Ta bort samtalet"
CONVERSATION_DELETED = "Samtalet är borttaget."
CONVERSATION_UNTITLED = "Namnlöst samtal"
RETENTION = "Samtal tas bort {days} dagar efter den senaste frågan."

# Reader
NEEDS_SCRIPT = "Sidan behöver JavaScript. Handlingarna kan läsas utan, från översikten."
READER_TEXT = "Handlingens text"
READER_IMAGE = "Sidbild"
READER_IMAGE_ALT = "Sida {page} av {pages} i {title}, bild av originalet"
READER_NO_IMAGE = (
    "Handlingen har inga sidbilder i det här formatet. Texten visas i sin helhet, och originalet kan hämtas."
)
READER_IMAGE_WAIT = "Sidbilden ritas. En handling från ett ordbehandlingsprogram kan ta några sekunder första gången."
READER_IMAGE_MISSING = "Sidbilden kan inte visas. Texten finns bredvid, och originalet kan hämtas."
READER_RANGE = "Citatet omfattar {count} stycken som följer på varandra."
READER_PAGE = "Sida {page}"
READER_PAGE_OF = "Sida {page} av {pages}"
READER_ASIDE = "Sidbild och uppgifter"
READER_TABLE = "Tabell ur handlingen"
READER_PREVIOUS_PAGE = "Föregående sida"
READER_NEXT_PAGE = "Nästa sida"
READER_CITED_POSITION = "Citerat stycke {index} av {count}"
READER_PREVIOUS_CITED = "Föregående citat"
READER_NEXT_CITED = "Nästa citat"
READER_SEARCH = "Sök i handlingen"
READER_SEARCH_NEXT = "Nästa träff"
READER_SEARCH_NONE = "Inga träffar"
READER_SEARCH_COUNT = "Träff {index} av {count}"
READER_ABOUT = "Om handlingen"
READER_CASE = "Ärendet"
READER_DOWNLOAD = "Hämta originalet"
READER_BACK = "Till frågorna"
READER_CHANGED_MOVED = "Handlingen har ändrats sedan länken skapades. Samma ordalydelse finns nu här."
READER_CHANGED_NEAREST = (
    "Handlingen har ändrats sedan länken skapades, och stycket lyder inte längre likadant. "
    "Här är det stycke som ligger närmast. Kontrollera ordalydelsen."
)
READER_CHANGED = (
    "Handlingen har ändrats sedan länken skapades, och stycket lyder inte längre likadant. Kontrollera ordalydelsen."
)
READER_UNKNOWN_ANCHOR = "Stycket som länken pekar på finns inte i handlingen. Här är handlingen från början."
READER_LOW_CONFIDENCE = "Texten på sidan {pages} är inläst från bild och kan innehålla fel. Jämför med sidbilden."
FIELD_KIND = "Handlingstyp"
FIELD_CASES = "Diarienummer"
FIELD_BOARD = "Nämnd"
FIELD_MUNICIPALITY = "Kommun"
FIELD_DATE = "Datum"
FIELD_MEETING = "Sammanträdesdatum"
FIELD_PEOPLE = "Personer"
FIELD_RECIPIENTS = "Mottagare"
FIELD_PAGES = "Sidor"
FIELD_SOURCE = "Fil"
FIELD_MISSING = "Framgår inte"

# Faults of the routes
NOT_FOUND_TITLE = "Sidan finns inte"
NOT_FOUND_TEXT = "Adressen leder ingenstans. Kontrollera att den är rätt skriven."
DOCUMENT_GONE_TITLE = "Handlingen finns inte i indexet"
DOCUMENT_GONE_TEXT = (
    "Handlingen kan ha tagits bort eller flyttats sedan länken skapades, eller så har du inte rätt att läsa den. "
    "Sök efter den med diarienummer eller titel."
)
PAGE_GONE_TITLE = "Sidbilden finns inte"
PAGE_GONE_TEXT = "Handlingen har ingen sådan sida, eller så finns sidan inte som bild."
CASE_GONE_TITLE = "Ärendet finns inte i indexet"
CASE_GONE_TEXT = "Ingen handling som du får läsa har diarienumret."
ORIGINAL_GONE_TITLE = "Originalet finns inte kvar"
ORIGINAL_GONE_TEXT = "Filen har flyttats eller tagits bort sedan handlingen indexerades."
EXPORT_GONE_TITLE = "Svaret finns inte"
EXPORT_GONE_TEXT = "Samtalet finns inte, eller tillhör någon annan."
NOT_ALLOWED_TITLE = "Du har inte rätt att se sidan"
NOT_ALLOWED_TEXT = "Sidan är för den som sköter systemet."
FAULT_TEXT = "Sidan kunde inte visas. Försök igen. Hjälper inte det, kontakta den som sköter systemet."
FAULT_TITLE = "Något gick fel"
NOT_READY_TITLE = "Handlingarna är inte indexerade ännu"

# Overview
OVERVIEW_TITLE = "Vad som är indexerat"
OVERVIEW_PLOT = "Handlingar per nämnd och år"
OVERVIEW_NEWEST = "Nyaste handlingarna"
OVERVIEW_KINDS = "Handlingar per typ"
OVERVIEW_ALL = "Alla handlingar"
OVERVIEW_SEARCH = "Titel, nämnd eller diarienummer"
OVERVIEW_NO_BOARD = "Utan angiven nämnd"
OVERVIEW_NO_YEAR = "Utan datum"
OVERVIEW_EARLIER = "tidigare"
OVERVIEW_LINK = "Allt som är indexerat"
COLUMN_TITLE = "Titel"
COLUMN_TOTAL = "Totalt"

KEY_DOCUMENTS = "handlingar"
KEY_BOARDS = "nämnder"
KEY_CASES = "ärenden"
KEY_YEARS = "år"

# Register
REGISTER_TITLE = "Register över beslut och förslag"
REGISTER_INTRO = "Beslut och förslag som står i handlingarna, ordagrant. Varje rad leder till sitt stycke."
REGISTER_EMPTY = "Inget passar urvalet. Ta bort en avgränsning."
REGISTER_COUNT = "Visar {shown} av {total}"
REGISTER_FORCE = "Beslut eller förslag"
REGISTER_TEXT = "Ord i texten"
REGISTER_FILTER = "Visa urvalet"
REGISTER_RESET = "Visa allt"
REGISTER_CSV = "Hämta som CSV"
REGISTER_XLSX = "Hämta som Excel"
REGISTER_SORT = "Sortera efter {column}"
REGISTER_PAGE = "Sida {page} av {pages}"
REGISTER_COLUMNS = {
    "datum": "Datum",
    "namnd": "Nämnd",
    "paragraf": "§",
    "diarienummer": "Diarienummer",
    "verkan": "Verkan",
    "utfall": "Utfall",
    "text": "Vad",
}
REGISTER_FROM = "Från och med"
REGISTER_TO = "Till och med"
PAGES = "Sidor i listan"
PREVIOUS = "Föregående"
NEXT = "Nästa"

# Case
CASE_TITLE = "Ärende {number}"
CASE_TIMELINE = "Ärendets gång"
CASE_DOCUMENTS = "Handlingar i ärendet"
CASE_ASSIGNMENTS = "Öppna uppdrag"
CASE_NO_ASSIGNMENTS = "Inga öppna uppdrag framgår av handlingarna."
CASE_MISSING = "Saknade led"
CASE_MISSING_HELP = "Handlingarna hänvisar hit, men det finns inte i indexet."
CASE_MISSING_IN = "Nämns i"
CASE_DEADLINE = "senast"
OUTCOME = {
    "bifall": "Bifall",
    "avslag": "Avslag",
    "återremiss": "Återremiss",
    "bordläggning": "Bordläggning",
    "till handlingarna": "Till handlingarna",
    "besvarad": "Besvarad",
    "antagen": "Antagen",
    "godkänd": "Godkänd",
    "uppdrag": "Uppdrag",
    "lämnad till beredning": "Lämnad till beredning",
    "yttrande avgivet": "Yttrande avgivet",
    "beslut": "Beslut",
    "förslag": "Förslag",
    "information": "Information",
    "handling": "Handling",
}
CASE_ASK = "Fråga om ärendet"
CASE_REGISTER = "Ärendets beslut och förslag"
OPEN_TITLE = "Uppdrag som inte är återrapporterade"
OPEN_INTRO = "Uppdrag i beslut där handlingarna inte visar någon återrapportering."
OPEN_DEADLINE = "Senast"
OPEN_WHAT = "Uppdrag"
OPEN_EMPTY = "Inga sådana uppdrag framgår av handlingarna."

# Administration
ADMIN_TITLE = "Administration"
ADMIN_INDEX = "Indexet"
ADMIN_GENERATION = "Utgåva"
ADMIN_BUILT = "Byggd"
ADMIN_PREVIOUS = "Föregående utgåva"
ADMIN_SOURCE = "Källmapp"
ADMIN_COUNTS = "Innehåll"
ADMIN_COUNTED = "{documents} handlingar, {passages} stycken, {vectors} av {chunks} sökvektorer"
ADMIN_MODEL = "Sökmodell"
ADMIN_LAST = "Senaste körningen"
ADMIN_LAST_TOLD = (
    "{ended}, på {seconds} s: {indexed} nya eller ändrade, {unchanged} oförändrade, {removed} borttagna, {moved} flyttade, "
    "{skipped} överhoppade filer."
)
ADMIN_LAST_UNCHANGED = "Indexet var redan aktuellt."
ADMIN_LOG = "Indexeringens meddelanden"
ADMIN_REASON = "Orsak"
ADMIN_REINDEX_DONE = "Indexeringen är klar."
ADMIN_REINDEX_FAILED = "Indexeringen misslyckades. Den tidigare utgåvan används fortfarande."
ADMIN_USAGE_HELP = "Antal, utan vad som frågats."
ADMIN_FIGURES = {
    "conversations": "samtal",
    "questions": "frågor",
    "answered": "besvarade",
    "partial": "delvis besvarade",
    "not_found": "utan svar",
    "helpful": "till hjälp",
    "unhelpful": "inte till hjälp",
}
SKIPPED = {
    "encrypted": "Filen är låst med lösenord.",
    "broken": "Filen är trasig.",
    "empty": "Filen är tom.",
    "no_text": "Filen har ingen läsbar text.",
    "too_large": "Filen är för stor.",
    "archive_bomb": "Filen packar upp sig till orimlig storlek.",
    "wrong_format": "Innehållet stämmer inte med filändelsen.",
    "unsupported": "Filtypen stöds inte.",
    "no_permission": "Filen får inte läsas.",
    "outside_source": "Länken leder ut ur källmappen.",
    "timeout": "Filen tog för lång tid att läsa.",
    "crashed": "Läsningen av filen avbröts av ett fel.",
}
ADMIN_SKIPPED = "Filer som inte är med"
ADMIN_NO_SKIPPED = "Alla filer är med."
ADMIN_REINDEX = "Indexera om"
ADMIN_REINDEX_RUNNING = "Indexering pågår"
ADMIN_ROLLBACK = "Gå tillbaka till föregående utgåva"
ADMIN_USAGE = "Användning"

# Accessibility statement
STATEMENT_TITLE = "Tillgänglighet för Ärendeassistenten"
STATEMENT = (
    (
        "",
        (
            "Vi vill att så många som möjligt ska kunna använda Ärendeassistenten. Här står hur den uppfyller lagen om "
            "tillgänglighet till digital offentlig service (DOS-lagen), vilka brister som är kända, och hur du anmäler "
            "brister.",
        ),
    ),
    (
        "Hur tillgänglig är tjänsten?",
        (
            "Sidorna är byggda för att uppfylla WCAG 2.2 nivå AA och EN 301 549. De går att använda med tangentbord "
            "och skärmläsare, i 400 procents förstoring, i ljust och mörkt läge, och utan rörelser.",
        ),
    ),
    (
        "Kända brister",
        (
            "Sidbilderna är bilder av originalet och kan inte läsas av en skärmläsare. Samma text står bredvid som "
            "vanlig text.",
            "Text som är inläst från skannade handlingar kan innehålla fel. Läsaren säger vilka sidor det gäller.",
            "Handlingar som hämtas i original är framtagna av andra och kan ha brister i tillgänglighet.",
        ),
    ),
    (
        "Hur vi har testat",
        (
            "Självskattning med automatiska kontroller av varje sida och tillstånd, och genomgång med enbart "
            "tangentbord.",
        ),
    ),
    (
        "Tillsyn",
        ("Myndigheten för digital förvaltning har ansvaret för tillsyn över lagen.",),
    ),
)
STATEMENT_CONTACT = "Anmäl brister"
STATEMENT_NO_CONTACT = "Kontakta den som sköter systemet i din kommun."

# What Streamlit's own controls say, in Swedish; a star stands for what differs from time to time
TRANSLATED = {
    "Collapse sidebar": "Fäll ihop sidofältet",
    "Expand sidebar": "Visa sidofältet",
    "Open sidebar": "Visa sidofältet",
    "Send message": "Skicka frågan",
    "Stop": "Stoppa svaret",
    "Stop generation": "Stoppa svaret",
    "Open": "Öppna listan",
    "Close": "Stäng",
    "Clear all": "Ta bort alla val",
    "Clear value": "Ta bort valet",
    "Clear selection": "Ta bort valet",
    "Show suggestions": "Visa förslag",
    "Scroll to bottom": "Gå till slutet",
    "No results": "Inga träffar",
    "No results found.": "Inga träffar",
    "No options to select.": "Inget att välja",
    "Dismiss": "Stäng listan",
    "Selected values": "Valda",
    "Remove *": "Ta bort *",
    "1 option available.": "1 val finns.",
    "* options available.": "* val finns.",
    "*, selected": "*, vald",
    "Select all": "Välj alla",
    "Connection error": "Ingen kontakt med servern",
    "Streamlit server is not responding. Are you connected to the internet?": "Servern svarar inte. Sidan försöker igen av "
    "sig själv. Hjälper inte det, kontakta den som sköter systemet.",
    "Connection lost. Please wait for the app to reconnect, then try again.": "Kontakten med servern bröts. Vänta tills "
    "sidan är tillbaka och försök igen.",
    "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:": "Servern svarar "
    "inte. Kontakta den som sköter systemet.",
    "Copy to clipboard": "Kopiera",
    "Bad message format": "Sidan fick ett svar som den inte förstår",
    "Running...": "Arbetar …",
    "Running": "Arbetar",
    "Loading...": "Hämtar …",
    "Connecting": "Söker kontakt",
}

# Exports
EXPORT_PLACE_PAGE = "s. {page}"
EXPORT_STAMP = "Framtaget {today} med Ärendeassistenten ur index {generation}, byggt {built_at}. Citaten är ordagranna."


def counted(number: int, one: str, many: str) -> str:
    """Return the number with its noun, '1 handling' or '3 handlingar'."""
    return f"{grouped(number)} {one if number == 1 else many}"


def grouped(number: int) -> str:
    """Return the number with its thousands apart, '3 263'."""
    return f"{number:,}".replace(",", "\N{NO-BREAK SPACE}")
