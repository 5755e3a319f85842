"""Scenario files: what is saved opens again, the schema says the same as the model, and bad files are refused."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charts.refused import refused
from model import Scenario, ScenarioError, parameters
from model.json_schema import json_schema
from pages.parts import files
from tests.strategies import mappings, scenarios
from texts import LANGUAGES, Texts

SCHEMA = json_schema()
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def file(content: str | None) -> dict[str, Any]:
    return {"do": "open", "name": "x.json", "size": len(content or ""), "content": content}


@settings(max_examples=500, deadline=None)
@given(scenarios())
def test_a_saved_file_opens_again(scenario: Scenario) -> None:
    content = files.file_content(scenario)
    assert files.opened(file(content)) == scenario
    assert len(content) < files.LARGEST / 10
    VALIDATOR.validate(json.loads(content))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("", "scenario_tallgrunnlag-2025-var.json"),
        ("Forslag fra møtet!", "scenario-forslag-fra-møtet_tallgrunnlag-2025-var.json"),
        ("../../etc/passwd\0", "scenario-etc-passwd_tallgrunnlag-2025-var.json"),
        ("<b>", "scenario-b_tallgrunnlag-2025-var.json"),
    ],
)
def test_a_file_is_called_what_it_is(name: str, expected: str) -> None:
    assert files.file_name(Scenario(name=name)) == expected


def test_the_published_schema_is_the_one_in_force() -> None:
    published = Path(__file__).parents[1] / "static" / "scenario.schema.json"
    assert json.loads(published.read_text(encoding="utf-8")) == SCHEMA
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


WRONG = [
    {"risk_margin": 0.4},
    {"risk_margin": "0.03"},
    {"risk_margin": True},
    {"repayment_lag": 1.5},
    {"first_year": 2031},
    {"version": 2},
    {"nonsense": 1},
    {"by_solution": {"helsenettet_felles": {"extra_volume": 0.01}}},
    {"measures": {"fm_avvikling": {"amount_mnok": 1}}},
    {"measures": {"ehds": {"enabled": True}}},
    {"measures": {"fm_avvikling": {"scale": 2}}},
    {"keys": "nobody"},
    {"keys": {"vkp": {"nobody": 1}}},
    {"name": "x" * 81},
    [],
    "text",
]


@pytest.mark.parametrize("mapping", WRONG, ids=str)
def test_model_and_schema_refuse_the_same(mapping: Any) -> None:
    with pytest.raises(ScenarioError):
        files.opened(file(json.dumps(mapping)))
    assert not VALIDATOR.is_valid(mapping)


@settings(max_examples=300, deadline=None)
@given(mappings(), st.sampled_from(list(parameters())), st.none() | st.integers() | st.text() | st.floats(-1, 3))
def test_what_the_model_takes_the_schema_takes(mapping: dict[str, Any], field: str, value: object) -> None:
    changed = {**mapping, field: value}
    try:
        Scenario.from_mapping(changed)
    except ScenarioError:
        return
    assert VALIDATOR.is_valid(changed)


VALUE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(list(parameters())) | st.text(), inner),
    max_leaves=12,
)


@settings(max_examples=2000, deadline=None)
@given(VALUE | st.text())
def test_no_file_however_mangled_raises_anything_else(value: Any) -> None:
    content = value if isinstance(value, str) else json.dumps(value)
    try:
        assert isinstance(files.opened(file(content)), Scenario)
    except ScenarioError as error:
        for language in LANGUAGES:
            sentence = refused(error, Texts(language))
            assert sentence and "\n" not in sentence and len(sentence) < 700


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("[" * 50_000, "json"),
        ('{"risk_margin": NaN}', "number"),
        ('{"risk_margin": 1e999}', "number"),
        ('{"risk_margin": ' + "9" * 10_000 + "}", "json"),
        ('{"name": "\\ud800"}', "text"),
        ('{"name": "' + "x" * 90_000 + '"}', "text"),
        ('{"name": "' + "x" * 10_000_000 + '"}', "length"),
        (None, "length"),
        ('{"risk_margin": 0.03, "risk_margin": 0.04}', "repeated"),
        ("", "json"),
    ],
)
def test_hostile_files_are_refused_with_the_reason(content: str | None, problem: str) -> None:
    with pytest.raises(ScenarioError) as refusal:
        files.opened(file(content))
    assert refusal.value.problem == problem
    assert len(str(refusal.value)) < 400
