"""The lines under levers that say what they touch, in figures of the published plan."""

from functools import cache

import numpy as np

from model import BASE_YEAR, Scenario, run
from texts import Texts

STEPS = {
    "efficiency_realisation": "efficiency",
    "volume_realisation": "volume_preparedness",
    "investment_realisation": "investment",
}


def worth_of_one_percent(scenario: Scenario, texts: Texts) -> str:
    """«11»: what one percent of the cost level is in the scenario's first year, whole millions."""
    return texts.amount(one_percent(scenario.first_year), 0)


@cache
def one_percent(year: int) -> float:
    """What one percent of the cost level is in ``year``, MNOK: the effect of the efficiency lever, felles left out."""
    lowered = run([Scenario(), Scenario(extra_efficiency=0.01, first_year=year)])
    total = lowered.cost_level[lowered.years.index(year)].sum(axis=0)
    return float(total[0] - total[1])


def planned(lever: str, texts: Texts) -> str:
    """«Gjelder 2026: −11,0 · 2027: −10,0 …»: what a planning lever scales, decommissioning left out."""
    amounts = planned_amounts(lever)
    return texts("lever.planned", amounts=" · ".join(f"{year}: {texts.change(a)}" for year, a in amounts.items()))


@cache
def planned_amounts(lever: str) -> dict[int, float]:
    """Year → MNOK that the lever scales: what the plan loses when the lever is zero."""
    step = STEPS[lever]
    both = run([Scenario(), Scenario.from_mapping({lever: 0.0})])
    amounts = np.diff(both.amounts()[step].sum(axis=1), axis=1)[:, 0]
    return {year: float(-amount) for year, amount in zip(both.years, amounts, strict=True) if year > BASE_YEAR}
