"""A project that is to be built and run: the record of a project file, checked once when it is made."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Self

from model.baseline.baseline import Baseline
from model.reading.errors import ScenarioError
from model.reading.frozen import FrozenMapping
from model.reading.json_text import json_value
from model.scenario.fields import Limits, checked_mapping, checked_within

YEARS_BACK, YEARS_AHEAD = 5, 30
"""Years before and after the base year in which a project may be built and go live; 0198."""

LARGEST_MNOK: Final = 100_000.0
LONGEST_NAME: Final = 80
LARGE, SMALL = "large", "small"
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
FIELDS: Final = ("name", "solution", "investment_mnok", "go_live", "operation_mnok", "users", *DEFAULTS)
NOT_GIVEN: Final[Mapping[str, Any]] = {**DEFAULTS, "name": "", "investment_mnok": {}, "users": ()}

Amounts = Mapping[str, float]
"""A year as it is written → MNOK in fixed kroner of the base year, in the order of the years."""


@dataclass(frozen=True, slots=True)
class Project:
    """A project after the report of 2017 (004, 2.2). Made by ``of``, which checks.

    name: as shown. solution: whose key its costs are divided by. task: ``common``, what all pay; ``outside``, what its
    ``users`` pay; ``authority``, what the state pays. investment_mnok: year → amount. go_live: the year in which it is
    taken into use. lifetime: the years that it is repaid and run in. size: ``large`` is repaid by instalments from
    go-live on, ``small`` paid in the years of spending. state_share: what the state pays of the investment.
    interest_rate: real, a year. repayment: ``straight``, like instalments, or ``annuity``, like payments.
    operation_share: a year, of the investment; None where operation_mnok says it: a year's amount, or year → amount, 0
    in years that are left out. indexed: whether instalments and interest grow with prices. operation_in_plan: whether
    the published figures hold the operation already. phase_in_years: how many years it takes until the sector bears
    all of it. users: payer groups, RHF and municipalities; empty for all that have a share.
    """

    name: str
    solution: str
    task: str
    investment_mnok: Amounts
    go_live: int
    lifetime: int
    size: str
    state_share: float
    interest_rate: float
    repayment: str
    operation_share: float | None
    operation_mnok: float | Amounts | None
    indexed: bool
    operation_in_plan: bool
    phase_in_years: int
    users: tuple[str, ...]

    @classmethod
    def of(cls, mapping: object, baseline: Baseline, place: str = "project") -> Self:
        """The project of a mapping such as JSON gives. Raises ScenarioError.

        place: the path of the project, which fields of a refusal begin with.
        """
        given = checked_mapping(place, mapping)
        for name in given:
            if name not in FIELDS:
                raise ScenarioError(f"{place}.{name}", given[name], "unknown", FIELDS)
        fields = {name: _checked(f"{place}.{name}", name, given.get(name, DEFAULTS[name])) for name in DEFAULTS}
        years = baseline.base_year - YEARS_BACK, baseline.base_year + YEARS_AHEAD
        investment = _checked_amounts(f"{place}.investment_mnok", given.get("investment_mnok", {}), years)
        go_live = _checked_go_live(f"{place}.go_live", given.get("go_live"), investment, years)
        _check_together(place, given, fields)
        fields["operation_mnok"] = None
        if "operation_mnok" in given:
            in_use = go_live, go_live + fields["lifetime"] - 1
            operation = _checked_operation(f"{place}.operation_mnok", given["operation_mnok"], in_use)
            fields |= {"operation_mnok": operation, "operation_share": None}
        return cls(
            **fields,
            name=_checked_name(f"{place}.name", given.get("name", "")),
            solution=_checked_choice(f"{place}.solution", given.get("solution"), baseline.open_solutions),
            investment_mnok=investment,
            go_live=go_live,
            users=_checked_users(f"{place}.users", given.get("users", ()), fields["task"]),
        )

    def to_mapping(self) -> dict[str, Any]:
        """What ``of`` reads back unchanged: what differs from the default, and what has none."""
        given = {name: getattr(self, name) for name in FIELDS}
        kept = {name: value for name, value in given.items() if value is not None and value != NOT_GIVEN.get(name)}
        return {name: _plain(value) for name, value in kept.items()}

    @property
    def operation(self) -> Amounts:
        """Year → what operation costs, over the lifetime."""
        if isinstance(self.operation_mnok, Mapping):
            return self.operation_mnok
        share = self.operation_share or 0.0
        amount = share * sum(self.investment_mnok.values()) if self.operation_mnok is None else self.operation_mnok
        return {str(year): amount for year in range(self.go_live, self.last_year + 1)}

    @property
    def first_year(self) -> int:
        """The first year that something may be paid in: of the investment, or go-live."""
        return min([self.go_live, *map(int, self.investment_mnok)])

    @property
    def last_year(self) -> int:
        """The last year of its lifetime."""
        return self.go_live + self.lifetime - 1

    @property
    def is_repaid(self) -> bool:
        """Whether the sector repays it by instalments."""
        return self.size == LARGE and self.task != AUTHORITY


def projects_from_json(text: str | bytes, baseline: Baseline) -> tuple[Project, ...]:
    """The projects of a JSON text (UTF-8): an object, or a list of them. Raises ScenarioError."""
    found = json_value(text, "project")
    if not isinstance(found, list):
        return (Project.of(found, baseline),)
    return tuple(Project.of(each, baseline, f"projects.{at}") for at, each in enumerate(found))


def _checked(path: str, name: str, value: object) -> Any:
    """A field that stands for itself."""
    return _checked_choice(path, value, CHOICES[name]) if name in CHOICES else checked_within(path, value, LIMITS[name])


def _checked_choice(path: str, value: object, choices: tuple[str, ...]) -> str:
    if not isinstance(value, str) or value not in choices:
        raise ScenarioError(path, value, "choice", choices)
    return value


def _checked_name(path: str, value: object) -> str:
    if not isinstance(value, str) or len(value) > LONGEST_NAME or not value.isprintable():
        raise ScenarioError(path, value, "text", (LONGEST_NAME,))
    return value


def _checked_amounts(path: str, value: object, years: tuple[int, int]) -> FrozenMapping[float]:
    amounts = checked_mapping(path, value)
    allowed = [str(year) for year in range(years[0], years[1] + 1)]
    for name in amounts:
        if name not in allowed:
            raise ScenarioError(f"{path}.{name}", name, "year", years)
    return FrozenMapping(
        {year: float(checked_within(f"{path}.{year}", amounts[year], AMOUNT)) for year in allowed if year in amounts}
    )


def _checked_go_live(path: str, value: object, investment: Amounts, years: tuple[int, int]) -> int:
    first = max((int(year) for year, amount in investment.items() if amount), default=years[0])
    try:
        return int(checked_within(path, value, Limits("integer", first, years[1])))
    except ScenarioError as error:
        raise ScenarioError(path, value, "go_live", (first, years[1])) from error


def _checked_operation(path: str, value: object, in_use: tuple[int, int]) -> float | Amounts:
    if isinstance(value, Mapping):
        return _checked_amounts(path, value, in_use)
    return float(checked_within(path, value, AMOUNT))


def _plain(value: Any) -> Any:
    """A value as JSON has it."""
    return dict(value) if isinstance(value, Mapping) else list(value) if isinstance(value, tuple) else value


def _checked_users(path: str, value: object, task: str) -> tuple[str, ...]:
    """Who buys; whether there is such a payer is known where payments are made."""
    if not isinstance(value, Sequence) or isinstance(value, str) or not all(isinstance(each, str) for each in value):
        raise ScenarioError(path, value, "list")
    if value and task != OUTSIDE:
        raise ScenarioError(path, list(value), "users", (OUTSIDE,))
    for at, each in enumerate(value):
        if each in value[:at]:
            raise ScenarioError(f"{path}.{at}", each, "repeated")
    return tuple(value)


def _check_together(place: str, given: Mapping[str, object], fields: Mapping[str, Any]) -> None:
    """Refuses what says one thing twice, and interest and repayment where nothing is repaid."""
    if "operation_share" in given and "operation_mnok" in given:
        raise ScenarioError(f"{place}.operation_mnok", given["operation_mnok"], "both", ("operation_share",))
    for name in ("interest_rate", "repayment"):
        if fields["size"] == SMALL and fields[name] != DEFAULTS[name]:
            raise ScenarioError(f"{place}.{name}", fields[name], "small", (DEFAULTS[name],))
