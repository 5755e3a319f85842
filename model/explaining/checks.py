"""The calculation behind a check of the reconciliation: what comes out of the printed figures, each of them a cell."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from model.baseline.axes import PUBLISHED_STEPS
from model.baseline.baseline import Baseline
from model.baseline.printed import HISTORY_PAYMENT, PERCENT, PERCENT_CHANGE, PLAN, PLAN_CHANGES, PrintedTable
from model.checks.check import MODEL, Check, Term
from model.checks.figure import MNOK
from model.checks.figure import PERCENT as IN_PERCENT
from model.checks.printed_cells import BRIDGE_COMPONENTS
from model.checks.reconcile import reconcile
from model.checks.relations import PERCENT_OF
from model.checks.table_relations import CHANGE, NEXT
from model.explaining.asked import Asked, Kinds
from model.explaining.cells import found_cell
from model.explaining.expressions import FACTOR, OPPOSITE, SHARE
from model.explaining.node import CELL, CONSTANT, DIFFERENCE, PRODUCT, QUOTIENT, SUM_OF, Node, Source
from model.explaining.quantities import SUM, explained
from model.explaining.tree import Tree, made_of
from model.reading.errors import ModelError
from model.scenario.scenario import Scenario

KIND: Final = "check"
PRINTED_FIGURE: Final = "printed_figure"
OF_PRINTED: Final = ("printed_sum", "printed_difference", "printed_opposite", "printed_share", "level_change")
ADDED_UP, TAKEN_AWAY, TURNED, SHARE_OF, LEVEL_CHANGE = OF_PRINTED
"""What figures give that are no quantity with a name: their sum, what is left, one with its sign turned, a share."""

PER_CENT: Final = 100.0

Amount = Callable[[str, int], Node]
"""Gives a component of the line that a table is about in a year, of the published scenario."""


def has_calculation(check: Check, baseline: Baseline) -> bool:
    """Whether a check opens: the regulation's amounts, which another scenario gives, do not."""
    return check.kind != MODEL or _table(check, baseline) is not None


def of_check(asked: Asked) -> Node:
    """What a check recomputes: ``check/<id>``. Per cent are shares."""
    baseline = asked.answer.baseline
    found = next((each for each in reconcile(baseline) if each.id == asked.rest), None)
    if found is None or not has_calculation(found, baseline):
        raise asked.refused()
    node = _of_model(found, baseline) if found.kind == MODEL else _of_terms(found, baseline)
    digits = f"{found.printed:.{found.decimals}f}"
    at = Source(found.document, found.table, found.row, found.column, printed=digits)
    op, terms = (node.op, node.terms) if node.name in OF_PRINTED else (SUM_OF, (node,))
    return replace(made_of(op, KIND, terms, node.unit, address=asked.address), source=at)


def _of_terms(check: Check, baseline: Baseline) -> Node:
    """The printed figures with their signs; for a percentage over what it is of."""
    if check.kind != PERCENT_OF:
        unit = SHARE if check.unit == IN_PERCENT else check.unit
        return _added(check.terms, unit, baseline)
    *parts, base = check.terms
    return made_of(QUOTIENT, SHARE_OF, (_added(parts, MNOK, baseline), _cell(base, MNOK, baseline)), SHARE)


def _added(terms: Sequence[Term], unit: str, baseline: Baseline) -> Node:
    """Figures added up, less those that are taken away; a figure alone is itself."""
    plus = [_cell(term, unit, baseline) for term in terms if term.sign > 0]
    minus = [_cell(term, unit, baseline) for term in terms if term.sign < 0]
    if not plus:
        opposite = Node(OPPOSITE.name, OPPOSITE.value, FACTOR, CONSTANT, source=OPPOSITE.source)
        return made_of(PRODUCT, TURNED, (opposite, _alone(minus, unit)), unit)
    return made_of(DIFFERENCE, TAKEN_AWAY, (_alone(plus, unit), *minus), unit) if minus else _alone(plus, unit)


def _alone(nodes: Sequence[Node], unit: str) -> Node:
    return nodes[0] if len(nodes) == 1 else made_of(SUM_OF, ADDED_UP, nodes, unit)


def _cell(term: Term, unit: str, baseline: Baseline) -> Node:
    """A printed figure, which opens alone where it stands in a table that is known cell by cell."""
    value = term.value / PER_CENT if unit == SHARE else term.value
    at = Source(term.document, term.table, term.row, term.column, printed=term.printed)
    try:
        known = found_cell(baseline, term.table, term.row, term.column)
    except ModelError:
        return Node(PRINTED_FIGURE, value, unit, CELL, source=at)
    is_it = known.source is not None and known.source.document == term.document and known.value == value
    return Node(PRINTED_FIGURE, value, unit, CELL, address=known.address if is_it else "", source=at)


def _of_model(check: Check, baseline: Baseline) -> Node:
    """What the model gives for a cell with every lever as published; its parts open inside it alone."""
    table = _table(check, baseline)
    tree, line = Tree.of(Scenario(figures=baseline)), check.row
    if table is not None and (table.role == PLAN_CHANGES or check.row == PERCENT):
        line = table.about or SUM

    def amount(component: str, year: int) -> Node:
        return _nameless(explained(tree, component, year, line), {})

    if table is None or table.role == PLAN_CHANGES:
        return _of_plan(check.row, int(check.column), amount)
    if check.row == PERCENT:
        return _growth(BRIDGE_COMPONENTS[check.column], amount, baseline.first_year)
    component, year = _of_cell(check, table, baseline)
    return amount(component, year)


def _of_plan(row: str, column: int, amount: Amount) -> Node:
    """A cell of the plan of one solution: the changes of a column take effect the year after."""
    level = amount("cost_level", column)
    if row == "cost_level":
        return level
    if row in PUBLISHED_STEPS:
        return amount(row, column + 1)
    following = amount("cost_level", column + 1)
    change = made_of(DIFFERENCE, LEVEL_CHANGE, (following, level))
    made = {NEXT: following, CHANGE: change, PERCENT_CHANGE: made_of(QUOTIENT, SHARE_OF, (change, level), SHARE)}
    return made[row]


def _growth(component: str, amount: Amount, year: int) -> Node:
    """A step as a share of what was available in the base year; for level and need the change from there."""
    whole, base = amount(component, year), amount("previous_level", year)
    if component in ("cost_level", "financing_need"):
        whole = made_of(DIFFERENCE, LEVEL_CHANGE, (whole, base))
    return made_of(QUOTIENT, SHARE_OF, (whole, base), SHARE)


def _of_cell(check: Check, table: PrintedTable, baseline: Baseline) -> tuple[str, int]:
    """Component and year of a cell of a bridge, of the plan or of the years before."""
    if table.role == PLAN and check.column == str(baseline.base_year):
        return "previous_level", baseline.first_year
    if check.column.isdecimal():
        return "financing_need" if table.role == HISTORY_PAYMENT else "cost_level", int(check.column)
    return BRIDGE_COMPONENTS[check.column], baseline.first_year


def _nameless(node: Node, made: dict[int, Node]) -> Node:
    """The same without addresses but those of cells: they would open what the levers make of it."""
    if id(node) not in made:
        terms = tuple(_nameless(term, made) for term in node.terms)
        made[id(node)] = replace(node, terms=terms, address=node.address if node.op == CELL else "")
    return made[id(node)]


def _table(check: Check, baseline: Baseline) -> PrintedTable | None:
    """The table of the baseline that a check is of."""
    place = check.document, check.table
    return next((each for each in baseline.tables if (each.document, each.label) == place), None)


KINDS: Final[Kinds] = MappingProxyType({KIND: of_check})
