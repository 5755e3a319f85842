"""Columns over time as SVG: the scenario's column, and the reference's solid at its left where the two differ."""

from charts.draw.geometry import COLUMN_PLACE, COLUMN_WIDTH, LABEL_PLACE, LIGHT, REFERENCE_PLACE, REFERENCE_WIDTH
from charts.draw.letters import paper_width
from charts.draw.palette import PALETTE
from charts.draw.svg.marks import Drawing, line, marker, rectangle, rimmed, scenario_bar, text
from charts.records.figure import Segment
from charts.records.stack import Column, Stack

NARROW = 620  # pixels: below this letters are small
TALL = 0.34  # height of the columns, share of the width
HEAD = 24  # room for the amounts above the columns, and below those that hang


def stack_drawing(figure: Stack, width: float, tall: float = TALL) -> Drawing:
    """Columns, the series' names at the last one, or in a list above where they are not columns of one kind."""
    size = 13.0 if width >= NARROW else 10.5
    beside = [figure.series[part.series][0] for part in figure.last_parts] if figure.named else []
    names = max((paper_width(name, size - 1) for name in beside), default=-14.0) + 14
    legend = _legend(figure, width, size)
    top = HEAD + len(legend) * (size + 7)
    low, high = figure.scale
    per_mnok = (width * tall) / max(high - low, 1.0)
    zero, year = top + high * per_mnok, (width - names) / len(figure.columns)
    marks = ["".join(row) for row in legend]
    for at, column in enumerate(figure.columns):
        marks += _column(figure, column, (at + 0.5) * year, year, zero, per_mnok, size)
    if low < 0:
        marks.append(line(0, zero, width - names, zero))
    if figure.named:
        marks += _names(figure, width - names + 6, zero, per_mnok, size)
    bottom = top + width * tall + (HEAD if any(column.hangs for column in figure.columns) else 0)
    for at, column in enumerate(figure.columns):
        middle = (at + 0.5 + LABEL_PLACE) * year
        marks.append(text(middle, bottom + size + 5, column.label, size, bold=True, anchor="middle"))
        for line_at, words in enumerate(column.sublabel.split("\n")):
            marks.append(text(middle, bottom + (2 + line_at) * size + 8 + 2 * line_at, words, size, anchor="middle"))
    more = max(column.sublabel.count("\n") for column in figure.columns) * (size + 2)
    return Drawing("".join(marks), width, bottom + 2 * size + 14 + more)


def _column(
    figure: Stack, column: Column, middle: float, year: float, zero: float, per_mnok: float, size: float
) -> list[str]:
    """The parts of one year, its amount above, the second quantity as a line across."""
    place = middle + COLUMN_PLACE * year
    scenario_place, reference_place = (
        (place, COLUMN_WIDTH * year),
        (middle + REFERENCE_PLACE * year, REFERENCE_WIDTH * year),
    )
    light = [_bar(part, *reference_place, zero, per_mnok) for part in column.reference]
    tones = [figure.series[part.series][1] for part in (*column.reference, *column.segments)]
    edge = PALETTE["paper"]
    marks = [rectangle(*bar, PALETTE[tone], edge, LIGHT) for bar, tone in zip(light, tones, strict=False)]
    hatched = figure.hatched and figure.moved and not column.fact
    bars = [_bar(part, *scenario_place, zero, per_mnok) for part in column.segments]
    marks += [scenario_bar(*bar, tone, hatched, edge) for bar, tone in zip(bars, tones[len(light) :], strict=True)]
    marks += _amount(column, place, zero, per_mnok, size)
    if column.marker is not None:
        y = zero - column.marker * per_mnok
        marks.append(line(place - 10, y, place + 10, y, "paper", 6))
        marks.append(line(place - 9, y, place + 9, y, "need" if column.marker_published else "muted", 3.2))
    return marks


def _bar(part: Segment, place: float, width: float, zero: float, per_mnok: float) -> tuple[float, float, float, float]:
    """Left, top, width and height of a part."""
    return place - width / 2, zero - part.span.start * per_mnok, width, -part.span.amount * per_mnok


def _amount(column: Column, place: float, zero: float, per_mnok: float, size: float) -> list[str]:
    """The amount at the column's end; where it has a net, at a point there."""
    if column.net is None:
        beyond = size + 4 if column.hangs else -6
        return [text(place, zero - column.top * per_mnok + beyond, column.text, size, bold=True, anchor="middle")]
    y = zero - column.net * per_mnok
    beyond = size + 6 if column.net < 0 else -8
    return [
        marker(place, y, "circle", "text", 3.5, filled=True),
        rimmed(place, y + beyond, column.text, size, "text", "middle"),
    ]


def _names(figure: Stack, x: float, zero: float, per_mnok: float, size: float) -> list[str]:
    """The series' names at the middle of the last column's parts, moved apart where these are thin."""
    marks, free = [], float("inf")
    for part in figure.last_parts:
        name, _ = figure.series[part.series]
        y = min(zero - (part.span.start + part.span.end) / 2 * per_mnok + size * 0.35, free)
        marks.append(text(x, y, name, size - 1))
        free = y - size
    return marks


def _legend(figure: Stack, width: float, size: float) -> list[list[str]]:
    """A list of the series that are not named beside the columns, above them, in as many rows as it needs."""
    listed = figure.legend(wide=True)
    rows: list[list[str]] = [[]] if listed else []
    x = 0.0
    for name, tone in listed:
        room = paper_width(name, size - 1) + 30
        if rows[-1] and x + room > width:
            rows.append([])
            x = 0.0
        y = len(rows) * (size + 7)
        rows[-1].append(rectangle(x, y - size + 3, 10, 10, PALETTE[tone]) + text(x + 15, y, name, size - 1))
        x += room
    return rows
