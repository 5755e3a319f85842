"""The slides, read back by python-pptx: native charts with the model's numbers, tables in the notes."""

import io
import re
from collections.abc import Callable
from functools import cache
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from pptx import Presentation
from pptx.chart.plot import XyPlot
from pptx.util import Inches

from charts.bridges.bridge import bridge
from charts.bridges.margin import margin_in_words
from charts.records.bridge import FOLDED
from charts.records.figure import Span
from exports.contents import sections
from exports.deck import Theme, deck, message_of
from exports.deck import slide as slide_file
from exports.deck.bridge_chart import _pieces
from exports.deck.story import story
from exports.deck.theme import ThemeError
from exports.pictures import figures
from exports.subject import Subject, subject_of
from model import Question, Scenario
from tests.export_subject import CREATED, at_rest, proposal
from tests.strategies import scenarios
from texts import LANGUAGES

SUM = re.compile(r"=MAX\(0,-?SUM\([A-Z]+\d+:[A-Z]+\d+\)\)")
"""The only formula of a chart's sheet."""

LONG_NAME = "Kommunenes felles forslag til budsjettbehandlingen i rådgivende utvalg, våren 26"


def slides(subject: Subject, theme: Theme | None = None) -> Any:
    return Presentation(io.BytesIO(deck(subject, theme)))


@cache
def slides_of(make_subject: Callable[..., Subject], language: str = "nb") -> Any:
    """The same of a subject that several tests look at."""
    return slides(make_subject(language))


def charts(slide: Any) -> list[Any]:
    return [shape.chart for shape in slide.shapes if shape.has_chart]


def sheet_of(chart: Any, data_only: bool = False) -> list[tuple[Any, ...]]:
    """The rows of the sheet behind a chart."""
    blob = chart.part.chart_workbook.xlsx_part.blob
    return list(openpyxl.load_workbook(io.BytesIO(blob), data_only=data_only).active.iter_rows(values_only=True))


def words(slide: Any) -> str:
    """Everything that is written on a slide outside its charts and tables."""
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def alone(subject: Subject, name: str) -> Any:
    """The slide of one chart."""
    (found,) = Presentation(io.BytesIO(slide_file(figures(subject)[name], subject))).slides
    return found


def slide_of(shown: Any, said: str) -> Any:
    """The slide that says so."""
    return next(slide for slide in shown.slides if slide.shapes.title.text == said)


def test_the_bridge_is_drawn_from_the_models_amounts() -> None:
    subject = at_rest()
    figure = bridge(subject.context)
    levels, steps = charts(slides_of(at_rest).slides[0])
    names = list(levels.plots[0].categories)[::-1]
    assert names == [row.label for row in figure.drawn]
    by_name = {series.name: list(series.values)[::-1] for series in levels.plots[0].series}
    amounts = subject.answer.result.amounts()
    for at, row in enumerate(figure.drawn):
        amount = 0.0 if row.component == FOLDED else float(amounts[row.component][0, :, 0].sum())
        drawn = sum(values[at] for name, values in by_name.items() if name not in ("Usynlig sokkel", "Beløp"))
        assert drawn == pytest.approx(abs(amount))
        assert by_name["Usynlig sokkel"][at] == pytest.approx(
            0 if row.total else min(row.reference.start, row.reference.end)
        )
        shown = [list(series.values)[::-1][at] for series in steps.plots[0].series]
        assert sum(value or 0 for value in shown) == pytest.approx(0 if row.total else amount)


def test_scenario_and_reference_stand_in_rows_of_their_own() -> None:
    subject = proposal()
    figure = bridge(subject.context)
    levels, steps = charts(alone(subject, "bridge"))
    assert len(list(levels.plots[0].categories)) == 2 * len(figure.drawn)
    values = [[value or 0 for value in series.values] for series in steps.plots[0].series]
    shown = [sum(column) for column in zip(*values, strict=True)][::-1]
    expected = [each for row in figure.drawn for each in (row.scenario.amount, row.reference.amount)]
    totals = [row.total for row in figure.drawn for _ in range(2)]
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
    for slide in slides_of(proposal).slides:
        for chart in charts(slide):
            rows = sheet_of(chart, data_only=True)
            if isinstance(chart.plots[0], XyPlot):
                continue  # tests/test_plane.py
            assert rows[0][1:] == tuple(series.name for series in chart.plots[0].series)
            assert [row[0] for row in rows[1:]] == list(chart.plots[0].categories)
            columns = list(zip(*rows[1:], strict=True))[1:]
            for series, column in zip(chart.plots[0].series, columns, strict=True):
                assert list(column) == pytest.approx(list(series.values))


def test_a_total_follows_what_is_edited() -> None:
    """The cell of a total is the sum of its row's cells, between the unseen base and itself."""
    subject = proposal()
    plan, bridge = (charts(alone(subject, name))[0] for name in ("plan", "bridge"))
    for chart, first in ((plan, 1), (bridge, 2)):
        formulas, values = sheet_of(chart), sheet_of(chart, data_only=True)
        found = 0
        for formula, row in zip(formulas[1:], values[1:], strict=True):
            at = next((at for at, cell in enumerate(formula) if str(cell).startswith("=")), None)
            if at is not None:
                found += 1
                assert row[at] == pytest.approx(sum(value for value in row[first:at] if value))
        assert found == (len(values) - 1 if chart is plan else 6)


@pytest.mark.parametrize("name", ["=1+1", "{=1}", "http://x", "ftp://x", "mailto:x", "internal:x", "external:x", "+1"])
def test_a_name_is_text_in_every_chart(name: str) -> None:
    subject = subject_of(Question(Scenario(name=name, risk_margin=0.03, underspend_rate=0.1), year=2027), CREATED)
    shown = slides(subject)
    for slide in shown.slides:
        for chart in charts(slide):
            book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
            formulas = [str(cell.value) for row in book.active.iter_rows() for cell in row if cell.data_type == "f"]
            assert all(SUM.fullmatch(formula) for formula in formulas)
            assert not [cell for row in book.active.iter_rows() for cell in row if cell.hyperlink]
    reasons = charts(shown.slides[1])[0]
    assert name in [label.strip() for label in reasons.plots[0].categories]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("make_subject", [proposal, at_rest])
def test_every_message_has_its_slide_with_notes_and_source(language: str, make_subject: Any) -> None:
    subject, shown = make_subject(language), slides_of(make_subject, language)
    assert (shown.slide_width / shown.slide_height) == pytest.approx(16 / 9, abs=1e-3)
    notes = [slide.notes_slide.notes_text_frame.text for slide in shown.slides]
    assert all(subject.link in each and subject.id in each for each in notes)
    told = story(subject)
    assert [slide.shapes.title.text for slide in shown.slides] == [message.said for message in told]
    for message, each in zip(told, notes, strict=True):
        for table in (*([message.figure.table] if message.figure else []), *message.tables):
            assert all("\t".join(row) in each for row in table.rows), message.said
    drawn = [shape for slide in shown.slides for shape in slide.shapes if shape.has_chart]
    assert all(shape._element.nvGraphicFramePr.cNvPr.get("descr") for shape in drawn)
    for slide in shown.slides:
        for shape in slide.shapes:
            assert 0 <= shape.left <= shape.left + shape.width <= shown.slide_width
            assert shape.top >= 0 and (shape.has_table or shape.top + shape.height <= shown.slide_height)


@pytest.mark.parametrize("language", LANGUAGES)
def test_series_have_names_in_the_language(language: str) -> None:
    subject = proposal(language)
    texts = subject.texts
    known = {texts(f"export.bar_{name}") for name in ("base", "amount", "total", "increase", "decrease")}
    known |= {f"{name}, {texts('export.reference_short')}" for name in known}
    for chart in charts(alone(subject, "bridge")):
        assert {series.name for series in chart.plots[0].series} <= known


@pytest.mark.parametrize("language", LANGUAGES)
def test_slides_say_the_cause_and_explain_no_mark_that_is_not_drawn(language: str) -> None:
    subject = proposal(language)
    shown = [*slides_of(proposal, language).slides, plan := alone(subject, "plan")]
    cause, margin = next(section for section in sections(subject) if section.name == "why").sentences
    on_slide = words(shown[1])
    assert cause in on_slide and margin in on_slide and margin == margin_in_words(subject.context)
    assert not [slide for slide in shown if "▬" in words(slide) + slide.notes_slide.notes_text_frame.text]
    assert figures(subject)["plan"].note.removeprefix("▬ ") in words(plan)


def test_a_long_name_stands_once_over_the_reasons() -> None:
    subject = subject_of(Question(Scenario(name=LONG_NAME, risk_margin=0.03)), CREATED)
    subtitle = next(
        shape.text_frame.text
        for shape in slides(subject).slides[1].shapes
        if shape.has_text_frame and subject.context.prices in shape.text_frame.text
    )
    assert subtitle.count(LONG_NAME) == 1


def test_nothing_on_a_slide_is_smaller_than_nine_points() -> None:
    for slide in slides_of(proposal).slides:
        runs = [p.font.size for s in slide.shapes if s.has_text_frame for p in s.text_frame.paragraphs if p.text]
        sizes = [*runs, *(chart.font.size for chart in charts(slide))]
        assert min(sizes).pt >= 9


def test_titles_are_of_one_size_and_end_above_the_subtitle() -> None:
    for language in LANGUAGES:
        titles = [slide.shapes.title for slide in slides_of(proposal, language).slides]
        (size,) = {title.text_frame.paragraphs[0].font.size.pt for title in titles}
        for title in titles:
            wide = title.width.pt
            lines = -(-len(title.text_frame.text) * size * 0.56 // wide)
            assert lines * size * 1.2 <= title.height.pt + 1 and title.top + title.height <= Inches(1.12)


@settings(max_examples=5)
@given(scenarios())
def test_slides_can_be_made_of_any_scenario(scenario: Scenario) -> None:
    assert len(slides(subject_of(Question(scenario, year=2028), CREATED)).slides) >= 4


def test_a_theme_gives_colours_and_fonts() -> None:
    theme = Theme.from_toml('[fonts]\nheading = "Georgia"\n[colours]\ntotal = "#102030"\n')
    content = deck(at_rest(), theme)
    shown = Presentation(io.BytesIO(content))
    chart = charts(shown.slides[0])[0]
    totals = next(series for series in chart.plots[0].series if series.name == "Nivå")
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


def our_own(language: str = "nb") -> Subject:
    return subject_of(
        Question(Scenario(name="Margin", risk_margin=0.03), None, "lopende", 2027, "3316"), CREATED, language
    )


def test_each_slide_says_one_thing_and_shows_it() -> None:
    """The result, why, four years, who pays, what we pay, how sure it is, and what it rests on: none is empty."""
    shown = list(slides_of(our_own).slides)
    titles = [each.shapes.title.text for each in shown]
    assert titles[1] == "Lavere risikomargin senker behovet i 2027 med 21,3 mill. kr."
    assert titles[0].startswith("Finansieringsbehovet i 2027 er 21,3 mill. kr") and titles[4].startswith("Modum ville")
    assert len(shown) == 7 and all(charts(each) for each in shown[:-1])
    (table,) = (shape.table for shape in shown[-1].shapes if shape.has_table)
    assert [table.cell(1, at).text for at in range(3)] == ["Risikomargin", "3,0\u00a0%", "5,0\u00a0%"]
    assert len(list(slides_of(at_rest).slides)) == 5


def test_numbers_over_the_bars_are_words_with_the_languages_own_signs() -> None:
    """A program that shows the slides has no say in them."""
    levels, steps = charts(alone(our_own(), "bridge"))
    plan = charts(alone(our_own(), "plan"))[0]
    for chart, words_in in ((levels, "1\u202f098,2"), (steps, "▼ −9,8"), (plan, "1\u202f098,2")):
        space = chart._chartSpace
        assert words_in in [each.text for each in space.iter("{*}t")]
        of_numbers = [each for each in space.iter("{*}showVal") if each.getparent().find("{*}tx") is None]
        assert not [each for each in of_numbers if each.get("val") != "0"]


def test_a_sign_of_a_note_stands_in_the_chart() -> None:
    """Such as the dagger and the star: what a note explains is there to be seen."""
    for message in story(our_own()):
        for sign in "†‡*":
            if message.figure and sign in message.figure.note:
                (shown,) = Presentation(io.BytesIO(slide_file(message.figure, our_own()))).slides
                assert sign in "".join("".join(chart._chartSpace.itertext()) for chart in charts(shown)), sign


def test_a_chart_alone_is_under_what_it_says() -> None:
    subject = our_own()
    for name in ("plan", "bridge", "payer_own"):
        figure = figures(subject)[name]
        (title,) = (each.shapes.title.text for each in [alone(subject, name)])
        assert title == message_of(figure) and title.endswith(".")
        said = title if name == "payer_own" else figure.alt
        assert said.startswith(title)
    assert title == "Modum i 2027: om lag 1,39 mill. kr, 94 kr per innbygger; 1,82 kr mindre enn i tallgrunnlaget."


def test_the_face_is_the_screens_with_what_it_is_like_for_who_lacks_it() -> None:
    from pptx.opc.constants import RELATIONSHIP_TYPE

    master = slides_of(at_rest).slide_master
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob.decode()
    assert theme.count('<a:latin typeface="Source Sans Pro" panose="020B0503030403020204" pitchFamily="34"') == 2
