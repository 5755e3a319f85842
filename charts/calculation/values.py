"""The value of a step as it is written, with its unit, and whether what is written adds up."""

import math
from collections.abc import Sequence
from typing import Final

from charts.words.quantities import decimals_of, decimals_of_size
from charts.words.ranges import range_words
from charts.words.settings import shown
from model import Baseline
from model.explaining.node import (
    CELL,
    DIFFERENCE,
    LEVER,
    MAXIMUM,
    PRODUCT,
    QUOTIENT,
    RANGE,
    SUM_OF,
    Node,
)
from model.uncertainty.written import parsed
from texts import Texts

FACTOR_DECIMALS: Final = 6
"""Decimals of a factor at most: a price index of many years is known no better."""

FEWEST_OF_SHARE, FEWEST_OF_FACTOR, MOST_OF_COMPUTED = 1, 3, 5
"""Decimals of what is computed: of per cent and of a factor, so many at least, and so many at most."""

FIGURES: Final = 3
"""Figures of a share of less than one per cent that are written: «0,277 %»."""

RELATIVE: Final = ("share", "factor", "index")

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
    return 0 if node.unit in ("count", "year") else _of_relative(node)


def _of_relative(node: Node) -> int:
    """The decimals of a share, in per cent, or of a factor: as printed or chosen, or so many as the eye wants.

    What is not quite nothing, or not quite the whole, is not written as if it were.
    """
    if not _is_shortened(node):
        return FACTOR_DECIMALS
    value, fewest = node.value, FEWEST_OF_FACTOR
    if node.unit == "share":
        value, fewest = node.value * 100, FEWEST_OF_SHARE
        if NOTHING < abs(value) < 1:
            fewest = min(FIGURES - 1 - math.floor(math.log10(abs(value))), MOST_OF_COMPUTED)
    for places in range(fewest, MOST_OF_COMPUTED):
        if round(value, places) not in (0.0, 1.0, 100.0) or math.isclose(value, round(value, places), abs_tol=NOTHING):
            return places
    return MOST_OF_COMPUTED


def _is_shortened(node: Node) -> bool:
    """Whether a share or factor is computed: what is printed or chosen has the decimals that it has."""
    return node.unit in RELATIVE and node.op not in (CELL, LEVER)


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
    if node.op == RANGE and node.source:
        return range_words(*parsed(node.source.printed), baseline, texts)
    places = decimals(node) if count is None else count
    if node.unit == "mnok":
        number = texts.amount(value, places)
        return texts("setting.mnok", amount=number) if with_unit else number
    if node.unit == "nok":
        number = texts.amount(value, places)
        return texts("calculation.nok", amount=number) if with_unit else number
    if node.unit == "share":
        return texts.percent_in_full(round(value, places + 2))
    if node.unit == "year":
        return str(int(value))
    return texts.amount(value, 0) if node.unit == "count" else texts.as_written(round(value, places))


def rounded(node: Node, count: int | None = None) -> float:
    """The value that is written, as a number in the node's unit."""
    if node.op == LEVER:
        return round(node.value, FACTOR_DECIMALS + 2)
    places = decimals(node) if count is None else count
    return round(node.value, places + 2 if node.unit == "share" else places)


def term_decimals(node: Node, count: int | None = None) -> tuple[int | None, ...]:
    """The decimals of each term; None for those of its own. count: of those that have the step's unit.

    Shares and factors have as many as make the step add up as it is written, or few where none do.
    """
    tried = [_term_decimals(node, count, more) for more in range(MOST_OF_COMPUTED)]
    return next((each for each in tried if _adds_up(node, count, each)), tried[0])


def _term_decimals(node: Node, count: int | None, more: int) -> tuple[int | None, ...]:
    return tuple(
        max(decimals(term), min(decimals(term) + more, MOST_OF_COMPUTED))
        if _is_shortened(term)
        else count
        if term.unit == node.unit
        else None
        for term in node.terms
    )


def adds_up(node: Node, count: int | None = None) -> bool:
    """Whether the terms as they are written give the value as it is written."""
    return _adds_up(node, count, term_decimals(node, count))


def _adds_up(node: Node, count: int | None, of_terms: Sequence[int | None]) -> bool:
    written_terms = [rounded(term, places) for term, places in zip(node.terms, of_terms, strict=True)]
    outcome = outcome_of(node.op, written_terms)
    places = decimals(node) if count is None else count
    half = 0.5 * 10.0 ** -(places + 2 if node.unit == "share" else places)
    return abs(outcome - rounded(node, count)) < half * (1 + 1e-9) and math.isfinite(outcome)


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
