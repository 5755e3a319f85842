"""What is paid: of each solution by everybody, and by a payer group or an organisation its share of that."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from model.baseline.axes import NOK_PER_MNOK, PAYER_GROUPS
from model.explaining.asked import Asked, Kinds, address
from model.explaining.node import Node, Source
from model.explaining.operations import FACTOR, NOK, SHARE, Of, constant, definition, product, quotient, total
from model.explaining.shares import INHABITANTS, KEY, MEMBER_SHARE, keys_of_year, law_cell, share_inside
from model.payers import organisation
from model.reading.errors import ModelError, shown

PAYMENT, CHARGED, COMPUTED, PER_INHABITANT, LAW_AMOUNT = "payment", "charged", "computed", "per_inhabitant", "law"
SUM: Final = "sum"


def parts_of(asked: Asked, name: str) -> tuple[str, ...]:
    """The solutions of a name: of all, of a group, the one itself, or as the law has several as one.

    A solution comes before what the law calls by its name, as in keys (``Baseline.key_solutions``).
    """
    baseline = asked.baseline
    groups = {SUM: baseline.solutions, "all": baseline.solutions, **baseline.groups, **baseline.bridge_groups}
    groups = {solution: (solution,) for solution in baseline.solutions} | groups
    found = groups.get(name) or baseline.law_solutions.get(name)
    if found is None:
        raise ModelError(f"{shown(name)} is neither a solution of this baseline nor a group of them.")
    return found


def charged(asked: Asked, year: int, name: str = SUM) -> Node:
    """What all pay together of some solutions in a year, in the question's prices.

    That is the financing need; in the year that a scenario starts from, what the regulation has set.
    """
    law = asked.answer.law_payment
    if law is None or year != law.year:
        found = need(asked, year, name)
        return found if found.address else replace(found, address=address(CHARGED, year, name))
    inside = {*parts_of(asked, name)}
    named = [of_law for of_law, parts in asked.baseline.law_solutions.items() if inside & {*parts}]
    where, terms = address(CHARGED, year, name), [_of_law(asked, of_law, name, year) for of_law in named]
    if len(terms) == 1:
        return Node(CHARGED, terms[0].value, terms[0].unit, terms[0].op, terms[0].terms, year, name, "", where)
    return total(CHARGED, terms, year=year, solution=name, address=where)


def need(asked: Asked, year: int, name: str = SUM) -> Node:
    """The financing need of some solutions in a year as it is computed, in the question's prices."""
    baseline = asked.baseline
    if name in (SUM, *baseline.solutions):
        return asked.node("financing_need", year, name)
    parts = [asked.node("financing_need", year, solution) for solution in parts_of(asked, name)]
    return parts[0] if len(parts) == 1 else total("financing_need", parts, year=year, solution=name)


def _of_law(asked: Asked, of_law: str, name: str, year: int) -> Node:
    """What the regulation has all pay for a solution as it has it, or the part of it that falls on some solutions."""
    law, inside = asked.baseline.law, asked.baseline.law_solutions[of_law]
    groups = () if law is None else law.by_group().get(of_law, {})
    whole = total(
        "law_amounts", [law_cell(asked.answer, of_law, group) for group in groups], year=year, solution=of_law
    )
    if asked.answer.is_fixed and law is not None:
        source = Source(law.document, place="index_rate", record="0128")
        rates = (definition("one", 1.0), constant("law_index_rate", law.index_rate, source, SHARE))
        index = total("law_index", rates, FACTOR)
        whole = quotient("law_in_fixed_prices", whole, index, whole.unit, year=year, solution=of_law)
    chosen = [part for part in inside if part in parts_of(asked, name)]
    if len(chosen) == len(inside):
        return whole
    needs = [asked.node("financing_need", year, part) for part in inside]
    own = [need for need, part in zip(needs, inside, strict=True) if part in chosen]
    share = quotient("share_of_need", own[0] if len(own) == 1 else total("needs", own), total("needs", needs))
    return product(CHARGED, whole, share, year=year, solution=name)


def payment(asked: Asked, year: int, name: str, payer: str, kind: str = PAYMENT) -> Node:
    """What a payer group or an organisation pays of some solutions in a year, in the question's prices.

    kind: ``PAYMENT``, or ``COMPUTED``: of the need as it is computed, also where the regulation has set it.
    """
    if payer == SUM:
        return (charged if kind == PAYMENT else need)(asked, year, name)
    return (_of_group if payer in PAYER_GROUPS else _of_member)(asked, year, name, payer, kind)


def _of_group(asked: Asked, year: int, name: str, group: str, kind: str) -> Node:
    """Of each solution that the group pays for: what all pay × its share."""
    keys, at = keys_of_year(asked.answer, year), PAYER_GROUPS.index(group)
    parts = parts_of(asked, name)
    paid_for = [part for part in parts if keys.groups[asked.baseline.at(part), at, 0]] or list(parts)
    if paid_for == [name]:
        whole = (charged if kind == PAYMENT else need)(asked, year, name)
        of: Of = {"year": year, "solution": name, "payer": group, "address": address(kind, year, name, group)}
        return product(PAYMENT, whole, asked.node(KEY, year, name, group), **of)
    terms = [asked.node(kind, year, part, group) for part in paid_for]
    where = address(kind, year, name, group)
    return total(PAYMENT, terms, year=year, solution=name, payer=group, address=where)


def _of_member(asked: Asked, year: int, name: str, payer: str, kind: str) -> Node:
    """What its group pays × its share; where the shares are not alike, solution by solution."""
    (member, place), of_year, solutions = organisation(payer), keys_of_year(asked.answer, year), parts_of(asked, name)
    where = address(kind, year, name, payer)
    inside = of_year.members[member.group].of_member(place, asked.baseline)[:, 0]
    if len({float(inside[asked.baseline.at(solution)]) for solution in solutions}) == 1:
        share, of_group = (
            asked.node(MEMBER_SHARE, year, solutions[0], payer),
            asked.node(kind, year, name, member.group),
        )
        return product(PAYMENT, of_group, share, year=year, solution=name, payer=payer, address=where)
    terms = [asked.node(kind, year, solution, payer) for solution in solutions]
    return total(PAYMENT, terms, year=year, solution=name, payer=payer, address=where)


def law_amount(asked: Asked, name: str, payer: str) -> Node:
    """What the regulation has a group pay for a solution as it has it, or for all; of an organisation its share.

    payer: «sum» of all groups together.
    """
    baseline, where = asked.baseline, address(LAW_AMOUNT, name, payer)
    if payer == SUM:
        return _law_amounts(asked, name, where)
    amounts = {} if baseline.law is None else baseline.law.amounts
    group = payer if payer in PAYER_GROUPS else organisation(payer)[0].group
    names = [each for each in baseline.law_solutions if name in (each, SUM) and (each, group) in amounts]
    if payer != group:
        return _law_amount_of_member(asked, name, names, payer)
    cells = [law_cell(asked.answer, each, group) for each in names]
    if name != SUM and cells:
        return cells[0]
    return total("law_amount", cells, year=baseline.first_year, solution=name, payer=payer, address=where)


def _law_amounts(asked: Asked, name: str, where: str) -> Node:
    """What the regulation has all groups pay together."""
    law = asked.baseline.law
    places = [] if law is None else [place for place in law.amounts if name in (place[0], SUM)]
    if law is None or not places:
        raise asked.refused()
    cells = [law_cell(asked.answer, *place) for place in places]
    return total("law_amounts", cells, year=law.year, solution=name, address=where)


def _law_amount_of_member(asked: Asked, name: str, names: Sequence[str], payer: str) -> Node:
    """The group's amounts × the share by the regulation's key, whatever the scenario's is."""
    (member, place), baseline = organisation(payer), asked.baseline
    keys, year, where = (
        asked.answer.law_keys.members[member.group],
        baseline.first_year,
        address(LAW_AMOUNT, name, payer),
    )
    firsts = {each: baseline.law_solutions[each][0] for each in names}
    shares = keys.of_member(place, baseline)[:, 0]
    if len({float(shares[baseline.at(first)]) for first in firsts.values()}) > 1:
        terms = [asked.node(LAW_AMOUNT, each, payer) for each in names]
        return total("law_amount", terms, year=year, solution=name, payer=payer, address=where)
    share = share_inside(keys, place, payer, next(iter(firsts.values()), ""), year)
    whole = asked.node(LAW_AMOUNT, name, member.group)
    return product("law_amount", whole, share, year=year, solution=name, payer=payer, address=where)


def per_inhabitant(asked: Asked, year: int, payer: str) -> Node:
    """Kroner that an organisation, or a whole group, pays in a year for each inhabitant."""
    return for_each_inhabitant(
        asked, asked.node(PAYMENT, year, SUM, payer), payer, address(PER_INHABITANT, year, payer)
    )


def for_each_inhabitant(asked: Asked, mnok: Node, payer: str, where: str = "") -> Node:
    """An amount in MNOK as kroner for each inhabitant of an organisation or a whole group. where: its address."""
    in_nok = in_kroner(mnok)
    return quotient(
        PER_INHABITANT, in_nok, asked.node(INHABITANTS, payer), NOK, year=mnok.year, payer=payer, address=where
    )


def in_kroner(mnok: Node) -> Node:
    """An amount in MNOK in kroner."""
    million = definition("nok_per_mnok", NOK_PER_MNOK)
    return product("amount_nok", mnok, million, unit=NOK, year=mnok.year, solution=mnok.solution, payer=mnok.payer)


def law_address(payer: str, name: str = SUM) -> str:
    """The address of what the regulation has a group, an organisation or, for «sum», all pay for some solutions."""
    return address(LAW_AMOUNT, name, payer)


def paid_address(year: object, payer: str, name: str = SUM) -> str:
    """The address of what a payer group or an organisation pays of some solutions in a year."""
    return address(PAYMENT, year, name, payer)


def growth_address(year: int, payer: str) -> str:
    """The address of what a payment grows by from the year before, as a share of that."""
    return address("growth", paid_address(year, payer), "from", paid_address(year - 1, payer))


def _payment_at(asked: Asked, kind: str = PAYMENT) -> Node:
    year, name, payer = asked.take(3)
    return payment(asked, asked.year(year), name, payer, kind)


def _computed_at(asked: Asked) -> Node:
    return _payment_at(asked, COMPUTED)


def _charged_at(asked: Asked) -> Node:
    year, name = asked.take(2)
    return charged(asked, asked.year(year), name)


def _law_amount_at(asked: Asked) -> Node:
    name, payer = asked.take(2)
    return law_amount(asked, name, payer)


def _per_inhabitant_at(asked: Asked) -> Node:
    year, payer = asked.take(2)
    return per_inhabitant(asked, asked.year(year), payer)


KINDS: Kinds = {
    PAYMENT: _payment_at,
    COMPUTED: _computed_at,
    CHARGED: _charged_at,
    LAW_AMOUNT: _law_amount_at,
    PER_INHABITANT: _per_inhabitant_at,
}
