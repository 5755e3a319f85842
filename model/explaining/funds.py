"""Money of earlier years as it is told: printed, or following from what is printed."""

from model.baseline.earlier_funds import (
    EARLIER_FUNDS,
    INVOICED,
    LATER,
    RETURNED,
    SET_ASIDE,
    UNSPENT,
    USED,
    earlier_funds,
)
from model.baseline.funds_story import Funds, Story, stories
from model.baseline.funds_ties import funds_ties
from model.baseline.printed import HISTORY_PAYMENT, SUM
from model.explaining.asked import Asked, Kinds, address
from model.explaining.cells import funds_cell, printed_cell
from model.explaining.node import Node
from model.explaining.operations import MNOK, SHARE, definition, difference, leaf, product, quotient, total
from model.explaining.origins import embedded_margin

RECOMPUTED, REMAINDER = "recomputed", "remainder"
FUNDS, TIE, UNSPENT_SHARE = "funds", "tie", "unspent_share"
KEPT, KEPT_APART, INSIDE = "kept", "kept_apart", "margin"


def funds_address(story: Story, solution: str, what: str) -> str:
    """The address of an amount of a story. what: a quantity, «kept_apart», or «later.<quantity>.<year>»."""
    return address(FUNDS, "-".join(map(str, story.years)), solution, what)


def funds(asked: Asked) -> Node:
    """«funds/<years>/<solution>/<what>»."""
    years, solution, what = asked.take(3)
    story = next((each for each in stories(asked.baseline) if "-".join(map(str, each.years)) == years), None)
    if story is None or solution not in story.funds:
        raise asked.refused()
    told = _Told(asked, story, solution)
    if what in (INVOICED, EARLIER_FUNDS, USED, UNSPENT):
        found = told.figure(what)
    elif what in (KEPT, KEPT_APART, SET_ASIDE, RETURNED):
        found = told.together(what)
    else:
        _, quantity, year = (*what.split("."), "", "")[:3]
        found = told.later(quantity, year)
    if found is None:
        raise asked.refused()
    of_year = story.years[-1]
    return Node(
        found.name, found.value, MNOK, found.op, found.terms, of_year, solution, "", asked.address, found.source
    )


class _Told:
    """A solution of a story, figure by figure."""

    def __init__(self, asked: Asked, story: Story, solution: str) -> None:
        self.asked, self.story, self.solution = asked, story, solution
        name = "-".join(map(str, story.years))
        self.cells = [each for each in earlier_funds(asked.baseline).values() if each.story == name]

    @property
    def funds(self) -> Funds:
        """What is told of it."""
        return self.story.funds[self.solution]

    def figure(self, what: str) -> Node | None:
        """A figure as the first table prints it, or of what it follows from."""
        own = next((each for each in self.cells if (each.solution, each.quantity) == (self.solution, what)), None)
        if own is not None:
            return funds_cell(own)
        if what == INVOICED:
            return self._invoiced_of_base_year()
        if what == UNSPENT and self.funds.unspent is not None:
            return total("funds.unspent", [self._of(each.quantity, each.year) for each in self.funds.later])
        if what == USED and self.funds.used is not None:
            names = [INVOICED, *([EARLIER_FUNDS] if self.funds.earlier else [])]
            available = total("funds.available", [self._address(name) for name in names])
            return difference("funds.used", available, self._address(UNSPENT))
        return None

    def _invoiced_of_base_year(self) -> Node | None:
        table = self.asked.baseline.table(HISTORY_PAYMENT)
        cell = None if table is None else table.cells.get((self.solution, str(self.story.years[0])))
        return None if cell is None or cell.digits is None else printed_cell(cell)

    def _address(self, what: str) -> Node:
        return self.asked.node(funds_address(self.story, self.solution, what))

    def _of(self, quantity: str, year: int) -> Node:
        return self._address(f"later.{quantity}.{year}")

    def together(self, what: str) -> Node:
        """What is kept, wished to be set aside or returned, in any year."""
        of_what = {
            KEPT: {*LATER} - {RETURNED},
            KEPT_APART: {*LATER} - {RETURNED, SET_ASIDE},
            SET_ASIDE: {SET_ASIDE},
            RETURNED: {RETURNED},
        }[what]
        terms = [self._of(each.quantity, each.year) for each in self.funds.later if each.quantity in of_what]
        return total(f"funds.{what}", terms or [definition("nothing", 0.0, MNOK)])

    def later(self, quantity: str, year: str) -> Node | None:
        """What becomes of a part: as printed with or without its sign, or of all solutions the parts of each."""
        if quantity not in LATER or not year.isdecimal():
            return None
        own = [each for each in self.cells if (each.quantity, str(each.year)) == (quantity, year)]
        mine = next((each for each in own if each.solution == self.solution), None)
        if mine is not None:
            printed = funds_cell(mine)
            opposite = definition("opposite", -1.0)
            return printed if mine.amount >= 0 else product(f"funds.{quantity}", opposite, printed)
        of_all = self.solution == SUM
        solutions = [name for name in self.story.funds if name != SUM] if of_all else []
        known = [
            self.asked.node(funds_address(self.story, name, f"later.{quantity}.{year}"))
            for name in solutions
            for each in self.story.funds[name].later
            if (each.quantity, str(each.year)) == (quantity, year)
        ]
        return total(f"funds.{quantity}", known) if known else None


def unspent_share(asked: Asked) -> Node:
    """«unspent_share/<year>/<base>», a share; «…/base» its base, «…/margin» the whole margin in it, MNOK."""
    year, base, *part = [*asked.parts[1:], "", ""][: max(2, len(asked.parts) - 1)]
    story = next((each for each in stories(asked.baseline) if [*map(str, each.years)] == [year]), None)
    if story is None or base not in (INVOICED, EARLIER_FUNDS) or part not in ([], ["base"], [INSIDE]):
        raise asked.refused()
    names = [INVOICED, *([EARLIER_FUNDS] if base == EARLIER_FUNDS and story.all.earlier else [])]
    terms = [asked.node(funds_address(story, SUM, name)) for name in names]
    whole = terms[0] if len(terms) == 1 else total("funds.available", terms, year=int(year), solution=SUM)
    if part == ["base"]:
        return whole
    if part == [INSIDE]:
        margin = leaf(embedded_margin(asked.baseline))
        with_it = total("with_embedded_margin", (definition("one", 1.0), margin), "factor")
        inside = quotient("margin_inside", margin, with_it, SHARE)
        return product("margin_amount", inside, whole, year=int(year), address=asked.address)
    unspent = asked.node(funds_address(story, SUM, UNSPENT))
    return quotient(UNSPENT_SHARE, unspent, whole, SHARE, year=int(year), address=asked.address)


def tie_address(place: int, part: str) -> str:
    """The address of a tie by its place among all. part: «recomputed» or «remainder»."""
    return address(TIE, place, part)


def tie(asked: Asked) -> Node:
    """«tie/<place>/<part>»: what other printed figures give of one, or what is printed beyond that."""
    place, part = asked.take(2)
    found = funds_ties(asked.baseline)
    if not place.isdecimal() or int(place) >= len(found) or part not in (RECOMPUTED, REMAINDER):
        raise asked.refused()
    of = found[int(place)]
    parts = total("tie.parts", [funds_cell(cell) for cell in of.parts])
    given = difference("tie.recomputed", parts, *(funds_cell(cell) for cell in of.less)) if of.less else parts
    if part == REMAINDER:
        return difference("tie.remainder", funds_cell(of.total), given, address=asked.address)
    return Node(given.name, given.value, MNOK, given.op, given.terms, address=asked.address)


KINDS: Kinds = {FUNDS: funds, UNSPENT_SHARE: unspent_share, TIE: tie}
