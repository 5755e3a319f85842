"""A row of the inventory of sources, and the printed values behind it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

ASSUMPTION: Final = "assumption"
"""What stands for the document of what no document says."""

TABLE, INPUT, PARAMETER, MEASURE, PRESET = "table", "input", "parameter", "measure", "preset"
KEY, LAW, INDEX, VOLUME = "key", "law", "index", "volume"
HISTORY, FUNDS, BESIDE, REGISTER = "history", "funds", "beside", "register"
RANGE, STATEMENT, QUOTATION = "range", "statement", "quotation"
KINDS: Final = (
    TABLE,
    INPUT,
    PARAMETER,
    MEASURE,
    PRESET,
    KEY,
    LAW,
    INDEX,
    VOLUME,
    HISTORY,
    FUNDS,
    BESIDE,
    REGISTER,
    RANGE,
    STATEMENT,
    QUOTATION,
)
"""What a row can be: a printed table; what the model starts from in it; a field of a scenario; a measure; a ready
scenario; a key; what a regulation sets; price growth; use of the solutions; the years before the plan; earlier years'
money; what is paid beside the regulation; who the payers are; what a lever may be; what the documents leave open or
say of their figures; and what is quoted of them."""

EACH_YEAR: Final = "each"
"""The price basis of figures that stand in kroner of several years."""

RECORD: Final = re.compile(r"docs/decisions/(\d{4})-[\w-]+\.md")


@dataclass(frozen=True, slots=True)
class Value:
    """A figure as it stands in the source: what names its row and column, by id or in the document's own words.

    digits: as printed, with a decimal point; a name where names are what is listed. unit: as in ``data/``.
    """

    row: tuple[str, ...]
    column: tuple[str, ...]
    digits: str
    unit: str


@dataclass(frozen=True, slots=True, eq=False)
class SourceRow:
    """Where something comes from.

    id: ``<kind>.<name>``. role: what it is among its kind, such as the role of a printed table. about: what it is of,
    by ids. label, text: by language, where ``data/`` has the words; empty where it is named by ``role`` and ``about``.
    document: of ``data/documents.toml``, or ``ASSUMPTION``; empty where an uploaded baseline gives none. table: what
    the document calls it; place: where in the document. unit: as in ``data/``, of most of its values. prices: the year
    whose kroner it is in, ``EACH_YEAR``, or empty where it is no money. quality: how sure its values are → how many.
    records: the numbers of the decisions that it names. uses: ids of rows that it sets or moves. pages: those that
    ``data/`` itself says it stands on.
    """

    id: str
    kind: str
    role: str
    document: str
    place: str
    about: tuple[str, ...] = ()
    label: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    text: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    table: str = ""
    unit: str = ""
    prices: str = ""
    quality: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    records: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    values: tuple[Value, ...] = ()


def recorded(where: str) -> tuple[str, tuple[str, ...]]:
    """A place without the decision records that it names, and their numbers."""
    place = "; ".join(part for part in (each.strip() for each in RECORD.sub("", where).split(";")) if part)
    return place, tuple(dict.fromkeys(RECORD.findall(where)))


def joined(places: Iterable[str]) -> str:
    """Each place once, in order."""
    return "; ".join(dict.fromkeys(filter(None, places)))
