"""A scenario whose years can be compared: nothing has left the regulation in the year that is looked at."""

from model.scenario.fields import LAW
from model.scenario.presets import law_scenario
from model.scenario.scenario import Scenario


def unmoved(scenario: Scenario, year: int) -> Scenario:
    """``scenario`` with no costs moved out of the regulation in ``year``.

    From the law, what left in the first year is the law's; in a later year only what is otherwise than there has left.
    """
    of_law = law_scenario(scenario.figures) if scenario.start == LAW else None
    is_first = year == scenario.figures.first_year
    kept = scenario if of_law is None or not is_first else of_law
    for name, measure in scenario.figures.measures.items():
        if measure.moves_out and (of_law is None or is_first):
            kept = kept.with_value(f"measures.{name}.enabled", False)
        elif measure.moves_out and of_law is not None:
            kept = kept.without(f"measures.{name}")
            for setting, value in of_law.measures.get(name, {}).items():
                kept = kept.with_value(f"measures.{name}.{setting}", value)
    return kept
