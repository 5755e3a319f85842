"""Møte: what a leader shares on the screen, to be read from across the room."""

from charts.bridges.bridge import ALL, bridge
from charts.bridges.reasons import reasons_bridge
from charts.bridges.why import reasons
from charts.development.picture import development_figure
from charts.plans.plan import plan
from charts.records import Figure
from charts.words.context import Context
from pages.figures import board, meeting, toolbar
from pages.visit import guard, view

guard.through_app()

looked_at = view.current()


def draw(context: Context) -> tuple[Figure, ...]:
    """The one chart that was chosen."""
    if looked_at.chart == view.BRIDGE:
        return (bridge(context),)
    if looked_at.chart == view.REASONS:
        return (reasons_bridge(reasons(context.answer), looked_at.year, context),)
    if looked_at.chart == view.DEVELOPMENT:
        return development_figure(ALL, context) or (plan(context),)
    return (plan(context, "cost_level" if looked_at.chart == view.PLAN else "financing_need"),)


toolbar.problem(looked_at)
board.live(looked_at, draw, tiles=None, large=True)
meeting.frame(looked_at)
