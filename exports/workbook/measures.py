"""Cells of the plan after measures, equation 1, as formulas: from the print, or from what the law has set."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Self

from exports.workbook.levers import cell_name
from model.baseline.axes import ADDED, PUBLISHED_STEPS
from model.baseline.baseline import Baseline
from model.baseline.law import Law
from model.baseline.measures import Measure, Part
from model.scenario.fields import LAW
from model.scenario.scenario import Scenario

STEP_OF: Final = dict(
    zip(("investment_cell", "financing_cell", "volume_cell", "efficiency_cell"), PUBLISHED_STEPS, strict=True)
)
"""Row → the published step that stands in it."""

FIRM_OF: Final = {"firm_investment": "investment", "firm_volume": "volume_preparedness"}
"""What of a step its realisation lever leaves alone, beside decommissioning: no row, but a part of a formula."""

COMPONENT_OF: Final = {
    **STEP_OF,
    **FIRM_OF,
    "added_measures": ADDED,
    "state_funded": ADDED,
    "decommissioning": "efficiency",
}


@dataclass(frozen=True, slots=True)
class Start:
    """What the first year is. law: the regulation that has set it, None where it is as printed."""

    law: Law | None
    first_year: int
    second_year: int

    @classmethod
    def of(cls, scenario: Scenario) -> Self:
        """As a scenario has it."""
        first, second, *_ = scenario.figures.plan_years
        return cls(scenario.figures.law if scenario.start == LAW else None, first, second)

    @property
    def levers_from(self) -> str:
        """The first year in which the levers work."""
        return "first_year" if self.law is None else f"MAX(first_year,{self.second_year})"


def cell(name: str, baseline: Baseline, start: Start, year: int, solution: int) -> str | None:
    """A cell of a year with what the measures change in it; None for a row that no measure stands in.

    ``state_funded`` is what the state pays of the year's own measures.
    """
    component = COMPONENT_OF.get(name)
    if component is None:
        return None
    terms = []
    if name in STEP_OF:
        place = baseline.years.index(year), PUBLISHED_STEPS.index(component), solution
        terms.append(repr(float(baseline.changes[place])))
    for measure in baseline.measures.values():
        for part in measure.parts:
            if (part.solution, part.component) == (baseline.solutions[solution], component):
                terms += _terms(name, measure, part, start, year)
    return "+".join(terms) or "0"


def _terms(name: str, measure: Measure, part: Part, start: Start, year: int) -> Iterator[str]:
    """What a part of a measure adds to a cell."""
    if not measure.published:
        yield from _optional(name, measure, part, start, year)
        return
    planned, settled = _comes(measure, part, start, year)
    comes = "+".join(filter(None, (planned, settled)))
    if name in FIRM_OF or (name == "decommissioning" and not measure.decommissioning):
        if settled:
            yield f"({part.amount_mnok!r})*({settled})"
    elif name == "decommissioning" or part.year != year:
        yield f"({part.amount_mnok!r})*({comes})" if settled else f"({part.amount_mnok!r})*{comes}"
    else:
        yield f"({part.amount_mnok!r})*({comes}-1)"


def _comes(measure: Measure, part: Part, start: Start, year: int) -> tuple[str, str]:
    """How much of a published measure comes in a year as planned, and what is settled there of what the law has."""
    size, lands = measure_size(measure.name), f"{part.year}+{cell_name(f'measures.{measure.name}.delay')}"
    if start.law is None:
        return f"IF({year}={lands},{size},0)", ""
    law_size = start.law.setting(measure, "enabled") * start.law.setting(measure, "scale")
    stands = law_size != 0 and (part.year or 0) + start.law.setting(measure, "delay") == start.first_year
    if year == start.first_year:
        return repr(law_size) if stands else "0", ""
    planned = f"IF(MAX({lands},{start.second_year})={year},{size},0)"
    if not stands:
        return planned, ""
    settled = f"IF({lands}={start.first_year},{size},0)-{law_size!r}" if year == start.second_year else ""
    return f"IF({lands}={start.first_year},0,{planned})", settled


def _optional(name: str, measure: Measure, part: Part, start: Start, year: int) -> Iterator[str]:
    """What a part of an optional measure adds to a year, or what the state pays of that."""
    path = f"measures.{measure.name}"
    lands = f"{start.levers_from if part.year is None else part.year}+{cell_name(f'{path}.delay')}"
    if start.law is not None:
        lands = f"MAX({lands},{start.second_year})"
    comes = f"IF({year}{'>=' if part.every else '='}{lands},{measure_size(measure.name)},0)"
    amount = f"({part.amount_mnok!r})*{comes}"
    if part.amount_mnok is None:
        amount = f"{comes}*{cell_name(f'{path}.amount_mnok')}*{part.share!r}"
    yield f"{amount}*{cell_name(f'{path}.state_share')}" if name == "state_funded" else amount
    if start.law is not None and year == start.first_year and name != "state_funded":
        yield from _optional_of_law(measure, part, start, start.law)


def _optional_of_law(measure: Measure, part: Part, start: Start, law: Law) -> Iterator[str]:
    """What the law has of it in the first year, where it has anything."""
    printed = start.first_year if part.year is None else part.year
    size = law.setting(measure, "enabled") * law.setting(measure, "scale")
    given = measure.amount_mnok if part.amount_mnok is None else part.amount_mnok
    if size and given and printed + law.setting(measure, "delay") == start.first_year:
        yield f"({size * given * part.share!r})"


def measure_size(name: str) -> str:
    """A measure's size in a formula: its scale while it is on."""
    return f"IF({cell_name(f'measures.{name}.enabled')},{cell_name(f'measures.{name}.scale')},0)"
