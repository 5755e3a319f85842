"""The bridge of a year by the difference that is told: from the reference, or from the year before."""

from charts.bridges.bridge import ALL, bridge, largest_steps
from charts.bridges.reasons import against_reference
from charts.bridges.why import cause, reasons
from charts.records.bridge import Bridge
from charts.words.context import Context
from charts.words.from_law import works_later


def told_bridge(context: Context, group: str = ALL, is_alone: bool = False) -> Bridge:
    """The bridge of ``group``; is_alone: whether it has the page, and room for all that is to be said."""
    return against_reference(context, group) if context.is_against else bridge(context, group, is_alone)


def told_cause(context: Context, is_brief: bool = False) -> str:
    """What the difference is due to; of a year that is set, from when levers work.

    is_brief: without the names of measures.
    """
    if context.is_against:
        said = cause(reasons(context.answer), context.year, context, is_brief)
        return said or works_later(context)
    return works_later(context) or context.texts("bridge.largest", largest=largest_steps(bridge(context)))
