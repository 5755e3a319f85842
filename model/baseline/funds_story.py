"""The story of earlier years' money, by the years that paid it: invoiced, used, left over, and what becomes of that."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from model.baseline.baseline import Baseline
from model.baseline.earlier_funds import (
    CASH,
    EARLIER_FUNDS,
    HELD,
    INTEREST,
    INVOICED,
    LATER,
    MILLIONTHS,
    RETURNED,
    UNSPENT,
    USED,
    FundsCell,
    earlier_funds,
)
from model.baseline.kept import kept_with_baseline
from model.baseline.printed import HISTORY_PAYMENT, SUM


@dataclass(frozen=True, slots=True)
class Later:
    """What becomes of a part of what is left over: one of ``LATER``, in which year, MNOK above 0."""

    quantity: str
    year: int
    amount: float


@dataclass(frozen=True, slots=True)
class Funds:
    """The money of one solution, or of all, MNOK; None where it is not printed and does not follow from the print.

    invoiced: by the regulation. earlier: earlier years' money that could be used too. used, unspent: of both together.
    later: what becomes of what is unspent. computed: the names of those that are not printed but follow.
    """

    invoiced: float | None
    earlier: float
    used: float | None
    unspent: float | None
    later: tuple[Later, ...]
    computed: frozenset[str]

    @property
    def available(self) -> float | None:
        """What was invoiced and what could be used beside it."""
        return None if self.invoiced is None else round(self.invoiced + self.earlier, MILLIONTHS)

    @property
    def kept(self) -> float:
        """What is not returned."""
        return sum(each.amount for each in self.later if each.quantity != RETURNED)

    @property
    def returned(self) -> float:
        """What is returned, in any year."""
        return sum(each.amount for each in self.later if each.quantity == RETURNED)


@dataclass(frozen=True, slots=True)
class Story:
    """What the payers paid for some years and what became of it: solution → its money, all together under ``SUM``."""

    years: tuple[int, ...]
    funds: Mapping[str, Funds]

    @property
    def all(self) -> Funds:
        """All solutions together."""
        return self.funds[SUM]


@dataclass(frozen=True, slots=True)
class Interest:
    """What Norsk helsenett earned on all its cash in a year, and that cash at its end and at the end before, MNOK."""

    year: int
    interest: FundsCell
    cash: FundsCell
    cash_before: FundsCell
    held: FundsCell


@kept_with_baseline
def stories(baseline: Baseline) -> tuple[Story, ...]:
    """The stories in order of their years; none where the baseline has no figures of earlier years' money."""
    told: dict[str, list[FundsCell]] = {}
    for cell in earlier_funds(baseline).values():
        if cell.story:
            told.setdefault(cell.story, []).append(cell)
    return tuple(_story(name, told[name], baseline) for name in sorted(told))


def _story(name: str, cells: Sequence[FundsCell], baseline: Baseline) -> Story:
    years = tuple(map(int, name.split("-")))
    funds = {solution: _funds(solution, years, cells, baseline) for solution in baseline.solutions}
    known = {solution: each for solution, each in funds.items() if _is_told(each)}
    return Story(years, {SUM: _together(years, cells, tuple(known.values()), baseline), **known})


def _is_told(funds: Funds) -> bool:
    return any((funds.invoiced, funds.earlier, funds.used, funds.unspent, funds.later))


def _funds(solution: str, years: Sequence[int], cells: Sequence[FundsCell], baseline: Baseline) -> Funds:
    """What is printed of a solution; the first table that has a figure counts."""
    printed = {cell.quantity: cell.amount for cell in reversed(cells) if cell.solution == solution}
    return _complete(printed, tuple(_later(solution, cells)), solution, years, baseline)


def _later(solution: str, cells: Sequence[FundsCell]) -> Iterator[Later]:
    """What becomes of it in the order of ``LATER``, printed with or without the sign of what goes out."""
    found = {(cell.quantity, cell.year): abs(cell.amount) for cell in reversed(cells) if cell.solution == solution}
    for quantity in LATER:
        of_quantity = sorted((year, amount) for (name, year), amount in found.items() if name == quantity)
        yield from (Later(quantity, year, amount) for year, amount in of_quantity if amount)


def _complete(
    printed: Mapping[str, float], later: tuple[Later, ...], solution: str, years: Sequence[int], baseline: Baseline
) -> Funds:
    """The money with what follows from the print: the base year's invoice, what is unspent, what is used."""
    invoiced, used, unspent = printed.get(INVOICED), printed.get(USED), printed.get(UNSPENT)
    earlier, computed = printed.get(EARLIER_FUNDS, 0.0), set()
    if invoiced is None and len(years) == 1:
        invoiced = baseline.figure(HISTORY_PAYMENT, solution, str(years[0])) if years[0] == baseline.base_year else None
    if unspent is None and later:
        unspent = round(sum(each.amount for each in later), MILLIONTHS)
        computed.add(UNSPENT)
    if used is None and invoiced is not None and unspent is not None:
        used = round(invoiced + earlier - unspent, MILLIONTHS)
        computed.add(USED)
    return Funds(invoiced, earlier, used, unspent, later, frozenset(computed))


def _together(years: Sequence[int], cells: Sequence[FundsCell], parts: Sequence[Funds], baseline: Baseline) -> Funds:
    """All solutions: the printed sums, and what becomes of the money summed where no sum is printed."""
    printed = {cell.quantity: cell.amount for cell in reversed(cells) if cell.solution == SUM}
    later = {(each.quantity, each.year): each for each in _later(SUM, cells)}
    for part in parts:
        for each in part.later:
            key = each.quantity, each.year
            if not any(cell.solution == SUM and (cell.quantity, cell.year) == key for cell in cells):
                before = later[key].amount if key in later else 0.0
                later[key] = Later(*key, round(before + each.amount, MILLIONTHS))
    ordered = sorted(later.values(), key=lambda each: (LATER.index(each.quantity), each.year))
    return _complete(printed, tuple(ordered), SUM, years, baseline)


@dataclass(frozen=True, slots=True)
class UnspentShare:
    """What was unspent of a year as a share of a base: ``INVOICED``, or that with ``EARLIER_FUNDS``. MNOK.

    margin: how much of the base the whole embedded margin is, MNOK; that it is all in there is an assumption.
    forecast: whether what was used is not known yet.
    """

    year: int
    forecast: bool
    unspent: float
    base: str
    base_amount: float
    margin: float

    @property
    def share(self) -> float:
        """The unspent part of the base."""
        return self.unspent / self.base_amount


def unspent_shares(baseline: Baseline) -> tuple[UnspentShare, ...]:
    """Each year's underspend against the regulation, and against all that was available."""
    margin = baseline.embedded_margin / (1 + baseline.embedded_margin)
    found = []
    for story in stories(baseline):
        funds = story.all
        if len(story.years) == 1 and funds.unspent is not None and funds.invoiced is not None:
            known = (story.years[0], USED in funds.computed, funds.unspent)
            bases = {INVOICED: funds.invoiced, EARLIER_FUNDS: funds.invoiced + funds.earlier}
            found += [UnspentShare(*known, name, base, margin * base) for name, base in bases.items()]
    return tuple(found)


def interest(baseline: Baseline) -> tuple[Interest, ...]:
    """Years of which interest, the cash at both ends and the liability for this money are printed."""
    cells = list(earlier_funds(baseline).values())
    found = []
    for cell in (cell for cell in cells if cell.quantity == INTEREST):
        cash = {each.year: each for each in cells if each.quantity == CASH}
        same = [each for each in cells if (each.quantity, each.year) == (HELD, cell.year)]
        held = [each for each in same if cell.year in cash and each.table == cash[cell.year].table]
        if {cell.year, cell.year - 1} <= cash.keys() and held:
            found.append(Interest(cell.year, cell, cash[cell.year], cash[cell.year - 1], held[0]))
    return tuple(found)
