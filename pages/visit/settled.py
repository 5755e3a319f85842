"""Choices that are already made: what the page shows whatever is chosen, in words that say why."""

from dataclasses import dataclass

from model import PLAN_YEARS
from model.answers.question import FIXED
from pages.visit import state
from pages.visit.compared import scenario_of
from pages.visit.view import REFERENCE, View


@dataclass(frozen=True, slots=True)
class Settled:
    """The only option of a choice, and what it is called."""

    option: str
    name: str


def settled(field: str, looked_at: View, beside: tuple[str, ...]) -> Settled | None:
    """What ``field`` of the view is on the page that offers the choices ``beside``; None where it can be chosen."""
    if field == "prices":
        return _prices(looked_at, beside)
    if field == "start" and looked_at.year == PLAN_YEARS[0]:
        return Settled(looked_at.start, looked_at.texts("view.start_settled", year=PLAN_YEARS[0] - 1))
    return None


def _prices(looked_at: View, beside: tuple[str, ...]) -> Settled | None:
    """Without price growth all kroner are those of 2025; side by side with several growths only those can be compared.

    The choice of the visitor is kept for when there is one again.
    """
    rates, texts = _price_growths(looked_at, beside), looked_at.texts
    if not any(rates):
        return Settled(FIXED, texts("view.prices_without_growth"))
    if len(rates) > 1 and "against" in beside:
        return Settled(FIXED, texts("view.prices_two_growths", prices=texts(f"view.prices_{FIXED}")))
    return None


def _price_growths(looked_at: View, beside: tuple[str, ...]) -> set[float]:
    """The price growths of the scenarios on the page."""
    if "against" in beside:
        return {scenario_of(text).index_rate for text in looked_at.compared}
    present = state.scenario().index_rate
    compared_with_another = "base" in beside and looked_at.base != REFERENCE
    return {present, scenario_of(looked_at.base).index_rate} if compared_with_another else {present}
