"""The lines under levers that say what they touch, in figures of the published plan."""

from functools import cache
from typing import Final

import numpy as np

from model import BASE_YEAR, Scenario, run
from texts import Texts

SHARES_OF_LEVEL: Final = ("extra_efficiency", "extra_volume")
"""Levers in percent of the cost level."""

STEPS: Final = {
    "efficiency_realisation": "efficiency",
    "volume_realisation": "volume_preparedness",
    "investment_realisation": "investment",
}
"""Planning lever → the step of the bridge that it scales."""


def hint(lever: str, scenario: Scenario, texts: Texts) -> str:
    """What a lever touches; empty for levers that say it themselves."""
    if lever in SHARES_OF_LEVEL:
        year = scenario.first_year
        return texts("lever.efficiency_scale", amount=texts.amount(one_percent(year), 0), year=year)
    if lever in STEPS:
        amounts = planned_amounts(lever)
        return texts("lever.planned", amounts=" · ".join(f"{year}: {texts.change(a)}" for year, a in amounts.items()))
    return ""


@cache
def one_percent(year: int) -> float:
    """What one percent of the cost level is in ``year``, MNOK: the effect of the efficiency lever, felles left out."""
    lowered = run([Scenario(), Scenario(extra_efficiency=0.01, first_year=year)])
    total = lowered.cost_level[lowered.years.index(year)].sum(axis=0)
    return float(total[0] - total[1])


@cache
def planned_amounts(lever: str) -> dict[int, float]:
    """Year → MNOK that a planning lever scales: what the plan loses at zero. Decommissioning is left out."""
    step = STEPS[lever]
    both = run([Scenario(), Scenario.from_mapping({lever: 0.0})])
    amounts = np.diff(both.amounts()[step].sum(axis=1), axis=1)[:, 0]
    return {year: float(-amount) for year, amount in zip(both.years, amounts, strict=True) if year > BASE_YEAR}
