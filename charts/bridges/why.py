"""What changed and why, before it is drawn: a quantity of two scenarios and what makes the difference, in words."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from charts.bridges.bridge import ALL, solution_groups
from charts.words import addresses
from charts.words.context import SAME, Context
from charts.words.names import short_measure_name
from charts.words.quantities import decimals_of, is_approximate, quantity_of
from charts.words.settings import label
from model import Answer, Baseline
from model.answers.changes import LAW_ROUNDING
from model.answers.mixtures import ALL_GROUPS, KEYS, TIMING
from model.answers.quantities import FINANCING_NEED, amounts_of, is_burden, is_payment, payer_of
from model.baseline.axes import Array
from model.explaining.reasons import quantity_address
from texts import Texts

MEASURES: Final = "measures"
NAMED_MEASURES: Final = 2
"""So many measures at most are named in a sentence."""
ADDS_UP: Final = 1e-6
"""MNOK: less than this between the levers' parts and the difference is arithmetic, and no rounding of a regulation."""


@dataclass(frozen=True, slots=True, eq=False)
class Reasons:
    """A quantity of two scenarios and what makes the difference, MNOK in the prices that are shown.

    scenario, reference: (year,). amounts: (year, lever), adding up to the difference. levers and their groups.
    quantity: its name. decimals: what its amounts are shown with. approximate: whether they are «tilnærmet».
    solutions: which of them it is of, by the name of a bridge's group.
    """

    years: tuple[int, ...]
    scenario: Array
    reference: Array
    amounts: Array
    levers: tuple[str, ...]
    groups: tuple[str, ...]
    quantity: str = FINANCING_NEED
    decimals: int = 1
    approximate: bool = False
    solutions: str = ALL

    def address(self, year: int | None, side: Callable[[str], str] = str) -> str:
        """The calculation of the scenario's amount in a year, or over all years; side: of what else ``side`` makes."""
        solutions = addresses.SUM if self.solutions == ALL else self.solutions
        where = side(quantity_address(self.quantity, addresses.EACH_YEAR if year is None else year, solutions))
        return addresses.over_years(self.years, where) if year is None else where

    def of(self, year: int | None) -> "Reasons":
        """One year alone, or all years as one where it is None."""
        at = slice(None) if year is None else slice(self.years.index(year), self.years.index(year) + 1)
        years = (self.years[0],) if year is None else (year,)
        scenario, reference, parts = (
            a[at].sum(axis=0, keepdims=True) for a in (self.scenario, self.reference, self.amounts)
        )
        return replace(self, years=years, scenario=scenario, reference=reference, amounts=parts)

    @property
    def hidden(self) -> float:
        """What the printed decimals hide, MNOK."""
        return 0.5 * 10.0**-self.decimals

    @property
    def same(self) -> float:
        """What is no move, MNOK."""
        return min(SAME, self.hidden)

    def when(self, year: int | None, context: Context) -> str:
        """The year; where it is None, that all are added, and in which prices."""
        if year is not None:
            return str(year)
        return context.texts("view.sum", first=self.years[0], last=self.years[-1], prices=self.basis(context))

    def when_in_prices(self, year: int | None, context: Context) -> str:
        """The same; the prices of one year too."""
        when = self.when(year, context)
        return when if year is None else f"{when} · {self.basis(context)}"

    def basis(self, context: Context) -> str:
        """The prices in words, and whether the amounts are approximate."""
        return f"{context.prices}, {context.texts('payers.approximate')}" if self.approximate else context.prices

    def amount(self, mnok: float, texts: Texts) -> str:
        """An amount as text."""
        return texts.amount(mnok, self.decimals)

    def change(self, mnok: float, texts: Texts) -> str:
        """A change as text."""
        return texts.change(mnok, self.decimals)


def reasons(answer: Answer, one_by_one: bool = False, quantity: str = FINANCING_NEED, solutions: str = ALL) -> Reasons:
    """What makes the difference between scenario and reference: lever groups, or some of them unfolded.

    Keys stand among the groups where the quantity is what somebody pays: they move nothing else. Where only one of the
    two starts from the law, the year that is set is shown as printed, and its rounding is a part of its own.
    """
    found, of = answer.why_of(quantity, one_by_one), list(solution_groups(answer.baseline)[solutions])
    scenario, reference = (
        amounts_of(quantity, *charged)[:, of, 0].sum(axis=1) for charged in (answer.charged, answer.reference_charged)
    )
    if is_burden(quantity):
        payer = payer_of(quantity)
        scenario, reference = scenario + answer.for_projects(payer), reference + answer.reference_for_projects(payer)
    rounding = scenario - reference - found.difference[:, of].sum(axis=1)
    rounded = ((LAW_ROUNDING, TIMING),) if np.abs(rounding).max() >= ADDS_UP else ()
    shown = [lever for lever in found.levers if lever != KEYS or is_payment(quantity)]
    places = [found.levers.index(lever) for lever in shown]
    amounts = np.column_stack([found.amounts[:, of].sum(axis=1)[:, places], *(rounding for _ in rounded)])
    return Reasons(
        years=found.years,
        scenario=scenario,
        reference=reference,
        amounts=amounts,
        levers=(*shown, *(lever for lever, _ in rounded)),
        groups=(*(found.groups[place] for place in places), *(group for _, group in rounded)),
        quantity=quantity,
        decimals=decimals_of(quantity, float(reference.max())),
        approximate=is_approximate(quantity, answer),
        solutions=solutions,
    )


def lever_name(lever: str, baseline: Baseline, texts: Texts) -> str:
    """A group's name, that of a measure or a field, or of the regulation's rounding."""
    if lever == LAW_ROUNDING:
        return texts(f"component.{lever}")
    return texts(f"reason.{lever}") if lever in ALL_GROUPS else label(lever, baseline, texts)


def difference_in_words(reasons: Reasons, year: int, context: Context) -> str:
    """How much higher or lower the quantity is: «Det Helse Vest ville betalt i 2027 er 1,9 mill. kr lavere»."""
    texts, chosen = context.texts, reasons.of(year)
    before, after = float(chosen.reference[0]), float(chosen.scenario[0])
    what, change = quantity_of(reasons.quantity, year, texts), after - before
    direction = "same" if abs(change) < reasons.hidden else "up" if change > 0 else "down"
    return texts(
        f"reasons.is_{direction}",
        what=what[0].upper() + what[1:],
        amount=reasons.amount(after, texts),
        change=reasons.amount(abs(change), texts),
        percent=texts.percent(abs(change / before)) if before > 0 else "–",
        reference=context.the_reference,
        prices=reasons.basis(context),
    )


def cause(reasons: Reasons, year: int | None, context: Context, is_brief: bool = False) -> str:
    """What the difference from the reference in ``year`` is due to, in one sentence; empty where there is none.

    is_brief: without the names of measures.
    """
    texts, whose = context.texts, {"reference": context.the_reference, "when": reasons.when(year, context)}
    amounts = reasons.of(year).amounts[0]
    totals = {group: float(amounts[[g == group for g in reasons.groups]].sum()) for group in ALL_GROUPS}
    parts = sorted(
        ((a, group) for group, a in totals.items() if abs(a) >= reasons.hidden), key=lambda part: -abs(part[0])
    )
    if not parts:
        return ""
    of_measures = not is_brief and MEASURES in {group for _, group in parts}
    measures = _measures(reasons, year, context) if of_measures else ()
    named = [(amount, _the(group, measures, texts)) for amount, group in parts]
    (largest, first), total = named[0], sum(amount for amount, _ in parts)
    if len(parts) == 1:
        return texts("reasons.all", first=first, **whose)
    if all(amount * total > 0 for amount, _ in parts):
        return texts("reasons.share", percent=texts.percent(largest / total, 0), first=first, **whose)
    second_amount, second = named[1]
    return texts(
        "reasons.mixed",
        first=first,
        first_amount=reasons.change(largest, texts),
        second=second,
        second_amount=reasons.change(second_amount, texts),
        **whose,
    )


def the_group(group: str, reasons: Reasons, year: int, context: Context) -> str:
    """What a group is called inside a sentence about a year; measures by their names where they are one or two."""
    measures = _measures(reasons, year, context) if group == MEASURES else ()
    return _the(group, measures, context.texts)


def _the(group: str, measures: tuple[str, ...], texts: Texts) -> str:
    """A group inside a sentence; measures by their names where they are one or two."""
    if group == MEASURES and len(measures) == 1:
        return texts("reason.the_measure", name=measures[0])
    if group == MEASURES and len(measures) == NAMED_MEASURES:
        return texts("reason.the_two_measures", first=measures[0], second=measures[1])
    return texts(f"reason.the_{group}")


def _measures(whole: Reasons, year: int | None, context: Context) -> tuple[str, ...]:
    """What the measures are called that make a part of the difference."""
    unfolded, baseline = reasons(context.answer, True, whole.quantity).of(year), context.baseline
    levers = zip(unfolded.levers, unfolded.groups, unfolded.amounts[0].tolist(), strict=True)
    return tuple(
        short_measure_name(lever.partition(".")[2], baseline, context.texts)
        for lever, group, amount in levers
        if group == MEASURES and lever != MEASURES and abs(amount) >= whole.hidden
    )


def moves(reasons: Reasons) -> bool:
    """Whether scenario and reference differ by as much as is shown."""
    return bool(np.abs(reasons.amounts).max(initial=0.0) >= reasons.same)
