"""In short: the headline, what it is for us, the four key figures and the cautions; on a slide above the bridge."""

from dataclasses import replace

from charts.bridges.told import told_bridge
from charts.payers.us import us_in_words
from charts.plans.key_figures import key_figures
from charts.records.bridge import Bridge
from charts.words.cautions import caution_texts
from charts.words.headline import headline
from exports.sections.section import Message, Section
from exports.subject import Subject


def section(subject: Subject) -> Section:
    """The headline first, then what it is for us where we are somebody, and a sentence for each caution."""
    said, us, keys = headline(subject.context), us_in_words(subject.context), key_figures(subject.context)
    cautions = tuple(caution.sentence for caution in caution_texts(subject.context))
    return Section(
        name="short",
        title=subject.texts("export.short"),
        sentences=tuple(filter(None, (said, us, *cautions))),
        key_figures=keys,
        messages=(Message(said, keys, _alone(told_bridge(subject.context)), sentences=cautions, us=us),),
    )


def _alone(figure: Bridge) -> Bridge:
    """The bridge from the year before is the scenario's own: what it is held against is in the key figures above it."""
    if figure.context.is_against:
        return figure
    what, whom, when = figure.title
    return replace(figure, moved=False, title=(what, f"{whom} · {figure.context.scenario}", when))
