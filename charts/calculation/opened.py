"""The step that a path opens, and those below it."""

from collections.abc import Sequence

from charts.calculation import paths
from charts.calculation.behind import behind
from charts.calculation.step import Step
from charts.calculation.words import MOST_STEPS, steps
from charts.words.context import Context
from model.explaining.asked import AddressError
from model.explaining.calculation import Calculations
from model.explaining.node import Node

LEVELS = 4
"""How deep a tree is that is sent at once."""


def opened(path: str, contexts: Sequence[Context], levels: int = LEVELS, most: int = MOST_STEPS) -> tuple[Step, ...]:
    """The step at a path and those below it. contexts: of the scenarios that are shown, one or several side by side.

    Raises ModelError for a path that leads nowhere.
    """
    node, context = node_at(path, contexts)
    return steps(node, path, context, levels, most)


def node_at(path: str, contexts: Sequence[Context], calculations: Sequence[Calculations] = ()) -> tuple[Node, Context]:
    """The calculation that a path leads to, and in whose words. Raises ModelError where there is none.

    calculations: those of the contexts' answers, for who asks for many.
    """
    try:
        side, address, places = paths.parts(path)
        if not 0 <= side < len(contexts):
            raise AddressError(path)
        known = calculations[side] if calculations else Calculations.of(contexts[side].answer)
        node = behind(known.node(address))
        for place in places:
            node = behind(paths.term_at(node, place))
    except (ValueError, IndexError) as error:
        raise AddressError(path) from error
    return node, contexts[side]
