"""The equations once more, for one scenario, in plain floats, written from docs/model.md without the model's code.

Slow and simple on purpose: what the model gives for a million scenarios at once is held against this.
"""

from collections.abc import Mapping
from csv import DictReader
from pathlib import Path
from typing import Any

from model import COMPONENTS, Scenario
from tests.baselines import SOLUTIONS, figure

PAYMENT_COMPONENTS = ("previous_need", "law_rounding", "lapsed_return", "lapsed_state_funding", *COMPONENTS[1:])
"""The steps from last year's payment to this year's: the first four stand for last year's level."""

FOLDER = Path(__file__).parents[1] / "data" / "baselines" / "tallgrunnlag-2025-var"
MEASURES: dict[str, list[dict[str, str]]] = {}
UNDERSPEND_2025 = 73.5
SHARED_BY = {"helsenorge": 370.2, "e_resept": 193.9, "grunndata_helseid": 121.2, "helsenettet_eksterne": 192.8 + 90.1}
PLAN_TABLE = dict(
    zip(SOLUTIONS, ("Tabell 16", "Tabell 17", "Tabell 18", "Tabell 19", "Tabell 20", "Tabell 21"), strict=False)
)
DECIMALS_OF_2027 = {"helsenorge": 16.1, "kjernejournal": 4.1}
LEVERS = (
    "extra_efficiency",
    "extra_volume",
    "lasting_saving",
    "efficiency_realisation",
    "volume_realisation",
    "investment_realisation",
)

Amounts = dict[str, float]
Settings = Mapping[str, Mapping[str, Any]]


def rows_of(name: str) -> list[dict[str, str]]:
    """The rows of a sheet, as written."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(DictReader(file))


for row_of_sheet in rows_of("measures"):
    MEASURES.setdefault(row_of_sheet["id"], []).append(row_of_sheet)

LAW_RATE = next(float(row["value"]) for row in rows_of("law") if row["row"] == "index_rate")
LAW_MEASURES: Settings = {"pasientens_provesvar": {"delay": 1}}


def published_cell(solution: str, step: str, year: int) -> float:
    """A step as published, MNOK."""
    if year == 2026:
        return figure("Tabell 8", solution, step)
    if solution == "helsenettet_felles" or step == "changed_financing":
        return 0.0
    if year == 2027 and step == "investment" and solution in DECIMALS_OF_2027:
        return DECIMALS_OF_2027[solution]
    return figure(PLAN_TABLE[solution], step, str(year - 1))


def setting(settings: Settings, measure: str, name: str) -> float:
    """What some settings say of a measure, or what the measure has itself."""
    own = {"enabled": MEASURES[measure][0]["enabled"] == "yes", "delay": 0, "scale": 1.0, "state_share": 0.0}
    default = own[name] if name in own else float(MEASURES[measure][0]["amount_mnok"] or 0)
    return settings.get(measure, {}).get(name, default)


def size_of(settings: Settings, measure: str) -> float:
    return setting(settings, measure, "scale") if setting(settings, measure, "enabled") else 0.0


def cells(scenario: Scenario, law: Settings, solution: str, year: int) -> Amounts:
    """Equation 1: the cells of a year after measures, and what of them the realisation levers leave alone.

    law: the measure settings of the regulation, which count where the scenario starts from it.
    """
    steps = ("investment", "changed_financing", "volume_preparedness", "efficiency")
    found = {step: published_cell(solution, step, year) for step in steps} | {"added_measures": 0.0, "state": 0.0}
    found |= {f"firm {step}": 0.0 for step in steps}
    for name, parts in MEASURES.items():
        for part in (part for part in parts if part["solution"] == solution):
            component = part["component"]
            if component == "added_measures":
                amount = added(scenario, name, part, year)
                found["added_measures"] += amount
                found["state"] += amount * setting(scenario.measures, name, "state_share")
                continue
            printed, in_print = float(part["amount_mnok"]), int(part["year"])
            planned, settled = moved(scenario, law, name, in_print, year)
            change = printed * (planned + settled - (1.0 if year == in_print else 0.0))
            found[component] += change
            found[f"firm {component}"] += change if part["decommissioning"] == "yes" else printed * settled
            if part["decommissioning"] == "yes" and year == in_print:
                found[f"firm {component}"] += printed
    return found


def added(scenario: Scenario, name: str, part: Mapping[str, str], year: int) -> float:
    """What a part of an optional measure adds to the level in a year, MNOK."""
    from_law = scenario.start == "law"
    first = max(scenario.first_year, 2027) if from_law else scenario.first_year
    starts = first if part["year"] in ("every", "first") else int(part["year"])
    starts += int(setting(scenario.measures, name, "delay"))
    if from_law:
        starts = max(starts, 2027)
    if year < starts or (year > starts and part["year"] != "every"):
        return 0.0
    if part["amount_high"]:
        whole = setting(scenario.measures, name, "amount_mnok") * float(part["share"])
    else:
        whole = float(part["amount_mnok"])
    return whole * size_of(scenario.measures, name)


def moved(scenario: Scenario, law: Settings, name: str, in_print: int, year: int) -> tuple[float, float]:
    """How much of a published measure comes in a year, as planned and settled, as shares of what is printed."""
    size, falls = size_of(scenario.measures, name), in_print + setting(scenario.measures, name, "delay")
    if scenario.start != "law":
        return (size if year == falls else 0.0), 0.0
    law_size, law_falls = size_of(law, name), in_print + setting(law, name, "delay")
    in_law = law_falls == 2026 and law_size > 0
    if year == 2026:
        return (law_size if in_law else 0.0), 0.0
    if in_law and falls == 2026:  # in both: the difference comes in the second year
        return 0.0, (size - law_size if year == 2027 else 0.0)
    planned = size if year == max(falls, 2027) else 0.0
    return planned, (-law_size if in_law and year == 2027 else 0.0)


def years_of(scenario: Scenario, solution: str, last_year: int, law: Settings = LAW_MEASURES) -> dict[int, Amounts]:
    """Every amount of one solution by year: components of the bridge, returned, unspent and shortfall."""
    from_law = scenario.start == "law"
    first_year = max(scenario.first_year, 2027) if from_law else scenario.first_year
    u, lag = scenario.underspend_rate, scenario.repayment_lag
    level = previous_cost = figure("Tabell 8", solution, "available")
    index, state_level = 1.0, 0.0
    result: dict[int, Amounts] = {}
    for year in range(2026, last_year + 1):
        on = year >= first_year
        set_by_law = from_law and year == 2026
        g = LAW_RATE if set_by_law else scenario.index_rate
        index *= 1 + g
        cell = cells(scenario, law, solution, year)
        investment, volume, efficiency = cell["investment"], cell["volume_preparedness"], cell["efficiency"]
        base = level + cell["changed_financing"]  # 2
        if on and solution != "helsenettet_felles":  # 3
            own = scenario.by_solution.get(solution, {})
            lever = {name: own.get(name, getattr(scenario, name)) for name in LEVERS}
            firm = {name: cell[f"firm {name}"] for name in ("investment", "volume_preparedness", "efficiency")}
            investment = (investment - firm["investment"]) * lever["investment_realisation"] + firm["investment"]
            volume = (volume - firm["volume_preparedness"]) * lever["volume_realisation"] + firm["volume_preparedness"]
            volume += lever["extra_volume"] * base
            efficiency = (efficiency - firm["efficiency"]) * lever["efficiency_realisation"] + firm["efficiency"]
            efficiency -= lever["extra_efficiency"] * base
            efficiency -= lever["lasting_saving"] * base if year == first_year else 0.0
        level = level + investment + cell["changed_financing"] + volume + efficiency + cell["added_measures"]  # 4
        kappa = (1 + scenario.risk_margin) / 1.05 if on else 1.0  # 5
        cost = kappa * level * index
        spends = on or (set_by_law and scenario.first_year == 2026)
        unspent = max(0.0, kappa - 1 + u) * level * index if spends else 0.0  # 6
        shortfall = max(0.0, 1 - u - kappa) * level * index if spends else 0.0
        returned = -figure("Tabell 8", solution, "returned_funds") if year == 2026 else 0.0  # 7
        returned *= 1.0 if set_by_law else scenario.earlier_funds_returned
        if year == (max(2025 + lag, 2027) if from_law else 2025 + lag):
            share = SHARED_BY.get(solution, 0.0) / sum(SHARED_BY.values())
            returned += UNDERSPEND_2025 * share * scenario.base_year_underspend_returned
        if year - lag >= 2026:
            then = result[year - lag]
            returned += (
                scenario.underspend_returned * then["unspent"] - scenario.shortfall_recovered * then["shortfall"]
            )
        returned *= 1 + g
        state_level += cell["state"]
        state = kappa * index * state_level
        step = index * (kappa if year > first_year else 1.0)
        result[year] = {
            "previous_level": previous_cost,
            "indexation": previous_cost * g,
            "investment": investment * step,
            "changed_financing": cell["changed_financing"] * step,
            "volume_preparedness": volume * step,
            "efficiency": efficiency * step,
            "added_measures": cell["added_measures"] * step,
            "risk_margin": (kappa - 1) * level * index if year == first_year else 0.0,
            "cost_level": cost,
            "returned_funds": -returned,
            "state_funding": -state,
            "financing_need": cost - returned - state,  # 8
            "returned": returned,
            "unspent": unspent,
            "shortfall": shortfall,
        }
        previous_cost = cost
    return result
