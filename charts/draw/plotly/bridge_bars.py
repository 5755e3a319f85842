"""The bars of a bridge, lying, and the lines between them."""

from charts.draw.geometry import is_seen
from charts.draw.plotly.shared import Spec, hatching, surfaces
from charts.records.bridge import Bridge
from charts.records.figure import Span

WIDE, OVER = 0.74, 0.46  # width of a bar that stands alone, and of the scenario's drawn over the reference's

Places = tuple[float, ...]
"""The middles of the rows, in lines of type from the top."""


def bars(
    spans: list[Span | None], places: Places, tones: list[str], hovers: list[str], muted: list[bool], axis: str
) -> Spec:
    """Solid bars: the reference. They step back where a scenario is drawn over them."""
    return {
        **_bar_places(spans, places, axis),
        "width": WIDE,
        "marker": {
            "color": [f"@{tone}{'_soft' if soft else ''}" for tone, soft in zip(tones, muted, strict=True)],
            "line": {"width": 0},
        },
        "hovertext": hovers,
    }


def scenario_bars(
    spans: list[Span | None], places: Places, tones: list[str], hovers: list[str], figure: Bridge, axis: str
) -> Spec:
    """The scenario, solid over the reference. Nothing is drawn while the two are equal."""
    colours = [f"@{tone}" for tone in tones]
    shapes = ["\\" if tone == "decrease" else "/" for tone in tones]
    return {
        **_bar_places(spans if figure.moved else [None] * len(spans), places, axis),
        "width": OVER,
        **surfaces({"color": colours, "line": {"width": 0}}, hatching(colours, shapes), figure.hatched),
        "hovertext": hovers,
    }


def _bar_places(spans: list[Span | None], places: Places, axis: str) -> Spec:
    """Where horizontal bars lie, one per row."""
    return {
        "type": "bar",
        "orientation": "h",
        "y": list(places[: len(spans)]),
        "base": [None if s is None else s.start for s in spans],
        "x": [None if s is None else s.amount for s in spans],
        "xaxis": axis,
        "hoverinfo": "text",
        "textposition": "none",
    }


def visible(span: Span | None) -> Span | None:
    """A bar without length has no outline either."""
    return span if span and is_seen(span) else None


def connectors(spans: list[Span], places: Places) -> Spec:
    """Thin lines from the end of each bar to the start of the next."""
    x: list[float | None] = []
    y: list[float | None] = []
    for row, span in enumerate(spans[:-1]):
        x += [span.end, span.end, None]
        y += [places[row], places[row + 1], None]
    line = {"width": 1, "color": "@muted"}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip"}
