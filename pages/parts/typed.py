"""A number as a visitor types it: decimal comma or point, spaces between thousands, percent sign or not."""

import re
from typing import Final

HIGHEST_AMOUNT: Final = 1e10
"""More than any payment, kroner."""

LONGEST: Final = 30
NUMBER: Final = re.compile(r"[-\u2212]?\d{1,15}([.,]\d{1,10})?")


class TypedError(Exception):
    """What was typed is no number between ``low`` and ``high``."""

    def __init__(self, found: str, low: float, high: float) -> None:
        self.found, self.low, self.high = found, low, high
        super().__init__(f"found {found!r}, expected a number from {low:g} to {high:g}")


def typed(value: object, low: float = -100.0, high: float = 100.0) -> float | None:
    """The number, or None where nothing is typed. Raises TypedError."""
    found = str(value if value is not None else "")[: LONGEST + 1].strip()
    text = re.sub(r"[\s%]", "", found)
    if not found:
        return None
    number = float(text.replace("\u2212", "-").replace(",", ".")) if NUMBER.fullmatch(text) else high + 1
    if not low <= number <= high or len(found) > LONGEST:
        raise TypedError(found, low, high)
    return number


def within(value: object, low: float, high: float) -> float:
    """A number that a page sent as one. Raises TypedError where it is none from ``low`` to ``high``."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
        raise TypedError(str(value)[:LONGEST], low, high)
    return float(value)
