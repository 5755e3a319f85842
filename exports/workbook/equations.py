"""The model's equations as formulas of a spreadsheet, cell by cell; the numbers are those of docs/model.md."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Self

from exports.workbook.book import Book
from exports.workbook.grid import Grid
from exports.workbook.levers import EMBEDDED_MARGIN, FIXED_PRICES, cell_name
from exports.workbook.measures import Start, cell
from model.baseline.baseline import Baseline

PARTS_OF_LEVEL = ("previous_fixed", "investment", "financing_cell", "volume", "efficiency", "added_measures")
At = Callable[..., str]


@dataclass(frozen=True, slots=True)
class Equations:
    """The equations of a baseline on the cells of a grid; what the first year is, is as it was exported."""

    baseline: Baseline
    grid: Grid
    start: Start

    @classmethod
    def of(cls, book: Book) -> Self:
        """Those of the book's scenario."""
        return cls(book.baseline, book.grid, Start.of(book.subject.question.scenario))

    def scalar(self, name: str, year: int) -> str:
        """What holds for a whole year: whether the levers work, factors, indices."""
        on, kappa, index = (self.grid.here(year, scalar_name) for scalar_name in ("on", "kappa", "price_index"))
        first_year = self.start.levers_from
        formulas = {
            "on": f"IF({year}>={first_year},1,0)",
            "kappa": f"IF({on}=1,(1+risk_margin)/(1+{EMBEDDED_MARGIN}),1)",
            "price_index": f"(1+index_rate)^{year - self.baseline.base_year}",
            "unspent_share": f"IF({on}=1,MAX(0,{kappa}-1+underspend_rate),0)",
            "shortfall_share": f"IF({on}=1,MAX(0,1-underspend_rate-{kappa}),0)",
            "step": f"{index}*IF({year}>{first_year},{kappa},1)",
            "margin": f"{index}*IF({year}={first_year},{kappa}-1,0)",
            "deflator": f"IF({FIXED_PRICES},{index},1)",
        }
        return f"={(formulas | self._from_law(year))[name]}"

    def _from_law(self, year: int) -> dict[str, str]:
        """The scalars that are others where the law has set the first year."""
        if self.start.law is None:
            return {}
        if year != self.baseline.first_year:
            return {"price_index": f"{self.grid.here(year - 1, 'price_index')}*(1+index_rate)"}
        spending = {"unspent_share": "MAX(0,underspend_rate)", "shortfall_share": "MAX(0,-underspend_rate)"}
        counted = {name: f"IF(first_year={year},{share},0)" for name, share in spending.items()}
        return {"price_index": f"1+{self._rate(year)}", **counted}

    def _rate(self, year: int) -> str:
        """Price growth into a year."""
        law = self.start.law
        return "index_rate" if law is None or year != self.baseline.first_year else repr(float(law.index_rate))

    def of_solution(self, name: str, year: int, solution: int) -> str:
        """The formula of a quantity of a solution in a year, one of ``grid.ROWS`` that are no scalars."""
        measured = cell(name, self.baseline, self.start, year, solution)

        def here(other: str, years_ago: int = 0) -> str:
            return self.grid.here(year - years_ago, other, solution)

        def whole_year(other: str) -> str:
            return self.grid.here(year, other)

        first = year == self.baseline.first_year
        if measured is not None:
            return f"={measured}" if name != "state_funded" or first else f"={here(name, 1)}+{measured}"
        available = repr(float(self.baseline.available[solution]))
        counted = partial(self._counted, year, solution, here=here)
        formulas: dict[str, Callable[[], str]] = {
            "previous_fixed": lambda: available if first else here("level", 1),
            "base": lambda: f"{here('previous_fixed')}+{here('financing_cell')}",
            "investment": lambda: counted("investment"),
            "volume": lambda: counted("volume"),
            "efficiency": lambda: counted("efficiency"),
            "level": lambda: "+".join(map(here, PARTS_OF_LEVEL)),
            "cost_level": lambda: f"{whole_year('kappa')}*{here('level')}*{whole_year('price_index')}",
            "unspent": lambda: f"{whole_year('unspent_share')}*{here('level')}*{whole_year('price_index')}",
            "shortfall": lambda: f"{whole_year('shortfall_share')}*{here('level')}*{whole_year('price_index')}",
            "returned": lambda: self._returned(year, solution, here),
            "state_funding": lambda: f"-{whole_year('kappa')}*{here('state_funded')}*{whole_year('price_index')}",
            "financing_need": lambda: f"{here('cost_level')}-{here('returned')}+{here('state_funding')}",
            "b_previous_level": lambda: available if first else here("cost_level", 1),
            "b_indexation": lambda: f"{here('b_previous_level')}*{self._rate(year)}",
            "b_investment": lambda: f"{here('investment')}*{whole_year('step')}",
            "b_changed_financing": lambda: f"{here('financing_cell')}*{whole_year('step')}",
            "b_volume_preparedness": lambda: f"{here('volume')}*{whole_year('step')}",
            "b_efficiency": lambda: f"{here('efficiency')}*{whole_year('step')}",
            "b_added_measures": lambda: f"{here('added_measures')}*{whole_year('step')}",
            "b_risk_margin": lambda: f"{here('level')}*{whole_year('margin')}",
        }
        return f"={formulas[name]()}"

    def _counted(self, year: int, solution: int, kind: str, here: At) -> str:
        """A planned step as far as it is counted on, equation 3; the clearing line is left alone."""
        planned, name = here(f"{kind}_cell"), self.baseline.solutions[solution]
        if name == self.baseline.clearing_line:
            return planned
        lever, base = cell_name(f"by_solution.{name}"), here("base")
        settled = cell(f"firm_{kind}", self.baseline, self.start, year, solution)
        firm = here("decommissioning") if kind == "efficiency" else f"({settled})" if settled != "0" else ""
        share = f"{lever}_{kind}_realisation"
        realised = f"({planned}-{firm})*{share}+{firm}" if firm else f"{planned}*{share}"
        extra = {
            "investment": "",
            "volume": f"+{lever}_extra_volume*{base}",
            "efficiency": f"-({lever}_extra_efficiency"
            f"+IF({year}={self.start.levers_from},{lever}_lasting_saving,0))*{base}",
        }[kind]
        return f"IF({self.grid.here(year, 'on')}=1,{realised}{extra},{planned})"

    def _returned(self, year: int, solution: int, here: At) -> str:
        """What is returned, equation 7; by the law as published, and of the base year in the second at the earliest."""
        baseline, law = self.baseline, self.start.law
        of_base_year, earlier = (
            repr(float(each[solution])) for each in (baseline.base_year_underspend, baseline.returned)
        )
        due = f"repayment_lag={year - baseline.base_year}"
        if law is not None:
            due = f"MAX({baseline.base_year}+repayment_lag,{baseline.plan_years[1]})={year}"
        terms = [f"IF({due},{of_base_year},0)*base_year_underspend_returned"]
        if year == baseline.first_year:
            terms.append(f"{earlier}*earlier_funds_returned" if law is None else earlier)
        for lag in (1, 2):
            if year - lag >= baseline.first_year:
                back = f"underspend_returned*{here('unspent', lag)}-shortfall_recovered*{here('shortfall', lag)}"
                terms.append(f"IF(repayment_lag={lag},{back},0)")
        return f"(1+{self._rate(year)})*({'+'.join(terms)})"
