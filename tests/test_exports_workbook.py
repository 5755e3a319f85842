"""The workbook, read by openpyxl and calculated by LibreOffice: levers moved there give the tool's own figures."""

import io
import subprocess
import warnings
import zipfile
from typing import Any

import numpy as np
import openpyxl
import pytest

from exports.data import tables
from exports.workbook import workbook
from exports.workbook.grid import RESULTS, Grid
from exports.workbook.levers import cell_name
from model import SOLUTIONS, Scenario, run
from model.fields import limits
from tests.export_subject import at_rest, proposal
from tests.programs import LIBREOFFICE, find
from texts import LANGUAGES

ONE_KRONE = 1e-6  # MNOK
MODEL_SHEETS = ("Forside", "Spaker", "Resultat", "Bro", "Modell")
AGREES = "Stemmer med verktøyet"
MOVED: dict[str, dict[str, Any]] = {
    "untouched": {},
    "margin": {"risk_margin": 0.03},
    "every kind": {
        "risk_margin": 0.08,
        "index_rate": 0.031,
        "extra_efficiency": 0.01,
        "efficiency_realisation": 0.7,
        "underspend_rate": 0.04,
        "underspend_returned": 0.9,
        "repayment_lag": 1,
        "underspend_2025_returned": 0.5,
        "first_year": 2027,
        "by_solution.helsenorge.extra_volume": 0.02,
        "by_solution.e_resept.extra_efficiency": 0.0,
        "measures.pasientens_provesvar.delay": 1,
        "measures.fm_avvikling.enabled": False,
        "measures.helsekort_gravide.scale": 2.0,
        "measures.sikkerhet.enabled": True,
        "measures.ehds.amount_mnok": 60.0,
        "measures.ehds.enabled": True,
    },
    "short of money": {"risk_margin": 0.0, "shortfall_recovered": 1.0, "repayment_lag": 1, "volume_realisation": 3.0},
}


def opened(content: bytes, data_only: bool = False) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl does not read footers
        return openpyxl.load_workbook(io.BytesIO(content), data_only=data_only)


@pytest.fixture(scope="module")
def calculated(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What LibreOffice makes of the workbook of the published figures with other values in some levers' named cells."""
    folder = tmp_path_factory.mktemp("workbooks")
    content = workbook(at_rest())
    for name, moved in MOVED.items():
        book = opened(content)
        for path, value in moved.items():
            sheet, cell = _place(book, path)
            book[sheet][cell].value = value
        book.save(folder / f"{name}.xlsx")  # without the formulas' values: they must be calculated
    profile, given = (folder / "profile").as_uri(), [str(folder / f"{name}.xlsx") for name in MOVED]
    command = [str(find(LIBREOFFICE)), f"-env:UserInstallation={profile}", "--headless", "--convert-to", "xlsx"]
    subprocess.run([*command, "--outdir", str(folder / "out"), *given], check=True, capture_output=True, timeout=300)
    return {name: opened((folder / "out" / f"{name}.xlsx").read_bytes(), data_only=True) for name in MOVED}


def _place(book: Any, path: str) -> tuple[str, str]:
    """Sheet and cell of a lever."""
    sheet, cell = book.defined_names[cell_name(path)].attr_text.replace("'", "").split("!")
    return sheet, cell.replace("$", "")


@pytest.mark.parametrize("name", MOVED)
def test_levers_moved_in_the_workbook_give_the_tools_figures(calculated: dict[str, Any], name: str) -> None:
    scenario = Scenario()
    for path, value in MOVED[name].items():
        scenario = scenario.with_value(path, value)
    result, grid, book = run(scenario), Grid("Modell", (2026, 2027, 2028, 2029)), calculated[name]
    for quantity in RESULTS:
        for at, year in enumerate(grid.years):
            found = [book["Modell"][_cell(grid.here(year, quantity, place))].value for place in range(len(SOLUTIONS))]
            np.testing.assert_allclose(found, result.amounts()[quantity][at, :, 0], rtol=0, atol=ONE_KRONE)
    assert book["Resultat"]["B4"].value == ("Spaker er endret etter eksporten" if MOVED[name] else AGREES)
    assert book["Bro"]["B15"].value == pytest.approx(result.financing_need[0].sum(), abs=ONE_KRONE)


def _cell(place: str) -> str:
    return place.replace("$", "")


def test_untouched_it_agrees_with_the_tool(calculated: dict[str, Any]) -> None:
    book = calculated["untouched"]
    assert book["Resultat"]["B4"].value == book["Forside"]["B4"].value == AGREES
    assert book["Resultat"]["B3"].value == pytest.approx(0, abs=ONE_KRONE)


def test_every_number_of_a_scenario_has_a_cell() -> None:
    of = proposal()
    book = opened(workbook(of))
    for path in limits():
        sheet, cell = _place(book, path)
        found, expected = book[sheet][cell].value, of.scenario.value(path) or 0
        assert found == (f"={path.split('.')[-1]}" if str(found).startswith("=") else expected), path


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_are_sheets_with_numbers(language: str) -> None:
    of = proposal(language, prices="2025")
    book = opened(workbook(of))
    for table in tables(of):
        rows = list(book[table.name].iter_rows(min_row=5, values_only=True))
        for found, row in zip(rows, table.rows, strict=True):
            for cell, value in zip(found, row, strict=True):
                assert cell == (value or None) if isinstance(value, str) else cell == pytest.approx(value)
    assert len(book.sheetnames) == len(MODEL_SHEETS) + len(tables(of))


def test_a_name_is_never_a_formula() -> None:
    book = opened(workbook(proposal()))
    assert book["Forside"]["A1"].value == "=Forslag & <møte>" and book["Forside"]["A1"].data_type == "s"
    formulas_found = [
        cell.value
        for sheet in book.sheetnames
        if sheet not in MODEL_SHEETS
        for row in book[sheet].iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]
    assert not formulas_found


def test_it_says_where_it_comes_from_and_has_charts() -> None:
    of = proposal()
    content = workbook(of)
    book = opened(content)
    assert of.id in book.properties.keywords and book.properties.description == of.link
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert sum(name.startswith("xl/charts/chart") for name in parts.namelist()) == 3
    assert book["Resultat"]["B9"].number_format.startswith("#,##0.0")
