"""The JSON Schema of a scenario file. ``python -m model.scenario.json_schema`` prints what ``static/`` publishes."""

import json
from collections.abc import Mapping
from typing import Any, Final

from model.baseline.axes import PAYER_GROUPS
from model.baseline.baseline import Baseline
from model.baseline.installed import baseline as installed_baseline
from model.baseline.installed import newest
from model.baseline.measures import Measure
from model.baseline.parameters import Parameter, parameters
from model.scenario.fields import LEVERS_BY_SOLUTION, Limits, limits
from model.scenario.project_fields import CHOICES, DEFAULTS, FIELDS, LARGEST_MNOK, LIMITS, LONGEST_NAME, MOST_PROJECTS
from model.scenario.versions import VERSION

Schema = dict[str, Any]
DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"


def json_schema(baseline: Baseline) -> Schema:
    """The schema for scenarios of a baseline, draft 2020-12. What it cannot say: shares of a key must add up to 1."""
    fields = {name: _field(baseline, field) for name, field in parameters(baseline).items()}
    return {
        "$schema": DRAFT,
        "title": "Scenario",
        "description": "Departures from the published figures; every field may be left out. Shares are fractions.",
        **_object({"version": {"const": VERSION}, **fields}),
    }


def _field(baseline: Baseline, field: Parameter) -> Schema:
    described: Schema = {"title": field.label["en"], "description": field.description["en"]}
    if field.default is not None:
        described["default"] = field.default
    return described | _allowed(baseline, field)


def _allowed(baseline: Baseline, field: Parameter) -> Schema:
    if field.name in limits(baseline):
        return _number(baseline, field.name)
    if field.name == "baseline":
        return {"const": baseline.id}
    if field.kind == "text":
        return {"type": "string", "maxLength": field.high}
    if field.kind == "choice":
        return {"enum": list(field.choices)}
    described = {"by_solution": _by_solution, "measures": _measures, "keys": _keys, "projects": _projects}
    return described[field.name](baseline)


def _number(baseline: Baseline, path: str) -> Schema:
    return _limited(limits(baseline)[path])


def _limited(limit: Limits) -> Schema:
    kind = {"type": limit.kind}  # kinds are called as JSON calls them
    return kind if limit.kind == "boolean" else {**kind, "minimum": limit.low, "maximum": limit.high}


def _object(properties: Mapping[str, Any]) -> Schema:
    return {"type": "object", "additionalProperties": False, "properties": dict(properties)}


def _by_solution(baseline: Baseline) -> Schema:
    return _object(
        {
            solution: _object(
                {lever: _number(baseline, f"by_solution.{solution}.{lever}") for lever in LEVERS_BY_SOLUTION}
            )
            for solution in baseline.open_solutions
        }
    )


def _measures(baseline: Baseline) -> Schema:
    return _object({name: _measure(baseline, measure) for name, measure in baseline.measures.items()})


def _measure(baseline: Baseline, measure: Measure) -> Schema:
    prefix = f"measures.{measure.name}."
    paths = [path for path in limits(baseline) if path.startswith(prefix)]
    settings = {path.removeprefix(prefix): _number(baseline, path) for path in paths}
    described = {"title": measure.label["en"], "description": measure.description["en"], **_object(settings)}
    if not measure.takes_amount or measure.amount_mnok is not None:
        return described
    enabled = {"properties": {"enabled": {"const": True}}, "required": ["enabled"]}
    return {**described, "if": enabled, "then": {"required": ["amount_mnok"]}}


def _keys(baseline: Baseline) -> Schema:
    shares = _object({group: {"type": "number", "minimum": 0, "maximum": 1} for group in PAYER_GROUPS})
    return {"anyOf": [{"enum": list(baseline.key_sets)}, _object(dict.fromkeys(baseline.key_solutions, shares))]}


def _projects(baseline: Baseline) -> Schema:
    """What is of one project alone; that years and fields go together is checked when it is read."""
    amount = {"type": "number", "minimum": 0, "maximum": LARGEST_MNOK}
    amounts = {"type": "object", "additionalProperties": amount}
    numbers = {name: _limited(limit) for name, limit in LIMITS.items()}
    choices = {name: {"enum": list(names)} for name, names in CHOICES.items()}
    described = {
        "name": {"type": "string", "maxLength": LONGEST_NAME},
        "solution": {"enum": list(baseline.open_solutions)},
        "investment_mnok": amounts,
        "go_live": {"type": "integer"},
        "actual_mnok": amount,
        "operation_mnok": {"anyOf": [amount, amounts]},
        "users": {"type": "array", "items": {"type": "string"}},
        **{name: {**field, "default": DEFAULTS[name]} for name, field in (numbers | choices).items()},
    }
    project = {**_object({name: described[name] for name in FIELDS}), "required": ["solution", "go_live"]}
    return {"type": "array", "maxItems": MOST_PROJECTS, "items": project}


if __name__ == "__main__":
    print(json.dumps(json_schema(installed_baseline(newest())), ensure_ascii=False, indent=1))
