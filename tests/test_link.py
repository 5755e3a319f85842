"""Links: what is written is read back, old links keep their meaning, and nothing in an address can do harm."""

import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charts.refused import all_refused
from model import Scenario, link, parameters
from model.fields import limits
from pages.parts import address, view
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


def test_the_published_figures_have_a_short_link() -> None:
    assert link.encoded(Scenario()) == ""
    assert link.to_query(Scenario(risk_margin=0.03)) == {
        "v": "1",
        "grunnlag": "tallgrunnlag-2025-var",
        "risk_margin": "0.03",
    }


@pytest.mark.parametrize("found", LINKS, ids=[found["made_by"] for found in LINKS])
def test_links_of_every_version_keep_their_meaning(found: dict[str, Any]) -> None:
    query = parse_qs(found["query"])
    last = {name: values[-1] for name, values in query.items()}
    opened = link.from_query(last, beside=address.PARAMETERS)
    looked_at, wrong = view.parsed(last, query.get(view.COMPARED, []))
    assert opened == link.Opened(Scenario.from_mapping(found["scenario"]), ())
    expected = {field: tuple(v) if isinstance(v, list) else v for field, v in found["view"].items()}
    assert looked_at == view.View(**expected) and wrong == ()


PARTS = st.one_of(
    st.sampled_from([*limits(), *parameters(), "keys.vkp.rhf", "v", "grunnlag", "measures.ehds.enabled"]), st.text()
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
    opened = link.from_query(query)
    assert isinstance(opened.scenario, Scenario)
    for language in LANGUAGES:
        sentence = all_refused(opened.refused, Texts(language))
        assert "\n" not in sentence and len(sentence) < 1500
        assert bool(sentence) == bool(opened.refused)


@settings(max_examples=2000, deadline=None)
@given(st.text(), st.lists(st.text()), scenarios())
def test_no_text_of_a_comparison_raises(text: str, texts: list[str], scenario: Scenario) -> None:
    assert isinstance(link.decoded(text).scenario, Scenario)
    looked_at, _ = view.parsed({"aar": text, "mot": text}, [*texts, text])
    assert view.FEWEST <= len(looked_at.compared) <= view.MOST
    whole = link.encoded(scenario)
    assert isinstance(link.decoded(whole[: len(whole) // 2]).scenario, Scenario)


def test_what_is_valid_in_a_link_is_kept() -> None:
    query = {"v": "2", "grunnlag": "other", "risk_margin": "0.4", "index_rate": "0.02", "nonsense": "1", "name": "A"}
    opened = link.from_query(query)
    assert opened.scenario == Scenario(name="A", index_rate=0.02)
    assert [error.field for error in opened.refused] == ["v", "grunnlag", "nonsense", "risk_margin"]


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
