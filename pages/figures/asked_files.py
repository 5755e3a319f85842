"""The file that the board asks for in this run: a chart, what differs between scenarios, or the slide of us."""

from collections.abc import Mapping, Sequence
from typing import Final, cast

from charts.payers.own import own_figure
from charts.payers.paid import Own
from charts.records.figure import Figure, Table
from charts.words.context import Context
from pages.figures.messages import Taking
from pages.files import taking
from pages.visit.components import sent
from pages.visit.messages import MadeFile

KEY: Final = "figures"
"""The board, which asks."""
DIFFERENCES, US = "differences", "us"
"""What is asked for where it is of no chart on the page."""


def differences(contexts: Sequence[Context], table: Table | None) -> MadeFile | None:
    """The file of what differs between the scenarios, when it was asked for in this run."""
    asked = _asked_for()
    if table is None or asked is None or asked.get("figure") != DIFFERENCES:
        return None
    subject = taking.subject_of(contexts[0])
    content = taking.table_of(table, subject, subject.texts("compare.differences"))
    return taking.message(subject.file_name(subject.texts("take.name_differences"), "csv"), content)


def our_slide(context: Context) -> MadeFile | None:
    """The slide of what our organisation pays, when it was asked for in this run: its chart is on another page."""
    asked, us = _asked_for(), context.question.us
    if not us or asked is None or asked.get("figure") != US or asked.get("kind") != "pptx":
        return None
    return taking.picture_of("pptx", own_figure(Own.of(us, context.answer), context))


def picture(figures: Sequence[Figure]) -> MadeFile | None:
    """The file of a chart that was asked for in this run: of the chart that is drawn."""
    asked = _asked_for()
    if asked is None or asked.get("kind") not in taking.PICTURES:
        return None
    drawn = next((figure for figure in figures if figure.name == asked.get("figure")), None)
    return None if drawn is None else taking.picture_of(asked["kind"], drawn)


def _asked_for() -> Taking | None:
    """Figure and kind of the file that was asked for in this run."""
    asked = sent(KEY, "taking")
    return cast(Taking, asked) if isinstance(asked, Mapping) else None
