"""Headline, key figures, bridge and text alternatives tell one difference of a year, the same number in each."""

import re
from dataclasses import replace
from typing import Any

import pytest

from charts.bridges.told import told_bridge, told_cause
from charts.plans.key_figures import key_figures
from charts.words.context import AGAINST, SINCE, TENTH, Context
from charts.words.headline import headline
from charts.words.told import told
from model import Scenario
from tests.asking import shown
from tests.baselines import PRESENT
from texts import LANGUAGES

SCENARIOS: list[dict[str, Any]] = [
    {},
    {"risk_margin": 0.03},
    {"risk_margin": 0.03, "extra_volume": 0.01, "base_year_underspend_returned": 1.0, "first_year": 2027},
    {"extra_volume": 0.02, "underspend_rate": 0.05, "underspend_returned": 1.0},
    {"index_rate": 0.031, "extra_efficiency": 0.01},
    {"start": "law", "risk_margin": 0.03},
]
AMOUNT = re.compile(r"[\d\u202f]+,\d")


def plain(text: str) -> str:
    """The amount without sign and arrow."""
    return text.lstrip("+\u2212")


def asked(fields: dict[str, Any], year: int, difference: str, prices: str = "lopende") -> Context:
    return replace(shown(Scenario(**fields), year=year, prices=prices), told=difference)


def tile(context: Context) -> str:
    """What the key figures say of the difference: a key figure of its own, into the first year beside the need."""
    keys = {key.name: key for key in key_figures(context)}
    if context.is_against:
        return keys["difference"].value
    if context.is_first_year:
        return re.findall(r"[+\u2212]?[\d\u202f]+,\d", keys["financing_need"].note)[0]
    return keys["need_change"].value


@pytest.mark.parametrize("prices", ["lopende", "faste"])
@pytest.mark.parametrize("year", PRESENT.plan_years)
@pytest.mark.parametrize("difference", [AGAINST, SINCE])
@pytest.mark.parametrize("fields", SCENARIOS, ids=str)
def test_one_difference_is_told_everywhere(fields: dict[str, Any], difference: str, year: int, prices: str) -> None:
    context = asked(fields, year, difference, prices)
    if context.is_set_by_law:  # a payment that is set is told as such, and no difference of it
        return
    drawn, found = told_bridge(context), told(context)
    first, last = drawn.rows[0], drawn.rows[-1]
    assert last.scenario.amount - first.scenario.amount == pytest.approx(found.change, abs=1e-9)
    assert first.text == context.texts.amount(found.base)
    amount = context.texts.change(found.change)
    assert drawn.difference.split(" ")[0] == tile(context) == amount
    if abs(found.change) >= TENTH:
        assert plain(amount) in AMOUNT.findall(headline(context))
    assert first.text in AMOUNT.findall(drawn.alt) and last.text in AMOUNT.findall(drawn.alt)
    assert ("tallgrunnlag" in headline(context) + told_cause(context)) is (difference == AGAINST)


@pytest.mark.parametrize("fields", SCENARIOS, ids=str)
def test_without_a_choice_it_is_from_the_year_before_until_a_lever_moves_amounts(fields: dict[str, Any]) -> None:
    context = shown(Scenario(**fields), year=2027)
    assert context.is_against is bool(fields)
    unmoving = {"index_rate": 0.03, "keys": "proposal_2021", "name": "Navn"}
    assert not shown(Scenario(**unmoving)).is_against and not shown(Scenario(start="law")).is_against
    assert shown(Scenario(), against=Scenario(risk_margin=0.1)).is_against


@pytest.mark.parametrize("fields", SCENARIOS, ids=str)
def test_from_the_year_before_the_lapse_of_what_was_returned_is_always_a_step(fields: dict[str, Any]) -> None:
    rows = {row.component: row for row in told_bridge(asked(fields, 2027, SINCE)).rows}
    assert next(iter(rows)) == "previous_need" and rows["lapsed_return"].scenario.amount > 80.0


def test_at_rest_the_first_year_is_the_printed_bridge() -> None:
    drawn = told_bridge(shown(year=2026))
    assert [row.text for row in drawn.rows if row.total] == ["1\u202f115,6", "1\u202f099,3", "1\u202f015,8"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("difference", [AGAINST, SINCE])
@pytest.mark.parametrize("year", PRESENT.plan_years)
def test_a_headline_is_one_line_of_a_laptop(year: int, difference: str, language: str) -> None:
    for fields in ({}, {"risk_margin": 0.03}):
        said = headline(replace(shown(Scenario(**fields), language, year=year), told=difference))
        assert len(said) <= 110, said
