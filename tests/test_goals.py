"""What it takes: what is shown meets the target when typed, what is put in meets it, amounts as people write them."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charts.goals.candidates import COST, MONEY_BACK, candidates
from charts.goals.goal import Goal, held_year, holding
from charts.goals.goal_targets import (
    at_hand,
    at_hand_of_path,
    decimals,
    first_target,
    linked,
    path_target,
    path_years,
    written_target,
    year_before,
)
from charts.goals.goals import answered, what_it_takes
from charts.goals.marks import marked
from charts.goals.paths import path_figures, what_a_path_takes
from charts.plans.plan import plan
from charts.words.refused import refused, refused_number
from model import Scenario, ScenarioError, parameters, solve
from model.answers.quantities import QUANTITIES
from model.payers import organisations
from model.scenario.fields import limits
from tests.asking import shown
from tests.baselines import PRESENT
from tests.strategies import scenarios
from texts import LANGUAGES, Texts
from texts.reading import NumberError

NB = Texts("nb")
YEARS = st.integers(2026, 2029)
QUANTITY = st.sampled_from([*QUANTITIES, *organisations()])


@settings(max_examples=20)
@given(scenarios(), YEARS, QUANTITY, st.booleans(), st.integers(-900, 900))
def test_each_lever_either_meets_the_target_or_cannot(
    scenario: Scenario, year: int, quantity: str, fixed: bool, tenths: int
) -> None:
    """With the exact value; what cannot lies on one side of the target."""
    present = Goal(quantity, year, 0.0, fixed).amount(scenario)
    aimed = present + tenths / 10 * (1 if quantity in QUANTITIES else abs(present) / 1000)
    goal = Goal(quantity, year, max(0.0, round(aimed, 3)), fixed)
    levers = candidates(scenario)
    takes = what_it_takes(scenario, goal, levers, NB)
    for row in takes.reached:
        assert goal.is_met(goal.amount(row.scenario)), row.lever
        moved = {path for path, _ in row.scenario.departures().items() ^ scenario.departures().items()}
        assert moved <= {row.lever, f"{row.lever.rpartition('.')[0]}.enabled"}
    order = list(levers.all)
    for rows in (takes.reached, takes.beyond):
        assert all(order.index(a.lever) < order.index(b.lever) for a, b in pairwise(rows))
    is_set = scenario.start == "law" and year == PRESENT.first_year
    if not takes.met and not is_set:
        assert len(takes.reached) + len(takes.beyond) + len(takes.untouched) == len(order)
    assert all(row.off > 0 for row in takes.beyond)


@given(scenarios(), YEARS, QUANTITY, st.floats(0, 0.1))
def test_a_target_in_2025_kroner_is_met_in_2025_kroner(
    scenario: Scenario, year: int, quantity: str, rate: float
) -> None:
    """Price growth too: the index moves while it is searched."""
    goal = Goal(quantity, year, 0.0, True)
    target = goal.amount(scenario.with_value("index_rate", rate))
    answer = solve("index_rate", target, year, quantity, scenario, fixed_prices=True)
    assert goal.amount(answer.scenario) == pytest.approx(target, rel=0, abs=1e-9)
    assert answer.attained == pytest.approx(target, rel=0, abs=1e-9)


def test_margin_by_hand_in_2025_kroner() -> None:
    scenario = Scenario(index_rate=0.031)
    answer = solve("risk_margin", 1099.3 * 1.03 / 1.05, 2026, "cost_level", scenario, fixed_prices=True)
    assert answer.value == pytest.approx(0.03, abs=1e-12)


def test_an_amount_that_prints_like_an_end_is_that_end() -> None:
    """A delay gives whole steps, and 1 093,506 is printed as 1 093,5."""
    scenario = Scenario(risk_margin=0.03)
    goal = Goal("cost_level", 2027, 0.0, False)
    for value in (0, 2):
        end = goal.amount(scenario.with_value("measures.helsenorge_veikart_2026.delay", value))
        aim = Goal("cost_level", 2027, round(end, 1), False)
        assert answered("measures.helsenorge_veikart_2026.delay", scenario, aim).value == value
    lowest = Goal("financing_need", 2027, 1093.5, False)
    assert answered("by_solution.kjernejournal.extra_efficiency", Scenario(), lowest).value == 0.1


def test_the_sentence_names_the_cost_lever_that_moves_least() -> None:
    takes = what_it_takes(Scenario(), Goal("cost_level", 2027, 1110.0, False), candidates(Scenario()), NB)
    assert takes.sentence == (
        "For at kostnadsnivået i 2027 skal bli 1\u202f110,0 mill. kr, "
        "må «Ekstra effektivisering» opp fra 0,0\u00a0% til 0,437\u00a0% per år fra 2026."
    )
    margin = next(row for row in takes.reached if row.lever == "risk_margin")
    assert (margin.present, margin.needed, margin.when) == ("5,0\u00a0%", "4,11\u00a0%", "fra 2026")
    assert margin.change.startswith("\u22120,89 ") and margin.scenario.risk_margin == 0.0411
    saving = next(row for row in takes.reached if row.lever == "lasting_saving")
    assert (saving.needed, saving.when) == ("0,88\u00a0%", "én gang, i 2026")


def test_money_back_is_offered_before_efficiency() -> None:
    """1 100 in 2027 is met by a part of the 73.5 of 2025; 1 015.8 is not, and it is said how far that goes."""
    part = what_it_takes(Scenario(), Goal("financing_need", 2027, 1100.0, False), candidates(Scenario()), NB)
    assert [row.lever for row in part.reached][:2] == ["base_year_underspend_returned", "extra_efficiency"]
    assert "må «Mindreforbruket i 2025 som tilbakeføres» opp fra 0,0\u00a0% til 26,5\u00a0%." in part.sentence
    whole = what_it_takes(Scenario(), Goal("financing_need", 2027, 1015.8, False), candidates(Scenario()), NB)
    assert "må «Ekstra effektivisering» opp fra 0,0\u00a0% til 4,876\u00a0% per år fra 2026." in whole.sentence
    assert whole.sentence.endswith("«Mindreforbruket i 2025 som tilbakeføres» kan gi 1\u202f046,0–1\u202f119,5.")


@pytest.mark.parametrize("start", ["published", "law"])
def test_price_growth_is_no_means_and_a_lasting_saving_is(start: str) -> None:
    levers = candidates(Scenario(start=start)).all
    assert "index_rate" not in levers and "lasting_saving" in levers
    assert levers[: len(MONEY_BACK)] == MONEY_BACK and set(levers) <= limits(PRESENT).keys()
    assert all(parameters(PRESENT)[lever].group == "unspent" for lever in MONEY_BACK)


def test_it_is_said_from_which_year() -> None:
    """From the law the levers work from the second year, whatever the scenario says."""
    goal = Goal("financing_need", 2029, 1100.0, True)
    for scenario, year in ((Scenario(start="law"), 2027), (Scenario(first_year=2028), 2028)):
        takes = what_it_takes(scenario, goal, candidates(scenario), NB)
        when = {row.lever: row.when for row in takes.reached}
        assert when["extra_efficiency"] == f"per år fra {year}" and when["risk_margin"] == f"fra {year}"
    more = Goal("financing_need", 2029, 1200.0, False)
    when = {row.lever: row.when for row in what_it_takes(Scenario(), more, candidates(Scenario()), NB).reached}
    assert when["measures.sikkerhet.amount_mnok"] == "per år fra 2026"
    assert when["measures.ehds.amount_mnok"] == "fra 2027"


@pytest.mark.parametrize(
    ("payer", "target", "words"),
    [
        (
            "Helse Vest",
            85.0,
            ("betalingen fra Helse Vest i 2027 skal bli 85,0 mill. kr", "til 4,3\u00a0% per år fra 2026"),
        ),
        ("4601", 24.0, ("betalingen fra Bergen i 2027 skal bli 24,0", "per år fra 2026")),
        ("rhf", 400.0, ("betalingen fra RHF-ene i 2027 skal bli 400,0 mill. kr", "per år fra 2026")),
    ],
)
def test_what_a_payer_pays_is_a_target(payer: str, target: float, words: tuple[str, str]) -> None:
    goal = Goal(payer, 2027, target, False)
    takes = what_it_takes(Scenario(), goal, candidates(Scenario()), NB)
    efficiency = next(row for row in takes.reached if row.lever == COST[0])
    assert goal.is_met(goal.amount(efficiency.scenario))
    assert all(word in takes.sentence + efficiency.when + efficiency.needed for word in words), takes.sentence


def test_a_payers_target_is_the_year_before_and_has_its_own_digits() -> None:
    answer = shown().answer
    assert first_target(answer, 2027, "4601", 2) == round(float(Goal("4601", 2026, 0, False).amount(Scenario())), 2)
    assert first_target(answer, 2026, "4601", 2) == first_target(answer, 2027, "4601", 2)
    labels = [(each.label, each.amount) for each in at_hand(answer, 2027, "Helse Vest", NB)]
    assert [label for label, _ in labels] == ["Som i 2026", "Som i tallgrunnlaget"]
    by_law = at_hand(shown(Scenario(start="law")).answer, 2027, "Helse Vest", NB)
    assert (by_law[0].label, by_law[0].amount) == ("Som i forskriften 2026", 85.1)
    assert by_law[-1].label == "Som i tallgrunnlagets plan fra forskriften 2026"
    assert decimals(0.4125, 4) == 4 and decimals(24.0, 2) == 2 and decimals(24.125, 2) == 3
    assert written_target("0,41254", "nb", 4) == 0.4125


def test_what_lies_at_hand_follows_the_start() -> None:
    """The first year is the print's from the tallgrunnlag, and the regulation's from the law; never both."""
    published, law = shown().answer, shown(Scenario(start="law")).answer
    of_year = {
        year: [(a.label, a.amount) for a in at_hand(law, year, "financing_need", NB)][:-1] for year in (2027, 2028)
    }
    assert of_year[2027] == [("Som i forskriften 2026", 1029.5)]
    assert of_year[2028][1:] == [("Som i forskriften 2026", 1029.5)]
    assert ("Som publisert for 2026", 1015.8) in [
        (a.label, a.amount) for a in at_hand(published, 2027, "financing_need", NB)
    ]
    assert at_hand(law, 2027, "cost_level", NB)[0].label == "Som i 2026"


def test_the_references_year_before_lies_at_hand_where_the_scenario_has_moved_it() -> None:
    """Once: in 2027 it is what was published for 2026, which lies at hand already."""
    moved, rest = shown(Scenario(risk_margin=0.03)).answer, shown().answer
    labels = [[a.label for a in at_hand(each, 2028, "financing_need", NB)] for each in (moved, rest)]
    assert labels[0] == [*labels[1][:1], "Som i 2027 i tallgrunnlaget, uten 73,5 tilbake", *labels[1][1:]]
    of_2028 = at_hand(moved, 2028, "financing_need", NB)
    assert [each.amount for each in of_2028[:2]] == [1098.2, 1119.5]
    of_2027 = at_hand(moved, 2027, "financing_need", NB)
    assert [(each.label, each.amount) for each in of_2027[:2]] == [
        ("Som i 2026", 994.9),
        ("Som publisert for 2026", 1015.8),
    ]


def test_a_measure_that_is_off_counts_for_nothing_now() -> None:
    """5 million more in 2027: from nothing up, though 10 stand ready for when the measure is switched on."""
    goal = Goal("financing_need", 2027, 1124.5, False)
    rows = {row.lever: row for row in what_it_takes(Scenario(), goal, candidates(Scenario()), NB).reached}
    for name, amount in (("sikkerhet", "2,5"), ("sikkerhet_once", "5,0")):
        row = rows[f"measures.{name}.amount_mnok"]
        assert (row.present, row.needed, row.change) == ("0,0 mill. kr", f"{amount} mill. kr", f"+{amount} mill. kr")
        assert row.share > 0 and row.scenario.value(f"measures.{name}.enabled")
    included = Scenario().with_value("measures.sikkerhet.enabled", True)
    (row,) = (
        row
        for row in what_it_takes(included, goal, candidates(included), NB).reached
        if row.lever == "measures.sikkerhet.amount_mnok"
    )
    assert (row.present, row.change) == ("10,0 mill. kr", "\u22127,5 mill. kr")


@pytest.mark.parametrize(
    ("quantity", "target"), [("financing_need", 1000.0), ("cost_level", 1000.0), ("Helse Vest", 80.0), ("0301", 50.0)]
)
def test_a_year_that_the_law_has_set_is_moved_by_no_lever_and_says_so(quantity: str, target: float) -> None:
    law = Scenario(start="law", risk_margin=0.03)
    takes = what_it_takes(law, Goal(quantity, 2026, target, False), candidates(law), NB)
    assert takes.sentence.endswith("mill. kr: året er vedtatt i forskriften.") and takes.sentence.startswith(
        "Ingen spak"
    )
    assert not (takes.met or takes.reached or takes.beyond or takes.untouched)
    later = what_it_takes(law, Goal("financing_need", 2027, 1100.0, False), candidates(law), NB)
    assert later.reached
    assert what_it_takes(Scenario(), Goal("financing_need", 2026, 1000.0, False), candidates(Scenario()), NB).reached


def test_out_of_reach_is_said_with_what_comes_closest() -> None:
    takes = what_it_takes(Scenario(), Goal("financing_need", 2027, 700.0, False), candidates(Scenario()), NB)
    assert not takes.reached and "kan gi 912,4–1\u202f231,2" in takes.sentence
    reach = {row.lever: row.reach for row in takes.beyond}
    assert reach["risk_margin"] == "1\u202f066,2–1\u202f226,1"
    assert reach["measures.pasientens_provesvar.delay"] == "1\u202f102,0 eller 1\u202f119,5"
    assert "Mindreforbruk" in takes.untouched


FLAT = Goal("financing_need", 2027, 1015.8, False, to=2029, held=2026)


def test_flat_to_the_last_year_names_what_misses_least_and_holds_the_first() -> None:
    before = holding(Scenario(), FLAT)
    assert before == Scenario(first_year=2027)
    takes = what_a_path_takes(before, FLAT, candidates(before), NB)
    assert takes.sentence == (
        "For at finansieringsbehovet i 2027–2029 skal komme nærmest 1\u202f015,8 mill. kr hvert år, må «Varig "
        "besparelse» opp fra 0,0\u00a0% til 10,0\u00a0% én gang, i 2027: høyst 17,8 mill. kr fra målet."
    )
    rows = {row.lever: row for row in takes.reached}
    efficiency = rows["extra_efficiency"]
    assert (efficiency.needed, efficiency.when) == ("5,415\u00a0%", "per år fra 2027")
    assert [(each.year, each.missed) for each in efficiency.of_years] == [
        (2027, "+44,2"),
        (2028, "\u22121,2"),
        (2029, "\u221244,2"),
    ]
    assert [row.off for row in takes.reached] == sorted(row.off for row in takes.reached)
    assert "Risikomargin" in [row.label for row in takes.farther]
    assert any("Pasientens prøvesvar" in name for name in takes.moving)
    assert all(FLAT.leaves_alone(before, row.scenario) for row in (*takes.reached, *takes.farther))


@settings(max_examples=15)
@given(scenarios(), QUANTITY, st.booleans(), st.integers(-900, 900))
def test_of_a_path_each_lever_is_no_further_off_than_where_it_stood(
    scenario: Scenario, quantity: str, fixed: bool, tenths: int
) -> None:
    """What a row says of its years is what its scenario gives, and nothing moves the year that is held."""
    present = Goal(quantity, 2028, 0.0, fixed).amount(scenario)
    aimed = round(max(0.0, present * (1 + tenths / 10_000)), 3)
    goal = Goal(quantity, 2027, aimed, fixed, to=2029, held=2026)
    before = holding(scenario, goal)
    takes = what_a_path_takes(before, goal, candidates(before), NB)
    stood = max(abs(amount - aimed) for amount in goal.amounts(before))
    for row in (*takes.reached, *takes.farther):
        amounts = goal.amounts(row.scenario)
        assert row.off == max(abs(amount - aimed) for amount in amounts) <= stood + 10**-goal.decimals
        assert [each.amount for each in row.of_years] == [NB.amount(amount, goal.fewest) for amount in amounts]
        assert goal.leaves_alone(before, row.scenario)
    count = len(takes.reached) + len(takes.farther) + len(takes.moving) + len(takes.untouched)
    assert takes.met or count == len(candidates(before).all)


def test_a_path_starts_from_the_first_year_as_it_is_set() -> None:
    """From the tallgrunnlag its own 2026, from the law the regulation's; only what is set is held."""
    published, law = shown().answer, shown(Scenario(start="law")).answer
    assert path_years(PRESENT) == (2027, 2029)
    assert path_target(published, "financing_need") == 1015.8 and path_target(law, "financing_need") == 1029.5
    assert at_hand_of_path(law, "financing_need", NB)[0].label == "Som i forskriften 2026"
    assert [each.amount for each in at_hand_of_path(published, "financing_need", NB)] == [1015.8, 1081.0]
    assert len(at_hand_of_path(published, "kommuner", NB)) == 1
    assert held_year(PRESENT, 2027) == 2026 and held_year(PRESENT, 2026) == 0
    later = Scenario(first_year=2028)
    assert holding(later, FLAT) == later and holding(Scenario(start="law"), FLAT) == Scenario(start="law")


def test_a_path_that_is_met_or_brought_nearer_by_nothing_says_so() -> None:
    plain = dict.fromkeys(("investment_realisation", "volume_realisation", "efficiency_realisation"), 0.0)
    off = {"measures": {name: {"enabled": False} for name in PRESENT.measures}}
    flat = Scenario.from_mapping({**plain, **off, "first_year": 2027})
    goal = Goal("cost_level", 2027, 1119.5, False, to=2029)
    met = what_a_path_takes(flat, goal, candidates(flat), NB)
    assert met.met and met.sentence.startswith("Målet er nådd: kostnadsnivået i 2027–2029 er 1\u202f119,5")
    lower = what_a_path_takes(flat, replace(goal, target=1050.0), candidates(flat), NB)
    assert lower.sentence.endswith("må «Varig besparelse» opp fra 0,0\u00a0% til 6,41\u00a0% én gang, i 2027.")
    lowest = {"extra_efficiency": 0.1, "lasting_saving": 0.1, "extra_volume": -0.05, "risk_margin": 0.0}
    there = Scenario.from_mapping({**plain, **off, **lowest, "efficiency_realisation": 2.0, "first_year": 2027})
    nothing = what_a_path_takes(there, replace(goal, target=0.0), candidates(there), NB)
    assert nothing.sentence.startswith("Ingen spak alene får") and not nothing.reached and nothing.untouched
    sentence, keys = path_figures(FLAT, shown())
    assert sentence == "Scenarioet er høyst 127,7 mill. kr fra målet i 2027–2029."
    assert [key.value for key in keys] == ["1\u202f119,5", "1\u202f131,5", "1\u202f143,5"]
    assert keys[0].note == "+103,7 mot målet, uten 73,5 tilbake"


@pytest.mark.parametrize(
    ("text", "language", "amount"),
    [
        ("1015,8", "nb", 1015.8),
        ("1 015,8 mill. kr", "nb", 1015.8),
        ("1\u202f015,8\u00a0mill. kroner", "nn", 1015.8),
        ("1015.8", "nb", 1015.8),
        ("1.015,8", "nb", 1015.8),
        ("NOK 1,015.8 million", "en", 1015.8),
        ("1,015", "en", 1015.0),
        ("1015,1239", "nb", 1015.124),
        ("0", "nb", 0.0),
        ("1.015", "nb", None),
        ("1015 kr", "nb", None),
        ("", "nb", None),
        ("mill. kr", "nb", None),
        ("-5", "nb", None),
        ("1e9", "nb", None),
        ("100001", "nb", None),
        ("nan", "nb", None),
        ("1,2,3", "nb", None),
        ("٣", "nb", None),
        ("9" * 5000, "nb", None),
        ("<b>1</b>", "nb", None),
    ],
)
def test_amounts_as_people_write_them(text: str, language: str, amount: float | None) -> None:
    if amount is None:
        with pytest.raises(NumberError):
            written_target(text, language)
    else:
        assert written_target(text, language) == amount


@given(st.integers(0, 100_000_000))
def test_a_target_is_read_back_from_its_link_and_as_it_is_shown(thousandths: int) -> None:
    target = round(thousandths / 1000, 3)
    assert linked(str(target)) == target
    for language in LANGUAGES:
        shown = Texts(language).amount(target, decimals(target))
        assert written_target(shown, language) == target


@given(st.text(), st.sampled_from(LANGUAGES))
def test_no_text_raises(text: str, language: str) -> None:
    assert linked(text) is None or 0 <= (linked(text) or 0.0) <= 100_000
    try:
        assert 0 <= written_target(text, language) <= 100_000
    except NumberError as error:
        assert refused_number(error, "x", Texts(language))


def test_the_year_before_2026_is_what_the_tables_print() -> None:
    answer = shown().answer
    assert year_before(answer, 2026, "financing_need") == 1081.0
    assert year_before(answer, 2026, "cost_level") == 1119.6
    assert year_before(answer, 2027, "financing_need") == pytest.approx(1015.8, abs=0.05)
    assert year_before(answer, 2026, "kommuner") is None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("lever", "target", "parts"),
    [
        ("risk_margin", 900.0, ("2027", "900", "066", "226")),
        ("measures.pasientens_provesvar.delay", 900.0, ("2027", "900", "102", "119")),
    ],
)
def test_refusals_are_said_in_every_language(lever: str, target: float, parts: tuple[str, ...], language: str) -> None:
    """Those that the page can meet; an unknown lever or amount is refused on the command line alone."""
    with pytest.raises(ScenarioError) as caught:
        solve(lever, target, 2027)
    sentence = refused(caught.value, PRESENT, Texts(language))
    assert all(part in sentence for part in parts) and "{" not in sentence and "financing_need" not in sentence


@pytest.mark.parametrize(("target", "moves"), [(1_081.0, True), (1_015.8, True), (990.0, False), (1_500.0, False)])
def test_no_target_is_marked_through_the_amount_of_its_year(target: float, moves: bool) -> None:
    goal = Goal("financing_need", 2026, target, False)
    drawn = marked(plan(shown(), "financing_need"), goal)
    (column,) = (each for each in drawn.columns if each.year == 2026)
    assert column.marker == target
    assert column.top > target if moves else column.top == pytest.approx(1_015.8)
    of_path = marked(plan(shown(), "financing_need"), FLAT)
    assert [each.year for each in of_path.columns if each.marker is not None] == [2027, 2028, 2029]
    assert of_path.table.rows[-1][-4:] == ("", "+103,7", "+115,7", "+127,7")
    assert len(of_path.table.opens[-1]) == len(of_path.table.header)
