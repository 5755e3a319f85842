"""What is asked, as one value: every page, file, command and benchmark puts it together here and nowhere else."""

from dataclasses import dataclass, field
from typing import Final, cast

from model.answers.own_data import OwnData
from model.baseline.baseline import Baseline
from model.payers import organisations
from model.reading.errors import ScenarioError
from model.scenario.fields import LAW, START
from model.scenario.scenario import Scenario

NOMINAL, FIXED = "lopende", "faste"
PRICES: Final = (NOMINAL, FIXED)
"""Price bases as links and commands write them: the scenario's own kroner, or fixed kroner of the base year."""

AMOUNTS_UNTOUCHED: Final = frozenset({"name", "index_rate", "keys", "municipal_key", "rhf_key", "projects"})
"""Fields that leave every amount as published: price growth is in the reference too, and keys only divide."""


def published_beside(scenario: Scenario) -> Scenario:
    """The published figures of a scenario's baseline at the scenario's own price growth and start."""
    return Scenario(index_rate=scenario.index_rate, start=scenario.start, figures=scenario.figures)


def published_spent_alike(scenario: Scenario) -> Scenario:
    """The same with as large a part of it spent as in the scenario, from the same year on: other rules are its own."""
    published = published_beside(scenario).with_value("underspend_rate", scenario.underspend_rate)
    return published.with_value("first_year", scenario.first_year)


@dataclass(frozen=True, slots=True)
class Question:
    """Which scenario, against what, in which prices, for which year, for whom, with whose keys.

    against: None is the published figures at the scenario's own price growth, so that price growth is not read as
    growth. prices: one of ``PRICES``. us: the RHF's name or the municipality's number that is looked at; empty for
    nobody. year: the plan's first where none is given. Raises ScenarioError for a year, a price basis or an
    organisation that does not exist.
    """

    scenario: Scenario = field(default_factory=Scenario)
    against: Scenario | None = None
    prices: str = NOMINAL
    year: int = 0
    us: str = ""
    own: OwnData = field(default_factory=OwnData)
    _published: Scenario | None = field(default=None, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not self.year:
            object.__setattr__(self, "year", self.baseline.first_year)
        known = {"prices": PRICES, "year": self.baseline.plan_years, "us": ("", *organisations())}
        for name, allowed in known.items():
            if getattr(self, name) not in allowed:
                raise ScenarioError(name, getattr(self, name), "choice", allowed)

    @property
    def baseline(self) -> Baseline:
        """The baseline of the scenario."""
        return self.scenario.figures

    @property
    def reference(self) -> Scenario:
        """The scenario that the question's is compared with, whether one was asked for or not."""
        if self.against is not None:
            return self.against
        if self._published is None:
            object.__setattr__(self, "_published", published_beside(self.scenario))
        return cast(Scenario, self._published)

    @property
    def is_indexed(self) -> bool:
        """Whether the amounts are shown with price growth in them."""
        sides = (self.scenario, self.reference)
        return self.prices == NOMINAL and any(side.index_rate or side.start == LAW for side in sides)

    @property
    def grows_alike(self) -> bool:
        """Whether scenario and reference have the same price growth, into the first year too."""
        sides = (self.scenario, self.reference)
        return len({(side.index_rate, side.start) for side in sides}) == 1

    @property
    def is_published(self) -> bool:
        """Whether the amounts are the published ones: nothing that moves them departs, however little it moves them."""
        return self._departing() <= AMOUNTS_UNTOUCHED

    @property
    def moves_amounts(self) -> bool:
        """Whether a lever is moved that can make amounts differ from the published ones that start where it does."""
        return not self._departing() <= {*AMOUNTS_UNTOUCHED, START}

    def _departing(self) -> set[str]:
        """The fields of the scenario that are not as the published figures have them."""
        return {path.split(".")[0] for path in self.scenario.departures()}
