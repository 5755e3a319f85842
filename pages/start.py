"""The bare address: what this is, who the visitor is, and where to begin; one that says more than who is Oversikt's."""

import streamlit as st

from pages.figures import toolbar
from pages.files.starting_points import starting_points
from pages.payers.payer_search import payer_search
from pages.visit import address, guard, view, whereabouts
from pages.visit.navigation import START, script_of

guard.through_app()
if st.query_params and not (whereabouts.whereabouts().at_start or address.says_only_who()):
    st.switch_page(script_of(START), query_params=address.as_it_came())
whereabouts.stay_at_start()

looked_at = view.current()
texts = looked_at.texts
with st.container(key="start"):
    with st.container(key="start_language"):
        toolbar.choice("language", looked_at)
    st.html(f"<h1>{texts('app.title')}</h1><p>{texts('start.what')}</p><h2>{texts('start.who')}</h2>")
    payer_search(looked_at, "stretch")
    st.html(f"<h2>{texts('start.where')}</h2>")
    chosen = starting_points(looked_at)
    skipped = st.button(texts("start.skip"), key="start_skip", type="tertiary")
if chosen or skipped:
    st.switch_page(script_of(START), query_params=address.query())
