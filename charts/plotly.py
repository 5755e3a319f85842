"""Draws a figure's record as a Plotly specification: plain dicts, no Plotly import.

Colours are named («@increase»); the screen replaces the names with the theme's colours. Sizes are in CSS pixels.
"""

from functools import singledispatch
from typing import Any

from charts.context import SAME
from charts.records import Bridge, BridgeRow, Figure, Segment, Span, Stack

Spec = dict[str, Any]
LABEL = {"family": "inherit", "size": 13, "color": "@text"}
SMALL = {**LABEL, "size": 12, "color": "@muted"}
WIDE, OVER = 0.74, 0.46  # width of a bar that stands alone, and of the scenario's drawn over the reference's


@singledispatch
def specification(figure: Figure, narrow: bool = False) -> Spec:
    """``{"data": …, "layout": …}`` of a figure; ``narrow`` is for phones."""
    raise TypeError(f"There is no drawing of {type(figure).__name__}.")


@specification.register
def _bridge(figure: Bridge, narrow: bool = False) -> Spec:
    """Rows from top to bottom: totals and steps from zero at the left, the steps alone at the right."""
    rows, count = figure.rows, len(figure.rows)
    reach = _nice(max(max(row.scenario.end, row.reference.end, row.scenario.start) for row in rows))
    changes = [span.amount for row in rows if not row.total for span in (row.scenario, row.reference)]
    low, high = _nice(-min(*changes, 0.0)), _nice(max(*changes, 0.0))
    divide = 0.52
    spans = [row.scenario for row in rows]
    alone = [None if row.total else Span(0.0, row.scenario.amount) for row in rows]
    alone_reference = [None if row.total else Span(0.0, row.reference.amount) for row in rows]
    tones = [_tone(row.component, row.scenario) for row in rows]
    reference_tones = [_tone(row.component, row.reference) for row in rows]
    hover = [row.hover for row in rows]
    data = [
        _bars([row.reference for row in rows], reference_tones, hover, figure.moved, "x"),
        _scenario_bars([_visible(s) for s in spans], tones, hover, figure.moved, "x"),
        _connectors(spans),
        _labels(
            [*(max(s.start, s.end) for s in spans), max(spans[0].end, spans[-1].end)],
            [*(row.text if row.total else "" for row in rows), figure.difference],
            "x",
        ),
        _bars(alone_reference, reference_tones, hover, figure.moved, "x2"),
        _scenario_bars([_visible(s) for s in alone], tones, hover, figure.moved, "x2"),
        _labels(
            [None if s is None else max(0.0, s.amount) for s in alone],
            [row.text if not row.total else "" for row in rows],
            "x2",
        ),
    ]
    layout = {
        **_frame(narrow),
        "barmode": "overlay",
        "margin": {"l": 112 if narrow else 176, "r": 8, "t": 24, "b": 4},
        "xaxis": {**_axis(), "range": [0, reach * 1.17], "domain": [0, divide]},
        "xaxis2": {**_axis(), "range": [-low * 1.05, high + (low + high) * 0.55], "domain": [divide + 0.03, 1]},
        "yaxis": {
            "range": [count + 0.45, -0.6],
            "tickvals": list(range(count + 1)),
            "ticktext": [*(_row_label(row, narrow) for row in rows), figure.difference_label],
            "tickfont": {**LABEL, "size": 11 if narrow else 13},
            "fixedrange": True,
            "zeroline": False,
            "showgrid": False,
        },
        "shapes": [_line("x2", 0, -0.6, count - 0.4)],
        "annotations": [
            _note(figure.panels[0], "x", 0, 1.0, "bottom"),
            _note(figure.panels[1], "x2", -low * 1.05, 1.0, "bottom"),
            _arrow(spans[0].end, spans[-1].end, count),
        ],
    }
    return {"data": data, "layout": layout}


def _tone(component: str, span: Span) -> str:
    """The colour's name: totals dark, increases and decreases apart, the need told from the cost level."""
    if component in ("previous_level", "cost_level", "financing_need"):
        return "total"
    return "increase" if span.amount >= 0 else "decrease"


def _bars(spans: list[Span | None], tones: list[str], hover: list[str], muted: bool, axis: str) -> Spec:
    """Solid bars: the reference. They step back when a scenario is drawn over them."""
    return {
        **_bar_places(spans, axis),
        "width": WIDE,
        "marker": {"color": [f"@{tone}{'_soft' if muted else ''}" for tone in tones], "line": {"width": 0}},
        "hovertext": hover,
    }


def _scenario_bars(spans: list[Span | None], tones: list[str], hover: list[str], moved: bool, axis: str) -> Spec:
    """Hatched and outlined bars: the scenario. Nothing is drawn while it equals the reference."""
    return {
        **_bar_places(spans if moved else [None] * len(spans), axis),
        "width": OVER,
        "marker": {
            "color": "@paper",
            "line": {"width": 1.5, "color": [f"@{tone}" for tone in tones]},
            "pattern": {
                "shape": ["\\" if tone == "decrease" else "/" for tone in tones],
                "fillmode": "replace",
                "fgcolor": [f"@{tone}" for tone in tones],
                "bgcolor": "@paper",
                "size": 6,
                "solidity": 0.45,
            },
        },
        "hovertext": hover,
    }


def _bar_places(spans: list[Span | None], axis: str) -> Spec:
    """Where horizontal bars lie, one per row."""
    return {
        "type": "bar",
        "orientation": "h",
        "y": list(range(len(spans))),
        "base": [None if s is None else s.start for s in spans],
        "x": [None if s is None else s.amount for s in spans],
        "xaxis": axis,
        "hoverinfo": "text",
        "textposition": "none",
    }


def _visible(span: Span | None) -> Span | None:
    """A bar without length has no outline either."""
    return span if span and abs(span.amount) >= SAME else None


def _connectors(spans: list[Span]) -> Spec:
    """Thin lines from the end of each bar to the start of the next."""
    x: list[float | None] = []
    y: list[float | None] = []
    for row, span in enumerate(spans[:-1]):
        x += [span.end, span.end, None]
        y += [row, row + 1, None]
    line = {"width": 1, "color": "@muted"}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip"}


def _arrow(first: float, last: float, row: int) -> Spec:
    """From the first total to the last, on a row of its own."""
    return {
        "x": last,
        "y": row,
        "ax": first,
        "ay": row,
        "xref": "x",
        "yref": "y",
        "axref": "x",
        "ayref": "y",
        "text": "",
        "showarrow": True,
        "arrowhead": 2,
        "arrowwidth": 2,
        "arrowcolor": "@text",
    }


def _labels(ends: list[float | None], texts: list[str], axis: str) -> Spec:
    """Amounts right of the bars."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": ends,
        "y": list(range(len(ends))),
        "text": [f" {text}" if text else "" for text in texts],
        "textposition": "middle right",
        "textfont": LABEL,
        "xaxis": axis,
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _row_label(row: BridgeRow, narrow: bool) -> str:
    """A total's name is bold; on a phone long names take two lines."""
    words = row.label.split(" ")
    label = row.label
    if narrow and len(label) > 14 and len(words) > 1:
        half = (len(words) + 1) // 2
        label = " ".join(words[:half]) + "<br>" + " ".join(words[half:])
    return f"<b>{label}</b>" if row.total else label


@specification.register
def _stack(figure: Stack, narrow: bool = False) -> Spec:
    """Columns over time; where the scenario differs, the reference's column stands solid at its left."""
    columns = figure.columns
    reach = _nice(max(max(c.total, *(s.span.end for s in c.reference), 0) for c in columns))
    last = columns[-1]
    data = [
        _columns([(i + 0.12, s) for i, c in enumerate(columns) for s in c.segments], 0.56, figure.moved, columns),
        _columns([(i - 0.32, s) for i, c in enumerate(columns) for s in c.reference], 0.22, False, columns),
        {
            **_points([i + 0.12 for i in range(len(columns))], [c.total + 0.012 * reach for c in columns]),
            "mode": "text",
            "text": [f"<b>{c.text}</b>" for c in columns],
            "textposition": "top center",
            "textfont": {**LABEL, "size": 10 if narrow else 12},
            "hoverinfo": "skip",
        },
        {
            **_points([i + 0.12 for i in range(len(columns))], [c.marker for c in columns]),
            "mode": "markers",
            "marker": {
                "symbol": "line-ew",
                "size": 11 if narrow else 16,
                "line": {"width": 3, "color": ["@need" if c.published else "@muted" for c in columns]},
            },
            "hovertext": [f"{figure.marker} {c.label}: {c.sublabel}" for c in columns],
            "hoverinfo": "text",
        },
        {
            **_points([len(columns) - 0.56] * len(last.segments), [_middle(s.span) for s in last.segments]),
            "mode": "text",
            "text": list(figure.series),
            "textposition": "middle right",
            "textfont": {**LABEL, "size": 12},
            "hoverinfo": "skip",
            "visible": not narrow,
        },
    ]
    layout = {
        **_frame(narrow),
        "barmode": "overlay",
        "margin": {"l": 8, "r": 8 if narrow else 128, "t": 24, "b": 52},
        "xaxis": {
            "range": [-0.55, len(columns) - 0.45],
            "tickvals": [i + 0.06 for i in range(len(columns))],
            "ticktext": [f"<b>{c.label}</b><br>{c.sublabel}" for c in columns],
            "tickfont": LABEL,
            "fixedrange": True,
            "showgrid": False,
            "zeroline": False,
        },
        "yaxis": {**_axis(), "range": [0, reach * 1.08], "showticklabels": False},
    }
    return {"data": data, "layout": layout}


def _columns(parts: list[tuple[float, Segment]], width: float, hatched: bool, columns: tuple[Any, ...]) -> Spec:
    """Every part of every column as one trace of bars with a base."""
    tones = [f"@series{part.series}" for _, part in parts]
    base_year = [x < 0.5 for x, _ in parts]  # the first column is published and stays solid
    marker: Spec = {"color": tones, "line": {"width": 1, "color": "@paper"}}
    if hatched:
        marker["pattern"] = {
            "shape": ["" if solid else "/" for solid in base_year],
            "fillmode": "replace",
            "fgcolor": tones,
            "bgcolor": "@paper",
            "size": 6,
            "solidity": 0.5,
        }
        marker["line"] = {"width": 1.5, "color": tones}
    return {
        "type": "bar",
        "x": [x for x, _ in parts],
        "base": [part.span.start for _, part in parts],
        "y": [part.span.amount for _, part in parts],
        "width": width,
        "marker": marker,
        "hovertext": [part.hover for _, part in parts],
        "hoverinfo": "text",
        "textposition": "none",
    }


def _points(x: list[float], y: list[float | None]) -> Spec:
    """A scatter trace's places."""
    return {"type": "scatter", "x": x, "y": y, "cliponaxis": False}


def _middle(span: Span) -> float:
    """Half way up a part."""
    return (span.start + span.end) / 2


def _nice(reach: float) -> float:
    """The axis end at or above ``reach``: a round number, so that the scale moves seldom and in whole steps."""
    for size in (10, 20, 40, 60, 100, 150, 200, 300, 400, 600, 800):
        if reach <= size:
            return float(size)
    return float(-(-reach // 200) * 200)


def _frame(narrow: bool) -> Spec:
    """What every chart's layout shares."""
    return {
        "showlegend": False,
        "paper_bgcolor": "@paper",
        "plot_bgcolor": "@paper",
        "font": {**LABEL, "size": 11 if narrow else 13},
        "hoverlabel": {
            "font": {**LABEL, "color": "@paper"},
            "bgcolor": "@text",
            "bordercolor": "@text",
            "align": "left",
        },
        "dragmode": False,
        "hovermode": "closest",
    }


def _axis() -> Spec:
    """A value axis: from zero, no grid, no SI ticks; the amounts stand at the bars."""
    return {"fixedrange": True, "showgrid": False, "zeroline": False, "showticklabels": False, "autorange": False}


def _line(axis: str, x: float, y0: float, y1: float) -> Spec:
    """A thin vertical line at ``x``."""
    return {
        "type": "line",
        "xref": axis,
        "yref": "y",
        "x0": x,
        "x1": x,
        "y0": y0,
        "y1": y1,
        "line": {"width": 1, "color": "@muted"},
    }


def _note(text: str, axis: str, x: float, y: float, anchor: str) -> Spec:
    """A panel's heading or note, left-aligned at ``x``, on the edge ``y`` of the plot (0 bottom, 1 top)."""
    return {
        "text": text,
        "xref": axis,
        "yref": "paper",
        "x": x,
        "y": y,
        "xanchor": "left",
        "yanchor": anchor,
        "showarrow": False,
        "font": SMALL,
        "align": "left",
    }
