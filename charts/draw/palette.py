"""The colours of drawings on paper: those of the screen's light theme, by the names that drawings use."""

from types import MappingProxyType
from typing import Final

PALETTE: Final = MappingProxyType(
    {
        "paper": "#ffffff",
        "text": "#17202e",
        "muted": "#5a6677",
        "line": "#d8dde5",
        "total": "#22304a",
        "total_soft": "#c3cad6",
        "increase": "#b45309",
        "increase_soft": "#ecc9a4",
        "decrease": "#1d6fa5",
        "decrease_soft": "#b3d3e8",
        "need": "#111827",
        "driver0": "#8a8f99",
        "driver1": "#3c5068",
        "driver2": "#7d6aa8",
        "driver3": "#8f7a4f",
        "driver4": "#5f7a3a",
        "driver5": "#a23b72",
        "driver6": "#4d766e",
        "series0": "#22577a",
        "series1": "#5b8fb9",
        "series2": "#8f7a4f",
        "series3": "#57837b",
        "series4": "#b08968",
        "series5": "#7d87a0",
    }
)
"""Name → colour; a test holds them equal to ``pages/figures/board.css``."""
