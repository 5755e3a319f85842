"""Who pays, once more: plain Python over one payer and one solution at a time, straight from the contract."""

import csv
from collections.abc import Collection

from model import Scenario, run
from model.reading.tables import DATA
from tests.baselines import PRESENT, SOLUTIONS

FOLDER = DATA / "payers"


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


PEOPLE = {row["number"]: int(row["population"]) for row in rows("municipalities_2026")}
INDEX = {row["number"]: float(row["printed"]) for row in rows("kommunehelse_2026")}
GRANTS = {row["rhf"]: float(row["printed"]) for row in rows("rhf_2026")}


def weights(scenario: Scenario, group: str) -> dict[str, float]:
    """What the members of a group are counted by."""
    if group == "kommuner":
        by_index = scenario.municipal_key == "kommunehelse"
        return {number: people * (INDEX[number] if by_index else 1) for number, people in PEOPLE.items()}
    if scenario.rhf_key == "basic_grant":
        return GRANTS
    people = dict.fromkeys(GRANTS, 0.0)
    for row in rows("municipalities_2026"):
        people[row["rhf"]] += int(row["population"])
    return people


def payment(scenario: Scenario, group: str, member: str, year: int, users: Collection[str] | None = None) -> float:
    """What one member pays in a year, MNOK; the first year is paid by the law's keys where the law has set it."""
    need = run(scenario, 2030).financing_need[year - 2026, :, 0]
    if scenario.start == "law" and year == PRESENT.first_year:
        scenario = Scenario()
    weight = weights(scenario, group)
    own = PRESENT.key_sets[scenario.keys] if isinstance(scenario.keys, str) else scenario.keys
    paid = 0.0
    for solution, amount in zip(SOLUTIONS, need, strict=True):
        shares = own.get(solution, PRESENT.key_sets["regulation_2026"][solution])
        of_group = amount * shares.get(group, 0.0)
        part = of_group * weight[member] / sum(weight.values())
        if solution == "vkp" and group == "kommuner" and users is not None:
            of_users = sum(weight[number] for number in users)
            part = part / 2 + (of_group / 2 * weight[member] / of_users if member in users else 0.0)
        paid += part
    return paid
