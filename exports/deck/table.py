"""A table on a slide in the tool's look: a bold head over a line, and a lighter one under each row."""

from typing import Any, Final

from charts.records.figure import Table
from exports.deck.frame import INNER, MARGIN, Frame

PLAIN: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""The style without ground and lines, by the name that PowerPoint knows it by."""

ROW, SIZE, LINE = 0.32, 12, 9525  # inches; points; a line of that many English Metric Units
FIRST: Final = 2.0  # how much wider the first column is, which names the rows
EDGES: Final = ("lnL", "lnR", "lnT", "lnB")


def add_table(frame: Frame, slide: Any, table: Table, top: float) -> None:
    """A native table across the slide."""
    from pptx.util import Inches

    count = len(table.header)
    places = (MARGIN, top, INNER, ROW * (len(table.rows) + 1))
    shape = slide.shapes.add_table(len(table.rows) + 1, count, *(Inches(each) for each in places))
    shape.table._tbl.tblPr.find("{*}tableStyleId").text = PLAIN
    shape.table.horz_banding = False
    for column in range(count):
        share = (FIRST if column == 0 else 1.0) / (FIRST + count - 1)
        shape.table.columns[column].width = Inches(INNER * share)
    for row, cells in enumerate((table.header, *table.rows)):
        shape.table.rows[row].height = Inches(ROW)
        for column, words in enumerate(cells):
            _write(frame, shape.table.cell(row, column), words, is_head=row == 0)


def _write(frame: Frame, cell: Any, words: str, is_head: bool) -> None:
    from pptx.util import Inches, Pt

    cell.text = words
    cell.margin_top = cell.margin_bottom = Inches(0.04)
    cell.margin_left = 0
    font = cell.text_frame.paragraphs[0].font
    font.size, font.bold = Pt(SIZE), is_head
    frame.colour(font, "text")
    _underline(cell, frame.theme.colour("total" if is_head else "line"))


def _underline(cell: Any, colour: str) -> None:
    """A line under the cell, and none at its other sides."""
    from lxml import etree

    properties = cell._tc.get_or_add_tcPr()
    drawing = etree.QName(properties).namespace
    for edge in EDGES:
        line = etree.SubElement(properties, f"{{{drawing}}}{edge}")
        if edge != EDGES[-1]:
            etree.SubElement(line, f"{{{drawing}}}noFill")
            continue
        line.set("w", str(LINE))
        fill = etree.SubElement(line, f"{{{drawing}}}solidFill")
        etree.SubElement(fill, f"{{{drawing}}}srgbClr").set("val", colour)
