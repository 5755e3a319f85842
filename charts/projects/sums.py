"""What is paid for projects, added: by year, in all, in the year with most, and by one organisation."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from model.baseline.axes import Array
from model.investment import PARTS, Burden
from model.payers import payers

INVESTMENT = tuple(PARTS.index(part) for part in ("contribution", "instalment", "interest"))
OPERATION = PARTS.index("operation")


@dataclass(frozen=True, slots=True)
class Sums:
    """Amounts of each year, MNOK, (year,): investment and operation apart, the sector and the state apart."""

    years: tuple[int, ...]
    sector_investment: Array
    sector_operation: Array
    state_investment: Array
    state_operation: Array

    @classmethod
    def of(cls, burden: Burden) -> "Sums":
        """Those of everybody together."""
        return cls._parted(burden.years, burden.sector[:, :, 0], burden.state[:, :, 0])

    @classmethod
    def of_payer(cls, burden: Burden, payer: str) -> "Sums":
        """Those of one payer, by id; the state's are none of it."""
        at = [each.id for each in payers()].index(payer)
        own = burden.by_payer[:, :, at, 0]
        return cls._parted(burden.years, own, np.zeros_like(own))

    @classmethod
    def _parted(cls, years: tuple[int, ...], sector: Array, state: Array) -> "Sums":
        of_sector, of_state = (amounts[[*INVESTMENT]].sum(axis=0) for amounts in (sector, state))
        return cls(years, of_sector, sector[OPERATION], of_state, state[OPERATION])

    def spanning(self, first: int, last: int) -> "Sums":
        """The same over more years, in which nothing is paid."""
        before, after = self.years[0] - first, last - self.years[-1]
        parts = np.pad(self.parts, ((before, after), (0, 0)))
        return Sums(tuple(range(first, last + 1)), *parts.T)

    @property
    def parts(self) -> Array:
        """(year, part), in the order of the fields."""
        return np.stack(
            [self.sector_investment, self.sector_operation, self.state_investment, self.state_operation], axis=1
        )

    @property
    def sector(self) -> Array:
        """(year,): what the sector pays."""
        return self.sector_investment + self.sector_operation

    @property
    def total(self) -> float:
        """What the sector pays over all years."""
        return float(self.sector.sum())

    @property
    def of_state(self) -> float:
        """What the state pays over all years."""
        return float((self.state_investment + self.state_operation).sum())

    @property
    def peak(self) -> tuple[int, float]:
        """The first year in which the sector pays most, and that amount; year 0 where nothing is paid."""
        if not self.years:
            return 0, 0.0
        at = int(np.argmax(self.sector.round(9)))
        return self.years[at], float(self.sector[at])

    def within(self, years: Sequence[int]) -> Array:
        """(year,): what the sector pays in some years, 0 in those in which nothing is paid."""
        paid = dict(zip(self.years, self.sector.tolist(), strict=True))
        return np.array([paid.get(year, 0.0) for year in years])
