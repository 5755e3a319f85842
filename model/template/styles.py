"""How the cells of the workbook look, and what can be typed in them."""

from collections.abc import Mapping
from typing import Any, Final

from model.baseline.axes import ADDED, PUBLISHED_STEPS
from model.baseline.details import KINDS
from model.baseline.keys import KEY_SET_QUALITIES
from model.baseline.printed import ROLES
from model.reading.languages import LANGUAGES
from model.reading.sheets import SWITCHES
from model.template.grid import Cell
from model.template.words import Words, joined

INK, PAPER, MUTED, LINE = "#1f2a44", "#ffffff", "#6b7280", "#d5d9e0"
INPUT, COMPUTED, ID = "#fff7dc", "#eef0f4", "#e3e9f5"
AGREES, DIFFERS = "#1b7a3d", "#b3261e"

LOOKS: Final[Mapping[str, Mapping[str, Any]]] = {
    "input": {"bg_color": INPUT, "border": 1, "border_color": LINE, "locked": False},
    "computed": {"bg_color": COMPUTED, "font_color": INK},
    "total": {"bg_color": COMPUTED, "font_color": INK, "bold": True, "top": 1, "top_color": MUTED},
    "check": {"bg_color": COMPUTED, "font_color": MUTED},
    "previous": {"italic": True, "font_color": MUTED},
    "label": {"font_color": INK, "text_wrap": True},
    "id": {"bg_color": ID, "font_color": INK},
    "open_id": {"bg_color": INPUT, "font_color": INK, "border": 1, "border_color": LINE, "locked": False},
    "open_previous": {"italic": True, "font_color": MUTED, "locked": False},
    "head": {"bg_color": INK, "font_color": PAPER, "bold": True},
    "head_nb": {"bold": True, "text_wrap": True, "bg_color": ID},
    "head_other": {"italic": True, "text_wrap": True, "font_color": MUTED, "bg_color": ID, "font_size": 9},
    "unit": {"font_color": MUTED, "bg_color": ID, "font_size": 9, "bottom": 1, "bottom_color": INK},
    "title": {"bold": True, "font_size": 16, "font_color": INK},
    "subtitle": {"bold": True, "font_size": 12, "font_color": INK},
    "prose": {"text_wrap": True, "font_color": INK},
    "link": {"font_color": "#1d4ed8", "underline": 1},
}
"""Yellow is to be filled in, grey adds up, and italics are the baseline before."""

TYPED_DECIMALS: Final = 3
"""As many decimals of an amount as are shown where somebody types them."""

HIGHEST: Final = 1_000_000
LOWEST_YEAR, HIGHEST_YEAR = 2015, 2100
CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "switch": tuple(filter(None, SWITCHES)),
    "component": (*PUBLISHED_STEPS, ADDED),
    "role": ROLES,
    "line": KINDS,
    "quality": KEY_SET_QUALITIES,
}
NUMBERS: Final[Mapping[str, tuple[float, float]]] = {
    "mnok": (-HIGHEST, HIGHEST),
    "share": (0, 1),
    "weight": (0, HIGHEST),
    "number": (-HIGHEST, HIGHEST),
    "year": (LOWEST_YEAR, HIGHEST_YEAR),
}


class Styles:
    """The formats of a workbook, each made once; ``agrees`` and ``differs`` are those of a check that holds or not."""

    def __init__(self, book: Any, words: Words) -> None:
        self.book, self.words = book, words
        self.made: dict[tuple[str, str], Any] = {}
        self.agrees = book.add_format({"font_color": AGREES})
        self.differs = book.add_format({"font_color": DIFFERS, "bold": True})

    def look(self, name: str, number: str = "General") -> Any:
        """A look with a number format."""
        if (name, number) not in self.made:
            options = {"valign": "top", "font_name": "Calibri", **LOOKS[name], "num_format": number}
            self.made[name, number] = self.book.add_format(options)
        return self.made[name, number]

    def of(self, cell: Cell, look: str = "") -> Any:
        """The format of a cell, which decides how many decimals its number is read with again."""
        return self.look(look or cell.look, number_format(cell))

    def validation(self, kind: str, solutions: str) -> dict[str, Any] | None:
        """What can be typed in a cell of this kind; ``solutions``: where they are listed. None: anything."""
        if kind in NUMBERS:
            low, high = NUMBERS[kind]
            rule = {"validate": "integer" if kind == "year" else "decimal", "criteria": "between"}
            return {**rule, "minimum": low, "maximum": high, **self._refusal("refused_number")}
        if kind in CHOICES or kind == "solution":
            source = solutions if kind == "solution" else list(CHOICES[kind])
            return {"validate": "list", "source": source, **self._refusal("refused_choice")}
        return None

    def _refusal(self, word: str) -> dict[str, str]:
        title = self.words.word("refused_title")[LANGUAGES[0]]
        return {"error_title": title, "error_message": joined(self.words.word(word), "\n")}


def number_format(cell: Cell) -> str:
    """A number's format; «0.0##» shows a decimal at least, and everything that somebody types."""
    if cell.kind == "percent":
        return "0.0\u00a0%"
    if cell.kind == "text" or cell.decimals is None:
        return "General"
    if cell.exact or cell.decimals >= TYPED_DECIMALS:
        return f"0.{'0' * cell.decimals}" if cell.decimals else "0"
    return f"#,##0.{'0' * cell.decimals}{'#' * (TYPED_DECIMALS - cell.decimals)}" if cell.decimals else "General"
