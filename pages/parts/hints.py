"""The line under a lever that says what one percent is worth."""

from functools import cache

from model import Scenario, run
from texts import Texts


def hints(texts: Texts, scenario: Scenario) -> dict[str, str]:
    """«1 % ≈ 11 mill. kr» for the levers that are a share of the cost level, from the published figures."""
    year = scenario.first_year
    worth = texts.amount(one_percent(year), 0)
    text = texts("lever.efficiency_scale", amount=worth, year=year)
    return {"extra_efficiency": text, "extra_volume": text}


@cache
def one_percent(year: int) -> float:
    """What one percent of the cost level is in ``year``, MNOK: the effect of the efficiency lever, felles left out."""
    lowered = run([Scenario(), Scenario(extra_efficiency=0.01, first_year=year)])
    total = lowered.cost_level[lowered.years.index(year)].sum(axis=0)
    return float(total[0] - total[1])
