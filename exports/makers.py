"""How each command of ``python -m exports`` makes its file; what makes it is imported when it is asked for."""

from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from exports.archive import archive
from exports.subject import Subject
from model.commands.command_line import CommandError

if TYPE_CHECKING:
    from exports.deck import Theme

Kind = TypeVar("Kind")
DATA_FORMATS: Final = ("zip", "json", "csv", "csv_plain", "parquet")
PICTURE_FORMATS: Final = ("svg", "png", "html", "pptx")


def _data(subject: Subject, options: Namespace) -> bytes:
    from exports import data

    form = options.form
    if form in ("json", "zip") and options.table is not None:
        raise CommandError(f"--table is {options.table!r}; a {form} file holds no single table.")
    if form == "json":
        return data.scenario_json(subject)
    if form == "zip":
        return archive(data.data_files(subject), subject)
    tables = {table.name: table for table in data.tables(subject)}
    write = {"csv": data.excel_csv, "csv_plain": data.plain_csv, "parquet": data.parquet}[form]
    return write(_chosen("--table", options.table, tables), subject)


def _picture(subject: Subject, options: Namespace) -> bytes:
    from exports import pictures

    figure = _chosen("--figure", options.figure, pictures.figures(subject))
    if options.form == "pptx":
        from exports.deck import slide

        return slide(figure, subject, _theme(options))
    if options.theme is not None:
        raise CommandError(f"--theme is {options.theme!r}; of pictures, it is for pptx alone.")
    return pictures.MAKERS[options.form](figure, subject)


def _deck(subject: Subject, options: Namespace) -> bytes:
    from exports.deck import deck

    return deck(subject, _theme(options))


def _workbook(subject: Subject, _: Namespace) -> bytes:
    from exports.workbook import workbook

    return workbook(subject)


def _report(subject: Subject, _: Namespace) -> bytes:
    from exports.report import report

    return report(subject)


def _all(subject: Subject, options: Namespace) -> bytes:
    from exports.everything import everything

    return archive(everything(subject, _theme(options)), subject)


def _theme(options: Namespace) -> "Theme | None":
    from exports.deck import Theme

    if options.theme is None:
        return None
    try:
        return Theme.from_toml(Path(options.theme).read_bytes())
    except OSError as error:
        raise CommandError(f"{options.theme} cannot be read: {error.strerror}.") from error


def _chosen(argument: str, name: str | None, known: dict[str, Kind]) -> Kind:
    if name not in known:
        raise CommandError(f"{argument} is {name!r}; known are {', '.join(known)}.")
    return known[name]


COMMANDS: Final[dict[str, tuple[Callable[[Subject, Namespace], bytes], Sequence[str], str]]] = {
    "data": (_data, DATA_FORMATS, "the tables as CSV and Parquet with the scenario, in a ZIP; or one of them"),
    "picture": (_picture, PICTURE_FORMATS, "a chart as SVG, PNG, HTML or a slide (PowerPoint)"),
    "deck": (_deck, ("pptx",), "slides (PowerPoint) with native charts"),
    "workbook": (_workbook, ("xlsx",), "a workbook (Excel) with the model in live formulas"),
    "report": (_report, ("pdf",), "a report (tagged PDF)"),
    "all": (_all, ("zip",), "all of these in a ZIP with checksums"),
}
"""Command → how its file is made, the formats it can have, the first where none is asked for, and what it is."""
