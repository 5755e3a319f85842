"""Sammenlign: two to four scenarios side by side, on one scale and in one set of prices."""

from pages.parts import figures, guard, toolbar, view
from pages.parts.chooser import chooser

guard.through_app()

looked_at = view.current()
toolbar.show(looked_at, "year", "prices", "against")
chooser(looked_at)
figures.side_by_side(looked_at)
