"""Planes: every point is drawn by every renderer, dots touch and do not overlap, no words stand over others."""

import io
import math
import re
from dataclasses import replace
from functools import partial
from itertools import combinations, pairwise
from typing import Any
from xml.etree import ElementTree

import openpyxl
import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charts.draw.kinds import drawing, height, specification
from charts.draw.letters import paper_lines, paper_width, screen_width
from charts.draw.plane_places import Words, spread, stepped, thinned, words_above
from charts.draw.plotly.on_paper import on_paper
from charts.draw.plotly.plane import ACROSS, ALONE, TEXT
from charts.draw.plotly.shared import Room, hover
from charts.records.plane import Guide, Plane, PlanePoint
from exports.deck.frame import Frame
from exports.deck.plane_chart import add_plane, number_format
from exports.deck.theme import Theme
from tests.export_subject import at_rest
from tests.plane_samples import dots, fan, margin, over, planes

ROOMS = tuple(Room)
WIDTHS = (360.0, 700.0)
SVG = "{http://www.w3.org/2000/svg}"


def drawn(figure: Plane, width: float) -> ElementTree.Element:
    return ElementTree.fromstring(f'<svg xmlns="{SVG[1:-1]}">{drawing(figure, width).marks}</svg>')


def points_of(figure: Plane) -> list[PlanePoint]:
    return [point for part in (*figure.curves, *figure.clouds) for point in part.points]


def native(figure: Plane) -> Any:
    """The chart that a slide gets."""
    frame = Frame.of(at_rest(), Theme())
    slide = frame.slide(figure.title[0], "", [], figure)
    add_plane(frame, slide, figure, (0.5, 1.5, 12.0, 5.0))
    (chart,) = [shape.chart for shape in slide.shapes if shape.has_chart]
    return chart


def overlap(one: Words, other: Words) -> bool:
    """Whether two words stand on a line together, over each other."""
    lines = one.lowest < other.over and other.lowest < one.over
    return lines and one.left < other.right and other.left < one.right


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("figure", planes(), ids=lambda figure: figure.name)
def test_plotly_has_every_point_with_its_hover_text_and_its_path(figure: Plane, room: Room) -> None:
    specified = specification(figure, room)
    assert go.Figure(on_paper(specified, "Arial")).data
    marked = [trace for trace in specified["data"] if trace["mode"] == "markers"]
    found = [
        (x, y, words, path)
        for trace in marked
        for x, y, words, path in zip(trace["x"], trace["y"], trace["hovertext"], trace["customdata"], strict=True)
    ]
    assert found == [(each.x, each.y, hover(each.hover), each.opens) for each in points_of(figure)]
    written = [each["text"].replace("<br>", " ") for each in specified["layout"]["annotations"]]
    said = [each.text for each in (*points_of(figure), *figure.guides) if each.text]
    assert sorted(written) == sorted([*said, *filter(None, [figure.y_title])])
    assert specified["layout"]["xaxis"].get("title", {}).get("text", "") == figure.x_title
    assert len([trace for trace in specified["data"] if trace.get("fill")]) == len(figure.bands)
    assert len(specified["layout"]["shapes"]) == len(figure.guides)
    assert height(figure) >= specified["layout"]["meta"]["least"]


def test_no_words_are_markup() -> None:
    figure = replace(over(), guides=(Guide(1120.0, "<b>&", "text"),), x_title="<i>")
    layout = specification(figure)["layout"]
    assert "&lt;b&gt;&amp;" in [each["text"] for each in layout["annotations"]]
    assert layout["xaxis"]["title"]["text"] == "&lt;i&gt;"
    assert "<b>" in "".join(drawn(figure, 700.0).itertext())


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("figure", planes(), ids=lambda figure: figure.name)
def test_a_picture_has_every_dot_line_area_and_word(figure: Plane, width: float) -> None:
    picture = drawn(figure, width)
    circles = picture.findall(f"{SVG}circle")
    marked = [point for curve in figure.curves for point in curve.points if curve.is_marked or point.text]
    assert len(circles) == len(marked) + sum(len(cloud.points) for cloud in figure.clouds)
    lines = [path for path in picture.findall(f"{SVG}path") if path.get("fill") == "none"]
    corners = [len(re.findall(r"[ML]", path.get("d", ""))) for path in lines]
    assert corners == [len(curve.points) * (2 if curve.is_stepped else 1) - curve.is_stepped for curve in figure.curves]
    areas = [path for path in picture.findall(f"{SVG}path") if path.get("fill-opacity")]
    assert len(areas) == len(figure.bands)
    words = " ".join(picture.itertext())
    said = [each.text for each in (*points_of(figure), *figure.guides) if each.text]
    said += [figure.x_title, figure.y_title, *(name for name, _ in figure.legend(wide=True))]
    for words_said in said:
        assert all(part in words for part in words_said.split(" ")), words_said
    places = [float(each.get("x", "0")) for each in picture.findall(f"{SVG}text")]
    assert min(places) >= 0 and max(places) <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_dots_of_a_column_touch_and_none_lies_over_another(width: float) -> None:
    circles = [
        (float(each.get("cx", "")), float(each.get("cy", "")), float(each.get("r", "")))
        for each in drawn(dots(), width).findall(f"{SVG}circle")
    ]
    assert len(circles) == 50
    ((radius,), gaps) = (
        {each[2] for each in circles},
        [math.hypot(one[0] - other[0], one[1] - other[1]) for one, other in combinations(circles, 2)],
    )
    assert min(gaps) >= 2 * radius - 0.02
    columns = {x: sorted(y for other, y, _ in circles if other == x) for x, _, _ in circles}
    assert all(b - a == pytest.approx(2 * radius, abs=0.05) for ys in columns.values() for a, b in pairwise(ys))


@pytest.mark.parametrize("room", ROOMS)
def test_dots_on_the_screen_touch_in_the_narrowest_plot(room: Room) -> None:
    layout = specification(dots(), room)["layout"]
    sizes = {trace["marker"]["size"] for trace in specification(dots(), room)["data"] if trace["mode"] == "markers"}
    (size,), (low, high), (left, right) = sizes, layout["yaxis"]["range"], layout["xaxis"]["range"]
    plot = (height(dots()) - layout["margin"]["t"] - layout["margin"]["b"]) * layout["yaxis"]["domain"][1]
    assert plot / (high - low) == pytest.approx(size)
    assert size <= dots().clouds[0].width * ALONE[room] / (right - left) + 1e-9
    assert layout["meta"]["dots"]["top"] == dots().y_range[1]


@pytest.mark.parametrize("figure", planes(), ids=lambda figure: figure.name)
def test_words_of_guides_are_not_cut_and_stand_free(figure: Plane) -> None:
    for room in (*ACROSS.values(), 240.0, 900.0):
        found = words_above(figure, room, partial(paper_width, size=12), partial(paper_lines, size=12))
        assert [each.guide for each in found] == sorted(
            (guide for guide in figure.guides if guide.is_vertical), key=lambda guide: guide.value
        )
        assert all(each.left >= 0 and each.right <= room for each in found)
        assert not [pair for pair in combinations(found, 2) if overlap(*pair)]


@given(st.lists(st.tuples(st.floats(1098.0, 1180.0), st.text("abc kr", min_size=1, max_size=40)), max_size=6))
def test_any_guides_words_stand_free(guides: list[tuple[float, str]]) -> None:
    figure = replace(dots(), guides=tuple(Guide(value, words.strip() or "a", "text") for value, words in guides))
    found = words_above(figure, 300.0, partial(paper_width, size=11), partial(paper_lines, size=11))
    assert len(found) == len(guides)
    assert not [pair for pair in combinations(found, 2) if overlap(*pair)]


def test_a_wider_plot_keeps_words_on_their_lines() -> None:
    """A median's words stand beside those of the scenario, and no guide goes through any."""
    found = words_above(margin(), 440.0, partial(screen_width, size=13), lambda words, _: [words])
    assert not any(each.is_crossed for each in found) and max(each.over for each in found) == 2


@given(st.lists(st.floats(0, 1), max_size=6))
def test_lying_words_are_spread(places: list[float]) -> None:
    moved = spread(places, 0.1, 1.0)
    assert all(b - a >= 0.1 - 1e-9 for a, b in pairwise(moved)) and all(-1e-9 <= each <= 1 + 1e-9 for each in moved)
    if all(b - a >= 0.1 for a, b in pairwise(sorted(places))):
        assert moved == pytest.approx(sorted(places))


def test_ticks_are_left_out_where_they_would_run_together() -> None:
    ticks, width = dots().x_ticks, partial(screen_width, size=11)
    assert thinned(ticks, 10.0, width) == list(ticks)
    few = thinned(ticks, 3.0, width)
    assert few == list(ticks[::2])
    for room in ROOMS:
        axis = specification(dots(), room)["layout"]["xaxis"]
        per_unit = ACROSS[room] / (axis["range"][1] - axis["range"][0])
        for (a, one), (b, other) in pairwise(zip(axis["tickvals"], axis["ticktext"], strict=True)):
            assert (b - a) * per_unit > (screen_width(one, TEXT[room]) + screen_width(other, TEXT[room])) / 2


def test_a_stepped_line_is_level_to_the_next_point() -> None:
    points = [PlanePoint(0.0, 1.0, ""), PlanePoint(2.0, 3.0, "")]
    assert stepped(points) == [(0.0, 1.0), (2.0, 1.0), (2.0, 3.0)] and stepped([]) == []


def test_the_list_names_what_the_words_do_not() -> None:
    assert [name for name, _ in fan().legend(wide=True)] == [
        "90 av 100 tilfeller",
        "70 av 100 tilfeller",
        "Median",
        "=Scenarioet",
    ]
    assert [name for name, _ in replace(fan(), unnamed=("Median",)).legend(wide=True)][2] == "=Scenarioet"
    assert over().legend(wide=True) == ()


def test_it_opens_elsewhere() -> None:
    found = fan().opening(lambda path: f"to/{path}")
    assert {each.opens for each in points_of(found)} == {f"to/{each.opens}" for each in points_of(fan())}


@pytest.mark.parametrize("figure", planes(), ids=lambda figure: figure.name)
def test_a_slides_chart_holds_the_numbers_and_the_words(figure: Plane) -> None:
    chart = native(figure)
    series = list(chart.plots[0].series)
    curves = [stepped(each.points) if each.is_stepped else [(p.x, p.y) for p in each.points] for each in figure.curves]
    bands = [[(x, (high, low)[side]) for x, low, high in band.points] for band in figure.bands for side in (0, 1)]
    expected = [*bands, *curves, *([(p.x, p.y) for p in cloud.points] for cloud in figure.clouds)]
    values = [_numbers(each) for each in series]
    assert values[: len(expected)] == expected
    assert len(values) == len(expected) + len(figure.guides)
    assert all(
        guide.value in {x if guide.is_vertical else y for x, y in values[at]}
        for at, guide in _guides(figure, len(expected))
    )
    labels = "".join(chart._chartSpace.itertext())
    for each in (*points_of(figure), *figure.guides):
        assert all(word in labels for word in each.text.split(" "))
    axis = chart.category_axis
    assert (axis.minimum_scale, axis.maximum_scale) == figure.x_range
    assert chart.value_axis.minimum_scale == figure.y_range[0] and chart.value_axis.maximum_scale >= figure.y_range[1]
    named = len(series) - len(chart._chartSpace.findall(".//{*}legendEntry")) if chart.has_legend else 0
    assert named == len(figure.legend(wide=True))


def _numbers(series: Any) -> list[tuple[float, float]]:
    across, along = (series._element.findall(f".//{{*}}{name}Val//{{*}}v") for name in "xy")
    return [(float(x.text), float(y.text)) for x, y in zip(across, along, strict=True)]


def _guides(figure: Plane, first: int) -> list[tuple[int, Guide]]:
    """Each guide with the place of its series: those that stand come first, from left to right."""
    order = sorted(figure.guides, key=lambda guide: (not guide.is_vertical, guide.value))
    return list(enumerate(order, start=first))


def test_a_name_on_a_slide_is_no_formula() -> None:
    blob = native(fan()).part.chart_workbook.xlsx_part.blob
    cells = [cell for row in openpyxl.load_workbook(io.BytesIO(blob)).active.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert " =Scenarioet" in [cell.value for cell in cells]


@pytest.mark.parametrize(
    ("ticks", "format_"),
    [
        (((2026.0, "2026"), (2027.0, "2027")), "0"),
        (((1100.0, "1\u202f100"), (1110.0, "1\u202f110")), "#,##0"),
        (((1.5, "1,5"), (2.0, "2,0")), "#,##0.0"),
        (((0.0, "0\u00a0%"), (0.25, "25\u00a0%")), "0\u00a0%"),
        (((0.0, "0\u00a0%"), (25.0, "25\u00a0%")), '0"\u00a0%"'),
        (((1100.0, "1,100"), (1110.0, "1,110")), "#,##0"),
    ],
)
def test_a_slides_axis_is_written_as_the_ticks_are(ticks: tuple[tuple[float, str], ...], format_: str) -> None:
    assert number_format(ticks) == format_
