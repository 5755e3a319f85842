"""The value that a lever would have to have, in words: with the decimals that it takes, and when it works."""

from collections.abc import Callable
from dataclasses import dataclass

from charts.words.settings import is_share, shown
from model import Scenario, parameters
from model.scenario.fields import limits
from texts import Texts
from texts.numbers import FINEST

FROM_FIRST_YEAR = (
    "risk_margin",
    "efficiency_realisation",
    "volume_realisation",
    "investment_realisation",
    "underspend_rate",
)
"""Levers that work in every year from the one that the scenario says, and are no growth."""


@dataclass(frozen=True, slots=True)
class Needed:
    """A value in words. value: «3,014 %». typed: what that is as a number. when: «per år fra 2027», or nothing."""

    value: str
    typed: float
    change: str
    when: str


def needed(
    lever: str, present: float, value: float, scenario: Scenario, texts: Texts, is_enough: Callable[[float], bool]
) -> Needed:
    """The value with as few decimals as are enough, so that it is the whole of what is used; whole numbers as they are.

    is_enough: whether a value that has fewer decimals still does what the value does.
    """
    baseline = scenario.figures
    if limits(baseline)[lever].kind == "integer":
        change = texts("setting.years", count=texts.change(value - present, 0))
        return Needed(shown(lever, value, baseline, texts), value, change, when(lever, scenario, texts))
    factor = 100.0 if is_share(lever, baseline) else 1.0
    count, typed = _in_few_decimals(value, factor, is_enough)
    return Needed(
        value=_written(typed * factor, factor, count, texts),
        typed=typed,
        change=_change((typed - present) * factor, factor, count, texts),
        when=when(lever, scenario, texts),
    )


def _in_few_decimals(value: float, factor: float, is_enough: Callable[[float], bool]) -> tuple[int, float]:
    """The decimals that the value is written with in its unit, and the value then; itself where none are enough."""
    for count in range(1, FINEST + 1):
        typed = round(round(factor * value, count) / factor, FINEST + 2)
        if is_enough(typed):
            return count, typed
    return FINEST, value


def when(lever: str, scenario: Scenario, texts: Texts) -> str:
    """«per år fra 2027», «én gang, i 2027», «fra 2027»; nothing where a lever has a time of its own."""
    parameter, year = parameters(scenario.figures).get(lever), scenario.levers_from
    if parameter is not None and parameter.unit.endswith(("per year", "once")):
        return texts("solve.once" if parameter.unit.endswith("once") else "solve.per_year", year=year)
    if lever in FROM_FIRST_YEAR:
        return texts("solve.from_year", year=year)
    return _of_amount(lever, scenario, texts) if lever.endswith(".amount_mnok") else ""


def _of_amount(lever: str, scenario: Scenario, texts: Texts) -> str:
    """When an optional measure's amount works: once, from a year on, or more each year."""
    name = lever.split(".")[1]
    part = scenario.figures.measures[name].parts[0]
    year = (part.year or scenario.levers_from) + scenario.value(f"measures.{name}.delay")
    return texts("solve.per_year" if part.every else "solve.from_year", year=year)


def _written(value: float, factor: float, count: int, texts: Texts) -> str:
    if factor > 1:
        return texts.percent(value / factor, count)
    return texts("setting.mnok", amount=texts.amount(value, count))


def _change(change: float, factor: float, count: int, texts: Texts) -> str:
    """«−2,4 prosentpoeng», «+3,5 mill. kr»."""
    if factor > 1:
        return texts("solve.points", change=texts.change(change, count))
    return texts("setting.mnok", amount=texts.change(change, count))
