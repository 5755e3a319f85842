"""A chart as a picture: SVG and PNG to paste, HTML to look into; with title, prices, scenario, source and date."""

import json
from collections.abc import Callable, Mapping
from html import escape
from struct import pack
from types import MappingProxyType
from typing import Final
from xml.etree import ElementTree
from zlib import crc32

from charts.draw.kinds import drawing
from charts.draw.letters import paper_lines, paper_width
from charts.draw.palette import PALETTE
from charts.draw.svg.marks import FONT, Drawing, rectangle, scenario_bar, text
from charts.records.figure import Figure
from exports.contents import sections
from exports.subject import Subject
from exports.typesetting import drawable, typeset
from exports.web_picture import web_picture

WIDTH: Final = 1000
MARGIN: Final = 24
NOTE: Final = 12.5  # height of letters
SOURCE: Final = NOTE - 1
SHARP: Final = 2  # pixels of a PNG per pixel of the drawing
POINTS: Final = 72  # an inch
PNG_HEAD: Final = 33  # bytes: signature and the chunk that must come first
PICTURE: Final = '#image(bytes(sys.inputs.svg), format: "svg", width: 100%)'


def figures(subject: Subject) -> dict[str, Figure]:
    """Id → chart: every chart of every section."""
    return {figure.name: figure for section in sections(subject) for figure in section.figures}


def svg(figure: Figure, subject: Subject, width: float = WIDTH) -> str:
    """The whole picture: title, legend, chart, note, and the line that says where it comes from."""
    inner = width - 2 * MARGIN
    head, top = _head(figure, subject, inner)
    chart = drawing(figure, inner)
    foot, height = _foot(figure, subject, top + chart.height + 8, inner)
    return document(
        Drawing(head + f'<g transform="translate({MARGIN},{top})">{chart.marks}</g>' + foot, width, height),
        " · ".join(figure.title),
        figure.alt,
        subject.stamps,
    )


def png(figure: Figure, subject: Subject, width: float = WIDTH) -> bytes:
    """The same picture in pixels, two for each of the drawing's, with «?» for letters that the fonts lack."""
    drawn = drawable(svg(figure, subject, width))
    height = ElementTree.fromstring(drawn).get("height")  # noqa: S314 (our own drawing)
    page = f"#set page(width: {width:g}pt, height: {height}pt, margin: 0pt)"
    return with_stamps(typeset(f"{page}\n{PICTURE}", "png", {"svg": drawn}, ppi=POINTS * SHARP), subject.stamps)


def with_stamps(picture: bytes, stamps: Mapping[str, str]) -> bytes:
    """A PNG with texts in it, where picture viewers show them."""
    chunks = b"".join(
        _chunk(b"iTXt", name.encode("ascii") + b"\0" * 5 + value.encode("utf-8")) for name, value in stamps.items()
    )
    return picture[:PNG_HEAD] + chunks + picture[PNG_HEAD:]


def _chunk(kind: bytes, content: bytes) -> bytes:
    return pack(">I", len(content)) + kind + content + pack(">I", crc32(kind + content))


def document(content: Drawing, title: str, alt: str, stamps: Mapping[str, str] | None = None) -> str:
    """An SVG document on white, with its title and description for those who do not see it, and stamps as metadata."""
    facts = f"<metadata>{escape(json.dumps(dict(stamps), ensure_ascii=False))}</metadata>" if stamps else ""
    size = f'width="{content.width:g}" height="{content.height:g}" viewBox="0 0 {content.width:g} {content.height:g}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" font-family="{FONT}">'
        f"<title>{escape(title)}</title><desc>{escape(alt)}</desc>{facts}"
        f'<rect width="100%" height="100%" fill="{PALETTE["paper"]}"/>{content.marks}</svg>'
    )


def _head(figure: Figure, subject: Subject, width: float) -> tuple[str, float]:
    """Title, subtitle, and the legend where scenario and reference differ; and where the chart begins."""
    what, whom, when = figure.title
    marks, y = text(MARGIN, 34, what, 19, bold=True), 38.0
    for words in paper_lines(f"{whom} · {when}", width, 14):
        y += 18
        marks += text(MARGIN, y, words, 14, "muted")
    if not figure.moved:
        return marks, y + 16
    second = MARGIN + 34 + paper_width(subject.context.reference, 13)
    marks += rectangle(MARGIN, y + 15, 18, 11, PALETTE["total_soft"])
    marks += text(MARGIN + 24, y + 25, subject.context.reference, 13) + scenario_bar(
        second, y + 15, 18, 11, "total", figure.hatched
    )
    return marks + text(second + 24, y + 25, subject.context.scenario, 13), y + 42


def _foot(figure: Figure, subject: Subject, top: float, width: float) -> tuple[str, float]:
    """Note and provenance in lines that fit, and the height they end at."""
    lines = [(words, NOTE) for words in (paper_lines(figure.note, width, NOTE) if figure.note else [])]
    lines += [(words, SOURCE) for words in paper_lines(subject.provenance_of(figure), width, SOURCE)]
    marks, y = "", top
    for words, size in lines:
        y += size + 4
        marks += text(MARGIN, y, words, size, "muted")
    return marks, y + 16


MAKERS: Final[Mapping[str, Callable[[Figure, Subject], bytes]]] = MappingProxyType(
    {
        "svg": lambda figure, subject: svg(figure, subject).encode("utf-8"),
        "png": png,
        "html": lambda figure, subject: web_picture(figure, subject).encode("utf-8"),
    }
)
"""Format → how a chart's picture is made."""
