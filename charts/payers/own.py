"""One organisation's payment by solution over the years."""

from dataclasses import replace

from charts.payers.by_solution import BySolution, by_solution_figure
from charts.payers.law import law_by_series
from charts.payers.paid import Own, law_beside, set_note, solution_label, star_note, vkp_on_all
from charts.payers.us import own_in_words
from charts.plans.plan import by_series, plan_series
from charts.records.stack import Stack
from charts.words.context import Context
from charts.words.foreign import short
from model import Baseline
from model.baseline.axes import MUNICIPALITIES, Array
from model.payers import OrganisationPayment, volumes


def paid_by_series(paid: OrganisationPayment, baseline: Baseline) -> Array:
    """(year, series of a plan), MNOK, of the first scenario."""
    return by_series(paid.by_solution[:, :, 0], baseline)


def own_figure(own: Own, context: Context) -> Stack:
    """The organisation's payment by solution: the regulation first where there is one, then the computed years."""
    texts, payer = context.texts, own.paid.payer
    each = (texts.amount(nok, 2) for nok in own.paid.per_inhabitant_nok[:, 0].tolist())
    paid = BySolution(
        figure="payer_own",
        payer=payer.id,
        name=payer.name,
        amounts=paid_by_series(own.paid, context.baseline),
        reference=paid_by_series(own.reference, context.baseline),
        labels=tuple(solution_label(name, payer, context) for name in plan_series(context.baseline)),
        unit=own.unit,
        note=_note(own, context),
        under=tuple(texts("payers.nok_amount", amount=amount) for amount in each),
        implied=(False,) * len(own.paid.years),
        approximate=own.approximate,
        law=None if law_beside(context) is None else law_by_series(payer.id, context.answer),
    )
    return replace(by_solution_figure(paid, context), said=own_in_words(own, context))


def _note(own: Own, context: Context) -> str:
    """What the amounts rest on: the file that was given, where VKP falls, what the star means."""
    texts, law, key = context.texts, law_beside(context), context.question.own.municipal_key
    notes = [*set_note(context)] if law is None else [texts("payers.groups_note", year=law.year)]
    notes.append(texts("payers.own_note", year=volumes()["inhabitants"].year))
    if own.paid.payer.group == MUNICIPALITIES:
        notes += [texts("payers.key_file_note", name=short(key.name))] if key else []
        notes += [texts("payers.vkp_note")] if vkp_on_all(context.answer) else []
    return " ".join([*notes, star_note(context)])
