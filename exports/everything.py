"""The whole set: data, pictures, slides, workbook and report of one subject."""

from exports.data import data_files
from exports.deck import Theme, deck
from exports.pictures import figures, png, svg
from exports.report import report
from exports.subject import Subject
from exports.workbook import workbook


def everything(of: Subject, theme: Theme | None = None) -> dict[str, bytes]:
    """File name → content, ready for ``archive``; the three documents first."""
    files = {
        of.file_name(of.texts("export.file_report"), "pdf"): report(of),
        of.file_name(of.texts("export.file_deck"), "pptx"): deck(of, theme),
        of.file_name(of.texts("export.file_workbook"), "xlsx"): workbook(of),
    }
    for name, figure in figures(of).items():
        files[f"svg/{of.file_name(name, 'svg')}"] = svg(figure, of).encode("utf-8")
        files[f"png/{of.file_name(name, 'png')}"] = png(figure, of)
    return files | data_files(of)
