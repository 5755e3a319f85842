"""The named measures that a scenario switches, delays and resizes, from the sheet ``measures`` of a baseline."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from model.baseline.axes import ADDED, PUBLISHED_STEPS
from model.reading.languages import LANGUAGES
from model.reading.sheets import ID, SheetReader

SHEET: Final = "measures"
LONGEST_DELAY: Final = 3
EVERY, FIRST = "every", "first"
"""What stands for the year of a part that changes the level each year from the scenario's first on, or once in it."""

LARGEST_SCALE: Final = 3.0


@dataclass(frozen=True, slots=True)
class Part:
    """The cell a measure stands in.

    year: when the level changes, or None for the scenario's first year; ``every`` says whether it does so in each year
    from then on. amount_mnok: change of the level, MNOK in fixed kroner of the base year; None where the scenario gives
    the amount. share: this part of the amount that the scenario gives.
    """

    solution: str
    component: str
    year: int | None
    every: bool
    amount_mnok: float | None
    share: float


@dataclass(frozen=True, slots=True)
class Measure:
    """A named measure.

    enabled: whether the published figures count on it. published: whether its amounts are parts of published cells.
    decommissioning: its efficiency is left alone by ``efficiency_realisation``. moves_out: whether it takes costs out
    of the regulation that are paid elsewhere. set_aside: whether the base year's unspent money was set aside for it.
    scale_high: the largest ``scale``. takes_amount: whether a scenario may give ``amount_mnok``, up to
    ``amount_high``; ``amount_mnok`` is the default, None where the sources give no amount.
    """

    name: str
    label: Mapping[str, str]
    description: Mapping[str, str]
    parts: tuple[Part, ...]
    enabled: bool
    decommissioning: bool
    moves_out: bool
    set_aside: bool
    scale_high: float
    takes_amount: bool
    amount_mnok: float | None
    amount_high: float | None
    source: str
    where: str

    @property
    def published(self) -> bool:
        """Whether its amounts stand in cells that are printed."""
        return self.parts[0].component != ADDED

    def default(self, setting: str) -> bool | int | float | None:
        """The value of a setting where a scenario gives none."""
        return {"enabled": self.enabled, "delay": 0, "scale": 1.0, "state_share": 0.0}.get(setting, self.amount_mnok)


def read_measures(reader: SheetReader, solutions: Collection[str], years: range) -> Mapping[str, Measure]:
    """Every measure by id, in the order of the sheet; a measure with several parts has a row for each."""
    rows_of: dict[str, list[str]] = {}
    for row in reader.rows(SHEET):
        rows_of.setdefault(reader.text(SHEET, row, "id"), []).append(row)
    return MappingProxyType({name: _measure(reader, name, rows, solutions, years) for name, rows in rows_of.items()})


def _measure(reader: SheetReader, name: str, rows: list[str], solutions: Collection[str], years: range) -> Measure:
    first = rows[0]
    if name and not ID.fullmatch(name):  # it is named in paths and in links
        reader.refuse(SHEET, first, "id", "id", name)
    takes_amount = reader.has(SHEET, first, "amount_high")
    amount_high = reader.not_negative(SHEET, first, "amount_high", 0.0)
    is_added = reader.rows(SHEET)[first].get("component") == ADDED
    enabled = reader.switch(SHEET, first, "enabled")
    if enabled == is_added:  # a published cell counts on its measures, and on no other
        found = reader.rows(SHEET)[first].get("enabled", "")
        reader.refuse(SHEET, first, "enabled", "choice", found, names="no" if is_added else "yes")
    given = takes_amount and (enabled or reader.has(SHEET, first, "amount_mnok"))
    return Measure(
        name=name,
        label=_texts(reader, first, "label"),
        description=_texts(reader, first, "description"),
        parts=tuple(_part(reader, row, is_added, takes_amount, solutions, years) for row in rows),
        enabled=enabled,
        decommissioning=reader.switch(SHEET, first, "decommissioning"),
        moves_out=reader.switch(SHEET, first, "moves_out"),
        set_aside=reader.switch(SHEET, first, "set_aside"),
        scale_high=reader.not_negative(SHEET, first, "scale_high", LARGEST_SCALE),
        takes_amount=takes_amount,
        amount_mnok=reader.number_between(SHEET, first, "amount_mnok", 0, amount_high) if given else None,
        amount_high=amount_high if takes_amount else None,
        source=reader.text(SHEET, first, "document") if reader.has(SHEET, first, "document") else "",
        where=reader.text(SHEET, first, "place") if reader.has(SHEET, first, "place") else "",
    )


def _part(
    reader: SheetReader, row: str, is_added: bool, takes_amount: bool, solutions: Collection[str], years: range
) -> Part:
    """A part of a published measure has its amount and year; one whose amount a scenario gives has a share."""
    written = reader.rows(SHEET)[row].get("year", "")
    components = PUBLISHED_STEPS if not is_added else (ADDED,)
    component = reader.text(SHEET, row, "component", (ADDED,) if takes_amount else components)
    in_words = component == ADDED and written in (EVERY, FIRST)
    return Part(
        solution=reader.text(SHEET, row, "solution", solutions),
        component=component,
        year=None if in_words else reader.whole(SHEET, row, "year", years[0], years[-1]),
        every=written == EVERY,
        amount_mnok=None if takes_amount else reader.number(SHEET, row, "amount_mnok", None),
        share=reader.not_negative(SHEET, row, "share", 1.0) if takes_amount else 1.0,
    )


def _texts(reader: SheetReader, row: str, kind: str) -> Mapping[str, str]:
    """A text in every language: bokmål's where another has none, and the id where there is no word at all."""
    cells = reader.rows(SHEET)[row]
    fallback = cells.get(f"{kind}_nb") or (cells.get("id", row) if kind == "label" else "")
    return MappingProxyType({language: cells.get(f"{kind}_{language}") or fallback for language in LANGUAGES})
