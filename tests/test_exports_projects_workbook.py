"""The workbook's sheet of projects: what its formulas give, here and in LibreOffice, is what the model gives."""

from collections.abc import Iterator
from functools import cache
from itertools import cycle, product
from typing import Any

import numpy as np
import pytest

from exports.subject import Subject
from exports.workbook import workbook
from exports.workbook.levers import FIXED_PRICES, cell_name
from exports.workbook.project_grid import FIELDS, FIRST_COLUMN, GROUPS, PAID, SUM, ProjectGrid
from model import Scenario
from model.baseline.axes import PAYER_GROUPS
from model.explaining.calculation import Calculations
from model.explaining.projects import SECTOR, project_address
from model.investment import PARTS, STATE, Burden, invest
from model.payers import payers
from tests.baselines import PRESENT
from tests.export_subject import PORTAL, PROJECTS, at_rest, with_projects
from tests.test_exports_workbook import AGREES, ONE_KRONE, opened
from tests.test_exports_workbook_values import SAME, by_libreoffice, formulas, in_one_format
from texts import LANGUAGES, Texts

SHEET = "Nytt tiltak"
OTHER: dict[str, Any] = {
    "investment_mnok": {"2025": 10, "2028": 31.5},
    "go_live": 2029,
    "lifetime": 25,
    "state_share": 0.3,
    "interest_rate": 0.04,
    "repayment": "annuity",
    "operation_share": 0.1,
    "phase_in_years": 2,
    "indexed": False,
}
MOVED: dict[str, tuple[str, dict[str, Any]]] = {
    "to another": ("small", PORTAL | OTHER),
    "to one of the state": ("large, annuity", PORTAL | OTHER | {"task": "authority"}),
    "to a small one": ("phased in", PORTAL | {"size": "small", "operation_mnok": 3.5}),
    "to a common one": ("outside", PORTAL),
    "to less than was assumed": ("small", PORTAL | {"actual_mnok": 20.5, "operation_in_plan": True}),
}
"""What is typed in the cells of whose workbook."""

PRICE_GROWTH = 0.025


@cache
def subjects() -> dict[str, Subject]:
    found = {
        name: with_projects(name, prices=prices)
        for name, prices in zip(PROJECTS, cycle(("lopende", "faste")), strict=False)
    }
    return found | {
        "from the law": with_projects("two", start="law"),
        "english": with_projects("outside", "en", keys={"helsenorge": {"rhf": 0.25, "kommuner": 0.75}}),
    }


@pytest.fixture(scope="module")
def written() -> dict[str, bytes]:
    """Without the tables of the sections, which other tests read: everyone's payments would take most of the time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("exports.workbook.tables.sheets", lambda *_: None)
        return {name: workbook(subject) for name, subject in subjects().items()}


@pytest.fixture(scope="module")
def stored(written: dict[str, bytes]) -> dict[str, Any]:
    """The values that the workbooks are written with."""
    return {name: opened(content, data_only=True) for name, content in written.items()}


@pytest.fixture(scope="module")
def calculated(written: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The same as LibreOffice works them out, and with other projects in the cells."""
    folder = tmp_path_factory.mktemp("projects")
    for name, content in written.items():
        opened(content).save(folder / f"{name}.xlsx")
    for name, (start, project) in MOVED.items():
        book = opened(written[start])
        _type(book, project, ProjectGrid.of(with_projects(start).question.scenario.projects, PRESENT))
        book.save(folder / f"{name}.xlsx")
    found = by_libreoffice(folder, [*written, *MOVED])
    return {name: opened(content, data_only=True) for name, content in found.items()}


def _type(book: Any, mapping: dict[str, Any], cells: ProjectGrid) -> None:
    """Types a project into the first block, and a price growth and the year's own kroner into the levers."""
    project, texts = Scenario.from_mapping({"projects": [mapping]}).projects[0], Texts("nb")
    for field in FIELDS:
        value = getattr(project, field)
        unsaid = sum(project.investment_mnok.values()) if field == "actual_mnok" else 0
        typed = texts(f"project_{field}.{value}") if isinstance(value, str) else value or unsaid
        _at(book, cell_name(f"projects.0.{field}")).value = typed
    for year in cells.years:
        row = cells.row(0, "investment_mnok") + 1
        book[SHEET].cell(row, cells.column(year) + 1).value = project.investment_mnok.get(str(year), 0)
        book[SHEET].cell(row + 1, cells.column(year) + 1).value = 0
    _at(book, "index_rate").value, _at(book, FIXED_PRICES).value = PRICE_GROWTH, False


def _at(book: Any, name: str) -> Any:
    sheet, cell = book.defined_names[name].attr_text.replace("'", "").split("!")
    return book[sheet][cell.replace("$", "")]


def amounts(burden: Burden, years: tuple[int, ...]) -> Iterator[tuple[str, list[float]]]:
    """Row → what the model gives in each year."""
    group_of, payer_group = np.array([each.group for each in payers()]), burden.by_payer[..., 0]
    found = {f"sector_{part}": burden.sector[at, :, 0] for at, part in enumerate(PARTS)}
    found |= {f"state_{part}": burden.state[at, :, 0] for at, part in enumerate(PARTS)}
    found |= {
        row: payer_group[:, :, group_of == group].sum(axis=(0, 2))
        for row, group in zip(GROUPS, PAYER_GROUPS, strict=True)
    }
    for row, by_year in found.items():
        known = dict(zip(burden.years, by_year.tolist(), strict=True))
        assert set(known) <= set(years)
        yield row, [known.get(year, 0.0) for year in years]


def check(sheet: Any, cells: ProjectGrid, place: int | None, burden: Burden) -> None:
    rows = dict(amounts(burden, cells.years))
    assert set(rows) == {*PAID, *GROUPS}
    for name, expected in rows.items():
        row = cells.row(place, name) + 1
        found = [sheet.cell(row, FIRST_COLUMN + 1 + at).value for at in range(len(cells.years))]
        np.testing.assert_allclose(found, expected, rtol=0, atol=ONE_KRONE, err_msg=name)
        assert sheet.cell(row, SUM + 1).value == pytest.approx(sum(expected), abs=ONE_KRONE)


@pytest.mark.parametrize("name", subjects())
def test_what_is_paid_is_what_the_model_gives(stored: dict[str, Any], calculated: dict[str, Any], name: str) -> None:
    subject = subjects()[name]
    scenario, title = subject.question.scenario, subject.texts("export.sheet_projects")
    cells = ProjectGrid.of(scenario.projects, PRESENT)
    for book in (stored[name], calculated[name]):
        sheet = book[title]
        check(sheet, cells, None, subject.answer.burden)
        assert sheet["B5"].value == subject.texts("export.check_agrees")
        for place, project in enumerate(scenario.projects):
            alone = invest(project, scenario, subject.answer.keys)
            check(sheet, cells, place, alone.in_fixed_prices() if subject.answer.is_fixed else alone)


@pytest.mark.parametrize("name", subjects())
def test_every_part_is_the_node_of_its_calculation(stored: dict[str, Any], name: str) -> None:
    subject = subjects()[name]
    calculations, burden = Calculations.of(subject.answer), subject.answer.burden
    cells, sheet = (
        ProjectGrid.of(subject.question.scenario.projects, PRESENT),
        stored[name][subject.texts("export.sheet_projects")],
    )
    for payer, part, year in product((SECTOR, STATE), PARTS, burden.years):
        row = cells.row(None, f"{'state' if payer == STATE else payer}_{part}")
        node = calculations.node(project_address(part, year, payer))
        assert sheet.cell(row + 1, cells.column(year) + 1).value == pytest.approx(node.value, rel=SAME, abs=SAME)


@pytest.mark.parametrize("name", subjects())
def test_every_formula_has_the_value_that_libreoffice_gives(
    written: dict[str, bytes], stored: dict[str, Any], calculated: dict[str, Any], name: str
) -> None:
    title, count = subjects()[name].texts("export.sheet_projects"), 0
    for sheet, cell in formulas(written[name]):
        if sheet == title:
            found, expected = stored[name][sheet][cell].value, calculated[name][sheet][cell].value
            is_same = in_one_format(found) == in_one_format(expected)
            assert is_same or found == pytest.approx(expected, rel=SAME, abs=SAME), cell
            count += 1
    assert count > 1000


@pytest.mark.parametrize("name", MOVED)
def test_another_project_typed_into_the_cells_gives_what_the_model_gives(calculated: dict[str, Any], name: str) -> None:
    start, mapping = MOVED[name]
    scenario = Scenario.from_mapping({"index_rate": PRICE_GROWTH, "projects": [mapping]})
    cells = ProjectGrid.of(with_projects(start).question.scenario.projects, PRESENT)
    sheet = calculated[name][SHEET]
    check(sheet, cells, 0, invest(scenario.projects, scenario))
    check(sheet, cells, None, invest(scenario.projects, scenario))
    assert sheet["B5"].value != AGREES


def test_a_text_of_a_project_is_no_formula(written: dict[str, bytes]) -> None:
    cells = ProjectGrid.of(with_projects("outside").question.scenario.projects, PRESENT)
    cell = opened(written["outside"])[SHEET].cell(cells.head(0) + 1, 1)
    assert "=1+1" in cell.value and cell.data_type == "s"


@pytest.mark.parametrize("language", LANGUAGES)
def test_sheets_have_titles_of_their_own_and_rows_names_of_theirs(language: str) -> None:
    subject = with_projects("authority", language)
    book = opened(workbook(subject))
    titles = [title.lower() for title in book.sheetnames]
    assert len(set(titles)) == len(titles) == len(opened(workbook(at_rest(language))).sheetnames) + 2
    cells = ProjectGrid.of(subject.question.scenario.projects, PRESENT)
    sheet = book[subject.texts("export.sheet_projects")]
    names = [sheet.cell(row + 1, 1).value for row in range(cells.head(0), cells.head(1) - 1)]
    assert all(names) and len(set(names)) == len(names)
