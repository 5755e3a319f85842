"""The documents that the figures come from, from ``data/documents.toml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from model.reading.entries import entries
from model.reading.tables import DATA


@dataclass(frozen=True, slots=True)
class Document:
    """A document in the words of one language: title, who made it, which edition, and how it was read."""

    title: str
    producer: str
    edition: str
    quality: str


@cache
def documents(language: str = "nb") -> Mapping[str, Document]:
    """Every document by the id that figures name; a document's own title stays as printed in every language."""
    fields = ("title", "producer", "edition", "quality")
    return MappingProxyType(
        {
            name: Document(*(entry.text_in(language, field) for field in fields))
            for name, entry in entries(DATA / "documents.toml").items()
        }
    )
