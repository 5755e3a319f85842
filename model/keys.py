"""The key sets: which share of a solution each payer group pays, from ``data/key_sets.csv``."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from model.axes import PAYER_GROUPS, SOLUTIONS
from model.tables import DATA, Column, table_rows

HELSENETTET: Final = "helsenettet"
KEY_SOLUTIONS: Final = {
    **{solution: (solution,) for solution in SOLUTIONS},
    HELSENETTET: ("helsenettet_eksterne", "helsenettet_felles"),
}
"""The names a key may use for a solution: Helsenettet is paid as one, and is two solutions here."""

KeySet = Mapping[str, Mapping[str, float]]


@cache
def key_sets() -> Mapping[str, KeySet]:
    """Every key set by id: solution → payer group → share (0–1, adding up to 1)."""
    return MappingProxyType(read_key_sets(DATA / "key_sets.csv"))


def read_key_sets(path: Path) -> dict[str, KeySet]:
    """The key sets of a CSV file: a share is a weight over the sum of the solution's weights."""
    columns = dict.fromkeys(("document", "place", "key_set", "unit", "note"), Column()) | {
        "solution": Column(allowed=tuple(KEY_SOLUTIONS)),
        "payer_group": Column(allowed=PAYER_GROUPS),
        "weight": Column(number=True),
    }
    weights: dict[str, dict[str, dict[str, float]]] = {}
    for row in table_rows(path, columns, ("key_set", "solution", "payer_group")):
        for solution in KEY_SOLUTIONS[row["solution"]]:
            groups = weights.setdefault(row["key_set"], {}).setdefault(solution, {})
            groups[row["payer_group"]] = float(row["weight"])
    return {name: {solution: _shares(groups) for solution, groups in keys.items()} for name, keys in weights.items()}


def _shares(weights: Mapping[str, float]) -> Mapping[str, float]:
    total = sum(weights.values())
    return MappingProxyType({group: weight / total for group, weight in weights.items()})
