"""The default scenario against the print, cell by cell: the tolerance is the precision of the print."""

import csv
from pathlib import Path

import pytest

from model import Cell, Result, Scenario, checked_cells, known_differences, run
from model.baseline.printed import BRIDGE_COLUMNS
from model.checks.reconcile import reconcile
from tests.baselines import PRESENT, SOLUTIONS, figure

DATA = Path(__file__).parents[1] / "data" / "baselines" / "tallgrunnlag-2025-var"
EXACT = 1e-9  # MNOK; sums of figures with one decimal, in binary fractions
TENTH = 0.05 + EXACT  # printed with one decimal
REGULATION = 0.2  # MNOK; the regulation's amounts are rounded per payer group, up to three a solution

COST_LEVELS = {2026: 1099.3, 2027: 1119.5, 2028: 1131.5, 2029: 1143.5}
NEED_2026 = 1015.8
AS_MODELLED = {
    "available": "previous_level",
    "cost_level": "cost_level",
    "financing_need": "financing_need",
}
"""Column of Tabell 8 → component of the bridge, where they are called otherwise."""

CHECKED = {f"Tabell {number}" for number in (1, 2, 8, *range(9, 22))} | {"Figur 1", "Figur 4", "Figur 5"}


@pytest.fixture(scope="module")
def result() -> Result:
    return run(Scenario(), last_year=2030)


@pytest.fixture(scope="module")
def cells(result: Result) -> tuple[Cell, ...]:
    return checked_cells(result)


def total(result: Result, component: str, year: int, *solutions: str) -> float:
    """A component of some solutions, all without a name, in a year."""
    places = [SOLUTIONS.index(solution) for solution in solutions or SOLUTIONS]
    return float(result.bridge[component][year - 2026, places, 0].sum())


@pytest.mark.parametrize("year", COST_LEVELS)
def test_cost_level(result: Result, year: int) -> None:
    assert total(result, "cost_level", year) == pytest.approx(COST_LEVELS[year], abs=EXACT)


def test_financing_need_of_2026(result: Result) -> None:
    assert total(result, "financing_need", 2026) == pytest.approx(NEED_2026, abs=EXACT)


def test_money_is_returned_in_2026_only(result: Result) -> None:
    assert total(result, "returned_funds", 2026) == pytest.approx(-83.5, abs=EXACT)
    assert not result.returned[1:].any()


def test_a_result_says_which_published_figures_it_starts_from() -> None:
    assert run(Scenario()).baseline == PRESENT


def test_every_table_is_checked(cells: tuple[Cell, ...]) -> None:
    assert {cell.table for cell in cells} == CHECKED
    for table in ("Tabell 8", "Tabell 15", *(f"Tabell {number}" for number in range(16, 22))):
        printed = [place for place, cell in PRESENT.cells.items() if place[0] == table and cell.digits]
        assert set(printed) == {(cell.table, cell.row, cell.column) for cell in cells if cell.table == table}


def test_every_cell_agrees_or_has_a_known_cause(cells: tuple[Cell, ...]) -> None:
    unexplained = [cell for cell in cells if not cell.agrees and cell.cause is None]
    assert not unexplained


def test_causes_are_given_only_where_the_print_differs() -> None:
    """Every figure and every check that a cause names is one that does not come out."""
    differing = [each for each in reconcile(PRESENT) if not each.explained_by_rounding]
    touched = {(each.table, each.row, each.column) for each in differing}
    touched |= {(term.table, term.row, term.column) for each in differing for term in each.terms}
    for cause in known_differences(PRESENT).values():
        assert set(cause.cells) <= touched, cause.id
        assert all(any(cause.names(each.id) for each in differing) for name in cause.checks), cause.id
        assert any(each.cause == cause.id for each in differing), cause.id


def test_differences_are_explained_in_a_file_of_their_own() -> None:
    explained = (Path(__file__).parent / "published" / "DIFFERENCES.md").read_text(encoding="utf-8")
    for difference in known_differences(PRESENT).values():
        assert f"## {difference.id}" in explained
        for table, row, column in difference.cells:
            assert f"{table} · {row} · {column}" in explained
        if not difference.cells:
            assert all(check in explained for check in difference.checks)


def test_blank_cells_are_zero(result: Result) -> None:
    blank = [
        cell for cell in PRESENT.cells.values() if cell.table == "Tabell 8" and cell.unit == "mnok" and not cell.digits
    ]
    assert blank
    for cell in blank:
        assert total(result, AS_MODELLED.get(cell.column, cell.column), 2026, cell.row) == 0


@pytest.mark.parametrize(
    ("of_figure", "table", "line", "solutions"),
    [
        ("Figur 1", "Tabell 8", "sum", SOLUTIONS),
        ("Figur 2", "Tabell 9", "helsenorge", ("helsenorge",)),
        ("Figur 3", "Tabell 10", "kjernejournal", ("kjernejournal",)),
        ("Figur 4", "Tabell 11", "e_resept", ("e_resept",)),
        ("Figur 5", "Tabell 8", "grunndata_helseid", ("grunndata_helseid",)),
        ("Figur 6", "Tabell 13", "helsenettet_inkl_vkp", ("vkp", "helsenettet_eksterne", "helsenettet_felles")),
    ],
)
def test_the_bridge_of_2026_is_the_figure(
    result: Result, of_figure: str, table: str, line: str, solutions: tuple[str, ...]
) -> None:
    """Figur 2, 3 and 6 have no digits in the document's text; their tables have them."""
    caused = {cell for difference in known_differences(PRESENT).values() for cell in difference.cells}
    for column in BRIDGE_COLUMNS:
        if (table, line, column) not in caused:
            amount = total(result, AS_MODELLED.get(column, column), 2026, *solutions)
            assert amount == pytest.approx(figure(table, line, column), abs=TENTH), (of_figure, column)


def test_the_default_bridge_has_nothing_beside_the_print(result: Result) -> None:
    """No margin, no index and no added measures: in no year, though the bridge has room for them."""
    unprinted = result.bridge.keys() - {AS_MODELLED.get(column, column) for column in BRIDGE_COLUMNS}
    assert unprinted == {"indexation", "risk_margin", "added_measures", "state_funding"}
    assert not [component for component in unprinted if result.bridge[component].any()]


def test_the_regulation_of_2026_is_the_need_at_3_1_percent_without_pasientens_provesvar() -> None:
    scenario = Scenario(index_rate=0.031, measures={"pasientens_provesvar": {"delay": 1}})
    need = run(scenario, 2026).financing_need[0, :, 0]
    computed = dict(zip(SOLUTIONS, need, strict=True))
    computed["helsenettet"] = computed.pop("helsenettet_eksterne") + computed.pop("helsenettet_felles")
    regulation: dict[str, float] = {}
    with (DATA / "law.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["amount_mnok"]:
                solution = row["row"].partition(".")[0]
                regulation[solution] = regulation.get(solution, 0.0) + float(row["amount_mnok"])
    assert computed.keys() == regulation.keys()
    assert computed == pytest.approx(regulation, abs=REGULATION)


def test_both_bases_of_2025_are_kept() -> None:
    baseline = PRESENT
    assert figure("Tabell 1", "sum", "2025") == baseline.figure("history_cost", "sum", "2025") == 1119.6
    assert figure("Tabell 2", "sum", "2025") == baseline.figure("history_payment", "sum", "2025") == 1081.0
    assert figure("Tabell 8", "sum", "available") == baseline.figure("bridge", "sum", "available") == 1115.5
    assert baseline.available.sum() == pytest.approx(1115.6, abs=EXACT)
    assert baseline.base_year_underspend.sum() == pytest.approx(73.5, abs=EXACT)


def test_cells_about_2030_need_a_result_that_reaches_it(cells: tuple[Cell, ...]) -> None:
    shorter = checked_cells(run(Scenario()))
    missing = {(cell.table, cell.row, cell.column) for cell in cells} - {
        (cell.table, cell.row, cell.column) for cell in shorter
    }
    assert missing and all(column == "2029" and row != "cost_level" for _, row, column in missing)
