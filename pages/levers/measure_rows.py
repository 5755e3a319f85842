"""The levers of a measure: on or off, how late, how large, and what the state pays of it."""

from charts.words.names import solution_name
from model import Baseline, Measure, Scenario
from model.scenario.fields import limits
from pages.levers.lever_kinds import buttons, slider, switch, whole_numbers
from pages.levers.messages import Lever, Slider, Switch
from texts import Texts


def measure_rows(measure: Measure, scenario: Scenario, texts: Texts) -> list[Lever]:
    """A measure: on or off, when it is on also how late and how large; one without an amount is set by its amount."""
    path, language, baseline = f"measures.{measure.name}", texts.language, scenario.figures
    name, enabled = measure.label[language], bool(scenario.value(f"{path}.enabled"))
    set_by_amount = measure.takes_amount and measure.amount_mnok is None
    first: Slider | Switch
    if set_by_amount:
        first = slider(f"{path}.amount_mnok", scenario, texts, texts("lever.no_amount"), name)
        first["description"] = measure.description[language]
    else:
        first = switch(
            f"{path}.enabled", name, measure.description[language], enabled, measure.enabled, baseline, texts
        )
        first["hint"] = _amounts(measure, scenario.figures, texts)
    if not (measure.published and enabled):
        first["hint"] = f"{first['hint'].removesuffix('.')}. {first['description']}"
    if not enabled:
        return [first]
    delay, size = f"{path}.delay", f"{path}.amount_mnok" if measure.takes_amount else f"{path}.scale"
    how_late = buttons(delay, whole_numbers(delay, scenario.figures), texts("setting.delay"), scenario, texts)
    if measure.published and scenario.value(delay):
        how_late["hint"] = first["description"]
    how_large: list[Lever] = [] if set_by_amount else [{**slider(size, scenario, texts), "hint": ""}]
    return [first, how_late, *how_large, *_state_share(measure, scenario, texts)]


def _state_share(measure: Measure, scenario: Scenario, texts: Texts) -> list[Lever]:
    """How much the state pays of a measure that the published figures do not have; nothing of one that saves."""
    share = f"measures.{measure.name}.state_share"
    saves = any((part.amount_mnok or 0.0) < 0 for part in measure.parts)
    if saves or share not in limits(scenario.figures):
        return []
    return [slider(share, scenario, texts, texts("lever.state_share"))]


def _amounts(measure: Measure, baseline: Baseline, texts: Texts) -> str:
    """«Kjernejournal +17,5 fra 2026»."""
    parts = [
        texts(
            "lever.measure_part",
            solution=solution_name(part.solution, baseline, texts),
            amount=texts.change(part.amount_mnok if part.amount_mnok is not None else measure.amount_mnok or 0.0),
            year=part.year or baseline.first_year,
        )
        for part in measure.parts
    ]
    return ", ".join(parts)
