"""Møte: what a leader shares on the screen, to be read from across the room."""

from charts.bridge import bridge
from charts.context import Context
from charts.plan import plan
from charts.reasons import reasons, reasons_bridge
from charts.records import Figure
from pages.parts import figures, guard, meeting, toolbar, view

guard.through_app()

looked_at = view.current()


def draw(context: Context) -> tuple[Figure, ...]:
    """The one chart that was chosen."""
    if looked_at.chart == view.BRIDGE:
        return (bridge(context),)
    if looked_at.chart == view.REASONS:
        return (reasons_bridge(reasons(context.answer), looked_at.year, context),)
    return (plan(context, "cost_level" if looked_at.chart == view.PLAN else "financing_need"),)


toolbar.problem()
figures.live(looked_at, draw, tiles=None, large=True)
meeting.frame(looked_at)
