"""Headline, key figures and charts of a page, handed to the browser as one message: they always belong together."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

import streamlit as st

from charts.context import Context
from charts.details import BarTable
from charts.headline import headline
from charts.key_figures import key_figures
from charts.plotly import Room, specification
from charts.records import Figure, Stack
from charts.told import told
from model import published
from pages.parts import state
from pages.parts.components import component
from pages.parts.levers import apply_gesture, gesture
from pages.parts.results import Results, results
from pages.parts.view import View

Draw = Callable[[Results, Context], tuple[Figure, ...]]
KEY = "figures"
LIBRARY = "app/static/plotly-basic-4.1.1.min.js"
ACROSS = 3  # charts beside each other; from so many on they are drawn small


def context(results: Results, view: View) -> Context:
    """What the charts need to know beside the figures."""
    texts, index_rate = view.texts, results.scenario.index_rate
    fixed = view.prices == "2025" or index_rate == 0
    rate = texts.percent(index_rate)
    prices = texts("view.in_2025") if fixed else texts("view.in_lopende", rate=rate)
    return Context(texts=texts, reference=published().title[view.language], prices=prices, indexed=not fixed)


@st.fragment
def live(view: View, draw: Draw, keys: bool = True, details: Mapping[str, tuple[BarTable, ...]] | None = None) -> None:
    """Runs the model and draws the page's live part; alone, as a fragment, while a lever moves.

    ``draw`` makes the figures of the results. ``keys``: with the four key figures. ``details``: figure → printed tables
    in expanders under it. Tables and spoken texts follow when the lever is at rest.
    """
    found, narrow, last = results(state.scenario(), view), _is_narrow(), gesture()
    around, compared = context(found, view), (found.result, found.reference)
    figures = draw(found, around)
    tiles = key_figures(*compared, found.change, view.year, around) if keys else ()
    printed = {} if last.moving else {name: [asdict(table) for table in each] for name, each in (details or {}).items()}
    component("figures")(
        key=KEY,
        data={
            "sequence": last.sequence,
            "moving": last.moving,
            "narrow": narrow,
            "plotly": LIBRARY,
            "headline": headline(*compared, view.year, around),
            "warnings": [asdict(told(warning, around)) for warning in found.warnings],
            "keys": [asdict(key) for key in tiles],
            "figures": [_message(f, _room(at, len(figures), narrow), last.moving) for at, f in enumerate(figures)],
            "details": printed,
            "legend": [around.reference, view.texts("figure.scenario")],
            "table": view.texts("figure.table"),
            "failed": view.texts("figure.failed"),
        },
        on_narrow_change=lambda: None,
        on_gesture_change=lambda: apply_gesture(KEY),
    )


def _room(at: int, count: int, narrow: bool) -> Room:
    """The room of chart number ``at`` of ``count``: beside each other only the first of a row names its rows."""
    if narrow:
        return Room.PHONE
    if count < ACROSS:
        return Room.WIDE
    return Room.BARE if at % ACROSS else Room.SMALL


def _message(figure: Figure, room: Room, moving: bool) -> dict[str, Any]:
    """A figure as the browser draws it; ``series`` are named beside the chart where the chart does not name them."""
    words = {"name": figure.name, "title": figure.title, "alt": figure.alt, "note": figure.note, "moved": figure.moved}
    series = figure.series if isinstance(figure, Stack) and (room is not Room.WIDE or not figure.named) else ()
    table = None if moving else asdict(figure.table)
    return {**words, "spec": specification(figure, room), "series": series, "table": table}


def _is_narrow() -> bool:
    """Whether the charts are drawn for a phone: what the browser measured, before that what it calls itself."""
    measured = st.session_state.get(KEY, {}).get("narrow")
    return "Mobi" in st.context.headers.get("User-Agent", "") if measured is None else bool(measured)
