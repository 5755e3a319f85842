"""The keys inside the groups: how the municipalities, and the RHF, divide what their group pays."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

import numpy as np

from model.baseline.axes import MUNICIPALITIES, RHF, Array
from model.payers.figures import dated_file, positive
from model.payers.municipalities import municipalities
from model.reading.tables import ColumnRule, Row, table_rows

QUALITIES: Final = ("official", "given", "second_hand", "estimated", "proxy")
"""What a weight can be: an official figure, one from the user's file, a copy, an estimate, a stand-in for the key."""

EXACT: Final = ("official", "given")


@dataclass(frozen=True, slots=True, eq=False)
class MemberKey:
    """The key of one group.

    shares: (member,), adding up to 1. qualities: one of ``QUALITIES`` for each member's weight. approximate: whether
    any weight is not exact; every share then is «tilnærmet», for each depends on the sum of all.
    """

    name: str
    shares: Array
    qualities: tuple[str, ...]

    @classmethod
    def of(cls, name: str, weights: Sequence[float], qualities: Sequence[str]) -> "MemberKey":
        """The key of some weights: a share is a weight over their sum."""
        shares = np.array(weights, dtype=np.float64)
        shares /= shares.sum()
        shares.flags.writeable = False
        return cls(name, shares, tuple(qualities))

    @property
    def approximate(self) -> bool:
        """Whether the shares must be shown as «tilnærmet»."""
        return any(quality not in EXACT for quality in self.qualities)


@dataclass(frozen=True, slots=True)
class MemberWeight:
    """What stands of one member where it is weighed: the figure, one of ``QUALITIES``, and where it stands.

    digits: as printed. record: of the decision behind what is not printed, «0120»; empty where it is.
    """

    value: float
    quality: str
    document: str
    place: str
    digits: str
    record: str


@cache
def municipal_index() -> Mapping[str, MemberWeight]:
    """Number → delkostnadsnøkkelen for kommunehelse, in the order of the file."""
    return MappingProxyType(read_index(dated_file("kommunehelse")[0]))


@cache
def municipal_keys() -> Mapping[str, MemberKey]:
    """The keys between municipalities by the scenario's ``municipal_key``, in the order of their numbers."""
    population = [municipality.population for municipality in municipalities().values()]
    index = [municipal_index()[number] for number in municipalities()]
    weights = [each.value * inhabitants for each, inhabitants in zip(index, population, strict=True)]
    qualities = [each.quality for each in index]
    by_index = MemberKey.of("kommunehelse", weights, qualities)
    by_population = MemberKey.of("population", population, ["official"] * len(population))
    return MappingProxyType({key.name: key for key in (by_index, by_population)})


@cache
def rhf_grants() -> Mapping[str, MemberWeight]:
    """RHF → basic grant in MNOK, in the order of the file."""
    return MappingProxyType(read_grants(dated_file("rhf")[0]))


@cache
def rhf_population() -> Mapping[str, int]:
    """RHF → inhabitants of its municipalities."""
    inhabitants = dict.fromkeys(rhf_grants(), 0)
    for municipality in municipalities().values():
        inhabitants[municipality.rhf] += municipality.population
    return MappingProxyType(inhabitants)


@cache
def rhf_keys() -> Mapping[str, MemberKey]:
    """The keys between the RHF by the scenario's ``rhf_key``, in the order of ``rhf_grants``."""
    grants = rhf_grants().values()
    by_grant = MemberKey.of("basic_grant", [each.value for each in grants], [each.quality for each in grants])
    by_population = MemberKey.of("population", list(rhf_population().values()), ["official"] * len(grants))
    return MappingProxyType({key.name: key for key in (by_grant, by_population)})


@dataclass(frozen=True, slots=True)
class DividedGroup:
    """A payer group that is divided between members.

    field: of the scenario, which chooses the key. keys: what it chooses from, by name.
    """

    field: str
    keys: Callable[[], Mapping[str, MemberKey]]


DIVIDED_GROUPS: Final[Mapping[str, DividedGroup]] = MappingProxyType(
    {
        RHF: DividedGroup("rhf_key", rhf_keys),
        MUNICIPALITIES: DividedGroup("municipal_key", municipal_keys),
    }
)
"""Payer group → how it is divided; the other groups pay as one."""


def read_index(path: Path) -> dict[str, MemberWeight]:
    """Number → delkostnadsnøkkelen for kommunehelse; every municipality once. Raises TableError."""
    text = dict.fromkeys(("document", "place", "number"), ColumnRule()) | {"decision": ColumnRule(blank=True)}
    columns = text | {
        "printed": ColumnRule(number=True),
        "unit": ColumnRule(allowed=("index",)),
        "quality": ColumnRule(allowed=QUALITIES),
    }
    rows = table_rows(path, columns, ("number",), {(number,) for number in municipalities()})
    return {row["number"]: _weight(path, row) for row in rows}


def read_grants(path: Path) -> dict[str, MemberWeight]:
    """RHF → basic grant, MNOK; the RHF of the municipalities, each once. Raises TableError."""
    columns = dict.fromkeys(("document", "place", "rhf", "decision"), ColumnRule()) | {
        "printed": ColumnRule(number=True),
        "unit": ColumnRule(allowed=("mnok",)),
        "quality": ColumnRule(allowed=QUALITIES),
    }
    regions = {(municipality.rhf,) for municipality in municipalities().values()}
    rows = table_rows(path, columns, ("rhf",), regions)
    return {row["rhf"]: _weight(path, row) for row in rows}


def _weight(path: Path, row: Row) -> MemberWeight:
    """The weight of a row; the record of a decision is its file's first four digits."""
    record, value = row["decision"].rpartition("/")[2][:4], positive(path, row, "printed")
    return MemberWeight(value, row["quality"], row["document"], row["place"], row["printed"], record)
