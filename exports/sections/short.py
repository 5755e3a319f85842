"""In short: the headline, the four key figures and the cautions; on a slide above the bridge of the year."""

from dataclasses import replace

from charts.bridges.told import told_bridge
from charts.plans.key_figures import key_figures
from charts.records.bridge import Bridge
from charts.words.cautions import caution_texts
from charts.words.headline import headline
from exports.sections.section import Message, Section
from exports.subject import Subject


def section(subject: Subject) -> Section:
    """The headline first, then a sentence for each caution."""
    said, keys = headline(subject.context), key_figures(subject.context)
    cautions = tuple(caution.sentence for caution in caution_texts(subject.context))
    return Section(
        name="short",
        title=subject.texts("export.short"),
        sentences=(said, *cautions),
        key_figures=keys,
        messages=(Message(said, keys, _alone(told_bridge(subject.context)), sentences=cautions),),
    )


def _alone(figure: Bridge) -> Bridge:
    """The bridge from the year before is the scenario's own: what it is held against is in the key figures above it."""
    if figure.context.is_against:
        return figure
    what, whom, when = figure.title
    return replace(figure, moved=False, title=(what, f"{whom} · {figure.context.scenario}", when))
