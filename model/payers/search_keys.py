"""What organisations are found by: names, numbers, counties, and what a municipality was called before."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from model.payers.figures import FOLDER
from model.payers.municipalities import Municipality, municipalities
from model.payers.payments import Payer, payers
from model.reading.tables import ColumnRule, Row, table_rows

PLAIN_LETTERS: Final = {"ø": "o", "æ": "ae", "đ": "d", "ŋ": "n", "ŧ": "t"}
"""Letters that do not come apart into a plain letter and a mark."""

BETWEEN: Final = " - "
"""What stands between the names of a municipality that had several."""

RHF_PREFIX: Final = "Helse "
"""What the name of every RHF begins with, and is left out of when it is spoken of."""


@dataclass(frozen=True, slots=True)
class Former:
    """What a municipality was before, whole or in part: number, name as written, and its names in plain words."""

    number: str
    name: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SearchKeys:
    """What an organisation is found by, all in plain words.

    number: empty for an RHF. places: the words of its county, or «rhf». regions: names of the RHF it belongs to.
    """

    payer: Payer
    names: tuple[str, ...]
    number: str
    places: tuple[str, ...]
    regions: tuple[str, ...] = ()
    former: tuple[Former, ...] = ()


def plain(text: str) -> str:
    """Small letters without marks, a space for all that is neither letter nor digit: «Sør-Aurdal» is «sor aurdal»."""
    apart = unicodedata.normalize("NFKD", text.lower())
    letters = (
        PLAIN_LETTERS.get(letter, letter) for letter in apart if not unicodedata.category(letter).startswith("M")
    )
    return " ".join("".join(letter if letter.isalnum() else " " for letter in letters).split())


@cache
def search_keys() -> tuple[SearchKeys, ...]:
    """The keys of every RHF and municipality, in the order of ``payers()``."""
    known, other, before = municipalities(), _by_number(other_names()), _by_number(former_numbers())
    return tuple(
        _municipal_keys(payer, known[payer.id], other[payer.id], before[payer.id])
        if payer.id in known
        else SearchKeys(payer, (*_region_names(payer.name), _initials(payer.name)), "", ("rhf",))
        for payer in payers()
        if payer.population is not None
    )


def _municipal_keys(
    payer: Payer, municipality: Municipality, other: Sequence[Row], before: Sequence[Row]
) -> SearchKeys:
    names = (plain(municipality.name), *(plain(row["other_name"]) for row in other))
    return SearchKeys(
        payer,
        names,
        municipality.number,
        tuple(plain(municipality.county).split()),
        _region_names(municipality.rhf),
        tuple(
            Former(row["former_number"], row["former_name"], tuple(map(plain, row["former_name"].split(BETWEEN))))
            for row in before
        ),
    )


def _region_names(rhf: str) -> tuple[str, str]:
    """The names of an RHF in plain words: «helse sor ost», «sor ost»."""
    return plain(rhf), plain(rhf.removeprefix(RHF_PREFIX))


def _initials(rhf: str) -> str:
    """The first letters of an RHF's name: «hso»."""
    return "".join(word[0] for word in plain(rhf).split())


def _by_number(rows: Iterable[Row]) -> defaultdict[str, list[Row]]:
    by_number: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_number[row["number"]].append(row)
    return by_number


@cache
def other_names() -> tuple[Row, ...]:
    """Names of municipalities beside the one that is shown: Sámi and Kven ones, also as they stand with «kommune»."""
    columns = {"other_name": ColumnRule(), "form": ColumnRule(allowed=("parallel", "genitive"))}
    return _rows("other_names.csv", columns, ("number", "other_name"))


@cache
def former_numbers() -> tuple[Row, ...]:
    """Municipalities of before, each with the one or more that it is now, whole or in part."""
    return _rows(
        "former_numbers.csv", dict.fromkeys(("former_number", "former_name"), ColumnRule()), ("former_number", "number")
    )


def successors(number: str) -> str:
    """What a former number is now, «3101 Halden»; several where it was split, none where it is no former number."""
    now = (municipalities()[row["number"]] for row in former_numbers() if row["former_number"] == number)
    return ", ".join(f"{municipality.number} {municipality.label}" for municipality in now)


def _rows(file: str, columns: dict[str, ColumnRule], key: Sequence[str]) -> tuple[Row, ...]:
    """The rows of a file that is about municipalities of today. Raises TableError where it is damaged."""
    alike = dict.fromkeys(("document", "place"), ColumnRule()) | {
        "number": ColumnRule(allowed=municipalities()),
        "unit": ColumnRule(allowed=("name",)),
        "quality": ColumnRule(allowed=("official", "second_hand")),
    }
    return table_rows(FOLDER / file, alike | columns, key)
