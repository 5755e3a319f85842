"""The ranges that are drawn from where nobody gives others: beside the baseline, each with what it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from model.baseline.baseline import Baseline
from model.baseline.kept import kept_with_baseline
from model.reading.entries import Entry, entries
from model.reading.errors import ModelError
from model.uncertainty.ranges import FIXED, NUMBERS, Ranges

FILE: Final = Path("beside") / "ranges.toml"
GRADES: Final = ("stated", "observed", "assumption")
"""What a range rests on: a document gives it, it spans what has been seen, or nothing but our judgement."""


@dataclass(frozen=True, slots=True)
class DefaultRange:
    """A range of ``ranges.toml``. reason: by language. source: a document, or ``assumption``; where: the place in it.

    grade: one of ``GRADES``.
    """

    path: str
    reason: Mapping[str, str]
    source: str
    where: str
    grade: str


@dataclass(frozen=True, slots=True, eq=False)
class DefaultRanges:
    """The default ranges of a baseline, and what each rests on, by path in the order of the file."""

    ranges: Ranges
    reasons: Mapping[str, DefaultRange]


@kept_with_baseline
def default_ranges(baseline: Baseline) -> DefaultRanges:
    """The default ranges of a baseline. Raises ModelError where it has none, TableError where they are damaged."""
    path = baseline.beside(FILE)
    if path is None:
        raise ModelError(f"{baseline.id} has no ranges of its own ({FILE.as_posix()}); give them with --ranges FILE.")
    return read_default_ranges(path, baseline)


def has_default_ranges(baseline: Baseline) -> bool:
    """Whether a baseline has ranges of its own."""
    return baseline.beside(FILE) is not None


def read_default_ranges(path: Path, baseline: Baseline) -> DefaultRanges:
    """The ranges of a TOML file. Raises TableError, naming the file and the entry."""
    given: dict[str, dict[str, object]] = {}
    reasons: dict[str, DefaultRange] = {}
    for lever, entry in entries(path).items():
        given[lever], reasons[lever] = _range(lever, entry)
        try:
            ranges = Ranges.of(given, baseline)
        except ModelError as error:
            entry.refuse(None, f"is no range: {error}")
    if not given:
        raise ModelError(f"{path.name} holds no ranges; it must hold one at least.")
    return DefaultRanges(ranges, MappingProxyType(reasons))


def _range(lever: str, entry: Entry) -> tuple[dict[str, object], DefaultRange]:
    kinds = (*NUMBERS, FIXED)
    entry.only(*kinds, "reason", "source", "where", "grade")
    given = {kind: entry.values[kind] for kind in kinds if entry.has(kind)}
    source, grade = entry.text("source"), entry.text("grade", GRADES)
    if (source == "assumption") != (grade == "assumption"):
        entry.refuse("grade", "must be assumption where the source is, and only there")
    return given, DefaultRange(lever, entry.texts("reason"), source, entry.text("where"), grade)
