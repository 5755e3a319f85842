"""The regulation's amounts for the first year beside the computed ones, cell by cell."""

from dataclasses import dataclass
from itertools import product
from typing import Final

import numpy as np

from model.baseline.axes import PAYER_GROUPS, Array
from model.baseline.baseline import Baseline
from model.baseline.law import Law, LawAmount
from model.equations.result import Result
from model.payers.keys import VKP, PayerKeys
from model.payers.organisation import organisation
from model.payers.payments import shared
from model.reading.errors import ModelError

SUM: Final = "sum"
NOTHING: Final = LawAmount("", 0.0, "")


@dataclass(frozen=True, slots=True)
class RegulationCell:
    """What one pays for one solution in the first year, MNOK.

    solution: a name of ``law_solutions``, or ``sum``. payer: a payer group, an organisation, or ``sum``. law: the
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
    """Every solution × payer group of the first year and the sums both ways, for the first scenario of a result.

    Cells that are nothing in both are left out. Raises ModelError where the baseline has no regulation.
    """
    keys = keys.first or keys
    law, computed = (np.column_stack([table, table.sum(axis=1)]) for table in _of_groups(result, keys))
    return _cells(result.baseline, law, computed, (*PAYER_GROUPS, SUM))


def organisation_regulation_cells(
    payer_id: str, result: Result, keys: PayerKeys, law_keys: PayerKeys
) -> tuple[RegulationCell, ...]:
    """The same for one organisation: its group's amounts × its share.

    law_keys: the keys that the regulation's amounts are divided by, those of the published figures with the same file
    and users; the scenario's own may be others. Raises ModelError for an unknown organisation.
    """
    payer, place = organisation(payer_id)
    keys = keys.first or keys
    group, firsts = PAYER_GROUPS.index(payer.group), _first_of_each(result.baseline)
    by_group = zip(_of_groups(result, keys), (law_keys, keys), strict=True)
    law, computed = (
        table[:, [group]] * own.members[payer.group].of_member(place, result.baseline)[firsts, :1]
        for table, own in by_group
    )
    return _cells(result.baseline, law, computed, (payer_id,), payer.group)


def member_law_amounts(baseline: Baseline, group: str, law_keys: PayerKeys) -> Array:
    """(member,), MNOK: the regulation's amounts for the first year of a group with members × their shares.

    law_keys: as for ``organisation_regulation_cells``. Raises ModelError where the baseline has no regulation.
    """
    inside = law_keys.members[group]
    law = _law(baseline)
    amounts = {name: law.amounts.get((name, group), NOTHING).amount for name in baseline.law_solutions}
    of_vkp, factors = amounts.pop(VKP, 0.0), np.ones(1)
    if inside.vkp is not None:
        factors = inside.vkp.factors[inside.vkp.uses, inside.chosen[0]]
    shared_out: Array = inside.shares[inside.chosen[0]] * (sum(amounts.values()) + of_vkp * factors)
    return shared_out


def _law(baseline: Baseline) -> Law:
    if baseline.law is None:
        raise ModelError(f"There is no regulation for {baseline.first_year} yet; its amounts cannot be shown.")
    return baseline.law


def _first_of_each(baseline: Baseline) -> list[int]:
    """The place of the first solution of each that the law has as one."""
    return [baseline.at(parts[0]) for parts in baseline.law_solutions.values()]


def _of_groups(result: Result, keys: PayerKeys) -> tuple[Array, Array]:
    """(law's solution, group), MNOK in the first year: what the regulation says, and what is computed."""
    baseline = result.baseline
    law, names = _law(baseline), baseline.law_solutions
    by_solution = shared(result.financing_need[0, :, :1], keys.groups[..., :1])[..., 0]
    computed = [by_solution[[baseline.at(part) for part in parts]].sum(axis=0) for parts in names.values()]
    amounts = [[law.amounts.get((name, group), NOTHING).amount for group in PAYER_GROUPS] for name in names]
    return np.array(amounts), np.array(computed)


def _cells(
    baseline: Baseline, law: Array, computed: Array, payers: tuple[str, ...], group: str = ""
) -> tuple[RegulationCell, ...]:
    """The cells of two tables, (law's solution, payer), and of the sum over the solutions."""
    tables = [np.vstack([table, table.sum(axis=0)]) for table in (law, computed)]
    cells = []
    for (row, solution), (column, payer) in product(enumerate((*baseline.law_solutions, SUM)), enumerate(payers)):
        of_law, of_model = (float(table[row, column]) for table in tables)
        if of_law or of_model:
            implied = _implied(_law(baseline), solution, group or payer)
            cells.append(RegulationCell(solution, payer, of_law, of_model, implied))
    return tuple(cells)


def _implied(law: Law, solution: str, group: str) -> bool:
    return any(
        amount.implied
        for (of_solution, of_group), amount in law.amounts.items()
        if solution in (of_solution, SUM) and group in (of_group, SUM)
    )
