"""What stands under the picture of earlier years' money: reasons, margin, differences, interest, every figure."""

import streamlit as st

from charts.money.story_tables import cells_table, reasons_table, shares_table, ties_table
from charts.money.story_words import interest_sentences, is_told, margin_sentences, reasons_in_general, ties_in_general
from charts.words.context import Context
from model.checks.funds_checks import checked_ties
from pages.files import tables


def story(context: Context) -> None:
    """Draws the sections; a sentence where the baseline has no figures of earlier years' money."""
    texts = context.texts
    if not is_told(context):
        st.markdown(texts("story.none"))
        return
    _reasons(context)
    _margin(context)
    _ties(context)
    with st.expander(texts("story.interest_title")):
        _say(interest_sentences(context))
    with st.expander(texts("story.cells_title")):
        tables.write(cells_table(context), texts("story.cells"), context, (0, 2, 3), texts("take.prices_stated"))


def _reasons(context: Context) -> None:
    texts = context.texts
    with st.expander(texts("story.reasons_title")):
        _say(reasons_in_general(context))
        tables.write(reasons_table(context), texts("story.reasons"), context, (0, 1, 3), texts("take.prices_stated"))


def _margin(context: Context) -> None:
    texts = context.texts
    title = texts("story.margin_title", margin=texts.percent_in_full(context.baseline.embedded_margin))
    with st.expander(title):
        _say(margin_sentences(context))
        tables.write(shares_table(context), title, context, (0, 2), texts("take.prices_stated"))


def _ties(context: Context) -> None:
    texts, every = context.texts, checked_ties(context.baseline)
    differ = sum(not each.explained_by_rounding for each in every)
    with st.expander(texts("story.ties_title", count=len(every), differ=differ)):
        _say(ties_in_general(context))
        tables.write(ties_table(context), texts("story.ties"), context, (0, 4, 5), texts("take.prices_stated"))


def _say(sentences: tuple[str, ...]) -> None:
    for sentence in sentences:
        st.markdown(sentence)
