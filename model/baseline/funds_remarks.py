"""What the documents say in words of earlier years' money, from beside the baseline."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from model.baseline.baseline import Baseline
from model.reading.entries import Entry, entries

FILE: Final = Path("beside") / "earlier_funds_remarks.toml"
ACCOUNTS, TIES, DECIDES, REASON = "accounts", "ties", "decides", "reason"
"""What a remark is about: what is shown, how it hangs together, who may dispose of the money, why it was left over."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said, by language; of which solution, empty for all; document and place."""

    about: str
    solution: str
    text: Mapping[str, str]
    document: str
    place: str


def remarks(baseline: Baseline, about: str) -> tuple[Remark, ...]:
    """The remarks about something, in the order of the file; none where nothing stands beside the baseline."""
    path = baseline.beside(FILE)
    found = () if path is None else _of_file(path)
    return tuple(remark for remark in found if remark.about == about)


@cache
def _of_file(path: Path) -> tuple[Remark, ...]:
    """Kept for ever, for only what is installed has a folder. Raises TableError, naming the file and the entry."""
    return tuple(map(_remark, entries(path).values()))


def _remark(entry: Entry) -> Remark:
    return Remark(
        about=entry.text("about", (ACCOUNTS, TIES, DECIDES, REASON)),
        solution=entry.text("solution") if entry.has("solution") else "",
        text=entry.texts("text"),
        document=entry.text("source"),
        place=entry.text("where"),
    )
