"""Write a run as one page that a product owner reads: no network, no server."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from eval import charts
from eval.compare import GATED, Comparison, cited, compare, gates, is_right
from eval.metrics import MEASURES
from eval.results import METRICS, Result, replace
from eval.summary import ALL, Figure, calibration, latency, measures, median_words, thresholds

GATE_TEXTS = {
    "answers": "Varje fråga får svar eller avslag utan fel",
    "verbatim": "Varje citat står ordagrant på sin plats",
    "grounded": "Varje påstående har stöd i det citerade",
    "identifiers": "Ingen okänd ärendebeteckning får ett svar",
    "shape": "Svar har påståenden, avslag har inga, båda har text",
}
SECTIONS = {"run": "Körning", "index": "Index", "settings": "Inställningar", "versions": "Versioner"}
STATUS_TEXTS = {"answered": "besvarad", "partial": "delvis", "not_found": "hittar inte"}


@dataclass(frozen=True, slots=True)
class Row:
    """Hold one question as the table shows it."""

    result: Result
    right: bool
    status: str
    change: str
    before: str | None
    milliseconds: int | None


def write_report(path: Path, results: Sequence[Result], baseline: Sequence[Result] | None, server: str) -> None:
    """Write the page; ``server`` is the address of the chat that citations link to."""
    known = path.parent / METRICS
    described = json.loads(known.read_text(encoding="utf-8")) if known.is_file() else {}
    replace(path, page(results, baseline, described, server))


def page(
    results: Sequence[Result], baseline: Sequence[Result] | None, described: Mapping[str, Any], server: str
) -> str:
    """Return the page as HTML."""
    comparison = compare(baseline, results) if baseline else None
    found, steps = measures(results), thresholds(results)
    overall = found[ALL]
    environment = Environment(
        loader=PackageLoader("eval", "."), undefined=StrictUndefined, autoescape=select_autoescape(["html.j2", "j2"])
    )
    environment.filters["figure"] = figure_text
    environment.filters["decimal"] = decimal_text
    plots = {
        "Kvalitet per frågetyp": charts.quality_by_type(found),
        "Avstår mot svarar när tröskeln flyttas": charts.refusal_against_coverage(
            steps, overall["coverage"], overall["refusal_recall"]
        ),
        "Svarstider": charts.latency_histogram(results),
        "Säkerhetens kalibrering": charts.calibration_curve(calibration(results)),
    }
    return environment.get_template("report.html.j2").render(
        headlines=[(MEASURES[name], overall[name], _change(comparison, name)) for name in GATED],
        measures=MEASURES,
        by_type=found,
        words=median_words(results),
        latency=latency(results),
        calibration=calibration(results),
        plots={title: Markup(drawn) for title, drawn in plots.items()},
        gates=[(GATE_TEXTS[gate.name], gate.broken) for gate in gates(results)],
        comparison=comparison,
        rows=_rows(results, baseline, comparison),
        questions=described.get("run", {}).get("questions"),
        sections=[(title, described[part]) for part, title in SECTIONS.items() if part in described],
        server=server.rstrip("/"),
        right=sum(is_right(result) for result in results),
    )


def figure_text(figure: Figure) -> str:
    """Return a figure with its interval in Swedish, or a dash where it is undefined."""
    if figure.value is None:
        return "–"
    if figure.low is None or figure.high is None:
        return decimal_text(figure.value)
    return f"{decimal_text(figure.value)} ({decimal_text(figure.low)}–{decimal_text(figure.high)})"


def decimal_text(value: float, digits: int = 3) -> str:
    """Return a number with a decimal comma."""
    return f"{value:.{digits}f}".replace(".", ",").replace("-", "−")


def _change(comparison: Comparison | None, measure: str) -> tuple[str, str] | None:
    """Return the change since the baseline in words, and its kind."""
    change = next((c for c in comparison.changes if c.measure == measure), None) if comparison else None
    if change is None:
        return None
    gap = change.after - change.before
    if not gap:
        return "oförändrat", "same"
    sure = "säkerställt" if change.significant else "inom slumpen"
    kind = ("worse" if gap < 0 else "better") if change.significant else "same"
    return f"{'+' if gap > 0 else ''}{decimal_text(gap)}, {sure}", kind


def _rows(
    results: Sequence[Result], baseline: Sequence[Result] | None, comparison: Comparison | None
) -> tuple[Row, ...]:
    old = {result.id: result for result in baseline or ()}
    return tuple(_row(result, old.get(result.id), comparison) for result in results)


def _row(result: Result, before: Result | None, comparison: Comparison | None) -> Row:
    change = ""
    if comparison is not None and before is None:
        change = "ny fråga"
    elif comparison is not None and before is not None:
        change = _change_of(result, before, comparison)
    return Row(
        result=result,
        right=is_right(result),
        status=STATUS_TEXTS.get(result.answer.status, result.answer.status) if result.answer else "fel",
        change=change,
        before=before.answer.answer if change and before and before.answer else None,
        milliseconds=round(result.seconds * 1000) if result.seconds is not None else None,
    )


def _change_of(result: Result, before: Result, comparison: Comparison) -> str:
    if result.id in comparison.newly_wrong:
        return "nu fel"
    if result.id in comparison.newly_right:
        return "nu rätt"
    return "ändrat citat" if cited(result) != cited(before) else ""
