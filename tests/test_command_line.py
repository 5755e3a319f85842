"""The command line as an analyst's script meets it."""

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

from model import Scenario, run
from model.commands.rows import CHUNK
from model.commands.run import ROW_COMPONENTS, row_amounts
from tests.baselines import PRESENT, SOLUTIONS

ROOT = Path(__file__).parents[1]
ROWS = 4 * len(SOLUTIONS) * len(ROW_COMPONENTS)


def command(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """What ``python -m model`` does with some arguments and standard input."""
    call = [sys.executable, "-W", "error", "-m", "model", *arguments]
    return subprocess.run(call, cwd=ROOT, input=given, capture_output=True, timeout=60, check=False)


def answer(*arguments: str, given: bytes = b"") -> bytes:
    done = command(*arguments, given=given)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stderr == b""
    return done.stdout


def check_refusal(code: int, written: bytes, line: str) -> str:
    """The one line of a refusal, after code and lengths have been looked at."""
    assert code == 2
    assert written == b""
    assert line.endswith("\n") and line.count("\n") == 1 and len(line) <= 401
    return line


def refusal(*arguments: str, given: bytes = b"") -> str:
    """The one line that a refused command writes."""
    done = command(*arguments, given=given)
    return check_refusal(done.returncode, done.stdout, done.stderr.decode())


def table(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode())))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "scenario.json"


def test_run_gives_every_component_of_every_bridge_unrounded() -> None:
    rows = table(answer("run"))
    assert list(rows[0]) == ["year", "solution", "component", "amount_mnok"]
    assert len(rows) == ROWS and tuple(row["component"] for row in rows[: len(ROW_COMPONENTS)]) == ROW_COMPONENTS
    bridge = run(Scenario()).bridge
    for row in rows:
        if row["component"] in bridge:
            place = int(row["year"]) - 2026, SOLUTIONS.index(row["solution"]), 0
            assert float(row["amount_mnok"]) == bridge[row["component"]][place]
    assert not any(row["amount_mnok"].startswith("-0.0") and float(row["amount_mnok"]) == 0 for row in rows)


def test_values_are_set_by_path() -> None:
    settings = ["index_rate=0.031", "measures.sikkerhet.enabled=true", "by_solution.vkp.extra_volume=0.02", "name=Høst"]
    rows = table(answer("run", *(part for setting in settings for part in ("--set", setting)), "--last-year", "2030"))
    scenario = Scenario(
        index_rate=0.031, measures={"sikkerhet": {"enabled": True}}, by_solution={"vkp": {"extra_volume": 0.02}}
    )
    expected = row_amounts(run(scenario, 2030))[0]
    assert [float(row["amount_mnok"]) for row in rows] == expected.tolist()


def test_a_scenario_comes_from_a_file_or_standard_input(file: Path) -> None:
    text = Scenario(risk_margin=0.02).to_json()
    file.write_text("\ufeff" + text, encoding="utf-8")
    assert answer("run", "--scenario", str(file)) == answer("run", "--scenario", "-", given=text.encode())
    set_too = answer("run", "--scenario", str(file), "--set", "risk_margin=0.05")
    assert set_too == answer("run")


def test_a_batch_has_the_scenario_in_front(tmp_path: Path) -> None:
    batch = tmp_path / "batch.jsonl"
    scenarios = [Scenario(risk_margin=0.01 * number, name="linje \u2028") for number in range(3)]
    batch.write_text("\r\n".join(scenario.to_json() for scenario in scenarios) + "\n\n", encoding="utf-8", newline="")
    rows = table(answer("run", "--scenario", str(batch)))
    assert next(iter(rows[0])) == "scenario" and len(rows) == 3 * ROWS
    for number, scenario in enumerate(scenarios):
        found = [float(row["amount_mnok"]) for row in rows if row["scenario"] == str(number)]
        assert found == row_amounts(run(scenario))[0].tolist()


def test_a_batch_larger_than_a_chunk_is_numbered_through(tmp_path: Path) -> None:
    batch, output = tmp_path / "batch.jsonl", tmp_path / "batch.parquet"
    batch.write_text("{}\n" * (CHUNK + 1))
    answer("run", "--scenario", str(batch), "--format", "parquet", "--output", str(output), "--last-year", "2026")
    numbers = pq.read_table(output)["scenario"].to_numpy()
    np.testing.assert_array_equal(np.unique(numbers), np.arange(CHUNK + 1))


def test_json_and_parquet_hold_the_rows_of_csv(tmp_path: Path) -> None:
    arguments = ("run", "--set", "extra_efficiency=0.017", "--set", "underspend_rate=0.03")
    rows = [
        {**row, "year": int(row["year"]), "amount_mnok": float(row["amount_mnok"])} for row in table(answer(*arguments))
    ]
    assert json.loads(answer(*arguments, "--format", "json")) == rows
    output = tmp_path / "result.parquet"
    assert answer(*arguments, "--format", "parquet", "--output", str(output)) == b""
    parquet = pq.read_table(output)
    assert parquet.to_pylist() == rows
    assert parquet.schema.metadata == {b"unit": b"mnok", b"baseline": PRESENT.id.encode()}
    assert pq.read_table(io.BytesIO(answer(*arguments, "--format", "parquet"))).equals(parquet)


def test_output_replaces_a_file_and_leaves_nothing_else(tmp_path: Path) -> None:
    output = tmp_path / "result.csv"
    output.write_text("old")
    answer("run", "--output", str(output))
    assert output.read_bytes() == answer("run")
    assert [path.name for path in tmp_path.iterdir()] == ["result.csv"]


def test_a_refused_run_leaves_the_output_alone(tmp_path: Path) -> None:
    output = tmp_path / "result.csv"
    output.write_text("old")
    refusal("run", "--set", "risk_margin=1", "--output", str(output))
    assert output.read_text() == "old" and len(list(tmp_path.iterdir())) == 1


def test_output_goes_to_a_device() -> None:
    answer("run", "--output", "/dev/null")
    assert not Path("/dev/null").is_file()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "COMMAND"),
        (("fly",), "fly"),
        (("run", "--colour"), "--colour"),
        (("run", "--colour", "a\nb"), "a b"),
        (("run", "--set", "risk_margin=0.4"), "risk_margin is 0.4; it must lie between 0 and 0.15."),
        (("run", "--set", "risk_margin=high"), "risk_margin is 'high'; it must be a number"),
        (("run", "--set", "risk_margin"), "--set"),
        (("run", "--set", "=1"), "--set"),
        (("run", "--set", "risk_margin.deep=1"), "risk_margin"),
        (("run", "--set", "by_solution.vkp.extra_volume.x=1"), "by_solution.vkp.extra_volume"),
        (("run", "--set", "risk_margin=NaN"), "risk_margin is nan"),
        (("run", "--set", "risk_margin=" + "9" * 10_000), "risk_margin"),
        (("run", "--set", "keys=" + "[" * 100_000), "keys"),
        (("run", "--set", "no\nsuch=1"), "no"),
        (("run", "--set", "measures.ehds.enabled=true"), "measures.ehds.amount_mnok"),
        (("run", "--last-year", "2031"), "last_year is 2031"),
        (("run", "--last-year", "soon"), "--last-year"),
        (("run", "--last-year", "9" * 10_000), "--last-year"),
        (("run", "--format", "xlsx"), "xlsx"),
        (("run", "--scenario", "no-such-file.json"), "no-such-file.json cannot be read"),
        (("run", "--scenario", "."), "cannot be read"),
        (("run", "--output", "."), "cannot be written"),
        (("run", "--output", "no/such/folder/x.csv"), "cannot be written"),
    ],
)
def test_a_command_is_refused_in_one_line(refused: Callable[..., str], arguments: tuple[str, ...], says: str) -> None:
    assert says in refused(*arguments)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe\x00",
        b'{"risk_margin": 1, "risk_margin": 1}',
        b"[" * 100_000,
        b'{"name": "\\ud800"}',
    ],
)
def test_a_scenario_file_is_refused_in_one_line(refused: Callable[..., str], file: Path, content: bytes) -> None:
    file.write_bytes(content)
    assert "scenario.json" in refused("run", "--scenario", str(file))


def test_standard_input_is_refused_in_one_line() -> None:
    assert refusal("run", "--scenario", "-", given=b"{").startswith("-: ")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "no scenarios"),
        (b"\n\n", "no scenarios"),
        (b'{}\n{"risk_margin": 9}\n', "line 2: risk_margin is 9"),
        (b"{}\n\n{}\n", "line 2"),
        (b"{}\n{}\n\xff\n", "line 3"),
        (b"{} {}\n", "line 1"),
    ],
)
def test_a_batch_is_refused_with_its_line(
    refused: Callable[..., str], tmp_path: Path, content: bytes, says: str
) -> None:
    batch = tmp_path / "batch.jsonl"
    batch.write_bytes(content)
    assert says in refused("run", "--scenario", str(batch))


@pytest.mark.parametrize("arguments", [("--help",), ("run", "--help")])
def test_help(arguments: tuple[str, ...]) -> None:
    assert b"run" in answer(*arguments)


def test_a_reader_that_leaves_is_left_in_peace(tmp_path: Path) -> None:
    batch = tmp_path / "batch.jsonl"
    batch.write_text("{}\n" * 500)
    call = [sys.executable, "-m", "model", "run", "--scenario", str(batch)]
    with subprocess.Popen(call, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 141


def test_a_full_disk_is_one_line() -> None:
    command = [sys.executable, "-m", "model", "run"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2 and done.stderr.count(b"\n") == 1
