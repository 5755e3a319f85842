"""Headline, key figures and charts of a page, handed to the browser as one message: they always belong together."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

import streamlit as st

from charts.bridges.details import BarTable
from charts.bridges.reasons import cause, reasons
from charts.draw.plotly import Room, specification
from charts.plans.comparison import comparison_figures, comparison_headline, comparison_keys, differences
from charts.plans.key_figures import key_figures
from charts.records import Figure, KeyFigure, Stack, Table
from charts.words.cautions import caution_texts
from charts.words.context import Context
from charts.words.headline import headline
from pages.files import taking
from pages.levers.levers import apply_gesture, gesture
from pages.visit.compared import compared
from pages.visit.components import component, sent
from pages.visit.question import shown
from pages.visit.view import FEWEST, FIRST, View

Draw = Callable[[Context], tuple[Figure, ...]]
Tiles = Callable[[Context], tuple[KeyFigure, ...]]
Tell = Callable[[Context], tuple[str, tuple[KeyFigure, ...]]]
KEY = "figures"
DIFFERENCES = "differences"
LIBRARY = "app/static/plotly-basic-4.1.1.min.js"
ACROSS = 3  # charts beside each other; from so many on they are drawn small


@st.fragment
def live(
    view: View,
    draw: Draw,
    tiles: Tiles | None = key_figures,
    details: Mapping[str, tuple[BarTable, ...]] | None = None,
    ask: Callable[[View], Context] = shown,
    tell: Tell | None = None,
    large: bool = False,
) -> None:
    """Asks the model and draws the page's live part; alone, as a fragment, while a lever moves.

    ``ask`` gives the answer in words, ``draw`` makes the figures of it, ``tiles`` the key figures above them.
    ``details``: figure → printed tables in expanders under it. Tables and spoken texts follow when the lever rests.
    ``tell``: a headline and key figures of the page's own. ``large``: to be read from across a room, on a scale that
    only ever grows.
    """
    context = ask(view)
    figures = draw(context)
    said, because = headline(context), cause(reasons(context.answer), view.year, context)
    keys = tiles(context) if tiles else ()
    if tell:
        (said, keys), because = tell(context), ""
    printed = {} if gesture().moving else details or {}
    _send(
        view,
        figures,
        across=ACROSS if len(figures) >= ACROSS else len(figures),
        legend=(context.reference, context.scenario),
        headline=said,
        because=because,
        warnings=[asdict(caution) for caution in caution_texts(context)],
        keys=[asdict(key) for key in keys],
        details={name: [asdict(table) for table in tables] for name, tables in printed.items()},
        large=large,
    )


@st.fragment
def side_by_side(view: View) -> None:
    """Asks the model about the compared scenarios and draws them beside each other, as ``live`` does for one."""
    found = compared(view)
    table: Table | None = None if gesture().moving else differences(found)
    _send(
        view,
        comparison_figures(found),
        across=len(found),
        legend=(found[-1].reference, view.texts("compare.others" if view.against == FIRST else "figure.scenario")),
        headline=comparison_headline(found),
        because="",
        warnings=[],
        keys=[{**asdict(key), "remove": _removal(view, key.label)} for key in comparison_keys(found)],
        details={},
        compared=True,
        differences={
            "title": view.texts("compare.differences"),
            "table": table and asdict(table),
            "take": view.texts("take.table"),
        },
        taken=_table_taken(found, table),
    )


def _table_taken(found: Sequence[Context], table: Table | None) -> dict[str, str] | None:
    """What differs between the scenarios as a file, when this run was asked for it."""
    asked = sent(KEY, "taking")
    if table is None or not isinstance(asked, Mapping) or asked.get("figure") != DIFFERENCES:
        return None
    of = taking.subject_of(found[0])
    content = taking.table_of(table, of, of.texts("compare.differences"))
    return taking.message(of.file_name(of.texts("take.name_differences"), "csv"), content)


def _removal(view: View, name: str) -> str:
    """What the button that takes a scenario away is called; empty where there are too few to take one away."""
    return view.texts("compare.remove", name=name) if len(view.compared) > FEWEST else ""


def _send(
    view: View,
    figures: Sequence[Figure],
    across: int,
    legend: tuple[str, str],
    **parts: Any,
) -> None:
    """One message with everything that is drawn. ``across``: charts beside each other."""
    narrow, last = _is_narrow(), gesture()
    small = across >= ACROSS or bool(parts.get("compared"))
    component("figures", "figures/board", "figures/payers", "figures/print", early=(LIBRARY,))(
        key=KEY,
        data={
            "sequence": last.sequence,
            "moving": last.moving,
            "narrow": narrow,
            "plotly": LIBRARY,
            "across": across,
            "figures": [_message(f, _room(at, across, narrow, small), last.moving) for at, f in enumerate(figures)],
            "legend": legend,
            "table": view.texts("figure.table"),
            "failed": view.texts("figure.failed"),
            "take": [view.texts("take.chart"), *taking.PICTURES],
            **parts,
            "taken": parts.get("taken") or _taken(figures),
        },
        on_narrow_change=lambda: None,
        on_taking_change=lambda: None,
        on_gesture_change=lambda: apply_gesture(KEY),
    )


def _taken(figures: Sequence[Figure]) -> dict[str, str] | None:
    """The file of a chart that was asked for in this run: of the chart that is drawn."""
    asked = sent(KEY, "taking")
    if not isinstance(asked, Mapping) or asked.get("kind") not in taking.PICTURES:
        return None
    drawn = next((figure for figure in figures if figure.name == asked.get("figure")), None)
    return None if drawn is None else taking.picture_of(asked["kind"], drawn)


def _room(at: int, across: int, narrow: bool, small: bool) -> Room:
    """The room of chart number ``at``: where charts are ``small``, only the first beside each other names its rows."""
    if narrow:
        return Room.PHONE
    if not small:
        return Room.WIDE
    return Room.BARE if at % across else Room.SMALL


def _message(figure: Figure, room: Room, moving: bool) -> dict[str, Any]:
    """A figure as the browser draws it; ``series`` are named beside the chart where the chart does not name them."""
    words = {"name": figure.name, "title": figure.title, "alt": figure.alt, "note": figure.note, "moved": figure.moved}
    series = figure.series if isinstance(figure, Stack) and (room is not Room.WIDE or not figure.named) else ()
    table = None if moving else asdict(figure.table)
    return {**words, "spec": specification(figure, room), "series": series, "table": table}


def _is_narrow() -> bool:
    """Whether the charts are drawn for a phone: what the browser measured, before that what it calls itself."""
    measured = sent(KEY, "narrow")
    return "Mobi" in st.context.headers.get("User-Agent", "") if measured is None else bool(measured)
