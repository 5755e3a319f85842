"""What stands under the figures of «Hvem betaler»: the regulation, real burden, other keys, fields, and the rest."""

import streamlit as st

from charts.payers.beside import (
    compensation_table,
    members_note,
    members_table,
    memo_note,
    memo_table,
    pharmacies_note,
    pharmacies_table,
)
from charts.payers.burden import alternatives_table, burden_note, burden_table
from charts.payers.history import growth_sentences
from charts.payers.history_tables import (
    breaks_table,
    history_note,
    history_sources,
    history_table,
    own_history_table,
)
from charts.payers.invoice import invoice_causes, invoice_table
from charts.payers.law import groups_law_table, law_note, own_law_table
from charts.payers.net import net_note, net_sentence, net_table
from charts.payers.paid import Own
from charts.words.context import Context
from model.payers import key_alternatives
from pages.files import tables
from pages.payers.given_fields import given_fields
from pages.payers.key_table import key_table
from pages.payers.municipal_list import municipal_list
from pages.payers.open_questions import open_questions
from pages.visit.question import shown
from pages.visit.view import View


def show(looked_at: View) -> None:
    """Draws every section; of one's own nothing as long as nobody has said who they are."""
    context = shown(looked_at)
    own = Own.of(looked_at.payer, context.answer) if looked_at.payer else None
    _history(own, context)
    if own:
        _net(own, context)
    _law(own, context)
    if own:
        _burden(own, context)
        _alternatives(own, context)
    municipal_list(context)
    key_table(looked_at.texts)
    given_fields(own, context)
    _outside_regulation(context)
    open_questions(context, "hvem_betaler")
    _invoice(context)


def _own_amounts(own: Own, context: Context) -> str:
    """What a table of the organisation's amounts is called, «Oslo, kr uten mva., tilnærmet»."""
    texts, payer = context.texts, own.paid.payer
    title = texts("payers.law_own", name=payer.name, unit=texts(own.unit.name))
    return f"{title}, {texts('payers.approximate')}" if own.approximate else title


def _history(own: Own | None, context: Context) -> None:
    """What the groups and the organisation paid by the regulations of earlier years, and would pay."""
    texts, history = context.texts, context.answer.history
    if history is None:
        return
    first, last = history.years[0], history.years[-1]
    prices = texts("payers.history_prices", prices=context.nominal_prices)
    with st.expander(texts("payers.history_title", first=first, last=last)):
        _note(" ".join(growth_sentences(context)))
        tables.write(history_table(history, context), texts("payers.history_table"), context, (0, 1), prices)
        st.markdown(history_note(context))
        if own:
            shares = texts("payers.history_own", name=_own_amounts(own, context))
            of_own, payer = own_history_table(own, history, context), own.paid.payer.id
            tables.write(of_own, shares, context, prices=prices, payer=payer)
        stated = texts("take.prices_stated")
        tables.write(breaks_table(history, context), texts("payers.history_breaks"), context, (0, 1, 2), stated)
        tables.write(history_sources(context), texts("payers.history_sources"), context, (0, 1), stated)


def _net(own: Own, context: Context) -> None:
    """What is left to pay after compensation, with one's own share of what has left the regulation."""
    texts = context.texts
    prices = texts("payers.history_prices", prices=context.nominal_prices)
    with st.expander(texts("payers.net_title")):
        _note(net_sentence(context))
        tables.write(
            net_table(own, context),
            texts("payers.net_table", name=own.paid.payer.name),
            context,
            prices=prices,
            payer=own.paid.payer.id,
        )
        st.markdown(net_note(own, context))


def _law(own: Own | None, context: Context) -> None:
    """The regulation held against what is computed; a sentence where there is no regulation yet."""
    texts, baseline, prices = context.texts, context.baseline, context.nominal_prices
    law = baseline.law
    if law is None:
        st.markdown(texts("payers.no_law", year=baseline.first_year))
        return
    with st.expander(texts("payers.law_title", year=law.year), expanded=context.is_first_year):
        has_implied = any(amount.implied for amount in law.amounts.values())
        st.markdown(" ".join([law_note(law, baseline, texts), *([texts("payers.implied")] if has_implied else [])]))
        if own:
            of_own, payer = own_law_table(own, context), own.paid.payer.id
            tables.write(of_own, _own_amounts(own, context), context, prices=prices, payer=payer)
        tables.write(groups_law_table(context), texts("payers.law_groups"), context, (0, 1), prices)
        st.markdown(texts("payers.rounded"))


def _burden(own: Own, context: Context) -> None:
    title = context.texts("payers.burden_title", name=own.paid.payer.name)
    with st.expander(title, expanded=not context.is_first_year):  # in the first year the regulation is open
        name = f"{_own_amounts(own, context)}, {context.prices}"
        tables.write(burden_table(own, context), name, context, payer=own.paid.payer.id)
        st.markdown(burden_note(own, context))


def _alternatives(own: Own, context: Context) -> None:
    texts, question = context.texts, context.question
    with st.expander(texts("payers.alternatives_title", name=own.paid.payer.name)):
        alternatives = key_alternatives(
            own.paid.payer.id,
            context.answer.result,
            question.scenario,
            question.own.municipal_key,
            question.own.all_vkp_users,
        )
        name = f"{texts('payers.alternatives')}: {_own_amounts(own, context)}, {context.prices}"
        tables.write(alternatives_table(alternatives, own, context), name, context, (0, 1), payer=own.paid.payer.id)
        st.markdown(f"{texts('payers.quality_note')} {texts('payers.star')}")


def _outside_regulation(context: Context) -> None:
    """Other members, pharmacies, what is paid outside the regulation, and compensation."""
    texts = context.texts
    stated = texts("take.prices_stated")
    with st.expander(texts("payers.members_title")):
        tables.write(members_table(context), texts("payers.members_caption"), context, prices=stated)
        _note(members_note(context))
        tables.write(pharmacies_table(context), texts("payers.pharmacies_caption"), context, prices=stated)
        _note(pharmacies_note(context))
    with st.expander(texts("payers.memo_title")):
        memos = memo_table(context)
        if memos.rows:
            tables.write(memos, texts("payers.memo_caption"), context, (0, 1, len(memos.header) - 1), stated)
            _note(memo_note(context))
        tables.write(compensation_table(texts), texts("payers.compensation_caption"), context, (0, 1, 4), stated)
        st.markdown(texts("payers.compensation_note"))


def _note(sentence: str) -> None:
    """What is said under a table; nothing where there is nothing to say."""
    if sentence:
        st.markdown(sentence)


def _invoice(context: Context) -> None:
    texts = context.texts
    with st.expander(texts("invoice.title")):
        st.markdown(texts("invoice.note"))
        stated = texts("take.prices_stated")
        tables.write(invoice_table(texts), texts("invoice.caption"), context, (0, 1, 5), stated)
        st.markdown(invoice_causes(texts))
