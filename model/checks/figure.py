"""A printed figure wherever it stands: its place, its digits, its unit, and how far its rounding can reach."""

from dataclasses import dataclass
from typing import Final

from model.baseline.axes import NOK_PER_MNOK
from model.reading.tables import decimals

MNOK, NOK, PERCENT, COUNT = "mnok", "nok", "percent", "count"
UNITS: Final = (MNOK, NOK, PERCENT, COUNT)
"""What a figure can be in; one in whole kroner counts as MNOK with six decimals."""

ABOUT: Final = "~"
"""Stands before digits that the document calls about right («ca 11»)."""

HALF: Final = 0.5


@dataclass(frozen=True, slots=True)
class Figure:
    """One printed figure.

    document: a file of ``data/documents.toml``. table: what the document calls it, or «kap. 4.1». row, column: in it.
    digits: as printed, after ``ABOUT`` where the document says «ca». value: MNOK, per cent or a count. half: half a
    unit of the last digit that says something, in the same unit. unit: one of ``MNOK``, ``PERCENT`` and ``COUNT``.
    """

    document: str
    table: str
    row: str
    column: str
    digits: str
    unit: str
    value: float
    half: float

    @property
    def decimals(self) -> int:
        """How many decimals its digits have."""
        return decimals(self.digits)

    @property
    def place(self) -> tuple[str, str, str, str]:
        """Document, table, row, column: what tells it from any other."""
        return self.document, self.table, self.row, self.column


def figure_of(document: str, table: str, row: str, column: str, digits: str, unit: str) -> Figure:
    """The figure that some digits are, such as ``-18.2``, or ``~500`` in a unit of ``UNITS``."""
    scale = NOK_PER_MNOK if unit == NOK else 1.0
    value, half = float(digits.removeprefix(ABOUT)) / scale, HALF * _last_unit(digits) / scale
    return Figure(document, table, row, column, digits, MNOK if unit == NOK else unit, value, half)


def _last_unit(digits: str) -> float:
    """One of the last digit; of the last that is not zero where the figure is about right: 100 for ``~500``."""
    exact = digits.removeprefix(ABOUT).lstrip("-")
    if exact == digits.lstrip("-") or "." in exact:
        return 10.0 ** -decimals(exact)
    zeros = len(exact) - len(exact.rstrip("0"))
    return 10.0 ** min(zeros, len(exact) - 1)
