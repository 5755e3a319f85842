"""A scenario as the parameters of an address: ``v=2&grunnlag=…&start=published&risk_margin=0.03``."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode

from model.baseline.axes import PAYER_GROUPS
from model.baseline.baseline import Baseline
from model.baseline.installed import baseline as installed_baseline
from model.baseline.installed import installed, newest
from model.baseline.parameters import parameters
from model.reading.errors import ScenarioError
from model.scenario.fields import OF_OPTIONAL_MEASURES, limits
from model.scenario.paths import set_value
from model.scenario.project_fields import FIELDS
from model.scenario.scenario import Scenario
from model.scenario.versions import VERSION, VERSIONS, baseline_of_version, check_known_to, renamed_path

VERSION_FIELD, BASELINE_FIELD = "v", "grunnlag"
"""The parameters that say how to read the others: version of links, id of the published figures."""

LONGEST: Final = 40_000
"""Characters: more than the longest text that a scenario gives, which is mostly its projects."""

NUMBER: Final = re.compile(r"-?(0|[1-9]\d{0,19})(\.\d{1,30})?(e-?\d{1,3})?|true|false")

TEXT: Final = re.compile(r"name|projects\.\d+\.(name|users\.\d+)")
"""Paths of what is text, whatever it looks like."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The scenario of a link, and what in the link could not be used.

    missing: the baseline that the link is about, where that is not there; the scenario is then none of the link's.
    """

    scenario: Scenario
    refused: tuple[ScenarioError, ...]
    missing: str = ""


def to_query(scenario: Scenario) -> dict[str, str]:
    """The parameters of an address: version, baseline, start, and every departure by path."""
    known = {VERSION_FIELD: str(VERSION), BASELINE_FIELD: scenario.baseline, "start": scenario.start}
    return {**known, **_departures(scenario)}


def from_query(query: Mapping[str, str], beside: Iterable[str] = (), given: Baseline | None = None) -> Opened:
    """The scenario of an address, of the baseline that it names. Of another version what still has a meaning is kept.

    beside: parameters of the address that are not the scenario's, such as the view's. given: a baseline that is not
    installed, for a link that names it; and for one that names none. Never raises.
    """
    texts = {name: value for name, value in query.items() if name not in set(beside)}
    version, elsewhere = _version(texts.pop(VERSION_FIELD, str(VERSION)))
    named = baseline_of_version(version) if version < VERSION else texts.get(BASELINE_FIELD)
    stated = texts.pop(BASELINE_FIELD, named)
    figures = _figures(stated if named is None else named, given)
    if figures is None or (stated != named and named is not None):
        error = ScenarioError(BASELINE_FIELD, stated, BASELINE_FIELD, tuple(installed()))
        return Opened(Scenario(), (*elsewhere, error), str(stated))
    if sum(len(name) + len(value) for name, value in texts.items()) > LONGEST:
        too_long = ScenarioError("scenario", texts, "length", (LONGEST,))
        return Opened(Scenario(figures=figures), (*elsewhere, too_long))
    kept, newer = _known_then(version, texts)
    once, twice = _by_present_names(kept)
    opened = _opened(once, figures)
    return Opened(opened.scenario, (*elsewhere, *newer, *twice, *opened.refused))


def _known_then(version: int, texts: Mapping[str, str]) -> tuple[dict[str, str], tuple[ScenarioError, ...]]:
    """What of a link its version knew, and the refusals of the rest."""
    kept, refused = {}, []
    for path, value in texts.items():
        try:
            check_known_to(version, [(path, value)])
            kept[path] = value
        except ScenarioError as error:
            refused.append(error)
    return kept, tuple(refused)


def _by_present_names(texts: Mapping[str, str]) -> tuple[dict[str, str], tuple[ScenarioError, ...]]:
    """Values by the names that are used now; what stands by its old name and its new is refused, and neither counts."""
    twice = {path for path in texts if renamed_path(path) != path and renamed_path(path) in texts}
    refused = tuple(ScenarioError(path, texts[path], "repeated") for path in sorted(twice))
    either = twice | {renamed_path(path) for path in twice}
    return {renamed_path(path): value for path, value in texts.items() if path not in either}, refused


def _version(text: str) -> tuple[int, tuple[ScenarioError, ...]]:
    """The version that a link says, and where it is none of ours the refusal; it is then read as today's."""
    known = {str(version): version for version in VERSIONS}
    if text in known:
        return known[text], ()
    return VERSION, (ScenarioError(VERSION_FIELD, text, VERSION_FIELD, VERSIONS),)


def _figures(name: str | None, given: Baseline | None) -> Baseline | None:
    """The baseline of that name, the newest for None; None where it is neither given nor installed."""
    if given is not None and name in (None, given.id):
        return given
    if name is None:
        return installed_baseline(newest())
    return installed_baseline(name) if name in installed() else None


def encoded(scenario: Scenario) -> str:
    """A scenario as one text, for a link that holds several."""
    return urlencode(to_query(scenario))


def decoded(text: str, given: Baseline | None = None) -> Opened:
    """The scenario that ``encoded`` wrote; what cannot be used is left out and named. Never raises.

    given: the baseline of a text that names none, and one that is not installed. Texts of version 1 name none and are
    of the link that they stand in.
    """
    if len(text) > LONGEST:
        return Opened(_default(given), (ScenarioError("scenario", text, "length", (LONGEST,)),))
    pairs = parse_qsl(text, keep_blank_values=True)
    texts = dict(pairs)
    twice = {name for name, value in pairs if value != texts[name]}
    opened = from_query(texts, given=given)
    repeated = (ScenarioError(name, texts[name], "repeated") for name in sorted(twice))
    return Opened(opened.scenario, (*repeated, *opened.refused), opened.missing)


def _departures(scenario: Scenario) -> dict[str, str]:
    departures = scenario.departures().items()
    return {
        path: value if isinstance(value, str) else json.dumps(value) for path, value in departures if path != "start"
    }


def _default(figures: Baseline | None) -> Scenario:
    return Scenario() if figures is None else Scenario(figures=figures)


def _opened(texts: Mapping[str, str], figures: Baseline) -> Opened:
    """The scenario of some paths and values: what is refused is taken away until the rest is a scenario."""
    settings = {path: _value(path, text) for path, text in sorted(texts.items()) if _is_known(path, figures)}
    fields = tuple(parameters(figures))
    refused = [ScenarioError(path, texts[path], "unknown", fields) for path in texts if not _is_known(path, figures)]
    while True:
        try:
            return Opened(_scenario(settings, figures), tuple(refused))
        except ScenarioError as error:
            refused.append(error)
            for path in _concerned(error.field, settings):
                del settings[path]


def _value(path: str, text: str) -> Any:
    return json.loads(text) if NUMBER.fullmatch(text) and not TEXT.fullmatch(path) else text


def _is_known(path: str, figures: Baseline) -> bool:
    field = parameters(figures).get(path)
    if path in limits(figures) or path == "keys" or (field is not None and field.kind in ("choice", "text")):
        return True
    first, *rest = path.split(".")
    if first == "projects" and len(rest) in (2, 3):
        return rest[0].isdecimal() and rest[1] in FIELDS
    if len(rest) != 2:
        return False
    if first == "measures":
        return rest[0] in figures.measures and rest[1] in OF_OPTIONAL_MEASURES
    return first == "keys" and rest[0] in figures.key_solutions and rest[1] in PAYER_GROUPS


def _scenario(settings: Mapping[str, Any], figures: Baseline) -> Scenario:
    mapping: dict[str, Any] = {}
    for path, value in settings.items():
        set_value(mapping, path, value)
    return Scenario.from_mapping(mapping, figures)


def _concerned(field: str, settings: Mapping[str, Any]) -> list[str]:
    """The settings that an error is about: at its field or below it, else beside it, else all."""
    for place in filter(None, (field, field.rpartition(".")[0])):
        concerned = [path for path in settings if path == place or path.startswith(f"{place}.")]
        if concerned:
            return concerned
    return list(settings)
