"""Unit costs: kroner per inhabitant in the first year as a figure, and the published ones with their sources."""

from collections.abc import Iterator, Sequence

import numpy as np

from charts.bridges.bridge import ALL
from charts.payers.columns import stack
from charts.plans.plan import by_series, plan_series, series_names
from charts.records.figure import KeyFigure, Segment, Span, Table
from charts.records.stack import Column, Stack
from charts.words import addresses
from charts.words.context import TENTH, Context
from charts.words.names import solution_name, source
from model import Baseline, Result
from model.baseline.axes import NOK_PER_MNOK, Array
from model.baseline.axes import PHARMACIES as PHARMACIES_GROUP
from model.baseline.printed import SUM
from model.explaining.asked import address
from model.explaining.payments import law_address
from model.explaining.unit_costs import COST_EACH, amount_address, unit_address, volume_address
from model.payers import UnitCost, Volume, pharmacy_cost, published_unit_costs, volumes
from texts import Texts

CHOSEN = ("e_prescriptions", "helsenorge_users", "critical_information_lookups")
"""The volumes that are asked for most."""

PHARMACIES = "unit_costs.pharmacies"
"""What it is called what pharmacies pay for each e-prescription."""


def per_inhabitant(result: Result, quantity: str) -> Array:
    """(series,), kroner per inhabitant of the first year's cost level or financing need, of the first scenario.

    The inhabitants are those of the newest list, whatever the year.
    """
    amounts = by_series(getattr(result, quantity)[0, :, 0], result.baseline)
    per_one: Array = amounts * NOK_PER_MNOK / volumes()["inhabitants"].value
    return per_one


def per_inhabitant_figure(context: Context) -> Stack:
    """The first year's cost level per inhabitant, a column a solution, against the reference where they differ."""
    texts, answer = context.texts, context.answer
    values, reference = (per_inhabitant(result, "cost_level") for result in (answer.result, answer.reference))
    moved = bool(np.abs(values - reference).max() >= TENTH / 10)
    name = texts("unit_costs.per_inhabitant")
    names, people, year = series_names(context.baseline, texts), volumes()["inhabitants"], context.baseline.first_year
    columns = [
        _column(label, float(value), float(reference_value) if moved else None, address(COST_EACH, year, each), context)
        for label, each, value, reference_value in zip(
            names, plan_series(context.baseline), values, reference, strict=True
        )
    ]
    return stack(
        "unit_costs",
        (texts("unit_costs.title"), texts("unit_costs.whom"), f"{year} · {context.prices}"),
        (
            texts("unit_costs.alt", year=year, amount=texts.amount(float(values.sum()), 2)),
            texts("unit_costs.note", count=texts.amount(people.value, 0), year=people.year),
        ),
        _figure_table(names, values, reference if moved else None, context),
        moved,
        [name],
        columns,
        context,
    )


def _column(label: str, value: float, reference_value: float | None, opens: str, context: Context) -> Column:
    texts = context.texts

    def part(amount: float, whose: str, where: str) -> tuple[Segment, ...]:
        return (Segment(0, Span(0.0, amount), f"{whose}: {texts.amount(amount, 2)}", where),)

    of_reference: tuple[Segment, ...] = ()
    if reference_value is not None:
        of_reference = part(reference_value, f"{label}, {context.reference}", addresses.reference(opens))
    first, _, rest = label.partition(" ")
    parts, text = part(value, label, opens), texts.amount(value, 2)
    return Column(first, rest, max(value, 0.0), text, False, parts, of_reference, opens=opens)


def _figure_table(names: Sequence[str], values: Array, reference: Array | None, context: Context) -> Table:
    texts = context.texts
    rows: list[tuple[str, ...]] = []
    series = (*plan_series(context.baseline), SUM)
    opens = [address(COST_EACH, context.baseline.first_year, name) for name in series]
    for at, name in enumerate((*names, texts("solution.sum"))):
        value, reference_value = (
            float(found[at] if at < len(names) else found.sum())
            for found in (values, values if reference is None else reference)
        )
        reference_cells = (
            () if reference is None else (texts.amount(reference_value, 2), texts.change(value - reference_value, 2))
        )
        rows.append((name, texts.amount(value, 2), *reference_cells))
    across = tuple(("", *addresses.compared(each, reference is not None)) for each in opens)
    return Table(header=context.header(reference is not None), rows=tuple(rows), unit="nok", opens=across)


def unit_cost_headline(context: Context) -> str:
    """Cost level and need of the first year per inhabitant."""
    texts, charged = context.texts, context.answer.charged[0]
    cost, need = (float(per_inhabitant(charged, name).sum()) for name in ("cost_level", "financing_need"))
    year = context.baseline.first_year
    words = {"cost": texts.amount(cost, 2), "need": texts.amount(need, 2), "prices": context.prices}
    return texts("unit_costs.headline", year=year, **words)


def unit_cost_key_figures(baseline: Baseline, texts: Texts) -> tuple[KeyFigure, ...]:
    """The published ones that are asked for most, each with its numerator and denominator."""
    by_volume = {cost.volume.id: cost for cost in published_unit_costs(baseline) if cost.volume.solution == cost.line}
    tiles = [(f"volume.{name}", by_volume[name]) for name in CHOSEN if name in by_volume]
    tiles += [(PHARMACIES, cost) for cost in _of_pharmacies(baseline)]
    return tuple(_tile(label, cost, texts) for label, cost in tiles)


def _of_pharmacies(baseline: Baseline) -> tuple[UnitCost, ...]:
    """What pharmacies pay for each e-prescription by the regulation, where it has them pay."""
    cost = None if baseline.law is None else pharmacy_cost(baseline.law)
    return () if cost is None else (cost,)


def _tile(label: str, cost: UnitCost, texts: Texts) -> KeyFigure:
    note = texts(
        "unit_costs.tile_note",
        amount=texts.amount(cost.amount),
        amount_year=cost.amount_year,
        prices=cost.prices,
        count=texts.amount(cost.volume.value, 0),
        year=cost.volume.year,
    )
    name, short = texts(label), label.rpartition(".")[2]
    opens = unit_address(cost, label == PHARMACIES)
    return KeyFigure(f"unit_{short}", name[0].upper() + name[1:], _kroner(cost, texts), note, False, opens)


def _kroner(cost: UnitCost, texts: Texts) -> str:
    """Kroner for one; «at most» where the source says that there were more."""
    amount = texts("payers.nok_amount", amount=texts.amount(cost.nok, 2))
    return texts("unit_costs.at_most", amount=amount) if cost.volume.at_least else amount


def unit_cost_table(baseline: Baseline, texts: Texts) -> Table:
    """Every published unit cost: what, numerator, denominator, kroner for one, and both sources."""
    columns = ("what", "amount", "volume", "nok", "source", "volume_source")
    published = (
        _row(cost, texts(f"volume.{cost.volume.id}"), baseline, texts)
        for cost in published_unit_costs(baseline)
        if cost.amount
    )
    pharmacies = (_row(cost, texts("unit_costs.pharmacies"), baseline, texts) for cost in _of_pharmacies(baseline))
    return Table(
        header=tuple(texts(f"unit_costs.column_{name}") for name in columns),
        rows=(*published, *pharmacies),
        column_units=("", "mnok", "count", "nok", "", ""),
        opens=tuple(_opens(baseline)),
    )


def _opens(baseline: Baseline) -> Iterator[tuple[str, ...]]:
    """The addresses of each row's amount, volume and kroner for one."""
    for cost in published_unit_costs(baseline):
        if cost.amount:
            yield "", amount_address(cost), volume_address(cost.volume), unit_address(cost), "", ""
    for cost in _of_pharmacies(baseline):
        law = law_address(PHARMACIES_GROUP, cost.line)
        yield "", law, volume_address(cost.volume), unit_address(cost, of_pharmacies=True), "", ""


def _row(cost: UnitCost, what: str, baseline: Baseline, texts: Texts) -> tuple[str, ...]:
    amount = texts("unit_costs.amount", amount=texts.amount(cost.amount), year=cost.amount_year, prices=cost.prices)
    volume = texts("unit_costs.volume", count=texts.amount(cost.volume.value, 0), year=cost.volume.year)
    document, _, place = cost.amount_source.partition(", ")
    line = solution_name(ALL if cost.line == SUM else cost.line, baseline, texts)
    named = f"{line}, {cost.part}" if cost.part else line
    return (
        f"{named}: {what}",
        amount,
        volume,
        _kroner(cost, texts),
        source(document, place.replace(cost.line, line), texts),
        _volume_source(cost.volume, texts),
    )


def _volume_source(volume: Volume, texts: Texts) -> str:
    """The inhabitants' source in the reader's language; the others stand in a Norwegian document."""
    if volume.id == "inhabitants":
        return texts("unit_costs.inhabitants_source", year=volume.year)
    return source(volume.document, volume.place.split(";")[0], texts)
