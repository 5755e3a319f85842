"""The regional health authorities side by side in one year."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from charts.payers.columns import column, stack
from charts.payers.law import law_of
from charts.payers.own import paid_by_series
from charts.payers.paid import MNOK, Own, year_head
from charts.plans.plan import plan_series, series_names
from charts.records.figure import Table
from charts.records.stack import Column, Stack
from charts.words import addresses
from charts.words.context import Context
from model.baseline.axes import RHF
from model.explaining.asked import address
from model.explaining.payments import PER_INHABITANT, SUM, law_address, paid_address
from model.payers import payers


def regions_figure(context: Context) -> Stack:
    """What each RHF pays in the year by solution; what a regulation sets as a line across and in figures."""
    texts, year = context.texts, context.year
    at = context.answer.result.years.index(year)
    regions = [Own.of(payer.id, context.answer) for payer in payers() if payer.group == RHF]
    moved = bool(max(np.abs(own.paid.total - own.reference.total)[at, 0] for own in regions) >= MNOK.same)
    names = series_names(context.baseline, texts)
    columns = [_column(own, at, moved, names, context) for own in regions]
    largest = max(regions, key=lambda own: float(own.paid.total[at, 0]))
    approximate = (texts("payers.approximate"),) if regions[0].approximate else ()
    return stack(
        "payer_regions",
        (
            texts("payers.regions_title"),
            texts(f"payer_group.{RHF}"),
            " · ".join((year_head(year, context), context.prices, *approximate)),
        ),
        (
            texts(
                f"payers.regions_alt{'_set' if context.is_set_by_law else ''}",
                year=year,
                prices=context.prices,
                name=largest.paid.payer.name,
                amount=texts.amount(float(largest.paid.total[at, 0])),
            ),
            _note(context),
        ),
        _table(regions, at, moved, context),
        moved,
        names,
        columns,
        context,
    )


def _note(context: Context) -> str:
    kind = "_set" if context.is_set_by_law else "_law" if context.baseline.is_set(context.year) else ""
    return context.texts(f"payers.regions_note{kind}", year=context.year)


def _column(own: Own, at: int, moved: bool, names: Sequence[str], context: Context) -> Column:
    texts, name = context.texts, own.paid.payer.name.removeprefix("Helse ")
    reference = paid_by_series(own.reference, context.baseline)[at].tolist() if moved else None
    per_inhabitant = texts("payers.nok_amount", amount=texts.amount(float(own.paid.per_inhabitant_nok[at, 0]), 2))
    amounts = paid_by_series(own.paid, context.baseline)[at].tolist()
    opens, is_set = _of(own, at, context), context.is_set_by_law
    made = column((name, per_inhabitant), amounts, reference, names, context, MNOK, fact=is_set, opens=opens)
    if context.is_set_by_law or not context.baseline.is_set(context.year):
        return made
    law = law_of(own.paid.payer.id, context.answer)
    hover = f"{texts('payers.law_head', year=own.paid.years[at])}, {own.paid.payer.name}: {texts.amount(law)}"
    top, sublabel = max(made.top, law), texts("payers.regions_law", amount=texts.amount(law))
    marker = replace(made, marker=law, marker_published=True, marker_opens=law_address(own.paid.payer.id))
    return replace(marker, sublabel=sublabel, top=top, marker_hover=hover)


def _of(own: Own, at: int, context: Context) -> tuple[str, ...]:
    """The addresses of what an authority pays by solution, and of all."""
    names = (*plan_series(context.baseline), SUM)
    return tuple(paid_address(own.paid.years[at], own.paid.payer.id, name) for name in names)


def _opens(regions: list[Own], at: int, moved: bool, context: Context) -> tuple[tuple[str, ...], ...]:
    """The addresses of a table's cells, in the order of its rows."""
    ids, year = [own.paid.payer.id for own in regions], context.year
    by_law = context.baseline.is_set(year) and not context.is_set_by_law
    law = [("", *(law_address(each) for each in ids))] if by_law else []
    rows = [("", *across) for across in zip(*(_of(own, at, context) for own in regions), strict=True)]
    against = [("", *map(addresses.difference, rows[-1][1:]))] if moved else []
    return (*law, *rows, *against, ("", *(address(PER_INHABITANT, year, each) for each in ids)))


def _table(regions: list[Own], at: int, moved: bool, context: Context) -> Table:
    """The regulation where it sets the year, solutions down, authorities across; sums, kroner per inhabitant."""
    texts, rows = context.texts, []
    if context.baseline.is_set(context.year) and not context.is_set_by_law:
        laws = (law_of(own.paid.payer.id, context.answer) for own in regions)
        rows.append((texts("payers.law_row", year=context.year), *map(texts.amount, laws)))
    amounts = [paid_by_series(own.paid, context.baseline)[at].tolist() for own in regions]
    names = series_names(context.baseline, texts)
    rows += [(name, *map(texts.amount, across)) for name, *across in zip(names, *amounts, strict=True)]
    rows.append((texts("solution.sum"), *(texts.amount(float(own.paid.total[at, 0])) for own in regions)))
    if moved:
        differences = (float((own.paid.total - own.reference.total)[at, 0]) for own in regions)
        rows.append(
            (
                context.difference_row,
                *(texts.change(difference) for difference in differences),
            )
        )
    per_inhabitant = (texts.amount(float(own.paid.per_inhabitant_nok[at, 0]), 2) for own in regions)
    rows.append((texts("payers.per_inhabitant"), *per_inhabitant))
    units = (*[""] * (len(rows) - 1), "nok")
    header, opens = ("", *(own.paid.payer.name for own in regions)), _opens(regions, at, moved, context)
    return Table(header=header, rows=tuple(rows), row_units=units, opens=opens)
