"""What a change makes of the ranges of the levers, and of what is asked about them: they are moved as levers are.

Paths: ``range/<lever>/<part>`` is a number of a range by its name (``low``), ``certain``, or ``fixed`` for a switch;
``range/<lever>`` goes back to the baseline's own range; ``range`` adds one for the lever that is its value. ``above``
is the amount whose probability is asked for, ``draws`` how many draws.
"""

from collections.abc import Mapping
from typing import Any, Final

from charts.goals.goal_targets import LARGEST, written_target
from charts.words.ranges import factor_of
from charts.words.settings import is_share
from model import Baseline, Scenario, parameters
from model.scenario.fields import is_number, limits
from model.uncertainty import DRAWS
from model.uncertainty.ranges import FIXED, NUMBERS
from pages.levers.lever_moves import Change, as_share, typed
from pages.visit import uncertain
from pages.visit.asking import NotUnderstood
from pages.visit.view import View
from texts.reading import parsed

PLACE: Final = "ranges"
"""Where it is said what could not be done with a range."""

OF_RANGE: Final = "range"
CERTAIN: Final = "certain"
ABOVE, DRAWN = "above", "draws"

STILL: Final = 0.1
"""How far a first range reaches to both sides of a lever at 0: this share of all that the lever can be."""


def is_of_uncertainty(path: str) -> bool:
    """Whether a change is about a range or what is asked of ranges, and not about the scenario."""
    return path.split("/", maxsplit=1)[0] in (OF_RANGE, ABOVE, DRAWN)


def path_of(lever: str, part: str = "") -> str:
    """The path of a lever's range, or of a part of it."""
    return "/".join(filter(None, (OF_RANGE, lever, part)))


def lever_of(path: str) -> str:
    """The lever whose range a path is about; empty where it is about none."""
    return path.split("/")[1] if path.startswith(f"{OF_RANGE}/") else ""


def moved_fields(looked_at: View, change: Change, scenario: Scenario) -> Mapping[str, Any]:
    """Fields of the view after a change, with their values. Raises RangesError, ScenarioError, NumberError.

    Raises NotUnderstood for what no control of ours sends.
    """
    if change.path == ABOVE:
        return {ABOVE: _amount(change, looked_at.language)}
    if change.path == DRAWN:
        return {DRAWN: _draws(change.value)}
    return {"ranges": _ranges(looked_at, change, scenario)}


def _amount(change: Change, language: str) -> float | None:
    if change.reset:
        return None
    if change.text is not None:
        return written_target(change.text, language)
    if not is_number(change.value) or not 0 <= change.value <= LARGEST:
        raise NotUnderstood(ABOVE)
    return float(change.value)


def _draws(number: object) -> int:
    if number not in DRAWS:
        raise NotUnderstood(DRAWN)
    return int(str(number))


def _ranges(looked_at: View, change: Change, scenario: Scenario) -> tuple[str, ...]:
    """The texts of the ranges after a change."""
    baseline = scenario.figures
    _, lever, part = f"{change.path}//".split("/")[:3]
    if not lever:
        lever, given = str(change.value), first_range(str(change.value), scenario)
    elif change.reset or (part == CERTAIN and not change.value):
        given = None
    elif part == CERTAIN:
        given = {}
    elif part == FIXED:
        given = {FIXED: change.value}
    else:
        given = _with_number(given_of(lever, looked_at, baseline), lever, part, change, looked_at.language, baseline)
    return uncertain.changed_to(looked_at.ranges, lever, given, baseline)


def given_of(lever: str, looked_at: View, baseline: Baseline) -> uncertain.Given:
    """The range of a lever as it stands; empty where it is certain or has none."""
    changed = dict(uncertain.read(text, baseline) for text in looked_at.ranges)
    return changed.get(lever, uncertain.usual_ranges(baseline).get(lever, {}))


def _with_number(
    given: uncertain.Given, lever: str, part: str, change: Change, language: str, baseline: Baseline
) -> uncertain.Given:
    """A range with another number, which the change has in the lever's unit."""
    kind = next(iter(given), "")
    if part not in NUMBERS.get(kind, ()):
        raise NotUnderstood(change.path)
    value = change.value if change.text is None else _typed(change.text, lever, part, language, baseline)
    at = NUMBERS[kind].index(part)
    numbers = list(given[kind])
    numbers[at] = as_share(value) if is_share(lever, baseline) else value
    return {kind: numbers}


def _typed(text: str, lever: str, part: str, language: str, baseline: Baseline) -> float:
    """A number that was typed: a value of the lever, or how widely it spreads."""
    if part != "sd":
        return typed(baseline, lever, text, language)
    limit, factor = limits(baseline)[lever], factor_of(lever, baseline)
    return parsed(text, language, 0.0, factor * (limit.high - limit.low), "%" if factor > 1 else "mnok")


def first_range(lever: str, scenario: Scenario) -> uncertain.Given:
    """The range that a lever without one starts with: half of what it is to both sides, as far as it can go."""
    limit = limits(scenario.figures).get(lever)
    if limit is None or limit.kind != "number":
        raise NotUnderstood(lever)
    value = float(uncertain.certain_value(lever, scenario))
    reach = abs(value) / 2 or STILL * (limit.high - limit.low)
    ends = max(limit.low, value - reach), min(limit.high, value + reach)
    return {"triangular": [round(number, 8) for number in (ends[0], value, ends[1])]}


def can_be_added(scenario: Scenario) -> tuple[str, ...]:
    """The levers without a range of their own that can be given one: numbers, and the size of measures that are on."""
    baseline = scenario.figures
    usual, general = uncertain.usual_ranges(baseline), parameters(baseline)
    return tuple(
        path
        for path, limit in limits(baseline).items()
        if limit.kind == "number" and path not in usual and (path in general or _is_size_of_enabled(path, scenario))
    )


def _is_size_of_enabled(path: str, scenario: Scenario) -> bool:
    """Whether a path is how large a measure is that the scenario has."""
    measure, _, setting = path.rpartition(".")
    if not measure.startswith("measures.") or not scenario.value(f"{measure}.enabled"):
        return False
    has_amount = f"{measure}.amount_mnok" in limits(scenario.figures)
    return setting == ("amount_mnok" if has_amount else "scale")
