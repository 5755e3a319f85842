"""What a year changes: of cost level and need, with what left the regulation, and a solution's comparable growth."""

from typing import Final

from model.baseline.printed import HISTORY_COST, HISTORY_PAYMENT, SUM
from model.explaining.asked import Asked, Kinds, address
from model.explaining.cells import printed_cell
from model.explaining.node import Node, Source
from model.explaining.operations import cell, definition, difference, product, total
from model.explaining.other_answers import UNMOVED
from model.explaining.payments import charged, parts_of
from model.reading.errors import ModelError, shown

YEAR_CHANGE, COMPARABLE_GROWTH, MOVED_OUT = "year_change", "comparable_growth", "moved_out"
COST, NEED, COMPARABLE = "cost_level", "financing_need", "comparable"
CHANGES: Final = (COST, NEED, COMPARABLE)


def year_change(asked: Asked, quantity: str, year: int) -> Node:
    """The change into a year, all solutions: of cost level, of need, or of the first with what left added back."""
    where = address(YEAR_CHANGE, quantity, year)
    if quantity == COMPARABLE:
        parts = (asked.node(YEAR_CHANGE, COST, year), asked.node(MOVED_OUT, year))
        return total("comparable_change", parts, year=year, solution=SUM, address=where)
    if quantity == NEED:
        return difference("need_change", charged(asked, year), _need_before(asked, year), year=year, address=where)
    level = asked.node(COST, year, SUM)
    return difference("cost_change", level, base_of(asked, year), year=year, solution=SUM, address=where)


def base_of(asked: Asked, year: int) -> Node:
    """What the change in cost level is from: last year's, for the first year as printed, else what was available."""
    if year != asked.baseline.first_year:
        return asked.node(COST, year - 1, SUM)
    printed = _printed(asked, HISTORY_COST)
    return asked.node("previous_level", year, SUM) if printed is None else printed


def _need_before(asked: Asked, year: int) -> Node:
    if year != asked.baseline.first_year:
        return charged(asked, year - 1)
    printed = _printed(asked, HISTORY_PAYMENT)
    if printed is None:
        raise ModelError(f"The baseline prints no payment of {year - 1}; the need of {year} has no change from it.")
    return printed


def _printed(asked: Asked, role: str) -> Node | None:
    """The printed sum of the base year, None where there is none."""
    table, base_year = asked.baseline.table(role), str(asked.baseline.base_year)
    found = None if table is None else table.cells.get((SUM, base_year))
    return None if found is None or found.digits is None else printed_cell(found)


def moved_out(asked: Asked, year: int, name: str = SUM) -> Node:
    """What has left the regulation in a year: changed financing with nothing moved, less what it is."""
    unmoved_of = asked.node(UNMOVED, year, "changed_financing", year, name)
    where = address(MOVED_OUT, year, "" if name == SUM else name)
    return difference(
        MOVED_OUT, unmoved_of, asked.node("changed_financing", year, name), year=year, solution=name, address=where
    )


def comparable_growth(asked: Asked, group: str) -> Node:
    """The change in cost level of a group into the first year with the same services in both years."""
    year, where = asked.baseline.first_year, address(COMPARABLE_GROWTH, group)
    level, base = asked.node(COST, year, group), asked.node("previous_level", year, group)
    cost = difference("cost_change", level, base, year=year, solution=group)
    less = [_taken_over(asked, solution) for solution in parts_of(asked, group)]
    own = difference("with_own_services", cost, *(each for each in less if each is not None), year=year, solution=group)
    parts = (own, asked.node(MOVED_OUT, year, group))
    return total(COMPARABLE_GROWTH, parts, year=year, solution=group, address=where)


def _taken_over(asked: Asked, solution: str) -> Node | None:
    """What a solution took over in the first year, in its prices; the clearing line gave what the others took."""
    baseline = asked.baseline
    taken = {name: each for name, each in baseline.moved.items() if solution in (name, baseline.clearing_line)}
    if not taken:
        return None
    cells = [
        cell(
            "moved_cost",
            each.amount,
            Source(each.document, place=each.place, printed=f"{each.amount:g}"),
            solution=name,
        )
        for name, each in taken.items()
    ]
    whole = total("moved_cost", cells, solution=solution)
    if solution == baseline.clearing_line:
        whole = product("moved_cost", definition("opposite", -1.0), whole, solution=solution)
    year = baseline.first_year
    if asked.answer.is_fixed:
        return whole
    return product("moved_cost", whole, asked.node("price_index", year), year=year, solution=solution)


def _year_change(asked: Asked) -> Node:
    quantity, year = asked.take(2)
    if quantity not in CHANGES:
        raise ModelError(f"{shown(quantity)} is none of {', '.join(CHANGES)}.")
    return year_change(asked, quantity, asked.year(year))


def _moved_out(asked: Asked) -> Node:
    year, *name = asked.parts[1:]
    return moved_out(asked, asked.year(year), *name[:1])


def _comparable_growth(asked: Asked) -> Node:
    (group,) = asked.take(1)
    return comparable_growth(asked, group)


KINDS: Kinds = {
    YEAR_CHANGE: _year_change,
    MOVED_OUT: _moved_out,
    COMPARABLE_GROWTH: _comparable_growth,
}
