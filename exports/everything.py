"""The whole set: data, pictures, slides, workbook and report of one subject."""

from exports.data import data_files
from exports.deck import Theme, deck
from exports.pictures import figures, png, svg
from exports.report import report
from exports.subject import Subject
from exports.workbook import workbook


def everything(subject: Subject, theme: Theme | None = None) -> dict[str, bytes]:
    """File name → content, ready for ``archive``; the three documents first."""
    files = {
        subject.file_name(subject.texts("export.file_report"), "pdf"): report(subject),
        subject.file_name(subject.texts("export.file_deck"), "pptx"): deck(subject, theme),
        subject.file_name(subject.texts("export.file_workbook"), "xlsx"): workbook(subject),
    }
    for name, figure in figures(subject).items():
        files[f"svg/{subject.file_name(name, 'svg')}"] = svg(figure, subject).encode("utf-8")
        files[f"png/{subject.file_name(name, 'png')}"] = png(figure, subject)
    return files | data_files(subject)
