"""Answers ahead: what the page would show at other stops of a lever. The browser has them before they are asked for.

The browser asks for a few stops at a time, from the lever's thumb outwards, when nothing else is going on. Each answer
is made as for a lever that moves, by the page's own ``made``, while its change is only supposed. What the stops share
with the first of them is sent once; of each stop only what differs.
"""

import json
import logging
from base64 import b64encode
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from threading import Lock
from time import thread_time
from typing import Any, Final, Generic, TypeVar, cast
from zlib import compress

import streamlit as st

from pages.figures import basis, unfolded
from pages.figures.messages import AheadMessage, BoardMessage, Piece, WantedStops
from pages.levers.levers import NO_STOP, suppose
from pages.visit import state, view
from pages.visit.components import component, sent
from pages.visit.memory import supposing
from pages.visit.messages import Record
from pages.visit.question import question

LOG: Final = logging.getLogger(__name__)
KEY: Final = "ahead"
LONGEST: Final = 0.014
"""Seconds of processor after which a piece ends: what is asked for meanwhile waits for it."""
MOST: Final = 64
"""Stops that one piece can be asked for."""
ROOM: Final = 16_000_000
"""Characters that are kept for all visits together, of first stops and of the others."""
DIGITS: Final = 8
"""Of a number that is drawn: a screen has fewer pixels."""
AS_OBJECTS: Final = 8
"""How much more room an answer takes than its JSON."""

Kept = TypeVar("Kept")
NONE: Final[Piece] = {"number": 0, "lever": "", "first": "", "state": "", "besides": "", "count": 0, "packed": ""}
Made = Callable[[], BoardMessage]
"""Makes the page's answer to what the visit asks."""


@dataclass(frozen=True, slots=True)
class First:
    """The answer of the stop that the others are told by, and its JSON.

    rows: what each chart has rows for. besides: what all is known by that it comes from, but for the lever.
    """

    name: str
    besides: str
    answer: BoardMessage
    text: str
    rows: Mapping[str, frozenset[str]]


class Shelf(Generic[Kept]):
    """What was made once, that which was used last, up to so many characters together."""

    def __init__(self, room: int) -> None:
        self._room, self._used, self._lock = room, 0, Lock()
        self._kept: OrderedDict[str, tuple[Kept, int]] = OrderedDict()

    def get(self, name: str) -> Kept | None:
        """What has a name, if it is still there."""
        with self._lock:
            if name not in self._kept:
                return None
            self._kept.move_to_end(name)
            return self._kept[name][0]

    def put(self, name: str, value: Kept, size: int) -> None:
        """Keeps a value of so many characters, and lets those go that were not used for longest."""
        with self._lock:
            self._used += size - self._kept.pop(name, (value, 0))[1]
            self._kept[name] = value, size
            while self._used > self._room:
                self._used -= self._kept.popitem(last=False)[1][1]


FIRSTS: Final[Shelf[First]] = Shelf(ROOM)
OTHERS: Final[Shelf[str]] = Shelf(ROOM)


def ahead(made: Made) -> None:
    """Draws nothing, and answers what the browser wants to know ahead; alone, as a fragment, each time it does."""
    with st.container(key=KEY):
        _ahead(made)


@st.fragment
def _ahead(made: Made) -> None:
    wanted = sent(KEY + "_stops", "wanted")
    component(AheadMessage, "ahead", "figures/ahead")(
        key=KEY + "_stops",
        data={"piece": piece(cast(WantedStops, wanted), made) if isinstance(wanted, Mapping) else None},
        on_wanted_change=lambda: None,
    )


def piece(wanted: WantedStops, made: Made) -> Piece:
    """The answers of the first of the stops that are wanted, as many as there is time for, and one at the least.

    Of no stop where there is no such lever any more, or no component of ours asks.
    """
    lever, values = wanted.get("lever"), wanted.get("values")
    none: Piece = {**NONE, "number": wanted.get("number", 0), "lever": str(lever)}
    if not isinstance(lever, str) or not isinstance(values, list):
        return none
    stops, started, found = Stops(lever, wanted.get("at"), wanted.get("beside"), made), thread_time(), list[str]()
    try:
        first = stops.first()
        for value in values[:MOST]:
            if found and thread_time() - started > LONGEST:
                break
            found.append(stops.at(value, first))
    except NO_STOP:
        return none
    except Exception:  # a fault of ours: the page itself says so where the lever goes there
        LOG.exception("What %s shows could not be made ahead", lever)
        return none
    known = wanted.get("first") == first.name
    text = f'{{"first":{"null" if known else first.text},"stops":[{",".join(found)}]}}'
    return {
        **none,
        "first": first.name,
        "state": basis.state_of(),
        "besides": first.besides,
        "count": len(found),
        "packed": b64encode(compress(text.encode(), 1)).decode(),
    }


class Stops:
    """The stops of one lever, each as what differs from the first, which is beside where the lever is at rest."""

    def __init__(self, lever: str, at: Any, beside: Any, made: Made) -> None:
        self._lever, self._at, self._beside, self._made = lever, at, beside, made
        self._scenario, self._view = state.scenario(), view.current()

    def first(self) -> First:
        """The first, that beside where the lever is at rest, for there nearly all differs. Raises errors of NO_STOP."""
        with supposing():
            self._suppose(self._at)
            name = f"{basis.state_of()} {self._lever} {self._at!r} {self._beside!r}"
            if (known := FIRSTS.get(name)) is not None:
                return known
            besides = basis.besides(self._lever)
            self._settle()
            self._answer(self._at, {})
            answer = self._answer(self._beside, unfolded.STEPS.value())  # no row comes or goes while the lever moves
            rows = unfolded.STEPS.value()
        found = First(name, besides, answer, _json(answer), rows)
        FIRSTS.put(name, found, len(found.text) * AS_OBJECTS)
        return found

    def at(self, value: Any, first: First) -> str:
        """What differs at a stop, as JSON; null where the lever cannot stand there."""
        name = f"{first.name} at {value!r}"
        if (known := OTHERS.get(name)) is not None:
            return known
        with supposing():
            try:
                self._settle()
                text = _json(difference(first.answer, self._answer(value, first.rows)))
            except NO_STOP:
                text = "null"
        OTHERS.put(name, text, len(text))
        return text

    def _answer(self, value: Any, rows: Mapping[str, frozenset[str]]) -> BoardMessage:
        """The answer without what numbers this visit's own, which the browser has, and what is not seen in a drag."""
        self._suppose(value)
        unfolded.STEPS.put(rows)
        answer = self._made()
        opened = answer["calculation"]
        if opened:
            opened = {**opened, "moment": 0.0, "stamp": ""} if opened["path"] else None
        figures = [{**figure, "alt": "", "spec": _without_hover(figure["spec"])} for figure in answer["figures"]]
        return {**answer, "sequence": 0, "calculation": opened, "figures": figures}  # type: ignore[typeddict-item]

    def _settle(self) -> None:
        """Has the drag begun where amounts are moved, at one of the two: then all stops tell the same difference."""
        self._suppose(self._at)
        if not question(self._view).moves_amounts:
            self._suppose(self._beside)
        state.begin_at(state.scenario())

    def _suppose(self, value: Any) -> None:
        state.move(self._scenario)
        view.show(self._view)
        suppose(path=self._lever, value=value)


def _without_hover(spec: Record) -> Record:
    return {**spec, "data": [{**trace, "hovertext": []} if "hovertext" in trace else trace for trace in spec["data"]]}


def difference(first: Any, other: Any) -> Any:
    """What makes ``other`` of ``first``, for the browser (``changed`` in stops.js).

    Of records what differs in them by name, of lists of one length by place; another text or number itself, a number
    with as many digits as a screen can show; anything else as the one item of a list.
    """
    if isinstance(first, dict) and isinstance(other, dict) and first.keys() == other.keys():
        return {name: difference(first[name], other[name]) for name in first if first[name] != other[name]}
    if isinstance(first, list | tuple) and isinstance(other, list | tuple) and len(first) == len(other):
        return {at: difference(was, now) for at, (was, now) in enumerate(zip(first, other, strict=True)) if was != now}
    if isinstance(other, float):
        return float(f"{other:.{DIGITS}g}")
    return [other] if isinstance(other, dict | list | tuple) else other


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
