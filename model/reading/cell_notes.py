"""What the sheets of a workbook say of their cells beside the values: formulas without one, and number formats.

The reader of cells gives neither: a formula that nobody has calculated would be an empty cell, and a date a number.
"""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from xml.parsers import expat

from model.reading.workbook import BOOK, FORMATS, PLACE, RELATIONS, WorkbookError, column_number

MOST_NAMED: Final = 70_000
"""Elements of a kind that are kept: a workbook may have 64 000 formats."""

GENERAL: Final = "General"
BUILT_IN: Final = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    37: "#,##0",
    38: "#,##0",
    39: "#,##0.00",
    40: "#,##0.00",
    49: "@",
    **dict.fromkeys((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)), "yyyy"),
}
"""The formats that a workbook names by number alone; those of dates and times need no more than that they are one."""

Place = tuple[int, int]
"""Row and column of a cell, both from 1."""


@dataclass(frozen=True, slots=True)
class CellNotes:
    """What a sheet says of its cells.

    unvalued: the cells with a formula and no stored value. formats: the format of each cell that has another than
    ``GENERAL``, such as «0.00».
    """

    unvalued: frozenset[Place]
    formats: Mapping[Place, str]


def cell_notes(parts: Mapping[str, bytes]) -> dict[str, CellNotes]:
    """The notes of each sheet by its name, from the counted parts of a workbook. Raises WorkbookError."""
    small = {name.lower(): content for name, content in parts.items()}
    formats = _formats(small[FORMATS]) if FORMATS in small else []
    targets = {
        attributes.get("Id"): posixpath.normpath(posixpath.join("/xl", attributes.get("Target", "")))
        .lstrip("/")
        .lower()
        for _, _, attributes in _elements(small.get(RELATIONS, b"<none/>"), "Relationship")
    }
    found = {}
    for _, _, attributes in _elements(small[BOOK], "sheet"):
        target = targets.get(next((value for name, value in attributes.items() if name.endswith(":id")), None), "")
        if target in small:
            found[attributes.get("name", "")] = _Notes(formats).of(small[target])
    return found


def _formats(styles: bytes) -> list[str]:
    """The format of each style, in the order in which cells name them."""
    codes = dict(BUILT_IN)
    found = []
    for parent, name, attributes in _elements(styles, "numFmt", "xf"):
        if name == "numFmt":
            codes[int(attributes["numFmtId"])] = attributes["formatCode"]
        elif parent == "cellXfs":
            found.append(codes.get(int(attributes.get("numFmtId", 0)), GENERAL))
    return found


def _elements(content: bytes, *names: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    """The elements with one of these names: what they stand in, their name and their attributes."""
    found: list[tuple[str, str, dict[str, str]]] = []
    within = [""]

    def start(name: str, attributes: dict[str, str]) -> None:
        kind = name.rpartition(":")[2]
        if kind in names:
            if len(found) == MOST_NAMED:
                raise WorkbookError("workbook_size")
            found.append((within[-1], kind, attributes))
        within.append(kind)

    parser = expat.ParserCreate("UTF-8")
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _: within.pop()
    parser.Parse(content, True)
    return iter(found)


class _Notes:
    """Reads one sheet's notes."""

    def __init__(self, styles: list[str]) -> None:
        self.styles = styles
        self.row = self.column = 0
        self.style, self.is_formula, self.is_valued = GENERAL, False, False
        self.is_value = False
        self.unvalued: set[Place] = set()
        self.formats: dict[Place, str] = {}

    def of(self, sheet: bytes) -> CellNotes:
        """The notes of a sheet's part, which has been counted."""
        parser = expat.ParserCreate("UTF-8")
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(sheet, True)
        return CellNotes(frozenset(self.unvalued), self.formats)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        kind = name.rpartition(":")[2]
        if kind == "row":
            self.row, self.column = int(attributes.get("r", self.row + 1)), 0
        elif kind == "c":
            self._cell(attributes)
        elif kind == "f":
            self.is_formula = True
        elif kind == "v":
            self.is_value = True

    def _cell(self, attributes: dict[str, str]) -> None:
        self.column += 1
        if place := PLACE.fullmatch(attributes.get("r", "")):
            self.row, self.column = int(place[2]), column_number(place[1])
        style = int(attributes.get("s", 0))
        self.style = self.styles[style] if style < len(self.styles) else GENERAL
        self.is_formula, self.is_valued = False, attributes.get("t") == "str"  # a formula may give an empty text

    def _text(self, text: str) -> None:
        self.is_valued = self.is_valued or (self.is_value and bool(text.strip()))

    def _end(self, name: str) -> None:
        kind = name.rpartition(":")[2]
        if kind == "v":
            self.is_value = False
        elif kind == "c" and self.is_formula and not self.is_valued:
            self.unvalued.add((self.row, self.column))
        elif kind == "c" and self.is_valued and self.style != GENERAL:
            self.formats[self.row, self.column] = self.style
