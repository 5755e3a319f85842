"""What stands under the way of the money: one organisation's part of it, and what the wait costs."""

import streamlit as st

from charts.money.own_part import own_table, own_title
from charts.money.settled_numbers import delay_way
from charts.money.sums import in_all
from charts.words.context import Context
from model.payers import organisation
from pages.files import tables


def own_part(context: Context) -> None:
    """Draws the organisation's part of what is returned and held, year by year."""
    texts = context.texts
    with st.expander(texts("money.own_section", name=organisation(context.question.us)[0].name)):
        tables.write(own_table(context), own_title(context), context, prices=context.nominal_prices)
        st.markdown(texts("money.own_how"))


def delay(context: Context) -> None:
    """Draws what the wait costs the payers, and who adds what."""
    settled, texts = context.answer.settled, context.texts
    lost, added = (float(in_all(amounts).sum()) for amounts in (settled.delay, settled.index_supplement))
    with st.expander(texts("money.delay_section")):
        way = delay_way(lost, added, context)
        words = {"lost": texts.amount(abs(lost)), "added": texts.amount(added if way != "won" else -added)}
        years = {"first": settled.years[0], "last": settled.years[-1]}
        told = [texts(f"money.delay_text_{'lost' if way == 'at_once' else way}", **words, **years)]
        if way != "none":
            told.append(texts("money.delay_kept"))
        st.markdown(" ".join(told))
