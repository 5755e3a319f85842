"""What is aimed at in a view, and from which scenario levers are solved for."""

from charts.goals.candidates import candidates
from charts.goals.goal import Goal, held_year, holding
from charts.goals.goal_targets import first_target, path_target, path_years
from charts.goals.goals import WhatItTakes, what_it_takes
from charts.goals.paths import what_a_path_takes
from charts.words.context import Context
from charts.words.quantities import decimals_of
from model import Scenario
from model.answers.quantities import in_all
from pages.visit import state
from pages.visit.between_runs import USED_LEVER
from pages.visit.kept import kept
from pages.visit.question import about_own
from pages.visit.view import EVERY_YEAR, View
from texts import Texts


def goal(looked_at: View, context: Context) -> Goal:
    """What is aimed at; without a target of its own what the tallgrunnlag has for the year before.

    Of a path that is the plan's first year. A year that the regulation has set is held where a later one is asked for.
    """
    answer, quantity, baseline = context.answer, looked_at.asked_quantity, context.baseline
    largest = float(in_all(quantity, answer.reference, answer.question.reference, answer.question.own).max())
    fewest, target = decimals_of(quantity, largest), looked_at.target
    is_path = looked_at.path == EVERY_YEAR
    year, to = path_years(baseline) if is_path else (looked_at.year, 0)
    if target is None:
        of_year = first_target(answer, year, quantity, fewest)
        target = path_target(answer, quantity, fewest) if is_path else of_year
    return Goal(quantity, year, target, answer.is_fixed, answer.question.own, fewest, to, held_year(baseline, year))


def start(aim: Goal) -> tuple[Scenario, str]:
    """The scenario that levers are solved from, and the lever that was used from there.

    As long as the scenario is what that lever made of it and the target is the one it was used for, it is the scenario
    before; else the present one, and no lever. Levers work after the year that is held, where the target is not met.
    """
    now, used = state.scenario(), USED_LEVER.value()
    if used and used.after == now and used.aim == aim:
        return used.before, used.lever
    return (now if aim.is_met(*aim.present(now)) else holding(now, aim)), ""


@kept(lambda scenario, aim, texts: about_own(scenario))  # noqa: ARG005 (what it keeps has these names)
def takes(scenario: Scenario, aim: Goal, texts: Texts) -> WhatItTakes:
    """What it takes from a scenario."""
    asks = what_a_path_takes if aim.is_path else what_it_takes
    return asks(scenario, aim, candidates(scenario), texts)
