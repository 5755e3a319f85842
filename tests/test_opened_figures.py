"""Every bar, key figure and cell of the pages that show runs opens a calculation that gives what is shown."""

import pytest

from charts.bridges.bridge import FROM_COST, FROM_PAYMENT, bridge, solution_groups
from charts.bridges.reasons import reasons_bridge, reasons_by_year
from charts.bridges.why import reasons
from charts.plans.comparison import comparison_figures, comparison_key_figures, differences
from charts.plans.drivers import drivers
from charts.plans.key_figures import key_figures, time_figures, time_figures_of
from charts.plans.plan import plan
from charts.words.context import Context, context
from model import Question, Scenario, answer
from model.answers.question import FIXED, NOMINAL
from tests.baselines import PRESENT
from tests.opened_figures import check, opened_cells, opened_figures, opened_keys
from texts import Texts

SCENARIOS = {
    "published": Scenario(figures=PRESENT),
    "moved": Scenario(
        figures=PRESENT,
        risk_margin=0.02,
        index_rate=0.031,
        extra_efficiency=0.01,
        underspend_rate=0.02,
        first_year=2027,
    ),
    "law": Scenario(figures=PRESENT, start="law", index_rate=0.031, efficiency_realisation=0.5),
}


def shown(name: str, year: int = 2027, prices: str = NOMINAL, language: str = "nb", us: str = "Helse Vest") -> Context:
    return context(answer(Question(SCENARIOS[name], None, prices, year, us)), Texts(language))


@pytest.mark.parametrize("name", SCENARIOS)
@pytest.mark.parametrize("prices", [FIXED, NOMINAL])
@pytest.mark.parametrize("year", [2026, 2028])
def test_bridges_and_key_figures(name: str, prices: str, year: int) -> None:
    seen = shown(name, year, prices)
    for start in (FROM_COST, FROM_PAYMENT):
        for group in solution_groups(PRESENT):
            figure = bridge(seen, group, start)
            assert all(row.opens for row in figure.rows)
            assert check(opened_figures(figure), (seen,)) > len(figure.rows)
    keys = key_figures(seen)
    assert check(opened_keys(keys), (seen,)) == len(keys)


@pytest.mark.parametrize("name", SCENARIOS)
@pytest.mark.parametrize("prices", [FIXED, NOMINAL])
def test_plans(name: str, prices: str) -> None:
    seen = shown(name, prices=prices)
    for figure in (
        plan(seen),
        plan(seen, "financing_need"),
        *(drivers(seen, each) for each in solution_groups(PRESENT)),
    ):
        assert all(column.opens for column in figure.columns)
        assert all(part.opens for column in figure.columns for part in (*column.segments, *column.reference))
        assert check(opened_figures(figure), (seen,)) > len(figure.columns)


@pytest.mark.parametrize("name", SCENARIOS)
@pytest.mark.parametrize("quantity", ["financing_need", "cost_level", "rhf", "Helse Vest", "0301"])
@pytest.mark.parametrize("one_by_one", [False, True])
def test_what_changed_and_why(name: str, quantity: str, one_by_one: bool) -> None:
    seen = shown(name)
    found = reasons(seen.answer, one_by_one, quantity)
    for year in (2028, None):
        figure = reasons_bridge(found, year, seen)
        assert all(row.opens for row in figure.rows)
        assert check(opened_figures(figure), (seen,))
    assert check(opened_figures(reasons_by_year(found, seen)), (seen,))
    assert check(opened_keys(time_figures(seen)), (seen,)) == len(time_figures(seen))
    keys = time_figures_of(found, seen)
    assert check(opened_keys(keys), (seen,)) == len(keys)


def test_side_by_side() -> None:
    seen = tuple(shown(name) for name in SCENARIOS)
    for figure in comparison_figures(seen):
        assert check(opened_figures(figure), seen)
    keys = comparison_key_figures(seen)
    assert check(opened_keys(keys), seen) == len(keys)
    assert check(opened_cells(differences(seen)), seen)


@pytest.mark.parametrize("language", ["nn", "en"])
def test_in_other_languages(language: str) -> None:
    seen = shown("moved", language=language)
    assert check(opened_figures(bridge(seen)), (seen,))
