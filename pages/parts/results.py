"""The model's answers that a page shows: the scenario and the published figures at the same price growth."""

from dataclasses import dataclass

from model import Result, Scenario, run
from model.changes import YearChange, year_change
from model.prices import in_fixed_prices
from pages.parts.view import View

MOVED_OUT = "measures.felles_til_tjenesteavtaler.enabled"


@dataclass(frozen=True, slots=True)
class Results:
    """``scenario`` and ``reference`` in the view's prices; ``fixed_need_2026`` in 2025 kroner for the upper frame."""

    scenario: Result
    reference: Result
    change: YearChange
    fixed_need_2026: float


def results(scenario: Scenario, view: View) -> Results:
    """Runs the model: the scenario, the tallgrunnlag at the scenario's price growth, and the comparable scenario."""
    runs = [
        run(scenario),
        run(Scenario(index_rate=scenario.index_rate)),
        run(scenario.with_value(MOVED_OUT, False)),
    ]
    fixed = in_fixed_prices(runs[0])
    if view.prices == "2025":
        runs = [fixed, in_fixed_prices(runs[1]), in_fixed_prices(runs[2])]
    own, reference, without_move = runs
    return Results(
        scenario=own,
        reference=reference,
        change=year_change(own, without_move, view.year),
        fixed_need_2026=float(fixed.financing_need[0, :, 0].sum()),
    )
