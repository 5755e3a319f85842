"""What the model gives for the printed figures, and for the regulation's amounts, as checks of the reconciliation."""

from collections.abc import Iterator
from typing import Final

from model.baseline.baseline import Baseline
from model.baseline.law import Law
from model.baseline.printed import COST_LEVEL, PERCENT, PERCENT_CHANGE, SUM, PrintedTable
from model.checks.all_figures import of_cell, of_law
from model.checks.check import MODEL, Check, Given, check_of
from model.checks.figure import HALF
from model.checks.printed_cells import Cell, checked_cells
from model.checks.relations import relation_id
from model.equations.steps import run
from model.payers.keys import PayerKeys
from model.payers.regulation import regulation_cells
from model.scenario.presets import law_scenario
from model.scenario.scenario import Scenario

TENTH: Final = 0.1  # the digit that needs are printed with, MNOK
RATE_DIGIT: Final = 0.001  # the digit that the regulation's price growth is inferred to


def of_the_model(baseline: Baseline) -> Iterator[Check]:
    """What the model gives for the printed cells, up to the last year that is published, and for the regulation."""
    tables = {table.label: table for table in baseline.tables}
    for cell in checked_cells(run(Scenario(figures=baseline), baseline.last_year)):
        figure = of_cell(baseline.cells[cell.table, cell.row, cell.column])
        base = _base(cell, tables[cell.table], baseline)
        given = Given(cell.computed, cell.computed, cell.computed, base)
        yield check_of(relation_id(figure, MODEL), MODEL, figure, given)
    if baseline.law is not None:
        yield from _of_the_regulation(baseline, baseline.law)


def _base(cell: Cell, table: PrintedTable, baseline: Baseline) -> float | None:
    """What a percentage is of, MNOK: the level of its year, or what its line has available."""
    if cell.row == PERCENT_CHANGE:
        level = table.cells.get((COST_LEVEL, cell.column))
        return None if level is None else level.value
    if cell.row != PERCENT:
        return None
    line = table.about or SUM
    places = [baseline.at(part) for part in baseline.groups.get(line, (line,)) if part in baseline.solutions]
    return float(baseline.available[places or slice(None)].sum())


def _of_the_regulation(baseline: Baseline, law: Law) -> Iterator[Check]:
    """What the model gives for the regulation's amounts with the price growth and the settings that it reckons with.

    Both are inferred; the need that they start from and the growth are rounded, and so is each amount.
    """
    scenario = law_scenario(baseline)
    if scenario is None:
        return
    figures = of_law(baseline)
    computed = {
        (cell.solution, cell.payer): cell.computed
        for cell in regulation_cells(run(scenario, baseline.first_year), PayerKeys.of([scenario]))
    }
    for place, figure in figures.items():
        amount = computed.get(place, 0.0)
        whole = sum(each.value for (name, _), each in figures.items() if name == place[0])
        share = figure.value / whole if whole else 0.0
        reach = HALF * (TENTH * (1 + law.index_rate) * share + RATE_DIGIT * abs(amount))
        yield check_of(relation_id(figure, MODEL), MODEL, figure, Given(amount - reach, amount, amount + reach))
