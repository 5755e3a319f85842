"""The bridge of a year: what takes the level of last year to the need of this year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from model.baseline.axes import Array
from model.equations.formulas import Place, realised, share_of_base
from model.equations.levers import Levers


@dataclass(frozen=True, slots=True)
class Planned:
    """The cells of a year as far as they are counted on, without the extra levers: (solution, 1 or scenario), MNOK.

    state_funded: what the state pays of the added measures; None where it pays nothing in any scenario.
    """

    investment: Array
    changed_financing: Array
    volume_preparedness: Array
    efficiency: Array
    added_measures: Array
    state_funded: Array | None

    @classmethod
    def of(cls, cells: Sequence[Array], levers: Levers, clearing: Place) -> "Planned":
        """The counted part of the cells after measures, equation 3."""
        investment, changed_financing, volume, efficiency, added, decommissioning, *more = cells
        firm_investment, firm_volume, state_funded = more or (None, None, None)
        return cls(
            realised(investment, firm_investment, levers.investment_realisation, clearing),
            changed_financing,
            realised(volume, firm_volume, levers.volume_realisation, clearing),
            realised(efficiency, decommissioning, levers.efficiency_realisation, clearing),
            added,
            state_funded,
        )

    def change(self) -> Array:
        """Their sum."""
        return (
            self.investment + self.changed_financing + self.volume_preparedness + self.efficiency + self.added_measures
        )


@dataclass(frozen=True, slots=True)
class Multipliers:
    """What the parts of a year's bridge are multiplied by: (1 or scenario,).

    index_rate: g, for the indexation of last year's level. step: for a step, I(t), times κ in the years after the
    levers' first year. margin: for the margin's own step, (κ − 1)·I(t) in the first year and 0 in the others.
    """

    index_rate: Array
    step: Array
    margin: Array

    @classmethod
    def of(cls, index_rate: Array, index: Array, factor: Array, years_working: Array) -> "Multipliers":
        """The multipliers of a year. index: I(t). factor: κ. years_working: years since the levers' first year."""
        step = np.where(years_working > 0, factor, 1.0) * index
        margin = np.where(years_working == 0, factor - 1, 0.0) * index
        return cls(index_rate, step, margin)


def write_bridge(
    out: Mapping[str, Array],
    previous: Array,
    level: Array,
    planned: Planned,
    levers: Levers,
    base: Array,
    clearing: Place,
    multipliers: Multipliers,
) -> None:
    """Puts a year's bridge up to the cost level into ``out``: component → (solution, scenario), MNOK.

    previous: last year's cost level, what was available for the first year. level: this year's, in kroner of the base
    year. base: what the extra levers are shares of, equation 2, in kroner of the base year.
    """
    out["previous_level"][...] = previous
    np.multiply(previous, multipliers.index_rate, out=out["indexation"])
    np.multiply(planned.investment, multipliers.step, out=out["investment"])
    np.multiply(planned.changed_financing, multipliers.step, out=out["changed_financing"])
    np.multiply(volume_preparedness(planned, levers, base, clearing), multipliers.step, out=out["volume_preparedness"])
    np.multiply(efficiency(planned, levers, base, clearing), multipliers.step, out=out["efficiency"])
    np.multiply(planned.added_measures, multipliers.step, out=out["added_measures"])
    np.multiply(level, multipliers.margin, out=out["risk_margin"])


def volume_preparedness(planned: Planned, levers: Levers, base: Array, clearing: Place) -> Array:
    """Volume and preparedness with the extra lever, equation 3."""
    if levers.extra_volume is None:
        return planned.volume_preparedness
    return planned.volume_preparedness + share_of_base(base, levers.extra_volume, clearing)


def efficiency(planned: Planned, levers: Levers, base: Array, clearing: Place) -> Array:
    """Efficiency with the extra lever, equation 3."""
    if levers.extra_efficiency is None:
        return planned.efficiency
    return planned.efficiency - share_of_base(base, levers.extra_efficiency, clearing)
