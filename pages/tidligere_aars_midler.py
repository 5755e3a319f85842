"""Tidligere års midler: what was and will be left over, who holds it, and when it comes back."""

from charts.money.settled import settled_figures
from charts.money.settled_numbers import money_headline, money_key_figures
from charts.money.settled_words import spent_alike
from charts.money.story import story_figure
from charts.records.figure import Figure, KeyFigure
from charts.words.context import Context
from pages.figures import board, toolbar
from pages.money.settled import delay, own_part
from pages.money.story import story
from pages.money.underspend import underspend_switch
from pages.payers.open_questions import open_questions
from pages.visit import guard, view
from pages.visit.question import shown

guard.through_app()

looked_at = view.current()
toolbar.show(looked_at, "tidligere_aars_midler")
underspend_switch(looked_at)


def ask(looked_at: view.View) -> Context:
    """The present scenario beside the published rules, as much of the money being spent."""
    return spent_alike(shown(looked_at))


def draw(context: Context) -> tuple[Figure, ...]:
    """The way of the money, and under it what has happened."""
    return (*settled_figures(context), *story_figure(context))


def summary(context: Context) -> tuple[str, tuple[KeyFigure, ...]]:
    """What is saved and what is moved, and the money in some numbers."""
    return money_headline(context), money_key_figures(context)


board.live(looked_at, draw, ask=ask, summary=summary)
for section in (own_part, delay, story):
    section(ask(looked_at))
open_questions(shown(looked_at), "tidligere_aars_midler")
