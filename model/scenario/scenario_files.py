"""Scenarios from files and from single values, as the command line takes them."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from model.baseline.baseline import Baseline
from model.reading.errors import ModelError, ScenarioError, shown
from model.reading.json_text import json_value
from model.scenario.batch import check_one_baseline
from model.scenario.fields import checked_mapping
from model.scenario.paths import set_value
from model.scenario.scenario import Scenario
from model.scenario.versions import as_now, renamed_path


class ScenarioFileError(ModelError):
    """A scenario that cannot be used, with the file and the line it stands in."""


def scenarios_of(
    file: str | None, settings: Sequence[str], figures: Baseline | None = None
) -> tuple[list[Scenario], bool]:
    """The scenarios of a file with some values set in each, and whether the file is a batch (``.jsonl``).

    file: JSON, JSON Lines, ``-`` for JSON on standard input, or None for the default scenario.
    settings: ``path=value`` each. figures: the baseline of scenarios that name none. Raises ModelError.
    """
    changes = [_setting(text) for text in settings]
    if file is None:
        return [_scenario({}, changes, figures)], False
    content = _content(file)
    if file.lower().endswith(".jsonl"):
        return _batch(file, content, changes, figures), True
    try:
        return [_scenario(json_value(content), changes, figures)], False
    except ScenarioError as error:
        raise ScenarioFileError(f"{file}: {error}") from error


def scenario_of(file: str, figures: Baseline | None = None) -> Scenario:
    """The one scenario of a JSON file, or of standard input for ``-``. Raises ModelError."""
    scenarios, is_batch = scenarios_of(file, (), figures)
    if is_batch:
        raise ScenarioFileError(f"{file} is a batch; one scenario is needed here, in JSON.")
    return scenarios[0]


def _content(file: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise ScenarioFileError(f"{file} cannot be read: {error.strerror}.") from error


def _batch(file: str, content: bytes, changes: Sequence[tuple[str, Any]], figures: Baseline | None) -> list[Scenario]:
    """A scenario for each line, all of one baseline, for the rows of a result have the same years and solutions.

    Lines end in a line feed only, for a name may hold other separators.
    """
    if not content.strip():
        raise ScenarioFileError(f"{file} holds no scenarios; it must hold one on each line.")
    scenarios: list[Scenario] = []
    for number, line in enumerate(content.rstrip().split(b"\n"), start=1):
        try:
            scenario = _scenario(json_value(line), changes, figures)
            check_one_baseline(scenario, scenarios[0] if scenarios else scenario)
        except ScenarioError as error:
            raise ScenarioFileError(f"{file}, line {number}: {error}") from error
        scenarios.append(scenario)
    return scenarios


def _scenario(mapping: Any, changes: Sequence[tuple[str, Any]], figures: Baseline | None) -> Scenario:
    settable = as_now(checked_mapping("scenario", mapping))
    for path, value in changes:
        set_value(settable, renamed_path(path), value)
    return Scenario.from_mapping(settable, figures)


def _setting(text: str) -> tuple[str, Any]:
    """Path and value of ``path=value``; what is not JSON is text."""
    path, sign, value = text.partition("=")
    if not sign or not path:
        raise ScenarioFileError(f"--set {shown(text)} has no path and value; write --set risk_margin=0.04.")
    try:
        return path, json.loads(value)
    except (ValueError, RecursionError):
        return path, value
