"""Paths through nested mappings, as levers and commands write them: ``measures.sikkerhet.enabled``."""

from collections.abc import Mapping
from typing import Any

from model.reading.errors import ScenarioError


def set_value(mapping: dict[str, Any], path: str, value: object) -> None:
    """Puts a value at a path of nested dictionaries. Raises ScenarioError where the path runs through a value."""
    *outer, last = path.split(".")
    for name in outer:
        inner = _by_place(mapping.setdefault(name, {}))
        if not isinstance(inner, dict):
            raise ScenarioError(path, value, "unknown", (outer[0],))
        mapping[name] = inner
        mapping = inner
    mapping[last] = value


def remove(mapping: dict[str, Any], path: list[str]) -> None:
    """Takes away what stands at a path, and the dictionaries that it leaves empty."""
    first, *rest = path
    inner = _by_place(mapping.get(first))
    if rest and isinstance(inner, dict):
        remove(inner, rest)
        mapping[first] = inner
    if not rest or inner == {}:
        mapping.pop(first, None)


def _by_place(value: Any) -> Any:
    """A list as a dictionary of what stands at its places, as paths name them."""
    return {str(at): each for at, each in enumerate(value)} if isinstance(value, list) else value


def flattened(prefix: str, mapping: Mapping[str, Any]) -> dict[str, Any]:
    """Path → value of everything in nested mappings; ``prefix`` stands before each path."""
    flat: dict[str, Any] = {}
    for name, found in mapping.items():
        value = _by_place(found)
        flat |= flattened(f"{prefix}{name}.", value) if isinstance(value, Mapping) else {prefix + name: value}
    return flat
