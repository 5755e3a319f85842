"""A project in words: what its fields are called, and their values as the reader writes them."""

from typing import Any, Final

from charts.words.foreign import short
from charts.words.names import solution_name
from model import Baseline
from model.scenario.fields import Limits
from model.scenario.project import Project
from model.scenario.project_fields import AMOUNT, CHOICES, FIELDS, LIMITS
from texts import Texts

AMOUNTS: Final = ("investment_mnok", "actual_mnok", "operation_mnok")
SHARES: Final = ("state_share", "interest_rate", "operation_share")
YEARS: Final = ("lifetime", "phase_in_years")


def is_of_project(path: str) -> bool:
    """Whether a path of a scenario is a project, or in one."""
    first, _, rest = path.partition(".")
    return first == "projects" and bool(rest)


def label(path: str, texts: Texts) -> str:
    """«Nytt tiltak 1», «Nytt tiltak 1: levetid», «Nytt tiltak 1: investering 2026»."""
    _, place, *fields = path.split(".")
    name = texts("project.numbered", number=int(place) + 1)
    if not fields or fields[0] not in FIELDS:
        return name
    years = fields[1:] if fields[0] in AMOUNTS else ()
    return f"{name}: {' '.join([texts(f'project_field.{fields[0]}'), *years])}"


def limit(path: str) -> Limits | None:
    """What a number at a path may be; None where there is no number."""
    field = _field(path)
    return AMOUNT if field in AMOUNTS else LIMITS.get(field)


def shown(path: str, value: Any, baseline: Baseline, texts: Texts) -> str:
    """The value at a path with its unit; a project as its amount and the year that it is taken into use."""
    field = _field(path)
    if value is None:
        return texts("project.none")
    if isinstance(value, Project):
        return _told(value, texts)
    if field == "solution" and value in baseline.solutions:
        return solution_name(value, baseline, texts)
    if field in CHOICES and value in CHOICES[field]:
        return texts(f"project_{field}.{value}")
    if isinstance(value, bool):
        return texts("setting.on" if value else "setting.off")
    if field in SHARES:
        return texts.percent_in_full(value)
    if field in YEARS:
        return texts("setting.years", count=value)
    return texts("setting.mnok", amount=texts.in_full(value)) if field in AMOUNTS else str(value)


def _field(path: str) -> str:
    return path.split(".")[2] if path.count(".") > 1 else ""


def _told(project: Project, texts: Texts) -> str:
    """«Portalen», 58,0 mill. kr, i bruk fra 2027."""
    amount = texts("setting.mnok", amount=texts.in_full(sum(project.investment_mnok.values())))
    told = texts("project.told", amount=amount, year=project.go_live)
    return f"«{short(project.name)}», {told}" if project.name else told
