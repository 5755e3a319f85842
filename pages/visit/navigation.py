"""The pages: each one's script, address, title and choices follow from its entry here.

A page is added by its script ``pages/<name>.py``, an entry in ``PAGES``, and its title in the texts, ``page.<name>``.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import streamlit as st

from texts import Texts


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the menu.

    choices: the fields of the view that its row above the figures offers, in their order, after who the visitor is.
    asks_whose: whether what somebody pays can be looked at on it, so that it asks who that is. levers: those that stand
    first beside it, where they are not the main ones. group: what unfolds in the menu and holds the page, by its name
    in the texts ``group.<group>``; empty for a page that stands in the menu itself.
    """

    choices: tuple[str, ...]
    asks_whose: bool = False
    levers: tuple[str, ...] = ()
    group: str = ""


MONEY_LEVERS: Final = (
    "risk_margin",
    "underspend_rate",
    "underspend_returned",
    "repayment_lag",
    "shortfall_recovered",
    "index_rate",
)
"""What decides how much is left over, and when it comes back."""

GROUND: Final = "grunnlaget"
"""The group of pages about the figures themselves: where they come from, whether they agree, and new ones."""


SOURCES: Final = "kilder"
"""The page of sources: what stands under every chart leads there."""

WORDS: Final = "ord"
"""The page of words and levers: the button at a lever leads there."""

PAGES: Final[Mapping[str, Page]] = {
    "oversikt": Page(("year", "prices", "difference")),
    "fossefall": Page(("year", "prices", "figure", "difference")),
    "fireaarsplan": Page(("year", "prices", "solution", "difference")),
    "utvikling": Page(("history", "solution")),
    "hvem_betaler": Page(("year", "prices")),
    "tidligere_aars_midler": Page((), levers=MONEY_LEVERS),
    "hvorfor": Page(("year", "prices", "span", "unfold", "base", "quantity"), asks_whose=True),
    "hva_skal_til": Page(("year", "prices"), asks_whose=True),
    "nytt_tiltak": Page(("prices",)),
    "usikkerhet": Page(("year", "prices", "certainty", "quantity"), asks_whose=True),
    "sammenlign": Page(("year", "prices", "against")),
    "enhetskostnader": Page(("prices",)),
    "eksport": Page(("year", "prices")),
    SOURCES: Page((), group=GROUND),
    "avstemming": Page(("checks",), group=GROUND),
    "nytt_tallgrunnlag": Page((), group=GROUND),
    WORDS: Page((), group=GROUND),
}
"""Name, which is also the address → page, in the order of the menu; groups stand after the pages of their own."""

RECONCILIATION: Final = "avstemming"
"""The page that the sign above every other page leads to."""

START: Final = next(iter(PAGES))
"""The page that follows the start page, to which an address that names none leads, and links of whole files."""

MEETING: Final = "mote"
"""The page of a meeting: it stands in no menu, a key and a button lead to it."""


def navigation(texts: Texts) -> Any:
    """The page that is looked at, a ``StreamlitPage``; the bare address is the start page's."""
    bare = st.Page("pages/start.py", title=texts("app.short_title"), default=True, visibility="hidden")
    meeting = st.Page(script_of(MEETING), title=texts("meeting.title"), url_path=MEETING, visibility="hidden")
    menu: dict[str, list[Any]] = {"": [bare, meeting]}
    for name, page in PAGES.items():
        heading = texts(f"group.{page.group}") if page.group else ""
        menu.setdefault(heading, []).append(st.Page(script_of(name), title=texts(f"page.{name}"), url_path=name))
    return st.navigation(menu, position="top")


def script_of(page: str) -> str:
    """The file of a page, as Streamlit wants it."""
    return f"pages/{page}.py"
