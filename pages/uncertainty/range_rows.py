"""The range of each lever as the browser draws it: its numbers, what it is in words, and what it rests on."""

from collections.abc import Mapping
from typing import Final

from charts.words.ranges import factor_of, range_words, unit_of, words_of
from charts.words.settings import label, shown
from model import Baseline, Scenario
from model.scenario.fields import limits
from model.sources.row import RANGE
from model.uncertainty import default_ranges, has_default_ranges
from model.uncertainty.ranges import FIXED, NUMBERS
from pages.levers.messages import Switch
from pages.levers.range_moves import CERTAIN, first_range, given_of, path_of
from pages.uncertainty.messages import Grounds, RangeNumber, RangeRow
from pages.visit import uncertain
from pages.visit.uncertain import Given
from pages.visit.view import View

STEPS: Final[Mapping[float, float]] = {0.3: 0.001, 3.0: 0.01, 60.0: 0.5}
"""How much a lever can be in all, in its own unit, at the most → how far a step of a thumb goes."""
LARGEST_STEP: Final = 1.0


def range_rows(looked_at: View, scenario: Scenario) -> list[RangeRow]:
    """The baseline's own ranges, in their order, then those that were added."""
    baseline = scenario.figures
    own = uncertain.usual_ranges(baseline)
    changed = [uncertain.read(text, baseline)[0] for text in looked_at.ranges]
    return [_row(lever, looked_at, scenario) for lever in dict.fromkeys((*own, *changed))]


def _row(lever: str, looked_at: View, scenario: Scenario) -> RangeRow:
    baseline, texts = scenario.figures, looked_at.texts
    usual, given = uncertain.usual_ranges(baseline).get(lever), given_of(lever, looked_at, baseline)
    name = label(lever, baseline, texts)
    is_certain = not given or FIXED in given
    drawn = _drawn(lever, given, usual, scenario)
    back = range_words(lever, usual, baseline, texts) if usual else ""
    return {
        "path": path_of(lever),
        "lever": lever,
        "label": name,
        "unit": unit_of(lever, baseline, texts),
        "numbers": _numbers(lever, drawn, usual, looked_at, baseline),
        "switch": _switch(lever, given, usual, looked_at, baseline),
        "words": _words(lever, given, looked_at, scenario),
        "isCertain": is_certain,
        "departs": usual is None or given.keys() != usual.keys() or (FIXED in given and given != usual),
        "reset": texts("ranges.reset") if usual else texts("ranges.remove"),
        "resetLabel": f"{name}: {texts('lever.reset', value=back)}" if usual else texts("ranges.remove_of", label=name),
        **_grounds(lever, looked_at, baseline),
    }


def _drawn(lever: str, given: Given, usual: Given | None, scenario: Scenario) -> Given:
    """The range whose numbers are drawn: of a lever that is certain the one that it would go back to."""
    if given and FIXED not in given:
        return given
    if usual is not None:
        return {} if FIXED in usual else usual
    return first_range(lever, scenario) if limits(scenario.figures)[lever].kind == "number" else {}


def _numbers(lever: str, drawn: Given, usual: Given | None, looked_at: View, baseline: Baseline) -> list[RangeNumber]:
    """What can be moved of a range; a default is known where the baseline's own range is of the same kind."""
    if not drawn:
        return []
    ((kind, values),) = drawn.items()
    defaults = (usual or {}).get(kind, values)
    texts, limit, factor = looked_at.texts, limits(baseline)[lever], factor_of(lever, baseline)
    name = label(lever, baseline, texts)
    step = next((step for most, step in STEPS.items() if limit.high - limit.low <= most), LARGEST_STEP)
    numbers: list[RangeNumber] = []
    for part, value, default in zip(NUMBERS[kind], values, defaults, strict=True):
        title = texts(f"ranges.{part}")
        of_lever = texts("ranges.part", label=name, part=title.lower())
        numbers.append(
            {
                "path": path_of(lever, part),
                "part": part,
                "name": title,
                "label": of_lever,
                "exact": texts("lever.exact", label=of_lever),
                "value": round(value * factor, 6),
                "default": round(default * factor, 6),
                "low": round(limit.low * factor, 6),
                "high": round(limit.high * factor, 6),
                "step": round(step * factor, 6),
            }
        )
    return numbers


def _switch(lever: str, given: Given, usual: Given | None, looked_at: View, baseline: Baseline) -> Switch:
    """«Ikke usikker»; of a switch, whether it is on in every draw."""
    is_switch, texts = limits(baseline)[lever].kind == "boolean", looked_at.texts
    if is_switch:
        value, default = bool(given.get(FIXED)), bool((usual or {}).get(FIXED))
    else:
        value, default = not given or FIXED in given, FIXED in (usual or {})
    text = "always_on" if is_switch else "certain"
    return {
        "path": path_of(lever, FIXED if is_switch else CERTAIN),
        "kind": "switch",
        "label": texts(f"ranges.{text}"),
        "description": texts(f"ranges.{text}_of", label=label(lever, baseline, texts)),
        "value": value,
        "default": default,
        "hint": "",
        "reset": "",
    }


def _words(lever: str, given: Given, looked_at: View, scenario: Scenario) -> str:
    """The range in words, with places for its numbers; of a certain lever what it is."""
    baseline, texts = scenario.figures, looked_at.texts
    if not given:
        value = uncertain.certain_value(lever, scenario)
        return texts("ranges.words_certain", value=shown(lever, value, baseline, texts))
    kind = next(iter(given))
    if kind == FIXED:
        return range_words(lever, given, baseline, texts)
    return words_of(kind, lever, {name: f"{{{name}}}" for name in NUMBERS[kind]}, baseline, texts)


def _grounds(lever: str, looked_at: View, baseline: Baseline) -> Grounds:
    """What the baseline's own range rests on; one that was added is the visitor's."""
    texts = looked_at.texts
    known = default_ranges(baseline).reasons.get(lever) if has_default_ranges(baseline) else None
    if known is None:
        grade, reason = "own", texts("ranges.own_reason")
        return {"grade": texts(f"ranges.grade_{grade}"), "isAssumption": True, "reason": reason, "source": ""}
    return {
        "grade": texts(f"ranges.grade_{known.grade}"),
        "isAssumption": known.grade == "assumption",
        "reason": known.reason[looked_at.language],
        "source": f"{RANGE}.{lever}",
    }
