"""Every figure in data/ says where it comes from, and stands there with the digits it was printed with."""

import csv
import re
from dataclasses import fields
from itertools import product
from pathlib import Path
from tomllib import loads

import pytest

from model import Measure, Parameter, Scenario, parameters
from model.baseline.axes import PUBLISHED_STEPS
from model.baseline.documents import documents
from model.baseline.printed import PLAN_CHANGES, PrintedTable
from model.reading.tables import DATA
from model.scenario.fields import LEVERS_BY_SOLUTION
from tests.baselines import PRESENT, figure

ROOT = DATA.parent
BASELINE = DATA / "baselines" / PRESENT.id
TABLES = sorted(path for path in DATA.rglob("*.csv") if path.name != "relations.csv")  # names figures, has none
WITH_PLACES = [
    BASELINE / f"{name}.csv" for name in ("baseline", "bridge", "plan", "measures", "law", "groups", "tables")
]
UNITS = ("mnok", "percent", "share", "persons", "index", "nok", "nok per month", "million", "count", "name")
DIGITS = re.compile(r"-?\d+(\.\d+)?")
DECISION = re.compile(r"docs/decisions/[\w-]+\.md")


def toml(name: str) -> dict[str, dict[str, object]]:
    return loads((DATA / name).read_text(encoding="utf-8"))


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def check_origin(source: object, where: object) -> None:
    """A source is a document, or an assumption whose decision record is there."""
    assert isinstance(source, str) and isinstance(where, str)
    decisions = DECISION.findall(where)
    assert source in toml("documents.toml") or (source == "assumption" and decisions)
    assert all((ROOT / decision).is_file() for decision in decisions), where


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.name)
def test_every_row_has_document_and_place(path: Path) -> None:
    for row in rows(path):
        if path.parent.parent == BASELINE.parent and path not in WITH_PLACES:
            continue  # what is printed in one table has its document in the sheet ``tables``
        if "row" in row:
            check_sheet_row(path.stem, row)
            continue
        assert row["document"] in toml("documents.toml")
        assert any(row.get(place) for place in ("table", "place", "section")), row
        assert row.get("unit") in UNITS or row.get("decision"), row
        assert not row.get("decision") or (ROOT / row["decision"]).is_file(), row


def check_sheet_row(sheet: str, row: dict[str, str]) -> None:
    """What is written in a row of a sheet comes from a document, or is an assumption with its decision."""
    written = any(row[column] for column in row if column not in ("row", "document", "place"))
    if sheet == "baseline" and row["row"] == "id":
        return
    if written:
        assert row["document"] in toml("documents.toml") or row["document"] == "assumption", row
    if row["document"] == "assumption":
        check_origin(row["document"], row["place"])


def test_the_weights_of_the_underspend_are_what_was_available() -> None:
    """An assumption, docs/decisions/0106; the clearing line's part is borne by the external services."""
    weights = {row["row"]: float(row["underspend_weight"] or 0) for row in rows(BASELINE / "bridge.csv")}
    available = dict(zip(PRESENT.solutions, PRESENT.available.tolist(), strict=True))
    for solution in ("helsenorge", "e_resept", "grunndata_helseid"):
        assert weights.pop(solution) == available[solution]
    together = available["helsenettet_eksterne"] + available["helsenettet_felles"]
    assert weights.pop("helsenettet_eksterne") == pytest.approx(together) and not any(weights.values())


def test_every_document_says_who_made_it_and_when() -> None:
    for document in toml("documents.toml").values():
        assert document.keys() - {"names_only", "short"} == {"title", "producer", "edition", "quality"} and all(
            document.values()
        )
    for language in ("nb", "nn", "en"):
        assert list(documents(language)) == list(toml("documents.toml"))


@pytest.mark.parametrize("table", PRESENT.tables, ids=lambda table: table.id)
def test_printed_digits_are_kept(table: PrintedTable) -> None:
    for row in rows(BASELINE / f"{table.id}.csv"):
        for column in row.keys() - {"row"}:
            printed, cell = row[column], PRESENT.cells[table.label, row["row"], column]
            assert not printed or DIGITS.fullmatch(printed)
            assert (cell.digits or "") == printed
            assert f"{cell.value:.{cell.decimals}f}" == (printed or "0")


@pytest.mark.parametrize("step", PUBLISHED_STEPS)
def test_the_bridge_is_what_is_printed(step: str) -> None:
    for at, solution in enumerate(PRESENT.solutions):
        assert PRESENT.changes[0, PUBLISHED_STEPS.index(step), at] == figure("Tabell 8", solution, step)
        assert PRESENT.available[at] == figure("Tabell 8", solution, "available")
        assert PRESENT.returned[at] == -figure("Tabell 8", solution, "returned_funds")


def test_the_plan_is_what_is_printed() -> None:
    """A column takes effect the year after; chapter 2.1 has decimals of 2027 that the tables round."""
    tables = {table.about: table.label for table in PRESENT.tables if table.role == PLAN_CHANGES}
    of_chapter_2_1 = {("helsenorge", 2027): 16.1, ("kjernejournal", 2027): 4.1}
    for year, (step, (at, solution)) in product(
        PRESENT.years[1:], product(PUBLISHED_STEPS, enumerate(PRESENT.solutions))
    ):
        change = PRESENT.changes[PRESENT.years.index(year), PUBLISHED_STEPS.index(step), at]
        cell = PRESENT.cells.get((tables.get(solution, ""), step, str(year - 1)))
        printed = 0.0 if cell is None else cell.value
        if step == "investment" and (solution, year) in of_chapter_2_1:
            assert change == of_chapter_2_1[solution, year] and round(change) == printed
        else:
            assert change == printed


def test_rules_of_the_payers_have_an_origin() -> None:
    for rule in toml("payers/payers.toml").values():
        check_origin(rule["source"], rule["where"])
        assert rule["unit"]


@pytest.mark.parametrize("name", ["kommunehelse_2026", "rhf_2026"])
def test_an_estimate_or_a_stand_in_names_its_decision(name: str) -> None:
    for row in rows(DATA / "payers" / f"{name}.csv"):
        assert bool(row["decision"]) == (row["quality"] in ("estimated", "proxy")), row


def test_the_published_volumes_stand_in_their_words() -> None:
    for row in rows(DATA / "payers" / "volumes.csv"):
        assert row["stated"].startswith("«") and (row["at_least"] == "yes") == (
            "+" in row["stated"] or "Mer" in row["stated"]
        )


def test_parameters_are_the_fields_of_a_scenario() -> None:
    assert list(parameters(PRESENT)) == [
        field.name for field in fields(Scenario) if field.init and field.name != "figures"
    ]


@pytest.mark.parametrize("parameter", parameters(PRESENT).values(), ids=lambda parameter: parameter.name)
def test_a_parameter_has_origin_unit_range_and_texts(parameter: Parameter) -> None:
    check_origin(parameter.source, parameter.where)
    assert parameter.unit and parameter.group
    for texts in (parameter.label, parameter.short, parameter.description):
        assert list(texts) == ["nb", "nn", "en"] and all(texts.values())
    if parameter.kind in ("number", "integer"):
        assert parameter.low <= parameter.default <= parameter.high and parameter.step > 0
        assert getattr(Scenario(), parameter.name) == parameter.default
    if parameter.kind == "choice":
        assert parameter.default in parameter.choices


def test_levers_by_solution_are_parameters_and_neutral_at_their_default() -> None:
    for lever in LEVERS_BY_SOLUTION:
        assert parameters(PRESENT)[lever].default == (1.0 if lever.endswith("realisation") else 0.0)


@pytest.mark.parametrize("measure", PRESENT.measures.values(), ids=lambda measure: measure.name)
def test_a_measure_has_origin_and_texts(measure: Measure) -> None:
    check_origin(measure.source, measure.where)
    for texts in (measure.label, measure.description):
        assert list(texts) == ["nb", "nn", "en"] and all(texts.values())
    assert sum(part.share for part in measure.parts) == 1 or not measure.takes_amount


def test_published_measures_fit_inside_their_cells() -> None:
    inside: dict[tuple[str, str, int], float] = {}
    for measure in PRESENT.measures.values():
        for part in measure.parts:
            if part.amount_mnok is not None:
                place = (part.solution, part.component, part.year)
                inside[place] = inside.get(place, 0.0) + part.amount_mnok
    for (solution, component, year), amount in inside.items():
        if component in PUBLISHED_STEPS:
            at = PRESENT.years.index(year), PUBLISHED_STEPS.index(component), PRESENT.at(solution)
            cell = PRESENT.changes[at]
            assert abs(amount) <= abs(cell) + 1e-9 and amount * cell > 0, (solution, component)


def test_key_sets_add_up_and_the_default_is_one_of_them() -> None:
    assert parameters(PRESENT)["keys"].default in PRESENT.key_sets
    for keys in PRESENT.key_sets.values():
        for shares in keys.values():
            assert sum(shares.values()) == pytest.approx(1, abs=1e-12)


def test_the_regulation_and_its_key_set_hold_the_same_amounts() -> None:
    amounts = {
        tuple(row["row"].split(".")): row["amount_mnok"] for row in rows(BASELINE / "law.csv") if row["amount_mnok"]
    }
    weights = {
        (row["solution"], row["payer_group"]): row["weight"]
        for row in rows(DATA / "key_sets.csv")
        if row["key_set"] == "regulation_2026"
    }
    assert amounts == weights


def test_the_readme_lists_every_file() -> None:
    readme = (DATA / "README.md").read_text(encoding="utf-8")
    printed = {f"{table.id}{kind}.csv" for table in PRESENT.tables for kind in ("", "_lines")}
    sheets = {f"{name}.csv" for name in ("baseline", "bridge", "plan", "measures", "moved", "law", "groups", "tables")}
    for path in DATA.rglob("*"):
        if path.parent == BASELINE and path.name in printed | sheets:
            assert path.name in printed or f"| {path.stem} |" in readme
            continue
        assert path.is_dir() or path.name in readme or path.name == "README.md", path


def test_every_decision_record_has_a_title_and_is_half_a_page() -> None:
    for path in sorted((ROOT / "docs" / "decisions").glob("01*.md")):
        text = path.read_text(encoding="utf-8")
        assert text.startswith(f"# {path.name[:4]} ") and len(text.splitlines()) < 40
