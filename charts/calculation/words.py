"""A step of a calculation in words: its formula, its terms, and where a leaf stands."""

from collections import deque
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from charts.calculation.behind import behind, links, shown_terms
from charts.calculation.drawn import drawn_words, is_of_draws
from charts.calculation.kilder import kilde
from charts.calculation.leaves import facts, leaf_note
from charts.calculation.names import title
from charts.calculation.prices import prices_of
from charts.calculation.set_by_law import rounding_said
from charts.calculation.step import Step, Term
from charts.calculation.terms import MINUS, NEUTRAL, PLUS, common_decimals, terms_of
from charts.calculation.values import adds_up, written
from charts.reconciliation.numbers import difference_said
from charts.words.context import Context
from model.explaining.checks import KIND as CHECK
from model.explaining.node import LEAVES, MAXIMUM, SIMULATED, Node
from texts import Texts

NUMBERS_WRITTEN_OUT: Final = 8
"""Terms of the formula in numbers at most that is written out; one with more says of how many it is the sum."""

MOST_STEPS: Final = 120
"""Steps that are sent at once at most."""


def steps(node: Node, path: str, context: Context, levels: int, most: int = MOST_STEPS) -> tuple[Step, ...]:
    """The step of a node and those below it, the nearest first: ``levels`` deep, ``most`` at most, each path once."""
    found: dict[str, Step] = {}
    waiting = deque([(node, path, levels)])
    while waiting and len(found) < most:
        each, its_path, left = waiting.popleft()
        if its_path in found:
            continue
        each = behind(each)
        found[its_path] = step(each, its_path, context)
        if left > 1:
            waiting.extend((term, below, left - 1) for term, below in shown_terms(each, its_path))
    return tuple(found.values())


def step(node: Node, path: str, context: Context) -> Step:
    """One step in words."""
    baseline, texts = context.baseline, context.texts
    whole = Step(path=path, title=title(node, context), value=written(node, baseline, texts), kind=node.op)
    if node.op in LEAVES:
        record = node.source.record if node.source else ""
        whole = replace(whole, note=leaf_note(node, texts), facts=facts(node, context))
        return replace(whole, record=record, kilde=kilde(node, baseline))
    chain = links(node, path)
    last, terms = chain[-1][0], tuple(term for link in chain for term in terms_of(*link, context))
    count = common_decimals(last)
    outcome = written(last, baseline, texts, count, with_unit=False)
    return replace(
        whole,
        prices=prices_of(node, context),
        words=_in_words(last, terms, whole.title, context),
        numbers=_in_numbers(last, terms, outcome, texts),
        terms=terms,
        folded=texts.listed([*filter(None, (_folded(*link, context) for link in chain))]),
        note=_note(node, last, count, context),
    )


def _note(node: Node, last: Node, count: int | None, context: Context) -> str:
    """What must be known of a step: how a check comes out, and what rounding does, a regulation's or of the terms.

    last: whose terms are shown last, where the node's own single one is passed over.
    """
    texts = context.texts
    if said := difference_said(node, texts):
        return said
    if node.op == SIMULATED:
        return texts("calculation.simulated.given")
    rounded = "" if adds_up(last, count) else texts("calculation.rounded")
    return " ".join(filter(None, (rounding_said(node, context), rounded)))


def _folded(node: Node, path: str, places: Sequence[int], context: Context) -> str:
    """«5 ledd er 0,0»; nothing where none is folded. A single one is named."""
    nothing, texts = [term for term in terms_of(node, path, places, context) if term.nothing], context.texts
    if not nothing:
        return ""
    if len(nothing) == 1:
        return texts("calculation.folded_one", label=nothing[0].label, value=nothing[0].value)
    zero = texts.amount(NEUTRAL[node.op], common_decimals(node) or 0)
    return texts("calculation.folded", count=len(nothing), zero=zero)


def _in_words(node: Node, terms: Sequence[Term], name: str, context: Context) -> str:
    """What the list of terms does not say by itself: that the largest counts, of how many draws, nothing computed."""
    texts = context.texts
    if is_of_draws(node):
        return drawn_words(node, context)
    if node.op == MAXIMUM:
        return texts("calculation.largest_of", name=name, terms=texts.listed([term.label for term in terms]))
    if node.name == CHECK and len(terms) == 1:
        return texts("calculation.same_elsewhere", place=terms[0].label)
    return ""


def _in_numbers(node: Node, terms: Sequence[Term], outcome: str, texts: Texts) -> str:
    """«541,2 = 512,3 + 40,1 − 11,2»; of how many terms it is the sum where there are too many to read."""
    counted = [term for term in terms if not term.nothing]
    if node.op in (MAXIMUM, SIMULATED):
        return ""
    if len(counted) > NUMBERS_WRITTEN_OUT:
        return texts("calculation.sum_of", name=outcome, count=len(terms))
    around = texts("setting.mnok", amount="|").split("|")
    bare = (term.value.removeprefix(around[0]).removesuffix(around[1]) for term in counted)
    numbers = " ".join(filter(None, (part for pair in map(_signed, counted, bare) for part in pair)))
    return f"{outcome} = {numbers}"


def _signed(term: Term, number: str) -> tuple[str, str]:
    """A sign and a number; what is added and is less than nothing is taken away."""
    is_taken = term.operator == PLUS and number.startswith(MINUS)
    return (MINUS, number.removeprefix(MINUS)) if is_taken else (term.operator, number)
