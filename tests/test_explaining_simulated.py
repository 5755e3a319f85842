"""Figures of draws open what they are counted of: the value is what is drawn, and every range leads to its source."""

import re
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charts.calculation.opened import opened
from charts.calculation.step import Step
from model import ModelError, Question, Scenario, answer
from model.answers.quantities import QUANTITIES
from model.answers.question import PRICES
from model.explaining import calculation
from model.explaining.calculation import Calculations
from model.explaining.node import LEAVES, RANGE, SIMULATED, Node
from model.explaining.operations import OWN
from model.explaining.simulated import effect_address, simulated_address
from model.sources import sources_by_id
from model.uncertainty import DRAWS, Asked, default_ranges, written
from pages.visit import view_link
from tests.asking import shown
from tests.baselines import PLAN_YEARS, PRESENT
from tests.strategies import scenarios
from tests.test_explaining import check_steps, steps
from texts import LANGUAGES

YEAR = PLAN_YEARS[1]
FEW = 1_000
DEFAULTS = default_ranges(PRESENT).ranges
CHANGED = ("index_rate:pert:0.02:0.03:0.05", "volume_realisation:fixed:0.9", "extra_efficiency:uniform:0.0:0.02")
KINDS = ("0.85", "mean", "above~1155.0", "importance~index_rate", "enough~0.05", "enough_if_planned~0.05")
MOVED = Scenario(risk_margin=0.03, index_rate=0.03, extra_volume=0.01)


def asked(quantity: str = "financing_need", ranges: tuple[str, ...] = (), **of: Any) -> Asked:
    return Asked(Question(**{"year": YEAR, **of}), quantity, ranges, FEW)


def node_of(draws: Asked, what: str) -> Node:
    return calculation(answer(draws.question), simulated_address(draws, what))


def of_moved_levers(path: str) -> st.SearchStrategy[str]:
    """A range of a share lever, of any kind."""
    numbers = st.lists(st.integers(0, 40), min_size=3, max_size=3, unique=True).map(sorted)
    low, high = {"index_rate": (0.0, 0.1), "underspend_rate": (0.0, 0.08)}.get(path, (0.5, 1.5))
    scaled = numbers.map(lambda each: [round(low + (high - low) * number / 40, 6) for number in each])
    return st.one_of(
        scaled.map(lambda each: written(path, {"triangular": each})),
        scaled.map(lambda each: written(path, {"pert": each})),
        scaled.map(lambda each: written(path, {"uniform": each[:2]})),
        scaled.map(lambda each: written(path, {"fixed": each[1]})),
    )


def some_ranges() -> st.SearchStrategy[tuple[str, ...]]:
    drawn = [path for path in DEFAULTS.levers if not path.startswith("measures")]
    chosen = st.lists(st.sampled_from(drawn), unique=True)
    return chosen.flatmap(lambda paths: st.tuples(*map(of_moved_levers, paths)))


@st.composite
def anything_asked(draw: st.DrawFn) -> Asked:
    question = Question(draw(scenarios()), prices=draw(st.sampled_from(PRICES)), year=draw(st.sampled_from(PLAN_YEARS)))
    quantity = draw(st.sampled_from((*QUANTITIES, "Helse Nord", "0301")))
    return Asked(question, quantity, draw(some_ranges()), FEW)


@given(draws=anything_asked(), share=st.integers(0, 100).map(lambda each: each / 100))
@settings(max_examples=12, deadline=None)
def test_each_figure_is_what_is_drawn(draws: Asked, share: float) -> None:
    found, known = draws.simulated(), Calculations.of(answer(draws.question))
    at = 0, found.years.index(draws.question.year)
    histogram = found.histogram(draws.quantity, draws.question.year)
    amount = round(float(found.mean[at]), 3)
    margins, shares = draws.margins(), draws.shares()
    expected = {
        repr(share): found.quantiles((share,))[*at, 0],
        "mean": found.mean[at],
        f"above~{amount!r}": histogram.shares_above(np.array([amount]))[0],
        f"enough~{float(margins.margins[5])!r}": margins.enough[5],
        f"enough_if_planned~{float(margins.margins[5])!r}": margins.enough_if_planned[5],
    } | {f"importance~{each.lever}": each.share for each in shares}
    for what, value in expected.items():
        where = simulated_address(draws, what)
        node = known.node(where)
        assert (node.value, node.op, node.year, node.address) == (value, SIMULATED, draws.question.year, where), what
        ranges = [term for term in node.terms if term.op == RANGE]
        assert {term.name for term in ranges} == set(draws.given.given)
        check_steps(node)


@pytest.mark.parametrize("prices", PRICES)
@pytest.mark.parametrize("scenario", [Scenario(), MOVED, Scenario(start="law", index_rate=0.02)])
@pytest.mark.parametrize("quantity", ["financing_need", "cost_level", "kommuner", "Helse Vest"])
def test_each_effect_is_what_the_lever_does(quantity: str, scenario: Scenario, prices: str) -> None:
    draws = asked(quantity, scenario=scenario, prices=prices)
    check_effects(draws)
    assert {each.lever for each in draws.effects()} == set(DEFAULTS.given)


@given(draws=anything_asked())
@settings(max_examples=6, deadline=None)
def test_each_effect_of_any_ranges_is_what_the_lever_does(draws: Asked) -> None:
    check_effects(draws)


def check_effects(draws: Asked) -> None:
    known = Calculations.of(answer(draws.question))
    for each in draws.effects():
        for value, effect in ((each.low, each.effect_low_mnok), (each.high, each.effect_high_mnok)):
            node = known.node(effect_address(draws, each.lever, value))
            assert node.value == pytest.approx(effect, rel=0, abs=1e-9), each
            assert all(known.node(term.address).value == term.value for term in node.terms), each
            check_steps(node)


def test_an_effect_leaves_the_scenario_as_it_is_where_the_ranges_fix_nothing() -> None:
    scenario = Scenario(measures={"sikkerhet": {"enabled": True, "amount_mnok": 8.0}})
    draws = asked(scenario=scenario)
    first, second = calculation(answer(draws.question), effect_address(draws, "index_rate", 0.04)).terms
    assert second.address == f"financing_need/{YEAR}/sum" and first.address.startswith("drawn_from/")


def test_the_scenarios_own_amount_stands_beside_where_kroner_are_alike() -> None:
    def own(draws: Asked) -> list[str]:
        return [term.address for term in node_of(draws, "0.5").terms if term.terms]

    place = f"financing_need/{YEAR}/sum"
    assert not own(asked()) and own(asked(scenario=MOVED)) == own(asked(prices="faste")) == [place]
    assert own(asked(ranges=("index_rate:fixed:0.0",))) == [place]


def test_a_default_range_stands_where_its_row_does_and_a_changed_one_is_the_visitors_own() -> None:
    context = shown(year=YEAR)
    draws = Asked(context.question, ranges=CHANGED, draws=FEW)
    changed = {text.partition(":")[0] for text in CHANGED}
    where = simulated_address(draws, "0.85")
    node = Calculations.of(context.answer).node(where)
    known = sources_by_id(PRESENT)
    for at, term in enumerate(node.terms):
        if term.op != RANGE:
            continue
        (step,) = opened(f"{where}~{at}", (context,))
        assert term.source and (term.source.document == OWN) == (term.name in changed), term
        assert step.kilde in known and term.name.split(".")[-1] in step.kilde
        assert step.kilde == f"range.{term.name}" or term.name == "extra_efficiency"
        assert (step.note == context.texts("calculation.own_data")) == (term.name in changed)
        facts = dict(step.facts)
        if term.name in changed:
            default = context.texts("calculation.fact.default_range")
            assert (default in facts) == (term.name in DEFAULTS.given)
        else:
            reason = default_ranges(PRESENT).reasons[term.name].reason["nb"]
            assert facts[context.texts("calculation.fact.reason")] == reason


def every_step(where: str, context: Any) -> Iterator[Step]:
    yield from opened(where, (context,), levels=2)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("prices", PRICES)
def test_every_step_has_words_and_no_ids(language: str, prices: str) -> None:
    context = shown(MOVED, year=YEAR, language=language, prices=prices)
    for quantity in ("financing_need", "kommuner", "Helse Vest", "0301"):
        draws = Asked(context.question, quantity, CHANGED, FEW)
        effect = effect_address(draws, "underspend_rate", 0.02), effect_address(draws, "index_rate", 0.0312345)
        for where in (*(simulated_address(draws, what) for what in KINDS), *effect):
            for step in every_step(where, context):
                said = (
                    step.title,
                    step.value,
                    step.words,
                    step.note,
                    step.prices,
                    *(f"{a} {b}" for a, b in step.facts),
                )
                said += tuple(f"{term.label} {term.value}" for term in step.terms)
                assert step.title and step.value and not any("_" in each or "{" in each for each in said), said


def plain(text: str) -> str:
    """A text with ordinary spaces."""
    return re.sub(r"[\u00a0\u202f]", " ", text)


def test_the_sentence_counts_the_draws() -> None:
    context = shown(year=YEAR)
    draws = Asked(context.question)
    (step, *_) = opened(simulated_address(draws, "0.85"), (context,))
    assert plain(step.words).startswith(f"Av 10 000 trekk ligger 8 500 under {plain(step.value)}. ")
    assert plain(step.title) == f"Finansieringsbehov {YEAR}, 85,0 % av trekkene er under" and not step.numbers
    assert step.note == "Gitt disse antakelsene: med andre spenn blir svaret et annet."
    assert plain(step.prices) == "løpende kroner, 3,3–4,9 % per år"
    over = opened(simulated_address(draws, "above~1250.0"), (context,))[0]
    count = round(calculation(context.answer, over.path).value * 10_000)
    assert f"ligger {count // 1000} {count % 1000:03} over 1 250,0 mill. kr" in plain(over.words)


REFUSED = [
    "simulated",
    "simulated/0.85",
    "simulated/0.85/financing_need/2027",
    "simulated/0.85/financing_need/2027/1000/index_rate:fixed:0.03/more",
    *(f"simulated/{what}/financing_need/2027/1000" for what in (
        "", "1.5", "-0.1", "0,85", ".85", "0.850", "+0.85", "1e-1", "0.85~", "0.85~1", "nan", "inf", "quantile~0.85",
        "half", "mean~1.0", "above", "above~", "above~1155", "above~nan", "above~1_155.0", "above~1.0~2.0",
        "importance", "importance~", "importance~nothing", "importance~extra_volume", "enough", "enough~5%",
        "enough~0.9", "enough~-0.1", "effect~index_rate", "effect~index_rate~0.03~1.0", "effect~nothing~0.03",
        "effect~index_rate~9.0", "effect~measures.sikkerhet.enabled~0.0", "effect~extra_volume~0.01",
    )),
    *(f"simulated/0.85/financing_need/2027/{draws}" for draws in (
        "", "0", "-1", "1.0", "1e3", "01000", "1_000", str(DRAWS[-1] + 1), "9" * 40, "\N{ARABIC-INDIC DIGIT FIVE}",
    )),
    *(f"simulated/0.85/financing_need/{year}/1000" for year in ("", "1999", "2024", "27", "2027.0", "next")),
    *(f"simulated/0.85/{quantity}/2027/1000" for quantity in ("", "nothing", "us", "9999", "financing_need%2Fvkp")),
    *(f"simulated/0.85/financing_need/2027/1000/{ranges}" for ranges in (
        "", ";", "index_rate", "index_rate:fixed", "index_rate:fixed:a", "index_rate:fixed:9.0", "nothing:fixed:1.0",
        "index_rate:fixed: 0.03", "index_rate:fixed:0.03;", "index_rate:fixed:0.03;index_rate:fixed:0.04",
        "index_rate:uniform:0.05:0.03", "index_rate:uniform:0.0:nan", "index_rate:fixed:0.03<b>", "keys:fixed:1.0",
        "index_rate:fixed:٠", "index_rate:fixed:0.03~0",
    )),
    "drawn_from/default",
    *(f"drawn_from/{ranges}/cost_level/2027" for ranges in ("", "nothing", "index_rate:fixed:9.0", "default;default")),
]  # fmt: skip


@pytest.mark.parametrize("where", REFUSED)
def test_an_address_that_leads_nowhere_is_refused(where: str) -> None:
    with pytest.raises(ModelError):
        calculation(answer(Question()), where)


def test_other_random_numbers_have_no_address() -> None:
    with pytest.raises(ModelError):
        simulated_address(Asked(Question(), seed=1), "mean")


def test_a_link_holds_the_longest_address_of_the_default_ranges() -> None:
    """All of them changed, each number with all the digits that a number may have, and the place of a term."""
    third = {"triangular": 3, "uniform": 2, "fixed": 0}
    texts = []
    for path, each in DEFAULTS.given.items():
        ((kind, value),) = each.items()
        number = [float(x) + 1 / 3e4 for x in value] if third[kind] else value
        texts.append(written(path, {"triangular": [*number, number[-1]][:3]} if third[kind] else each))
    draws = Asked(Question(year=PLAN_YEARS[-1]), "apotek_bandasjister", tuple(texts), DRAWS[-1])
    longest = effect_address(draws, "measures.sikkerhet.amount_mnok", 14.499999999999998)
    moved = longest.split("/")[-1] + "/" + "measures.sikkerhet.amount_mnok:fixed:14.499999999999998"
    assert len(f"beside/4/{longest}~10~10") <= view_link.LONGEST_CALCULATION
    assert (
        len(f"beside/4/drawn_from/{moved}/nominal/computed/2029/sum/apotek_bandasjister~10~10")
        <= view_link.LONGEST_CALCULATION
    )


def test_a_step_draws_what_was_drawn() -> None:
    """The same seed gives the page and its panel the same draws."""
    draws = asked(ranges=("index_rate:fixed:0.01",))
    found = draws.simulated()
    assert node_of(draws, "mean").value == found.mean[0, found.years.index(YEAR)]


def test_every_leaf_of_an_effect_stands_somewhere() -> None:
    draws = asked()
    node = calculation(answer(draws.question), effect_address(draws, "measures.sikkerhet.amount_mnok", 5.5))
    assert {each.op for each in steps(node)} - {*LEAVES} and not [each for each in steps(node) if each.op == SIMULATED]
