"""The row above the figures: who we are, year, prices, the page's choices, and the sign of how much print agrees."""

from collections.abc import Collection
from typing import Any, Final

import streamlit as st

from charts.words.context import AGAINST, SINCE
from charts.words.foreign import printable
from model.answers.quantities import FINANCING_NEED
from pages.figures.sign import sign
from pages.payers.payer_search import TIGHT, USUAL, payer_search
from pages.visit import state, view, whereabouts
from pages.visit.as_written import as_written
from pages.visit.compared import common_years, comparable, quantities, references
from pages.visit.fixed_choice import fixed_choice
from pages.visit.link_problem import link_problem
from pages.visit.memory import control_value, set_control
from pages.visit.navigation import PAGES, RECONCILIATION
from pages.visit.option_names import option_name
from pages.visit.question import shown
from pages.visit.view import QUANTITIES, View

MENUS: Final = ("figure", "solution", "base", "quantity")
"""Choices drawn as a menu: their names are long."""

ROOM: Final = 2
"""Choices, beside who we are, that leave room for the sign's whole sentence."""

WIDTH: Final = 140
WIDTHS: Final = {"view_figure": 132, "view_base": 280, "view_quantity": 184}
"""Pixels of a menu: the row fits a meeting room's screen."""


def show(looked_at: View, page: str) -> None:
    """Draws the row with the choices of ``page``; what a link got wrong is said above it."""
    problem(looked_at)
    choices, is_new = PAGES[page].choices, whereabouts.enters_controls(page)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="toolbar"):
        payer_search(looked_at, TIGHT if len(choices) > ROOM else USUAL)
        for field in choices:
            choice(field, looked_at, choices, is_new)
        if page != RECONCILIATION:
            sign(looked_at.texts, short=len(choices) > ROOM)
    place = st.empty()
    if PAGES[page].asks_whose and looked_at.asks_who:
        place.info(looked_at.texts("payers.ask_whose"))


def problem(looked_at: View) -> None:
    """Says what the link got wrong; where it says nothing the place stays, for what stands below would be made anew."""
    place = st.empty()
    if sentence := link_problem(looked_at.texts):
        place.warning(as_written(sentence))


def choice(field: str, looked_at: View, choices: Collection[str] = (), is_new: bool = False) -> None:
    """One field of the view as a row of buttons, or as a menu.

    ``choices``: those of the page. A choice that the page has already made shows the one option that there is.
    ``is_new``: whether the page was just entered: its controls are others than those of the page before.
    """
    key, fixed = _key(field, looked_at), fixed_choice(field, looked_at, choices)
    options = (fixed.option,) if fixed else _options(field, looked_at, choices)
    wanted = fixed.option if fixed else _wanted(field, looked_at, choices)
    if is_new or control_value(key) != wanted:  # what is set takes back a choice that is made meanwhile
        set_control(key, wanted)
    draw = _menu if field in MENUS else _buttons
    draw(
        _label(field, looked_at),
        options,
        format_func=lambda option: fixed.name if fixed else option_name(field, option, looked_at),
        key=key,
        disabled=fixed is not None,
        label_visibility="collapsed",
        on_change=lambda: _choose(field, key, options),
    )


def _key(field: str, looked_at: View) -> str:
    """The control's own; a difference has one for each that is told by itself.

    What was pressed before a lever moved is told to the server once more when runs follow quickly: of one control
    nobody could tell that from a choice.
    """
    return f"view_{field}_{shown(looked_at).told_by_itself}" if field == "difference" else f"view_{field}"


def _label(field: str, looked_at: View) -> str:
    """What the control is called for those who do not see it; a difference by what it is from."""
    if field == "difference":
        return looked_at.texts("view.difference_from", base=printable(state.figures().title[looked_at.language]))
    return looked_at.texts(f"view.{field}")


def _options(field: str, looked_at: View, choices: Collection[str]) -> tuple[Any, ...]:
    if field == "base":
        return references(looked_at)
    if field == "difference":
        return AGAINST, SINCE
    if field == "quantity":
        return quantities(looked_at) if "base" in choices else QUANTITIES
    side_by_side = common_years(looked_at) if field == "year" and "against" in choices else ()
    return side_by_side or view.options(state.figures())[field]


def _wanted(field: str, looked_at: View, choices: Collection[str]) -> Any:
    """What is pressed: the year that is drawn, where scenarios side by side do not plan the one that was chosen.

    Of the two differences the one that is told, of quantities the need where nobody has chosen one.
    """
    if field == "difference":
        return shown(looked_at).told_name
    if field == "quantity":
        return looked_at.quantity or FINANCING_NEED
    drawn = comparable(looked_at) if field == "year" and "against" in choices else looked_at
    return getattr(drawn, field)


def _choose(field: str, key: str, options: tuple[Any, ...]) -> None:
    """Changes the view by what a control holds, if it stands there still.

    One that gives way to another page's reports that nothing is chosen; one that has given way to another of its field,
    what it held.
    """
    option, looked_at = control_value(key), view.current()
    if option in options and key == _key(field, looked_at):
        view.change(**{field: option})


def _buttons(label: str, options: tuple[Any, ...], **rest: Any) -> None:
    st.segmented_control(label, options, required=True, **rest)


def _menu(label: str, options: tuple[Any, ...], **rest: Any) -> None:
    st.selectbox(label, options, width=WIDTHS.get(rest["key"], WIDTH), **rest)
