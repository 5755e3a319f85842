"""The model's equations as formulas of a spreadsheet, cell by cell; the numbers are those of docs/model.md."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from exports.workbook.grid import Grid
from exports.workbook.levers import EMBEDDED_MARGIN, FIXED_PRICES, cell_name, measure_size
from model.baseline.axes import ADDED, PUBLISHED_STEPS
from model.baseline.baseline import Baseline
from model.baseline.measures import Measure, Part

COMPONENT_OF = dict(
    zip(("investment_cell", "financing_cell", "volume_cell", "efficiency_cell"), PUBLISHED_STEPS, strict=True)
) | {"added_measures": ADDED}

At = Callable[..., str]


@dataclass(frozen=True, slots=True)
class Equations:
    """The equations of a baseline on the cells of a grid."""

    baseline: Baseline
    grid: Grid

    def scalar(self, name: str, year: int) -> str:
        """What holds for a whole year: whether the levers work, factors, indices."""
        on, kappa, index = (self.grid.here(year, scalar_name) for scalar_name in ("on", "kappa", "price_index"))
        return {
            "on": f"=IF({year}>=first_year,1,0)",
            "kappa": f"=IF({on}=1,(1+risk_margin)/(1+{EMBEDDED_MARGIN}),1)",
            "price_index": f"=(1+index_rate)^{year - self.baseline.base_year}",
            "unspent_share": f"=IF({on}=1,MAX(0,{kappa}-1+underspend_rate),0)",
            "shortfall_share": f"=IF({on}=1,MAX(0,1-underspend_rate-{kappa}),0)",
            "step": f"={index}*IF({year}>first_year,{kappa},1)",
            "margin": f"={index}*IF({year}=first_year,{kappa}-1,0)",
            "deflator": f"=IF({FIXED_PRICES},{index},1)",
        }[name]

    def of_solution(self, name: str, year: int, solution: int) -> str:
        """The formula of a quantity of a solution in a year, one of ``grid.ROWS`` that are no scalars."""
        if name in COMPONENT_OF or name == "decommissioning":
            return f"={self._cell(name, year, solution)}"

        def here(other: str, years_ago: int = 0) -> str:
            return self.grid.here(year - years_ago, other, solution)

        def whole_year(other: str) -> str:
            return self.grid.here(year, other)

        first = year == self.baseline.first_year
        available = repr(float(self.baseline.available[solution]))
        counted = partial(self._counted, solution=solution, here=here, whole_year=whole_year)
        formulas: dict[str, Callable[[], str]] = {
            "previous_fixed": lambda: available if first else here("level", 1),
            "base": lambda: f"{here('previous_fixed')}+{here('financing_cell')}",
            "investment": lambda: counted("investment"),
            "volume": lambda: counted("volume"),
            "efficiency": lambda: counted("efficiency"),
            "level": lambda: "+".join(
                here(part)
                for part in ("previous_fixed", "investment", "financing_cell", "volume", "efficiency", "added_measures")
            ),
            "cost_level": lambda: f"{whole_year('kappa')}*{here('level')}*{whole_year('price_index')}",
            "unspent": lambda: f"{whole_year('unspent_share')}*{here('level')}*{whole_year('price_index')}",
            "shortfall": lambda: f"{whole_year('shortfall_share')}*{here('level')}*{whole_year('price_index')}",
            "returned": lambda: self._returned(year, solution, here),
            "financing_need": lambda: f"{here('cost_level')}-{here('returned')}",
            "b_previous_level": lambda: available if first else here("cost_level", 1),
            "b_indexation": lambda: f"{here('b_previous_level')}*index_rate",
            "b_investment": lambda: f"{here('investment')}*{whole_year('step')}",
            "b_changed_financing": lambda: f"{here('financing_cell')}*{whole_year('step')}",
            "b_volume_preparedness": lambda: f"{here('volume')}*{whole_year('step')}",
            "b_efficiency": lambda: f"{here('efficiency')}*{whole_year('step')}",
            "b_added_measures": lambda: f"{here('added_measures')}*{whole_year('step')}",
            "b_risk_margin": lambda: f"{here('level')}*{whole_year('margin')}",
        }
        return f"={formulas[name]()}"

    def _counted(self, kind: str, solution: int, here: At, whole_year: At) -> str:
        """A planned step as far as it is counted on, equation 3; the clearing line is left alone."""
        cell, name = here(f"{kind}_cell"), self.baseline.solutions[solution]
        if name == self.baseline.clearing_line:
            return cell
        lever = cell_name(f"by_solution.{name}")
        share = f"{lever}_{kind}_realisation"
        counted = {
            "investment": f"{cell}*{share}",
            "volume": f"{cell}*{share}+{lever}_extra_volume*{here('base')}",
            "efficiency": f"({cell}-{here('decommissioning')})*{share}+{here('decommissioning')}"
            f"-{lever}_extra_efficiency*{here('base')}",
        }[kind]
        return f"IF({whole_year('on')}=1,{counted},{cell})"

    def _returned(self, year: int, solution: int, here: At) -> str:
        """What is returned, equation 7."""
        baseline = self.baseline
        of_base_year, earlier = (
            repr(float(each[solution])) for each in (baseline.base_year_underspend, baseline.returned)
        )
        terms = [f"IF(repayment_lag={year - baseline.base_year},{of_base_year},0)*base_year_underspend_returned"]
        if year == baseline.first_year:
            terms.append(f"{earlier}*earlier_funds_returned")
        for lag in (1, 2):
            if year - lag >= baseline.first_year:
                back = f"underspend_returned*{here('unspent', lag)}-shortfall_recovered*{here('shortfall', lag)}"
                terms.append(f"IF(repayment_lag={lag},{back},0)")
        return f"(1+index_rate)*({'+'.join(terms)})"

    def _cell(self, name: str, year: int, solution: int) -> str:
        """A published cell with what the measures change in it, equation 1."""
        component = COMPONENT_OF.get(name, "efficiency")
        terms = []
        if component in PUBLISHED_STEPS and name != "decommissioning":
            place = self.baseline.years.index(year), PUBLISHED_STEPS.index(component), solution
            terms.append(repr(float(self.baseline.changes[place])))
        for measure in self.baseline.measures.values():
            for part in measure.parts:
                if (part.solution, part.component) != (self.baseline.solutions[solution], component):
                    continue
                if name == "decommissioning" and not measure.decommissioning:
                    continue
                terms.append(_measure(measure, part, year, whole=name == "decommissioning"))
        return "+".join(terms) or "0"


def _measure(measure: Measure, part: Part, year: int, whole: bool) -> str:
    """What a part of a measure adds to a year's cell; ``whole``: counted from nothing, not from the published cell."""
    size, delay = measure_size(measure.name), cell_name(f"measures.{measure.name}.delay")
    start = "first_year" if part.year is None else str(part.year)
    comes = f"IF({year}{'>=' if part.every else '='}{start}+{delay},{size},0)"
    if part.amount_mnok is None:
        return f"{comes}*{cell_name(f'measures.{measure.name}.amount_mnok')}*{part.share!r}"
    if measure.published and part.year == year and not whole:
        return f"({part.amount_mnok!r})*({comes}-1)"
    return f"({part.amount_mnok!r})*{comes}"
