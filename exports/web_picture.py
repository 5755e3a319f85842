"""A chart as one HTML file to look at in a browser: the bars answer to the mouse, and nothing is asked of a network."""

import json
from base64 import b64encode
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from string import Template
from typing import Any, Final

from charts.draw.kinds import height, specification
from charts.draw.palette import PALETTE
from charts.draw.plotly.on_paper import on_paper
from charts.draw.plotly.shared import Room
from charts.draw.svg.marks import FONT
from charts.records.figure import Figure, Table
from exports.subject import Subject
from exports.typesetting import FONTS
from texts.numbers import separators

HERE: Final = Path(__file__).parent
STATIC: Final = HERE.parent / "static"
LIBRARY: Final = STATIC / "plotly-basic-4.1.1.min.js"
LICENCE: Final = STATIC / "plotly-LICENSE.txt"
IN_A_SCRIPT: Final = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})
"""What could end a script, or begin a comment in it, as JSON may write it too."""


def web_picture(figure: Figure, subject: Subject) -> str:
    """The whole file: title, prices, legend, chart, note, where it comes from, and the table with the same numbers.

    Everything is in it, plotly.js with its licence too; the page itself forbids any other script and any request.
    """
    what, whom, when = figure.title
    library, drawing = _script(LIBRARY), _script(HERE / "web_picture.js")
    return Template((HERE / "web_picture.html").read_text(encoding="utf-8")).substitute(
        {name: escape(colour) for name, colour in PALETTE.items()},
        language=subject.texts.language,
        scripts=" ".join(f"'sha256-{digest}'" for digest in map(_digest, (library, drawing))),
        title=escape(" · ".join(figure.title)),
        what=escape(what),
        subtitle=escape(f"{whom} · {when}"),
        alt=escape(figure.alt),
        stamps="\n".join(f'<meta name="{name}" content="{escape(value)}">' for name, value in subject.stamps.items()),
        font=FONT,
        faces=_faces(),
        height=height(figure),
        legend=_legend(figure, subject) + _series(figure),
        note=f'<p class="note">{escape(figure.note)}</p>' if figure.note else "",
        provenance=escape(subject.provenance_of(figure)),
        table_title=escape(subject.texts("figure.table")),
        table=_table(figure.table),
        licence=LICENCE.read_text(encoding="utf-8"),
        font_licence=(FONTS / "OFL.txt").read_text(encoding="utf-8"),
        library=library,
        drawing=drawing,
        figure=_json({room.value: drawn(figure, subject, room) for room in (Room.WIDE, Room.PHONE)}),
    )


def drawn(figure: Figure, subject: Subject, room: Room = Room.WIDE) -> dict[str, Any]:
    """The screen's own specification of the figure, in the colours and font of pictures and the reader's numbers."""
    specified: dict[str, Any] = on_paper(specification(figure, room), FONT)
    return {**specified, "layout": {**specified["layout"], "separators": separators(subject.texts.language)}}


@cache
def _script(file: Path) -> str:
    return file.read_text(encoding="utf-8")


@cache
def _digest(script: str) -> str:
    """SHA-256 of a script, by which the page's own rule lets it run."""
    return b64encode(sha256(script.encode("utf-8")).digest()).decode("ascii")


@cache
def _faces() -> str:
    """The font of pictures and report, so that the names have the room that they take everywhere."""
    faces = []
    for name, weight in (("Regular", 400), ("Bold", 700)):
        letters = b64encode((FONTS / f"HvaomSans-{name}.ttf").read_bytes()).decode("ascii")
        source = f"url(data:font/ttf;base64,{letters})"
        faces.append(f'@font-face {{ font-family: "Hvaom Sans"; font-weight: {weight}; src: {source}; }}')
    return "\n".join(faces)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(IN_A_SCRIPT)


def _legend(figure: Figure, subject: Subject) -> str:
    """What is light and what is the scenario's, where the two differ."""
    if not figure.moved:
        return ""
    scenario = "scenario hatched" if figure.hatched else "scenario"
    names = {"reference": subject.context.reference, scenario: subject.context.scenario}
    items = "".join(f'<li class="{kind}">{escape(name)}</li>' for kind, name in names.items())
    return f"<ul>{items}</ul>"


def _series(figure: Figure) -> str:
    """The series that the chart does not name itself; what it names where it is wide, it does not on a phone."""
    wide, narrow = figure.legend(wide=True), figure.legend(wide=False)
    items = "".join(_item(name, tone, "" if (name, tone) in wide else ' class="only-narrow"') for name, tone in narrow)
    return f"<ul>{items}</ul>" if narrow else ""


def _item(name: str, tone: str, where: str) -> str:
    return f'<li{where} style="--tone: {PALETTE[tone]}">{escape(name)}</li>'


def _table(table: Table) -> str:
    head = "".join(f'<th scope="col">{escape(name)}</th>' if name else "<td></td>" for name in table.header)
    rows = (
        f'<tr><th scope="row">{escape(first)}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in rest)}</tr>'
        for first, *rest in table.rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
