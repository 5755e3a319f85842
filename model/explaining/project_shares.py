"""Who bears which share of what the sector pays for a project."""

from dataclasses import dataclass

from model.explaining.asked import Asked
from model.explaining.node import Node
from model.explaining.operations import SHARE, definition, product, quotient, total
from model.explaining.shares import KEY, MEMBER_SHARE
from model.payers import payers
from model.scenario.project import Project


def share_of_project(asked: Asked, project: Project, payer: str) -> Node:
    """What one that pays bears: by the solution's key, or of those that buy by their shares over the buyers' sum."""
    by_key = _ByKey(asked, project.solution)
    own = by_key.of(payer)
    if not project.users:
        return own
    if payer not in project.users and by_key.group_of[payer] not in project.users:
        return definition("project.no_buyer", 0.0)
    whole = total("project.of_buyers", [by_key.of(each) for each in project.users], SHARE)
    return quotient("project.share", own, whole)


@dataclass(frozen=True, slots=True)
class _ByKey:
    """The shares of a solution's key."""

    asked: Asked
    solution: str

    @property
    def group_of(self) -> dict[str, str]:
        """Who pays → its payer group."""
        return {each.id: each.group for each in payers()}

    def of(self, name: str) -> Node:
        """The share of a payer group, or of one that pays, in a year that the scenario's own keys divide.

        That is the second: the law may have set the first.
        """
        year = self.asked.baseline.plan_years[1]
        group = self.group_of.get(name, name)
        of_group = self.asked.node(KEY, year, self.solution, group)
        if group == name:
            return of_group
        inside = self.asked.node(MEMBER_SHARE, year, self.solution, name)
        return product("project.share", of_group, inside, unit=SHARE, payer=name)
