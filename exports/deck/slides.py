"""A section as slides: key figures, a chart each or several small ones, tables, sentences."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final

from charts.records.bars import Bars
from charts.records.bridge import Bridge
from charts.records.figure import Figure, KeyFigure, Table
from charts.records.flow import Flow
from charts.records.plane import Plane
from charts.records.points import Points
from charts.records.stack import Stack
from exports.deck.bars_chart import add_bars
from exports.deck.bridge_chart import add_bridge
from exports.deck.flow_chart import add_flow
from exports.deck.frame import BOTTOM, MARGIN, TOP, WIDE, Box, Frame
from exports.deck.plane_chart import add_plane
from exports.deck.points_chart import add_points
from exports.deck.stack_chart import add_stack
from exports.sections.section import Section, sides

BESIDE, ACROSS = 3, 3  # from more charts than that on they are small, so many beside each other
ROWS = 15  # of a table on a slide
INNER = WIDE - 2 * MARGIN
LINE = 0.3  # height of a line of 13 points, inches
CHARACTERS = 140  # that such a line holds across the slide
MARK = "▬"

NATIVE: Final[Mapping[type[Figure], Callable[[Frame, Any, Any, Box, bool], None]]] = MappingProxyType(
    {
        Bridge: add_bridge,
        Flow: lambda frame, slide, figure, box, _: add_flow(frame, slide, figure, box),
        Stack: lambda frame, slide, figure, box, _: add_stack(frame, slide, figure, box),
        Points: lambda frame, slide, figure, box, _: add_points(frame, slide, figure, box),
        Plane: lambda frame, slide, figure, box, _: add_plane(frame, slide, figure, box),
        Bars: add_bars,
    }
)
"""Kind of chart → what adds it to a slide: frame, slide, chart, place, and whether it is one of many small ones."""


def add_section(frame: Frame, section: Section) -> None:
    """Adds a section's slides: key figures on one, a chart on each or small ones together, else words and tables."""
    if section.key_figures:
        _short(frame, section)
        section = replace(section, sentences=())
    elif not section.figures:
        _plain(frame, section)
    if len(section.figures) > BESIDE:
        _small(frame, section)
    else:
        for figure in section.figures:
            _one(frame, section, figure)


def _short(frame: Frame, section: Section) -> None:
    """The headline as title, the key figures in a row, further sentences below."""
    title, *others = section.sentences
    slide = frame.slide(title, f"{frame.subject.context.scenario} · {frame.subject.context.prices}", section.sentences)
    width = INNER / len(section.key_figures)
    for at, key in enumerate(section.key_figures):
        _key(frame, slide, key, MARGIN + at * width, width - 0.25)
    frame.words(slide, "\n".join(others), (MARGIN, 4.5, INNER, 1.5), 16, "text")


def _key(frame: Frame, slide: Any, key: KeyFigure, left: float, width: float) -> None:
    frame.words(slide, key.label, (left, 1.9, width, 0.6), 14, "muted")
    frame.words(slide, key.value, (left, 2.4, width, 0.8), 36, "text", bold=True)
    frame.words(slide, key.note, (left, 3.2, width, 1.0), 13, "muted")


def _one(frame: Frame, section: Section, figure: Figure) -> None:
    """A chart across the slide, what its section says beside it above, its table in the notes."""
    what, whom, when = figure.title
    under = " · ".join(filter(None, (whom, when, sides(figure))))
    slide = frame.slide(what, under, [*section.sentences, *_notes(figure)], figure)
    shown = [figure.alt for figure in section.figures]
    sentences = (
        [sentence for sentence in section.sentences if sentence not in shown] if figure is section.figures[0] else []
    )
    lines = sum(-(-len(sentence) // CHARACTERS) for sentence in sentences)
    if sentences:
        frame.words(slide, "\n".join(sentences), (MARGIN, TOP - 0.05, INNER, LINE * lines), 13, "text")
    top = TOP + LINE * lines
    _chart(frame, slide, figure, (MARGIN, top, INNER, BOTTOM - top - 0.35), small=False)
    below = figure.summary
    frame.words(slide, below, (MARGIN, BOTTOM - 0.33, INNER * 0.4, 0.35), 13, "text", bold=True)
    beside = INNER * 0.4 if below else 0.0
    frame.words(slide, _note(figure), (MARGIN + beside, BOTTOM - 0.3, INNER - beside, 0.35), 11, "muted")


def _small(frame: Frame, section: Section) -> None:
    """Several charts beside and under each other."""
    what, _, when = section.figures[0].title
    notes = [line for figure in section.figures for line in _notes(figure)]
    slide = frame.slide(what, f"{section.title} · {when}{_hatched(frame, section.figures[0])}", notes)
    width, height = INNER / ACROSS, (BOTTOM - TOP) / -(-len(section.figures) // ACROSS)
    for at, figure in enumerate(section.figures):
        left, top = MARGIN + at % ACROSS * width, TOP + at // ACROSS * height
        frame.words(slide, figure.title[1], (left, top, width, 0.3), 12, "text", bold=True)
        _chart(frame, slide, figure, (left, top + 0.27, width - 0.1, height - 0.3), small=True)


def _plain(frame: Frame, section: Section) -> None:
    """Sentences, and tables on as many slides as they need."""
    rows = [(table, start) for table in section.printed for start in range(0, max(len(table.rows), 1), ROWS)]
    sentences = "\n".join(section.sentences)
    height = 0.33 * len(section.sentences) if section.sentences else 0.0
    for at, (table, start) in enumerate(rows or [(None, 0)]):
        slide = frame.slide(section.title, frame.subject.context.prices, [*section.sentences, *_lines(section.printed)])
        first = at == 0 and bool(sentences)
        if first:
            frame.words(slide, sentences, (MARGIN, TOP, INNER, height), 13, "text")
        if table is not None:
            top = TOP + (height + 0.15 if first else 0)
            _table(slide, Table(table.header, table.rows[start : start + ROWS]), top)


def _table(slide: Any, table: Table, top: float) -> None:
    """A native table: a plain grid, the head bold."""
    from pptx.util import Inches, Pt

    size = (len(table.rows) + 1, len(table.header))
    shape = slide.shapes.add_table(*size, *(Inches(x) for x in (MARGIN, top, INNER, 0.3 * size[0])))
    for row, cells in enumerate((table.header, *table.rows)):
        shape.table.rows[row].height = Inches(0.3)
        for column, words in enumerate(cells):
            cell = shape.table.cell(row, column)
            cell.text = words
            cell.margin_top = cell.margin_bottom = Inches(0.03)
            cell.text_frame.paragraphs[0].font.size = Pt(11)


def _chart(frame: Frame, slide: Any, figure: Figure, place: Box, small: bool) -> None:
    if type(figure) not in NATIVE:
        raise TypeError(f"There is no native chart of {type(figure).__name__}.")
    NATIVE[type(figure)](frame, slide, figure, place, small)


def _note(figure: Figure) -> str:
    """The figure's note without the sign of a mark that native charts do not draw: what it stands for is in words."""
    return figure.note.removeprefix(f"{MARK} ")


def _hatched(frame: Frame, figure: Figure) -> str:
    """The legend where only the scenario is drawn."""
    words = frame.subject.texts("export.legend_scenario", scenario=frame.subject.context.scenario)
    return f" · {words}" if figure.moved else ""


def _notes(figure: Figure) -> list[str]:
    """What a speaker needs: the title, the message, the note and the table."""
    return [" · ".join(figure.title), figure.alt, *filter(None, [_note(figure)]), *_lines([figure.table]), ""]


def _lines(tables: Sequence[Table]) -> list[str]:
    return ["\t".join(cells) for table in tables for cells in (table.header, *table.rows)]
