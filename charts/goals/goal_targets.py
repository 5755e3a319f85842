"""What can be aimed at: amounts as people write them, amounts that lie at hand, and the mark in a chart."""

import re
from dataclasses import dataclass, replace
from typing import Final

from charts.plans.plan import HISTORY
from charts.records import Stack
from charts.scale import axis
from model import Result
from model.baseline.printed import BRIDGE, FINANCING_NEED, SUM
from texts import Texts
from texts.reading import parsed

LARGEST: Final = 100_000
"""MNOK: a hundred times the payment."""

IN_A_LINK: Final = re.compile(r"[0-9]{1,6}(\.[0-9]{1,3})?")


@dataclass(frozen=True, slots=True)
class AtHand:
    """An amount that lies at hand as a target: what it is called, and MNOK with one decimal."""

    label: str
    amount: float


def linked(text: str) -> float | None:
    """The amount of a link, MNOK; None where there is none."""
    amount = float(text) if IN_A_LINK.fullmatch(text) else LARGEST + 1
    return amount if amount <= LARGEST else None


def written_target(text: object, language: str) -> float:
    """The amount that a reader typed, MNOK: «1 015,8 mill. kr», in English «1,015.8». Raises NumberError."""
    return round(parsed(text, language, 0.0, LARGEST, "mnok"), 3)


def year_before(result: Result, year: int, quantity: str) -> float | None:
    """The quantity of the year before, MNOK, one decimal; for the base year what is printed, None where nothing is."""
    baseline = result.baseline
    if year == baseline.first_year:
        return baseline.figure(HISTORY[quantity], SUM, str(baseline.base_year))
    return _total(result, year - 1, quantity)


def at_hand(result: Result, reference: Result, year: int, quantity: str, texts: Texts) -> tuple[AtHand, ...]:
    """As the year before, as printed for the first year (the need only), as the published figures have the year.

    What the baseline does not print is left out.

    result, reference: in the prices of the target, at the same price growth.
    """
    baseline, before = result.baseline, texts("solve.as_year", year=year - 1)
    if year == baseline.first_year:
        table = baseline.table_name(HISTORY[quantity])
        before = texts("solve.as_printed", year=baseline.base_year, table=table)
    targets = [(before, year_before(result, year, quantity))]
    if quantity == FINANCING_NEED:
        published = texts("solve.as_published", year=baseline.first_year)
        targets.append((published, baseline.figure(BRIDGE, SUM, FINANCING_NEED)))
    targets.append((texts("solve.as_reference"), _total(reference, year, quantity)))
    return tuple(AtHand(label, amount) for label, amount in targets if amount is not None)


def marked(figure: Stack, year: int, target: float, quantity: str) -> Stack:
    """The plan with the target as a short line in its year, where it is not so large that nothing else would show."""
    texts, (low, high) = figure.context.texts, figure.scale
    amount = texts.amount(target, decimals(target))
    shown = target if target <= 2 * high else None
    label = texts("solve.mark", year=year, target=amount)
    columns = tuple(
        replace(column, marker=shown, marker_published=True, marker_hover=label)
        if column.label == str(year)
        else replace(column, marker=None, marker_hover="")
        for column in figure.columns
    )
    note = texts(f"solve.note_{quantity}", mark=label)
    return replace(figure, columns=columns, note=note, scale=axis((low, high, shown or 0.0)))


def decimals(target: float) -> int:
    """The decimals a target is written with: one, or as many as it has."""
    return next(count for count in (1, 2, 3) if round(target, count) == round(target, 3))


def _total(result: Result, year: int, quantity: str) -> float:
    return round(float(getattr(result, quantity)[result.years.index(year), :, 0].sum()), 1)
