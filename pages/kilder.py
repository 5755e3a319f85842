"""Kilder: where every table, parameter, measure, key, index and law comes from, and what is assumed."""

from pages.figures import toolbar
from pages.sources.listing import listing
from pages.visit import guard, view

guard.through_app()

looked_at = view.current()
toolbar.show(looked_at, "kilder")
listing(looked_at)
