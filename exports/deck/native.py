"""Native charts: series with fills, labels bound to the values, and where the bars lie."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from exports.deck.frame import Frame

Values = Sequence[float | None]
FORMULA_SIGNS = ("=", "{", "http", "ftp", "mailto:", "internal:", "external:")
"""What the writer of a chart's embedded sheet would not take for text."""


@dataclass(frozen=True, slots=True)
class Layer:
    """A series: name, values, colour («» is unseen), hatched or solid, number format of its labels («» is none)."""

    name: str
    values: Values
    tone: str = ""
    hatched: bool = False
    labels: str = ""
    outside: bool = False


def plain(text: str) -> str:
    """A text that a sheet takes as such."""
    return f" {text}" if text.startswith(FORMULA_SIGNS) else text


def paint(frame: Frame, part: Any, tone: str, hatched: bool) -> None:
    """Fills a series or a point: solid, hatched in the notation's direction, or not at all."""
    from pptx.dml.color import RGBColor
    from pptx.enum.dml import MSO_PATTERN

    fill, colour = part.format.fill, RGBColor.from_string(frame.theme.colour(tone or "paper"))
    if not tone:
        fill.background()
        part.format.line.fill.background()
    elif hatched:
        fill.patterned()
        falling = MSO_PATTERN.WIDE_DOWNWARD_DIAGONAL, MSO_PATTERN.WIDE_UPWARD_DIAGONAL
        fill.pattern = falling[0] if tone == "decrease" else falling[1]
        fill.fore_color.rgb, fill.back_color.rgb = colour, RGBColor(255, 255, 255)
        part.format.line.color.rgb = colour
    else:
        fill.solid()
        fill.fore_color.rgb = colour


def label(frame: Frame, series: Any, layer: Layer) -> None:
    """Labels that show the values themselves, so that edited data are labelled right."""
    from pptx.enum.chart import XL_LABEL_POSITION

    labels = series.data_labels
    labels.show_value, labels.number_format, labels.number_format_is_linked = True, layer.labels, False
    labels.position = XL_LABEL_POSITION.OUTSIDE_END if layer.outside else XL_LABEL_POSITION.INSIDE_BASE
    labels.font.bold = not layer.outside
    frame.colour(labels.font, "text")


def name_every_row(chart: Any) -> None:
    """Shows every row's name, however close they stand."""
    from lxml import etree

    axis = chart.category_axis._element
    last = axis.find("{*}noMultiLvlLbl")
    skip = etree.Element(f"{{{etree.QName(axis).namespace}}}tickLblSkip")
    skip.set("val", "1")
    last.addprevious(skip)


def inner_place(chart: Any, left: float, top: float, width: float, height: float) -> None:
    """Where the bars lie within the chart, as shares of it: two charts beside each other get the same rows."""
    from lxml import etree

    area = chart._chartSpace.chart.plotArea
    for old in area.findall("{*}layout"):
        area.remove(old)
    namespace = etree.QName(area).namespace
    layout = etree.SubElement(area, f"{{{namespace}}}layout")
    area.insert(0, layout)
    manual = etree.SubElement(layout, f"{{{namespace}}}manualLayout")
    facts = {"layoutTarget": "inner", "xMode": "edge", "yMode": "edge", "x": left, "y": top, "w": width, "h": height}
    for name, value in facts.items():
        etree.SubElement(manual, f"{{{namespace}}}{name}").set("val", str(value))


def describe(shape: Any, alt: str) -> None:
    """The chart's text alternative."""
    shape._element.nvGraphicFramePr.cNvPr.set("descr", alt)
