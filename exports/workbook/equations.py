"""The model's equations as formulas of a spreadsheet, cell by cell; the numbers are those of docs/model.md."""

from collections.abc import Callable

from exports.workbook.grid import Grid
from exports.workbook.levers import EMBEDDED_MARGIN, FIXED_PRICES, cell_name, measure_size
from model import BASE_YEAR, PLAN_YEARS, SOLUTIONS, published
from model.baseline.axes import CLEARING_LINE, PUBLISHED_STEPS
from model.baseline.measures import Measure, Part, measures
from model.baseline.published import PUBLISHED_YEARS

COMPONENT_OF = dict(
    zip(("investment_cell", "financing_cell", "volume_cell", "efficiency_cell"), PUBLISHED_STEPS, strict=True)
) | {"added_measures": "added_measures"}
CLEARING = SOLUTIONS.index(CLEARING_LINE)

At = Callable[..., str]


def scalar(grid: Grid, name: str, year: int) -> str:
    """What holds for a whole year: whether the levers work, factors, indices."""
    on, kappa, index = (grid.here(year, scalar_name) for scalar_name in ("on", "kappa", "price_index"))
    return {
        "on": f"=IF({year}>=first_year,1,0)",
        "kappa": f"=IF({on}=1,(1+risk_margin)/(1+{EMBEDDED_MARGIN}),1)",
        "price_index": f"=(1+index_rate)^{year - BASE_YEAR}",
        "unspent_share": f"=IF({on}=1,MAX(0,{kappa}-1+underspend_rate),0)",
        "shortfall_share": f"=IF({on}=1,MAX(0,1-underspend_rate-{kappa}),0)",
        "step": f"={index}*IF({year}>first_year,{kappa},1)",
        "margin": f"={index}*IF({year}=first_year,{kappa}-1,0)",
        "deflator": f"=IF({FIXED_PRICES},{index},1)",
    }[name]


def of_solution(grid: Grid, name: str, year: int, solution: int) -> str:
    """The formula of a quantity of a solution in a year, one of ``grid.ROWS`` that are no scalars."""
    if name in COMPONENT_OF or name == "decommissioning":
        return f"={_cell(name, year, solution)}"

    def here(other: str, years_ago: int = 0) -> str:
        return grid.here(year - years_ago, other, solution)

    def whole_year(other: str) -> str:
        return grid.here(year, other)

    first = year == PLAN_YEARS[0]
    available = repr(float(published().available[solution]))
    formulas: dict[str, Callable[[], str]] = {
        "previous_fixed": lambda: available if first else here("level", 1),
        "base": lambda: f"{here('previous_fixed')}+{here('financing_cell')}",
        "investment": lambda: _counted("investment", solution, here, whole_year),
        "volume": lambda: _counted("volume", solution, here, whole_year),
        "efficiency": lambda: _counted("efficiency", solution, here, whole_year),
        "level": lambda: "+".join(
            here(part)
            for part in ("previous_fixed", "investment", "financing_cell", "volume", "efficiency", "added_measures")
        ),
        "cost_level": lambda: f"{whole_year('kappa')}*{here('level')}*{whole_year('price_index')}",
        "unspent": lambda: f"{whole_year('unspent_share')}*{here('level')}*{whole_year('price_index')}",
        "shortfall": lambda: f"{whole_year('shortfall_share')}*{here('level')}*{whole_year('price_index')}",
        "returned": lambda: _returned(year, solution, here),
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


def _counted(kind: str, solution: int, here: At, whole_year: At) -> str:
    """A planned step as far as it is counted on, equation 3; the clearing line is left alone."""
    cell = here(f"{kind}_cell")
    if solution == CLEARING:
        return cell
    lever = f"by_solution_{SOLUTIONS[solution]}"
    share = f"{lever}_{kind}_realisation"
    counted = {
        "investment": f"{cell}*{share}",
        "volume": f"{cell}*{share}+{lever}_extra_volume*{here('base')}",
        "efficiency": f"({cell}-{here('decommissioning')})*{share}+{here('decommissioning')}"
        f"-{lever}_extra_efficiency*{here('base')}",
    }[kind]
    return f"IF({whole_year('on')}=1,{counted},{cell})"


def _returned(year: int, solution: int, here: At) -> str:
    """What is returned, equation 7."""
    terms = [f"IF(repayment_lag={year - BASE_YEAR},{float(published().underspend_2025[solution])!r},0)"]
    terms[0] += "*underspend_2025_returned"
    if year == PLAN_YEARS[0]:
        terms.append(f"{float(published().returned[solution])!r}*earlier_funds_returned")
    for lag in (1, 2):
        if year - lag >= PLAN_YEARS[0]:
            back = f"underspend_returned*{here('unspent', lag)}-shortfall_recovered*{here('shortfall', lag)}"
            terms.append(f"IF(repayment_lag={lag},{back},0)")
    return f"(1+index_rate)*({'+'.join(terms)})"


def _cell(name: str, year: int, solution: int) -> str:
    """A published cell with what the measures change in it, equation 1."""
    component = COMPONENT_OF.get(name, "efficiency")
    terms = []
    if component in PUBLISHED_STEPS and name != "decommissioning":
        place = PUBLISHED_YEARS.index(year), PUBLISHED_STEPS.index(component), solution
        terms.append(repr(float(published().changes[place])))
    for measure in measures().values():
        for part in measure.parts:
            if (part.solution, part.component) != (SOLUTIONS[solution], component):
                continue
            if name == "decommissioning" and not measure.decommissioning:
                continue
            terms.append(_measure(measure, part, year, whole=name == "decommissioning"))
    return "+".join(terms) or "0"


def _measure(measure: Measure, part: Part, year: int, whole: bool) -> str:
    """What a part of a measure adds to a year's cell; ``whole``: counted from nothing, not from the published cell."""
    size, delay = measure_size(measure.name), cell_name(f"measures.{measure.name}.delay")
    start = "first_year" if part.year is None else str(part.year)
    sign = ">=" if part.year is None else "="
    comes = f"IF({year}{sign}{start}+{delay},{size},0)"
    if part.amount_mnok is None:
        return f"{comes}*{cell_name(f'measures.{measure.name}.amount_mnok')}*{part.share!r}"
    if part.year == year and not whole:
        return f"({part.amount_mnok!r})*({comes}-1)"
    return f"({part.amount_mnok!r})*{comes}"
