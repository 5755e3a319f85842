"""What the sheets share: the file, its formats, names of sheets, and where the model's cells stand."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from textwrap import wrap
from typing import Any, Self

from charts.draw.palette import PALETTE
from exports.subject import Subject
from exports.workbook.calculation import Calculation, CellPlace, Value
from exports.workbook.grid import Grid, address
from model import Answer, answer
from model.answers.question import FIXED
from model.baseline.baseline import Baseline
from texts import Texts

AMOUNT = "[>=0.05]#,##0.0;[<=-0.05]\u2212#,##0.0;0.0"
SHARE = "0.0#####\u00a0%"
CHANGE = "[>=0.05]+#,##0.0;[<=-0.05]\u2212#,##0.0;0.0"
"""What rounds to zero has no sign."""

NOK, NOK_CHANGE = "#,##0;\u2212#,##0", "[>=0.5]+#,##0;[<=-0.5]\u2212#,##0;0"
KRONER, KRONER_CHANGE = "#,##0.00;\u2212#,##0.00", "[>=0.005]+#,##0.00;[<=-0.005]\u2212#,##0.00;0.00"

LONGEST = 31  # letters of a sheet's name
LINE = 15.75  # points
BOLD = 0.85  # as many bold letters fit where one not bold does, about

FORMATS: dict[str, dict[str, Any]] = {
    "text": {},
    "setting": {},
    "bold": {"bold": True},
    "title": {"bold": True, "font_size": 16},
    "muted": {"font_color": PALETTE["muted"]},
    "name": {"font_color": PALETTE["muted"], "indent": 1},
    "head": {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bottom_color": PALETTE["total"]},
    "head_right": {
        "bold": True,
        "text_wrap": True,
        "valign": "top",
        "align": "right",
        "bottom": 1,
        "bottom_color": PALETTE["total"],
    },
    "year": {"num_format": "0"},
    "persons": {"num_format": "#,##0"},
    "mnok": {"num_format": AMOUNT},
    "mnok_change": {"num_format": CHANGE},
    "nok": {"num_format": "#,##0"},
    "percent": {"num_format": '0.0" %"'},
    "count": {"num_format": "#,##0.##"},
    "sum": {"num_format": AMOUNT, "bold": True, "top": 1},
    "factor": {"num_format": "0.0000"},
    "share": {"num_format": SHARE},
    "input_share": {"num_format": SHARE, "bg_color": "#fff4d6", "border": 1, "border_color": PALETTE["line"]},
    "input": {"bg_color": "#fff4d6", "border": 1, "border_color": PALETTE["line"]},
    "input_text": {"bg_color": "#fff4d6", "border": 1, "border_color": PALETTE["line"], "num_format": "@"},
    "left": {"align": "left"},
    "mnok_left": {"num_format": AMOUNT, "align": "left", "bold": True},
    "bold_left": {"align": "left", "bold": True},
    "muted_left": {"align": "left", "font_color": PALETTE["muted"]},
    "persons_left": {"align": "left", "num_format": "#,##0"},
    "nok_sum": {"num_format": NOK, "bold": True, "top": 1},
    "nok_change": {"num_format": NOK_CHANGE},
    "kroner": {"num_format": KRONER},
    "kroner_change": {"num_format": KRONER_CHANGE, "bold": True},
    "percent_change": {"num_format": "+0.0\u00a0%;\u22120.0\u00a0%;0.0\u00a0%"},
    "wrapped": {"text_wrap": True, "valign": "top"},
}
"""Excel shows thousands and decimals as the reader's own: «1 234,5» in Norway."""


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet while it is written. It keeps what a formula may ask for; the formulas get their values at the end."""

    sheet: Any
    name: str
    cells: dict[CellPlace, Value] = field(default_factory=dict)
    formulas: dict[CellPlace, tuple[str, Any]] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Any:
        """What else XlsxWriter's sheet can do."""
        return getattr(self.sheet, name)

    def write(self, row: int, column: int, value: Value, style: Any = None) -> None:
        """Writes a text, a number, or true or false."""
        of_kind = {str: self.sheet.write_string, bool: self.sheet.write_boolean}
        of_kind.get(type(value), self.sheet.write_number)(row, column, value, style)
        self.cells[self.name, row, column] = value

    def write_formula(self, row: int, column: int, formula: str, style: Any = None) -> None:
        """Writes a formula; its value follows, for it may hang on cells that are not written yet."""
        self.formulas[self.name, row, column] = formula, style


@dataclass(frozen=True)
class Book:
    """A workbook while it is written. ``formats``: by the names of ``FORMATS``; ``grid``: the model sheet's cells."""

    file: Any
    subject: Subject
    formats: dict[str, Any]
    pages: list[Page] = field(default_factory=list)
    names: dict[str, CellPlace] = field(default_factory=dict)

    @classmethod
    def of(cls, file: Any, subject: Subject) -> Self:
        """The book of a file that nothing is written to yet."""
        formats = {
            name: file.add_format({**values, "locked": not name.startswith("input")})
            for name, values in FORMATS.items()
        }
        return cls(file, subject, formats)

    @property
    def texts(self) -> Texts:
        """The subject's texts."""
        return self.subject.texts

    @cached_property
    def grid(self) -> Grid:
        """The places of the model sheet's cells, for formulas on other sheets."""
        return Grid(self.texts("export.sheet_model"), self.subject.answer.result.years, self.baseline.solutions)

    @cached_property
    def fixed(self) -> Answer:
        """The same answer in fixed kroner, which the live price index can be put on."""
        return answer(replace(self.subject.question, prices=FIXED))

    def live_index(self, year: int) -> str:
        """What an amount in fixed kroner is multiplied by, in the prices that are chosen in the workbook."""
        return f"{self.grid.there(year, 'price_index')}/{self.grid.there(year, 'deflator')}"

    @property
    def baseline(self) -> Baseline:
        """The baseline that the formulas start from."""
        return self.subject.baseline

    def define(self, name: str, title: str, row: int, column: int = 1) -> None:
        """Names a cell of the sheet with that title."""
        self.file.define_name(name, f"='{title}'!{address(row, column)}")
        self.names[name] = title, row, column

    def protect(self) -> None:
        """Locks every sheet that has formulas, without a password: a stray key destroys none. Inputs stay open."""
        for sheet in {page.name: page.sheet for page in self.pages if page.formulas}.values():
            sheet.protect("", {"format_columns": True, "format_rows": True})

    def calculate(self) -> None:
        """Writes every formula with its value, so that it is seen also where nothing calculates."""
        cells = {place: value for page in self.pages for place, value in page.cells.items()}
        formulas = {place: formula for page in self.pages for place, (formula, _) in page.formulas.items()}
        calculation = Calculation(cells, formulas, self.names, self.texts.amount)
        for page in self.pages:
            for place, (formula, style) in page.formulas.items():
                page.sheet.write_formula(*place[1:], formula, style, calculation.value(place))

    def add(self, title: str, *widths: float, prices: str = "") -> Page:
        """A new sheet, its columns this wide, with the line of provenance as its footer.

        prices: of its amounts, where they stay; else that line's are said to be the export's, for a sheet of live
        formulas may show others.
        """
        at_export = self.texts("export.at_export", prices=self.subject.context.prices)
        footer = self.subject.provenance_in(prices or at_export).replace("&", "&&")
        sheet = self.file.add_worksheet(title[:LONGEST])
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.hide_gridlines(2)
        sheet.set_footer(f"&L&8{footer[:216]}&R&P/&N")
        self.pages.append(Page(sheet, title[:LONGEST]))
        return self.pages[-1]


def quoted(words: str) -> str:
    """Words as a text inside a formula, in quotes."""
    return '"' + words.replace('"', '""') + '"'


def head_height(heads: Iterable[str], widths: Iterable[float]) -> float:
    """Points that the heads of columns need, whose widths are in letters: not every program makes the room itself."""
    lines = (len(wrap(head, max(1, int(width * BOLD)))) for head, width in zip(heads, widths, strict=True))
    return LINE * max(1, *lines)
