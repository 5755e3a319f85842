"""What differs between two scenarios, and a quantity of their mixtures: some changes taken from one, the rest not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Self

import numpy as np
import numpy.typing as npt

from model.answers.own_data import OwnData
from model.answers.quantities import by_solution, is_burden, is_payment, keys_of, payer_of
from model.baseline.axes import Array
from model.baseline.baseline import Baseline
from model.baseline.parameters import parameters
from model.equations.result import Result
from model.equations.steps import run
from model.investment import divided as divisible
from model.investment import paid_by_sector, share_of
from model.payers import PayerKeys, payer_shares
from model.scenario.batch import Batch
from model.scenario.fields import LAW, PUBLISHED, START, column_limits, column_value
from model.scenario.scenario import Scenario

UNSPENT: Final = "unspent"
"""The group of money that is not spent, and of when it comes back."""

TIMING: Final = "timing"
"""The group of what the first year is, and of when the levers begin to work."""

LEVER_GROUPS: Final = (
    "margin",
    "index",
    "efficiency",
    "volume",
    "investment",
    "measures",
    UNSPENT,
    TIMING,
    "keys",
)
"""The lever groups in the order they are shown; ``parameters()`` says which group a field belongs to."""

KEYS: Final = LEVER_GROUPS[-1]
"""The group that moves only what somebody pays."""

PROJECTS: Final = "projects"
"""The group of what is paid for projects, which moves only the whole burden, and the field that it is made of."""

ALL_GROUPS: Final = (*LEVER_GROUPS, PROJECTS)
"""Every group that some quantity is divided over."""

KEY_FIELDS: Final = ("keys", "municipal_key", "rhf_key")
"""Fields that no equation knows. In a mixture they are 1 for the first scenario's key, 0 for the reference's."""

OUTSIDE: Final = (*KEY_FIELDS, PROJECTS)
"""All fields that no equation knows, with values as those of the keys."""

ChangedValues = Mapping[str, tuple[float, float]]
"""Path → the two scenarios' values, for paths that move together."""


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """What the mixtures are asked for.

    quantity: a checked name. fixed_prices: in kroner of the base year, each mixture over its own price index.
    """

    quantity: str
    last_year: int | None
    fixed_prices: bool
    own: OwnData


@dataclass(frozen=True, slots=True, eq=False)
class _DividedBy:
    """Different keys, and for each mixture the place of its own among them."""

    keys: PayerKeys
    place: npt.NDArray[np.intp]

    def of_mixtures(self, shares: Array) -> Array:
        """(…, 1 or mixture): shares by each of the keys as those of each mixture."""
        return shares if shares.shape[-1] == 1 else shares[..., self.place]


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """Two scenarios of one baseline.

    fixed: path → (1,), the columns that both have. changes: group → lever → path → both values, in the groups' order.
    """

    scenario: Scenario
    reference: Scenario
    fixed: Mapping[str, Array]
    changes: Mapping[str, Mapping[str, ChangedValues]]

    @classmethod
    def of(cls, scenario: Scenario, reference: Scenario, quantity: str) -> Self:
        """What differs and can move ``quantity``: keys what somebody pays, projects a burden, and nothing else."""
        departing = scenario.departures().keys() | reference.departures().keys()
        fixed: dict[str, Array] = {}
        changes: dict[str, dict[str, dict[str, tuple[float, float]]]] = {group: {} for group in groups_of(quantity)}
        for path in (path for path in column_limits(scenario.figures) if path in departing):
            value, reference_value = (column_value(side.value(path)) for side in (scenario, reference))
            if value == reference_value:
                fixed[path] = np.array([value])
            else:
                lever = lever_of(path)
                changes[group_of(scenario.figures, lever)].setdefault(lever, {})[path] = value, reference_value
        differing = (field for field in KEY_FIELDS if scenario.value(field) != reference.value(field))
        if is_payment(quantity):
            changes[KEYS] = {field: {field: (1.0, 0.0)} for field in differing}
        if is_burden(quantity) and scenario.projects != reference.projects:
            changes[PROJECTS] = {PROJECTS: {PROJECTS: (1.0, 0.0)}}
        return cls(scenario, reference, fixed, {group: levers for group, levers in changes.items() if levers})

    def amounts(self, asked: Asked, changes: Sequence[ChangedValues], chosen: npt.NDArray[np.bool_]) -> Array:
        """(year, solution, mixture): the quantity, MNOK.

        chosen: (mixture, change), whether a mixture has the scenario's values or the reference's. A mixture is a valid
        scenario, for values that need one another stand in one change; so nothing is checked.
        """
        columns = dict(self.fixed)
        for change, has_value in zip(changes, chosen.T, strict=True):
            columns |= {path: np.where(has_value, value, reference) for path, (value, reference) in change.items()}
        moved = {path: column for path, column in columns.items() if path not in OUTSIDE}
        result = run(Batch(moved, len(chosen), self.scenario.figures), asked.last_year, bridges=False)
        amounts, payer = by_solution(asked.quantity, result), payer_of(asked.quantity)
        divided = self._keys(columns, len(chosen), asked.own) if payer else None
        if divided:
            shares = payer_shares(payer, divided.keys, result.baseline, len(result.years))
            amounts = amounts * divided.of_mixtures(shares)
        if is_burden(asked.quantity):
            amounts = amounts + self._for_projects(result, columns, payer, divided)
        return amounts / result.index[:, np.newaxis] if asked.fixed_prices else amounts

    def _for_projects(
        self, result: Result, columns: Mapping[str, Array], payer: str, divided: _DividedBy | None
    ) -> Array:
        """(year, solution, mixture): what the sector, or somebody, pays for the projects that a mixture has."""
        sides = []
        for side in (self.scenario, self.reference):
            projects = tuple(divisible(side, PayerKeys.of(side))[0].values())
            paid = paid_by_sector(projects, result.years, result.index, result.baseline)
            if divided:
                for at, each in enumerate(projects):
                    paid[at] *= divided.of_mixtures(share_of(payer, each, divided.keys, result.baseline))
            sides.append(paid.sum(axis=0))
        amounts: Array = np.where(columns.get(PROJECTS, np.ones(1)) == 1, *sides)
        return amounts

    def _keys(self, columns: Mapping[str, Array], size: int, own: OwnData) -> _DividedBy:
        """The keys of each mixture; there are few different ones."""
        choices = [columns.get(field, np.ones(1)) for field in KEY_FIELDS] + [columns.get(START, np.zeros(1))]
        rows = np.stack([np.broadcast_to(choice, size) for choice in choices])
        different, place = np.unique(rows, axis=1, return_inverse=True)
        return _DividedBy(keys_of([self._with_keys(row) for row in different.T.tolist()], own), place.ravel())

    def _with_keys(self, sides: Sequence[float]) -> Scenario:
        """The published figures with the keys of one side or the other, from the print or from the law."""
        *of_keys, from_law = sides
        chosen = zip(KEY_FIELDS, (self.scenario if side else self.reference for side in of_keys), strict=True)
        keys = {field: side.value(field) for field, side in chosen}
        return Scenario(start=LAW if from_law else PUBLISHED, figures=self.scenario.figures, **keys)


def groups_of(quantity: str) -> tuple[str, ...]:
    """The groups that a quantity is divided over."""
    return ALL_GROUPS if is_burden(quantity) else LEVER_GROUPS


def lever_of(path: str) -> str:
    """The member of a group that a path belongs to: a measure's settings move together, an override with its lever."""
    first, *rest = path.split(".")
    if first == "by_solution":
        return rest[1]
    return f"{first}.{rest[0]}" if rest else first


def group_of(baseline: Baseline, lever: str) -> str:
    """The group of a lever."""
    return parameters(baseline)[lever.split(".", maxsplit=1)[0]].group
