"""What the components ask for is done here: each thing once, in the order it was asked, and no refusal goes unsaid.

A component sends everything that it has asked for and not been answered yet, each with the moment it was asked: what is
overtaken on its way is in the message that overtakes it.
"""

import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, cast

import streamlit as st

from model import ModelError
from pages.visit import state
from pages.visit.components import sent
from texts import Texts
from texts.reading import NumberError

Asked = Mapping[str, Any]
Deed = Callable[[Asked], None]
ANSWERED, PROBLEMS, LISTENERS = "asking_answered", "asking_problems", "asking_listeners"
GENERAL: Final = "scenario_tools"
"""The component that says what went wrong for those that have no room for it."""

LOG: Final = logging.getLogger(__name__)


class NotUnderstood(Exception):
    """A message that no component of ours sends."""


class Refused(Exception):
    """What was asked for cannot be done; ``problem`` and ``values`` say why."""

    def __init__(self, problem: str, values: Mapping[str, str]) -> None:
        self.problem, self.values = problem, dict(values)
        super().__init__(problem)


REFUSALS: Final = (ModelError, NumberError, Refused)


@dataclass(frozen=True, slots=True)
class Listener:
    """What a component can be asked for, by what stands under ``by`` in a message, and where a problem is said."""

    deeds: Mapping[str, Deed]
    by: str
    place: str


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong with something that was asked at a moment; ``place``: the component that says so.

    ``about``: the lever, field or row that it was asked about.
    """

    place: str
    about: str
    moment: float
    asked: Asked
    errors: tuple[Exception, ...]


def serve(key: str, deeds: Mapping[str, Deed], by: str = "do", place: str = "") -> None:
    """Does what component ``key`` asks for, and before it what others have asked earlier."""
    listen(key, deeds, by, place)
    if not state.begun():
        return
    waiting = [(_moment(each), name, each) for name in _listeners() for each in _waiting(name)]
    for moment, name, message in sorted(waiting, key=lambda each: each[0]):
        try_to(partial(_do, name, message), _listeners()[name].place, moment, message, _about(message))
        st.session_state[ANSWERED] = _answered() | {name: moment}


def listen(key: str, deeds: Mapping[str, Deed], by: str = "do", place: str = "") -> dict[str, float]:
    """Notes what a component that is drawn can be asked for; it is told what has been answered at its ``place``."""
    listener = Listener(deeds, by, place or key)
    st.session_state[LISTENERS] = _listeners() | {key: listener}
    together = [name for name, each in _listeners().items() if each.place == listener.place]
    return {"answered": max(_answered().get(name, 0.0) for name in together)}


def done() -> float:
    """The moment of what was asked last and is done."""
    return max(_answered().values(), default=0.0)


def try_to(deed: Callable[[], None], place: str, moment: float, asked: object, about: str) -> None:
    """Does ``deed``; where it cannot be done, ``place`` says why and the scenario is as it was.

    What ``place`` said before goes if it had been read or was about the same.
    """
    message = asked if isinstance(asked, Mapping) else {}
    found, scenario = message.get("seen"), state.scenario()
    seen = found if isinstance(found, int | float) else moment
    stands = (each for each in _problems() if each.place != place or (each.moment > seen and each.about != about))
    st.session_state[PROBLEMS] = tuple(stands)
    try:
        deed()
    except REFUSALS as error:
        complain(place, about, moment, message, error)
    except Exception as error:
        LOG.exception("%s asked for what failed: %.200r", place, asked)
        complain(place, about, moment, message, error)
        if state.scenario() != scenario:
            state.replace(scenario)


def complain(place: str, about: str, moment: float, asked: Asked, *errors: Exception) -> None:
    """Has ``place`` say what was wrong."""
    st.session_state[PROBLEMS] = (*_problems(), Problem(place, about, moment, asked, errors))


def said(place: str, texts: Texts, tell: Callable[[Problem, Texts], str]) -> str:
    """What could not be done, in a sentence; it stands until more is asked there or the page is left.

    ``tell`` puts a refusal into words; a fault of ours has its own.
    """
    found, fault = [each for each in _problems() if each.place == place], texts("asking.fault")
    return " ".join(tell(each, texts) if isinstance(each.errors[0], REFUSALS) else fault for each in found)


def problem(place: str) -> Problem | None:
    """What is said last at ``place``."""
    return next((each for each in reversed(_problems()) if each.place == place), None)


def forget() -> None:
    """The page was left, and what could not be done there with it."""
    st.session_state[PROBLEMS] = ()


def _do(key: str, message: object) -> None:
    listener = _listeners()[key]
    deed = listener.deeds.get(str(message.get(listener.by))) if isinstance(message, Mapping) else None
    if deed is None:
        raise NotUnderstood(key)
    deed(cast(Asked, message))


def _waiting(key: str) -> list[object]:
    """What a component has asked for since it was last answered."""
    asked = sent(key, "asked")
    messages = asked if isinstance(asked, list) else [] if asked is None else [asked]
    return [each for each in messages if _moment(each) > _answered().get(key, 0.0)]


def _moment(message: object) -> float:
    """When something was asked, in milliseconds; what does not say so is asked now."""
    found = message.get("moment") if isinstance(message, Mapping) else None
    return float(found) if isinstance(found, int | float) else time.time() * 1000


def _about(message: object) -> str:
    """The row or field of a message, or else what it asks for."""
    found = message if isinstance(message, Mapping) else {}
    return str(next((found[name] for name in ("solution", "id", "do") if name in found), ""))


def _answered() -> dict[str, float]:
    return cast(dict[str, float], st.session_state.get(ANSWERED, {}))


def _listeners() -> dict[str, Listener]:
    return cast(dict[str, Listener], st.session_state.get(LISTENERS, {}))


def _problems() -> tuple[Problem, ...]:
    return cast(tuple[Problem, ...], st.session_state.get(PROBLEMS, ()))
