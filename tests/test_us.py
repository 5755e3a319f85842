"""Us: nobody until a visitor says who they are; then a line on every page, in every link, and a start that asks."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from charts.payers.neighbours import neighbours, neighbours_figure
from charts.payers.paid import Own
from charts.payers.us import us_compared, us_in_words
from charts.words.context import context
from model import Question, Scenario, answer, presets
from model.answers.question import FIXED
from model.baseline.axes import PAYER_GROUPS
from model.payers import municipalities, organisation_payment
from model.scenario import link
from pages.files.starting_points import OFFERED
from pages.visit import view, view_link
from tests.baselines import PRESENT
from tests.test_other_baselines import from_link
from tests.test_pages import message, opened, page_script, who_pays
from texts import LANGUAGES, Texts

MODUM = "3316"
MARGIN = Scenario(risk_margin=0.03)
NAMED = re.compile(r"Modum i (\d{4}): om lag (\d,\d\d) mill\. kr, (\d+) kr per innbygger; (\d,\d\d) kr mindre enn i")


def said(scenario: Scenario, us: str = MODUM, year: int = 2028, language: str = "nb") -> str:
    return us_in_words(context(answer(Question(scenario, None, FIXED, year, us)), Texts(language)))


def at_start(**query: str) -> AppTest:
    """The bare address as a new visit sees it."""
    return from_link(query)


def test_the_line_says_the_year_three_digits_and_the_difference_per_inhabitant() -> None:
    found = NAMED.match(said(MARGIN))
    assert found and found[1] == "2028"
    asked = answer(Question(MARGIN, None, FIXED, 2028, MODUM))
    paid, before = (organisation_payment(MODUM, *charged) for charged in (asked.charged, asked.reference_charged))
    each, less = paid.per_inhabitant_nok[2, 0], (before.per_inhabitant_nok - paid.per_inhabitant_nok)[2, 0]
    assert found[3] == f"{each:.0f}" and found[4] == f"{less:.2f}".replace(".", ",")
    assert found[2] == f"{paid.total[2, 0]:.2f}".replace(".", ",")


@pytest.mark.parametrize("language", LANGUAGES)
def test_at_rest_it_is_as_in_the_reference_and_of_nobody_nothing_is_said(language: str) -> None:
    reference = Texts(language)("headline.reference")
    assert said(Scenario(), language=language).endswith(f"{reference}.")
    assert said(Scenario(), us="", language=language) == ""
    assert us_compared([context(answer(Question()), Texts(language))]) == ""


def test_side_by_side_each_scenario_has_its_amount_per_inhabitant() -> None:
    beside = message(page_script("sammenlign", None, ("tallgrunnlaget", "margin_3"), hvem=MODUM, aar="2028"))
    line = beside["us"]
    assert "our_slide" not in beside  # there is one of each scenario on its own
    whole = r"Modum per innbygger i 2028: Tallgrunnlaget våren 2025 [\d,]+ kr · Risikomargin 3\s% [\d,]+ kr\."
    assert re.fullmatch(whole, line)


@pytest.mark.parametrize("page", ["oversikt", "hvorfor", "mote", "hva_skal_til"])
def test_pages_that_speak_of_the_need_say_what_it_is_for_us(page: str) -> None:
    asked = {"hvem": MODUM, "aar": "2028", "bane": "ett", "storrelse": "financing_need"}
    assert NAMED.match(message(page_script(page, MARGIN, **asked))["us"])


@pytest.mark.parametrize(
    ("page", "quantity"), [("hvorfor", "burden.oss"), ("hva_skal_til", "oss"), ("usikkerhet", "oss")]
)
def test_what_only_somebody_pays_is_asked_for_and_that_of_all_shown(page: str, quantity: str) -> None:
    at = page_script(page, MARGIN, storrelse=quantity)
    assert [info.value for info in at.info] == [Texts("nb")("payers.ask_whose")]
    assert message(at)["headline"]


def test_who_pays_shows_the_groups_to_nobody_and_says_where_to_choose() -> None:
    at = page_script("hvem_betaler", MARGIN, aar="2027")
    found = message(at)
    assert [figure["name"] for figure in found["figures"]] == ["payer_regions", "payer_groups"]
    assert [key["name"] for key in found["keys"]] == [f"payer_group_{group}" for group in PAYER_GROUPS]
    assert all(key["moved"] for key in found["keys"][:2])
    assert found["because"].startswith("Velg din kommune eller RHF")


def test_a_municipality_stands_beside_its_nearest_in_size_county_and_payment() -> None:
    own = context(answer(Question(MARGIN, None, FIXED, 2028, MODUM)), Texts("nb"))
    near = neighbours(Own.of(MODUM, own.answer), own)
    assert [each.near for each in near] == ["us", *["size"] * 3, *["county"] * 3, *["paid"] * 3]
    table = neighbours_figure(Own.of(MODUM, own.answer), own).table
    assert [table.unit_at(0, column) for column in (2, 3)] == ["persons", "nok"]
    assert len({each.municipality.number for each in near}) == len(near) and near[0].municipality.number == MODUM
    assert all(each.municipality.county == near[0].municipality.county for each in near if each.near == "county")
    farthest = max(abs(each.municipality.population - near[0].municipality.population) for each in near[1:4])
    nearer = [m for m in municipalities().values() if abs(m.population - near[0].municipality.population) < farthest]
    assert len(nearer) <= 4
    drawn = neighbours_figure(Own.of(MODUM, own.answer), own)
    headings, bars = [row.is_heading for row in drawn.rows], [row for row in drawn.rows if row.spans]
    assert headings == [False, *[True, False, False, False] * 3]
    assert [row.spans[0].tone for row in bars].count("total") == 1 and drawn.rows[0].label == "Modum"
    assert [drawn.rows[at].text for at in (1, 5, 9)] == [
        "Nærmest i folketall",
        "Nærmest i folketall i fylket",
        "Nærmest i samlet betaling",
    ]
    for group in (near[1:4], near[4:7], near[7:]):
        assert [each.each for each in group] == sorted((each.each for each in group), reverse=True)
    oslo = neighbours(Own.of("0301", own.answer), own)
    assert [each.near for each in oslo].count("county") == 0  # the county is the city


def test_tiles_keep_their_places_whatever_year() -> None:
    places = [
        [key["name"].replace("payer_law", "payer_growth") for key in message(who_pays(MARGIN, aar=str(year)))["keys"]]
        for year in PRESENT.plan_years
    ]
    assert all(each == places[0] for each in places)


def test_a_link_says_who_we_are_only_when_somebody_has_said_it() -> None:
    assert "hvem" not in view_link.to_query(view.View(), PRESENT)
    assert view_link.to_query(view.View(payer=MODUM), PRESENT)["hvem"] == MODUM
    at = opened(hvem=MODUM)
    assert message(at, "payer_search")["chosen"] == MODUM
    assert "hvem=3316" in message(at, "scenario")["link"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bare_address_asks_who_and_where_to_begin(language: str) -> None:
    at = at_start()
    texts, labels = Texts("nb"), [preset.label["nb"] for preset in presets(PRESENT).values()][:OFFERED]
    buttons = [button.label for button in at.main.get("button")]
    assert buttons == [*labels, texts("start.skip")]
    assert [each.proto.component_name for each in at.sidebar.get("bidi_component")] == ["scenario"]
    assert Texts(language)("start.what")


def test_an_address_that_says_more_opens_what_it_names() -> None:
    assert message(at_start(aar="2027"))["headline"].startswith("Finansieringsbehovet i 2027")
    for more in ({"risk_margin": "0.03"}, {"diagram": "plan"}, {"hvem": "3001"}, {"no_field": "1"}):
        assert message(at_start(**{"hvem": MODUM, **more}))["headline"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_was_chosen_at_the_start_is_chosen_still_when_the_page_is_loaded_anew(language: str) -> None:
    query = view_link.to_query(view.View(payer=MODUM, language=language), PRESENT)
    at = at_start(**link.to_query(Scenario()), **query)
    assert message(at, "payer_search")["chosen"] == MODUM
    assert at.main.get("button")[-1].label == Texts(language)("start.skip")
    assert "Modum" in at.main.get("caption")[0].value


@pytest.mark.parametrize("point", list(presets(PRESENT))[:OFFERED])
def test_a_starting_point_leads_to_its_scenario(point: str) -> None:
    at = at_start()
    at.button(key=f"start_{point}").click().run()
    assert not at.exception
    scenario = presets(PRESENT)[point].scenario
    assert message(at)["figures"] and message(at)["headline"] == message(opened(scenario))["headline"]
