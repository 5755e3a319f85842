"""Whose figure a step is: the scenario's as it is shown, the reference's, or of other settings or other kroner."""

from typing import Final

from charts.calculation.drawn import base_words
from charts.goals.candidates import counting
from charts.goals.needed import needed
from charts.words.context import Context
from charts.words.settings import label, shown
from model.explaining.compared import OWN_KRONER, REFERENCE
from model.explaining.node import Node
from model.explaining.of_run import IN_KRONER_OF_BASE_YEAR
from model.explaining.other_answers import AS_SIZE, DRAWN_FROM, OTHERS, PUBLISHED, SPENT_ALIKE, UNMOVED, WITH, typed
from model.scenario.fields import LAW

MONEY: Final = ("mnok", "nok")
SAME: Final = 1e-9
"""What a value of an address may differ from what is written of it; levers keep eight decimals."""
OF_OTHER_RULES: Final = (SPENT_ALIKE, PUBLISHED, UNMOVED)


def side_of(node: Node) -> str:
    """What an address says of whose figure it is, or in which kroner; empty for the scenario's as it is shown."""
    first, *rest = node.address.split("/")
    if first in (WITH, DRAWN_FROM, AS_SIZE):
        return "/".join((first, *rest[: OTHERS[first].parts]))
    return first if first in (REFERENCE, OWN_KRONER, *OF_OTHER_RULES) else ""


def of_side(node: Node, name: str, context: Context) -> str:
    """The name of what is the reference's, of another setting or in other kroner than the page, says so."""
    texts, (side, *setting) = context.texts, side_of(node).split("/")
    if side == REFERENCE:
        return texts("calculation.of_reference", what=name, reference=context.the_reference)
    if side in OF_OTHER_RULES:
        return texts(f"calculation.of_{side}", what=name)
    if side == AS_SIZE:
        return texts(f"calculation.as_{setting[0]}", what=name)
    if side == DRAWN_FROM:
        return base_words(name, setting[0], context)
    if side == WITH:
        path, value = setting
        lever = label(path, context.baseline, texts)
        return texts("calculation.with", what=name, lever=lever, value=_setting(path, value, context))
    return texts("calculation.own_kroner", what=name) if _is_in_own_kroner(node, context) else name


def _setting(path: str, value: str, context: Context) -> str:
    """A value that stands in an address, as the page «Hva skal til?» writes it."""
    scenario, texts = context.question.scenario, context.texts
    found = typed(path, value, context.baseline)
    if isinstance(found, float):
        in_full = needed(path, counting(path, scenario), found, scenario, texts, lambda each: abs(each - found) < SAME)
        return in_full.value
    return shown(path, found, context.baseline, texts)


def _is_in_own_kroner(node: Node, context: Context) -> bool:
    """Whether a step is in its year's own kroner, where the page has taken the growth of prices out."""
    scenario = context.question.scenario
    is_amount = node.unit in MONEY and node.name not in IN_KRONER_OF_BASE_YEAR
    return is_amount and side_of(node) == OWN_KRONER and bool(scenario.index_rate or scenario.start == LAW)
