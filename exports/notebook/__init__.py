"""For a notebook: a chart as a Plotly figure, an answer as pandas tables; docs/analysts.md shows how.

Only here are Plotly and pandas used; nothing of the app or of the command line loads them.
"""

from exports.notebook.figures import figure
from exports.notebook.frames import frames

__all__ = ["figure", "frames"]
