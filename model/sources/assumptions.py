"""What we assume where no document says it, each with its decision record, from ``data/assumptions.toml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from types import MappingProxyType
from typing import Final

from model.reading.entries import Entry, entries
from model.reading.tables import DATA
from model.sources.row import SourceRow

FILE: Final = DATA / "assumptions.toml"
FIELDS: Final = ("record", "method", "about", "pages", "title", "text")


@dataclass(frozen=True, slots=True, eq=False)
class Assumption:
    """An assumption.

    record: the number of its decision record. title, text: by language. about: the rows that rest on it, by id, with *
    for any part; pages: the pages that do beside theirs. is_method: whether it is how we reckon, and nothing that could
    turn out otherwise.
    """

    id: str
    record: str
    title: Mapping[str, str]
    text: Mapping[str, str]
    about: tuple[str, ...]
    pages: tuple[str, ...]
    is_method: bool

    def bears_on(self, row: SourceRow) -> bool:
        """Whether a row of the inventory rests on it: it names the record, or is named here."""
        return self.record in row.records or any(fnmatchcase(row.id, each) for each in self.about)


@cache
def assumptions() -> Mapping[str, Assumption]:
    """Every assumption by id, in the order of the file. Raises TableError, naming the entry."""
    return MappingProxyType({name: _assumption(name, entry) for name, entry in entries(FILE).items()})


def _assumption(name: str, entry: Entry) -> Assumption:
    entry.only(*FIELDS)
    return Assumption(
        id=name,
        record=entry.text("record"),
        title=entry.texts("title"),
        text=entry.texts("text"),
        about=tuple(map(str, entry.rows("about"))),
        pages=tuple(map(str, entry.rows("pages"))) if entry.has("pages") else (),
        is_method=entry.has("method"),
    )
