"""Unit costs: kroner per inhabitant in 2026 as a figure, and the published ones with numerator, denominator, source."""

import numpy as np

from charts.payers.beside import source
from charts.payers.columns import stack
from charts.plans.plan import SERIES, SERIES_NAMES
from charts.records import Column, KeyFigure, Segment, Span, Stack, Table
from charts.words.context import TENTH, Context
from model import PLAN_YEARS, SOLUTIONS, Result
from model.baseline.axes import Array
from model.payers import UnitCost, Volume, pharmacy_cost, published_unit_costs, unit_cost, volumes
from texts import Texts

YEAR = PLAN_YEARS[0]
"""The only year of the plan whose inhabitants are known."""


def per_inhabitant(result: Result, quantity: str) -> Array:
    """(series,), kroner per inhabitant in 2026 of the cost level or the financing need, of the first scenario."""
    amounts = getattr(result, quantity)[result.years.index(YEAR), :, 0]
    people = volumes()["inhabitants"].value
    return np.array(
        [unit_cost(float(sum(amounts[SOLUTIONS.index(s)] for s in solutions)), people) for solutions in SERIES]
    )


def per_inhabitant_figure(context: Context) -> Stack:
    """The cost level of 2026 per inhabitant, a column for each solution, against the reference where they differ."""
    texts, answer = context.texts, context.answer
    values, reference = (per_inhabitant(result, "cost_level") for result in (answer.result, answer.reference))
    moved = bool(np.abs(values - reference).max() >= TENTH / 10)
    name = texts("unit_costs.per_inhabitant")
    names = [texts(f"solution.{series}") for series in SERIES_NAMES]
    columns = [
        _column(label, float(value), float(reference_value) if moved else None, context)
        for label, value, reference_value in zip(names, values, reference, strict=True)
    ]
    return stack(
        "unit_costs",
        (texts("unit_costs.title"), texts("unit_costs.whom"), f"{YEAR} · {context.prices}"),
        (
            texts("unit_costs.alt", year=YEAR, amount=texts.amount(float(values.sum()), 2)),
            texts("unit_costs.note", count=texts.amount(volumes()["inhabitants"].value, 0)),
        ),
        _figure_table(names, values, reference if moved else None, context),
        moved,
        [name],
        columns,
        context,
    )


def _column(label: str, value: float, reference_value: float | None, context: Context) -> Column:
    texts = context.texts

    def part(amount: float, whose: str) -> tuple[Segment, ...]:
        return (Segment(0, Span(0.0, amount), f"{whose}: {texts.amount(amount, 2)}"),)

    reference_parts = () if reference_value is None else part(reference_value, f"{label}, {context.reference}")
    first, _, rest = label.partition(" ")
    return Column(first, rest, max(value, 0.0), texts.amount(value, 2), False, part(value, label), reference_parts)


def _figure_table(names: list[str], values: Array, reference: Array | None, context: Context) -> Table:
    texts = context.texts
    rows = []
    for at, name in enumerate((*names, texts("solution.sum"))):
        value, reference_value = (
            float(found[at] if at < len(names) else found.sum())
            for found in (values, values if reference is None else reference)
        )
        reference_cells = (
            () if reference is None else (texts.amount(reference_value, 2), texts.change(value - reference_value, 2))
        )
        rows.append((name, texts.amount(value, 2), *reference_cells))
    return Table(header=context.header(reference is not None), rows=tuple(rows), unit="nok")


def unit_cost_headline(context: Context) -> str:
    """Cost level and need of 2026 per inhabitant."""
    texts, result = context.texts, context.answer.result
    cost, need = (float(per_inhabitant(result, name).sum()) for name in ("cost_level", "financing_need"))
    return texts("unit_costs.headline", year=YEAR, cost=texts.amount(cost, 2), need=texts.amount(need, 2))


def unit_cost_key_figures(texts: Texts) -> tuple[KeyFigure, ...]:
    """The published ones that are asked for most, each with its numerator and denominator."""
    by_volume = {cost.volume.id: cost for cost in published_unit_costs() if cost.volume.solution == cost.line}
    chosen = [by_volume["e_prescriptions"], by_volume["helsenorge_users"], by_volume["critical_information_lookups"]]
    tiles = [(f"volume.{cost.volume.id}", cost) for cost in chosen]
    tiles.append(("unit_costs.pharmacies", pharmacy_cost()))
    return tuple(_tile(label, cost, texts) for label, cost in tiles)


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
    return KeyFigure(f"unit_{short}", name[0].upper() + name[1:], _kroner(cost, texts), note, False)


def _kroner(cost: UnitCost, texts: Texts) -> str:
    """Kroner for one; «at most» where the source says that there were more."""
    amount = texts("payers.nok_amount", amount=texts.amount(cost.nok, 2))
    return texts("unit_costs.at_most", amount=amount) if cost.volume.at_least else amount


def unit_cost_table(texts: Texts) -> Table:
    """Every published unit cost: what, numerator, denominator, kroner for one, and both sources."""
    costs = [cost for cost in (*published_unit_costs(), pharmacy_cost()) if cost.amount]
    return Table(
        header=tuple(
            texts(f"unit_costs.column_{name}")
            for name in ("what", "amount", "volume", "nok", "source", "volume_source")
        ),
        rows=tuple(_row(cost, texts) for cost in costs),
        column_units=("", "mnok", "count", "nok", "", ""),
    )


def _row(cost: UnitCost, texts: Texts) -> tuple[str, ...]:
    pharmacies = not cost.same_year
    what = texts("unit_costs.pharmacies") if pharmacies else texts(f"volume.{cost.volume.id}")
    amount = texts("unit_costs.amount", amount=texts.amount(cost.amount), year=cost.amount_year, prices=cost.prices)
    volume = texts("unit_costs.volume", count=texts.amount(cost.volume.value, 0), year=cost.volume.year)
    document, _, place = cost.amount_source.partition(", ")
    line = texts(f"solution.{'all' if cost.line == 'sum' else cost.line}")
    return (
        f"{line}: {what}",
        amount,
        volume,
        _kroner(cost, texts),
        source(document, place.replace(cost.line, line), texts),
        _volume_source(cost.volume, texts),
    )


def _volume_source(volume: Volume, texts: Texts) -> str:
    """The inhabitants' source in the reader's language; the others stand in a Norwegian document."""
    if volume.id == "inhabitants":
        return texts("unit_costs.inhabitants_source")
    return source(volume.document, volume.place.split(";")[0], texts)
