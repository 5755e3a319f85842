"""The one difference that headline, key figures and bridge tell of a year's need, and what it is from."""

from dataclasses import dataclass

from charts.words.context import TENTH, Context
from charts.words.need_range import is_open


@dataclass(frozen=True, slots=True)
class Told:
    """A difference of the need, all solutions, MNOK in the prices that are shown: from ``base`` to ``need``."""

    base: float
    need: float

    @property
    def change(self) -> float:
        """How much more the need is."""
        return self.need - self.base

    @property
    def direction(self) -> str:
        """«up», «down», or «same» where the printed decimal hides it."""
        return "same" if abs(self.change) < TENTH else "up" if self.change > 0 else "down"


def told(context: Context) -> Told:
    """The difference from the reference's need, or from what the year's bridge starts from."""
    answer, year = context.answer, context.year
    if context.is_against:
        return Told(answer.reference_charged[0].need(year), answer.charged[0].need(year))
    if context.is_first_year:
        available = float(answer.result.amounts()["previous_level"][0, :, 0].sum())
        return Told(available, answer.result.need(year))
    return Told(answer.charged[0].need(year - 1), answer.charged[0].need(year))


def follows_law(context: Context) -> bool:
    """Whether a regulation has set the payment a year before, but the scenario starts from the print's estimate."""
    return context.baseline.is_set(context.year - 1) and context.law_payment is None


def base_in_words(context: Context) -> str:
    """What the year before is called inside a sentence: «2027», what the solutions had, a plan, or a regulation."""
    previous = context.year - 1
    kinds = {
        "first": context.is_first_year,
        "law": context.starts_from(previous),
        "planned": follows_law(context),
        "year": True,
    }
    return context.texts(f"told.base_{next(kind for kind, is_it in kinds.items() if is_it)}", previous=previous)


def bound(change: Told, context: Context) -> str:
    """«inntil » or «minst » before an amount where one of the two years' needs is a range; else nothing.

    The range's upper end is told: where the money comes back the year's need is lower, and the year after grows more.
    """
    year = context.year
    if is_open(context, year) == is_open(context, year - 1):
        return ""
    is_most = is_open(context, year) == (change.change > 0)
    return context.texts("told.most" if is_most else "told.least")
