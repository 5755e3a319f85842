"""The language of what is taken along, as office programs name it: without one they underline every word."""

from io import BytesIO
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile

from texts import KNOWN

DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
CHART: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
HOLDERS: Final = tuple(DRAWING + name for name in ("r", "br", "fld"))
"""What carries words, whose properties stand first in it."""

PROPERTIES: Final = tuple(DRAWING + name for name in ("rPr", "endParaRPr", "defRPr"))
"""The properties of words that stand there, that come at the end of a paragraph, and that are the default."""


def mark_slides(presentation: Any, language: str) -> None:
    """Gives every text of a presentation its language: slides, notes, tables, charts, and what is typed later."""
    for part in presentation.part.package.iter_parts():
        root = getattr(part, "_element", None)  # other parts hold no words
        if root is not None:
            _mark(root, KNOWN[language].tag)
    presentation.core_properties.language = KNOWN[language].tag


def _mark(root: Any, tag: str) -> None:
    for holder in root.iter(HOLDERS):
        if holder.find(PROPERTIES[0]) is None:
            holder.insert(0, holder.makeelement(PROPERTIES[0]))
    for properties in root.iter(PROPERTIES):
        properties.set("lang", tag)
    if root.tag == f"{CHART}chartSpace":
        _mark_chart(root, tag)


def _mark_chart(root: Any, tag: str) -> None:
    """The chart's own language, which its schema has after the kind of its dates."""
    mark = root.find(f"{CHART}lang")
    if mark is None:
        mark = root.makeelement(f"{CHART}lang")
        dates = root.find(f"{CHART}date1904")
        root.insert(0 if dates is None else root.index(dates) + 1, mark)
    mark.set("val", tag)


def marked_workbook(content: bytes, language: str) -> bytes:
    """The workbook in its language: XlsxWriter says American English of every chart, and nothing of the file."""
    tag, buffer = KNOWN[language].tag.encode(), BytesIO()
    with ZipFile(BytesIO(content)) as written, ZipFile(buffer, "w", ZIP_DEFLATED) as marked:
        for entry in written.infolist():
            part = written.read(entry)
            if entry.filename.startswith("xl/charts/"):
                part = part.replace(b'"en-US"', b'"' + tag + b'"')
            elif entry.filename == "docProps/core.xml":
                end = b"</cp:coreProperties>"
                part = part.replace(end, b"<dc:language>" + tag + b"</dc:language>" + end)
            marked.writestr(entry, part)
    return buffer.getvalue()
