"""The lines under levers that say what they touch, in figures of the published plan."""

from collections.abc import Mapping
from typing import Final

import numpy as np

from model import Baseline, Scenario, run
from model.answers.margin import unspent_margin_effect
from model.baseline.kept import kept_with_baseline
from model.scenario.fields import LAW, START
from texts import Texts

SHARES_OF_LEVEL: Final = ("extra_efficiency", "extra_volume")
"""Levers in percent of the cost level."""

STEPS: Final = {
    "efficiency_realisation": "efficiency",
    "volume_realisation": "volume_preparedness",
    "investment_realisation": "investment",
}
"""Planning lever → the step of the bridge that it scales."""


FROM_LAW: Final = (START, "first_year")
"""Levers that say what a start from the law means for them."""


def hint(lever: str, scenario: Scenario, texts: Texts) -> str:
    """What a lever touches; empty for levers that say it themselves."""
    if lever in (*SHARES_OF_LEVEL, "lasting_saving"):
        year, prices = scenario.levers_from, texts("view.in_faste", base_year=scenario.figures.base_year)
        key = "lasting_saving" if lever == "lasting_saving" else "efficiency_scale"
        amount = texts.amount(one_percent(scenario.figures)[year], 0)
        return texts(f"lever.{key}", amount=amount, year=year, prices=prices)
    if lever == "risk_margin":
        return _margin(scenario, texts)
    if lever in FROM_LAW and scenario.start == LAW:
        years = {"first_year": scenario.figures.first_year, "second_year": scenario.figures.plan_years[1]}
        return texts(f"lever.from_law_{lever}", **years)
    if lever == "repayment_lag":
        return _lag(scenario, texts)
    if lever in STEPS:
        amounts = planned_amounts(scenario.figures)[lever]
        return texts("lever.planned", amounts=" · ".join(f"{year}: {texts.change(a)}" for year, a in amounts.items()))
    return ""


@kept_with_baseline
def one_percent(baseline: Baseline) -> Mapping[int, float]:
    """Year → what one percent of the cost level is in it, MNOK: the effect of the efficiency lever from then on."""
    return {year: _one_percent(baseline, year) for year in baseline.plan_years}


def _one_percent(baseline: Baseline, year: int) -> float:
    """The clearing line, which the lever leaves alone, is left out."""
    still = Scenario(figures=baseline)
    lowered = run([still, Scenario(extra_efficiency=0.01, first_year=year, figures=baseline)])
    total = lowered.cost_level[lowered.years.index(year)].sum(axis=0)
    return float(total[0] - total[1])


@kept_with_baseline
def planned_amounts(baseline: Baseline) -> Mapping[str, Mapping[int, float]]:
    """Planning lever → year → MNOK that it scales."""
    return {lever: _planned_amounts(baseline, lever) for lever in STEPS}


def _planned_amounts(baseline: Baseline, lever: str) -> Mapping[int, float]:
    """What the plan loses at zero. Decommissioning is left out."""
    both = run([Scenario(figures=baseline), Scenario.from_mapping({lever: 0.0}, baseline)])
    amounts = np.diff(both.amounts()[STEPS[lever]].sum(axis=1), axis=1)[:, 0]
    return {year: float(-amount) for year, amount in zip(both.years, amounts, strict=True)}


def _lag(scenario: Scenario, texts: Texts) -> str:
    """What a year earlier is worth, and that no money comes back in a year that the law has set."""
    baseline = scenario.figures
    worth = texts("lever.lag_worth")
    if baseline.law is None:
        return worth
    first, second = baseline.plan_years[:2]
    key = "lever.lag_from_law" if scenario.start == LAW else "lever.lag_published"
    return f"{texts(key, base_year=baseline.base_year, first_year=first, second_year=second)} {worth}"


def _margin(scenario: Scenario, texts: Texts) -> str:
    """A margin is no saving: at another one what it moves, year by year, where what is unspent is given back."""
    embedded = scenario.figures.embedded_margin
    value = texts.percent_in_full(embedded)
    if scenario.risk_margin == embedded:
        return texts("lever.margin", value=value)
    effect = unspent_margin_effect(scenario)
    amounts = " · ".join(map(texts.change, effect.values()))
    return texts("lever.margin_effect", first=min(effect), last=max(effect), amounts=amounts)
