"""Two tables of the same figures, from two versions, held against each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
import pandas as pd

from benchmarks.two_versions import CannotCompare

RELATIVE: Final = 1e-9
SMALLEST: Final = 1e-11
"""A figure and another may differ by so much whatever they are: it is what is left of adding in another order."""

STAMPS: Final = ("scenario_name", "reference", "baseline", "price_basis", "own_data", "created", "link")
SHOWN: Final = 5
"""Differing rows that are written out."""

NUMBER: Final = "scenario"


@dataclass(slots=True)
class Comparison:
    """What was found of one command, over all the tables that it gave.

    rows, differing: figures compared, and those that are not the same. scenarios: in which. parts: what they belong
    to, such as the components of a bridge. largest: the greatest difference, with what ``where`` says of it.
    gone, added: columns and rows that only the old and only the new have. refused: what only one side refuses.
    """

    rows: int = 0
    differing: int = 0
    largest: float = 0.0
    where: str = ""
    scenarios: set[int] = field(default_factory=set)
    parts: dict[str, None] = field(default_factory=dict)
    first: list[str] = field(default_factory=list)
    gone: dict[str, int] = field(default_factory=dict)
    added: dict[str, int] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)

    @property
    def same(self) -> bool:
        """Whether no figure differs; a column more is no difference."""
        return not (self.differing or self.gone or self.refused or "rows" in self.added)

    def take(self, old: pd.DataFrame, new: pd.DataFrame, part: str = "") -> None:
        """Adds two tables; ``part`` is the column that says what a figure belongs to."""
        keys, figures = columns(old, new)
        self._note(self.gone, [name for name in old if name not in new])
        self._note(self.added, [name for name in new if name not in old])
        if not figures:
            return  # a table of words, such as that of the documents
        old, new = self._aligned(old, new, keys)
        for name in figures:
            self._figures(old, new, name, keys, part)

    def _aligned(self, old: pd.DataFrame, new: pd.DataFrame, keys: list[str]) -> tuple[pd.DataFrame, pd.DataFrame]:
        """The rows that both have, in one order."""
        if len(old) == len(new) and all(np.array_equal(words(old[key]), words(new[key])) for key in keys):
            return old, new
        one, other = (each.assign(**{key: words(each[key]) for key in keys}) for each in (old, new))
        one, other = (each.assign(_again=each.groupby(keys, sort=False).cumcount()) for each in (one, other))
        one, other = (each.set_index([*keys, "_again"], drop=False) for each in (one, other))
        both = one.index.intersection(other.index, sort=False)
        for note, missing in ((self.gone, len(one) - len(both)), (self.added, len(other) - len(both))):
            self._note(note, ["rows"] * missing)
        return one.loc[both].reset_index(drop=True), other.loc[both].reset_index(drop=True)

    def _figures(self, old: pd.DataFrame, new: pd.DataFrame, name: str, keys: Sequence[str], part: str) -> None:
        one, other = (each[name].to_numpy(dtype=np.float64) for each in (old, new))
        differing = np.flatnonzero(~alike(one, other))
        self.rows += len(one)
        if not len(differing):
            return
        self.differing += len(differing)
        changed = old.iloc[differing]
        self.scenarios |= set(changed[NUMBER].tolist()) if NUMBER in changed else set()
        self.parts |= dict.fromkeys(map(str, changed[part].unique())) if part in changed else {name: None}
        gap = np.nan_to_num(np.abs(other - one)[differing], nan=np.inf)
        for at in differing[: SHOWN - len(self.first)]:
            self.first.append(difference_line(old.iloc[at], name, one[at], other[at], keys))
        if gap.max() > self.largest:
            at = differing[gap.argmax()]
            self.largest, self.where = float(gap.max()), difference_line(old.iloc[at], name, one[at], other[at], keys)

    @staticmethod
    def _note(notes: dict[str, int], names: Sequence[str]) -> None:
        for name in names:
            notes[name] = notes.get(name, 0) + 1


@dataclass(slots=True)
class Report:
    """What was found, by command."""

    scenarios: int
    comparisons: dict[str, Comparison] = field(default_factory=dict)

    def take(self, command: str, old: Any, new: Any, part: str = "") -> None:
        """Adds what a command gave: two tables, or the words of a refusal."""
        comparison = self.comparisons.setdefault(command, Comparison())
        if isinstance(old, str) or isinstance(new, str):
            sides = [(side, words) for side, words in (("old", old), ("new", new)) if isinstance(words, str)]
            if len(sides) == 2 and old == new:
                raise CannotCompare(f"Both versions refuse what was drawn for {command}: {old}")
            comparison.refused += [f"{side}: {words}" for side, words in sides]
        else:
            comparison.take(old, new, part)

    @property
    def same(self) -> bool:
        """Whether no figure of any command differs."""
        return all(each.same for each in self.comparisons.values())

    def lines(self) -> Iterator[str]:
        """What was found, command by command, for those who look for the cause."""
        for command, each in self.comparisons.items():
            largest = f"largest difference {each.largest:.6g} at {each.where}" if each.differing else "no difference"
            yield f"{command}: {each.rows} figures compared, {each.differing} differ; {largest}"
            for kind, notes in (("only in the old", each.gone), ("only in the new", each.added)):
                if notes:
                    yield f"    {kind}: {', '.join(f'{name} × {count}' for name, count in notes.items())}"
            yield from (f"    {line}" for line in (*each.first, *each.refused[:3]))

    def changelog(self) -> Iterator[str]:
        """The lines for «Figures that changed»."""
        for command, each in self.comparisons.items():
            if each.differing:
                within = f" in {len(each.scenarios)} of {self.scenarios} scenarios" if each.scenarios else ""
                yield (
                    f"- `{command}`: {each.differing} of {each.rows} figures{within} ({', '.join(each.parts)}), "
                    f"by at most {each.largest:.6g}: {each.where}."
                )
            rows = each.gone.get("rows", 0), each.added.get("rows", 0)
            names = [name for name in each.gone if name != "rows"]
            if any(rows) or names:
                yield f"- `{command}`: gone: {', '.join(names) or 'no column'}; {rows[0]} rows gone, {rows[1]} new."
            if each.refused:
                yield f"- `{command}`: refused by one of the two: {each.refused[0]}"
        if self.same:
            yield "None."


def columns(old: pd.DataFrame, new: pd.DataFrame) -> tuple[list[str], list[str]]:
    """The columns that name a row, and the figures, of those that both tables have.

    A figure is a number that is no year and no scenario's; what names a row stands before the first figure, and is no
    wording of another column (``solution_name``).
    """
    common = [name for name in old if name in new and name not in STAMPS]
    figures = [
        name
        for name in common
        if name not in (NUMBER, "year") and all(pd.api.types.is_numeric_dtype(each[name]) for each in (old, new))
    ]
    before = common[: common.index(figures[0])] if figures else []
    return [name for name in before if not name.endswith("_name")], figures


def alike(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Whether figures are the same, or as near as adding in another order brings them; nothing equals nothing."""
    return np.isclose(one, other, rtol=RELATIVE, atol=SMALLEST, equal_nan=True)


def words(column: "pd.Series[object]") -> "pd.Series[object]":
    """A column as it compares: categories of two tables do not."""
    return column.astype(column.cat.categories.dtype) if isinstance(column.dtype, pd.CategoricalDtype) else column


def difference_line(row: "pd.Series[object]", name: str, old: float, new: float, keys: Sequence[str]) -> str:
    """«scenario 17, 2027, helsenorge, cost_level: 384.6 → 385.1 (+0.5)»."""
    where = ", ".join(f"scenario {row[key]}" if key == NUMBER else str(row[key]) for key in keys)
    column = "" if name in ("amount_mnok", "value") else f", {name}"
    return f"{where}{column}: {float(old)!r} → {float(new)!r} ({new - old:+.6g})"
