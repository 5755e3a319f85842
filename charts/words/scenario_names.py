"""What a scenario is called."""

from charts.words.foreign import printable
from charts.words.settings import departures
from model import Scenario, presets
from texts import Texts


def name_of(scenario: Scenario, texts: Texts) -> str:
    """Its own name, a ready one's label, the baseline's title, or its first setting and how many more."""
    if scenario.name:
        return printable(scenario.name)
    for preset in presets(scenario.figures).values():
        if preset.scenario == scenario:
            return preset.label[texts.language]
    changes = [f"{change.label} {change.value}" for change in departures(scenario, texts)]
    if not changes:
        return scenario.figures.title[texts.language]
    first, *more = changes
    return texts("compare.and_more", first=first, count=len(more)) if more else first
