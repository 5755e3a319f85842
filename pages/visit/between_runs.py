"""What parts of a page remember from one run to the next, beside scenario and view."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from charts.goals.goal import Goal
from model import Scenario
from pages.visit.memory import Place

Cells = tuple[str, ...]
"""What stands in a row of the key table, as text."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A row of the key table that is being typed and is not in use: its cells, and the cells that are in use."""

    cells: Cells
    in_use: Cells


@dataclass(frozen=True, slots=True)
class UsedLever:
    """A lever that was put where it meets what is aimed at: the scenario before and after."""

    lever: str
    aim: Goal
    before: Scenario
    after: Scenario


@dataclass(frozen=True, slots=True)
class ChangedBaseline:
    """A change of baseline: the scenario before and after, and the settings that have no meaning after it.

    ranges: the levers whose range has none.
    """

    before: Scenario
    after: Scenario
    refused: tuple[str, ...]
    ranges: tuple[str, ...] = ()


CHANGED_BASELINE: Final[Place[ChangedBaseline | None]] = Place("changed_baseline", lambda: None)
"""The last change of baseline."""

DRAFTS: Final[Place[Mapping[str, Draft]]] = Place("key_table_drafts", dict)
"""Solution → its row of the key table that is being typed."""

NEW_KEYS: Final[Place[bool]] = Place("new_keys", bool)
"""Whether the key table, which runs alone while it is typed in, has changed the scenario: the whole page is drawn."""

USED_LEVER: Final[Place[UsedLever | None]] = Place("used_lever", lambda: None)
"""The lever that was used last to meet the target."""

LEVERS_OF: Final[Place[str]] = Place("levers_of", str)
"""The solution whose own levers were asked for; empty until one is."""

FILE_ASKED_FOR: Final[Place[str]] = Place("file_asked_for", str)
"""The kind of file that was asked for on the page Eksport and is made in the run that follows; empty for none."""
