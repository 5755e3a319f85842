"""Entries of the TOML files in ``data/``: each value is checked as it is taken."""

import math
from collections.abc import Collection, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NoReturn

from model.reading.errors import TableError
from model.reading.languages import LANGUAGES
from model.reading.tables import toml_table


class Entry:
    """A table of a TOML file. Everything raises TableError, naming the file and the place in it."""

    def __init__(self, file: Path, place: str, values: object) -> None:
        self.file, self.place = file, place
        if not isinstance(values, dict):
            self.refuse(None, "must be a table of its own")
        self.values: Mapping[str, Any] = values

    def refuse(self, field: str | None, problem: str) -> NoReturn:
        """Refuses the entry, or a field of it."""
        raise TableError(self.file, None, ".".join(filter(None, (self.place, field))), problem)

    def has(self, field: str) -> bool:
        """Whether the entry has the field."""
        return field in self.values

    def only(self, *fields: str) -> None:
        """Refuses any field that is not one of these."""
        for field in self.values:
            if field not in fields:
                self.refuse(field, f"is not known; expected {', '.join(fields)}")

    def text(self, field: str, allowed: Collection[str] | None = None) -> str:
        """Text that is not empty, one of ``allowed`` if given."""
        value = self.values.get(field)
        if not isinstance(value, str) or not value:
            self.refuse(field, f"must be text; found {value!r}")
        if allowed is not None and value not in allowed:
            self.refuse(field, f"must be one of {', '.join(allowed)}; found {value!r}")
        return value

    def number(self, field: str) -> float | int:
        """The finite number of a field."""
        value = self.values.get(field)
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            self.refuse(field, f"must be a number; found {value!r}")
        return value

    def number_if_there(self, field: str) -> float | int | None:
        """A finite number, or None where the field is left out."""
        return self.number(field) if self.has(field) else None

    def texts(self, field: str) -> Mapping[str, str]:
        """The field's text in every language: language → text."""
        inner = Entry(self.file, f"{self.place}.{field}", self.values.get(field))
        inner.only(*LANGUAGES)
        return MappingProxyType({language: inner.text(language) for language in LANGUAGES})

    def text_in(self, language: str, field: str) -> str:
        """Text in a language, or the one text that holds in all of them."""
        return self.texts(field)[language] if isinstance(self.values.get(field), dict) else self.text(field)

    def rows(self, field: str) -> list[Any]:
        """The list of a field, which must not be empty."""
        value = self.values.get(field)
        if not isinstance(value, list) or not value:
            self.refuse(field, f"must be a list; found {value!r}")
        return value

    def entry(self, field: str) -> "Entry":
        """The table of a field, as an entry."""
        return Entry(self.file, f"{self.place}.{field}" if self.place else field, self.values.get(field))


def entries(path: Path) -> dict[str, Entry]:
    """The tables of a TOML file by name, in the file's order."""
    return {name: Entry(path, name, values) for name, values in toml_table(path).items()}
