"""The terms of a step: with which sign each counts, what it is called, and which of them change nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from charts.calculation import paths
from charts.calculation.names import label_in
from charts.calculation.sides import MONEY
from charts.calculation.step import Term
from charts.calculation.values import decimals, rounded, term_decimals, written
from charts.words.context import Context
from model.explaining.node import DIFFERENCE, MAXIMUM, PRODUCT, QUOTIENT, SIMULATED, SUM_OF, Node

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
    return decimals(node) if node.op in (*ADDED, MAXIMUM) and node.unit in MONEY else None


def terms_of(node: Node, path: str, places: Sequence[int], context: Context) -> Iterator[Term]:
    """The terms of a step at ``places``, in that order; what is less than nothing is written with its sign."""
    decimals_of_terms, folded, is_first = term_decimals(node, common_decimals(node)), folded_places(node), True
    is_all_taken = not _is_from_something(node, places, folded)
    for place in places:
        term = node.terms[place]
        size = replace(term, value=abs(term.value))
        value, without_sign = (
            written(each, context.baseline, context.texts, decimals_of_terms[place]) for each in (term, size)
        )
        sign, value = _signed(node, place, is_first, is_all_taken, (value, without_sign))
        is_first = is_first and place in folded
        yield Term(
            operator=sign,
            spoken=context.texts(f"calculation.spoken.{SPOKEN[sign]}") if sign else "",
            label=label_in(node, term, context),
            value=value,
            opens=paths.of_term(path, place, term),
            nothing=place in folded,
        )


def order(node: Node) -> tuple[int, ...]:
    """The places of the terms as they are shown: a sum begins with one that is more than nothing, if it has any."""
    places, folded = tuple(range(len(node.terms))), folded_places(node)
    shown = [place for place in places if place not in folded]
    more = next((place for place in shown if node.terms[place].value > 0), None)
    if node.op != SUM_OF or more is None or node.terms[shown[0]].value >= 0:
        return places
    return more, *(place for place in places if place != more)


def folded_places(node: Node) -> frozenset[int]:
    """The places of the terms that change nothing, where there are enough of them and others remain."""
    if node.op not in NEUTRAL:
        return frozenset()
    count, neutral = common_decimals(node), NEUTRAL[node.op]
    places = [
        place
        for place, term in enumerate(node.terms)
        if rounded(term, count if term.unit == node.unit else None) == neutral
        and (place or node.op != DIFFERENCE)
        and (node.op != PRODUCT or term.unit not in MONEY)  # an amount of one is what the factors are of
    ]
    return frozenset(places if FEWEST_FOLDED[node.op] <= len(places) < len(node.terms) else ())


def _is_from_something(node: Node, places: Sequence[int], folded: frozenset[int]) -> bool:
    """Whether the first term that is shown is no less than nothing."""
    first = next((place for place in places if place not in folded), None)
    return first is None or node.terms[first].value >= 0


def _signed(
    node: Node, place: int, is_first: bool, is_all_taken: bool, written_both_ways: tuple[str, str]
) -> tuple[str, str]:
    """The sign before a term and what stands after it: «− 12,3» for a term of −12,3 in a sum.

    A term that is so little less than nothing that it is written as zero has the sign of zero. is_all_taken: whether a
    sum has no term that is more than nothing, so that amounts are shown with their signs. written_both_ways: the value
    with its own sign, and without.
    """
    value, size = written_both_ways
    if node.op not in ADDED:
        return ("" if is_first or node.op in (MAXIMUM, SIMULATED) else SIGNS[node.op]), value
    if is_first or (is_all_taken and node.op == SUM_OF):
        return ("" if is_first else PLUS), value
    is_less = node.terms[place].value < 0 and size != value
    is_taken = (node.op == DIFFERENCE and place > 0) != is_less
    return (MINUS if is_taken else PLUS), size
