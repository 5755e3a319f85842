"""The commands that are about baselines: list, template, check, install and diff."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from model import Scenario, presets, run
from model.baseline import installed
from model.baseline.baseline import Baseline
from model.baseline.installed import baseline_from, baseline_in
from model.baseline.making import baseline_of
from model.baseline.workbook import workbook_sheets
from model.checks.changed_cells import diff
from model.checks.reconcile import reconcile
from model.commands.command_line import main
from model.template import template
from tests.baselines import (
    INVENTED,
    INVENTED_SHEETS,
    PRESENT,
    PRESENT_ID,
    SHEETS,
    as_folder,
    changed,
    spring_2026,
    spring_2026_sheets,
)

Refused = Callable[..., str]
CHECKED = ["source", "table", "cell", "printed", "recomputed", "difference", "explained_by_rounding", "cause"]
CHANGED = ["table", "row", "column", "a", "b", "difference", "price_year_a", "price_year_b"]
LARGEST_FLAW = 1e-9


@pytest.fixture
def answered(capsysbinary: pytest.CaptureFixture[bytes]) -> Callable[..., list[dict[str, str]]]:
    """The rows of a command's CSV."""

    def rows_of(*arguments: str) -> list[dict[str, str]]:
        assert main(arguments) == 0
        written = capsysbinary.readouterr()
        assert written.err == b""
        return list(csv.DictReader(io.StringIO(written.out.decode())))

    return rows_of


Answered = Callable[..., list[dict[str, str]]]


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """The present baseline as a filled workbook."""
    file = tmp_path / "filled.xlsx"
    assert main(["template", "--filled", "--output", str(file)]) == 0
    return file


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place of its own that baselines are installed in."""
    folder = tmp_path / "data" / "baselines"
    folder.mkdir(parents=True)
    monkeypatch.setattr(installed, "FOLDER", folder)
    return folder


def test_the_installed_baselines_are_listed(answered: Answered) -> None:
    (row,) = [row for row in answered("baselines") if row["id"] == PRESENT_ID]
    assert list(row) == ["id", "title", "base_year", "first_year", "last_year"]
    assert (row["title"], row["base_year"], row["first_year"]) == (PRESENT.title["nb"], "2025", "2026")
    assert row["last_year"] == str(PRESENT.last_year)


def test_a_filled_template_is_that_baseline(filled: Path) -> None:
    assert baseline_from(str(filled)) == PRESENT
    assert baseline_from(PRESENT_ID) == PRESENT


def test_a_template_is_laid_out_as_any_baseline(tmp_path: Path, filled: Path) -> None:
    of_id, of_file = tmp_path / "of_id.xlsx", tmp_path / "of_file.xlsx"
    assert main(["template", "--baseline", PRESENT_ID, "--output", str(of_id)]) == 0
    assert main(["template", "--baseline", str(filled), "--output", str(of_file)]) == 0
    sheets = [workbook_sheets(path.read_bytes()).sheets for path in (of_id, of_file)]
    assert sheets[0] == sheets[1]


def test_a_template_needs_a_place(refused: Refused) -> None:
    assert "--output" in refused("template")


def test_a_changed_workbook_may_keep_the_installed_id(answered: Answered, tmp_path: Path) -> None:
    file = tmp_path / "changed.xlsx"
    more = changed(SHEETS, "bridge", lambda rows: rows | {"vkp": rows["vkp"] | {"investment": "37.5"}})
    file.write_bytes(template(more, filled=True))
    assert baseline_from(str(file)).id == PRESENT_ID and answered("check", str(file))


@pytest.mark.parametrize("command", ["check", "reconcile --baseline", "run --baseline", "template --filled --baseline"])
def test_a_name_that_names_nothing_is_refused_as_what_it_is(refused: Refused, tmp_path: Path, command: str) -> None:
    output = ("--output", str(tmp_path / "x.xlsx")) if command.startswith("template") else ()
    for empty in ("", " "):
        assert refused(*command.split(), empty, *output).startswith("baseline is empty; it must be one of")
    line = refused(*command.split(), str(tmp_path), *output)
    assert "a folder that is no baseline; it must hold the sheets baseline, bridge, plan" in line
    (tmp_path / "bridge.csv").write_text("row\n")
    assert refused(*command.split(), str(tmp_path), *output).startswith("sheet baseline: found no such sheet")


def test_check_holds_the_print_against_its_own_figures(answered: Answered, filled: Path) -> None:
    rows = answered("check", str(filled))
    assert list(rows[0]) == CHECKED and len(rows) > 500
    assert {row["explained_by_rounding"] for row in rows} == {"true", "false"}
    (row,) = [row for row in rows if row["table"] == "Tabell 8" and row["cell"].startswith("sum available: 7 rows")]
    assert (row["printed"], row["recomputed"], row["difference"]) == ("1115.5", "1115.6", "0.1")
    assert row["explained_by_rounding"] == "true"


def test_check_knows_the_causes_beside_an_installed_baseline() -> None:
    """Wherever the model gives otherwise than the present baseline prints, it is known why."""
    rows = reconcile(PRESENT)
    of_the_model = [row for row in rows if row.cell.endswith(": the model") and not row.explained_by_rounding]
    assert of_the_model and all(row.cause for row in of_the_model)
    assert all(abs(row.recomputed - row.printed - row.difference) < LARGEST_FLAW for row in rows)


def test_a_sum_that_does_not_add_up_is_found() -> None:
    def wrong(rows: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
        return rows | {"sum": rows["sum"] | {"investment": "36.0"}}

    rows = reconcile(baseline_of(changed(SHEETS, "tabell_8", wrong)))
    found = [
        row
        for row in rows
        if row.table == "Tabell 8" and row.cell.startswith("sum investment: helsenorge + kjernejournal")
    ]
    assert [(row.printed, row.recomputed, row.explained_by_rounding) for row in found] == [(36.0, 30.6, False)]


def test_a_baseline_without_printed_tables_has_nothing_to_check() -> None:
    assert reconcile(INVENTED["nothing optional"]()) == ()


def test_check_of_what_cannot_be_a_baseline_is_one_line(refused: Refused, tmp_path: Path) -> None:
    file = tmp_path / "empty.xlsx"
    file.write_bytes(template(SHEETS, filled=False))
    line = refused("check", str(file))
    assert line == "sheet baseline, row id, column value: found nothing; allowed is text.\n"
    file.write_bytes(b"row,value")
    assert refused("check", str(file)).startswith("the file: found a file of another kind; allowed is a workbook")
    assert "cannot be read" in refused("check", str(tmp_path / "nowhere.xlsx"))
    assert PRESENT_ID in refused("check", "nowhere")


def test_rows_come_in_every_form(answered: Answered, filled: Path, tmp_path: Path) -> None:
    rows = answered("check", str(filled))
    for form in ("json", "parquet"):
        assert main(["check", str(filled), "--format", form, "--output", str(tmp_path / form)]) == 0
    of_json = json.loads((tmp_path / "json").read_text())
    of_parquet = pq.read_table(tmp_path / "parquet").to_pylist()
    assert of_json == of_parquet and len(of_json) == len(rows)
    assert [float(row["printed"]) for row in rows] == [row["printed"] for row in of_json]


def test_what_is_installed_reads_as_the_workbook(elsewhere: Path, filled: Path) -> None:
    assert main(["install", str(filled), "--id", "igjen-2025"]) == 0
    assert [path.name for path in elsewhere.iterdir()] == ["igjen-2025"]
    again = baseline_in(elsewhere / "igjen-2025")
    assert again.id == "igjen-2025"
    for year in range(len(PRESENT.years)):
        assert again.changes[year].tolist() == PRESENT.changes[year].tolist()
    assert run(Scenario(figures=again)).financing_need.tolist() == run(Scenario()).financing_need.tolist()
    assert {place: cell.digits for place, cell in again.cells.items()} == {
        place: cell.digits for place, cell in PRESENT.cells.items()
    }
    assert again.measures == PRESENT.measures and again.law == PRESENT.law and again.details == PRESENT.details


@pytest.mark.parametrize("name", ["", ".", "../x", "Stor", "a/b", "x" * 61])
def test_what_is_no_id_is_refused(elsewhere: Path, refused: Refused, filled: Path, name: str) -> None:
    assert "--id" in refused("install", str(filled), "--id", name)
    assert not list(elsewhere.iterdir())


def test_the_id_that_is_given_stands_for_one_that_is_not(elsewhere: Path, tmp_path: Path) -> None:
    def blank(rows: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
        return rows | {"id": rows["id"] | {"value": ""}}

    file = tmp_path / "nameless.xlsx"
    file.write_bytes(template(changed(SHEETS, "baseline", blank), filled=True))
    assert main(["install", str(file), "--id", "ny"]) == 0
    assert baseline_in(elsewhere / "ny").id == "ny"


def test_what_stands_beside_the_sheets_of_a_folder_is_installed_too(elsewhere: Path) -> None:
    there = PRESENT.folder
    assert there is not None and main(["install", str(there), "--id", "igjen"]) == 0
    assert {path.name for path in there.iterdir()} == {path.name for path in (elsewhere / "igjen").iterdir()}
    assert len(presets(baseline_in(elsewhere / "igjen"))) == len(presets(PRESENT)) > 0


def test_nothing_is_installed_twice_or_in_part(elsewhere: Path, refused: Refused, filled: Path, tmp_path: Path) -> None:
    (elsewhere / "der").mkdir()
    (elsewhere / "der" / "baseline.csv").write_text("row,value\n")
    assert "which is installed already" in refused("install", str(filled), "--id", "der")
    empty = tmp_path / "empty.xlsx"
    empty.write_bytes(template(SHEETS, filled=False))
    assert "sheet baseline" in refused("install", str(empty), "--id", "ny")
    assert [path.name for path in elsewhere.rglob("*")] == ["der", "baseline.csv"]


def test_diff_has_the_years_and_the_cells_that_both_have(answered: Answered, tmp_path: Path) -> None:
    file = tmp_path / "next.xlsx"
    file.write_bytes(template(spring_2026_sheets(), filled=True))
    rows = answered("diff", PRESENT_ID, str(file))
    assert list(rows[0]) == CHANGED
    assert {(row["price_year_a"], row["price_year_b"]) for row in rows} == {("2025", "2026")}
    levels = [row for row in rows if row["table"] == "cost_level" and row["row"] == "sum"]
    assert [row["column"] for row in levels] == ["2027", "2028", "2029", "2030"]
    a, b = (
        run(Scenario(), 2030).cost_level.sum(axis=1),
        run(Scenario(figures=spring_2026()), 2030).cost_level.sum(axis=1),
    )
    assert float(levels[0]["a"]) == pytest.approx(a[1, 0]) and float(levels[0]["b"]) == pytest.approx(b[0, 0])
    kinds = list(dict.fromkeys(row["table"] for row in rows))
    assert kinds == ["cost_level", "financing_need", "payment", "Tabell 1", "Tabell 2"]
    history = [row for row in rows if row["table"] == "Tabell 1" and row["row"] == "helsenorge"]
    assert [row["column"] for row in history] == ["2024", "2025", "2026"]


def test_nothing_differs_from_itself() -> None:
    rows = diff(PRESENT, PRESENT)
    assert len(rows) > 500 and not any(row.difference for row in rows)


@pytest.mark.parametrize("name", INVENTED)
def test_any_two_can_be_compared(name: str) -> None:
    other = INVENTED[name]()
    there, back = diff(PRESENT, other), diff(other, PRESENT)
    assert {(row.table, row.row, row.column, row.difference) for row in there if row.table == "cost_level"} == {
        (row.table, row.row, row.column, -row.difference) for row in back if row.table == "cost_level"
    }


def test_a_difference_that_a_solution_makes_is_in_its_row() -> None:
    def more(rows: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
        return rows | {"vkp": rows["vkp"] | {"investment": "2.5"}}

    rows = diff(PRESENT, baseline_of(changed(SHEETS, "bridge", more)))
    differing = {(row.row, round(row.difference, 9)) for row in rows if row.table == "cost_level" and row.difference}
    assert differing == {("vkp", 2.5), ("sum", 2.5)}


@pytest.mark.parametrize(
    "command", ["run", "payers", "attribute", "solve --lever risk_margin --target 1100 --year 2028"]
)
def test_a_batch_is_of_one_baseline(refused: Refused, newer: Baseline, tmp_path: Path, command: str) -> None:
    """Its rows have one baseline's years and solutions, so nothing is written of another's."""
    batch = tmp_path / "batch.jsonl"
    batch.write_text("{}\n" * 1100 + '{"version": 1}\n')
    line = refused(*command.split(), "--scenario", str(batch))
    assert line == f"{batch}, line 1101: baseline is '{PRESENT_ID}'; it must be one of {newer.id}.\n"


@pytest.mark.parametrize("name", INVENTED)
@pytest.mark.parametrize("where", ["folder", "workbook"])
def test_every_command_takes_an_invented_baseline(answered: Answered, tmp_path: Path, name: str, where: str) -> None:
    """From a folder and from a workbook: rows of its years and solutions."""
    made, sheets, given = INVENTED[name](), INVENTED_SHEETS[name](), tmp_path / "file.xlsx"
    if where == "folder":
        given = as_folder(sheets, tmp_path / made.id)
    else:
        given.write_bytes(template(sheets, filled=True))
    chosen = ("--baseline", str(given))
    rows = answered("run", *chosen)
    assert {row["solution"] for row in rows} == set(made.solutions)
    assert {int(row["year"]) for row in rows} == set(made.plan_years)
    need = sum(float(row["amount_mnok"]) for row in rows if row["component"] == "financing_need")
    assert need == pytest.approx(float(run(Scenario(figures=made)).financing_need.sum()))
    assert sum(float(row["amount_mnok"]) for row in answered("payers", *chosen)) == pytest.approx(need)
    reasons = answered("attribute", *chosen, "--set", "risk_margin=0.02")
    assert {row["lever"] for row in reasons if float(row["amount_mnok"])} == {"margin"}
    target = ("--target", str(need / len(made.plan_years)), "--year", str(made.plan_years[1]))
    assert [row["lever"] for row in answered("solve", *chosen, "--lever", "risk_margin", *target)] == ["risk_margin"]
    explained = [row["explained_by_rounding"] == "true" for row in answered("check", str(given))]
    assert explained == [each.explained_by_rounding for each in reconcile(made)]
    assert answered("diff", str(given), str(given))


def test_an_installation_that_was_broken_off_is_no_baseline(elsewhere: Path) -> None:
    for name in ("hel", ".halv.77.unfinished"):
        (elsewhere / name).mkdir()
        (elsewhere / name / "baseline.csv").write_text("row,value\nbase_year,2030\n")
    assert list(installed.installed.__wrapped__()) == ["hel"]
