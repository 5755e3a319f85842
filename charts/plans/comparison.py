"""Scenarios side by side: their figures on one scale, and their key figures."""

from collections.abc import Sequence
from dataclasses import replace

from charts.bridges.beside import with_common_scale
from charts.bridges.bridge import CHARGED, bridge
from charts.plans.plan import plan
from charts.records.bridge import Bridge
from charts.records.figure import Figure, KeyFigure
from charts.records.stack import Stack
from charts.scale import axis
from charts.words import addresses
from charts.words.addresses import beside
from charts.words.context import TENTH, Context
from charts.words.need_range import need_in_words
from model.answers.mixtures import PROJECTS
from model.answers.quantities import BURDEN, by_solution

ROOM_FOR_NEEDS = (
    3  # scenarios beside each other that leave room for the needs under a plan's years, and for every amount
)


def comparison_figures(compared: Sequence[Context]) -> tuple[Figure, ...]:
    """A bridge of the year for each scenario, then a plan for each; bridges on one scale, plans on one."""
    bridges = [bridge(each) for each in compared]
    bridges = [replace(figure, note=_set_note(figure.context)) for figure in bridges]
    plans = [plan(each) for each in compared]
    if len(compared) > ROOM_FOR_NEEDS:
        plans = [_sparing(each) for each in plans]
    scale, under = axis(end for figure in plans for end in figure.scale), max(each.lines_under for each in plans)
    plans = [replace(each, scale=scale, under=under) for each in plans]
    drawn: list[Bridge | Stack] = [*with_common_scale(tuple(bridges)), *plans]
    return tuple(_named(figure, at, len(compared)) for at, figure in enumerate(drawn))


def _sparing(plan: Stack) -> Stack:
    """The plan without the needs under its years, and with the amount of every other year, so of the last."""
    last = len(plan.columns) - 1
    columns = enumerate(plan.columns)
    return replace(
        plan, columns=tuple(replace(c, sublabel="", text="" if (last - at) % 2 else c.text) for at, c in columns)
    )


def _set_note(context: Context) -> str:
    """Where the year is set by the law: that the bridge's need is computed, and what the law has; else nothing."""
    law = context.law_payment
    if law is None or not context.is_set_by_law:
        return ""
    return context.texts("compare.set_note", total=context.texts.amount(law.total))


def _named(figure: Bridge | Stack, at: int, count: int) -> Bridge | Stack:
    """The figure with the scenario's name in its title and text alternative, and an id of its own; one of ``count``."""
    what, _, when = figure.title
    name = figure.context.scenario
    figure = figure.opening(lambda address: beside(at % count, address))
    return replace(figure, name=f"{figure.name}_{at}", title=(what, name, when), alt=f"{name}: {figure.alt}")


def comparison_key_figures(compared: Sequence[Context]) -> tuple[KeyFigure, ...]:
    """For each scenario the need of the year, under it the difference, the cost level, and what projects cost."""
    projects = any_projects(compared)
    return tuple(_key(context, at, projects) for at, context in enumerate(compared))


def any_projects(compared: Sequence[Context]) -> bool:
    """Whether any of the scenarios has projects."""
    return any(each.question.scenario.projects for each in compared)


def _key(context: Context, at: int, projects: bool) -> KeyFigure:
    texts, need = context.texts, _need(context)
    change = need - context.answer.reference_charged[0].need(context.year)
    parts = [texts("compare.cost", amount=texts.amount(total(context, "cost_level", context.year)))]
    if abs(change) >= TENTH:
        parts.insert(0, _against(texts.change(change), context))
    if projects:
        parts.append(texts("compare.projects", amount=texts.amount(total(context, PROJECTS, context.year))))
    shown = need_in_words(need, context.year, context)
    opens = beside(at, addresses.of(CHARGED, context.year))
    return KeyFigure(f"scenario_{at}", context.scenario, shown, ". ".join(parts), abs(change) >= TENTH, opens)


def _against(change: str, context: Context) -> str:
    """What the need differs by, and from what; the plan that both have from the law is called that."""
    if context.question.against is not None:
        return context.texts("compare.change_forste", change=change)
    if context.law_payment is not None:
        return context.texts("key.against", difference=change, reference=context.the_reference)
    return context.texts("compare.change_tallgrunnlaget", change=change)


def comparison_headline(compared: Sequence[Context]) -> str:
    """Which scenario has the lowest and which the highest need in the year."""
    low, high = min(compared, key=_need), max(compared, key=_need)
    texts, year = low.texts, low.year
    if _need(high) - _need(low) < TENTH:
        return texts("compare.alike", year=year, need=need_in_words(_need(low), year, low))
    return texts(
        "compare.headline",
        year=year,
        low=low.scenario,
        low_need=need_in_words(_need(low), year, low),
        high=high.scenario,
        high_need=need_in_words(_need(high), year, high),
    )


def _need(context: Context) -> float:
    """The financing need of the year that is looked at, MNOK."""
    return total(context, "financing_need", context.year)


def total(context: Context, quantity: str, year: int) -> float:
    """The quantity of a year, all solutions, MNOK; a need that the law has set is the law's.

    quantity: cost level, need, what the sector pays for projects, or the burden that both of the last are.
    """
    result = context.answer.charged[0]
    at = result.years.index(year)
    paid = float(context.answer.for_projects()[at]) if quantity in (PROJECTS, BURDEN) else 0.0
    return paid if quantity == PROJECTS else paid + float(by_solution(quantity, result)[at, :, 0].sum())
