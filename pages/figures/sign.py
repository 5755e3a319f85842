"""The sign above the figures: how much of the print agrees with itself and the model, and the way to the rest of it."""

from typing import Final

import streamlit as st

from charts.reconciliation.words import is_checked, sign_in_words
from model.checks.reconcile import reconcile
from model.checks.things import agreement
from pages.visit import address, state
from pages.visit.navigation import RECONCILIATION, script_of
from texts import Texts

KEY: Final = "check"

AS_MUCH: Final = frozenset({"name"})
"""Fields of a scenario that leave it what the basis is."""


def sign(texts: Texts, short: bool = False) -> None:
    """A quiet button that leads to Avstemming; it says so when a figure differs without a known cause.

    It is about the published figures alone: beside a scenario that departs from them it says that, and shows no tick.
    There is none where the baseline has no printed tables.
    """
    baseline = state.figures()
    if not is_checked(baseline):
        return
    moved = bool(set(state.scenario().departures()) - AS_MUCH)
    unexplained = agreement(reconcile(baseline)).unexplained
    icon = ":material/error:" if unexplained else ":material/info:" if moved else ":material/check_circle:"
    if st.button(sign_in_words(baseline, texts, moved, short), icon=icon, type="tertiary", key=KEY):
        st.switch_page(script_of(RECONCILIATION), query_params=address.with_calculation())
