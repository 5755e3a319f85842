"""A control never says what the page isn't: what is pressed is what is drawn, whatever was chosen before."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from charts.words.prices import fixed_prices
from model import Scenario
from model.scenario import link
from pages.levers.lever_rows import groups
from pages.visit.navigation import PAGES as MENU
from tests.test_pages import APP, message
from texts import LANGUAGES, Texts

WITHOUT_FIGURES = "eksport"
PAGES = [name for name, page in MENU.items() if {"year", "prices"} <= {*page.choices} and name != WITHOUT_FIGURES]


def on(page: str, scenario: Scenario, **query: str | list[str]) -> AppTest:
    at = AppTest.from_file(str(APP), default_timeout=30)
    closing = {"sprak": "nb", "aar": "2026", "priser": "lopende"}  # what a whole link ends with
    for name, value in {**link.to_query(scenario), **closing, **query}.items():
        at.query_params[name] = value
    at.run()
    at.switch_page(f"pages/{page}.py").run()
    assert not at.exception
    return at


def pressed(control: Any) -> str:
    """What the chosen option is called, its reason in brackets left out."""
    chosen = control.options[0] if len(control.options) == 1 else control.options[control.indices[0]]
    return str(chosen).split(" (")[0]


def drawn(at: AppTest) -> set[str]:
    """The price bases that titles name; but for what was paid by law: that is in each year's kroner."""
    figures = (figure for figure in message(at)["figures"] if figure["name"] != "payer_history")
    return {figure["title"][2].split(" · ", 1)[1] for figure in figures}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("fields", [{}, {"index_rate": 0.0315}, {"start": "law"}], ids=str)
@pytest.mark.parametrize("prices", ["lopende", "faste"])
@pytest.mark.parametrize("page", PAGES)
def test_the_pressed_prices_are_those_of_every_title(
    page: str, prices: str, fields: dict[str, Any], language: str
) -> None:
    at = on(page, Scenario(**fields), priser=prices, sprak=language)
    control = next(each for each in at.get("button_group") if each.key == "view_prices")
    words = pressed(control).lower()
    if page == "sammenlign":  # the tallgrunnlag stands there too, without price growth
        fixed = fixed_prices(Scenario(), Texts(language))
        assert drawn(at) == {fixed, fixed_prices(Scenario(**fields), Texts(language))}
    assert (drawn(at) or page == "hvorfor") and all(title.startswith(words) for title in drawn(at))
    assert control.disabled is (len(control.options) == 1)


@pytest.mark.parametrize(
    ("prices", "words"),
    [("lopende", "løpende kroner, 3,1\u00a0% og 2,0\u00a0% per år"), ("faste", "2025-kroner")],
)
def test_reasons_between_two_price_growths_are_in_the_prices_that_are_pressed(prices: str, words: str) -> None:
    at = on("hvorfor", Scenario(index_rate=0.02), priser=prices, utgangspunkt="index_rate=0.031")
    control = next(each for each in at.get("button_group") if each.key == "view_prices")
    assert not control.disabled and words.startswith(pressed(control).lower())
    assert drawn(at) == ({words} if prices == "lopende" else set())  # nothing differs in fixed kroner


@pytest.mark.parametrize("fields", [{"index_rate": 0.02}, {"start": "law"}], ids=str)
def test_two_price_growths_side_by_side_settle_the_prices_and_say_so(fields: dict[str, Any]) -> None:
    at = on("sammenlign", Scenario(**fields))
    control = next(each for each in at.get("button_group") if each.key == "view_prices")
    assert control.options == ["2025-kroner (ulik prisvekst)"] and control.disabled
    assert drawn(at) == {"2025-kroner", fixed_prices(Scenario(**fields), Texts("nb"))}


def test_the_choice_of_prices_is_kept_for_when_there_is_price_growth() -> None:
    at = on("oversikt", Scenario())
    assert drawn(at) == {"2025-kroner"} and at.session_state["view"].prices == "lopende"
    assert drawn(on("oversikt", Scenario(index_rate=0.0315))) == {"løpende kroner, 3,15\u00a0% per år"}


AGAINST, SINCE = "Mot tallgrunnlaget", "Fra året før"


@pytest.mark.parametrize("page", ["oversikt", "fossefall", "fireaarsplan"])
@pytest.mark.parametrize(
    ("fields", "chosen", "name"),
    [
        ({}, {}, SINCE),
        ({"risk_margin": 0.03}, {}, AGAINST),
        ({"index_rate": 0.03}, {}, SINCE),
        ({"start": "law"}, {}, SINCE),
        ({}, {"forskjell": "tallgrunnlaget"}, AGAINST),
        ({"risk_margin": 0.03}, {"forskjell": "fjoraaret"}, SINCE),
        ({"risk_margin": 0.03}, {"fra": "betaling"}, SINCE),
    ],
    ids=str,
)
def test_the_pressed_difference_is_the_one_that_headline_and_bridge_tell(
    page: str, fields: dict[str, Any], chosen: dict[str, str], name: str
) -> None:
    at = on(page, Scenario(**fields), aar="2027", **chosen)
    control = next(each for each in at.get("button_group") if (each.key or "").startswith("view_difference"))
    assert control.options == [AGAINST, SINCE] and pressed(control) == name and not at.warning
    found = message(at)
    assert ("tallgrunnlaget." in found["headline"]) is (name == AGAINST)
    if page != "fireaarsplan":
        titles = [figure["title"][0] for figure in found["figures"] if figure["name"] != "plan"]
        says = "2027 mot tallgrunnlag" if name == AGAINST else "Fra betaling 2026"
        assert titles and all(says in title for title in titles)


def test_the_state_pays_of_what_adds_to_the_level_and_of_nothing_that_saves() -> None:
    measures = {name: {"enabled": True} for name in ("sikkerhet", "fjernhjelp_avvikling", "fm_avvikling")}
    scenario = Scenario.from_mapping({"measures": measures})
    drawn = {lever["path"] for group in groups(scenario, "helsenorge", Texts("nb")) for lever in group["levers"]}
    shares = {path for path in drawn if path.endswith(".state_share")}
    assert shares == {"measures.sikkerhet.state_share"}
