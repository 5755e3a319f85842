"""What stands in place of every page where a link is about a tallgrunnlag that is not there."""

import streamlit as st

from charts.words.foreign import short
from model import Scenario
from pages.baselines.upload import upload
from pages.visit import baselines, state
from pages.visit.as_written import as_written
from pages.visit.missing import missing, note
from texts import Texts


def missing_baseline(texts: Texts) -> None:
    """Says which one the link is about, takes the file that it is in, and offers the newest instead."""
    st.warning(as_written(texts("baseline.missing", id=short(missing().baseline))))
    st.markdown(texts("upload.missing"))
    upload(texts)
    newest, title = next(iter(baselines.titles(texts.language).items()))
    st.button(texts("baseline.show", title=title), key="show_newest", on_click=_show, args=(newest,))


def _show(name: str) -> None:
    """Goes on with another baseline, as it was published."""
    note("", {})
    state.replace(Scenario(figures=baselines.named(name)))
