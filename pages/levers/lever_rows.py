"""Every lever as the browser draws it: sliders, rows of buttons and switches, in groups.

A lever's name, unit, range and description come from its parameter, and its kind too: a share or an amount is a slider,
a whole number or a choice a row of buttons. Its place is in ``GROUPS``.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from charts.words.names import solution_name
from charts.words.settings import CHOSEN_BY_NAME, OWN_KEYS, default, is_share, label, shown
from model import Baseline, Measure, Parameter, Scenario, parameters
from model.scenario.fields import LEVERS_BY_SOLUTION, START, limits
from pages.levers.hints import hint
from pages.levers.messages import Choice, Lever, LeverGroup, LeverTexts, Slider, Switch
from texts import Texts

GROUPS: Final[Mapping[str, tuple[str, ...]]] = {
    "main": ("risk_margin", "index_rate", "extra_efficiency", "extra_volume"),
    "assumptions": (
        "efficiency_realisation",
        "volume_realisation",
        "investment_realisation",
        "lasting_saving",
        "first_year",
    ),
    "unspent": (
        "underspend_rate",
        "underspend_returned",
        "shortfall_recovered",
        "repayment_lag",
        "base_year_underspend_returned",
        "earlier_funds_returned",
    ),
    "payers": CHOSEN_BY_NAME,
}
"""Group → its levers, in the order in which they are drawn; those of one solution and the measures come between."""

MAIN: Final = GROUPS["main"]
SOLUTION = "lever_solution"
"""A lever that is no field of the scenario: whose levers are shown."""

TAKEN_BACK: Final[Mapping[str, tuple[str, ...]]] = {"solutions": ("by_solution",), "measures": ("measures",)}
"""What a reset of a group takes back where that is more than the levers that are shown."""


def groups(scenario: Scenario, solution: str, texts: Texts, leading: tuple[str, ...] = ()) -> list[LeverGroup]:
    """The main levers, then one group per kind of lever; ``leading`` ones, of any group, stand before the main ones."""
    placed = {group: tuple(path for path in paths if path not in leading) for group, paths in GROUPS.items()}
    placed["main"] = (*leading, *placed["main"])
    rows = {group: [_lever(path, scenario, texts) for path in paths] for group, paths in placed.items()}
    of_solution = [_of_solution(f"by_solution.{solution}.{lever}", scenario, texts) for lever in LEVERS_BY_SOLUTION]
    of_measures = [row for measure in scenario.figures.measures.values() for row in _measure(measure, scenario, texts)]
    return [
        {"id": "main", "label": "", "note": "", "levers": [*rows["main"], *_start(scenario, texts)]},
        _group("assumptions", rows["assumptions"], scenario, texts),
        _group("solutions", [_solution_choice(solution, scenario.figures, texts), *of_solution], scenario, texts),
        _group("measures", of_measures, scenario, texts),
        _group("unspent", rows["unspent"], scenario, texts),
        _group("payers", rows["payers"], scenario, texts),
    ]


def chosen(drawn: list[LeverGroup], paths: tuple[str, ...], baseline: Baseline, texts: Texts) -> LeverGroup:
    """The levers of some paths as one group, each with a name short enough to read across a room."""
    rows = {row["path"]: row for group in drawn for row in group["levers"]}
    named = [
        rows[path] | {"label": _breakable(label(path, baseline, texts)), "hint": ""} for path in paths if path in rows
    ]
    return {**drawn[0], "levers": named}


def _breakable(name: str) -> str:
    """A name that may go on in the next line after a slash."""
    return name.replace("/", "/\u200b")


def _group(name: str, levers: list[Lever], scenario: Scenario, texts: Texts) -> LeverGroup:
    """A group that folds; ``changed`` are the places in it that a reset takes back."""
    places = TAKEN_BACK.get(name) or tuple(lever["path"] for lever in levers)
    departures = scenario.departures()
    return {
        "id": name,
        "label": texts(f"group.{name}"),
        "note": texts(f"group.{name}_note"),
        "levers": levers,
        "changed": [place for place in places if any(f"{path}.".startswith(f"{place}.") for path in departures)],
        "reset": texts("lever.reset_group"),
    }


def _lever(path: str, scenario: Scenario, texts: Texts) -> Lever:
    """The lever of a field of the scenario."""
    if path in CHOSEN_BY_NAME:
        return _keys(path, scenario, texts)
    baseline = scenario.figures
    if limits(baseline)[path].kind == "integer":
        name = parameters(baseline)[path].label[texts.language]
        row = _buttons(path, _whole_numbers(path, baseline), name, scenario, texts)
        return {**row, "hint": hint(path, scenario, texts)}
    return _slider(path, scenario, texts, hint=hint(path, scenario, texts))


def _of_solution(path: str, scenario: Scenario, texts: Texts) -> Slider:
    """The lever of one solution, which has the lever's general value until it has one of its own."""
    general = texts("lever.general", value=_shown(path, default(path, scenario), scenario, texts))
    return _slider(path, scenario, texts, hint=general)


def _slider(path: str, scenario: Scenario, texts: Texts, hint: str = "", name: str = "") -> Slider:
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
    }


def _default_hint(path: str, usual: float, scenario: Scenario, texts: Texts) -> str:
    """«I tallgrunnlaget: 5,0 %»."""
    return texts("lever.default", value=_shown(path, usual, scenario, texts))


def _shown(path: str, value: Any, scenario: Scenario, texts: Texts) -> str:
    return shown(path, value, scenario.figures, texts)


def _parameter(path: str, baseline: Baseline) -> Parameter | None:
    """The parameter of a lever, also of one for one solution; None for the settings of measures."""
    return parameters(baseline).get(path.rsplit(".", maxsplit=1)[-1])


def _buttons(path: str, options: Sequence[int | str], name: str, scenario: Scenario, texts: Texts) -> Choice:
    """A field with few values as a row of buttons."""
    return {
        **_texts_of(path, name, "", scenario, texts),
        "kind": "choice",
        "value": scenario.value(path),
        "default": default(path, scenario),
        "options": [(option, _shown(path, option, scenario, texts)) for option in options],
    }


def _whole_numbers(path: str, baseline: Baseline) -> range:
    """Everything that a whole number may be."""
    limit = limits(baseline)[path]
    return range(int(limit.low), int(limit.high) + 1)


def _keys(path: str, scenario: Scenario, texts: Texts) -> Choice:
    """Which key is used; keys of one's own are one of the choices between the payer groups."""
    parameter = parameters(scenario.figures)[path]
    options = (*scenario.figures.key_sets, OWN_KEYS) if path == "keys" else tuple(parameter.choices)
    row = _buttons(path, options, parameter.label[texts.language], scenario, texts)
    return row if isinstance(row["value"], str) else {**row, "value": OWN_KEYS}


def _texts_of(path: str, name: str, hint: str, scenario: Scenario, texts: Texts) -> LeverTexts:
    """What sliders and buttons share."""
    parameter = _parameter(path, scenario.figures)
    return {
        "path": path,
        "label": name,
        "hint": hint,
        "description": parameter.description[texts.language] if parameter else "",
        "reset": texts("lever.reset", value=_shown(path, default(path, scenario), scenario, texts)),
    }


def _switch(path: str, name: str, description: str, value: bool, usual: bool, texts: Texts) -> Switch:
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
    }


def _start(scenario: Scenario, texts: Texts) -> list[Choice]:
    """«Start fra: tallgrunnlaget | vedtatt forskrift 2026»; nothing where no law has set the first year."""
    parameter = parameters(scenario.figures)[START]
    if scenario.figures.law is None:
        return []
    row = _buttons(START, parameter.choices, parameter.label[texts.language], scenario, texts)
    return [{**row, "hint": hint(START, scenario, texts)}]


def _solution_choice(solution: str, baseline: Baseline, texts: Texts) -> Choice:
    """Which solution's own levers are shown."""
    return {
        "path": SOLUTION,
        "kind": "choice",
        "label": texts("lever.solution"),
        "description": "",
        "value": solution,
        "default": solution,
        "options": [(name, solution_name(name, baseline, texts)) for name in baseline.open_solutions],
        "hint": "",
        "reset": "",
    }


def _measure(measure: Measure, scenario: Scenario, texts: Texts) -> list[Lever]:
    """A measure: on or off, when it is on also how late and how large; one without an amount is set by its amount."""
    path, language = f"measures.{measure.name}", texts.language
    name, enabled = measure.label[language], bool(scenario.value(f"{path}.enabled"))
    set_by_amount = measure.takes_amount and measure.amount_mnok is None
    first: Slider | Switch
    if set_by_amount:
        first = _slider(f"{path}.amount_mnok", scenario, texts, texts("lever.no_amount"), name)
        first["description"] = measure.description[language]
    else:
        first = _switch(f"{path}.enabled", name, measure.description[language], enabled, measure.enabled, texts)
        first["hint"] = _amounts(measure, scenario.figures, texts)
    if not measure.published and (enabled or set_by_amount):
        first["hint"] = f"{first['hint'].removesuffix('.')}. {first['description']}"
    elif not enabled:
        first["hint"] = f"{first['hint']}. {first['description']}"
    if not enabled:
        return [first]
    delay, size = f"{path}.delay", f"{path}.amount_mnok" if measure.takes_amount else f"{path}.scale"
    how_late = _buttons(delay, _whole_numbers(delay, scenario.figures), texts("setting.delay"), scenario, texts)
    if measure.published and scenario.value(delay):
        how_late["hint"] = first["description"]
    how_large: list[Lever] = [] if set_by_amount else [{**_slider(size, scenario, texts), "hint": ""}]
    return [first, how_late, *how_large, *_state_share(path, scenario, texts)]


def _state_share(path: str, scenario: Scenario, texts: Texts) -> list[Lever]:
    """How much the state pays of a measure that the published figures do not have."""
    share = f"{path}.state_share"
    return [_slider(share, scenario, texts, texts("lever.state_share"))] if share in limits(scenario.figures) else []


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


def _in_unit(value: float, factor: float) -> float:
    """A value in the unit of its lever, free of the binary tail (3.1, not 3.1000000000000005)."""
    return round(float(value) * factor, 6)
