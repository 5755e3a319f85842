"""What each setting of a project does to what the sector pays in all, and in the year with most."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from charts.projects.sums import Sums
from charts.words import projects
from charts.words.context import SAME, Context
from model import ScenarioError
from model.answers.mixtures import PROJECTS
from model.investment import invest
from model.scenario.project import Project
from model.scenario.project_fields import AUTHORITY, CHOICES, DEFAULTS

NEUTRAL: Final[Mapping[str, Any]] = {**DEFAULTS, "operation_share": 0.0, "actual_mnok": None}
"""What a setting that departs is held against: its default, no operation at all, or what was assumed."""

FURTHER: Final = {
    "lifetime": 5,
    "state_share": 0.1,
    "interest_rate": 0.01,
    "operation_share": 0.05,
    "phase_in_years": 1,
}
"""How far a setting that does not depart is moved to say what it would do."""


def effects(place: int, context: Context) -> dict[str, str]:
    """Field → what it does to the total and to the peak of its project.

    A field that departs is held against its neutral value; one that does not is moved, and what that would do is said.
    """
    project, found = context.question.scenario.projects[place], dict[str, str]()
    if place not in context.answer.divided:
        return found
    now = _alone(project, context)
    for field, value, departs in _other_values(project):
        try:
            other = _alone(_with(project, field, value, context), context)
        except ScenarioError:  # amounts of single years that the other value has no place for
            continue
        at = sum(project.investment_mnok.values()) if value is None else value
        shown = projects.shown(f"{PROJECTS}.{place}.{field}", at, context.baseline, context.texts)
        found[field] = _held_against(now, other, shown, context) if departs else _would(now, other, shown, context)
    return found


def _other_values(project: Project) -> Iterator[tuple[str, Any, bool]]:
    """Each field that can be moved: its neutral value, or another where it stands there, and which of the two it is."""
    for field, neutral in NEUTRAL.items():
        value = getattr(project, field)
        if value != neutral and value is not None:
            yield field, neutral, True
        elif field in CHOICES:
            yield field, AUTHORITY if field == "task" else CHOICES[field][-1], False
        elif isinstance(neutral, bool):
            yield field, not neutral, False
        elif value is not None:
            yield field, value + FURTHER[field], False


def _with(project: Project, field: str, value: Any, context: Context) -> Project:
    """The project with another value of a field, without what has no place beside it."""
    if field == "size":
        return project.of_size(value, context.baseline)
    left_out = ("users",) if field == "task" else ()
    mapping = {name: given for name, given in project.to_mapping().items() if name not in (field, *left_out)}
    return Project.of(mapping if value is None else {**mapping, field: value}, context.baseline)


def _alone(project: Project, context: Context) -> Sums:
    found = invest(project, context.question.scenario, context.answer.keys)
    return Sums.of(found.in_fixed_prices() if context.answer.is_fixed else found)


def _held_against(now: Sums, other: Sums, neutral: str, context: Context) -> str:
    """What a setting that departs does."""
    said = _changes(other, now, context)
    return context.texts("projects.effect" if said else "projects.effect_none", neutral=neutral, **said)


def _would(now: Sums, other: Sums, value: str, context: Context) -> str:
    """What a setting would do."""
    said = _changes(now, other, context)
    return context.texts("projects.would" if said else "projects.would_none", value=value, **said)


def _changes(before: Sums, after: Sums, context: Context) -> dict[str, str]:
    """By how much the total and the peak are changed; empty where neither is."""
    total, peak = after.total - before.total, after.peak[1] - before.peak[1]
    if max(abs(total), abs(peak)) < SAME:
        return {}
    return {"total": context.texts.change(total), "peak": context.texts.change(peak)}
