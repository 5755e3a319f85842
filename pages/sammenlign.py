"""Sammenlign: two to four scenarios side by side, on one scale and in one set of prices."""

from pages.figures import board as figures
from pages.figures import toolbar
from pages.figures.chooser import chooser
from pages.visit import guard, view

guard.through_app()

looked_at = view.current()
toolbar.show(looked_at, "year", "prices", "against")
chooser(looked_at)
figures.side_by_side(looked_at)
