"""Files to take along, built on click from what is looked at, and handed to the browser as one message."""

from base64 import b64encode
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

import streamlit as st

from charts.records.figure import Figure, Table
from charts.words.context import Context
from exports.subject import Subject
from model.uncertainty import Asked
from pages.visit import address, baselines, own_data, state, view
from pages.visit.messages import Copying, MadeFile
from pages.visit.uncertain import resolved
from texts import Texts

if TYPE_CHECKING:
    from exports.deck import Theme

PICTURES: Final = ("svg", "png", "pptx", "html", "csv")
"""What a single chart can be taken along as; a slide is called so, the others by their format."""


def subject_of(context: Context, page: str = "") -> Subject:
    """What is drawn, with the date and a link that opens it: on the page that is looked at, or on ``page``."""
    return prepared_subject(context, page)()


def prepared_subject(context: Context, page: str = "") -> Callable[[], Subject]:
    """``subject_of`` for a file that is made later, when the browser fetches it: the visit cannot be asked then.

    The link is made now, the date when the file is.
    """
    link = f"{_served(page)}?{_opens(context)}"
    now = view.current()
    ranges = resolved(now.ranges, context.question.scenario)
    asked = Asked(context.question, now.asked_quantity, ranges)
    return lambda: Subject.of(context, datetime.now().astimezone(), link, asked, now.above)


def _opens(context: Context) -> str:
    """The parameters of what is shown; of a baseline that somebody looks at and does not use, of its figures."""
    scenario = context.question.scenario
    is_beside = baselines.is_own(scenario.figures) and scenario.figures != state.figures()
    return address.text_of(scenario) if is_beside else address.as_text()


def _served(page: str) -> str:
    """Where a page is served, without its question; the page that is looked at where none is named."""
    place = urlsplit(st.context.url or "")
    return f"{place.scheme}://{place.netloc}{f'/{page}' if page else place.path}" if place.netloc else ""


def file_of(kind: str, subject: Subject, theme: "Theme | None") -> MadeFile:
    """A whole file, one of ``FILES``, as the browser takes it."""
    make, name, ending = FILES[kind]
    return message(subject.file_name(subject.texts(f"take.{name}"), ending), make(subject, theme))


def picture_of(kind: str, figure: Figure) -> MadeFile:
    """A chart that is drawn, as one of ``PICTURES``: CSV is its table."""
    subject = subject_of(figure.context)
    whose = f"-{figure.payer}" if figure.payer else ""
    return message(subject.file_name(f"{figure.name}{whose}", kind), _content(kind, figure, subject))


def _content(kind: str, figure: Figure, subject: Subject) -> bytes:
    """The bytes of a chart's file."""
    if kind == "pptx":
        from exports.deck import slide

        return slide(figure, subject, own_data.theme())
    if kind != "csv":
        from exports.pictures import MAKERS

        return MAKERS[kind](figure, subject)
    title, sources = " · ".join(figure.title), subject.sources_of(figure)
    named = subject.texts("export.named_sources", sources=sources) if figure.documents else ""
    note = " ".join(filter(None, (figure.note, named)))
    return table_of(figure.table, subject, title, note, figure.payer, sources)


def copying(texts: Texts) -> Copying:
    """What the button that copies a table says, before and after."""
    return {"label": texts("take.copy"), "copied": texts("take.copied"), "failed": texts("take.not_copied")}


def copying_picture(texts: Texts) -> Copying:
    """The same of the button that copies a chart's picture."""
    label, copied, failed = (texts(f"take.{name}") for name in ("copy_picture", "picture_copied", "picture_not_copied"))
    return {"label": label, "copied": copied, "failed": failed}


def kinds(texts: Texts) -> list[tuple[str, str]]:
    """Each of ``PICTURES`` with what its button is called."""
    return [(kind, texts("take.slide") if kind == "pptx" else kind.upper()) for kind in PICTURES]


def table_of(table: Table, subject: Subject, title: str, note: str = "", payer: str = "", sources: str = "") -> bytes:
    """A table as CSV, with what stands above and below it, and whose amounts it holds where they are one payer's."""
    from exports.data import shown_csv

    return shown_csv(table, subject, title, note, payer, sources)


def message(name: str, content: bytes) -> MadeFile:
    """A file as the browser takes it."""
    return {"name": name, "content": b64encode(content).decode("ascii")}


def _data(subject: Subject, _: Any) -> bytes:
    from exports.archive import archive
    from exports.data import data_files

    return archive(data_files(subject), subject)


def _workbook(subject: Subject, _: Any) -> bytes:
    from exports.workbook import workbook

    return workbook(subject)


def _deck(subject: Subject, theme: "Theme | None") -> bytes:
    from exports.deck import deck

    return deck(subject, theme)


def _report(subject: Subject, _: Any) -> bytes:
    from exports.report import report

    return report(subject)


def _all(subject: Subject, theme: "Theme | None") -> bytes:
    from exports.archive import archive
    from exports.everything import everything

    return archive(everything(subject, theme), subject)


FILES: Final[dict[str, tuple[Callable[[Subject, Any], bytes], str, str]]] = {
    "report": (_report, "name_report", "pdf"),
    "deck": (_deck, "name_deck", "pptx"),
    "workbook": (_workbook, "name_workbook", "xlsx"),
    "data": (_data, "name_data", "zip"),
    "all": (_all, "name_all", "zip"),
}
"""Kind → what makes it, the text for its name, and how its name ends. What makes it is loaded on the first click."""
