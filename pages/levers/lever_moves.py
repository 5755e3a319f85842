"""What a change of a lever makes of the scenario: checked first, then a new scenario, or a refusal and none."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self, cast

from charts.words.settings import OWN_KEYS, is_share
from model import Baseline, Scenario, ScenarioError
from model.scenario.fields import limits
from pages.levers import messages
from pages.visit.asking import NotUnderstood
from texts.reading import parsed


@dataclass(frozen=True, slots=True)
class Change:
    """One lever's change: back to its default, to ``value`` in its unit, or to the number in ``text`` as it was typed.

    path: the lever; empty for every lever.
    """

    path: str
    value: Any = None
    text: str | None = None
    reset: bool = False

    @classmethod
    def of(cls, message: object) -> Self:
        """The change that a part of a message asks for. Raises NotUnderstood."""
        if not isinstance(message, Mapping) or not isinstance(message.get("path"), str):
            raise NotUnderstood("change")
        sent = cast(messages.Change, message)
        text, reset = sent.get("text"), bool(sent.get("reset"))
        if not (reset or isinstance(text, str) or "value" in sent):
            raise NotUnderstood("change")
        return cls(sent["path"], sent.get("value"), text if isinstance(text, str) else None, reset)


def moved(scenario: Scenario, change: Change, language: str) -> Scenario:
    """The scenario after a change. Raises ScenarioError; NumberError for what was typed."""
    if change.text is not None:
        return _with_value(scenario, change.path, typed(scenario.figures, change.path, change.text, language))
    if not change.reset:
        return _with_value(scenario, change.path, change.value)
    if not change.path:
        return Scenario(name=scenario.name, figures=scenario.figures)
    return scenario.without(_reset_place(scenario.figures, change.path))


def typed(baseline: Baseline, path: str, text: str, language: str) -> float:
    """What was typed, in the lever's unit. Raises NumberError, ScenarioError for what is no lever."""
    limit = limits(baseline).get(path)
    if limit is None:
        raise ScenarioError(path, path, "unknown", tuple(limits(baseline)))
    factor, unit = (100.0, "%") if is_share(path, baseline) else (1.0, "mnok")
    return parsed(text, language, factor * limit.low, factor * limit.high, unit)


def _reset_place(baseline: Baseline, path: str) -> str:
    """What a reset takes back: the lever's field; of a measure without an amount of its own, the whole measure."""
    first, *rest = path.split(".")
    measure = baseline.measures.get(rest[0]) if first == "measures" and rest else None
    if measure and measure.takes_amount and measure.amount_mnok is None:
        return f"measures.{rest[0]}"
    if first == "keys":
        return ".".join(["keys", *rest[:1]])  # shares belong together
    return path


def _with_value(scenario: Scenario, path: str, value: Any) -> Scenario:
    """The scenario with a lever's value, which is in the lever's unit."""
    if (path, value) == ("keys", OWN_KEYS):
        return scenario.with_value(path, _own_keys(scenario))
    if path.endswith(".amount_mnok") and path.startswith("measures."):
        return _with_amount(scenario, path, value)
    return scenario.with_value(path, as_share(value) if is_share(path, scenario.figures) else value)


def _own_keys(scenario: Scenario) -> Mapping[str, Any]:
    """Keys of one's own, which start as those that are in use."""
    own = scenario.figures.key_sets[scenario.keys] if isinstance(scenario.keys, str) else scenario.keys
    return {solution: dict(shares) for solution, shares in own.items()}


def _with_amount(scenario: Scenario, path: str, value: Any) -> Scenario:
    """A measure's amount; one that is off is switched on by an amount, and a measure without one is off."""
    measure = path.rsplit(".", 1)[0]
    if value == 0 and scenario.without(measure).value(path) is None:
        return scenario.without(measure)
    settings = {"enabled": True, "delay": scenario.value(f"{measure}.delay"), "amount_mnok": value}
    return scenario.without(measure).with_value(measure, settings)


def as_share(percent: Any) -> Any:
    """Percent as a share; what is no sensible number goes on as it is, for the scenario to refuse."""
    sensible = isinstance(percent, int | float) and not isinstance(percent, bool) and abs(percent) < 1e6
    return round(percent / 100, 8) if sensible else percent
