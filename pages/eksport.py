"""Eksport: what leaves the tool, as files for case papers, slides and further work."""

from pages.parts import figures, guard, toolbar, view
from pages.parts.take_along import take_along

guard.through_app()

looked_at = view.current()
toolbar.show(looked_at, "year", "prices")
figures.live(looked_at, lambda _: ())
take_along(looked_at)
