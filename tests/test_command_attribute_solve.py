"""``python -m model attribute`` and ``solve`` as an analyst's script meets them."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from model import Scenario, attribute, run, solve, solve_path
from model.answers.attribution import levers_of
from model.answers.mixtures import ALL_GROUPS, LEVER_GROUPS
from model.commands.rows import CHUNK
from tests.baselines import PRESENT
from tests.test_command_line import answer, refusal, table

MOVED = Scenario(risk_margin=0.03, extra_volume=0.02, measures={"fm_avvikling": {"enabled": False}}, index_rate=0.03)
SOLVED = ("--lever", "risk_margin", "--target", "1080", "--year", "2026", "--quantity", "cost_level")


@pytest.fixture
def moved(tmp_path: Path) -> str:
    """A file with a scenario."""
    file = tmp_path / "moved.json"
    file.write_text(MOVED.to_json(), encoding="utf-8")
    return str(file)


def amounts(content: bytes) -> list[float]:
    return [float(row["amount_mnok"]) for row in table(content)]


def test_attribute_gives_every_group_of_every_year(moved: str) -> None:
    rows = table(answer("attribute", "--scenario", moved))
    assert list(rows[0]) == ["year", "lever", "amount_mnok"]
    expected = [(str(year), group) for year in range(2026, 2030) for group in LEVER_GROUPS]
    assert [(row["year"], row["lever"]) for row in rows] == expected
    found = attribute(MOVED).amounts.sum(axis=1)
    assert [float(row["amount_mnok"]) for row in rows] == found.ravel().tolist()
    assert {row["amount_mnok"] for row in rows if row["lever"] in ("index", "timing", "keys")} == {"0.0"}
    last = run(MOVED).financing_need[-1].sum() - run(Scenario(index_rate=0.03)).financing_need[-1].sum()
    assert sum(float(row["amount_mnok"]) for row in rows[-len(LEVER_GROUPS) :]) == pytest.approx(last, abs=1e-9)


def test_attribute_compares_with_a_file(moved: str, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.write_text('{"underspend_rate": 0.02}')
    found = amounts(answer("attribute", "--scenario", moved, "--against", str(other), "--last-year", "2030"))
    assert found == attribute(MOVED, Scenario(underspend_rate=0.02), 2030).amounts.sum(axis=1).ravel().tolist()
    given = answer("attribute", "--scenario", moved, "--against", "-", given=b'{"underspend_rate": 0.02}')
    assert amounts(given) == found[: 4 * len(LEVER_GROUPS)]
    against_itself = answer("attribute", "--set", "risk_margin=0.02", "--scenario", moved, "--against", moved)
    assert {row["lever"] for row in table(against_itself) if float(row["amount_mnok"])} == {"margin"}


def test_attribute_unfolds_groups_into_their_members(moved: str) -> None:
    rows = table(answer("attribute", "--scenario", moved, "--unfold", "measures", "--unfold", "unspent"))
    first = [row["lever"] for row in rows if row["year"] == "2026"]
    members = [f"measures.{name}" for name in PRESENT.measures]
    assert (
        first == [*LEVER_GROUPS[:5], *members, *levers_of(PRESENT)["unspent"], "timing", "keys"]
        and "underspend_rate" in first
    )
    assert amounts(answer("attribute", "--scenario", moved, "--unfold", "measures", "--unfold", "unspent")) == (
        attribute(MOVED, unfold=["measures", "unspent"]).amounts.sum(axis=1).ravel().tolist()
    )


def test_attribute_takes_a_batch(tmp_path: Path) -> None:
    batch, output = tmp_path / "batch.jsonl", tmp_path / "batch.parquet"
    batch.write_text('{}\n{"risk_margin": 0.02}\n{"extra_volume": 0.01}\n')
    rows = table(answer("attribute", "--scenario", str(batch)))
    assert list(rows[0]) == ["scenario", "year", "lever", "amount_mnok"] and len(rows) == 3 * 4 * len(LEVER_GROUPS)
    differing = {(row["scenario"], row["lever"]) for row in rows if float(row["amount_mnok"])}
    assert differing == {("1", "margin"), ("2", "volume")}
    batch.write_text('{"risk_margin": 0.02}\n' * (CHUNK + 1))
    answer("attribute", "--scenario", str(batch), "--format", "parquet", "--output", str(output))
    assert pq.read_table(output)["scenario"].to_numpy().max() == CHUNK


def test_solve_gives_the_lever_and_its_value() -> None:
    content = answer("solve", *SOLVED)
    value = solve("risk_margin", 1080, 2026, "cost_level").value
    assert content.decode() == f"lever,value\nrisk_margin,{value!r}\n"
    assert value == pytest.approx(1080 / 1099.3 * 1.05 - 1, abs=1e-12)
    need = answer("solve", "--lever", "measures.ehds.amount_mnok", "--target", "1179.5", "--year", "2027")
    assert need == b"lever,value\nmeasures.ehds.amount_mnok,60.0\n"


def test_solve_gives_whole_numbers_whole() -> None:
    target = run(Scenario(extra_volume=0.01, first_year=2028)).financing_need[2].sum()
    given = ("--lever", "first_year", "--target", repr(float(target)), "--year", "2028", "--set", "extra_volume=0.01")
    assert answer("solve", *given) == b"lever,value\nfirst_year,2028\n"
    assert json.loads(answer("solve", *given, "--format", "json")) == [{"lever": "first_year", "value": 2028}]


def test_solve_takes_a_batch(tmp_path: Path) -> None:
    batch = tmp_path / "batch.jsonl"
    batch.write_text('{}\n{"measures": {"fm_avvikling": {"enabled": false}}}\n')
    rows = table(answer("solve", *SOLVED, "--scenario", str(batch)))
    assert list(rows[0]) == ["scenario", "lever", "value"] and [row["scenario"] for row in rows] == ["0", "1"]
    assert float(rows[1]["value"]) == pytest.approx(1080 / (1099.3 + 12.8) * 1.05 - 1, abs=1e-12)
    batch.write_text("{}\n" + Scenario(extra_volume=0.10).to_json())
    assert "batch.jsonl, line 2: cost_level in 2026 cannot be 1080" in refusal(
        "solve", *SOLVED, "--scenario", str(batch)
    )


FLAT = ("--lever", "extra_efficiency", "--target", "1015.8", "--year", "2027", "--to", "2029")


def test_solve_over_several_years_gives_what_each_attains_and_misses(tmp_path: Path) -> None:
    """One value in all years; the scenario is the analyst's, from which year levers work too."""
    held = ("--set", "first_year=2027")
    rows = table(answer("solve", *FLAT, *held))
    found = solve_path(
        "extra_efficiency", dict.fromkeys((2027, 2028, 2029), 1015.8), scenario=Scenario(first_year=2027)
    )
    assert list(rows[0]) == ["lever", "year", "value", "target_mnok", "attained_mnok", "missed_mnok"]
    assert [int(row["year"]) for row in rows] == [2027, 2028, 2029]
    assert {float(row["value"]) for row in rows} == {found.value}
    assert [float(row["missed_mnok"]) for row in rows] == [*found.missed.values()]
    assert [float(row["attained_mnok"]) for row in rows] == [*found.attained.values()]
    assert json.loads(answer("solve", *FLAT, *held, "--format", "json"))[0]["year"] == 2027
    batch = tmp_path / "batch.jsonl"
    batch.write_text('{"first_year": 2027}\n{"first_year": 2028}\n')
    of_batch = table(answer("solve", *FLAT, "--scenario", str(batch)))
    assert [row["scenario"] for row in of_batch] == ["0"] * 3 + ["1"] * 3
    assert [row["value"] for row in of_batch[:3]] == [row["value"] for row in rows]


@pytest.mark.parametrize("payer", ["Helse Nord", "0301", "ovrige_medlemmer"])
def test_attribute_divides_what_a_payer_pays(payer: str) -> None:
    """The rows of a year add up to the difference between two lists of payments."""
    moved = ("--set", "risk_margin=0.03", "--set", 'keys="proposal_2021"', "--set", 'rhf_key="population"')
    rows = table(answer("attribute", *moved, "--quantity", payer))
    paid, published = (
        {row["year"]: float(row["amount_mnok"]) for row in table(answer("payers", *given)) if row["payer"] == payer}
        for given in (moved, ())
    )
    for year, amount in paid.items():
        parts = {row["lever"]: float(row["amount_mnok"]) for row in rows if row["year"] == year}
        assert tuple(parts) == LEVER_GROUPS and parts["keys"]
        assert sum(parts.values()) == pytest.approx(amount - published[year], rel=0, abs=1e-9)


def test_attribute_and_solve_take_own_keys_and_a_batch(tmp_path: Path) -> None:
    users, batch = tmp_path / "vkp.csv", tmp_path / "batch.jsonl"
    users.write_text("kommunenummer\n0301\n")
    batch.write_text('{}\n{"risk_margin": 0.02}\n{"municipal_key": "population"}\n')
    given = ("--scenario", str(batch), "--quantity", "0301")
    plain, own = (amounts(answer("attribute", *given, *files)) for files in ((), ("--vkp-users", str(users))))
    rows = table(answer("attribute", *given))
    assert {(row["scenario"], row["lever"]) for row in rows if float(row["amount_mnok"])} == {
        ("1", "margin"),
        ("2", "keys"),
    }
    assert plain != own
    solved = ("solve", "--lever", "risk_margin", "--target", "24", "--year", "2027", "--quantity", "4601")
    assert answer(*solved) != answer(*solved, "--vkp-users", str(users))


@pytest.mark.parametrize("arguments", [("attribute", "--set", "risk_margin=0.02"), ("solve", *SOLVED)])
def test_json_and_parquet_hold_the_rows_of_csv(arguments: tuple[str, ...]) -> None:
    rows = [
        {name: int(cell) if name == "year" else cell if name == "lever" else float(cell) for name, cell in row.items()}
        for row in table(answer(*arguments))
    ]
    assert json.loads(answer(*arguments, "--format", "json")) == rows
    parquet = pq.read_table(io.BytesIO(answer(*arguments, "--format", "parquet")))
    assert parquet.to_pylist() == rows
    unit = {b"unit": b"mnok"} if arguments[0] == "attribute" else {}
    assert parquet.schema.metadata == {b"baseline": PRESENT.id.encode(), **unit}


def solving(**changed: str) -> tuple[str, ...]:
    """The arguments of a solve that would work, some changed."""
    given = dict(zip(SOLVED[::2], SOLVED[1::2], strict=True)) | {f"--{name}": value for name, value in changed.items()}
    return ("solve", *(part for pair in given.items() for part in pair))


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("attribute", "--against", "no-such-file.json"), "no-such-file.json cannot be read"),
        (("attribute", "--unfold", "wages"), "wages"),
        (
            ("attribute", "--quantity", "profit"),
            "quantity is 'profit'; it must be one of cost_level, financing_need, rhf,",
        ),
        (("attribute", "--quantity", "1103x"), "burden, an RHF's name or the number of a municipality."),
        (("attribute", "--quantity", "0301", "--vkp-users", "no-such.csv"), "no-such.csv: cannot be read"),
        (solving(quantity="4601", target="9"), "4601 in 2026 cannot be 9.0 MNOK; the lever takes it to between"),
        (("attribute", "--last-year", "2031"), "last_year is 2031"),
        (("attribute", "--set", "risk_margin=2"), "risk_margin is 2"),
        (("solve",), "--lever"),
        (solving(lever="margin"), "lever is 'margin'; it must be the path of a number, such as risk_margin"),
        (solving(lever="measures.fm_avvikling.enabled"), "lever is 'measures.fm_avvikling.enabled'"),
        (solving(target="nan"), "target is nan; it must be a number, in MNOK."),
        (solving(target="inf"), "target is inf"),
        (solving(target="much"), "--target"),
        (solving(year="2025"), "year is 2025; it must lie between 2026 and 2030."),
        (solving(year="soon"), "--year"),
        (
            solving(quantity="profit"),
            "quantity is 'profit'; it must be one of cost_level, financing_need, rhf, kommuner",
        ),
        (solving(target="900"), "cost_level in 2026 cannot be 900.0 MNOK; the lever takes it to between 1046.95"),
        (solving(lever="repayment_lag"), "the lever takes it to 1099.3"),
        (solving(to="2025"), "to is 2025; it must lie between 2026 and 2030."),
        (solving(to="99999999"), "to is 99999999; it must lie between 2026 and 2030."),
        (solving(year="2024", to="2027"), "year is 2024; it must lie between 2026 and 2030."),
        (solving(to="2027", lever="margin"), "lever is 'margin'"),
    ],
)
def test_a_command_is_refused_in_one_line(refused: Callable[..., str], arguments: tuple[str, ...], says: str) -> None:
    assert says in refused(*arguments)


def test_a_batch_to_compare_with_is_refused(refused: Callable[..., str], tmp_path: Path) -> None:
    batch = tmp_path / "batch.jsonl"
    batch.write_text("{}\n")
    assert "batch.jsonl is a batch" in refused("attribute", "--against", str(batch))


def test_a_target_out_of_reach_leaves_the_output_alone(refused: Callable[..., str], tmp_path: Path) -> None:
    output = tmp_path / "result.csv"
    output.write_text("old")
    assert refused(*solving(target="9"), "--output", str(output)).startswith("cost_level in 2026 cannot be 9.0 MNOK")
    assert output.read_text() == "old" and len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("whose", ["", ".0301"])
def test_attribute_divides_the_whole_burden(whose: str, tmp_path: Path) -> None:
    """Beside the levers stands what is paid for projects; in the need it does not."""
    scenario = tmp_path / "scenario.json"
    project = {"solution": "helsenorge", "investment_mnok": {"2026": 30}, "go_live": 2027, "operation_share": 0}
    scenario.write_text(json.dumps({"risk_margin": 0.03, "projects": [project]}))
    rows = table(answer("attribute", "--scenario", str(scenario), "--quantity", f"burden{whose}"))
    assert [row["lever"] for row in rows[: len(ALL_GROUPS)]] == [*ALL_GROUPS]
    of_projects = [float(row["amount_mnok"]) for row in rows if row["lever"] == "projects"]
    assert of_projects[0] == 0 and all(0 < amount <= 3 for amount in of_projects[1:])
    assert whose or of_projects[1:] == pytest.approx([3, 3, 3])
    need = answer("attribute", "--scenario", str(scenario))
    assert b"projects" not in need and b"margin" in need
