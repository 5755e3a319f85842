"""What the ranges beside the figures of Usikkerhet are sent. What they send is a gesture of the levers."""

from collections.abc import Sequence
from typing import TypedDict

from pages.levers.messages import Choice, RefusedValue, Slider, Switch


class RangeNumber(TypedDict):
    """A number of a range in its lever's unit: what a thumb and a field move.

    part: which one, as a range names it. name: what that is called; label: the same with its lever. low, high, step: of
    the thumb, which a number that says how wide a range is does not have.
    """

    path: str
    part: str
    name: str
    label: str
    exact: str
    value: float
    default: float
    low: float
    high: float
    step: float


class Grounds(TypedDict):
    """What a range rests on: what kind of grounds, in a sentence, and the row in Kilder, empty for none."""

    grade: str
    isAssumption: bool
    reason: str
    source: str


class RangeRow(Grounds):
    """A lever and what it may be.

    words: the range, with the names of its numbers in braces as places for them. isCertain: it is moved by nothing.
    departs: it differs from the baseline's own by more than its numbers. reset: its way back, as it is called.
    """

    path: str
    lever: str
    label: str
    unit: str
    numbers: Sequence[RangeNumber]
    switch: Switch
    words: str
    isCertain: bool
    departs: bool
    reset: str
    resetLabel: str


class AddedRange(TypedDict):
    """The menu of levers that can be given a range: paths and names, the first is what stands there."""

    label: str
    options: Sequence[tuple[str, str]]


class RangesMessage(TypedDict):
    """Every range, and the clocks that the levers' protocol goes by (``pages/visit/clocks.py``).

    above: the amount whose probability is asked for.
    """

    title: str
    lead: str
    rows: Sequence[RangeRow]
    above: Slider
    draws: Choice
    add: AddedRange
    source: str
    visit: str
    revision: int
    sequence: int
    decimal: str
    error: RefusedValue
