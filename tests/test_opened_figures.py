"""Every step of every calculation that a page opens has words: a name, a value, and where its leaves stand."""

from collections.abc import Callable, Iterator

import pytest

from charts.calculation.opened import node_at
from charts.calculation.words import step
from charts.words.context import Context
from model.explaining.calculation import Calculations
from model.explaining.node import LEAVES, Node
from tests.asking import shown
from tests.test_every_figure_opens import PAGES, VIEWS, Shown


def below(node: Node, seen: dict[int, Node]) -> Iterator[Node]:
    """The node and all that it is made of, each once."""
    waiting = [node]
    while waiting:
        each = waiting.pop()
        if id(each) not in seen:
            seen[id(each)] = each
            yield each
            waiting.extend(each.terms)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__)
@pytest.mark.parametrize("view", VIEWS)
def test_every_step_has_words(page: Callable[[Context], Iterator[Shown]], view: str) -> None:
    context = shown(**VIEWS[view])
    seen: dict[int, Node] = {}
    known = (Calculations.of(context.answer),)
    mute: set[str] = set()
    for path in dict.fromkeys(figure.opens for figure in page(context) if figure.opens):
        for node in below(node_at(path, (context,), known)[0], seen):
            try:
                found = step(node, path, context)
            except KeyError as error:
                mute.add(str(error))
                continue
            assert found.title and found.value, node
            assert node.op not in LEAVES or found.facts or found.note, node
            assert "_" not in found.title, found.title
    assert not mute
