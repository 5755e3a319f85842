"""Cost level, payment and budget of a group of solutions, the years before the plan and the plan's, in one picture."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from charts.bridges.bridge import solution_groups
from charts.development.plan_years import PlanYears, plan_years
from charts.development.words import (
    break_labels,
    conversion_note,
    estimate_note,
    joined_sentences,
    legend_name,
    own_kroner_note,
    picture_prices,
    run_sentence,
)
from charts.development.words import version_name as name_of_version
from charts.records.figure import Table
from charts.records.points import Point, Points, PointSeries
from charts.scale import axis
from charts.words.context import SAME, Context
from charts.words.names import solution_name
from model.answers.quantities import COST_LEVEL
from model.explaining.history import address_group, converted_address, plan_address
from model.explaining.payments import CHARGED
from model.history.amounts import BUDGET, COST, PAYMENT, QUANTITIES
from model.history.development import FIXED, Development, Printed, development

TONES = {COST: "series0", PAYMENT: "hue2", BUDGET: "hue1"}
OF_PLAN = {COST: COST_LEVEL, PAYMENT: CHARGED}
"""Quantity → what it is of the plan's years, by the name of its calculation."""

GAP = 0.065  # between a point and its amount, share of the axis
LARGE = 1000  # MNOK: from there on no decimal is written at a point


def development_of(group: str, context: Context) -> Development | None:
    """What is known of a group before the plan; None where the baseline prints no history."""
    baseline = context.baseline
    solutions = [baseline.solutions[at] for at in solution_groups(baseline)[group]]
    return development(group, solutions, baseline)


def development_figure(group: str, context: Context, basis: str = FIXED) -> tuple[Points, ...]:
    """The picture of a group in a price basis; nothing where the baseline prints no history."""
    found = development_of(group, context)
    if found is None:
        return ()
    picture = Picture(found, plan_years(group, context, basis), basis, context)
    texts, years, prices = context.texts, picture.years, picture_prices(found, basis, context)
    figure = Points(
        name=f"development_{group}",
        title=(
            texts("development.title"),
            solution_name(group, context.baseline, texts),
            f"{years[0]}–{years[-1]} · {prices}",
        ),
        alt=joined_sentences(run_sentence(found, quantity, basis, context) for quantity in (COST, PAYMENT)),
        note=joined_sentences(
            (
                texts("development.note"),
                estimate_note(found, texts),
                own_kroner_note(found, basis, texts),
                conversion_note(found, basis, context),
            )
        ),
        table=picture.table(),
        moved=any(plan.is_moved for plan in picture.plans.values()),
        context=replace(context, prices=prices),
        documents=picture.documents,
        series=picture.series(),
        columns=tuple((str(year), "") for year in years),
        scale=picture.scale,
        breaks=tuple((years.index(year), label) for year, label in break_labels(found, texts) if year in years),
    )
    return (figure,)


@dataclass(frozen=True, slots=True)
class Placed:
    """A year's amount, its hover text and the address of its calculation.

    source: the printed amount that it is, where it is before the plan.
    """

    year: int
    value: float
    hover: str
    is_printed: bool
    opens: str
    source: Printed | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn of a group: what is known before the plan, the plan's years, and the price basis of all of it."""

    found: Development
    plans: Mapping[str, PlanYears]
    basis: str
    context: Context

    @property
    def years(self) -> tuple[int, ...]:
        """Every year from the first that is known to the last that is computed."""
        first = min(each.year for each in self.found.printed)
        return tuple(range(first, self.context.answer.result.years[-1] + 1))

    @property
    def documents(self) -> tuple[str, ...]:
        """What the amounts that are drawn are taken from."""
        drawn = (each for quantity in QUANTITIES for each in self.found.drawn(quantity, self.basis))
        return tuple(dict.fromkeys(each.document for each in drawn))

    @property
    def scale(self) -> tuple[float, float]:
        """The axis that holds scenario and reference."""
        reference = [value for plan in self.plans.values() for value in plan.reference.tolist()]
        return axis([*reference, *(each.value for quantity in QUANTITIES for each in self.placed(quantity))])

    def placed(self, quantity: str) -> list[Placed]:
        """What is drawn of a quantity, by year; what cannot be converted is left out."""
        amounts = [(each, self.found.amount(each, self.basis)) for each in self.found.drawn(quantity, self.basis)]
        placed = [
            Placed(each.year, value, self._hover(each, value), True, self._opens(each), each)
            for each, value in amounts
            if not math.isnan(value)
        ]
        plan, texts = self.plans.get(quantity), self.context.texts
        if plan is None:
            return placed
        years = self.context.answer.result.years
        for year, value, is_printed in zip(years, plan.amounts.tolist(), plan.printed, strict=True):
            mark = "" if is_printed else texts("development.computed_mark")
            hover = f"{texts(f'development.{quantity}')} {year}: {texts.amount(value)}{mark}"
            opens = plan_address(OF_PLAN[quantity], year, self.found.group, self.basis)
            placed.append(Placed(year, value, hover, is_printed, opens))
        return placed

    def series(self) -> tuple[PointSeries, ...]:
        """The points of each quantity with their lines, and the reference's where the scenario differs."""
        places = self._text_places()
        return tuple(
            PointSeries(
                legend_name(quantity, at, self.context.texts),
                TONES[quantity],
                tuple(self._point(each, places[quantity, each.year]) for each in self.placed(quantity)),
                self._joined(quantity),
                self._reference(quantity),
            )
            for at, quantity in enumerate(QUANTITIES)
            if self.placed(quantity)
        )

    def table(self) -> Table:
        """Quantities down, years across; «–» where nothing is known, «*» after what is computed."""
        texts = self.context.texts
        rows: list[tuple[str, ...]] = []
        opens: list[tuple[str, ...]] = []
        for quantity in QUANTITIES:
            placed = {each.year: each for each in self.placed(quantity)}
            found = {year: texts.amount(p.value) + ("" if p.is_printed else "*") for year, p in placed.items()}
            if found:
                rows.append((texts(f"development.{quantity}"), *(found.get(year, "–") for year in self.years)))
                opens.append(("", *(placed[year].opens if year in placed else "" for year in self.years)))
        return Table(("", *map(str, self.years)), tuple(rows), opens=tuple(opens))

    def _opens(self, each: Printed) -> str:
        return converted_address(each, address_group(self.found.group), self.basis)

    def _hover(self, each: Printed, value: float) -> str:
        """«Budsjett 2021: 624,9 (trykt 525,6 i 2021-kroner)»."""
        texts = self.context.texts
        said = f"{name_of_version(each, texts)} {each.year}: {texts.amount(value)}"
        if abs(value - each.amount) < SAME:
            return said
        return f"{said} {texts('development.hover_printed', amount=texts.amount(each.amount), year=each.price_year)}"

    def _point(self, each: Placed, text_at: float) -> Point:
        text = self.context.texts.amount(each.value, 0 if each.value >= LARGE else 1)
        place = self.years.index(each.year)
        return Point(place, each.value, text, text_at, each.hover, each.is_printed, opens=each.opens)

    def _joined(self, quantity: str) -> tuple[tuple[int, int], ...]:
        """The pairs that a line goes between."""
        pairs = enumerate(pairwise(self.placed(quantity)))
        return tuple((at, at + 1) for at, (before, after) in pairs if self._joins(quantity, before, after))

    def _joins(self, quantity: str, before: Placed, after: Placed) -> bool:
        if before.source is not None and after.source is not None:
            return self.found.joins(before.source, after.source, self.basis)
        return self.found.is_joined(quantity, before.year, after.year)

    def _reference(self, quantity: str) -> tuple[Point, ...]:
        plan, context = self.plans.get(quantity), self.context
        if plan is None or not plan.is_moved:
            return ()
        values, name = zip(context.answer.result.years, plan.reference.tolist(), strict=True), context.reference
        return tuple(
            Point(self.years.index(year), value, "", value, f"{name} {year}: {context.texts.amount(value)}")
            for year, value in values
        )

    def _text_places(self) -> dict[tuple[str, int], float]:
        """Where each amount is written: over the highest point of a year, under the others."""
        gap, by_year = GAP * (self.scale[1] - self.scale[0]), dict[int, list[tuple[float, str]]]()
        for quantity in QUANTITIES:
            for each in self.placed(quantity):
                by_year.setdefault(each.year, []).append((each.value, quantity))
        places = {}
        for year, found in by_year.items():
            *lower, (highest, name) = sorted(found)
            places[name, year], lowest = highest + gap, highest
            for value, name in reversed(lower):
                lowest = min(value, lowest) - gap
                places[name, year] = lowest
        return places
