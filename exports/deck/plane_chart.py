"""A plane as a native scatter chart.

Scatter charts have no areas: a band is its two edges as thin lines. A guide is a line through two points, its words
the label of its end. The axes' texts are the values themselves, so that they follow what is edited.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise
from typing import Any, Final

from charts.draw.letters import paper_lines, paper_width
from charts.draw.plane_places import END, MIDDLE, START, dot_size, stepped, words_above
from charts.records.plane import Plane, PlanePoint
from exports.deck.frame import Box, Frame
from exports.deck.native import plain

SIZE: Final = 12.0  # of the type, points
MARKER: Final = 6  # of a curve's point, points
LEAST, MOST = 2, 72  # that a marker may be, points
PLOT: Final = (0.86, 0.76)  # about how much of the chart the plot takes, across and along
INCH: Final = 72  # points
LINE, THIN, GUIDE = 2.25, 1.0, 1.5  # widths of lines, points
WORDS: Final = 0.075  # height of a line of a guide's words, share of the axis
BESIDE: Final = 0.88  # how far along a lying guide its words stand


SIDES: Final = {START: "RIGHT", MIDDLE: "ABOVE", END: "LEFT"}  # of a guide's end, where its words stand
Places = Sequence[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Series:
    """A series of the chart: its points, the width of its line (0 for none) and the size of its markers (0 for none).

    texts: place → what is written at the point, and on which side. is_named: whether the list under the chart has it.
    """

    name: str
    tone: str
    points: Places
    line: float = 0.0
    marker: int = 0
    texts: dict[int, tuple[str, str]] = field(default_factory=dict)
    is_dashed: bool = False
    is_named: bool = False


def add_plane(frame: Frame, slide: Any, figure: Plane, place: Box) -> None:
    """Bands at the back, then curves, dots and guides, whose words take lines of the axis above what it shows."""
    from pptx.chart.data import XyChartData
    from pptx.enum.chart import XL_CHART_TYPE
    from pptx.util import Inches

    across, along = (inches * part * INCH for inches, part in zip(place[2:], PLOT, strict=True))
    size, high = dot_size(figure, across, along) if figure.clouds else (0.0, figure.y_range[1])
    guides = list(_guides(figure, across, high))
    drawn = [*_bands(figure), *_curves(figure), *_clouds(figure, size), *guides]
    data = XyChartData()
    for series in drawn:
        added = data.add_series(plain(series.name))
        for x, y in series.points:
            added.add_data_point(x, y)
    shape = slide.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER_LINES, *(Inches(x) for x in place), data)
    shape._element.nvGraphicFramePr.cNvPr.set("descr", figure.alt)
    for native, series in zip(shape.chart.plots[0].series, drawn, strict=True):
        _style(frame, native, series)
        _write(frame, native, series)
    top = max((high, *(y + WORDS * (high - figure.y_range[0]) for each in guides for _, y in each.points if y > high)))
    _axes(shape.chart, figure, high, top)
    _list(shape.chart, drawn)


def _listed(figure: Plane, name: str) -> bool:
    return any(name == listed for listed, _ in figure.legend(wide=True))


def _bands(figure: Plane) -> Iterator[Series]:
    """The two edges of each; the list has the upper one."""
    for band in figure.bands:
        highs, lows = [(x, high) for x, _, high in band.points], [(x, low) for x, low, _ in band.points]
        yield Series(band.name, band.tone, highs, THIN, is_named=_listed(figure, band.name))
        yield Series(band.name, band.tone, lows, THIN)


def _curves(figure: Plane) -> Iterator[Series]:
    for curve in figure.curves:
        corners = stepped(curve.points) if curve.is_stepped else [(each.x, each.y) for each in curve.points]
        texts = _texts(curve.points, step=2 if curve.is_stepped else 1)
        marker, named = MARKER if curve.is_marked else 0, _listed(figure, curve.name)
        yield Series(curve.name, curve.tone, corners, LINE, marker, texts, curve.is_dashed, named)


def _clouds(figure: Plane, diameter: float) -> Iterator[Series]:
    """Dots as large as whole points allow."""
    size = min(max(int(diameter), LEAST), MOST)
    for cloud in figure.clouds:
        places, named = [(each.x, each.y) for each in cloud.points], _listed(figure, cloud.name)
        yield Series(cloud.name, cloud.tone, places, marker=size, texts=_texts(cloud.points), is_named=named)


def _guides(figure: Plane, across: float, high: float) -> Iterator[Series]:
    """A line from edge to edge, or up to its words' line above the axis."""
    (left, right), low = figure.x_range, figure.y_range[0]
    line = WORDS * (high - low)
    width, lines = partial(paper_width, size=SIZE), partial(paper_lines, size=SIZE)
    for each in words_above(figure, across, width, lines):
        top, words = high + (each.lowest + len(each.lines) / 2) * line, "\n".join(each.lines)
        places, side = [(each.guide.value, low), (each.guide.value, top)], SIDES[each.anchor]
        yield Series(each.guide.text, each.guide.tone, places, GUIDE, texts={1: (words, side)}, is_dashed=True)
    lying = sorted((guide for guide in figure.guides if not guide.is_vertical), key=lambda guide: guide.value)
    for at, guide in enumerate(lying):
        places = [(x, guide.value) for x in (left, left + BESIDE * (right - left), right)]
        side = "BELOW" if at == 0 and len(lying) > 1 else "ABOVE"
        yield Series(guide.text, guide.tone, places, GUIDE, texts={1: (guide.text, side)}, is_dashed=True)


def _texts(points: Sequence[PlanePoint], step: int = 1) -> dict[int, tuple[str, str]]:
    """What is written over the points; ``step``: corners of the line for each."""
    return {at * step: (each.text, "ABOVE") for at, each in enumerate(points) if each.text}


def _style(frame: Frame, native: Any, series: Series) -> None:
    """Colour, line and markers."""
    from pptx.dml.color import RGBColor
    from pptx.enum.chart import XL_MARKER_STYLE
    from pptx.enum.dml import MSO_LINE
    from pptx.util import Pt

    colour, line, marker = RGBColor.from_string(frame.theme.colour(series.tone)), native.format.line, native.marker
    native.smooth = False
    if series.line:
        line.color.rgb, line.width = colour, Pt(series.line)
        line.dash_style = MSO_LINE.DASH if series.is_dashed else MSO_LINE.SOLID
    else:
        line.fill.background()
    marker.style = XL_MARKER_STYLE.CIRCLE if series.marker else XL_MARKER_STYLE.NONE
    if series.marker:
        marker.size = series.marker
        marker.format.fill.solid()
        marker.format.fill.fore_color.rgb = colour
        marker.format.line.color.rgb = RGBColor(255, 255, 255)


def _write(frame: Frame, native: Any, series: Series) -> None:
    """What is written at its points."""
    from pptx.enum.chart import XL_LABEL_POSITION
    from pptx.util import Pt

    for at, (words, side) in series.texts.items():
        label = native.points[at].data_label
        label.text_frame.text = words
        label.position = XL_LABEL_POSITION[side]
        for paragraph in label.text_frame.paragraphs:
            for run in paragraph.runs:
                run.font.size = Pt(SIZE)
                frame.colour(run.font, series.tone)


def _axes(chart: Any, figure: Plane, high: float, top: float) -> None:
    """From where the figure says, the values named as its ticks are; none where it names none."""
    from pptx.enum.chart import XL_TICK_LABEL_POSITION, XL_TICK_MARK
    from pptx.util import Pt

    chart.font.size, chart.has_title = Pt(SIZE), False
    across, along = (
        (*figure.x_range, figure.x_range[1], figure.x_ticks, figure.x_title),
        (figure.y_range[0], top, high, figure.y_ticks, figure.y_title),
    )
    for axis, (begin, end, last, ticks, title) in ((chart.category_axis, across), (chart.value_axis, along)):
        axis.minimum_scale, axis.maximum_scale = begin, end
        axis.has_major_gridlines, axis.major_tick_mark = False, XL_TICK_MARK.OUTSIDE
        axis.has_title = bool(title)
        if title:
            axis.axis_title.text_frame.text = title
            axis.axis_title.text_frame.paragraphs[0].runs[0].font.size = Pt(SIZE)
            axis.axis_title.text_frame.paragraphs[0].runs[0].font.bold = False
        if not ticks:
            axis.visible = False
            continue
        axis.tick_label_position, axis.tick_labels.font.size = XL_TICK_LABEL_POSITION.LOW, Pt(SIZE)
        axis.tick_labels.number_format_is_linked = False
        written = number_format(ticks)
        axis.tick_labels.number_format = f"[<={last + (last - begin) * 1e-6:.9g}]{written};" if end > last else written
        if len(ticks) > 1:
            axis.major_unit = min(b - a for (a, _), (b, _) in pairwise(ticks))


def number_format(ticks: Sequence[tuple[float, str]]) -> str:
    """How a sheet writes numbers as the ticks are written: «2026», «1 140», «12,5», «40 %» of 40 or of 0.4."""
    texts = [words for _, words in ticks]
    decimals = max(len(found[1]) if (found := re.search(r"[,.](\d+)\D*$", words)) else 0 for words in texts)
    after = f".{'0' * decimals}" if decimals and not all(re.search(r"[,.]\d{3}\b", words) for words in texts) else ""
    if any("%" in words for words in texts):
        return f"0{after}\u00a0%" if max(abs(value) for value, _ in ticks) <= 1 else f'0{after}"\u00a0%"'
    is_year = all(words == str(int(value)) for value, words in ticks)
    return "0" if is_year else f"#,##0{after}"


def _list(chart: Any, drawn: Sequence[Series]) -> None:
    """The names of the series that need it, under the chart: what the others are is written at them."""
    from lxml import etree
    from pptx.enum.chart import XL_LEGEND_POSITION

    chart.has_legend = any(series.is_named for series in drawn)
    if not chart.has_legend:
        return
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    place = chart.legend._element.find("{*}legendPos")
    namespace = etree.QName(place).namespace
    for at in reversed([at for at, series in enumerate(drawn) if not series.is_named]):
        entry = etree.Element(f"{{{namespace}}}legendEntry")
        for name, value in (("idx", str(at)), ("delete", "1")):
            etree.SubElement(entry, f"{{{namespace}}}{name}").set("val", value)
        place.addnext(entry)
