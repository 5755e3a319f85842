"""Damaged data: every damage is one TableError that names file, row and column."""

import shutil
from pathlib import Path

import pytest

from model import ModelError, TableError
from model.baseline.measures import read_measures
from model.baseline.parameters import read_parameters
from model.baseline.printed import read_printed
from model.baseline.published import BASELINE_ID, read_published
from model.checks.printed_cells import read_differences
from model.reading.tables import DATA, ColumnRule, table_rows

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


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the baseline that a test may damage."""
    return Path(shutil.copytree(DATA / "baselines" / BASELINE_ID, tmp_path / BASELINE_ID))


@pytest.mark.parametrize(
    ("file", "found", "becomes"),
    [
        ("tabell_8.csv", "helsenorge,investment,13.1", "helsenorge,investment,many"),
        ("tabell_8.csv", "helsenorge,investment,13.1", "altinn,investment,13.1"),
        ("tabell_8.csv", "helsenorge,investment,13.1,mnok", "helsenorge,investment,13.1,nok"),
        ("tabell_15.csv", "Tabell 15,vkp,2025", "Tabell 15,vkp,2024"),
        ("tabell_16_21.csv", "Tabell 19", "Tabell 22"),
        ("chapter_2_1.csv", "kjernejournal,investment", "kjernejournal,savings"),
        ("underspend_2025_shares.csv", "e_resept,e_resept", "e_resept,altinn"),
        ("baseline.toml", "value = 73.5", "value = "),
        ("baseline.toml", "value = 73.5", 'value = "73.5"'),
        ("baseline.toml", "[underspend_2025]", "[underspend]"),
        ("baseline.toml", "nn = ", "se = "),
    ],
)
def test_a_damaged_baseline_is_refused(folder: Path, file: str, found: str, becomes: str) -> None:
    damaged = folder / file
    text = damaged.read_text(encoding="utf-8")
    assert found in text
    damaged.write_text(text.replace(found, becomes), encoding="utf-8")
    with pytest.raises(TableError, match=file):
        read_published(folder)


def test_a_missing_file_is_refused(folder: Path) -> None:
    (folder / "tabell_2.csv").unlink()
    with pytest.raises(TableError, match=r"tabell_2\.csv"):
        read_published(folder)
    with pytest.raises(TableError, match=r"tabell_2\.csv"):
        read_printed(folder / "tabell_2.csv")


@pytest.mark.parametrize(
    ("found", "becomes"),
    [
        ("low = 0.0", 'low = "none"'),
        ("default = 0.05", ""),
        ('kind = "number"', 'kind = "colour"'),
        ('source = "assumption"', "source = 7"),
        ("step = 0.005", "pace = 0.005"),
        ('nn = "Risikomargin', 'se = "Risikomargin'),
    ],
)
def test_damaged_parameters_are_refused(tmp_path: Path, found: str, becomes: str) -> None:
    check_damage("parameters.toml", tmp_path, found, becomes, read_parameters)


@pytest.mark.parametrize(
    ("found", "becomes"),
    [
        ("scale_high = 3.0", ""),
        ("enabled = true", 'enabled = "no"'),
        ("enabled = true", ""),
        ('solution = "kjernejournal"', 'solution = "altinn"'),
        ('component = "investment"', 'component = "savings"'),
        ("year = 2026", "year = 1999"),
        ("amount_mnok = 17.5", 'amount_mnok = "much"'),
        ("parts = [{", "pieces = [{"),
        ('nn = "Pasientens', 'se = "Pasientens'),
    ],
)
def test_damaged_measures_are_refused(tmp_path: Path, found: str, becomes: str) -> None:
    check_damage("measures.toml", tmp_path, found, becomes, read_measures)


def test_damaged_differences_are_refused(tmp_path: Path) -> None:
    name = f"baselines/{BASELINE_ID}/differences.toml"
    check_damage(name, tmp_path, '["Tabell 15", "sum", "2026"]', '["Tabell 15", "sum", "1926"]', read_differences)


def check_damage(name: str, folder: Path, found: str, becomes: str, read: object) -> None:
    """Reads a data file with one place changed, which must be refused."""
    text = (DATA / name).read_text(encoding="utf-8")
    assert found in text
    damaged = folder / Path(name).name
    damaged.write_text(text.replace(found, becomes, 1), encoding="utf-8")
    with pytest.raises(TableError, match=damaged.name):
        read(damaged)  # type: ignore[operator]
