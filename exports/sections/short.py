"""In short: the headline, the four key figures and the cautions."""

from charts.plans.key_figures import key_figures
from charts.words.cautions import caution_texts
from charts.words.headline import headline
from exports.sections.section import Section
from exports.subject import Subject


def section(subject: Subject) -> Section:
    """The headline first, then a sentence for each caution."""
    return Section(
        name="short",
        title=subject.texts("export.short"),
        sentences=(headline(subject.context), *(caution.sentence for caution in caution_texts(subject.context))),
        key_figures=key_figures(subject.context),
    )
