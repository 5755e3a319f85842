"""Headline, key figures and charts of a page, handed to the browser as one message: they always belong together."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, replace
from functools import partial
from typing import Final, Unpack

import streamlit as st

from charts.bridges.details import BarTable
from charts.bridges.told import told_cause
from charts.draw.kinds import specification
from charts.draw.plotly.shared import Room, is_named
from charts.draw.plotly.stack_lying import SIGNS
from charts.payers.us import us_compared, us_in_words
from charts.plans.comparison import comparison_figures, comparison_headline, comparison_key_figures
from charts.plans.differences import differences
from charts.plans.key_figures import key_figures
from charts.projects.words import beside_figures
from charts.records.figure import Figure, KeyFigure, Table
from charts.sources.under import figure_sources
from charts.words.cautions import caution_texts
from charts.words.context import Context
from charts.words.headline import headline
from pages.calculation import panel as calculation
from pages.figures import ahead, asked_files, basis
from pages.figures.asked_files import KEY
from pages.figures.messages import BoardMessage, BoardWords, DrawnFigure, Tile
from pages.figures.unfolded import steady
from pages.files import taking
from pages.levers.levers import apply_gesture
from pages.visit.clocks import gesture
from pages.visit.compared import comparable, compared
from pages.visit.components import component
from pages.visit.navigation import MEETING
from pages.visit.question import shown
from pages.visit.side_by_side import FEWEST, FIRST_COMPARED
from pages.visit.view import HATCHED, View
from pages.visit.whereabouts import whereabouts

Ask = Callable[[View], Context]
Draw = Callable[[Context], tuple[Figure, ...]]
Tiles = Callable[[Context], tuple[KeyFigure, ...]]
Summary = Callable[[Context], tuple[str, tuple[KeyFigure, ...]]]
Because = Callable[[Context], str]
LIBRARY: Final = "app/static/plotly-basic-4.1.1.min.js"
ACROSS: Final = 3
"""Charts beside each other; from so many on they are drawn small. Four stand two by two."""


def live(
    looked_at: View,
    draw: Draw,
    tiles: Tiles | None = key_figures,
    details: Mapping[str, tuple[BarTable, ...]] | None = None,
    ask: Ask = shown,
    summary: Summary | None = None,
    because: Because | None = None,
    quick: bool = True,
) -> None:
    """Asks the model and draws the page's live part; alone, as a fragment, while a lever moves.

    ask: gives the answer in words. draw: makes the figures of it. tiles: the key figures above them. summary: a
    headline and key figures of the page's own. because: the sentences under the headline, what the need's difference is
    due to where a page has none of its own. details: figure → printed tables in expanders under it. quick: whether an
    answer takes so little that those of a lever's other stops are made ahead. A meeting's are large, to be read from
    across a room, on a scale that only ever grows. Under the need's headline stands what our organisation
    pays. Tables and spoken texts follow when the lever rests.
    """
    large = whereabouts().page == MEETING

    def made() -> BoardMessage:
        context = ask(looked_at)
        figures = _as_chosen(draw(context), looked_at)
        if summary:
            sentence, keys, told = *summary(context), because
        else:
            sentence, keys = headline(context), tiles(context) if tiles else ()
            told = because or partial(told_cause, is_brief=large)
        printed, beside = {} if gesture().moving else details or {}, len(_beside(figures))
        return _message(
            looked_at,
            figures,
            (context,),
            across=ACROSS - 1 if beside == ACROSS + 1 else max(1, min(ACROSS, beside)),
            legend=(context.reference, context.scenario),
            headline=sentence,
            because=told(context) if told else "",
            us="" if summary else us_in_words(context),
            our_slide=looked_at.texts("take.slide"),
            warnings=[asdict(caution) for caution in caution_texts(context)],
            keys=[_tile(key) for key in keys],
            details={name: [asdict(table) for table in tables] for name, tables in printed.items()},
            large=large,
            taken=asked_files.our_slide(context) or asked_files.picture(figures),
        )

    _live(made, lambda each: (ask(each),))
    if quick:
        ahead.ahead(made)


def _as_chosen(figures: tuple[Figure, ...], looked_at: View) -> tuple[Figure, ...]:
    """The figures filled as the reader chose, with the rows that they have while a lever moves."""
    hatched = looked_at.surfaces == HATCHED
    return tuple(replace(figure, hatched=hatched) for figure in steady(figures, gesture().moving))


def cause_and_projects(context: Context) -> str:
    """What the need's difference is due to, and that projects are no part of what is shown, where there are some."""
    return " ".join(filter(None, (told_cause(context), beside_figures(context))))


def side_by_side(looked_at: View) -> None:
    """Asks the model about the compared scenarios and draws them beside each other, as ``live`` does for one."""

    def made() -> BoardMessage:
        comparing = comparable(looked_at)
        contexts, texts = compared(comparing), looked_at.texts
        table: Table | None = None if gesture().moving else differences(contexts)
        figures = _as_chosen(comparison_figures(contexts), comparing)
        return _message(
            comparing,
            figures,
            contexts,
            across=len(contexts),
            legend=(
                contexts[-1].reference,
                texts("compare.others" if comparing.against == FIRST_COMPARED else "figure.scenario"),
            ),
            headline=comparison_headline(contexts),
            because="",
            us=us_compared(contexts),
            warnings=[],
            keys=[_tile(key, _removal(comparing, key.label)) for key in comparison_key_figures(contexts)],
            details={},
            compared=True,
            differences={
                "title": texts("compare.differences"),
                "table": asdict(table) if table else None,
                "take": texts("take.table"),
            },
            taken=asked_files.differences(contexts, table) or asked_files.picture(figures),
        )

    _live(made, compared)
    ahead.ahead(made)


@st.fragment
def _live(made: Callable[[], BoardMessage], asks: calculation.Asks) -> None:
    """Draws what is made. asks: the answers that its figures are opened in."""
    calculation.shows(asks)
    basis.measure()
    component(BoardMessage, "figures", "figures/board", "figures/payers", "figures/print", early=(LIBRARY,))(
        key=KEY,
        data={**made(), "state": basis.state_of(), "besides": basis.besides_last()},
        on_narrow_change=lambda: None,
        on_taking_change=lambda: None,
        on_gesture_change=lambda: apply_gesture(KEY),
    )


def _removal(looked_at: View, name: str) -> str:
    """What the button that takes a scenario away is called; empty where there are too few to take one away."""
    return looked_at.texts("compare.remove", name=name) if len(looked_at.compared) > FEWEST else ""


def _tile(key: KeyFigure, removal: str | None = None) -> Tile:
    """A key figure; where scenarios are compared, what the button that takes its scenario away is called."""
    tile: Tile = {
        "name": key.name,
        "label": key.label,
        "value": key.value,
        "note": key.note,
        "moved": key.moved,
        "opens": key.opens,
    }
    return tile if removal is None else {**tile, "remove": removal}


def _message(
    looked_at: View, figures: Sequence[Figure], contexts: Sequence[Context], **words: Unpack[BoardWords]
) -> BoardMessage:
    """One message with everything that is drawn, and while a lever moves the calculation that is open."""
    texts, is_narrow, last, across = looked_at.texts, basis.NARROW.value(), gesture(), words["across"]
    beside = _beside(figures)
    small = len(beside) >= ACROSS or words.get("compared", False)
    places = {figure.name: at for at, figure in enumerate(beside)}
    return {
        "sequence": last.sequence,
        "moving": last.moving,
        "state": "",
        "besides": ("", ""),
        "hatched": looked_at.surfaces == HATCHED,
        "narrow": is_narrow,
        "plotly": LIBRARY,
        "figures": [_drawn(f, _room(places.get(f.name), across, is_narrow, small), last.moving) for f in figures],
        "table": texts("figure.table"),
        "show": texts("calculation.show"),
        "calculation": calculation.update(contexts, calculation.WHILE_MOVING) if last.moving else None,
        "failed": texts("figure.failed"),
        "take": texts("take.chart"),
        "kinds": taking.kinds(texts),
        "copy": taking.copying(texts),
        "copy_picture": taking.copying_picture(texts),
        **words,
    }


def _beside(figures: Sequence[Figure]) -> Sequence[Figure]:
    """The figures that stand beside each other: those that take the page's width do not."""
    return [figure for figure in figures if not figure.takes_the_width]


def _room(at: int | None, across: int, narrow: bool, small: bool) -> Room:
    """The room of chart number ``at`` of those beside each other, None for one that takes the page's width.

    Where charts are ``small``, only the first beside each other names its rows.
    """
    if narrow:
        return Room.PHONE
    if at is None or not small:
        return Room.WIDE
    return Room.BARE if at % across else Room.SMALL


def _drawn(figure: Figure, room: Room, moving: bool) -> DrawnFigure:
    """A figure as the browser draws it; ``series`` are named beside the chart where the chart does not name them."""
    return {
        "name": figure.name,
        "scale": figure.drawing,
        "title": figure.title,
        "alt": figure.alt,
        "note": figure.note.translate(SIGNS) if room is Room.PHONE else figure.note,
        "sources": figure_sources(figure),
        "moved": figure.moved,
        "wide": figure.takes_the_width,
        "spec": specification(figure, room),
        "series": figure.legend(wide=is_named(figure, room)),
        "table": None if moving else asdict(figure.table),
    }
