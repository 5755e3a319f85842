"""A project as the browser draws it: menus, sliders, choices and switches, each with what it does to the payments."""

from collections.abc import Iterator, Mapping
from typing import Final

from charts.projects.effects import effects
from charts.words import projects
from charts.words.context import Context
from charts.words.foreign import short
from charts.words.names import solution_name
from model.baseline.axes import PAYER_GROUPS
from model.payers import organisation, organisations
from model.scenario.project import Project
from model.scenario.project_fields import (
    CHOICES,
    DEFAULTS,
    LIMITS,
    ONE_KRONE,
    OUTSIDE,
    SMALL,
    YEARS_AHEAD,
    YEARS_BACK,
)
from pages.levers.messages import Choice, Lever, LeverTexts, Slider, Switch
from pages.levers.project_moves import BY_AMOUNT, BY_SHARE, OPERATION_BY
from pages.projects.messages import Menu, ProjectForm
from texts import Texts

STEPS: Final = {"state_share": 0.05, "interest_rate": 0.005, "operation_share": 0.01}
"""How far a step of a thumb goes."""

NOTES: Final = {"operation_share": "points", "interest_rate": "interest_note", "phase_in_years": "phase_in_note"}
"""Field → the text that says what it is and what of it is assumed."""

ROOM_MNOK: Final = (100.0, 500.0, 2_000.0, 10_000.0, 100_000.0)
"""Where the line of an amount may end: the first that has room for twice the amount."""


def project_form(place: int, context: Context) -> ProjectForm:
    """The form of one project."""
    project, texts, path = context.question.scenario.projects[place], context.texts, f"projects.{place}"
    return {
        "path": path,
        "title": projects.label(path, texts),
        "name": project.name,
        "nameLabel": texts("project_field.name").capitalize(),
        "menus": [_solutions(path, project, context), _go_live(path, project, context)],
        "rows": list(_rows(path, project, context)),
        "addYear": _years(path, project, context),
        "remove": texts("projects.remove"),
    }


def _rows(path: str, project: Project, context: Context) -> Iterator[Lever]:
    texts, does = context.texts, effects(int(path.split(".")[1]), context)
    for year, amount in project.investment_mnok.items():
        name = texts("projects.investment_of", year=year)
        yield _amount(f"{path}.investment_mnok.{year}", name, amount, 0.0, texts("projects.remove"), context)
    yield from _actual(path, project, does, context)
    yield _choice(path, "task", project, does, context)
    if project.task == OUTSIDE:
        yield from _buyers(path, project, context)
    yield _choice(path, "size", project, does, context)
    yield _slider(path, "lifetime", project, does, context)
    yield _slider(path, "state_share", project, does, context)
    if project.size != SMALL:
        yield _slider(path, "interest_rate", project, does, context)
        yield _choice(path, "repayment", project, does, context)
    yield from _operation(path, project, does, context)
    yield _slider(path, "phase_in_years", project, does, context)
    yield _switch(path, "indexed", project, does, context)
    yield _switch(path, "operation_in_plan", project, does, context)


def _operation(path: str, project: Project, does: Mapping[str, str], context: Context) -> Iterator[Lever]:
    """How operation is given, and how much it is, in every year or in each of some."""
    texts, is_share = context.texts, project.operation_mnok is None
    now = BY_SHARE if is_share else BY_AMOUNT
    yield {
        **_texts(f"{path}.{OPERATION_BY}", texts("projects.operation_by")),
        "kind": "choice",
        "value": now,
        "default": now,
        "options": [(by, texts(f"projects.by_{by}")) for by in (BY_SHARE, BY_AMOUNT)],
    }
    if is_share:
        yield _slider(path, "operation_share", project, does, context)
    elif isinstance(project.operation_mnok, float):
        name = texts("project_field.operation_mnok").capitalize()
        amount = project.operation_mnok
        yield _amount(f"{path}.operation_mnok", name, amount, amount, "", context)
    elif project.operation_mnok is not None:
        name = texts("project_field.operation_mnok").capitalize()
        for year, amount in project.operation_mnok.items():
            yield _amount(
                f"{path}.operation_mnok.{year}", f"{name} {year}", amount, 0.0, texts("projects.remove"), context
            )


def _actual(path: str, project: Project, does: Mapping[str, str], context: Context) -> Iterator[Lever]:
    """What was invested in fact, where something was to be invested; as much as was assumed until it is said."""
    spent, texts = sum(project.investment_mnok.values()), context.texts
    if spent < ONE_KRONE:
        return
    actual = spent if project.actual_mnok is None else project.actual_mnok
    reset = texts("lever.reset", value=texts("setting.mnok", amount=texts.in_full(spent)))
    row = _amount(f"{path}.actual_mnok", _name("actual_mnok", context), actual, spent, reset, context)
    yield {**row, "hint": f"{does.get('actual_mnok', '')} {texts('projects.actual_note')}".strip()}


def _texts(path: str, name: str, hint: str = "", reset: str = "") -> LeverTexts:
    return {"path": path, "label": name, "description": "", "hint": hint, "reset": reset}


def _name(field: str, context: Context) -> str:
    return context.texts(f"project_field.{field}").capitalize()


def _reset(path: str, field: str, context: Context) -> str:
    texts = context.texts
    return texts("lever.reset", value=projects.shown(f"{path}.{field}", DEFAULTS[field], context.baseline, texts))


def _slider(path: str, field: str, project: Project, does: Mapping[str, str], context: Context) -> Slider:
    limit, texts, name = LIMITS[field], context.texts, _name(field, context)
    factor = 100.0 if field in projects.SHARES else 1.0
    note = texts(f"projects.{NOTES[field]}") if field in NOTES else ""
    hint = f"{does.get(field, '')} {note}".strip()
    step = STEPS.get(field, 1.0)
    return {
        **_texts(f"{path}.{field}", name, hint, _reset(path, field, context)),
        "kind": "slider",
        "value": round(float(getattr(project, field)) * factor, 6),
        "default": round(DEFAULTS[field] * factor, 6),
        "low": limit.low * factor,
        "high": limit.high * factor,
        "step": round(step * factor, 6),
        "unit": "%" if factor > 1 else texts("projects.unit_years"),
        "whole": limit.kind == "integer",
        "exact": texts("lever.exact", label=name),
    }


def _amount(path: str, name: str, amount: float, usual: float, reset: str, context: Context) -> Slider:
    return {
        **_texts(path, name, "", reset),
        "kind": "slider",
        "value": amount,
        "default": usual,
        "low": 0.0,
        "high": next((room for room in ROOM_MNOK if 2 * amount <= room), ROOM_MNOK[-1]),
        "step": 1.0,
        "unit": context.texts("setting.unit_mnok"),
        "exact": context.texts("lever.exact", label=name),
        "whole": False,
    }


def _choice(path: str, field: str, project: Project, does: Mapping[str, str], context: Context) -> Choice:
    texts = context.texts
    note = texts("projects.nobody_chosen") if project.task == OUTSIDE and field == "task" and not project.users else ""
    hint = f"{does.get(field, '')} {note}".strip()
    return {
        **_texts(f"{path}.{field}", _name(field, context), hint, _reset(path, field, context)),
        "kind": "choice",
        "value": getattr(project, field),
        "default": CHOICES[field][0],
        "options": [(choice, texts(f"project_{field}.{choice}")) for choice in CHOICES[field]],
    }


def _switch(path: str, field: str, project: Project, does: Mapping[str, str], context: Context) -> Switch:
    return {
        **_texts(f"{path}.{field}", _name(field, context), does.get(field, ""), _reset(path, field, context)),
        "kind": "switch",
        "value": getattr(project, field),
        "default": DEFAULTS[field],
    }


def _buyers(path: str, project: Project, context: Context) -> Iterator[Switch]:
    """Who buys: the payer groups, one's own organisation, and whoever a file or link has named."""
    texts, us = context.texts, context.question.us
    for user in dict.fromkeys((*PAYER_GROUPS, *([us] if us else []), *project.users)):
        known = user in PAYER_GROUPS or user not in organisations()
        name = _buyer(user, texts) if known else organisation(user)[0].name
        yield {
            **_texts(f"{path}.users.{user}", texts("projects.bought_by", name=name)),
            "kind": "switch",
            "value": user in project.users,
            "default": user in project.users,
        }


def _buyer(user: str, texts: Texts) -> str:
    """The name of a payer group; of who is no payer what was written."""
    return texts(f"payer_group.{user}") if user in PAYER_GROUPS else short(user)


def _solutions(path: str, project: Project, context: Context) -> Menu:
    names = [(each, solution_name(each, context.baseline, context.texts)) for each in context.baseline.open_solutions]
    label = context.texts("project_field.solution").capitalize()
    return {"path": f"{path}.solution", "label": label, "value": project.solution, "options": names}


def _go_live(path: str, project: Project, context: Context) -> Menu:
    base, spent = context.baseline.base_year, [int(year) for year, each in project.investment_mnok.items() if each]
    years = range(max(spent, default=base - YEARS_BACK), base + YEARS_AHEAD + 1)
    label = context.texts("projects.go_live")
    options = [(str(year), str(year)) for year in years]
    return {"path": f"{path}.go_live", "label": label, "value": str(project.go_live), "options": options}


def _years(path: str, project: Project, context: Context) -> Menu:
    """The years that have no investment yet, up to go-live."""
    first, label = context.baseline.base_year - YEARS_BACK, context.texts("projects.add_year")
    free = [str(year) for year in range(first, project.go_live + 1) if str(year) not in project.investment_mnok]
    options = [("", label), *((year, year) for year in free)]
    return {"path": f"{path}.investment_mnok", "label": label, "value": "", "options": options}
