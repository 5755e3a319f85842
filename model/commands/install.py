"""``install``: a workbook as a baseline that everybody can choose."""

import os
import shutil
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from model.baseline import installed
from model.baseline.making import baseline_of
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
    if not ID.fullmatch(options.id):
        raise InstallError(f"--id is {shown(options.id)}; write small letters, digits, - and _, at most 60.")
    beside = Path(options.file)
    folder = install(installed.sheets_from(options.file, options.id), options.id, beside if beside.is_dir() else None)
    return [f"{options.id} is installed in {folder.relative_to(folder.parents[2])}.\n".encode()]


def install(sheets: Sheets, name: str, beside: Path | None = None) -> Path:
    """The folder that the sheets are written to, whole or not at all. Raises InstallError where it is there already.

    beside: a folder whose texts (ready scenarios, known differences) come along.
    """
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
        for path in [] if beside is None else beside.iterdir():
            if path.suffix != ".csv":
                (shutil.copytree if path.is_dir() else shutil.copy)(path, unfinished / path.name)
        if baseline_of(folder_sheets(unfinished)) != made:
            raise InstallError(f"{folder} would not be read again as it was given; nothing is installed.")
        unfinished.rename(folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return folder


def _csv(sheet: Sheet) -> Iterator[bytes]:
    rows = [(row, *(cells[column] for column in sheet.columns)) for row, cells in sheet.rows.items()]
    return encoded_table(TableRows((ROW, *sheet.columns), rows), "csv")
