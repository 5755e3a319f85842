"""What one payer group would pay: by solution over the years, as one organisation's payment is shown."""

from charts.payers.by_solution import BySolution, by_solution_figure
from charts.payers.groups import is_implied
from charts.payers.paid import MNOK, set_note, star_note
from charts.plans.plan import by_series, series_names
from charts.records.stack import Stack
from charts.words.context import Context
from charts.words.quantities import is_approximate
from model import Result
from model.answers.quantities import amounts_of
from model.baseline.axes import Array
from model.payers import PayerKeys


def group_figure(group: str, context: Context) -> Stack:
    """The group's payment by solution, against the reference where the two differ."""
    texts, answer, years = context.texts, context.answer, context.answer.result.years
    implied = tuple(_is_implied(group, year, context) for year in years)
    notes = (*set_note(context), *((texts("payers.implied"),) if any(implied) else ()), star_note(context))
    paid = BySolution(
        figure="payer_group",
        payer=group,
        name=texts(f"payer_group.{group}"),
        amounts=_amounts(group, *answer.charged),
        reference=_amounts(group, *answer.reference_charged),
        labels=series_names(context.baseline, texts),
        unit=MNOK,
        note=" ".join(notes),
        under=("",) * len(years),
        implied=implied,
        approximate=is_approximate(group, answer),
    )
    return by_solution_figure(paid, context)


def _is_implied(group: str, year: int, context: Context) -> bool:
    """Whether the amount is that of the regulation's year, and not the regulation's own."""
    law = context.baseline.law
    return law is not None and context.starts_from(year) and is_implied(group, law)


def _amounts(group: str, result: Result, keys: PayerKeys) -> Array:
    """(year, series of a plan), MNOK, of the first scenario."""
    return by_series(amounts_of(group, result, keys)[:, :, 0], result.baseline)
