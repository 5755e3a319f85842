"""Registers the components of the screen once, and reads what they send."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, cast

import streamlit as st

TURN = "turn"
FRONTEND = Path(__file__).parent / "frontend"


@cache
def component(name: str) -> Any:
    """The mount function of the component ``name``: that of its files in ``frontend``."""
    html, css, js = (_joined(f"{name}*.{kind}") for kind in ("html", "css", "js"))
    js += _joined("shared.js")
    return st.components.v2.component(name, html=html, css=css, js=js, isolate_styles=False)


def sent(key: str, name: str) -> Any:
    """What a component sent under ``name``; None where its page was left meanwhile."""
    return st.session_state.get(key, {}).get(name)


def in_turn(key: str, apply: Callable[[], None]) -> Callable[[], None]:
    """``apply`` for what is asked for with a number: what another run cut short comes again, and is done once."""

    def once() -> None:
        asked = sent(key, "asked")
        turn = asked.get("turn") if isinstance(asked, Mapping) else None
        if not isinstance(turn, int):
            return apply()
        if turn > last_turn():
            apply()
            st.session_state[TURN] = turn

    return once


def last_turn() -> int:
    """The number of what was asked for last and is done."""
    return cast(int, st.session_state.get(TURN, 0))


def _joined(pattern: str) -> str:
    """The files of a pattern as one text: a component is one module."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(FRONTEND.glob(pattern)))
