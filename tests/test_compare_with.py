"""A version held against another: nothing differs from itself, and every kind of difference is found."""

import json
import shutil
from pathlib import Path

import jsonschema
import pandas as pd
import pytest

from benchmarks.compare_with import compare, main
from benchmarks.compared_tables import Comparison, Report
from benchmarks.drawn_scenarios import drawn, fields, read_by_both, schema_of
from benchmarks.two_versions import ROOT, CannotCompare, Versions, worktree
from model import Scenario
from model.scenario.versions import renamed_path
from tests.baselines import PRESENT_ID

ROWS = pd.DataFrame(
    {"scenario": [0, 0, 1, 1], "component": list("abab"), "amount_mnok": [1.0, 2.0, 3.0, 0.0]},
).astype({"component": "category"})


def found(new: pd.DataFrame, old: pd.DataFrame = ROWS) -> Comparison:
    comparison = Comparison()
    comparison.take(old, new, "component")
    return comparison


def with_amounts(*amounts: float) -> pd.DataFrame:
    return ROWS.assign(amount_mnok=amounts)


def test_the_same_figures_are_the_same() -> None:
    comparison = found(with_amounts(1.0 + 1e-12, 2.0, 3.0, 1e-13))
    assert comparison.same and comparison.rows == 4


def test_a_figure_that_differs_is_told_with_its_place() -> None:
    comparison = found(with_amounts(1.0, 2.00001, 3.5, 0.0))
    assert comparison.differing == 2 and comparison.scenarios == {0, 1} and list(comparison.parts) == ["b", "a"]
    assert comparison.first[0].startswith("scenario 0, b: 2.0 → 2.00001")
    assert comparison.largest == 0.5 and comparison.where == "scenario 1, a: 3.0 → 3.5 (+0.5)"


def test_no_figure_where_there_was_one_is_a_difference() -> None:
    assert found(with_amounts(1.0, float("nan"), 3.0, 0.0)).differing == 1


def test_rows_in_another_order_are_the_same_and_missing_ones_are_told() -> None:
    assert found(ROWS.iloc[::-1]).same
    fewer = found(ROWS.iloc[:3])
    assert not fewer.same and fewer.rows == 3 and fewer.gone == {"rows": 1}
    assert found(ROWS, old=ROWS.iloc[:3]).added == {"rows": 1}


def test_a_column_more_is_told_and_is_no_difference() -> None:
    more = found(ROWS.assign(share=0.5))
    assert more.same and more.added == {"share": 1}
    fewer = found(ROWS, old=ROWS.assign(share=0.5))
    assert not fewer.same and fewer.gone == {"share": 1}


def test_a_table_of_words_holds_no_figure() -> None:
    words = pd.DataFrame({"scenario": [0, 0], "document": ["a", "b"], "title": ["A", "B"]})
    assert found(words, old=words.iloc[:1]).same and found(words).rows == 0


def test_the_changelog_says_what_changed_or_none() -> None:
    report = Report(2)
    report.take("run", ROWS, ROWS, "component")
    assert list(report.changelog()) == ["None."]
    report.take("run", ROWS, with_amounts(1.0, 2.5, 3.0, 0.0), "component")
    (line,) = report.changelog()
    assert line.startswith("- `run`: 1 of 8 figures in 1 of 2 scenarios (b), by at most 0.5: scenario 0, b: 2.0 → 2.5")
    report.take("payers", b"", "x.jsonl, line 3: risk_margin is 1.")
    assert "new: x.jsonl, line 3" in list(report.changelog())[-1] and not report.same


def test_what_both_refuse_is_no_comparison() -> None:
    with pytest.raises(CannotCompare, match="Both versions refuse"):
        Report(1).take("run", "line 1: no.", "line 1: no.")


def test_the_drawn_scenarios_are_valid_and_use_every_field() -> None:
    schema = schema_of(ROOT)
    both = read_by_both(schema, schema)
    scenarios = drawn(both, 400, seed=1)
    assert scenarios == drawn(both, 400, seed=1) != drawn(both, 400, seed=2)
    valid = jsonschema.Draft202012Validator(schema)
    used: set[str] = set()
    for each in scenarios:
        assert valid.is_valid(each)
        Scenario.from_mapping(each)
        used |= set(Scenario.from_mapping(each).departures())
    assert scenarios[0] == {"version": max(schema["properties"]["version"]["enum"])}
    leaves = {path for path in fields(schema) if not any(other.startswith(f"{path}.") for other in fields(schema))}
    leaves = {renamed_path(path) for path in leaves if path != "projects"}  # they move none of the figures compared
    one_name = {path for path in leaves if path.startswith("keys.helsenettet.")}  # kept under its two parts
    assert leaves - {"version", "baseline"} - one_name <= used


def test_a_field_that_only_one_version_reads_is_not_drawn() -> None:
    schema = json.loads(json.dumps(schema_of(ROOT)))
    del schema["properties"]["by_solution"]["properties"]["vkp"]
    schema["properties"]["risk_margin"]["maximum"] = 0.01
    schema["properties"]["keys"]["anyOf"][0]["enum"].remove("proposal_2021")
    both = read_by_both(schema_of(ROOT), schema)
    assert all(jsonschema.Draft202012Validator(schema).is_valid(each) for each in drawn(both, 200, seed=3))


def test_head_does_not_differ_from_itself(tmp_path: Path) -> None:
    with worktree("HEAD") as old:
        report = compare(Versions(old, old, tmp_path), scenarios=30, exported=1, seed=7)
    assert report.same and list(report.changelog()) == ["None."]
    assert report.comparisons["payers"].rows > 30 * 4 * 357 and report.comparisons["exports data, payers"].rows > 357
    assert any(command.startswith("solve") for command in report.comparisons)


def test_a_doctored_amount_is_found(tmp_path: Path) -> None:
    doctored, folder = tmp_path / "doctored", tmp_path / "written"
    folder.mkdir()
    for room in ("model", "charts", "exports", "texts", "data", "static"):
        shutil.copytree(ROOT / room, doctored / room)
    measures = doctored / "data" / "baselines" / PRESENT_ID / "measures.csv"
    before, printed = measures.read_text(encoding="utf-8"), "efficiency,2026,-12.8"
    assert printed in before
    measures.write_text(before.replace(printed, "efficiency,2026,-12.7"), encoding="utf-8")
    report = compare(Versions(ROOT, doctored, folder), scenarios=30, exported=0, seed=7)
    assert not report.same and report.comparisons["run"].differing and "efficiency" in report.comparisons["run"].parts
    assert any("e_resept" in line for line in report.lines()) and list(report.changelog()) != ["None."]


def test_an_unknown_revision_is_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["no-such-revision"]) == 2
    assert capsys.readouterr().err.startswith("'no-such-revision' is no revision that git can lay out")
