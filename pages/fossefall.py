"""Fossefall: the six figures of the tallgrunnlag for one year, all on one screen or one alone."""

from charts.bridge import GROUPS, bridge, with_common_scale
from charts.details import details_tables
from pages.parts import figures, guard, state, toolbar, view
from pages.parts.results import results

guard.through_app()

looked_at = view.current()
toolbar.show(looked_at, "year", "prices", "figure", "start")
found = results(state.scenario(), looked_at)
around = figures.context(found, looked_at)
groups = (looked_at.figure,) if looked_at.figure in GROUPS else tuple(GROUPS)
drawn = tuple(bridge(found.result, found.reference, looked_at.year, around, group, looked_at.start) for group in groups)
if looked_at.figure == view.SIX_ALIKE:
    drawn = with_common_scale(drawn)
details = {figure.name: details_tables(group, around) for group, figure in zip(groups, drawn, strict=True)}
figures.show(found, drawn, looked_at, keys=False, details=details)
