"""The report's annex: each key figure with what it is made of, as the panel on the screen has it."""

import pytest

from charts.calculation.opened import opened
from charts.plans.key_figures import key_figures
from exports.contents import sections
from exports.report import content
from exports.sections import calculations
from tests.export_subject import at_rest, proposal
from texts import LANGUAGES, Texts


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("make", [at_rest, proposal])
def test_each_key_figure_has_its_calculation_and_its_tables(make: object, language: str) -> None:
    subject = make(language)  # type: ignore[operator]
    rows = {row[0]: row for row in calculations.section(subject).printed[0].rows}
    for key in key_figures(subject.context):
        step = opened(key.opens, (subject.context,), levels=1)[0]
        name, value, made, sources = rows[step.title]
        assert (name, value, made) == (step.title, step.value, step.numbers)
        assert "Tabell" in sources
    assert all("=" in row[2] for row in rows.values())


def test_the_report_ends_with_it() -> None:
    printed, texts = content(at_rest("nb")), Texts("nb")
    assert printed["sections"][-1]["title"] == texts("calculation.annex_title")
    assert calculations.section(at_rest("nb")) not in sections(at_rest("nb"))
