"""The list of ready scenarios: what each changes and where it comes from, to use alone or on top of the present one."""

from collections.abc import Mapping

import streamlit as st

from charts.payers.ready import Ready, ready
from model import Baseline, presets
from model.baseline.kept import kept_with_baseline
from pages.files import tables
from pages.visit import state
from texts import LANGUAGES, Texts

SCHEMA = "app/static/scenario.schema.json"


def choose(texts: Texts) -> None:
    """Opens the list as a dialog."""
    st.dialog(texts("ready.title"), width="large")(_list)(texts)


@kept_with_baseline
def in_words(baseline: Baseline) -> Mapping[str, tuple[Ready, ...]]:
    """Language → every ready scenario of a baseline in words."""
    return {
        language: tuple(ready(preset, Texts(language)) for preset in presets(baseline).values())
        for language in LANGUAGES
    }


def _list(texts: Texts) -> None:
    st.caption(texts("ready.how"))
    for each in in_words(state.figures())[texts.language]:
        with st.container(border=True, key=f"ready_{each.name}", gap=None):
            _one(each, texts)
    st.caption(texts("ready.schema", address=SCHEMA))


def _one(each: Ready, texts: Texts) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**{each.label}**", width="stretch")
        if st.button(texts("ready.use"), key=f"use_{each.name}"):
            _use(each.name, added=False)
        if each.changes and st.button(texts("ready.add"), key=f"add_{each.name}"):
            _use(each.name, added=True)
    lines = [" · ".join(each.changes), each.effect, f"{each.note} {texts('ready.source', source=each.source)}"]
    st.markdown("  \n".join(filter(None, lines)))
    if each.beside:
        tables.draw(each.beside, each.label, titled=False)


def _use(name: str, added: bool) -> None:
    """Uses a ready scenario, alone or on top of the present one; the list closes."""
    preset = presets(state.figures())[name]
    state.replace(preset.added_to(state.scenario()) if added else preset.scenario)
    st.rerun()
