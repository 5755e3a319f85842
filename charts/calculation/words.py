"""A step of a calculation in words: its formula, its terms, and where a leaf stands."""

from collections import deque
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from charts.calculation import paths
from charts.calculation.kilder import kilde
from charts.calculation.leaves import facts, leaf_note
from charts.calculation.names import is_money, title
from charts.calculation.step import Step, Term
from charts.calculation.terms import NEUTRAL, common_decimals, terms_of
from charts.calculation.values import adds_up, written
from charts.reconciliation.numbers import difference_said
from charts.words.context import Context
from model.explaining.node import LEAVES, MAXIMUM, QUOTIENT, Node
from texts import Texts

WRITTEN_OUT: Final = 6
"""Terms of a formula at most that is written out; one with more says what it is the sum of."""

NUMBERS_WRITTEN_OUT: Final = 8
"""The same of the formula in numbers, which are shorter than names."""

MOST_STEPS: Final = 120
"""Steps that are sent at once at most."""

INDEX: Final = "price_index"


def steps(node: Node, path: str, context: Context, levels: int, most: int = MOST_STEPS) -> tuple[Step, ...]:
    """The step of a node and those below it, the nearest first: ``levels`` deep, ``most`` at most, each path once."""
    found: dict[str, Step] = {}
    waiting = deque([(node, path, levels)])
    while waiting and len(found) < most:
        each, its_path, left = waiting.popleft()
        if its_path in found:
            continue
        each = without_idle_index(each)
        found[its_path] = step(each, its_path, context)
        if left > 1:
            waiting.extend(
                (term, paths.of_term(its_path, place, term), left - 1) for place, term in enumerate(each.terms)
            )
    return tuple(found.values())


def without_idle_index(node: Node) -> Node:
    """What is divided by a price index of one is itself: where no price grows, its own kroner are the page's."""
    if node.op != QUOTIENT or node.terms[1].name != INDEX or node.terms[1].value != 1:
        return node
    return replace(node.terms[0], address=node.address)


def step(node: Node, path: str, context: Context) -> Step:
    """One step in words."""
    baseline, texts = context.baseline, context.texts
    whole = Step(path=path, title=title(node, context), value=written(node, baseline, texts), kind=node.op)
    if node.op in LEAVES:
        record = node.source.record if node.source else ""
        whole = replace(whole, note=leaf_note(node, texts), facts=facts(node, context))
        return replace(whole, record=record, kilde=kilde(node, baseline))
    count, terms = common_decimals(node), tuple(terms_of(node, path, context))
    outcome = written(node, baseline, texts, count, with_unit=False)
    return replace(
        whole,
        prices=context.prices if is_money(node) else "",
        words=_in_words(node, terms, whole.title, texts),
        numbers=_in_numbers(node, terms, outcome, texts),
        terms=terms,
        folded=_folded(node, terms, texts),
        note=difference_said(node, texts) or ("" if adds_up(node, count) else texts("calculation.rounded")),
    )


def _folded(node: Node, terms: Sequence[Term], texts: Texts) -> str:
    """«5 ledd er 0,0»; nothing where none is folded. A single one is named."""
    nothing = [term for term in terms if term.nothing]
    if not nothing:
        return ""
    if len(nothing) == 1:
        return texts("calculation.folded_one", label=nothing[0].label, value=nothing[0].value)
    zero = texts.amount(NEUTRAL[node.op], common_decimals(node) or 0)
    return texts("calculation.folded", count=len(nothing), zero=zero)


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
    if len(counted) > NUMBERS_WRITTEN_OUT or node.op == MAXIMUM:
        return ""
    around = texts("setting.mnok", amount="|").split("|")
    bare = (term.value.removeprefix(around[0]).removesuffix(around[1]) for term in counted)
    first, *rest = zip((term.operator for term in counted), bare, strict=True)
    numbers = " ".join(("".join(first), *(" ".join(each) for each in rest)))
    return f"{outcome} = {numbers}"
