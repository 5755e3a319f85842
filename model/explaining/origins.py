"""Where the leaves of a calculation stand: printed cells, measures, levers, what the regulation has set."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from model.baseline.axes import PUBLISHED_STEPS
from model.baseline.baseline import Baseline
from model.baseline.law import INDEX_RATE
from model.baseline.law import SHEET as LAW_SHEET
from model.baseline.making import BRIDGE, FACTS, PLAN
from model.baseline.measures import Measure, Part
from model.baseline.parameters import parameters
from model.baseline.printed import BRIDGE as BRIDGE_TABLE
from model.baseline.printed import PLAN_CHANGES, PrintedTable
from model.explaining.expressions import FACTOR, MNOK, SHARE, Figure
from model.explaining.node import CELL, CONSTANT, Source

RECORD: Final = re.compile(r"docs/decisions/(\d{4})[\w-]*\.md")
ASSUMPTION: Final = "assumption"


def source_of(document: str, place: str) -> Source:
    """The source of what stands with a document and a place; a decision record among the places is its record."""
    record = RECORD.search(place)
    kept = RECORD.sub("", place).strip("; ")
    return Source("" if document == ASSUMPTION else document, place=kept, record=record[1] if record else "")


def bridge_cell(baseline: Baseline, solution: str, column: str) -> Figure:
    """A cell of the bridge into the first year, MNOK as printed: what lowers the payment is negative."""
    return _cell(baseline, BRIDGE, solution, column, baseline.table(BRIDGE_TABLE), solution, column)


def planned_cell(baseline: Baseline, solution: str, step: str, year: int) -> Figure:
    """A published step of a year, MNOK."""
    if year == baseline.first_year:
        return bridge_cell(baseline, solution, step)
    table = baseline.table(PLAN_CHANGES, solution)  # a column's change takes effect the year after
    return _cell(baseline, PLAN, f"{solution}.{step}", str(year), table, step, str(year - 1))


def _cell(
    baseline: Baseline, sheet: str, row: str, column: str, table: PrintedTable | None, of_row: str, of_column: str
) -> Figure:
    """A cell of a sheet, found in the printed table where that has the same figure with as many decimals.

    A figure that another place prints more exactly has that place, which its row in the sheet names.
    """
    cells = baseline.sheets[sheet].rows[row]
    digits = cells.get(column, "")
    value = float(digits or 0)
    printed = None if table is None else table.cells.get((of_row, of_column))
    name = next((step for step in PUBLISHED_STEPS if step in (column, row.rpartition(".")[2])), column)
    if table is not None and printed is not None and printed.value == value:
        at = Source(table.document, table.label, of_row, of_column, printed=printed.digits or "")
    elif table is not None and printed is None and not value:
        at = Source(table.document, table.label)
    else:
        at = Source(cells.get("document", ""), sheet, row, column, cells.get("place", ""), digits)
    return Figure(name, value, MNOK, CELL, at)


def base_year_underspend(baseline: Baseline) -> Figure:
    """The forecast underspend of the base year, all solutions, MNOK."""
    cells = baseline.sheets[FACTS].rows.get("base_year_underspend", {})
    digits = cells.get("value", "")
    at = Source(cells.get("document", ""), place=cells.get("place", ""), printed=digits)
    return Figure("base_year_underspend", float(digits or 0), MNOK, CELL, at)


def underspend_weights(baseline: Baseline) -> dict[str, Figure]:
    """What the base year's underspend is shared by: solution → what it had available, MNOK, where it has a weight."""
    return dict(_weights(baseline))


def _weights(baseline: Baseline) -> Iterator[tuple[str, Figure]]:
    for solution, cells in baseline.sheets[BRIDGE].rows.items():
        digits = cells.get("underspend_weight", "")
        if float(digits or 0):
            at = Source(
                cells.get("document", ""), BRIDGE, solution, "underspend_weight", cells.get("place", ""), digits, "0106"
            )
            yield solution, Figure("underspend_weight", float(digits), MNOK, CELL, at)


def embedded_margin(baseline: Baseline) -> Figure:
    """The margin that is inside every estimate."""
    cells = baseline.sheets[FACTS].rows.get("embedded_margin", {})
    at = source_of(cells.get("document", ""), cells.get("place", ""))
    if not (at.document or at.record):
        at = source_of(ASSUMPTION, parameters(baseline)["risk_margin"].where)
    return Figure("embedded_margin", baseline.embedded_margin, SHARE, CONSTANT, at)


def amount_of(baseline: Baseline, measure: Measure, part: Part) -> Figure:
    """The amount of a part of a measure, MNOK: a part of a published cell, or one that stands beside the plan."""
    at = source_of(measure.source, measure.where)
    written = _rows(baseline, "measures")
    digits = next(
        cells.get("amount_mnok", "")
        for cells in written.values()
        if (cells["id"], cells["solution"], cells["component"]) == (measure.name, part.solution, part.component)
    )
    place = Source(at.document, "measures", measure.name, "amount_mnok", at.place, digits, at.record)
    return Figure(f"measures.{measure.name}", part.amount_mnok or 0.0, MNOK, CELL, place)


def share_of(measure: Measure, part: Part) -> Figure:
    """This part of the amount that a scenario gives."""
    return Figure("share_of_measure", part.share, SHARE, CONSTANT, source_of(measure.source, measure.where))


def of_law(baseline: Baseline, name: str, value: float, unit: str = FACTOR) -> Figure:
    """A number that the regulation has set or is inferred from it. name: its row, «index_rate» or a measure's."""
    cells = _rows(baseline, LAW_SHEET).get(name, {})
    document = baseline.law.document if baseline.law else ""
    at = Source(cells.get("document", document), LAW_SHEET, name, place=cells.get("place", ""), record="0128")
    return Figure("law_index_rate" if name == INDEX_RATE else f"law.{name}", value, unit, CONSTANT, at)


def _rows(baseline: Baseline, sheet: str) -> Mapping[str, Mapping[str, str]]:
    """The rows of a sheet that a baseline may lack."""
    return baseline.sheets[sheet].rows if sheet in baseline.sheets else {}
