"""What the sheets share: the file, its formats, names of sheets, and where the model's cells stand."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from textwrap import wrap
from typing import Any, Self

from charts.palette import PALETTE
from exports.subject import Subject
from exports.workbook.grid import Grid
from model import Result
from texts import Texts

AMOUNT = "[>=0.05]#,##0.0;[<=-0.05]\u2212#,##0.0;0.0"
CHANGE = "[>=0.05]+#,##0.0;[<=-0.05]\u2212#,##0.0;0.0"
"""What rounds to zero has no sign."""

LINE = 15.75  # points
BOLD = 0.85  # as many bold letters fit where one not bold does, about

FORMATS: dict[str, dict[str, Any]] = {
    "text": {},
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
    "sum": {"num_format": AMOUNT, "bold": True, "top": 1},
    "factor": {"num_format": "0.0000"},
    "share": {"num_format": "0.0##\u00a0%"},
    "input_share": {"num_format": "0.0##\u00a0%", "bg_color": "#fff4d6", "border": 1, "border_color": PALETTE["line"]},
    "input": {"bg_color": "#fff4d6", "border": 1, "border_color": PALETTE["line"]},
}
"""Excel shows thousands and decimals as the reader's own: «1 234,5» in Norway."""


@dataclass(frozen=True)
class Book:
    """A workbook while it is written. ``formats``: by the names of ``FORMATS``; ``grid``: the model sheet's cells."""

    file: Any
    subject: Subject
    formats: dict[str, Any]

    @classmethod
    def of(cls, file: Any, subject: Subject) -> Self:
        """The book of a file that nothing is written to yet."""
        return cls(file, subject, {name: file.add_format(values) for name, values in FORMATS.items()})

    @property
    def texts(self) -> Texts:
        """The subject's texts."""
        return self.subject.texts

    @property
    def nominal(self) -> Result:
        """The model's answer in the scenario's own prices, as the model sheet computes it."""
        return self.subject.answer.nominal

    @cached_property
    def grid(self) -> Grid:
        """Where the model's cells stand."""
        return Grid(self.texts("export.sheet_model"), self.subject.answer.result.years)

    def add(self, title: str, *widths: float) -> Any:
        """A new sheet, its columns this wide, with the line of provenance as its footer.

        The prices of that line are said to be the export's: a sheet of live formulas may show others.
        """
        prices = self.texts("export.at_export", prices=self.subject.context.prices)
        footer = self.subject.provenance_in(prices).replace("&", "&&")
        sheet = self.file.add_worksheet(title[:31])
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.set_landscape()
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 0)
        sheet.hide_gridlines(2)
        sheet.set_footer(f"&8{footer[:220]}&R&P/&N")
        return sheet


def quoted(words: str) -> str:
    """Words as a text inside a formula."""
    return '"' + words.replace('"', '""') + '"'


def head_height(heads: Iterable[str], widths: Iterable[float]) -> float:
    """Points that the heads of columns need, whose widths are in letters: not every program makes the room itself."""
    lines = (len(wrap(head, max(1, int(width * BOLD)))) for head, width in zip(heads, widths, strict=True))
    return LINE * max(1, *lines)
