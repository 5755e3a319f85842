"""What the live part of a page comes from, beside the model."""

from hashlib import blake2b
from typing import Final

import streamlit as st

from model import OwnData
from pages.figures.asked_files import KEY
from pages.levers.levers import NO_STOP, suppose
from pages.visit import clocks, own_data, state, view
from pages.visit.baselines import own
from pages.visit.between_runs import USED_LEVER
from pages.visit.components import sent
from pages.visit.memory import Place, supposing
from pages.visit.uploaded import uploaded
from pages.visit.whereabouts import whereabouts

NARROW: Final[Place[bool]] = Place("narrow", bool)
"""Whether the charts are drawn for a phone."""


def measure() -> None:
    """Notes whether charts are drawn for a phone: what the browser measured, before that what it calls itself."""
    measured = sent(KEY, "narrow")
    NARROW.put("Mobi" in st.context.headers.get("User-Agent", "") if measured is None else bool(measured))


def state_of() -> str:
    """What tells all that a moving lever's answer comes from of anything else.

    That is baseline, scenario, view, page, what the visitor has given, and the width. Where the visitor has given
    anything, also a baseline that is only compared with, the visit's name is in it: nothing of that is another visit's.
    """
    scenario, looked_at = state.scenario(), view.current()
    given = tuple(each.digest for each in (own(), uploaded().baseline) if each is not None)
    is_ours = bool(given) or own_data.about_payers() != OwnData()
    everything = (
        scenario,
        scenario.figures.digest,
        looked_at,
        whereabouts().page,
        USED_LEVER.value(),
        NARROW.value(),
        (clocks.clocks().visit, given, own_data.GIVEN.value().changes) if is_ours else "",
    )
    return blake2b(repr(everything).encode(), digest_size=12).hexdigest()


def besides(lever: str) -> str:
    """The same of all but one lever; empty for what is no lever of its own."""
    with supposing():
        try:
            suppose(path=lever, reset=True)
        except NO_STOP:
            return ""
        return state_of()


def besides_last() -> tuple[str, str]:
    """The lever that was moved last, and the state of all but it."""
    lever = clocks.clocks().gesture.lever
    return lever, besides(lever) if lever else ""
