"""Cells of the plan after measures, equation 1, from the print or from what the law has set."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Self

from model.baseline.axes import ADDED, PUBLISHED_STEPS
from model.baseline.baseline import Baseline
from model.baseline.law import Law
from model.baseline.measures import Measure, Part
from model.explaining.expressions import (
    AT_LEAST,
    EQUAL,
    FACTOR,
    NOTHING,
    ONE,
    YEAR,
    Choice,
    Condition,
    Expression,
    Figure,
    IfAny,
    Lever,
    constant,
    largest,
    less,
    times,
    total,
    year,
)
from model.explaining.origins import amount_of, of_law, planned_cell, share_of
from model.scenario.fields import LAW
from model.scenario.scenario import Scenario

DECOMMISSIONING, STATE_FUNDED = "decommissioning", "state_funded"
FIRM: Final = {"firm_investment": "investment", "firm_volume_preparedness": "volume_preparedness"}
"""What of a step its realisation lever leaves alone, beside decommissioning → the step."""

PLANNED: Final = {f"planned_{step}": step for step in PUBLISHED_STEPS}
COMPONENT_OF: Final = {
    **PLANNED,
    **FIRM,
    DECOMMISSIONING: "efficiency",
    f"planned_{ADDED}": ADDED,
    STATE_FUNDED: ADDED,
}
"""Quantity that measures stand in → the component that their parts name."""


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
    def levers_from(self) -> Expression:
        """The first year in which the levers work."""
        first = Lever("first_year")
        return first if self.law is None else largest("levers_from", first, year(self.second_year), unit=YEAR)


@dataclass(frozen=True, slots=True)
class Measured:
    """The cells of a baseline with what the measures change in them."""

    baseline: Baseline
    start: Start

    def of(self, name: str, of_year: int, solution: str) -> Expression:
        """One of ``COMPONENT_OF``, MNOK; ``state_funded`` is what the state pays of the year's own measures."""
        component = COMPONENT_OF[name]
        terms: list[Expression] = []
        if name in PLANNED:
            terms.append(planned_cell(self.baseline, solution, component, of_year))
        for measure in self.baseline.measures.values():
            for part in measure.parts:
                if (part.solution, part.component) == (solution, component):
                    terms += map(IfAny, self._terms(name, measure, part, of_year))
        return total(name, *terms) if terms else NOTHING

    def _terms(self, name: str, measure: Measure, part: Part, of_year: int) -> Iterator[Expression]:
        """What a part of a measure adds to a cell."""
        if not measure.published:
            yield from self._optional(name, measure, part, of_year)
            return
        planned, settled = self._comes(measure, part, of_year)
        comes = total("comes", *(each for each in (planned, settled) if each is not None), unit=FACTOR)
        path, amount = f"measures.{measure.name}", amount_of(self.baseline, measure, part)
        if name in FIRM or (name == DECOMMISSIONING and not measure.decommissioning):
            if settled is not None:
                yield times(path, amount, settled)
        elif name == DECOMMISSIONING or part.year != of_year:
            yield times(path, amount, comes)
        else:
            yield times(path, amount, less("comes_beyond_the_plan", comes, ONE, unit=FACTOR))

    def _comes(self, measure: Measure, part: Part, of_year: int) -> tuple[Expression | None, Expression | None]:
        """How much of a published measure comes in a year as planned, and what is settled of what the law has."""
        start, size, lands, elsewhere = self.start, _size(measure), _lands(measure, part), _not_then(measure)
        if start.law is None:
            return Choice(Condition(lands, EQUAL, year(of_year)), size, elsewhere), None
        law_size = self._law_size(measure)
        stands = law_size.value != 0 and self._law_lands(measure, part) == start.first_year
        if of_year == start.first_year:
            return (law_size if stands else _of_law_elsewhere(self.baseline, measure)), None
        later = largest("lands", lands, year(start.second_year), unit=YEAR)
        planned = Choice(Condition(later, EQUAL, year(of_year)), size, elsewhere)
        if not stands:
            return planned, None
        in_both = Condition(lands, EQUAL, year(start.first_year))
        settled = None
        if of_year == start.second_year:
            settled = less("settled", Choice(in_both, size, elsewhere), law_size, unit=FACTOR)
        return Choice(in_both, elsewhere, planned), settled

    def _optional(self, name: str, measure: Measure, part: Part, of_year: int) -> Iterator[Expression]:
        """What a part of an optional measure adds to a year, or what the state pays of that."""
        start, path = self.start, f"measures.{measure.name}"
        lands: Expression = _lands(measure, part, start.levers_from if part.year is None else year(part.year))
        if start.law is not None:
            lands = largest("lands", lands, year(start.second_year), unit=YEAR)
        amount: tuple[Expression, ...] = (amount_of(self.baseline, measure, part),)
        if part.amount_mnok is None:
            divided = () if part.share == 1 else (share_of(measure, part),)
            amount = Lever(f"{path}.amount_mnok"), *divided
        states = (Lever(f"{path}.state_share"),) if name == STATE_FUNDED else ()
        comes = Condition(year(of_year), AT_LEAST if part.every else EQUAL, lands)
        yield Choice(comes, times(path, *amount, _size(measure), *states), NOTHING)
        if start.law is not None and of_year == start.first_year and name != STATE_FUNDED:
            yield from self._optional_of_law(measure, part)

    def _optional_of_law(self, measure: Measure, part: Part) -> Iterator[Expression]:
        """What the law has of it in the first year, where it has anything."""
        size = self._law_size(measure)
        given = measure.amount_mnok if part.amount_mnok is None else part.amount_mnok
        if size.value and given and self._law_lands(measure, part) == self.start.first_year:
            amount = of_law(self.baseline, f"{measure.name}.amount", given * part.share, "mnok")
            yield times(f"measures.{measure.name}", amount, size)

    def _law_size(self, measure: Measure) -> Figure:
        law = self.start.law
        size = law.setting(measure, "enabled") * law.setting(measure, "scale") if law else 1.0
        return of_law(self.baseline, f"{measure.name}.scale", size)

    def _law_lands(self, measure: Measure, part: Part) -> float:
        delay = self.start.law.setting(measure, "delay") if self.start.law else 0
        return (self.start.first_year if part.year is None else part.year) + delay


def _of_law_elsewhere(baseline: Baseline, measure: Measure) -> Figure:
    return of_law(baseline, f"{measure.name}.delay", 0.0)


def _size(measure: Measure) -> Expression:
    """How much of a measure comes: its scale while it is on."""
    path = f"measures.{measure.name}"
    return times("size", Lever(f"{path}.enabled"), Lever(f"{path}.scale"), unit=FACTOR)


def _lands(measure: Measure, part: Part, printed: Expression | None = None) -> Expression:
    """The year in which a part of a measure takes effect."""
    at = year(part.year or 0) if printed is None else printed
    return total("lands", at, Lever(f"measures.{measure.name}.delay"), unit=YEAR)


def _not_then(measure: Measure) -> Figure:
    """Nothing of a measure in a year that it does not fall in, as its delay says."""
    return constant("not_this_year", 0.0, FACTOR, place=f"measures.{measure.name}.delay")
