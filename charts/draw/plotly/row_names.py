"""The names of rows, in the lines that there is room for, and how high each row is."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from charts.draw.letters import screen_lines, screen_width
from charts.draw.plotly.shared import SIZES, Room, Spec, font, hover

WIDEST = {Room.WIDE: 215, Room.PHONE: 112, Room.SMALL: 215, Room.BARE: 215}  # pixels that a line of a name may take
GAP = 10  # pixels between a name and its bar
LINE = 1.29  # height of a line of type, share of its size
BETWEEN = 0.05  # what stays free above the first and below the last row, in lines


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows from top to bottom.

    names: with line breaks. places: their middles, in lines from the top. ends: where each begins, and where the last
    one ends. height: of all, in lines. room: pixels that the names take at the left; least: pixels that the rows take
    at least, so that no name stands over another.
    """

    names: tuple[str, ...]
    places: tuple[float, ...]
    ends: tuple[float, ...]
    height: float
    room: float
    least: float


def rows_of(labels: Sequence[tuple[str, bool]], room: Room, last: float = 1.0) -> Rows:
    """The rows of some labels, each with whether it is a total's; ``last``: lines that the last row has at least.

    Figures beside each other have rows of one height, also where they have no names.
    """
    size, bare = SIZES[room], room is Room.BARE
    names = [screen_lines(label, WIDEST[room], size, total) for label, total in labels]
    heights = [*map(_height, names[:-1]), max(last, _height(names[-1]))]
    ends = list(accumulate(heights, initial=0.0))
    widest = max(screen_width(line, size, bold) for name, (_, bold) in zip(names, labels, strict=True) for line in name)
    height = ends[-1] + 2 * BETWEEN
    return Rows(
        names=tuple("" if bare else _shown(name, bold) for name, (_, bold) in zip(names, labels, strict=True)),
        places=tuple((start + end) / 2 for start, end in pairwise(ends)),
        ends=tuple(ends),
        height=height,
        room=6 if bare else widest + GAP,
        least=height * LINE * size,
    )


def _height(name: list[str]) -> float:
    """In lines; Plotly sets lines of one name further apart than a line is high."""
    return 1.0 if len(name) == 1 else len(name) * 1.05 + 0.05


def _shown(name: list[str], total: bool) -> str:
    """A total's name is bold."""
    label = "<br>".join(map(hover, name))
    return f"<b>{label}</b>" if total else label


def row_axis(
    ends: tuple[float, float], places: Sequence[float], names: Sequence[str], room: Room, beside: int = 0
) -> Spec:
    """The axis that rows are named along. beside: pixels that stay free between a name and its row."""
    ticks = {"ticks": "outside", "ticklen": beside, "tickcolor": "@paper"} if beside else {}
    return {
        "range": list(ends),
        "tickvals": list(places),
        "ticktext": list(names),
        "tickfont": font(room),
        **ticks,
        "fixedrange": True,
        "zeroline": False,
        "showgrid": False,
    }
