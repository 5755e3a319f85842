"""Numbers as the reader's language writes them: «1 234,5» with a thin space, a real minus, «1,234.5» in English."""

import math
import re
from decimal import Decimal

from texts.languages import KNOWN

FINEST = 6
"""Decimals that a lever keeps in its own unit, such as percent."""

WRITTEN = 8
"""Decimals that are told of a number that somebody wrote: what makes it wrong may be small."""

LEAST, MOST = 1e-12, 1e15
"""What is less or more is written as a power of ten: nobody counts hundreds of digits."""

NOISE = 8
"""Decimals more than are written: beyond them is what adding up in another order changes, 5.95 as 5.9499999999999."""

MINUS = "\u2212"


def decimal(value: float, language: str, decimals: int = 1, signed: bool = False) -> str:
    """``value`` rounded to ``decimals``; ``signed`` puts a plus on increases. What rounds to zero has no sign."""
    digits = f"{abs(round(value, decimals + NOISE)):,.{decimals}f}"
    sign = ""
    if digits.strip("0.,"):
        sign = MINUS if value < 0 else "+" if signed else ""
    whole, _, rest = digits.partition(".")
    written = KNOWN[language]
    return sign + whole.replace(",", written.thousands) + (written.decimal + rest if rest else "")


def own_decimals(value: float, fewest: int = 1, finest: int = FINEST) -> int:
    """The decimals that ``value`` has, from ``fewest`` to ``finest``; more only where it would read as zero."""
    kept = round(value, finest)
    if value and not kept:
        return -math.floor(math.log10(abs(value)))
    return next((count for count in range(fewest, finest) if round(value, count) == kept), finest)


def in_full(value: float, language: str, fewest: int = 1, finest: int = FINEST) -> str:
    """A value with the decimals it has, «10,25»; beyond ``LEAST`` and ``MOST`` as «5·10^−324»."""
    if not value or LEAST <= abs(value) < MOST:
        return decimal(value, language, own_decimals(value, fewest, finest))
    digits, _, power = f"{value:.0e}".replace("-", MINUS).partition("e")
    return f"{digits}·10^{power.lstrip('+0') if MINUS not in power else MINUS + power.lstrip(MINUS + '0')}"


def percent(share: float, language: str, decimals: int = 1, signed: bool = False) -> str:
    """A share as percent: 0.031 is «3,1 %», in English «3.1%»."""
    return decimal(share * 100, language, decimals, signed) + KNOWN[language].percent


def read_back(text: str, language: str) -> Decimal | None:
    """The number that ``decimal`` wrote, with as many decimals; None where the text is no such number."""
    thousands, point = KNOWN[language].thousands, KNOWN[language].decimal
    groups, rest = rf"({re.escape(thousands)}\d{{3}})+", rf"({re.escape(point)}\d+)?"
    if not re.fullmatch(rf"[+{MINUS}]?(\d{{1,3}}{groups}|\d+){rest}", text):
        return None
    return Decimal(text.replace(thousands, "").replace(point, ".").replace(MINUS, "-"))


def separators(language: str) -> str:
    """The decimal sign and what stands between thousands, together as Plotly takes them."""
    return KNOWN[language].decimal + KNOWN[language].thousands
