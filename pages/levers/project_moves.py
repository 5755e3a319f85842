"""What a change makes of the projects of a scenario: they are moved as levers are.

Paths: ``projects`` adds one; ``projects.0`` takes it away; ``projects.0.lifetime`` is a field, in its lever's unit;
``projects.0.operation_by`` says whether operation is a share or an amount; ``projects.0.users.rhf`` is on for who buys.
"""

from collections.abc import Mapping
from typing import Any, Final

from charts.words.projects import SHARES, limit
from model import Scenario
from model.reading.errors import ScenarioError
from model.scenario.paths import set_value
from model.scenario.project import Project
from model.scenario.project_fields import AUTHORITY, OUTSIDE, SMALL
from model.scenario.ready_projects import ready_projects
from pages.levers.lever_moves import Change, as_share
from pages.visit.asking import NotUnderstood
from texts.reading import parsed

PROJECTS, BLANK = "projects", "blank"
OPERATION_BY: Final = "operation_by"
BY_SHARE, BY_AMOUNT = "share", "amount"
"""How operation is given."""

HALF: Final = 0.5
"""What the state bears where the guide says that it bears a part: an assumption, 0202."""


GUIDED: Final[Mapping[str, Mapping[str, Any]]] = {
    "authority": {"task": AUTHORITY},
    "outside": {"task": OUTSIDE},
    "large": {},
    "small": {"size": SMALL},
    "large_state": {"state_share": HALF},
    "small_state": {"size": SMALL, "state_share": HALF},
}
"""What the guide leads to → the fields of the project that it puts into the form."""


def is_of_projects(path: str) -> bool:
    """Whether a change is about projects."""
    return path.split(".", maxsplit=1)[0] == PROJECTS


def moved_projects(scenario: Scenario, change: Change, language: str) -> Scenario:
    """The scenario after a change. Raises ScenarioError; NumberError for what was typed; NotUnderstood."""
    _, *rest = change.path.split(".")
    if not rest:
        return _with_more(scenario, change.value)
    if not rest[0].isdecimal() or int(rest[0]) >= len(scenario.projects):
        raise NotUnderstood(change.path)
    if change.reset:
        return scenario.without(change.path)
    if len(rest) == 1:
        return scenario.without(change.path)
    value = change.value if change.text is None else _typed(change.path, change.text, language)
    return _with_field(scenario, f"{PROJECTS}.{rest[0]}", rest[1:], value)


def _with_more(scenario: Scenario, asked: object) -> Scenario:
    """With ready ones, or one more: the first solution, in use from the second plan year, as the guide says."""
    baseline = scenario.figures
    ready, guided = ready_projects(baseline).get(str(asked)), {BLANK: {}, **GUIDED}.get(str(asked))
    if ready is None and guided is None:
        raise NotUnderstood(PROJECTS)
    blank = {"solution": baseline.open_solutions[0], "go_live": baseline.plan_years[1]}
    blank["investment_mnok"] = {str(baseline.first_year): 0.0}
    more = [{**blank, **(guided or {})}] if ready is None else ready.projects
    return scenario.with_value(PROJECTS, [*scenario.projects, *more])


def _with_field(scenario: Scenario, place: str, fields: list[str], value: Any) -> Scenario:
    """The scenario with another value of a project's field; what it cannot stand beside goes."""
    project = scenario.projects[int(place.split(".")[1])]
    mapping, field = project.to_mapping(), fields[0]
    for other in _beside(field, value):
        mapping.pop(other, None)
    if field == OPERATION_BY:
        mapping |= {"operation_mnok": _first_amount(project)} if value == BY_AMOUNT else {}
        return scenario.with_value(place, mapping)
    if field == "users":
        others = [each for each in project.users if each != fields[1]]
        return scenario.with_value(place, {**mapping, "users": [*others, *([fields[1]] if value else [])]})
    set_value(mapping, ".".join(fields), as_share(value) if field in SHARES else value)
    return scenario.with_value(place, mapping)


def _beside(field: str, value: Any) -> tuple[str, ...]:
    """The fields that another one, or its value, leaves no place for."""
    if field in ("operation_mnok", "operation_share", OPERATION_BY):
        return "operation_mnok", "operation_share"
    if field == "size" and value == SMALL:
        return "interest_rate", "repayment"
    return ("users",) if field == "task" and value != OUTSIDE else ()


def _first_amount(project: Project) -> float:
    """What operation costs in its first year."""
    return round(next(iter(project.operation.values()), 0.0), 6)


def _typed(path: str, text: str, language: str) -> float:
    """What was typed, in the unit of its field's lever. Raises NumberError, ScenarioError for what is no number."""
    allowed = limit(path)
    if allowed is None:
        raise ScenarioError(path, path, "unknown", (path,))
    factor, unit = (100.0, "%") if path.split(".")[2] in SHARES else (1.0, "mnok")
    return parsed(text, language, factor * allowed.low, factor * allowed.high, unit)
