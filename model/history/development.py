"""Cost level, payment and budget of a group of solutions, year by year, up to the plan: as printed and converted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import nan
from typing import Final

from model.baseline.baseline import Baseline
from model.baseline.printed import HISTORY_COST, HISTORY_PAYMENT, SUM
from model.history.amounts import BUDGET, COST, LAW, OF_FUNDS, PAYMENT, HistoricAmount, amounts_of
from model.history.breaks import ScopeBreak, breaks_of
from model.history.conversion import Conversion, conversion

PRINTED, FIXED, NOMINAL = "printed", "fixed", "nominal"
"""Price bases: as printed, in kroner of the base year, in each year's own kroner."""

ACTUAL, ESTIMATE, REGULATION = "actual", "estimate", "regulation"
DRAWN: Final = {COST: ("result", "forecast"), PAYMENT: (LAW,), BUDGET: ("budget", "estimate")}
"""What is drawn of other documents where the tallgrunnlag has nothing; the rest stands in the table beside it."""

OWN_KRONER: Final = (*OF_FUNDS.values(), (PAYMENT, LAW))
"""Quantity and version of what stands for the tallgrunnlag's own where each year's kroner are asked for."""


@dataclass(frozen=True, slots=True)
class Printed:
    """An amount of a year as printed, MNOK, in the kroner of ``price_year``.

    version: what it is: a result, a forecast, a budget, an estimate, accounts, a regulation. lines: how many printed
    amounts it is the sum of. in_picture: whether it is drawn, or only stands in the table. in_own_kroner: whether it is
    of the same as what is drawn of its year, and drawn for it where each year's own kroner are asked for.
    """

    quantity: str
    version: str
    year: int
    amount: float
    price_year: int
    document: str
    place: str
    lines: int = 1
    in_picture: bool = True
    in_own_kroner: bool = False


@dataclass(frozen=True, slots=True)
class Development:
    """What is known of a group of solutions before the plan.

    printed: by quantity and year. breaks: where what is counted became something else.
    """

    group: str
    printed: tuple[Printed, ...]
    breaks: tuple[ScopeBreak, ...]
    conversion: Conversion

    def drawn(self, quantity: str, basis: str = FIXED) -> tuple[Printed, ...]:
        """What is drawn of a quantity in a price basis, by year: what is printed in a year's own kroner as printed."""
        of_quantity = [each for each in self.printed if each.quantity == quantity]
        own = {each.year: each for each in of_quantity if each.in_own_kroner} if basis == NOMINAL else {}
        return tuple(own.get(each.year, each) for each in of_quantity if each.in_picture)

    def amount(self, printed: Printed, basis: str) -> float:
        """MNOK in a price basis; NaN where no rate is known."""
        if basis == PRINTED:
            return printed.amount
        to_year = self.conversion.base_year if basis == FIXED else printed.year
        return printed.amount * self.conversion.factor(printed.price_year, to_year)

    def in_own_kroner(self, printed: Printed) -> float:
        """MNOK in its year's own kroner; NaN where another amount is printed in them, or no rate is known."""
        is_replaced = printed.in_picture and printed not in self.drawn(printed.quantity, NOMINAL)
        return nan if is_replaced else self.amount(printed, NOMINAL)

    def is_joined(self, quantity: str, before: int, after: int) -> bool:
        """Whether a line may go from one year to another: they follow each other and nothing broke between them."""
        broken = {each.year for each in self.breaks if quantity in each.quantities}
        return after == before + 1 and after not in broken

    def joins(self, before: Printed, after: Printed, basis: str) -> bool:
        """Whether a line goes from one amount to the next in a price basis: as printed only in the same kroner."""
        same_kroner = basis != PRINTED or before.price_year == after.price_year
        return same_kroner and self.is_joined(before.quantity, before.year, after.year)

    def runs(self, quantity: str, basis: str) -> tuple[tuple[Printed, Printed], ...]:
        """First and last of each run of years that can be compared, where there are two of them at least."""
        found: list[list[Printed]] = []
        for before, after in pairwise(self.drawn(quantity, basis)):
            if not self.joins(before, after, basis):
                continue
            if found and found[-1][-1] is before:
                found[-1].append(after)
            else:
                found.append([before, after])
        return tuple((run[0], run[-1]) for run in found)


def development(group: str, solutions: Sequence[str], baseline: Baseline) -> Development | None:
    """The development of some solutions up to the base year; None where nothing of it is known.

    The tallgrunnlag's own tables come first; what other documents print of a year stands beside them.
    """
    own = [*_own(COST, HISTORY_COST, solutions, baseline), *_own(PAYMENT, HISTORY_PAYMENT, solutions, baseline)]
    others = _added(amounts_of(solutions, baseline)) if own else []
    known = {(each.quantity, each.year) for each in own}
    is_all = len(solutions) == len(baseline.solutions)
    beside = [_beside(each, known, is_all) for each in others if each.year <= baseline.base_year]
    printed = sorted((*own, *beside), key=lambda each: (each.quantity, each.year, not each.in_picture))
    if not printed:
        return None
    return Development(group, tuple(printed), breaks_of(group), conversion(baseline.base_year))


def _own(quantity: str, role: str, solutions: Sequence[str], baseline: Baseline) -> Iterable[Printed]:
    """What the tallgrunnlag's table of a role prints of some solutions up to the base year, in its kroner."""
    table = baseline.table(role)
    if table is None:
        return
    rows = (SUM,) if len(solutions) == len(baseline.solutions) else solutions
    for year in sorted({int(column) for _, column in table.cells if column.isdecimal()}):
        cells = [table.cells.get((row, str(year))) for row in rows]
        found = [cell.value for cell in cells if cell is not None and cell.digits is not None]
        if year > baseline.base_year or not found:
            continue
        version = REGULATION if quantity == PAYMENT else ACTUAL if year < baseline.base_year else ESTIMATE
        place = f"{table.label}", len(found)
        yield Printed(quantity, version, year, sum(found), baseline.base_year, table.document, *place)


def _added(amounts: Sequence[HistoricAmount]) -> list[Printed]:
    """The amounts of the parts added, by quantity, version and year."""
    found: dict[tuple[str, str, int], list[HistoricAmount]] = {}
    for each in amounts:
        found.setdefault((each.quantity, each.version, each.year), []).append(each)
    return [
        Printed(
            quantity,
            version,
            year,
            sum(part.amount for part in parts),
            parts[0].price_year,
            parts[0].document,
            "; ".join(dict.fromkeys(part.place for part in parts)),
            len(parts),
        )
        for (quantity, version, year), parts in found.items()
    ]


def _beside(each: Printed, known: set[tuple[str, int]], is_all: bool) -> Printed:
    """Drawn where its version is one that is and the tallgrunnlag has nothing of the year; for it in the year's kroner.

    Of all solutions together the law sets only some, and what it sets stands for nothing else.
    """
    is_known, kind = (each.quantity, each.year) in known, (each.quantity, each.version)
    is_same = is_known and kind in OWN_KRONER and each.price_year == each.year and not (is_all and each.version == LAW)
    return replace(each, in_picture=each.version in DRAWN[each.quantity] and not is_known, in_own_kroner=is_same)
