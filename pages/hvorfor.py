"""Hvorfor: what changed and why, from the tallgrunnlag or another scenario to this one, lever by lever."""

from dataclasses import replace

from charts.context import Context
from charts.key_figures import time_figures
from charts.reasons import reasons_bridge, reasons_by_year
from charts.records import Figure, KeyFigure
from model.changes import time_effects
from pages.parts import figures, guard, state, toolbar, view
from pages.parts.compared import name_of, scenario_of
from pages.parts.results import Results, context, reasons, results

guard.through_app()

UNFOLDED = ("measures", "unspent")
looked_at = view.current()
toolbar.show(looked_at, "year", "prices", "span", "unfold", "base")


def prepare(seen: view.View) -> tuple[Results, Context]:
    """The present scenario against the chosen one."""
    scenario = state.scenario()
    if seen.base == view.REFERENCE:
        return results(scenario, seen), context(scenario, seen)
    found = results(scenario, seen, scenario_of(seen.base))
    name = name_of(seen.base, seen.texts)
    around = replace(context(scenario, replace(seen, prices=found.prices)), reference=name, against=f"«{name}»")
    rates = [each.index_rate for each in (found.against, scenario)]
    if rates[0] == rates[1]:
        return found, around
    before, after = map(seen.texts.percent_in_full, rates)
    return found, replace(around, prices=seen.texts("reasons.two_rates", before=before, after=after), indexed=False)


def draw(found: Results, around: Context) -> tuple[Figure, ...]:
    """The bridge from one need to the other, and each year's difference."""
    unfold = UNFOLDED if looked_at.unfold == view.ONE_BY_ONE else ()
    why = reasons(found, unfold)
    year = looked_at.year if looked_at.span == view.ONE_YEAR else None
    return reasons_bridge(why, year, around), reasons_by_year(why, around)


def tiles(found: Results, seen: view.View, around: Context) -> tuple[KeyFigure, ...]:
    """The effect over time."""
    return time_figures(time_effects(found.scenario, found.result, found.reference), found.result.years, around)


figures.live(looked_at, draw, tiles, prepare=prepare)
