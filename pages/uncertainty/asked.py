"""What the page of uncertainty asks the model: ranges and threshold as they are now, also while one is moved."""

from dataclasses import replace

from charts.words.context import Context
from model.uncertainty import DRAWS, Asked
from pages.visit import view
from pages.visit.clocks import gesture
from pages.visit.uncertain import resolved
from pages.visit.view import View


def now(looked_at: View) -> View:
    """A page's view with the ranges and the threshold of this moment: a part that runs alone was given older ones."""
    present = view.current()
    return replace(looked_at, ranges=present.ranges, above=present.above, draws=present.draws)


def asked(looked_at: View, context: Context) -> Asked:
    """How sure the quantity of a view is; while something is moved from the fewest draws.

    A lever that is certain is fixed at what the context's scenario says.
    """
    looked_at, question = now(looked_at), context.question
    draws = DRAWS[0] if gesture().moving else looked_at.draws
    ranges = resolved(looked_at.ranges, question.scenario)
    return Asked(question, looked_at.asked_quantity, ranges, draws)
