"""Where the model sheet's cells stand: a block of rows for each year, a column for each solution."""

from dataclasses import dataclass

SCALARS = ("on", "kappa", "price_index", "unspent_share", "shortfall_share", "step", "margin", "deflator")
CELLS = (
    "investment_cell",
    "financing_cell",
    "volume_cell",
    "efficiency_cell",
    "decommissioning",
    "added_measures",
    "state_funded",
)
GROWTH = "growth"
"""A factor of each solution: the only row that has no sum."""

COUNTED = ("investment", "counted_volume", "counted_efficiency", GROWTH)
EQUATIONS = ("previous_fixed", *CELLS, *COUNTED, "level", "base", "volume", "efficiency")
RESULTS = ("cost_level", "unspent", "shortfall", "returned", "state_funding", "financing_need")
BRIDGE = (
    "b_previous_level",
    "b_indexation",
    "b_investment",
    "b_changed_financing",
    "b_volume_preparedness",
    "b_efficiency",
    "b_added_measures",
    "b_risk_margin",
)
ROWS = (*SCALARS, *EQUATIONS, *RESULTS, *BRIDGE)
FIRST_ROW, FIRST_COLUMN = 4, 2  # from 0


@dataclass(frozen=True, slots=True)
class Grid:
    """Places on the sheet called ``sheet``; rows and columns count from 0, addresses are absolute."""

    sheet: str
    years: tuple[int, ...]
    solutions: tuple[str, ...]

    @property
    def sum_column(self) -> int:
        """The column of the sums, after the last solution's."""
        return FIRST_COLUMN + len(self.solutions)

    def row(self, year: int, name: str) -> int:
        """The row of a quantity in a year."""
        return FIRST_ROW + self.years.index(year) * (len(ROWS) + 2) + 1 + ROWS.index(name)

    def head(self, year: int) -> int:
        """The row above a year's block."""
        return self.row(year, ROWS[0]) - 1

    def here(self, year: int, name: str, solution: int = 0) -> str:
        """The address within the sheet; a scalar stands in the first solution's column."""
        return address(self.row(year, name), FIRST_COLUMN + solution)

    def there(self, year: int, name: str, solution: int = 0) -> str:
        """The address from another sheet."""
        return f"'{self.sheet}'!{self.here(year, name, solution)}"

    def sum(self, year: int, name: str) -> str:
        """The address, from another sheet, of the sum over the solutions."""
        return f"'{self.sheet}'!{address(self.row(year, name), self.sum_column)}"


def address(row: int, column: int) -> str:
    """The absolute address of a cell, row and column counted from 0: «$C$5» for row 4 and column 2."""
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"${letters}${row + 1}"
