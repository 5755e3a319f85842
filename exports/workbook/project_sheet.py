"""The projects in live formulas: what each is in yellow cells, what is paid of it year by year, and by whom."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from charts.words import projects as words
from charts.words.names import solution_name
from exports.workbook.book import Book, Page, quoted
from exports.workbook.grid import address
from exports.workbook.levers import cell_name
from exports.workbook.project_equations import ProjectEquations
from exports.workbook.project_grid import (
    ALL_ROWS,
    AMOUNTS,
    BUYERS,
    EACH_YEAR,
    FIELDS,
    FIRST_COLUMN,
    GROUPS,
    KEYS,
    ONCE,
    SUM,
    SUMS,
    TOOLS,
    TOTALS,
    VALUE,
    ProjectGrid,
)
from exports.workbook.project_names import row_name
from exports.workbook.results import WITHIN
from model.answers.mixtures import PROJECTS
from model.baseline.axes import PAYER_GROUPS
from model.investment import Burden
from model.payers import payers
from model.scenario.project import Project
from model.scenario.project_fields import AMOUNT, CHOICES, LIMITS

WIDTHS = (56, 30, 12)  # of names, values and sums, letters
YEAR_WIDTH = 10
DIFFERENCE, CHECK = 3, 4  # rows
SHARES = ("of_state", "growth", "borne", "key", "buys", "weight", "share")
"""Rows of shares: their names, or what stands before the payer group."""

FACTORS = ("index", "divided_by", "power")


def sheet(book: Book) -> None:
    """All projects together, held against the tool's own figures, and a block for each; none without projects."""
    listed, burden, texts = tuple(book.subject.answer.divided.values()), book.subject.answer.burden, book.texts
    if not listed:
        return
    cells, title = ProjectGrid.of(listed, book.baseline), texts("export.sheet_projects")
    page = book.add(title, *WIDTHS, *[YEAR_WIDTH] * len(cells.years))
    page.write(0, 0, title, book.formats["title"])
    page.write(1, 0, texts("export.projects_how"), book.formats["muted"])
    page.write(2, 0, texts("projects.note_project_payments"), book.formats["muted"])
    page.freeze_panes(0, 1)
    equations = ProjectEquations(cells, book.grid, book.baseline.base_year, _choices(book, page, cells))
    _all(book, page, equations, _tools_own(burden))
    for place, project in enumerate(listed):
        _project(book, page, equations, place, project)
    page.print_area(0, 0, cells.head(len(listed)) - 2, FIRST_COLUMN + len(cells.years) - 1)


def _choices(book: Book, page: Page, cells: ProjectGrid) -> Mapping[str, str]:
    """Writes out of sight what a cell is chosen among, and gives the address of each."""
    known = [f"project_{field}.{choice}" for field, choices in CHOICES.items() for choice in choices]
    listed: list[tuple[str, str | bool]] = [(key, book.texts(key)) for key in known]
    listed += [("on", True), ("off", False)]
    for row, (_, choice) in enumerate(listed):
        page.write(row, cells.choices, choice)
    page.set_column(cells.choices, cells.choices, None, None, {"hidden": True})
    return {key: address(row, cells.choices) for row, (key, _) in enumerate(listed)}


def _tools_own(burden: Burden) -> Mapping[str, Mapping[int, float]]:
    """Row → year → what the tool has, in the order of ``TOOLS``."""
    of_payers, group_of = burden.by_payer[..., 0].sum(axis=0), np.array([each.group for each in payers()])
    amounts = [of_payers.sum(axis=1), burden.state[..., 0].sum(axis=0)]
    amounts += [of_payers[:, group_of == group].sum(axis=1) for group in PAYER_GROUPS]
    by_year = (dict(zip(burden.years, each.tolist(), strict=True)) for each in amounts)
    return dict(zip(TOOLS, by_year, strict=True))


def _all(book: Book, page: Page, equations: ProjectEquations, own: Mapping[str, Mapping[int, float]]) -> None:
    """What is paid of all together, the tool's figures, and whether the two agree."""
    cells, texts, title = equations.cells, book.texts, book.texts("export.sheet_projects")
    _head(book, page, cells, None, texts("projects.all"))
    for name in ALL_ROWS:
        row, style = _begin(book, page, cells, None, name)
        for year in cells.years:
            if name in own:
                page.write(row, cells.column(year), own[name].get(year, 0.0), style)
            else:
                page.write_formula(row, cells.column(year), equations.of_all(name, year), style)
    live, tools = (
        f"{cells.at(None, names[0], cells.years[0])}:{cells.at(None, names[-1], cells.years[-1])}"
        for names in ((*SUMS, *GROUPS), TOOLS)
    )
    page.write(DIFFERENCE, 0, texts("export.largest_difference"))
    page.write_formula(DIFFERENCE, VALUE, f"=SUMPRODUCT(ABS({live}-{tools}))", book.formats["factor"])
    book.define("projects_difference", title, DIFFERENCE)
    page.write(CHECK, 0, texts("export.check_head"), book.formats["bold"])
    agrees, changed = (quoted(texts(f"export.check_{outcome}")) for outcome in ("agrees", "changed"))
    page.write_formula(CHECK, VALUE, f"=IF(projects_difference<{WITHIN!r},{agrees},{changed})", book.formats["bold"])


def _project(book: Book, page: Page, equations: ProjectEquations, place: int, project: Project) -> None:
    """One project: what it is, who pays which share, and what is paid."""
    cells = equations.cells
    solution = solution_name(project.solution, book.baseline, book.texts)
    told = (words.label(f"projects.{place}", book.texts), project.name, solution)
    _head(book, page, cells, place, " · ".join(filter(None, told)))
    for field in FIELDS:
        _field(book, page, equations, place, field, project)
    shares = _shares(project, book)
    for name in (*KEYS, *BUYERS):
        row, _ = _begin(book, page, cells, place, name)
        page.write(row, VALUE, shares[name], book.formats["input_share"])
    given = project.operation_mnok if isinstance(project.operation_mnok, Mapping) else {}
    for name, amounts in zip(AMOUNTS, (project.investment_mnok, given), strict=True):
        row, _ = _begin(book, page, cells, place, name)
        for year in cells.years:
            page.write(row, cells.column(year), amounts.get(str(year), 0.0), book.formats["input"])
    for name in ONCE:
        row, style = _begin(book, page, cells, place, name)
        page.write_formula(row, VALUE, equations.once(place, name), style)
    for name in (*EACH_YEAR, *TOTALS):
        row, style = _begin(book, page, cells, place, name)
        for year in cells.years:
            page.write_formula(row, cells.column(year), equations.of_year(place, name, year), style)


def _head(book: Book, page: Page, cells: ProjectGrid, place: int | None, title: str) -> None:
    """The title of a block, and the years, which the formulas read."""
    row = cells.head(place)
    page.write(row, 0, title, book.formats["head"])
    page.write(row, VALUE, book.texts("export.value"), book.formats["head_right"])
    page.write(row, SUM, book.texts("solution.sum"), book.formats["head_right"])
    for year in cells.years:
        page.write(row, cells.column(year), year, book.formats["head_right"])


def _begin(book: Book, page: Page, cells: ProjectGrid, place: int | None, name: str) -> tuple[int, Any]:
    """Writes the name of a row, and its sum where it has one; gives the row, and what its figures look like."""
    row, quantity = cells.row(place, name), name if name in SHARES else name.partition("_")[0]
    style = "share" if quantity in SHARES else "factor" if name in FACTORS else "sum" if name in SUMS else "mnok"
    page.write(row, 0, row_name(name, book), book.formats["bold" if name in SUMS else "text"])
    if name in (*TOTALS, *TOOLS):
        page.write_formula(row, SUM, f"=SUM({cells.over(place, name)})", book.formats[style])
    return row, book.formats[style]


def _field(book: Book, page: Page, equations: ProjectEquations, place: int, field: str, project: Project) -> None:
    """A cell that says what a project is, with what it may hold; it has the name of its path."""
    cells, value = equations.cells, getattr(project, field)
    row, _ = _begin(book, page, cells, place, field)
    book.define(cell_name(f"{PROJECTS}.{place}.{field}"), book.texts("export.sheet_projects"), row)
    given = 0.0 if value is None or isinstance(value, Mapping) else value
    style = book.formats["input_share" if field in words.SHARES else "input"]
    if field == "actual_mnok" and value is None:  # as much as was assumed, until something is typed
        page.write_formula(row, VALUE, f"={cells.once(place, 'spent')}", style)
    else:
        page.write(row, VALUE, book.texts(f"project_{field}.{value}") if field in CHOICES else given, style)
    page.data_validation(row, VALUE, row, VALUE, _rule(equations, place, field))


def _rule(equations: ProjectEquations, place: int, field: str) -> dict[str, Any]:
    """What a cell may hold; a lifetime ends within the years of the sheet."""
    cells, choices = equations.cells, equations.choices
    listed = [f"project_{field}.{choice}" for choice in CHOICES.get(field, ())]
    if listed or (field in LIMITS and LIMITS[field].kind == "boolean"):
        first, last = (listed[0], listed[-1]) if listed else ("on", "off")
        return {"validate": "list", "source": f"={choices[first]}:{choices[last]}"}
    whole = {"validate": "integer", "criteria": "between"}
    live, life, end = cells.once(place, "go_live"), cells.once(place, "lifetime"), cells.years[-1]
    if field == "go_live":
        return {**whole, "minimum": cells.years[0], "maximum": f"={end}-{life}+1"}
    if field == "lifetime":
        return {**whole, "minimum": 1, "maximum": f"=MIN({LIMITS[field].high},{end}-{live}+1)"}
    limit = LIMITS.get(field, AMOUNT)
    kind = whole if limit.kind == "integer" else {**whole, "validate": "decimal"}
    return {**kind, "minimum": limit.low, "maximum": limit.high}


def _shares(project: Project, book: Book) -> dict[str, float]:
    """The key of its solution, and how much of each payer group those that buy are."""
    keys = book.subject.answer.keys
    of_groups = keys.groups[book.baseline.at(project.solution), :, 0].tolist()
    found = dict(zip(KEYS, of_groups, strict=True))
    for name, group in zip(BUYERS, PAYER_GROUPS, strict=True):
        found[name] = 1.0
        if project.users and group not in project.users:
            members = [each.id for each in payers() if each.group == group]
            inside = keys.members[group].of_members(project.solution)[:, 0] if group in keys.members else np.zeros(1)
            found[name] = float(inside[[each in project.users for each in members]].sum())
    return found
