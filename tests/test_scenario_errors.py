"""Whatever is wrong with a scenario, it is one ScenarioError that names field, finding and what is allowed."""

import json
import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model import Batch, Scenario, ScenarioError, parameters, run
from model.reading.errors import LONGEST_FOUND
from model.scenario.fields import limits
from tests.baselines import PRESENT

LONGEST_MESSAGE = 700  # every field's name may be listed; nothing grows with what was found

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=8,
)


def refused(mapping: dict[str, Any]) -> ScenarioError:
    """The error of a mapping, after its message has been looked at."""
    with pytest.raises(ScenarioError) as caught:
        Scenario.from_mapping(mapping)
    check_message(caught.value)
    return caught.value


def check_message(error: ScenarioError) -> None:
    message = str(error)
    assert message.isprintable() and len(message) < LONGEST_MESSAGE and message.endswith(".")
    assert error.field in message and error.found in message
    assert len(error.found) <= LONGEST_FOUND and len(error.field) <= LONGEST_FOUND


def test_the_message_says_what_was_found_and_what_is_allowed() -> None:
    error = refused({"risk_margin": 0.4})
    assert str(error) == "risk_margin is 0.4; it must lie between 0 and 0.15."
    assert (error.field, error.found, error.problem, error.allowed) == ("risk_margin", "0.4", "range", (0.0, 0.15))


@pytest.mark.parametrize(
    ("mapping", "field", "problem"),
    [
        ({"risk_margin": -0.01}, "risk_margin", "range"),
        ({"risk_margin": True}, "risk_margin", "number"),
        ({"risk_margin": "0.05"}, "risk_margin", "number"),
        ({"risk_margin": None}, "risk_margin", "number"),
        ({"risk_margin": [0.05]}, "risk_margin", "number"),
        ({"risk_margin": math.nan}, "risk_margin", "number"),
        ({"risk_margin": math.inf}, "risk_margin", "number"),
        ({"risk_margin": 10**400}, "risk_margin", "range"),
        ({"risk_margin": -(10**5000)}, "risk_margin", "range"),
        ({"repayment_lag": 3}, "repayment_lag", "range"),
        ({"repayment_lag": 1.5}, "repayment_lag", "integer"),
        ({"repayment_lag": True}, "repayment_lag", "integer"),
        ({"first_year": 2030}, "first_year", "range"),
        ({"first_year": "2027"}, "first_year", "integer"),
        ({"name": 5}, "name", "text"),
        ({"name": "x" * 81}, "name", "text"),
        ({"name": "\ud800"}, "name", "text"),
        ({"municipal_key": "votes"}, "municipal_key", "choice"),
        ({"rhf_key": ["population"]}, "rhf_key", "choice"),
        ({"version": 3}, "version", "version"),
        ({"version": True}, "version", "version"),
        ({"version": "1"}, "version", "version"),
        ({"version": 1.0}, "version", "version"),
        ({"margin": 0.05}, "margin", "unknown"),
        ({"by_solution": []}, "by_solution", "mapping"),
        ({"by_solution": {"helsenorge": 0.1}}, "by_solution.helsenorge", "mapping"),
        ({"by_solution": {"altinn": {}}}, "by_solution.altinn", "unknown"),
        ({"by_solution": {"helsenettet_felles": {}}}, "by_solution.helsenettet_felles", "unknown"),
        ({"by_solution": {"vkp": {"risk_margin": 0.1}}}, "by_solution.vkp.risk_margin", "unknown"),
        ({"by_solution": {"vkp": {"extra_volume": 1}}}, "by_solution.vkp.extra_volume", "range"),
        ({"measures": "all"}, "measures", "mapping"),
        ({"measures": {"robots": {}}}, "measures.robots", "unknown"),
        ({"measures": {"sikkerhet": {"colour": 1}}}, "measures.sikkerhet.colour", "unknown"),
        ({"measures": {"sikkerhet": {"enabled": 1}}}, "measures.sikkerhet.enabled", "boolean"),
        ({"measures": {"sikkerhet": {"delay": 4}}}, "measures.sikkerhet.delay", "range"),
        ({"measures": {"sikkerhet": {"amount_mnok": 50.1}}}, "measures.sikkerhet.amount_mnok", "range"),
        ({"measures": {"fm_avvikling": {"scale": 1.1}}}, "measures.fm_avvikling.scale", "range"),
        (
            {"measures": {"felles_til_tjenesteavtaler": {"scale": 2}}},
            "measures.felles_til_tjenesteavtaler.scale",
            "range",
        ),
        ({"measures": {"pasientens_provesvar": {"scale": 3.1}}}, "measures.pasientens_provesvar.scale", "range"),
        ({"measures": {"fm_avvikling": {"amount_mnok": 1}}}, "measures.fm_avvikling.amount_mnok", "published"),
        ({"measures": {"ehds": {"enabled": True}}}, "measures.ehds.amount_mnok", "required"),
        ({"keys": "regulation_1814"}, "keys", "choice"),
        ({"keys": 1}, "keys", "mapping"),
        ({"keys": {"altinn": {"rhf": 1}}}, "keys.altinn", "unknown"),
        ({"keys": {"vkp": {"staten": 1}}}, "keys.vkp.staten", "unknown"),
        ({"keys": {"vkp": {"rhf": 0.5, "kommuner": 0.4}}}, "keys.vkp", "sum"),
        ({"keys": {"vkp": {"rhf": 1.5, "kommuner": -0.5}}}, "keys.vkp.rhf", "range"),
        ({"keys": {"vkp": {"rhf": True}}}, "keys.vkp.rhf", "number"),
        ({"keys": {"vkp": {"rhf": math.nan}}}, "keys.vkp.rhf", "number"),
        ({"keys": {"helsenettet_felles": {"rhf": 1}, "helsenettet": {"rhf": 1}}}, "keys.helsenettet", "repeated"),
    ],
)
def test_a_mapping_is_refused(mapping: dict[str, Any], field: str, problem: str) -> None:
    error = refused(mapping)
    assert (error.field, error.problem) == (field, problem)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        "7",
        '{"risk_margin": 0.05,}',
        '{"risk_margin": 0.05, "risk_margin": 0.06}',
        '{"by_solution": {"vkp": {}, "vkp": {}}}',
        '{"risk_margin": NaN}',
        '{"risk_margin": -Infinity}',
        '{"risk_margin": 1e999}',
        '{"risk_margin": ' + "9" * 10_000 + "}",
        '{"name": "\\ud800"}',
        '{"a\\nb": 1}',
        "[" * 100_000,
        '{"a":' * 100_000,
        '{"' + "x" * 100_000 + '": 1}',
        '{"name": "' + "x" * 100_000 + '"}',
        b"\xff\xfe{",
        b'{"name": "\xe6"}',
        b"\x00\x01\x02",
    ],
)
def test_a_text_is_refused(text: str | bytes) -> None:
    with pytest.raises(ScenarioError) as caught:
        Scenario.from_json(text)
    check_message(caught.value)


@given(
    st.dictionaries(st.sampled_from([*parameters(PRESENT), "version"]) | st.text(max_size=10), json_values, max_size=3)
)
def test_any_mapping_is_a_scenario_or_refused(mapping: dict[str, Any]) -> None:
    try:
        scenario = Scenario.from_json(json.dumps(mapping))
    except ScenarioError as error:
        check_message(error)
    else:
        assert Scenario.from_mapping(scenario.to_mapping()) == scenario


@given(st.text() | st.binary())
def test_any_text_is_a_scenario_or_refused(text: str | bytes) -> None:
    try:
        Scenario.from_json(text)
    except ScenarioError as error:
        check_message(error)


@given(st.sampled_from(sorted(limits(PRESENT))), json_values)
def test_any_value_at_a_path_is_taken_or_refused(path: str, value: Any) -> None:
    try:
        assert Scenario().with_value(path, value) is not None
    except ScenarioError as error:
        check_message(error)


@pytest.mark.parametrize(
    "path", ["nothing", "by_solution.vkp.risk_margin", "measures.robots.enabled", "risk_margin.x", "", "."]
)
def test_an_unknown_path_is_refused(path: str) -> None:
    with pytest.raises(ScenarioError):
        Scenario().value(path)
    with pytest.raises(ScenarioError):
        Scenario().with_value(path, 0)


def test_whole_numbers_are_numbers_and_2_0_is_a_whole_number() -> None:
    assert Scenario(investment_realisation=1) == Scenario()
    assert isinstance(Scenario(investment_realisation=2).investment_realisation, float)
    assert Scenario(repayment_lag=1.0).repayment_lag == 1
    assert type(Scenario(repayment_lag=1.0).repayment_lag) is int
    assert Scenario(risk_margin=np.float64(0.06)) == Scenario(risk_margin=0.06)
    assert (
        Scenario.from_json('{"extra_volume": -0.0}').to_json()
        == '{"version": 2, "baseline": "tallgrunnlag-2025-var", "start": "published"}'
    )


def test_scenarios_of_the_same_meaning_are_equal() -> None:
    assert Scenario.from_json("{}") == Scenario() == Scenario.from_mapping({"version": 1})
    assert Scenario(measures={"fm_avvikling": {"enabled": True, "delay": 0, "scale": 1}}) == Scenario()
    assert Scenario(measures={"sikkerhet": {"amount_mnok": 10}}) == Scenario()
    assert Scenario(by_solution={"vkp": {}}) == Scenario(keys={}) == Scenario()
    helsenettet = Scenario(keys={"helsenettet": {"rhf": 1}})
    assert helsenettet == Scenario(keys={name: {"rhf": 1} for name in ("helsenettet_felles", "helsenettet_eksterne")})
    assert len({Scenario(), Scenario(risk_margin=0.05), Scenario(risk_margin=0.06)}) == 2


def test_a_scenario_cannot_change() -> None:
    scenario = Scenario(by_solution={"vkp": {"extra_volume": 0.02}})
    with pytest.raises(AttributeError):
        scenario.risk_margin = 0.1  # type: ignore[misc]
    with pytest.raises(TypeError):
        scenario.by_solution["vkp"] = {}  # type: ignore[index]


@pytest.mark.parametrize(
    ("columns", "field", "problem"),
    [
        ({"risk_margin": [0.05, 2.0]}, "risk_margin", "range"),
        ({"risk_margin": [0.05, math.nan]}, "risk_margin", "number"),
        ({"risk_margin": [0.05, 0.05, 0.05]}, "risk_margin", "size"),
        ({"risk_margin": [[0.05, 0.05]]}, "risk_margin", "size"),
        ({"risk_margin": [[0.05], [0.05, 0.05]]}, "risk_margin", "size"),
        ({"risk_margin": [True, False]}, "risk_margin", "number"),
        ({"risk_margin": ["a", "b"]}, "risk_margin", "number"),
        ({"risk_margin": [0.05, None]}, "risk_margin", "number"),
        ({"repayment_lag": [1, 1.5]}, "repayment_lag", "integer"),
        ({"first_year": [2026, 2031]}, "first_year", "range"),
        ({"name": ["a", "b"]}, "name", "unknown"),
        (
            {"by_solution.helsenettet_felles.extra_volume": [0, 0]},
            "by_solution.helsenettet_felles.extra_volume",
            "unknown",
        ),
        ({"measures.sikkerhet.enabled": [0.5, 1]}, "measures.sikkerhet.enabled", "boolean"),
        ({"measures.ehds.enabled": [True, False]}, "measures.ehds.amount_mnok", "required"),
        ({"measures.fm_avvikling.amount_mnok": [1.0]}, "measures.fm_avvikling.amount_mnok", "unknown"),
    ],
)
def test_columns_are_refused(columns: dict[str, Any], field: str, problem: str) -> None:
    with pytest.raises(ScenarioError) as caught:
        Batch.from_columns(columns, 2)
    check_message(caught.value)
    assert (caught.value.field, caught.value.problem) == (field, problem)


def test_columns_are_copied() -> None:
    margins = np.array([0.05, 0.05])
    batch = Batch.from_columns({"risk_margin": margins}, 2)
    margins[:] = 9
    assert run(batch).cost_level.max() < 500


@pytest.mark.parametrize("last_year", [2025, 2031, 2027.0, "2027", True])
def test_a_last_year_is_refused(last_year: Any) -> None:
    with pytest.raises(ScenarioError) as caught:
        run(Scenario(), last_year)
    check_message(caught.value)
    allowed = "must lie between 2026 and 2030" if type(last_year) is int else "must be a whole number from 2026 to 2030"
    assert str(caught.value) == f"last_year is {last_year!r}; it {allowed}."
