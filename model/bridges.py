"""The bridge of a year: what takes the level of last year to the need of this year."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from model.axes import Array
from model.equations import realised, realised_efficiency
from model.levers import Levers


@dataclass(frozen=True, slots=True)
class Planned:
    """The cells of a year as far as they are counted on, without the extra levers: (solution, 1 or scenario), MNOK."""

    investment: Array
    changed_financing: Array
    volume_preparedness: Array
    efficiency: Array
    added_measures: Array

    @classmethod
    def of(cls, cells: Array, levers: Levers) -> "Planned":
        """The counted part of the cells after measures, equation 3."""
        investment, changed_financing, volume, efficiency, added, decommissioning = cells
        return cls(
            realised(investment, levers.investment_realisation),
            changed_financing,
            realised(volume, levers.volume_realisation),
            realised_efficiency(efficiency, decommissioning, levers.efficiency_realisation),
            added,
        )

    def change(self) -> Array:
        """Their sum."""
        return (
            self.investment
            + self.changed_financing
            + self.volume_preparedness
            + self.efficiency
            + self.added_measures
        )


def write_steps(out: Mapping[str, Array], planned: Planned, levers: Levers, base: Array, factor: Array) -> None:
    """Puts the five steps of a year into ``out``: (solution, scenario), MNOK at the scenario's index.

    base: equation 2. factor: I(t), times κ in the years after the first year of the levers.
    """
    np.multiply(planned.investment, factor, out=out["investment"])
    np.multiply(planned.changed_financing, factor, out=out["changed_financing"])
    np.multiply(_volume(planned, levers, base), factor, out=out["volume_preparedness"])
    np.multiply(_efficiency(planned, levers, base), factor, out=out["efficiency"])
    np.multiply(planned.added_measures, factor, out=out["added_measures"])


def _volume(planned: Planned, levers: Levers, base: Array) -> Array:
    """Volume and preparedness, with the extra lever, equation 3."""
    if levers.extra_volume is None:
        return planned.volume_preparedness
    return planned.volume_preparedness + levers.extra_volume * base


def _efficiency(planned: Planned, levers: Levers, base: Array) -> Array:
    """Efficiency, with the extra lever, equation 3."""
    if levers.extra_efficiency is None:
        return planned.efficiency
    return planned.efficiency - levers.extra_efficiency * base
