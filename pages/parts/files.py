"""A scenario as a file: what it is called, what it holds, and what an opened one gives."""

import json
import re
from collections.abc import Mapping
from typing import Any, Final

from model import Scenario, ScenarioError, published

LARGEST: Final = 100_000
"""Characters: forty times the largest scenario."""


def file_name(scenario: Scenario) -> str:
    """«scenario-forslag-fra-møtet_tallgrunnlag-2025-var.json»."""
    words = re.sub(r"[\W_]+", "-", scenario.name.lower()).strip("-")
    return f"scenario{f'-{words}' if words else ''}_{published().id}.json"


def file_content(scenario: Scenario) -> str:
    """The scenario as JSON for people to read; the command line takes it as it is."""
    return json.dumps(scenario.to_mapping(), ensure_ascii=False, indent=2) + "\n"


def opened(asked: Mapping[str, Any]) -> Scenario:
    """The scenario of a file that the browser read; ``content`` is None where it is too large. Raises ScenarioError."""
    content = asked.get("content")
    if not isinstance(content, str) or len(content) > LARGEST:
        raise ScenarioError("scenario", asked.get("size"), "length", (LARGEST,))
    return Scenario.from_json(content)
