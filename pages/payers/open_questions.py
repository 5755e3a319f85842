"""What the documents leave open, under the figures that it is about."""

import streamlit as st

from charts.payers.open_questions import open_questions_sentence, open_questions_table
from charts.words.context import Context
from pages.files import tables


def open_questions(context: Context, page: str) -> None:
    """Draws the open questions of a page; nothing where there are none."""
    table = open_questions_table(context.baseline, page, context.texts)
    if table.rows:
        with st.expander(context.texts("open.title")):
            tables.write(table, context.texts("open.title"), context, (0, 1))


def open_questions_in_a_sentence(context: Context, page: str) -> None:
    """The same where a page has few of them, unfolded."""
    sentence = open_questions_sentence(context.baseline, page, context.texts)
    if sentence:
        st.markdown(sentence)
