"""Damaged data: every damage is one TableError that names file, row and column."""

from pathlib import Path

import pytest

from model import ModelError, TableError
from model.baseline.parameters import read_parameters
from model.checks.all_figures import all_figures
from model.checks.causes import read_differences
from model.reading.tables import DATA, ColumnRule, table_rows
from tests.baselines import PRESENT

DAMAGED = Path(__file__).parent / "damaged"
COLUMNS = {
    "solution": ColumnRule(allowed=("vkp", "e_resept")),
    "year": ColumnRule(),
    "printed": ColumnRule(number=True),
}
EXPECTED = {("vkp", "2026"), ("e_resept", "2026")}


@pytest.mark.parametrize(
    ("name", "row", "column", "says"),
    [
        ("missing_column", 1, "year", "missing"),
        ("extra_column", 1, "note", "not known"),
        ("column_twice", 1, None, "twice"),
        ("text_for_number", 3, "printed", "'many'"),
        ("decimal_comma", 3, "printed", "'18,2'"),
        ("not_a_number", 2, "printed", "'NaN'"),
        ("infinite", 3, "printed", "'inf'"),
        ("empty_cell", 2, "printed", "empty"),
        ("row_twice", 4, "year", "stands already in row 2"),
        ("unknown_solution", 3, "solution", "'altinn'"),
        ("unknown_row", 4, "year", "not a row of this table"),
        ("missing_row", None, "year", "e_resept 2026 is missing"),
        ("short_row", None, None, "cannot be read"),
        ("empty_file", None, None, "cannot be read"),
        ("not_utf_8", None, None, "cannot be read"),
        ("no_such_file", None, None, "cannot be read"),
    ],
)
def test_a_damaged_table_is_refused(name: str, row: int | None, column: str | None, says: str) -> None:
    with pytest.raises(TableError) as caught:
        table_rows(DAMAGED / f"{name}.csv", COLUMNS, ("solution", "year"), EXPECTED)
    assert (caught.value.file.name, caught.value.row, caught.value.column) == (f"{name}.csv", row, column)
    assert says in str(caught.value) and f"{name}.csv" in str(caught.value)
    assert isinstance(caught.value, ModelError)


def test_a_whole_table_is_read_as_text() -> None:
    rows = table_rows(DAMAGED / "whole.csv", COLUMNS, ("solution", "year"), EXPECTED)
    assert rows == (
        {"solution": "vkp", "year": "2026", "printed": "31.0"},
        {"solution": "e_resept", "year": "2026", "printed": "-18.2"},
    )


@pytest.mark.parametrize(
    ("found", "becomes"),
    [
        ("low = 0.0", 'low = "none"'),
        ("default = 0.0\n", ""),
        ('kind = "number"', 'kind = "colour"'),
        ('source = "assumption"', "source = 7"),
        ("step = 0.005", "pace = 0.005"),
        ('nn = "Risikomargin', 'se = "Risikomargin'),
    ],
)
def test_damaged_parameters_are_refused(tmp_path: Path, found: str, becomes: str) -> None:
    check_damage("parameters.toml", tmp_path, found, becomes, lambda path: read_parameters(path, PRESENT))


def test_damaged_differences_are_refused(tmp_path: Path) -> None:
    name, here, nowhere = (
        f"baselines/{PRESENT.id}/beside/causes.toml",
        '["Tabell 15", "sum", "2026"]',
        '["Tabell 15", "sum", "1926"]',
    )
    printed = {place[1:] for place in all_figures(PRESENT)}
    check_damage(name, tmp_path, here, nowhere, lambda path: read_differences(path, printed))


def check_damage(name: str, folder: Path, found: str, becomes: str, read: object) -> None:
    """Reads a data file with one place changed, which must be refused."""
    text = (DATA / name).read_text(encoding="utf-8")
    assert found in text
    damaged = folder / Path(name).name
    damaged.write_text(text.replace(found, becomes, 1), encoding="utf-8")
    with pytest.raises(TableError, match=damaged.name):
        read(damaged)  # type: ignore[operator]
