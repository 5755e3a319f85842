"""What it takes: for a target the value of each lever alone that meets it, ready to print."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from charts.goals.candidates import Candidates, counting
from charts.goals.goal import Goal
from charts.goals.needed import needed
from charts.words.settings import label, shown
from model import Scenario, ScenarioError, Solved, SolvedPath, solve
from model.explaining.asked import address
from model.explaining.other_answers import WITH
from model.scenario.fields import LAW, limits
from texts import Texts


@dataclass(frozen=True, slots=True)
class OfYear:
    """What an answer gives in one year of a path: the amount, how far it lies from the target, and its address."""

    year: int
    amount: str
    missed: str
    opens: str


@dataclass(frozen=True, slots=True)
class Reached:
    """A lever that meets the target alone, or of a path comes as near as it can.

    needed: its value, with as many decimals as it takes. when: «per år fra 2027», or nothing. scenario: with that
    value. share: how much of the lever's range it moves, up or down. opens: the address of what the value gives.
    of_years: of a path what each year becomes. off: the largest of what they miss, MNOK.
    """

    lever: str
    label: str
    present: str
    needed: str
    when: str
    change: str
    scenario: Scenario
    share: float
    opens: str
    of_years: tuple[OfYear, ...] = ()
    off: float = 0.0


@dataclass(frozen=True, slots=True)
class Beyond:
    """A lever that does not meet the target alone.

    reach: what it can give, ready to print. off: how far the nearest end of that is from the target, MNOK.
    """

    lever: str
    label: str
    present: str
    reach: str
    off: float


@dataclass(frozen=True, slots=True)
class WhatItTakes:
    """The answer in a sentence, the levers that meet the target, those that do not, and those that change nothing.

    farther: of a path the levers that come less than half of the way. moving: those whose answer would move the year
    that is held.
    """

    sentence: str
    met: bool
    reached: tuple[Reached, ...] = ()
    beyond: tuple[Beyond, ...] = ()
    untouched: tuple[str, ...] = ()
    farther: tuple[Reached, ...] = ()
    moving: tuple[str, ...] = ()


def what_it_takes(scenario: Scenario, goal: Goal, levers: Candidates, texts: Texts) -> WhatItTakes:
    """Asks every lever alone, the rest of the scenario unmoved; the order of the levers is kept.

    A year that the law has set for the scenario is moved by none of them, and the answer says so.
    """
    (present,) = goal.present(scenario)
    if goal.is_met(present):
        return WhatItTakes(in_words("met", goal, texts), True)
    if scenario.start == LAW and scenario.figures.is_set(goal.year):
        return WhatItTakes(in_words("set", goal, texts), False)
    rows = {lever: _row(lever, scenario, goal, texts) for lever in levers.all}
    found = [row for row in rows.values() if isinstance(row, Reached)]
    reached = tuple(row for row in found if goal.leaves_alone(scenario, row.scenario))
    beyond = tuple(row for row in rows.values() if isinstance(row, Beyond))
    untouched = tuple(label(lever, scenario.figures, texts) for lever, row in rows.items() if row is None)
    sentence = _sentence(reached, beyond, levers, goal, texts)
    if reached and goal.target < present:
        sentence = " ".join(filter(None, (sentence, _not_by_money_back(reached, beyond, levers, texts))))
    moving = tuple(row.label for row in found if row not in reached)
    return WhatItTakes(sentence, False, reached, beyond, untouched, moving=moving)


def answered(lever: str, scenario: Scenario, goal: Goal) -> Solved:
    """The lever's answer; a target that prints like an end of what it gives is that end. Raises ScenarioError."""
    rest = (goal.year, goal.quantity, scenario, goal.fixed, goal.own)
    try:
        return solve(lever, goal.target, *rest)
    except ScenarioError as error:
        alike = [end for end in error.allowed if isinstance(end, float) and goal.is_met(end)]
        if not alike:
            raise
        return solve(lever, alike[0], *rest)


def _row(lever: str, scenario: Scenario, goal: Goal, texts: Texts) -> Reached | Beyond | None:
    """What a lever can do; None where it does not touch the figure."""
    try:
        answer = answered(lever, scenario, goal)
    except ScenarioError as error:
        ends = [float(str(end)) for end in error.allowed]
        if not _moves(ends, goal):
            return None
        off, baseline = min(abs(end - goal.target) for end in ends), scenario.figures
        present = shown(lever, counting(lever, scenario), baseline, texts)
        return Beyond(lever, label(lever, baseline, texts), present, _reach(ends, error.problem, goal, texts), off)
    return reaching(answer, counting(lever, scenario), goal, texts, goal.is_met)


def _moves(ends: Iterable[float], goal: Goal) -> bool:
    """Whether a figure that reaches from end to end is printed in more than one way."""
    return len({f"{end:.{goal.fewest}f}" for end in ends}) > 1


def _reach(ends: Sequence[float], problem: str, goal: Goal, texts: Texts) -> str:
    """«1 002,1–1 034,6», of a whole number each amount: «1 002,1 eller 1 034,6»."""
    amounts = [texts.amount(end, goal.fewest) for end in ends]
    return (
        f"{amounts[0]}–{amounts[-1]}" if problem == "reach_number" else texts("solve.or").join(dict.fromkeys(amounts))
    )


def reaching(
    answer: Solved | SolvedPath, present: float, goal: Goal, texts: Texts, is_alike: Callable[..., bool]
) -> Reached:
    """An answer in words, with its value in as few decimals as give amounts that are alike.

    present: what stands at the lever and counts. is_alike: whether the amounts of the goal's years are as good.
    """
    lever, scenario = answer.lever, answer.scenario
    baseline = scenario.figures
    value = needed(
        lever, present, answer.value, scenario, texts, lambda typed: is_alike(*_with(lever, typed, scenario, goal))
    )
    limit = limits(baseline)[lever]
    return Reached(
        lever=lever,
        label=label(lever, baseline, texts),
        present=shown(lever, present, baseline, texts),
        needed=value.value,
        when=value.when,
        change=value.change,
        scenario=scenario.with_value(lever, value.typed),
        share=(value.typed - present) / (limit.high - limit.low),
        opens=address(WITH, lever, repr(value.typed), goal.address(goal.years[-1], scenario)),
    )


def _with(lever: str, value: float, scenario: Scenario, goal: Goal) -> tuple[float, ...]:
    """What the goal's years are with another value of a lever."""
    return goal.amounts(scenario.with_value(lever, value))


def _sentence(
    reached: Sequence[Reached], beyond: Sequence[Beyond], levers: Candidates, goal: Goal, texts: Texts
) -> str:
    """What returns money, else the first cost lever of those that move least, else another; else what comes closest."""
    if reached:
        best = min(reached, key=lambda row: (levers.rank(row.lever), round(abs(row.share), 1)))
        way, value = "up" if best.share > 0 else "down", " ".join(filter(None, (best.needed, best.when)))
        return in_words(way, goal, texts, lever=best.label, present=best.present, needed=value)
    if not beyond:
        return in_words("none", goal, texts)
    closest = min(beyond, key=lambda row: row.off)
    return in_words("closest", goal, texts, lever=closest.label, reach=closest.reach)


def _not_by_money_back(reached: Sequence[Reached], beyond: Sequence[Beyond], levers: Candidates, texts: Texts) -> str:
    """How far money back goes where it is not enough alone; nothing where it is."""
    returning = [row for row in beyond if row.lever in levers.money_back]
    if not returning or any(row.lever in levers.money_back for row in reached):
        return ""
    nearest = min(returning, key=lambda row: row.off)
    return texts("solve.money_back", lever=nearest.label, reach=nearest.reach)


def in_words(kind: str, goal: Goal, texts: Texts, **values: str) -> str:
    """A sentence about a goal."""
    target = texts.amount(goal.target, goal.decimals)
    return texts(f"solve.{kind}", what=goal.what(texts), target=target, **values)
