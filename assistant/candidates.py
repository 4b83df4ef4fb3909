"""Gather the sentences of ranked hits that may answer, each with what stands around it; pure."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.verify import Evidence
from index.hits import Hit
from index.sentence_vectors import SentencePlace, sentence_places
from ingest.documents import Block, DocumentMetadata, Passage

# The sections of so many hits are read whole; what stands there without being a hit ranks so much lower.
SECTIONS_READ = 4
BESIDE_A_HIT = 3
# What stands beside the chunk that earned a hit its place counts as this many places further down.
BESIDE_A_CORE = 2
SHORT_DOCUMENT = 60
# About the likeness of the sentences that answer, so that scores mean the same with and without.
USUAL_LIKENESS = 0.5
Passages = Callable[[str], Sequence[Passage]]
# The cosines of a question and the sentences of some passages (document, ordinal), by document.
Likeness = Callable[[Iterable[tuple[str, int]]], Mapping[str, Mapping[SentencePlace, float]]]
LETTERHEAD_WORDS = 20
_POSTAL = re.compile(r"\bBox \d+[^.]*\b\d{3} \d{2}\b")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Hold a sentence, list item or table row that may answer, and where it stands."""

    evidence: Evidence
    text: str
    start: int
    end: int
    rank: int
    # The sentence before it in the same passage, or the passage that introduces it.
    before: str = ""
    # All that stands in the same section among what was read.
    around: str = ""
    # The cosine of its vector and the question's; what is usual where sentences have no vectors.
    likeness: float = USUAL_LIKENESS


def candidates(hits: Sequence[Hit], passages: Passages | None = None) -> tuple[Candidate, ...]:
    """Return every sentence, list item and table row of some hits, and of the sections of the first, each once."""
    found: list[Candidate] = []
    seen: set[tuple[str, int]] = set()
    for rank, hit in enumerate(hits):
        _add(found, seen, hit.document, hit.passages, rank, hit.core)
    if passages is not None:
        for rank, hit in enumerate(hits[:SECTIONS_READ]):
            _add(found, seen, hit.document, _section(hit, passages(hit.document.id)), rank + BESIDE_A_HIT)
    left_out = (_is_letterhead, _asks, _is_axis, _names_columns, _is_unticked)
    return tuple(one for one in found if not any(is_so(one) for is_so in left_out))


def with_likeness(pool: Sequence[Candidate], near: Likeness) -> tuple[Candidate, ...]:
    """Return candidates with how near each is to the question; one without a vector is as near as they are on average."""
    told = near(dict.fromkeys((one.evidence.document.id, one.evidence.passage.ordinal) for one in pool))
    found = [
        told.get(one.evidence.document.id, {}).get(SentencePlace(one.evidence.passage.ordinal, one.start, one.end))
        for one in pool
    ]
    known = [cosine for cosine in found if cosine is not None]
    middle = sum(known) / len(known) if known else USUAL_LIKENESS
    return tuple(
        replace(one, likeness=middle if cosine is None else cosine) for one, cosine in zip(pool, found, strict=True)
    )


def _asks(candidate: Candidate) -> bool:
    """Tell whether a sentence, or the rest of one, asks: it states nothing. What an audit asks is a list of its own."""
    running = candidate.evidence.passage.block in {Block.PARAGRAPH, Block.TABLE_ROW} or candidate.text[:1].islower()
    return candidate.text.rstrip().endswith("?") and running


def _is_axis(candidate: Candidate) -> bool:
    """Tell whether a line holds figures alone, as beside a chart: nothing says what they count."""
    return candidate.evidence.passage.block is Block.PARAGRAPH and not any(map(str.isalpha, candidate.text))


def _names_columns(candidate: Candidate) -> bool:
    """Tell whether a line holds the names of the columns alone: a row is told with them, and they tell nothing."""
    names = " ".join(name for name in candidate.evidence.passage.table_header if name)
    return bool(names) and candidate.evidence.passage.block is Block.TABLE_ROW and candidate.text.strip() == names


def _is_unticked(candidate: Candidate) -> bool:
    """Tell whether a sentence stands behind an empty box of a form: what was not ticked does not apply."""
    passage = candidate.evidence.passage
    filled = [cell for cell in passage.cells if cell]
    text = filled[1] if len(filled) > 1 else passage.text
    return text.startswith("☐") and not any(mark in passage.text for mark in "☑☒✕")


def _is_letterhead(candidate: Candidate) -> bool:
    """Tell whether a line only says where a municipality has its office: no answer but to a question for just that."""
    short = len(candidate.text.split()) <= LETTERHEAD_WORDS and candidate.evidence.passage.block is Block.PARAGRAPH
    return short and _POSTAL.search(candidate.text) is not None


def _add(
    found: list[Candidate],
    seen: set[tuple[str, int]],
    document: DocumentMetadata,
    passages: Sequence[Passage],
    rank: int,
    core: tuple[int, int] | None = None,
) -> None:
    lead = ""
    sections = _by_section(passages)
    for passage in passages:
        key = (document.id, passage.ordinal)
        if key not in seen:
            seen.add(key)
            around = sections[passage.section_sign, passage.heading_path[:1]]
            beside = core is not None and not core[0] <= passage.ordinal <= core[1]
            found.extend(_of_passage(Evidence(document, passage), rank + BESIDE_A_CORE * beside, lead, around))
        if passage.block in {Block.PARAGRAPH, Block.HEADING}:
            lead = passage.text[-200:]


def _by_section(passages: Sequence[Passage]) -> dict[tuple[str | None, tuple[str, ...]], str]:
    sections: dict[tuple[str | None, tuple[str, ...]], list[str]] = {}
    for passage in passages:
        sections.setdefault((passage.section_sign, passage.heading_path[:1]), []).append(passage.text)
    return {key: "\n".join(texts) for key, texts in sections.items()}


def _section(hit: Hit, every: Sequence[Passage]) -> Sequence[Passage]:
    """Return the § that a hit stands in, or the whole of a short document."""
    if len(every) <= SHORT_DOCUMENT:
        return every
    signs = {passage.section_sign for passage in hit.passages if passage.section_sign}
    return [passage for passage in every if passage.section_sign in signs][:SHORT_DOCUMENT] if signs else ()


def _of_passage(evidence: Evidence, rank: int, lead: str, around: str) -> list[Candidate]:
    passage = evidence.passage
    if passage.block in {Block.HEADING, Block.TABLE_ROW}:
        before = " ".join(passage.table_header) or lead
        return [
            Candidate(evidence, passage.text[place.start : place.end], place.start, place.end, rank, before, around)
            for place in sentence_places([passage])
        ]
    found = []
    introduced = passage.block in {Block.LIST_ITEM, Block.ATT_SATS} or lead.rstrip().endswith(":")
    before = lead if introduced else ""
    for place in sentence_places([passage]):
        text = passage.text[place.start : place.end]
        found.append(Candidate(evidence, text, place.start, place.end, rank, before, around))
        before = text
    return found
