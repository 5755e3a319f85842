"""What a scenario is called."""

from functools import cache

from charts.words.foreign import printable
from charts.words.settings import departures
from model import Scenario, presets
from texts import Texts


def name_of(scenario: Scenario, texts: Texts) -> str:
    """Its own name, a ready one's label, or its first setting and how many more."""
    if scenario.name:
        return printable(scenario.name)
    if scenario in _ready():
        return presets()[_ready()[scenario]].label[texts.language]
    first, *more = [f"{change.label} {change.value}" for change in departures(scenario, texts)]
    return texts("compare.and_more", first=first, count=len(more)) if more else first


@cache
def _ready() -> dict[Scenario, str]:
    """Scenario → the id of the ready scenario that sets the same."""
    return {preset.scenario: name for name, preset in presets().items()}
