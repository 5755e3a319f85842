"""What payer groups and organisations paid by the regulations of the years before, and what they would pay."""

from math import isfinite

from model.baseline.axes import PAYER_GROUPS
from model.baseline.earlier_funds import INVOICED, earlier_funds
from model.baseline.printed import HISTORY_PAYMENT
from model.explaining.asked import Asked, Kinds, address
from model.explaining.burden import growth, rate_cell
from model.explaining.cells import funds_cell, printed_cell
from model.explaining.compared import OWN_KRONER
from model.explaining.digits import digits
from model.explaining.node import Node, Source
from model.explaining.operations import MNOK, SHARE, cell, definition, product, quotient, total
from model.explaining.payments import COMPUTED, for_each_inhabitant
from model.explaining.shares import LAW_AMOUNT, law_cell, share_inside
from model.payers import PaymentHistory, organisation
from model.payers.deflators import price_rates
from model.payers.history import COMPUTED as COMPUTED_YEAR
from model.payers.history import PARTLY
from model.payers.past import keys_of_years, regulation_history

PAID, PAID_EACH, EVERYBODY, SUM = "paid", "paid_each", "all", "sum"


def history_of(asked: Asked) -> PaymentHistory:
    """What is known of the payments before. Raises AddressError where nothing is."""
    history = asked.answer.history
    if history is None:
        raise asked.refused()
    return history


def paid(asked: Asked, year: int, name: str, payer: str) -> Node:
    """What a group, an organisation or everybody paid or would pay in a year, in the year's own kroner.

    name: a solution as regulations name it, or «sum».
    """
    history = history_of(asked)
    if year not in history.years:
        raise asked.refused()
    if payer == EVERYBODY:
        return _of_all(asked, year)
    if payer in PAYER_GROUPS:
        return _of_group(asked, year, name, payer)
    return _of_member(asked, year, name, payer)


def _kind(asked: Asked, year: int) -> str:
    history = history_of(asked)
    return history.kinds[history.years.index(year)]


def _of_all(asked: Asked, year: int) -> Node:
    """What the regulation has all pay, what is printed of a year before, or the groups together."""
    kind, baseline, where = _kind(asked, year), asked.baseline, address(PAID, year, SUM, EVERYBODY)
    if kind == COMPUTED_YEAR:
        terms = [asked.node(PAID, year, SUM, group) for group in PAYER_GROUPS]
        return total(PAID, [term for term in terms if term.value], year=year, solution=SUM, address=where)
    if baseline.law is not None and year == baseline.law.year:
        cells = [law_cell(asked.answer, *place) for place in baseline.law.amounts]
        return total(PAID, cells, year=year, solution=SUM, address=where)
    return _renamed(_nominal_payment(asked, year, SUM), where)


def _renamed(node: Node, where: str) -> Node:
    """A calculation as one of its own, at an address."""
    return total(PAID, (node,), node.unit, year=node.year, solution=node.solution, payer=node.payer, address=where)


def _of_group(asked: Asked, year: int, name: str, group: str) -> Node:
    history, where = history_of(asked), address(PAID, year, name, group)
    amounts = dict(zip(history.solutions, history.of(group)[history.years.index(year)].tolist(), strict=True))
    if name == SUM:
        if not any(map(isfinite, amounts.values())):
            raise asked.refused()
        known = [solution for solution, amount in amounts.items() if isfinite(amount) and amount]
        terms = [asked.node(PAID, year, solution, group) for solution in known]
        return total(
            PAID, terms or [definition("pays_nothing", 0.0, MNOK)], year=year, solution=SUM, payer=group, address=where
        )
    if not isfinite(amounts.get(name, float("nan"))):
        raise asked.refused()
    kind = _kind(asked, year)
    if kind == COMPUTED_YEAR:
        return asked.node(OWN_KRONER, COMPUTED, year, name, group)
    return _by_key(asked, year, name, group) if kind == PARTLY else _by_law(asked, year, name, group)


def _by_law(asked: Asked, year: int, name: str, group: str) -> Node:
    """The amount of the year's regulation."""
    past = regulation_history().get((year, name, group))
    if past is None:
        return law_cell(asked.answer, name, group)
    source = Source(past.document, place=past.place, printed=digits(past.amount))
    place = address(PAID, year, name, group)
    return cell(LAW_AMOUNT, past.amount, source, year=year, solution=name, payer=group, address=place)


def _by_key(asked: Asked, year: int, name: str, group: str) -> Node:
    """The printed payment of the year × that year's key."""
    key = keys_of_years()[year, name]
    parts = [_nominal_payment(asked, year, part) for part in asked.baseline.law_solutions[name]]
    printed = parts[0] if len(parts) == 1 else total("printed_payment", parts, year=year, solution=name)
    source = Source(key.document, place=key.place)
    share = cell("key_of_year", key.shares[group], source, SHARE, year=year, solution=name, payer=group)
    where = address(PAID, year, name, group)
    return product(PAID, printed, share, year=year, solution=name, payer=group, address=where)


def _nominal_payment(asked: Asked, year: int, solution: str) -> Node:
    """What is printed of a year's payment in its own kroner: as invoiced, or moved back by the stated rates."""
    baseline = asked.baseline
    invoiced = (
        each for each in earlier_funds(baseline).values() if (each.solution, each.quantity) == (solution, INVOICED)
    )
    found = [each for each in invoiced if each.price_year == year]
    if found:
        return funds_cell(found[-1])
    table = baseline.table(HISTORY_PAYMENT)
    printed = None if table is None else table.cells.get((solution, str(year)))
    if printed is None or printed.digits is None:
        raise asked.refused()
    rates = {rate.year: rate for rate in price_rates() if rate.series == "tallgrunnlag"}
    years = range(year + 1, baseline.base_year + 1)
    if not rates.keys() >= set(years):
        raise asked.refused()
    grown = [growth(rate_cell(rates[later])) for later in years]
    if not grown:
        return printed_cell(printed)
    factor = product("prices_between", *grown, unit="factor", year=year)
    return quotient("printed_payment", printed_cell(printed), factor, "mnok", year=year, solution=solution)


def _of_member(asked: Asked, year: int, name: str, payer: str) -> Node:
    """The part of its group's payment: by its share of today up to the regulation, then as it is computed."""
    member, place = organisation(payer)
    where = address(PAID, year, name, payer)
    if _kind(asked, year) == COMPUTED_YEAR:
        return asked.node(OWN_KRONER, COMPUTED, year, name, payer)
    keys, baseline = asked.answer.law_keys.members[member.group], asked.baseline
    names = [each for each in baseline.law_solutions if name in (each, SUM)]
    firsts = [baseline.law_solutions[each][0] for each in names]
    shares = keys.of_member(place, baseline)[:, 0]
    if len({float(shares[baseline.at(first)]) for first in firsts}) > 1:
        group = history_of(asked).of(member.group)[history_of(asked).years.index(year)].tolist()
        known = [
            each for each, amount in zip(baseline.law_solutions, group, strict=True) if isfinite(amount) and amount
        ]
        terms = [asked.node(PAID, year, each, payer) for each in known]
        return total(PAID, terms, year=year, solution=name, payer=payer, address=where)
    share = share_inside(keys, place, payer, firsts[0], year)
    whole = asked.node(PAID, year, name, member.group)
    return product(PAID, whole, share, year=year, solution=name, payer=payer, address=where)


def history_address(year: object, payer: str, name: str = SUM) -> str:
    """The address of what somebody paid or would pay in a year, in its own kroner."""
    return address(PAID, year, name, payer)


def history_growth_address(history: PaymentHistory, payer: str, name: str = SUM) -> str:
    """The address of what that grew by from the first regulation that was found to the last."""
    first, last = history.law_years[0], history.law_years[-1]
    return address("growth", history_address(last, payer, name), "from", history_address(first, payer, name))


def _paid_at(asked: Asked) -> Node:
    year, name, payer = asked.take(3)
    if not year.isdecimal():
        raise asked.refused()
    return paid(asked, int(year), name, payer)


def _paid_each_at(asked: Asked) -> Node:
    """Kroner for each inhabitant of today."""
    year, payer = asked.take(2)
    return for_each_inhabitant(asked, asked.node(PAID, year, SUM, payer), payer, asked.address)


KINDS: Kinds = {PAID: _paid_at, PAID_EACH: _paid_each_at}
