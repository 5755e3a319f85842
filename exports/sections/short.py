"""In short: the headline, the four key figures and the cautions."""

from charts.plans.key_figures import key_figures
from charts.words.cautions import caution_texts
from charts.words.headline import headline
from exports.sections.section import Section
from exports.subject import Subject


def section(of: Subject) -> Section:
    """The headline first, then a sentence for each caution."""
    return Section(
        name="short",
        title=of.texts("export.short"),
        said=(headline(of.context), *(caution.sentence for caution in caution_texts(of.context))),
        keys=key_figures(of.context),
    )
