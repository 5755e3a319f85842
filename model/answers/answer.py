"""The answer to a question, as one value: what every figure, table and file is made from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np

from model.answers.attribution import Attribution, attribute
from model.answers.cautions import Caution, cautions
from model.answers.changes import YearChange, year_change
from model.answers.comparable_growth import ComparableGrowth, comparable_growth
from model.answers.law_payment import LawPayment, charged
from model.answers.quantities import FINANCING_NEED, keys_of
from model.answers.question import FIXED, Question, published_beside, published_spent_alike
from model.answers.settling import LONGEST, Settlement, settle
from model.baseline.axes import Array
from model.baseline.baseline import Baseline
from model.equations.prices import in_fixed_prices
from model.equations.result import Result
from model.equations.steps import run
from model.investment import Burden, divided, invest, paid_for_projects
from model.payers import Deflator, PayerKeys, PaymentHistory, deflator, payment_history
from model.reading.errors import ScenarioError
from model.scenario.comparable import unmoved
from model.scenario.project import Project
from model.scenario.scenario import Scenario

UNSPENT_OF_BASE_YEAR: Final = "base_year_underspend_returned"

UNFOLDED: Final = ("measures", "unspent")
"""The lever groups whose members are shown one by one."""


@dataclass(frozen=True, eq=False)
class Answer:
    """What the model says; made by ``answer``. Results hold one scenario each.

    result, reference: of the scenario and of what it is compared with, in the question's prices. nominal: the
    scenario's in its own kroner. The properties are computed when they are first asked for, and kept.
    """

    question: Question
    result: Result
    reference: Result
    nominal: Result

    @cached_property
    def change(self) -> YearChange:
        """The change into the question's year, in its prices."""
        without_move = self._shown(run(unmoved(self.question.scenario, self.question.year)))
        return year_change(self.result, without_move, self.question.year, self.charged[0])

    @cached_property
    def law_payment(self) -> LawPayment | None:
        """The regulation's payment of the first year, in the question's prices, where the scenario starts from it."""
        return LawPayment.of(self.question.scenario, self.result, self.is_fixed)

    @cached_property
    def growth(self) -> Mapping[str, ComparableGrowth]:
        """Comparable growth into the first year, by the groups that bridges are drawn of; empty where nothing moved."""
        if not self.baseline.moved:
            return {}
        without_move = self._shown(run(unmoved(self.question.scenario, self.baseline.first_year)))
        groups = self.baseline.bridge_groups.items()
        return {group: comparable_growth(self.charged[0], without_move, parts) for group, parts in groups}

    @cached_property
    def open_return_by_solution(self) -> Array:
        """(year, solution), MNOK in its prices: how much lower the need is where the base year's unspent comes back.

        0 where the scenario says how much comes back, and in the first year, which is printed and set.
        """
        scenario, need = self.question.scenario, self.result.financing_need[:, :, 0]
        if UNSPENT_OF_BASE_YEAR in scenario.departures() or not self.baseline.base_year_underspend.any():
            return np.zeros_like(need)
        returned = self._shown(run(scenario.with_value(UNSPENT_OF_BASE_YEAR, 1.0)))
        found: Array = need - returned.financing_need[:, :, 0]
        found[0] = 0.0
        return found

    @cached_property
    def open_return(self) -> Array:
        """(year,): the same of all solutions."""
        found: Array = self.open_return_by_solution.sum(axis=1)
        return found

    @cached_property
    def cautions(self) -> tuple[Caution, ...]:
        """What to be careful with, against the published figures at the scenario's price growth in any question."""
        reference = self.reference
        if self.question.against is not None:
            reference = self._shown(run(published_beside(self.question.scenario)))
        return cautions(self.question.scenario, self.result, reference)

    @cached_property
    def why(self) -> Attribution:
        """The need's difference from the reference by lever group, in the question's prices."""
        return self._attributed()

    @cached_property
    def why_one_by_one(self) -> Attribution:
        """The same with the groups of ``UNFOLDED`` divided on."""
        return self._attributed(UNFOLDED)

    def why_of(self, quantity: str, one_by_one: bool = False) -> Attribution:
        """The same of any quantity: cost level, need, or what somebody pays. Raises ScenarioError for what is none."""
        if quantity == FINANCING_NEED:
            return self.why_one_by_one if one_by_one else self.why
        return self._attributed(UNFOLDED if one_by_one else (), quantity)

    @cached_property
    def keys(self) -> PayerKeys:
        """What the scenario's payments are divided by."""
        return self._keys(self.question.scenario)

    @cached_property
    def reference_keys(self) -> PayerKeys:
        """What the reference's payments are divided by."""
        return self._keys(self.question.reference)

    @cached_property
    def charged(self) -> tuple[Result, PayerKeys]:
        """What payments are made of, in the question's prices: need and keys; the first year as the law has set it."""
        return charged(self.question.scenario, self.result, self.keys, self.is_fixed)

    @cached_property
    def nominal_charged(self) -> tuple[Result, PayerKeys]:
        """The same in the scenario's own kroner."""
        return charged(self.question.scenario, self.nominal, self.keys, is_fixed=False)

    @cached_property
    def reference_charged(self) -> tuple[Result, PayerKeys]:
        """The same of the reference, in the question's prices."""
        return charged(self.question.reference, self.reference, self.reference_keys, self.is_fixed)

    @cached_property
    def law_keys(self) -> PayerKeys:
        """What the regulation's amounts are divided by inside the groups."""
        return self._keys(Scenario(figures=self.baseline))

    @cached_property
    def history(self) -> PaymentHistory | None:
        """What payer groups paid and would pay, in each year's own kroner; None where nothing is known of before."""
        return payment_history(self.nominal, self.keys)

    @cached_property
    def reference_history(self) -> PaymentHistory | None:
        """The same of the reference."""
        result = run(self.question.reference, bridges=False) if self.is_fixed else self.reference
        return payment_history(result, self.reference_keys)

    @cached_property
    def settled(self) -> Settlement:
        """The way of the money, in each year's own kroner: the scenario's, and the published one's, spent alike."""
        scenario = self.question.scenario
        return settle((scenario, published_spent_alike(scenario)), self.baseline.first_year + LONGEST)

    @cached_property
    def burden(self) -> Burden:
        """What the scenario's projects cost whom, in the question's prices; of those that are divided."""
        return self._burden(self.divided, self.question.scenario, self.keys)

    @cached_property
    def reference_burden(self) -> Burden:
        """The same of the reference's."""
        reference = self.question.reference
        return self._burden(divided(reference, self.reference_keys)[0], reference, self.reference_keys)

    def for_projects(self, payer: str = "") -> Array:
        """(year,): what the sector, or an organisation, pays for the scenario's projects in the plan, in its prices."""
        return paid_for_projects(self.question.scenario, self.result.years, self.is_fixed, payer, self.keys)

    def reference_for_projects(self, payer: str = "") -> Array:
        """The same of the reference's."""
        return paid_for_projects(self.question.reference, self.result.years, self.is_fixed, payer, self.reference_keys)

    @property
    def divided(self) -> Mapping[int, Project]:
        """The scenario's projects by their place, without those that nobody can be asked to pay."""
        return self._divided[0]

    @property
    def undivided(self) -> tuple[ScenarioError, ...]:
        """Why the others cannot be divided: of each its users, who are no payers or have no share."""
        return self._divided[1]

    @cached_property
    def _divided(self) -> tuple[Mapping[int, Project], tuple[ScenarioError, ...]]:
        return divided(self.question.scenario, self.keys)

    def _burden(self, projects: Mapping[int, Project], scenario: Scenario, keys: PayerKeys) -> Burden:
        found = invest(projects.values(), scenario, keys)
        return found.in_fixed_prices() if self.is_fixed else found

    def deflator(self, group: str) -> Deflator | None:
        """What payments of a group are divided by for the real burden; None where it has no deflator of its own."""
        return deflator(self.baseline, self.result.years, group, self.question.own.deflator_rate)

    @property
    def baseline(self) -> Baseline:
        """The baseline of the scenario."""
        return self.question.baseline

    @property
    def is_fixed(self) -> bool:
        """Whether the amounts are in fixed kroner of the base year by choice."""
        return self.question.prices == FIXED

    def _shown(self, result: Result) -> Result:
        return in_fixed_prices(result) if self.is_fixed else result

    def _attributed(self, unfold: tuple[str, ...] = (), quantity: str = FINANCING_NEED) -> Attribution:
        asked = self.question
        return attribute(asked.scenario, asked.reference, None, unfold, self.is_fixed, quantity, asked.own)

    def _keys(self, scenario: Scenario) -> PayerKeys:
        return keys_of((scenario,), self.question.own)


def answer(question: Question, solved: Callable[[Scenario], Result] = run) -> Answer:
    """Runs the model for a question.

    solved: runs one scenario; a caller that asks often gives one that remembers what it has run. Raises ModelError
    where the question's own data cannot be used together.
    """
    nominal, reference = solved(question.scenario), solved(question.reference)
    if question.prices == FIXED:
        return Answer(question, in_fixed_prices(nominal), in_fixed_prices(reference), nominal)
    return Answer(question, nominal, reference, nominal)
