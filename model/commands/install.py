"""``install``: a workbook as a baseline that everybody can choose."""

import os
import shutil
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from model.baseline import installed
from model.baseline.making import FACTS, baseline_of
from model.commands.table import TableRows, encoded_table
from model.reading.errors import ModelError, shown
from model.reading.sheets import ID, ROW, Sheet, Sheets, folder_sheets

HELP: Final = "installs a workbook as a baseline, for all who use this installation"


class InstallError(ModelError):
    """A baseline that is not installed; its text says why."""


def add_arguments(command: ArgumentParser) -> None:
    """What the command takes."""
    command.add_argument("file", metavar="FILE.xlsx", help="the filled workbook")
    command.add_argument("--id", required=True, metavar="ID", help="what it is called in links and files")
    command.set_defaults(output=None)


def parts(options: Namespace) -> Iterable[bytes]:
    """Writes the folder and says where. Raises ModelError and OSError, and then nothing is written."""
    sheets = with_id(installed.sheets_from(options.file), options.id)
    folder = install(sheets, options.id)
    return [f"{options.id} is installed in {folder.relative_to(folder.parents[2])}.\n".encode()]


def with_id(sheets: Sheets, name: str) -> dict[str, Sheet]:
    """The sheets as a baseline of this id. Raises InstallError for what is no id."""
    if not ID.fullmatch(name):
        raise InstallError(f"--id is {shown(name)}; write small letters, digits, - and _, at most 60.")
    facts = sheets[FACTS]
    rows = {**facts.rows, "id": {**facts.rows["id"], "value": name}}
    return {**sheets, FACTS: Sheet(facts.name, facts.columns, rows)}


def install(sheets: Sheets, name: str) -> Path:
    """The folder that the sheets are written to, whole or not at all. Raises InstallError where it is there already."""
    folder = installed.FOLDER / name
    if folder.exists():
        raise InstallError(
            f"--id is {shown(name)}, which is installed already; choose another, or take its folder away."
        )
    made = baseline_of(sheets)
    unfinished = folder.with_name(f".{name}.{os.getpid()}.unfinished")
    try:
        unfinished.mkdir(parents=True)
        for sheet in sheets.values():
            (unfinished / f"{sheet.name}.csv").write_bytes(b"".join(_csv(sheet)))
        if baseline_of(folder_sheets(unfinished)) != made:
            raise InstallError(f"{folder} would not be read again as it was given; nothing is installed.")
        unfinished.rename(folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return folder


def _csv(sheet: Sheet) -> Iterator[bytes]:
    rows = [(row, *(cells[column] for column in sheet.columns)) for row, cells in sheet.rows.items()]
    return encoded_table(TableRows((ROW, *sheet.columns), rows), "csv")
