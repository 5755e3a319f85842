"""What older versions of scenarios mean, for ever: ``data/versions.toml``."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Final

from model.reading.entries import entries
from model.reading.errors import ScenarioError
from model.reading.tables import DATA

VERSIONS: Final = (1, 2)
"""The versions that are read; the last one is written."""

VERSION: Final = VERSIONS[-1]


def baseline_of_version(version: int) -> str:
    """The baseline of a version that had only one."""
    return _texts(str(version))["baseline"]


def check_known_to(version: int, paths: Iterable[tuple[str, object]]) -> None:
    """Refuses what a version did not have: a path of which a part was added later. Raises ScenarioError."""
    if version < VERSION:
        for path, value in paths:
            if not _added().isdisjoint(path.split(".")):
                raise ScenarioError(path, value, "newer", (version, VERSION))


def as_now(values: Mapping[str, Any]) -> dict[str, Any]:
    """A scenario's mapping as it is written now: names, and for an earlier version its baseline. Raises ScenarioError.

    A version that is none of ours is left as it is.
    """
    now = renamed(values)
    version = now.get("version", VERSION)
    if type(version) is int and version in VERSIONS[:-1]:
        check_known_to(version, _paths("", now))
        now = {"baseline": baseline_of_version(version), **now, "version": VERSION}
    return now


def renamed(values: Mapping[str, Any]) -> dict[str, Any]:
    """Values by the names that are used now. Raises ScenarioError for one that stands by its old name and its new."""
    names = _texts("renamed")
    for old in values.keys() & names.keys():
        if names[old] in values:
            raise ScenarioError(old, values[old], "repeated")
    return {names.get(name, name): value for name, value in values.items()}


def renamed_path(path: str) -> str:
    """A path by the name that its first part has now."""
    first, dot, rest = path.partition(".")
    return f"{_texts('renamed').get(first, first)}{dot}{rest}"


def as_first_written(mapping: Mapping[str, Any]) -> dict[str, Any]:
    """A scenario's mapping as the first version that could say it wrote it, so that what is made of it stays the same.

    Version 1 had neither baseline nor start, and some names were others.
    """
    first, known = VERSIONS[0], {"baseline": baseline_of_version(VERSIONS[0]), "start": "published"}
    if any(mapping[name] != value for name, value in known.items()):
        return dict(mapping)
    old = {new: name for name, new in _texts("renamed").items()}
    values = {old.get(name, name): value for name, value in mapping.items() if name not in known}
    return {**values, "version": first}


def prices_named(word: str) -> str:
    """A price basis by the name that it has now; any other word is left as it is."""
    return _texts("prices").get(word, word)


def former_price_words() -> tuple[str, ...]:
    """What price bases were called before."""
    return tuple(_texts("prices"))


@cache
def _added() -> frozenset[str]:
    return frozenset(entries(DATA / "versions.toml")["added"].rows("names"))


@cache
def _texts(name: str) -> Mapping[str, str]:
    entry = entries(DATA / "versions.toml")[name]
    return {field: entry.text(field) for field in entry.values}


def _paths(prefix: str, mapping: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    """Every path of a mapping, an inner mapping's own too, with what stands there."""
    for name, value in mapping.items():
        yield prefix + name, value
        if isinstance(value, Mapping):
            yield from _paths(f"{prefix}{name}.", value)
