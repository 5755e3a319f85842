"""How uncertain the levers are, as a visit and its link have it: ranges as texts, and the amount that is asked about.

A text is a range as ``model.uncertainty.written`` has it, or «index_rate:fixed» for a lever that is certain: it then is
what the scenario says, whatever that is by then. Only what differs from the baseline's own ranges is kept.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from charts.goals.goal_targets import linked
from model import Baseline, ModelError, Scenario
from model.scenario.fields import limits
from model.scenario.versions import renamed_path
from model.uncertainty import Ranges, RangesError, default_ranges, has_default_ranges, written
from model.uncertainty.ranges import FIXED, middle
from model.uncertainty.written import parsed
from pages.visit.problems import Refused

RANGE_PARAMETER: Final = "spenn"
"""The parameter that stands once for each range that differs from the baseline's own."""
ABOVE_PARAMETER: Final = "over"
"""The parameter of the amount whose probability is asked for, MNOK in the view's prices."""

CERTAIN: Final = f":{FIXED}"
"""What follows the lever in the text of one that is certain."""

Given = Mapping[str, Any]
"""Kind and numbers of a range, as a ranges file has them; empty for a lever that is certain."""


def read(text: str, baseline: Baseline) -> tuple[str, Given]:
    """Lever and range of a text that is about ``baseline``. Raises RangesError and ScenarioError."""
    path, given = (text.removesuffix(CERTAIN), {}) if text.endswith(CERTAIN) else parsed(text)
    path = renamed_path(path)
    if given or path not in limits(baseline):
        Ranges.of({path: given}, baseline)
    return path, given


def text_of(path: str, given: Given) -> str:
    """The text of a range."""
    return written(path, given) if given else path + CERTAIN


def usable(texts: Iterable[str], baseline: Baseline) -> tuple[str, ...]:
    """The texts that say something of ``baseline``, in the order they came; of a lever that stands twice the last."""
    found: dict[str, Given] = {}
    for text in texts:
        if isinstance(said := _tried(text, baseline), ModelError):
            continue
        path, given = said
        found.pop(path, None)
        found[path] = given
    usual = usual_ranges(baseline)
    return tuple(text_of(*each) for each in found.items() if each[1] != usual.get(each[0]))


def without_meaning(texts: Iterable[str], baseline: Baseline) -> tuple[str, ...]:
    """The texts that say nothing of ``baseline``."""
    return tuple(text for text in texts if isinstance(_tried(text, baseline), ModelError))


def _tried(text: str, baseline: Baseline) -> tuple[str, Given] | ModelError:
    """What a text says, or why it says nothing."""
    try:
        return read(text, baseline)
    except ModelError as error:
        return error


def usual_ranges(baseline: Baseline) -> Mapping[str, Given]:
    """The baseline's own ranges by lever, none where it has none."""
    return default_ranges(baseline).ranges.given if has_default_ranges(baseline) else {}


def changed_to(texts: Iterable[str], path: str, given: Given | None, baseline: Baseline) -> tuple[str, ...]:
    """The texts with another range for a lever; with its own where ``given`` is None. Raises what ``read`` raises."""
    others = [text for text in texts if read(text, baseline)[0] != path]
    if given is None:
        return tuple(others)
    read(new := text_of(path, given), baseline)
    return usable((*others, new), baseline)


def resolved(texts: Iterable[str], scenario: Scenario) -> tuple[str, ...]:
    """The texts as the model reads them: a lever that is certain is fixed at what the scenario says.

    An amount that neither the scenario nor the sources give is the middle of its own range, 0 where it has none.
    """
    ranges = (read(text, scenario.figures) for text in texts)
    return tuple(written(path, given or {FIXED: certain_value(path, scenario)}) for path, given in ranges)


def certain_value(path: str, scenario: Scenario) -> Any:
    """What a lever is that is certain, see ``resolved``."""
    if (value := scenario.value(path)) is not None:
        return value
    usual = usual_ranges(scenario.figures).get(path, {})
    if FIXED in usual or not usual:
        return usual.get(FIXED, 0.0)
    return middle(Ranges.of({path: usual}, scenario.figures).levers[path])


def is_varied(path: str, texts: Iterable[str], baseline: Baseline) -> bool:
    """Whether a lever has more than one value where these texts hold."""
    given = {**usual_ranges(baseline), **dict(read(text, baseline) for text in texts)}.get(path, {})
    return bool(given) and FIXED not in given


def to_query(ranges: tuple[str, ...], above: float | None) -> dict[str, str | list[str]]:
    """The address's parameters."""
    query: dict[str, str | list[str]] = {RANGE_PARAMETER: list(ranges)} if ranges else {}
    return query if above is None else {**query, ABOVE_PARAMETER: str(above)}


def parsed_ranges(texts: Iterable[str], baseline: Baseline, unusable: list[Refused]) -> tuple[str, ...]:
    """The ranges of an address that is about ``baseline``; what could not be used is added to ``unusable``."""
    seen: set[str] = set()
    for text in (each := tuple(texts)):
        if isinstance(said := _tried(text, baseline), ModelError):
            unusable.append(Refused("ranges", {"found": text}))
            continue
        path, _ = said
        if path in seen:
            unusable.append(Refused("ranges_twice", {"found": path}))
        seen.add(path)
    return usable(each, baseline)


def parsed_above(text: str | None, unusable: list[Refused]) -> float | None:
    """The amount of an address; what is none is added to ``unusable``."""
    amount = None if text is None else linked(text)
    if text is not None and amount is None:
        unusable.append(Refused("above", {"found": text}))
    return amount


def error_of(text: str, baseline: Baseline) -> ModelError:
    """Why a text says nothing of ``baseline``."""
    said = _tried(text, baseline)
    return said if isinstance(said, ModelError) else RangesError(text, text, "kind")
