"""What a quantity may be, before it is drawn: its draws, the amount asked about, and how amounts are written."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, Self

import numpy as np

from charts.words.context import SAME, Context
from charts.words.prices import price_words
from charts.words.quantities import decimals_of, is_approximate
from model.answers.quantities import amounts_of
from model.baseline.axes import Array
from model.uncertainty import Asked, HowSure, Ranges, Simulated
from model.uncertainty.ranges import at_share

P5, P15, P50, P85, P95 = 0.05, 0.15, 0.5, 0.85, 0.95
HUNDRED: Final = 100
"""Of so many cases sentences speak: what people can picture."""

STEPS: Final = 10
"""What a step of round amounts is of the span of the draws, about."""

TOLD_APART: Final = 10
"""So many units of the last digit lie at least between the ends of seventy of a hundred cases, as these are told."""

ROUND: Final = (1.0, 2.0, 5.0, 10.0)
INDEX: Final = "index_rate"


@dataclass(frozen=True, slots=True, eq=False)
class Doubt:
    """A quantity's draws in all years, and the year and the amount that are asked about.

    above: MNOK, how often the quantity of the year is more is told. decimals: what its amounts are shown with.
    approximate: whether they are «tilnærmet». own: (year,), the scenario's own amounts, MNOK; None where these are in
    other kroner than the draws.
    """

    asked: Asked
    simulated: Simulated
    context: Context
    above: float
    decimals: int
    approximate: bool
    own: Array | None

    @classmethod
    def of(cls, how_sure: HowSure, context: Context, above: float | None = None) -> Self:
        """The draws of what is asked, in words. above: a round amount near P85 where none is given."""
        answer, asked = context.answer, how_sure.asked
        amounts = amounts_of(asked.quantity, *answer.charged)[..., 0].sum(axis=1)
        alike = asked.fixed_prices or answer.question.is_indexed or INDEX not in asked.given.levers
        found = cls(
            asked,
            how_sure.simulated,
            context,
            above=0.0,
            decimals=decimals_of(asked.quantity, float(amounts.max())),
            approximate=is_approximate(asked.quantity, answer),
            own=amounts if alike else None,
        )
        in_words = replace(context, prices=_price_words(asked, context, found.approximate))
        return replace(found, context=in_words, above=found.usual if above is None else above)

    @property
    def usual(self) -> float:
        """The amount that is asked about where nobody says another: the round one nearest P85, MNOK.

        Of what is certain the one that it is not over: rounded up.
        """
        (amount,) = self.amounts_at((P85,))
        if self.varies:
            return to_step(amount, self.step)
        unit = 10.0**self.decimals
        return round(math.ceil(amount * unit - 1e-6) / unit, self.decimals)

    @property
    def step(self) -> float:
        """The step of round amounts, MNOK."""
        low, high = self.amounts_at((P5, P95))
        return round_step(high - low) if self.varies else 10.0**-self.decimals

    @property
    def ends(self) -> tuple[float, float, float]:
        """What can be asked about: from below the lowest draw to above the highest, MNOK, and how finely."""
        low, high = self.amounts_at((0.0, 1.0))
        fine = round_step(self.step, 5)
        return to_step(low - self.step, fine), to_step(high + self.step, fine), fine

    @property
    def year(self) -> int:
        """The year that is asked about."""
        return self.asked.question.year

    @property
    def years(self) -> tuple[int, ...]:
        """Every year of the plan."""
        return self.simulated.years

    @property
    def given(self) -> Ranges:
        """The ranges that are drawn from."""
        return self.asked.given

    @property
    def varies(self) -> bool:
        """Whether the quantity of the year is uncertain at all."""
        at = 0, self.years.index(self.year)
        return float(self.simulated.highest[at] - self.simulated.lowest[at]) >= min(SAME, 0.5 * 10.0**-self.decimals)

    def amounts_at(self, shares: Iterable[float], year: int | None = None) -> list[float]:
        """The amounts that shares of the draws lie below, MNOK."""
        histogram = self.simulated.histogram(self.asked.quantity, self.year if year is None else year)
        return [float(amount) for amount in histogram.amounts_at(np.array(list(shares)))]

    def share_above(self, amount: float) -> float:
        """The share of the draws of the year that lie above an amount, MNOK."""
        histogram = self.simulated.histogram(self.asked.quantity, self.year)
        return float(histogram.shares_above(np.array([amount]))[0])

    @property
    def own_amount(self) -> float | None:
        """The scenario's own amount of the year, MNOK."""
        return None if self.own is None else float(self.own[self.context.answer.result.years.index(self.year)])

    @property
    def beside_scenario(self) -> tuple[str, ...]:
        """The paths that the ranges hold at another value than the scenario's: all draws have it, the scenario not."""
        scenario = self.asked.question.scenario
        return tuple(path for path, value in self.given.fixed.items() if scenario.value(path) != value)

    @property
    def prices(self) -> str:
        """The price basis in words: where price growth is drawn too, from where to where."""
        return self.context.prices

    def amount(self, mnok: float) -> str:
        """An amount as text."""
        return self.context.texts.amount(mnok, self.decimals)

    def coarse(self, mnok: float) -> str:
        """An amount as text with a decimal less, for what is drawn is not known better, where that tells it apart."""
        low, high = self.amounts_at((P15, P85))
        is_wide = high - low >= TOLD_APART * 10.0 ** (1 - self.decimals)
        return self.context.texts.amount(mnok, self.decimals - is_wide)

    def about(self, mnok: float) -> str:
        """A round amount as text, without the decimals that it has not."""
        return self.context.texts.as_written(round(mnok, self.decimals + 2))

    def change(self, mnok: float) -> str:
        """A change as text."""
        return self.context.texts.change(mnok, self.decimals)


def _price_words(asked: Asked, context: Context, approximate: bool) -> str:
    """The price basis of the draws, and whether the amounts are approximate."""
    question, texts, levers = asked.question, context.texts, asked.given.levers
    if asked.fixed_prices:
        words = price_words(question, texts)
    elif INDEX not in levers:
        words = context.prices
    else:
        low, high = (at_share(levers[INDEX], share) for share in (P5, P95))
        words = texts("uncertainty.prices", low=texts.amount(low * HUNDRED), high=texts.percent(high))
    return f"{words}, {texts('payers.approximate')}" if approximate else words


def round_step(span: float, parts: int = STEPS) -> float:
    """The round amount, 1, 2 or 5 times a power of ten, that ``span`` has about ``parts`` of."""
    wanted = max(span / parts, 1e-6)
    power = 10.0 ** math.floor(math.log10(wanted))
    return power * min(ROUND, key=lambda each: abs(math.log(wanted / power / each)))


def to_step(amount: float, step: float) -> float:
    """The amount at the nearest step, without what arithmetic leaves behind its decimals."""
    return round(round(amount / step) * step, max(0, -math.floor(math.log10(step))) + 1)
