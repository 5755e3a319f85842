"""The ready scenarios, from ``data/presets.toml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from model.reading.entries import Entry, entries
from model.reading.errors import ScenarioError
from model.reading.tables import DATA
from model.scenario.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Preset:
    """A ready scenario: label and note by language, what it sets, and the document and place it comes from."""

    name: str
    label: Mapping[str, str]
    note: Mapping[str, str]
    scenario: Scenario
    source: str
    where: str

    def added_to(self, scenario: Scenario) -> Scenario:
        """``scenario`` with what the preset sets on top."""
        return Scenario.from_mapping(_merged(scenario.to_mapping(), self.scenario.to_mapping()))


@cache
def presets() -> Mapping[str, Preset]:
    """Every ready scenario by id, in the order of the file."""
    return MappingProxyType(read_presets(DATA / "presets.toml"))


def read_presets(path: Path) -> dict[str, Preset]:
    """The presets of a TOML file. Raises TableError, naming the file and the entry."""
    return {name: _preset(name, entry) for name, entry in entries(path).items()}


def _preset(name: str, entry: Entry) -> Preset:
    entry.only("label", "note", "scenario", "source", "where")
    return Preset(
        name=name,
        label=entry.texts("label"),
        note=entry.texts("note"),
        scenario=_scenario(entry),
        source=entry.text("source"),
        where=entry.text("where"),
    )


def _scenario(entry: Entry) -> Scenario:
    try:
        return Scenario.from_mapping(entry.entry("scenario").values)
    except ScenarioError as error:
        entry.refuse("scenario", f"is no scenario: {error}")


def _merged(under: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """Both mappings, ``over`` where both have a value; a measure or a solution that is set is set as a whole."""
    inner = {name: {**under.get(name, {}), **value} for name, value in over.items() if isinstance(value, dict)}
    return {**under, **over, **inner}
