"""What changed and why, on screen: bridges tie out, the sentence names what it is due to, effects over time."""

import pytest
from hypothesis import given, settings

from charts.bridges.bridge import bridge
from charts.bridges.margin import margin_briefly, margin_in_words
from charts.bridges.reasons import reasons_bridge, reasons_by_year
from charts.bridges.why import Reasons, cause, difference_in_words, reasons
from charts.draw.kinds import specification
from charts.plans.time_figures import time_figures
from model import Scenario, run
from model.answers.changes import time_effects
from model.answers.margin import margin_effect
from model.answers.quantities import in_all
from tests.asking import shown
from tests.strategies import scenarios
from texts import LANGUAGES, Texts


def found(scenario: Scenario, against: Scenario | None = None, one_by_one: bool = False) -> Reasons:
    return reasons(shown(scenario, against=against).answer, one_by_one)


@settings(max_examples=40, deadline=None)
@given(scenarios(), scenarios())
def test_the_bridge_ties_out_between_any_two_scenarios(scenario: Scenario, against: Scenario) -> None:
    why = found(scenario, against, one_by_one=True)
    for year in (2026, 2029, None):
        rows = reasons_bridge(why, year, shown()).rows
        assert rows[0].total and rows[-1].total and not any(row.total for row in rows[1:-1])
        steps = sum(row.scenario.amount for row in rows[1:-1])
        assert rows[0].scenario.amount + steps == pytest.approx(rows[-1].scenario.amount, abs=0.02)


@pytest.mark.parametrize("language", LANGUAGES)
def test_groups_stand_in_one_order_and_members_only_where_they_differ(language: str) -> None:
    scenario = Scenario.from_mapping({"risk_margin": 0.03, "measures": {"fm_avvikling": {"enabled": False}}})
    rows = reasons_bridge(found(scenario), 2027, shown(language=language)).rows
    assert [row.component for row in rows[1:-1]] == [
        "margin",
        "index",
        "efficiency",
        "volume",
        "investment",
        "measures",
        "unspent",
        "timing",
    ]
    assert all(row.label for row in rows)
    unfolded = reasons_bridge(found(scenario, one_by_one=True), 2027, shown(language=language)).rows
    assert [row.component for row in unfolded[1:-1] if "." in row.component] == ["measures.fm_avvikling"]


@pytest.mark.parametrize(("sides", "rounding"), [(("law", "published"), 0.25), (("published", "law"), -0.25)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_regulations_rounding_is_a_step_where_one_side_starts_from_it(
    sides: tuple[str, str], rounding: float, language: str
) -> None:
    """1 029.5 as printed, not 1 029.25: what lies between stands in the bridge, the table and the sum of the years."""
    scenario, against = (Scenario(start=start, index_rate=0.031) for start in sides)
    context = shown(scenario, language, against=against)
    why = reasons(context.answer)
    figure = reasons_bridge(why, 2026, context)
    of_law, step = figure.rows[-1 if rounding > 0 else 0], figure.rows[-2]
    assert of_law.scenario.amount == pytest.approx(1029.5)
    assert step.component == "law_rounding" and step.label == context.texts("component.law_rounding")
    assert step.scenario.amount == pytest.approx(rounding, abs=0.005)
    assert sum(row.scenario.amount for row in figure.rows[1:-1]) == pytest.approx(
        figure.rows[-1].scenario.amount - figure.rows[0].scenario.amount
    )
    assert step.component not in [row.component for row in reasons_bridge(why, 2027, context).rows]
    assert time_figures(context)[1].value == figure.table.rows[-1][-1]


def test_a_rounding_of_the_regulation_is_none_of_cost_levels_and_where_both_start_from_it() -> None:
    scenario = Scenario(start="law", risk_margin=0.03)
    of_cost = reasons(shown(scenario, against=Scenario()).answer, quantity="cost_level")
    of_both = found(scenario, Scenario(start="law"))
    assert "law_rounding" not in (*of_cost.levers, *of_both.levers)


def test_the_first_bar_is_a_fact_and_the_scenario_is_not() -> None:
    rows = reasons_bridge(found(Scenario(risk_margin=0.03)), 2027, shown()).rows
    assert [row.fact for row in rows if row.total] == [True, False]
    assert rows[0].text == "1\u202f119,5" and rows[-1].text == "1\u202f098,2"


def test_over_the_whole_plan_the_years_are_added() -> None:
    why = found(Scenario(risk_margin=0.03))
    whole = reasons_bridge(why, None, shown())
    assert whole.title[2] == "sum 2026–2029, 2025-kroner"
    assert whole.rows[0].scenario.amount == pytest.approx(1015.8 + 1119.5 + 1131.5 + 1143.5, abs=0.2)
    assert whole.table.rows[-1][-1] == whole.difference.split(" (")[0]


@pytest.mark.parametrize(
    ("mapping", "sentence"),
    [
        ({}, ""),
        (
            {"measures": {"pasientens_provesvar": {"enabled": False}}},
            "Hele forskjellen fra tallgrunnlaget i 2027 skyldes tiltaket «Pasientens prøvesvar».",
        ),
        (
            {"measures": {"pasientens_provesvar": {"enabled": False}, "preg_avvikling": {"enabled": False}}},
            (
                "Hele forskjellen fra tallgrunnlaget i 2027 skyldes "
                "tiltakene «Pasientens prøvesvar» og «Personregisteret (PREG) avvikles som planlagt»."
            ),
        ),
        ({"risk_margin": 0.03}, "Hele forskjellen fra tallgrunnlaget i 2027 skyldes risikomarginen."),
        (
            {"risk_margin": 0.03, "extra_efficiency": 0.01},
            "Av forskjellen fra tallgrunnlaget i 2026 står risikomarginen for 66\u00a0%.",
        ),
        (
            {"risk_margin": 0.03, "extra_volume": 0.01},
            (
                "Av forskjellen fra tallgrunnlaget i 2027 gir volum og beredskap +21,7 "
                "og risikomarginen \u221221,5 mill. kr."
            ),
        ),
    ],
)
def test_the_sentence_says_what_it_is_due_to(mapping: dict[str, float], sentence: str) -> None:
    scenario = Scenario.from_mapping(mapping)
    year = 2026 if "extra_efficiency" in mapping else 2027
    assert cause(found(scenario), year, shown(scenario)) == sentence


def test_each_year_stands_by_itself() -> None:
    why = found(Scenario(underspend_rate=0.05))
    columns = reasons_by_year(why, shown()).columns
    assert [column.text for column in columns][:2] == ["0,0", "0,0"]
    assert columns[2].text.startswith("\u2212")


def test_money_that_comes_back_later_is_told() -> None:
    scenario = Scenario(risk_margin=0.08)
    result, reference = run(scenario), run(Scenario())
    effects = time_effects(scenario, result, reference)
    unspent = result.amounts()["unspent"][:, :, 0].sum(axis=1)
    assert effects.unspent == pytest.approx(unspent.sum())
    assert effects.later == pytest.approx(unspent[-2:].sum())
    assert effects.whole == pytest.approx(effects.unspent - unspent[:2].sum())
    first, whole, left, short = time_figures(shown(scenario))
    assert first.value == "+31,4" and left.note.endswith("kommer tilbake etter 2029") and not short.moved
    assert whole.label == "Sum 2026–2029, 2025-kroner"


def test_money_short_is_no_saving() -> None:
    scenario = Scenario(risk_margin=0.03, shortfall_recovered=0.0)
    tiles = time_figures(shown(scenario))
    assert tiles[3].moved and tiles[3].note == "forutsatt at hele marginen brukes; kreves ikke inn"
    charged = Scenario(risk_margin=0.03, shortfall_recovered=1.0)
    tiles = time_figures(shown(charged))
    assert tiles[3].note.endswith("kreves inn etter 2029")


def test_amounts_stand_inside_the_axis_where_every_column_hangs_below_zero() -> None:
    drawn = specification(reasons_by_year(found(Scenario(underspend_rate=0.05)), shown()))
    labels = next(trace for trace in drawn["data"] if trace.get("mode") == "text")
    low, high = drawn["layout"]["yaxis"]["range"]
    assert all(low < place < high for place in labels["y"])


@pytest.mark.parametrize(
    ("language", "because", "label"),
    [
        ("nb", "Hele forskjellen fra tallgrunnlaget i 2027 skyldes risikomarginen.", "Fra 2026 til 2027"),
        ("nn", "Heile skilnaden frå talgrunnlaget i 2027 kjem av risikomarginen.", "Frå 2026 til 2027"),
        ("en", "The whole difference from the estimates in 2027 is due to the risk margin.", "From 2026 to 2027"),
    ],
)
def test_the_sentence_and_the_bridge_say_which_difference_they_speak_of(
    language: str, because: str, label: str
) -> None:
    """The sentence is about the reference, the bridge about the year before, where the margin changes nothing."""
    scenario = Scenario(risk_margin=0.03)
    context = shown(scenario, language, year=2027)
    figure = bridge(context)
    assert cause(found(scenario), 2027, context) == because
    assert figure.difference_label == label and figure.difference.startswith("+103")
    assert [row.text for row in figure.rows if row.component == "risk_margin"] in (["0,0"], ["0.0"])
    over_all_years = cause(found(scenario), None, context)
    assert "2026–2029" in over_all_years and over_all_years in reasons_bridge(found(scenario), None, context).alt


SPENT = {"underspend_rate": 0.05}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_margin_is_no_saving_where_unspent_money_is_given_back(language: str) -> None:
    """3 % against 5 %: −20.9, −21.3 and then −0.6, −0.5; what is not charged is not there to be returned."""
    context = shown(Scenario(risk_margin=0.03, **SPENT), language, against=Scenario(**SPENT))
    effect = margin_effect(context.answer)
    assert effect is not None
    assert [(year, round(amount, 1)) for year, amount in effect.need] == [
        (2026, -20.9),
        (2027, -21.3),
        (2028, -0.6),
        (2029, -0.5),
    ]
    returned = [side.amounts()["returned"].sum() for side in (context.answer.reference, context.answer.result)]
    assert effect.back == pytest.approx(returned[0] - returned[1]) and round(effect.back, 1) == 42.3
    unspent = [side.amounts()["unspent"][-2:].sum() for side in (context.answer.reference, context.answer.result)]
    assert effect.later == pytest.approx(unspent[0] - unspent[1]) and effect.shortfall == 0
    told = margin_in_words(context)
    amounts = (-20.9, -21.3, -0.6, -0.5)
    assert all(context.texts.change(amount) in told for amount in amounts) and context.texts.amount(42.3) in told
    assert "2026–2029" in told and context.prices in told and context.texts.amount(43.3) in told
    assert reasons_by_year(reasons(context.answer), context).note == told
    assert context.texts.amount(42.3) in margin_briefly(context)


def test_beside_what_one_payer_pays_the_margin_is_told_of_all() -> None:
    context = shown(Scenario(risk_margin=0.03, **SPENT), against=Scenario(**SPENT))
    assert margin_briefly(context, is_payment=True).startswith(
        "For alle samlet: risikomarginen: 42,3 mill. kr kommer igjen"
    )
    short = margin_briefly(shown(Scenario(risk_margin=0.03)), is_payment=True)
    assert short.startswith("For alle samlet: underdekningen er 85,6 mill. kr") and "er ikke spart" in short
    assert margin_briefly(shown(Scenario(extra_volume=0.01)), is_payment=True) == ""


def test_what_comes_back_of_a_margin_is_told_as_what_it_is() -> None:
    """Less returned, more returned, or a shortfall that is charged; a shortfall is told and is no saving."""
    short = margin_in_words(shown(Scenario(risk_margin=0.03)))
    assert short.endswith(
        "Underdekningen er 85,6 mill. kr (sum 2026–2029, 2025-kroner): penger som mangler, er ikke spart."
    )
    assert "kommer igjen" not in short
    recovering = Scenario(shortfall_recovered=1.0)
    charged = margin_in_words(shown(Scenario(risk_margin=0.03, shortfall_recovered=1.0), against=recovering))
    assert "42,3 mill. kr kommer igjen som mindre tilbakeføring eller innkrevd underdekning" in charged
    more = margin_in_words(shown(Scenario(risk_margin=0.08)))
    assert "63,4 mill. kr kommer tilbake som økt tilbakeføring (sum 2026–2029, 2025-kroner)" in more
    assert margin_in_words(shown(Scenario(extra_volume=0.01))) == margin_in_words(shown()) == ""
    paid = {"measures": {"sikkerhet": {"enabled": True, "state_share": 0.5}}}
    funded = margin_effect(shown(Scenario.from_mapping({"risk_margin": 0.03, **paid})).answer)
    assert funded is not None and funded.back is None and funded.later is None


@pytest.mark.parametrize(
    ("quantity", "decimals"), [("4601", 1), ("1818", 3), ("Helse Vest", 1), ("rhf", 1), ("cost_level", 1)]
)
def test_reasons_of_any_quantity_tie_out(quantity: str, decimals: int) -> None:
    """The bridge goes from what the payer pays by the reference to what it pays by the scenario; keys are a step."""
    scenario = Scenario(risk_margin=0.03, keys="proposal_2021")
    context = shown(scenario, year=2027)
    why = reasons(context.answer, quantity=quantity)
    figure = reasons_bridge(why, 2027, context)
    first, *steps, last = figure.rows
    assert first.scenario.amount + sum(row.scenario.amount for row in steps) == pytest.approx(last.scenario.amount)
    expected = float(in_all(quantity, run(scenario), scenario)[1, 0])
    assert last.scenario.amount == pytest.approx(expected) and why.decimals == decimals
    assert ("keys" in [row.component for row in steps]) == (quantity != "cost_level")
    assert context.texts.change(last.scenario.amount - first.scenario.amount, decimals) in figure.difference
    assert context.texts.amount(expected, decimals) == last.text
    sentence = difference_in_words(why, 2027, context)
    way = "lavere" if expected < first.scenario.amount else "høyere"
    assert "2027" in sentence and "2025-kroner" in sentence and way in sentence
    assert ("tilnærmet" in figure.title[2]) == (quantity != "cost_level")


def test_keys_are_no_step_of_the_need() -> None:
    rows = reasons_bridge(found(Scenario(keys="proposal_2021")), 2027, shown()).rows
    assert "keys" not in [row.component for row in rows]


def test_that_unspent_money_comes_back_is_said_only_where_it_moves() -> None:
    measure = {"measures": {"pasientens_provesvar": {"enabled": False}}}
    comes_back = Texts("nb")("reasons.note_years")
    for scenario, said in (
        (Scenario.from_mapping(measure), ""),
        (Scenario(extra_efficiency=0.01), ""),
        (Scenario(underspend_rate=0.02), comes_back),
        (Scenario.from_mapping({**measure, "underspend_rate": 0.02}), comes_back),
    ):
        assert reasons_by_year(found(scenario), shown(scenario)).note == said


def test_lower_has_no_sign_of_its_own() -> None:
    scenario = Scenario.from_mapping({"start": "law", "measures": {"pasientens_provesvar": {"enabled": False}}})
    context = shown(scenario)
    said = difference_in_words(reasons(context.answer, False, "4601"), 2027, context)
    assert "0,4 mill. kr (1,7\u00a0%) lavere enn" in said, said
