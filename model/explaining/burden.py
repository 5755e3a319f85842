"""A payment in the kroner of the base year by the payers' own deflator, and the rates of that."""

from dataclasses import replace
from typing import Unpack

from model.baseline.axes import PAYER_GROUPS
from model.baseline.law import INDEX_RATE
from model.explaining.asked import Asked, Kinds, address
from model.explaining.compared import OWN_KRONER
from model.explaining.levers import lever
from model.explaining.node import LEVER, Node, Source
from model.explaining.operations import (
    FACTOR,
    SHARE,
    Of,
    cell,
    constant,
    definition,
    leaf,
    own,
    product,
    quotient,
    total,
)
from model.explaining.origins import of_law
from model.explaining.payments import PAYMENT, SUM
from model.payers import organisation
from model.payers.deflators import DEFLATORS, PriceRate, price_rates
from model.reading.errors import ModelError, shown
from model.scenario.fields import limits

REAL, DEFLATOR, PRICE_RATE, LAW_RATE = "real", "deflator", "price_rate", "law_rate"


def real(asked: Asked, year: int, payer: str) -> Node:
    """What an organisation pays in its own kroner, by what a krone of the base year has become."""
    group = organisation(payer)[0].group
    paid = asked.node(OWN_KRONER, PAYMENT, year, SUM, payer)
    first = asked.baseline.first_year
    grown = [growth(asked.node(DEFLATOR, group, each)) for each in range(first, year + 1)]
    index = grown[0] if len(grown) == 1 else product("deflator_index", *grown, unit=FACTOR, year=year, payer=group)
    where = address(REAL, year, payer)
    return quotient(REAL, paid, index, paid.unit, year=year, payer=payer, address=where)


def growth(rate: Node) -> Node:
    """What a krone becomes at a rate: 1 + the rate."""
    return total("growth_of_prices", (definition("one", 1.0), rate), FACTOR, year=rate.year, payer=rate.payer)


def deflator_rate(asked: Asked, group: str, year: int) -> Node:
    """The growth of prices into a year for a group: published, the last published going on, or a visitor's own."""
    found = asked.answer.deflator(group)
    if found is None or year not in found.rates:
        raise ModelError(f"{shown(group)} has no deflator of {year}.")
    of: Of = {"year": year, "payer": group, "address": address(DEFLATOR, group, year)}
    if found.sources[year] == "given":
        return own("own_deflator", found.rates[year], SHARE, **of)
    published = [rate for rate in price_rates() if rate.series == DEFLATORS[group]]
    of_year = [rate for rate in published if rate.year == year]
    if of_year:
        return rate_cell(of_year[-1], DEFLATOR, **of)
    last = max(published, key=lambda rate: rate.year)
    source = Source(last.document, place=str(last.year), record="0125")
    return constant("deflator_goes_on", found.rates[year], source, SHARE, **of)


def rate_cell(rate: PriceRate, name: str = PRICE_RATE, **of: Unpack[Of]) -> Node:
    """A published rate of prices or wages."""
    source = Source(rate.document, rate.series, rate.vintage, str(rate.year), printed=f"{100 * rate.rate:.10g}")
    place: Of = {"year": rate.year, "address": rate_address(rate), **of}
    return cell(name, rate.rate, source, SHARE, **place)


def rate_address(rate: PriceRate) -> str:
    """The address of a published rate."""
    return address(PRICE_RATE, rate.series, rate.year, rate.vintage or "none")


def _real_at(asked: Asked) -> Node:
    year, payer = asked.take(2)
    return real(asked, asked.year(year), payer)


def _deflator_at(asked: Asked) -> Node:
    group, year = asked.take(2)
    if group not in PAYER_GROUPS:
        raise ModelError(f"{shown(group)} is no payer group.")
    return deflator_rate(asked, group, asked.year(year))


def _rate_at(asked: Asked) -> Node:
    series, year, vintage = asked.take(3)
    found = (each for each in price_rates() if (each.series, str(each.year)) == (series, year))
    rate = next((each for each in found if (each.vintage or "none") == vintage), None)
    if rate is None:
        raise ModelError(f"No rate of {shown(series)} is published for {shown(year)}.")
    return rate_cell(rate)


def _law_rate_at(asked: Asked) -> Node:
    """The price growth that gives the regulation's amounts from the print."""
    law = asked.baseline.law
    if law is None:
        raise asked.refused()
    node = leaf(of_law(asked.baseline, INDEX_RATE, law.index_rate, SHARE))
    return replace(node, year=law.year, address=asked.address)


def _lever_at(asked: Asked) -> Node:
    """«lever/<path>»: what the scenario has."""
    (path,) = asked.take(1)
    if path not in limits(asked.baseline):
        raise asked.refused()
    return replace(lever(asked.answer.question.scenario, path), address=asked.address)


KINDS: Kinds = {LEVER: _lever_at, LAW_RATE: _law_rate_at, REAL: _real_at, DEFLATOR: _deflator_at, PRICE_RATE: _rate_at}
