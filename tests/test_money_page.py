"""«Tidligere års midler» looks ahead: what is held, saved or moved, returned; the switch; one's own part."""

import re

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from charts.draw.plotly.shared import Room
from charts.draw.plotly.stack import stack_specification
from charts.draw.svg.stack import stack_drawing
from charts.money.settled import settled_figures
from charts.money.sums import difference_parts
from charts.words.context import context
from model import Question, Scenario, answer, presets
from model.answers.own_money import OwnMoney
from model.payers import payers
from tests.baselines import PRESENT
from tests.test_pages import message, page_script
from texts import LANGUAGES, Texts

PAGE = "tidligere_aars_midler"
AS_IN_2024 = Scenario(underspend_rate=0.083)
LOWER = AS_IN_2024.with_value("risk_margin", 0.03)


def figures(scenario: Scenario, **query: str) -> dict[str, dict]:
    return {each["name"]: each for each in message(page_script(PAGE, scenario, **query))["figures"]}


def keys(scenario: Scenario, **query: str) -> dict[str, dict]:
    return {each["name"]: each for each in message(page_script(PAGE, scenario, **query))["keys"]}


def row(figure: dict, at: int) -> list[str]:
    return list(figure["table"]["rows"][at])


def test_at_rest_the_73_5_stay_and_nothing_is_moved() -> None:
    at = message(page_script(PAGE))
    said = "Ved utgangen av 2035 sitter Norsk helsenett med 73,5 mill. kr: alt beholdes, hvis det verken brukes eller"
    assert at["headline"] == f"{said} tilbakeføres."
    held = figures(Scenario())["settled_held"]
    assert row(held, -1) == ["Sum", "157,0", *["73,5"] * 10]
    assert held["table"]["header"][1:] == [str(year) for year in range(2025, 2036)]
    assert "83,5 i tidligere års midler (Tabell 8) og 73,5 ventet ubrukt i 2025" in held["note"]
    open_question = "De 73,5 beholdes her; hva som skjer med dem, er ikke avgjort i dokumentene."
    assert open_question in held["note"]
    decided = figures(Scenario(base_year_underspend_returned=1.0))["settled_held"]
    assert open_question not in decided["note"]
    flows = figures(Scenario())["settled_flows"]
    assert row(flows, -1)[1:5] == ["1\u202f015,8", "1\u202f119,5", "1\u202f131,5", "1\u202f143,5"]
    assert all(
        "beregnet" in figure["title"][0] for figure in figures(Scenario()).values() if "settled" in figure["name"]
    )


def test_as_in_2024_two_years_of_unspent_money_are_held() -> None:
    held, flows = (figures(AS_IN_2024)[name] for name in ("settled_held", "settled_flows"))
    assert row(held, 0)[:4] == ["Tilbakeføres slik spakene står", "83,5", "91,2", "184,2"]
    assert row(held, 1)[-1] == "73,5" and row(held, -1)[-1] == "265,3"
    assert [cells[1] for cells in flows["table"]["rows"][:4]] == ["1\u202f008,1", "91,2", "0,0", "−83,5"]


def test_a_lower_margin_is_told_as_money_moved_and_not_saved() -> None:
    at = message(page_script(PAGE, LOWER))
    assert at["headline"] == (
        "Til og med 2035 er det betalt 44,0 mill. kr mindre enn i tallgrunnlaget med 8,3\u00a0% mindreforbruk. "
        "Ingenting er spart når like mye blir brukt: Norsk helsenett sitter med 44,0 mindre."
    )
    difference = figures(LOWER)["settled_difference"]
    assert row(difference, 0) == ["Brukt", *["0,0"] * 10]
    assert row(difference, 1)[1:4] == ["−20,9", "−42,3", "−42,9"]


def test_a_lower_margin_that_is_all_spent_leaves_norsk_helsenett_short() -> None:
    headline = message(page_script(PAGE, Scenario(risk_margin=0.03)))["headline"]
    assert headline.endswith("like mye blir brukt: Norsk helsenett har 217,7 mindre, og har lagt ut 144,2.")
    held = figures(Scenario(risk_margin=0.03))["settled_held"]
    assert row(held, -2)[-1] == "−144,2" and held["moved"]


def test_what_hangs_below_zero_has_its_amount_under_it_on_screen_and_paper() -> None:
    """The column of the published rules stands beside it, above zero."""
    lower = context(answer(Question(Scenario(risk_margin=0.03))), Texts("nb"))
    held, _, _ = settled_figures(lower)
    assert [column.hangs for column in held.columns] == [False] * 4 + [True] * 7
    amounts = next(trace for trace in stack_specification(held, Room.WIDE)["data"] if trace.get("mode") == "text")
    assert amounts["textposition"] == ["top center"] * 4 + ["bottom center"] * 7
    assert amounts["y"][-1] < held.columns[-1].top == pytest.approx(-144.2, abs=0.05)
    svg = stack_drawing(held, 900)
    last = float(re.findall(r'y="([\d.]+)"[^>]*>−144,2', svg.marks)[0])
    assert last > max(float(y) for y in re.findall(r'y="([\d.]+)"[^>]*>−122,1', svg.marks))
    assert "Alt er null her" in figures(Scenario())["settled_difference"]["note"]
    assert "Alt er null her" not in figures(LOWER)["settled_difference"]["note"]


def test_sums_of_four_digits_beside_each_other_have_no_decimal() -> None:
    much = Scenario(risk_margin=0.0, underspend_rate=-0.15, repayment_lag=1, shortfall_recovered=1.0, index_rate=0.1)
    _, difference, _ = settled_figures(context(answer(Question(much)), Texts("en")))
    assert difference.decimals == 0 and difference.columns[-1].text == "+2,761"
    _, difference, _ = settled_figures(context(answer(Question(LOWER)), Texts("en")))
    assert difference.decimals == 1 and difference.columns[-1].text == "−44.0"


def test_a_real_saving_is_told_as_one() -> None:
    assert "Alt er spart" in message(page_script(PAGE, Scenario(extra_efficiency=0.01)))["headline"]


@pytest.mark.parametrize(
    "scenario",
    [
        LOWER,
        Scenario(risk_margin=0.03, index_rate=0.031),
        Scenario(start="law", underspend_returned=0.5, underspend_rate=0.083, index_rate=0.02),
    ],
)
def test_what_is_paid_more_is_used_held_or_borne_and_nothing_else(scenario: Scenario) -> None:
    settled = answer(Question(scenario)).settled
    paid = settled.payment[:, :, 0].sum(axis=1) - settled.payment[:, :, 1].sum(axis=1)
    np.testing.assert_allclose(difference_parts(settled).sum(axis=1), np.cumsum(paid), rtol=0, atol=1e-8)


def test_the_amounts_are_in_each_years_own_kroner_whatever_is_chosen() -> None:
    scenario = Scenario(index_rate=0.031)
    chosen = figures(scenario, priser="faste")["settled_flows"]
    assert chosen["table"] == figures(scenario)["settled_flows"]["table"]
    shown = context(answer(Question(scenario, prices="faste")), Texts("nb"))
    assert chosen["title"][2].endswith(shown.nominal_prices)
    assert "3,1\u00a0%" in chosen["title"][2]


def test_the_wait_has_a_price_where_prices_grow() -> None:
    assert keys(AS_IN_2024)["whole_delay"]["value"] == "0,0"
    indexed = keys(AS_IN_2024.with_value("index_rate", 0.031))["whole_delay"]
    assert indexed["value"] == "27,8" and "(utledet)" in indexed["note"]
    at_once = AS_IN_2024.with_value("index_rate", 0.031).with_value("repayment_lag", 1)
    assert keys(at_once)["whole_delay"]["value"] == "0,0"
    idle = keys(Scenario(index_rate=0.04))["whole_delay"]
    assert idle["value"] == "0,0" and idle["note"].startswith(
        "siden 2026 har ingenting av det som tilbakeføres, ventet"
    )


def test_ones_own_part_is_by_the_keys_and_said_to_be_approximate() -> None:
    key = keys(AS_IN_2024, hvem="Helse Vest")["whole_own"]
    assert key["value"] == "21,9 mill. kr" and key["note"].endswith("tilnærmet")
    assert keys(AS_IN_2024, hvem="4601")["whole_own"]["note"].endswith("tilnærmet")
    assert "betaler" not in keys(Scenario(), hvem="Helse Vest")["whole_own"]["note"]


def test_what_each_pays_more_adds_up_to_what_the_groups_pay_more() -> None:
    """Also where the keys are moved: the published rules have their own."""
    found = answer(Question(LOWER.with_value("keys", "proposal_2021")))
    members = [payer.id for payer in payers() if payer.group in ("rhf", "kommuner")]
    parts = sum(OwnMoney.of(member, found).paid_more for member in members)
    ours, theirs = (keys.groups[:, :2, 0].sum(axis=1) for keys in (found.keys, found.reference_keys))
    payment = found.settled.payment
    np.testing.assert_allclose(parts, (payment[:, :, 0] * ours - payment[:, :, 1] * theirs).sum(axis=1), rtol=1e-9)


def test_a_shortfall_is_charged_and_not_returned_in_any_words() -> None:
    short = Scenario(risk_margin=0.0, underspend_rate=-0.05, shortfall_recovered=1.0, index_rate=0.03)
    at = page_script(PAGE, short, hvem="Helse Vest")
    found = {each["name"]: each for each in message(at)["keys"]}
    own = "24,8 kreves inn slik spakene står og 6,0 beholdes, betaler +33,8 i 2026–2035 mot tallgrunnlaget"
    assert found["whole_own"]["note"].startswith(own) and found["whole_own"]["note"].endswith("tilnærmet")
    assert found["whole_delay"]["value"].startswith("−") and "innkrevingen venter" in found["whole_delay"]["note"]
    assert any("slipper betalerne det første årets prisvekst" in each.value for each in at.markdown)
    assert "med 5,0\u00a0% overforbruk" in message(at)["headline"]


def test_what_is_neither_used_nor_held_is_told_and_nothing_is_left_out() -> None:
    returned = Scenario(base_year_underspend_returned=1.0, start="law", repayment_lag=1, index_rate=0.05)
    at = message(page_script(PAGE, returned, hvem="Helse Vest"))
    assert "77,2 mill. kr mindre" in at["headline"] and "73,5 mindre. I tillegg: −3,7 prisvekst" in at["headline"]
    found = {each["name"]: each for each in at["keys"]}
    assert found["whole_held"]["note"].startswith("−73,5 mot") and found["whole_own"]["note"].startswith(
        "betaler −6,3 i"
    )
    assert "to år" in found["whole_delay"]["note"] and found["whole_delay"]["value"] == "2,4"
    measures = {"sikkerhet": {"enabled": True, "state_share": 0.5}}
    paid_by_state = Scenario.from_mapping({"measures": measures}, PRESENT)
    said = message(page_script(PAGE, paid_by_state))["headline"]
    assert said.endswith(
        "275,0 mill. kr mer enn i tallgrunnlaget. Bak dette ligger +550,0 endret forbruk og −275,0 som staten betaler."
    )
    measures["sikkerhet"]["state_share"] = 1.0
    all_paid_by_state = Scenario.from_mapping({"measures": measures}, PRESENT)
    said = message(page_script(PAGE, all_paid_by_state))["headline"]
    assert "like mye" in said and said.endswith("+550,0 endret forbruk og −550,0 som staten betaler.")


def test_who_adds_price_growth_is_told_by_what_is_returned_and_charged() -> None:
    at_once = Scenario(risk_margin=0.0, underspend_rate=-0.15, repayment_lag=1, shortfall_recovered=1.0, index_rate=0.1)
    note = keys(at_once)["whole_delay"]["note"]
    assert note.endswith("året etter; betalerne legger 329,7 i prisvekst til det som kreves inn (utledet)")
    mostly_returned = Scenario(underspend_rate=-0.004, shortfall_recovered=1.0, index_rate=0.1)
    assert (
        "Norsk helsenett legger 2,6 i prisvekst til det som tilbakeføres"
        in keys(mostly_returned)["whole_delay"]["note"]
    )
    without_growth = Scenario(start="law", underspend_rate=0.083)
    assert "taper" not in keys(without_growth)["whole_delay"]["note"]


def test_the_parts_of_all_rhf_and_municipalities_are_those_of_their_groups() -> None:
    found = answer(Question(AS_IN_2024))
    members = [payer.id for payer in payers() if payer.group in ("rhf", "kommuner")]
    parts = sum(OwnMoney.of(member, found).returned for member in members)
    shares = found.keys.groups[:, :2, 0].sum(axis=1)
    np.testing.assert_allclose(parts, (found.settled.returned[:, :, 0] * shares).sum(axis=1), rtol=1e-9)


def test_the_switch_is_the_ready_scenario_of_the_document_and_can_be_taken_back() -> None:
    as_last = presets(PRESENT)["mindreforbruk_som_sist"]
    assert as_last.scenario.underspend_rate == round(86.1 / 1037.2, 3)
    at: AppTest = page_script(PAGE, Scenario(risk_margin=0.04))
    (switch,) = at.toggle
    assert switch.label == "Mindreforbruk som i 2024 (8,3 %)" and not switch.value
    on = switch.set_value(True).run()
    assert message(on)["headline"].startswith("Til og med 2035") and "8,3\u00a0%" in message(on)["headline"]
    assert on.toggle[0].value
    off = on.toggle[0].set_value(False).run()
    assert message(off)["headline"] == message(at)["headline"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_stands_under_the_figures_is_there_in_every_language(language: str) -> None:
    at = page_script(PAGE, AS_IN_2024.with_value("index_rate", 0.031), sprak=language, hvem="1818")
    said = " ".join(each.value for each in at.markdown)
    assert "27,8" in said.replace(".", ",")
    assert len(at.expander) >= 3


def test_why_money_was_left_over_and_who_decides_stands_before_what_does_not_come_out() -> None:
    titles = [each.label for each in page_script(PAGE).expander]
    why, margin, ties = (
        next(at for at, title in enumerate(titles) if title.startswith(beginning))
        for beginning in ("Hvorfor det ble penger til overs", "Hva en margin på", "Henger tallene sammen")
    )
    assert why < margin < ties
