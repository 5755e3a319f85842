"""A scenario as a file: its name, what it holds, and what an opened one gives."""

import json
import re

from model import Scenario, ScenarioError, published
from pages.visit.opened_file import LARGEST, content_of
from pages.visit.problems import Asked


def file_name(scenario: Scenario) -> str:
    """«scenario-forslag-fra-møtet_tallgrunnlag-2025-var.json»."""
    words = re.sub(r"[\W_]+", "-", scenario.name.lower()).strip("-")
    return f"scenario{f'-{words}' if words else ''}_{published().id}.json"


def file_content(scenario: Scenario) -> str:
    """The scenario as JSON for people to read; the command line takes it as it is."""
    return json.dumps(scenario.to_mapping(), ensure_ascii=False, indent=2) + "\n"


def opened(asked: Asked) -> Scenario:
    """The scenario of a file that the browser sent. Raises ScenarioError."""
    content = content_of(asked, LARGEST)
    if content is None:
        raise ScenarioError("scenario", asked.get("size"), "length", (LARGEST,))
    return Scenario.from_json(content)
