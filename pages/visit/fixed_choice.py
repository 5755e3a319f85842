"""Choices that the page has already made: the one option that there is, in words that say why."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from model.answers.question import FIXED
from pages.visit import state
from pages.visit.compared import are_of_several_baselines, price_growth, scenario_of
from pages.visit.side_by_side import TALLGRUNNLAG
from pages.visit.uncertain import is_varied
from pages.visit.view import View

NO_GROWTH: Final = (0.0, 0.0)
PRICE_GROWTH: Final = "index_rate"


@dataclass(frozen=True, slots=True)
class FixedChoice:
    """The only option of a choice, and what it is called."""

    option: str
    name: str


def fixed_choice(field: str, looked_at: View, choices: Collection[str]) -> FixedChoice | None:
    """What ``field`` of the view is on the page that offers ``choices``; None where it can be chosen."""
    if field == "prices":
        return _prices(looked_at, choices)
    if field == "against" and are_of_several_baselines(looked_at):
        return FixedChoice(TALLGRUNNLAG, looked_at.texts("view.against_own"))
    return None


def _prices(looked_at: View, choices: Collection[str]) -> FixedChoice | None:
    """Without price growth all kroner are the base year's; side by side with several growths only they are comparable.

    On the page of uncertainty there is price growth also where only the draws have one.

    The choice of the visitor is kept for when there is one again.
    """
    growths, texts, year = _price_growths(looked_at, choices), looked_at.texts, state.figures().base_year
    grows_by_chance = "certainty" in choices and is_varied(PRICE_GROWTH, looked_at.ranges, state.figures())
    if growths == {NO_GROWTH} and not grows_by_chance:
        return FixedChoice(FIXED, texts("view.prices_without_growth", base_year=year))
    if len(growths) > 1 and "against" in choices:
        prices = texts(f"view.prices_{FIXED}", base_year=year)
        return FixedChoice(FIXED, texts("view.prices_two_growths", prices=prices))
    return None


def _price_growths(looked_at: View, choices: Collection[str]) -> set[tuple[float, float]]:
    """The price growths of the scenarios on the page: those side by side, or the present one and its reference."""
    if "against" in choices:
        return {price_growth(scenario_of(text)) for text in looked_at.compared}
    present = price_growth(state.scenario())
    has_reference = "base" in choices and looked_at.base != TALLGRUNNLAG
    return {present, price_growth(scenario_of(looked_at.base))} if has_reference else {present}
