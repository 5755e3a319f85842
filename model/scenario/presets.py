"""The ready scenarios of a baseline, from ``presets.toml`` in its folder."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from model.baseline.baseline import Baseline
from model.reading.entries import Entry, entries
from model.reading.errors import ScenarioError
from model.scenario.fields import LAW, START
from model.scenario.scenario import Scenario

FILE: Final = "presets.toml"


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
        """``scenario`` with what the preset sets on top; its start stays, unless the preset says the law."""
        over = self.scenario.to_mapping()
        if self.scenario.start != LAW:
            over[START] = scenario.start
        return Scenario.from_mapping(_merged(scenario.to_mapping(), over), scenario.figures)


def presets(baseline: Baseline) -> Mapping[str, Preset]:
    """Every ready scenario of a baseline by id, in the order of its file; none where it has no such file."""
    path = baseline.beside(FILE)
    return MappingProxyType({}) if path is None else _of_file(path, baseline)


@cache
def _of_file(path: Path, baseline: Baseline) -> Mapping[str, Preset]:
    """Kept for ever, for only what is installed has a folder."""
    return MappingProxyType(read_presets(path, baseline))


def read_presets(path: Path, baseline: Baseline) -> dict[str, Preset]:
    """The presets of a TOML file. Raises TableError, naming the file and the entry."""
    return {name: _preset(name, entry, baseline) for name, entry in entries(path).items()}


def law_scenario(baseline: Baseline) -> Scenario | None:
    """The scenario that reckons as the regulation of the first year does; None where there is no regulation."""
    law = baseline.law
    if law is None:
        return None
    measures = {
        name: {setting: bool(value) if setting == "enabled" else value for setting, value in settings.items()}
        for name, settings in law.measures.items()
    }
    return Scenario(index_rate=law.index_rate, measures=measures, figures=baseline)


def _preset(name: str, entry: Entry, baseline: Baseline) -> Preset:
    entry.only("label", "note", "scenario", "source", "where")
    return Preset(
        name=name,
        label=entry.texts("label"),
        note=entry.texts("note"),
        scenario=_scenario(entry, baseline),
        source=entry.text("source"),
        where=entry.text("where"),
    )


def _scenario(entry: Entry, baseline: Baseline) -> Scenario:
    try:
        return Scenario.from_mapping(entry.entry("scenario").values, baseline)
    except ScenarioError as error:
        entry.refuse("scenario", f"is no scenario: {error}")


def _merged(under: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    """Both mappings, ``over`` where both have a value; a measure or a solution that is set is set as a whole."""
    inner = {name: {**under.get(name, {}), **value} for name, value in over.items() if isinstance(value, dict)}
    return {**under, **over, **inner}
