"""Fossefall: the figures of the tallgrunnlag for one year, all on one screen or one alone."""

from charts.bridges.beside import on_own_scales, with_common_scale
from charts.bridges.bridge import figure_name, solution_groups
from charts.bridges.details import details_tables
from charts.bridges.told import told_bridge
from charts.records.figure import Figure
from charts.words.context import Context
from pages.figures import board, toolbar
from pages.payers.open_questions import open_questions_in_a_sentence
from pages.visit import guard, state, view
from pages.visit.question import shown

guard.through_app()

looked_at = view.current()
toolbar.show(looked_at, "fossefall")
every = tuple(solution_groups(state.figures()))
groups = (looked_at.figure,) if looked_at.figure in every else every


def draw(context: Context) -> tuple[Figure, ...]:
    """A bridge per group, on one scale, or each on its own where that was chosen."""
    drawn = tuple(told_bridge(context, group, is_alone=len(groups) == 1) for group in groups)
    return on_own_scales(drawn) if looked_at.figure == view.SIX_APART else with_common_scale(drawn)


is_printed = looked_at.year == state.figures().first_year  # the document has the lines of the first year alone
of_groups = groups if is_printed else ()
printed = {figure_name(group): details_tables(group, state.figures(), looked_at.texts) for group in of_groups}
board.live(looked_at, draw, tiles=None, details=printed)
open_questions_in_a_sentence(shown(looked_at), "fossefall")
