"""``python -m model simulate``, ``sensitivity`` and ``importance`` as an analyst's script meets them."""

import io
import json
import sys
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from model import Scenario
from model.answers.quantities import QUANTITIES
from model.commands.simulate import row_amounts
from model.uncertainty import Ranges, Wanted, default_ranges, importance, sensitivity, simulate
from tests.baselines import PLAN_YEARS, PRESENT
from tests.test_command_line import answer, refusal, table

RANGES = {"risk_margin": {"uniform": [0.02, 0.08]}, "index_rate": {"triangular": [0.02, 0.03, 0.05]}}
TOLD = ("P5", "P15", "P50", "P85", "P95", "mean")


@pytest.fixture
def ranges_file(tmp_path: Path) -> str:
    """A file with ranges."""
    file = tmp_path / "ranges.json"
    file.write_text(json.dumps(RANGES), encoding="utf-8")
    return str(file)


def ranges() -> Ranges:
    return Ranges.of(RANGES, PRESENT)


def test_simulate_gives_quantiles_and_mean_of_every_quantity_and_year(ranges_file: str) -> None:
    call = ("simulate", "--ranges", ranges_file, "--draws", "2000", "--seed", "7", "--set", "underspend_rate=0.02")
    rows = table(answer(*call))
    assert list(rows[0]) == ["year", "quantity", "quantile", "amount_mnok"]
    labels = [(int(row["year"]), row["quantity"], row["quantile"]) for row in rows]
    assert labels == list(product(PLAN_YEARS, QUANTITIES, TOLD))
    found = simulate(ranges(), 2000, 7, Scenario(underspend_rate=0.02))
    assert [float(row["amount_mnok"]) for row in rows] == row_amounts(found).tolist()
    assert answer(*call) == answer(*call)
    for at in range(0, len(rows), len(TOLD)):
        quantiles = [float(row["amount_mnok"]) for row in rows[at : at + len(TOLD) - 1]]
        assert quantiles == sorted(quantiles)


def test_simulate_of_a_payer_with_the_share_above_an_amount(ranges_file: str) -> None:
    call = ("simulate", "--ranges", ranges_file, "--quantity", "Helse Vest", "--quantity", "4601", "--exceeds", "25")
    rows = table(answer(*call, "--draws", "500", "--last-year", "2027"))
    assert [row["quantile"] for row in rows[:7]] == [*TOLD, "p_exceeds"]
    assert {row["quantity"] for row in rows} == {"Helse Vest", "4601"} and rows[-1]["year"] == "2027"
    wanted = Wanted(("Helse Vest", "4601"), 2027, exceeds=25.0)
    found = simulate(ranges(), 500, 1, wanted=wanted)
    assert found.exceeding is not None
    told = [float(row["amount_mnok"]) for row in rows if row["quantile"] == "p_exceeds"]
    assert told == found.exceeding.T.ravel().tolist()


def test_without_ranges_the_baselines_own_are_drawn_from() -> None:
    rows = table(answer("simulate", "--draws", "300", "--quantity", "financing_need"))
    expected = simulate(default_ranges(PRESENT).ranges, 300, 1, wanted=Wanted(("financing_need",)))
    assert [float(row["amount_mnok"]) for row in rows] == row_amounts(expected).tolist()


def test_json_and_parquet_hold_the_rows_of_csv(ranges_file: str) -> None:
    for call in (("simulate", "--draws", "50"), ("sensitivity",), ("importance", "--draws", "50")):
        full = (*call, "--ranges", ranges_file)
        rows = [{name: _number(text) for name, text in row.items()} for row in table(answer(*full))]
        assert json.loads(answer(*full, "--format", "json")) == rows
        assert pq.read_table(io.BytesIO(answer(*full, "--format", "parquet"))).to_pylist() == rows


def _number(text: str) -> int | float | str:
    try:
        return int(text) if text.isdecimal() else float(text)
    except ValueError:
        return text


def test_sensitivity_and_importance_are_those_of_the_model(ranges_file: str) -> None:
    common = ("--ranges", ranges_file, "--year", "2027", "--quantity", "kommuner", "--set", "underspend_rate=0.02")
    from model.uncertainty import Figure

    scenario, figure = Scenario(underspend_rate=0.02), Figure("kommuner")
    rows = table(answer("sensitivity", *common, "--draws", "9", "--seed", "4"))
    assert list(rows[0]) == ["lever", "low", "high", "effect_low_mnok", "effect_high_mnok"]
    expected = sensitivity(ranges(), 2027, scenario, figure)
    assert [(row["lever"], float(row["effect_high_mnok"])) for row in rows] == [
        (each.lever, each.effect_high_mnok) for each in expected
    ]
    rows = table(answer("importance", *common, "--draws", "900", "--seed", "4"))
    assert list(rows[0]) == ["lever", "share"]
    assert [(row["lever"], float(row["share"])) for row in rows] == [
        (each.lever, each.share) for each in importance(ranges(), 900, 4, 2027, scenario, figure)
    ]


def test_a_batch_has_the_scenario_in_front(ranges_file: str, tmp_path: Path) -> None:
    batch = tmp_path / "batch.jsonl"
    batch.write_text('{}\n{"underspend_rate": 0.03}\n')
    for call in (("simulate", "--draws", "50"), ("sensitivity",), ("importance", "--draws", "50")):
        rows = table(answer(*call, "--ranges", ranges_file, "--scenario", str(batch)))
        assert next(iter(rows[0])) == "scenario"
        for number, settings in enumerate(((), ("--set", "underspend_rate=0.03"))):
            alone = table(answer(*call, "--ranges", ranges_file, *settings))
            own = [{**row} for row in rows if row["scenario"] == str(number)]
            assert [{name: text for name, text in row.items() if name != "scenario"} for row in own] == alone


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("simulate", "--draws", "0"), "draws is 0; it must be a whole number from 1 to 1000000000."),
        (("simulate", "--draws", "1.5"), "--draws"),
        (("importance", "--seed", "-1"), "seed is -1; it must be a whole number from 0 to"),
        (("simulate", "--exceeds", "nan"), "exceeds is nan; it must be a number, in MNOK."),
        (("simulate", "--quantity", "Helse Norsk"), "quantity is 'Helse Norsk'"),
        (("simulate", "--last-year", "2031"), "last_year is 2031; it must lie between 2026 and 2030."),
        (("sensitivity", "--year", "2025"), "year is 2025; it must be one of 2026, 2027, 2028, 2029, 2030."),
        (("simulate", "--ranges", "/nowhere.json"), "/nowhere.json cannot be read: No such file or directory."),
    ],
)
def test_what_cannot_be_asked_is_refused(refused: Callable[..., str], arguments: tuple[str, ...], says: str) -> None:
    assert says in refused(*arguments)


@pytest.mark.parametrize("command", ["simulate", "sensitivity", "importance"])
@pytest.mark.parametrize(
    ("content", "says"),
    [
        ('{"risk_margin": {"uniform": [0, 0.2]}}', "risk_margin.uniform is 0.2; it must lie between 0 and 0.15."),
        ('{"risk_margin": {"uniform": [0.1, 0.05]}}', "low must not be above high."),
        ('{"risk": {"uniform": [0, 0.1]}}', "but there is no such lever; allowed are"),
        ("{", "it must be JSON in UTF-8."),
        ('{"measures.ehds.enabled": {"fixed": true}}', "measures.ehds.amount_mnok is None"),
    ],
)
def test_a_ranges_file_that_cannot_be_is_refused(
    refused: Callable[..., str], tmp_path: Path, command: str, content: str, says: str
) -> None:
    file = tmp_path / "ranges.json"
    file.write_text(content, encoding="utf-8")
    assert says in refused(command, "--ranges", str(file))


def test_a_scenario_of_a_batch_that_does_not_go_with_the_ranges_is_named(tmp_path: Path) -> None:
    file, batch = tmp_path / "ranges.json", tmp_path / "batch.jsonl"
    file.write_text('{"measures.ehds.enabled": {"fixed": true}}')
    batch.write_text('{"measures": {"ehds": {"enabled": true, "amount_mnok": 10}}}\n{}\n')
    line = refusal("simulate", "--ranges", str(file), "--scenario", str(batch))
    assert "batch.jsonl, line 2: measures.ehds.amount_mnok is None" in line


def test_without_dask_it_is_said_what_to_install(refused: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    line = refused("simulate", "--dask", "tcp://127.0.0.1:1")
    assert line == (
        "--dask needs Dask distributed, which is not installed here: pip install -r requirements-dask.txt.\n"
    )


def test_most_commands_load_neither_scipy_nor_dask_nor_random_numbers() -> None:
    from tests.test_architecture import loaded

    slow = ("scipy", "distributed", "numpy.random", "model.uncertainty")
    assert not loaded("import model.commands.command_line, model", *slow)
    assert loaded("import model.uncertainty", *slow) == {"numpy.random", "model.uncertainty"}
