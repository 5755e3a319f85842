"""How an organisation is found by what is typed: names, numbers, counties, and what a municipality was called before.

The browser finds while one types, by the same rule and with the same keys: docs/decisions/0127.
"""

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

PASSED_OVER: Final = (
    "kommune",
    "kommunen",
    "herad",
    "suohkan",
    "gielda",
    "tjielte",
    "komuuni",
    "kunta",
    "municipality",
    "i",
)
"""Plain words that say nothing of which municipality is meant: «Hamar kommune», «Herøy i Nordland»."""

WHOLE, BEGINS, FORMER, WORDS, WITHIN, PLACE = range(6)
"""How near a search comes: a whole name or number, its beginning, a former one, words of a name, a part, the county."""

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


@dataclass(frozen=True, slots=True)
class Hit:
    """An organisation that a search means, and the former municipality where that is what it was found by."""

    payer: Payer
    former: Former | None = None


def found_payers(text: str) -> tuple[Hit, ...]:
    """The organisations that a search means, the nearest first; every one for an empty text.

    Each word must begin the number, stand in a name or begin a word of the county: «0301 Oslo», «Herøy i Nordland»,
    «heroy»; or the whole text begins the RHF it belongs to, or is the number or name of a former municipality.
    """
    words = search_words(text)
    hits = _found(words)
    if not hits and len(words) > 1 and _begins(PASSED_OVER, words[-1]):
        return _found(words[:-1])  # «Hamar komm», on the way to «Hamar kommune»
    return hits


def _found(words: Sequence[str]) -> tuple[Hit, ...]:
    near = [(nearness(words, keys), keys) for keys in search_keys()]
    hits = sorted(((rank, keys) for rank, keys in near if rank is not None), key=lambda hit: hit[0])
    return tuple(Hit(keys.payer, former(words, keys) if rank == FORMER else None) for rank, keys in hits)


def found_municipalities(text: str) -> tuple[Municipality, ...]:
    """The municipalities that a search means, the nearest first."""
    known = municipalities()
    return tuple(known[hit.payer.id] for hit in found_payers(text) if hit.payer.id in known)


def plain(text: str) -> str:
    """Small letters without marks, a space for all that is neither letter nor digit: «Sør-Aurdal» is «sor aurdal»."""
    apart = unicodedata.normalize("NFKD", text.lower())
    letters = (
        PLAIN_LETTERS.get(letter, letter) for letter in apart if not unicodedata.category(letter).startswith("M")
    )
    return " ".join("".join(letter if letter.isalnum() else " " for letter in letters).split())


def search_words(text: str) -> list[str]:
    """The plain words of a search; those that are passed over only where others are left."""
    words = plain(text).split()
    return [word for word in words if word not in PASSED_OVER] or words


def nearness(words: Sequence[str], keys: SearchKeys) -> int | None:
    """How near plain words come to an organisation, ``WHOLE`` to ``PLACE``; None where it is not meant."""
    was = former(words, keys) is not None
    if not _is_meant(words, keys):
        return FORMER if was else None
    unnumbered = [word for word in words if not keys.number.startswith(word)]
    named = [word for word in unnumbered if not _begins(keys.places, word)]
    phrases = [text for text in (" ".join(words), " ".join(unnumbered), " ".join(named)) if text]
    names = (*keys.names, keys.number)
    if any(text in names for text in phrases):
        return WHOLE
    if any(_begins(names, text) for text in phrases):
        return BEGINS
    if was:
        return FORMER
    if named and all(_begins(" ".join(keys.names).split(), word) for word in named):
        return WORDS
    return WITHIN if named and all(_within(keys.names, word) for word in named) else PLACE


def former(words: Sequence[str], keys: SearchKeys) -> Former | None:
    """The former municipality whose number, name or both the words are."""
    for earlier in keys.former:
        name = " ".join(word for word in words if word != earlier.number)
        if (
            (name in ("", *earlier.names))
            if earlier.number in words
            else (name in earlier.names and name not in keys.names)
        ):
            return earlier
    return None


def _is_meant(words: Sequence[str], keys: SearchKeys) -> bool:
    return _begins(keys.regions, " ".join(words)) or all(
        keys.number.startswith(word) or _within(keys.names, word) or _begins(keys.places, word) for word in words
    )


def _begins(texts: Iterable[str], word: str) -> bool:
    return any(text.startswith(word) for text in texts)


def _within(texts: Iterable[str], word: str) -> bool:
    return any(word in text for text in texts)


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
