"""A scenario that starts from the law, in words and charts: the regulation is named, and growth starts from it."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from charts.bridges.bridge import TOTALS, bridge, solution_groups
from charts.plans.from_law import growth_note, growth_table
from charts.plans.key_figures import key_figures
from charts.plans.plan import plan
from charts.records.figure import KeyFigure
from charts.words.context import Context, context
from charts.words.from_law import growth_sentence, works_later
from charts.words.headline import headline
from model import Question, Scenario, answer, presets
from model.answers.law_payment import growths_from_law
from model.answers.question import FIXED, NOMINAL
from model.baseline.making import baseline_of
from model.scenario import link
from pages.visit import state
from tests.baselines import INVENTED, PRESENT, SHEETS, changed
from tests.test_pages import page_script, who_pays
from texts import LANGUAGES, Texts

LAW = PRESENT.law
FIRST, SECOND = PRESENT.plan_years[:2]
ADD_UP = 1e-9  # MNOK


def from_law(year: int, prices: str = NOMINAL, language: str = "nb", **fields: object) -> Context:
    scenario = Scenario.from_mapping({"start": "law", **fields})
    return context(answer(Question(scenario, None, prices, year)), Texts(language))


def keys_of(shown: Context) -> Mapping[str, KeyFigure]:
    return {key.name: key for key in key_figures(shown)}


def plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\u00a0", " ")


def test_the_payment_is_what_is_set_and_what_follows() -> None:
    assert LAW is not None
    assert (round(LAW.set_mnok, 1), round(LAW.implied_mnok, 1)) == (927.4, 102.1)
    payment = answer(Question(Scenario(start="law"))).law_payment
    assert payment is not None and payment.total == pytest.approx(1029.5, abs=ADD_UP)
    assert payment.computed == pytest.approx(1029.25, abs=0.005)
    assert payment.by_solution.sum() == pytest.approx(payment.total, abs=ADD_UP)
    assert answer(Question(Scenario())).law_payment is None


def test_a_regulation_that_sets_all_of_it_has_one_part() -> None:
    def all_set(rows: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
        return {name: {**cells, "stated": ""} for name, cells in rows.items()}

    baseline = baseline_of(changed(SHEETS, "law", all_set))
    said = headline(context(answer(Question(Scenario(start="law", figures=baseline))), Texts("nb")))
    assert plain(said).endswith("1 029,5 mill. kr, 1 029,5 fastsatt.")


def test_growth_from_the_regulation_is_told_by_what_it_rests_on() -> None:
    found = [(each.index_rate, each.without, round(100 * each.growth, 1)) for each in growths_from_law(PRESENT)]
    assert found == [(0.031, (), 15.6), (0.0, (), 12.1), (0.031, ("pasientens_provesvar",), 13.8)]
    assert not growths_from_law(INVENTED["a year on"]())


def test_the_table_of_growth_has_the_scenarios_own_too() -> None:
    assert LAW is not None
    shown = from_law(SECOND, FIXED, risk_margin=0.03)
    table = growth_table(LAW, shown)
    assert [plain(row[2]) for row in table.rows] == ["+15,6 %", "+12,1 %", "+13,8 %", "+10,0 %"]
    assert "Pasientens prøvesvar" in growth_note(LAW, shown)
    assert "+15,6" in growth_sentence(LAW, PRESENT, Texts("nb"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_year_that_is_set_is_headed_by_the_regulation(language: str) -> None:
    numbers = Texts(language)
    said = headline(from_law(FIRST, language=language, risk_margin=0.03))
    assert all(numbers.amount(amount) in said for amount in (1029.5, 927.4, 102.1))
    fixed = headline(from_law(FIRST, FIXED, language))
    assert numbers.amount(1029.5 / 1.031) in fixed and numbers.amount(1029.5) not in fixed


def test_a_year_that_is_set_says_from_when_levers_work() -> None:
    moved = from_law(FIRST, risk_margin=0.03)
    assert (
        works_later(moved) == "2026 er fastsatt i forskriften. Spakene virker fra 2027: velg et senere år for å se dem."
    )
    assert not works_later(from_law(SECOND, risk_margin=0.03)) and not works_later(from_law(FIRST))


def test_key_figures_start_from_the_regulation_and_name_the_gap() -> None:
    first = keys_of(from_law(FIRST, risk_margin=0.03))["financing_need"]
    assert plain(first.value) == "1 029,5" and "1 029,25" in plain(first.note) and not first.moved
    second = keys_of(from_law(SECOND))["need_change"]
    assert second.value == "+124,7"
    assert plain(second.note).startswith("+12,1 % fra forskriften 2026 (1 029,5)")
    assert "\u22120,3 avrunding" in second.note


@pytest.mark.parametrize("prices", [NOMINAL, FIXED])
@pytest.mark.parametrize("group", solution_groups(PRESENT))
def test_the_bridge_from_the_regulation_adds_up(group: str, prices: str) -> None:
    shown = from_law(SECOND, prices, risk_margin=0.03, index_rate=0.02)
    figure = bridge(shown, group)
    assert figure.rows[0].label == "Betaling etter forskriften 2026"
    level = 0.0
    for row in figure.rows:
        level = level + row.scenario.amount if row.component not in TOTALS or row is figure.rows[0] else level
        if row.component in ("cost_level", "financing_need"):
            assert row.scenario.amount == pytest.approx(level, abs=ADD_UP)
    whole = 1029.5 / (1.031 if prices == FIXED else 1)
    if group == "all":
        assert figure.rows[0].scenario.amount == pytest.approx(whole, abs=ADD_UP)


def test_no_growth_is_told_from_an_estimate_that_the_regulation_has_replaced() -> None:
    shown = context(answer(Question(Scenario(), year=SECOND)), Texts("nb"))
    figure = bridge(shown)
    assert plain(figure.difference) == "+103,7" and "+15,6" in bridge(shown, is_alone=True).note
    assert not figure.difference_of


def test_the_plan_has_the_regulations_payment_and_no_star_on_it() -> None:
    figure = plan(from_law(SECOND, risk_margin=0.03), "financing_need")
    amounts = {column.label: plain(column.text) for column in figure.columns}
    assert (amounts["2026"], amounts["2027"][-1]) == ("1 029,5", "*")
    printed = {row[0]: plain(row[2]) for row in figure.table.rows}
    assert (printed["Helsenorge"], printed["Sum"]) == ("404,2", "1 029,5")


def test_prices_tell_the_growth_into_the_first_year_too() -> None:
    assert (
        plain(from_law(SECOND).prices) == "løpende kroner fra forskriften 2026, 3,1 % til 2026, deretter 0,0 % per år"
    )
    assert plain(from_law(SECOND, index_rate=0.031).prices) == "løpende kroner fra forskriften 2026, 3,1 % per år"
    assert from_law(SECOND, FIXED).prices == "2025-kroner, fra forskriften 2026"
    question = from_law(SECOND, index_rate=0.02).question
    beside = context(answer(replace(question, against=Scenario(index_rate=0.01))), Texts("nb"))
    assert plain(beside.prices) == "løpende kroner, 1,0 % og 3,1 % til 2026, deretter 2,0 % per år"


def test_the_start_is_written_in_every_link_and_read_back() -> None:
    for scenario in (Scenario(), Scenario(start="law", risk_margin=0.03)):
        query = link.to_query(scenario)
        assert query["start"] == scenario.start and link.from_query(query).scenario == scenario
    old = link.from_query({"v": "1", "risk_margin": "0.03", "first_year": "2027"}).scenario
    assert (old.start, old.first_year, old.risk_margin) == ("published", 2027, 0.03)


def test_a_ready_scenario_on_top_keeps_the_start() -> None:
    added = presets(PRESENT)["margin_3"].added_to(Scenario(start="law"))
    assert (added.start, added.risk_margin) == ("law", 0.03)


def test_the_page_of_payers_proposes_the_start() -> None:
    at = who_pays()
    at.button("start_from_law").click().run()
    assert at.session_state[state.COURSE.name].present == Scenario(start="law")
    assert not [button for button in at.button if button.key == "start_from_law"]


@pytest.mark.parametrize("page", ["oversikt", "fireaarsplan", "hvem_betaler"])
def test_a_page_shows_what_growth_rests_on_where_the_start_is_the_law(page: str) -> None:
    def shown(at: AppTest) -> str:
        return plain(" ".join(html.proto.body for html in at.get("html")))

    assert "+15,6 %" in shown(page_script(page, Scenario(start="law")))
    assert "+15,6 %" not in shown(page_script(page))
