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
        "driver0": "#8d949f",
        "driver1": "#323d4f",
        "driver2": "#8f8799",
        "driver3": "#9b937f",
        "driver4": "#596a60",
        "driver5": "#8c7c84",
        "driver6": "#7d9297",
        "payer0": "#39465a",
        "payer1": "#8793a3",
        "payer2": "#46413a",
        "payer3": "#928c80",
        "hue0": "#3c5068",
        "hue1": "#7d6aa8",
        "hue2": "#8f7a4f",
        "hue3": "#5f7a3a",
        "hue4": "#a23b72",
        "hue5": "#4d766e",
        "series0": "#22577a",
        "series1": "#5b8fb9",
        "series2": "#8f7a4f",
        "series3": "#57837b",
        "series4": "#b08968",
        "series5": "#7d87a0",
    }
)
"""Name → colour; a test holds them equal to ``pages/figures/board.css``.

Solutions have the series' tones. Drivers and payers are quiet, near grey, so that no tone is both a solution and
somebody who pays; other parts and lines have the hues.
"""
