"""What the workbook says to those who fill it in, from ``data/template.toml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from model.reading.entries import Entry, entries
from model.reading.tables import DATA

Said = Mapping[str, str]
"""Language → text, bokmål first; empty where nothing is said."""

SECTIONS: Final = ("sheets", "columns", "facts", "rows", "words", "front")


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of a workbook whose years are filled in: ``base``, ``first`` and ``last``."""

    years: Mapping[str, int]

    def text(self, section: str, name: str, field: str = "label", **values: object) -> Said:
        """A text by language; empty where the section has no such name."""
        entry = _entries()[section].get(name)
        if entry is None or not entry.has(field):
            return {}
        return {language: text.strip().format(**self.years, **values) for language, text in entry.texts(field).items()}

    def word(self, name: str, **values: object) -> Said:
        """One of the words of the workbook itself."""
        return self.text("words", name, "text", **values)

    def kind(self, section: str, name: str) -> str:
        """What a column or a fact holds; a year's column holds amounts, and of what is not known no more than text."""
        if name.isdecimal():
            return "mnok"
        entry = _entries()[section].get(name)
        return "text" if entry is None else entry.text("kind")


def joined(said: Said, mark: str = " · ") -> str:
    """The different texts of all languages in one."""
    return mark.join(dict.fromkeys(said.values()))


@cache
def _entries() -> Mapping[str, Mapping[str, Entry]]:
    """Section → name → entry."""
    found = entries(DATA / "template.toml")
    return {section: {name: found[section].entry(name) for name in found[section].values} for section in SECTIONS}
