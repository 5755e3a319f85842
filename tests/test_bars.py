"""Lying bars: every row and every end is drawn by every renderer, and the texts at the ends have room."""

from typing import Any
from xml.etree import ElementTree

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.draw.bar_places import EndText, axis_around
from charts.draw.geometry import is_seen
from charts.draw.kinds import drawing, specification
from charts.draw.letters import paper_width, screen_width
from charts.draw.plotly.bars import ALONE
from charts.draw.plotly.on_paper import on_paper
from charts.draw.plotly.shared import SIZES, Room, hover
from charts.records.bars import BarRow, Bars, BarSpan
from charts.records.figure import Span
from exports.deck.bars_chart import add_bars
from exports.deck.frame import Frame
from exports.deck.theme import Theme
from tests.export_subject import at_rest
from tests.plane_samples import MEDIAN, bars, shares, tornado

SVG = "{http://www.w3.org/2000/svg}"


def ends(figure: Bars) -> list[tuple[float, str, bool]]:
    return [each for row in figure.rows for each in figure.texts(row)]


def native(figure: Bars) -> Any:
    """The chart that a slide gets, and all words on the slide."""
    frame = Frame.of(at_rest(), Theme())
    slide = frame.slide(figure.title[0], "", [], figure)
    add_bars(frame, slide, figure, (0.5, 1.5, 12.0, 5.0))
    (chart,) = [shape.chart for shape in slide.shapes if shape.has_chart]
    return chart, [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]


def test_a_text_stands_at_the_outer_end() -> None:
    row, figure = tornado().rows[0], tornado()
    assert list(figure.texts(row)) == [(MEDIAN - 6.1, "3,0\u00a0%", True), (MEDIAN + 9.4, "9,0\u00a0%", False)]
    assert [(at, words) for at, words, _ in ends(shares())] == [
        (59.0, "59\u00a0%"),
        (76.0, "17\u00a0%"),
        (91.0, "15\u00a0%"),
        (100.0, "9\u00a0%"),
    ]
    of_row = BarRow("a", (BarSpan(Span(0.0, -2.0), "decrease", "lav"),), text="2 mill. kr")
    assert list(shares().texts(of_row)) == [(-2.0, "lav", True), (0.0, "2 mill. kr", False)]


@pytest.mark.parametrize("room", Room)
@pytest.mark.parametrize("figure", bars(), ids=lambda figure: figure.name)
def test_plotly_has_every_bar_and_every_text_within_the_plot(figure: Bars, room: Room) -> None:
    specified = specification(figure, room)
    assert go.Figure(on_paper(specified, "Arial")).data
    layout, spans = specified["layout"], [bar for row in figure.rows for bar in row.spans]
    (lying,) = [trace for trace in specified["data"] if trace["type"] == "bar"]
    assert list(zip(lying["base"], lying["x"], strict=True)) == [(bar.span.start, bar.span.amount) for bar in spans]
    assert lying["hovertext"] == [hover(bar.hover) for bar in spans]
    (texts,) = [trace for trace in specified["data"] if trace.get("mode") == "text"]
    assert [words.strip() for words in texts["text"]] == [words for _, words, _ in ends(figure)]
    low, high = layout["xaxis"]["range"]
    per_unit = ALONE[room] / (high - low)
    for at, words, is_left in ends(figure):
        beyond = (at - low if is_left else high - at) * per_unit
        assert beyond >= screen_width(words, SIZES[room]), words
    assert layout["meta"]["opens"]["paths"] == [row.opens for row in figure.rows]
    names = [name.replace("<br>", " ") for name in layout["yaxis"]["ticktext"]]
    assert names == ["" if room is Room.BARE else row.label for row in figure.rows]
    said = " ".join(each["text"].replace("<br>", " ") for each in layout["annotations"])
    assert all(words in said for words in figure.ends)


def test_steps_are_connected_and_bars_from_an_origin_are_not() -> None:
    def pieces(figure: Bars) -> list[list[float | None]]:
        return [trace["x"] for trace in specification(figure)["data"] if trace.get("mode") == "lines"]

    assert pieces(tornado()) == [[MEDIAN, MEDIAN, None]]
    assert pieces(shares()) == [[59.0, 59.0, None, 76.0, 76.0, None, 91.0, 91.0, None], [0.0, 0.0, None]]


@pytest.mark.parametrize("width", [360.0, 700.0])
@pytest.mark.parametrize("figure", bars(), ids=lambda figure: figure.name)
def test_a_picture_has_every_bar_and_every_word_within_it(figure: Bars, width: float) -> None:
    marks = ElementTree.fromstring(f'<svg xmlns="{SVG[1:-1]}">{drawing(figure, width).marks}</svg>')
    seen = [bar for row in figure.rows for bar in row.spans if is_seen(bar.span)]
    assert len(marks.findall(f"{SVG}rect")) == len(seen) + len(figure.series)
    said = " ".join(marks.itertext())
    words = [*(row.label for row in figure.rows), *(text for _, text, _ in ends(figure)), *figure.ends]
    assert all(word in said for each in words for word in each.split(" "))
    for each in marks.findall(f"{SVG}text"):
        x, room = float(each.get("x", "")), paper_width(each.text or "", float(each.get("font-size", "")))
        left = {"start": x, "middle": x - room / 2, "end": x - room}[each.get("text-anchor", "")]
        assert left >= -1 and left + room <= width + 1, each.text
    lines = len(figure.rows) - 1 if figure.connected else 0
    assert len(marks.findall(f"{SVG}line")) == lines + 1


@given(
    st.lists(st.tuples(st.floats(-10, 10), st.floats(1, 60), st.booleans()), max_size=8),
    st.floats(280, 900),
)
def test_texts_at_any_ends_have_room(given_texts: list[tuple[float, float, bool]], room: float) -> None:
    texts = [EndText(*each) for each in given_texts]
    low, high = axis_around((-10.0, 10.0), texts, room)
    per_unit = room / (high - low)
    for text in texts:
        assert (text.at - low if text.is_left else high - text.at) * per_unit >= text.width - 0.1
    assert 20 * per_unit >= room / 4 - 0.1


def test_a_slides_chart_holds_how_far_each_lever_reaches() -> None:
    figure = tornado()
    chart, words = native(figure)
    series = {each.name: list(each.values) for each in chart.plots[0].series}
    rows = figure.rows[::-1]
    assert list(chart.plots[0].categories) == [row.label for row in rows]
    assert series["Lav verdi"] == pytest.approx([row.spans[0].span.amount for row in rows])
    assert series["Høy verdi"] == pytest.approx([row.spans[1].span.amount for row in rows])
    labels = "".join(chart._chartSpace.itertext())
    assert all(text in labels for _, text, _ in ends(figure))
    assert all(any(each in box for box in words) for each in (*figure.ends, "Lav verdi", "Høy verdi"))
    assert chart.font.size.pt >= 9


def test_a_slides_steps_begin_where_the_one_above_ended() -> None:
    chart, _ = native(shares())
    base, part, _ = (list(each.values) for each in chart.plots[0].series)
    assert part == pytest.approx([9.0, 15.0, 17.0, 59.0]) and base == pytest.approx([91.0, 76.0, 59.0, 0.0])
    assert "59\u00a0%" in "".join(chart._chartSpace.itertext())


def test_it_opens_elsewhere() -> None:
    found = tornado().opening(lambda path: f"to/{path}")
    assert [row.opens for row in found.rows] == [f"to/{row.opens}" for row in tornado().rows]
    assert found.rows[0].spans[0].opens == "to/low/Risikomargin"
