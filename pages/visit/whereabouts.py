"""Where the visitor is in the tool: which page, what is to be opened next, and the way into a meeting and out of it."""

from dataclasses import dataclass, replace
from typing import Any, Final

from pages.visit import problems, view
from pages.visit.memory import Place
from pages.visit.navigation import MEETING, PAGES, START, WORDS
from pages.visit.streamlit_insides import is_history_navigation, is_part_alone

READY: Final = "presets"
"""What is to be opened where it is the list of ready scenarios; else it is a page."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """page: the one that is looked at. controls_of: the page whose controls were drawn last.

    opening: what was asked for and is not opened yet, ``READY`` or a page, empty for nothing. before_meeting: the page
    from which the meeting was entered. prepared: the scenarios laid ready on the way in, as texts of the view. by_link:
    whether the page is reached by an address, which says what is open on it. asked_on: the page on which the opening
    was asked for; empty where it is asked for until it is reached. source: what the page of sources is to lead to,
    until then; calculation: the path of the step that led there. word: the lever whose button led to the list of words
    last, words: how often one has. asks: whether a part of a page asked for the run. at_start: whether the visit began
    at the bare address, which stays the start page when it says who the visitor is.
    """

    page: str = ""
    controls_of: str = ""
    opening: str = ""
    before_meeting: str = START
    prepared: tuple[str, ...] = ()
    by_link: bool = False
    asked_on: str = ""
    source: str = ""
    calculation: str = ""
    word: str = ""
    words: int = 0
    asks: bool = False
    at_start: bool = False


WHEREABOUTS: Final = Place("whereabouts", Whereabouts)


def whereabouts() -> Whereabouts:
    """Where the visitor is."""
    return WHEREABOUTS.value()


def arrive(page: str, **fields: Any) -> None:
    """Notes the page that is looked at, and with it other fields. What was open on the page before is closed."""
    if page != whereabouts().page:
        problems.leave_page()
        if not whereabouts().by_link:
            view.change(calculation="")
        _change(page=page, **fields)
    if whereabouts().by_link:
        _change(by_link=False)


def follow_link() -> None:
    """Notes that an address was followed: what it says is open stays open on the page that it leads to."""
    _change(by_link=True)


def arrive_in_meeting(prepared: tuple[str, ...]) -> None:
    """Notes that a meeting is entered, from which page, and the scenarios that are laid ready for it."""
    before = whereabouts().page
    arrive(MEETING, before_meeting=before if before in PAGES else START, prepared=prepared)


def open_next(what: str, source: str = "") -> None:
    """Asks for the list of ready scenarios or a page: either is opened where the page is drawn next."""
    step = view.current().calculation if source else ""
    asked_on = "" if what == MEETING else whereabouts().page
    _change(opening=what, asked_on=asked_on, source=source, calculation=step)


def note_asker() -> None:
    """A part of the page asked for what runs now, no link and no step Back."""
    if not is_part_alone():
        _change(asks=True)


def page_to_open(page: str) -> str:
    """The page that is to be opened instead of ``page``, which the browser asks for; empty where there is none.

    The meeting is asked for until it is reached, any other page until the one is left where it was asked for: a late
    change of a lever may run on the page before in between. And a part that asks from another page than the last has
    not heard yet that the visitor was led on, for the answer is on its way: that stays the page, unless one steps Back.
    """
    before = whereabouts()
    is_left = bool(before.asked_on) and page != before.asked_on
    is_asked = before.opening not in ("", READY)
    is_open = is_asked and (page == before.opening or is_left)
    if is_open or before.asks:
        _change(asks=False, opening="" if is_open else before.opening)
    if is_asked and not is_open:
        return before.opening
    is_late = before.asks and not is_history_navigation()
    return before.page if is_late and page != before.page else ""


def source_to_show() -> tuple[str, str]:
    """What the page of sources is opened with, and the path of the step that led there, once; else both are empty."""
    asked = whereabouts()
    if asked.source:
        _change(source="", calculation="")
    return asked.source, asked.calculation


def stay_at_start() -> None:
    """Notes that the start page is shown."""
    _change(at_start=True)


def open_word(lever: str) -> None:
    """Asks for the list of words at a lever's card."""
    _change(word=lever, words=whereabouts().words + 1)
    open_next(WORDS)


def word_to_show() -> tuple[str, int]:
    """The lever whose button led to the list of words last, and how often one has; the browser leads there once."""
    return whereabouts().word, whereabouts().words


def list_to_open() -> bool:
    """Whether the list of ready scenarios is to be opened; true once."""
    if is_asked := whereabouts().opening == READY:
        _change(opening="")
    return is_asked


def enters_controls(page: str) -> bool:
    """Whether the controls of ``page`` are drawn now and another page's were before; notes that they are."""
    is_new = whereabouts().controls_of != page
    if is_new:
        _change(controls_of=page)
    return is_new


def _change(**fields: Any) -> None:
    WHEREABOUTS.put(replace(whereabouts(), **fields))
