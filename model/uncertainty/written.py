"""A range as a text of one line, as links and addresses write it: «index_rate:triangular:0.03:0.041:0.052»."""

from collections.abc import Iterable, Mapping
from typing import Any

from model.baseline.baseline import Baseline
from model.uncertainty.default_ranges import default_ranges, has_default_ranges
from model.uncertainty.errors import RangesError
from model.uncertainty.ranges import FIXED, NUMBERS, Ranges

PART = ":"
LONGEST = 200
"""Characters of a text."""


def written(path: str, given: Mapping[str, Any]) -> str:
    """The text of a range as a ranges file has it. Raises RangesError for one that no text holds."""
    ((kind, value),) = given.items()
    numbers = value if kind in NUMBERS else (value,)
    return PART.join((path, kind, *(_number(path, number) for number in numbers)))


def ranges_with(changed: Iterable[str], baseline: Baseline) -> Ranges:
    """The default ranges of a baseline, none where it has none, with those of texts in their place.

    Raises RangesError for a text that is no range, and what ``Ranges.of`` raises.
    """
    given: dict[str, Any] = dict(default_ranges(baseline).ranges.given) if has_default_ranges(baseline) else {}
    return Ranges.of(given | dict(map(parsed, changed)), baseline)


def parsed(text: str) -> tuple[str, dict[str, Any]]:
    """Path and range of a text. Raises RangesError for what is written otherwise."""
    path, _, rest = text.partition(PART)
    kind, *numbers = rest.split(PART)
    if len(text) > LONGEST or kind not in (*NUMBERS, FIXED):
        raise RangesError(path, text[:LONGEST], "kind", (*NUMBERS, FIXED))
    values = [_value(path, number) for number in numbers]
    if kind == FIXED and len(values) != 1:
        raise RangesError(path, text, "kind", (*NUMBERS, FIXED))
    return path, {kind: values[0] if kind == FIXED else values}


def _number(path: str, value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, int | float):
        raise RangesError(path, value, "only_fixed")
    return repr(value)


def _value(path: str, text: str) -> float | bool:
    if text in ("true", "false"):
        return text == "true"
    try:
        return float(text)
    except ValueError:
        raise RangesError(path, text, "numbers", ("number",)) from None
