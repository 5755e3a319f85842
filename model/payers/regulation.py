"""The regulation's amounts for 2026 beside the computed ones, cell by cell."""

from dataclasses import dataclass
from itertools import product
from typing import Final

import numpy as np

from model.baseline.axes import PAYER_GROUPS, PLAN_YEARS, SOLUTIONS, Array
from model.baseline.keys import HELSENETTET, KEY_SOLUTIONS
from model.baseline.regulation import LawAmount, law_amounts
from model.equations.result import Result
from model.payers.keys import PayerKeys
from model.payers.organisation import organisation
from model.payers.payments import shared

SUM: Final = "sum"
LAW_SOLUTIONS: Final = (*(name for name in SOLUTIONS if name not in KEY_SOLUTIONS[HELSENETTET]), HELSENETTET)
"""The solutions as the regulation has them: Helsenettet is one."""

FIRST_SOLUTION: Final = [SOLUTIONS.index(KEY_SOLUTIONS[name][0]) for name in LAW_SOLUTIONS]
NOTHING: Final = LawAmount("", 0.0, "")


@dataclass(frozen=True, slots=True)
class RegulationCell:
    """What one pays for one solution in 2026, MNOK.

    solution: one of ``LAW_SOLUTIONS``, or ``sum``. payer: a payer group, an organisation, or ``sum``. law: the
    regulation's amount, 0 where it has none. implied: whether any of it is not the regulation's own.
    """

    solution: str
    payer: str
    law: float
    computed: float
    implied: bool

    @property
    def difference(self) -> float:
        """Computed less law, MNOK."""
        return self.computed - self.law


def regulation_cells(result: Result, keys: PayerKeys) -> tuple[RegulationCell, ...]:
    """Every solution × payer group of 2026 and the sums both ways, for the first scenario of a result.

    Cells that are nothing in both are left out.
    """
    law, computed = (np.column_stack([table, table.sum(axis=1)]) for table in _of_groups(result, keys))
    return _cells(law, computed, (*PAYER_GROUPS, SUM))


def organisation_regulation_cells(
    payer_id: str, result: Result, keys: PayerKeys, law_keys: PayerKeys
) -> tuple[RegulationCell, ...]:
    """The same for one organisation: its group's amounts × its share.

    law_keys: the keys that the regulation's amounts are divided by, those of ``Scenario()`` with the same file and
    users; the scenario's own may be others. Raises ModelError for an unknown organisation.
    """
    payer, place = organisation(payer_id)
    group = PAYER_GROUPS.index(payer.group)
    by_group = zip(_of_groups(result, keys), (law_keys, keys), strict=True)
    law, computed = (
        table[:, [group]] * own.members[payer.group].of_member(place)[FIRST_SOLUTION, :1] for table, own in by_group
    )
    return _cells(law, computed, (payer_id,), payer.group)


def member_law_amounts(group: str, law_keys: PayerKeys) -> Array:
    """(member,), MNOK: the regulation's amounts for 2026 of a group with members × their shares.

    law_keys: as for ``organisation_regulation_cells``.
    """
    inside = law_keys.members[group]
    amounts = {name: law_amounts().get((name, group), NOTHING).amount for name in LAW_SOLUTIONS}
    of_vkp, factors = amounts.pop("vkp"), np.ones(1)
    if inside.vkp is not None:
        factors = inside.vkp.factors[inside.vkp.uses, inside.chosen[0]]
    shared_out: Array = inside.shares[inside.chosen[0]] * (sum(amounts.values()) + of_vkp * factors)
    return shared_out


def _of_groups(result: Result, keys: PayerKeys) -> tuple[Array, Array]:
    """(law's solution, group), MNOK in 2026: what the regulation says, and what is computed."""
    year = result.years.index(PLAN_YEARS[0])
    by_solution = shared(result.financing_need[year, :, :1], keys.groups[..., :1])[..., 0]
    computed = [
        by_solution[[SOLUTIONS.index(part) for part in KEY_SOLUTIONS[name]]].sum(axis=0) for name in LAW_SOLUTIONS
    ]
    law = [[law_amounts().get((name, group), NOTHING).amount for group in PAYER_GROUPS] for name in LAW_SOLUTIONS]
    return np.array(law), np.array(computed)


def _cells(law: Array, computed: Array, payers: tuple[str, ...], group: str = "") -> tuple[RegulationCell, ...]:
    """The cells of two tables, (law's solution, payer), and of the sum over the solutions."""
    tables = [np.vstack([table, table.sum(axis=0)]) for table in (law, computed)]
    cells = []
    for (row, solution), (column, payer) in product(enumerate((*LAW_SOLUTIONS, SUM)), enumerate(payers)):
        of_law, of_model = (float(table[row, column]) for table in tables)
        if of_law or of_model:
            cells.append(RegulationCell(solution, payer, of_law, of_model, _implied(solution, group or payer)))
    return tuple(cells)


def _implied(solution: str, group: str) -> bool:
    return any(
        amount.implied
        for (of_solution, of_group), amount in law_amounts().items()
        if solution in (of_solution, SUM) and group in (of_group, SUM)
    )
