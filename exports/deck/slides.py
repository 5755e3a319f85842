"""A message as a slide: it is the title, and under it stand key figures, sentences, a chart and tables."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from charts.draw.letters import paper_lines, paper_width
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
from exports.deck.frame import BOTTOM, INNER, MARGIN, POINTS, SUBTITLE, TOP, Box, Frame
from exports.deck.plane_chart import add_plane
from exports.deck.points_chart import add_points
from exports.deck.stack_chart import add_stack
from exports.deck.table import ROW, add_table
from exports.sections.section import Message, sides

ROWS: Final = 9  # of a table on a slide
SENTENCE, US, NOTE, SUMMARY = 14, 16, 10, 22  # points of the type
VALUE, LABEL, REMARK = 28, 13, 11  # of a key figure
SPACING: Final = 1.2  # height of a line, of its type
CAUTION: Final = 0.9  # of a line is filled: who lacks the face sees a wider one
GAP, KEY = 0.15, 0.3  # inches: between parts, and of the line that says which is which
MARK: Final = "▬"

NATIVE: Final[Mapping[type[Figure], Callable[[Frame, Any, Any, Box], None]]] = MappingProxyType(
    {Bridge: add_bridge, Flow: add_flow, Stack: add_stack, Points: add_points, Plane: add_plane, Bars: add_bars}
)
"""Kind of chart → what adds it to a slide: frame, slide, chart and place."""


def add_message(frame: Frame, message: Message) -> None:
    """Adds the slide of a message; a table that is longer than a slide goes on on further ones."""
    figure, parts = message.figure, [part for table in message.tables for part in _parts(table)]
    under = frame.subject.context.prices if figure is None else " · ".join(filter(None, figure.title))
    slide = frame.slide(message.said, under, _notes(message), figure)
    top = TOP + (_deep(under, SUBTITLE) - _deep("", SUBTITLE))
    top = _paragraphs(frame, slide, filter(None, (message.us,)), top, US)
    if message.key_figures:
        top = _key_figures(frame, slide, message.key_figures, top)
    for table in parts[:1]:
        add_table(frame, slide, table, top)
        top += ROW * (len(table.rows) + 2)
    shown = [sentence for sentence in message.sentences if sentence != message.said]
    top = _paragraphs(frame, slide, shown, top, SENTENCE)
    if figure is not None:
        _chart(frame, slide, figure, top)
    for table in parts[1:]:
        add_table(frame, frame.slide(message.said, under, _notes(message)), table, TOP)


def _parts(table: Table) -> list[Table]:
    """The table in as many parts as it needs slides."""
    return [Table(table.header, table.rows[at : at + ROWS]) for at in range(0, len(table.rows), ROWS)]


def _deep(words: str, size: float, width: float = INNER) -> float:
    """Inches that words take, set in letters as wide as those of another face may be."""
    lines = sum(max(1, len(paper_lines(line, width * POINTS * CAUTION, size))) for line in words.split("\n"))
    return lines * size * SPACING / POINTS


def _key_figures(frame: Frame, slide: Any, keys: Sequence[KeyFigure], top: float) -> float:
    """The key figures in a row; and where they end."""
    step = INNER / len(keys)
    width = step - 0.25
    widest = max(paper_width(key.value, VALUE, bold=True) for key in keys)
    value = VALUE * min(1.0, width * POINTS * CAUTION / widest)
    rows: tuple[tuple[list[str], float, str], ...] = (
        ([key.label for key in keys], LABEL, "muted"),
        ([key.value for key in keys], value, "text"),
        ([key.note for key in keys], REMARK, "muted"),
    )
    for words, size, tone in rows:
        deep = max(_deep(each, size, width) for each in words) + 0.03
        for at, each in enumerate(words):
            frame.words(slide, each, (MARGIN + at * step, top, width, deep), size, tone, bold=tone == "text")
        top += deep
    return top + GAP


def _paragraphs(frame: Frame, slide: Any, sentences: Iterable[str], top: float, size: float) -> float:
    """Sentences under each other, bold where they are larger than others; and where they end."""
    words = "\n".join(sentences)
    if not words:
        return top
    deep = _deep(words, size)
    frame.words(slide, words, (MARGIN, top, INNER, deep), size, "text", bold=size > SENTENCE)
    return top + deep + GAP


def _chart(frame: Frame, slide: Any, figure: Figure, top: float) -> None:
    """The chart down to its note, which stands above the foot; what it says in a line, above the note."""
    if type(figure) not in NATIVE:
        raise TypeError(f"There is no native chart of {type(figure).__name__}.")
    end, note = BOTTOM, _note(figure)
    if note:
        deep = _deep(note, NOTE)
        end -= deep
        frame.words(slide, note, (MARGIN, end, INNER, deep), NOTE, "muted")
    if figure.summary:
        end -= 0.45
        frame.words(slide, figure.summary, (MARGIN, end, INNER, 0.45), SUMMARY, "text", bold=True, right=True)
    if sides(figure):
        context = figure.context
        names = ((context.reference, "total_soft"), (context.scenario, "total"))
        frame.key(slide, names, (MARGIN, top, INNER, KEY), LABEL)
        top += KEY
    NATIVE[type(figure)](frame, slide, figure, (MARGIN, top, INNER, end - top - 0.05))


def _note(figure: Figure) -> str:
    """The figure's note without the sign of a mark that native charts do not draw: what it stands for is in words."""
    return figure.note.removeprefix(f"{MARK} ")


def _notes(message: Message) -> list[str]:
    """What a speaker needs: what else is said, and the chart's title, message, note and table."""
    figure, tables = message.figure, list(message.tables)
    lines = [*filter(None, (message.us,)), *message.sentences]
    if figure is not None:
        lines += [" · ".join(figure.title), figure.alt, *filter(None, [_note(figure)])]
        tables.insert(0, figure.table)
    return [*lines, *("\t".join(cells) for table in tables for cells in (table.header, *table.rows))]
