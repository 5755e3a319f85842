"""What a step of a calculation is called: the quantity, its year, of which solutions, and who pays it."""

from dataclasses import replace
from typing import Final

from charts.bridges.bridge import component_name
from charts.bridges.why import lever_name
from charts.calculation.places import cell_words
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
from model.explaining.compared import CHANGE, LESS_REFERENCE, OWN_KRONER, REFERENCE
from model.explaining.node import CELL, LEVER, QUOTIENT, Node
from model.explaining.of_run import IN_KRONER_OF_BASE_YEAR
from model.explaining.reasons import REASON
from model.payers import organisation
from model.scenario.fields import LAW
from texts import Texts

COMPARING: Final = (LESS_REFERENCE, CHANGE, MORE, GROWTH, SHARE_OF)
"""What holds two figures against each other."""

MONEY: Final = ("mnok", "nok")
SUM: Final = "sum"
"""What all solutions together are called in an address."""


def title(node: Node, context: Context) -> str:
    """The whole name: «Kostnadsnivå 2027, Helsenorge»."""
    baseline, texts = context.baseline, context.texts
    if node.op == CELL and node.source is not None and (node.name == CELL or node.address):
        return texts("calculation.cell", place=_joined(*cell_words(node.source, baseline, texts)))
    if _is_comparing(node):
        return _of_two(node, context)
    if node.terms and node.name == YEARS:
        years = [term.year for term in node.terms]
        what = title(replace(node.terms[0], year=None), context)
        return texts("calculation.over_years", what=what, first=years[0], last=years[-1])
    name = _with_year(quantity_name(node, context), node)
    solution = _solution(node.solution, baseline, texts)
    return _of_whom(node, _joined(name, solution, payer_name(node.payer, texts)), context)


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
    if node.name == PRINTED_FIGURE and node.source and parent.source:
        return beside(node.source, parent.source, context.baseline, context.texts)
    if node.op == LEVER or _is_comparing(node) or _is_comparing(parent):
        return title(node, context)
    if parent.name == YEARS and node.year is not None:
        return str(node.year)
    texts = context.texts
    solution = _solution(node.solution, context.baseline, texts) if node.solution != parent.solution else ""
    payer = payer_name(node.payer, texts) if node.payer != parent.payer else ""
    alike = [each for each in parent.terms if each.name == node.name]
    is_of_year = node.year != parent.year or any(each.year != node.year for each in alike)
    if (solution or payer) and not is_of_year and (len(alike) > 1 or node.name == parent.name):
        return _joined(solution, payer)
    name = quantity_name(node, context)
    whole = _joined(_with_year(name, node) if is_of_year else name, solution, payer)
    return whole if _prefix(parent) == _prefix(node) else _of_whom(node, whole, context)


def _joined(*parts: str) -> str:
    return ", ".join(filter(None, parts))


def _prefix(node: Node) -> str:
    """What an address says of whose figure it is, or in which kroner; empty for the scenario's as it is shown."""
    first = node.address.partition("/")[0]
    return first if first in (REFERENCE, OWN_KRONER) else ""


def is_money(node: Node) -> bool:
    """Whether a step is an amount in the kroner of the page."""
    return node.unit in MONEY and node.name not in IN_KRONER_OF_BASE_YEAR and _prefix(node) != OWN_KRONER


def _is_in_own_kroner(node: Node, context: Context) -> bool:
    """Whether a step is in its year's own kroner, where the page has taken the growth of prices out."""
    scenario = context.question.scenario
    is_amount = node.unit in MONEY and node.name not in IN_KRONER_OF_BASE_YEAR
    return is_amount and _prefix(node) == OWN_KRONER and bool(scenario.index_rate or scenario.start == LAW)


def _of_whom(node: Node, name: str, context: Context) -> str:
    """The name of what is the reference's, or in other kroner than the page, says so."""
    prefix, texts = _prefix(node), context.texts
    if prefix == REFERENCE:
        return texts("calculation.of_reference", what=name, reference=context.the_reference)
    return texts("calculation.own_kroner", what=name) if _is_in_own_kroner(node, context) else name


def _with_year(name: str, node: Node) -> str:
    """The name with its year, where it does not say it already."""
    return name if node.year is None or str(node.year) in name else f"{name} {node.year}"


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
    if node.op == LEVER:
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
