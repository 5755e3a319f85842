"""The report: a tagged PDF (PDF/UA-1) on A4 with charts as vectors, a page footer that says where it comes from."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from charts.draw.kinds import drawing
from charts.draw.palette import PALETTE
from charts.records.figure import Figure, Table
from exports.contents import sections
from exports.filling import Lies
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
CENTIMETRES: Final = MappingProxyType({WIDE: 17 / WIDE, SMALL: 8.3 / SMALL})
"""Of a pixel, by the width of the chart."""
MOST_TALLER: Final = 0.22
"""Of its width, what a chart may grow by at most."""
LARGE: Final = 6.0
"""Centimetres of a page that stay empty, where it can be helped: less than a quarter of what can be printed on."""
BESIDE: Final = 3  # from so many charts on, a section shows them two by two


def report(subject: Subject) -> bytes:
    """The bytes of the PDF, in the subject's language.

    It is set as the first of ``SETTINGS`` that takes no more than ``MOST`` pages, more than some lines of the last, and
    leaves no large white; then charts have grown where their page has room, for what follows has none.
    """
    *whole, closest = SETTINGS
    found: list[_Set] = []
    for setting in whole:
        found.append(_set_in(setting, subject))
        if found[-1].fits(MOST[0]) and found[-1].white <= LARGE:
            break
    fitting = [each for most in MOST for each in found if each.fits(most)]
    airless = (each for each in fitting if each.white <= LARGE)
    chosen = next(airless, None) or next(iter(fitting), None) or _set_in(closest, subject)
    return typeset(_source(), "pdf", chosen.inputs, pdf_standards=["ua-1"], timestamp=subject.created)


@dataclass(frozen=True, slots=True)
class _Set:
    """The report in a setting: what the template reads, and where that lies."""

    inputs: Mapping[str, str]
    lies: Lies

    def fits(self, most: int) -> bool:
        """Whether it takes so many pages, and more than some lines of the last."""
        return self.lies.pages <= most and self.lies.last > NEARLY_EMPTY

    @property
    def white(self) -> float:
        """The centimetres that a page leaves empty at most."""
        return self.lies.white


def _set_in(setting: str, subject: Subject) -> _Set:
    """The report in a setting, with charts that fill their page unless that takes a page more."""
    plain = {**content(subject), "setting": setting}
    lies = _lies(_inputs(plain))
    inputs = _inputs({**content(subject, lies.room()), "setting": setting})
    grown = _lies(inputs)
    return _Set(inputs, grown) if grown.pages <= lies.pages else _Set(_inputs(plain), lies)


def _lies(inputs: Mapping[str, str]) -> Lies:
    return Lies.of(value_of(_source(), "extent", inputs))


def _source() -> str:
    return TEMPLATE.read_text(encoding="utf-8")


def _inputs(printed: dict[str, Any]) -> dict[str, str]:
    return {"content": drawable(json.dumps(printed, ensure_ascii=False))}


def content(subject: Subject, room: Mapping[int, float] = MappingProxyType({})) -> dict[str, Any]:
    """Everything that the template prints, as ready texts and drawings. room: centimetres that charts grow by."""
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
        "sections": [*_sections(told, room)],
        "left_out": texts("export.left_out", sections="; ".join(section.title for section in told if section.spare)),
    }


def _sections(told: Sequence[Section], room: Mapping[int, float]) -> Iterator[dict[str, Any]]:
    """The sections, whose charts are counted through."""
    first = 0
    for section in told:
        yield _section(section, [room.get(first + at, 0.0) for at in range(len(section.figures))], first)
        first += len(section.figures)


def _section(section: Section, room: Sequence[float], first: int) -> dict[str, Any]:
    """A section's words, its charts with their tables, and its other tables. first: the place of its first chart."""
    small = len(section.figures) > BESIDE
    width, with_table = SMALL if small else WIDE, not section.spare and not small
    return {
        "title": section.title,
        "sentences": section.sentences,
        "key_figures": [{"label": key.label, "value": key.value, "note": key.note} for key in section.key_figures],
        "small": small,
        "spare": section.spare,
        "figures": [
            {"place": first + at, **_figure(figure, width, with_table, room[at])}
            for at, figure in enumerate(section.figures)
        ],
        "tables": [_table(table) for table in section.printed],
    }


def _figure(figure: Figure, width: int, with_table: bool, room: float) -> dict[str, Any]:
    """A chart as SVG with its title, text alternative and note. room: centimetres that it may grow by."""
    what, whom, when = figure.title
    taller = min(room / CENTIMETRES[width], MOST_TALLER * width)
    return {
        "title": f"{what} · {whom}" if width == WIDE else whom,
        "when": when,
        "alt": figure.alt,
        "note": figure.note,
        "legend": sides(figure),
        "svg": document(drawing(figure, width, TALL, taller), what, figure.alt),
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
