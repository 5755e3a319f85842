"""Figures as documents print them, for the ends of a calculation."""

from model.baseline.axes import NOK_PER_MNOK
from model.baseline.earlier_funds import MILLIONTHS

MILLIONS_DECIMALS = 3
"""Decimals of an amount in millions at most; what a document has finer it prints in whole kroner."""


def digits(value: float) -> str:
    """A figure of the data as it stands there."""
    return format(value, ".12g")


def digits_of_amount(mnok: float) -> str:
    """An amount as documents print it: in millions, or in whole kroner what is finer than those."""
    exact = round(mnok, MILLIONTHS)
    return digits(exact) if round(mnok, MILLIONS_DECIMALS) == exact else in_whole_kroner(mnok)


def in_whole_kroner(mnok: float) -> str:
    """Kroner in groups of three, as accounts have them."""
    return f"{round(mnok * NOK_PER_MNOK):,}".replace(",", " ")
