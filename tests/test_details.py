"""The lines of Tabell 9–14: they hold together as printed, or the print's own slip is recorded."""

import csv
import shutil
from pathlib import Path

import pytest

from model import DetailLine, DetailTable, TableError, details, known_differences, measures, published
from model.baseline.axes import PUBLISHED_STEPS
from model.baseline.details import LINE_COUNTS, read_details
from model.baseline.published import BASELINE_ID
from model.checks.printed_cells import read_differences
from model.reading.tables import DATA

BASELINE = DATA / "baselines" / BASELINE_ID
FILE = BASELINE / "tabell_9_14_lines.csv"
EXACT = 1e-9  # MNOK; sums of figures with one decimal, in binary fractions
TENTH = 0.05  # printed with one decimal
COST_LEVEL = ("available", *PUBLISHED_STEPS)
ADDS_UP = {"cost_level": COST_LEVEL, "financing_need": (*COST_LEVEL, "returned_funds")}
"""The columns that are sums across, and of which."""

SUMS = [(table, row) for table in details() for row in table.solutions if (table.table, row) in LINE_COUNTS]
SHARED = {"Tabell 9": 8.3, "Tabell 10": 6.2, "Tabell 11": 6.5, "Tabell 12": 10.5, "Tabell 13": 23.0}


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
    return next(table for table in details() if table.table == name)


def recorded() -> set[tuple[str, str, str]]:
    """The lines that are known not to add up, as (table, line, column)."""
    return {line for difference in known_differences().values() for line in difference.lines}


def test_the_tables_belong_to_the_figures() -> None:
    assert [(table.table, table.group, table.solutions) for table in details()] == [
        ("Tabell 9", "helsenorge", ("helsenorge",)),
        ("Tabell 10", "kjernejournal", ("kjernejournal",)),
        ("Tabell 11", "e_resept", ("e_resept",)),
        ("Tabell 12", "grunndata_helseid", ("grunndata_helseid",)),
        ("Tabell 13", "helsenettet_inkl_vkp", ("vkp", "helsenettet_eksterne", "helsenettet_felles")),
        ("Tabell 14", "helsenettet_inkl_vkp", ("helsenettet_felles",)),
    ]
    assert details() is details()


def test_every_line_has_its_printed_digits() -> None:
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    lines = [(table.table, line) for table in details() for line in table.lines]
    assert len(rows) == len(lines) == 55
    for row, (table, line) in zip(rows, lines, strict=True):
        assert (row["table"], row["line"], row["solution"]) == (table, line.name, line.solution)
        cells = {column: cell.digits for column, cell in line.cells.items()}
        assert cells == {column: row[column] for column in cells}
        assert all(f"{cell.value:.{cell.decimals}f}" == cell.digits for cell in line.cells.values())


def test_every_line_adds_up_or_is_recorded() -> None:
    differing = {
        (table.table, line.name, column)
        for table in details()
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
    lines, sums = lines_of(table, row), table.printed_sum(row)
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
        assert table.printed_sum("helsenorge")[column] == 392.1
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
    for column, printed in table.printed_sum("e_resept").items():
        assert down(subtotals, column) == pytest.approx(printed, abs=EXACT), column
    assert not any(line.subtotal for other in details() if other is not table for line in other.lines)


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
    assert -handed_over[2] == measures()["felles_til_tjenesteavtaler"].parts[0].amount_mnok


def test_measures_are_lines_where_the_print_has_them() -> None:
    for name, table, line, column in (
        ("pasientens_provesvar", "Tabell 10", "Pasientens prøvesvar", "investment"),
        ("fm_avvikling", "Tabell 11", "Forskrivningsmodulen FM", "efficiency"),
        ("preg_avvikling", "Tabell 12", "Person", "efficiency"),
    ):
        found = next(each for each in by_name(table).lines if each.name == line)
        assert found.amounts[column] == measures()[name].parts[0].amount_mnok


def test_printed_sums_are_the_published_ones() -> None:
    assert by_name("Tabell 13").sums[-1] == "helsenettet_inkl_vkp"
    for table in details():
        for row in table.sums:
            for column, amount in table.printed_sum(row).items():
                assert amount == published().figure(table.table, row, column)


@pytest.mark.parametrize(
    ("found", "becomes", "row", "column", "says"),
    [
        ("bruk,line,22.7", "bruk,line,many", 9, "available", "'many'"),
        ("bruk,line,22.7", 'bruk,line,"22,7"', 9, "available", "'22,7'"),
        ("bruk,line,22.7", "bruk,line,NaN", 9, "available", "'NaN'"),
        ("bruk,line,22.7", "bruk,sum,22.7", 9, "kind", "'sum'"),
        ("Veiledning og bruk,", ",", 9, "line", "empty"),
        ("helsenorge,8,", "altinn,8,", 9, "position", "not a row of this table"),
        ("helsenorge,8,", "helsenorge,12,", 9, "position", "not a row of this table"),
        ("helsenorge,8,", "helsenorge,7,", 9, "position", "stands already in row 8"),
        ("Tabell 9,helsenorge,8,", "Tabell 15,helsenorge,8,", 9, "position", "not a row of this table"),
        ("23.6,mnok", "23.6,nok", 9, "unit", "'nok'"),
        ("line,kind", "name,kind", 1, "line", "missing"),
        ("23.6,mnok", "23.6", None, None, "cannot be read"),
    ],
)
def test_damaged_lines_are_refused(
    tmp_path: Path, found: str, becomes: str, row: int | None, column: str | None, says: str
) -> None:
    text = FILE.read_text(encoding="utf-8")
    assert found in text
    damaged = tmp_path / FILE.name
    damaged.write_text(text.replace(found, becomes, 1), encoding="utf-8")
    with pytest.raises(TableError, match=says) as caught:
        read_details(damaged)
    assert (caught.value.file.name, caught.value.row, caught.value.column) == (FILE.name, row, column)


def test_a_missing_line_is_refused(tmp_path: Path) -> None:
    damaged = tmp_path / FILE.name
    damaged.write_text("".join(FILE.read_text(encoding="utf-8").splitlines(keepends=True)[:-1]), encoding="utf-8")
    with pytest.raises(TableError, match="the row Tabell 14 helsenettet_felles 9 is missing"):
        read_details(damaged)


def test_a_difference_of_no_line_is_refused(tmp_path: Path) -> None:
    damaged = Path(shutil.copy(BASELINE / "differences.toml", tmp_path))
    text = damaged.read_text(encoding="utf-8")
    damaged.write_text(text.replace('"Veiledning og bruk"', '"Veiledning"', 1), encoding="utf-8")
    with pytest.raises(TableError, match=r"veiledning_og_bruk\.lines: there is no printed cell"):
        read_differences(damaged)
