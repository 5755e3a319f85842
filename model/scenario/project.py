"""A project that is to be built and run: the record of a project file, checked once when it is made."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from model.baseline.baseline import Baseline
from model.reading.errors import ScenarioError
from model.reading.json_text import json_value
from model.scenario.fields import checked_choice, checked_list, checked_mapping
from model.scenario.project_fields import (
    AUTHORITY,
    DEFAULTS,
    EQUITY,
    FIELDS,
    LARGE,
    MOST_PROJECTS,
    NOT_GIVEN,
    SMALL,
    YEARS_AHEAD,
    YEARS_BACK,
    Amounts,
    check_together,
    checked,
    checked_actual,
    checked_amounts,
    checked_go_live,
    checked_name,
    checked_operation,
    checked_users,
)


@dataclass(frozen=True, slots=True)
class Project:
    """A project after the report of 2017 (004, 2.2). Made by ``of``, which checks.

    name: as shown. solution: whose key its costs are divided by. task: ``common``, what all pay; ``outside``, what its
    ``users`` pay; ``authority``, what the state pays. investment_mnok: year → amount. go_live: the year in which it is
    taken into use. lifetime: the years that it is repaid and run in. size: ``large`` is repaid by instalments from
    go-live on, ``small`` paid in the years of spending. state_share: what the state pays of the investment.
    interest_rate: real, a year. repayment: ``straight``, like instalments, or ``annuity``, like payments.
    operation_share: a year, of the investment; None where operation_mnok says it: a year's amount, or year → amount, 0
    in years that are left out. indexed: whether instalments and interest grow with prices. actual_mnok: what was
    invested in fact, which operation follows from the second year in use on. operation_in_plan: whether the published
    figures hold the operation already. phase_in_years: how many years it takes until the sector bears
    all of it. users: payer groups, RHF and municipalities; empty for all that have a share.
    """

    name: str
    solution: str
    task: str
    investment_mnok: Amounts
    go_live: int
    actual_mnok: float | None
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
        fields = {name: checked(f"{place}.{name}", name, given.get(name, DEFAULTS[name])) for name in DEFAULTS}
        years = baseline.base_year - YEARS_BACK, baseline.base_year + YEARS_AHEAD
        investment = checked_amounts(f"{place}.investment_mnok", given.get("investment_mnok", {}), years)
        go_live = checked_go_live(f"{place}.go_live", given.get("go_live"), investment, years)
        check_together(place, given, fields)
        fields["operation_mnok"] = None
        if "operation_mnok" in given:
            in_use = go_live, go_live + fields["lifetime"] - 1
            operation = checked_operation(f"{place}.operation_mnok", given["operation_mnok"], in_use)
            fields |= {"operation_mnok": operation, "operation_share": None}
        return cls(
            **fields,
            name=checked_name(f"{place}.name", given.get("name", "")),
            solution=checked_choice(f"{place}.solution", given.get("solution"), baseline.open_solutions),
            investment_mnok=investment,
            go_live=go_live,
            actual_mnok=checked_actual(f"{place}.actual_mnok", given.get("actual_mnok"), investment),
            users=checked_users(f"{place}.users", given.get("users", ()), fields["task"]),
        )

    def to_mapping(self) -> dict[str, Any]:
        """What ``of`` reads back unchanged: what differs from the default, and what has none."""
        given = {name: getattr(self, name) for name in FIELDS}
        kept = {name: value for name, value in given.items() if value is not None and value != NOT_GIVEN.get(name)}
        return {name: _plain(value) for name, value in kept.items()}

    def of_size(self, size: str, baseline: Baseline) -> "Project":
        """The same as large or small, or with the whole investment borne by equity, as the state's part is.

        A small one has neither interest nor repayment.
        """
        left_out = ("interest_rate", "repayment") if size == SMALL else ()
        given = {name: value for name, value in self.to_mapping().items() if name not in left_out}
        sized = {"size": LARGE, "state_share": 1.0} if size == EQUITY else {"size": size}
        return Project.of({**given, **sized}, baseline)

    @property
    def operation(self) -> Amounts:
        """Year → what operation costs, over the lifetime."""
        if isinstance(self.operation_mnok, Mapping):
            return self.operation_mnok
        share = self.operation_share or 0.0
        amount = share * sum(self.investment_mnok.values()) if self.operation_mnok is None else self.operation_mnok
        return {str(year): amount for year in range(self.go_live, self.last_year + 1)}

    @property
    def charged_operation(self) -> Amounts:
        """Year → what is charged for operation, beside what the published figures hold."""
        in_plan, spent = float(self.operation_in_plan), sum(self.investment_mnok.values())
        later = 1.0 if self.actual_mnok is None else self.actual_mnok / spent
        return {
            year: amount * ((later if int(year) > self.go_live else 1.0) - in_plan)
            for year, amount in self.operation.items()
        }

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


def checked_projects(baseline: Baseline, value: object) -> tuple[Project, ...]:
    """The projects of a scenario. Raises ScenarioError."""
    listed = checked_list("projects", value)
    if len(listed) > MOST_PROJECTS:
        raise ScenarioError("projects", len(listed), "projects", (MOST_PROJECTS,))
    return tuple(
        each if isinstance(each, Project) else Project.of(each, baseline, f"projects.{at}")
        for at, each in enumerate(listed)
    )


def projects_from_json(text: str | bytes, baseline: Baseline) -> tuple[Project, ...]:
    """The projects of a JSON text (UTF-8): an object, or a list of them. Raises ScenarioError."""
    found = json_value(text, "project")
    if not isinstance(found, list):
        return (Project.of(found, baseline),)
    return tuple(Project.of(each, baseline, f"projects.{at}") for at, each in enumerate(found))


def _plain(value: Any) -> Any:
    """A value as JSON has it."""
    return dict(value) if isinstance(value, Mapping) else list(value) if isinstance(value, tuple) else value
