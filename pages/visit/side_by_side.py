"""What can stand side by side and be a reference: the published figures, ready scenarios, and those written out."""

from collections.abc import Sequence
from typing import Final

from model import Baseline, presets
from pages.visit.baselines import decoded
from pages.visit.problems import Refused

TALLGRUNNLAG, FIRST_COMPARED = "tallgrunnlaget", "forste"
"""What can be the reference on Sammenlign: the published figures, or the first of the scenarios that stand there."""

PRESENT: Final = "gjeldende"
"""The visit's scenario, as one of those that stand side by side."""

USUAL: Final = (TALLGRUNNLAG, PRESENT, "margin_3")
"""What stands side by side until something else is chosen, as far as the baseline has it."""

FEWEST, MOST = 2, 4
"""Scenarios that can stand side by side."""


def parsed_side_by_side(texts: Sequence[str], baseline: Baseline, unusable: list[Refused]) -> tuple[str, ...]:
    """The scenarios side by side; what could not be used is added to ``unusable``.

    One that is left alone stands beside the tallgrunnlag, or this beside the present one.
    """
    usable = tuple(text for text in texts if is_comparable(text, baseline))
    unusable.extend(Refused("compared", {"found": text}) for text in texts if text not in usable)
    if len(usable) > MOST or (len(usable) < FEWEST and usable == tuple(texts) != ()):
        unusable.append(Refused("count", {}))
    if len(usable) == 1:
        return tuple(dict.fromkeys((TALLGRUNNLAG, *usable, PRESENT)))[:FEWEST]
    return usable[:MOST] or usual(baseline)


def usual(baseline: Baseline) -> tuple[str, ...]:
    """The scenarios that stand side by side until others are chosen."""
    return tuple(text for text in USUAL if is_comparable(text, baseline))


def is_comparable(text: str, baseline: Baseline) -> bool:
    """Whether a text stands for a scenario, whole and valid, where ``baseline`` is shown."""
    if text in (PRESENT, TALLGRUNNLAG) or text in presets(baseline):
        return True
    return "=" in text and not decoded(text, baseline).refused


def is_reference(text: str, baseline: Baseline) -> bool:
    """Whether a text stands for a scenario of ``baseline`` other than the present one."""
    if "=" in text:
        opened = decoded(text, baseline)
        return not opened.refused and opened.scenario.figures == baseline
    return text != PRESENT and is_comparable(text, baseline)
