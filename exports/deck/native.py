"""Native charts: series with fills, labels bound to the values, the sheet behind them, and where the bars lie."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from exports.deck.frame import Box, Frame

Values = Sequence[float | None]
NUMBERS = "#,##0.0"
LIGHT = 0.4  # of a colour's strength, for what a scenario is held against
FORMULA_SIGNS = ("=", "{", "http", "ftp", "mailto:", "internal:", "external:")
"""What python-pptx, which writes a sheet of its own first, would not take for text, or stop at."""


@dataclass(frozen=True, slots=True)
class Layer:
    """A series: name, values, colour («» is unseen), and what is written at each value («» is nothing).

    light: drawn light, for what a scenario is held against. labels: ready texts, and no numbers that a program would
    write by the rules of its own country; all of them empty for none.

    sums: the layers, as first and last place, whose sum in each row the values are as far as that lies above zero;
    ``below``: as far as it lies below. In the sheet behind the chart they are formulas, so that a total follows what is
    edited.
    """

    name: str
    values: Values
    tone: str = ""
    light: bool = False
    labels: Sequence[str] = ()
    outside: bool = False
    sums: tuple[int, int] | None = None
    below: bool = False


def plain(text: str) -> str:
    """A text with a space before it where a sheet would take it for a formula or an address."""
    return f" {text}" if text.startswith(FORMULA_SIGNS) else text


def add_chart(slide: Any, kind: Any, place: Box, rows: Sequence[str], layers: Sequence[Layer], alt: str) -> Any:
    """A chart of the layers with its text alternative, its sheet written by us."""
    from pptx.chart.data import CategoryChartData
    from pptx.util import Inches

    rows = [plain(name) for name in rows]
    data = CategoryChartData(number_format=NUMBERS)
    data.categories = rows
    for layer in layers:
        data.add_series(plain(layer.name), layer.values)
    shape = slide.shapes.add_chart(kind, *(Inches(x) for x in place), data)
    shape._element.nvGraphicFramePr.cNvPr.set("descr", alt)
    shape.chart.part.chart_workbook.update_from_xlsx_blob(_sheet(rows, layers))
    return shape.chart


def _sheet(rows: Sequence[str], layers: Sequence[Layer]) -> bytes:
    """The sheet where the chart looks for its numbers: texts are written as texts, sums as formulas."""
    import xlsxwriter  # here, for it is wanted for slides only

    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as file:
        page, style = file.add_worksheet("Sheet1"), file.add_format({"num_format": NUMBERS})
        for row, name in enumerate(rows, start=1):
            page.write_string(row, 0, name)
        for column, layer in enumerate(layers, start=1):
            page.write_string(0, column, plain(layer.name))
            for row, value in enumerate(layer.values, start=1):
                if value is not None and layer.sums:
                    page.write_formula(row, column, _sum(row, layer.sums, layer.below), style, value)
                elif value is not None:
                    page.write_number(row, column, value, style)
    return buffer.getvalue()


def _sum(row: int, layers: tuple[int, int], below: bool) -> str:
    """The formula of the sum of a row's cells from one layer to another, as far as it lies above or below zero."""
    from xlsxwriter.utility import xl_rowcol_to_cell

    first, last = (xl_rowcol_to_cell(row, place + 1) for place in layers)
    return f"=MAX(0,{'-' if below else ''}SUM({first}:{last}))"


def paint(frame: Frame, part: Any, tone: str, light: bool = False) -> None:
    """Fills a series or a point: in full colour, light, or not at all."""
    from pptx.dml.color import RGBColor

    fill, colour = part.format.fill, RGBColor.from_string(frame.theme.colour(tone or "paper"))
    if not tone:
        fill.background()
        part.format.line.fill.background()
    else:
        fill.solid()
        fill.fore_color.rgb = colour if not light else RGBColor(*(_lighter(part) for part in colour))


def _lighter(part: int) -> int:
    """One of the three parts of a colour, nearer to white."""
    return round(255 - (255 - part) * LIGHT)


def label(frame: Frame, series: Any, layer: Layer, size: float) -> None:
    """Writes the labels as texts: their decimal sign stays, wherever the slide is shown."""
    from pptx.enum.chart import XL_LABEL_POSITION

    position = XL_LABEL_POSITION.OUTSIDE_END if layer.outside else XL_LABEL_POSITION.INSIDE_BASE
    for at, words in enumerate(layer.labels):
        if words:
            write(frame, series.points[at], words, position, size, bold=not layer.outside)


def write(
    frame: Frame, point: Any, words: str, position: Any, size: float, tone: str = "text", bold: bool = False
) -> None:
    """Writes words at a point of a chart."""
    from pptx.util import Pt

    written = point.data_label
    written.text_frame.text, written.position = words, position
    for paragraph in written.text_frame.paragraphs:
        for run in paragraph.runs:
            run.font.size, run.font.bold = Pt(size), bold
            frame.colour(run.font, tone)


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
