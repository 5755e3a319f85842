"""Fossefall: the six figures of the tallgrunnlag for one year, all on one screen or one alone."""

from charts.bridges.bridge import SOLUTION_GROUPS, bridge, figure_name, with_common_scale
from charts.bridges.details import details_tables
from charts.records import Figure
from charts.words.context import Context
from pages.figures import board, toolbar
from pages.visit import guard, view

guard.through_app()

looked_at = view.current()
toolbar.show(looked_at, "fossefall")
groups = (looked_at.figure,) if looked_at.figure in SOLUTION_GROUPS else tuple(SOLUTION_GROUPS)


def draw(context: Context) -> tuple[Figure, ...]:
    """A bridge per group, on scales of their own or on one."""
    drawn = tuple(bridge(context, group, looked_at.start) for group in groups)
    return with_common_scale(drawn) if looked_at.figure == view.SIX_ALIKE else drawn


printed = {figure_name(group): details_tables(group, looked_at.texts) for group in groups}
board.live(looked_at, draw, tiles=None, details=printed)
