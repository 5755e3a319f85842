"""Kilder: where every table, parameter, measure, key, index and law comes from, and what is assumed."""

from pages.figures import toolbar
from pages.sources.listing import listing
from pages.visit import guard, view, whereabouts

guard.through_app()

if asked_for := whereabouts.source_to_show():
    view.change(source=asked_for)
looked_at = view.current()
toolbar.show(looked_at, "kilder")
listing(looked_at, is_new=bool(asked_for))
