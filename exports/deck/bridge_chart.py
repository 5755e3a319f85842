"""A bridge as native charts: stacked bars on an unseen base, and beside them the steps alone.

Where scenario and reference differ, each component has two rows, the reference's below: programs that show slides do
not agree on how bars lie over each other.
"""

from dataclasses import dataclass
from typing import Any, Final

from charts.draw.geometry import LEVELS, tone
from charts.records.bridge import Bridge
from charts.records.figure import Span
from exports.deck.frame import POINTS, Box, Frame
from exports.deck.native import Layer, add_chart, inner_place, label, name_every_row, paint
from texts import Texts

SHOWN = 0.05  # MNOK, what one decimal hides
ROOM = 1.34  # of the levels' axis, for the amounts beyond the bars
NAMES: Final = 0.24
"""The names' part of the width."""
LARGEST, SMALLEST = 12.0, 9.0  # points of the type
ROW = 0.62  # of the height of a row, for its words


@dataclass(frozen=True, slots=True)
class Bar:
    """A row of the chart; ``name`` is empty for the reference's row under a scenario's. text: its amount, ready."""

    name: str
    total: bool
    span: Span
    text: str
    soft: bool

    @property
    def tone(self) -> str:
        """The name of the bar's colour; soft for the reference's."""
        return tone(self.span, self.total) + ("_soft" if self.soft else "")


def add_bridge(frame: Frame, slide: Any, figure: Bridge, place: Box) -> None:
    """Levels with names at the left, steps at the right."""
    left, top, width, height = place
    texts = frame.subject.texts
    bars = _bars(figure, texts)
    size = min(LARGEST, max(SMALLEST, round(height * POINTS / len(bars) * ROW)))
    low, high = figure.scale.level
    divide = NAMES + (1 - NAMES) * LEVELS
    chart = _chart(frame, slide, figure, (left, top, width * divide, height), bars, _levels(bars, texts), size)
    row_axes(chart, low, high * ROOM, size, names=True)
    inner_place(chart, NAMES / divide, 0.02, 1 - NAMES / divide, 0.96)
    low, high = figure.scale.steps
    reach = max(high - low, 1.0) * 0.3
    beside = left + width * divide, top, width * (1 - divide), height
    chart = _chart(frame, slide, figure, beside, bars, _steps(bars, texts), size)
    row_axes(chart, low - (reach if low < 0 else 0), high + reach, size, names=False)
    inner_place(chart, 0.02, 0.02, 0.96, 0.96)


def _bars(figure: Bridge, texts: Texts) -> list[Bar]:
    """From the lowest row to the highest, as bar charts count."""
    bars = []
    both = figure.moved and not any(row.fact for row in figure.rows)
    for row in reversed(figure.drawn):
        if both:
            amount = texts.amount(row.reference.end) if row.total else _step(row.reference.amount, texts)
            bars.append(Bar(" ", row.total, row.reference, amount if row.text else "", soft=True))
        bars.append(Bar(row.label, row.total, row.scenario, row.text, soft=figure.moved and row.fact))
    return bars


def _levels(bars: list[Bar], texts: Texts) -> list[Layer]:
    """Unseen base, what lies above zero by colour, what lies below where anything does, and the totals' amounts."""
    pieces = [_pieces(bar.span) for bar in bars]
    layers = [Layer(texts("export.bar_base"), [base for base, _, _ in pieces])]
    for at in (1, 2):
        for name in _tones(bars):
            values = [piece[at] if bar.tone == name else 0.0 for piece, bar in zip(pieces, bars, strict=True)]
            if any(values):
                layers.append(Layer(_named(name, texts, below=at == 2), values, name))
    amounts = [max(bar.span.end, 0.0) if bar.total else None for bar in bars]
    parts = (1, len(layers) - 1) if len(layers) > 1 else None
    written = [bar.text if bar.total and bar.span.end >= SHOWN else "" for bar in bars]
    layers.append(Layer(texts("export.bar_amount"), amounts, labels=written, sums=parts))
    if any(bar.total and bar.span.end < 0 for bar in bars):
        below = [max(-bar.span.end, 0.0) if bar.total else None for bar in bars]
        name = f"{texts('export.bar_amount')}, {texts('export.bar_below').lower()}"
        written = [bar.text if bar.total and bar.span.end <= -SHOWN else "" for bar in bars]
        layers.append(Layer(name, below, labels=written, sums=parts, below=True))
    return layers


def _steps(bars: list[Bar], texts: Texts) -> list[Layer]:
    """Increases and decreases from zero, each with its amount; totals have none."""
    layers = []
    for name in _tones(bars):
        belongs = [not bar.total and bar.tone == name for bar in bars]
        values = [bar.span.amount if mine else None for bar, mine in zip(bars, belongs, strict=True)]
        written = [bar.text if mine else "" for bar, mine in zip(bars, belongs, strict=True)]
        if any(belongs):
            layers.append(Layer(_named(name, texts), values, name, labels=written, outside=True))
    return layers


def _step(amount: float, texts: Texts) -> str:
    """A reference's step with its arrow; what rounds to nothing has none."""
    arrow = "▲ " if amount >= SHOWN else "▼ " if amount <= -SHOWN else ""
    return arrow + texts.change(amount)


def _named(name: str, texts: Texts, below: bool = False) -> str:
    """What a colour's bars are called where the chart's numbers are edited: «Økning», «Nivå, tallgr.»."""
    words = [texts(f"export.bar_{name.removesuffix('_soft')}")]
    words += [texts("export.reference_short")] if name.endswith("_soft") else []
    words += [texts("export.bar_below").lower()] if below else []
    return ", ".join(words)


def _tones(bars: list[Bar]) -> list[str]:
    """Every colour that the bars have."""
    return sorted({bar.tone for bar in bars})


def _pieces(span: Span) -> tuple[float, float, float]:
    """Unseen base, length above zero, and length below it as a negative number: a bar across zero is split."""
    low, high = sorted((span.start, span.end))
    base = low if low > 0 else min(high, 0.0)
    return base, max(high, 0.0) - max(low, 0.0), min(low, 0.0) - min(high, 0.0)


def _chart(
    frame: Frame, slide: Any, figure: Bridge, place: Box, bars: list[Bar], layers: list[Layer], size: float
) -> Any:
    """A chart of the layers: on each other where there is a base, else all from zero."""
    from pptx.enum.chart import XL_CHART_TYPE

    kind = XL_CHART_TYPE.BAR_CLUSTERED if layers[0].outside else XL_CHART_TYPE.BAR_STACKED
    chart = add_chart(slide, kind, place, [bar.name for bar in bars], layers, figure.alt)
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 30, 100
    for series, layer in zip(plot.series, layers, strict=True):
        series.invert_if_negative = False
        paint(frame, series, layer.tone)
        label(frame, series, layer, size)
    return chart


def row_axes(chart: Any, low: float, high: float, size: float, names: bool) -> None:
    """Fixed ends, no ticks, no grid; the rows' names at the left or none."""
    from pptx.enum.chart import XL_TICK_LABEL_POSITION, XL_TICK_MARK
    from pptx.util import Pt

    chart.font.size = Pt(size)
    chart.has_legend = chart.has_title = False
    values, rows = chart.value_axis, chart.category_axis
    values.minimum_scale, values.maximum_scale = low, high
    values.has_major_gridlines, values.visible = False, False
    rows.tick_label_position = XL_TICK_LABEL_POSITION.LOW if names else XL_TICK_LABEL_POSITION.NONE
    rows.major_tick_mark = XL_TICK_MARK.NONE
    rows.has_major_gridlines = False
    name_every_row(chart)
