"""What the components ask for is done here: each thing once, in the order it was asked, and no refusal goes unsaid.

A component sends everything that it has asked for and not been answered yet, each with the moment it was asked: what is
overtaken on its way is in the message that overtakes it.
"""

import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from pages.visit import clocks, problems, state, whereabouts
from pages.visit.components import sent
from pages.visit.memory import Place
from pages.visit.messages import Answering
from pages.visit.problems import REFUSALS, Problem

Deed = Callable[[Any], None]
"""Does what one message of a component asks for. A page of ours sends the record that it names, another may send
anything: a deed checks what it reads."""

GENERAL: Final = "scenario_tools"
"""The component that says what went wrong for those that have no room for it."""

LOG: Final = logging.getLogger(__name__)


class NotUnderstood(Exception):
    """A message that no component of ours sends."""


@dataclass(frozen=True, slots=True)
class Listener:
    """What a component can be asked for, by what stands under ``by`` in a message, and where a problem is said.

    again: what is done once more where it is asked once more, for what it opens is gone with the next run.
    """

    deeds: Mapping[str, Deed]
    by: str
    place: str
    again: tuple[str, ...] = ()


LISTENERS: Final[Place[Mapping[str, Listener]]] = Place("listeners", dict)
"""Component → what it can be asked for, once it has been drawn in this visit."""


def serve(key: str, deeds: Mapping[str, Deed], by: str = "do", place: str = "", again: tuple[str, ...] = ()) -> None:
    """Does what component ``key`` asks for, and before it what other components have asked for earlier.

    Each is a step of its own in the scenario's history, also where several come in one message.
    """
    listen(key, deeds, by, place, again)
    whereabouts.note_asker()
    if not state.begun():
        return
    listeners = LISTENERS.value()
    waiting = [(moment_of(message), name, message) for name in listeners for message in _unanswered(name)]
    for at, (moment, name, message) in enumerate(sorted(waiting, key=lambda each: each[0])):
        if at:
            state.settle()
        try_to(partial(_do, listeners[name], message), listeners[name].place, moment, message, _about(message))
        clocks.note_answer(name, moment)


def listen(
    key: str, deeds: Mapping[str, Deed], by: str = "do", place: str = "", again: tuple[str, ...] = ()
) -> Answering:
    """Notes what a component that is drawn can be asked for; gives the moment of the last answer at its ``place``."""
    listener = Listener(deeds, by, place or key, again)
    LISTENERS.put({**LISTENERS.value(), key: listener})
    same_place = [name for name, each in LISTENERS.value().items() if each.place == listener.place]
    return {"answered": max(map(clocks.answered, same_place))}


def try_to(deed: Callable[[], None], place: str, moment: float, asked: object, about: str) -> None:
    """Does ``deed``; where it cannot be done, ``place`` says why and the scenario is as it was.

    ``asked``: the message, whose ``seen`` is the last answer that the visitor has read.
    """
    message = asked if isinstance(asked, Mapping) else {}
    read_until, scenario = message.get("seen"), state.scenario()
    problems.overtake(place, about, read_until if isinstance(read_until, int | float) else moment)
    try:
        deed()
    except REFUSALS as error:
        problems.note(Problem(place, (error,), about, moment, message))
    except Exception as error:
        LOG.exception("%s asked for what failed: %.200r", place, asked)
        problems.note(Problem(place, (error,), about, moment, message))
        if state.scenario() != scenario:
            state.replace(scenario)


def _do(listener: Listener, message: object) -> None:
    deed = listener.deeds.get(_named(message, listener.by))
    if deed is None:
        raise NotUnderstood(listener.place)
    deed(message)


def _unanswered(key: str) -> list[object]:
    """What a component has asked for since it was last answered, and what is done again."""
    asked = sent(key, "asked")
    messages = asked if isinstance(asked, list) else [] if asked is None else [asked]
    again, by = LISTENERS.value()[key].again, LISTENERS.value()[key].by
    return [each for each in messages if moment_of(each) > clocks.answered(key) or _named(each, by) in again]


def _named(message: object, by: str) -> str:
    return str(message.get(by)) if isinstance(message, Mapping) else ""


def moment_of(message: object) -> float:
    """When something was asked, in milliseconds; what does not say so is asked now."""
    moment = message.get("moment") if isinstance(message, Mapping) else None
    return float(moment) if isinstance(moment, int | float) else time.time() * 1000


def _about(message: object) -> str:
    """The row or field of a message, or else what it asks for."""
    fields = message if isinstance(message, Mapping) else {}
    return str(next((fields[name] for name in ("solution", "id", "do") if name in fields), ""))
