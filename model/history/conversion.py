"""From one year's kroner to another's: by the tallgrunnlag's own index where it states one, else a named deflator."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import nan
from types import MappingProxyType
from typing import Final

from model.payers.deflators import PriceRate, price_rates

OWN_INDEX: Final = "tallgrunnlag"
DEFLATOR: Final = "state_expenditure"
"""What stands in where the tallgrunnlag states no rate: an assumption, docs/decisions/0160."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """The rates that take amounts up to ``base_year``: year → growth from the year before, with its series."""

    base_year: int
    rates: Mapping[int, PriceRate]

    def factor(self, price_year: int, to_year: int) -> float:
        """What amounts in the kroner of one year are multiplied with for those of another; NaN where a rate lacks."""
        first, last = sorted((price_year, to_year))
        product = 1.0
        for year in range(first + 1, last + 1):
            product *= 1 + self.rates[year].rate if year in self.rates else nan
        return product if to_year >= price_year else 1 / product

    def is_assumed(self, price_year: int, to_year: int) -> bool:
        """Whether a rate between two years is one that stands in, and not the tallgrunnlag's own."""
        first, last = sorted((price_year, to_year))
        used = (self.rates[year] for year in range(first + 1, last + 1) if year in self.rates)
        return any(rate.series != OWN_INDEX for rate in used)


def conversion(base_year: int) -> Conversion:
    """The rates up to a base year, the last vintage of each."""
    found: dict[int, PriceRate] = {}
    for series in (DEFLATOR, OWN_INDEX):
        found |= {rate.year: rate for rate in price_rates() if rate.series == series and rate.year <= base_year}
    return Conversion(base_year, MappingProxyType(dict(sorted(found.items()))))
