"""What payer groups paid before the plan, by the regulations of those years, and what they would pay in its years."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import nan

import numpy as np

from model.baseline.axes import PAYER_GROUPS, Array
from model.baseline.baseline import Baseline
from model.baseline.earlier_funds import INVOICED, earlier_funds
from model.baseline.printed import HISTORY_PAYMENT, SUM
from model.equations.result import Result
from model.payers.deflators import price_series
from model.payers.keys import PayerKeys
from model.payers.organisation import organisation, organisation_payment
from model.payers.past import PaidAmount, Place, keys_of_years, regulation_history
from model.payers.payments import by_keys, shared

LAW, PARTLY, UNKNOWN, COMPUTED = "law", "partly", "unknown", "computed"
"""What is known of a year: a regulation, some amounts by that year's key, nothing, or what the model computes."""


@dataclass(frozen=True, slots=True, eq=False)
class PaymentHistory:
    """What every group paid and would pay, in each year's own kroner.

    years: without gaps. kinds: what is known of each. solutions: as regulations name them. amounts: (year, solution,
    group), MNOK; NaN where nothing was found or set. totals: (year,), what the regulation of the year has all pay, NaN
    where no sum is printed; in the years that are computed the sum of the groups.
    """

    years: tuple[int, ...]
    kinds: tuple[str, ...]
    solutions: tuple[str, ...]
    amounts: Array
    totals: Array

    @property
    def law_years(self) -> tuple[int, ...]:
        """The years of which the regulation was found."""
        return tuple(year for year, kind in zip(self.years, self.kinds, strict=True) if kind == LAW)

    def of(self, group: str) -> Array:
        """(year, solution), MNOK: what a group pays."""
        amounts: Array = self.amounts[:, :, PAYER_GROUPS.index(group)]
        return amounts

    def of_group(self, group: str, without: tuple[str, ...] = ()) -> Array:
        """(year,), MNOK: what a group pays in all, some solutions left out; NaN where not all of it is known."""
        kept = [solution not in without for solution in self.solutions]
        amounts = self.of(group)[:, kept]
        whole = np.array([kind in (LAW, COMPUTED) for kind in self.kinds]) & np.isfinite(amounts).any(axis=1)
        return np.where(whole, np.nansum(amounts, axis=1), nan)

    def by_law(self, amounts: Array) -> tuple[Array, Array]:
        """Of amounts by year those of the first regulation that was found and of the last; there must be one."""
        first, last = (amounts[self.years.index(self.law_years[at])] for at in (0, -1))
        return first, last

    def growth(self, group: str, without: tuple[str, ...] = ()) -> float:
        """What a group's amount grows by from the first regulation that was found to the last, a share; else NaN."""
        if len(self.law_years) < 2:
            return nan
        first, last = self.by_law(self.of_group(group, without))
        return float(last / first - 1) if first > 0 else nan

    def growth_a_year(self, group: str) -> float:
        """The same for each of the years between, compounded."""
        span = self.law_years[-1] - self.law_years[0] if self.law_years else 0
        return (1 + self.growth(group)) ** (1 / span) - 1 if span else nan

    def newcomers(self, group: str) -> tuple[str, ...]:
        """The solutions that a group pays for by the last regulation and did not by the first."""
        if not self.law_years:
            return ()
        first, last = self.by_law(np.nan_to_num(self.of(group)))
        pairs = zip(self.solutions, first, last, strict=True)
        return tuple(solution for solution, before, now in pairs if now and not before)


def payment_history(result: Result, keys: PayerKeys) -> PaymentHistory | None:
    """The history up to the result's years, and these; the first by its regulation where there is one.

    result: of one scenario, in its own kroner. None where no regulation before the plan has this baseline's solutions.
    """
    baseline = result.baseline
    known = _before(baseline)
    if not known:
        return None
    years = tuple(range(min(year for year, _, _ in known), result.years[-1] + 1))
    solutions = tuple(baseline.law_solutions)
    amounts = np.full((len(years), len(solutions), len(PAYER_GROUPS)), nan)
    amounts[years.index(result.years[0]) :] = _computed(result, keys)
    if baseline.law is not None:
        amounts[years.index(baseline.law.year)] = nan
    for (year, solution, group), paid in known.items():
        amounts[years.index(year), solutions.index(solution), PAYER_GROUPS.index(group)] = paid.amount
    kinds = tuple(_kind(year, baseline, known) for year in years)
    totals = [
        float(np.nansum(amounts[at])) if kind == COMPUTED else _printed_total(year, baseline)
        for at, (year, kind) in enumerate(zip(years, kinds, strict=True))
    ]
    return PaymentHistory(years, kinds, solutions, amounts, np.array(totals))


def organisation_history(
    payer_id: str, history: PaymentHistory, result: Result, keys: PayerKeys, law_keys: PayerKeys
) -> Array:
    """(year, solution), MNOK: an organisation's part; up to the regulation its group's × its share of today.

    law_keys: what regulations are divided by inside the groups. Raises ModelError for an unknown organisation.
    """
    payer, place = organisation(payer_id)
    baseline = result.baseline
    firsts = [baseline.at(parts[0]) for parts in baseline.law_solutions.values()]
    shares = law_keys.members[payer.group].of_member(place, baseline)[firsts, 0]
    amounts: Array = history.of(payer.group) * shares
    by_solution = organisation_payment(payer_id, result, keys).by_solution[:, :, 0]
    computed = np.column_stack([by_solution[:, _places(name, baseline)].sum(axis=1) for name in history.solutions])
    for at, year in enumerate(result.years):
        if history.kinds[history.years.index(year)] == COMPUTED:
            amounts[history.years.index(year)] = computed[at]
    return amounts


def past_documents(baseline: Baseline) -> tuple[tuple[int, str, str], ...]:
    """Year, document and its places, of what is known up to the regulation of the plan's first year."""
    places: dict[tuple[int, str, str], dict[str, None]] = {}
    for (year, _, _), paid in sorted(_before(baseline).items()):
        regulation, sign, section = paid.place.rpartition("§")
        places.setdefault((year, paid.document, regulation), {})[sign + section] = None
    return tuple(
        (year, document, regulation + ", ".join(sorted(each))) for (year, document, regulation), each in places.items()
    )


def _before(baseline: Baseline) -> dict[Place, PaidAmount]:
    """What is known up to the regulation of the plan's first year; nothing where a solution is not the baseline's."""
    past = {place: paid for place, paid in regulation_history().items() if place[0] < baseline.first_year}
    if not past or not {solution for _, solution, _ in past} <= baseline.law_solutions.keys():
        return {}
    law = baseline.law
    set_by_law = (
        {}
        if law is None
        else {
            (law.year, *place): PaidAmount(each.amount, law.document, each.section)
            for place, each in law.amounts.items()
        }
    )
    return _by_key(baseline) | past | set_by_law


def _by_key(baseline: Baseline) -> dict[Place, PaidAmount]:
    """The printed payment of a year × that year's key, where both are known."""
    found = {}
    for (year, name), key in keys_of_years().items():
        solutions = baseline.law_solutions.get(name, ())
        printed = sum(nominal_payment(year, solution, baseline) for solution in solutions) if solutions else nan
        if year < baseline.first_year and np.isfinite(printed):
            for group, share in key.shares.items():
                found[year, name, group] = PaidAmount(printed * share, key.document, key.place)
    return found


def nominal_payment(year: int, solution: str, baseline: Baseline) -> float:
    """What is printed of a year's payment, in the kroner of that year, MNOK; NaN where it cannot be had.

    Where the year's own kroner are printed, as what was invoiced, they stand; the history of payments has every year in
    kroner of the base year, adjusted by rates that the document states.
    """
    in_own_kroner = {(cell.solution, cell.quantity, cell.price_year): cell for cell in earlier_funds(baseline).values()}
    if (invoiced := in_own_kroner.get((solution, INVOICED, year))) is not None:
        return invoiced.amount
    printed, rates = baseline.figure(HISTORY_PAYMENT, solution, str(year)), price_series()["tallgrunnlag"]
    between = [rates.get(later, nan) for later in range(year + 1, baseline.base_year + 1)]
    return nan if printed is None else float(printed / np.prod([1 + rate for rate in between]))


def _printed_total(year: int, baseline: Baseline) -> float:
    """The payment of all, in the year's kroner: the regulation's of the first year, before it what is printed."""
    law = baseline.law
    if law is not None and year == law.year:
        return law.total_mnok
    return nominal_payment(year, SUM, baseline) if year <= baseline.base_year else nan


def _kind(year: int, baseline: Baseline, known: Mapping[Place, PaidAmount]) -> str:
    if baseline.is_set(year):
        return LAW
    if year >= baseline.first_year:
        return COMPUTED
    by_law = {each for each, _, _ in regulation_history()}
    return LAW if year in by_law else PARTLY if year in {each for each, _, _ in known} else UNKNOWN


def _computed(result: Result, keys: PayerKeys) -> Array:
    """(year, the law's solution, group), MNOK: the financing need × the shares."""
    parts = [
        shared(part.financing_need[..., :1], own.groups[..., :1])[..., 0] for part, own, _ in by_keys(result, keys)
    ]
    by_solution = np.concatenate(parts)
    names = result.baseline.law_solutions
    return np.stack([by_solution[:, _places(name, result.baseline)].sum(axis=1) for name in names], axis=1)


def _places(name: str, baseline: Baseline) -> list[int]:
    """Where the solutions stand that the law has under a name."""
    return [baseline.at(solution) for solution in baseline.law_solutions[name]]
