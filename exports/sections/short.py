"""In short: the headline, the four key figures and the warnings."""

from charts.headline import headline
from charts.key_figures import key_figures
from charts.told import told
from exports.sections.section import Section
from exports.subject import Subject


def section(of: Subject) -> Section:
    """The headline first, then a sentence for each warning."""
    pair = of.result, of.reference
    return Section(
        name="short",
        title=of.texts("export.short"),
        said=(headline(*pair, of.year, of.context), *(told(each, of.context).sentence for each in of.warnings)),
        keys=key_figures(*pair, of.change, of.year, of.context),
    )
