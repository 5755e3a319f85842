"""Files that a visitor opens, and a scenario as a file: its name, what it holds, and what an opened one gives."""

import json
import re
from base64 import b64decode
from collections.abc import Mapping
from typing import Any, Final

from model import Scenario, ScenarioError, published

LARGEST: Final = 100_000
"""Bytes: forty times the largest scenario."""


def file_name(scenario: Scenario) -> str:
    """«scenario-forslag-fra-møtet_tallgrunnlag-2025-var.json»."""
    words = re.sub(r"[\W_]+", "-", scenario.name.lower()).strip("-")
    return f"scenario{f'-{words}' if words else ''}_{published().id}.json"


def file_content(scenario: Scenario) -> str:
    """The scenario as JSON for people to read; the command line takes it as it is."""
    return json.dumps(scenario.to_mapping(), ensure_ascii=False, indent=2) + "\n"


def content_of(asked: Mapping[str, Any], largest: int) -> bytes | None:
    """The bytes of a file that the browser read and sent in base64; None where there are too many."""
    content = asked.get("content")
    if not isinstance(content, str) or len(content) > 2 * largest:
        return None
    try:
        found = b64decode(content, validate=True)
    except ValueError:  # no browser sends that
        return b""
    return found if len(found) <= largest else None


def opened(asked: Mapping[str, Any]) -> Scenario:
    """The scenario of a file that the browser sent. Raises ScenarioError."""
    content = content_of(asked, LARGEST)
    if content is None:
        raise ScenarioError("scenario", asked.get("size"), "length", (LARGEST,))
    return Scenario.from_json(content)
