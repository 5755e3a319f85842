"""``python -m model payers`` as an analyst's script meets it."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

from model import Scenario, run
from model.payers import PayerKeys, municipal_keys, municipalities, payers, payments, users_without
from tests.test_command_line import answer, table
from tests.test_key_files import KEY_ROWS, index_file, workbook

YEARS = range(2026, 2030)
GROUPS = ["rhf"] * 4 + ["kommuner"] * 357 + ["apotek_bandasjister", "ovrige_medlemmer"]


def amounts(rows: list[dict[str, str]]) -> list[float]:
    return [float(row["amount_mnok"]) for row in rows]


def expected(scenario: Scenario, keys: PayerKeys | None = None, last_year: int = 2029) -> list[float]:
    found: list[float] = payments(run(scenario, last_year), keys or PayerKeys.of(scenario)).by_payer().ravel().tolist()
    return found


def test_payers_gives_everyone_by_year_unrounded() -> None:
    rows = table(answer("payers"))
    assert list(rows[0]) == ["year", "payer_group", "payer", "amount_mnok"]
    assert [row["payer_group"] for row in rows] == GROUPS * 4
    assert [row["payer"] for row in rows[:5]] == [*(payer.id for payer in payers()[:4]), "0301"]
    assert [row["payer"] for row in rows[361:363]] == GROUPS[361:]
    assert amounts(rows) == expected(Scenario())
    need = run(Scenario()).financing_need.sum(axis=1)[:, 0]
    of_years = [sum(amounts([row for row in rows if row["year"] == str(year)])) for year in YEARS]
    assert of_years == pytest.approx(need.tolist(), rel=0, abs=1e-9)


def test_payers_follows_the_scenario_and_the_last_year() -> None:
    settings = ("keys=proposal_2021", "municipal_key=population", "rhf_key=population", "index_rate=0.031")
    arguments = [part for setting in settings for part in ("--set", setting)]
    rows = table(answer("payers", *arguments, "--last-year", "2030"))
    scenario = Scenario(keys="proposal_2021", municipal_key="population", rhf_key="population", index_rate=0.031)
    assert amounts(rows) == expected(scenario, last_year=2030)


def test_a_batch_has_the_scenario_in_front(tmp_path: Path) -> None:
    batch = tmp_path / "batch.jsonl"
    scenarios = [Scenario(), Scenario(municipal_key="population"), Scenario(keys={"vkp": {"rhf": 1}})]
    batch.write_text("\n".join(scenario.to_json() for scenario in scenarios), encoding="utf-8")
    rows = table(answer("payers", "--scenario", str(batch)))
    assert next(iter(rows[0])) == "scenario" and len(rows) == 3 * 4 * 363
    for number, scenario in enumerate(scenarios):
        assert amounts([row for row in rows if row["scenario"] == str(number)]) == expected(scenario)


def test_json_and_parquet_hold_the_rows_of_csv() -> None:
    rows = [
        {**row, "year": int(row["year"]), "amount_mnok": float(row["amount_mnok"])} for row in table(answer("payers"))
    ]
    assert json.loads(answer("payers", "--format", "json")) == rows
    parquet = pq.read_table(io.BytesIO(answer("payers", "--format", "parquet")))
    assert parquet.to_pylist() == rows and parquet.schema.metadata[b"unit"] == b"mnok"


def test_a_key_file_and_a_list_of_users_are_used(tmp_path: Path) -> None:
    key, users = tmp_path / "key.csv", tmp_path / "users.csv"
    key.write_text(index_file(";", comma=","), encoding="utf-8-sig")
    users.write_text("\n".join(["kommunenummer", *sorted(users_without("0301"))]), encoding="utf-8")
    arguments = ("--municipal-key-file", str(key), "--vkp-users", str(users), "--set", "municipal_key=population")
    own = municipal_keys()["kommunehelse"]
    keys = PayerKeys.of(Scenario(), municipal_key=own, vkp_users=users_without("0301"))
    np.testing.assert_allclose(amounts(table(answer("payers", *arguments))), expected(Scenario(), keys), rtol=1e-12)


def test_workbooks_are_used_like_csv(tmp_path: Path) -> None:
    key, users = tmp_path / "key.xlsx", tmp_path / "users.xlsx"
    key.write_bytes(workbook(KEY_ROWS))
    users.write_bytes(workbook([["kommunenummer"], *([int(number)] for number in sorted(users_without("0301")))]))
    found = answer("payers", "--municipal-key-file", str(key), "--vkp-users", str(users))
    own = municipal_keys()["kommunehelse"]
    keys = PayerKeys.of(Scenario(), municipal_key=own, vkp_users=users_without("0301"))
    np.testing.assert_allclose(amounts(table(found)), expected(Scenario(), keys), rtol=1e-12)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--municipal-key-file", "no-such-file.csv"), "no-such-file.csv: cannot be read"),
        (("--vkp-users", "."), "'.': cannot be read"),
        (("--municipal-key-file", ""), "'': cannot be read"),
        (("--municipal-key-file", "KEY"), "own.csv, row 1, column kommunenummer: the column is missing"),
        (("--vkp-users", "KEY"), "own.csv, row 1"),
        (("--last-year", "2031"), "last_year is 2031"),
        (("--set", "municipal_key=size"), "municipal_key is 'size'; it must be one of kommunehelse, population."),
        (("--colour",), "--colour"),
    ],
)
def test_a_command_is_refused_in_one_line(
    refused: Callable[..., str], tmp_path: Path, arguments: tuple[str, ...], says: str
) -> None:
    file = tmp_path / "own.csv"
    file.write_text("kommune\nOslo\n", encoding="utf-8")
    output = tmp_path / "result.csv"
    given = [str(file) if argument == "KEY" else argument for argument in arguments]
    assert says in refused("payers", *given, "--output", str(output))
    assert not output.exists()


def test_users_without_a_share_are_refused_before_anything_is_written(
    refused: Callable[..., str], tmp_path: Path
) -> None:
    key, users = tmp_path / "key.csv", tmp_path / "users.csv"
    shares = [0.0] + [1 / 356] * 356
    lines = [f"{number};{share}" for number, share in zip(municipalities(), shares, strict=True)]
    key.write_text("\n".join(["kommunenummer;andel", *lines]), encoding="utf-8")
    users.write_text("kommunenummer\n0301\n", encoding="utf-8")
    assert "no share" in refused("payers", "--municipal-key-file", str(key), "--vkp-users", str(users))
