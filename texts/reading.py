"""Numbers as people type them: what a formatter of the language writes is read back, and what could be two is asked."""

import re
from collections.abc import Mapping
from typing import Final

from texts.languages import KNOWN

LONGEST: Final = 60
SPACES: Final = re.compile(r"\s+")  # of every width, the no-break ones too
SIGNS: Final = str.maketrans(
    {**dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"), "\uff0b": "+"}
    | dict.fromkeys("\u200b\u200e\u200f\u2060\ufeff", "")
)
"""Every dash is a minus; marks without width come along when a number is copied."""

KRONER: Final = r"(?:kr\.?|kroner|nok)"
MILLION: Final = r"(?:mill\.?|million(?:er|s)?)"
YEARLY: Final = r"(?: ?(?:/|per|pr\.?|i|a) ?(?:år|året|year))?"
A_MILLION: Final = 1e6
UNITS: Final[Mapping[str, tuple[tuple[str, str] | tuple[str, str, float], ...]]] = {
    "%": (("", "(?:%|prosent|pst\\.?|per ?cent|pct\\.?)?"),),
    "kr": (
        ("", f"(?:(?:,-|{KRONER})?{YEARLY})"),
        (KRONER, f"(?:,-)?{YEARLY}"),
        ("", f"(?:mnok|mkr|nok {MILLION}|{MILLION}(?: ?{KRONER})?){YEARLY}", A_MILLION),
        ("mnok", YEARLY, A_MILLION),
        (KRONER, f"{MILLION}{YEARLY}", A_MILLION),
    ),
    "mnok": (("", f"(?:mnok|mkr|nok {MILLION}|{MILLION}(?: ?{KRONER})?)?"), ("mnok", ""), (KRONER, MILLION)),
    "": (("", YEARLY),),
}
"""What may stand before and behind a number, by what its field counts; nothing counts as a plain number, a year's.

Where it says so, the number counts something larger than the field does: so many of it.
"""

DECIMALS: Final = 6
"""Of a number that counted something larger: what multiplying adds behind them is noise."""

NUMBER: Final = r"[+-]? ?[0-9,.]+(?: [0-9,.]+)*"
DECIMAL: Final = re.compile(r"[0-9]+[.,]?|[0-9]*[.,][0-9]+")
GROUPED: Final = {
    group: re.compile(rf"[1-9][0-9]{{0,2}}(?:[{group}][0-9]{{3}})+(?:[{point}][0-9]+)?")
    for group, point in ((" ", ".,"), (".", ","), (",", "."))
}
"""Groups of three digits, by the sign between them; the other sign is then the decimal sign."""


class NumberError(Exception):
    """What was typed is no number that its field takes.

    problem: ``number``, ``range``, ``unit`` where it is so small that a larger unit may be meant, or ``either`` where
    two ``readings`` are possible: thousands and decimals. found: what was typed, shortened. low, high: what is allowed,
    in the field's ``unit``.
    """

    def __init__(
        self, problem: str, found: str, low: float, high: float, readings: tuple[float, ...] = (), unit: str = ""
    ) -> None:
        self.problem, self.found, self.low, self.high, self.readings = problem, found, low, high, readings
        self.unit = unit
        super().__init__(f"found {found!r}, expected a number from {low:g} to {high:g}")


def parsed(text: object, language: str, low: float, high: float, unit: str = "", unclear_below: float = 0.0) -> float:
    """The number that was typed, from ``low`` to ``high``, in the field's ``unit``, a key of ``UNITS``.

    Raises NumberError. Where a text can be read in two ways, the one that lies within the limits is taken. One below
    ``unclear_below`` that does not say its unit is asked back.
    """
    found = text if isinstance(text, str) else ""
    shown = found[: LONGEST + 1].strip()
    readings = _readings(shown, language, unit) if len(found) <= LONGEST else ()
    if not readings:
        raise NumberError("number", shown, low, high, unit=unit)
    within = [reading for reading in readings if low <= reading <= high]
    if len(within) != 1:
        raise NumberError("either" if within else "range", shown, low, high, readings, unit)
    if 0 < abs(within[0]) < unclear_below and not re.search("[^0-9,. +-]", _plain(shown)):
        raise NumberError("unit", shown, low, high, readings, unit)
    return within[0]


def parsed_or_none(
    text: object, language: str, low: float, high: float, unit: str = "", unclear_below: float = 0.0
) -> float | None:
    """The number that was typed as ``parsed`` reads it; None where nothing was."""
    is_empty = isinstance(text, str) and not text.strip()
    return None if is_empty else parsed(text, language, low, high, unit, unclear_below)


def _plain(text: str) -> str:
    """A text with spaces, signs and letters of one kind."""
    return SPACES.sub(" ", text.translate(SIGNS)).strip().lower()


def _readings(text: str, language: str, unit: str) -> tuple[float, ...]:
    """What a text can mean, thousands before decimals; nothing where it is no number."""
    plain = _plain(text)
    for before, behind, *factor in UNITS[unit]:
        if match := re.fullmatch(f"(?:{before}) ?({NUMBER}?) ?(?:{behind})", plain):
            bare = match[1]
            numbers = (float(digits) for digits in _digits(bare.lstrip("+- "), language))
            amounts = (round(number * factor[0], DECIMALS) if factor else number for number in numbers)
            return tuple((-amount if bare[0] == "-" else amount) + 0.0 for amount in amounts)
    return ()


def _digits(bare: str, language: str) -> tuple[str, ...]:
    """The readings of digits, spaces and signs, as Python writes numbers.

    A single group of three behind a sign is decimals where the sign is the language's decimal sign, thousands where a
    point is that sign and this is a comma, as in English; else it can be either.
    """
    grouped = next((_pointed(bare, group) for group, form in GROUPED.items() if form.fullmatch(bare)), "")
    decimal = bare.replace(",", ".") if DECIMAL.fullmatch(bare) else ""
    if grouped and decimal and KNOWN[language].decimal == ".":
        return (grouped,) if "," in bare else (decimal,)
    return (decimal,) if "," in bare and decimal else tuple(filter(None, (grouped, decimal)))


def _pointed(bare: str, group: str) -> str:
    return bare.replace(group, "").replace(",", ".")
