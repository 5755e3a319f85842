"""What one organisation pays, an RHF or a municipality: by solution, per inhabitant, and against a reference."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from model.baseline.axes import NOK_PER_MNOK, PAYER_GROUPS, Array
from model.baseline.baseline import Baseline
from model.baseline.parameters import parameters
from model.equations.result import Result
from model.payers.keys import PayerKeys
from model.payers.member_keys import DIVIDED_GROUPS, MemberKey
from model.payers.payments import Payer, group_payments, payers
from model.reading.errors import ModelError, shown
from model.scenario.scenario import Scenario


@dataclass(frozen=True, slots=True, eq=False)
class OrganisationPayment:
    """What one organisation pays. Arrays are (year, scenario) unless they say otherwise, MNOK.

    by_solution: (year, solution, scenario). total: their sum. group_total: what its whole group pays.
    per_inhabitant_nok, average_nok: kroner per inhabitant, its own and its group's.
    growth, group_growth: (year − 1, scenario), change from the year before as a share of it; NaN where the year before
    pays nothing or less. qualities: of its weight in the key, one of ``QUALITIES``, for all scenarios or each.
    approximate: whether its share must be shown as «tilnærmet», for the key inside its group or that between groups.
    """

    payer: Payer
    years: tuple[int, ...]
    by_solution: Array
    total: Array
    group_total: Array
    per_inhabitant_nok: Array
    average_nok: Array
    qualities: tuple[str, ...]
    approximate: bool

    @property
    def growth(self) -> Array:
        """(year − 1, scenario): its own change from the year before, a share of that; NaN where that is 0 or less."""
        return _share(np.diff(self.total, axis=0), self.total[:-1])

    @property
    def group_growth(self) -> Array:
        """(year − 1, scenario): the same of its whole group."""
        return _share(np.diff(self.group_total, axis=0), self.group_total[:-1])

    def change_from(self, reference: "OrganisationPayment") -> "PaymentChange":
        """What it pays more than in a reference of as many scenarios, or of one, such as the tallgrunnlag."""
        amount = self.total - reference.total
        per_inhabitant = self.per_inhabitant_nok - reference.per_inhabitant_nok
        by_solution = self.by_solution - reference.by_solution
        return PaymentChange(by_solution, amount, _share(amount, reference.total), per_inhabitant)


@dataclass(frozen=True, slots=True, eq=False)
class PaymentChange:
    """A difference between two payments, more being above zero.

    by_solution: (year, solution, scenario), MNOK. amount: (year, scenario), MNOK. share: of the reference, NaN where
    that pays nothing or less. per_inhabitant_nok: kroner.
    """

    by_solution: Array
    amount: Array
    share: Array
    per_inhabitant_nok: Array


@dataclass(frozen=True, slots=True, eq=False)
class KeyAlternative:
    """What an organisation would pay under another key, the rest being as in the scenario.

    field: ``keys``, ``municipal_key`` or ``rhf_key``; key: what would stand there; chosen: whether it does already.
    total: (year,), MNOK. change: (year,), what that is more than in the scenario. approximate: «tilnærmet».
    """

    field: str
    key: str
    chosen: bool
    total: Array
    change: Array
    approximate: bool


def organisation(payer_id: str) -> tuple[Payer, int]:
    """The RHF of a name, or the municipality of a number, and its place in its group. Raises ModelError otherwise."""
    for group in DIVIDED_GROUPS:
        for place, payer in enumerate(payer_of_group for payer_of_group in payers() if payer_of_group.group == group):
            if payer.id == payer_id:
                return payer, place
    raise ModelError(f"{shown(payer_id)} is neither an RHF nor the number of a municipality of today.")


def organisation_payment(payer_id: str, result: Result, keys: PayerKeys) -> OrganisationPayment:
    """What an organisation pays of a result's financing need. Raises ModelError for an unknown organisation."""
    payer, place = organisation(payer_id)
    group = PAYER_GROUPS.index(payer.group)
    inside = keys.members[payer.group]
    by_solution = result.financing_need * payer_shares(payer_id, keys, result.baseline, len(result.years))
    total, group_total = by_solution.sum(axis=1), group_payments(result, keys)[:, group]
    inhabitants = sum(member.population or 0 for member in payers() if member.group == payer.group)
    return OrganisationPayment(
        payer=payer,
        years=result.years,
        by_solution=by_solution,
        total=total,
        group_total=group_total,
        per_inhabitant_nok=total * NOK_PER_MNOK / (payer.population or 1),
        average_nok=group_total * NOK_PER_MNOK / inhabitants,
        qualities=tuple(inside.keys[chosen].qualities[place] for chosen in inside.chosen),
        approximate=keys.is_approximate(payer.group),
    )


def payer_shares(payer_id: str, keys: PayerKeys, baseline: Baseline, years: int) -> Array:
    """(year, solution, 1 or scenario): what an organisation or a payer group pays of each solution's need.

    years: how many, from the plan's first on. Raises ModelError for who does not pay.
    """
    later = _shares(payer_id, keys, baseline)
    if keys.first is None or not years:
        return np.broadcast_to(later, (years, *later.shape))
    first, later = np.broadcast_arrays(_shares(payer_id, keys.first, baseline), later)
    return np.stack([first, *[later] * (years - 1)])


def _shares(payer_id: str, keys: PayerKeys, baseline: Baseline) -> Array:
    """(solution, 1 or scenario): the shares where all years are paid by the same keys."""
    if payer_id in PAYER_GROUPS:
        return keys.groups[:, PAYER_GROUPS.index(payer_id)]
    payer, place = organisation(payer_id)
    of_group = keys.groups[:, PAYER_GROUPS.index(payer.group)]
    shares: Array = of_group * keys.members[payer.group].of_member(place, baseline)
    return shares


def key_alternatives(
    payer_id: str,
    result: Result,
    scenario: Scenario,
    municipal_key: MemberKey | None = None,
    vkp_users: Collection[str] | None = None,
) -> tuple[KeyAlternative, ...]:
    """What an organisation would pay of ``scenario``'s result under each key set and each key inside its group.

    municipal_key, vkp_users: as in ``PayerKeys.of``; the key inside the group is then the given one, and the
    alternatives are the model's own. Raises ModelError.
    """
    inside = DIVIDED_GROUPS[organisation(payer_id)[0].group].field
    own_key = municipal_key if inside == "municipal_key" else None
    now = organisation_payment(payer_id, result, PayerKeys.of(scenario, municipal_key, vkp_users))
    alternatives = []
    for field, keys in (
        ("keys", tuple(scenario.figures.key_sets)),
        (inside, parameters(scenario.figures)[inside].choices),
    ):
        for key in keys:
            other = PayerKeys.of(scenario.with_value(field, key), own_key if field == "keys" else None, vkp_users)
            paid = organisation_payment(payer_id, result, other)
            chosen = scenario.value(field) == key and (field == "keys" or own_key is None)
            total = paid.total[:, 0]
            alternatives.append(KeyAlternative(field, key, chosen, total, total - now.total[:, 0], paid.approximate))
    return tuple(alternatives)


def _share(amount: Array, base: Array) -> Array:
    shares: Array = np.divide(amount, base, out=np.full(np.broadcast(amount, base).shape, np.nan), where=base > 0)
    return shares
