"""How an organisation is found by what is typed: names, numbers, counties, and what a municipality was called before.

The browser finds while one types, by the same rule and with the same keys: docs/decisions/0127.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from model.payers.municipalities import Municipality, municipalities
from model.payers.payments import Payer
from model.payers.search_keys import Former, SearchKeys, plain, search_keys

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


@dataclass(frozen=True, slots=True)
class Hit:
    """An organisation that a search means, and the former municipality where that is what it was found by."""

    payer: Payer
    former: Former | None = None


def found_payers(text: str) -> tuple[Hit, ...]:
    """The organisations that a search means, the nearest first; every one for an empty text.

    Each word must begin the number (its first zero may lack), stand in a name or begin a word of the county: «0301
    Oslo», «Herøy i Nordland», «heroy»; or the whole text begins the RHF it belongs to, or is the number or name of a
    former municipality.
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


def search_words(text: str) -> list[str]:
    """The plain words of a search; those that are passed over only where others are left."""
    words = plain(text).split()
    return [word for word in words if word not in PASSED_OVER] or words


def nearness(words: Sequence[str], keys: SearchKeys) -> int | None:
    """How near plain words come to an organisation, ``WHOLE`` to ``PLACE``; None where it is not meant."""
    was = former(words, keys) is not None
    if not _is_meant(words, keys):
        return FORMER if was else None
    numbers = as_typed(keys.number)
    unnumbered = [word for word in words if not _begins(numbers, word)]
    named = [word for word in unnumbered if not _begins(keys.places, word)]
    phrases = [text for text in (" ".join(words), " ".join(unnumbered), " ".join(named)) if text]
    names = (*keys.names, *numbers)
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
        unnumbered = [word for word in words if word not in as_typed(earlier.number)]
        name, is_numbered = " ".join(unnumbered), len(unnumbered) < len(words)
        if name in ("", *earlier.names) if is_numbered else name in earlier.names and name not in keys.names:
            return earlier
    return None


def as_typed(number: str) -> tuple[str, str]:
    """A municipal number, and as a spreadsheet shows it, without its first zero."""
    return number, number.removeprefix("0")


def _is_meant(words: Sequence[str], keys: SearchKeys) -> bool:
    return _begins(keys.regions, " ".join(words)) or all(
        _begins(as_typed(keys.number), word) or _within(keys.names, word) or _begins(keys.places, word)
        for word in words
    )


def _begins(texts: Iterable[str], word: str) -> bool:
    return any(text.startswith(word) for text in texts)


def _within(texts: Iterable[str], word: str) -> bool:
    return any(word in text for text in texts)
