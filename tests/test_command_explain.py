"""``python -m model explain`` as an analyst's script meets it."""

import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from model import Scenario, run
from tests.baselines import PRESENT, SOLUTIONS
from tests.test_command_line import answer, refusal, table

ASKED = ("explain", "--quantity", "cost_level", "--year", "2027", "--solution", "vkp")


def steps(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    for term in node.get("terms", ()):
        yield from steps(term)


def worked_out(op: str, values: list[float]) -> float:
    first, *others = values
    outcomes = {
        "sum": lambda: math.fsum(values),
        "difference": lambda: first - math.fsum(others),
        "product": lambda: math.prod(values),
        "quotient": lambda: first / others[0],
        "maximum": lambda: max(values),
    }
    return outcomes[op]()


def test_a_tree_goes_down_to_cells_levers_and_constants() -> None:
    root = json.loads(answer("explain", "--year", "2028", "--set", "risk_margin=0.03", "--set", "underspend_rate=0.02"))
    scenario = Scenario(risk_margin=0.03, underspend_rate=0.02)
    assert root["value"] == pytest.approx(run(scenario).financing_need[2].sum(), rel=1e-9)
    assert (root["name"], root["op"], root["year"], root["solution"]) == ("financing_need", "sum", 2028, "sum")
    assert [term["solution"] for term in root["terms"]] == list(SOLUTIONS)
    for node in steps(root):
        if "terms" in node:
            values = [term["value"] for term in node["terms"]]
            assert node["value"] == pytest.approx(worked_out(node["op"], values), rel=1e-9, abs=1e-9)
        elif node["op"] == "cell":
            assert {"document", "table", "row", "column", "printed"} <= node.keys() and node["document"]
            assert float(node["printed"] or 0) == node["value"]
        elif node["op"] == "lever":
            assert node["value"] == float(scenario.value(node["path"]) or 0)
        else:
            assert node["op"] == "constant" and (node.get("record") or node.get("document"))


def test_it_starts_from_what_run_starts_from(tmp_path: Path) -> None:
    scenario = Scenario(extra_volume=0.02)
    file = tmp_path / "scenario.json"
    file.write_text(scenario.to_json(), encoding="utf-8")
    expected = run(scenario).cost_level[1, PRESENT.at("vkp"), 0]
    for given in (("--scenario", str(file)), ("--set", "extra_volume=0.02", "--baseline", PRESENT.id)):
        assert json.loads(answer(*ASKED, *given))["value"] == pytest.approx(expected, rel=1e-9)


def test_a_group_of_solutions_is_their_sum() -> None:
    root = json.loads(answer(*ASKED[:-1], "helsenettet_inkl_vkp"))
    assert [term["solution"] for term in root["terms"]] == list(PRESENT.groups["helsenettet_inkl_vkp"])


def test_a_batch_has_a_tree_on_each_line(tmp_path: Path) -> None:
    margins = (0.0, 0.05, 0.1)
    file = tmp_path / "batch.jsonl"
    file.write_text("".join(f'{{"risk_margin": {margin}}}\n' for margin in margins))
    lines = answer(*ASKED, "--scenario", str(file)).decode().splitlines()
    trees = list(map(json.loads, lines))
    assert [tree["scenario"] for tree in trees] == [0, 1, 2]
    results = [run(Scenario(risk_margin=margin)).cost_level[1, PRESENT.at("vkp"), 0] for margin in margins]
    assert [tree["value"] for tree in trees] == pytest.approx(results, rel=1e-9)


@pytest.mark.parametrize(
    ("payer", "settings"),
    [
        ("Helse Vest", ("--set", "start=law")),
        ("4601", ()),
        ("4601", ("--vkp-users", "users.csv")),
        ("apotek_bandasjister", ()),
    ],
)
def test_what_somebody_pays_is_what_payers_gives(tmp_path: Path, payer: str, settings: tuple[str, ...]) -> None:
    (tmp_path / "users.csv").write_text("kommunenummer\n4601\n0301\n", encoding="utf-8")
    given = tuple(str(tmp_path / each) if each.endswith(".csv") else each for each in settings)
    rows = {(row["year"], row["payer"]): row["amount_mnok"] for row in table(answer("payers", *given))}
    for year in ("2026", "2028"):
        root = json.loads(answer("explain", "--quantity", payer, "--year", year, *given))
        assert root["value"] == pytest.approx(float(rows[year, payer]), rel=1e-9) and root["payer"] == payer


def test_a_tree_goes_to_a_file(tmp_path: Path) -> None:
    file = tmp_path / "tree.json"
    assert answer(*ASKED, "--output", str(file)) == b""
    assert file.read_bytes() == answer(*ASKED)


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("--quantity", "nothing"), "quantity is 'nothing'"),
        (("--year", "2025"), "year is 2025"),
        (("--year", "2031"), "year is 2031"),
        (("--solution", "nobody"), "solution is 'nobody'"),
        (("--set", "risk_margin=9"), "risk_margin is 9"),
        (("--year", "soon"), "argument --year"),
    ],
)
def test_what_does_not_exist_is_refused_in_one_line(tmp_path: Path, arguments: tuple[str, ...], named: str) -> None:
    file = tmp_path / "tree.json"
    assert refusal(*ASKED, *arguments, "--output", str(file)).startswith(named)
    assert not file.exists()


def test_who_pays_is_said_to_be_allowed_too() -> None:
    line = refusal(*ASKED, "--quantity", "Helse Tull")
    assert line.rstrip().endswith("an RHF's name or the number of a municipality.")


def test_without_a_year_it_is_refused() -> None:
    assert "--year" in refusal("explain")
