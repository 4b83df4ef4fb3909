"""Measure what each part of the search is worth: every question searched with all parts, then without each of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from eval import beir
from eval.cases import Case, load_for
from eval.metrics import measure
from eval.places import hit_record
from eval.progress import Advance
from eval.summary import Figure, mean
from index.hits import Mode, Part, Query
from index.settings import Settings

HITS = 20
SHOWN = ("evidence_recall@1", "evidence_recall@10", "ndcg@10")
BEIR_SHOWN = ("nDCG@10", "R@1", "R@10")

Values = Mapping[str, Sequence[float]]


@dataclass(frozen=True, slots=True)
class Row:
    """Hold the measures of the search without one part, and how far they lie from the whole search's."""

    without: str
    figures: dict[str, Figure]
    # What is lost without the part, with its paired interval; empty for the whole search.
    change: dict[str, Figure]


def ablate(
    questions: Path, data: Path, settings: Settings, parts: Sequence[Part], advance: Advance, every: int = 1
) -> list[Row]:
    """Return the measures of the whole search, then without each part, for a question file or a BEIR folder."""
    kind = _Beir if questions.is_dir() else _Questions
    search = kind(questions, data, settings, every)
    whole = search.values(frozenset(), advance, "all parts")
    rows = [Row("", {name: mean(values) for name, values in whole.items()}, {})]
    for part in parts:
        values = search.values(frozenset({part}), advance, f"without {part.value}")
        lost = {name: [a - b for a, b in zip(values[name], whole[name], strict=True)] for name in values}
        rows.append(
            Row(
                part.value,
                {name: mean(found) for name, found in values.items()},
                {name: mean(found) for name, found in lost.items()},
            )
        )
    return rows


def table(rows: Sequence[Row]) -> str:
    """Return the rows as a plain table."""
    names = list(rows[0].figures)
    lines = [f"{'without':<15}" + "".join(f"{name:>32}" for name in names)]
    for row in rows:
        cells = [_shown(row.figures[name], row.change.get(name)) for name in names]
        lines.append(f"{row.without or '(all parts)':<15}" + "".join(f"{cell:>32}" for cell in cells))
    return "\n".join(lines)


class _Questions:
    """Search the answerable questions of a question file."""

    def __init__(self, path: Path, data: Path, settings: Settings, every: int) -> None:
        # Loaded here: it pulls in Chroma and tantivy, and every `arende` command imports this package.
        from index.reader import CaseIndex  # noqa: PLC0415

        self._index = CaseIndex.open(data, settings)
        cases = load_for(path, (found.metadata.source for found in self._index.documents()))
        self._cases = [case for case in cases if case.answerable][every - 1 :: every]

    def values(self, without: frozenset[Part], advance: Advance, label: str) -> Values:
        found: dict[str, list[float]] = {name: [] for name in SHOWN}
        for number, case in enumerate(self._cases, start=1):
            hits = self._index.search(Query(_text(case), limit=HITS, without=without)).hits
            records = tuple(hit_record(hit, place) for place, hit in enumerate(hits, start=1))
            values = measure(case, None, records, ()).values
            for name in SHOWN:
                found[name].append(float(values[name] or 0.0))
            advance(label, number, len(self._cases))
        return found


class _Beir:
    """Search the questions of a BEIR folder."""

    def __init__(self, folder: Path, data: Path, settings: Settings, every: int) -> None:
        whole = beir.load(folder)
        asked = list(whole.queries)[every - 1 :: every]
        self._benchmark = replace(
            whole,
            queries={name: whole.queries[name] for name in asked},
            relevant={name: whole.relevant[name] for name in asked},
        )
        self._data = data
        self._settings = settings

    def values(self, without: frozenset[Part], advance: Advance, label: str) -> Values:
        search = beir.product_search(self._data, self._settings, self._benchmark, Mode.HYBRID, without)
        found = beir.by_question(self._benchmark, beir.rank_all(self._benchmark, search, label, advance))
        return {name: found[name] for name in BEIR_SHOWN}


def _text(case: Case) -> str:
    """Return a question as it is searched; a follow-up with the question before it, as no answers are written here."""
    return " ".join((*case.history[-1:], case.question))


def _shown(figure: Figure, change: Figure | None) -> str:
    if change is None:
        return f"{figure.value:.3f}" + (f" [{figure.low:.3f}, {figure.high:.3f}]" if figure.low is not None else "")
    span = f" [{change.low:+.3f}, {change.high:+.3f}]" if change.low is not None else ""
    return f"{figure.value:.3f} {change.value:+.3f}{span}"
