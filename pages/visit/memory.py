"""What a visit remembers: typed places in Streamlit's session, which nothing outside this room touches.

Streamlit may stop a run wherever it reads or writes the session, to begin the next one: what belongs together stands in
one place, as one frozen record that is replaced as a whole.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

import streamlit as st

Value = TypeVar("Value")


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
        try:
            return cast(Value, st.session_state[self.name])
        except KeyError:
            self.put(first := self.first())
            return first

    def put(self, value: Value) -> None:
        """Puts ``value`` in place of what stood there."""
        st.session_state[self.name] = value

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
