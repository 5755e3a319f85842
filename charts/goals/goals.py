"""What it takes: for a target the value of each lever alone that meets it, ready to print."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from charts.goals.candidates import Candidates, counting
from charts.goals.goal_targets import decimals
from charts.goals.needed import needed
from charts.words.quantities import target_of
from charts.words.settings import label, shown
from model import OwnData, Result, Scenario, ScenarioError, Solved, run, solve
from model.answers.law_payment import charged
from model.answers.own_data import NO_OWN_DATA
from model.answers.quantities import amounts_of, keys_of
from model.explaining.asked import address
from model.explaining.other_answers import WITH
from model.explaining.reasons import quantity_address
from model.payers import PayerKeys
from model.scenario.fields import LAW, limits
from texts import Texts


@dataclass(frozen=True, slots=True)
class Goal:
    """What is asked for: ``quantity`` of ``year`` at ``target`` MNOK, in kroner of the base year where ``fixed``.

    own: what takes the place of the scenario's keys. fewest: the decimals that amounts of the quantity are shown with.
    """

    quantity: str
    year: int
    target: float
    fixed: bool
    own: OwnData = NO_OWN_DATA
    fewest: int = 1

    @property
    def decimals(self) -> int:
        """The decimals that the target is written with."""
        return decimals(self.target, self.fewest)

    def is_met(self, amount: float) -> bool:
        """Whether an amount, MNOK, prints like the target, with as many decimals as that has."""
        count = self.decimals
        return f"{amount:.{count}f}" == f"{self.target:.{count}f}"

    def amount(self, scenario: Scenario) -> float:
        """What the scenario gives as it is computed, MNOK, in the prices of the target."""
        return self._amount(run(scenario, self.year, bridges=False), keys_of((scenario,), self.own))

    def present(self, scenario: Scenario) -> float:
        """The same as it is shown: in the year that the regulation has set the regulation's, for a start from it."""
        result, keys = run(scenario, self.year, bridges=False), keys_of((scenario,), self.own)
        return self._amount(*charged(scenario, result, keys, is_fixed=False))

    def _amount(self, result: Result, keys: PayerKeys) -> float:
        amount = float(amounts_of(self.quantity, result, keys)[-1, :, 0].sum())
        return amount / float(result.index[-1, 0]) if self.fixed else amount


@dataclass(frozen=True, slots=True)
class Reached:
    """A lever that meets the target alone.

    needed: its value with one decimal, «om lag» where that is not the whole of it. when: «per år fra 2027», or nothing.
    scenario: with the exact value. share: how much of the lever's range it moves, up or down. opens: the address of
    what the exact value gives.
    """

    lever: str
    label: str
    present: str
    needed: str
    when: str
    change: str
    is_rounded: bool
    scenario: Scenario
    share: float
    opens: str


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


def what_it_takes(scenario: Scenario, goal: Goal, levers: Candidates, texts: Texts) -> WhatItTakes:
    """Asks every lever alone, the rest of the scenario unmoved; the order of the levers is kept.

    A year that the law has set for the scenario is moved by none of them, and the answer says so.
    """
    present = goal.present(scenario)
    if goal.is_met(present):
        return WhatItTakes(_in_words("met", goal, texts), True, (), (), ())
    if scenario.start == LAW and scenario.figures.is_set(goal.year):
        return WhatItTakes(_in_words("set", goal, texts), False, (), (), ())
    rows = [row for lever in levers.all if (row := _row(lever, scenario, goal, texts))]
    reached = tuple(row for row in rows if isinstance(row, Reached))
    beyond = tuple(row for row in rows if isinstance(row, Beyond))
    known = {row.lever for row in rows}
    untouched = tuple(label(lever, scenario.figures, texts) for lever in levers.all if lever not in known)
    sentence = _sentence(reached, beyond, levers, goal, texts)
    if reached and goal.target < present:
        sentence = " ".join(filter(None, (sentence, _not_by_money_back(reached, beyond, levers, texts))))
    return WhatItTakes(sentence, False, reached, beyond, untouched)


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
    return _reached(lever, counting(lever, scenario), answer, goal, texts)


def _moves(ends: Iterable[float], goal: Goal) -> bool:
    """Whether a figure that reaches from end to end is printed in more than one way."""
    return len({f"{end:.{goal.fewest}f}" for end in ends}) > 1


def _reach(ends: Sequence[float], problem: str, goal: Goal, texts: Texts) -> str:
    """«1 002,1–1 034,6», of a whole number each amount: «1 002,1 eller 1 034,6»."""
    amounts = [texts.amount(end, goal.fewest) for end in ends]
    return (
        f"{amounts[0]}–{amounts[-1]}" if problem == "reach_number" else texts("solve.or").join(dict.fromkeys(amounts))
    )


def _reached(lever: str, present: float, answer: Solved, goal: Goal, texts: Texts) -> Reached:
    baseline = answer.scenario.figures
    value, limit = needed(lever, present, answer.value, answer.scenario, texts), limits(baseline)[lever]
    is_rounded = not goal.is_met(goal.amount(answer.scenario.with_value(lever, value.typed)))
    return Reached(
        lever=lever,
        label=label(lever, baseline, texts),
        present=shown(lever, present, baseline, texts),
        needed=texts("solve.about", value=value.value) if is_rounded else value.value,
        when=value.when,
        change=value.change,
        is_rounded=is_rounded,
        scenario=answer.scenario,
        share=(answer.value - present) / (limit.high - limit.low),
        opens=address(WITH, lever, repr(answer.value), quantity_address(goal.quantity, goal.year)),
    )


def _sentence(
    reached: Sequence[Reached], beyond: Sequence[Beyond], levers: Candidates, goal: Goal, texts: Texts
) -> str:
    """What returns money, else the first cost lever of those that move least, else another; else what comes closest."""
    if reached:
        best = min(reached, key=lambda row: (levers.rank(row.lever), round(abs(row.share), 1)))
        way, value = "up" if best.share > 0 else "down", " ".join(filter(None, (best.needed, best.when)))
        return _in_words(way, goal, texts, lever=best.label, present=best.present, needed=value)
    if not beyond:
        return _in_words("none", goal, texts)
    closest = min(beyond, key=lambda row: row.off)
    return _in_words("closest", goal, texts, lever=closest.label, reach=closest.reach)


def _not_by_money_back(reached: Sequence[Reached], beyond: Sequence[Beyond], levers: Candidates, texts: Texts) -> str:
    """How far money back goes where it is not enough alone; nothing where it is."""
    returning = [row for row in beyond if row.lever in levers.money_back]
    if not returning or any(row.lever in levers.money_back for row in reached):
        return ""
    nearest = min(returning, key=lambda row: row.off)
    return texts("solve.money_back", lever=nearest.label, reach=nearest.reach)


def _in_words(kind: str, goal: Goal, texts: Texts, **values: str) -> str:
    what = target_of(goal.quantity, goal.year, texts)
    return texts(f"solve.{kind}", what=what, target=texts.amount(goal.target, goal.decimals), **values)
