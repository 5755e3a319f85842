"""The key sets: which share of a solution each payer group pays.

Shared ones are in ``data/key_sets.csv``; a baseline brings its own, by its regulation or in its sheet ``keys``.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from model.baseline.axes import PAYER_GROUPS
from model.reading.sheets import SheetReader
from model.reading.tables import DATA, ColumnRule, Row, table_rows

SHEET: Final = "keys"
REGULATION: Final = "regulation_"
"""What the id of a regulation's key set begins with; its year follows."""

KEY_SET_QUALITIES: Final = ("official", "stated", "assumption")
"""What a weight can be: in the regulation, somebody's statement of it, or our reading (docs/decisions/0116)."""

KeySet = Mapping[str, Mapping[str, float]]
"""Solution → payer group → share, 0–1, adding up to 1."""


@dataclass(frozen=True, slots=True)
class Weight:
    """A weight of a key set, for a solution under the name that keys have for it, and where it comes from."""

    key_set: str
    name: str
    group: str
    weight: float
    source: "KeySource"


@dataclass(frozen=True, slots=True)
class KeySource:
    """A weight as it stands, and where: document and place, one of ``KEY_SET_QUALITIES``, what must be known of it."""

    document: str
    place: str
    quality: str
    note: str
    weight: float


@cache
def shared_weights() -> tuple[Weight, ...]:
    """The weights of ``data/key_sets.csv``, for any baseline that has the solutions."""
    return read_weights(DATA / "key_sets.csv")


def read_weights(path: Path) -> tuple[Weight, ...]:
    """The weights of a CSV file. Raises TableError where it is damaged."""
    columns = dict.fromkeys(("document", "place", "key_set", "solution", "unit", "note"), ColumnRule()) | {
        "payer_group": ColumnRule(allowed=PAYER_GROUPS),
        "weight": ColumnRule(number=True),
        "quality": ColumnRule(allowed=KEY_SET_QUALITIES),
    }
    rows = table_rows(path, columns, ("key_set", "solution", "payer_group"))
    return tuple(_weight(row) for row in rows)


def own_weights(reader: SheetReader) -> tuple[Weight, ...]:
    """The weights of a baseline's sheet ``keys``, whose rows are ``<key set>.<solution>.<payer group>``."""
    weights = []
    for row, cells in reader.rows(SHEET).items():
        key_set, name, group = (*row.split("."), "", "")[:3]
        if not name or group not in PAYER_GROUPS:
            reader.refuse(SHEET, row, None, "unknown_key_row")
            continue
        weight, quality = reader.not_negative(SHEET, row, "weight"), cells.get("quality") or "stated"
        source = KeySource(cells.get("document", ""), cells.get("place", ""), quality, cells.get("note", ""), weight)
        weights.append(Weight(key_set, name, group, weight, source))
    return tuple(weights)


def weights_with_own(law: Sequence[Weight], own: Sequence[Weight]) -> tuple[Weight, ...]:
    """The shared weights with a baseline's, of its law and its sheet; for a solution of a set that it has, its alone.

    Shared ones that say the same as the law stay, for they say more of their source.
    """
    mine, shared = _by_solution((*law, *own)), _by_solution(shared_weights())
    kept = [each for each in shared_weights() if mine.get(_place(each), shared[_place(each)]) == shared[_place(each)]]
    replaced = _by_solution(own)
    return (*(each for each in law if _place(each) not in replaced), *kept, *own)


def _by_solution(weights: Iterable[Weight]) -> dict[tuple[str, str], dict[str, float]]:
    found: dict[tuple[str, str], dict[str, float]] = {}
    for each in weights:
        found.setdefault(_place(each), {})[each.group] = each.weight
    return found


def _place(weight: Weight) -> tuple[str, str]:
    return weight.key_set, weight.name


def key_sets(weights: Iterable[Weight], key_of: Mapping[str, str]) -> Mapping[str, KeySet]:
    """Every key set that has all solutions: a share is a weight over the sum of the solution's weights.

    key_of: solution → its name in the keys.
    """
    found: dict[str, dict[str, dict[str, float]]] = {}
    for weight in weights:
        found.setdefault(weight.key_set, {}).setdefault(weight.name, {})[weight.group] = weight.weight
    return MappingProxyType(
        {
            key_set: MappingProxyType({solution: _shares(named[name]) for solution, name in key_of.items()})
            for key_set, named in found.items()
            if set(key_of.values()) <= named.keys() and all(sum(named[name].values()) for name in key_of.values())
        }
    )


def _weight(row: Row) -> Weight:
    weight = float(row["weight"])
    source = KeySource(row["document"], row["place"], row["quality"], row["note"], weight)
    return Weight(row["key_set"], row["solution"], row["payer_group"], weight, source)


def _shares(weights: Mapping[str, float]) -> Mapping[str, float]:
    total = sum(weights.values())
    return MappingProxyType({group: weight / total for group, weight in weights.items()})
