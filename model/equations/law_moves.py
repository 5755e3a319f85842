"""What measures move where the plan's first year is as the regulation has set it."""

import numpy as np

from model.baseline.axes import Array
from model.baseline.measures import Measure, Part
from model.equations.timing import LawStart


def moved_from_law(
    start: LawStart, measure: Measure, published: int, size: Array, lands: Array, year: int
) -> tuple[Array, Array]:
    """What a part of a published measure puts into a year as planned, and what is settled there, shares of its amount.

    The first year has what the law has. Where it has the measure, the second settles the difference from what the
    scenario has in the first year, or takes it out; the scenario's comes in its own year, the second at the earliest.
    What is settled is left alone by the realisation levers.

    published: the year that the part is printed in. size, lands: the scenario's, (1 or scenario,).
    """
    law_size, law_lands = _law_size(start, measure), published + start.law.setting(measure, "delay")
    stands = law_lands == start.first_year and law_size != 0
    if year == start.first_year:
        return np.full(1, law_size if stands else 0.0), np.zeros(1)
    in_both = (lands == start.first_year) & stands
    planned = size * (~in_both & (np.maximum(lands, start.second_year) == year))
    if not stands or year != start.second_year:
        return planned, np.zeros(1)
    return planned, np.where(in_both, size, 0.0) - law_size


def added_from_law(start: LawStart, measure: Measure, part: Part) -> float:
    """What the law has of a part of an optional measure in the first year, MNOK."""
    year = start.first_year if part.year is None else part.year
    given = measure.amount_mnok if part.amount_mnok is None else part.amount_mnok
    comes = year + start.law.setting(measure, "delay") == start.first_year
    return _law_size(start, measure) * comes * (given or 0.0) * part.share


def _law_size(start: LawStart, measure: Measure) -> float:
    return start.law.setting(measure, "enabled") * start.law.setting(measure, "scale")
