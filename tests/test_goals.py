"""What it takes: what is shown meets the target when typed, what is put in meets it, amounts as people write them."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charts.goals.candidates import COST, MONEY_BACK, candidates
from charts.goals.goal_targets import at_hand, decimals, first_target, linked, marked, written_target, year_before
from charts.goals.goals import Goal, answered, what_it_takes
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
        "må «Ekstra effektivisering» opp fra 0,0\u00a0% til om lag 0,4\u00a0% per år fra 2026."
    )
    margin = next(row for row in takes.reached if row.lever == "risk_margin")
    assert (margin.present, margin.needed, margin.when) == ("5,0\u00a0%", "om lag 4,1\u00a0%", "fra 2026")
    assert margin.change.startswith("\u22120,9 ") and margin.scenario.risk_margin == pytest.approx(0.04109, abs=1e-5)
    saving = next(row for row in takes.reached if row.lever == "lasting_saving")
    assert (saving.needed, saving.when) == ("om lag 0,9\u00a0%", "én gang, i 2026")


def test_money_back_is_offered_before_efficiency() -> None:
    """1 100 in 2027 is met by a part of the 73.5 of 2025; 1 015.8 is not, and it is said how far that goes."""
    part = what_it_takes(Scenario(), Goal("financing_need", 2027, 1100.0, False), candidates(Scenario()), NB)
    assert [row.lever for row in part.reached][:2] == ["base_year_underspend_returned", "extra_efficiency"]
    assert "må «Mindreforbruket i 2025 som tilbakeføres» opp fra 0,0\u00a0% til 26,5\u00a0%." in part.sentence
    whole = what_it_takes(Scenario(), Goal("financing_need", 2027, 1015.8, False), candidates(Scenario()), NB)
    assert "må «Ekstra effektivisering» opp fra 0,0\u00a0% til om lag 4,9\u00a0% per år fra 2026." in whole.sentence
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
    assert goal.amount(efficiency.scenario) == pytest.approx(target, abs=1e-8)
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
    drawn = marked(plan(shown(), "financing_need"), 2026, target, "financing_need")
    (column,) = (each for each in drawn.columns if each.year == 2026)
    assert column.marker == target and column.top == (target if moves else pytest.approx(1_015.8))
