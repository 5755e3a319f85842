"""What is left to pay: the payment less compensation, and one's own share of what has left the regulation."""

from model.baseline.axes import MUNICIPALITIES, RHF
from model.explaining.asked import Asked, Kinds
from model.explaining.compared import OWN_KRONER
from model.explaining.node import Node
from model.explaining.operations import MNOK, definition, difference, product, total
from model.explaining.outside import COMPENSATION, OUTSIDE, OWN_COMPENSATION, OWN_OUTSIDE
from model.explaining.past_payments import PAID
from model.explaining.payments import COMPUTED, SUM
from model.payers import moved_outside, organisation

NET, TOGETHER = "net", "together"
PAYMENT, LESS_COMPENSATION, OUTSIDE_PART, LEFT = "payment", "less_compensation", "outside", "left"


def net(asked: Asked) -> Node:
    """«net/<part>/<year>/<payer>»: of RHF and municipalities together, or of one organisation, in the year's kroner."""
    part, year, payer = asked.take(3)
    parts = {
        PAYMENT: _payment,
        LESS_COMPENSATION: _less_compensation,
        OUTSIDE_PART: _outside,
        LEFT: _left,
    }
    if part not in parts or not year.isdecimal():
        raise asked.refused()
    if payer != TOGETHER:
        organisation(payer)
    return parts[part](asked, int(year), payer)


def _payment(asked: Asked, year: int, payer: str) -> Node:
    """What is paid, by the regulations of before and as it is computed."""
    if payer != TOGETHER:
        return _of_organisation(asked, year, payer)
    terms = [asked.node(PAID, year, SUM, group) for group in (RHF, MUNICIPALITIES)]
    return total("net.payment", terms, year=year, address=asked.address)


def _of_organisation(asked: Asked, year: int, payer: str) -> Node:
    if asked.answer.history is not None:
        return asked.node(PAID, year, SUM, payer)
    return asked.node(OWN_KRONER, COMPUTED, year, SUM, payer)


def _less_compensation(asked: Asked, year: int, payer: str) -> Node:
    amount = asked.node(COMPENSATION, SUM) if payer == TOGETHER else asked.node(OWN_COMPENSATION, payer)
    opposite = definition("opposite", -1.0)
    return product("net.less_compensation", opposite, amount, unit=MNOK, year=year, address=asked.address)


def _outside(asked: Asked, year: int, payer: str) -> Node:
    """What has left the regulation, or one's own share of it; nothing before the plan."""
    memo = moved_outside(asked.baseline)
    if memo is None:
        raise asked.refused()
    if payer != TOGETHER:
        return asked.node(OWN_OUTSIDE, memo.id, year, payer)
    amount = asked.node(OUTSIDE, memo.id, year)
    if year >= asked.baseline.first_year:
        return amount
    before = definition("before_the_plan", 0.0)
    return product("net.outside", amount, before, unit=MNOK, year=year, address=asked.address)


def _left(asked: Asked, year: int, payer: str) -> Node:
    """The payment less what is compensated, and of an organisation with its share outside where it has given one."""
    paid = asked.node(NET, PAYMENT, year, payer)
    if payer == TOGETHER:
        return difference("net.left", paid, asked.node(COMPENSATION, SUM), year=year, address=asked.address)
    given = asked.answer.question.own
    left = paid
    if payer in given.compensations_mnok:
        left = difference("net.left", paid, asked.node(OWN_COMPENSATION, payer), year=year, payer=payer)
    if payer in given.service_agreements_mnok:
        left = total("net.left", (left, asked.node(NET, OUTSIDE_PART, year, payer)), year=year, payer=payer)
    return Node(left.name, left.value, left.unit, left.op, left.terms, year, "", payer, asked.address, left.source)


KINDS: Kinds = {NET: net}
