"""Tell the parts of a paper that it labels in order: alternatives A, B and C, goals 1 to 5; pure."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from assistant.answerer import Ranking, Request
from assistant.drafting import lead_of, within
from assistant.question import Understanding
from assistant.scoring import Scorer, document_words
from assistant.settings import ANSWER_WORDS
from assistant.siblings import joined
from assistant.speakers import Speaker, asked_speakers
from assistant.verify import DraftClaim, Evidence, Place, Quote
from ingest.documents import Block, DocumentMetadata, Kind, Passage
from ingest.sentences import sentences, without_bullet

# "Alternativ A. Oförändrad organisation.", "Mål 2 – Transporter", "Etapp 3".
_LABEL = re.compile(
    r"\W{0,3}(?P<word>[A-ZÅÄÖ][a-zåäö-]{2,})\s(?P<mark>\d{1,2}|[A-H])(?:\s?[.:)–-]|$|(?=\s[–(A-ZÅÄÖ]))\s*"
)
# All the ways that were thought of are asked for, and the first column of a table that has a row for each.
_WAYS = r"(?:alternativ|linje|sträckning|variant|scenari|placering|lokalisering|lösning|förslag)\w*"
_WAYS_ASKED = re.compile(
    rf"\b(?:vilka|de|alla|samtliga|olika) (?:(?:olika|två|tre|fyra|fem|sex|möjliga|tänkbara|utredda) )?(?!(?:förslag|lösning)\w*\b){_WAYS}\b",
    re.IGNORECASE,
)
_WAYS_COLUMN = re.compile(rf"\W*{_WAYS}\W*", re.IGNORECASE)
_MARK = re.compile(r"\W*(?:[^\W\d_]{3,} )?(?P<mark>\d{1,2}|[A-H])\b\W*")
_HEADS = frozenset({Block.HEADING, Block.PARAGRAPH, Block.LIST_ITEM})
# Papers looked at, the best first, and parts of a series.
LOOKED_AT = 4
FEWEST, MOST = 2, 12
# The series and its paper hold this share of what the best sentence holds of the question.
SHARE = 0.6
# Words of a part: its label and the sentence behind it.
PART_WORDS = 35


def series_claims(
    request: Request, understanding: Understanding, ranking: Ranking, least: float = 0.0
) -> list[DraftClaim]:
    """Return a claim for each part of the series that the question asks for; nothing where no paper labels its parts so.

    A list holds ``least`` of the question: the series must hold more.
    """
    best: tuple[float, DocumentMetadata, tuple[Passage, ...]] | None = None
    if understanding.head is None:
        return []
    documents = {one.candidate.evidence.document.id: one.candidate.evidence.document for one in ranking.scored}
    for place, document in enumerate(_by_whom(understanding.text, list(documents.values()))[:LOOKED_AT]):
        every = request.passages(document.id)
        for parts in series(every, ranking.scorer.names_head):
            counted = understanding.items == len(parts)
            if understanding.items and not counted:
                continue
            topic = _topic(ranking.scorer, document, parts)
            score = topic + 0.3 * counted - 0.1 * place
            enough = topic >= SHARE * ranking.scored[0].covered and topic > least
            if enough and (best is None or score > best[0]):
                best = score, document, parts
    if best is None:
        return []
    _, document, parts = best
    every = request.passages(document.id)
    claims = [_claim(document, every, part) for part in parts]
    led = DraftClaim(claims[0].text, claims[0].quotes, lead_of(Evidence(document, parts[0])))
    return within([led, *claims[1:]], ANSWER_WORDS)


def _by_whom(question: str, documents: list[DocumentMetadata]) -> list[DocumentMetadata]:
    """Return the papers of the auditors alone where their words are asked for and they wrote any: a reply bears their headings."""
    own = [one for one in documents if one.kind is Kind.REVISIONSRAPPORT]
    return own if own and Speaker.AUDITOR in asked_speakers(question) else documents


def series(every: Sequence[Passage], names: Callable[[str], bool]) -> Iterator[tuple[Passage, ...]]:
    """Yield the parts that a paper labels one after the other by a word that names what is asked for."""
    runs: dict[str, list[tuple[str, Passage]]] = {}
    for passage in every:
        label = _LABEL.match(passage.text) if passage.block in _HEADS else None
        if label is not None and names(label["word"]):
            runs.setdefault(label["word"].casefold(), []).append((label["mark"], passage))
    for run in runs.values():
        marks = [mark for mark, _ in run]
        if FEWEST <= len(run) <= MOST and marks == _in_order(marks[0], len(run)):
            yield tuple(passage for _, passage in run)


def _in_order(first: str, count: int) -> list[str]:
    """Return so many labels from the first one on, where that begins a series."""
    if first == "1":
        return [str(number) for number in range(1, count + 1)]
    return [chr(ord("A") + number) for number in range(count)] if first == "A" else []


def asks_for_ways(question: str) -> bool:
    """Tell whether a question asks for all the alternatives that were thought of, or what each would cost."""
    return _WAYS_ASKED.search(question) is not None


def way_claims(request: Request, understanding: Understanding, ranking: Ranking) -> list[DraftClaim]:
    """Return every row of the table of alternatives on the matter that a question asks for; [] where no paper has one."""
    if not asks_for_ways(understanding.text):
        return []
    documents = {one.candidate.evidence.document.id: one.candidate.evidence.document for one in ranking.scored}
    for document in list(documents.values())[:LOOKED_AT]:
        for rows in ways(request.passages(document.id)):
            counted = understanding.items in {None, len(rows)}
            if counted and _topic(ranking.scorer, document, rows) >= SHARE * ranking.scored[0].covered:
                lead = lead_of(Evidence(document, rows[0]))
                # The first row of a table has the names of its columns above it.
                told = [(row, row.text.rpartition("\n")[2]) for row in rows]
                every = [DraftClaim(text, (Quote(Evidence(document, row), text),)) for row, text in told]
                return [replace(every[0], lead=lead), *every[1:]]
    return []


def ways(every: Sequence[Passage]) -> Iterator[tuple[Passage, ...]]:
    """Yield the rows of each table that has one for each of several alternatives, labelled in order."""
    for header, run in groupby(every, lambda one: one.table_header if one.block is Block.TABLE_ROW else ()):
        rows = tuple(run)
        if not header or not _WAYS_COLUMN.fullmatch(header[0]) or not FEWEST <= len(rows) <= MOST:
            continue
        marks = [match["mark"] if row.cells and (match := _MARK.match(row.cells[0])) else "" for row in rows]
        if marks == _in_order(marks[0], len(rows)):
            yield rows


def tells_ways(
    understanding: Understanding, shown: Sequence[Place], passages: Callable[[str], Sequence[Passage]]
) -> bool:
    """Tell whether what is cited is the whole of a table of alternatives, and they are what a question asks for."""
    if not asks_for_ways(understanding.text) or not shown:
        return False
    cited = {(one.evidence.document.id, one.evidence.passage.ordinal) for one in shown}
    document = shown[0].evidence.document.id
    return any(cited >= {(document, row.ordinal) for row in rows} for rows in ways(passages(document)))


def labels(text: str, names: Callable[[str], bool]) -> bool:
    """Tell whether a text begins with a label that names what is asked for."""
    label = _LABEL.match(text)
    return label is not None and names(label["word"])


def _topic(scorer: Scorer, document: DocumentMetadata, parts: Sequence[Passage]) -> float:
    said = " ".join(part.text for part in parts)
    heading = " ".join(parts[0].heading_path)
    return scorer.covered((1.0, said), (0.9, heading), (0.8, document_words(Evidence(document, parts[0]))))


def _claim(document: DocumentMetadata, every: Sequence[Passage], part: Passage) -> DraftClaim:
    """Return the label of a part with the sentence behind it, which may stand below a heading that is the label alone."""
    label = _LABEL.match(part.text)
    after = next((one for one in every if one.ordinal == part.ordinal + 1), None)
    bare = label is not None and label.end() >= len(part.text.rstrip())
    if bare and after is not None and after.block is not Block.HEADING:
        whole = joined(document, (part, after))
        if whole.joined:
            said = _opening(after.text)
            end = whole.passage.text.index(after.text, len(part.text)) + len(said)
            return DraftClaim(f"{part.text}\n{said}", (Quote(whole, whole.passage.text[:end]),))
    text = without_bullet(_opening(part.text))
    return DraftClaim(text, (Quote(Evidence(document, part), text),))


def _opening(text: str) -> str:
    """Return the first sentence behind the label of a text, and those after it as far as few words go."""
    label = _LABEL.match(text)
    every = [one for one in sentences(text) if label is None or one.end > label.end()]
    end = every[0].end if every else len(text)
    for one in every[1:]:
        if len(text[: one.end].split()) > PART_WORDS or one.text.rstrip()[-1:].isalnum():
            break
        end = one.end
    return text[:end]
