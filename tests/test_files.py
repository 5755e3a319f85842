"""Scenario files: what is saved opens again, the schema says the same as the model, and bad files are refused."""

import json
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charts.words.refused import refused as said
from model import Scenario, ScenarioError, parameters
from model.scenario.json_schema import json_schema
from pages.files import files
from tests.baselines import PRESENT
from tests.strategies import mappings, scenarios
from texts import LANGUAGES, Texts

SCHEMA = json_schema(PRESENT)
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def sent(content: str | bytes) -> str:
    """A file's bytes as the browser sends them."""
    return b64encode(content.encode() if isinstance(content, str) else content).decode()


def file(content: str | bytes | None) -> dict[str, Any]:
    """A file as the browser sends it; without bytes where it is too large."""
    encoded = None if content is None else sent(content)
    return {"do": "open", "name": "x.json", "size": len(encoded or ""), "content": encoded}


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
    anew = "python -m model.scenario.json_schema > static/scenario.schema.json"
    assert json.loads(published.read_text(encoding="utf-8")) == SCHEMA, anew
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


WRONG = [
    {"risk_margin": 0.4},
    {"risk_margin": "0.03"},
    {"risk_margin": True},
    {"repayment_lag": 1.5},
    {"first_year": 2031},
    {"version": 3},
    {"baseline": "tallgrunnlag-2031-var"},
    {"baseline": []},
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
@given(mappings(), st.sampled_from(list(parameters(PRESENT))), st.none() | st.integers() | st.text() | st.floats(-1, 3))
def test_what_the_model_takes_the_schema_takes(mapping: dict[str, Any], field: str, value: object) -> None:
    changed = {**mapping, field: value}
    try:
        Scenario.from_mapping(changed)
    except ScenarioError:
        return
    assert VALIDATOR.is_valid(changed)


VALUE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(list(parameters(PRESENT))) | st.text(), inner),
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
            sentence = said(error, PRESENT, Texts(language))
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


TEXT = '{"name": "Forslag fra møtet"}'
NOT_UTF_8 = [TEXT.encode("cp1252"), TEXT.encode("utf-16"), TEXT.encode("utf-16-le"), TEXT.encode("utf-32")]


@pytest.mark.parametrize("content", NOT_UTF_8, ids=["windows", "utf_16", "utf_16_without_mark", "utf_32"])
@pytest.mark.parametrize("ending", ["json", "jsonl"])
def test_page_and_command_line_refuse_what_is_not_utf_8(
    refused: Callable[..., str], tmp_path: Path, content: bytes, ending: str
) -> None:
    with pytest.raises(ScenarioError) as refusal:
        files.opened(file(content))
    assert refusal.value.problem == "utf_8"
    for language in LANGUAGES:
        assert "UTF-8" in said(refusal.value, PRESENT, Texts(language))
        assert "UTF-8" in Texts(language)("theme.utf_8")
    opened = tmp_path / f"scenario.{ending}"
    opened.write_bytes(content)
    assert "which is no text in UTF-8; save it as UTF-8." in refused("run", "--scenario", str(opened))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_page_and_command_line_read_utf_8(tmp_path: Path, encoding: str) -> None:
    from model.scenario.scenario_files import scenario_of

    opened = tmp_path / "scenario.json"
    opened.write_bytes(TEXT.encode(encoding))
    assert files.opened(file(TEXT.encode(encoding))) == scenario_of(str(opened)) == Scenario(name="Forslag fra møtet")


@pytest.mark.parametrize("content", NOT_UTF_8)
def test_a_theme_that_is_not_utf_8_is_refused(content: bytes) -> None:
    from exports.deck.theme import Theme, ThemeError

    with pytest.raises(ThemeError, match="no text in UTF-8") as refusal:
        Theme.from_toml(content)
    assert refusal.value.problem == "utf_8"


@pytest.mark.parametrize("content", ["no base64", "æ", "=", 7, None, ["x"], "A" * 10**6])
def test_what_no_browser_sends_is_no_file(content: object) -> None:
    assert files.content_of({"content": content}, 100) in (b"", None)
