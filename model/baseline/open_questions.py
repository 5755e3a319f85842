"""What the documents of a baseline leave open, from ``open_questions.toml`` in its folder."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from model.baseline.baseline import Baseline
from model.reading.entries import entries

FILE: Final = "open_questions.toml"


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question without an answer, by language; the page it belongs to, and the document and place that raise it."""

    page: str
    text: Mapping[str, str]
    source: str
    where: str


def open_questions(baseline: Baseline, page: str) -> tuple[OpenQuestion, ...]:
    """What is open of what a page shows, in the order of the file; none where the baseline has no such file."""
    path = baseline.beside(FILE)
    found = () if path is None else _of_file(path)
    return tuple(question for question in found if question.page == page)


@cache
def _of_file(path: Path) -> tuple[OpenQuestion, ...]:
    """Kept for ever, for only what is installed has a folder. Raises TableError, naming the file and the entry."""
    return tuple(
        OpenQuestion(entry.text("page"), entry.texts("text"), entry.text("source"), entry.text("where"))
        for entry in entries(path).values()
    )
