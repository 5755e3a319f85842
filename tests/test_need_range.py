"""The need of the second year: a range until somebody says whether the base year's unspent money comes back."""

import io

import numpy as np
import pytest
from hypothesis import given
from pptx import Presentation

from charts.bridges.bridge import bridge
from charts.draw.kinds import drawing, specification
from charts.draw.plotly.shared import Room
from charts.plans.comparison import comparison_headline, comparison_key_figures
from charts.plans.key_figures import key_figures
from charts.plans.plan import plan
from charts.words.context import Context, context
from charts.words.headline import headline
from exports.contents import sections
from exports.deck import deck
from model import Question, Scenario, answer
from model.baseline.making import baseline_of
from tests.baselines import bare_sheets
from tests.export_subject import at_rest
from tests.strategies import scenarios
from texts import Texts

RANGE = "1\u202f046,0–1\u202f119,5"
BELOW = "1\u202f046,0–\n1\u202f119,5*"
RETURNED = "base_year_underspend_returned"


def words(scenario: Scenario | None = None, year: int = 2027, prices: str = "lopende") -> Context:
    return context(answer(Question(scenario or Scenario(), year=year, prices=prices)), Texts("nb"))


def key(context: Context, name: str) -> tuple[str, str]:
    (found,) = (each for each in key_figures(context) if each.name == name)
    return found.value, found.note


def test_the_headline_and_the_key_figure_of_2027_give_both_ends_and_what_decides() -> None:
    assert (
        headline(words())
        == f"Finansieringsbehovet i 2027 er {RANGE} mill. kr, inntil 103,7 høyere enn planlagt for 2026."
    )
    assert "minst 12,0" in headline(words(year=2028))
    value, note = key(words(), "financing_need")
    assert value == RANGE and note == "beregnet, ikke publisert; nederst med 73,5 fra 2025 tilbake, øverst uten"
    assert key(words(), "need_change")[1].endswith("eventuelt \u221273,5 fra 2025")
    assert key(words(year=2028), "need_change")[1].endswith("eventuelt +73,5 fra 2025")


@pytest.mark.parametrize("year", [2026, 2028, 2029])
def test_other_years_have_one_need(year: int) -> None:
    assert "–" not in headline(words(year=year)) and "–" not in key(words(year=year), "financing_need")[0]


@pytest.mark.parametrize(("share", "need"), [(1.0, "1\u202f046,0"), (0.5, "1\u202f082,8")])
def test_a_scenario_that_says_how_much_comes_back_has_one_need(share: float, need: str) -> None:
    found = words(Scenario(base_year_underspend_returned=share))
    assert key(found, "financing_need")[0] == need
    assert not found.answer.open_return.any()
    assert all("\n" not in column.sublabel for column in plan(found).columns)


def test_the_plans_show_both_ends() -> None:
    cost, need = plan(words(year=2026)), plan(words(year=2026), "financing_need")
    assert [column.sublabel for column in cost.columns][2] == BELOW
    shown = need.columns[2]
    assert shown.sublabel == BELOW and shown.text == "1\u202f119,5*" and shown.marker == pytest.approx(1046.0)
    assert need.table.rows[-1] == ("Sum med 73,5 fra 2025 tilbake", "", "", "1\u202f046,0", "", "")
    assert "Finansieringsbehovet i 2027 om mindreforbruket i 2025 føres tilbake (73,5 mill. kr)." in need.note
    assert "Spennet i 2027" in cost.note


@pytest.mark.parametrize("room", Room)
def test_both_ends_are_drawn_under_the_year(room: Room) -> None:
    spec, svg = specification(plan(words()), room), drawing(plan(words()), 800)
    years = spec["layout"]["yaxis" if room is Room.PHONE else "xaxis"]
    assert years["ticktext"][2] == "<b>2027</b><br>1\u202f046,0–<br>1\u202f119,5*"
    if room is not Room.PHONE:  # where a year is a row, and says it at the left
        assert spec["layout"]["margin"]["b"] == 70  # a line of letters more than for a scenario that says it
    assert "1\u202f046,0–<" in svg.marks and "1\u202f119,5*<" in svg.marks


def test_the_bridge_of_2027_says_it_and_still_adds_up() -> None:
    drawn = bridge(words())
    assert drawn.rows[-1].scenario.amount == pytest.approx(1119.5)
    assert RANGE in drawn.note and RANGE in drawn.alt


def test_side_by_side_each_has_its_own_range() -> None:
    compared = [words(), words(Scenario(base_year_underspend_returned=1.0))]
    assert [each.value for each in comparison_key_figures(compared)] == [RANGE, "1\u202f046,0"]
    assert RANGE in comparison_headline(compared)


def test_in_nominal_kroner_the_money_has_grown_as_the_model_says() -> None:
    found = words(Scenario(index_rate=0.03))
    assert found.answer.open_return == pytest.approx([0, 73.5 * 1.03, 0, 0])
    assert words(Scenario(index_rate=0.03), prices="faste").answer.open_return[1] == pytest.approx(73.5 / 1.03)


@given(scenarios())
def test_the_lower_end_is_the_need_with_all_of_it_back(scenario: Scenario) -> None:
    scenario = scenario.without(RETURNED)
    asked, returned = (answer(Question(each)) for each in (scenario, scenario.with_value(RETURNED, 1.0)))
    lower = asked.result.financing_need[1:].sum(axis=1)[:, 0] - asked.open_return[1:]
    np.testing.assert_allclose(lower, returned.result.financing_need[1:].sum(axis=1)[:, 0], atol=1e-9)


def test_a_baseline_without_unspent_money_has_no_range() -> None:
    assert not words(Scenario(figures=baseline_of(bare_sheets()))).answer.open_return.any()


def test_what_leaves_names_both_ends() -> None:
    subject = at_rest(year=2027)
    said = [sentence for section in sections(subject) for sentence in section.sentences]
    assert any(f"Behovet i 2027 er {RANGE} mill. kr, i 2025-kroner" in sentence for sentence in said)
    slides = Presentation(io.BytesIO(deck(subject))).slides
    texts = "\n".join(shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame)
    assert texts.count(RANGE) >= 3
