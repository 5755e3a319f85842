"""The documents that the figures come from, from ``data/documents.toml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from model.reading.entries import Entry, entries
from model.reading.tables import DATA

FILE: Final = DATA / "documents.toml"


@dataclass(frozen=True, slots=True)
class Document:
    """A document in the words of one language: title, who made it, which edition, and how it was read.

    names_only: whether what is taken from it is names, and no figure. short: what it is called where others are named
    beside it; empty where it has no such name.
    """

    title: str
    producer: str
    edition: str
    quality: str
    names_only: bool = False
    short: str = ""


@cache
def documents(language: str = "nb") -> Mapping[str, Document]:
    """Every document by the id that figures name; a document's own title stays as printed in every language."""
    return MappingProxyType({name: _document(entry, language) for name, entry in entries(FILE).items()})


def _document(entry: Entry, language: str) -> Document:
    title, producer, edition, quality = (
        entry.text_in(language, field) for field in ("title", "producer", "edition", "quality")
    )
    short = entry.text_in(language, "short") if entry.has("short") else ""
    return Document(title, producer, edition, quality, entry.has("names_only"), short)
