"""Tell the lines at the head of a paper, which say whose and of which day it is, from what it says; pure."""

import re
from collections.abc import Sequence

from assistant.verify import Evidence
from ingest.documents import INITIATIVES, Block, DocumentMetadata, Passage

# Passages from the beginning of a paper among which its head stands.
HEAD_PASSAGES = 14
HEAD_WORDS = 24
_LABEL = re.compile(
    r"\s*(?:till\s+(?=[A-ZÅÄÖ])|kopia till\b|att[.:]|(?:ert|vårt|er|vår)\s+(?:datum|referens|beteckning|ref)\b"
    r"|(?:(?:uppdaterad|reviderad|utskrifts|ankomst)\s?)?datum\b|handläggare\b|telefon\b|tfn\b|tel\b|mobil\b|fax\b|e-?post\b|diarienummer\b|dnr\b|referens\b|org(?:anisations)?\W?n(?:umme)?r\b|sida?\b(?=\s*:?\s*\d))",
    re.IGNORECASE,
)
_FIELD = re.compile(r"[^\W\d_][\w /-]{1,30}:\s\S")
FEWEST_FIELDS = 2
_ENDS = re.compile(r"[.!?]\s*$")
# Under these headings stand titles of papers, not what they say.
_LISTED_PAPERS = re.compile(
    r"\b(?:beslutsunderlag|underlag|bilagor|handlingar i ärendet|meddelanden|expedieras|skickas till)\b", re.IGNORECASE
)
_ANSWER = re.compile(r"\W*(?:(?:skriftligt |muntligt )?svar på|yttrande över|återrapportering)\b", re.IGNORECASE)
# A line of nothing but the number of a case.
_CASE_LINE = re.compile(
    r"\W*(?:dnr|diarienr|diarienummer|ärendenr|ärendenummer)\b\W*(?:[^\W\d_]{1,8}\W{0,2}){0,2}[\d./:-]+(?:\W{0,2}[^\W\d_]{1,8})?\W*",
    re.IGNORECASE,
)
_NUMBER_ASKED = re.compile(
    r"\b(?:dnr|diarie\w*|ärendenr|\w*nummer|\w*numret|\w*beteckning\w*|referens\w*)\b", re.IGNORECASE
)
# The paper's own day is asked for.
_OWN_DAY = re.compile(
    r"\b(?:dater\w+|dagteckn\w+|skrev|skrevs|skriven|skrivet|undertecknad\w*|upprätta\w+|inkom\w*|kom in|lämna\w* in|inlämna\w*|skicka\w*|författa\w*)\b"
    r"|\b(?:vilket|vad är|vad har)\b[^?]{0,20}\bdatum\b[^?]{0,12}\b(?:har|är det på|på|för|står|bär)\b|\b\w+s datum\b",
    re.IGNORECASE,
)
# Whoever wrote a paper, or answers for it, is asked for.
_WRITER = re.compile(
    r"\b(?:handlägg\w*|skriv\w*|skrev\w*|författ\w*|undertecknat\w*|undertecknade\w*|tagit fram|tog fram|kontakt\w*|referens\w*|ringa|telefon\w*|(?:mejl|mail)a?|lämnat|lämnade|ansvarar|ansvarig\w*"
    r"|adressera\w*|ställ[td]\w* till|mottagare\w*|(?:står|stod) bakom|håller i|jobbar med|arbetar med|bereder|utreder)\b",
    re.IGNORECASE,
)


def is_head_line(text: str, evidence: Evidence) -> bool:
    """Tell whether a text is a labelled line of the head of a paper: "Till …", "Datum: …", "Vår referens …"."""
    passage = evidence.passage
    at_head = passage.ordinal < HEAD_PASSAGES and passage.page <= 1
    shape = passage.block in {Block.PARAGRAPH, Block.TABLE_ROW, Block.HEADING} and len(text.split()) <= HEAD_WORDS
    label = _LABEL.match(text)
    # "Till" alone begins many sentences, and those end in a full stop.
    return at_head and shape and label is not None and not _ENDS.search(text)


def form_lines(passage: Passage) -> list[tuple[int, int]]:
    """Return where the labelled lines of the form at the head of a paper begin and end ("Handläggare: …"); nothing in other texts."""
    text, lines, start = passage.text, [], 0
    for line in text.split("\n"):
        lines.append((start, start + len(line.rstrip())))
        start += len(line) + 1
    labelled = [(start, end) for start, end in lines if _FIELD.match(text[start:end])]
    at_head = passage.ordinal < HEAD_PASSAGES and passage.page <= 1 and passage.block is Block.PARAGRAPH
    return labelled if at_head and len(labelled) >= FEWEST_FIELDS else []


def is_case_line(text: str) -> bool:
    """Tell whether a text is nothing but the number of a case ("Dnr KS 2031/12"): it answers only who asks for that."""
    return _CASE_LINE.fullmatch(text) is not None


def asks_for_number(question: str) -> bool:
    """Tell whether a question speaks of a number by which cases or papers go."""
    return _NUMBER_ASKED.search(question) is not None


def asks_for_own_day(question: str) -> bool:
    """Tell whether a question asks for the day of a paper itself."""
    return _OWN_DAY.search(question) is not None


def asks_for_writer(question: str) -> bool:
    """Tell whether a question asks who wrote a paper, or whom to turn to: its head may tell that."""
    return _WRITER.search(question) is not None


def brought(document: DocumentMetadata) -> bool:
    """Tell whether a paper is one that a member brought, and not the answer to it."""
    return document.kind in INITIATIVES and _ANSWER.match(document.title) is None


def papers(heading_path: Sequence[str]) -> bool:
    """Tell whether under a heading stand titles of papers, or to whom they go, not what they say."""
    return _LISTED_PAPERS.search(" ".join(heading_path[-1:])) is not None
