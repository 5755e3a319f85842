"""The lines of Tabell 9–14: they hold together as printed, or the print's own slip is recorded."""

import shutil
from pathlib import Path

import pytest

from model import DetailLine, DetailTable, ModelError, TableError, known_differences
from model.baseline.axes import PUBLISHED_STEPS
from model.baseline.installed import FOLDER, baseline_in
from model.baseline.making import baseline_of
from model.baseline.printed import LINES
from model.checks.all_figures import all_figures
from model.checks.causes import FILE as CAUSES
from model.checks.causes import read_differences
from model.reading.faults import SheetsError
from tests.baselines import PRESENT, PRESENT_ID, SHEETS, Rows, changed

SHEET = "tabell_9_lines"
EXACT = 1e-9  # MNOK; sums of figures with one decimal, in binary fractions
TENTH = 0.05  # printed with one decimal
COST_LEVEL = ("available", *PUBLISHED_STEPS)
ADDS_UP = {"cost_level": COST_LEVEL, "financing_need": (*COST_LEVEL, "returned_funds")}
"""The columns that are sums across, and of which."""

SUMS = [(table, row) for table in PRESENT.details for row in table.solutions]
SHARED = {"Tabell 9": 8.3, "Tabell 10": 6.2, "Tabell 11": 6.5, "Tabell 12": 10.5, "Tabell 13": 23.0}


def printed_sum(table: DetailTable, row: str) -> dict[str, float]:
    """Column → MNOK of one of a table's sums, of the printed cells only."""
    return {column: cell.value for column, cell in table.sums[row].items() if cell.digits is not None}


def across(line: DetailLine, column: str) -> float:
    """What the other columns of a line give for a sum across."""
    return sum(line.amounts.get(part, 0.0) for part in ADDS_UP[column])


def down(lines: list[DetailLine], column: str) -> float:
    """The sum of some lines in a column."""
    return sum(line.amounts.get(column, 0.0) for line in lines)


def lines_of(table: DetailTable, solution: str) -> list[DetailLine]:
    """The lines of a solution, without subtotals."""
    return [line for line in table.lines if line.solution == solution and not line.subtotal]


def by_name(name: str) -> DetailTable:
    return next(table for table in PRESENT.details if table.table == name)


def recorded() -> set[tuple[str, str, str]]:
    """The lines that are known not to add up, as (table, line, column)."""
    lines = {(table.table, line.name) for table in PRESENT.details for line in table.lines}
    cells = [cell for difference in known_differences(PRESENT).values() for cell in difference.cells]
    return {cell for cell in cells if cell[:2] in lines}


def test_the_tables_belong_to_the_figures() -> None:
    assert [(table.table, table.group, table.solutions) for table in PRESENT.details] == [
        ("Tabell 9", "helsenorge", ("helsenorge",)),
        ("Tabell 10", "kjernejournal", ("kjernejournal",)),
        ("Tabell 11", "e_resept", ("e_resept",)),
        ("Tabell 12", "grunndata_helseid", ("grunndata_helseid",)),
        ("Tabell 13", "helsenettet_inkl_vkp", ("vkp", "helsenettet_eksterne")),
        ("Tabell 14", "helsenettet_inkl_vkp", ("helsenettet_felles",)),
    ]


def test_every_line_has_its_printed_digits() -> None:
    sheets = [name for name, row in SHEETS["tables"].rows.items() if row["role"] == LINES]
    rows = [(SHEETS["tables"].rows[name]["label"], row) for name in sheets for row in SHEETS[name].rows.values()]
    lines = [(table.table, line) for table in PRESENT.details for line in table.lines]
    assert len(rows) == len(lines) == 55
    for (label, row), (table, line) in zip(rows, lines, strict=True):
        assert (label, row["line"], row["solution"]) == (table, line.name, line.solution)
        cells = {column: cell.digits for column, cell in line.cells.items()}
        assert cells == {column: row[column] for column in cells}
        assert all(f"{cell.value:.{cell.decimals}f}" == cell.digits for cell in line.cells.values())


def test_every_line_adds_up_or_is_recorded() -> None:
    differing = {
        (table.table, line.name, column)
        for table in PRESENT.details
        for line in table.lines
        for column in ADDS_UP
        if abs(line.amounts[column] - across(line, column)) > EXACT
    }
    assert differing == recorded()
    explained = (Path(__file__).parent / "published" / "DIFFERENCES.md").read_text(encoding="utf-8")
    assert all(" · ".join(place) in explained for place in differing)


@pytest.mark.parametrize(("table", "row"), SUMS, ids=lambda value: getattr(value, "table", value))
def test_lines_give_the_printed_sum(table: DetailTable, row: str) -> None:
    """Within the rounding of each line and of the sum, with what is recorded taken for what its line gives across."""
    lines, sums = lines_of(table, row), printed_sum(table, row)
    assert {column for line in lines for column in line.cells} <= sums.keys()
    for column, printed in sums.items():
        amount = down(lines, column)
        for line in lines:
            if (table.table, line.name, column) in recorded():
                amount += across(line, column) - line.amounts[column]
        count = sum(column in line.cells for line in lines) + 1
        assert amount == pytest.approx(printed, abs=count * TENTH + EXACT), column


def test_veiledning_og_bruk_is_what_tabell_9_sums_to_too_much() -> None:
    table = by_name("Tabell 9")
    for column in ("cost_level", "financing_need"):
        assert down(lines_of(table, "helsenorge"), column) == pytest.approx(393.0, abs=EXACT)
        assert printed_sum(table, "helsenorge")[column] == 392.1
    line = next(line for line in table.lines if line.name == "Veiledning og bruk")
    assert line.amounts == {"available": 22.7, "cost_level": 23.6, "financing_need": 23.6}


def test_subtotals_sum_the_lines_since_the_one_before() -> None:
    table, since, subtotals = by_name("Tabell 11"), [], []
    for line in table.lines:
        if line.subtotal:
            for column, amount in line.amounts.items():
                assert down(since, column) == pytest.approx(amount, abs=(len(since) + 1) * TENTH + EXACT), column
            subtotals.append(line)
            since = []
        else:
            since.append(line)
    assert len(subtotals) == 2 and not since
    for column, printed in printed_sum(table, "e_resept").items():
        assert down(subtotals, column) == pytest.approx(printed, abs=EXACT), column
    assert not any(line.subtotal for other in PRESENT.details if other is not table for line in other.lines)


def test_what_shared_services_hand_over_arrives() -> None:
    """Tabell 14 moves 23.0, 31.5 and 35.0; the first two arrive in Tabell 9–13, the third leaves the regulation."""
    handed_over = [
        -line.amounts["changed_financing"] for line in by_name("Tabell 14").lines if "changed_financing" in line.cells
    ]
    arrived = {
        name: down([line for line in by_name(name).lines if not line.subtotal], "changed_financing") for name in SHARED
    }
    assert arrived == pytest.approx(SHARED, abs=EXACT)
    assert handed_over[0] == pytest.approx(arrived.pop("Tabell 13"), abs=EXACT)
    assert handed_over[1] == pytest.approx(sum(arrived.values()), abs=EXACT)
    assert -handed_over[2] == PRESENT.measures["felles_til_tjenesteavtaler"].parts[0].amount_mnok


def test_measures_are_lines_where_the_print_has_them() -> None:
    for name, table, line, column in (
        ("pasientens_provesvar", "Tabell 10", "Pasientens prøvesvar", "investment"),
        ("fm_avvikling", "Tabell 11", "Forskrivningsmodulen FM", "efficiency"),
        ("preg_avvikling", "Tabell 12", "Person", "efficiency"),
    ):
        found = next(each for each in by_name(table).lines if each.name == line)
        assert found.amounts[column] == PRESENT.measures[name].parts[0].amount_mnok


def test_printed_sums_are_the_published_ones() -> None:
    assert list(by_name("Tabell 13").sums)[-1] == "helsenettet_inkl_vkp"
    for table in PRESENT.details:
        for row in table.sums:
            for column, amount in printed_sum(table, row).items():
                assert amount == PRESENT.cells[table.table, row, column].value


@pytest.mark.parametrize(
    ("column", "becomes", "says"),
    [
        ("available", "many", "'many'"),
        ("available", "22,7", "'22,7'"),
        ("available", "NaN", "'NaN'"),
        ("kind", "sum", "'sum'"),
        ("line", "", "nothing"),
        ("solution", "altinn", "'altinn'"),
    ],
)
def test_a_damaged_line_is_refused(column: str, becomes: str, says: str) -> None:
    """The fault names the sheet, the row and the column."""
    row = "helsenorge.8"

    def damaged(rows: Rows) -> Rows:
        return rows | {row: rows[row] | {column: becomes}}

    with pytest.raises(SheetsError) as caught:
        baseline_of(changed(SHEETS, SHEET, damaged))
    (fault,) = caught.value.faults
    assert (fault.sheet, fault.row, fault.column) == (SHEET, row, column) and says in fault.found


@pytest.mark.parametrize(
    ("found", "becomes", "says"),
    [
        ("helsenorge.8,", "helsenorge.7,", "the row twice"),
        ("row,solution", "line,solution", "allowed is 'row' in the first cell"),
        ("available,investment", "available,available", "the column twice"),
        ("22.7,,,,,23.6,,23.6", "22.7,,,,,23.6", "cells"),
    ],
)
def test_a_damaged_file_of_lines_is_refused(tmp_path: Path, found: str, becomes: str, says: str) -> None:
    folder = Path(shutil.copytree(FOLDER / PRESENT_ID, tmp_path / PRESENT_ID))
    file = folder / f"{SHEET}.csv"
    text = file.read_text(encoding="utf-8")
    assert found in text
    file.write_text(text.replace(found, becomes, 1), encoding="utf-8")
    with pytest.raises(ModelError, match=f"{SHEET}.*{says}"):
        baseline_in(folder)


def test_a_baseline_without_lines_has_none() -> None:
    """They are optional: the bridge is drawn, and nothing is shown behind it."""
    listed = {name: row for name, row in SHEETS["tables"].rows.items() if row["role"] != LINES}
    assert baseline_of(changed(SHEETS, "tables", lambda rows: {name: rows[name] for name in listed})).details == ()


def test_a_difference_of_no_line_is_refused(tmp_path: Path) -> None:
    damaged = Path(shutil.copy(FOLDER / PRESENT_ID / CAUSES, tmp_path))
    text = damaged.read_text(encoding="utf-8")
    damaged.write_text(text.replace('"Veiledning og bruk"', '"Veiledning"', 1), encoding="utf-8")
    printed = {place[1:] for place in all_figures(PRESENT)}
    with pytest.raises(TableError, match=r"veiledning_og_bruk\.cells: there is no printed cell"):
        read_differences(damaged, printed)
