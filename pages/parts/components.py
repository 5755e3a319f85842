"""Registers the two components of the screen once: the levers and the figures."""

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

FRONTEND = Path(__file__).parent / "frontend"


@cache
def component(name: str) -> Any:
    """The mount function of the component ``name``, «levers» or «figures»."""
    html, css, js = (_joined(f"{name}*.{kind}") for kind in ("html", "css", "js"))
    js += _joined("shared.js")
    return st.components.v2.component(name, html=html, css=css, js=js, isolate_styles=False)


def _joined(pattern: str) -> str:
    """The files of a pattern as one text: a component is one module."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(FRONTEND.glob(pattern)))
