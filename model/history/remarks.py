"""What must be known of single figures of the years before the plan, where the documents disagree about them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from model.history.amounts import FOLDER
from model.history.development import Printed
from model.history.track_record import Hit
from model.reading.entries import entries

TRACK, AMOUNTS = "track", "amounts"
"""Where a remark stands: under what became of what was set, or with every amount."""


@dataclass(frozen=True, slots=True, eq=False)
class Remark:
    """A remark about a figure of a solution in a year.

    at: where it is shown. text: by language. document, place: where the figures stand.
    """

    at: str
    solution: str
    year: int
    text: Mapping[str, str]
    document: str
    place: str


@cache
def remarks() -> tuple[Remark, ...]:
    """Every remark, from ``data/history/remarks.toml``."""
    return tuple(
        Remark(
            entry.text("at", (TRACK, AMOUNTS)),
            entry.text("solution"),
            int(entry.number("year")),
            entry.texts("text"),
            entry.text("source"),
            entry.text("where"),
        )
        for entry in entries(FOLDER / "remarks.toml").values()
    )


def amount_remarks(printed: Iterable[Printed]) -> tuple[Remark, ...]:
    """The remarks of the printed amounts that are there."""
    known = {(each.document, each.year) for each in printed}
    return tuple(each for each in remarks() if each.at == AMOUNTS and (each.document, each.year) in known)


def track_remarks(hits: Sequence[Hit]) -> tuple[Remark, ...]:
    """The remarks of the comparisons that are there."""
    known = {(hit.solution, hit.year) for hit in hits}
    return tuple(each for each in remarks() if each.at == TRACK and (each.solution, each.year) in known)
