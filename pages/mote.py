"""Møte: what a leader shares on the screen, to be read from across the room."""

from dataclasses import replace

from charts.bridges.reasons import reasons_bridge
from charts.bridges.told import told_bridge
from charts.bridges.why import reasons
from charts.development.picture import development_figure
from charts.development.summary import development_headline
from charts.money.settled import held_figure
from charts.money.settled_numbers import money_headline
from charts.money.settled_words import spent_alike
from charts.payers.groups import groups_figure
from charts.payers.groups_words import groups_headline
from charts.payers.us import us_in_words
from charts.plans.plan import plan
from charts.projects.pictures import payments_alone
from charts.projects.words import headline_beside
from charts.records.figure import Figure, KeyFigure
from charts.uncertainty.curves import fan
from charts.uncertainty.dots import dots
from charts.uncertainty.doubt import Doubt
from charts.uncertainty.words import doubt_headline
from charts.words.context import AGAINST, Context
from model.history.development import FIXED
from pages.figures import board, meeting, toolbar
from pages.uncertainty import draws
from pages.uncertainty.asked import asked, now
from pages.visit import guard, view
from pages.visit.question import shown

guard.through_app()

looked_at = view.current()
is_money = looked_at.chart == view.MONEY
is_payment = looked_at.chart == view.WHO_PAYS
with_words = (view.WHO_PAYS, view.MONEY, view.DEVELOPMENT, view.UNCERTAINTY, view.PROJECTS)
"""Charts with a headline of their own; the others are headed by a year's need."""


def ask(looked_at: view.View) -> Context:
    """The present scenario beside the tallgrunnlag; where money is followed, with as much of it spent.

    Reasons are those of the difference from it.
    """
    context = spent_alike(shown(looked_at)) if is_money else shown(looked_at)
    return replace(context, told=AGAINST) if looked_at.chart == view.REASONS else context


def doubt(context: Context) -> Doubt:
    """How sure the quantity that is looked at is, by the ranges of the visit."""
    return draws.doubt(asked(looked_at, context), context, now(looked_at).above)


def draw(context: Context) -> tuple[Figure, ...]:
    """The one chart that was chosen."""
    if is_money:
        return (held_figure(context),)
    if looked_at.chart == view.BRIDGE:
        return (told_bridge(context),)
    if looked_at.chart == view.REASONS:
        return (reasons_bridge(reasons(context.answer), looked_at.year, context),)
    if is_payment:
        return (groups_figure(context),)
    if looked_at.chart == view.PROJECTS:
        return payments_alone(context)
    if looked_at.chart == view.UNCERTAINTY:
        found = doubt(context)
        return (fan(found) if looked_at.certainty == view.FAN else dots(found),)
    if looked_at.chart == view.DEVELOPMENT:
        return development_figure(looked_at.solution, context) or (plan(context),)
    return (plan(context, "cost_level" if looked_at.chart == view.PLAN else "financing_need"),)


def summary(context: Context) -> tuple[str, tuple[KeyFigure, ...]]:
    """In a sentence what groups pay, projects cost, how often an amount is passed, what is saved, or what grew."""
    if is_payment:
        return groups_headline(context), ()
    if looked_at.chart == view.PROJECTS:
        return headline_beside(context), ()
    if looked_at.chart == view.UNCERTAINTY:
        return doubt_headline(doubt(context)), ()
    return money_headline(context) if is_money else development_headline(looked_at.solution, context, FIXED), ()


toolbar.problem(looked_at)
board.live(
    looked_at,
    draw,
    tiles=None,
    ask=ask,
    summary=summary if looked_at.chart in with_words else None,
    because=us_in_words if is_payment else None,
    quick=looked_at.chart != view.UNCERTAINTY,
)
meeting.frame(looked_at)
