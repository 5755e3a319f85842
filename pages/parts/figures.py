"""Headline, key figures and charts of a page, handed to the browser as one message: they always belong together."""

from dataclasses import asdict
from typing import Any

import streamlit as st

from charts.context import Context
from charts.headline import headline
from charts.key_figures import key_figures
from charts.plotly import specification
from charts.records import Figure
from model import Scenario, published
from pages.parts.components import component
from pages.parts.levers import gesture
from pages.parts.results import Results
from pages.parts.view import View

KEY = "figures"
LIBRARY = "app/static/plotly-basic-4.1.1.min.js"


def context(scenario: Scenario, view: View) -> Context:
    """What the charts need to know beside the figures."""
    texts = view.texts
    fixed = view.prices == "2025" or scenario.index_rate == 0
    rate = texts.percent(scenario.index_rate)
    prices = texts("view.prices_fixed") if fixed else texts("view.prices_current", rate=rate)
    return Context(texts=texts, reference=published().title[view.language], prices=prices, indexed=not fixed)


def show(results: Results, figures: tuple[Figure, ...], scenario: Scenario, view: View) -> None:
    """Draws the page's live part; tables and spoken texts follow when the lever is at rest."""
    around, narrow, last = context(scenario, view), _is_narrow(), gesture()
    compared = (results.scenario, results.reference)
    component("figures")(
        key=KEY,
        data={
            "sequence": last.sequence,
            "moving": last.moving,
            "narrow": narrow,
            "library": LIBRARY,
            "headline": headline(*compared, view.year, around),
            "warning": _warning(results, around),
            "keys": [asdict(key) for key in key_figures(*compared, results.change, view.year, around)],
            "figures": [_message(figure, narrow, last.moving) for figure in figures],
            "legend": [around.reference, view.texts("figure.scenario")],
            "table": view.texts("figure.table"),
            "failed": view.texts("figure.failed"),
        },
        on_narrow_change=lambda: None,
    )


def _message(figure: Figure, narrow: bool, moving: bool) -> dict[str, Any]:
    """A figure as the browser draws it."""
    table = None if moving else asdict(figure.table)
    words = {"name": figure.name, "title": figure.title, "alt": figure.alt, "note": figure.note, "moved": figure.moved}
    return {**words, "spec": specification(figure, narrow), "table": table}


def _is_narrow() -> bool:
    """Whether the charts are drawn for a phone: what the browser measured, before that what it calls itself."""
    measured = st.session_state.get(KEY, {}).get("narrow")
    return "Mobi" in st.context.headers.get("User-Agent", "") if measured is None else bool(measured)


def _warning(results: Results, around: Context) -> str:
    """Says when a scenario exceeds what the spring figures promised as the upper frame."""
    frame, texts = published().figure("Tabell 8", "sum", "financing_need_2026"), around.texts
    if results.fixed_need_2026 <= frame + 0.05:
        return ""
    return texts("key.upper_frame", need=texts.amount(results.fixed_need_2026), frame=texts.amount(frame))
