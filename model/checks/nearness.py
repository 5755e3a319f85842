"""How near the amounts that a baseline is computed from a check stands: what the order of the things begins with."""

from collections.abc import Callable
from typing import Final

from model.baseline.baseline import Baseline
from model.baseline.printed import BRIDGE, HISTORY_COST, PLAN, PLAN_CHANGES
from model.checks.check import Check
from model.checks.figure import MNOK

COMPUTED_FROM: Final = (HISTORY_COST, BRIDGE, PLAN, PLAN_CHANGES)
"""Roles of the tables that the plan is computed from: the others are shown, and change no amount of it."""

AMOUNTS, OWN_DOCUMENT, ELSEWHERE = range(3)
"""An amount that the plan is computed from; what else the baseline's documents print; other documents."""


def nearness_to(baseline: Baseline) -> Callable[[Check], int]:
    """Gives ``AMOUNTS``, ``OWN_DOCUMENT`` or ``ELSEWHERE`` by where the figure of a check stands."""
    tables = {(each.document, each.label) for each in baseline.tables if each.role in COMPUTED_FROM}
    documents = {each.document for each in baseline.tables}

    def nearness(check: Check) -> int:
        if check.unit == MNOK and (check.document, check.table) in tables:
            return AMOUNTS
        return OWN_DOCUMENT if check.document in documents else ELSEWHERE

    return nearness
