"""The page Kilder: everything of data/ is there, says where it is from, is found, and is led to by what uses it."""

import csv
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from charts.plans.plan import plan
from charts.sources.cards import assumption_cards, source_cards, value_table
from charts.sources.under import figure_sources
from charts.sources.uses import FIGURES, PAGES, is_address, kind_of, pages_of, rows_of
from charts.sources.words import word
from exports.data import tables
from exports.subject import Subject
from model import parameters
from model.baseline.documents import documents
from model.payers.search_keys import plain
from model.reading.tables import DATA
from model.scenario.presets import presets
from model.sources import SourceRow, sources, sources_by_id
from model.sources.assumptions import assumptions
from model.sources.held import FILES
from model.sources.row import ASSUMPTION
from pages.visit.navigation import PAGES as MENU
from tests.asking import shown
from tests.baselines import PRESENT, spring_2026
from tests.export_subject import at_rest
from tests.test_pages import message, opened, page_script
from texts import LANGUAGES, Texts

ROOT = Path(__file__).parents[1]
RECORDS = {path.name[:4]: path for path in (ROOT / "docs" / "decisions").glob("0[12]*.md")}
NO_ASSUMPTION = {
    "0114": "how data are kept",
    "0115": "how batches run",
    "0117": "lines are shown as printed",
    "0118": "how a difference is divided",
    "0119": "how a target is searched",
    "0127": "how an organisation is found",
    "0135": "how amounts are shown",
    "0137": "how a payer's difference is divided",
    "0141": "the words of others",
    "0150": "how the money is drawn",
}
"""Decision records that assume nothing about the figures, and what they are about."""

FROM_0163 = "0163"
"""Records from here on belong to how figures open and are checked."""

RELATIONS = "relations.csv"
"""How figures hang together: it holds none of its own."""

NAMED_ELSEWHERE = ("documents.toml", "template.toml", "versions.toml", "assumptions.toml")
"""Files of data/ that hold no figure and no statement of one."""


def csv_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def every_id() -> set[str]:
    return {row.id for row in sources(PRESENT)}


def test_every_parameter_measure_preset_and_table_has_a_row() -> None:
    ids = every_id()
    assert {f"parameter.{name}" for name in parameters(PRESENT)} <= ids
    assert {f"measure.{name}" for name in PRESENT.measures} <= ids
    assert {f"preset.{name}" for name in presets(PRESENT)} <= ids
    listed = csv_rows(DATA / "baselines" / PRESENT.id / "tables.csv")
    assert {f"table.{row['row']}" for row in listed} <= ids
    assert {f"key.key_set.{name}" for name in PRESENT.key_sets} <= ids
    assert {"law.amounts_2026", "law.settings_2026"} <= ids


def test_every_file_of_data_is_read() -> None:
    """A file that is added to data/ is listed, or this fails."""
    beside = DATA / "baselines" / PRESENT.id
    read = {path for held in FILES for path in (beside if held.is_beside else DATA).glob(held.file)}
    for path in [*DATA.glob("*.csv"), *(DATA / "payers").glob("*.csv"), *(DATA / "history").glob("*.csv")]:
        assert path in read, path.name
    assert set((beside / "beside").glob("*.csv")) - {beside / "beside" / RELATIONS} <= read


@pytest.mark.parametrize("held", FILES, ids=lambda held: held.file)
def test_every_row_of_a_file_is_a_value(held) -> None:  # noqa: ANN001
    (path,) = (DATA / "baselines" / PRESENT.id if held.is_beside else DATA).glob(held.file)
    written = [row for row in csv_rows(path) if row.get(held.figure)]
    found = [
        value for row in sources(PRESENT) if (row.kind, row.role) == (held.kind, held.role) for value in row.values
    ]
    assert len(found) == len(written) and sorted(each.digits for each in found) == sorted(
        row[held.figure] for row in written
    )


def test_every_entry_of_a_text_file_has_a_row() -> None:
    ids = every_id()
    for path in DATA.rglob("*.toml"):
        if path.name in (*NAMED_ELSEWHERE, "quotations.toml", "parameters.toml", "presets.toml"):
            continue
        for name, entry in tomllib.loads(path.read_text(encoding="utf-8")).items():
            if isinstance(entry, dict) and {"source", "where"} <= entry.keys():
                assert any(each.endswith(f".{name}") for each in ids), (path.name, name)


def test_values_are_as_printed() -> None:
    for table in PRESENT.tables:
        printed = {(row, column): cell.digits for (row, column), cell in table.cells.items() if cell.digits}
        row = sources_by_id(PRESENT)[f"table.{table.id}"]
        assert {(value.row[0], value.column[0]): value.digits for value in row.values} == printed


@pytest.mark.parametrize("row", sources(PRESENT), ids=lambda row: row.id)
def test_a_row_says_where_it_is_from(row: SourceRow) -> None:
    """A document that is known and a place in it, or an assumption with its decision record."""
    resting = [each for each in assumptions().values() if each.bears_on(row)]
    if row.document == ASSUMPTION:
        assert row.records and resting
    else:
        assert row.document in documents() and (row.place or row.table or row.id == "input.base_year")
    assert set(row.records) <= RECORDS.keys()
    assert "docs/decisions" not in row.place


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_row_has_words_in_the_language(language: str) -> None:
    texts = Texts(language)
    for row, card in zip(sources(PRESENT), source_cards(PRESENT, texts), strict=True):
        assert card.title and card.title != row.id, row.id
        facts = dict(card.facts)
        assert facts["document"], row.id
        assert all("_" not in value for name, value in facts.items() if name in ("unit", "prices", "used_by")), row.id
        for value in row.values:
            for name in (*value.row, *value.column):
                assert not re.search("[a-z]_[a-z]", word(name, PRESENT, texts)), (row.id, name)
        assert all(
            len(line) == len(table.header) for table in (value_table(row, PRESENT, texts),) for line in table.rows
        )


def test_what_is_norwegian_stays_out_of_english_and_the_other_way_round() -> None:
    english = re.compile(r"\b(the|of|changes|budget deflator|codes at|chapter on|table E-k)\b")
    for card in source_cards(PRESENT, Texts("nb")):
        place = dict(card.facts).get("place", "")
        assert not english.search(re.sub("«.*?»", "", place)), (card.id, place)


def test_assumptions_are_apart_and_name_records_that_exist() -> None:
    for each in assumptions().values():
        assert each.record in RECORDS, each.id
        assert set(each.pages) <= MENU.keys(), each.id
    named = {each.record for each in assumptions().values()}
    assert all(set(row.records) <= named for row in sources(PRESENT))
    older = {number for number in RECORDS if number < FROM_0163}
    assert older == (named & older) | NO_ASSUMPTION.keys() and not named & NO_ASSUMPTION.keys()


def test_every_assumption_bears_on_something_that_is_there() -> None:
    rows = sources(PRESENT)
    for each in assumptions().values():
        for selector in each.about:
            alone = type(each)(each.id, "", each.title, each.text, (selector,), (), each.is_method)
            assert any(alone.bears_on(row) for row in rows), (each.id, selector)
    cards = {card.id for card in assumption_cards(PRESENT, Texts("nb"))}
    assert cards == {f"assumption.{name}" for name in assumptions()}


def test_an_uploaded_baseline_has_its_own_tables_and_nothing_of_the_other() -> None:
    own = spring_2026()
    rows = sources(own)
    assert {row.id for row in rows if row.kind == "table"} == {f"table.{name}" for name in own.sheets["tables"].rows}
    assert not [row for row in rows if row.kind in ("preset", "funds")]
    assert {f"measure.{name}" for name in own.measures} == {row.id for row in rows if row.kind == "measure"}
    assert all(card.title and dict(card.facts)["document"] for card in source_cards(own, Texts("nb")))


def test_pages_and_figures_are_those_of_the_app() -> None:
    assert PAGES.keys() == MENU.keys() - {"kilder", "ord", "eksport"}
    assert {figure for figures, _ in PAGES.values() for figure in figures} == FIGURES.keys()
    used = {row.id for row in sources(PRESENT) if pages_of(row) or row.kind in ("parameter", "measure", "quotation")}
    unused = every_id() - used
    assert not unused


def drawn() -> Iterator[tuple[str, str]]:
    for page in MENU:
        for figure in message(page_script(page))["figures"] if page not in ("kilder", "avstemming", "ord") else ():
            yield page, figure["name"]


def test_every_drawn_figure_leads_to_its_rows() -> None:
    found = list(drawn())
    assert found
    for page, figure in found:
        assert kind_of(figure) in PAGES[page][0], (page, figure)
        assert rows_of(figure, PRESENT) and is_address(f"figur.{figure}", PRESENT)


def test_a_solutions_bridge_leads_to_its_own_tables() -> None:
    ids = [row.id for row in rows_of("bridge_e_resept", PRESENT)]
    assert ids[:3] == ["table.tabell_11", "table.tabell_11_lines", "table.tabell_18"]
    assert "table.tabell_9" not in ids and "table.tabell_8" not in ids[:3]
    assert "measure.fm_avvikling" in ids and "measure.preg_avvikling" not in ids


def test_what_stands_under_a_chart_names_its_tables() -> None:
    address, label = figure_sources(plan(shown()))
    assert address == "figur.plan" and label.startswith("Kilde: Tabell 1 og 15–21")


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Tabell 8", "table.tabell_8"), ("kommunal deflator", "index.series.municipal"), ("referat", "quotation.002")],
)
def test_words_are_in_what_a_row_is_found_by(text: str, expected: str) -> None:
    card = next(card for card in source_cards(PRESENT, Texts("nb")) if card.id == expected)
    words = f" {card.found_by} "
    assert all(f" {each}" in words for each in plain(text).split())


def test_the_page_shows_all_and_leads_to_a_row() -> None:
    at = opened()
    at.switch_page("pages/kilder.py").run()
    sent = message(at, "sources")
    assert len(sent["rows"]) == len(sources(PRESENT)) and len(sent["assumptions"]) == len(assumptions())
    assert sent["chosen"] == "" and sent["figure"] is None and sent["tables"] == {}
    chosen = message(page_script("kilder", kilde="measure.ehds"), "sources")
    assert chosen["chosen"] == "measure.ehds"
    of_figure = message(page_script("kilder", kilde="figur.plan"), "sources")
    assert of_figure["chosen"] == "" and "table.tabell_15" in of_figure["figure"]["rows"]
    assert "Kostnadsnivå per løsning" in of_figure["figure"]["sentence"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_source_that_is_not_there_is_said(language: str) -> None:
    at = opened(sprak=language, kilde="table.tabell_99")
    (sentence,) = (each.value.replace("\\", "") for each in at.warning)
    assert "table.tabell_99" in sentence and Texts(language)("page.kilder") in sentence
    assert not opened(sprak=language, kilde="table.tabell_9").warning


def test_files_have_the_same_rows() -> None:
    subject: Subject = at_rest("nb")
    found = {each.name: each for each in tables(subject)}
    cards = source_cards(PRESENT, Texts("nb"))
    assert [row[0] for row in found["sources"].rows] == [card.id for card in cards]
    assert [row[0] for row in found["assumptions"].rows] == [f"assumption.{name}" for name in assumptions()]
    columns = [column.name for column in found["sources"].columns]
    assert {"document", "place", "unit", "prices", "quality", "used_by", "decisions"} <= set(columns)
