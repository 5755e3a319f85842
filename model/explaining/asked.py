"""An address that is asked for, and what every kind of calculation is made of."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from model.answers.answer import Answer
from model.answers.question import Question
from model.baseline.baseline import Baseline
from model.explaining.node import Node
from model.explaining.tree import Tree
from model.reading.errors import ModelError


class AddressError(ModelError):
    """An address that leads to no calculation."""

    def __init__(self, address: str) -> None:
        super().__init__(f"{address[:80]!r} leads to no calculation.")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a kind gets: the answer whose figure it is, the parts of the address after the first, and the rest.

    parts[0] is the kind itself. tree: of the answer's scenario, in its own kroner, shared by all that is asked of it.
    resolve: another address of the same answer, for a calculation made of others. of_other: the same of the answer to
    another question. prefixed: a calculation with a prefix before its addresses, each step of it made once.
    """

    answer: Answer
    parts: Sequence[str]
    tree: Tree
    resolve: Callable[[str], Node]
    of_other: Callable[[Question], Callable[[str], Node]]
    prefixed: Callable[[Node, str], Node]

    @property
    def baseline(self) -> Baseline:
        """The baseline of the scenario."""
        return self.answer.baseline

    @property
    def address(self) -> str:
        """The whole address."""
        return "/".join(self.parts)

    @property
    def rest(self) -> str:
        """The address after the kind."""
        return "/".join(self.parts[1:])

    def node(self, *parts: object) -> Node:
        """The calculation at an address of the same answer, given by its parts."""
        return self.resolve(address(*parts))

    def take(self, count: int) -> Sequence[str]:
        """The parts after the kind, where there are so many. Raises AddressError where there are not."""
        if len(self.parts) != count + 1:
            raise self.refused()
        return self.parts[1:]

    def year(self, part: str) -> int:
        """A part as a year of the answer. Raises AddressError where it is none."""
        if not part.isdecimal() or int(part) not in self.answer.result.years:
            raise self.refused()
        return int(part)

    def refused(self) -> AddressError:
        """What a kind raises for an address that leads nowhere."""
        return AddressError(self.address)


Kind = Callable[[Asked], Node]
"""Makes the calculation of an address in the question's prices. Raises ModelError where it leads nowhere."""

Kinds = Mapping[str, Kind]
"""First part of an address → its kind."""


def address(*parts: object) -> str:
    """The parts joined by «/»; an empty part is left out."""
    return "/".join(str(part) for part in parts if part != "")
