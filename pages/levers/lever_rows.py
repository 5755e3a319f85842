"""Every lever as the browser draws it: sliders, choices and switches, in groups."""

from typing import Any

from charts.words.settings import CHOSEN_BY_NAME, OWN_KEYS, default, is_share, label, shown
from model import PLAN_YEARS, Measure, Scenario, measures, parameters
from model.baseline.keys import key_sets
from model.scenario.fields import OPEN_SOLUTIONS, limits
from pages.levers.hints import planned, worth_of_one_percent
from texts import Texts

Row = dict[str, Any]
MAIN = ("risk_margin", "index_rate", "extra_efficiency", "extra_volume")
PLAN = ("efficiency_realisation", "volume_realisation", "investment_realisation")
UNSPENT = (
    "underspend_rate",
    "underspend_returned",
    "shortfall_recovered",
    "underspend_2025_returned",
    "earlier_funds_returned",
)
LOCK, SOLUTION = "lock_2026", "lever_solution"
"""Levers that are no field of the scenario: the lock sets ``first_year``, the other which solution is shown."""


def groups(scenario: Scenario, solution: str, texts: Texts) -> list[dict[str, Any]]:
    """The main levers, then one group per kind of lever, as dictionaries for the browser."""
    share = {"extra_efficiency", "extra_volume"}
    scale = texts("lever.efficiency_scale", amount=worth_of_one_percent(scenario, texts), year=scenario.first_year)
    main = [slider(name, scenario, texts, hint=scale if name in share else None) for name in MAIN]
    plan = [slider(name, scenario, texts, hint=planned(name, texts)) for name in PLAN]
    unspent = [slider(name, scenario, texts) for name in UNSPENT]
    unspent.insert(3, choice("repayment_lag", (1, 2), scenario, texts))
    by_solution = [_solution_choice(solution, texts)]
    for path in (f"by_solution.{solution}.{name}" for name in (*MAIN[2:], *PLAN)):
        general = texts("lever.general", value=shown(path, default(path, scenario), texts))
        by_solution.append(slider(path, scenario, texts, hint=general))
    return [
        {"id": "main", "label": "", "note": "", "levers": [*main, _lock(scenario, texts)]},
        _group("assumptions", [*plan, choice("first_year", PLAN_YEARS, scenario, texts)], scenario, texts),
        _group("solutions", by_solution, scenario, texts),
        _group("measures", [row for m in measures().values() for row in _measure(m, scenario, texts)], scenario, texts),
        _group("unspent", unspent, scenario, texts),
        _group("payers", [_keys(path, scenario, texts) for path in CHOSEN_BY_NAME], scenario, texts),
    ]


def chosen(drawn: list[dict[str, Any]], paths: tuple[str, ...], texts: Texts) -> dict[str, Any]:
    """The levers of some paths as one group, each with a name short enough to read across a room."""
    rows = {row["path"]: row for group in drawn for row in group["levers"]}
    named = [{**rows[path], "label": _breakable(label(path, texts)), "hint": ""} for path in paths if path in rows]
    return {**drawn[0], "levers": named}


def _breakable(name: str) -> str:
    """A name that may go on in the next line after a slash."""
    return name.replace("/", "/\u200b")


WHOLE = {"solutions": ("by_solution",), "measures": ("measures",)}
"""What a reset of a group takes back where that is more than the levers that are shown."""


def _group(name: str, levers: list[Row], scenario: Scenario, texts: Texts) -> dict[str, Any]:
    """A group that folds; ``changed`` are the places in it that a reset takes back."""
    places = WHOLE.get(name) or tuple(lever["path"] for lever in levers)
    departures = scenario.departures()
    return {
        "id": name,
        "label": texts(f"group.{name}"),
        "note": texts(f"group.{name}_note"),
        "levers": levers,
        "changed": [place for place in places if any(f"{path}.".startswith(f"{place}.") for path in departures)],
        "reset": texts("lever.reset_group"),
    }


def slider(path: str, scenario: Scenario, texts: Texts, hint: str | None = None, label: str | None = None) -> Row:
    """A numeric field with range and exact value, in percent or in its own unit."""
    limit = limits()[path]
    factor = 100.0 if is_share(path) else 1.0
    usual = default(path, scenario) or 0.0
    known = parameters().get(path.rsplit(".", maxsplit=1)[-1])
    named = label or (known.label[texts.language] if known else texts(f"setting.{path.rsplit('.', maxsplit=1)[-1]}"))
    step = known.step if known and known.step else 1.0 if factor == 1.0 else 0.05
    return {
        **_base(path, "slider", named, scenario, texts),
        "value": _in_unit(scenario.value(path) or 0.0, factor),
        "default": _in_unit(usual, factor),
        "low": _in_unit(limit.low, factor),
        "high": _in_unit(limit.high, factor),
        "step": _in_unit(step, factor),
        "unit": "%" if factor == 100.0 else texts("setting.unit_mnok"),
        "hint": hint or texts("lever.default", value=shown(path, usual, texts)),
        "exact": texts("lever.exact", label=named),
    }


def choice(path: str, options: tuple[int | str, ...], scenario: Scenario, texts: Texts) -> Row:
    """A field with few values as a row of buttons."""
    known = parameters()[path]
    names = [(option, shown(path, option, texts)) for option in options]
    row = _base(path, "choice", known.label[texts.language], scenario, texts)
    return {**row, "value": scenario.value(path), "default": default(path, scenario), "options": names, "hint": ""}


def _keys(path: str, scenario: Scenario, texts: Texts) -> Row:
    """Which key is used; keys of one's own are one of the choices between the payer groups."""
    if path != "keys":
        return choice(path, tuple(parameters()[path].choices), scenario, texts)
    row = choice(path, (*key_sets(), OWN_KEYS), scenario, texts)
    return row if isinstance(scenario.keys, str) else {**row, "value": OWN_KEYS}


def _base(path: str, kind: str, label: str, scenario: Scenario, texts: Texts) -> Row:
    """What all kinds of levers share."""
    known = parameters().get(path.rsplit(".", maxsplit=1)[-1])
    return {
        "path": path,
        "kind": kind,
        "label": label,
        "description": known.description[texts.language] if known else "",
        "reset": texts("lever.reset", value=shown(path, default(path, scenario), texts)),
    }


def _switch(path: str, label: str, description: str, value: bool, usual: bool, texts: Texts) -> Row:
    """An on-off lever."""
    return {
        "path": path,
        "kind": "switch",
        "label": label,
        "description": description,
        "value": value,
        "default": usual,
        "hint": "",
        "reset": texts("lever.reset", value=texts("setting.on" if usual else "setting.off")),
    }


def _lock(scenario: Scenario, texts: Texts) -> Row:
    """«Lås 2026»: the levers work from 2027, for 2026 is set by law."""
    note = texts("lever.lock_note")
    return _switch(LOCK, texts("lever.lock"), note, scenario.first_year > PLAN_YEARS[0], False, texts)


def _solution_choice(solution: str, texts: Texts) -> Row:
    """Which solution's own levers are shown."""
    return {
        "path": SOLUTION,
        "kind": "choice",
        "label": texts("lever.solution"),
        "description": "",
        "value": solution,
        "default": solution,
        "options": [(name, texts(f"solution.{name}")) for name in OPEN_SOLUTIONS],
        "hint": "",
        "reset": "",
    }


def _measure(measure: Measure, scenario: Scenario, texts: Texts) -> list[Row]:
    """A measure: on or off, when it is on also how late and how large; one without an amount is set by its amount."""
    path, language = f"measures.{measure.name}", texts.language
    label, enabled = measure.label[language], bool(scenario.value(f"{path}.enabled"))
    rows: list[Row] = []
    if measure.takes_amount and measure.amount_mnok is None:
        rows.append(slider(f"{path}.amount_mnok", scenario, texts, texts("lever.no_amount"), label))
        rows[0]["description"] = measure.description[language]
    else:
        rows.append(_switch(f"{path}.enabled", label, measure.description[language], enabled, measure.enabled, texts))
        rows[0]["hint"] = _amounts(measure, texts)
    if not enabled:
        return rows
    rows.append(choice_of_delay(path, scenario, texts))
    size = "amount_mnok" if measure.takes_amount else "scale"
    if not (measure.takes_amount and measure.amount_mnok is None):
        rows.append({**slider(f"{path}.{size}", scenario, texts), "hint": ""})
    return rows


def choice_of_delay(path: str, scenario: Scenario, texts: Texts) -> Row:
    """How many years later a measure comes."""
    place = f"{path}.delay"
    return {
        **_base(place, "choice", texts("setting.delay"), scenario, texts),
        "value": scenario.value(place),
        "default": 0,
        "options": [(years, shown(place, years, texts)) for years in range(4)],
        "hint": "",
    }


def _amounts(measure: Measure, texts: Texts) -> str:
    """«Kjernejournal +17,5 fra 2026»."""
    parts = [
        texts(
            "lever.measure_part",
            solution=texts(f"solution.{part.solution}"),
            amount=texts.change(part.amount_mnok if part.amount_mnok is not None else measure.amount_mnok or 0.0),
            year=part.year or PLAN_YEARS[0],
        )
        for part in measure.parts
    ]
    return ", ".join(parts)


def _in_unit(value: float, factor: float) -> float:
    """A value in the unit of its lever, free of the binary tail (3.1, not 3.1000000000000005)."""
    return round(float(value) * factor, 6)
