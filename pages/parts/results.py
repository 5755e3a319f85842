"""The model's answers that a page shows: the scenario and the published figures at the same price growth."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from charts.context import Context, price_words
from charts.reasons import Reasons, reasons_of
from model import Attribution, Result, Scenario, attribute, published, run
from model.changes import YearChange, year_change
from model.prices import in_fixed_prices
from model.warnings import Warning, warnings
from pages.parts.view import View

MOVED_OUT = "measures.felles_til_tjenesteavtaler.enabled"


@dataclass(frozen=True, slots=True)
class Results:
    """``result`` and ``reference`` (of ``against``) in ``prices``, the change into the view's year, what must be told.

    ``prices``: those of the view, current kroner where the two have different price growth.
    """

    scenario: Scenario
    result: Result
    reference: Result
    against: Scenario
    prices: str
    change: YearChange
    warnings: tuple[Warning, ...]


def results(scenario: Scenario, view: View, against: Scenario | None = None) -> Results:
    """Runs the model: the scenario, what it is compared with, and the scenario without what left the regulation.

    against: the tallgrunnlag at the scenario's price growth where it is None.
    """
    other = at_same_index(scenario) if against is None else against
    runs = [solved(scenario), solved(other), solved(scenario.with_value(MOVED_OUT, False))]
    told = warnings(scenario, runs[0], runs[1])
    prices = view.prices if other.index_rate == scenario.index_rate else "lopende"
    if prices == "2025":
        runs = [in_fixed_prices(each) for each in runs]
    result, reference, without_move = runs
    return Results(scenario, result, reference, other, prices, year_change(result, without_move, view.year), told)


def reasons(found: Results, unfold: tuple[str, ...] = ()) -> Reasons:
    """What makes the difference between the two scenarios of ``found``, in its prices."""
    index = solved(found.scenario).index[:, 0] if found.prices == "2025" else np.ones(len(found.result.years))
    own, other = (each.financing_need[:, :, 0].sum(axis=1) for each in (found.result, found.reference))
    return reasons_of(attributed(found.scenario, found.against, unfold), own, other, index)


@lru_cache(maxsize=64)
def attributed(scenario: Scenario, against: Scenario, unfold: tuple[str, ...]) -> Attribution:
    """The model's division of a difference."""
    return attribute(scenario, against, unfold=unfold)


@lru_cache(maxsize=64)
def solved(scenario: Scenario) -> Result:
    """The model's answer to a scenario; those beside the one that moves stay the same."""
    return run(scenario)


def at_same_index(scenario: Scenario) -> Scenario:
    """The published figures at the scenario's price growth."""
    return Scenario(index_rate=scenario.index_rate)


def context(scenario: Scenario, view: View) -> Context:
    """What the charts of a scenario need to know beside the figures."""
    texts = view.texts
    fixed = view.prices == "2025" or scenario.index_rate == 0
    return Context(
        texts=texts,
        scenario=scenario.name or texts("figure.scenario"),
        reference=published().title[view.language],
        prices=price_words(scenario.index_rate, fixed, texts),
        against=texts("headline.reference"),
        indexed=not fixed,
    )
