"""The first sheet of the workbook: what to do, and how far one has come. Its name says that it is never read."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from model.reading.languages import LANGUAGES
from model.template.grid import Grid, Place
from model.template.styles import Styles
from model.template.tables import NUMBERS
from model.template.words import Words, joined

NAME: Final = "_les_meg"
TAB: Final = "#1f2a44"
WIDTHS: Final = (20, 84, 16, 16, 20, 16)
HEADS: Final = ("sheet", "content", "needed", "filled", "before", "difference")
CHARACTERS: Final = 150
"""Letters of a line over the whole width."""

LINE_HEIGHT: Final = 15.5


def write_front(book: Any, grids: Mapping[str, Grid], words: Words, styles: Styles, is_filled: bool) -> None:
    """Adds the sheet to a book: the way to go in bokmål, the sheets, and the way in the other languages."""
    sheet = book.add_worksheet(NAME)
    sheet.set_tab_color(TAB)
    sheet.hide_gridlines(2)
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    first, *others = LANGUAGES
    row = _prose(sheet, 0, first, words, styles, is_filled)
    row = _overview(sheet, row + 1, grids, words, styles)
    for language in others:
        row = _prose(sheet, row + 2, language, words, styles, is_filled)
    sheet.protect("", {"format_columns": True})
    sheet.fit_to_pages(1, 0)
    sheet.activate()


def _prose(sheet: Any, row: int, language: str, words: Words, styles: Styles, is_filled: bool) -> int:
    """A heading and the steps in one language; gives the row below them."""
    title = words.text("front", "filled" if is_filled else "title", "text")[language]
    sheet.write_string(row, 0, title, styles.look("subtitle" if row else "title"))
    for number, step in enumerate(words.text("front", "steps", "text")[language].splitlines(), row + 1):
        lines = -(-len(step) // CHARACTERS)
        sheet.merge_range(number, 0, number, len(WIDTHS) - 1, step, styles.look("prose"))
        sheet.set_row(number, LINE_HEIGHT * lines)
    return number + 1


def _overview(sheet: Any, row: int, grids: Mapping[str, Grid], words: Words, styles: Styles) -> int:
    """The sheets with what each is, and how many figures stand in it; gives the row below them."""
    for column, name in enumerate(HEADS):
        sheet.write_string(row, column, joined(words.word(name), "\n"), styles.look("head_nb"))
    sheet.set_row(row, 3 * LINE_HEIGHT)
    for number, (name, grid) in enumerate(grids.items(), row + 1):
        needed = words.word("needed" if grid.needed else "optional")[LANGUAGES[0]]
        content = ". ".join(filter(None, (grid.title.get(LANGUAGES[0], name), grid.help.get(LANGUAGES[0]))))
        sheet.write_url(number, 0, f"internal:'{name}'!B6", styles.look("link"), name)
        sheet.write_string(number, 1, content, styles.look("prose"))
        sheet.write_string(number, 2, needed, styles.look("prose"))
        _counts(sheet, number, grid, styles)
        sheet.set_row(number, LINE_HEIGHT * -(-len(content) // WIDTHS[1]))
    return row + len(grids) + 1


def _counts(sheet: Any, row: int, grid: Grid, styles: Styles) -> None:
    """How many figures are filled in, how many the baseline before had, and the largest difference."""
    inputs, before = grid.places("input", NUMBERS), grid.places("previous", NUMBERS)
    if inputs:
        count = f"=COUNT({_ranges(grid, inputs)})"
        sheet.write_formula(row, 3, count, styles.look("computed"), _filled(grid, inputs))
    if before:
        sheet.write_number(row, 4, _filled(grid, before), styles.look("previous"))
    if checks := grid.places("check"):
        ranges = _ranges(grid, checks)
        largest = f"=MAX(0,MAX({ranges}),-MIN({ranges}))"
        sheet.write_formula(row, 5, largest, styles.look("check", "0.0"), _largest(grid, checks))


def _ranges(grid: Grid, places: Sequence[Place]) -> str:
    """The places as blocks of cells below each other, for a formula; what stands between them is not of them."""
    blocks: list[list[Place]] = []
    for place in sorted(places, key=lambda place: (place.column, grid.row_number(place.row))):
        follows = blocks and blocks[-1][-1].column == place.column
        if follows and grid.row_number(blocks[-1][-1].row) == grid.row_number(place.row) - 1:
            blocks[-1].append(place)
        else:
            blocks.append([place])
    return ",".join(f"'{grid.name}'!{grid.address(block[0])}:{grid.address(block[-1])}" for block in blocks)


def _filled(grid: Grid, places: Sequence[Place]) -> int:
    return sum(isinstance(_content(grid, place), float) for place in places)


def _largest(grid: Grid, places: Sequence[Place]) -> float:
    contents = [_content(grid, place) for place in places]
    values = [getattr(content, "value", content) for content in contents]
    return max((abs(value) for value in values if isinstance(value, float)), default=0.0)


def _content(grid: Grid, place: Place) -> object:
    return next(line.cells[place.column].content for line in grid.lines if line.id == place.row)
