"""Registers the two components of the screen once: the levers and the figures."""

from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

FRONTEND = Path(__file__).parent / "frontend"
HTML = {
    "levers": '<div class="levers"><div class="levers-list"></div><div class="levers-error" role="alert"></div></div>',
    "figures": (
        '<div class="figures waiting"><h1 class="headline"></h1><div class="spoken" aria-live="polite"></div>'
        '<div class="warning" role="status"></div><div class="keys"></div><div class="charts"></div></div>'
    ),
}


@cache
def component(name: str) -> Any:
    """The mount function of the component ``name``, «levers» or «figures»."""
    return st.components.v2.component(
        name,
        html=HTML[name],
        css=(FRONTEND / f"{name}.css").read_text(encoding="utf-8"),
        js=(FRONTEND / f"{name}.js").read_text(encoding="utf-8"),
        isolate_styles=False,
    )
