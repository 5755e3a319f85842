"""Figures of the years before the plan: as printed, in other kroner, and what was set beside what it became."""

from collections.abc import Iterator

from model.baseline.printed import HISTORY_COST, HISTORY_PAYMENT, SUM
from model.explaining.asked import Asked, Kinds, address
from model.explaining.burden import growth, rate_cell
from model.explaining.cells import printed_cell
from model.explaining.compared import OWN_KRONER
from model.explaining.digits import digits, digits_of_amount
from model.explaining.node import Node, Source
from model.explaining.operations import (
    COUNT,
    FACTOR,
    MNOK,
    SHARE,
    cell,
    constant,
    definition,
    difference,
    product,
    quotient,
    total,
)
from model.explaining.other_answers import FIXED_PRICES
from model.explaining.payments import parts_of
from model.history.amounts import COST, PAYMENT, HistoricAmount, amounts_of
from model.history.development import FIXED, NOMINAL, Development, Printed, development
from model.history.structure import cost_parts, volume_growths
from model.history.track_record import Hit, track_record, unused_margin

PRINTED, CONVERTED, HIT, HITS = "printed", "converted", "hit", "hits"
EXPECTED, OUTCOME, DEVIATION = "expected", "outcome", "deviation"
ABOVE, WITHIN, BELOW, ALL = "above", "within", "below", "all"
STRUCTURE, VOLUME_GROWTH = "structure", "volume_growth"
EVERY = "all"
ROLES = {COST: HISTORY_COST, PAYMENT: HISTORY_PAYMENT}


def printed_address(printed: Printed, group: str) -> str:
    """The address of an amount of a year before the plan, as printed."""
    return address(PRINTED, printed.quantity, _version(printed), printed.year, group)


def _version(printed: Printed) -> str:
    """What it is and whose kroner it is in: a year may have the same of both."""
    return f"{printed.version}.{printed.price_year}"


def converted_address(printed: Printed, group: str, basis: str) -> str:
    """The address of the same in a price basis: as printed, in kroner of the base year, or in its own year's."""
    if basis not in (FIXED, NOMINAL):
        return printed_address(printed, group)
    return address(CONVERTED, basis, printed.quantity, _version(printed), printed.year, group)


def address_group(group: str) -> str:
    """What a group of a bridge is called in an address: all solutions are «sum»."""
    return SUM if group == EVERY else group


def grown_address(first: Printed, last: Printed, group: str, basis: str) -> str:
    """The address of what an amount grew by between two years."""
    after, before = (converted_address(each, group, basis) for each in (last, first))
    return address("growth", after, "from", before)


def plan_address(quantity: str, year: object, group: str, basis: str) -> str:
    """The address of a quantity of the plan's years in a price basis: as printed is in kroner of the base year."""
    return address(OWN_KRONER if basis == NOMINAL else FIXED_PRICES, quantity, year, address_group(group))


def _development(asked: Asked, group: str) -> Development:
    """What is known of a group. Raises AddressError where nothing is."""
    found = development(EVERY if group == SUM else group, parts_of(asked, group), asked.baseline)
    if found is None:
        raise asked.refused()
    return found


def _printed(asked: Asked, quantity: str, version: str, year: str, found: Development) -> Printed:
    place = (quantity, version, year)
    each = next((each for each in found.printed if (each.quantity, _version(each), str(each.year)) == place), None)
    if each is None:
        raise asked.refused()
    return each


def printed(asked: Asked) -> Node:
    """«printed/<quantity>/<version>.<price year>/<year>/<group>»: as printed, of the lines that it is the sum of."""
    quantity, version, year, group = asked.take(4)
    each = _printed(asked, quantity, version, year, _development(asked, group))
    cells = [*_of_tables(asked, each, group)] or [*_of_documents(asked, each, group)]
    return total("printed_amount", cells, year=each.year, solution=group, address=asked.address)


def _of_tables(asked: Asked, each: Printed, group: str) -> Iterator[Node]:
    """The cells of the tallgrunnlag's own table, where it is from there."""
    baseline, solutions = asked.baseline, parts_of(asked, group)
    table = baseline.table(ROLES.get(each.quantity, ""))
    if table is None or each.place != table.label:
        return
    for row in (SUM,) if len(solutions) == len(baseline.solutions) else solutions:
        found = table.cells.get((row, str(each.year)))
        if found is not None and found.digits is not None:
            yield printed_cell(found)


def _of_documents(asked: Asked, each: Printed, group: str) -> Iterator[Node]:
    """The amounts of other documents that it is the sum of."""
    for amount in amounts_of(parts_of(asked, group), asked.baseline):
        place = (amount.quantity, amount.version, amount.year, amount.price_year)
        if place == (each.quantity, each.version, each.year, each.price_year):
            yield _historic(amount)


def _historic(amount: HistoricAmount) -> Node:
    source = Source(amount.document, row=amount.solution, place=amount.place, printed=digits_of_amount(amount.amount))
    return cell("printed_amount", amount.amount, source, MNOK, year=amount.year)


def converted(asked: Asked) -> Node:
    """«converted/<basis>/<quantity>/<version>/<year>/<group>»: the amount in other kroner."""
    basis, quantity, version, year, group = asked.take(5)
    found = _development(asked, group)
    each = _printed(asked, quantity, version, year, found)
    to_year = found.conversion.base_year if basis == FIXED else each.year
    as_printed = asked.node(printed_address(each, group))
    first, last = sorted((each.price_year, to_year))
    rates = found.conversion.rates
    if basis not in (FIXED, NOMINAL) or any(later not in rates for later in range(first + 1, last + 1)):
        raise asked.refused()
    grown = [growth(rate_cell(rates[later])) for later in range(first + 1, last + 1)]
    if not grown:
        return as_printed
    factor = product("prices_between", *grown, unit=FACTOR, year=to_year)
    if to_year >= each.price_year:
        return product("converted", as_printed, factor, year=each.year, solution=group, address=asked.address)
    return quotient("converted", as_printed, factor, MNOK, year=each.year, solution=group, address=asked.address)


def hit_address(hit: Hit, part: str) -> str:
    """The address of a comparison: what was set, what it became, or how far apart they are."""
    return address(HIT, hit.comparison, hit.year, hit.solution, part)


def hit(asked: Asked) -> Node:
    """«hit/<comparison>/<year>/<solution>/<part>»."""
    comparison, year, solution, part = asked.take(4)
    place = (comparison, year, solution)
    hits = track_record(asked.baseline)
    found = next((each for each in hits if (each.comparison, str(each.year), each.solution) == place), None)
    if found is None:
        raise asked.refused()
    if part == DEVIATION:
        outcome, expected = (asked.node(hit_address(found, each)) for each in (OUTCOME, EXPECTED))
        apart = difference("less_than_set", outcome, expected, year=found.year)
        return quotient(DEVIATION, apart, expected, SHARE, year=found.year, address=asked.address)
    if part not in (EXPECTED, OUTCOME):
        raise asked.refused()
    value = found.expected if part == EXPECTED else found.outcome
    source = Source(found.document, row=found.solution, place=found.place, printed=digits_of_amount(value))
    return cell(f"hit_{part}", value, source, MNOK, year=found.year, address=asked.address)


def hits(asked: Asked) -> Node:
    """«hits/<above, within or below>»: how many accounts of one solution lie there, and «hits/all» all of them."""
    (where,) = asked.take(1)
    unused = unused_margin(asked.baseline.embedded_margin)
    if where not in (ABOVE, WITHIN, BELOW, ALL):
        raise asked.refused()
    counted = [each for each in track_record(asked.baseline) if each.is_counted and each.solution != SUM]
    terms = [_one(each) for each in counted if where in (ALL, _lies(each.deviation, unused))]
    return total(f"hits.{where}", terms or [definition("nothing", 0.0, COUNT)], COUNT, address=asked.address)


def _lies(deviation: float, unused: float) -> str:
    """Where a deviation lies, seen from a margin that is not used."""
    return ABOVE if deviation > 0 else WITHIN if deviation >= unused else BELOW


def _one(each: Hit) -> Node:
    source = Source(each.document, row=each.solution, place=each.place)
    return constant("hit", 1.0, source, COUNT, year=each.year, address=hit_address(each, DEVIATION))


def structure(asked: Asked) -> Node:
    """«structure/<part>»: a part of the costs, as a share."""
    (part,) = asked.take(1)
    found = next((each for each in cost_parts() if each.id == part), None)
    if found is None:
        raise asked.refused()
    source = Source(found.document, place=found.place, printed=digits(100 * found.share))
    return cell("cost_part", found.share, source, SHARE, address=asked.address)


def volume_growth(asked: Asked) -> Node:
    """«volume_growth/<id>»: how use has grown."""
    (name,) = asked.take(1)
    found = next((each for each in volume_growths() if each.id == name), None)
    if found is None:
        raise asked.refused()
    source = Source(found.document, place=found.place, printed=digits(100 * found.growth))
    return cell("volume_growth", found.growth, source, SHARE, year=found.to_year, address=asked.address)


KINDS: Kinds = {
    PRINTED: printed,
    CONVERTED: converted,
    HIT: hit,
    HITS: hits,
    STRUCTURE: structure,
    VOLUME_GROWTH: volume_growth,
}
