"""The value of a step as it is written, with its unit, and whether what is written adds up."""

import math
from typing import Final

from charts.words.quantities import decimals_of, decimals_of_size
from charts.words.settings import shown
from model import Baseline
from model.explaining.node import (
    DIFFERENCE,
    LEVER,
    MAXIMUM,
    PRODUCT,
    QUOTIENT,
    SUM_OF,
    Node,
)
from texts import Texts

FACTOR_DECIMALS: Final = 6
"""Decimals of a factor at most: a price index of many years is known no better."""

NOK_DECIMALS: Final = 2
"""Decimals of kroner per head or unit; whole sums have none."""

LARGE_NOK: Final = 10_000
"""Kroner: what is larger is a sum, and no price of one."""


NOTHING: Final = 1e-6
"""What is less is zero, in any unit: a krone is a millionth of what amounts are in."""


def decimals(node: Node) -> int:
    """The decimals that a node's amount is written with, in its unit: so many that it does not read as zero."""
    if node.unit == "mnok" and abs(node.value) < NOTHING:
        return 1
    if node.unit == "mnok":
        fewest = decimals_of(node.payer, abs(node.value)) if _is_organisation(node.payer) else 1
        return fewest if not node.value or round(node.value, fewest) else decimals_of_size(abs(node.value))
    if node.unit == "nok":
        return 0 if abs(node.value) >= LARGE_NOK else NOK_DECIMALS
    return 0 if node.unit in ("count", "year") else FACTOR_DECIMALS


def _is_organisation(payer: str) -> bool:
    """Whether a payer is one municipality: these are small, and their amounts need more decimals."""
    return payer.isdecimal()


def written(node: Node, baseline: Baseline, texts: Texts, count: int | None = None, with_unit: bool = True) -> str:
    """A node's value; ``count`` decimals where they are given, for terms that stand under each other."""
    return amount(node.value, node, baseline, texts, count, with_unit)


def amount(
    value: float, node: Node, baseline: Baseline, texts: Texts, count: int | None = None, with_unit: bool = True
) -> str:
    """``value`` in the unit of ``node``."""
    if node.op == LEVER:
        return shown(node.name, node.value, baseline, texts)
    places = decimals(node) if count is None else count
    if node.unit == "mnok":
        number = texts.amount(value, places)
        return texts("setting.mnok", amount=number) if with_unit else number
    if node.unit == "nok":
        number = texts.amount(value, places)
        return texts("calculation.nok", amount=number) if with_unit else number
    if node.unit == "share":
        return texts.percent_in_full(round(value, FACTOR_DECIMALS + 2))
    if node.unit == "year":
        return str(int(value))
    return texts.amount(value, 0) if node.unit == "count" else texts.as_written(round(value, FACTOR_DECIMALS))


def rounded(node: Node, count: int | None = None) -> float:
    """The value that is written, as a number in the node's unit."""
    if node.op == LEVER or node.unit == "share":
        return round(node.value, FACTOR_DECIMALS + 2)
    return round(node.value, decimals(node) if count is None else count)


def adds_up(node: Node, count: int | None = None) -> bool:
    """Whether the terms as they are written give the value as it is written."""
    written_terms = [rounded(term, _as_terms(node, term, count)) for term in node.terms]
    outcome = outcome_of(node.op, written_terms)
    places = decimals(node) if count is None else count
    half = 0.5 * 10.0**-places
    return abs(outcome - rounded(node, count)) < half * (1 + 1e-9) and math.isfinite(outcome)


def _as_terms(node: Node, term: Node, count: int | None) -> int | None:
    return count if term.unit == node.unit else None


def outcome_of(op: str, terms: list[float]) -> float:
    """An operation over numbers; of a leaf, which has no terms, not a number."""
    first, *rest = terms or [math.nan]
    if op == SUM_OF:
        return math.fsum(terms)
    if op == DIFFERENCE:
        return first - math.fsum(rest)
    if op == PRODUCT:
        return math.prod(terms)
    if op == QUOTIENT:
        return first / rest[0] if rest and rest[0] else math.nan
    return max(terms) if op == MAXIMUM and terms else math.nan
