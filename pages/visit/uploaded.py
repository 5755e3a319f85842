"""The workbook that the visitor uploaded last, and what came of it: in the visit's memory alone, never on disk."""

from dataclasses import dataclass, replace
from typing import Final

from model import Baseline
from model.baseline.installed import check_id
from model.baseline.workbook import LARGEST_WORKBOOK, workbook_baseline
from model.reading.faults import SheetError, SheetsError
from pages.visit.memory import Place
from pages.visit.opened_file import content_of
from pages.visit.problems import Asked

LONGEST_NAME: Final = 80


@dataclass(frozen=True, slots=True)
class Uploaded:
    """A workbook: its name, by what the page knows it, and the baseline that it is, or every fault of it.

    before: the id of the baseline that was shown before one of the visitor's own; empty for none.
    """

    name: str = ""
    stamp: str = ""
    baseline: Baseline | None = None
    faults: tuple[SheetError, ...] = ()
    before: str = ""

    @property
    def refused(self) -> SheetError | None:
        """What is wrong with the file as a whole; None where its sheets could be read."""
        return next((each for each in self.faults if not each.sheet), None)


UPLOADED: Final = Place("uploaded_baseline", Uploaded)


def uploaded() -> Uploaded:
    """What was uploaded last."""
    return UPLOADED.value()


def read(asked: Asked) -> None:
    """Reads the workbook that the browser sent; one that was too large to be sent is refused as too large.

    So is one with the id of what is installed and other contents, for a link made from it would open what is installed.
    """
    content = content_of(asked, LARGEST_WORKBOOK)
    made: Baseline | None = None
    faults: tuple[SheetError, ...] = ()
    try:
        found = workbook_baseline(bytes(LARGEST_WORKBOOK + 1) if content is None else content)
        check_id(found)
        made = found
    except SheetsError as error:
        faults = error.faults
    name, stamp = str(asked.get("name", ""))[:LONGEST_NAME], str(asked.get("stamp", ""))[:40]
    UPLOADED.put(replace(uploaded(), name=name, stamp=stamp, baseline=made, faults=faults))


def note_before(baseline: str) -> None:
    """Notes which baseline was shown before the visitor's own."""
    UPLOADED.put(replace(uploaded(), before=baseline))
