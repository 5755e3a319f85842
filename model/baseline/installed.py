"""The baselines that are installed: each folder of ``data/baselines/``, read when it is asked for."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from model.baseline.baseline import Baseline
from model.baseline.making import FACTS, baseline_of
from model.reading.errors import ScenarioError
from model.reading.sheets import SheetReader, csv_sheet, folder_sheets
from model.reading.tables import DATA

FOLDER: Final = DATA / "baselines"
LONGEST_AGO: Final = 1900


@cache
def installed() -> Mapping[str, tuple[int, str]]:
    """Id → (base year, id) of every installed baseline, the newest first; only this much of each is read."""
    facts = {folder.name: _order(folder) for folder in FOLDER.iterdir() if (folder / f"{FACTS}.csv").exists()}
    return dict(sorted(facts.items(), key=lambda each: each[1], reverse=True))


def newest() -> str:
    """The id of the baseline with the largest (base year, id)."""
    return next(iter(installed()))


def baseline(name: str) -> Baseline:
    """An installed baseline. Raises ScenarioError where there is none of that id, SheetsError where it is damaged."""
    if not isinstance(name, str) or name not in installed():
        raise ScenarioError("baseline", name, "choice", tuple(installed()))
    return _read(name)


@cache
def _read(name: str) -> Baseline:
    return baseline_in(FOLDER / name)


def baseline_in(folder: Path) -> Baseline:
    """The baseline in a folder. Raises SheetsError where it is damaged."""
    return baseline_of(folder_sheets(folder), folder)


def baseline_from(text: str) -> Baseline:
    """The baseline that an id or a folder names. Raises ModelError."""
    folder = Path(text)
    return baseline_in(folder) if folder.is_dir() else baseline(text)


def _order(folder: Path) -> tuple[int, str]:
    reader = SheetReader({FACTS: csv_sheet(folder / f"{FACTS}.csv")})
    year = reader.whole(FACTS, "base_year", "value", LONGEST_AGO, 2 * LONGEST_AGO)
    reader.end()
    return year, folder.name
