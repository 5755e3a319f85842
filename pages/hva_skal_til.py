"""Hva skal til?: what each lever alone would have to be for a target, beside the plan of the figure."""

import streamlit as st

from charts.bridges.why import difference_in_words, reasons
from charts.goals.marks import marked
from charts.goals.paths import path_figures
from charts.payers.of_group import group_figure
from charts.payers.own import own_figure
from charts.payers.own_words import own_headline, own_key_figures
from charts.payers.paid import Own
from charts.plans.key_figures import key_figures
from charts.plans.plan import plan
from charts.plans.time_figures import time_figures_of
from charts.records.figure import Figure, KeyFigure
from charts.records.stack import Stack
from charts.words.context import Context
from model.answers.quantities import FINANCING_NEED
from model.baseline.axes import PAYER_GROUPS
from pages.figures import board, goal, toolbar
from pages.figures.goal_aim import goal as aimed
from pages.figures.goal_answers import answers
from pages.visit import guard, view
from pages.visit.question import shown

guard.through_app()

looked_at = view.current().aiming()
toolbar.show(looked_at, "hva_skal_til")
above = st.container()
with st.container(key="goal_page"):
    left, right = st.columns(2, gap="medium")


def draw(context: Context) -> tuple[Figure, ...]:
    """The plan of the quantity, with the target in its years."""
    return (marked(over_the_years(context), aimed(looked_at, context)),)


def over_the_years(context: Context) -> Stack:
    """The quantity by solution: of all, of a payer group, or of the organisation that is looked at."""
    if looked_at.is_about_us:
        return own_figure(Own.of(looked_at.payer, context.answer), context)
    if looked_at.quantity in PAYER_GROUPS:
        return group_figure(looked_at.quantity, context)
    return plan(context, looked_at.asked_quantity)


def summary(context: Context) -> tuple[str, tuple[KeyFigure, ...]]:
    """What is aimed at in a sentence and numbers, so that the page has one question; a path has one for each year."""
    if (aim := aimed(looked_at, context)).is_path:
        return path_figures(aim, context)
    if looked_at.is_about_us:
        own = Own.of(looked_at.payer, context.answer)
        return own_headline(own, context), own_key_figures(own, context)[:2]
    found = reasons(context.answer, quantity=looked_at.asked_quantity)
    return difference_in_words(found, context.year, context), time_figures_of(found, context)


def tiles(context: Context) -> tuple[KeyFigure, ...]:
    """Cost level and need of the year that is asked about."""
    return key_figures(context)[:2]


is_usual = looked_at.path == view.YEAR_ALONE and looked_at.asked_quantity == FINANCING_NEED
with right:
    board.live(looked_at, draw, tiles, summary=None if is_usual else summary)
context = shown(looked_at)
with above:
    goal.row(looked_at, context)
with left:
    answers(looked_at, context)
