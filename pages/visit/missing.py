"""A link about a baseline that is not there: nothing of another is shown, and the address stays the link's."""

from dataclasses import dataclass, field
from typing import Final

from pages.visit.clocks import Query
from pages.visit.memory import Place


@dataclass(frozen=True, slots=True)
class Missing:
    """The baseline that the link is about, by id, empty where none is missing; and the link's parameters."""

    baseline: str = ""
    query: Query = field(default_factory=dict)


MISSING: Final = Place("missing_baseline", Missing)


def missing() -> Missing:
    """What the link that was opened last is about and cannot be shown."""
    return MISSING.value()


def note(baseline: str, query: Query) -> None:
    """Notes what a link is about that cannot be shown; an empty ``baseline``: it can."""
    MISSING.put(Missing(baseline, query) if baseline else Missing())
