"""Hvem betaler: groups over the years, the RHF side by side, and one organisation; what stands beside the payment."""

from charts.context import Context
from charts.payers.columns import on_one_scale
from charts.payers.groups import groups_figure
from charts.payers.own import own_figure, own_headline, own_keys
from charts.payers.paid import MNOK
from charts.payers.regions import regions_figure
from charts.records import Figure, KeyFigure, Stack
from pages.parts import figures, guard, payer_sections, toolbar, view
from pages.parts.paid import paid
from pages.parts.results import Results

guard.through_app()

looked_at = view.current()
toolbar.show(looked_at, "year", "prices", "payer")


def draw(found: Results, around: Context) -> tuple[Figure, ...]:
    """Own payment first, then the authorities and the groups; an authority on the scale of them all."""
    who = paid(found)
    beside: tuple[Stack, ...] = own_figure(who, looked_at.payer, around), regions_figure(who, looked_at.year, around)
    if who.own(looked_at.payer).unit is MNOK:
        beside = on_one_scale(beside)
    return (*beside, groups_figure(who, around))


def tell(found: Results, around: Context) -> tuple[str, tuple[KeyFigure, ...]]:
    """The organisation in a sentence and four numbers."""
    who = paid(found)
    own = who.own(looked_at.payer)
    return own_headline(who, own, looked_at.year, around), own_keys(who, own, looked_at.year, around)


figures.live(looked_at, draw, tell=tell)
payer_sections.show(looked_at)
