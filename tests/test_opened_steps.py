"""Every step of every calculation that a page opens has words: a name, a value, and where its leaves stand."""

from collections.abc import Callable, Iterator

import pytest

from charts.words.context import Context
from model.explaining.node import LEAVES
from tests.asking import shown
from tests.opened_steps import steps_of
from tests.test_every_figure_opens import PAGES, VIEWS, Shown


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.__name__)
@pytest.mark.parametrize("view", VIEWS)
def test_every_step_has_words(page: Callable[[Context], Iterator[Shown]], view: str) -> None:
    context = shown(**VIEWS[view])
    for node, found in steps_of((figure.opens for figure in page(context)), context):
        assert found.title and found.value, node
        assert "_" not in found.title, found.title
        assert node.op not in LEAVES or found.facts or found.note, node
