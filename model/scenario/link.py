"""A scenario as the parameters of an address: ``v=1&grunnlag=…&risk_margin=0.03&name=Forslag+fra+møtet``."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode

from model.baseline.axes import PAYER_GROUPS
from model.baseline.keys import KEY_SOLUTIONS
from model.baseline.parameters import parameters
from model.baseline.published import published
from model.reading.errors import ScenarioError
from model.scenario.fields import limits
from model.scenario.scenario import Scenario, set_value

VERSION: Final = 1
VERSION_FIELD, BASELINE_FIELD = "v", "grunnlag"
"""The parameters that say how to read the others: version of links, id of the published figures."""

LONGEST: Final = 10_000
"""Characters: three times the longest text that a scenario gives."""

NUMBER: Final = re.compile(r"-?(0|[1-9]\d{0,19})(\.\d{1,30})?(e-?\d{1,3})?|true|false")


@dataclass(frozen=True, slots=True)
class Opened:
    """The scenario of a link, and what in the link could not be used."""

    scenario: Scenario
    refused: tuple[ScenarioError, ...]


def to_query(scenario: Scenario) -> dict[str, str]:
    """The parameters of an address: version, id of the published figures, and every departure from them by path."""
    return {VERSION_FIELD: str(VERSION), BASELINE_FIELD: published().id, **_departures(scenario)}


def from_query(query: Mapping[str, str], beside: Iterable[str] = ()) -> Opened:
    """The scenario of an address. Of a link from another version or baseline what still has a meaning is kept.

    beside: parameters of the address that are not the scenario's, such as the view's. Never raises.
    """
    texts = {name: value for name, value in query.items() if name not in set(beside)}
    known = {VERSION_FIELD: str(VERSION), BASELINE_FIELD: published().id}
    stated = {field: texts.pop(field, value) for field, value in known.items()}
    elsewhere = [ScenarioError(f, stated[f], f, (known[f],)) for f in known if stated[f] != known[f]]
    if sum(len(name) + len(value) for name, value in texts.items()) > LONGEST:
        return Opened(Scenario(), (*elsewhere, ScenarioError("scenario", texts, "length", (LONGEST,))))
    opened = _opened(texts)
    return Opened(opened.scenario, (*elsewhere, *opened.refused))


def encoded(scenario: Scenario) -> str:
    """A scenario as one text, for a link that holds several; empty for the published figures."""
    return urlencode(_departures(scenario))


def decoded(text: str) -> Opened:
    """The scenario that ``encoded`` wrote; what cannot be used is left out and named. Never raises."""
    if len(text) > LONGEST:
        return Opened(Scenario(), (ScenarioError("scenario", text, "length", (LONGEST,)),))
    return from_query(dict(parse_qsl(text, keep_blank_values=True)))


def _departures(scenario: Scenario) -> dict[str, str]:
    departures = scenario.departures().items()
    return {path: value if isinstance(value, str) else json.dumps(value) for path, value in departures}


def _opened(texts: Mapping[str, str]) -> Opened:
    """The scenario of some paths and values: what is refused is taken away until the rest is a scenario."""
    settings = {path: _value(path, text) for path, text in sorted(texts.items()) if _is_known(path)}
    fields = tuple(parameters())
    refused = [ScenarioError(path, texts[path], "unknown", fields) for path in texts if not _is_known(path)]
    while True:
        try:
            return Opened(_scenario(settings), tuple(refused))
        except ScenarioError as error:
            refused.append(error)
            for path in _concerned(error.field, settings):
                del settings[path]


def _value(path: str, text: str) -> Any:
    return json.loads(text) if path != "name" and NUMBER.fullmatch(text) else text


def _is_known(path: str) -> bool:
    if path in limits() or path == "keys" or (path in parameters() and parameters()[path].kind in ("choice", "text")):
        return True
    first, *rest = path.split(".")
    return first == "keys" and len(rest) == 2 and rest[0] in KEY_SOLUTIONS and rest[1] in PAYER_GROUPS


def _scenario(settings: Mapping[str, Any]) -> Scenario:
    mapping: dict[str, Any] = {}
    for path, value in settings.items():
        set_value(mapping, path, value)
    return Scenario.from_mapping(mapping)


def _concerned(field: str, settings: Mapping[str, Any]) -> list[str]:
    """The settings that an error is about: at its field or below it, else beside it, else all."""
    for place in filter(None, (field, field.rpartition(".")[0])):
        concerned = [path for path in settings if path == place or path.startswith(f"{place}.")]
        if concerned:
            return concerned
    return list(settings)
