"""How the number formats of a workbook show a number: as a date, or with how many decimals."""

import re
from typing import Final

NOT_SHOWN: Final = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h|m|s)[^\]]*\]')
"""What a format says beside the digits: words in quotes, signs, spaces, colours and languages in brackets."""

DATE: Final = re.compile("[dmyhs]", re.IGNORECASE)
DECIMALS: Final = re.compile(r"\.([0#?]+)")


def is_date(code: str) -> bool:
    """Whether a format shows a number as a date or a time."""
    return code != "General" and bool(DATE.search(_first(code)))


def is_percentage(code: str) -> bool:
    """Whether a format shows a number as a percentage, a hundred times as large."""
    return "%" in _first(code)


def decimals_shown(code: str) -> tuple[int, int] | None:
    """The fewest and most decimals that a format shows of a share or a number; None where it shows them all.

    A percentage has two more as a share.
    """
    shown = _first(code)
    if "0" not in shown and "#" not in shown:
        return None
    digits = match[1] if (match := DECIMALS.search(shown)) else ""
    more = 2 if is_percentage(code) else 0
    return digits.count("0") + more, len(digits) + more


def _first(code: str) -> str:
    """What a format shows of a number above zero."""
    return NOT_SHOWN.sub("", code).partition(";")[0]
