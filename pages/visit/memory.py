"""What a visit remembers: typed places in Streamlit's session, which nothing outside this room touches.

Streamlit may stop a run wherever it reads or writes the session, to begin the next one: what belongs together stands in
one place, as one frozen record that is replaced as a whole.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, Final, Generic, TypeVar, cast

import streamlit as st

Value = TypeVar("Value")

SUPPOSED: Final[ContextVar[dict[str, Any] | None]] = ContextVar("supposed", default=None)
"""What is put while something is supposed, by the place's name; None while nothing is."""


@contextmanager
def supposing() -> Iterator[None]:
    """What is put meanwhile stands there for so long alone, and for nobody else: the visit is as it was."""
    before = SUPPOSED.set(dict(SUPPOSED.get() or {}))
    try:
        yield
    finally:
        SUPPOSED.reset(before)


@dataclass(frozen=True, slots=True)
class Place(Generic[Value]):
    """A place of the session by its name; ``first`` makes what stands there until something else is put."""

    name: str
    first: Callable[[], Value]

    def is_used(self) -> bool:
        """Whether the place has been read or written in this visit."""
        return self.name in st.session_state

    def value(self) -> Value:
        """What stands there."""
        supposed = SUPPOSED.get()
        if supposed is not None and self.name in supposed:
            return cast(Value, supposed[self.name])
        try:
            return cast(Value, st.session_state[self.name])
        except KeyError:
            self.put(first := self.first())
            return first

    def put(self, value: Value) -> None:
        """Puts ``value`` in place of what stood there."""
        supposed = SUPPOSED.get()
        if supposed is None:
            st.session_state[self.name] = value
        else:
            supposed[self.name] = value

    def take(self) -> Value:
        """What stands there, once: after that the first value stands there again."""
        value = self.value()
        self.put(self.first())
        return value


def control_value(key: str) -> Any:
    """What one of Streamlit's own controls holds; None where it was not drawn."""
    return st.session_state.get(key)


def set_control(key: str, value: Any) -> None:
    """Has a control of Streamlit's, which is drawn after this, hold ``value``."""
    st.session_state[key] = value
