"""The kinds of lever: a slider for a share or an amount, a row of buttons for few values, a switch for on and off."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from charts.words.lever_facts import lever_facts
from charts.words.settings import default, is_share, label, shown
from model import Baseline, Parameter, Scenario, parameters
from model.scenario.fields import limits
from pages.levers.messages import About, Choice, LeverTexts, Slider, Switch
from texts import Texts


def slider(path: str, scenario: Scenario, texts: Texts, hint: str = "", name: str = "") -> Slider:
    """A numeric field with range and exact value, in percent or in its own unit.

    hint: the line under it, which says what its default is where none is given. name: what it is called, where that is
    not what its parameter says.
    """
    limit, parameter = limits(scenario.figures)[path], _parameter(path, scenario.figures)
    factor = 100.0 if is_share(path, scenario.figures) else 1.0
    usual = default(path, scenario) or 0.0
    last = path.rsplit(".", maxsplit=1)[-1]
    name = name or (parameter.label[texts.language] if parameter else texts(f"setting.{last}"))
    step = parameter.step if parameter and parameter.step else 1.0 if factor == 1.0 else 0.05
    return {
        **_texts_of(path, name, hint or _default_hint(path, usual, scenario, texts), scenario, texts),
        "kind": "slider",
        "value": _in_unit(scenario.value(path) or 0.0, factor),
        "default": _in_unit(usual, factor),
        "low": _in_unit(limit.low, factor),
        "high": _in_unit(limit.high, factor),
        "step": _in_unit(step, factor),
        "unit": "%" if factor == 100.0 else texts("setting.unit_mnok"),
        "exact": texts("lever.exact", label=name),
        "whole": False,
    }


def _default_hint(path: str, usual: float, scenario: Scenario, texts: Texts) -> str:
    """«I tallgrunnlaget: 5,0 %»."""
    return texts("lever.default", value=shown_value(path, usual, scenario, texts))


def shown_value(path: str, value: Any, scenario: Scenario, texts: Texts) -> str:
    """A value of a lever's field in its unit, «5,0 %»."""
    return shown(path, value, scenario.figures, texts)


def _parameter(path: str, baseline: Baseline) -> Parameter | None:
    """The parameter of a lever, also of one for one solution; None for the settings of measures."""
    return parameters(baseline).get(path.rsplit(".", maxsplit=1)[-1])


def buttons(path: str, options: Sequence[int | str], name: str, scenario: Scenario, texts: Texts) -> Choice:
    """A field with few values as a row of buttons."""
    return {
        **_texts_of(path, name, "", scenario, texts),
        "kind": "choice",
        "value": scenario.value(path),
        "default": default(path, scenario),
        "options": [(option, shown_value(path, option, scenario, texts)) for option in options],
    }


def whole_numbers(path: str, baseline: Baseline) -> range:
    """Everything that a whole number may be."""
    limit = limits(baseline)[path]
    return range(int(limit.low), int(limit.high) + 1)


def _texts_of(path: str, name: str, hint: str, scenario: Scenario, texts: Texts) -> LeverTexts:
    """What sliders and buttons share."""
    parameter = _parameter(path, scenario.figures)
    return {
        "path": path,
        "label": name,
        "hint": hint,
        "description": parameter.description[texts.language] if parameter else "",
        "reset": texts("lever.reset", value=shown_value(path, default(path, scenario), scenario, texts)),
        "about": about(path, scenario.figures, texts),
    }


@lru_cache(maxsize=1024)
def about(path: str, baseline: Baseline, texts: Texts) -> About:
    """What the button at a lever's name tells; the same until language or baseline change."""
    name = label(path, baseline, texts)
    return {
        "name": name,
        "facts": lever_facts(path, baseline, texts),
        "ask": texts("lever.ask", label=name),
        "more": texts("lever.all_words"),
    }


def switch(
    path: str, name: str, description: str, value: bool, usual: bool, baseline: Baseline, texts: Texts
) -> Switch:
    """An on-off lever."""
    return {
        "path": path,
        "kind": "switch",
        "label": name,
        "description": description,
        "value": value,
        "default": usual,
        "hint": "",
        "reset": texts("lever.reset", value=texts("setting.on" if usual else "setting.off")),
        "about": about(path, baseline, texts),
    }


def _in_unit(value: float, factor: float) -> float:
    """A value in the unit of its lever, free of the binary tail (3.1, not 3.1000000000000005)."""
    return round(float(value) * factor, 6)
