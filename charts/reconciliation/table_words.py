"""What a table or a chapter is called, where documents have several names for one, and in which order it is listed."""

import re
from typing import Final

from charts.words.foreign import printable
from texts import Texts

NOTE: Final = re.compile(r" \*+$")
"""What ends the name of the note under a table, which belongs to it."""

BESIDE: Final = "; "
"""Stands between a chapter and a table that says the same."""

APPENDIX: Final = ("Kap. ", "Tallgrunnlag, kap. ")
"""A chapter of the appendix where no other part is named beside it, and in full."""

COMMITTEE: Final = " (TBU)"
"""Ends the name of a chapter of the committee's own part."""

TRANSLATED: Final = {"vedlegg ": "annex", "kap. ": "chapter", "tabell Løsning": "solutions_table"}
"""Words of a place that a reader of another language needs."""

KINDS: Final = ("Tabell", "Figur")
"""What is listed before the chapters."""


def whole_table(table: str) -> str:
    """«Tabell 7» of «Tabell 7 *»: the table that a note stands under; of a chapter and a table the chapter."""
    name = NOTE.sub("", table.split(BESIDE, 1)[0])
    short, full = APPENDIX
    return f"{full}{name.removeprefix(short)}" if name.startswith(short) else name


def table_name(table: str, texts: Texts) -> str:
    """What a table or chapter is called: «Utvalgets vurderinger, kap. 3.4», «Tabell 7, note»."""
    name, is_note = printable(whole_table(table)), bool(NOTE.search(table))
    if name.endswith(COMMITTEE):
        name = texts("reconciliation.of_committee", chapter=name.removesuffix(COMMITTEE))
    for words, key in TRANSLATED.items():
        name = name.replace(words, texts(f"reconciliation.{key}") + " " * words.endswith(" "))
    return texts("reconciliation.note", table=name) if is_note else name


def in_order(title: str) -> tuple[int, tuple[tuple[int, str], ...]]:
    """By what tables are listed: «Tabell 8» before «Tabell 15», tables before figures and these before the rest."""
    first = title.split(" ", 1)[0]
    parts = re.findall(r"\d+|\D+", title)
    numbered = tuple((int(part), "") if part.isdecimal() else (0, part.lower()) for part in parts)
    return (KINDS.index(first) if first in KINDS else len(KINDS)), numbered
