"""What is asked for: a quantity at an amount, in one year or in each of several."""

from dataclasses import dataclass

from charts.goals.goal_targets import decimals
from charts.words.quantities import target_of
from model import Baseline, OwnData, Result, Scenario, run
from model.answers.law_payment import charged
from model.answers.own_data import NO_OWN_DATA
from model.answers.quantities import amounts_of, keys_of
from model.explaining.asked import address
from model.explaining.other_answers import WITH
from model.explaining.reasons import quantity_address
from model.payers import PayerKeys
from model.scenario.fields import LAW
from texts import Texts


@dataclass(frozen=True, slots=True)
class Goal:
    """What is asked for: ``quantity`` of ``year`` at ``target`` MNOK, in kroner of the base year where ``fixed``.

    own: what takes the place of the scenario's keys. fewest: the decimals that amounts of the quantity are shown with.
    to: the last of the years, of a path; 0 for the one year alone. held: a year that no answer may move, 0 for none.
    """

    quantity: str
    year: int
    target: float
    fixed: bool
    own: OwnData = NO_OWN_DATA
    fewest: int = 1
    to: int = 0
    held: int = 0

    @property
    def years(self) -> tuple[int, ...]:
        """The years in which it is to be so."""
        return tuple(range(self.year, max(self.year, self.to) + 1))

    @property
    def is_path(self) -> bool:
        """Whether it is asked for in several years."""
        return self.to > self.year

    @property
    def decimals(self) -> int:
        """The decimals that the target is written with."""
        return decimals(self.target, self.fewest)

    def when(self) -> str:
        """«2027», of a path «2027–2029»."""
        return f"{self.year}–{self.to}" if self.is_path else str(self.year)

    def what(self, texts: Texts) -> str:
        """«finansieringsbehovet i 2027», in a sentence."""
        return target_of(self.quantity, self.when(), texts)

    def address(self, year: int, scenario: Scenario) -> str:
        """The address of the quantity in a year, of a scenario whose levers work from when ``scenario``'s do."""
        path = quantity_address(self.quantity, year)
        moves_later = self.held and scenario.start != LAW
        return address(WITH, "first_year", scenario.first_year, path) if moves_later else path

    def is_met(self, *amounts: float) -> bool:
        """Whether amounts, MNOK, print like the target, with as many decimals as that has."""
        return {f"{amount:.{self.decimals}f}" for amount in amounts} == {f"{self.target:.{self.decimals}f}"}

    def amount(self, scenario: Scenario) -> float:
        """What the scenario gives in the first year as it is computed, MNOK, in the prices of the target."""
        return self.amounts(scenario)[0]

    def amounts(self, scenario: Scenario) -> tuple[float, ...]:
        """The same in each of the years."""
        return self._amounts(self._run(scenario), keys_of((scenario,), self.own), self.years)

    def present(self, scenario: Scenario) -> tuple[float, ...]:
        """The same as it is shown: in the year that the regulation has set the regulation's, for a start from it."""
        result, keys = self._run(scenario), keys_of((scenario,), self.own)
        return self._amounts(*charged(scenario, result, keys, is_fixed=False), self.years)

    def leaves_alone(self, before: Scenario, after: Scenario) -> bool:
        """Whether the year that is held prints alike in two scenarios; true where none is."""
        if not self.held:
            return True
        of_year = [
            self._amounts(self._run(each), keys_of((each,), self.own), (self.held,))[0] for each in (before, after)
        ]
        return len({f"{amount:.{self.fewest}f}" for amount in of_year}) == 1

    def _run(self, scenario: Scenario) -> Result:
        return run(scenario, self.years[-1], bridges=False)

    def _amounts(self, result: Result, keys: PayerKeys, years: tuple[int, ...]) -> tuple[float, ...]:
        amounts = amounts_of(self.quantity, result, keys)[:, :, 0].sum(axis=1)
        if self.fixed:
            amounts = amounts / result.index[:, 0]
        return tuple(float(amounts[result.years.index(year)]) for year in years)


def held_year(baseline: Baseline, year: int) -> int:
    """The year that the regulation has set, where a later one is asked for; 0 where nothing is held."""
    law = baseline.law
    return law.year if law is not None and year > law.year else 0


def holding(scenario: Scenario, goal: Goal) -> Scenario:
    """The scenario with levers that work after the year that is held; from the law they do already."""
    if not goal.held or scenario.start == LAW or scenario.first_year > goal.held:
        return scenario
    return scenario.with_value("first_year", goal.held + 1)
