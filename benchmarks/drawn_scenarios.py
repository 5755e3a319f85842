"""Scenarios drawn at random from what two versions both read, as their published JSON Schemas say.

Nothing of the model is imported: a schema is a file that a release publishes, and stays when the inside changes.
"""

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any, Final

from benchmarks.two_versions import CannotCompare

Schema = Mapping[str, Any]
FILE: Final = Path("static") / "scenario.schema.json"
NAMES: Final = Path("data") / "versions.toml"
DENSITIES: Final = (0.1, 0.3, 0.7)
"""How likely a scenario is to have each field: some move little, some nearly everything."""

AT_AN_END: Final = 0.2
"""How often a number is the lowest or highest that is allowed: there the equations change their ways."""

WORDS: Final = ("forslag", "møtet", "RHF", "12", "<b>", "lågare", "–")
ONE_OR_ITS_PARTS: Final = "helsenettet"
"""A key for it or keys for its parts; a schema cannot say that it may not be both, nor that shares add up to 1."""


def schema_of(version: Path) -> Schema:
    """What the version in a folder reads, by the schema that it publishes: with the oldest name that a field has had.

    It reads what every version before it wrote. Raises CannotCompare.
    """
    try:
        schema: Schema = json.loads((version / FILE).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise CannotCompare(f"There is no {FILE} in the version to say what a scenario is.") from error
    known = version / NAMES
    renamed = tomllib.loads(known.read_text(encoding="utf-8"))["renamed"] if known.exists() else {}
    old = {new: name for name, new in renamed.items()}
    properties = {old.get(name, name): inner for name, inner in schema["properties"].items()}
    versions = {"enum": list(range(1, schema["properties"]["version"]["const"] + 1))}
    return {**schema, "properties": {**properties, "version": versions}}


def fields(schema: Schema, before: str = "") -> set[str]:
    """The paths of everything that a schema names."""
    paths: set[str] = set()
    for branch in (schema, *schema.get("anyOf", ())):
        for name, inner in branch.get("properties", {}).items():
            paths |= {before + name} | fields(inner, f"{before}{name}.")
    return paths


def read_by_both(one: Schema, other: Schema) -> Schema | None:
    """What both schemas allow; None where they have nothing in common that is understood here."""
    if "anyOf" in one and "anyOf" in other:
        pairs = [read_by_both(a, b) for a in one["anyOf"] for b in other["anyOf"]]
        return {"anyOf": [pair for pair in pairs if pair]}
    if "const" in one or "enum" in one:
        allowed = [value for value in _choices(one) if value in _choices(other)]
        return {"enum": allowed} if allowed else None
    if one.get("type") is None or one.get("type") != other.get("type"):
        return None
    if one["type"] == "object":
        return _object(one, other)
    if one["type"] == "array":
        return None  # projects move none of the figures that are compared
    low = [each["minimum"] for each in (one, other) if "minimum" in each]
    high = [each[end] for each in (one, other) for end in ("maximum", "maxLength") if end in each]
    return {"type": one["type"], "minimum": max(low, default=0), "maximum": min(high, default=0)}


def _choices(schema: Schema) -> list[Any]:
    return [schema["const"]] if "const" in schema else list(schema.get("enum", ()))


def _object(one: Schema, other: Schema) -> Schema:
    pairs = {
        name: read_by_both(inner, other["properties"][name])
        for name, inner in one.get("properties", {}).items()
        if name in other.get("properties", {})
    }
    required = {name for each in (one, other) for name in each.get("then", {}).get("required", ())}
    return {"type": "object", "properties": {name: pair for name, pair in pairs.items() if pair}, "then": required}


def drawn(schema: Schema, count: int, seed: int) -> list[dict[str, Any]]:
    """``count`` scenarios of the last version that both read, the tallgrunnlag first; the same seed gives the same."""
    random, version = Random(seed), max(schema["properties"]["version"]["enum"])
    mappings: list[dict[str, Any]] = [{}]
    while len(mappings) < count:
        mappings.append(_mapping(schema, random, random.choice(DENSITIES)))
    return [{**mapping, "version": version} for mapping in mappings[:count]]


def _value(schema: Schema, random: Random, density: float) -> Any:
    if "anyOf" in schema:
        return _value(random.choice(schema["anyOf"]), random, density)
    if "enum" in schema:
        return random.choice(schema["enum"])
    if schema["type"] == "object":
        return _mapping(schema, random, density)
    if schema["type"] == "boolean":
        return random.random() < 0.5
    if schema["type"] == "string":
        return " ".join(random.choices(WORDS, k=random.randint(0, 4)))[: schema["maximum"]]
    low, high = schema["minimum"], schema["maximum"]
    if schema["type"] == "integer":
        return random.randint(low, high)
    return random.choice((low, high)) if random.random() < AT_AN_END else random.uniform(low, high)


def _mapping(schema: Schema, random: Random, density: float) -> dict[str, Any]:
    """Some of an object's fields, and those that others of them may need."""
    mapping = {}
    for name, inner in schema["properties"].items():
        if name != "version" and (random.random() < density or name in schema["then"]):
            value = _value(inner, random, density)
            mapping[name] = _keys(value, inner, random) if name == "keys" and isinstance(value, dict) else value
    return mapping


def _keys(drawn_keys: dict[str, Any], schema: Schema, random: Random) -> dict[str, dict[str, float]]:
    """Keys whose shares add up to 1, and which divide nothing twice."""
    parts = [name for name in drawn_keys if name.startswith(ONE_OR_ITS_PARTS)]
    twice = set(parts) - {ONE_OR_ITS_PARTS} if random.random() < 0.5 else {ONE_OR_ITS_PARTS}
    kept = {name: shares for name, shares in drawn_keys.items() if len(parts) < 2 or name not in twice}
    objects = [branch for branch in schema.get("anyOf", (schema,)) if branch.get("type") == "object"]
    return {name: _shares(objects[0]["properties"][name]["properties"], random) for name in kept}


def _shares(groups: Mapping[str, Any], random: Random) -> dict[str, float]:
    weights = {name: random.choice((0, 0, 1, 2, 5, 10)) for name in groups}
    weights[random.choice(list(groups))] += 1
    return {name: weight / sum(weights.values()) for name, weight in weights.items() if weight}
