"""Headline, key figures and charts of a page, handed to the browser as one message: they always belong together."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

import streamlit as st

from charts.comparison import comparison_figures, comparison_headline, comparison_keys, differences
from charts.context import Context
from charts.details import BarTable
from charts.headline import headline
from charts.key_figures import key_figures
from charts.plotly import Room, specification
from charts.reasons import cause
from charts.records import Figure, KeyFigure, Stack, Table
from charts.told import told
from model import Scenario
from pages.parts import state, taking
from pages.parts.compared import compared, in_one_price_basis
from pages.parts.components import component, sent
from pages.parts.levers import apply_gesture, gesture
from pages.parts.results import Results, context, reasons, results
from pages.parts.view import FEWEST, View

Draw = Callable[[Results, Context], tuple[Figure, ...]]
Tiles = Callable[[Results, View, Context], tuple[KeyFigure, ...]]
Tell = Callable[[Results, Context], tuple[str, tuple[KeyFigure, ...]]]
KEY = "figures"
DIFFERENCES = "differences"
LIBRARY = "app/static/plotly-basic-4.1.1.min.js"
ACROSS = 3  # charts beside each other; from so many on they are drawn small


def against_the_reference(view: View) -> tuple[Results, Context]:
    """The present scenario against the tallgrunnlag at its price growth."""
    found = results(state.scenario(), view)
    return found, context(found.scenario, view)


def of_the_year(found: Results, view: View, around: Context) -> tuple[KeyFigure, ...]:
    """The four numbers of the view's year."""
    return key_figures(found.result, found.reference, found.change, view.year, around)


@st.fragment
def live(
    view: View,
    draw: Draw,
    tiles: Tiles | None = of_the_year,
    details: Mapping[str, tuple[BarTable, ...]] | None = None,
    prepare: Callable[[View], tuple[Results, Context]] = against_the_reference,
    tell: Tell | None = None,
    large: bool = False,
) -> None:
    """Runs the model and draws the page's live part; alone, as a fragment, while a lever moves.

    ``prepare`` runs the model, ``draw`` makes the figures of the results, ``tiles`` the key figures above them.
    ``details``: figure → printed tables in expanders under it. Tables and spoken texts follow when the lever rests.
    ``tell``: a headline and key figures of the page's own. ``large``: to be read from across a room, on a scale that
    only ever grows.
    """
    found, around = prepare(view)
    figures = draw(found, around)
    said, because = (
        headline(found.result, found.reference, view.year, around),
        cause(reasons(found), view.year, around),
    )
    keys = tiles(found, view, around) if tiles else ()
    if tell:
        (said, keys), because = tell(found, around), ""
    printed = {} if gesture().moving else details or {}
    _send(
        replace(view, prices=found.prices),
        figures,
        [found.scenario],
        across=ACROSS if len(figures) >= ACROSS else len(figures),
        legend=(around.reference, around.scenario),
        headline=said,
        because=because,
        warnings=[asdict(told(warning, around)) for warning in found.warnings],
        keys=[asdict(key) for key in keys],
        details={name: [asdict(table) for table in tables] for name, tables in printed.items()},
        large=large,
    )


@st.fragment
def side_by_side(view: View) -> None:
    """Runs the model for the compared scenarios and draws them beside each other, as ``live`` does for one."""
    view = in_one_price_basis(view)
    found = compared(view)
    table: Table | None = None if gesture().moving else differences(found, view.texts)
    _send(
        view,
        comparison_figures(found, view.year),
        [each.scenario for each in found],
        across=len(found),
        legend=(found[-1].around.reference, view.texts("figure.scenario")),
        headline=comparison_headline(found, view.year, view.texts),
        because="",
        warnings=[],
        keys=[
            {**asdict(key), "remove": _removal(view, key.label)}
            for key in comparison_keys(found, view.year, view.against)
        ],
        details={},
        compared=True,
        differences={
            "title": view.texts("compare.differences"),
            "table": table and asdict(table),
            "take": view.texts("take.table"),
        },
        taken=_table_taken(view, table),
    )


def _table_taken(view: View, table: Table | None) -> dict[str, str] | None:
    """What differs between the scenarios as a file, when this run was asked for it."""
    asked = sent(KEY, "taking")
    if table is None or not isinstance(asked, Mapping) or asked.get("figure") != DIFFERENCES:
        return None
    of = taking.comparison_of(view)
    return taking.message(of.file_name(view.texts("take.name_differences"), "csv"), taking.table_of(table, of))


def _removal(view: View, name: str) -> str:
    """What the button that takes a scenario away is called; empty where there are too few to take one away."""
    return view.texts("compare.remove", name=name) if len(view.compared) > FEWEST else ""


def _send(
    view: View,
    figures: Sequence[Figure],
    scenarios: Sequence[Scenario],
    across: int,
    legend: tuple[str, str],
    **parts: Any,
) -> None:
    """One message with everything that is drawn.

    ``scenarios``: whose the figures are, one for each in turn. ``across``: charts beside each other.
    """
    narrow, last = _is_narrow(), gesture()
    small = across >= ACROSS or bool(parts.get("compared"))
    component("figures")(
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
            "taken": parts.get("taken") or _taken(view, figures, scenarios),
        },
        on_narrow_change=lambda: None,
        on_taking_change=lambda: None,
        on_gesture_change=lambda: apply_gesture(KEY),
    )


def _taken(view: View, figures: Sequence[Figure], scenarios: Sequence[Scenario]) -> dict[str, str] | None:
    """The file of a chart that was asked for in this run."""
    asked = sent(KEY, "taking")
    if not isinstance(asked, Mapping) or asked.get("kind") not in taking.PICTURES:
        return None
    for at, figure in enumerate(figures):
        if figure.name == asked.get("figure"):
            return taking.picture_of(asked["kind"], figure, taking.subject_of(scenarios[at % len(scenarios)], view))
    return None


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
