"""Under the figures of Utvikling: every amount with its place, growth, rates and breaks, costs, prices and use."""

from typing import Final

import streamlit as st

from charts.development.structure import gap_table, parts_table, volume_note, volumes_table
from charts.development.tables import amounts_note, amounts_table, conversion_table, growth_table, scope_table
from charts.payers.history import growth_sentences
from charts.payers.history_tables import breaks_table, history_note, history_table, own_history_table
from charts.payers.paid import Own
from charts.words.context import Context
from pages.development.blend import blend
from pages.files import tables
from pages.visit import address
from pages.visit.navigation import script_of
from pages.visit.question import shown
from pages.visit.view import View

PAYERS: Final = "hvem_betaler"
"""The page that has what each payer paid."""


def show(looked_at: View) -> None:
    """Draws every section that the baseline has something for."""
    context = shown(looked_at)
    if growth_table(context).rows:
        _known(context)
    _payers(Own.of(looked_at.payer, context.answer) if looked_at.payer else None, context)
    _structure(context)


def _known(context: Context) -> None:
    """Growth between breaks, what amounts were moved by, what broke, and every amount."""
    texts, base_year = context.texts, context.baseline.base_year
    stated = texts("take.prices_stated")
    with st.expander(texts("development.growth_title")):
        name = texts("development.growth_caption", year=base_year)
        tables.write(growth_table(context), name, context, (0, 1, 2, 5), stated)
    with st.expander(texts("development.conversion_title")):
        st.markdown(texts("development.conversion_note", before=base_year - 1, base_year=base_year))
        tables.write(conversion_table(context), texts("development.conversion_caption"), context, (0, 2, 3), stated)
        tables.write(scope_table(context), texts("development.scope_caption"), context, (0, 1, 2, 3), stated)
    with st.expander(texts("development.amounts_title")):
        st.markdown(amounts_note(context))
        caption = texts("development.amounts_caption")
        tables.write(amounts_table(context), caption, context, (0, 1, 2, 4, 7), stated)


def _payers(own: Own | None, context: Context) -> None:
    """What each payer group paid, and the organisation that is looked at, what breaks the years, and the page of it."""
    texts, history = context.texts, context.answer.history
    if history is None:
        return
    with st.expander(texts("development.payers_title")):
        st.markdown(" ".join((*growth_sentences(context), texts("development.payers_note"))))
        prices = texts("payers.history_prices", prices=context.nominal_prices)
        if own:
            shares = texts("payers.history_own", name=f"{own.paid.payer.name}, {texts(own.unit.name)}")
            of_own, payer = own_history_table(own, history, context), own.paid.payer.id
            tables.write(of_own, shares, context, prices=prices, payer=payer)
        tables.write(history_table(history, context), texts("payers.history_table"), context, (0, 1), prices)
        st.markdown(history_note(context))
        stated = texts("take.prices_stated")
        tables.write(breaks_table(history, context), texts("payers.history_breaks"), context, (0, 1, 2), stated)
        if st.button(texts("development.payers_link"), key="open_payers"):
            st.switch_page(script_of(PAYERS), query_params=address.with_calculation())


def _structure(context: Context) -> None:
    """What costs are made of, wages and prices apart, the gap to what is compensated, and how use grows."""
    texts = context.texts
    stated = texts("take.prices_stated")
    with st.expander(texts("structure.title")):
        tables.write(parts_table(texts), texts("structure.parts"), context, (0, 2, 3), stated)
        st.markdown(texts("structure.assumed"))
        tables.write(gap_table(context), texts("structure.gap_title"), context, (0, 1, 3, 5), stated)
        st.markdown(texts("structure.gap_note"))
    blend(context)
    volumes = volumes_table(context)
    if volumes.rows:
        with st.expander(texts("structure.volume_title")):
            tables.write(volumes, texts("structure.volume_head"), context, (0, 2, 3, 4), stated)
            if note := volume_note(context):
                st.markdown(note)
