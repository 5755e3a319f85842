"""The named measures that a scenario switches, delays and resizes, from ``data/measures.toml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from model.axes import SOLUTIONS, STEPS
from model.errors import TableError
from model.parameters import texts
from model.tables import DATA, toml_table

LONGEST_DELAY: Final = 3
ADDED: Final = "added_measures"


@dataclass(frozen=True, slots=True)
class Part:
    """The cell a measure stands in.

    year: when the level changes; None where it changes every year from the scenario's first year on.
    amount_mnok: change of the level, MNOK in fixed 2025 kroner; None where the scenario gives the amount.
    share: this part of the amount that the scenario gives.
    """

    solution: str
    component: str
    year: int | None
    amount_mnok: float | None
    share: float


@dataclass(frozen=True, slots=True)
class Measure:
    """A named measure.

    enabled: whether the published figures count on it.
    decommissioning: its efficiency is left alone by ``efficiency_realisation``.
    scale_high: the largest ``scale``. takes_amount: whether a scenario may give ``amount_mnok``, up to
    ``amount_high``; ``amount_mnok`` is the default, None where the sources give no amount.
    """

    name: str
    label: Mapping[str, str]
    description: Mapping[str, str]
    parts: tuple[Part, ...]
    enabled: bool
    decommissioning: bool
    scale_high: float
    takes_amount: bool
    amount_mnok: float | None
    amount_high: float | None
    source: str
    where: str

    def default(self, setting: str) -> bool | int | float | None:
        """The value of ``enabled``, ``delay``, ``scale`` or ``amount_mnok`` where a scenario gives none."""
        return {"enabled": self.enabled, "delay": 0, "scale": 1.0}.get(setting, self.amount_mnok)


@cache
def measures() -> Mapping[str, Measure]:
    """Every measure by id, in the order of the file."""
    return MappingProxyType(read_measures(DATA / "measures.toml"))


def read_measures(path: Path) -> dict[str, Measure]:
    """The measures of a TOML file. Raises TableError, naming the file and the entry."""
    return {name: _measure(path, name, entry) for name, entry in toml_table(path).items()}


def _measure(path: Path, name: str, entry: Any) -> Measure:
    try:
        return Measure(
            name=name,
            label=texts(path, name, entry, "label"),
            description=texts(path, name, entry, "description"),
            parts=tuple(_part(path, name, part) for part in entry["parts"]),
            enabled=entry["enabled"],
            decommissioning=entry["decommissioning"],
            scale_high=entry["scale_high"],
            takes_amount="amount_high" in entry,
            amount_mnok=entry.get("amount_mnok"),
            amount_high=entry.get("amount_high"),
            source=entry["source"],
            where=entry["where"],
        )
    except KeyError as error:
        raise TableError(path, None, f"{name}.{error.args[0]}", "is missing") from error
    except (TypeError, AttributeError) as error:
        raise TableError(path, None, name, f"cannot be read: {error}") from error


def _part(path: Path, name: str, entry: Mapping[str, Any]) -> Part:
    if entry["solution"] not in SOLUTIONS or entry["component"] not in STEPS:
        raise TableError(path, None, f"{name}.parts", f"no cell {entry['solution']}, {entry['component']}")
    return Part(
        solution=entry["solution"],
        component=entry["component"],
        year=entry.get("year"),
        amount_mnok=entry.get("amount_mnok"),
        share=entry.get("share", 1.0),
    )
