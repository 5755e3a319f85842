"""Each file that a page hands over says what that page says: titles, prices, reference, name and every amount."""

import io
import re
import zipfile
from base64 import b64decode
from collections.abc import Callable, Iterator, Sequence
from html import unescape
from typing import Any

import pytest
from openpyxl import load_workbook
from PIL import Image
from pptx import Presentation
from pypdf import PdfReader

from model import Scenario
from tests.every_word import visit
from tests.test_exports_web_picture import HEAVY
from tests.test_files_are_the_screen import CHARTED, amounts_in, drawn_on, lines_of, squeezed, taken, words_of
from tests.test_pages import message, page_script
from texts import Texts

SCENARIO = Scenario(risk_margin=0.03, index_rate=0.031, extra_volume=0.01, name="Forslag & <møte>")
NAMELESS = SCENARIO.with_value("name", "")
VIEWS = (
    {"sprak": "nn", "aar": "2028", "priser": "lopende", "hvem": "0301"},
    {"sprak": "en", "aar": "2027", "priser": "2025", "hvem": "Helse Vest"},
)
Figure = dict[str, Any]


def said_with(figure: Figure, legend: list[str]) -> list[str]:
    """Everything that stands in and round a chart of the screen."""
    table = figure["table"]
    cells = [cell for row in (table["header"], *table["rows"]) for cell in row]
    return [*figure["title"], figure["alt"], figure["note"], *legend, *cells]


def figures_of(digits: str) -> str:
    """The digits of an amount that stay when it is written in another unit."""
    return re.sub(r"\D", "", digits).strip("0")


@pytest.mark.parametrize("page", CHARTED)
def test_a_chart_says_the_same_in_every_form(page: str) -> None:
    query = {**VIEWS[0], "utgangspunkt": "margin_3", "mot": "forste"}
    at = page_script(page, drawn_on(page, SCENARIO), compared=("gjeldende", "margin_3"), **query)
    charts, legend = message(at)["figures"], message(at)["legend"]
    figure = next((each for each in reversed(charts) if each["moved"]), charts[0])  # draws have no reference that moves
    if message(at).get("compared"):
        legend = [legend[0], figure["title"][1]]
    title, alt, written, stamps = words_of(taken(at, figure["name"], "svg"))
    said = [*figure["title"], figure["note"], "".join(legend) if figure["moved"] else "", *amounts_in(figure)]
    assert title == " · ".join(figure["title"]) and alt == figure["alt"]
    assert not [words for words in said if squeezed(words) not in written]
    stamps.pop("created")
    assert (stamps["reference"], stamps["scenario_name"]) == tuple(legend)
    assert stamps["price_basis"] in figure["title"][2]

    found = unescape(HEAVY.sub("", taken(at, figure["name"], "html").decode()))
    assert not [words for words in said_with(figure, legend) if words not in found]

    assert Image.open(io.BytesIO(taken(at, figure["name"], "png"))).info.items() >= stamps.items()

    lines = lines_of(taken(at, figure["name"], "csv"))
    assert {line["title"] for line in lines} == {" · ".join(figure["title"])}
    assert all(line.items() >= stamps.items() for line in lines)
    named = Texts(query["sprak"])("export.named_sources", sources="").partition(":")[0] if page == "utvikling" else ""
    assert all(line.get("note", "").startswith(f"{figure['note']} {named}".rstrip()) for line in lines)
    for line, (name, *amounts) in zip(lines, figure["table"]["rows"], strict=True):
        assert name in line.values()
        assert {figures_of(amount) for amount in amounts} <= {figures_of(cell) for cell in line.values()}


def drawn(query: dict[str, str]) -> Scenario:
    """The scenario of a view: one has a name, the other none."""
    return SCENARIO if query is VIEWS[0] else NAMELESS


def whole_file(kind: str, query: dict[str, str]) -> tuple[str, bytes]:
    """Headline of the page Eksport, and the file that it makes there."""
    making = ("files.take_along", {"do": "make", "kind": kind})
    at = visit("eksport", drawn(query).to_mapping(), asked=(making,), **query)
    return message(at)["headline"], b64decode(message(at, "take")["taken"]["content"])


def words_in_slides(content: bytes) -> str:
    """What stands on slides, in their tables and notes."""
    words = []
    for slide in Presentation(io.BytesIO(content)).slides:
        words += [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        words.append(slide.notes_slide.notes_text_frame.text)
    return " ".join(words)


def cells_of_book(content: bytes) -> Iterator[object]:
    for sheet in load_workbook(io.BytesIO(content), data_only=True):
        yield from (cell for row in sheet.iter_rows(values_only=True) for cell in row)


def cells_of_data(content: bytes) -> Iterator[object]:
    """The cells of the plain tables; a number as one."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        for name in packed.namelist():
            if name.endswith(".csv") and "csv_plain" in name:
                for cell in re.findall(r'"[^"]*"|[^,\r\n]+', packed.read(name).decode()):
                    yield float(cell) if re.fullmatch(r"-?\d+(\.\d+)?(e-?\d+)?", cell) else cell.strip('"')


def as_shown(cells: Iterator[object], texts: Texts) -> str:
    """Words as they are, and numbers as the screen rounds them: with one decimal, with a sign, in kroner."""
    found: list[str] = []
    for cell in cells:
        if isinstance(cell, int | float):
            found += [texts.amount(cell), texts.change(cell), texts.amount(cell * 1e6, 0), texts.change(cell * 1e6, 0)]
        elif cell is not None:
            found.append(str(cell))
    return "|" + "|".join(squeezed(each) for each in found) + "|"


def words_in_report(content: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


def charts_of_screen(query: dict[str, str]) -> dict[str, Figure]:
    """The charts of Oversikt and Hvem betaler that whole files hold too."""
    pages = [message(page_script(page, drawn(query), **query)) for page in ("oversikt", "hvem_betaler")]
    found = {figure["name"]: {**figure, "legend": page["legend"]} for page in pages for figure in page["figures"]}
    return {name: found[name] for name in ("bridge", "plan", "payer_own", "payer_groups")}


def is_folded(chart: Figure, row: Sequence[str]) -> bool:
    """Whether a step of nothing of a bridge: those stand in one row."""
    return chart["name"] == "bridge" and not any(any(digit in cell for digit in "123456789") for cell in row[1:])


@pytest.mark.parametrize("query", VIEWS, ids=["nn", "en"])
@pytest.mark.parametrize(("kind", "words_in"), [("report", words_in_report), ("deck", words_in_slides)])
def test_a_document_says_what_the_pages_say(kind: str, words_in: Callable[[bytes], str], query: dict[str, str]) -> None:
    headline, content = whole_file(kind, query)
    on_screen = charts_of_screen(query)
    if kind == "deck":
        del on_screen["plan"]  # the slide of four years is of the need, as the headline is
    charts = on_screen.values()
    said = [headline, *(words for chart in charts for words in (*chart["title"], *chart["legend"]))]
    said += [cell for chart in charts for row in chart["table"]["rows"] if not is_folded(chart, row) for cell in row]
    if kind == "report":
        texts, (reference, name) = Texts(query["sprak"]), next(iter(charts))["legend"]
        said += [texts("export.report_title", scenario=name), *(chart["note"] for chart in charts)]
        said.append(texts("export.legend", reference=reference, scenario=name))
    found = squeezed(words_in(content))
    assert not [words for words in said if squeezed(words) not in found]


TABLED = {"plan": slice(0, 6), "payer_own": slice(-2, None), "payer_groups": slice(0, 4)}
"""Chart of the screen → rows whose amounts stand in the data as they are: not sums that are left to the reader."""


@pytest.mark.parametrize("query", VIEWS, ids=["nn", "en"])
@pytest.mark.parametrize(("kind", "cells_of"), [("workbook", cells_of_book), ("data", cells_of_data)])
def test_tables_hold_what_the_pages_say(
    kind: str, cells_of: Callable[[bytes], Iterator[object]], query: dict[str, str]
) -> None:
    _, content = whole_file(kind, query)
    charts = charts_of_screen(query)
    found = as_shown(cells_of(content), Texts(query["sprak"]))
    prices = charts["bridge"]["title"][2].partition(" · ")[2]
    rows = [row for name, part in TABLED.items() for row in charts[name]["table"]["rows"][part]]
    amounts = [cell for row in rows for cell in row[2:]]  # the first is of another year, or the regulation's
    reference, name = charts["bridge"]["legend"]
    said = [
        reference,
        prices,
        *([name] if drawn(query).name else []),
    ]  # data call a scenario nothing where it has no name
    assert not [words for words in said if squeezed(words) not in found]
    assert len(amounts) > 40 and not [amount for amount in amounts if f"|{squeezed(amount)}|" not in found]
