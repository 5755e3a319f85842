"""Growth per solution without the shared services that moved in 2026, and what is said of it."""

import pytest

from charts.bridges.bridge import bridge, solution_groups
from charts.plans.drivers import drivers
from charts.words.context import Context, context
from model import Question, Scenario, answer
from model.answers.comparable_growth import ComparableGrowth
from model.baseline.making import baseline_of
from model.reading.faults import SheetsError
from tests.baselines import PRESENT, SHEETS, changed
from texts import Texts

EXACT = 1e-9
TENTH = 0.05
MOVED = {
    "helsenorge": 8.3,
    "kjernejournal": 6.2,
    "e_resept": 6.5,
    "grunndata_helseid": 10.5,
    "vkp": 1.0,
    "helsenettet_eksterne": 22.0,
}
COMPARABLE = {
    "helsenorge": 13.6,
    "kjernejournal": 17.5,
    "e_resept": -12.8,
    "grunndata_helseid": -3.0,
    "helsenettet_inkl_vkp": 3.4,
}


def growth(scenario: Scenario | None = None, prices: str = "lopende") -> dict[str, ComparableGrowth]:
    return dict(answer(Question(scenario or Scenario(), prices=prices)).growth)


def words(scenario: Scenario | None = None, year: int = 2026, prices: str = "lopende") -> Context:
    return context(answer(Question(scenario or Scenario(), year=year, prices=prices)), Texts("nb"))


def test_what_moved_is_the_print_and_all_of_the_changed_financing_of_those_that_took_it() -> None:
    assert {name: moved.amount for name, moved in PRESENT.moved.items()} == MOVED
    for name, moved in PRESENT.moved.items():
        assert PRESENT.cells["Tabell 8", name, "changed_financing"].value == moved.amount
        assert moved.stated and moved.document and moved.place


def test_what_the_clearing_line_gave_and_what_left_are_its_changed_financing() -> None:
    given = growth()["helsenettet_inkl_vkp"]
    assert given.moved == pytest.approx(-31.5, abs=EXACT) and given.moved_out == pytest.approx(35.0, abs=EXACT)
    assert PRESENT.cells["Tabell 8", "helsenettet_felles", "changed_financing"].value == pytest.approx(-54.5 - 35.0)


def test_each_solution_without_what_moved() -> None:
    assert {name: pytest.approx(each.comparable, abs=EXACT) for name, each in growth().items()} == COMPARABLE
    together = sum(each.cost for each in growth().values())
    assert sum(each.comparable for each in growth().values()) == pytest.approx(together + 35.0, abs=EXACT)


def test_helsenorge_grows_21_9_of_370_2_and_30_5_of_the_regulations_361_6() -> None:
    found = growth()["helsenorge"]
    assert (found.base, found.payment_before) == (370.2, 361.6)
    assert found.cost == pytest.approx(21.9, abs=EXACT) and found.moved == 8.3
    assert found.payment - 361.6 == pytest.approx(30.5, abs=EXACT)


def test_in_nominal_kroner_what_moved_has_the_prices_of_its_year() -> None:
    scenario = Scenario(index_rate=0.03)
    assert growth(scenario)["helsenorge"].moved == pytest.approx(8.3 * 1.03, abs=EXACT)
    fixed = growth(scenario, "faste")["helsenorge"]
    assert fixed.comparable == pytest.approx(13.6, abs=EXACT) and fixed.moved == pytest.approx(8.3, abs=EXACT)


def test_fossefall_tells_what_the_growth_of_helsenorge_is() -> None:
    """8.3 moved cost, 13.1 follows investment, 11.5 volume, −11.0 efficiency; the document is quoted with its place."""
    drawn = bridge(words(), "helsenorge", is_alone=True)
    amounts = {row.component: row.scenario.amount for row in drawn.rows}
    steps = {"investment": 13.1, "changed_financing": 8.3, "volume_preparedness": 11.5, "efficiency": -11.0}
    assert {name: pytest.approx(amounts[name], abs=EXACT) for name in steps} == steps
    assert "+13,6 mill. kr (+3,7\u00a0% av 370,2), uten 8,3 i fellestjenester som er flyttet hit" in drawn.note
    assert "+30,5 mill. kr (+8,4\u00a0%) mot 361,6 i forskriften 2025 (Tabell 2)" in drawn.note
    assert "er ikke reell vekst på Helsenorge.» (" in drawn.note and "kap. 3.4" in drawn.note
    assert "+21,9" in drawn.difference or "+21,9" in drawn.summary


@pytest.mark.parametrize("group", COMPARABLE)
def test_beside_others_the_note_is_one_line_and_of_the_first_year_alone(group: str) -> None:
    note = bridge(words(), group).note
    assert note.startswith("Sammenlignbar vekst: ") and len(note) < 50
    assert not bridge(words(year=2027), group).note


def test_fireaarsplan_tells_all_of_them_or_the_one_that_is_looked_at() -> None:
    said = drivers(words(year=2028)).note
    assert "Helsenorge +13,6 (+3,7\u00a0%)" in said and "Helsenettet + VKP +3,4 (+1,1\u00a0%)" in said
    assert "uten 10,5 i fellestjenester" in drivers(words(), "grunndata_helseid").note


def test_a_quotation_in_kroner_of_the_base_year_does_not_stand_beside_other_prices() -> None:
    nominal = Scenario(index_rate=0.03)
    assert "«" not in bridge(words(nominal), "helsenorge", is_alone=True).note
    assert "«" in bridge(words(nominal, prices="faste"), "helsenorge", is_alone=True).note


def test_a_baseline_without_it_says_nothing_of_it() -> None:
    bare = baseline_of({name: sheet for name, sheet in SHEETS.items() if name != "moved"})
    found = words(Scenario(figures=bare))
    assert not bare.moved and not found.answer.growth
    assert not any(bridge(found, group, is_alone=True).note for group in solution_groups(bare) if group != "all")
    assert "Sammenlignbar" not in drivers(found).note


@pytest.mark.parametrize(("row", "amount"), [("ukjent", "1.0"), ("helsenettet_felles", "1.0"), ("vkp", "-1.0")])
def test_what_cannot_have_moved_is_refused(row: str, amount: str) -> None:
    sheets = changed(SHEETS, "moved", lambda rows: {row: {**rows["vkp"], "amount_mnok": amount}})
    with pytest.raises(SheetsError, match="moved"):
        baseline_of(sheets)
