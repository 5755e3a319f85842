"""The ranges that are drawn from where nobody gives others: what they rest on, held against what is printed."""

import csv
from pathlib import Path
from tomllib import loads

import pytest

from model import ModelError, TableError
from model.reading.tables import DATA
from model.uncertainty import default_ranges, has_default_ranges, simulate
from model.uncertainty.default_ranges import FILE, read_default_ranges
from model.uncertainty.distributions import Triangular, Uniform
from tests.baselines import INVENTED, PRESENT, figure
from tests.test_provenance import check_origin

DEFAULT = default_ranges(PRESENT)
GOOD = 'reason = {nb = "a", nn = "a", en = "a"}\nsource = "SSB-KPI"\nwhere = "b"\ngrade = "observed"\n'


def test_each_has_a_reason_a_source_and_a_grade() -> None:
    assert set(DEFAULT.reasons) == {*DEFAULT.ranges.levers, *DEFAULT.ranges.fixed}
    for each in DEFAULT.reasons.values():
        check_origin(each.source, each.where)
        assert all(each.reason.values()) and (each.grade == "assumption") == (each.source == "assumption")


def test_a_simulation_of_them_gives_something() -> None:
    assert (simulate(DEFAULT.ranges, 100).highest > 0).all()


def indices(series: str) -> dict[int, float]:
    """Year → the latest figure of a series, percent."""
    with (DATA / "payers" / "price_indices.csv").open(encoding="utf-8") as file:
        return {int(row["year"]): float(row["printed"]) for row in csv.DictReader(file) if row["series"] == series}


def test_price_growth_lies_between_what_the_estimates_count_on_and_four_dear_years() -> None:
    municipal = indices("municipal")
    years = sorted(municipal)
    means = [sum(municipal[year] for year in years[at : at + 4]) / 4 for at in range(len(years) - 3)]
    expected = Triangular(indices("tallgrunnlag")[2025] / 100, municipal[2026] / 100, round(max(means)) / 100)
    found = DEFAULT.ranges.levers["index_rate"]
    assert isinstance(found, Triangular)
    assert (found.low, found.mode) == (expected.low, pytest.approx(expected.mode))
    assert found.high == pytest.approx(max(means) / 100, abs=0.0005)


def test_underspend_goes_from_the_overrun_of_2021_to_what_was_left_in_2024() -> None:
    with (DATA / "history" / "amounts.csv").open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["year"] == "2021" and row["solution"] == "sum"]
    amounts = {row["version"]: float(row["printed"]) for row in rows}
    found = DEFAULT.ranges.levers["underspend_rate"]
    assert isinstance(found, Triangular)
    assert found.low == pytest.approx(1 - amounts["forecast"] / amounts["budget"], abs=0.0005)
    assert found.mode == pytest.approx(73.5 / figure("Tabell 1", "sum", "2025"), abs=0.0005)
    assert found.high == pytest.approx(86.1 / 1037.2, abs=0.0005)


def test_security_is_what_the_minutes_say() -> None:
    assert DEFAULT.ranges.levers["measures.sikkerhet.amount_mnok"] == Uniform(5.0, 15.0)
    assert DEFAULT.ranges.fixed == {"measures.sikkerhet.enabled": True}


@pytest.mark.parametrize("kind", INVENTED)
def test_a_baseline_without_ranges_says_so(kind: str) -> None:
    assert has_default_ranges(PRESENT) and not has_default_ranges(INVENTED[kind]())
    with pytest.raises(ModelError, match=r"has no ranges of its own \(beside/ranges.toml\); give them with --ranges"):
        default_ranges(INVENTED[kind]())


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "holds no ranges"),
        (f"[index_rate]\nuniform = [0.0, 0.2]\n{GOOD}", "index_rate: is no range: index_rate.uniform is 0.2"),
        (f"[risk_margn]\nuniform = [0.0, 0.1]\n{GOOD}", "no such lever"),
        (f"[index_rate]\n{GOOD}", "must be an object with one of"),
        (f"[index_rate]\nuniform = [0.0, 0.1]\ncolour = 1\n{GOOD}", "index_rate.colour: is not known"),
        (f"[index_rate]\nuniform = [0.0, 0.1]\n{GOOD.replace('observed', 'assumption')}", "must be assumption where"),
        (f"[index_rate]\nuniform = [0.0, 0.1]\n{GOOD.replace('observed', 'guess')}", "must be one of stated, observed"),
    ],
)
def test_a_damaged_file_is_refused_with_its_place(tmp_path: Path, text: str, says: str) -> None:
    file = tmp_path / FILE.name
    file.write_text(text, encoding="utf-8")
    with pytest.raises((TableError, ModelError)) as refused:
        read_default_ranges(file, PRESENT)
    assert says in str(refused.value)


def test_the_file_is_what_is_read() -> None:
    path = PRESENT.beside(FILE)
    assert path is not None
    assert set(loads(path.read_text(encoding="utf-8"))) == set(DEFAULT.reasons)
