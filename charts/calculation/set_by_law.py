"""What the page has in place of a computed need: that of a year that the regulation has set (decision record 0131)."""

from typing import Final

from charts.calculation.names import SUM
from charts.words.context import TENTH, Context
from model.answers.answer import Answer
from model.answers.quantities import FINANCING_NEED
from model.equations.result import Result
from model.explaining.compared import OWN_KRONER, REFERENCE
from model.explaining.node import Node

ROUNDING_DECIMALS: Final = 2
"""Decimals of what the rounded amounts of a regulation differ by, all solutions together."""


def rounding_said(node: Node, context: Context) -> str:
    """The need as the page shows it, and what of that is a regulation's rounding; empty where there is none."""
    texts, baseline = context.texts, context.baseline
    if node.name != FINANCING_NEED or node.year not in baseline.plan_years or node.payer:
        return ""
    if node.solution not in (SUM, *baseline.solutions):
        return ""
    charged = _charged(node.address.partition("/")[0], context.answer)
    of_year = charged.financing_need[baseline.plan_years.index(node.year), :, 0]
    printed = float(of_year.sum() if node.solution == SUM else of_year[baseline.at(node.solution)])
    if abs(printed - node.value) < TENTH:
        return ""
    amount = texts("setting.mnok", amount=texts.amount(printed))
    rounding = texts.change(printed - node.value, ROUNDING_DECIMALS)
    return texts("calculation.rounded_by_law", amount=amount, rounding=rounding)


def _charged(prefix: str, answer: Answer) -> Result:
    """The needs that are paid, of the scenario, of the reference, or in the scenario's own kroner."""
    if prefix == REFERENCE:
        return answer.reference_charged[0]
    return (answer.nominal_charged if prefix == OWN_KRONER else answer.charged)[0]
