"""The workbook, read by openpyxl and calculated by LibreOffice: levers moved there give the tool's own figures."""

import io
import subprocess
import warnings
import zipfile
from datetime import datetime, timedelta, timezone
from typing import Any

import numpy as np
import openpyxl
import pytest

from charts.bridges.bridge import TOTALS
from charts.payers.paid import Own
from exports.data import tables
from exports.subject import subject_of
from exports.workbook import workbook
from exports.workbook.book import AMOUNT, CHANGE
from exports.workbook.grid import RESULTS, Grid
from exports.workbook.levers import cell_name
from model import COMPONENTS, Question, Scenario, answer, run
from model.equations.prices import in_fixed_prices
from model.scenario.fields import limits
from tests.baselines import PRESENT
from tests.export_subject import CREATED, at_rest, proposal
from tests.programs import LIBREOFFICE, find
from texts import LANGUAGES

ONE_KRONE = 1e-6  # MNOK
MODEL_SHEETS = ("Forside", "Hva vi betaler", "Nøkler", "Forutsetninger", "Resultat", "Bro", "Modell")
SHEETS = ("front", "ours", "keys", "levers", "results", "bridge", "model")
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
        "base_year_underspend_returned": 0.5,
        "first_year": 2027,
        "by_solution.helsenorge.extra_volume": 0.02,
        "by_solution.e_resept.extra_efficiency": 0.0,
        "measures.pasientens_provesvar.delay": 1,
        "measures.fm_avvikling.enabled": False,
        "measures.helsekort_gravide.scale": 2.0,
        "measures.sikkerhet.enabled": True,
        "measures.ehds.amount_mnok": 60.0,
        "measures.ehds.enabled": True,
        "measures.ehds.state_share": 0.6,
        "lasting_saving": 0.02,
        "by_solution.vkp.lasting_saving": 0.05,
    },
    "fixed": {"index_rate": 0.031, "fixed_prices": True},
    "short of money": {"risk_margin": 0.0, "shortfall_recovered": 1.0, "repayment_lag": 1, "volume_realisation": 3.0},
}

OURS, MODUM = "Hva vi betaler", "3316"
TYPED: dict[str, Any] = {"margin": 301, "fixed": "Helse Vest", "short of money": "0999"}
"""What is typed as one's number, where it is not Modum's: Oslo's as a sheet takes it, an RHF, and no number."""

YEAR_OF = {"every kind": 2029}
"""The year chosen on the bridge's sheet, where it is not the first."""


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
        book["Bro"]["B3"].value = YEAR_OF.get(name, 2026)
        book[OURS]["B4"].value = TYPED.get(name, MODUM)
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
    result, book = run(_scenario(name)), calculated[name]
    grid = Grid("Modell", PRESENT.plan_years, PRESENT.solutions)
    for quantity in RESULTS:
        for at, year in enumerate(grid.years):
            found = [
                book["Modell"][_cell(grid.here(year, quantity, place))].value for place in range(len(grid.solutions))
            ]
            np.testing.assert_allclose(found, result.amounts()[quantity][at, :, 0], rtol=0, atol=ONE_KRONE)
    assert book["Resultat"]["B4"].value == ("Forutsetninger er endret etter eksporten" if MOVED[name] else AGREES)
    shown = in_fixed_prices(result) if "fixed_prices" in MOVED[name] else result
    at = grid.years.index(YEAR_OF.get(name, 2026))
    assert book["Bro"]["B16"].value == pytest.approx(shown.financing_need[at].sum(), abs=ONE_KRONE)


@pytest.mark.parametrize("name", MOVED)
def test_what_one_pays_follows_levers_and_number(calculated: dict[str, Any], name: str) -> None:
    """In kroner, per inhabitant and against the reference at the same price growth, as the tool has it."""
    sheet, typed = calculated[name][OURS], str(TYPED.get(name, MODUM))
    top = 13 + len(PRESENT.solutions)
    paid, reference, difference, _, each, _, each_difference = (
        [sheet.cell(top + offset, 2 + at).value for at in range(len(PRESENT.plan_years))] for offset in range(7)
    )
    if typed == "0999":
        assert sheet["B5"].value == "ukjent nummer" and not any((*paid, *reference, *each))
        return
    prices = "faste" if "fixed_prices" in MOVED[name] else "lopende"
    own = Own.of(typed.zfill(4) if typed.isdecimal() else typed, answer(Question(_scenario(name), None, prices)))
    per_inhabitant = own.paid.per_inhabitant_nok - own.reference.per_inhabitant_nok
    assert sheet["B5"].value == own.paid.payer.name
    np.testing.assert_allclose(paid, own.paid.total[:, 0] * 1e6, rtol=0, atol=1)
    np.testing.assert_allclose(reference, own.reference.total[:, 0] * 1e6, rtol=0, atol=1)
    np.testing.assert_allclose(difference, (own.paid.total - own.reference.total)[:, 0] * 1e6, rtol=0, atol=1)
    np.testing.assert_allclose(each, own.paid.per_inhabitant_nok[:, 0], rtol=0, atol=1e-3)
    np.testing.assert_allclose(each_difference, per_inhabitant[:, 0], rtol=0, atol=1e-3)


def test_the_front_follows_the_levers(calculated: dict[str, Any]) -> None:
    for name, moved in MOVED.items():
        front, result = calculated[name]["Forside"], run(_scenario(name))
        shown = in_fixed_prices(result) if "fixed_prices" in moved else result
        assert front["B10"].value == pytest.approx(shown.financing_need[0].sum(), abs=ONE_KRONE)
    assert "20.9 mill. kr (2.1" in calculated["margin"]["Forside"]["A8"].value
    assert "som i tallgrunnlaget" in calculated["untouched"]["Forside"]["A8"].value


def test_formulas_are_locked_and_inputs_open() -> None:
    """Without a password: who wants to may unlock."""
    book = opened(workbook(at_rest()))
    for title in MODEL_SHEETS:
        assert book[title].protection.sheet is (title != "Nøkler") and not book[title].protection.password
        formulas = [cell for row in book[title].iter_rows() for cell in row if cell.data_type == "f"]
        assert title == "Forutsetninger" or all(cell.protection.locked for cell in formulas)
    assert not any(book[sheet][cell].protection.locked for sheet, cell in (("Bro", "B3"), (OURS, "B4")))
    levers = book["Forutsetninger"]
    assert not levers["B5"].protection.locked and levers["C5"].protection.locked


def _scenario(name: str) -> Scenario:
    """The scenario that the moved levers make."""
    scenario = Scenario()
    for path, value in MOVED[name].items():
        if path != "fixed_prices":
            scenario = scenario.with_value(path, value)
    return scenario


def _cell(place: str) -> str:
    return place.replace("$", "")


def test_untouched_it_agrees_with_the_tool(calculated: dict[str, Any]) -> None:
    book = calculated["untouched"]
    assert book["Resultat"]["B4"].value == book["Forside"]["B4"].value == AGREES
    assert book["Resultat"]["B3"].value == pytest.approx(0, abs=ONE_KRONE)


def test_every_number_of_a_scenario_has_a_cell() -> None:
    subject = proposal()
    book = opened(workbook(subject))
    for path in limits(PRESENT):
        sheet, cell = _place(book, path)
        found, expected = book[sheet][cell].value, subject.question.scenario.value(path) or 0
        assert found == (f"={path.split('.')[-1]}" if str(found).startswith("=") else expected), path


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_are_sheets_with_numbers(language: str) -> None:
    subject = proposal(language, prices="faste")
    book = opened(workbook(subject))
    for table in tables(subject):
        rows = list(book[subject.texts(f"export.tab_{table.name}")].iter_rows(min_row=5, values_only=True))
        for found, row in zip(rows, table.rows, strict=True):
            for cell, value in zip(found, row, strict=True):
                assert cell == (value or None) if isinstance(value, str) else cell == pytest.approx(value)
    assert len(book.sheetnames) == len(MODEL_SHEETS) + len(tables(subject))


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
    subject = proposal()
    content = workbook(subject)
    book = opened(content)
    assert subject.id in book.properties.keywords and book.properties.description == subject.link
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert sum(name.startswith("xl/charts/chart") for name in parts.namelist()) == 4
    assert book["Resultat"]["B9"].number_format.startswith("[>=0.05]#,##0.0")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sheet_has_a_title_of_its_own(language: str) -> None:
    subject = proposal(language)
    titles = [subject.texts(f"export.sheet_{name}") for name in SHEETS]
    titles += [subject.texts(f"export.tab_{table.name}") for table in tables(subject)]
    assert opened(workbook(subject)).sheetnames == titles
    assert len({title.lower() for title in titles}) == len(titles) and max(map(len, titles)) <= 31


def test_a_bridge_names_its_levels_with_their_years(calculated: dict[str, Any]) -> None:
    """The year is chosen in the workbook: the names, the title and the price basis follow."""
    sheet = calculated["untouched"]["Bro"]
    names = [sheet.cell(row, 1).value for row in range(5, 17)]
    assert (names[0], names[8], names[11]) == (
        "Forskrift 2025 samt midler fra tidligere år",
        "Kostnadsnivå 2026",
        "Finansieringsbehov 2026",
    )
    assert sheet["A1"].value.endswith("finansieringsbehov 2026, mill. kr · Alle løsninger · 2025-kroner")
    sheet = calculated["every kind"]["Bro"]
    assert (sheet["A5"].value, sheet["A16"].value) == ("Kostnadsnivå 2028", "Finansieringsbehov 2029")
    assert sheet["B5"].value == pytest.approx(run(_scenario("every kind")).cost_level[2].sum(), abs=ONE_KRONE)
    assert "kostnadsnivå 2028" in sheet["A1"].value


def test_a_bridge_holds_each_component_against_the_reference() -> None:
    """Amount, reference and difference by formula; and the cells of the charts, the reference's empty at rest."""
    for make_subject in (at_rest, proposal):
        subject = make_subject()
        sheet = opened(workbook(subject), data_only=True)["Bro"]
        at, moved = subject.answer.result.years.index(subject.question.year), make_subject is proposal
        scenario, reference = (each.amounts() for each in (subject.answer.result, subject.answer.reference))
        first = next(row for row in range(20, 60) if sheet.cell(row, 1).value == "Tallene bak diagrammene") + 2
        for place, component in enumerate(COMPONENTS):
            one, other = (float(each[component][at, :, 0].sum()) for each in (scenario, reference))
            found = [sheet.cell(5 + place, column).value for column in (2, 3, 4)]
            assert found == pytest.approx([one, other, one - other], abs=ONE_KRONE), component
            for whose, amount in enumerate((one, other if moved else 0.0)):
                up, down = (sheet.cell(first + 2 * place + whose, column).value for column in (9, 10))
                step = 0.0 if component in TOTALS or abs(amount) < 0.05 else amount
                assert (up + down, up * down) == pytest.approx((step, 0.0), abs=ONE_KRONE), component


@pytest.mark.parametrize(
    ("name", "ending"),
    [("untouched", "2025-kroner"), ("every kind", "løpende kroner, 3.1\u00a0% per år"), ("fixed", "2025-kroner")],
)
def test_titles_say_the_prices_that_are_set(calculated: dict[str, Any], name: str, ending: str) -> None:
    book = calculated[name]
    for sheet, cell in (("Bro", "A1"), ("Resultat", "A7")):
        assert book[sheet][cell].value.replace(",1", ".1").endswith(ending)


def test_charts_take_their_titles_from_cells_that_say_unit_and_prices() -> None:
    with zipfile.ZipFile(io.BytesIO(workbook(proposal()))) as parts:
        for name in parts.namelist():
            if name.startswith("xl/charts/chart"):
                title = parts.read(name).decode().split("</c:title>")[0]
                assert "<c:f>" in title and "mill. kr" in title and "løpende kroner, 3,1" in title


def test_switches_take_real_values() -> None:
    """Not the words TRUE and FALSE, which a Norwegian Excel may take for text."""
    sheet = opened(workbook(at_rest()))["Forutsetninger"]
    lists = {rule.formula1 for rule in sheet.data_validations.dataValidation if rule.type == "list"}
    assert lists == {"$H$5:$H$6"}
    assert sheet["H5"].value is True and sheet["H6"].value is False
    assert sheet.column_dimensions["H"].hidden


def test_what_rounds_to_zero_has_no_sign() -> None:
    for style in (AMOUNT, CHANGE):
        above, below, neither = style.split(";")
        assert above.startswith("[>=0.05]") and below.startswith("[<=-0.05]\u2212") and neither == "0.0"


def test_the_heads_of_a_table_have_room() -> None:
    subject = subject_of(
        Question(Scenario(name="Kommunenes felles forslag til behandlingen i utvalget", risk_margin=0.03)), CREATED
    )
    sheet = opened(workbook(subject))["Broer"]
    assert sheet.row_dimensions[4].height >= 30


def test_it_was_made_when_it_says_in_any_zone() -> None:
    created = datetime(2026, 1, 15, 9, 30, tzinfo=timezone(timedelta(hours=2)))
    book = opened(workbook(subject_of(Question(), created)))
    assert book.properties.created == datetime(2026, 1, 15, 7, 30)


def test_the_footer_says_that_its_prices_are_the_exports() -> None:
    with zipfile.ZipFile(io.BytesIO(workbook(at_rest()))) as parts:
        assert "2025-kroner ved eksporten" in parts.read("xl/worksheets/sheet5.xml").decode()
