"""The terms of a step: with which sign each counts, what it is called, and which of them change nothing."""

from collections.abc import Iterator
from typing import Final

from charts.calculation import paths
from charts.calculation.names import label_in
from charts.calculation.step import Term
from charts.calculation.values import decimals, rounded, written
from charts.words.context import Context
from model.explaining.node import DIFFERENCE, MAXIMUM, PRODUCT, QUOTIENT, SUM_OF, Node

PLUS, MINUS, TIMES, OVER = "+", "\N{MINUS SIGN}", "\N{MULTIPLICATION SIGN}", "/"
SIGNS: Final = {SUM_OF: PLUS, DIFFERENCE: MINUS, PRODUCT: TIMES, QUOTIENT: OVER}
SPOKEN: Final = {PLUS: "plus", MINUS: "minus", TIMES: "times", OVER: "over"}

NEUTRAL: Final = {SUM_OF: 0.0, DIFFERENCE: 0.0, PRODUCT: 1.0}
"""What changes nothing in an operation."""

FEWEST_FOLDED: Final = {SUM_OF: 2, DIFFERENCE: 2, PRODUCT: 1}
"""So many terms at least that change nothing are folded: a single zero may stay where it is."""

ADDED: Final = (SUM_OF, DIFFERENCE)


def common_decimals(node: Node) -> int | None:
    """The decimals of amounts that stand under each other, those of the whole; None where terms are no such amounts.

    A term that is much smaller than the whole is written as what it rounds to there.
    """
    return decimals(node) if node.op in (*ADDED, MAXIMUM) and node.unit in ("mnok", "nok") else None


def terms_of(node: Node, path: str, context: Context) -> Iterator[Term]:
    """The terms of a step; what is less than nothing is written with the sign that it counts with."""
    count, folded, is_first = common_decimals(node), _folded(node), True
    for place, term in enumerate(node.terms):
        sign, value = _signed(node, place, is_first, written_in(node, term, context, count))
        is_first = is_first and place in folded
        yield Term(
            operator=sign,
            spoken=context.texts(f"calculation.spoken.{SPOKEN[sign]}") if sign else "",
            label=label_in(node, term, context),
            value=value,
            opens=paths.of_term(path, place, term),
            nothing=place in folded,
        )


def written_in(node: Node, term: Node, context: Context, count: int | None) -> str:
    """A term's value as it is written in a step, with its unit; ``count`` decimals where it has the step's unit."""
    return written(term, context.baseline, context.texts, count if term.unit == node.unit else None)


def _folded(node: Node) -> frozenset[int]:
    """The places of the terms that change nothing, where there are enough of them and others remain."""
    if node.op not in NEUTRAL:
        return frozenset()
    count, neutral = common_decimals(node), NEUTRAL[node.op]
    places = [
        place
        for place, term in enumerate(node.terms)
        if rounded(term, count if term.unit == node.unit else None) == neutral and (place or node.op != DIFFERENCE)
    ]
    return frozenset(places if FEWEST_FOLDED[node.op] <= len(places) < len(node.terms) else ())


def _signed(node: Node, place: int, is_first: bool, value: str) -> tuple[str, str]:
    """The sign before a term and what stands after it: «− 12,3» for a term of −12,3 in a sum."""
    if node.op not in ADDED:
        return ("" if is_first or node.op == MAXIMUM else SIGNS[node.op]), value
    is_taken = (node.op == DIFFERENCE and place > 0) != value.startswith(MINUS)
    return (MINUS if is_taken else "" if is_first else PLUS), value.removeprefix(MINUS)
