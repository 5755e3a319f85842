"""The slides, read back by python-pptx: native charts with the model's numbers, tables in the notes."""

import io
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from pptx import Presentation

from charts.bridge import GROUPS
from charts.records import Bridge, Span
from exports.contents import sections
from exports.deck import Theme, deck
from exports.deck.bridge_chart import _pieces
from exports.deck.theme import ThemeError
from exports.pictures import figures
from exports.subject import Subject, subject
from model import COMPONENTS, Scenario
from tests.export_subject import CREATED, at_rest, proposal
from tests.strategies import scenarios
from texts import LANGUAGES


def slides(of: Subject, theme: Theme | None = None) -> Any:
    return Presentation(io.BytesIO(deck(of, theme)))


def charts(slide: Any) -> list[Any]:
    return [shape.chart for shape in slide.shapes if shape.has_chart]


def slide_of(shown: Any, title: str) -> Any:
    return next(slide for slide in shown.slides if slide.shapes.title.text == title)


def test_the_bridge_is_drawn_from_the_models_amounts() -> None:
    of = at_rest()
    figure = figures(of)["bridge"]
    assert isinstance(figure, Bridge)
    levels, steps = charts(slide_of(slides(of), figure.title[0]))
    names = list(levels.plots[0].categories)[::-1]
    assert names == [row.label for row in figure.rows]
    by_name = {series.name: list(series.values)[::-1] for series in levels.plots[0].series}
    amounts = of.result.amounts()
    for at, (row, component) in enumerate(zip(figure.rows, COMPONENTS, strict=True)):
        amount = float(amounts[component][0, :, 0].sum())
        drawn = sum(values[at] for name, values in by_name.items() if name not in ("base", "amount"))
        assert drawn == pytest.approx(abs(amount))
        assert by_name["base"][at] == pytest.approx(0 if row.total else min(row.reference.start, row.reference.end))
        shown = [list(series.values)[::-1][at] for series in steps.plots[0].series]
        assert sum(value or 0 for value in shown) == pytest.approx(0 if row.total else amount)


def test_scenario_and_reference_stand_in_rows_of_their_own() -> None:
    of = proposal()
    figure = figures(of)["bridge"]
    assert isinstance(figure, Bridge)
    levels, steps = charts(slide_of(slides(of), figure.title[0]))
    assert len(list(levels.plots[0].categories)) == 2 * len(figure.rows)
    values = [[value or 0 for value in series.values] for series in steps.plots[0].series]
    shown = [sum(column) for column in zip(*values, strict=True)][::-1]
    expected = [each for row in figure.rows for each in (row.scenario.amount, row.reference.amount)]
    totals = [row.total for row in figure.rows for _ in range(2)]
    assert shown == pytest.approx([0 if total else amount for total, amount in zip(totals, expected, strict=True)])


@pytest.mark.parametrize(
    ("start", "end", "pieces"),
    [
        (0, 100, (0, 100, 0)),
        (100, 70, (70, 30, 0)),
        (20, -10, (0, 20, -10)),
        (-30, -10, (-10, 0, -20)),
        (0, -5, (0, 0, -5)),
    ],
)
def test_a_bar_across_zero_is_split(start: float, end: float, pieces: tuple[float, float, float]) -> None:
    assert _pieces(Span(start, end)) == pieces


def test_the_numbers_can_be_edited() -> None:
    chart = charts(slide_of(slides(proposal()), figures(proposal())["plan"].title[0]))[0]
    sheet = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active
    assert sheet is not None
    first = chart.plots[0].series[0]
    assert [sheet.cell(2 + at, 2).value for at in range(len(first.values))] == pytest.approx(list(first.values))
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_a_name_is_text_in_every_chart() -> None:
    for slide in slides(proposal()).slides:
        for chart in charts(slide):
            book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
            assert all(cell.data_type != "f" for row in book.active.iter_rows() for cell in row)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("subject_of", [proposal, at_rest])
def test_every_section_has_its_slide_with_notes_and_source(language: str, subject_of: Any) -> None:
    of = subject_of(language)
    shown = slides(of)
    assert (shown.slide_width / shown.slide_height) == pytest.approx(16 / 9, abs=1e-3)
    notes = [slide.notes_slide.notes_text_frame.text for slide in shown.slides]
    assert all(of.link in each and of.id in each for each in notes)
    for section in sections(of):
        for table in (*(figure.table for figure in section.figures), *section.printed):
            assert any(all("\t".join(row) in each for row in table.rows) for each in notes), section.name
    drawn = [shape for slide in shown.slides for shape in slide.shapes if shape.has_chart]
    assert all(shape._element.nvGraphicFramePr.cNvPr.get("descr") for shape in drawn)
    six = max((charts(slide) for slide in shown.slides), key=len)
    assert len(six) == 2 * len(GROUPS)
    for slide in shown.slides:
        for shape in slide.shapes:
            assert 0 <= shape.left <= shape.left + shape.width <= shown.slide_width
            assert shape.top >= 0 and (shape.has_table or shape.top + shape.height <= shown.slide_height)


@settings(max_examples=5)
@given(scenarios())
def test_slides_can_be_made_of_any_scenario(scenario: Scenario) -> None:
    assert len(slides(subject(scenario, CREATED, year=2028)).slides) >= 9


def test_a_theme_gives_colours_and_fonts() -> None:
    theme = Theme.from_toml('[fonts]\nheading = "Georgia"\n[colours]\ntotal = "#102030"\n')
    content = deck(at_rest(), theme)
    shown = Presentation(io.BytesIO(content))
    chart = charts(slide_of(shown, figures(at_rest())["bridge"].title[0]))[0]
    totals = next(series for series in chart.plots[0].series if series.name == "total")
    assert str(totals.format.fill.fore_color.rgb) == "102030"
    from pptx.opc.constants import RELATIONSHIP_TYPE

    assert b'typeface="Georgia"' in shown.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob


@pytest.mark.parametrize(
    "text",
    ["x = 1", "[colours]\ntotal = 'blue'", "[colours]\nfoo = '#000000'", "[fonts]\nheading = 3", "fonts = 1", "["],
)
def test_a_theme_that_cannot_be_used_says_why(text: str) -> None:
    with pytest.raises(ThemeError, match=r"theme|colour|fonts|unknown|TOML"):
        Theme.from_toml(text)
