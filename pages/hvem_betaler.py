"""Hvem betaler: groups over the years, the RHF side by side, and one organisation; what stands beside the payment."""

from charts.bridges.margin import margin_briefly
from charts.payers.columns import in_rows, on_one_scale
from charts.payers.groups import groups_figure
from charts.payers.groups_words import groups_headline, groups_key_figures
from charts.payers.history import growth_key_figure, history_figure, own_by_law
from charts.payers.neighbours import neighbours_figure
from charts.payers.own import own_figure
from charts.payers.own_words import own_headline, own_key_figures
from charts.payers.paid import MNOK, Own
from charts.payers.regions import regions_figure
from charts.records.figure import Figure, KeyFigure
from charts.words.context import Context
from charts.words.from_law import works_later
from model.baseline.axes import RHF
from pages.figures import board, from_law, toolbar
from pages.payers import payer_sections
from pages.visit import guard, view

guard.through_app()

looked_at = view.current()
toolbar.show(looked_at, "hvem_betaler")
from_law.propose(looked_at)


def draw(context: Context) -> tuple[Figure, ...]:
    """A municipality beside the nearest or an authority among the four, its group's payment, the groups: one scale."""
    if not looked_at.payer:
        return on_one_scale((regions_figure(context), groups_figure(context)))
    own = Own.of(looked_at.payer, context.answer)
    paid, before = own_figure(own, context), history_figure(own.paid.payer.group, context)
    if own.paid.payer.group == RHF:
        charts = paid, regions_figure(context), *before, groups_figure(context)
        return in_rows(charts) if before else on_one_scale(charts)
    if own.unit is MNOK:
        paid, *alike = on_one_scale((paid, *before, groups_figure(context)))
    else:
        alike = list(on_one_scale((*before, groups_figure(context))))
    return (neighbours_figure(own, context), paid, *alike)


def summary(context: Context) -> tuple[str, tuple[KeyFigure, ...]]:
    """The organisation in a sentence and some numbers, with what its group's payment has grown by; or the groups."""
    if not looked_at.payer:
        return groups_headline(context), groups_key_figures(context)
    own = Own.of(looked_at.payer, context.answer)
    keys = own_key_figures(own, context)
    return own_headline(own, context), (*keys[:2], *growth_key_figure(own, context), *keys[2:])


def because(context: Context) -> str:
    """What its part of the regulations is about, and that a margin is no saving, where it is another one."""
    own = Own.of(looked_at.payer, context.answer) if looked_at.payer else None
    told = own_by_law(own, context) if own else context.texts("payers.ask_us")
    return " ".join(filter(None, (works_later(context), told, margin_briefly(context, is_payment=True))))


board.live(looked_at, draw, summary=summary, because=because)
from_law.growth(looked_at)
payer_sections.show(looked_at)
