"""Fireårsplan: cost level and financing need by solution and year, and what drives each year."""

from charts.plans.drivers import drivers
from charts.plans.plan import plan
from charts.records.figure import Figure
from charts.words.context import Context
from pages.figures import board, from_law, toolbar
from pages.payers.open_questions import open_questions_in_a_sentence
from pages.visit import guard, view
from pages.visit.question import shown

guard.through_app()

looked_at = view.current()
toolbar.show(looked_at, "fireaarsplan")


def draw(context: Context) -> tuple[Figure, ...]:
    """Both quantities, and the drivers of the chosen solution."""
    return plan(context), plan(context, "financing_need"), drivers(context, looked_at.solution)


board.live(looked_at, draw, because=board.cause_and_projects)
from_law.growth(looked_at)
open_questions_in_a_sentence(shown(looked_at), "fireaarsplan")
