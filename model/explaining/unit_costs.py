"""Kroner for one: an amount over how many there are, the printed ones and the scenario's."""

from collections.abc import Iterator

from model.baseline.axes import MUNICIPALITIES, PHARMACIES
from model.baseline.printed import AVAILABLE, COST_LEVEL, HISTORY_COST
from model.explaining.asked import Asked, Kinds, address
from model.explaining.cells import printed_cell
from model.explaining.node import Node, Source
from model.explaining.operations import COUNT, NOK, cell, own, quotient, total
from model.explaining.payments import charged, in_kroner, parts_of
from model.explaining.shares import INHABITANTS, inhabitants_of, law_cell
from model.payers import UnitCost, pharmacy_cost, published_unit_costs, volumes
from model.payers.unit_costs import Volume

UNIT_COST, VOLUME, COST_EACH, NEED_EACH = "unit_cost", "volume", "cost_each", "need_each"
PHARMACIES_EACH = "pharmacies"


def unit_address(cost: UnitCost, of_pharmacies: bool = False) -> str:
    """The address of a published unit cost, or of what pharmacies pay for each e-prescription."""
    if of_pharmacies:
        return address(UNIT_COST, PHARMACIES_EACH)
    part = (cost.part or "whole").replace("/", "%2F")
    return address(UNIT_COST, cost.line, part, cost.volume.id)


def amount_address(cost: UnitCost) -> str:
    """The address of the amount of a published unit cost."""
    return address("unit_amount", *unit_address(cost).split("/")[1:])


def volume_address(volume: Volume) -> str:
    """The address of how many there are."""
    return address(VOLUME, volume.id)


def _costs(asked: Asked) -> Iterator[tuple[str, UnitCost]]:
    yield from ((unit_address(each), each) for each in published_unit_costs(asked.baseline))


def _found(asked: Asked) -> UnitCost:
    place = address(UNIT_COST, *asked.take(3))
    for where, cost in _costs(asked):
        if where == place:
            return cost
    raise asked.refused()


def unit_cost(asked: Asked) -> Node:
    """«unit_cost/<line>/<part or whole>/<volume>»: kroner for one, of which amount and volume are published."""
    if asked.parts[1:] == [PHARMACIES_EACH]:
        return _of_pharmacies(asked)
    cost = _found(asked)
    in_nok = in_kroner(_amount(asked, cost))
    return quotient(UNIT_COST, in_nok, volume_of(cost.volume), NOK, year=cost.amount_year, address=asked.address)


def unit_amount(asked: Asked) -> Node:
    """The amount of it as printed."""
    return _amount(asked, _found(asked))


def _amount(asked: Asked, cost: UnitCost) -> Node:
    baseline = asked.baseline
    if not cost.part:
        table = baseline.table(HISTORY_COST)
        if table is None:
            raise asked.refused()
        return printed_cell(table.cells[cost.line, str(cost.amount_year)])
    line = baseline.line(cost.line, cost.part)
    column = AVAILABLE if cost.amount_year == baseline.base_year else COST_LEVEL
    if line is None:
        raise asked.refused()
    return printed_cell(line.cells[column])


def _of_pharmacies(asked: Asked) -> Node:
    """What pharmacies pay by the regulation for each e-prescription."""
    law = asked.baseline.law
    cost = None if law is None else pharmacy_cost(law)
    if law is None or cost is None:
        raise asked.refused()
    in_nok = in_kroner(law_cell(asked.answer, cost.line, PHARMACIES))
    return quotient("pharmacies_each", in_nok, volume_of(cost.volume), NOK, year=law.year, address=asked.address)


def volume_of(volume: Volume) -> Node:
    """How many there are."""
    if volume.id == INHABITANTS:
        return inhabitants_of(MUNICIPALITIES)
    source = Source(volume.document, place=volume.place, printed=volume.stated)
    where = address(VOLUME, volume.id)
    return cell(f"volume.{volume.id}", volume.value, source, COUNT, year=volume.year, address=where)


def volume(asked: Asked) -> Node:
    """«volume/<id>»."""
    (name,) = asked.take(1)
    if name not in volumes():
        raise asked.refused()
    return volume_of(volumes()[name])


def own_unit_cost(asked: Asked) -> Node:
    """«own_unit_cost/<solution>»: the first year's cost level for each that a visitor has counted."""
    (solution,) = asked.take(1)
    count = asked.answer.question.own.volumes.get(solution)
    if count is None:
        raise asked.refused()
    in_nok = in_kroner(asked.node(COST_LEVEL, asked.baseline.first_year, solution))
    counted = own("own_volume", count, COUNT, solution=solution)
    return quotient(UNIT_COST, in_nok, counted, NOK, year=in_nok.year, solution=solution, address=asked.address)


def cost_each(asked: Asked) -> Node:
    """«cost_each/<year>/<solution>»: the scenario's cost level for each inhabitant."""
    year, name = asked.take(2)
    parts = [asked.node(COST_LEVEL, asked.year(year), part) for part in parts_of(asked, name)]
    level = asked.node(COST_LEVEL, year, name) if name in ("sum", *asked.baseline.solutions) else None
    level = level or total(COST_LEVEL, parts, year=int(year), solution=name)
    return _each(asked, level)


def need_each(asked: Asked) -> Node:
    """«need_each/<year>/<solution>»: the same of what is paid."""
    year, name = asked.take(2)
    return _each(asked, charged(asked, asked.year(year), name))


def _each(asked: Asked, mnok: Node) -> Node:
    people = inhabitants_of(MUNICIPALITIES)
    return quotient(
        asked.parts[0], in_kroner(mnok), people, NOK, year=mnok.year, solution=mnok.solution, address=asked.address
    )


KINDS: Kinds = {
    UNIT_COST: unit_cost,
    "unit_amount": unit_amount,
    VOLUME: volume,
    "own_unit_cost": own_unit_cost,
    COST_EACH: cost_each,
    NEED_EACH: need_each,
}
