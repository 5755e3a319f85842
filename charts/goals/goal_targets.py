"""What can be aimed at: amounts as people write them, and amounts that lie at hand."""

import re
from dataclasses import dataclass
from typing import Final

from charts.plans.plan import HISTORY
from charts.words.context import TENTH, context
from model import Answer, Baseline
from model.answers.quantities import COST_LEVEL, FINANCING_NEED, amounts_of, is_payment
from model.baseline.printed import BRIDGE, SUM
from texts import Texts
from texts.reading import parsed

LARGEST: Final = 100_000
"""MNOK: a hundred times the payment."""

IN_A_LINK: Final = re.compile(r"[0-9]{1,6}(\.[0-9]{1,4})?")

THOUSANDS: Final = 3
"""Decimals of MNOK that are thousands of kroner."""


@dataclass(frozen=True, slots=True)
class AtHand:
    """An amount that lies at hand as a target: what it is called, and MNOK with the decimals of its quantity."""

    label: str
    amount: float


def linked(text: str) -> float | None:
    """The amount of a link, MNOK; None where there is none."""
    amount = float(text) if IN_A_LINK.fullmatch(text) else LARGEST + 1
    return amount if amount <= LARGEST else None


def written_target(text: object, language: str, fewest: int = 1) -> float:
    """The amount that a reader typed, MNOK: «1 015,8 mill. kr», in English «1,015.8». Raises NumberError.

    fewest: the decimals that amounts of the quantity are shown with; thousands of kroner are always kept.
    """
    return round(parsed(text, language, 0.0, LARGEST, "mnok"), max(THOUSANDS, fewest))


def first_target(answer: Answer, year: int, quantity: str, fewest: int = 1) -> float:
    """What is aimed at until somebody says something else, MNOK: what the reference has for the year before.

    Where nothing is known of that, it is what the reference has for the year itself.
    """
    before = year_before(answer, year, quantity, of_reference=True)
    amount = _amount(answer, year, quantity, of_reference=True) if before is None else before
    return round(amount, fewest)


def path_years(baseline: Baseline) -> tuple[int, int]:
    """The first and the last year of a path: those of the plan after its first, which is what it starts from."""
    return baseline.plan_years[1], baseline.plan_years[-1]


def path_target(answer: Answer, quantity: str, fewest: int = 1) -> float:
    """What a path is aimed at until somebody says something else, MNOK: the plan's first year, by the reference."""
    return round(_amount(answer, answer.baseline.first_year, quantity, of_reference=True), fewest)


def at_hand_of_path(answer: Answer, quantity: str, texts: Texts, fewest: int = 1) -> tuple[AtHand, ...]:
    """As the plan's first year, as it is set or planned, and as the year before it is printed, for every year."""
    first = answer.baseline.first_year
    before = None if is_payment(quantity) else year_before(answer, first, quantity)
    targets = [
        (_before(answer, first + 1, quantity, texts), path_target(answer, quantity, fewest)),
        *([] if before is None else [(_before(answer, first, quantity, texts), round(before, fewest))]),
    ]
    return tuple(AtHand(label, amount) for label, amount in targets)


def year_before(answer: Answer, year: int, quantity: str, of_reference: bool = False) -> float | None:
    """The quantity of the year before, MNOK; for the base year what is printed, None where nothing is."""
    baseline = answer.baseline
    if year > baseline.first_year:
        return _amount(answer, year - 1, quantity, of_reference)
    return None if is_payment(quantity) else baseline.figure(HISTORY[quantity], SUM, str(baseline.base_year))


def at_hand(answer: Answer, year: int, quantity: str, texts: Texts, fewest: int = 1) -> tuple[AtHand, ...]:
    """As the year before, as the first year is set or printed (the need only), as the published figures have the year.

    From the law the first year is the regulation's, not the print's. What the baseline does not print is left out. The
    reference is at the same price growth.
    """
    before = _without_return(_before(answer, year, quantity, texts), answer, year - 1, quantity, texts)
    the_reference = context(answer, texts).the_reference
    alike = _without_return(texts("solve.as_reference", reference=the_reference), answer, year, quantity, texts)
    targets = [
        (before, year_before(answer, year, quantity)),
        *_reference_before(answer, year, quantity, texts),
        *_first_year(answer, year, quantity, texts),
        (alike, _amount(answer, year, quantity, of_reference=True)),
    ]
    return tuple(AtHand(label, round(amount, fewest)) for label, amount in targets if amount is not None)


def _reference_before(answer: Answer, year: int, quantity: str, texts: Texts) -> list[tuple[str, float | None]]:
    """The year before by the reference, where the scenario has moved that year: what is aimed at without a target.

    Left out where the first year's target is the same.
    """
    own, of_reference = (year_before(answer, year, quantity, of_reference) for of_reference in (False, True))
    known = [own, *(amount for _, amount in _first_year(answer, year, quantity, texts))]
    if of_reference is None or any(each is not None and abs(each - of_reference) < TENTH for each in known):
        return []
    label = texts("solve.as_year_of", year=year - 1, reference=context(answer, texts).the_reference)
    return [(_without_return(label, answer, year - 1, quantity, texts), of_reference)]


def _before(answer: Answer, year: int, quantity: str, texts: Texts) -> str:
    """What the target of the year before is called."""
    baseline = answer.baseline
    if _is_set(answer, year - 1, quantity):
        return texts("solve.as_set", year=year - 1)
    if year == baseline.first_year and not is_payment(quantity):
        return texts("solve.as_printed", year=baseline.base_year, table=baseline.table_name(HISTORY[quantity]))
    return texts("solve.as_year", year=year - 1)


def _first_year(answer: Answer, year: int, quantity: str, texts: Texts) -> list[tuple[str, float | None]]:
    """The plan's first year as a target of another, where it is not the year before: as the law set it, or printed."""
    baseline, first = answer.baseline, answer.baseline.first_year
    if answer.law_payment is not None:
        is_apart = _is_set(answer, first, quantity) and year > first + 1
        amount = _amount(answer, first, quantity, of_reference=False)
        return [(texts("solve.as_set", year=first), amount)] if is_apart else []
    if quantity != FINANCING_NEED:
        return []
    return [(texts("solve.as_published", year=first), baseline.figure(BRIDGE, SUM, FINANCING_NEED))]


def _is_set(answer: Answer, year: int, quantity: str) -> bool:
    """Whether the scenario starts from what the regulation has set for the year: the need, and what each pays of it."""
    payment = answer.law_payment
    return payment is not None and payment.year == year and quantity != COST_LEVEL


def _without_return(label: str, answer: Answer, year: int, quantity: str, texts: Texts) -> str:
    """A target's label; where the need of its year is a range, that the amount is the one with no money back."""
    years = answer.result.years
    returned = float(answer.open_return[years.index(year)]) if quantity == FINANCING_NEED and year in years else 0.0
    return texts("solve.without_return", target=label, amount=texts.amount(returned)) if returned >= TENTH else label


def decimals(target: float, fewest: int = 1) -> int:
    """The decimals a target is written with: those of its quantity, or as many as it has."""
    most = max(THOUSANDS, fewest)
    return next((count for count in range(fewest, most) if round(target, count) == round(target, most)), most)


def _amount(answer: Answer, year: int, quantity: str, of_reference: bool) -> float:
    """The quantity of a year by the scenario or the reference, all solutions, MNOK in the answer's prices.

    What the regulation has set, where the scenario starts from it, is the regulation's.
    """
    result, keys = answer.reference_charged if of_reference else answer.charged
    return float(amounts_of(quantity, result, keys)[result.years.index(year), :, 0].sum())
