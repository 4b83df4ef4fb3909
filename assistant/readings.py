"""Tell what is read off a table: the row with its columns, and the passages that say that it is the one; pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant import texts
from assistant.answerer import Request
from assistant.candidates import Candidate
from assistant.cells import Proof, Reading, read
from assistant.changes import asks_for_change, tells_change
from assistant.drafting import lead_of, within
from assistant.fitting import fit
from assistant.question import Asked, Understanding
from assistant.reranking import log_odds
from assistant.settings import FACT_WORDS
from assistant.verify import DraftClaim, Evidence, Place, Quote
from ingest.documents import Block

# A row is sure from so far ahead of others on, with so much of the question told; where a membership or a size chose it,
# the question says more freely what it is about.
AHEAD = 0.1
LACKING, LACKING_CHOSEN, LACKING_UNSURE = 0.2, 0.4, 0.5
# A row has the form of the amount that is asked for this far, and of a count this far.
AMOUNT, COUNT = 0.4, 0.6
# Log odds by the reranker from which on it believes a cell that is written out.
BELIEVED = 2.0
# As many rows that come as near leave open which is meant.
MOST_TIED = 5
_COUNTED = re.compile(r"\bhur många\b", re.IGNORECASE)
_ASKS = re.compile(r"\b(?:va|vad|vem|vilk\w+|hur|när|varför|var)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """Hold the claims that are read off a table, whether row and column are certain, and the figure that they hold."""

    claims: tuple[DraftClaim, ...]
    sure: bool
    figure: str = ""

    def takes_place_of(self, places: Sequence[Place]) -> bool:
        """Tell whether the row is told in place of what is shown but unsure: that begins with a row as well, or without its figure."""
        return places[0].evidence.passage.block is Block.TABLE_ROW or self.figure not in places[0].text


def read_off(request: Request) -> Told | None:
    """Return what the tables of the nearest papers hold of the figure that is asked for; None where nothing is near enough."""
    understanding = request.understanding
    if not _asks_for_figure(understanding):
        return None
    reading = read(understanding, request.ranking, request.hits, request.passages)
    if reading is None or reading.unnamed or not _formed(understanding, reading):
        return None
    if _sure(reading):
        return Told(_claims(replace(reading, tied=())), True, reading.row.passage.cells[reading.column or 0])
    if _likely(understanding, reading):
        return Told(_claims(_likeliest(understanding, reading)), False)
    return None


def _asks_for_figure(understanding: Understanding) -> bool:
    """Tell whether one figure is asked for, or no more than named: "årsavgift i Ekvik, 3 m bred"."""
    if understanding.wants(Asked.NUMBER):
        return understanding.short
    return understanding.asked == {Asked.FACT} and not _ASKS.search(understanding.text)


def _formed(understanding: Understanding, reading: Reading) -> bool:
    """Tell whether a row has the form of what is asked for; a question that only names something must be held by a size or a membership."""
    if not understanding.wants(Asked.NUMBER):
        return reading.within and reading.column is not None
    if understanding.unit == "kr" and not reading.of_money:
        return False
    if asks_for_change(understanding.text) and not tells_change(_named(reading)):
        return False
    least = COUNT if _COUNTED.search(understanding.text) else AMOUNT
    passage = reading.row.passage
    # What another column holds is not asked for: a year in which something is done.
    cells = _line(reading.row) if reading.column is None else f"{passage.cells[0]} {passage.cells[reading.column]}"
    return fit(understanding, cells, reading.row) >= least


def _named(reading: Reading) -> str:
    """Return what a row is called, with its column or, where none is certain, all of them, and its heading."""
    passage = reading.row.passage
    heads = passage.table_header if reading.column is None else passage.table_header[reading.column :][:1]
    return " ".join([passage.cells[0], *heads, passage.heading_path[-1]])


def _sure(reading: Reading) -> bool:
    most = LACKING_CHOSEN if reading.by or reading.within else LACKING
    return reading.column is not None and reading.ahead >= AHEAD and sum(reading.lacking.values()) <= most


def _likely(understanding: Understanding, reading: Reading) -> bool:
    """Tell whether a membership or a size chose the table, and a few rows or columns of it are left; or the reranker believes one cell."""
    if reading.column is not None and reading.ahead >= AHEAD and _odds(understanding, reading) >= BELIEVED:
        return True
    chosen = bool(reading.by or reading.within) and len(reading.tied) < MOST_TIED
    return (
        chosen
        and (reading.column is not None or reading.ahead >= AHEAD)
        and sum(reading.lacking.values()) <= LACKING_UNSURE
    )


def _likeliest(understanding: Understanding, reading: Reading) -> Reading:
    """Return a reading with the rows that come as near in the order of how sure the reranker is of them."""

    def surely(row: Evidence) -> float:
        text = _line(row)
        return log_odds(understanding.text, Candidate(row, text, 0, len(text), 0, " ".join(row.passage.table_header)))

    first, *others = sorted((reading.row, *reading.tied), key=surely, reverse=True)
    return replace(reading, row=first, tied=tuple(others))


def _odds(understanding: Understanding, reading: Reading) -> float:
    """Return how surely the cell answers by the reranker, written out with its row, its column and what belongs to it."""
    passage = reading.row.passage
    head = passage.table_header[reading.column or 0] if passage.table_header else ""
    text = f"{passage.cells[0]} {' '.join(one.text for one in reading.by)} {head}: {passage.cells[reading.column or 0]}"
    return log_odds(understanding.text, Candidate(reading.row, text, 0, len(text), 0))


def _line(row: Evidence) -> str:
    """Return a row without the names of its columns."""
    return row.passage.text.rpartition("\n")[2]


def _claims(reading: Reading) -> tuple[DraftClaim, ...]:
    """Return the row, the next of those that come as near, and what says that they are meant."""
    row, names = reading.row, reading.row.passage.table_header
    lead = lead_of(row)
    if reading.column is not None and reading.column < len(names) > 2:
        lead = texts.of_column(lead, names[reading.column], row.passage.heading_path[-1])
    proofs = [_proof(row, one) for one in reading.by]
    rows = [DraftClaim(_line(one), (Quote(one, _line(one)),)) for one in (row, *reading.tied[:1])]
    return tuple(within([replace(rows[0], lead=lead), *rows[1:], *proofs], FACT_WORDS))


def _proof(row: Evidence, proof: Proof) -> DraftClaim:
    return DraftClaim(proof.text, (Quote(Evidence(row.document, proof.passage), proof.text),))
