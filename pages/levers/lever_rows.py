"""Every lever as the browser draws it: sliders, rows of buttons and switches, in groups.

A lever's name, unit, range and description come from its parameter, and its kind too: a share or an amount is a slider,
a whole number or a choice a row of buttons. Its place is in ``GROUPS``.
"""

from collections.abc import Mapping
from typing import Final

from charts.words.names import solution_name
from charts.words.settings import CHOSEN_BY_NAME, OWN_KEYS, default, label
from model import Baseline, Scenario, parameters
from model.scenario.fields import LEVERS_BY_SOLUTION, START, limits
from pages.levers.hints import hint
from pages.levers.lever_kinds import buttons, shown_value, slider, whole_numbers
from pages.levers.measure_rows import measure_rows
from pages.levers.messages import Choice, Lever, LeverGroup, Slider
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
    of_measures = [
        row for measure in scenario.figures.measures.values() for row in measure_rows(measure, scenario, texts)
    ]
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
        row = buttons(path, whole_numbers(path, baseline), name, scenario, texts)
        return {**row, "hint": hint(path, scenario, texts)}
    return slider(path, scenario, texts, hint=hint(path, scenario, texts))


def _of_solution(path: str, scenario: Scenario, texts: Texts) -> Slider:
    """The lever of one solution, which has the lever's general value until it has one of its own."""
    general = texts("lever.general", value=shown_value(path, default(path, scenario), scenario, texts))
    return slider(path, scenario, texts, hint=general)


def _keys(path: str, scenario: Scenario, texts: Texts) -> Choice:
    """Which key is used; keys of one's own are one of the choices between the payer groups."""
    parameter = parameters(scenario.figures)[path]
    options = (*scenario.figures.key_sets, OWN_KEYS) if path == "keys" else tuple(parameter.choices)
    row = buttons(path, options, parameter.label[texts.language], scenario, texts)
    return row if isinstance(row["value"], str) else {**row, "value": OWN_KEYS}


def _start(scenario: Scenario, texts: Texts) -> list[Choice]:
    """«Start fra: tallgrunnlaget | vedtatt forskrift 2026»; nothing where no law has set the first year."""
    parameter = parameters(scenario.figures)[START]
    if scenario.figures.law is None:
        return []
    row = buttons(START, parameter.choices, parameter.label[texts.language], scenario, texts)
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
