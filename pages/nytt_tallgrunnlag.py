"""Nytt tallgrunnlag: a workbook is fetched, filled in and uploaded; its faults, what is new in it, and its use."""

import streamlit as st

from charts.baselines.changes import changes_figure, shared_year, titles
from charts.records.figure import Figure, KeyFigure
from charts.words.context import Context, context
from model import Question, Scenario
from model.answers.question import FIXED
from pages.baselines import report
from pages.baselines.templates import templates
from pages.baselines.upload import sentence, upload
from pages.baselines.use import use
from pages.figures import board, toolbar
from pages.visit import guard, state, uploaded, view
from pages.visit.question import answered
from pages.visit.view import View

guard.through_app()

looked_at = view.current()
texts = looked_at.texts
toolbar.show(looked_at, "nytt_tallgrunnlag")
file = uploaded.uploaded()
made = file.baseline
older = None if made is None else report.before(made)
year = None if made is None or older in (None, made) else shared_year(older, made)
st.markdown(texts("upload.intro"))
templates(texts)
upload(texts, is_said=made is not None)


def ask(looked_at: View) -> Context:
    """The published figures of what was uploaded, else of what is looked at: no lever has to do with this page."""
    figures = state.figures() if made is None else made
    return context(answered(Question(Scenario(figures=figures), None, FIXED)), looked_at.texts)


def draw(context: Context) -> tuple[Figure, ...]:
    """What has changed from the baseline before."""
    return () if older is None or year is None else (changes_figure(older, year, context),)


def summary(context: Context) -> tuple[str, tuple[KeyFigure, ...]]:
    """What came of the file, or what is new in it."""
    if made is None:
        return sentence(file, texts), ()
    if older is None:
        return texts("changes.first"), ()
    if older == made:
        return texts("changes.alike", title=older.title[texts.language]), ()
    figures = draw(context)
    before, after = titles(older, made, texts)
    return figures[0].alt if figures else texts("changes.no_year", before=before, after=after), ()


if made is not None:
    report.sums(made, texts)
    st.header(texts("changes.title"), anchor=False)
board.live(looked_at, draw, ask=ask, summary=summary)
if made is None:
    report.faults(texts)
else:
    report.changes(made, texts)
    report.lacking(made, texts)
use(texts)
if made is not None:
    report.for_host(made, texts)
