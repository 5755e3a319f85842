"""The baselines that are installed: each folder of ``data/baselines/``, read when it is asked for."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from model.baseline.baseline import Baseline
from model.baseline.making import EARLIEST, FACTS, LATEST, REQUIRED, baseline_of
from model.baseline.workbook import LARGEST_WORKBOOK, baseline_of_workbook, workbook_baseline, workbook_sheets
from model.reading.errors import ScenarioError
from model.reading.faults import SheetError, SheetsError
from model.reading.languages import LANGUAGES
from model.reading.sheets import ID, Sheet, SheetReader, Sheets, csv_sheet, folder_sheets
from model.reading.tables import DATA

FOLDER: Final = DATA / "baselines"
SUFFIXES: Final = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
"""How the names of workbooks end, of those that are refused too."""


@cache
def installed() -> Mapping[str, tuple[int, str]]:
    """Id → (base year, id) of every installed baseline, the newest first; only this much of each is read.

    A folder whose name is no id is none, such as one that an installation has not finished.
    """
    folders = (folder for folder in FOLDER.iterdir() if ID.fullmatch(folder.name))
    facts = {folder.name: _order(folder) for folder in folders if (folder / f"{FACTS}.csv").exists()}
    return dict(sorted(facts.items(), key=lambda each: each[1], reverse=True))


def newest() -> str:
    """The id of the baseline with the largest (base year, id)."""
    return next(iter(installed()))


@cache
def title(name: str) -> Mapping[str, str]:
    """What an installed baseline is called, by language; only its first sheet is read. Raises SheetsError."""
    reader = SheetReader({FACTS: csv_sheet(FOLDER / name / f"{FACTS}.csv")})
    titles = {language: reader.text(FACTS, f"title_{language}", "value") for language in LANGUAGES}
    reader.end()
    return MappingProxyType(titles)


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


def check_id(made: Baseline) -> None:
    """Raises SheetsError where what is installed with a baseline's id is another: links would open that instead."""
    if made.id in installed() and baseline(made.id) != made:
        raise SheetsError((SheetError(FACTS, "id", "value", "id_taken", made.id),))


def baseline_from(text: str) -> Baseline:
    """The baseline that an id, a folder or a workbook names. Raises ModelError, and OSError for an unreadable file."""
    if not text.strip():
        raise ScenarioError("baseline", text, "empty", tuple(installed()))
    path = Path(text)
    if path.is_dir():
        if not any((path / f"{sheet}.csv").exists() for sheet in REQUIRED):
            raise ScenarioError("baseline", text, "folder", REQUIRED)
        return baseline_in(path)
    return workbook_baseline(_content(path)) if _is_workbook(path) else baseline(text)


def sheets_from(text: str, name: str = "") -> Sheets:
    """The sheets of the same, which make a baseline, with another id if one is given. Raises ModelError and OSError."""
    path = Path(text)
    if _is_workbook(path):
        found = workbook_sheets(_content(path))
        if name and FACTS in found.sheets:
            found = replace(found, sheets=with_id(found.sheets, name))
        baseline_of_workbook(found)  # what cannot be a baseline is refused
        return found.sheets
    folder = baseline_from(text).folder
    sheets = {} if folder is None else folder_sheets(folder)
    return with_id(sheets, name) if name else sheets


def with_id(sheets: Sheets, name: str) -> Sheets:
    """The sheets as those of a baseline of this id."""
    facts = sheets[FACTS]
    of_id = {**dict.fromkeys(facts.columns, ""), **facts.rows.get("id", {}), "value": name}
    return {**sheets, FACTS: Sheet(facts.name, facts.columns, {**facts.rows, "id": of_id})}


def _is_workbook(path: Path) -> bool:
    return path.is_file() or path.suffix.lower() in SUFFIXES


def _content(path: Path) -> bytes:
    """The bytes of a workbook; no more is read than one may have."""
    try:
        with path.open("rb") as opened:
            return opened.read(LARGEST_WORKBOOK + 1)
    except OSError as error:
        raise OSError(f"{path} cannot be read: {error.strerror}.") from error


def _order(folder: Path) -> tuple[int, str]:
    reader = SheetReader({FACTS: csv_sheet(folder / f"{FACTS}.csv")})
    year = reader.whole(FACTS, "base_year", "value", EARLIEST, LATEST)
    reader.end()
    return year, folder.name
