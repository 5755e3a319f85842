"""What stands in a drawing made without a browser: no text over another, none outside, no total without its number."""

from dataclasses import replace
from itertools import combinations
from xml.etree import ElementTree

import pytest

from charts.bridges.bridge import bridge, solution_groups
from charts.draw.kinds import drawing
from charts.draw.letters import paper_width
from charts.records.bridge import Bridge
from charts.records.figure import Figure
from exports.pictures import WIDTH, figures
from exports.report import SMALL, TALL, WIDE
from exports.subject import Subject, subject_of
from model import Question, Scenario
from tests.baselines import PRESENT
from tests.export_subject import CREATED
from texts import LANGUAGES

TIGHT = 0.82  # of the estimated width of words, which is wide enough for Arial too
ASCENT, DESCENT = 0.72, 0.2  # of letters and digits, shares of the size
TOUCH = 1.0  # pixel
MOVED = {"risk_margin": 0.03, "index_rate": 0.031, "measures": {"sikkerhet": {"enabled": True}}}
Box = tuple[str, float, float, float, float]


def boxes(figure: Figure, width: float) -> tuple[list[Box], float]:
    """Every text with left, top, right and bottom, and the drawing's height."""
    drawn = drawing(figure, width, TALL)
    found = []
    for mark in ElementTree.fromstring(f"<svg>{drawn.marks}</svg>").iter("text"):
        words, size = mark.text or "", float(mark.get("font-size", 0))
        wide = paper_width(words, size, mark.get("font-weight") == "700") * TIGHT
        x, y = float(mark.get("x", 0)), float(mark.get("y", 0))
        left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[mark.get("text-anchor", "start")]
        if "rotate(-90" in mark.get("transform", ""):  # read from below, from where it begins
            found.append((words, x - ASCENT * size, y - wide, x + DESCENT * size, y))
        elif words:
            found.append((words, left, y - ASCENT * size, left + wide, y + DESCENT * size))
    return found, drawn.height


def faults(figure: Figure, width: float) -> list[str]:
    """Each text that lies over another or outside."""
    found, height = boxes(figure, width)
    out = [
        f"{figure.name}: «{words}» is cut"
        for words, left, top, right, bottom in found
        if left < -TOUCH or top < -TOUCH or right > width + TOUCH or bottom > height + TOUCH
    ]
    over = [
        f"{figure.name}: «{one[0]}» and «{other[0]}»"
        for one, other in combinations(found, 2)
        if min(one[3], other[3]) - max(one[1], other[1]) > TOUCH
        and min(one[4], other[4]) - max(one[2], other[2]) > TOUCH
    ]
    return out + over


def drawn_of(subject: Subject) -> list[Figure]:
    """Every chart that is taken along, and the bridges."""
    groups = solution_groups(subject.baseline)
    return [*figures(subject).values(), *(bridge(subject.context, group) for group in groups)]


@pytest.mark.parametrize("scenario", [{}, MOVED], ids=["at rest", "moved"])
@pytest.mark.parametrize("year", PRESENT.plan_years)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_lies_over_another(language: str, year: int, scenario: dict[str, object]) -> None:
    subject = subject_of(Question(Scenario.from_mapping(scenario), year=year, us="0301"), CREATED, language)
    for figure in drawn_of(subject):
        for width in (WIDTH - 48, WIDE, SMALL if isinstance(figure, Bridge) else WIDE):
            assert not faults(figure, width), width


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_has_its_whole_name_and_its_number(language: str) -> None:
    subject = subject_of(Question(Scenario(risk_margin=0.03), year=2027), CREATED, language)
    for figure in drawn_of(subject):
        if isinstance(figure, Bridge):
            words = [words for words, *_ in boxes(figure, SMALL)[0]]
            whole = " ".join(words)
            rows = figure.drawn
            assert all(row.label in whole for row in rows)
            assert all(words.count(row.text) >= sum(each.text == row.text for each in rows) for row in rows if row.text)


@pytest.mark.parametrize("width", [SMALL, WIDE])
def test_names_of_any_length_are_whole_and_keep_apart(width: float) -> None:
    """Such as the documents' own: the row grows, and nothing is left out."""
    long = "Forskrift 2025 samt midler fra tidligere år, slik de er trykt i tallgrunnlaget, {}"
    figure = figures(subject_of(Question(Scenario(risk_margin=0.03), year=2027), CREATED))["bridge"]
    assert isinstance(figure, Bridge)
    rows = tuple(replace(row, label=long.format(at)) for at, row in enumerate(figure.rows))
    named = replace(figure, rows=rows)
    assert not faults(named, width)
    whole = " ".join(words for words, *_ in boxes(named, width)[0])
    assert all(row.label in whole for row in named.drawn)
