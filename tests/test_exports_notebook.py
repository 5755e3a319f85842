"""A notebook's charts are the screen's, with what a picture says around them; its tables are the model's, unrounded."""

import io
import json
import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from charts.draw.kinds import specification
from charts.draw.palette import PALETTE
from charts.draw.plotly.on_paper import on_paper
from charts.draw.plotly.shared import Room, Spec, hover
from charts.records.bridge import Bridge
from charts.records.figure import Figure, Table
from charts.records.stack import Stack
from exports.notebook import figure, frames
from exports.pictures import figures
from exports.subject import subject_of
from model import Answer, Question, Scenario, answer
from model.commands.command_line import main
from tests.export_subject import CREATED, at_rest, proposal
from texts import LANGUAGES

WHAT_IS_SEEN = ("x", "y", "base", "text", "hovertext", "width", "orientation", "xaxis", "textposition")
NASTY = subject_of(Question(Scenario(name="</script><b>@ola", risk_margin=0.03), year=2027), CREATED)


def traces(record: Figure) -> list[Spec]:
    found: list[Spec] = figure(record, CREATED).to_plotly_json()["data"]
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_figure_has_the_bars_texts_and_hover_of_the_screen(language: str) -> None:
    subject = proposal(language)
    for record in figures(subject).values():
        drawn = specification(record, Room.WIDE)
        found = traces(record)
        for trace, screen in zip(found, drawn["data"], strict=False):
            assert trace["type"] == screen["type"]
            for name in WHAT_IS_SEEN:
                assert _listed(trace.get(name)) == _listed(screen.get(name)), name
        assert all(_listed(trace["x"]) == [None] for trace in found[len(drawn["data"]) :])  # only the legend's names


def _listed(value: object) -> object:
    return list(value) if isinstance(value, (list, tuple)) or hasattr(value, "tolist") else value


def test_a_figure_says_what_it_shows_and_where_it_comes_from() -> None:
    subject = proposal()
    for record in figures(subject).values():
        drawn = figure(record, CREATED)
        title, foot = drawn.layout.title.text, drawn.layout.annotations[-1].text
        assert all(hover(part) in title for part in record.title)
        said = re.sub("<br>", " ", foot)
        whence = subject.provenance_of(record)
        whence = whence.replace(subject.context.prices, record.context.prices)  # a figure may have its own
        assert hover(whence) in said and hover(record.note) in said
        names = [trace.name for trace in drawn.data if trace.showlegend is not False]
        if record.moved:
            assert names[:2] == [hover(subject.context.reference), hover(subject.context.scenario)]
        if isinstance(record, Stack) and not record.named:
            assert names[-len(record.series) :] == [name for name, _ in record.series]
        assert drawn.layout.showlegend == bool(names)


def test_at_rest_there_is_nothing_to_tell_apart() -> None:
    subject = at_rest()
    assert figure(figures(subject)["bridge"], CREATED).layout.showlegend is False


@pytest.mark.parametrize(("language", "signs"), [("nb", ",\u202f"), ("nn", ",\u202f"), ("en", ".,")])
def test_numbers_are_written_as_the_language_does(language: str, signs: str) -> None:
    subject = at_rest(language)
    assert figure(figures(subject)["plan"], CREATED).layout.separators == signs


def test_colours_are_the_papers_and_a_name_is_none() -> None:
    named = figure(figures(NASTY)["reasons"], CREATED).to_json()
    assert "@total" not in named and PALETTE["total"] in named
    spec = on_paper({"text": "@total", "color": ["@total", "#fff"], "font": {"family": "inherit"}}, "Arial")
    assert spec == {"text": "@total", "color": [PALETTE["total"], "#fff"], "font": {"family": "Arial"}}


def test_what_a_user_wrote_is_never_markup() -> None:
    for record in figures(NASTY).values():
        drawn = figure(record, CREATED).to_plotly_json()
        texts = [drawn["layout"]["title"]["text"], drawn["layout"]["annotations"][-1]["text"]]
        for trace in drawn["data"]:
            for name in ("text", "hovertext", "name"):
                texts += [str(each) for each in _texts(trace.get(name))]
        assert not [text for text in texts if "<b>@ola" in text or "</script>" in text]


def _texts(value: object) -> list[object]:
    return [] if value is None else [value] if isinstance(value, str) else list(value)  # type: ignore[call-overload]


def test_every_word_stands_inside_the_figure() -> None:
    subject = proposal()
    for record in figures(subject).values():
        layout = figure(record, CREATED).layout
        assert layout.height > layout.margin.t + layout.margin.b + 200
        if isinstance(record, Bridge):
            assert layout.margin.l > specification(record)["layout"]["margin"]["l"]


def test_a_kind_without_a_drawing_is_refused() -> None:
    with pytest.raises(TypeError):
        figure(Figure("x", ("a", "b", "c"), "alt", "", Table((), ()), False, at_rest().context))


MOVED = {"risk_margin": 0.03, "index_rate": 0.031, "measures": {"sikkerhet": {"enabled": True}}}


@pytest.fixture(scope="module")
def moved() -> Answer:
    return answer(Question(Scenario.from_mapping(MOVED), year=2027))


@pytest.mark.parametrize(("name", "command"), [("run", "run"), ("payers", "payers")])
def test_a_table_has_the_rows_of_the_command_line(
    moved: Answer, name: str, command: str, capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path
) -> None:
    file = tmp_path / "scenario.json"
    file.write_text(json.dumps(MOVED), encoding="utf-8")
    assert main([command, "--scenario", str(file)]) == 0
    expected = pd.read_csv(io.BytesIO(capsysbinary.readouterr().out), dtype={"payer": str})
    found = frames(moved)[name][expected.columns]
    pd.testing.assert_frame_equal(found, expected, check_exact=True, check_dtype=False)


def test_the_differences_of_a_table_are_told_by_its_reasons(moved: Answer) -> None:
    found = frames(moved)
    levels = found["levels"].set_index(["component", "year"])
    need = levels.loc["financing_need"]
    assert need.amount_mnok.to_numpy() == pytest.approx(moved.result.financing_need.sum(axis=(1, 2)))
    for name in ("why", "why_one_by_one"):
        parts = found[name].groupby("year").amount_mnok.sum()
        assert parts.to_numpy() == pytest.approx(need.difference_mnok.to_numpy())
    assert {"measures.sikkerhet"} <= set(found["why_one_by_one"].lever) - set(found["why"].lever)
    assert found["payer_groups"].groupby("year").amount_mnok.sum().to_numpy() == pytest.approx(need.amount_mnok)


def test_a_bridge_leads_from_the_first_level_to_the_need(moved: Answer) -> None:
    bridge = frames(moved)["bridge"].set_index("component").amount_mnok
    steps = bridge.drop(["previous_level", "cost_level", "financing_need"])
    assert bridge["previous_level"] + steps.sum() == pytest.approx(bridge["financing_need"])
    assert frames(moved)["bridge"].year.unique().tolist() == [2027]


def test_tables_are_in_the_prices_that_were_asked_for_and_say_so(moved: Answer) -> None:
    fixed = answer(Question(moved.question.scenario, prices="faste", year=2027))
    index = moved.result.index[-1, 0]
    own, other = (frames(each)["levels"].query("year == 2029").amount_mnok.to_numpy() for each in (moved, fixed))
    np.testing.assert_allclose(own / index, other)
    facts = {"unit": "MNOK", "prices": "faste", "baseline": "tallgrunnlag-2025-var"}
    assert all(frame.attrs == facts for frame in frames(fixed).values())


def test_what_departs_and_what_must_be_told_are_tables_too(moved: Answer) -> None:
    found = frames(moved)
    assert found["settings"].set_index("path").value["risk_margin"] == 0.03
    assert found["cautions"].kind.tolist() == [each.kind for each in moved.cautions]
    at_rest = frames(answer(Question()))
    assert at_rest["settings"].empty and not at_rest["run"].difference_mnok.any()
