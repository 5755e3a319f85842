"""What stands under the figures of «Hvem betaler», at rest: the regulation, one's own years, keys, and the rest."""

import streamlit as st

from charts.context import Context
from charts.payers.beside import compensation_table, members_table, memo_table, pharmacies_table
from charts.payers.burden import alternatives_table, burden_note, burden_table
from charts.payers.invoice import invoice_causes, invoice_table
from charts.payers.law import groups_law_table, own_law_table
from charts.payers.paid import Own, Paid, law_rate
from model import PLAN_YEARS, measures
from model.payers import key_alternatives, outside_regulation, pharmacy_share
from pages.parts import state, tables
from pages.parts.given import given
from pages.parts.given_fields import given_fields
from pages.parts.key_table import key_table
from pages.parts.municipal_list import municipal_list
from pages.parts.paid import paid
from pages.parts.results import context, results
from pages.parts.view import View


def show(looked_at: View) -> None:
    """Draws every section."""
    found = results(state.scenario(), looked_at)
    around, who = context(found.scenario, looked_at), paid(found)
    own = who.own(looked_at.payer)
    _law(who, own, looked_at, around)
    _burden(who, own, looked_at, around)
    _alternatives(who, own, looked_at, around)
    municipal_list(who, looked_at, around)
    key_table(looked_at.texts)
    given_fields(own, looked_at.texts)
    _beside(who, looked_at, around)
    _invoice(looked_at)


def _of(own: Own, around: Context) -> str:
    """«Oslo, kr uten mva., tilnærmet»."""
    texts, payer = around.texts, own.paid.payer
    title = texts("payers.law_own", name=payer.name, unit=texts(own.unit.name))
    return f"{title}, {texts('payers.approximate')}" if own.approximate else title


def _law(who: Paid, own: Own, looked_at: View, around: Context) -> None:
    texts = around.texts
    with st.expander(texts("payers.law_title"), expanded=looked_at.year == PLAN_YEARS[0]):
        st.markdown(f"{texts('payers.law_note', rate=texts.percent_in_full(law_rate()))} {texts('payers.implied')}")
        tables.write(own_law_table(who, looked_at.payer, around), _of(own, around), looked_at)
        tables.write(groups_law_table(who, around), texts("payers.law_groups"), looked_at, words=(0, 1))
        st.markdown(texts("payers.rounded"))


def _burden(who: Paid, own: Own, looked_at: View, around: Context) -> None:
    texts, name = around.texts, own.paid.payer.name
    with st.expander(texts("payers.burden_title", name=name)):
        tables.write(burden_table(who, own, around), f"{_of(own, around)}, {around.prices}", looked_at)
        st.markdown(burden_note(who, texts))


def _alternatives(who: Paid, own: Own, looked_at: View, around: Context) -> None:
    texts, name = around.texts, own.paid.payer.name
    with st.expander(texts("payers.alternatives_title", name=name)):
        mine = given()
        of = (own.paid.payer.id, who.result, who.scenario, mine.municipal_key, mine.all_vkp_users)
        tables.write(
            alternatives_table(key_alternatives(*of), own, around),
            f"{texts('payers.alternatives')}: {_of(own, around)}, {around.prices}",
            looked_at,
            words=(0, 1),
        )
        st.markdown(f"{texts('payers.quality_note')} {texts('payers.star')}")


def _beside(who: Paid, looked_at: View, around: Context) -> None:
    """Other members, pharmacies, what is paid outside the regulation, and compensation."""
    texts = around.texts
    with st.expander(texts("payers.members_title")):
        tables.write(members_table(who, looked_at.year, around), texts("payers.members_caption"), looked_at)
        st.markdown(texts("payers.members_note"))
        tables.write(pharmacies_table(who, around), texts("payers.pharmacies_caption"), looked_at)
        st.markdown(texts("payers.pharmacies_note", share=texts.percent(pharmacy_share())))
    with st.expander(texts("payers.memo_title")):
        tables.write(memo_table(who, around), texts("payers.memo_caption"), looked_at, words=(0, 1, 6))
        agreements = outside_regulation()["service_agreements"]
        measure = measures()[agreements.measure].label[texts.language]
        st.markdown(texts("payers.memo_note", amount=texts.amount(agreements.amount), measure=measure))
        tables.write(compensation_table(texts), texts("payers.compensation_caption"), looked_at, words=(0, 1, 4))
        st.markdown(texts("payers.compensation_note"))


def _invoice(looked_at: View) -> None:
    texts = looked_at.texts
    with st.expander(texts("invoice.title")):
        st.markdown(texts("invoice.note"))
        tables.write(invoice_table(texts), texts("invoice.caption"), looked_at, words=(0, 1, 5))
        st.markdown(invoice_causes(texts))
