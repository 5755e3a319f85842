"""What the levers are sent, and what they send."""

from collections.abc import Sequence
from typing import Literal, NotRequired, TypeAlias, TypedDict

Value: TypeAlias = float | str | bool | None
"""A lever's value in its unit."""

Step = TypedDict("Step", {"path": str, "from": Value, "to": Value})
Step.__doc__ = "Where a lever moved from and to in the last step."


class About(TypedDict):
    """What is told of a lever beside what it is: its short name, what it may be, what asks for it, what leads on."""

    name: str
    facts: str
    ask: str
    more: str


class LeverTexts(TypedDict):
    """What every lever says: its name, what it is, the line under it, and what its way back is called.

    about: what the button at its name tells, for levers that have one.
    """

    path: str
    label: str
    description: str
    hint: str
    reset: str
    about: NotRequired[About]


class Slider(LeverTexts):
    """An amount or a share, in percent, with a field for the exact value, which is called ``exact``.

    whole: it is a count, written without decimals.
    """

    kind: Literal["slider"]
    value: float
    default: float
    low: float
    high: float
    step: float
    unit: str
    exact: str
    whole: bool


class Choice(LeverTexts):
    """One of few values, each with what it is called."""

    kind: Literal["choice"]
    value: int | str
    default: int | str
    options: Sequence[tuple[int | str, str]]


class Switch(LeverTexts):
    """On or off."""

    kind: Literal["switch"]
    value: bool
    default: bool


Lever: TypeAlias = Slider | Choice | Switch
"""A lever as the browser draws it."""


class LeverGroup(TypedDict):
    """Levers that stand together; those that fold have a label, and what takes ``changed`` back, by path."""

    id: str
    label: str
    note: str
    levers: Sequence[Lever]
    changed: NotRequired[Sequence[str]]
    reset: NotRequired[str]


class Departure(TypedDict):
    """A lever that is not at its default, in words, and what its way back is called."""

    path: str
    text: str
    reset: str


class RefusedValue(TypedDict):
    """Why a value was refused, empty where none was, and the lever at which that is said."""

    path: str
    sentence: str


class LeversMessage(TypedDict):
    """Every lever, and the clocks that the protocol goes by (``pages/visit/clocks.py``).

    locked: no lever goes back to its default. replay: the last step, to be played again.
    """

    groups: Sequence[LeverGroup]
    locked: bool
    replay: Sequence[Step]
    visit: str
    revision: int
    sequence: int
    language: str
    decimal: str
    error: RefusedValue
    changes: Sequence[Departure]
    changesLabel: str
    resetAll: str


class Change(TypedDict):
    """One lever's change: to a value in its unit, to what was typed, or back to its default.

    path: the lever; empty for every lever. moving: more may come at once. seen: the last answer that the visitor had
    read by then.
    """

    path: str
    value: NotRequired[Value]
    text: NotRequired[str]
    reset: NotRequired[bool]
    moving: bool
    seen: float


class Gesture(TypedDict):
    """A message of the levers, which the server knows by its sequence: that rises.

    moving: only the figures are drawn anew. seen: the earliest of its changes'.
    """

    changes: Sequence[Change]
    moving: bool
    sequence: int
    seen: float
