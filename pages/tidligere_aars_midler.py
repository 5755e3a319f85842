"""Tidligere års midler: what was and will be left over, who holds it, and when it comes back."""

from collections.abc import Callable
from typing import Final

from charts.money.story import story_figure
from charts.plans.plan import plan
from charts.records import Figure
from charts.words.context import Context
from pages.figures import board, toolbar
from pages.money.story import story
from pages.visit import guard, view
from pages.visit.question import shown

guard.through_app()

FIGURES: Final[tuple[Callable[[Context], tuple[Figure, ...]], ...]] = (
    story_figure,
    lambda context: (plan(context, "financing_need"),),
)
"""What is drawn, in order; four stand two by two."""

SECTIONS: Final[tuple[Callable[[Context], None], ...]] = (story,)
"""What stands under the figures, in order: tables and sentences, drawn when the levers rest."""

looked_at = view.current()
toolbar.show(looked_at, "tidligere_aars_midler")


def draw(context: Context) -> tuple[Figure, ...]:
    """Every figure of the page."""
    return tuple(figure for figures in FIGURES for figure in figures(context))


board.live(looked_at, draw)
for section in SECTIONS:
    section(shown(looked_at))
