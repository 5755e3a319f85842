"""What it takes: for a target the value of each lever alone that meets it, ready to print."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from charts.goals.goal_targets import decimals
from charts.words.settings import is_share, label, shown
from model import QUANTITIES, Baseline, Scenario, ScenarioError, Solved, run, solve
from model.scenario.fields import limits
from texts import Texts
from texts.numbers import FINEST, own_decimals


@dataclass(frozen=True, slots=True)
class Goal:
    """What is asked for: ``quantity`` of ``year`` at ``target`` MNOK, in kroner of the base year where ``fixed``."""

    quantity: str
    year: int
    target: float
    fixed: bool

    def is_met(self, amount: float) -> bool:
        """Whether an amount, MNOK, prints like the target, with as many decimals as that has."""
        count = decimals(self.target)
        return f"{amount:.{count}f}" == f"{self.target:.{count}f}"

    def amount(self, scenario: Scenario) -> float:
        """What the scenario gives, MNOK, in the prices of the target."""
        result = run(scenario, self.year, bridges=False)
        amount = float(QUANTITIES[self.quantity](result, scenario)[-1, 0])
        return amount / float(result.index[-1, 0]) if self.fixed else amount


@dataclass(frozen=True, slots=True)
class Reached:
    """A lever that meets the target alone.

    scenario: with the exact value. value: the needed value as it is shown, with the decimals that meet the target
    when typed. share: how much of the lever's range it moves, up or down.
    """

    lever: str
    label: str
    present: str
    needed: str
    change: str
    scenario: Scenario
    value: float
    share: float


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
    """The answer in a sentence, the levers that meet the target, those that do not, and those that change nothing."""

    sentence: str
    met: bool
    reached: tuple[Reached, ...]
    beyond: tuple[Beyond, ...]
    untouched: tuple[str, ...]


def what_it_takes(
    scenario: Scenario, goal: Goal, main: Sequence[str], others: Sequence[str], texts: Texts
) -> WhatItTakes:
    """Asks every lever alone, the rest of the scenario unmoved; the order of the levers is kept.

    main: the levers that the sentence names before ``others``.
    """
    if goal.is_met(goal.amount(scenario)):
        return WhatItTakes(_in_words("met", goal, texts), True, (), (), ())
    rows = [row for lever in (*main, *others) if (row := _row(lever, scenario, goal, texts))]
    reached = tuple(row for row in rows if isinstance(row, Reached))
    beyond = tuple(row for row in rows if isinstance(row, Beyond))
    known = {row.lever for row in rows}
    untouched = tuple(label(lever, scenario.figures, texts) for lever in (*main, *others) if lever not in known)
    return WhatItTakes(_sentence(reached, beyond, main, goal, texts), False, reached, beyond, untouched)


def answered(lever: str, scenario: Scenario, goal: Goal) -> Solved:
    """The lever's answer; a target that prints like an end of what it gives is that end. Raises ScenarioError."""
    rest = (goal.year, goal.quantity, scenario, goal.fixed)
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
        if not _moves(ends):
            return None
        off, baseline = min(abs(end - goal.target) for end in ends), scenario.figures
        present = shown(lever, scenario.value(lever) or 0, baseline, texts)
        return Beyond(lever, label(lever, baseline, texts), present, _reach(ends, error.problem, texts), off)
    return _reached(lever, scenario.value(lever) or 0, answer, goal, texts)


def _moves(ends: Iterable[float]) -> bool:
    """Whether a figure that reaches from end to end is printed in more than one way."""
    return len({f"{end:.1f}" for end in ends}) > 1


def _reach(ends: Sequence[float], problem: str, texts: Texts) -> str:
    """«1 002,1–1 034,6», of a whole number each amount: «1 002,1 eller 1 034,6»."""
    if problem == "reach_number":
        return f"{texts.amount(ends[0])}–{texts.amount(ends[-1])}"
    return texts("solve.or").join(dict.fromkeys(texts.amount(end) for end in ends))


def _reached(lever: str, present: float, answer: Solved, goal: Goal, texts: Texts) -> Reached:
    value = _fewest_decimals(lever, answer, goal)
    baseline = answer.scenario.figures
    limit = limits(baseline)[lever]
    return Reached(
        lever=lever,
        label=label(lever, baseline, texts),
        present=shown(lever, present, baseline, texts),
        needed=shown(lever, value, baseline, texts),
        change=_change(lever, value - present, baseline, texts),
        scenario=answer.scenario,
        value=value,
        share=(answer.value - present) / (limit.high - limit.low),
    )


def _fewest_decimals(lever: str, answer: Solved, goal: Goal) -> float:
    """The value with the fewest decimals in the lever's unit that meet the target."""
    if isinstance(answer.value, int):
        return answer.value
    factor = 100 if is_share(lever, answer.scenario.figures) else 1
    for count in range(1, FINEST):
        value = round(round(answer.value * factor, count) / factor, 8)
        if goal.is_met(goal.amount(answer.scenario.with_value(lever, value))):
            return value
    return round(answer.value, FINEST + 2)


def _change(lever: str, change: float, baseline: Baseline, texts: Texts) -> str:
    """«−2,4 prosentpoeng», «+3,5 mill. kr», «+1 år»."""
    if limits(baseline)[lever].kind == "integer":
        return texts("setting.years", count=texts.change(change, 0))
    if is_share(lever, baseline):
        return texts("solve.points", change=texts.change(100 * change, own_decimals(100 * change)))
    return texts("setting.mnok", amount=texts.change(change, own_decimals(change)))


def _sentence(
    reached: Sequence[Reached], beyond: Sequence[Beyond], main: Sequence[str], goal: Goal, texts: Texts
) -> str:
    """The main lever that has to move least, else another; else that none is enough and which comes closest."""
    if reached:
        best = min(reached, key=lambda row: (row.lever not in main, abs(row.share)))
        way = "up" if best.share > 0 else "down"
        return _in_words(way, goal, texts, lever=best.label, present=best.present, needed=best.needed)
    if not beyond:
        return _in_words("none", goal, texts)
    closest = min(beyond, key=lambda row: row.off)
    return _in_words("closest", goal, texts, lever=closest.label, reach=closest.reach)


def _in_words(kind: str, goal: Goal, texts: Texts, **values: str) -> str:
    what = texts(f"solve.of_{goal.quantity}", year=goal.year)
    return texts(f"solve.{kind}", what=what, target=texts.amount(goal.target, decimals(goal.target)), **values)
