"""Sammenlign: two to four scenarios side by side, on one scale and in one set of prices."""

from pages.figures import board, toolbar
from pages.figures.chooser import chooser
from pages.visit import guard, view

guard.through_app()

looked_at = view.current()
toolbar.show(looked_at, "sammenlign")
chooser(looked_at)
board.side_by_side(looked_at)
