"""Who pays when a scenario starts from the law: the regulation's own amounts first, and growth from them."""

import numpy as np
import pytest

from charts.bridges.why import reasons
from charts.goals.goal_targets import at_hand
from charts.goals.goals import Goal
from charts.payers.burden import burden_table
from charts.payers.groups import groups_figure
from charts.payers.history import history_figure
from charts.payers.law import law_of
from charts.payers.municipal import key_said
from charts.payers.of_group import group_figure
from charts.payers.own import own_figure
from charts.payers.own_words import own_headline, own_key_figures
from charts.payers.paid import Own
from charts.payers.regions import regions_figure
from charts.payers.unit_costs import unit_cost_headline
from charts.words.context import Context
from exports.sections.payers import section
from exports.subject import subject_of
from model import Question, Scenario, answer
from model.answers.question import FIXED, NOMINAL
from model.baseline.axes import MUNICIPALITIES, OTHER_MEMBERS, PAYER_GROUPS, RHF
from model.payers import payments, volumes
from tests.asking import shown as asked
from tests.baselines import PRESENT
from tests.export_subject import CREATED
from tests.test_law_on_screen import from_law, plain
from texts import LANGUAGES, Texts

LAW = PRESENT.law
FIRST, SECOND = PRESENT.plan_years[:2]
ADD_UP = 1e-9  # MNOK
GROWTH = 0.031


def by_group() -> list[float]:
    assert LAW is not None
    return [sum(of.get(group, 0.0) for of in LAW.by_group().values()) for group in PAYER_GROUPS]


def west(shown: Context) -> Own:
    return Own.of("Helse Vest", shown.answer)


@pytest.mark.parametrize("prices", [NOMINAL, FIXED])
@pytest.mark.parametrize("fields", [{}, {"risk_margin": 0.03, "index_rate": GROWTH, "rhf_key": "population"}])
def test_the_first_year_is_the_printed_amounts_of_each_group_whatever_moves(
    fields: dict[str, object], prices: str
) -> None:
    assert LAW is not None
    shown = from_law(SECOND, prices, **fields)
    factor = 1 / (1 + LAW.index_rate) if prices == FIXED else 1.0
    for charged in (shown.answer.charged, shown.answer.reference_charged):
        paid = payments(*charged)
        np.testing.assert_allclose(paid.groups[0, :, 0], np.array(by_group()) * factor, atol=ADD_UP)
        np.testing.assert_allclose(
            paid.groups[:, :, 0].sum(axis=1)[1:], charged[0].financing_need[1:, :, 0].sum(axis=1)
        )
        np.testing.assert_allclose(paid.members[RHF][:, :, 0].sum(axis=1), paid.groups[:, 0, 0], atol=ADD_UP)


def test_from_the_tallgrunnlag_nothing_is_set() -> None:
    found = answer(Question(Scenario()))
    assert found.charged[0] is found.result and found.charged[1] is found.keys


def test_the_groups_have_the_regulation_in_place_of_the_computed_first_year() -> None:
    figure = groups_figure(from_law(SECOND, index_rate=GROWTH))
    assert figure.table.header == ("", f"{FIRST} §", *(f"{year}*" for year in PRESENT.plan_years[1:]))
    assert [plain(row[1]) for row in figure.table.rows] == ["443,4", "472,2", "11,8", "102,1 †", "1 029,5 †"]
    assert [plain(column.text) for column in figure.columns][:2] == ["1 029,5 †", "1 190,0"]
    assert figure.columns[0].fact and not figure.columns[1].fact
    assert plain(figure.note).count("1 029,25") == 1


def test_one_payer_has_what_the_regulation_sets_and_grows_from_there() -> None:
    shown = from_law(SECOND, index_rate=GROWTH)
    own = west(shown)
    assert own.paid.total[0, 0] == pytest.approx(law_of("Helse Vest", shown.answer), abs=ADD_UP)
    growth = own.paid.total[1, 0] / law_of("Helse Vest", shown.answer) - 1
    assert own.paid.growth[0, 0] == pytest.approx(growth)
    assert own_figure(own, shown).columns[0].label == f"{FIRST} §"
    assert len(own_figure(own, shown).columns) == len(PRESENT.plan_years)
    group = group_figure(RHF, shown).columns[0]
    assert (group.label, group.text, group.fact) == (f"{FIRST} §", "443,4", True)


def test_what_is_not_the_regulations_own_is_marked_for_one_group_too() -> None:
    figure = group_figure(OTHER_MEMBERS, from_law(SECOND, index_rate=GROWTH))
    assert plain(figure.columns[0].text) == plain(figure.table.rows[-1][1]) == "102,1 †" and "†" in figure.note
    assert not figure.columns[1].text.endswith("†")


def test_a_groups_table_says_the_difference_as_an_organisations_does() -> None:
    shown = from_law(SECOND, index_rate=GROWTH, risk_margin=0.03)
    for figure in (group_figure(RHF, shown), own_figure(west(shown), shown)):
        label, first, *later = figure.table.rows[-1]
        assert figure.moved and label == shown.difference_row
        assert first == "0,0" and all(amount.startswith("−") for amount in later[:2])
    sides = (shown.answer.charged, shown.answer.reference_charged)
    amount, reference = (payments(*charged).groups[1, 0, 0] for charged in sides)
    assert amount - reference == pytest.approx(-9.8, abs=0.05)
    assert group_figure(RHF, shown).table.rows[-1][2] == "−9,8"


def test_a_column_knows_the_year_that_is_computed() -> None:
    beside = own_figure(west(asked()), asked())
    assert [column.year for column in beside.columns] == [None, *PRESENT.plan_years]
    of_law = group_figure(RHF, from_law(FIRST))
    assert [column.year for column in of_law.columns] == [*PRESENT.plan_years]


def test_approximate_follows_every_key_of_every_year() -> None:
    """The reference's keys, and those of the regulation's year, where the scenario's own are exact."""
    exact, assumed = Scenario(), Scenario(keys="proposal_2021")
    for scenario, against in ((exact, assumed), (assumed, exact)):
        context = asked(scenario, against=against)
        for figure in (groups_figure(context), group_figure(RHF, context)):
            assert figure.title[2].endswith("tilnærmet")
    assert not groups_figure(asked(exact)).title[2].endswith("tilnærmet")
    by_people = from_law(SECOND, rhf_key="population", municipal_key="population")
    assert west(by_people).approximate
    keys = by_people.answer.keys
    assert [keys.is_approximate(MUNICIPALITIES, at) for at in range(3)] == [True, False, False]
    assert [key_said(keys, Texts("nb"), at) for at in (0, 1, None)] == [
        "tilnærmet",
        "folketall",
        "folketall, tilnærmet",
    ]


@pytest.mark.parametrize(("quantity", "amount"), [("financing_need", 1029.5), (RHF, 443.4)])
def test_targets_and_reasons_have_the_regulations_amount_of_its_year(quantity: str, amount: float) -> None:
    shown = from_law(FIRST, index_rate=GROWTH)
    scenario, near = shown.question.scenario, at_hand(shown.answer, FIRST, quantity, shown.texts)[-1]
    assert near.amount == amount
    goal = Goal(quantity, FIRST, amount, fixed=False)
    assert goal.present(scenario) == pytest.approx((amount,)) and goal.is_met(*goal.present(scenario))
    found = reasons(shown.answer, quantity=quantity)
    assert found.reference[0] == pytest.approx(amount) and found.scenario[0] == pytest.approx(amount)


def test_the_sentence_of_a_payer_names_the_regulation_and_growth_from_it() -> None:
    first = from_law(FIRST, index_rate=GROWTH)
    assert plain(own_headline(west(first), first)) == (
        "Etter forskriften betaler Helse Vest 85,1 mill. kr i 2026 (2026-kroner, tilnærmet)."
    )
    assert [key.name for key in own_key_figures(west(first), first)] == ["payer_law", "payer_per_inhabitant"]
    later = from_law(SECOND, index_rate=GROWTH)
    assert plain(own_headline(west(later), later)) == (
        "Helse Vest ville betalt 98,4 mill. kr i 2027, +15,6 % fra forskriftens 85,1 mill. kr i 2026 "
        "(løpende kroner, 3,1 % prisvekst per år etter 2026, tilnærmet)."
    )
    fixed = from_law(SECOND, FIXED, index_rate=GROWTH, risk_margin=0.03)
    assert "(2025-kroner, tilnærmet). Det er 1,8 mill. kr" in plain(own_headline(west(fixed), fixed))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("year", [FIRST, SECOND])
def test_no_sentence_of_a_payer_says_equal_price_growth(language: str, year: int) -> None:
    shown = from_law(year, language=language, index_rate=GROWTH)
    said = own_headline(west(shown), shown)
    assert shown.texts("payers.alike") not in said and str(FIRST) in said


def test_the_authorities_side_by_side_have_the_regulation_once() -> None:
    figure = regions_figure(from_law(FIRST))
    assert not any(column.marker_published for column in figure.columns) and all(c.fact for c in figure.columns)
    assert plain(figure.table.rows[-2][2]) == "85,1"


def test_what_is_taken_along_has_the_regulation_first() -> None:
    of_data = section(subject_of(Question(Scenario(start="law"), None, NOMINAL, SECOND), CREATED))
    groups = next(table for table in of_data.data if table.name == "payer_groups")
    assert groups.rows[-1][2] == pytest.approx(1029.5, abs=ADD_UP)
    assert "1 029,25" in plain(of_data.figures[-1].note)


def test_the_need_per_inhabitant_is_the_regulations() -> None:
    people = volumes()["inhabitants"].value
    assert f"{1029.5e6 / people:.2f}".replace(".", ",") in plain(unit_cost_headline(from_law(SECOND)))


def test_the_note_of_a_chart_in_each_years_kroner_has_its_amount_in_them() -> None:
    fixed = from_law(SECOND, FIXED, index_rate=GROWTH)
    (figure,) = history_figure(RHF, fixed)
    assert "86,1 mill. kr" in plain(figure.note) and "83,5" not in plain(figure.note)
    assert "83,5 mill. kr" in plain(groups_figure(fixed).note)


def test_the_row_to_compare_with_says_that_it_starts_from_the_law_too() -> None:
    shown = from_law(SECOND, index_rate=GROWTH)
    names = [name for name, *_ in burden_table(west(shown), shown).rows]
    assert names[1] == f"Tallgrunnlagets plan fra forskriften {FIRST}, med samme prisvekst"


def test_a_payment_says_what_it_is_where_the_money_unspent_before_comes_back() -> None:
    open_note, closed_note = (
        next(figure.note for figure in own_key_figures(west(shown), shown) if figure.name == "payer_payment")
        for shown in (from_law(SECOND), from_law(SECOND, base_year_underspend_returned=0.5))
    )
    back = from_law(SECOND, base_year_underspend_returned=1.0)
    low = west(back).unit.with_name(float(west(back).paid.total[1, 0]), back.texts)
    assert open_note.endswith(f"; {low} hvis 73,5 mill. kr fra 2025, for alle, kommer tilbake")
    assert "kommer tilbake" not in closed_note
