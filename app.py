"""The dashboard: state, navigation, the levers beside every page."""

import streamlit as st

from pages.calculation import panel as calculation
from pages.figures import meeting, toolbar
from pages.figures.footer import footer
from pages.figures.missing_baseline import missing_baseline
from pages.files.scenario_tools import scenario_tools
from pages.levers.baseline_choice import baseline_choice
from pages.levers.levers import levers
from pages.payers.payer_search import payer_search
from pages.visit import address, frame, view, whereabouts
from pages.visit.missing import missing
from pages.visit.navigation import PAGES, navigation, script_of
from pages.visit.phone_bar import phone_bar

address.follow()
looked_at = view.current()
texts = looked_at.texts
st.set_page_config(page_title=texts("app.title"), page_icon="static/icon.svg", initial_sidebar_state="collapsed")
page = navigation(texts)
next_page = whereabouts.page_to_open(page.url_path)
if next_page:  # before anything tells the browser that what it asked for is done
    st.switch_page(script_of(next_page), query_params=address.with_calculation())
in_meeting = meeting.enter(page.url_path)
is_missing = bool(missing().baseline)
is_start = not page.url_path
frame.stand(page.url_path, is_shown=is_missing)
with st.sidebar:  # what stands here keeps its place, whatever is drawn: a lever's run finds its own by it
    with st.container(key="baseline_choice"):
        if in_meeting:
            payer_search(looked_at, "stretch")
        elif not (is_missing or is_start):
            baseline_choice(texts)
    if is_missing:
        for _ in (scenario_tools, levers):
            st.empty()
    else:
        scenario_tools(texts, page.url_path)
        at = PAGES.get(page.url_path)
        if is_start:
            st.empty()
        else:
            levers(texts, meeting.levers_that_matter() if in_meeting else (), at.levers if at else ())
    with st.container(key="language_choice"):
        if not is_start:  # which has no sidebar, and the choice on its page
            toolbar.choice("language", looked_at)
if is_missing:
    missing_baseline(texts)
else:
    with frame.contents():
        phone_bar(texts, page.url_path)
        calculation.shows(calculation.usual)
        page.run()
        footer(looked_at)
        calculation.panel()
