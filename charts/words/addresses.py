"""The addresses by which figures open their calculations: what a chart writes and the model resolves."""

from collections.abc import Iterable, Sequence
from typing import Final

SUM: Final = "sum"
ALL: Final = "all"
"""What charts call all solutions together."""

EACH_YEAR: Final = "year"
"""What stands in place of the year in what is added over years."""

Year = int | str


def of(quantity: str, year: Year, solutions: str = SUM) -> str:
    """A quantity of a year, of all solutions, some, or one: «cost_level/2027/sum»."""
    return f"{quantity}/{year}/{SUM if solutions == ALL else solutions}"


def reference(address: str) -> str:
    """The same of what the scenario is compared with."""
    return address and f"reference/{address}"


def difference(address: str) -> str:
    """How much the scenario is more than what it is compared with."""
    return address and f"difference/{address}"


def more(first: str, second: str) -> str:
    """How much the first is more than the second."""
    return f"more/{first}/than/{second}"


def share(first: str, second: str) -> str:
    """What the first is of the second."""
    return f"share/{first}/of/{second}"


def share_of_reference(address: str) -> str:
    """How much the scenario is more than what it is compared with, as a share of that."""
    return share(difference(address), reference(address))


def growth(last: str, first: str) -> str:
    """What grew from the second to the first, as a share of the second."""
    return f"growth/{last}/from/{first}"


def over_years(years: Sequence[int], address: str) -> str:
    """What is the same of each year, ``EACH_YEAR`` in its place, added over years."""
    return f"years/{years[0]}-{years[-1]}/{address}"


def compared(address: str, moved: bool) -> tuple[str, ...]:
    """The addresses of a row's amount, and where it is compared of the reference's amount and of the difference."""
    return (address, reference(address), difference(address)) if moved else (address,)


def base_year(quantity: str, solutions: str = SUM) -> str:
    """What is printed of the base year, of some solutions or all."""
    return f"base_year/{quantity}/{solutions}"


def lower_end(year: Year, solutions: str = SUM) -> str:
    """The need of a year where the base year's unspent money comes back: the lower end of one that is a range."""
    return f"with/base_year_underspend_returned/1.0/charged/{year}/{solutions}"


def where_shown(rows: Sequence[Sequence[str]], opens: Iterable[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """The addresses of a table's cells, those left out that hold no number."""
    pairs = (zip(row, of_row, strict=True) for row, of_row in zip(rows, opens, strict=True))
    return tuple(tuple(where if _has_number(text) else "" for text, where in row) for row in pairs)


def _has_number(text: str) -> bool:
    return any(letter.isdecimal() for letter in text)


BESIDE: Final = "beside"
"""What a path begins with that is of one of several scenarios, before its place from 1."""


def beside(place: int, path: str) -> str:
    """The path of a figure of the scenario at a place, from 0; nothing where nothing opens."""
    return path and f"{BESIDE}/{place + 1}/{path}"
