"""A scenario as a file: its name, what it holds, and what an opened one gives."""

import json
import re
from typing import Final

from model import Scenario, ScenarioError
from model.baseline.installed import SUFFIXES
from model.reading.json_text import json_value
from model.scenario.fields import checked_mapping
from model.scenario.versions import VERSION
from pages.visit import baselines, state
from pages.visit.opened_file import LARGEST, content_of
from pages.visit.problems import Asked

BASELINE: Final = "baseline"
"""The field of a file that says which figures it is about."""


def file_name(scenario: Scenario) -> str:
    """«scenario-forslag-fra-møtet_tallgrunnlag-2025-var.json»."""
    words = re.sub(r"[\W_]+", "-", scenario.name.lower()).strip("-")
    return f"scenario{f'-{words}' if words else ''}_{scenario.baseline}.json"


def file_content(scenario: Scenario) -> str:
    """The scenario as JSON for people to read; the command line takes it as it is."""
    return json.dumps(scenario.to_mapping(), ensure_ascii=False, indent=2) + "\n"


def opened(asked: Asked) -> Scenario:
    """The scenario of a file that the browser sent; one that names no baseline is of the one shown.

    Raises ScenarioError, also where the baseline that it names is not there.
    """
    name = str(asked.get("name", ""))
    if name.lower().endswith(SUFFIXES):
        raise ScenarioError("scenario", name, "workbook")
    content = content_of(asked, LARGEST)
    if content is None:
        raise ScenarioError("scenario", asked.get("size"), "length", (LARGEST,))
    return scenario_in(json_value(content))


def scenario_in(found: object) -> Scenario:
    """The scenario of what a file holds, of the baseline that it names. Raises ScenarioError."""
    mapping = checked_mapping("scenario", found)
    if BASELINE not in mapping and mapping.get("version", VERSION) == VERSION:
        return Scenario.from_mapping(mapping, state.figures())
    return Scenario.from_mapping(mapping, baselines.given(mapping.get(BASELINE)))
