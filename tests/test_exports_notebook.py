"""Charts in a notebook: the same bars, texts and hover as on the screen, with what a picture says around them."""

import re

import pytest

from charts.palette import PALETTE
from charts.plotly import Room, Spec, specification
from charts.plotly.on_paper import on_paper
from charts.plotly.shared import hover
from charts.records import Bridge, Figure, Stack, Table
from exports.notebook import figure
from exports.pictures import figures
from exports.subject import Subject, subject
from model import Question, Scenario
from tests.export_subject import CREATED, at_rest, proposal
from texts import LANGUAGES

WHAT_IS_SEEN = ("x", "y", "base", "text", "hovertext", "width", "orientation", "xaxis", "textposition")
NASTY = subject(Question(Scenario(name="</script><b>@ola", risk_margin=0.03), year=2027), CREATED)


def traces(record: Figure, of: Subject) -> list[Spec]:
    found: list[Spec] = figure(record, of).to_plotly_json()["data"]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_figure_has_the_bars_texts_and_hover_of_the_screen(language: str) -> None:
    of = proposal(language)
    for record in figures(of).values():
        drawn = specification(record, Room.WIDE)
        found = traces(record, of)
        for trace, screen in zip(found, drawn["data"], strict=False):
            assert trace["type"] == screen["type"]
            for name in WHAT_IS_SEEN:
                assert _listed(trace.get(name)) == _listed(screen.get(name)), name
        assert all(_listed(trace["x"]) == [None] for trace in found[len(drawn["data"]) :])  # only the legend's names


def _listed(value: object) -> object:
    return list(value) if isinstance(value, (list, tuple)) or hasattr(value, "tolist") else value


def test_a_figure_says_what_it_shows_and_where_it_comes_from() -> None:
    of = proposal()
    for record in figures(of).values():
        drawn = figure(record, of)
        title, foot = drawn.layout.title.text, drawn.layout.annotations[-1].text
        assert all(hover(part) in title for part in record.title)
        said = re.sub("<br>", " ", foot)
        assert hover(of.provenance) in said and hover(record.note) in said
        names = [trace.name for trace in drawn.data if trace.showlegend is not False]
        if record.moved:
            assert names[:2] == [hover(of.context.reference), hover(of.context.scenario)]
        if isinstance(record, Stack) and not record.named:
            assert names[-len(record.series) :] == [name for name, _ in record.series]
        assert drawn.layout.showlegend == bool(names)


def test_at_rest_there_is_nothing_to_tell_apart() -> None:
    of = at_rest()
    assert figure(figures(of)["bridge"], of).layout.showlegend is False


@pytest.mark.parametrize(("language", "signs"), [("nb", ",\u202f"), ("nn", ",\u202f"), ("en", ".,")])
def test_numbers_are_written_as_the_language_does(language: str, signs: str) -> None:
    of = at_rest(language)
    assert figure(figures(of)["plan"], of).layout.separators == signs


def test_colours_are_the_papers_and_a_name_is_none() -> None:
    named = figure(figures(NASTY)["reasons"], NASTY).to_json()
    assert "@total" not in named and PALETTE["total"] in named
    spec = on_paper({"text": "@total", "color": ["@total", "#fff"], "font": {"family": "inherit"}}, "Arial")
    assert spec == {"text": "@total", "color": [PALETTE["total"], "#fff"], "font": {"family": "Arial"}}


def test_what_a_user_wrote_is_never_markup() -> None:
    for record in figures(NASTY).values():
        drawn = figure(record, NASTY).to_plotly_json()
        texts = [drawn["layout"]["title"]["text"], drawn["layout"]["annotations"][-1]["text"]]
        for trace in drawn["data"]:
            for name in ("text", "hovertext", "name"):
                texts += [str(each) for each in _texts(trace.get(name))]
        assert not [text for text in texts if "<b>@ola" in text or "</script>" in text]


def _texts(value: object) -> list[object]:
    return [] if value is None else [value] if isinstance(value, str) else list(value)  # type: ignore[call-overload]


def test_every_word_stands_inside_the_figure() -> None:
    of = proposal()
    for record in figures(of).values():
        layout = figure(record, of).layout
        assert layout.height > layout.margin.t + layout.margin.b + 200
        if isinstance(record, Bridge):
            assert layout.margin.l > specification(record)["layout"]["margin"]["l"]


def test_a_kind_without_a_drawing_is_refused() -> None:
    with pytest.raises(TypeError):
        figure(Figure("x", ("a", "b", "c"), "alt", "", Table((), ()), False), at_rest())
