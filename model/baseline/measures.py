"""The named measures that a scenario switches, delays and resizes, from ``data/measures.toml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from model.baseline.axes import LAST_POSSIBLE_YEAR, PLAN_YEARS, PUBLISHED_STEPS, SOLUTIONS
from model.reading.entries import Entry, entries
from model.reading.tables import DATA

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
    return {name: _measure(name, entry) for name, entry in entries(path).items()}


def _measure(name: str, entry: Entry) -> Measure:
    takes_amount = entry.has("amount_high")
    return Measure(
        name=name,
        label=entry.texts("label"),
        description=entry.texts("description"),
        parts=tuple(_part(part, takes_amount) for part in entry.entries("parts")),
        enabled=entry.flag("enabled"),
        decommissioning=entry.flag("decommissioning"),
        scale_high=entry.number("scale_high"),
        takes_amount=takes_amount,
        amount_mnok=entry.number_if_there("amount_mnok"),
        amount_high=entry.number_if_there("amount_high"),
        source=entry.text("source"),
        where=entry.text("where"),
    )


def _part(entry: Entry, takes_amount: bool) -> Part:
    """A part of a published measure has its amount and year; one of an optional measure has a share."""
    years = range(PLAN_YEARS[0], LAST_POSSIBLE_YEAR + 1)
    return Part(
        solution=entry.text("solution", SOLUTIONS),
        component=entry.text("component", (ADDED,) if takes_amount else PUBLISHED_STEPS),
        year=entry.year("year", years) if entry.has("year") or not takes_amount else None,
        amount_mnok=None if takes_amount else entry.number("amount_mnok"),
        share=entry.number("share") if takes_amount else 1.0,
    )
