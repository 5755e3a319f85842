"""What stands under the way of the money: one organisation's part of it, and what the wait costs."""

import streamlit as st

from charts.money.own_part import own_table, own_title
from charts.money.settled_numbers import delay_parts
from charts.words.context import Context
from model.payers import organisation
from pages.files import tables


def own_part(context: Context) -> None:
    """Draws the organisation's part of what is returned and held, year by year; nothing for nobody."""
    texts = context.texts
    if not context.question.us:
        return
    with st.expander(texts("money.own_section", name=organisation(context.question.us)[0].name)):
        tables.write(own_table(context), own_title(context), context, prices=context.nominal_prices)
        st.markdown(texts("money.own_how"))


def delay(context: Context) -> None:
    """Draws what the wait costs the payers, who adds what, and that what is kept does not grow."""
    texts, years = context.texts, context.answer.settled.years
    with st.expander(texts("money.delay_section")):
        parts = delay_parts(context)
        told = [texts(f"money.delay_text_{part}", **words, first=years[0], last=years[-1]) for part, words in parts]
        st.markdown(" ".join((*told, *([texts("money.delay_kept")] if parts[0][0] != "none" else []))))
