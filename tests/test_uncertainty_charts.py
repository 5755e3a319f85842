"""What the page of uncertainty says and draws: counts that are those of the draws, in every language."""

import re
from itertools import pairwise

import numpy as np
import pytest

from charts.uncertainty.causes import made_of, margin_buys, tornado
from charts.uncertainty.curves import fan, over
from charts.uncertainty.dots import DOTS, MIDDLES, dots
from charts.uncertainty.doubt import P15, P50, P85, Doubt, round_step
from charts.uncertainty.words import cases, doubt_because, doubt_headline, doubt_key_figures
from charts.words.context import context
from charts.words.ranges import range_words
from model import Question, Scenario, answer
from model.answers.question import FIXED, NOMINAL
from model.uncertainty import Asked, HowSure, default_ranges
from tests.baselines import PRESENT
from texts import LANGUAGES, Texts

CERTAIN = tuple(f"{path}:fixed:{str(value).lower()}" for path, value in (
    ("index_rate", 0.0), ("underspend_rate", 0.0), ("measures.sikkerhet.enabled", False),
    ("measures.sikkerhet.amount_mnok", 10.0), ("efficiency_realisation", 1.0), ("volume_realisation", 1.0),
    ("investment_realisation", 1.0),
))  # fmt: skip


def doubt(question: Question | None = None, language: str = "nb", above: float | None = None, **asked: object) -> Doubt:
    """The draws of a question, the need of 2027 in fixed kroner where none is given, in words."""
    question = question or Question(prices=FIXED, year=2027)
    found = Asked(question, **asked)  # type: ignore[arg-type]
    return Doubt.of(HowSure(found), context(answer(question), Texts(language)), above)


def test_there_are_fifty_dots_of_which_the_25th_is_below_the_middle_and_the_43rd_at_p85() -> None:
    found = doubt()
    figure = dots(found)
    points = [point for cloud in figure.clouds for point in cloud.points]
    assert len(points) == DOTS
    amounts = np.array(found.amounts_at(MIDDLES))
    (middle, p85) = found.amounts_at((P50, P85))
    assert (np.diff(amounts) >= 0).all()
    assert (amounts < middle).sum() == 25 and (amounts < p85 - 1e-9).sum() == 42 and abs(amounts[42] - p85) < 1e-6
    above = {cloud.tone: len(cloud.points) for cloud in figure.clouds}
    assert above["increase"] == (amounts > found.above).sum()


def test_dots_of_a_column_touch_and_none_lies_over_another() -> None:
    figure = dots(doubt())
    places = [(point.x, point.y) for cloud in figure.clouds for point in cloud.points]
    assert len(set(places)) == DOTS
    for x, y in places:
        assert y == 0.5 or (x, y - 1) in places
        assert figure.x_range[0] < x < figure.x_range[1] and figure.y_range[0] < y < figure.y_range[1]


def test_where_nothing_varies_the_dots_are_one_column_and_the_sentence_says_so() -> None:
    found = doubt(ranges=CERTAIN)
    assert not found.varies
    assert len({point.x for cloud in dots(found).clouds for point in cloud.points}) == 1
    need = answer(found.asked.question).result.financing_need[1].sum()
    assert f"{found.context.texts.amount(float(need))} mill. kr" in doubt_headline(found)
    assert "ingen spak er usikker" in doubt_headline(found)
    assert dots(found).title[0] == "Ett beløp i alle tilfeller, mill. kr" and "Prikk 25" not in dots(found).note
    assert [key.name for key in doubt_key_figures(found)] == ["over", "own"]
    for figure in (
        fan(found),
        over(found),
        made_of(found, found.asked.shares()),
        tornado(found, found.asked.effects()),
    ):
        assert figure.alt


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"uniform": [0.041, 0.041]}, "Regnes som 4,1\u00a0% i alle trekk"),
        ({"pert": [0.03, 0.041, 0.052]}, "3,0–5,2\u00a0%, mest sannsynlig 4,1\u00a0%, sjelden nær endene"),
    ],
)
def test_a_range_of_one_value_says_that_it_is_one(given: dict[str, list[float]], words: str) -> None:
    assert range_words("index_rate", given, PRESENT, Texts("nb")) == words


def test_that_nothing_is_charged_of_what_is_spent_beyond_the_level_is_told() -> None:
    beyond = ("underspend_rate:uniform:-0.05:0.08",)
    told = "øker ikke betalingen her: «Andel av underdekning som kreves inn» er 0,0\u00a0%."
    for scenario, ranges, is_told in (
        (Scenario(), beyond, True),
        (Scenario(shortfall_recovered=0.5), beyond, False),
        (Scenario(), ("underspend_rate:uniform:0.01:0.08",), False),
        (Scenario(), (*beyond, "shortfall_recovered:uniform:0.0:1.0"), False),
    ):
        found = doubt(Question(scenario, prices=FIXED, year=2029), ranges=ranges)
        assert (told in tornado(found, found.asked.effects()).note) is is_told


def test_a_payment_that_no_uncertain_lever_moves_is_not_said_to_have_no_uncertain_levers() -> None:
    found = doubt(Question(Scenario(start="law"), prices=NOMINAL, year=2026), quantity="5001")
    assert not found.varies and found.given.levers
    assert "ingen usikker spak flytter det" in doubt_headline(found)
    assert doubt_because(found) == "Ingen av spakene som er usikre, flytter dette beløpet."
    (over_key,) = [key for key in doubt_key_figures(found) if key.name == "over"]
    assert over_key.value == "0 av 100"


def test_the_sentence_counts_the_draws() -> None:
    found = doubt(above=1150.0)
    counted = round(found.share_above(1150.0) * 100)
    assert f"I {counted} av 100 tilfeller blir finansieringsbehovet i 2027 over 1\u202f150 mill. kr" in doubt_headline(
        found
    )
    assert "gitt disse antakelsene" in doubt_headline(found)
    low, high = (found.coarse(amount) for amount in found.amounts_at((P15, P85)))
    assert f"{low} og {high}" in doubt_because(found)
    (over_key,) = [key for key in doubt_key_figures(found) if key.name == "over"]
    assert over_key.value == f"{counted} av 100"


@pytest.mark.parametrize("quantity", ["5001", "1151", "apotek_bandasjister", "rhf"])
def test_the_ends_of_seventy_cases_are_told_apart(quantity: str) -> None:
    found = doubt(Question(prices=NOMINAL, year=2026), quantity=quantity)
    low, high = found.amounts_at((P15, P85))
    told = [float(found.coarse(amount).replace("\u202f", "").replace(",", ".")) for amount in (low, high)]
    assert told[0] < told[1]
    assert told[1] - told[0] == pytest.approx(high - low, rel=0.1, abs=10.0**-found.decimals)


@pytest.mark.parametrize(
    ("share", "expected"),
    [(0.0, "0 av 100"), (0.001, "færre enn 1 av 100"), (0.15, "15 av 100"), (0.999, "mer enn 99 av 100"),
     (1.0, "100 av 100")],
)  # fmt: skip
def test_cases_are_of_a_hundred(share: float, expected: str) -> None:
    assert cases(share, Texts("nb")) == expected


def test_the_amount_asked_about_is_round_and_near_p85() -> None:
    found = doubt()
    (p85,) = found.amounts_at((P85,))
    low, high = found.amounts_at((0.05, 0.95))
    step = round_step(high - low)
    assert found.above % step == 0 and abs(found.above - p85) <= step / 2


def test_what_the_uncertainty_is_made_of_are_steps_to_all_of_it() -> None:
    found = doubt()
    rows = made_of(found, found.asked.shares()).rows
    assert rows[0].spans[0].span.start == 0
    for before, after in pairwise(rows):
        assert after.spans[0].span.start == before.spans[0].span.end
        assert after.spans[0].span.amount <= before.spans[0].span.amount
    assert abs(rows[-1].spans[0].span.end - 1) < 0.02


def test_the_tornado_goes_out_from_the_scenario_with_each_levers_values_at_its_bars() -> None:
    found = doubt()
    effects = {each.lever: each for each in found.asked.effects()}
    rows = tornado(found, found.asked.effects()).rows
    wide = [max(bar.span.end for bar in row.spans) - min(bar.span.end for bar in row.spans) for row in rows]
    assert wide == sorted(wide, reverse=True)
    (security,) = [row for row in rows if "sikkerhet" in row.label]
    assert [bar.text for bar in security.spans] == ["5,5 mill. kr", "14,5 mill. kr"]
    widest = effects["investment_realisation"]
    assert {round(bar.span.end, 9) for bar in rows[0].spans} == {
        round(widest.effect_low_mnok, 9), round(widest.effect_high_mnok, 9)
    }  # fmt: skip


def test_a_lever_that_the_scenario_has_outside_its_range_is_one_bar() -> None:
    found = doubt(Question(prices=NOMINAL, year=2027))
    (prices,) = [row for row in tornado(found, found.asked.effects()).rows if row.label == "Prisvekst"]
    (bar,) = prices.spans
    assert 0 < bar.span.start < bar.span.end and bar.text == "3,3\u00a0% – 4,9\u00a0%"
    assert "løpende kroner, 3,3–4,9\u00a0% per år" in doubt_headline(found) and found.own_amount is None


def test_the_margin_is_held_against_what_may_be_spent() -> None:
    found = doubt(Question(Scenario(risk_margin=0.03), prices=FIXED, year=2027))
    curve = found.asked.margins()
    figure = margin_buys(found, curve)
    told = round(float(curve.enough[list(curve.margins.round(4)).index(0.03)]) * 100)
    assert f"3,0\u00a0% er pengene nok i {told} av 100 tilfeller" in figure.alt
    ys = [point.y for point in figure.curves[0].points]
    assert ys == sorted(ys) and ys[0] < 0.6 < ys[-1]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("quantity", ["financing_need", "cost_level", "rhf", "Helse Vest", "5001"])
def test_every_figure_has_its_words_numbers_and_calculations(language: str, quantity: str) -> None:
    found = doubt(Question(Scenario(index_rate=0.031), year=2028, us="5001"), language, quantity=quantity)
    asked = found.asked
    figures = (dots(found), fan(found), over(found), made_of(found, asked.shares()), tornado(found, asked.effects()),
               margin_buys(found, asked.margins()))  # fmt: skip
    for figure in figures:
        assert all(figure.title) and figure.alt and figure.note and figure.table.rows
        assert not re.search("[a-z]_[a-z]", " ".join((*figure.title, figure.alt, figure.note, *figure.table.header)))
        for row, opens in zip(figure.table.rows, figure.table.opens, strict=True):
            assert len(row) == len(opens) == len(figure.table.header)
    assert default_ranges(PRESENT).ranges.given == asked.given.given
