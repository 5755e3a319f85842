"""One organisation's part, by keys, of the money that is paid, returned and held."""

from collections.abc import Iterator

from model.explaining.asked import Asked, Kinds, address
from model.explaining.compared import REFERENCE
from model.explaining.node import Node
from model.explaining.operations import difference, product, total
from model.explaining.other_answers import SPENT_ALIKE
from model.explaining.settled import HELD, KEPT, SETTLED, TO_RETURN
from model.explaining.shares import KEY, MEMBER_SHARE
from model.payers import organisation, payer_shares

OWN_MONEY, PAID_MORE, RETURNED = "own_money", "paid_more", "returned"


def own_money(asked: Asked) -> Node:
    """«own_money/<quantity>/<year>/<payer>»: what it pays more than by the published rules, or its part of it."""
    quantity, year, payer = asked.take(3)
    organisation(payer)
    if not year.isdecimal():
        raise asked.refused()
    of = int(year)
    if quantity == PAID_MORE:
        mine = total("own_part", _parts(asked, "payment", of, of, payer), year=of, payer=payer)
        theirs = total(
            "own_part_by_published_rules", _parts(asked, "payment", of, of, payer, theirs=True), year=of, payer=payer
        )
        return difference(PAID_MORE, mine, theirs, year=of, payer=payer, address=asked.address)
    if quantity == RETURNED:
        return total(
            "own_returned", _parts(asked, RETURNED, of, of, payer), year=of, payer=payer, address=asked.address
        )
    if quantity in (TO_RETURN, KEPT):  # shared by the keys of the year after, in which the first can come back
        parts = _parts(asked, quantity, of, of + 1, payer)
        return total(f"own_{quantity}", parts, year=of, payer=payer, address=asked.address)
    if quantity == HELD:
        both = [asked.node(OWN_MONEY, each, year, payer) for each in (TO_RETURN, KEPT)]
        return total("own_held", both, year=of, payer=payer, address=asked.address)
    raise asked.refused()


def _parts(asked: Asked, quantity: str, year: int, shared_in: int, payer: str, theirs: bool = False) -> Iterator[Node]:
    """Of each solution what falls on the organisation by the keys of a year; after the plan by those of its last."""
    answer, group = asked.answer, organisation(payer)[0].group
    years = answer.result.years
    in_plan = min(shared_in, years[-1])
    keys = (answer.reference_charged if theirs else answer.charged)[1]
    shares = payer_shares(payer, keys, asked.baseline, len(years))[years.index(in_plan), :, 0]
    whose, by = (SPENT_ALIKE, REFERENCE) if theirs else ("", "")
    for solution in asked.baseline.solutions:
        if shares[asked.baseline.at(solution)]:
            yield product(
                "own_part",
                asked.node(whose, SETTLED, quantity, year, solution),
                asked.node(by, KEY, in_plan, solution, group),
                asked.node(by, MEMBER_SHARE, in_plan, solution, payer),
                year=year,
                solution=solution,
                payer=payer,
            )


def own_money_address(quantity: str, year: object, payer: str) -> str:
    """The address of an organisation's part."""
    return address(OWN_MONEY, quantity, year, payer)


KINDS: Kinds = {OWN_MONEY: own_money}
