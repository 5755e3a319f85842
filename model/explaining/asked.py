"""An answer that calculations are asked of, and how one calculation gets another as its term."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

from model.answers.answer import Answer
from model.baseline.baseline import Baseline
from model.explaining.node import Node
from model.reading.errors import ModelError, shown


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """An answer, and what gives the calculation of an address of it. resolve: raises ModelError for none."""

    answer: Answer
    resolve: Callable[[Answer, str], Node]

    def node(self, *parts: object) -> Node:
        """The calculation at an address, whose parts are joined by «/»."""
        return self.resolve(self.answer, address(*parts))

    def of(self, answer: Answer) -> Self:
        """The same of another answer."""
        return replace(self, answer=answer)

    @property
    def baseline(self) -> Baseline:
        """The baseline of the scenario."""
        return self.answer.baseline


Maker = Callable[[Asked, Sequence[str]], Node]
"""Makes a calculation of an answer from the parts of an address after its first, which names the kind."""

Makers = Mapping[str, Maker]
"""First part of an address → what makes its calculation."""


def address(*parts: object) -> str:
    """The parts joined by «/»; an empty part is left out."""
    return "/".join(str(part) for part in parts if part != "")


def year_of(part: str, years: Sequence[int]) -> int:
    """The year of a part of an address. Raises ModelError where it is none of ``years``."""
    if not part.isdecimal() or int(part) not in years:
        raise ModelError(f"{shown(part)} is none of the years {years[0]}–{years[-1]}.")
    return int(part)
