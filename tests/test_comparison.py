"""Scenarios side by side: one scale, one set of prices, and what differs between them."""

import pytest

from charts.plans.comparison import comparison_figures, comparison_headline, comparison_key_figures
from charts.plans.differences import differences
from charts.records.bridge import Bridge
from charts.records.stack import Stack
from charts.words.context import Context, context
from model import Question, Scenario, answer, presets
from model.explaining.calculation import Calculations
from tests.baselines import PRESENT
from texts import LANGUAGES, Texts

READY = presets(PRESENT)
SCENARIOS = {
    "Tallgrunnlaget": Scenario(),
    "Margin 3 %": READY["margin_3"].scenario,
    "Sikkerhet": READY["sikkerhet_15"].scenario,
    "<b>Mitt</b>": Scenario(risk_margin=0.10, extra_volume=0.05),
}


def compared(language: str = "nb", year: int = 2027) -> list[Context]:
    return [
        context(answer(Question(scenario, year=year)), Texts(language), name) for name, scenario in SCENARIOS.items()
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_scenario_has_a_bridge_and_a_plan_with_its_name(language: str) -> None:
    figures = comparison_figures(compared(language))
    assert [type(figure) for figure in figures] == [Bridge] * 4 + [Stack] * 4
    assert len({figure.name for figure in figures}) == 8
    assert [figure.title[1] for figure in figures] == [*SCENARIOS, *SCENARIOS]
    assert all(figure.alt.startswith(figure.title[1]) for figure in figures)


def test_all_stand_on_one_scale_that_holds_them() -> None:
    figures = comparison_figures(compared(year=2029))
    bridges, plans = figures[:4], figures[4:]
    assert len({figure.scale for figure in bridges}) == 1 and len({figure.scale for figure in plans}) == 1
    highest = max(column.top for plan in plans for column in plan.columns)
    assert plans[0].scale[1] >= highest


def test_the_key_figures_are_the_models() -> None:
    keys = comparison_key_figures(compared())
    assert [key.value for key in keys][:2] == ["1\u202f046,0–1\u202f119,5", "1\u202f024,7–1\u202f098,2"]
    assert keys[1].note == "\u221221,3 mot tallgrunnlaget. Kostnadsnivå 1\u202f098,2"
    assert [key.moved for key in keys] == [False, True, True, True]


def test_the_headline_names_the_lowest_and_the_highest() -> None:
    sentence = comparison_headline(compared())
    assert "«Margin 3 %»" in sentence and "«<b>Mitt</b>»" in sentence
    alike = comparison_headline(compared()[:1] * 2)
    assert alike == "Finansieringsbehovet i 2027 er 1\u202f046,0–1\u202f119,5 mill. kr i alle scenarioene."


@pytest.mark.parametrize(("prices", "computed", "set_by_law"), [(None, "029,2", "029,5"), ("faste", "998,3", "998,5")])
def test_a_bridge_to_the_year_that_the_law_has_set_says_what_the_law_has(
    prices: str | None, computed: str, set_by_law: str
) -> None:
    """Above it stands the regulation's amount; the bridge ends at the computed one."""
    law, published = Scenario(start="law", figures=PRESENT), Scenario(figures=PRESENT)
    sides = [
        context(answer(Question(each, prices=prices or "lopende", year=2026)), Texts("nb"), name)
        for each, name in ((law, "Forskriften"), (published, "Tallgrunnlaget"))
    ]
    assert comparison_key_figures(sides)[0].value.endswith(set_by_law)
    of_law, of_print = comparison_figures(sides)[:2]
    assert of_law.table.rows[-1][1].endswith(computed)
    assert of_law.note.startswith("Fossefallet er beregnet som forskriften") and set_by_law in of_law.note
    assert not of_print.note
    later = context(answer(Question(law, year=2027)), Texts("nb"), "Forskriften")
    assert not comparison_figures([later])[0].note


def test_only_what_differs_is_listed_value_by_value() -> None:
    rows = {row[0]: row[1:] for row in differences(compared()).rows}
    assert rows["Risikomargin"] == ("5,0\u00a0%", "3,0\u00a0%", "5,0\u00a0%", "10,0\u00a0%")
    measure = "Økt sikkerhet og beredskap, hvert år"
    assert rows[f"{measure}: inkludert"] == ("av", "av", "på", "av")
    assert rows[f"{measure}: beløp"] == ("–", "–", "15,0 mill. kr", "–")
    assert "Prisvekst" not in rows
    assert rows["Finansieringsbehov 2026"][:2] == ("1\u202f015,8", "994,9")
    assert rows["Finansieringsbehov 2027"][:2] == ("1\u202f119,5", "1\u202f098,2")
    assert rows["Finansieringsbehov 2027, med det ubrukte fra 2025 tilbake"][:2] == ("1\u202f046,0", "1\u202f024,7")
    same = {row[0] for row in differences(compared()[:1] * 2).rows}
    assert not any("Risikomargin" in name for name in same) and "Kostnadsnivå sum 2026–2029, 2025-kroner" in same


PORTAL = {"name": "Portal", "solution": "helsenorge", "investment_mnok": {"2026": 40, "2027": 18}, "go_live": 2027}


def beside(*scenarios: Scenario, language: str = "nb", prices: str = "lopende") -> list[Context]:
    return [context(answer(Question(each, year=2027, prices=prices)), Texts(language), str(at)) for at, each in
            enumerate(scenarios)]  # fmt: skip


@pytest.mark.parametrize("prices", ["lopende", "faste"])
def test_what_is_paid_for_projects_stands_beside_the_need_where_one_has_some(prices: str) -> None:
    with_project = Scenario.from_mapping({"projects": [PORTAL]})
    sides = beside(with_project, Scenario(risk_margin=0.03), prices=prices)
    rows = {row[0]: row[1:] for row in differences(sides).rows}
    assert rows["Nytt tiltak 1"] == ("«Portal», 58,0 mill. kr, i bruk fra 2027", "ingen")
    assert rows["Betalt for nye tiltak 2026"] == ("0,0", "0,0")
    assert [rows[f"Betalt for nye tiltak {year}"] for year in (2027, 2028, 2029)] == [("17,4", "0,0")] * 3
    assert rows["Hele belastningen 2027"] == ("1\u202f136,9", rows["Finansieringsbehov 2027"][1])
    notes = [key.note for key in comparison_key_figures(sides)]
    assert notes[0].endswith("Nye tiltak 17,4") and notes[1].endswith("Nye tiltak 0,0")
    without = beside(Scenario(), Scenario(risk_margin=0.03), prices=prices)
    words = [row[0] for row in differences(without).rows] + [key.note for key in comparison_key_figures(without)]
    assert not [each for each in words if "tiltak" in each or "belastning" in each]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_paid_for_projects_opens_its_calculation(language: str) -> None:
    """Also that of a scenario that has none, and of all years added."""
    sides = beside(Scenario.from_mapping({"projects": [PORTAL], "index_rate": 0.03}), Scenario(), language=language)
    table, calculations = differences(sides), [Calculations.of(each.answer) for each in sides]
    opened = [(text, where) for row, places in zip(table.rows, table.opens, strict=True)
              for text, where in zip(row, places, strict=True) if "project/" in where]  # fmt: skip
    assert len(opened) == 2 * 2 * 5
    for text, where in opened:
        _, side, address = where.split("/", 2)
        assert sides[0].texts.amount(calculations[int(side) - 1].node(address).value) == text
