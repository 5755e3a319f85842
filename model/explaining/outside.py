"""What stands beside the payment: other members' prices, what is outside the regulation, compensation."""

from model.baseline.axes import OTHER_MEMBERS
from model.baseline.printed import COST_LEVEL
from model.explaining.asked import Asked, Kinds
from model.explaining.cells import printed_cell
from model.explaining.digits import digits
from model.explaining.levers import lever
from model.explaining.node import Node, Source
from model.explaining.operations import FACTOR, MNOK, NOK, SHARE, cell, definition, own, product, quotient, total
from model.explaining.other_answers import PUBLISHED, WITHOUT
from model.explaining.payments import LAW_AMOUNT, PAYMENT, SUM
from model.explaining.shares import law_cell
from model.payers import Memo, compensations, organisation, outside_regulation, price_categories
from model.payers.other_members import MONTHS
from model.scenario.fields import LAW
from model.scenario.presets import law_scenario

MEMBER_PRICE, PHARMACY_SHARE, OUTSIDE, COMPENSATION, OWN_COMPENSATION, OWN_OUTSIDE = (
    "member_price",
    "pharmacy_share",
    "outside",
    "compensation",
    "own_compensation",
    "own_outside",
)
A_MONTH, A_YEAR = "month", "year"


def member_price(asked: Asked) -> Node:
    """«member_price/<category>/month», «…/year» by the regulation, or «…/2027» at the scenario's payment, in kroner."""
    category, when = asked.take(2)
    price = price_categories().get(category)
    if price is None:
        raise asked.refused()
    if when == A_MONTH:
        source = Source(price.document, place=price.section, printed=digits(price.nok_per_month))
        return cell("member_price_month", price.nok_per_month, source, NOK, address=asked.address)
    if when == A_YEAR:
        month, months = asked.node(MEMBER_PRICE, category, A_MONTH), definition("months", MONTHS)
        return product("member_price_year", month, months, unit=NOK, address=asked.address)
    year = asked.year(when)
    paid, by_law = asked.node(PAYMENT, year, SUM, OTHER_MEMBERS), asked.node(LAW_AMOUNT, SUM, OTHER_MEMBERS)
    factor = quotient("member_price_factor", paid, by_law, FACTOR, year=year, payer=OTHER_MEMBERS)
    in_year = asked.node(MEMBER_PRICE, category, A_YEAR)
    return product("member_price_scaled", in_year, factor, unit=NOK, year=year, address=asked.address)


def pharmacy_share(asked: Asked) -> Node:
    """«pharmacy_share/<solution>/<group>»: a group's part of what the regulation has all pay for a solution."""
    name, group = asked.take(2)
    law = asked.baseline.law
    if law is None or (name, group) not in law.amounts:
        raise asked.refused()
    whole = total("law_amounts", [law_cell(asked.answer, name, each) for each in law.by_group()[name]], solution=name)
    mine = law_cell(asked.answer, name, group)
    return quotient(
        PHARMACY_SHARE, mine, whole, SHARE, year=law.year, solution=name, payer=group, address=asked.address
    )


def outside(asked: Asked) -> Node:
    """«outside/<memo>/<year>»: what is paid outside the regulation in a year, MNOK, not indexed."""
    memo, year = asked.take(2)
    found = outside_regulation(asked.baseline).get(memo)
    if found is None or not year.isdecimal():
        raise asked.refused()
    if found.follows(asked.baseline):
        return _of_line(asked, found, asked.year(year))
    return _of_measure(asked, found, int(year)) if found.measure else _amount(found, asked.address)


def _amount(memo: Memo, where: str = "") -> Node:
    source = Source(memo.document, place=memo.place, printed=digits(memo.amount))
    return cell(f"memo.{memo.id}", memo.amount, source, MNOK, year=memo.year, address=where)


def _of_measure(asked: Asked, memo: Memo, year: int) -> Node:
    """The amount × what the measure is by the scenario: 0 while it is off or has not come; in a set year the law's."""
    scenario, baseline = asked.answer.question.scenario, asked.baseline
    of_law = law_scenario(baseline) if scenario.start == LAW and year == baseline.first_year else None
    settings = scenario if of_law is None else of_law
    path = f"measures.{memo.measure}"
    comes = baseline.first_year + settings.value(f"{path}.delay")
    switch = lever(settings, f"{path}.enabled") if year >= comes else definition("not_yet", 0.0)
    scale = lever(settings, f"{path}.scale")
    return product(f"memo.{memo.id}", _amount(memo), switch, scale, year=year, address=asked.address)


def _of_line(asked: Asked, memo: Memo, year: int) -> Node:
    """A share of a printed line, which moves as its solution does without the measure apart from it."""
    baseline = asked.baseline
    line = baseline.line(memo.solution, memo.line)
    if line is None:
        raise asked.refused()
    printed = printed_cell(line.cells[COST_LEVEL])
    level = asked.node(WITHOUT, memo.apart or "none", COST_LEVEL, year, memo.solution)
    published = asked.node(PUBLISHED, COST_LEVEL, baseline.first_year, memo.solution)
    moved = quotient("moves_as_solution", level, published, FACTOR, year=year, solution=memo.solution)
    share = cell("share_of_line", memo.share or 0.0, Source(memo.document, place=memo.place), SHARE)
    return product(f"memo.{memo.id}", share, printed, moved, year=year, address=asked.address)


def compensation(asked: Asked) -> Node:
    """«compensation/<id>», or «compensation/sum»: what is published of compensation, MNOK a year."""
    (name,) = asked.take(1)
    if name == SUM:
        known = [each.id for each in compensations().values() if each.amount is not None]
        return total("compensation", [asked.node(COMPENSATION, each) for each in known], address=asked.address)
    found = compensations().get(name)
    if found is None or found.amount is None:
        raise asked.refused()
    source = Source(found.document, place=found.place, printed=digits(found.amount))
    return cell(f"compensation.{name}", found.amount, source, MNOK, year=found.year, address=asked.address)


def own_compensation(asked: Asked) -> Node:
    """«own_compensation/<payer>»: what an organisation has typed in of its own, MNOK a year."""
    (payer,) = asked.take(1)
    organisation(payer)
    amount = asked.answer.question.own.compensations_mnok.get(payer)
    if amount is None:
        raise asked.refused()
    return own(OWN_COMPENSATION, amount, MNOK, payer=payer, address=asked.address)


def own_outside(asked: Asked) -> Node:
    """«own_outside/<memo>/<year>/<payer>»: its own share of what a measure moves out, in the years that it is out."""
    memo, year, payer = asked.take(3)
    found = outside_regulation(asked.baseline).get(memo)
    share = asked.answer.question.own.service_agreements_mnok.get(payer)
    if found is None or share is None or not year.isdecimal():
        raise asked.refused()
    typed = own("own_share_outside", share, MNOK, payer=payer)
    if int(year) < asked.baseline.first_year:
        return product(OWN_OUTSIDE, typed, definition("before_the_plan", 0.0), year=int(year), address=asked.address)
    part = quotient("part_outside", asked.node(OUTSIDE, memo, year), _amount(found), SHARE, year=int(year))
    return product(OWN_OUTSIDE, typed, part, year=int(year), payer=payer, address=asked.address)


KINDS: Kinds = {
    MEMBER_PRICE: member_price,
    PHARMACY_SHARE: pharmacy_share,
    OUTSIDE: outside,
    COMPENSATION: compensation,
    OWN_COMPENSATION: own_compensation,
    OWN_OUTSIDE: own_outside,
}
