"""Where a solution, or the sum of all, became something else, so that no line goes through."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from model.history.amounts import FOLDER, QUANTITIES
from model.reading.entries import entries


@dataclass(frozen=True, slots=True, eq=False)
class ScopeBreak:
    """A break in what is counted.

    year: the first that is otherwise. groups: of solutions as bridges have them, or ``all``. quantities: of what.
    label, text: by language, at the line and in a sentence. is_ours: whether it is our reading. part: MNOK of its year
    that came in, 0 where the document does not print it. document, place: where.
    """

    year: int
    groups: tuple[str, ...]
    quantities: tuple[str, ...]
    label: Mapping[str, str]
    text: Mapping[str, str]
    is_ours: bool
    part: float
    document: str
    place: str


@cache
def scope_breaks() -> Mapping[str, ScopeBreak]:
    """The breaks by id, in the order of their years, from ``data/history/breaks.toml``."""
    found = {
        name: ScopeBreak(
            int(entry.number("year")),
            tuple(map(str, entry.rows("groups"))),
            tuple(map(str, entry.rows("quantities"))) if entry.has("quantities") else QUANTITIES,
            entry.texts("label"),
            entry.texts("text"),
            entry.has("ours"),
            float(entry.number_if_there("part") or 0),
            entry.text("source"),
            entry.text("where"),
        )
        for name, entry in entries(FOLDER / "breaks.toml").items()
    }
    return MappingProxyType(dict(sorted(found.items(), key=lambda each: each[1].year)))


def breaks_of(group: str) -> tuple[ScopeBreak, ...]:
    """The breaks of a group of solutions, by year."""
    return tuple(each for each in scope_breaks().values() if group in each.groups)
