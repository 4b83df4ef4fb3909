"""Read a figure off tables: the row and the column that hold what is asked, by what other passages say belongs to them; pure.

A tariff tells in one table that a place lies in zone 3, in a sentence when the high season is, and in another table what
zone 3 costs by season and size. A question names the place, the month and the size.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from assistant.answerer import Ranking
from assistant.bounds import asked_seasons, asked_sizes, bounded, reaches
from assistant.candidates import Passages
from assistant.days import MONTH_NAMES, MONTHS
from assistant.figures import asks_for_all
from assistant.matching import match
from assistant.memberships import Label, Link, Season, bears, links, seasons
from assistant.periods import spans
from assistant.question import Understanding
from assistant.rivals import SUMS
from assistant.rows import are_names
from assistant.values import ValueKind
from assistant.verify import Evidence, one_unit
from index.families import related
from index.hits import Hit
from index.swedish import STOP_WORDS, stem, words
from ingest.documents import Block, DocumentMetadata, Passage
from ingest.swedish_dates import YEAR_WORD

# Papers of the first sentences, and hits, whose tables are read.
PAPERS = 4
LOOKED_AT = 40
# From here on a word of a table is a form of a word of the question, and from here on it may be one.
SAME, ALIKE = 0.6, 0.4
# A word that is told so far is not missed, and from here on it is told in full.
TOLD, IN_FULL = 0.35, 0.85
# What a word counts by where it stands: in the row, what belongs to it or its column, above it, in the sentences beside
# the table, in the title of the paper.
IN_ROW, ABOVE, BESIDE, IN_TITLE = 1.0, 0.95, 0.6, 0.6
# What it is worth that a size, month or year of the question lies within what a row or a column is for, and what each
# word of a row costs that the question does not name.
WITHIN, UNASKED = 0.3, 0.03
# What a row costs that is only proposed, where that is not asked for.
PROPOSED = 0.15
# Cells that come as near as this are as likely.
AS_NEAR = 0.05
FAMILY, HEAD_OF_COMPOUND = 0.9, 0.6
SHORTEST_HEAD, SHORTEST_BEGINNING = 3, 4
LONG_CELL = 8
# Words that ask, or that every price has.
_ASKS = frozenset(
    "kosta kostar kostade kostat betala betalar betalade tar tas tog pris priset kronor kr per mycket många hög högt stor stort stora "
    "vet vill veta undrar enligt gäller gällde blir blev bli får fick år året hej tack jag vi oss hos ha ligger ligga låg meter meters".split()
)
_FIGURE = re.compile(r"\W{0,2}(?:(?:högst|minst|ca|cirka) )?\d", re.IGNORECASE)
_DAY = re.compile(rf"\d{{4}}-\d\d|^\d{{1,2}}/\d{{1,2}}\b|\b(?:{MONTH_NAMES})\b|^(?:19|20)\d\d$|§", re.IGNORECASE)
_WITHOUT = re.compile(r"\b(?:utan|exklusive|ej|inte)\s+([^\W\d_]+)", re.IGNORECASE)
_OTHERS = re.compile(r"\b(?:övriga?|övrigt|andra)\b", re.IGNORECASE)
_LIVES = re.compile(
    r"\b(?:folkbokför\w*|bosatt\w*|bo(?:r|ende)?|skriv(?:en|na)|mantalsskriv\w*|[^\W\d_]{1,6}bo(?:r|ar)?)\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrån\s+$", re.IGNORECASE)
_PROPOSED = re.compile(r"\bf(?:örslag|öresl)\w*", re.IGNORECASE)
# A column of money.
_PAID = re.compile(
    r"\b(?:[^\W\d_]*(?:avgift|pris|kostnad|belopp|taxa|summa|ersättning)(?:en|et)?|kr|kronor|[tm]n?kr)\b", re.IGNORECASE
)
# What a table of sums, its paper or a sum itself is called in any form.
_MONEY = re.compile(
    r"avgift|pris|kost|belopp|tax[ao]|summ|ersättning|hyr|bidrag|budget|anslag|arvode|lön|ekonomi|utfall|prognos|intäkt|kronor|\b(?:[tm]n?)?kr\b|:-|[€£$]",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\d,.])\d+(?:[.,]\d+)?(?![\d,.]*\d)")
# By the hour, the day, the week, the month: "per dygn", "dygnsparkering".
_RATES = tuple(
    re.compile(rf"\b(?:(?:per|varje|[1i]|en|ett|om)\s(?:{full})\b|{begins}[^\W\d_]{{3,}}|{begins}\b)", re.IGNORECASE)
    for full, begins in (
        ("timme|timmen|tim", "tim"),
        ("dygn|dygnet|dag|dagen", "(?:dygns?|dags?)"),
        ("vecka|veckan", "veck(?:o|a)"),
        ("månad|månaden|mån", "månads?"),
    )
)
# A price by its rate is what every row of such a table holds.
_PRICE_BY_TIME = re.compile(
    r"(?:tim|dygns?|dags?|vecko|månads|års)(?:pris|avgift|taxa|hyra|kostnad)(?:et|en|n)?", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")
_HOW_LARGE = re.compile(r"(?:bred|lång|hög|djup|tung|stor|smal|kort|väg|mät)(?:a|t|er|d|den)?", re.IGNORECASE)
_LEAST = re.compile(r"\b(?:smalast|kortast|minst|lägst|lättast|yngst)(?:e|a)?\b", re.IGNORECASE)
_MOST = re.compile(r"\b(?:bredast|längst|störst|högst|tyngst|äldst)(?:e|a)?\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Proof:
    """Hold a passage that says that something of the question belongs to a row, and the words that say it."""

    passage: Passage
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold the row of a table that holds what is asked, the place of its column if one can be told, and what proves it."""

    row: Evidence
    column: int | None
    by: tuple[Proof, ...]
    # Share of the question that the row holds with all that it stands under, and by how much it is ahead of other rows.
    held: float
    ahead: float
    # Words of the question that nothing of it holds, and those of them that are names.
    lacking: Mapping[str, float]
    unnamed: tuple[str, ...]
    # Whether a size or a month of the question chose the row or the column.
    within: bool
    # Further rows of the same table that are as likely.
    tied: tuple[Evidence, ...] = ()

    @property
    def of_money(self) -> bool:
        """Whether anything says that the figures of the row are sums of money."""
        passage, document = self.row.passage, self.row.document
        return (
            _MONEY.search(" ".join([document.title, *passage.heading_path, *passage.table_header, *passage.cells]))
            is not None
        )


@dataclass(frozen=True, slots=True)
class _Cell:
    """Hold one cell, how well it answers, and how far each word of the question is told there."""

    document: DocumentMetadata
    row: Passage
    column: int
    score: float
    told: Mapping[str, float]
    by: tuple[Proof, ...]
    within: bool

    @property
    def key(self) -> tuple[str, int]:
        return self.document.id, self.row.ordinal


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Hold what is known of the tables of a paper before a cell is looked at."""

    question: str
    weights: Mapping[str, float]
    document: DocumentMetadata
    every: Sequence[Passage]
    meant: Sequence[Link]
    others: frozenset[Label]
    seasons: Sequence[Season]
    years: frozenset[str]
    # Numbers that are no years.
    numbers: frozenset[str]
    # "I vinter" asks of "vinter".
    parts_of_year: Sequence[str]
    beside: dict[tuple[str, ...], str] = field(default_factory=dict)


def read(understanding: Understanding, ranking: Ranking, hits: Sequence[Hit], passages: Passages) -> Reading | None:
    """Return the cell of the tables of the first papers that holds most of what is asked; None where nothing is held."""
    weights = _weights(understanding, ranking)
    found = [
        cell
        for document in _papers(ranking, hits)
        for cell in _cells(understanding.text, weights, document, passages(document.id))
    ]
    best = max(found, key=lambda one: one.score, default=None)
    if best is None or not weights:
        return None
    value = best.row.cells[best.column]
    others = [one.score for one in found if one.key != best.key and one.row.cells[one.column] != value]
    lacking = {word: weight for word, weight in weights.items() if best.told.get(word, 0.0) < TOLD}
    told = sum(weight * min(1.0, best.told.get(word, 0.0) / IN_FULL) for word, weight in weights.items())
    beside = [one.column for one in found if one.key == best.key and one.score >= best.score - 1e-6]
    if understanding.unit == "kr" and (paid := [one for one in beside if _PAID.search(_head(best.row, one))]):
        beside = paid
    return Reading(
        Evidence(best.document, best.row),
        beside[0] if len(beside) == 1 else _extreme(understanding.text, best.row, beside),
        best.by,
        told,
        best.score - max(others, default=0.0),
        lacking,
        tuple(word for word in lacking if word in _names(understanding)),
        best.within,
        tuple(_tied(best, found)),
    )


def _tied(best: _Cell, found: Sequence[_Cell]) -> Iterator[Evidence]:
    """Yield the other rows of the table of the best cell that come as near in its column."""
    for one in found:
        same = one.document.id == best.document.id and _table(one.row) == _table(best.row) and one.column == best.column
        if same and one.key != best.key and one.score >= best.score - AS_NEAR:
            yield Evidence(one.document, one.row)


def _weights(understanding: Understanding, ranking: Ranking) -> dict[str, float]:
    """Return the words of a question that a table may tell, with their share of it by rarity; sizes, months and years choose cells."""
    sized = bool(asked_sizes(understanding.text))
    places = {found[0].casefold(): found for found in _WORD.finditer(understanding.text)}
    wanted = [
        word
        for word, found in places.items()
        if word.isalpha()
        and len(word) > 1
        and word not in STOP_WORDS | _ASKS | MONTHS.keys()
        and not _LEAST.fullmatch(word)
        and not _MOST.fullmatch(word)
        and not asks_for_all(word)
        and not _PRICE_BY_TIME.fullmatch(word)
        and not (sized and _HOW_LARGE.fullmatch(word))
        and not _FROM.search(understanding.text[: found.start()])
    ]
    known = [weight for word in wanted if (weight := ranking.scorer.weight(word))]
    usual = sum(known) / len(known) if known else 1.0
    weighed = {word: ranking.scorer.weight(word) or usual for word in wanted}
    total = sum(weighed.values())
    return {word: weight / total for word, weight in weighed.items()}


def _names(understanding: Understanding) -> set[str]:
    """Return the words of the names of a question, without those of where somebody is from."""
    return {
        word
        for value in understanding.named
        if value.kind is ValueKind.NAME and not _FROM.search(understanding.text[: value.start])
        for word in words(value.text)
    }


def _papers(ranking: Ranking, hits: Sequence[Hit]) -> list[DocumentMetadata]:
    """Return the papers of the first sentences and of the first hits."""
    found = [one.candidate.evidence.document for one in ranking.scored[:LOOKED_AT]]
    near = list({document.id: document for document in found}.values())[:PAPERS]
    return list({document.id: document for document in (*near, *(hit.document for hit in hits[:PAPERS]))}.values())


def _cells(
    question: str, weights: Mapping[str, float], document: DocumentMetadata, every: Sequence[Passage]
) -> Iterator[_Cell]:
    """Yield the cells of a paper that may hold what is asked."""
    years, titled = frozenset(YEAR_WORD.findall(question)), document.title
    if years and YEAR_WORD.search(titled) and not any(_is_of_year(titled, year) for year in years):
        return
    rows = list(_rows(every))
    priced = [one for one in rows if _columns(one)]
    if not priced:
        return
    tables = {_table(one) for one in priced}
    used = " ; ".join(
        dict.fromkeys(part for one in priced for part in (one.cells[0], *one.table_header, *one.heading_path[-1:]))
    )
    known: dict[Label, bool] = {}

    def in_use(label: Label) -> bool:
        return known.setdefault(label, bears(label, used))

    told = links(every, [one for one in rows if _table(one) not in tables], in_use)
    meant, others = _meant(weights, told)
    numbers = frozenset(_NUMBER.findall(question)) - years
    sheet = _Sheet(
        question,
        weights,
        document,
        every,
        meant,
        others,
        seasons(question, every),
        years,
        numbers,
        asked_seasons(question),
    )
    for row in _without_conditions(question, priced):
        yield from _of_row(sheet, row)


def _rows(every: Sequence[Passage]) -> Iterator[Passage]:
    """Yield the rows of all tables, each with the names of its columns, also where they are only the first row."""
    first: Passage | None = None
    for one in every:
        if one.block is not Block.TABLE_ROW or len(one.cells) < 2 or not one.heading_path or any(one.table_header):
            first = None
            if one.block is Block.TABLE_ROW and len(one.cells) > 1 and one.heading_path:
                yield one
        elif first is not None and (first.heading_path, len(first.cells)) == (one.heading_path, len(one.cells)):
            yield replace(one, table_header=first.cells) if are_names(first.cells) else one
        else:
            first = one
            yield one


def _table(row: Passage) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return row.heading_path, row.table_header


def _columns(row: Passage) -> list[int]:
    """Return the places of the cells of a row that hold a figure."""
    return [
        place
        for place, cell in enumerate(row.cells)
        if place and _FIGURE.match(cell.strip()) and not _DAY.search(cell.strip()) and len(cell.split()) <= LONG_CELL
    ]


def _is_of_year(text: str, year: str) -> bool:
    return year in text or any(first <= int(year) <= last for first, last in spans(text))


def _meant(weights: Mapping[str, float], told: Sequence[Link]) -> tuple[list[Link], frozenset[Label]]:
    """Return what says to which labels something of the question belongs, and the other labels of their kinds; nothing of a kind where two do."""
    shares = {
        link: sum(weights[word] * share for word, share in _told(tuple(weights), link.members).items() if share >= SAME)
        for link in told
    }
    meant: list[Link] = []
    for kind in {link.label[0] for link in told}:
        most = max(share for link, share in shares.items() if link.label[0] == kind)
        nearest = [link for link, share in shares.items() if link.label[0] == kind and share == most > 0]
        if len({link.label for link in nearest}) == 1:
            meant += nearest
    labels = {link.label for link in meant}
    kinds = {label[0] for label in labels}
    return meant, frozenset(link.label for link in told if link.label[0] in kinds and link.label not in labels)


def _without_conditions(question: str, rows: Sequence[Passage]) -> list[Passage]:
    """Return rows without those for who lives somewhere ("Zon 3, folkbokförd på Ekö"), or those for all others, as the question says nothing of it or does.

    Only where one table has both.
    """
    lives = _LIVES.search(question) is not None
    both = {(_table(row), _first(row)) for row in rows if _LIVES.search(row.cells[0])}
    both &= {(_table(row), _first(row)) for row in rows if _OTHERS.search(row.cells[0])}
    unmeant = _OTHERS if lives else _LIVES
    return [row for row in rows if (_table(row), _first(row)) not in both or not unmeant.search(row.cells[0])]


def _first(row: Passage) -> str:
    """Return what the first cell of a row says before a condition."""
    return row.cells[0].partition(",")[0]


def _of_row(sheet: _Sheet, row: Passage) -> Iterator[_Cell]:
    """Yield the cells of a row that nothing in the question speaks against."""
    names = " ".join(cell for place, cell in enumerate(row.cells) if place == 0 or place not in _columns(row))
    reached = reaches(sheet.question, names)
    if reached is False or _lacks(sheet.question, names):
        return
    # The first column says what the rows are: "Fast bryggplats, kr per år".
    above = " ".join([*(row.heading_path[1:] or row.heading_path), *row.table_header[:1]])
    beside = _beside(sheet, row)
    asked = {stem(word) for word in sheet.weights}
    unasked = [
        word
        for word in words(names)
        if word.isalpha() and word not in STOP_WORDS and not any(match(one, word) >= SAME for one in asked)
    ]
    frames = " ".join([*row.heading_path, *row.table_header, sheet.document.title])
    proposed = PROPOSED if _PROPOSED.search(frames) and not _PROPOSED.search(sheet.question) else 0.0
    counted = bool(sheet.numbers & set(_NUMBER.findall(row.cells[0])))
    sizes = " ".join(name for name in row.table_header if bounded(name))
    for column in _columns(row):
        head = _head(row, column)
        frame = f"{names} ; {head} ; {row.heading_path[-1]}"
        proofs, members = _linked(sheet, frame)
        named = any(word.startswith(one) for one in sheet.parts_of_year for word in words(frame))
        season = [] if named else _in_season(sheet, row, frame)
        of_year = _year(sheet, row, head)
        by_size = reaches(sheet.question, head)
        if proofs is None or season is None or of_year is None or by_size is False:
            continue
        told: dict[str, float] = {}
        # What the sizes are of ("Båt upp till 8 m | 8–12 m") is named once.
        parts = ((IN_ROW, f"{names} {members} {sizes if bounded(head) else head}"), (ABOVE, above), (BESIDE, beside))
        for factor, text in (*parts, (IN_TITLE, sheet.document.title)):
            for word, share in _told(tuple(sheet.weights), text).items():
                told[word] = max(told.get(word, 0.0), factor * share)
        by_rate = _rated(sheet.question, head)
        if by_rate is False:
            continue
        chosen = [bool(season) or named, bool(reached) or counted, bool(by_size), bool(by_rate)]
        score = sum(sheet.weights[word] * share for word, share in told.items())
        summed = asks_for_all(sheet.question) and not SUMS.isdisjoint({*words(head), "".join(words(head))})
        score += WITHIN * (sum(chosen) + of_year + summed) - UNASKED * len(unasked) - proposed
        yield _Cell(sheet.document, row, column, score, told, tuple(dict.fromkeys((*proofs, *season))), any(chosen))


def _beside(sheet: _Sheet, row: Passage) -> str:
    """Return the sentences under the headings that a table stands under."""
    if row.heading_path not in sheet.beside:
        above = [row.heading_path[:size] for size in range(2, len(row.heading_path) + 1)] or [row.heading_path]
        same = (one.text for one in sheet.every if one.block is Block.PARAGRAPH and one.heading_path in above)
        sheet.beside[row.heading_path] = " ".join(same)
    return sheet.beside[row.heading_path]


def _linked(sheet: _Sheet, frame: str) -> tuple[list[Proof] | None, str]:
    """Return what says that something of the question belongs to a row or its column, and all that belongs there; None where it is for others."""
    own = [link for link in sheet.meant if bears(link.label, frame)]
    if not own and any(bears(label, frame) for label in sheet.others):
        return None, ""
    return [Proof(link.passage, link.text) for link in own], " ".join(link.members for link in own)


def _in_season(sheet: _Sheet, row: Passage, frame: str) -> list[Proof] | None:
    """Return what says that a row or its column is for the month that is asked about; None where it is for other months."""
    path = row.heading_path
    near = [one for one in sheet.seasons if one.passage.heading_path == path[: len(one.passage.heading_path)]]
    own = [one for one in near if one.borne_by(frame)]
    if not own and any(one.name in words(frame) for one in near if not one.holds):
        return None
    return [Proof(one.passage, one.text) for one in own]


def _year(sheet: _Sheet, row: Passage, head: str) -> bool | None:
    """Tell whether a column is for the year that is asked about; None where it, or its table, is for others."""
    own, near = set(YEAR_WORD.findall(head)), set(YEAR_WORD.findall(" ".join([*row.heading_path, *row.table_header])))
    if not sheet.years or not (own or near):
        return False
    if own:
        return True if own & sheet.years else None
    return False if near & sheet.years or not near else None


def _lacks(question: str, names: str) -> bool:
    """Tell whether a row is for what is without a thing that the question wants: "utan el"."""
    asked = words(question)
    for found in _WITHOUT.finditer(names):
        word = found[1].casefold()
        unwanted = re.search(rf"\b(?:utan|ej|inte|ingen|inget) (?:\w+ )?{re.escape(word)}", question, re.IGNORECASE)
        if word in asked and not unwanted:
            return True
    return False


def _head(row: Passage, column: int) -> str:
    """Return the name of a column of a row."""
    return row.table_header[column] if column < len(row.table_header) else ""


def _rated(question: str, head: str) -> bool | None:
    """Tell whether a column is for the rate that a question names ("per dygn"); None where one of both names none."""
    asked = [rate for rate in _RATES if rate.search(question)]
    told = [rate for rate in _RATES if rate.search(head)]
    return any(rate in told for rate in asked) if asked and told else None


def _extreme(question: str, row: Passage, columns: Sequence[int]) -> int | None:
    """Return the column of the smallest or the largest, where a question asks for it and the columns are sizes."""
    least, most = _LEAST.search(question), _MOST.search(question)
    names = [_head(row, one) for one in columns]
    if bool(least) == bool(most) or not all(map(bounded, names)):
        return None
    return min(columns) if least else max(columns)


@lru_cache(maxsize=4096)
def _told(asked: tuple[str, ...], text: str) -> dict[str, float]:
    """Return how far a text tells each of some words."""
    said = [word for word in dict.fromkeys(words(text)) if word not in STOP_WORDS and word.isalpha()]
    shares = {word: max((_alike(word, other) for other in said), default=0.0) for word in asked}
    return {word: share for word, share in shares.items() if share}


def _alike(word: str, other: str) -> float:
    """Return how surely a word of a table tells a word of a question; of compounds that begin or end alike the parts may be all that is meant."""
    share = max(match(stem(word), other), float(one_unit(word, other)))
    if share < SAME and related(word, other):
        return FAMILY
    if (
        share < SAME
        and len(other) >= SHORTEST_HEAD
        and len(word) >= len(other) + SHORTEST_HEAD
        and word.endswith(other)
    ):
        return HEAD_OF_COMPOUND
    if share < SAME and len(word) > SHORTEST_BEGINNING and other.startswith(word):
        return IN_FULL
    if (
        share < ALIKE
        and len(other) >= SHORTEST_BEGINNING
        and len(word) >= len(other) + SHORTEST_HEAD
        and word.startswith(other)
    ):
        return ALIKE
    long = min(len(word), len(other)) > SHORTEST_BEGINNING + 2
    return ALIKE if share < ALIKE and long and word[:SHORTEST_BEGINNING] == other[:SHORTEST_BEGINNING] else share
