"""Every figure in data/ says where it comes from, and stands there with the digits it was printed with."""

import csv
import re
from dataclasses import fields
from pathlib import Path
from tomllib import loads

import pytest

from model import Measure, Parameter, Scenario, measures, parameters, published
from model.baseline.documents import documents
from model.baseline.keys import key_sets
from model.baseline.printed import PLAN_TABLES, TABLE_FILES
from model.baseline.published import BASELINE_ID
from model.reading.tables import DATA
from model.scenario.fields import LEVERS_BY_SOLUTION

ROOT = DATA.parent
BASELINE = DATA / "baselines" / BASELINE_ID
TABLES = sorted(DATA.rglob("*.csv"))
PRINTED = [BASELINE / f"{name}.csv" for name in TABLE_FILES]
UNITS = ("mnok", "percent", "share", "persons", "index", "nok per month", "million", "count", "name")
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
        assert row["document"] in toml("documents.toml")
        assert any(row.get(place) for place in ("table", "place", "section")), row
        assert row.get("unit") in UNITS or row.get("decision"), row
        assert not row.get("decision") or (ROOT / row["decision"]).is_file(), row


def test_every_document_says_who_made_it_and_when() -> None:
    for document in toml("documents.toml").values():
        assert set(document) == {"title", "producer", "edition", "quality"} and all(document.values())
    for language in ("nb", "nn", "en"):
        assert list(documents(language)) == list(toml("documents.toml"))


@pytest.mark.parametrize("path", PRINTED, ids=lambda path: path.name)
def test_printed_digits_are_kept(path: Path) -> None:
    for row in rows(path):
        printed = row["printed"]
        assert not printed or DIGITS.fullmatch(printed)
        cell = published().tables[row["table"], row["row"], row["column"]]
        assert (cell.digits or "") == printed
        assert f"{cell.value:.{cell.decimals}f}" == (printed or "0")


def test_shared_underspend_names_its_decision() -> None:
    for row in rows(BASELINE / "underspend_2025_shares.csv"):
        assert (ROOT / row["decision"]).is_file()


def test_facts_of_the_baseline_have_an_origin() -> None:
    facts = toml(f"baselines/{BASELINE_ID}/baseline.toml")
    for name in ("embedded_margin", "underspend_2025"):
        check_origin(facts[name]["source"], facts[name]["where"])
        assert facts[name]["unit"]


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
    assert list(parameters()) == [field.name for field in fields(Scenario)]


@pytest.mark.parametrize("parameter", parameters().values(), ids=lambda parameter: parameter.name)
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
        assert parameters()[lever].default == (1.0 if lever.endswith("realisation") else 0.0)


@pytest.mark.parametrize("measure", measures().values(), ids=lambda measure: measure.name)
def test_a_measure_has_origin_and_texts(measure: Measure) -> None:
    check_origin(measure.source, measure.where)
    for texts in (measure.label, measure.description):
        assert list(texts) == ["nb", "nn", "en"] and all(texts.values())
    assert sum(part.share for part in measure.parts) == 1 or not measure.takes_amount


def test_published_measures_fit_inside_their_cells() -> None:
    inside: dict[tuple[str, str, int], float] = {}
    for measure in measures().values():
        for part in measure.parts:
            if part.amount_mnok is not None:
                place = (part.solution, part.component, part.year)
                inside[place] = inside.get(place, 0.0) + part.amount_mnok
    decimals_of_2027 = {
        (row["solution"], row["component"], int(row["year"])): float(row["printed"])
        for row in rows(BASELINE / "chapter_2_1.csv")
    }
    for (solution, component, year), amount in inside.items():
        cell = decimals_of_2027.get((solution, component, year))
        cell = published().figure("Tabell 8", solution, component) if year == 2026 else cell
        assert cell is not None and abs(amount) <= abs(cell) + 1e-9 and amount * cell > 0, (solution, component)


def test_the_decimals_of_2027_round_to_the_plan() -> None:
    tables = {solution: table for table, solution in PLAN_TABLES.items()}
    for row in rows(BASELINE / "chapter_2_1.csv"):
        whole = published().figure(tables[row["solution"]], row["component"], str(int(row["year"]) - 1))
        assert round(float(row["printed"])) == whole


def test_key_sets_add_up_and_the_default_is_one_of_them() -> None:
    assert parameters()["keys"].default in key_sets()
    for keys in key_sets().values():
        for shares in keys.values():
            assert sum(shares.values()) == pytest.approx(1, abs=1e-12)


def test_the_regulation_and_its_key_set_hold_the_same_amounts() -> None:
    amounts = {(row["solution"], row["payer_group"]): row["printed"] for row in rows(DATA / "regulation_2026.csv")}
    weights = {
        (row["solution"], row["payer_group"]): row["weight"]
        for row in rows(DATA / "key_sets.csv")
        if row["key_set"] == "regulation_2026"
    }
    assert amounts == weights


def test_the_readme_lists_every_file() -> None:
    readme = (DATA / "README.md").read_text(encoding="utf-8")
    for path in DATA.rglob("*"):
        assert path.is_dir() or path.name in readme or path.name == "README.md", path


def test_every_decision_record_has_a_title_and_is_half_a_page() -> None:
    for path in sorted((ROOT / "docs" / "decisions").glob("01*.md")):
        text = path.read_text(encoding="utf-8")
        assert text.startswith(f"# {path.name[:4]} ") and len(text.splitlines()) < 40
