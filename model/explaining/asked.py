"""An address that is asked for, and what every kind of calculation is made of."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from model.answers.answer import Answer
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
    resolve: another address of the same answer, for a calculation made of others.
    """

    answer: Answer
    parts: Sequence[str]
    tree: Tree
    resolve: Callable[[str], Node]

    @property
    def address(self) -> str:
        """The whole address."""
        return "/".join(self.parts)

    @property
    def rest(self) -> str:
        """The address after the kind."""
        return "/".join(self.parts[1:])

    def refused(self) -> AddressError:
        """What a kind raises for an address that leads nowhere."""
        return AddressError(self.address)


Kind = Callable[[Asked], Node]
"""Makes the calculation of an address in the question's prices. Raises ModelError where it leads nowhere."""

Kinds = Mapping[str, Kind]
"""First part of an address → its kind."""
