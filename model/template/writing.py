"""Writes grids as the sheets of a workbook."""

from collections.abc import Mapping
from typing import Any, Final

from model.reading.languages import LANGUAGES
from model.template.grid import CORNER, HEADER, LABEL, Cell, Column, Formula, Grid, Line, Place, cell_address
from model.template.styles import Styles

TAB_NEEDED, TAB_OPTIONAL = "#d99a00", "#8fa3c7"
WIDTHS: Final = {"mnok": 13.0, "text": 24.0, "share": 12.0, "weight": 12.0, "number": 12.0, "year": 9.0, "when": 14.0}
WIDTH_OF: Final = {LABEL: 46.0, "value": 30.0, "line": 60.0}
WIDTH: Final = 18.0
WIDEST_ID: Final = 44.0
LABEL_HEIGHT: Final = 32.0
LINE_HEIGHT: Final = 15
"""Points of each line of a text that has several."""

TOLERANCE_OF_DECIMALS, TOLERANCE_OF_WHOLE = 0.15, 1.5
"""Differences that the rounding of some figures can make, of those with decimals and of whole ones."""

PROTECTION: Final = dict.fromkeys(
    ("insert_rows", "insert_columns", "delete_rows", "format_cells", "format_columns", "format_rows", "sort"), True
)
"""What can be done in a protected sheet beside typing."""


def write_grid(book: Any, grid: Grid, grids: Mapping[str, Grid], styles: Styles) -> None:
    """Adds a sheet to a book."""
    sheet = book.add_worksheet(grid.name)
    sheet.set_tab_color(TAB_NEEDED if grid.needed else TAB_OPTIONAL)
    _write_header(sheet, grid, styles)
    solutions = _solutions(grids["bridge"])
    for number, line in enumerate(grid.lines, HEADER):
        _write_id(sheet, number, line, styles)
        for at, column in enumerate(grid.columns, 1):
            if column.id in line.cells:
                _write_cell(sheet, (number, at), line, line.cells[column.id], (grid, grids), styles)
                _validate(sheet, (number, at), line.cells[column.id], solutions, styles)
    _finish(sheet, grid, styles)


def _write_header(sheet: Any, grid: Grid, styles: Styles) -> None:
    """The ids, and below them what they are called and in what unit."""
    sheet.write_string(0, 0, CORNER, styles.look("head"))
    for number, language in enumerate(LANGUAGES, 1):
        sheet.write_string(number, 0, f"_{language}", styles.look("head_other"))
    sheet.write_string(HEADER - 1, 0, "_unit", styles.look("unit"))
    for at, column in enumerate(grid.columns, 1):
        _write_id_of(sheet, at, column, styles)
        for number, language in enumerate(LANGUAGES, 1):
            look = "head_other" if number > 1 else "head_nb"
            sheet.write_string(number, at, column.label.get(language, ""), styles.look(look))
        sheet.write_string(HEADER - 1, at, next(iter(column.unit.values()), ""), styles.look("unit"))
    for number in range(1, HEADER - 1):
        sheet.set_row(number, LABEL_HEIGHT)


def _write_id_of(sheet: Any, at: int, column: Column, styles: Styles) -> None:
    """A column's id; a year is a number, as anybody would type it."""
    if column.id.isdecimal():
        sheet.write_number(0, at, int(column.id), styles.look("head"))
    else:
        sheet.write_string(0, at, column.id, styles.look("head"))


def _write_id(sheet: Any, number: int, line: Line, styles: Styles) -> None:
    look = "open_id" if line.is_open else "id"
    sheet.write(number, 0, line.shown_id, styles.look(look))


def _write_cell(
    sheet: Any, at: tuple[int, int], line: Line, cell: Cell, within: tuple[Grid, Mapping[str, Grid]], styles: Styles
) -> None:
    """A text, a number, a formula with what it gives now, or a blank."""
    look = "open_previous" if line.is_open and cell.look == "previous" else cell.look
    style, content = styles.of(cell, look), cell.content
    if isinstance(content, Formula):
        sheet.write_formula(*at, _written(content, *within), style, content.value)
    elif isinstance(content, float):
        sheet.write_number(*at, content, style)
    elif content:
        sheet.write_string(*at, content, style)
        if "\n" in content:
            sheet.set_row(at[0], LINE_HEIGHT * (content.count("\n") + 1))
    else:
        sheet.write_blank(*at, None, style)


def _written(formula: Formula, grid: Grid, grids: Mapping[str, Grid]) -> str:
    """A formula with the names of its cells."""
    return formula.text.format(*(_address(place, grid, grids) for place in formula.places))


def _address(place: Place, grid: Grid, grids: Mapping[str, Grid]) -> str:
    if not place.sheet or place.sheet == grid.name:
        return grid.address(place)
    return f"{place.sheet}!{grids[place.sheet].address(place)}"


def _solutions(bridge: Grid) -> str:
    """Where the solutions are listed, as a formula."""
    ids = [number for number, line in enumerate(bridge.lines, HEADER) if not line.id.startswith("_")]
    return f"={bridge.name}!{cell_address(ids[0], 0, absolute=True)}:{cell_address(ids[-1], 0, absolute=True)}"


def _validate(sheet: Any, at: tuple[int, int], cell: Cell, solutions: str, styles: Styles) -> None:
    rule = styles.validation(cell.kind, solutions) if cell.look == "input" else None
    if rule is not None:
        sheet.data_validation(*at, *at, rule)


def _finish(sheet: Any, grid: Grid, styles: Styles) -> None:
    """Widths, what stays in sight, the colours of checks, and protection."""
    ids = [len(line.shown_id) for line in grid.lines]
    sheet.set_column(0, 0, min(max((*ids, 12)) + 2, WIDEST_ID))
    for at, column in enumerate(grid.columns, 1):
        sheet.set_column(at, at, WIDTH_OF.get(column.id, WIDTHS.get(column.kind, WIDTH)))
    has_label = bool(grid.columns) and grid.columns[0].id == LABEL
    sheet.freeze_panes(HEADER, 2 if has_label else 1)
    tolerance = TOLERANCE_OF_DECIMALS if _has_decimals(grid) else TOLERANCE_OF_WHOLE
    for place in grid.places("check"):
        _colour(sheet, grid.address(place), tolerance, styles)
    sheet.protect("", PROTECTION)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _has_decimals(grid: Grid) -> bool:
    cells = (line.cells[column.id] for line in grid.lines for column in grid.columns if column.id in line.cells)
    return any(cell.look == "input" and cell.kind == "mnok" and bool(cell.decimals) for cell in cells)


def _colour(sheet: Any, address: str, tolerance: float, styles: Styles) -> None:
    blank = {"type": "blanks", "stop_if_true": True, "format": None}
    sheet.conditional_format(address, {**blank})
    for criteria, look in (
        (f"=ABS(N({address}))>{tolerance}", styles.differs),
        (f"=ISNUMBER({address})", styles.agrees),
    ):
        sheet.conditional_format(address, {"type": "formula", "criteria": criteria, "format": look})
