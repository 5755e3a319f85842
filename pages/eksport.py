"""Eksport: what leaves the tool, as files for case papers, slides and further work."""

from pages.figures import board, toolbar
from pages.files.take_along import take_along
from pages.visit import guard, view

guard.through_app()

looked_at = view.current()
toolbar.show(looked_at, "eksport")
board.live(looked_at, lambda _: ())
take_along(looked_at)
