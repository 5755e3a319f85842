"""Registers the components of the screen once, and reads what they send."""

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

FRONTEND = Path(__file__).parents[1] / "parts" / "frontend"


@cache
def component(name: str, shared: str = "") -> Any:
    """The mount function of the component ``name``: that of its files in ``frontend``.

    shared: JavaScript that it has in common with another component.
    """
    html, css, js = (_joined(f"{name}*.{kind}") + _joined(f"shared.{kind}") for kind in ("html", "css", "js"))
    js = f"{js}\n{shared}"
    return st.components.v2.component(name, html=html, css=css, js=js, isolate_styles=False)


def sent(key: str, name: str) -> Any:
    """What a component sent under ``name``; None where its page was left meanwhile."""
    return st.session_state.get(key, {}).get(name)


def _joined(pattern: str) -> str:
    """The files of a pattern as one text: a component is one module."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(FRONTEND.glob(pattern)))
