"""Every kind of step of the calculations that figures open, in words."""

from collections.abc import Iterable, Iterator

from charts.calculation.opened import node_at
from charts.calculation.step import Step
from charts.calculation.words import step
from charts.words.context import Context
from model.explaining.calculation import Calculations
from model.explaining.node import Node


def steps_of(paths: Iterable[str], context: Context) -> Iterator[tuple[Node, Step]]:
    """Each step behind the paths in words, one of those that are alike. Raises KeyError for one that has no name."""
    known, seen, kinds = (Calculations.of(context.answer),), set[int](), set[object]()
    for path in dict.fromkeys(filter(None, paths)):
        for node in _below(node_at(path, (context,), known)[0], seen):
            terms = tuple(sorted({term.name for term in node.terms}))
            kind = node.name, node.op, node.unit, node.source and node.source.document, terms
            if kind not in kinds:
                kinds.add(kind)
                yield node, step(node, path, context)


def _below(node: Node, seen: set[int]) -> Iterator[Node]:
    """The node and all that it is made of, each once."""
    waiting = [node]
    while waiting:
        each = waiting.pop()
        if id(each) not in seen:
            seen.add(id(each))
            yield each
            waiting.extend(each.terms)
