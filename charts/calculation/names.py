"""What a step of a calculation is called: the quantity, its year, of which solutions, and who pays it."""

import re
from typing import Final

from charts.bridges.bridge import component_name
from charts.bridges.why import lever_name
from charts.calculation.drawn import drawn_title, is_of_draws
from charts.calculation.places import cell_words, told_apart
from charts.calculation.sides import of_side, side_of
from charts.reconciliation.places import beside, place_in_words
from charts.words.context import Context
from charts.words.names import key_name, short_measure_name, solution_name
from charts.words.settings import label
from model import Baseline, parameters
from model.baseline.axes import PAYER_GROUPS
from model.baseline.printed import BRIDGE_COLUMNS
from model.explaining.beside import GROWTH, MORE, SHARE_OF, YEARS
from model.explaining.checks import KIND as CHECK
from model.explaining.checks import PRINTED_FIGURE
from model.explaining.compared import CHANGE, LESS_REFERENCE
from model.explaining.node import CELL, LEVER, QUOTIENT, RANGE, SIMULATED, Node
from model.explaining.reasons import REASON
from model.explaining.shares import LAW_AMOUNT
from model.payers import organisation
from texts import Texts

COMPARING: Final = (LESS_REFERENCE, CHANGE, MORE, GROWTH, SHARE_OF)
"""What holds two figures against each other."""

NOT_KRONER: Final = r"(?!\d|[- ]kroner)"
YEAR_IN_NAME: Final = re.compile(rf"\b(?:19|20)\d\d{NOT_KRONER}")
"""A year that a name says, and not in whose kroner it is."""

SUM: Final = "sum"
"""What all solutions together are called in an address."""


def title(node: Node, context: Context) -> str:
    """The whole name: «Kostnadsnivå 2027, Helsenorge»."""
    baseline, texts = context.baseline, context.texts
    if node.op == CELL and node.source is not None and node.source.table and (node.name == CELL or node.address):
        return texts("calculation.cell", place=_joined(*cell_words(node.source, baseline, texts)))
    if node.op == CELL and node.source is not None and node.name == LAW_AMOUNT:
        of_what = _joined(whose(node, context), payer_name(node.payer, texts), str(node.year or ""))
        return texts("calculation.cell", place=_joined(node.source.place, of_what))
    if is_of_draws(node):
        return of_side(node, drawn_title(node, context), context)
    if _is_comparing(node):
        return _of_two(node, context)
    if node.terms and node.name == YEARS:
        years = [term.year for term in node.terms]
        what = _without_year(title(node.terms[0], context), years[0])
        return texts("calculation.over_years", what=what, first=years[0], last=years[-1])
    name = _with_year(quantity_name(node, context), node)
    return of_side(node, _joined(name, whose(node, context), payer_name(node.payer, texts)), context)


def _is_comparing(node: Node) -> bool:
    """Whether a step holds two figures against each other; an equation has a growth factor of the same name."""
    return bool(node.terms) and node.name in COMPARING and (node.op == QUOTIENT or node.name not in (GROWTH, SHARE_OF))


def _of_two(node: Node, context: Context) -> str:
    """What is held against something: how much more it is, its growth from it, its share of it."""
    texts, (first, second) = context.texts, node.terms[:2]
    if node.name == GROWTH and first.terms:
        first = first.terms[0]
    if node.name in (LESS_REFERENCE, CHANGE):
        return f"{quantity_name(node, context)}: {title(first, context)}"
    return texts(f"calculation.is_{node.name}", first=title(first, context), second=title(second, context))


def label_in(parent: Node, node: Node, context: Context) -> str:
    """What a term is called inside a step: only what tells it from the whole, and from the other terms."""
    name = _label(parent, node, context)
    others = [each for each in parent.terms if each is not node and each.name == node.name]
    alike = [each for each in others if _label(parent, each, context) == name]
    return _joined(name, told_apart(node, alike, context)) if alike else name


def _label(parent: Node, node: Node, context: Context) -> str:
    """What a term is called by its quantity, year, solution and payer."""
    if node.name == PRINTED_FIGURE and node.source and parent.source:
        return beside(node.source, parent.source, context.baseline, context.texts)
    if parent.op == SIMULATED and node.terms:
        return context.texts("calculation.own_amount")
    if node.op in (LEVER, RANGE) or _is_comparing(node) or _is_comparing(parent):
        return title(node, context)
    if parent.name == YEARS and node.year is not None:
        return str(node.year)
    texts = context.texts
    solution = whose(node, context) if (of_what(node) != of_what(parent)) else ""
    payer = payer_name(node.payer, texts) if node.payer != parent.payer else ""
    alike = [each for each in parent.terms if each.name == node.name]
    is_of_year = node.year != parent.year or any(each.year != node.year for each in alike)
    is_of_another = any(side_of(each) != side_of(node) for each in alike)
    if (solution or payer) and not (is_of_year or is_of_another) and (len(alike) > 1 or node.name == parent.name):
        return _joined(solution, payer)
    name = quantity_name(node, context)
    whole = _joined(_with_year(name, node) if is_of_year else name, solution, payer)
    return whole if side_of(parent) == side_of(node) else of_side(node, whole, context)


def _joined(*parts: str) -> str:
    return ", ".join(filter(None, parts))


def _with_year(name: str, node: Node) -> str:
    """The name with its year, where it does not say one already: last year's level is of one year, and not of two."""
    return name if node.year is None or YEAR_IN_NAME.search(name) else f"{name} {node.year}"


def _without_year(name: str, year: int | None) -> str:
    """The name without a year in it, as a sum over several has it."""
    return re.sub(rf" {year}{NOT_KRONER}", "", name)


def of_what(node: Node) -> str:
    """The solution that a step is of, also where only the row that it stands in says so; empty where it is of none."""
    is_outside_tables = node.op == CELL and node.source is not None and not node.source.table
    return node.solution or (node.source.row if is_outside_tables and node.source else "")


def whose(node: Node, context: Context) -> str:
    """The same in words."""
    if node.solution or not of_what(node) or node.source is None:
        return _solution(node.solution, context.baseline, context.texts)
    return cell_words(node.source, context.baseline, context.texts)[1]


def _solution(solution: str, baseline: Baseline, texts: Texts) -> str:
    """A solution or a group of some; all of them together are «alle løsninger»."""
    if solution == SUM:
        return texts("calculation.all_solutions")
    return solution_name(solution, baseline, texts) if solution else ""


def payer_name(payer: str, texts: Texts) -> str:
    """A payer group, or one that pays; nothing where it is of none."""
    if not payer:
        return ""
    return texts(f"payer_group.{payer}") if payer in PAYER_GROUPS else organisation(payer)[0].name


def quantity_name(node: Node, context: Context) -> str:
    """The quantity, lever or constant alone, without year, solution and payer.

    Raises KeyError for a name that no catalogue has: a figure that nobody can read is a fault of ours.
    """
    name, year, baseline, texts = node.name, node.year, context.baseline, context.texts
    if node.source is not None and name in (CHECK, PRINTED_FIGURE):
        place = place_in_words(node.source, baseline, texts)
        return texts("reconciliation.recomputed_at", place=place) if name == CHECK else place
    if node.op in (LEVER, RANGE):
        return label(name, baseline, texts)
    if name == CELL and node.source is not None:
        return texts("calculation.cell", place=_joined(*cell_words(node.source, baseline, texts)))
    if f"calculation.name.{name}" in texts:
        return texts(f"calculation.name.{name}", **_values(year, context))
    if f"component.{name}" in texts:
        return component_name(name, baseline.first_year if year is None else year, baseline, texts)
    if name in BRIDGE_COLUMNS:
        return texts(f"bridge_column.{name}", base_year=baseline.base_year, first_year=baseline.first_year)
    return _by_its_kind(name, baseline, texts)


def _values(year: int | None, context: Context) -> dict[str, object]:
    """What a name in the catalogue may say."""
    baseline = context.baseline
    return {
        "year": baseline.first_year if year is None else year,
        "previous": baseline.base_year if year is None else year - 1,
        "base_year": baseline.base_year,
        "first_year": baseline.first_year,
        "reference": context.the_reference,
    }


def _by_its_kind(name: str, baseline: Baseline, texts: Texts) -> str:
    """A quantity, a measure, what the regulation has of one, a key or a field of the scenario."""
    first, *rest = name.split(".")
    if f"quantity.{name}" in texts:
        return texts(f"quantity.{name}")
    if first == REASON and rest:
        return lever_name(".".join(rest), baseline, texts)
    if name in texts:
        return texts(name)
    if first == "measures" and rest:
        return short_measure_name(rest[0], baseline, texts)
    if first == "law" and rest:
        return texts("calculation.of_law", what=short_measure_name(rest[0], baseline, texts))
    if name in parameters(baseline):
        return parameters(baseline)[name].short[texts.language]
    found = key_name(name, texts)
    if found == name:
        raise KeyError(f"calculation.name.{name}")
    return found
