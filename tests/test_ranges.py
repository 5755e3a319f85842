"""What a ranges file may say, and what it is refused for."""

import json
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from model import Scenario, ScenarioError
from model.scenario.fields import column_limits
from model.uncertainty import Ranges, RangesError
from model.uncertainty.correlations import matrix, root
from model.uncertainty.distributions import Distribution, Normal, Pert, Triangular, Uniform
from tests.baselines import PRESENT
from tests.strategies import numbers_of_ranges

SHARES = np.linspace(0, 1, 1001)
TWO: dict[str, Any] = {"extra_volume": {"uniform": [0, 0.02]}, "index_rate": {"uniform": [0.02, 0.04]}}


def ranges(mapping: object) -> Ranges:
    return Ranges.from_json(json.dumps(mapping), PRESENT)


def refusal(mapping: object) -> str:
    with pytest.raises((RangesError, ScenarioError)) as refused:
        ranges(mapping)
    return str(refused.value)


@pytest.mark.parametrize(
    ("mapping", "says"),
    [
        ([], "ranges is []; it must be an object of paths of levers"),
        ({"risk_margn": {"uniform": [0, 0.1]}}, "risk_margn is {'uniform': [0, 0.1]}, but there is no such lever"),
        ({"name": {"fixed": "x"}}, "no such lever"),
        ({"by_solution": {"fixed": {}}}, "no such lever"),
        ({"measures.fm_avvikling.amount_mnok": {"uniform": [0, 1]}}, "no such lever"),
        (
            {"risk_margin": 0.04},
            "risk_margin is 0.04; it must be an object with one of uniform, triangular, pert",
        ),
        ({"risk_margin": {"beta": [1, 2]}}, "it must be an object with one of"),
        ({"risk_margin": {"fixed": 0.04, "uniform": [0, 0.1]}}, "it must be an object with one of"),
        ({"risk_margin": {"uniform": [0.01]}}, "risk_margin.uniform is [0.01]; it must be a list of low, high"),
        ({"risk_margin": {"uniform": ["0", 0.1]}}, "risk_margin.uniform is ['0', 0.1]; it must be a list of low, high"),
        ({"risk_margin": {"uniform": [True, 0.1]}}, "each a number"),
        ({"risk_margin": {"triangular": [0.01, 0.02]}}, "it must be a list of low, mode, high"),
        ({"risk_margin": {"uniform": [0.01, 0.16]}}, "risk_margin.uniform is 0.16; it must lie between 0 and 0.15."),
        ({"risk_margin": {"pert": [-0.01, 0, 0.1]}}, "risk_margin.pert is -0.01; it must lie between 0 and 0.15."),
        ({"risk_margin": {"uniform": [0.1, 10**400]}}, "each a number"),
        ({"risk_margin": {"uniform": [0.1, 0.05]}}, "risk_margin.uniform is [0.1, 0.05]; low must not be above high."),
        (
            {"risk_margin": {"triangular": [0.02, 0.08, 0.06]}},
            "is 0.08; it must lie between low and high, 0.02 and",
        ),
        ({"risk_margin": {"normal": [0.2, 0.01]}}, "risk_margin.normal is 0.2; it must lie between 0 and 0.15."),
        (
            {"risk_margin": {"normal": [0.05, 0]}},
            "normal is 0.0; it must be more than 0 and at most 150000.",
        ),
        ({"repayment_lag": {"uniform": [1, 2]}}, 'it must be {"fixed": value}, as whole numbers, choices and switches'),
        ({"start": {"uniform": [0, 1]}}, '{"fixed": value}'),
        ({"keys": {"uniform": [0, 1]}}, '{"fixed": value}'),
        ({"measures.sikkerhet.enabled": {"uniform": [0, 1]}}, '{"fixed": value}'),
        ({"risk_margin": {"fixed": 0.4}}, "risk_margin is 0.4; it must lie between 0 and 0.15."),
        ({"repayment_lag": {"fixed": 1.5}}, "repayment_lag is 1.5; it must be a whole number from 1 to 2."),
        ({"start": {"fixed": "lov"}}, "start is 'lov'; it must be one of published, law."),
        (
            {"underspend_2025_returned": {"fixed": 1}, "base_year_underspend_returned": {"fixed": 1}},
            "stands twice, once by an older name",
        ),
    ],
)
def test_a_range_that_cannot_be_is_refused_with_place_found_and_allowed(mapping: object, says: str) -> None:
    line = refusal(mapping)
    assert says in line and "\n" not in line


@pytest.mark.parametrize(
    ("pairs", "says"),
    [
        ({}, "correlations is {}; it must be [path, path, r]."),
        ([["extra_volume", "index_rate"]], "correlations[0] is ['extra_volume', 'index_rate']; it must be [path, path"),
        ([["extra_volume", "risk_margin", 0.5]], "correlations[0] is 'risk_margin'; it must be one of the levers"),
        ([[1, "index_rate", 0.5]], "correlations[0] is 1; it must be one of the levers that have a range"),
        ([["repayment_lag", "index_rate", 0.5]], "is 'repayment_lag', which is fixed; it must be one of the levers"),
        ([["index_rate", "index_rate", 0.5]], "is 'index_rate' both times; it must be two levers."),
        ([["extra_volume", "index_rate", 1.1]], "correlations[0] is 1.1; it must be a number between -1 and 1."),
        ([["extra_volume", "index_rate", "a"]], "correlations[0] is 'a'; it must be a number between -1 and 1."),
        (
            [["extra_volume", "index_rate", 0.1], ["index_rate", "extra_volume", 0.1]],
            "correlations[1] is ['index_rate', 'extra_volume', 0.1], a pair that stands already",
        ),
    ],
)
def test_a_correlation_that_cannot_be_is_refused(pairs: object, says: str) -> None:
    assert says in refusal({**TWO, "repayment_lag": {"fixed": 1}, "correlations": pairs})


def test_a_matrix_that_is_no_correlation_is_refused_with_its_eigenvalue() -> None:
    three = {**TWO, "underspend_rate": {"uniform": [0, 0.1]}}
    pairs = [["extra_volume", "index_rate", 0.9], ["index_rate", "underspend_rate", 0.9]]
    line = refusal({**three, "correlations": [*pairs, ["extra_volume", "underspend_rate", -0.9]]})
    assert "which no levers can have at once; the smallest eigenvalue of their matrix, here -0.8, must be 0" in line
    assert ranges({**three, "correlations": [*pairs, ["extra_volume", "underspend_rate", 0.9]]}).correlations
    assert ranges({**three, "correlations": [["extra_volume", "index_rate", 1]]}).correlations, "together, all the way"


def test_what_is_no_json_is_refused() -> None:
    for text in ("{", b"\xff", '{"a": {"fixed": 1}, "a": {"fixed": 1}}'):
        with pytest.raises(ScenarioError):
            Ranges.from_json(text, PRESENT)
    with pytest.raises(RangesError, match="each a number"):
        Ranges.from_json('{"risk_margin": {"uniform": [0, NaN]}}', PRESENT)


def test_the_order_of_a_file_says_nothing() -> None:
    turned = dict(reversed(TWO.items()))
    assert list(ranges(TWO).levers) == list(ranges(turned).levers) == ["index_rate", "extra_volume"]
    assert ranges(ranges(TWO).to_mapping()).to_mapping() == TWO


def test_older_names_are_read() -> None:
    assert list(ranges({"underspend_2025_returned": {"uniform": [0, 1]}}).levers) == ["base_year_underspend_returned"]


def test_the_base_has_the_fixed_values_and_needs_no_amount_that_is_drawn() -> None:
    fixed = {"start": {"fixed": "law"}, "repayment_lag": {"fixed": 1}, "rhf_key": {"fixed": "population"}}
    base = ranges({**fixed, **TWO}).base(Scenario(extra_volume=0.01))
    assert (base.start, base.repayment_lag, base.rhf_key, base.extra_volume) == ("law", 1, "population", 0.01)
    ehds = {"measures.ehds.enabled": {"fixed": True}}
    amount = {"measures.ehds.amount_mnok": {"uniform": [10, 30]}}
    assert ranges({**ehds, **amount}).base(Scenario()).measures["ehds"]["amount_mnok"] == 20
    with pytest.raises(ScenarioError, match="amount_mnok is None"):
        ranges(ehds).base(Scenario())


@given(numbers_of_ranges())
def test_every_allowed_range_is_drawn_within_the_levers_limits_and_in_order(given: dict[str, Any]) -> None:
    read, limits = ranges(given), column_limits(PRESENT)
    for path, distribution in read.levers.items():
        values = distribution.values(SHARES)
        assert (np.diff(values) >= 0).all()
        assert limits[path].low <= values[0] and values[-1] <= limits[path].high


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (Uniform(0.02, 0.05), stats.uniform(0.02, 0.03)),
        (Triangular(-0.01, 0.01, 0.02), stats.triang(2 / 3, -0.01, 0.03)),
        (Triangular(0.0, 0.0, 0.02), stats.triang(0, 0, 0.02)),
        (Triangular(0.0, 0.02, 0.02), stats.triang(1, 0, 0.02)),
        (Pert(-0.01, 0.01, 0.02), stats.beta(1 + 8 / 3, 1 + 4 / 3, -0.01, 0.03)),
        (Pert(0.0, 0.0, 0.02), stats.beta(1, 5, 0, 0.02)),
        (Pert(0.0, 0.0001, 0.02), stats.beta(1.02, 4.98, 0, 0.02)),
        (Pert(0.0, 0.02, 0.02), stats.beta(5, 1, 0, 0.02)),
        (Normal(0.03, 0.01, 0.0, 0.1), stats.truncnorm(-3, 7, 0.03, 0.01)),
        (Normal(0.0, 0.05, 0.0, 0.1), stats.truncnorm(0, 2, 0, 0.05)),
        (Normal(0.05, 1e5, 0.0, 0.1), stats.uniform(0, 0.1)),
    ],
)
def test_a_distribution_is_the_one_of_its_name(ours: Distribution, theirs: Any) -> None:
    """Against SciPy's: no share of the draws is moved by more than a millionth."""
    np.testing.assert_allclose(theirs.cdf(ours.values(SHARES)), SHARES, atol=1e-6)


def test_the_mean_of_a_pert_counts_its_mode_four_times() -> None:
    fine = (np.arange(100_000) + 0.5) / 100_000
    assert Pert(1.0, 2.0, 9.0).values(fine).mean() == pytest.approx((1 + 4 * 2 + 9) / 6, abs=1e-5)


@pytest.mark.parametrize("point", [Uniform(0.03, 0.03), Triangular(0.03, 0.03, 0.03), Pert(0.03, 0.03, 0.03)])
def test_a_range_of_one_value_gives_just_it(point: Distribution) -> None:
    assert (point.values(SHARES) == 0.03).all()


@given(st.lists(st.floats(-1, 1), min_size=16, max_size=16))
def test_the_root_of_a_correlation_gives_it_back(numbers: list[float]) -> None:
    rows = np.array(numbers).reshape(4, 4) + np.eye(4) * 1e-3
    wide = np.vstack([rows, rows[:2]])  # two of them are the same, so that nothing is left of their own
    wide /= np.maximum(np.linalg.norm(wide, axis=1, keepdims=True), 1e-9)
    correlation = wide @ wide.T
    found = root(correlation)
    np.testing.assert_allclose(found @ found.T, correlation, atol=1e-4)
    assert not np.triu(found, 1).any()


def test_the_matrix_has_ones_and_what_is_said() -> None:
    np.testing.assert_array_equal(matrix(["a", "b"], [("b", "a", 0.5)]), [[1, 0.5], [0.5, 1]])
