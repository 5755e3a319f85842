"""Registers the components of the screen once, and reads what they send."""

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

FRONTEND = Path(__file__).parent / "frontend"


@cache
def component(name: str) -> Any:
    """The mount function of the component ``name``: that of its files in ``frontend``."""
    html, css, js = (_joined(f"{name}*.{kind}") for kind in ("html", "css", "js"))
    css, js = css + _joined("shared.css"), js + _joined("shared.js")
    return st.components.v2.component(name, html=html, css=css, js=js, isolate_styles=False)


def sent(key: str, name: str) -> Any:
    """What a component sent under ``name``; None where its page was left meanwhile."""
    return st.session_state.get(key, {}).get(name)


def _joined(pattern: str) -> str:
    """The files of a pattern as one text: a component is one module."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(FRONTEND.glob(pattern)))
