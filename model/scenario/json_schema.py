"""The JSON Schema of a scenario file. ``python -m model.scenario.json_schema`` prints what ``static/`` publishes."""

import json
from collections.abc import Mapping
from typing import Any

from model.baseline.axes import PAYER_GROUPS
from model.baseline.keys import KEY_SOLUTIONS, key_sets
from model.baseline.measures import Measure, measures
from model.baseline.parameters import Parameter, parameters
from model.scenario.fields import LEVERS_BY_SOLUTION, OPEN_SOLUTIONS, limits
from model.scenario.scenario import VERSION

Schema = dict[str, Any]
NUMBERS = {"number": "number", "integer": "integer", "boolean": "boolean"}


def json_schema() -> Schema:
    """The schema, draft 2020-12. What it cannot say: shares of a key must add up to 1."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Scenario",
        "description": "Departures from the published figures; every field may be left out. Shares are fractions.",
        **_object({"version": {"const": VERSION}, **{name: _field(field) for name, field in parameters().items()}}),
    }


def _field(field: Parameter) -> Schema:
    described: Schema = {"title": field.label["en"], "description": field.description["en"]}
    if field.default is not None:
        described["default"] = field.default
    return described | _allowed(field)


def _allowed(field: Parameter) -> Schema:
    if field.name in limits():
        return _number(field.name)
    if field.kind == "text":
        return {"type": "string", "maxLength": field.high}
    if field.kind == "choice":
        return {"enum": list(field.choices)}
    return {"by_solution": _by_solution, "measures": _measures, "keys": _keys}[field.name]()


def _number(path: str) -> Schema:
    limit = limits()[path]
    kind = {"type": NUMBERS[limit.kind]}
    return kind if limit.kind == "boolean" else {**kind, "minimum": limit.low, "maximum": limit.high}


def _object(properties: Mapping[str, Any]) -> Schema:
    return {"type": "object", "additionalProperties": False, "properties": dict(properties)}


def _by_solution() -> Schema:
    return _object(
        {
            solution: _object({lever: _number(f"by_solution.{solution}.{lever}") for lever in LEVERS_BY_SOLUTION})
            for solution in OPEN_SOLUTIONS
        }
    )


def _measures() -> Schema:
    return _object({name: _measure(measure) for name, measure in measures().items()})


def _measure(measure: Measure) -> Schema:
    prefix = f"measures.{measure.name}."
    settings = {path.removeprefix(prefix): _number(path) for path in limits() if path.startswith(prefix)}
    described = {"title": measure.label["en"], "description": measure.description["en"], **_object(settings)}
    if not measure.takes_amount or measure.amount_mnok is not None:
        return described
    enabled = {"properties": {"enabled": {"const": True}}, "required": ["enabled"]}
    return {**described, "if": enabled, "then": {"required": ["amount_mnok"]}}


def _keys() -> Schema:
    shares = _object({group: {"type": "number", "minimum": 0, "maximum": 1} for group in PAYER_GROUPS})
    return {"anyOf": [{"enum": list(key_sets())}, _object(dict.fromkeys(KEY_SOLUTIONS, shares))]}


if __name__ == "__main__":
    print(json.dumps(json_schema(), ensure_ascii=False, indent=1))
