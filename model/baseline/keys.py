"""The key sets: which share of a solution each payer group pays, from ``data/key_sets.csv``."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from model.baseline.axes import PAYER_GROUPS, SOLUTIONS
from model.reading.tables import DATA, ColumnRule, Row, table_rows

HELSENETTET: Final = "helsenettet"
KEY_SOLUTIONS: Final = {
    **{solution: (solution,) for solution in SOLUTIONS},
    HELSENETTET: ("helsenettet_eksterne", "helsenettet_felles"),
}
"""The names a key may use for a solution: Helsenettet is paid as one, and is two solutions here."""

KeySet = Mapping[str, Mapping[str, float]]

KEY_SET_QUALITIES: Final = ("official", "stated", "assumption")
"""What a weight can be: in the regulation, somebody's statement of it, or our reading (docs/decisions/0116)."""


@dataclass(frozen=True, slots=True)
class KeySource:
    """Where a weight comes from: document and place, one of ``KEY_SET_QUALITIES``, and what must be known about it."""

    document: str
    place: str
    quality: str
    note: str


@cache
def key_sets() -> Mapping[str, KeySet]:
    """Every key set by id: solution → payer group → share (0–1, adding up to 1)."""
    return MappingProxyType(read_key_sets(DATA / "key_sets.csv"))


@cache
def key_sources() -> Mapping[tuple[str, str, str], KeySource]:
    """The source of every weight by key set, solution (Helsenettet being one) and payer group."""
    return MappingProxyType(
        {
            (row["key_set"], row["solution"], row["payer_group"]): KeySource(
                row["document"], row["place"], row["quality"], row["note"]
            )
            for row in _rows(DATA / "key_sets.csv")
        }
    )


@cache
def assumed_key_sets() -> frozenset[str]:
    """The key sets in which some weight is our reading, so that what they give is «tilnærmet»."""
    return frozenset(name for (name, _, _), source in key_sources().items() if source.quality == "assumption")


def read_key_sets(path: Path) -> dict[str, KeySet]:
    """The key sets of a CSV file: a share is a weight over the sum of the solution's weights."""
    weights: dict[str, dict[str, dict[str, float]]] = {}
    for row in _rows(path):
        for solution in KEY_SOLUTIONS[row["solution"]]:
            groups = weights.setdefault(row["key_set"], {}).setdefault(solution, {})
            groups[row["payer_group"]] = float(row["weight"])
    return {name: {solution: _shares(groups) for solution, groups in keys.items()} for name, keys in weights.items()}


def _rows(path: Path) -> tuple[Row, ...]:
    columns = dict.fromkeys(("document", "place", "key_set", "unit", "note"), ColumnRule()) | {
        "solution": ColumnRule(allowed=tuple(KEY_SOLUTIONS)),
        "payer_group": ColumnRule(allowed=PAYER_GROUPS),
        "weight": ColumnRule(number=True),
        "quality": ColumnRule(allowed=KEY_SET_QUALITIES),
    }
    return table_rows(path, columns, ("key_set", "solution", "payer_group"))


def _shares(weights: Mapping[str, float]) -> Mapping[str, float]:
    total = sum(weights.values())
    return MappingProxyType({group: weight / total for group, weight in weights.items()})
