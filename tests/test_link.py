"""Links: what is written is read back, old links keep their meaning, and nothing in an address can do harm."""

import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charts.words.refused import all_refused
from model import Baseline, Scenario, ScenarioError, parameters
from model.scenario import link
from model.scenario.fields import limits
from model.scenario.received import FOREIGN, Received, received
from model.scenario.scenario import set_value
from model.scenario.versions import prices_named
from pages.visit import address, view, view_link
from pages.visit.link_problem import unusable
from pages.visit.problems import Refused
from pages.visit.side_by_side import FEWEST, MOST, usual
from pages.visit.stated_once import not_stated_once
from tests.baselines import INVENTED, PRESENT, spring_2026
from tests.strategies import scenarios
from texts import LANGUAGES, Texts

LINKS = tomllib.loads((Path(__file__).parent / "links.toml").read_text(encoding="utf-8"))["link"]
MANY = settings(max_examples=1000, deadline=None)


@MANY
@given(scenarios())
def test_a_link_is_read_back_as_it_was_written(scenario: Scenario) -> None:
    as_sent = {name: values[-1] for name, values in parse_qs(urlencode(link.to_query(scenario))).items()}
    assert link.from_query(as_sent) == link.Opened(scenario, ())
    assert link.decoded(link.encoded(scenario)) == link.Opened(scenario, ())
    assert len(link.encoded(scenario)) < link.LONGEST


def test_a_link_always_says_its_version_its_baseline_and_the_start() -> None:
    always = {"v": "2", "grunnlag": "tallgrunnlag-2025-var", "start": "published"}
    assert link.to_query(Scenario()) == always
    assert link.to_query(Scenario(risk_margin=0.03)) == {**always, "risk_margin": "0.03"}
    assert link.to_query(Scenario(start="law"))["start"] == "law"


@pytest.mark.parametrize("found", LINKS, ids=[found["made_by"] for found in LINKS])
def test_links_of_every_version_keep_their_meaning(found: dict[str, Any]) -> None:
    arrived = received(parse_qsl(found["query"]), view_link.CLOSING)
    assert not arrived.is_cut
    opened = address.scenario_of(arrived)
    looked_at, wrong = parsed(arrived)
    assert opened == link.Opened(Scenario.from_mapping({"version": 1, **found["scenario"]}), ())
    assert opened.scenario.baseline == "tallgrunnlag-2025-var"
    expected = {field: tuple(v) if isinstance(v, list) else v for field, v in found["view"].items()}
    expected |= {"prices": prices_named(expected["prices"])} if "prices" in expected else {}
    assert looked_at == view.View(**expected).of(PRESENT) and wrong == ()


@pytest.mark.parametrize("found", LINKS, ids=[found["made_by"] for found in LINKS])
def test_old_links_keep_their_baseline_when_there_is_a_newer_one(newer: Baseline, found: dict[str, Any]) -> None:
    """What is newest is what links without a baseline are about; those of the first version had one alone."""
    assert Scenario().baseline == newer.id
    opened = address.scenario_of(received(parse_qsl(found["query"]), view_link.CLOSING))
    assert opened == link.Opened(Scenario.from_mapping(found["scenario"], PRESENT), ())


def parsed(arrived: Received, baseline: Baseline = PRESENT) -> tuple[view.View, tuple[Refused, ...]]:
    return view_link.parsed(arrived.last, baseline, arrived.parameters.get(view_link.COMPARED_PARAMETER, ()))


WHOLE = {
    **link.to_query(Scenario(name="Margin 3 %", risk_margin=0.03)),
    **view_link.to_query(view.View(compared=("margin_3", "gjeldende")), PRESENT),
}
LINK = urlencode(WHOLE, doseq=True)
SHORT = "risk_margin=0.03&aar=2027"


def arrived(query: str) -> Received:
    return received(parse_qsl(query, keep_blank_values=True), view_link.CLOSING)


@given(scenarios(), st.sampled_from([view.View(), view.View(year=2028, payer="1818", compared=("margin_3", "name=A"))]))
def test_a_link_ends_with_what_is_always_there(scenario: Scenario, looked_at: view.View) -> None:
    query = {**link.to_query(scenario), **view_link.to_query(looked_at, PRESENT)}
    assert list(query)[-3:] == list(view_link.CLOSING)
    whole = arrived(urlencode(query, doseq=True))
    assert not whole.is_cut and link.from_query(whole.last, address.PARAMETERS) == link.Opened(scenario, ())
    assert parsed(whole) == (looked_at.of(PRESENT), ())


@MANY
@given(scenarios(), st.data())
def test_a_cut_link_is_known_and_what_is_left_of_it_is_what_was_sent(scenario: Scenario, data: st.DataObject) -> None:
    whole = urlencode({**link.to_query(scenario), **view_link.to_query(view.View(), PRESENT)})
    cut = arrived(whole[: data.draw(st.integers(1, len(whole) - 1))])
    opened = link.from_query(cut.last, address.PARAMETERS).scenario
    assert cut.is_cut and opened.name == ""
    assert opened.departures().items() <= scenario.departures().items()


def test_every_prefix_of_a_link_is_known_to_be_cut() -> None:
    assert [end for end in range(1, len(LINK)) if not arrived(LINK[:end]).is_cut] == []


@pytest.mark.parametrize(
    "mark", [".", ",", ").", "]", "»", "»,", ">", '"', "'", "…", "%22", "%3E", "%C2%BB", "&amp;", "&"]
)
@pytest.mark.parametrize(
    "query", [LINK, SHORT, "hvem=1818", "med=margin_3&med=risk_margin%3D0.03", "name=Er+det+nok%3F&aar=2027"]
)
def test_what_a_sentence_leaves_after_a_link_is_taken_off(query: str, mark: str) -> None:
    assert arrived(query + mark) == arrived(query)


def test_a_name_may_end_as_it_likes() -> None:
    assert arrived("name=Er+det+nok%3F").last["name"] == "Er det nok?"
    assert arrived("med=margin_3&med=name%3DNei%21").parameters["med"] == ("margin_3", "name=Nei!")


@pytest.mark.parametrize("query", [LINK, SHORT])
def test_an_escaped_ampersand_is_one(query: str) -> None:
    for written in ("&amp;", "&amp;amp;"):
        assert arrived(query.replace("&", written)) == arrived(query)


ADDED = (
    "fbclid=IwAR0.x_y-z&gclid=1&dclid=1&msclkid=1&mc_cid=1&mc_eid=1&utm_source=brev&UTM_medium=e-post&utm_campaign=a.b"
    "&web=1&_ga=2.1&_gl=1&si=x&wt.mc_id=7&igshid=1&mkt_tok=1&_hsenc=1&ref=nettside&CT=1&OR=Teams-HL&CID=1"
)


@pytest.mark.parametrize("query", [LINK, SHORT])
def test_what_others_add_is_passed_over(query: str) -> None:
    assert arrived(f"{query}&{ADDED}") == arrived(f"{ADDED}&{query}") == arrived(query)


def test_nothing_of_ours_is_taken_for_what_others_add() -> None:
    ours = [
        *limits(PRESENT),
        *parameters(PRESENT),
        *PRESENT.key_solutions,
        *address.PARAMETERS,
        *view_link.CLOSING,
        "v",
        "grunnlag",
    ]
    assert [name for name in ours if FOREIGN.fullmatch(name)] == []


def test_a_misspelt_lever_is_named() -> None:
    for path in ("risk_margn", "measures.ehds.delai", "by_solution.helsenorg.extra_volume", "arr"):
        opened = link.from_query(arrived(f"{path}=0.03&aar=2027").last, address.PARAMETERS)
        assert [error.field for error in opened.refused] == [path]


PARTS = st.one_of(
    st.sampled_from([*limits(PRESENT), *parameters(PRESENT), "keys.vkp.rhf", "v", "grunnlag", "measures.ehds.enabled"]),
    st.text(),
)
VALUES = st.one_of(
    st.text(),
    st.floats().map(repr),
    st.integers().map(str),
    st.sampled_from(["NaN", "Infinity", "-0", "1e400", "007", "true", "null", "[]", "9" * 5000, "<b>x</b>", "\ud800"]),
)


@settings(max_examples=3000, deadline=None)
@given(st.dictionaries(PARTS, VALUES, max_size=12))
def test_no_address_however_mangled_raises(query: dict[str, str]) -> None:
    assert isinstance(link.from_query(received(query.items(), view_link.CLOSING).last).scenario, Scenario)
    opened = link.from_query(query)
    assert isinstance(opened.scenario, Scenario)
    for language in LANGUAGES:
        sentence = all_refused(opened.refused, opened.scenario.figures, Texts(language))
        assert "\n" not in sentence and len(sentence) < 1500
        assert bool(sentence) == bool(opened.refused)


@settings(max_examples=2000, deadline=None)
@given(st.text(), st.lists(st.text()), scenarios())
def test_no_text_of_a_comparison_raises(text: str, texts: list[str], scenario: Scenario) -> None:
    assert isinstance(link.decoded(text).scenario, Scenario)
    looked_at, _ = view_link.parsed({"aar": text, "mot": text}, PRESENT, [*texts, text])
    assert FEWEST <= len(looked_at.compared) <= MOST
    whole = link.encoded(scenario)
    assert isinstance(link.decoded(whole[: len(whole) // 2]).scenario, Scenario)


@pytest.mark.parametrize(
    ("given", "kept", "said"),
    [
        (("<b>", "name=B"), ("tallgrunnlaget", "name=B"), ["scenarioet «<b>» i sammenligningen"]),
        (("margin_3", "<b>", "name=B"), ("margin_3", "name=B"), ["scenarioet «<b>» i sammenligningen"]),
        (("margin_3",), ("tallgrunnlaget", "margin_3"), ["det som skal sammenlignes; tillatt er 2 til 4 scenarioer"]),
        (("margin_3",) * 5, ("margin_3",) * 4, ["det som skal sammenlignes; tillatt er 2 til 4 scenarioer"]),
        (
            ("<b>", *("margin_3",) * 5),
            ("margin_3",) * 4,
            ["scenarioet «<b>» i sammenligningen", "det som skal sammenlignes; tillatt er 2 til 4 scenarioer"],
        ),
        ((), usual(PRESENT), []),
    ],
)
def test_what_is_wrong_in_a_comparison_is_named_and_the_rest_kept(
    given: tuple[str, ...], kept: tuple[str, ...], said: list[str]
) -> None:
    looked_at, wrong = view_link.parsed({}, PRESENT, given)
    assert (looked_at.compared, [unusable(each, Texts("nb")) for each in wrong]) == (kept, said)


SAID = {
    "hvem=3303&hvem=0301": ["«hvem» står flere ganger med ulik verdi; den siste, «0301», gjelder"],
    "risk_margin=0.03&risk_margin=0.04": ["«risk_margin» står flere ganger med ulik verdi; den siste, «0.04», gjelder"],
    "hvem=0301&hvem=0301&med=margin_3&med=gjeldende": [],
    "hvem=": ["min virksomhet er uten verdi; tillatt er navnet på et RHF eller nummeret til en kommune i 2026"],
    "forskjell=": ["forskjell er uten verdi; tillatt er «tallgrunnlaget» (Mot tallgrunnlaget) eller «fjoraaret» (Fra"],
    "sok=&kilde=": ["«kilde» er uten verdi", "«sok» er uten verdi"],
}


@pytest.mark.parametrize("query", SAID)
def test_what_stands_twice_or_says_nothing_is_said(query: str) -> None:
    link_arrived = arrived(query)
    wrong = (*not_stated_once(link_arrived), *parsed(link_arrived)[1])
    for each, said in zip(wrong, SAID[query], strict=True):
        assert unusable(each, Texts("nb")).startswith(said)
        assert all("{" not in unusable(each, Texts(language)) for language in LANGUAGES)


def test_of_what_stands_twice_the_last_is_shown_and_beside_others_it_is_not_taken() -> None:
    assert address.scenario_of(arrived("risk_margin=0.03&risk_margin=0.04")).scenario == Scenario(risk_margin=0.04)
    (error,) = link.decoded("risk_margin=0.03&risk_margin=0.04").refused
    assert (error.field, error.problem) == ("risk_margin", "repeated")
    assert not link.decoded("risk_margin=0.03&risk_margin=0.03").refused


def test_a_setting_by_its_old_name_and_its_new_is_refused_as_in_a_file() -> None:
    query = {"underspend_2025_returned": "1", "base_year_underspend_returned": "0.5", "risk_margin": "0.03"}
    opened = link.from_query(query)
    assert opened.scenario == Scenario(risk_margin=0.03)
    assert [(error.field, error.problem) for error in opened.refused] == [("underspend_2025_returned", "repeated")]
    for language in LANGUAGES:
        said = all_refused(opened.refused, PRESENT, Texts(language))
        assert "{" not in said and "underspend_2025" not in said
    with pytest.raises(ScenarioError):
        Scenario.from_mapping({"underspend_2025_returned": 1, "base_year_underspend_returned": 0.5})
    assert link.from_query({"underspend_2025_returned": "1"}).scenario.base_year_underspend_returned == 1.0


def test_what_is_valid_in_a_link_is_kept() -> None:
    query = {"v": "3", "risk_margin": "0.4", "index_rate": "0.02", "nonsense": "1", "name": "A"}
    opened = link.from_query(query)
    assert opened.scenario == Scenario(name="A", index_rate=0.02)
    assert [error.field for error in opened.refused] == ["v", "nonsense", "risk_margin"]


@pytest.mark.parametrize("version", ["1", "2"])
def test_a_link_about_a_baseline_that_is_not_there_gives_no_other(version: str) -> None:
    query = {"v": version, "grunnlag": "tallgrunnlag-2031-var", "risk_margin": "0.03"}
    opened = link.from_query(query)
    assert opened.missing == "tallgrunnlag-2031-var" and opened.scenario == Scenario()


def test_a_link_is_read_with_a_baseline_that_was_given() -> None:
    newer = spring_2026()
    scenario = Scenario(risk_margin=0.03, first_year=2028, figures=newer)
    assert link.from_query(link.to_query(scenario)).missing == newer.id
    assert link.from_query(link.to_query(scenario), given=newer) == link.Opened(scenario, ())


@pytest.mark.parametrize("kind", INVENTED)
def test_a_view_of_any_baseline_is_read_back_as_it_was_written(kind: str) -> None:
    baseline = INVENTED[kind]()
    for looked_at in (view.View(), view.View(year=baseline.plan_years[-1], figure="vkp", solution="helsenorge")):
        whole = arrived(
            urlencode({**link.to_query(Scenario(figures=baseline)), **view_link.to_query(looked_at, baseline)})
        )
        assert not whole.is_cut and parsed(whole, baseline) == (looked_at.of(baseline), ())


def test_what_a_view_of_another_baseline_does_not_have_is_its_default() -> None:
    newer = spring_2026()
    looked_at = view.View(language="nn", year=2026, figure="kjernejournal", compared=("margin_3", "gjeldende"))
    assert looked_at.of(PRESENT) == looked_at
    other = looked_at.of(newer)
    assert (other.language, other.year, other.figure) == ("nn", 2027, "kjernejournal")
    assert other.compared == usual(newer) == ("tallgrunnlaget", "gjeldende")
    assert view.View(year=2027).of(newer).year == view.View(year=2027).of(PRESENT).year == 2027


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ({"keys": "regulation_2026", "keys.vkp.rhf": "1"}, Scenario()),
        ({"keys.vkp.rhf": "0.5", "risk_margin": "0.03"}, Scenario(risk_margin=0.03)),
        ({"measures.ehds.enabled": "true", "risk_margin": "0.03"}, Scenario(risk_margin=0.03)),
        (
            {"measures.ehds.enabled": "true", "measures.ehds.amount_mnok": "900", "measures.ehds.delay": "1"},
            Scenario(),
        ),
        ({"measures.fm_avvikling.amount_mnok": "1", "risk_margin": "0.03"}, Scenario(risk_margin=0.03)),
    ],
)
def test_settings_that_belong_together_go_together(query: dict[str, str], kept: Scenario) -> None:
    opened = link.from_query(query)
    assert opened.scenario == kept and opened.refused


def test_a_link_of_ten_million_characters_is_refused_at_once() -> None:
    opened = link.from_query({"name": "x" * 10_000_000, "risk_margin": "0.03"})
    assert opened.scenario == Scenario() and [error.problem for error in opened.refused] == ["length"]
    assert link.decoded("risk_margin=" + "0" * 10_000_000).refused[0].problem == "length"


ROAD_MAP = "Helsenorges veikart, vekst i 2026"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (
            {"start": "lov"},
            "Start fra er «lov»; tillatt er «published» (tallgrunnlaget) eller «law» (vedtatt forskrift 2026)",
        ),
        (
            {"rhf_key": "x"},
            "Nøkkel mellom RHF er «x»; tillatt er «basic_grant» (Basisbevilgning) eller «population» (Folketall)",
        ),
        (
            {"measures.helsenorge_veikart_2026.state_share": "0.5"},
            f"{ROAD_MAP}: statens del kan bare settes for tiltak som ikke ligger i tallgrunnlaget",
        ),
        (
            {"measures.helsenorge_veikart_2026.amount_mnok": "5"},
            f"{ROAD_MAP}: beløp er publisert og kan ikke endres; bruk omfang",
        ),
        (
            {"measures.pasientens_journaldokumenter.delai": "1"},
            "«measures.pasientens_journaldokumenter.delai» er ukjent",
        ),
        (
            {"v": "1", "start": "law"},
            "Start fra er utelatt, for versjon 1 har ikke det valget; med versjon 2 virker det",
        ),
    ],
)
def test_what_is_refused_says_what_is_allowed_in_the_readers_words(query: dict[str, str], said: str) -> None:
    opened = link.from_query(query)
    assert all_refused(opened.refused, PRESENT, Texts("nb")) == said and opened.scenario == Scenario()


def test_a_choice_of_the_page_is_named_as_its_control_and_as_it_is_written() -> None:
    said = unusable(Refused("difference", {"found": "budsjettet"}), Texts("nb"))
    allowed = "«tallgrunnlaget» (Mot tallgrunnlaget) eller «fjoraaret» (Fra året før)"
    assert said == f"forskjell er «budsjettet»; tillatt er {allowed}"
    for field in view.PARAMETERS:
        for language in LANGUAGES:
            assert "_" not in unusable(Refused(field, {"found": "x"}), Texts(language)).replace(
                "e_resept", ""
            ) or field in (
                "figure",
                "solution",
                "quantity",
            )


ADDED_LATER = {
    "start": "law",
    "lasting_saving": 0.01,
    "by_solution.vkp.lasting_saving": 0.01,
    "measures.ehds.state_share": 0.5,
    "measures.sikkerhet_once.enabled": True,
}


@pytest.mark.parametrize("path", ADDED_LATER)
def test_version_1_has_nothing_that_came_later(path: str) -> None:
    """Links keep the rest; a file is refused whole, as ever."""
    value = ADDED_LATER[path]
    written = value if isinstance(value, str) else str(value).lower()
    opened = link.from_query({"v": "1", path: written, "risk_margin": "0.03"})
    assert opened.scenario == Scenario(risk_margin=0.03)
    assert [(error.field, error.problem) for error in opened.refused] == [(path, "newer")]
    mapping: dict[str, Any] = {"version": 1}
    set_value(mapping, path, value)
    with pytest.raises(ScenarioError, match="version 1 has no such field"):
        Scenario.from_mapping(mapping)
    assert not link.from_query({"v": "2", path: written}).refused
