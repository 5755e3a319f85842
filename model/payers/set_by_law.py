"""Payments of a scenario that starts from the law: the regulation's own amounts first, the computed ones after them."""

from dataclasses import replace

from model.baseline.axes import PAYER_GROUPS, Array
from model.baseline.law import Law
from model.equations.result import Result
from model.payers.keys import PayerKeys


def with_law_amounts(result: Result, keys: PayerKeys, law: Law, by_solution: Array) -> tuple[Result, PayerKeys]:
    """A result and keys whose payments of the first year are the regulation's, group by group and solution by solution.

    result: of one scenario that starts from the law. by_solution: (solution,), MNOK, what the regulation has all pay,
    in the result's prices. Where it sets nothing for a solution its key is left alone.
    """
    need, first = result.financing_need.copy(), keys.first or keys
    need[0, :, 0] = by_solution
    shares, baseline = first.groups.copy(), result.baseline
    for name, amounts in law.by_group().items():
        whole = sum(amounts.values())
        for part in baseline.law_solutions[name] if whole else ():
            shares[baseline.at(part)] = [[amounts.get(group, 0.0) / whole] for group in PAYER_GROUPS]
    for array in (need, shares):
        array.flags.writeable = False
    return replace(result, financing_need=need), replace(keys, first=replace(first, groups=shares))
