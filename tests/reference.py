"""The equations once more, for one scenario, in plain floats, written from docs/model.md without the model's code.

Slow and simple on purpose: what the model gives for a million scenarios at once is held against this.
"""

from pathlib import Path
from tomllib import loads

from model import SOLUTIONS, Scenario, published

MEASURES = loads((Path(__file__).parents[1] / "data" / "measures.toml").read_text(encoding="utf-8"))
UNDERSPEND_2025 = 73.5
SHARED_BY = {"helsenorge": 370.2, "e_resept": 193.9, "grunndata_helseid": 121.2, "helsenettet_eksterne": 192.8 + 90.1}
PLAN_TABLE = dict(
    zip(SOLUTIONS, ("Tabell 16", "Tabell 17", "Tabell 18", "Tabell 19", "Tabell 20", "Tabell 21"), strict=False)
)
DECIMALS_OF_2027 = {"helsenorge": 16.1, "kjernejournal": 4.1}

Amounts = dict[str, float]


def published_cell(solution: str, step: str, year: int) -> float:
    """A step as published, MNOK."""
    if year == 2026:
        return published().figure("Tabell 8", solution, step)
    if solution == "helsenettet_felles" or step == "changed_financing":
        return 0.0
    if year == 2027 and step == "investment" and solution in DECIMALS_OF_2027:
        return DECIMALS_OF_2027[solution]
    return published().figure(PLAN_TABLE[solution], step, str(year - 1))


def setting(scenario: Scenario, measure: str, name: str) -> float:
    """What a scenario gives for a measure, or what the measure has itself."""
    own = {"enabled": MEASURES[measure]["enabled"], "delay": 0, "scale": 1.0}
    default = own.get(name, MEASURES[measure].get("amount_mnok", 0.0))
    return scenario.measures.get(measure, {}).get(name, default)


def cells(scenario: Scenario, solution: str, year: int) -> Amounts:
    """Equation 1: the cells of a year after measures, and the decommissioning part of efficiency."""
    found = {
        step: published_cell(solution, step, year)
        for step in ("investment", "changed_financing", "volume_preparedness", "efficiency")
    } | {"added_measures": 0.0, "decommissioning": 0.0}
    for name, measure in MEASURES.items():
        for part in measure["parts"]:
            if part["solution"] != solution:
                continue
            size = setting(scenario, name, "scale") if setting(scenario, name, "enabled") else 0.0
            starts = part.get("year", scenario.first_year) + setting(scenario, name, "delay")
            comes = year >= starts if "year" not in part else year == starts
            if "amount_mnok" in part:
                found[part["component"]] -= part["amount_mnok"] if year == part["year"] else 0.0
                amount = part["amount_mnok"] * size if comes else 0.0
            else:
                amount = setting(scenario, name, "amount_mnok") * part["share"] * size if comes else 0.0
            found[part["component"]] += amount
            found["decommissioning"] += amount if measure["decommissioning"] else 0.0
    return found


def years_of(scenario: Scenario, solution: str, last_year: int) -> dict[int, Amounts]:
    """Every amount of one solution by year: components of the bridge, returned, unspent and shortfall."""
    g, u, lag = scenario.index_rate, scenario.underspend_rate, scenario.repayment_lag
    level = previous_cost = published().figure("Tabell 8", solution, "available")
    result: dict[int, Amounts] = {}
    for year in range(2026, last_year + 1):
        on = year >= scenario.first_year
        index = (1 + g) ** (year - 2025)
        cell = cells(scenario, solution, year)
        investment, volume, efficiency = cell["investment"], cell["volume_preparedness"], cell["efficiency"]
        base = level + cell["changed_financing"]  # 2
        if on and solution != "helsenettet_felles":  # 3
            lever = {
                name: scenario.by_solution.get(solution, {}).get(name, getattr(scenario, name))
                for name in (
                    "extra_efficiency",
                    "extra_volume",
                    "efficiency_realisation",
                    "volume_realisation",
                    "investment_realisation",
                )
            }
            investment = investment * lever["investment_realisation"]
            volume = volume * lever["volume_realisation"] + lever["extra_volume"] * base
            planned = efficiency - cell["decommissioning"]
            efficiency = (
                planned * lever["efficiency_realisation"] + cell["decommissioning"] - lever["extra_efficiency"] * base
            )
        level = level + investment + cell["changed_financing"] + volume + efficiency + cell["added_measures"]  # 4
        kappa = (1 + scenario.risk_margin) / 1.05 if on else 1.0  # 5
        cost = kappa * level * index
        unspent = max(0.0, kappa - 1 + u) * level * index if on else 0.0  # 6
        shortfall = max(0.0, 1 - u - kappa) * level * index if on else 0.0
        returned = -published().figure("Tabell 8", solution, "returned_funds") if year == 2026 else 0.0  # 7
        returned *= scenario.earlier_funds_returned
        if year == 2025 + lag:
            share = SHARED_BY.get(solution, 0.0) / sum(SHARED_BY.values())
            returned += UNDERSPEND_2025 * share * scenario.underspend_2025_returned
        if year - lag >= 2026:
            then = result[year - lag]
            returned += (
                scenario.underspend_returned * then["unspent"] - scenario.shortfall_recovered * then["shortfall"]
            )
        returned *= 1 + g
        step = index * (kappa if year > scenario.first_year else 1.0)
        result[year] = {
            "previous_level": previous_cost,
            "indexation": previous_cost * g,
            "investment": investment * step,
            "changed_financing": cell["changed_financing"] * step,
            "volume_preparedness": volume * step,
            "efficiency": efficiency * step,
            "added_measures": cell["added_measures"] * step,
            "risk_margin": (kappa - 1) * level * index if year == scenario.first_year else 0.0,
            "cost_level": cost,
            "returned_funds": -returned,
            "financing_need": cost - returned,  # 8
            "returned": returned,
            "unspent": unspent,
            "shortfall": shortfall,
        }
        previous_cost = cost
    return result
