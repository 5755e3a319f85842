"""Figures of the print as the language writes them, each in its unit and with the decimals that it is printed with."""

from typing import Final

from model.baseline.printed import PERCENT
from model.checks.check import Check, Term
from model.checks.figure import ABOUT, MNOK
from model.explaining.checks import KIND
from model.explaining.expressions import SHARE
from model.explaining.node import Node
from model.reading.tables import decimals
from texts import Texts

PER_CENT: Final = 0.01
FEWEST, MOST = 1, 3
"""Decimals of what is recomputed, and of any figure: accounts are in whole kroner, which are six of them."""


def printed_number(check: Check, texts: Texts) -> str:
    """What is printed."""
    return _number(check.printed, check.unit, check.decimals, texts)


def recomputed_number(check: Check, texts: Texts) -> str:
    """What comes out, with a decimal at least."""
    return _number(check.recomputed, check.unit, max(check.decimals, FEWEST), texts)


def with_unit(number: str, check: Check, texts: Texts) -> str:
    """A number of a check with «mill. kr» where it is an amount."""
    return texts("payers.mnok_amount", amount=number) if check.unit == MNOK else number


def difference_number(check: Check, texts: Texts) -> str:
    """What comes out less what is printed, with its sign, in the unit of ``difference_unit``."""
    return texts.change(check.difference, min(max(check.decimals, FEWEST), MOST))


def difference_unit(check: Check, texts: Texts) -> str:
    """«mill. kr», «prosentpoeng», or nothing for a count."""
    units = {MNOK: "mnok", PERCENT: "points"}
    return texts(f"reconciliation.{units[check.unit]}") if check.unit in units else ""


def term_number(term: Term, unit: str, texts: Texts) -> str:
    """A figure that another is recomputed from; «ca.» where the document says so."""
    digits = term.printed.removeprefix(ABOUT)
    number = _number(term.value, unit, decimals(digits), texts)
    return texts("reconciliation.about", number=number) if term.printed.startswith(ABOUT) else number


def difference_said(node: Node, texts: Texts) -> str:
    """What is printed where a calculation is a check, and by how much that differs; empty of any other one."""
    if node.name != KIND or node.source is None:
        return ""
    digits, unit = node.source.printed, PERCENT if node.unit == SHARE else node.unit
    recomputed = node.value / PER_CENT if unit == PERCENT else node.value
    shown = min(max(decimals(digits), FEWEST), MOST)
    difference = texts.change(recomputed - float(digits), shown)
    printed = _number(float(digits), unit, decimals(digits), texts)
    return texts(f"reconciliation.said_{unit}", printed=printed, difference=difference)


def _number(value: float, unit: str, shown: int, texts: Texts) -> str:
    shown = min(shown, MOST)
    return texts.percent(value * PER_CENT, shown) if unit == PERCENT else texts.amount(value, shown)
