"""The start from the law on a page: what growth rests on where it is on, and where it is not a way to it."""

import streamlit as st

from charts.plans.from_law import growth_note, growth_table
from model.baseline.printed import BRIDGE, FINANCING_NEED, SUM
from model.scenario.fields import LAW, START
from pages.files import tables
from pages.visit import state
from pages.visit.question import shown
from pages.visit.view import View

BUTTON = "start_from_law"


def growth(looked_at: View) -> None:
    """Draws how the payment grows from the regulation, where the scenario starts from it."""
    scenario = state.scenario()
    law = scenario.figures.law
    if scenario.start != LAW or law is None:
        return
    context = shown(looked_at)
    title = context.texts("from_law.growth_title", year=law.year, next=law.year + 1)
    with st.container(key="from_law", gap="small"):
        tables.write(growth_table(law, context), title, context, prices=context.texts("take.prices_stated"))
        st.caption(growth_note(law, context))


def propose(looked_at: View) -> None:
    """Draws a sentence and a button that starts from the law, where there is one and the scenario does not."""
    scenario, texts, place = state.scenario(), looked_at.texts, st.empty()
    law = scenario.figures.law
    if scenario.start == LAW or law is None:
        return
    printed = scenario.figures.figure(BRIDGE, SUM, FINANCING_NEED)
    amounts = {"total": texts.amount(law.total_mnok)}
    amounts["published"] = "–" if printed is None else texts.amount(printed)
    with place.container(horizontal=True, vertical_alignment="center", gap="small", key="propose_law"):
        st.markdown(texts("from_law.propose", year=law.year, **amounts), width="content")
        st.button(texts("from_law.propose_button", year=law.year), key=BUTTON, on_click=_start)


def _start() -> None:
    """The scenario with the start from the law; a step that can be undone."""
    state.replace(state.scenario().with_value(START, LAW))
