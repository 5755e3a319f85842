"""What one project costs the sector and the state, year by year, before prices grow and before anybody shares it."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from model.baseline.axes import Array
from model.scenario.project import Project
from model.scenario.project_fields import ANNUITY, AUTHORITY, Amounts

PARTS: Final = ("contribution", "instalment", "interest", "operation")
"""What is paid for: the investment in the year of spending, its repayment, the interest on it, and operation."""

REPAYING: Final = np.array([False, True, True, False])
"""The parts that repay an investment, which are nominal where a project is not indexed."""

Years = tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Schedule:
    """What is paid of one project. Arrays are (part, year), MNOK in fixed kroner of the base year, read-only.

    years: from the first of the investment, or go-live, to the last of the lifetime. sector, state: who pays.
    """

    years: Years
    sector: Array
    state: Array


def schedule(project: Project) -> Schedule:
    """The payments of a project. The numbers are those of docs/model.md, «Projects»."""
    years = tuple(range(project.first_year, project.last_year + 1))
    spent, operation = _by_year(years, project.investment_mnok), _by_year(years, project.charged_operation)  # 3
    of_state = 1.0 if project.task == AUTHORITY else project.state_share  # 5
    others = (1 - of_state) * spent
    repaid = np.zeros((2, len(years)))
    if project.is_repaid:
        repaid[:, years.index(project.go_live) :] = _repayment(others.sum(), project)  # 2
        others = np.zeros_like(others)
    charged = np.vstack([repaid, operation])
    borne = _borne(years, project)
    return Schedule(
        years,
        sector=_fixed(np.vstack([others, charged * borne])),  # 1
        state=_fixed(np.vstack([of_state * spent, charged * (1 - borne)])),
    )


def _by_year(years: Years, amounts: Amounts) -> Array:
    return np.array([amounts.get(str(year), 0.0) for year in years])


def _repayment(debt: float, project: Project) -> Array:
    """(2, year of the lifetime): instalments, which add up to the debt, and interest on what is left of it."""
    rate, lifetime = project.interest_rate, project.lifetime
    paid_before = np.arange(lifetime)
    instalments = np.full(lifetime, debt / lifetime)
    if project.repayment == ANNUITY and rate:
        growing = (1 + rate) ** paid_before
        instalments = debt * growing / growing.sum()
    left = debt - np.concatenate([[0.0], np.cumsum(instalments)[:-1]])
    return np.stack([instalments, rate * left])


def _borne(years: Years, project: Project) -> Array:
    """(year,): the share of instalments, interest and operation that the sector bears, 4; the state bears the rest."""
    if project.task == AUTHORITY:
        return np.zeros(len(years))
    in_use = np.array(years) - project.go_live
    shares: Array = np.clip((in_use + 1) / (project.phase_in_years + 1), 0.0, 1.0)
    return shares


def _fixed(array: Array) -> Array:
    array.flags.writeable = False
    return array
