"""The names of a bridge's rows, in the lines that there is room for."""

from textwrap import wrap

from charts.plotly.shared import Room, hover
from charts.records import Bridge, BridgeRow

LINE = {Room.WIDE: 27, Room.PHONE: 14, Room.SMALL: 27, Room.BARE: 27}  # characters of a row's name on one line
LINES = {Room.WIDE: 2, Room.PHONE: 4, Room.SMALL: 2, Room.BARE: 2}


def row_names(figure: Bridge, room: Room) -> list[str]:
    """The rows' names and that of the difference."""
    if room is Room.BARE:
        return [""] * (len(figure.rows) + 1)
    return [*(_name(row, room) for row in figure.rows), figure.difference_label]


def _name(row: BridgeRow, room: Room) -> str:
    """A total's name is bold; names that are longer than their room take more lines."""
    lines = [row.label]
    if len(row.label) > LINE[room]:
        lines = wrap(row.label, max(LINE[room], len(row.label) // LINES[room] + 4), break_long_words=False)
    label = "<br>".join(hover(line) for line in lines)
    return f"<b>{label}</b>" if row.total else label
