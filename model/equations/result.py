"""What the model gives for some scenarios."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from model.baseline.axes import Array
from model.baseline.baseline import Baseline
from model.equations.formulas import price_index
from model.reading.errors import ModelError


@dataclass(frozen=True, slots=True, eq=False)
class Result:
    """Levels, needs and bridges of some scenarios. Arrays are (year, solution, scenario), MNOK, read-only.

    years: the years of the first axis. baseline: what they start from.
    cost_level, financing_need: equations 5 and 8, at the scenario's index.
    returned: equation 7, what lowers the payment, negative where a shortfall is charged. unspent, shortfall:
    equation 6, 0 or more. bridge: component → array, in the order of ``COMPONENTS``. These four are None where the
    run was asked for no bridges.
    index_rate: (scenario,), price growth a year. first_index_rate: (scenario,), into the plan's first year.
    """

    baseline: Baseline
    years: tuple[int, ...]
    index_rate: Array
    first_index_rate: Array
    cost_level: Array
    financing_need: Array
    returned: Array | None
    unspent: Array | None
    shortfall: Array | None
    bridge: Mapping[str, Array] | None

    def amounts(self) -> Mapping[str, Array]:
        """Every amount by name: the bridge's components, ``returned``, ``unspent`` and ``shortfall``.

        Raises ModelError for the result of a run without bridges.
        """
        if self.bridge is None or self.returned is None or self.unspent is None or self.shortfall is None:
            raise ModelError("The result has no bridges; run the scenarios with bridges=True.")
        return {**self.bridge, "returned": self.returned, "unspent": self.unspent, "shortfall": self.shortfall}

    def need(self, year: int) -> float:
        """The financing need of a year, all solutions, MNOK, of the first scenario."""
        return float(self.financing_need[self.years.index(year), :, 0].sum())

    def of_years(self, start: int, stop: int | None) -> "Result":
        """The totals of some years, by their places: cost level and need, without what a bridge has."""
        return replace(
            self,
            years=self.years[start:stop],
            cost_level=self.cost_level[start:stop],
            financing_need=self.financing_need[start:stop],
            returned=None,
            unspent=None,
            shortfall=None,
            bridge=None,
        )

    @property
    def index(self) -> Array:
        """(year, scenario): the price index I(t); an amount over it is in fixed kroner of the base year."""
        return price_index(self.index_rate, self.first_index_rate, len(self.years))
