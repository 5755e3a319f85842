"""The question of a page is a value, and its ranges are written as links write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model import Question
from model.reading.errors import ModelError
from model.uncertainty import Asked, Wanted, default_ranges, ranges_with, simulate, written
from model.uncertainty.written import parsed
from tests.baselines import PRESENT

NUMBERS = st.floats(-1e6, 1e6, allow_nan=False)


@given(st.lists(NUMBERS, min_size=3, max_size=3))
def test_a_range_reads_as_it_was_written(numbers: list[float]) -> None:
    given_range = {"triangular": numbers}
    assert parsed(written("index_rate", given_range)) == ("index_rate", given_range)


def test_every_default_range_can_be_written() -> None:
    known = default_ranges(PRESENT).ranges.given
    for path, each in known.items():
        assert parsed(written(path, each)) == (path, dict(each))
    assert ranges_with((), PRESENT).given == known


@pytest.mark.parametrize(
    "text",
    ["", "index_rate", "index_rate:triangular:0.03", "index_rate:even:1:2", "index_rate:uniform:a:b",
     "index_rate:fixed", "nothing:uniform:0:1", "index_rate:uniform:0.05:0.03", "index_rate:uniform:0:nan",
     "index_rate:uniform:0:0.9", "keys:uniform:0:1", "index_rate:uniform:" + "0" * 300 + ":1"],
)  # fmt: skip
def test_a_text_that_is_no_range_is_refused(text: str) -> None:
    with pytest.raises(ModelError):
        ranges_with((text,), PRESENT)


def test_what_is_asked_is_what_is_drawn() -> None:
    changed = ("index_rate:fixed:0.03", "volume_realisation:uniform:0.8:1.2")
    asked = Asked(Question(prices="faste", year=2027), "cost_level", changed, 1_000)
    alone = simulate(ranges_with(changed, PRESENT), 1_000, wanted=Wanted(("cost_level",), fixed_prices=True))
    assert (asked.simulated().quantiles() == alone.quantiles()).all()
    assert {each.lever for each in asked.effects()} == {each.lever for each in asked.shares()} == set(asked.given.given)
    assert asked.margins().year == 2027
