"""The languages of the tool: what each calls itself, its tag in files, and the signs that it writes numbers with."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

THIN_SPACE: Final = "\u202f"  # narrow and no-break: a number never breaks over two lines
NO_BREAK: Final = "\u00a0"


@dataclass(frozen=True, slots=True)
class Language:
    """A language: its own name, its tag with the region whose rules it follows, its signs in numbers.

    percent: what stands behind a number of percent, the space too.
    """

    name: str
    tag: str
    decimal: str
    thousands: str
    percent: str


KNOWN: Final[Mapping[str, Language]] = MappingProxyType(
    {
        "nb": Language("Bokmål", "nb-NO", decimal=",", thousands=THIN_SPACE, percent=f"{NO_BREAK}%"),
        "nn": Language("Nynorsk", "nn-NO", decimal=",", thousands=THIN_SPACE, percent=f"{NO_BREAK}%"),
        "en": Language("English", "en-GB", decimal=".", thousands=",", percent="%"),
    }
)
"""Id → language, the first is the tool's own. A new one is an entry here, a folder beside it with the same files as the
others, and its words wherever ``data/`` has a label: the model names each that is missing."""

LANGUAGES: Final = tuple(KNOWN)
