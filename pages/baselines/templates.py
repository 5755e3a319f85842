"""The workbooks that are filled in, each made when it is fetched."""

from functools import partial
from typing import Final

import streamlit as st

from model import Baseline, newest
from model.baseline.installed import baseline, sheets_from
from model.template import template
from pages.visit import baselines, state
from texts import Texts

MIME: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def templates(texts: Texts) -> None:
    """Offers the empty one of the year after the newest baseline, and the one that is shown, filled in."""
    latest, shown = baseline(newest()), _installed(state.figures())
    years = {"first": latest.first_year + 1, "last": latest.plan_years[-1] + 1}
    with st.container(horizontal=True, key="templates"):
        _button("empty", texts("upload.empty", **years), latest, f"{years['first'] - 1}.xlsx")
        _button("filled", texts("upload.filled", title=shown.title[texts.language]), shown, f"{shown.id}.xlsx")


def _installed(shown: Baseline) -> Baseline:
    """What is shown, or the newest where that is the visitor's own file."""
    return baseline(newest()) if baselines.is_own(shown) else shown


def _button(kind: str, label: str, of: Baseline, name: str) -> None:
    st.download_button(
        label,
        partial(_workbook, of.id, kind == "filled"),
        file_name=f"tallgrunnlag_{name}" if kind == "empty" else name,
        mime=MIME,
        on_click="ignore",
        key=f"template_{kind}",
        icon=":material/download:",
    )


def _workbook(name: str, filled: bool) -> bytes:
    return template(sheets_from(name), filled)
