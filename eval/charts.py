"""Draw the plots of the report as SVG, without a browser or network."""

from collections.abc import Mapping, Sequence
from typing import Any

import altair as alt
import vl_convert

from eval.metrics import MEASURES
from eval.results import Result
from eval.summary import ALL, Calibration, Figure, Threshold

BLUE, ORANGE, GREY = "#1f5f99", "#b4540a", "#6b7280"
BY_TYPE = ("strict_accuracy", "citation_recall", "evidence_recall@10", "refusal_recall")
WIDTH, HEIGHT = 460, 250


def quality_by_type(measures: Mapping[str, Mapping[str, Figure]]) -> str:
    """Draw the main measures of each question type with their intervals."""
    rows = [
        {"typ": group, "mått": MEASURES[name], "värde": found.value, "låg": found.low, "hög": found.high}
        for group, figures in measures.items()
        if group != ALL
        for name in BY_TYPE
        if (found := figures[name]).value is not None
    ]
    order = [MEASURES[name] for name in BY_TYPE]
    base = alt.Chart(_data(rows)).encode(
        y=alt.Y("typ:N", title=None),
        yOffset=alt.YOffset("mått:N", sort=order),
        color=alt.Color(
            "mått:N", sort=order, title=None, scale=alt.Scale(range=[BLUE, "#6aa5d8", "#a3b18a", ORANGE], domain=order)
        ),
    )
    share = alt.X("värde:Q", title="andel", scale=alt.Scale(domain=[0, 1]), axis=alt.Axis(format="%"))
    bars = base.mark_bar(height={"band": 0.9}).encode(x=share)
    spans = base.mark_rule(color="#111827").encode(x="låg:Q", x2="hög:Q", color=alt.value("#111827"))
    return svg((bars + spans).properties(width=WIDTH * 1.6, height=alt.Step(9)))


def refusal_against_coverage(steps: Sequence[Threshold], coverage: Figure, refusal: Figure) -> str:
    """Draw what moving the threshold would give, and where the run stands."""
    line = alt.Chart(_data([{"täckning": s.coverage, "avstår": s.refusal, "nummer": n} for n, s in enumerate(steps)]))
    share = alt.Scale(domain=[0, 1])
    x = alt.X("täckning:Q", title="svarar när svaret finns", scale=share, axis=alt.Axis(format="%"))
    y = alt.Y("avstår:Q", title="avstår när svaret saknas", scale=share, axis=alt.Axis(format="%"))
    drawn = line.mark_line(color=BLUE).encode(x=x, y=y, order="nummer:Q")
    here = [{"täckning": coverage.value, "avstår": refusal.value}] if coverage.value is not None else []
    point = alt.Chart(_data(here)).mark_point(color=ORANGE, size=120, filled=True, shape="diamond")
    return svg((drawn + point.encode(x=x, y=y)).properties(width=WIDTH, height=HEIGHT))


def calibration_curve(found: Calibration) -> str:
    """Draw how often the right passage was found at each level of confidence."""
    rows = [
        {"säkerhet": part.confidence, "rätt": part.right, "frågor": part.questions}
        for part in found.bins
        if part.confidence is not None
    ]
    share = alt.Scale(domain=[0, 1])
    x = alt.X("säkerhet:Q", title="systemets säkerhet", scale=share, axis=alt.Axis(format="%"))
    y = alt.Y("rätt:Q", title="rätt stycke bland 10 träffar", scale=share, axis=alt.Axis(format="%"))
    ideal = alt.Chart(_data([{"säkerhet": 0, "rätt": 0}, {"säkerhet": 1, "rätt": 1}]))
    dots = alt.Chart(_data(rows))
    size = alt.Size("frågor:Q", title="frågor", scale=alt.Scale(range=[30, 400]))
    layers = (
        ideal.mark_line(color=GREY, strokeDash=[4, 4]).encode(x=x, y=y)
        + dots.mark_line(color=BLUE).encode(x=x, y=y)
        + dots.mark_circle(color=BLUE, opacity=0.9).encode(x=x, y=y, size=size)
    )
    return svg(layers.properties(width=WIDTH, height=HEIGHT))


def latency_histogram(results: Sequence[Result]) -> str:
    """Draw how long the answers took."""
    rows = [{"ms": round(result.seconds * 1000, 1)} for result in results if result.seconds is not None]
    chart = alt.Chart(_data(rows)).mark_bar(color=BLUE)
    x = alt.X("ms:Q", bin=alt.Bin(maxbins=30), title="millisekunder för ett svar")
    return svg(chart.encode(x=x, y=alt.Y("count():Q", title="frågor")).properties(width=WIDTH, height=HEIGHT))


def _data(rows: list[dict[str, Any]]) -> Any:
    return alt.Data(values=rows)  # type: ignore[no-untyped-call]


def svg(chart: Any) -> str:
    """Return a chart as SVG that can stand in a page."""
    styled = (
        chart.configure(background="transparent", font="Arial, Liberation Sans, sans-serif", locale={"number": SWEDISH})
        .configure_view(stroke=None)
        .configure_axis(
            labelFontSize=12, titleFontSize=12, titleFontWeight="normal", labelLimit=260, gridColor="#e5e7eb"
        )
        .configure_legend(labelFontSize=12, labelLimit=300, orient="bottom")
    )
    return str(vl_convert.vegalite_to_svg(styled.to_dict()))


SWEDISH = {"decimal": ",", "thousands": "\u00a0", "grouping": [3], "currency": ["", "\u00a0kr"], "percent": "\u00a0%"}
