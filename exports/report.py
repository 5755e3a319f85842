"""The report: a tagged PDF (PDF/UA-1) on A4 with charts as vectors, a page footer that says where it comes from."""

import json
from pathlib import Path
from typing import Any, Final

from charts.draw.kinds import drawing
from charts.draw.palette import PALETTE
from charts.records.figure import Figure, Table
from exports.contents import sections
from exports.pictures import document
from exports.sections import calculations
from exports.sections.section import Section, sides
from exports.subject import Subject
from exports.typesetting import drawable, typeset, value_of
from texts import KNOWN

TEMPLATE: Final = Path(__file__).parent / "report.typ"
WIDE, SMALL = 800, 344  # pixels: a chart across the page, and one of two beside each other
TALL: Final = 0.25  # height of columns over time, share of the width
MOST: Final = (6, 8)  # pages, where it can be helped: with nothing left out, rather eight
SETTINGS: Final = ("whole", "apart", "close", "bare")
"""How the report is set: every table whole on a page; tables that go on over the page; those in smaller letters; and
without the sections that can be spared."""
NEARLY_EMPTY: Final = 5  # centimetres from the top of a last page, where it can be helped
BESIDE: Final = 3  # from so many charts on, a section shows them two by two


def report(subject: Subject) -> bytes:
    """The bytes of the PDF, in the subject's language.

    It is set as the first of ``SETTINGS`` that takes no more than ``MOST`` pages, and more than some lines of the last.
    """
    source, printed = TEMPLATE.read_text(encoding="utf-8"), content(subject)
    *whole, closest = (_inputs({**printed, "setting": setting}) for setting in SETTINGS)
    extents: list[dict[str, Any]] = []
    for inputs in whole:
        extents.append(value_of(source, "extent", inputs))
        if _fits(extents[-1], MOST[0]):
            break
    fitting = (inputs for most in MOST for inputs, extent in zip(whole, extents, strict=False) if _fits(extent, most))
    return typeset(source, "pdf", next(fitting, closest), pdf_standards=["ua-1"], timestamp=subject.created)


def _fits(extent: dict[str, Any], most: int) -> bool:
    return bool(extent["pages"] <= most and extent["last"] > NEARLY_EMPTY)


def _inputs(printed: dict[str, Any]) -> dict[str, str]:
    return {"content": drawable(json.dumps(printed, ensure_ascii=False))}


def content(subject: Subject) -> dict[str, Any]:
    """Everything that the template prints, as ready texts and drawings."""
    texts = subject.texts
    told = [*(section for section in sections(subject) if section.in_report), calculations.section(subject)]
    language, _, region = KNOWN[texts.language].tag.partition("-")
    return {
        "language": language,
        "region": region,
        "title": texts("export.report_title", scenario=subject.context.scenario),
        "product": texts("app.title"),
        "subtitle": f"{subject.question.year} · {subject.context.prices} · {subject.created.date().isoformat()}",
        "provenance": subject.provenance,
        "link": subject.link,
        "keywords": [f"{name}={value}" for name, value in subject.stamps.items()],
        "link_label": texts("export.link_label"),
        "page": texts("export.page"),
        "figure": texts("export.figure"),
        "author": texts("app.short_title"),
        "colours": dict(PALETTE),
        "sections": [_section(section) for section in told],
        "left_out": texts("export.left_out", sections="; ".join(section.title for section in told if section.spare)),
    }


def _section(section: Section) -> dict[str, Any]:
    """A section's words, its charts with their tables, and its other tables."""
    small = len(section.figures) > BESIDE
    return {
        "title": section.title,
        "sentences": section.sentences,
        "key_figures": [{"label": key.label, "value": key.value, "note": key.note} for key in section.key_figures],
        "small": small,
        "spare": section.spare,
        "figures": [
            _figure(figure, SMALL if small else WIDE, not section.spare and not small) for figure in section.figures
        ],
        "tables": [_table(table) for table in section.printed],
    }


def _figure(figure: Figure, width: int, with_table: bool) -> dict[str, Any]:
    """A chart as SVG with its title, text alternative and note."""
    what, whom, when = figure.title
    return {
        "title": f"{what} · {whom}" if width == WIDE else whom,
        "when": when,
        "alt": figure.alt,
        "note": figure.note,
        "legend": sides(figure),
        "svg": document(drawing(figure, width, TALL), what, figure.alt),
        "table": _table(figure.table) if with_table else None,
    }


def _table(table: Table) -> dict[str, Any]:
    """Head and rows; numbers stand to the right where every cell of a column is a number."""
    columns = list(zip(*table.rows, strict=True))
    return {
        "head": table.header,
        "rows": table.rows,
        "right": [at > 0 and all(_is_number(cell) for cell in column) for at, column in enumerate(columns)],
    }


def _is_number(cell: str) -> bool:
    return not cell or cell.lstrip("+\u2212")[:1].isdigit()
