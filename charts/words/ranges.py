"""Ranges of levers in words: what a lever may be, and why a range is refused, without an end mark."""

from collections.abc import Mapping
from typing import Any

from charts.words.foreign import short
from charts.words.refused import refused
from charts.words.settings import is_share, label, shown
from model import Baseline, ModelError, ScenarioError
from model.scenario.fields import limits
from model.uncertainty import RangesError
from model.uncertainty.ranges import FIXED, NUMBERS
from texts import Texts


def range_words(path: str, given: Mapping[str, Any], baseline: Baseline, texts: Texts) -> str:
    """«3,0–5,2 %, mest sannsynlig 4,1 %»; of one value «Regnes som 4,1 % i alle trekk»."""
    ((kind, value),) = given.items()
    if isinstance(value, bool):
        return texts("ranges.words_on" if value else "ranges.words_off")
    if kind == FIXED or (kind != "normal" and len(set(value)) == 1):
        one = value if kind == FIXED else value[0]
        return texts("ranges.words_fixed", value=shown(path, one, baseline, texts))
    factor = factor_of(path, baseline)
    numbers = [texts.in_full(round(number * factor, 6)) for number in value]
    return words_of(kind, path, dict(zip(NUMBERS[kind], numbers, strict=True)), baseline, texts)


def words_of(kind: str, path: str, numbers: Mapping[str, str], baseline: Baseline, texts: Texts) -> str:
    """The same of numbers that are words already, or places for them."""
    return texts(f"ranges.words_{kind}", unit=unit_of(path, baseline, texts), **numbers)


def factor_of(path: str, baseline: Baseline) -> float:
    """What a value is multiplied with to stand in its lever's unit."""
    return 100.0 if is_share(path, baseline) else 1.0


def unit_of(path: str, baseline: Baseline, texts: Texts) -> str:
    """The unit of a lever."""
    return "%" if is_share(path, baseline) else texts("setting.unit_mnok")


def refused_range(error: ModelError, found: str, baseline: Baseline, texts: Texts) -> str:
    """Why a range cannot be, and what is allowed. found: its text, for one that is about no lever."""
    if isinstance(error, ScenarioError):
        return refused(error, baseline, texts)
    if not isinstance(error, RangesError):
        raise error
    path = _lever(error.field)
    if path not in limits(baseline):
        kind = "kind" if error.problem == "kind" else "unknown"
        return texts(f"refused_range.{kind}", found=short(found), names=texts.listed((*NUMBERS, FIXED)))
    ends = [_value(path, allowed, baseline, texts) for allowed in error.allowed if isinstance(allowed, float | int)]
    return texts(
        f"refused_range.{error.problem}",
        label=label(path, baseline, texts),
        found=short(found) if error.problem in ("kind", "numbers") else _value(path, error.found, baseline, texts),
        low=ends[0] if ends else "",
        high=ends[-1] if ends else "",
        names=texts.listed([_number_name(name, texts) for name in map(str, error.allowed)]),
    )


def _lever(field: str) -> str:
    """The lever of the place that an error names: «index_rate.triangular» is one of «index_rate»."""
    path, _, last = field.rpartition(".")
    return path if last in (*NUMBERS, FIXED) else field


def _value(path: str, value: object, baseline: Baseline, texts: Texts) -> str:
    """A number in its lever's unit; what is none as it was written."""
    try:
        number = float(str(value))
    except ValueError:
        return short(str(value))
    return shown(path, number, baseline, texts) if abs(number) < 1e6 else short(str(value))


def _number_name(name: str, texts: Texts) -> str:
    """What a number of a range is called."""
    return texts(f"ranges.{name}").lower() if f"ranges.{name}" in texts else name
