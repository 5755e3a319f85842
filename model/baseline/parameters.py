"""What the fields of a scenario are: label, unit, default, range and source, from ``data/parameters.toml``."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from model.reading.entries import Entry, entries
from model.reading.tables import DATA

KINDS: Final = ("number", "integer", "choice", "text", "mapping")


@dataclass(frozen=True, slots=True)
class Parameter:
    """One field of a scenario.

    label, short, description: text by language (nb, nn, en); label stands at the lever, short in lists and files.
    default, low, high, step: in ``unit``; shares are fractions. None where the field has none.
    source: a document of ``data/documents.toml``, or ``assumption``; where: the place in it.
    group: the lever group the field belongs to. kind: one of ``KINDS``. choices: what a choice may be.
    """

    name: str
    label: Mapping[str, str]
    short: Mapping[str, str]
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
    return {name: _parameter(name, entry) for name, entry in entries(path).items()}


def _parameter(name: str, entry: Entry) -> Parameter:
    entry.only(*(field.name for field in fields(Parameter)))
    kind = entry.text("kind", KINDS)
    if kind in ("number", "integer"):
        default: float | int | str | None = entry.number("default")
        low: float | int | None = entry.number("low")
        high: float | int | None = entry.number("high")
        step: float | int | None = entry.number("step")
    else:
        default = entry.values.get("default")
        low, high, step = None, entry.number_if_there("high"), None
    return Parameter(
        name=name,
        label=entry.texts("label"),
        short=entry.texts("short" if entry.has("short") else "label"),
        unit=entry.text("unit"),
        default=default,
        low=low,
        high=high,
        step=step,
        source=entry.text("source"),
        where=entry.text("where"),
        description=entry.texts("description"),
        group=entry.text("group"),
        kind=kind,
        choices=tuple(entry.rows("choices")) if kind == "choice" else (),
    )
