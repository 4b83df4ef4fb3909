"""Hold every sentence of the pages in English, under the names of ``texts``; questions stay in the documents' language."""

from assistant.answers import Status
from assistant.web.texts import EXAMPLE_TEMPLATES as EXAMPLE_TEMPLATES
from assistant.web.texts import NEXT_TEMPLATES as NEXT_TEMPLATES
from assistant.web.texts import PRODUCT as PRODUCT
from ingest.documents import Force, Kind, Role

PAGE_TITLE = f"{PRODUCT} – ask the municipality's documents"
TAGLINE = "Answers out of the documents, where every claim has its source."

SKIP_TO_CONTENT = "Skip to content"
NAVIGATION = "Main menu"
NAV_CHAT = "Ask"
NAV_OVERVIEW = "Overview"
NAV_REGISTER = "Decisions and proposals"
NAV_OPEN = "Not reported back"
NAV_ACCESSIBILITY = "Accessibility"
NAV_ADMIN = "Administration"
OTHER_LANGUAGE = "Svenska"
OPENS_NEW_TAB = "opens in a new tab"

STATUS = {
    Status.ANSWERED: "Answered",
    Status.PARTIAL: "Partly answered",
    Status.NOT_FOUND: "The answer is not found in the documents",
}

FORCE = {
    Force.PROPOSAL: "Proposal",
    Force.DECISION: "Decision",
    Force.YRKANDE: "Yrkande",
    Force.OPINION: "Opinion",
    Force.RESERVATION: "Reservation",
    Force.AUDIT_FINDING: "Audit",
    Force.RECOMMENDATION: "Recommendation",
    Force.BACKGROUND: "Background",
}

KIND = {
    Kind.TJANSTESKRIVELSE: "Officer's report",
    Kind.REVISIONSRAPPORT: "Audit report",
    Kind.NAMNDINITIATIV: "Board initiative",
    Kind.MOTION: "Motion",
    Kind.INTERPELLATION: "Interpellation",
    Kind.PROTOKOLL: "Minutes",
    Kind.PROTOKOLLSUTDRAG: "Extract of minutes",
    Kind.YTTRANDE: "Opinion",
    Kind.DELEGATION: "Delegation of powers",
    Kind.AVTAL: "Agreement",
    Kind.PLAN: "Plan",
    Kind.KALLELSE: "Notice of meeting",
    Kind.OVRIGT: "Other document",
}

ROLE = {
    Role.HANDLAGGARE: "Case officer",
    Role.ORDFORANDE: "Chair",
    Role.SEKRETERARE: "Secretary",
    Role.JUSTERARE: "Adjuster of the minutes",
    Role.UNDERTECKNARE: "Signatory",
    Role.ANSVARIG: "Responsible",
}

RECOGNISED = {
    "case_number": "Case number",
    "section_sign": "Section",
    "date": "Date",
    "period": "Period",
    "board": "Board",
    "document_kind": "Kind of document",
    "person": "Person",
    "party": "Party",
}

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WRITTEN_TIME = "{date} at {hour}:{minute}"
PERIOD_FROM = "from {date}"
PERIOD_TO = "until {date}"
AND_MORE = "and more"
DOCUMENTS = ("document", "documents")
BOARDS = ("board", "boards")
CHARACTERS = ("character", "characters")
CITATIONS = ("citation", "citations")

# Chat
PAGE_OPENING = "Opening the page …"
CHAT_TITLE = "Ask the municipality's documents"
QUESTION_LABEL = "Ask a question about the documents, in Swedish"
EXAMPLES_HEADING = "Begin with a question"
EXAMPLES_HELP = "The questions are made of what is indexed. The documents are in Swedish, and so are the answers."
STEP_SEARCH = "Searching the documents"
STEP_READ = "Reading the passages that lie nearest"
STEP_CHECK = "Checking every claim against its source"
ANSWER_NUMBERED = "Answer {number}"
ANSWER_READY = "The answer is ready"
ANSWER_READY_STOPPED = "The answer is stopped"
STOP = "Stop the answer"
# An answer in part of which nothing is known to be missing.
STATUS_UNSURE = "Unsure answer: read the source"
STATUS_STOPPED = "Stopped"
STATUS_GREETING = "Ask about the documents"
STOPPED_HELP = "The answer was stopped. The claims above were checked against their sources; there may be more."
ANSWER_NOT_KEPT = "The answer could not be kept among the conversations. Copy it if you need it later."
ANSWER_STOPPED = "The answer was stopped before any claim was checked."
YOU = "You"
UNDERSTOOD = "This is how the question was read. Choose a part to remove it"
UNDERSTOOD_REWRITTEN = "Read as"
UNDERSTOOD_UNKNOWN = "is not in the documents"
SOURCES = "Sources"
SOURCES_COUNT = "{citations} in {documents}"
SOURCE_WORD = "Source"
READ_ALSO = "See also"
READ_ALSO_HELP = "Other documents of the same case. The answer does not rest on them."
NEAREST = "Nearest passages"
NEAREST_HELP = "They may not answer the question, but lie nearest."
WIDEN_HEADING = "How to go on"
WIDEN_FILTERS = "Remove filters on the left."
WIDEN_INTERPRETATION = "Remove a part of the reading above the answer."
WIDEN_WORDS = "Write the question in the words of the documents, or give a case number, a board or a year."
WIDEN_OVERVIEW = "See in the overview which documents there are."
NEXT_QUESTIONS = "Ask further"
COPY_TEXT = "Copy as text"
COPY_MARKDOWN = "Copy as Markdown"
COPY_LINK = "Copy link"
COPIED = "Copied"
COPY_FAILED = "Could not copy. Mark the text and copy it by hand."
EXPORT_DOCX = "Save as Word"
EXPORT_PDF = "Save as PDF"
EXPORT_CONVERSATION = "Save the whole conversation"
ASK_AGAIN = "Ask again"
EDIT = "Edit the question"
EDIT_LABEL = "Edit the question and send it again"
SEND = "Send"
CANCEL = "Cancel"
FEEDBACK_LABEL = "Was the answer helpful?"
FEEDBACK_UP = "Yes"
FEEDBACK_DOWN = "No"
FEEDBACK_REASON = "What was wrong?"
FEEDBACK_REASONS = (
    "The answer is wrong",
    "The answer is incomplete",
    "Wrong source",
    "The answer exists but was not found",
    "Hard to understand",
)
FEEDBACK_COMMENT = "Comment (optional)"
FEEDBACK_SEND = "Send judgement"
FEEDBACK_THANKS = "Thank you, your judgement is saved."
MODEL_NOTE = "Note"
PROVENANCE = "Index {generation}, built {built_at}."
LOW_CONFIDENCE = "The page was read from a scanned image with some doubt ({percent} %). Compare with the page image."
QUESTION_TOO_LONG = "The question is too long: {length}. Write at most {limit}."
QUESTION_EMPTY = "Write a question first."
NO_INDEX_TITLE = "There are no indexed documents yet"
NO_INDEX_HELP = "Whoever runs the system needs to run: arende reindex FOLDER --data {data}"
INDEX_BROKEN = "The index cannot be read. Whoever runs the system can run: arende doctor --data {data}"
PAGE_FAULT = "Something went wrong on the page. Reload it. If that does not help, tell whoever runs the system."
LOADING = "Opening the documents"

# What is indexed
INDEXED = "{documents} from {boards}"
INDEXED_AT = "indexed {built_at}"
GENERATION = "generation {generation}"

# Sidebar
SIDEBAR = "Menu, filters and conversations"
NEW_CONVERSATION = "New conversation"
FILTERS = "Narrow the search"
FILTER_BOARD = "Board"
FILTER_KIND = "Kind of document"
FILTER_CASE = "Case"
FILTER_FROM = "From year"
FILTER_TO = "To year"
FILTER_ALL = "All"
FILTER_CLEAR = "Clear filters"
CONVERSATIONS = "Conversations"
CONVERSATION_SEARCH = "Search conversations"
CONVERSATION_NONE = "No saved conversations yet."
CONVERSATION_NO_MATCH = "No conversation fits the search."
CONVERSATION_UNKNOWN = "The conversation does not exist, or belongs to somebody else."
CONVERSATION_MANAGE = "Manage the conversation"
CONVERSATION_RENAME = "Name of the conversation"
CONVERSATION_SAVE = "Save the name"
CONVERSATION_DELETE = "Delete the conversation"
CONVERSATION_DELETED = "The conversation is deleted."
CONVERSATION_UNTITLED = "Conversation without a name"
RETENTION = "Conversations are deleted {days} days after their latest question."

# Reader
NEEDS_SCRIPT = "The page needs JavaScript. The documents can be read without, from the overview."
READER_TEXT = "Text of the document"
READER_IMAGE = "Page image"
READER_IMAGE_ALT = "Page {page} of {pages} in {title}, image of the original"
READER_NO_IMAGE = (
    "A document of this format has no page images. Its text is shown in full, and the original can be downloaded."
)
READER_IMAGE_WAIT = (
    "The page image is being drawn. For a word processor's file it may take some seconds the first time."
)
READER_IMAGE_MISSING = "The page image cannot be shown. The text is beside it, and the original can be downloaded."
READER_RANGE = "The quote covers {count} passages in a row."
READER_PAGE = "Page {page}"
READER_PAGE_OF = "Page {page} of {pages}"
READER_ASIDE = "Page image and facts"
READER_TABLE = "Table in the document"
READER_PREVIOUS_PAGE = "Previous page"
READER_NEXT_PAGE = "Next page"
READER_CITED_POSITION = "Cited passage {index} of {count}"
READER_PREVIOUS_CITED = "Previous citation"
READER_NEXT_CITED = "Next citation"
READER_SEARCH = "Search in the document"
READER_SEARCH_NEXT = "Next hit"
READER_SEARCH_NONE = "No hits"
READER_SEARCH_COUNT = "Hit {index} of {count}"
READER_ABOUT = "About the document"
READER_CASE = "The case"
READER_DOWNLOAD = "Download the original"
READER_BACK = "To the questions"
READER_CHANGED_MOVED = "The document has changed since the link was made. The same words now stand here."
READER_CHANGED_NEAREST = (
    "The document has changed since the link was made, and the passage no longer reads the same. "
    "Here is the passage that comes nearest. Check the wording."
)
READER_CHANGED = (
    "The document has changed since the link was made, and the passage no longer reads the same. Check the wording."
)
READER_UNKNOWN_ANCHOR = "The passage of the link is not in the document. Here is the document from its beginning."
READER_LOW_CONFIDENCE = "The text of page {pages} was read from an image and may have faults. Compare with the image."
FIELD_KIND = "Kind of document"
FIELD_CASES = "Case number"
FIELD_BOARD = "Board"
FIELD_MUNICIPALITY = "Municipality"
FIELD_DATE = "Date"
FIELD_MEETING = "Date of meeting"
FIELD_PEOPLE = "People"
FIELD_RECIPIENTS = "Recipients"
FIELD_PAGES = "Pages"
FIELD_SOURCE = "File"
FIELD_MISSING = "Not stated"

# Faults of the routes
NOT_FOUND_TITLE = "The page does not exist"
NOT_FOUND_TEXT = "The address leads nowhere. Check that it is spelled right."
DOCUMENT_GONE_TITLE = "The document is not in the index"
DOCUMENT_GONE_TEXT = (
    "The document may have been removed or moved since the link was made, or you may not be allowed to read it. "
    "Search for it by case number or title."
)
PAGE_GONE_TITLE = "The page image does not exist"
PAGE_GONE_TEXT = "The document has no such page, or the page has no image."
CASE_GONE_TITLE = "The case is not in the index"
CASE_GONE_TEXT = "No document that you may read has the case number."
ORIGINAL_GONE_TITLE = "The original is gone"
ORIGINAL_GONE_TEXT = "The file has been moved or removed since the document was indexed."
EXPORT_GONE_TITLE = "The answer does not exist"
EXPORT_GONE_TEXT = "The conversation does not exist, or belongs to somebody else."
NOT_ALLOWED_TITLE = "You may not see the page"
NOT_ALLOWED_TEXT = "The page is for whoever runs the system."
FAULT_TEXT = "The page could not be shown. Try again. If that does not help, tell whoever runs the system."
FAULT_TITLE = "Something went wrong"
NOT_READY_TITLE = "The documents are not indexed yet"
ERRORS = {
    "NoIndex": "There is no index yet. Run `arende reindex FOLDER --data DATA` first.",
    "IndexBroken": "The index cannot be read. Run `arende doctor`, then `arende reindex`.",
    "IndexLocked": "Another process is writing the index just now. Try again in a while.",
    "SourceGone": "The source folder cannot be indexed: it does not exist or has no readable files.",
    "BadFolder": "The data folder cannot be used: it lies inside the source folder or cannot be written to.",
    "NoEarlier": "There is no earlier generation to go back to.",
    "ModelFault": "The language model of the search cannot be loaded.",
    "SettingsFault": "A setting is wrong.",
    "BadQuestion": QUESTION_EMPTY,
    "UnknownDocument": DOCUMENT_GONE_TITLE,
}

# Overview
OVERVIEW_TITLE = "What is indexed"
OVERVIEW_PLOT = "Documents by board and year"
OVERVIEW_NEWEST = "Newest documents"
OVERVIEW_KINDS = "Documents by kind"
OVERVIEW_ALL = "All documents"
OVERVIEW_SEARCH = "Title, board or case number"
OVERVIEW_NO_BOARD = "No board stated"
OVERVIEW_NO_YEAR = "No date"
OVERVIEW_EARLIER = "earlier"
OVERVIEW_LINK = "Everything that is indexed"
COLUMN_TITLE = "Title"
COLUMN_TOTAL = "Total"

KEY_DOCUMENTS = "documents"
KEY_BOARDS = "boards"
KEY_CASES = "cases"
KEY_YEARS = "years"

# Register
REGISTER_TITLE = "Register of decisions and proposals"
REGISTER_INTRO = "Decisions and proposals of the documents, word for word. Every row leads to its passage."
REGISTER_EMPTY = "Nothing fits the choice. Remove a filter."
REGISTER_COUNT = "Showing {shown} of {total}"
REGISTER_FORCE = "Decision or proposal"
REGISTER_TEXT = "Words in the text"
REGISTER_FILTER = "Show the choice"
REGISTER_RESET = "Show all"
REGISTER_CSV = "Download as CSV"
REGISTER_XLSX = "Download as Excel"
REGISTER_SORT = "Sort by {column}"
REGISTER_PAGE = "Page {page} of {pages}"
REGISTER_COLUMNS = {
    "datum": "Date",
    "namnd": "Board",
    "paragraf": "§",
    "diarienummer": "Case number",
    "verkan": "Force",
    "utfall": "Outcome",
    "text": "What",
}
REGISTER_FROM = "From"
REGISTER_TO = "To"
PAGES = "Pages of the list"
PREVIOUS = "Previous"
NEXT = "Next"

# Case
CASE_TITLE = "Case {number}"
CASE_TIMELINE = "Course of the case"
CASE_DOCUMENTS = "Documents of the case"
CASE_ASSIGNMENTS = "Open assignments"
CASE_NO_ASSIGNMENTS = "The documents show no open assignments."
CASE_MISSING = "Missing links"
CASE_MISSING_HELP = "The documents refer to this, but it is not in the index."
CASE_MISSING_IN = "Mentioned in"
CASE_DEADLINE = "by"
OUTCOME = {
    "bifall": "Granted",
    "avslag": "Rejected",
    "återremiss": "Referred back",
    "bordläggning": "Tabled",
    "till handlingarna": "Placed on file",
    "besvarad": "Answered",
    "antagen": "Adopted",
    "godkänd": "Approved",
    "uppdrag": "Assignment",
    "lämnad till beredning": "Sent for preparation",
    "yttrande avgivet": "Opinion given",
    "beslut": "Decision",
    "förslag": "Proposal",
    "information": "Information",
    "handling": "Document",
}
CASE_ASK = "Ask about the case"
CASE_REGISTER = "Decisions and proposals of the case"
OPEN_TITLE = "Assignments not reported back"
OPEN_INTRO = "Assignments in decisions, where the documents show no report back."
OPEN_DEADLINE = "By"
OPEN_WHAT = "Assignment"
OPEN_EMPTY = "The documents show no such assignments."

# Administration
ADMIN_TITLE = "Administration"
ADMIN_INDEX = "The index"
ADMIN_GENERATION = "Generation"
ADMIN_BUILT = "Built"
ADMIN_PREVIOUS = "Previous generation"
ADMIN_SOURCE = "Source folder"
ADMIN_COUNTS = "Contents"
ADMIN_COUNTED = "{documents} documents, {passages} passages, {vectors} of {chunks} search vectors"
ADMIN_MODEL = "Search model"
ADMIN_LAST = "Last run"
ADMIN_LAST_TOLD = (
    "{ended}, in {seconds} s: {indexed} new or changed, {unchanged} unchanged, {removed} removed, {moved} moved, "
    "{skipped} files left out."
)
ADMIN_LAST_UNCHANGED = "The index was up to date already."
ADMIN_LOG = "Messages of the indexing"
ADMIN_REASON = "Reason"
ADMIN_REINDEX_DONE = "The indexing is done."
ADMIN_REINDEX_FAILED = "The indexing failed. The earlier generation is still in use."
ADMIN_USAGE_HELP = "Counts, without what was asked."
ADMIN_FIGURES = {
    "conversations": "conversations",
    "questions": "questions",
    "answered": "answered",
    "partial": "partly answered",
    "not_found": "without an answer",
    "helpful": "helpful",
    "unhelpful": "not helpful",
}
SKIPPED = {
    "encrypted": "The file is locked by a password.",
    "broken": "The file is broken.",
    "empty": "The file is empty.",
    "no_text": "The file has no readable text.",
    "too_large": "The file is too large.",
    "archive_bomb": "The file unpacks to an unreasonable size.",
    "wrong_format": "The content does not match the file's ending.",
    "unsupported": "The file type is not supported.",
    "no_permission": "The file may not be read.",
    "outside_source": "The link leads out of the source folder.",
    "timeout": "The file took too long to read.",
    "crashed": "The reading of the file was ended by a fault.",
}
ADMIN_SKIPPED = "Files left out"
ADMIN_NO_SKIPPED = "No file is left out."
ADMIN_REINDEX = "Index anew"
ADMIN_REINDEX_RUNNING = "Indexing is under way"
ADMIN_ROLLBACK = "Go back to the previous generation"
ADMIN_USAGE = "Usage"

# Accessibility statement
STATEMENT_TITLE = f"Accessibility of {PRODUCT}"
STATEMENT = (
    (
        "",
        (
            "We want as many as possible to be able to use Ärendeassistenten. This page tells how it meets the Swedish act "
            "on accessibility of digital public services (DOS-lagen), which shortcomings are known, and how you report "
            "shortcomings.",
        ),
    ),
    (
        "How accessible is the service?",
        (
            "The pages are built to meet WCAG 2.2 level AA and EN 301 549. They can be used with a keyboard and a screen "
            "reader, at 400 per cent zoom, in light and dark mode, and without motion.",
        ),
    ),
    (
        "Known shortcomings",
        (
            "The page images are images of the original and cannot be read by a screen reader. The same text stands "
            "beside them as ordinary text.",
            "Text read from scanned documents may have faults. The reader says which pages that concerns.",
            "Documents downloaded as originals are made by others and may have shortcomings in accessibility.",
        ),
    ),
    (
        "How we have tested",
        ("By own assessment with automatic checks of every page and state, and by use with the keyboard alone.",),
    ),
    (
        "Supervision",
        ("Myndigheten för digital förvaltning (the Agency for Digital Government) supervises the act.",),
    ),
)
STATEMENT_CONTACT = "Report shortcomings"
STATEMENT_NO_CONTACT = "Contact whoever runs the system in your municipality."

# Streamlit's own controls speak English already.
TRANSLATED: dict[str, str] = {}

# Exports
EXPORT_PLACE_PAGE = "p. {page}"
EXPORT_STAMP = "Made {today} with Ärendeassistenten from index {generation}, built {built_at}. The quotes are verbatim."


def counted(number: int, one: str, many: str) -> str:
    """Return the number with its noun, '1 document' or '3 documents'."""
    return f"{grouped(number)} {one if number == 1 else many}"


def grouped(number: int) -> str:
    """Return the number with its thousands apart, '3,263'."""
    return f"{number:,}"
