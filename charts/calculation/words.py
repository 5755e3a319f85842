"""A step of a calculation in words: its formula, its terms, and where a leaf stands."""

from collections import deque
from collections.abc import Iterator, Sequence
from typing import Final

from charts.calculation import paths
from charts.calculation.leaves import facts, kilde
from charts.calculation.names import label_in, title
from charts.calculation.step import Step, Term
from charts.calculation.values import adds_up, decimals, rounded, written
from charts.words.context import Context
from model import Baseline
from model.explaining.node import DIFFERENCE, LEAVES, MAXIMUM, PRODUCT, QUOTIENT, SUM_OF, Node
from texts import Texts

WRITTEN_OUT: Final = 6
"""Terms of a formula at most that is written out; one with more says what it is the sum of."""

FEWEST_FOLDED: Final = 2
"""Terms of nothing that are folded together; one alone stays where it is."""

MOST_STEPS: Final = 120
"""Steps that are sent at once at most."""

PLUS, MINUS, TIMES, OVER = "+", "\N{MINUS SIGN}", "\N{MULTIPLICATION SIGN}", "/"
SIGNS: Final = {SUM_OF: PLUS, DIFFERENCE: MINUS, PRODUCT: TIMES, QUOTIENT: OVER}
SPOKEN: Final = {PLUS: "plus", MINUS: "minus", TIMES: "times", OVER: "over"}


def steps(node: Node, path: str, context: Context, levels: int, most: int = MOST_STEPS) -> tuple[Step, ...]:
    """The step of a node and those below it, the nearest first: ``levels`` deep, ``most`` at most, each path once."""
    found: dict[str, Step] = {}
    waiting = deque([(node, path, levels)])
    while waiting and len(found) < most:
        each, its_path, left = waiting.popleft()
        if its_path in found:
            continue
        found[its_path] = step(each, its_path, context)
        if left > 1:
            waiting.extend(
                (term, paths.of_term(its_path, place, term), left - 1) for place, term in enumerate(each.terms)
            )
    return tuple(found.values())


def step(node: Node, path: str, context: Context) -> Step:
    """One step in words."""
    baseline, texts = context.baseline, context.texts
    name, value = title(node, baseline, texts), written(node, baseline, texts)
    if node.op in LEAVES:
        source = node.source
        return Step(
            path=path,
            title=name,
            value=value,
            kind=node.op,
            note=texts("calculation.assumption") if source and source.record and not source.document else "",
            facts=facts(node, context),
            record=source.record if source else "",
            kilde=kilde(node),
        )
    count = _common_decimals(node)
    terms = tuple(_terms(node, path, count, baseline, texts))
    nothing = [term for term in terms if term.nothing]
    return Step(
        path=path,
        title=name,
        value=value,
        kind=node.op,
        words=_in_words(node, terms, name, texts),
        numbers=_in_numbers(node, terms, written(node, baseline, texts, count, with_unit=False), texts),
        terms=terms,
        folded=texts("calculation.folded", count=len(nothing), zero=texts.amount(0.0, count or 0)) if nothing else "",
        note="" if adds_up(node, count) else texts("calculation.rounded"),
    )


def _common_decimals(node: Node) -> int | None:
    """The decimals of terms that stand under each other: the most that one of them or the whole needs; None in others.

    A term that is much smaller than the whole does not give this decimals that nobody has: it is what it rounds to.
    """
    return decimals(node) if node.op in (SUM_OF, DIFFERENCE, MAXIMUM) and node.unit in ("mnok", "nok") else None


def _terms(node: Node, path: str, count: int | None, baseline: Baseline, texts: Texts) -> Iterator[Term]:
    """The terms of a step; what is less than nothing is written with the sign that it counts with."""
    can_fold = node.op in (SUM_OF, DIFFERENCE) and count is not None
    empty = [term for term in node.terms if can_fold and term.unit == node.unit and not rounded(term, count)]
    is_folded = FEWEST_FOLDED <= len(empty) < len(node.terms)
    is_first = True
    for place, term in enumerate(node.terms):
        of_unit = count if term.unit == node.unit else None
        nothing = is_folded and any(term is each for each in empty)
        sign, shown = _signed(node, place, term, is_first, of_unit, baseline, texts)
        is_first = is_first and nothing
        yield Term(
            operator=sign,
            spoken=texts(f"calculation.spoken.{SPOKEN[sign]}") if sign in SPOKEN else "",
            label=label_in(node, term, baseline, texts),
            value=shown,
            opens=paths.of_term(path, place, term),
            nothing=nothing,
        )


def _signed(
    node: Node, place: int, term: Node, is_first: bool, count: int | None, baseline: Baseline, texts: Texts
) -> tuple[str, str]:
    """The sign before a term and what stands after it: «− 12,3» for a term of −12,3 in a sum."""
    value = written(term, baseline, texts, count)
    if node.op == MAXIMUM:
        return "", value
    if node.op not in (SUM_OF, DIFFERENCE):
        return (SIGNS[node.op] if place else ""), value
    is_taken = (node.op == DIFFERENCE and place > 0) != value.startswith(MINUS)
    sign = MINUS if is_taken else "" if is_first else PLUS
    return sign, value.removeprefix(MINUS)


def _in_words(node: Node, terms: Sequence[Term], name: str, texts: Texts) -> str:
    """«Kostnadsnivå 2027, Helsenorge = nivå i fjor + prisvekst − effektivisering»."""
    counted = [term for term in terms if not term.nothing]
    if node.op == MAXIMUM:
        return texts("calculation.largest_of", name=name, terms=texts.listed([term.label for term in counted]))
    if len(counted) > WRITTEN_OUT:
        return texts("calculation.sum_of", name=name, count=len(terms))
    return f"{name} = {' '.join(f'{term.operator} {term.label}'.strip() for term in counted)}"


def _in_numbers(node: Node, terms: Sequence[Term], outcome: str, texts: Texts) -> str:
    """«541,2 = 512,3 + 40,1 − 11,2»; nothing where there are too many to read."""
    counted = [term for term in terms if not term.nothing]
    if len(counted) > WRITTEN_OUT or node.op == MAXIMUM:
        return ""
    unit = texts("setting.mnok", amount="")
    numbers = " ".join(f"{term.operator} {term.value.removesuffix(unit)}".strip() for term in counted)
    return f"{outcome} = {numbers}"
