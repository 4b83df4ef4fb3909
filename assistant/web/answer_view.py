"""Arrange an answer for showing, copying and exporting: lines, numbered citations, sources by document. Pure."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from assistant.answers import Answer, Citation, Status
from assistant.texts import GREETING, UNSURE_OPENING, UNSURE_PREFIX, whereto
from assistant.web.answering import STOPPED
from assistant.web.language import in_swedish, texts
from assistant.web.wording import citation_line, footnote, quote_lines, written_time
from ingest.documents import DocumentMetadata

MARKER = re.compile(r"\s*\[(\d{1,3})\]")
BULLET = re.compile(r"^\s*[-•–]\s+")
# Words of one citation that a badge shows; the whole quote stands among the sources.
BADGE_QUOTE_LENGTH = 400
LONGEST_KEPT_WORD = 20
READ_ALSO = 4
CASES_AT_HAND = 2


@dataclass(frozen=True, slots=True)
class Part:
    """Hold a stretch of an answer and the citation that follows it, if one does."""

    text: str = ""
    citation: Citation | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """Hold one line of an answer."""

    parts: tuple[Part, ...]
    bullet: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """Hold the citations of one document."""

    document_id: str
    title: str
    line: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Hold neighbouring lines of one kind: paragraphs, or the items of one list."""

    bullet: bool
    rows: tuple[Row, ...]


def row_groups(answer: Answer) -> tuple[RowGroup, ...]:
    """Return the answer's lines with its citations in place."""
    numbered = {citation.number: citation for citation in answer.citations}
    rows = [_row(line, numbered) for line in answer.answer.splitlines() if line.strip()]
    return tuple(RowGroup(bullet, tuple(group)) for bullet, group in groupby(rows, key=lambda row: row.bullet))


def _row(line: str, numbered: dict[int, Citation]) -> Row:
    bullet = BULLET.match(line)
    words = line[bullet.end() :] if bullet else line.strip()
    parts: list[Part] = []
    at = 0
    for marker in MARKER.finditer(words):
        citation = numbered.get(int(marker[1]))
        # A number in brackets that is no citation of ours is the document's own text.
        if citation is None:
            continue
        parts.append(Part(words[at : marker.start()], citation))
        at = marker.end()
    if words[at:]:
        parts.append(Part(words[at:]))
    return Row(tuple(parts), bullet=bullet is not None)


def as_shown(answer: Answer) -> Answer:
    """Return the answer without what the page says beside it: that it is unsure, and how a refusal ends."""
    if _is_unsure(answer):
        return replace(answer, answer=answer.answer.removeprefix(UNSURE_PREFIX).removeprefix(UNSURE_OPENING).strip())
    if answer.status is not Status.NOT_FOUND:
        return answer
    return replace(answer, answer=answer.answer.removesuffix(whereto(answer.nearest, answer.filters)).strip())


def last_word(text: str) -> tuple[str, str]:
    """Return the text before its last word, and that word, which a badge stays beside at a line's end."""
    head, space, tail = text.rpartition(" ")
    return (head + space, tail) if len(tail) <= LONGEST_KEPT_WORD else (text, "")


def sources(citations: Iterable[Citation]) -> tuple[Source, ...]:
    """Return citations grouped by document, in the order they are first cited."""
    found: dict[str, list[Citation]] = {}
    for citation in citations:
        found.setdefault(citation.document_id, []).append(citation)
    return tuple(
        Source(document_id, group[0].title, citation_line(group[0]), tuple(group))
        for document_id, group in found.items()
    )


def read_also(answer: Answer, cases: Mapping[str, tuple[DocumentMetadata, ...]]) -> tuple[DocumentMetadata, ...]:
    """Return other documents of the case at hand, which the answer does not rest on; none where it rests on none."""
    # A passage of one matter names its case; minutes as a whole name those of every matter of the meeting.
    narrow = [citation for citation in answer.citations if len(citation.case_numbers) <= CASES_AT_HAND]
    cited = {citation.document_id for citation in answer.citations}
    found = {
        document.id: document
        for number in dict.fromkeys(number for citation in narrow for number in citation.case_numbers)
        for document in cases.get(number, ())
        if document.id not in cited
    }
    return tuple(found.values())[:READ_ALSO]


def badge_quote(citation: Citation) -> str:
    """Return the quote as a badge shows it."""
    quote = quote_lines(citation.quote)
    return quote if len(quote) <= BADGE_QUOTE_LENGTH else quote[: BADGE_QUOTE_LENGTH - 1].rstrip() + "…"


@in_swedish
def as_text(answer: Answer) -> str:
    """Return the answer as plain text with its footnotes; like the answer itself, in Swedish."""
    notes = [f"[{citation.number}] {footnote(citation)}" for citation in answer.citations]
    return "\n".join(
        [
            answer.standalone_question,
            "",
            answer.answer,
            *_apart(remark(answer)),
            *([""] if notes else []),
            *notes,
            "",
            stamp(answer),
        ]
    )


@in_swedish
def as_markdown(answer: Answer) -> str:
    """Return the answer as Markdown with footnotes; the words of documents are escaped."""
    lines = [f"**{escape_markdown(answer.standalone_question)}**", ""]
    for group in row_groups(answer):
        for row in group.rows:
            words = "".join(
                escape_markdown(part.text) + (f"[^{part.citation.number}]" if part.citation else "")
                for part in row.parts
            )
            lines += [f"- {words}"] if group.bullet else [words, ""]
        if group.bullet:
            lines.append("")
    lines += [*_apart(escape_markdown(remark(answer))), ""]
    lines += [f"[^{citation.number}]: {escape_markdown(footnote(citation))}" for citation in answer.citations]
    return "\n".join([*lines, "", escape_markdown(stamp(answer))])


def _apart(text: str) -> list[str]:
    return ["", text] if text else []


def escape_markdown(text: str) -> str:
    """Return the text so that Markdown shows it as it stands."""
    folded = re.sub(r"\s+", " ", text)
    escaped = re.sub(r"([\\`*_{}\[\]<>()#+!|$~^&:])", r"\\\1", folded)
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", re.sub(r"^([-=])", r"\\\1", escaped))


def stamp(answer: Answer) -> str:
    """Return which index the answer comes from."""
    made = answer.provenance
    return texts.PROVENANCE.format(generation=made.generation, built_at=written_time(made.built_at))


def status_words(answer: Answer) -> str:
    """Return how far the documents answer, that it is unsure whether they do, or that somebody stopped the answer."""
    if answer.provenance.answerer == STOPPED:
        return texts.STATUS_STOPPED
    if answer.answer == GREETING:
        return texts.STATUS_GREETING
    return texts.STATUS_UNSURE if _is_unsure(answer) else texts.STATUS[answer.status]


def _is_unsure(answer: Answer) -> bool:
    return answer.status is Status.PARTIAL and answer.answer.startswith(UNSURE_OPENING)


def remark(answer: Answer) -> str:
    """Return what the reader should know of how the answer was made; mostly nothing."""
    if answer.provenance.answerer == STOPPED:
        return texts.STOPPED_HELP
    return f"{texts.MODEL_NOTE}: {answer.provenance.note}" if answer.provenance.note else ""


def widening(answer: Answer) -> tuple[str, ...]:
    """Return what may be tried where nothing, or only a part, was found."""
    if answer.status is Status.ANSWERED or answer.provenance.answerer == STOPPED or answer.answer == GREETING:
        return ()
    filtered = (answer.filters.boards, answer.filters.kinds, answer.filters.case_numbers)
    narrowed = any(filtered) or answer.filters.date_from or answer.filters.date_to
    return tuple(
        advice
        for advice, fits in (
            (texts.WIDEN_FILTERS, narrowed),
            (texts.WIDEN_INTERPRETATION, bool(answer.recognised)),
            (texts.WIDEN_WORDS, True),
            (texts.WIDEN_OVERVIEW, True),
        )
        if fits
    )


def next_questions(answer: Answer) -> tuple[str, ...]:
    """Return what could be asked next: the assistant's own suggestions, else about the case at hand."""
    if answer.status is Status.NOT_FOUND:
        # What lies further away is hardly what was meant.
        closest = answer.nearest[0].case_numbers if answer.nearest else ()
        return tuple(one for one in answer.suggestions if any(number in one for number in closest))[:3]
    if answer.suggestions:
        return answer.suggestions[:3]
    numbers = [number for citation in answer.citations for number in citation.case_numbers]
    if not numbers:
        return ()
    asked = answer.standalone_question.casefold()
    made = (template.format(number=numbers[0]) for template in texts.NEXT_TEMPLATES)
    return tuple(question for question in made if question.casefold() != asked)[:3]
