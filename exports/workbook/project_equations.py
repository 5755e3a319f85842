"""What projects cost as formulas of a spreadsheet. The numbers are those of docs/model.md, «Projects»."""

from collections.abc import Mapping
from dataclasses import dataclass

from exports.workbook.grid import Grid, address
from exports.workbook.levers import FIXED_PRICES
from exports.workbook.project_grid import PAID, SUMS, WEIGHTS, ProjectGrid
from model.investment import PARTS
from model.investment.schedule import REPAYING
from model.scenario.project_fields import ONE_KRONE

IS_REPAYING = dict(zip(PARTS, REPAYING.tolist(), strict=True))


@dataclass(frozen=True, slots=True)
class ProjectEquations:
    """The formulas of the projects' sheet; choices: the address of each word that a cell of a project may hold."""

    cells: ProjectGrid
    model: Grid
    base_year: int
    choices: Mapping[str, str]

    def of_all(self, name: str, year: int) -> str:
        """A row of all projects together in a year."""
        if name == "index":
            return self._index(year)
        if name == "divided_by":
            return f"=IF({FIXED_PRICES},{self.cells.at(None, 'index', year)},1)"
        each = (self.cells.at(place, name, year) for place in range(self.cells.projects))
        return f"={'+'.join(each)}"

    def _index(self, year: int) -> str:
        """I(t): 1 up to the base year, the model's own in its years, and then on with the price growth."""
        if year <= self.base_year:
            return "=1"
        if year in self.model.years:
            return f"={self.model.there(year, 'price_index')}"
        return f"={self.cells.at(None, 'index', year - 1)}*(1+index_rate)"

    def once(self, place: int, name: str) -> str:
        """What is one figure for a project."""
        quantity, _, group = name.partition("_")
        if quantity == "weight":
            buys = f"IF({self._is(place, 'task', 'outside')},{self.cells.once(place, f'buys_{group}')},1)"
            return f"={self.cells.once(place, f'key_{group}')}*{buys}"
        if quantity == "share":
            weights = f"{self.cells.once(place, WEIGHTS[0])}:{self.cells.once(place, WEIGHTS[-1])}"
            return f"={self.cells.once(place, f'weight_{group}')}/SUM({weights})"
        state, spent, rate = (self.cells.once(place, each) for each in ("of_state", "spent", "interest_rate"))
        return {
            "of_state": f"=IF({self._is(place, 'task', 'authority')},1,{self.cells.once(place, 'state_share')})",  # 5
            "spent": f"=SUM({self.cells.over(place, 'investment_mnok')})",
            "debt": f"=IF({self._is(place, 'size', 'large')},(1-{state})*{spent},0)",
            "growth": f"=IF({self._is(place, 'repayment', 'annuity')},{rate},0)",
        }[name]

    def _is(self, place: int, field: str, choice: str) -> str:
        return f"{self.cells.once(place, field)}={self.choices[f'project_{field}.{choice}']}"

    def of_year(self, place: int, name: str, year: int) -> str:
        """What each year of a project has its own of."""
        quantity, _, rest = name.partition("_")
        if name in PAID:
            return self._paid(place, quantity, rest, year)
        if name in SUMS:
            first, last = (self.cells.at(place, f"{name}_{part}", year) for part in (PARTS[0], PARTS[-1]))
            return f"=SUM({first}:{last})"
        if quantity == "group":
            return f"={self.cells.once(place, f'share_{rest}')}*{self.cells.at(place, 'sector', year)}"  # 6
        return self._charged(place, name, year)

    def _charged(self, place: int, name: str, year: int) -> str:
        """What is charged in a year, before it is known who bears it, in fixed kroner of the base year."""
        cells, before = self.cells, self.cells.years.index(year)
        live, life, debt, rate, growth = (
            cells.once(place, each) for each in ("go_live", "lifetime", "debt", "interest_rate", "growth")
        )
        at = address(cells.head(place), cells.column(year))
        used, power, left = (cells.at(place, each, year) for each in ("in_use", "power", "left"))
        paid = f"-SUM({cells.over(place, 'instalment', 0, before)})" if before else ""
        share, spent, amount, plan = (
            cells.once(place, each) for each in ("operation_share", "spent", "operation_mnok", "operation_in_plan")
        )
        given, steps = cells.at(place, "operation_by_year", year), cells.once(place, "phase_in_years")
        actual = f"IF({spent}>0,{cells.once(place, 'actual_mnok')}/MAX({spent},{ONE_KRONE!r}),1)"
        follows = f"IF({at}>{live},{actual},1)-IF({plan},1,0)"
        bears = f"MAX(0,MIN(1,({at}-{live}+1)/({steps}+1)))"
        return {
            "in_use": f"=IF({at}>={live},IF({at}<{live}+{life},1,0),0)",
            "borne": f"=IF({self._is(place, 'task', 'authority')},0,{bears})",  # 4, 5
            "power": f"={used}*(1+{growth})^MAX(0,{at}-{live})",
            "instalment": f"={debt}*{power}/SUM({cells.over(place, 'power')})",  # 2
            "left": f"={used}*({debt}{paid})",
            "interest": f"={rate}*{left}",  # 2
            "operation": f"={used}*({follows})*({share}*{spent}+{amount}+{given})",  # 3
        }[name]

    def _paid(self, place: int, payer: str, part: str, year: int) -> str:
        """What sector or state pays of a part, in the chosen prices."""
        cells, is_state = self.cells, payer == "state"
        if part == PARTS[0]:  # 1
            spent, state = cells.at(place, "investment_mnok", year), cells.once(place, "of_state")
            small = f"IF({self._is(place, 'size', 'small')},(1-{state})*{spent},0)"
            amount = f"{state}*{spent}" if is_state else small
        else:
            borne = cells.at(place, "borne", year)
            amount = f"{cells.at(place, part, year)}*{f'(1-{borne})' if is_state else borne}"
        index, divided_by = (cells.at(None, each, year) for each in ("index", "divided_by"))
        grown = f"IF({cells.once(place, 'indexed')},{index},1)" if IS_REPAYING[part] else index
        return f"={amount}*{grown}/{divided_by}"
