"""What the fields of a scenario are: label, unit, default, range and source, from ``data/parameters.toml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from model.errors import TableError
from model.tables import DATA, toml_table

LANGUAGES: Final = ("nb", "nn", "en")
KINDS: Final = ("number", "integer", "choice", "text", "mapping")


@dataclass(frozen=True, slots=True)
class Parameter:
    """One field of a scenario.

    label, description: text by language (nb, nn, en).
    default, low, high, step: in ``unit``; shares are fractions. None where the field has none.
    source: a document of ``data/documents.toml``, or ``assumption``; where: the place in it.
    group: the lever group the field belongs to. kind: one of ``KINDS``. choices: what a choice may be.
    """

    name: str
    label: Mapping[str, str]
    unit: str
    default: float | int | str | None
    low: float | int | None
    high: float | int | None
    step: float | int | None
    source: str
    where: str
    description: Mapping[str, str]
    group: str
    kind: str
    choices: tuple[str, ...] = ()


@cache
def parameters() -> Mapping[str, Parameter]:
    """Every field of a scenario by name, in the order of the scenario record."""
    return MappingProxyType(read_parameters(DATA / "parameters.toml"))


def read_parameters(path: Path) -> dict[str, Parameter]:
    """The parameters of a TOML file. Raises TableError, naming the file and the entry."""
    return {name: _parameter(path, name, entry) for name, entry in toml_table(path).items()}


def texts(path: Path, name: str, entry: Mapping[str, Any], field: str) -> Mapping[str, str]:
    """The texts of an entry's field by language. Raises TableError if a language is missing or not text."""
    found = entry.get(field)
    if not isinstance(found, dict) or tuple(found) != LANGUAGES or not all(map(_is_text, found.values())):
        raise TableError(path, None, f"{name}.{field}", f"must hold text in {', '.join(LANGUAGES)}")
    return MappingProxyType(found)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value)


def _parameter(path: Path, name: str, entry: Any) -> Parameter:
    if not isinstance(entry, dict):
        raise TableError(path, None, name, "must be a table of its own")
    optional = ("default", "low", "high", "step", "choices")
    for field in ("kind", "group", "unit", "source", "where"):
        if not _is_text(entry.get(field)):
            raise TableError(path, None, f"{name}.{field}", "must be text")
    unknown = set(entry) - {"kind", "group", "unit", "source", "where", "label", "description", *optional}
    if unknown or entry["kind"] not in KINDS:
        raise TableError(path, None, f"{name}.{min(unknown, default='kind')}", "is not known")
    needed = ("default", "low", "high", "step") if entry["kind"] in ("number", "integer") else ()
    for field in needed:
        if type(entry.get(field)) not in (int, float):
            raise TableError(path, None, f"{name}.{field}", "must be a number")
    given: dict[str, Any] = {field: entry[field] for field in ("kind", "group", "unit", "source", "where")}
    given |= {field: entry.get(field) for field in ("default", "low", "high", "step")}
    return Parameter(
        name=name,
        label=texts(path, name, entry, "label"),
        description=texts(path, name, entry, "description"),
        **given,
        choices=tuple(entry.get("choices", ())),
    )
