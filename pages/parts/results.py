"""The model's answers that a page shows: the scenario and the published figures at the same price growth."""

from dataclasses import dataclass

from model import Result, Scenario, run
from model.changes import YearChange, year_change
from model.prices import in_fixed_prices
from model.warnings import Warning, warnings
from pages.parts.view import View

MOVED_OUT = "measures.felles_til_tjenesteavtaler.enabled"


@dataclass(frozen=True, slots=True)
class Results:
    """``result`` and ``reference`` in the view's prices, the change into the view's year, what must be told."""

    scenario: Scenario
    result: Result
    reference: Result
    change: YearChange
    warnings: tuple[Warning, ...]


def results(scenario: Scenario, view: View) -> Results:
    """Runs the model: the scenario, the tallgrunnlag at the scenario's price growth, and the comparable scenario."""
    runs = [
        run(scenario),
        run(Scenario(index_rate=scenario.index_rate)),
        run(scenario.with_value(MOVED_OUT, False)),
    ]
    told = warnings(scenario, runs[0], runs[1])
    if view.prices == "2025":
        runs = [in_fixed_prices(each) for each in runs]
    result, reference, without_move = runs
    return Results(scenario, result, reference, year_change(result, without_move, view.year), told)
