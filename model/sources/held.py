"""The rows of the files that stand beside the baselines: keys, law, indices, use, what was before, registers.

Each file holds a row per figure, with document, place and unit; here it is said which of its columns tell the rows of
the inventory apart, and which name a figure's row and column in them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from model.baseline.baseline import Baseline
from model.baseline.keys import SHEET as OWN_KEYS
from model.baseline.printed import SUM
from model.reading.tables import DATA, Row, rows_as_written
from model.sources.row import (
    BESIDE,
    EACH_YEAR,
    FUNDS,
    HISTORY,
    INDEX,
    KEY,
    LAW,
    REGISTER,
    STATEMENT,
    VOLUME,
    SourceRow,
    Value,
    joined,
    recorded,
)

MONEY: Final = ("mnok", "nok", "nok per month")
YEAR_OF_FILE: Final = re.compile(r"_(\d{4})$")
NO_ID: Final = re.compile(r"[^a-z0-9-]+")
"""What an id has an underscore for."""

KEY_SET: Final = "key_set"


@dataclass(frozen=True, slots=True)
class Held:
    """A file and how it is read.

    file: its path, with * for a year in its name. kind, role: of its rows. by: the columns that tell its rows apart.
    row, column: those that name a figure's. figure: the one that holds it. prices: the column of its price year; empty
    where the file's name has it, or none.
    is_beside: whether it stands beside a baseline's sheets, and not beside the baselines.
    """

    file: str
    kind: str
    role: str
    by: tuple[str, ...]
    row: tuple[str, ...]
    column: tuple[str, ...] = ()
    figure: str = "printed"
    prices: str = ""
    is_beside: bool = False


FILES: Final = (
    Held("key_sets.csv", KEY, KEY_SET, ("key_set",), ("solution",), ("payer_group",), "weight"),
    Held("payers/keys_of_years.csv", KEY, "key_of_year", ("year",), ("solution",), ("payer_group",), "weight"),
    Held("payers/kommunehelse_*.csv", KEY, "kommunehelse", (), ("number",)),
    Held("payers/rhf_*.csv", KEY, "basic_grant", (), ("rhf",)),
    Held("payers/regulation_history.csv", LAW, "history", ("year",), ("solution",), ("payer_group",), prices="year"),
    Held("history/whole_regulations.csv", LAW, "whole", ("year",), ("solution",), (), "share"),
    Held("payers/other_members_price_[0-9]*.csv", LAW, "member_price", (), ("category",)),
    Held("payers/other_members_price_history.csv", LAW, "member_price_before", ("year",), ("category",), prices="year"),
    Held("payers/price_indices.csv", INDEX, "series", ("series",), ("year",), ("vintage",)),
    Held("payers/volumes.csv", VOLUME, "use", ("volume",), ("solution",), ("year",)),
    Held("history/volume_growth.csv", VOLUME, "growth", ("volume",), ("solution",), ("from_year", "to_year")),
    Held(
        "history/amounts.csv",
        HISTORY,
        "amounts",
        ("document", "place"),
        ("solution",),
        ("quantity", "version", "year"),
        prices="price_year",
    ),
    Held("history/cost_structure.csv", HISTORY, "cost_structure", (), ("part",), ("follows",)),
    Held("payers/invoice_example_2021.csv", HISTORY, "invoice_example", (), ("row",), ("column",)),
    Held(
        "payers/invoice_example_2021_keys.csv",
        HISTORY,
        "invoice_keys",
        (),
        ("row",),
        ("payer_group",),
        "share_of_invoice",
    ),
    Held(
        "beside/earlier_funds.csv",
        FUNDS,
        "printed",
        ("document", "table"),
        ("solution",),
        ("quantity", "year", "of"),
        prices="price_year",
        is_beside=True,
    ),
    Held("payers/compensation.csv", BESIDE, "compensation", ("compensation",), ("payer_groups",), ("year",)),
    Held("beside/outside_regulation.csv", BESIDE, "memo", ("memo",), ("payers",), ("year",), is_beside=True),
    Held(
        "beside/figures.csv",
        STATEMENT,
        "text_figure",
        ("document", "table"),
        ("row",),
        ("column",),
        "digits",
        is_beside=True,
    ),
    Held("payers/municipalities_*.csv", REGISTER, "municipalities", (), ("number",), (), "population"),
    Held("payers/other_names.csv", REGISTER, "other_names", (), ("number",), ("form",), "other_name"),
    Held("payers/former_numbers.csv", REGISTER, "former_numbers", (), ("former_number",), ("number",), "former_name"),
)
"""Every file of ``data/`` that has a row for each figure."""


def held_rows(baseline: Baseline) -> Iterator[SourceRow]:
    """The rows of every file that is there, of the solutions that the baseline has."""
    for held in FILES:
        folder = baseline.folder if held.is_beside else DATA
        for path in sorted(folder.glob(held.file)) if folder else ():
            yield from _rows(held, path, baseline)


def _rows(held: Held, path: Path, baseline: Baseline) -> Iterator[SourceRow]:
    apart: dict[tuple[str, ...], list[Row]] = {}
    for row in _written(path):
        if _is_known(row, baseline):
            apart.setdefault(tuple(row[column] for column in held.by), []).append(row)
    for about, rows in apart.items():
        if held.role != KEY_SET or _is_of_set(about[0], baseline):
            yield _row(held, path, about, rows)


@cache
def _written(path: Path) -> tuple[Row, ...]:
    """Kept for ever, for only what is installed has a file."""
    return rows_as_written(path)


def _is_known(row: Row, baseline: Baseline) -> bool:
    """Whether a row is of a solution that the baseline has, or of none, as the document or as today's has it."""
    solution = row.get("part_of") or row.get("solution") or SUM
    return solution in (SUM, *baseline.solutions, *baseline.groups, *baseline.key_solutions)


def _is_of_set(key_set: str, baseline: Baseline) -> bool:
    """Whether a shared key set is the one that the baseline uses under its name, and none of its own."""
    own = baseline.sheets.get(OWN_KEYS)
    return key_set in baseline.key_sets and not any(
        name.startswith(f"{key_set}.") for name in (own.rows if own else ())
    )


def _row(held: Held, path: Path, about: tuple[str, ...], rows: Sequence[Row]) -> SourceRow:
    """A row of the inventory; one that is told apart by its place in a document is called by that."""
    places = [row.get("place") or row.get("section") or row.get("table", "") for row in rows]
    decisions = [record for row in rows for record in recorded(row.get("decision", ""))[1]]
    is_placed = held.by[:1] == ("document",)
    name = [NO_ID.sub("_", each.lower()).strip("_") for each in (about[1:] if is_placed else about)]
    unit = rows[0].get("unit", "")
    return SourceRow(
        id=".".join((held.kind, held.role, *name)),
        kind=held.kind,
        role=held.role,
        about=about[1:] if is_placed else about,
        document=rows[0]["document"],
        table=joined(row.get("table", "") for row in rows),
        place=joined(places),
        unit=unit,
        prices=_prices(held, path, rows) if unit in MONEY else "",
        quality=_counted([row["quality"] for row in rows if row.get("quality")]),
        records=tuple(dict.fromkeys(decisions)),
        values=tuple(_value(held, row) for row in rows if row.get(held.figure)),
    )


def _value(held: Held, row: Row) -> Value:
    names, heads = (tuple(row[column] for column in columns if row.get(column)) for columns in (held.row, held.column))
    return Value(names, heads, row[held.figure], row.get("unit", ""))


def _prices(held: Held, path: Path, rows: Sequence[Row]) -> str:
    if not held.prices:
        named = YEAR_OF_FILE.search(path.stem)
        return named[1] if named else joined(row.get("year", "") for row in rows[:1])
    years = {row[held.prices] for row in rows}
    return years.pop() if len(years) == 1 else EACH_YEAR


def _counted(words: Sequence[str]) -> dict[str, int]:
    return {word: words.count(word) for word in dict.fromkeys(words)}
