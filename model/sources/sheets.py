"""The rows of a baseline's own sheets: its printed tables, what the model starts from, its law and its keys."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, TypedDict

from model.baseline.baseline import Baseline
from model.baseline.keys import SHEET as KEYS
from model.baseline.law import SHEET as LAW_SHEET
from model.baseline.making import BRIDGE, FACTS, GROUPS, PLAN
from model.baseline.moved import SHEET as MOVED
from model.baseline.printed import LINES, PERCENT_ROWS
from model.baseline.printed import SHEET as TABLES
from model.reading.sheets import Sheet
from model.sources.row import ASSUMPTION, INPUT, KEY, LAW, TABLE, SourceRow, Value, joined, recorded

Cells = Mapping[str, str]
NAMES_OF_LINES: Final = ("solution", "line", "kind")
"""What a sheet of lines has beside its figures."""

PLACES: Final = ("document", "place")
FIGURES: Final[Mapping[str, tuple[str, ...]]] = {
    FACTS: ("value",),
    GROUPS: ("solutions",),
    MOVED: ("amount_mnok",),
    LAW_SHEET: ("amount_mnok", "value"),
    KEYS: ("weight",),
}
"""The columns of a sheet that hold figures; of others, all that hold numbers."""

TOLD: Final = ("base_year", "last_year", "embedded_margin", "base_year_underspend")
"""The facts of a baseline that are figures."""


def sheet_rows(baseline: Baseline) -> Iterator[SourceRow]:
    """What a baseline's sheets hold; a sheet that it lacks has no row."""
    yield from _tables(baseline)
    yield from _inputs(baseline)
    yield from _law(baseline)
    yield from _own_keys(baseline)


def _tables(baseline: Baseline) -> Iterator[SourceRow]:
    for name, place in _rows(baseline, TABLES).items():
        if name not in baseline.sheets:
            continue
        values = tuple(_printed(baseline.sheets[name], is_of_lines=place.get("role") == LINES))
        yield SourceRow(
            id=f"{TABLE}.{name}",
            kind=TABLE,
            role=place.get("role", ""),
            about=tuple(filter(None, (place.get("about", ""),))),
            document=place.get("document", ""),
            table=place.get("label") or name,
            place=place.get("place", ""),
            unit="mnok",
            prices=str(baseline.base_year),
            values=values,
        )


def _printed(sheet: Sheet, is_of_lines: bool) -> Iterator[Value]:
    """The cells of a printed table that have something in them, row by row."""
    for row, cells in sheet.rows.items():
        name = cells.get("line", row) if is_of_lines else row
        for column in sheet.columns:
            if column not in NAMES_OF_LINES and cells.get(column):
                yield Value((name,), (column,), cells[column], "percent" if row in PERCENT_ROWS else "mnok")


def _inputs(baseline: Baseline) -> Iterator[SourceRow]:
    """What the model starts from: facts one by one, the bridge and what moved as one each, the plan by solution."""
    facts = _rows(baseline, FACTS)
    for name in TOLD:
        if facts.get(name, {}).get("value"):
            yield _input(baseline, FACTS, name, {name: facts[name]}, (name,))
    for sheet in (BRIDGE, MOVED):
        if rows := _rows(baseline, sheet):
            yield _input(baseline, sheet, sheet, rows)
    for solution in baseline.solutions:
        rows = {name: cells for name, cells in _rows(baseline, PLAN).items() if name.split(".")[0] == solution}
        if any(_figures(PLAN, rows, baseline)):
            yield _input(baseline, PLAN, f"{PLAN}.{solution}", rows, (solution,))
    if rows := _rows(baseline, GROUPS):
        yield _input(baseline, GROUPS, GROUPS, rows)


def _input(
    baseline: Baseline, sheet: str, name: str, rows: Mapping[str, Cells], about: tuple[str, ...] = ()
) -> SourceRow:
    values = tuple(_figures(sheet, rows, baseline))
    unit = "" if sheet == GROUPS else _unit_of(name)
    return SourceRow(
        id=f"{INPUT}.{name}",
        kind=INPUT,
        role=name if sheet == FACTS else sheet,
        about=() if sheet == FACTS else about,
        unit=unit,
        prices=str(baseline.base_year) if unit == "mnok" else "",
        values=values,
        **_origin(rows.values()),
    )


def _unit_of(name: str) -> str:
    return {"base_year": "year", "last_year": "year", "embedded_margin": "share"}.get(name, "mnok")


def _figures(sheet: str, rows: Mapping[str, Cells], baseline: Baseline) -> Iterator[Value]:
    """The figures of some rows of a sheet; names of rows are taken apart at their dots."""
    columns = FIGURES.get(sheet) or tuple(
        column for column in baseline.sheets[sheet].columns if column.isdecimal() or column in _STEPS
    )
    for row, cells in rows.items():
        for column in columns:
            if cells.get(column):
                heads = (column,) if len(columns) > 1 else ()
                yield Value(tuple(row.split(".")), heads, cells[column], _unit_of(row))


_STEPS: Final = (
    "available",
    "investment",
    "changed_financing",
    "volume_preparedness",
    "efficiency",
    "returned_funds",
    "underspend_weight",
)


def _law(baseline: Baseline) -> Iterator[SourceRow]:
    """The amounts of the regulation, and apart what is inferred of how they were computed."""
    if baseline.law is None:
        return
    rows, year = _rows(baseline, LAW_SHEET), str(baseline.law.year)
    amounts = {name: cells for name, cells in rows.items() if cells.get("amount_mnok")}
    yield _of_law("amounts", year, amounts, "amount_mnok", "mnok")
    if settings := {name: cells for name, cells in rows.items() if cells.get("value")}:
        yield _of_law("settings", year, settings, "value", "")


def _of_law(role: str, year: str, rows: Mapping[str, Cells], column: str, unit: str) -> SourceRow:
    """Rows of the law; amounts are by solution and payer group, in kroner of the law's year."""
    values = tuple(
        Value((name.split(".")[0],), tuple(name.split(".")[1:]), cells[column], unit) for name, cells in rows.items()
    )
    stated: dict[str, int] = {}
    for cells in rows.values():
        quality = "inferred" if not unit else "official" if cells.get("stated") == "in the regulation" else "stated"
        stated[quality] = stated.get(quality, 0) + 1
    return SourceRow(
        id=f"{LAW}.{role}_{year}",
        kind=LAW,
        role=role,
        about=(year,),
        unit=unit,
        prices=year if unit else "",
        quality=stated,
        values=values,
        **_origin(rows.values()),
    )


def _own_keys(baseline: Baseline) -> Iterator[SourceRow]:
    """The key sets that a baseline brings itself."""
    found: dict[str, dict[str, Cells]] = {}
    for name, cells in _rows(baseline, KEYS).items():
        found.setdefault(name.split(".")[0], {})[name] = cells
    for key_set, rows in found.items():
        values = tuple(
            Value((name.split(".")[1],), tuple(name.split(".")[2:]), cells.get("weight", ""), cells.get("unit", ""))
            for name, cells in rows.items()
        )
        yield SourceRow(
            id=f"{KEY}.key_set.{key_set}",
            kind=KEY,
            role="key_set",
            about=(key_set,),
            values=values,
            **_origin(rows.values()),
        )


class Origin(TypedDict):
    """Where rows come from, as fields of a ``SourceRow``."""

    document: str
    place: str
    records: tuple[str, ...]


def _origin(rows: Iterable[Cells]) -> Origin:
    """Document, place and records of some rows: the first document that is named, and every place."""
    said = [(cells.get("document", ""), *recorded(cells.get("place", ""))) for cells in rows]
    documents = [document for document, _, _ in said if document]
    return {
        "document": next((each for each in documents if each != ASSUMPTION), next(iter(documents), "")),
        "place": joined(place for _, place, _ in said),
        "records": tuple(dict.fromkeys(record for _, _, records in said for record in records)),
    }


def _rows(baseline: Baseline, name: str) -> Mapping[str, Cells]:
    found = baseline.sheets.get(name)
    return {} if found is None else found.rows
