"""The fields of a project: what each may be, and the check of each."""

from collections.abc import Mapping
from typing import Any, Final

from model.reading.errors import ScenarioError
from model.reading.frozen import FrozenMapping
from model.scenario.fields import Limits, checked_choice, checked_list, checked_mapping, checked_within

YEARS_BACK, YEARS_AHEAD = 5, 30
"""Years before and after the base year in which a project may be built and go live; 0198."""

MOST_PROJECTS: Final = 8
"""Projects of a scenario: a link of them stays short enough to be sent."""

LARGEST_MNOK: Final = 100_000.0
ONE_KRONE: Final = 1e-6
LONGEST_NAME: Final = 80
LARGE, SMALL = "large", "small"
EQUITY: Final = "equity"
"""What bears an investment that the model compares with, no size of a project: nothing is repaid; 0202."""

COMMON, OUTSIDE, AUTHORITY = "common", "outside", "authority"
STRAIGHT, ANNUITY = "straight", "annuity"

CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "task": (COMMON, OUTSIDE, AUTHORITY),
    "size": (LARGE, SMALL),
    "repayment": (STRAIGHT, ANNUITY),
}
"""What a field that is no number may be; the default stands first."""

LIMITS: Final[Mapping[str, Limits]] = {
    "lifetime": Limits("integer", 1, 30),
    "state_share": Limits("number", 0, 1),
    "interest_rate": Limits("number", 0, 0.15),
    "operation_share": Limits("number", 0, 1),
    "indexed": Limits("boolean", 0, 1),
    "operation_in_plan": Limits("boolean", 0, 1),
    "phase_in_years": Limits("integer", 0, 5),
}
"""What a number or a switch may be."""

DEFAULTS: Final[Mapping[str, Any]] = {
    "lifetime": 10,
    "state_share": 0.0,
    "interest_rate": 0.0,
    "operation_share": 0.2,
    "indexed": True,
    "operation_in_plan": False,
    "phase_in_years": 0,
    **{name: choices[0] for name, choices in CHOICES.items()},
}
AMOUNT: Final = Limits("number", 0, LARGEST_MNOK)
FIELDS: Final = ("name", "solution", "investment_mnok", "go_live", "actual_mnok", "operation_mnok", "users", *DEFAULTS)
NOT_GIVEN: Final[Mapping[str, Any]] = {**DEFAULTS, "name": "", "investment_mnok": {}, "users": ()}

Amounts = Mapping[str, float]
"""A year as it is written → MNOK in fixed kroner of the base year, in the order of the years."""


def checked(path: str, name: str, value: object) -> Any:
    """A field that stands for itself. Raises ScenarioError."""
    return checked_choice(path, value, CHOICES[name]) if name in CHOICES else checked_within(path, value, LIMITS[name])


def checked_name(path: str, value: object) -> str:
    """What a project is called. Raises ScenarioError."""
    if not isinstance(value, str) or len(value) > LONGEST_NAME or not value.isprintable():
        raise ScenarioError(path, value, "text", (LONGEST_NAME,))
    return value


def checked_amounts(path: str, value: object, years: tuple[int, int]) -> FrozenMapping[float]:
    """Amounts of the first of ``years`` to the last. Raises ScenarioError."""
    amounts = checked_mapping(path, value)
    allowed = [str(year) for year in range(years[0], years[1] + 1)]
    for name in amounts:
        if name not in allowed:
            raise ScenarioError(f"{path}.{name}", name, "year", years)
    return FrozenMapping(
        {year: float(checked_within(f"{path}.{year}", amounts[year], AMOUNT)) for year in allowed if year in amounts}
    )


def checked_go_live(path: str, value: object, investment: Amounts, years: tuple[int, int]) -> int:
    """A year, not before the last that something is invested in. Raises ScenarioError."""
    first = max((int(year) for year, amount in investment.items() if amount), default=years[0])
    try:
        return int(checked_within(path, value, Limits("integer", first, years[1])))
    except ScenarioError as error:
        raise ScenarioError(path, value, "go_live", (first, years[1])) from error


def checked_operation(path: str, value: object, in_use: tuple[int, int]) -> float | Amounts:
    """A year's amount, or those of the years in use. Raises ScenarioError."""
    if isinstance(value, Mapping):
        return checked_amounts(path, value, in_use)
    return float(checked_within(path, value, AMOUNT))


def checked_actual(path: str, value: object, investment: Amounts) -> float | None:
    """What was invested in fact, of an investment that is given; None where it is not said. Raises ScenarioError."""
    if value is None:
        return None
    if sum(investment.values()) < ONE_KRONE:
        raise ScenarioError(path, value, "without", ("investment_mnok",))
    return float(checked_within(path, value, AMOUNT))


def checked_users(path: str, value: object, task: str) -> tuple[str, ...]:
    """Who buys; whether there is such a payer is known where payments are made. Raises ScenarioError."""
    users = checked_list(path, value, "users_list")
    if not all(isinstance(each, str) for each in users):
        raise ScenarioError(path, value, "users_list")
    if users and task != OUTSIDE:
        raise ScenarioError(path, users, "users", (OUTSIDE,))
    for at, each in enumerate(users):
        if each in users[:at]:
            raise ScenarioError(f"{path}.{at}", each, "repeated")
    return tuple(map(str, users))


def check_together(place: str, given: Mapping[str, object], fields: Mapping[str, Any]) -> None:
    """Refuses what says one thing twice, and interest and repayment where nothing is repaid. Raises ScenarioError."""
    if "operation_share" in given and "operation_mnok" in given:
        raise ScenarioError(f"{place}.operation_mnok", given["operation_mnok"], "both", ("operation_share",))
    for name in ("interest_rate", "repayment"):
        if fields["size"] == SMALL and fields[name] != DEFAULTS[name]:
            raise ScenarioError(f"{place}.{name}", fields[name], "small", (DEFAULTS[name],))
