"""The rows of what is ready to be used: scenarios, and projects that the documents tell of."""

from collections.abc import Iterator, Mapping
from typing import Any

from model.baseline.baseline import Baseline
from model.scenario.presets import presets
from model.scenario.project import Project
from model.scenario.ready_projects import ready_projects
from model.sources.row import MEASURE, PARAMETER, PRESET, SourceRow, Value, recorded


def preset_rows(baseline: Baseline) -> Iterator[SourceRow]:
    """A row for each ready scenario, with the settings that it moves."""
    for preset in presets(baseline).values():
        place, records = recorded(preset.where)
        moved = preset.scenario.departures()
        yield SourceRow(
            id=f"{PRESET}.{preset.name}",
            kind=PRESET,
            role="preset",
            label=preset.label,
            text=preset.note,
            document=preset.source,
            place=place,
            records=records,
            uses=tuple(dict.fromkeys(moved_row(path) for path in moved)),
            values=tuple(Value(tuple(path.split(".")), (), as_written(value), "") for path, value in moved.items()),
        )


def project_rows(baseline: Baseline) -> Iterator[SourceRow]:
    """A row for each project, or several together, that the documents tell of, with the amounts that they give."""
    for ready in ready_projects(baseline).values():
        place, records = recorded(ready.where)
        told = [(each.name, *amount) for each in ready.projects for amount in _amounts(each)]
        yield SourceRow(
            id=f"{PRESET}.{ready.name}",
            kind=PRESET,
            role="project",
            label=ready.label,
            text=ready.note,
            document=ready.source,
            place=place,
            unit="mnok",
            prices=ready.prices,
            records=records,
            uses=(f"{PARAMETER}.projects",),
            values=tuple(Value((name, field), (year,), f"{amount:g}", "mnok") for name, field, year, amount in told),
        )


def _amounts(project: Project) -> Iterator[tuple[str, str, float]]:
    """What the documents say of a project: the field, the year, and the amount."""
    for year, amount in project.investment_mnok.items():
        yield "investment_mnok", year, amount
    given = project.operation_mnok
    of_years = given if isinstance(given, Mapping) else {} if given is None else {str(project.go_live): given}
    for year, amount in of_years.items():
        yield "operation_mnok", year, amount


def moved_row(path: str) -> str:
    """The row of the parameter or measure that a path of a scenario is in."""
    field, _, rest = path.partition(".")
    return f"{MEASURE}.{rest.split('.')[0]}" if field == "measures" else f"{PARAMETER}.{field}"


def as_written(value: Any) -> str:
    """A value as a row has it."""
    return f"{value:g}" if isinstance(value, float) else str(value)
