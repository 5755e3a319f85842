"""A baseline of the visitor's own taken into use, for this visit alone, and given up again."""

import streamlit as st

from model import Baseline, baseline, installed, newest
from pages.levers.baseline_choice import change_baseline, left_out
from pages.visit import baselines, state, uploaded
from pages.visit.as_written import as_written
from texts import Texts


def use(texts: Texts) -> None:
    """Offers to use what was uploaded, and says so where it is used."""
    shown, made = state.figures(), uploaded.uploaded().baseline
    if not baselines.is_own(shown) and made is None:
        return
    with st.container(key="own_baseline"):
        st.header(texts("own_baseline.title"), anchor=False)
        if baselines.is_own(shown):
            sentences = [texts("own_baseline.using", title=shown.title[texts.language]), left_out(texts)]
            st.markdown(as_written(" ".join(filter(None, sentences))))
            st.button(texts("own_baseline.stop"), key="stop_own", on_click=_stop)
        if made is not None and made != shown:
            st.markdown(texts("own_baseline.note"))
            st.button(texts("own_baseline.use"), key="use_own", type="primary", on_click=_use, args=(made,))
        elif not baselines.is_own(shown):
            st.markdown(as_written(texts("own_baseline.same", title=shown.title[texts.language])))


def _use(made: Baseline) -> None:
    """The visit's scenario becomes one of it, with the settings that both know."""
    shown = state.figures()
    if not baselines.is_own(shown):
        uploaded.note_before(shown.id)
    baselines.OWN.put(made)
    change_baseline(made)


def _stop() -> None:
    """Back to the baseline before, or to the newest."""
    before = uploaded.uploaded().before
    baselines.OWN.put(None)
    change_baseline(baseline(before if before in installed() else newest()))
