"""Data to take along, read by pandas and pyarrow."""

import hashlib
import io
import json
import re
import zipfile

import numpy as np
import pandas as pd
import pyarrow.parquet as pq
import pytest

from exports.archive import archive
from exports.contents import CONTENTS, sections
from exports.data import data_files, excel_csv, parquet, plain_csv, shown_csv, tables
from exports.pictures import figures
from exports.subject import scenario_id, subject_of
from exports.tables import DataTable
from model import Question, Scenario, attribute, run
from model.payers import PayerKeys, payments
from model.scenario.link import from_query
from tests.export_subject import CREATED, at_rest, proposal, with_projects
from texts import LANGUAGES

PROJECT_SECTIONS = ("projects", "project_sizes")
"""What there is only where a scenario has projects."""


def table(name: str) -> DataTable:
    return next(table for table in tables(proposal()) if table.name == name)


def test_a_spreadsheet_gets_the_amounts_in_whole_kroner() -> None:
    subject = proposal()
    found = pd.read_csv(io.BytesIO(excel_csv(table("levels"), subject)), sep="\t", encoding="utf-16")
    assert found.columns[0] == "År"
    need = found[found["Størrelsens id"] == "financing_need"]
    expected = run(subject.question.scenario).financing_need[:, :, 0].ravel() * 1e6
    np.testing.assert_array_equal(need[subject.context.scenario.replace("=", "'=")], expected.round())
    assert set(need[f"'{subject.context.scenario}, enhet"]) == {"kr"}
    assert set(found["scenario"]) == {subject.id} and set(found["baseline"]) == {"tallgrunnlag-2025-var"}


def test_beside_a_setting_stands_the_published_value() -> None:
    """Not the scenario's own general lever, which a solution departs from."""
    subject = subject_of(
        Question(
            Scenario.from_mapping({"extra_efficiency": 0.01, "by_solution": {"helsenorge": {"extra_efficiency": 0.0}}})
        ),
        CREATED,
    )
    (found,) = (each for each in tables(subject) if each.name == "settings")
    assert [row[2:] for row in found.rows] == [("1,0\u00a0%", "0,0\u00a0%"), ("0,0\u00a0%", "0,0\u00a0%")]


def test_2026_starts_from_what_was_available() -> None:
    found = pd.read_csv(io.BytesIO(plain_csv(table("bridges"), proposal())))
    starts = found[found.component == "previous_level"].groupby("year").component_name.unique()
    assert [list(names) for names in starts] == [
        ["Forskrift 2025 samt midler fra tidligere år"],
        ["Kostnadsnivå 2026"],
        ["Kostnadsnivå 2027"],
        ["Kostnadsnivå 2028"],
    ]


@pytest.mark.parametrize(("language", "edition"), [("nb", "våren 2025"), ("nn", "hausten 2021"), ("en", "spring 2025")])
def test_documents_are_told_in_the_language(language: str, edition: str) -> None:
    subject = at_rest(language)
    (found,) = (each for each in tables(subject) if each.name == "documents")
    assert edition in {row[3] for row in found.rows}
    assert any(row[1] == "Referat fra møte 4/2025 i Teknisk beregningsutvalg" for row in found.rows)
    english = re.compile(r"\b(the|of|as in force|read from|Table|Statistics|budget)\b")
    words = " ".join(str(cell) for row in found.rows for cell in row[1:])
    assert bool(english.search(words)) == (language == "en")


def test_a_charts_own_csv_says_what_it_is_of() -> None:
    subject = proposal()
    figure = figures(subject)["bridge"]
    found = pd.read_csv(io.BytesIO(shown_csv(figure.table, subject)), sep="\t", encoding="utf-16")
    assert list(found.columns[-len(subject.stamps) :]) == list(subject.stamps)
    assert len(found) == len(figure.table.rows)
    assert set(found["scenario"]) == {subject.id} and set(found["link"]) == {subject.link}
    assert set(found["scenario_name"]) == {"'=Forslag & <møte>"}


def test_a_csv_of_ones_own_says_who_pays_how_sure_it_is_and_where_it_is_from() -> None:
    """The chart's and a table's alike; what is of all names nobody."""
    subject = subject_of(Question(year=2028, us="3316"), CREATED)
    own = figures(subject)["payer_own"]
    content = shown_csv(own.table, subject, payer=own.payer, sources=subject.sources_of(own))
    found = pd.read_csv(io.BytesIO(content), sep="\t", encoding="utf-16")
    assert set(found["payer"]) == {"Modum"} and set(found["payer_id"]) == {3316}
    assert set(found["key_quality"]) == {"tilnærmet"} and set(found["source"]) == {subject.sources_of(own)}
    assert all("hvem=3316" in link for link in found["link"])
    of_all = pd.read_csv(io.BytesIO(shown_csv(own.table, subject)), sep="\t", encoding="utf-16")
    assert "payer" not in of_all and set(of_all["source"]) == {subject.source}


def test_no_text_of_a_sheet_is_a_formula() -> None:
    content = excel_csv(table("settings"), proposal()).decode("utf-16")
    assert "=Forslag" in content
    cells = [cell.strip('"') for line in content.splitlines() for cell in line.split("\t")]
    assert not [cell for cell in cells if cell[:1] in ("=", "+", "-", "@")]


def test_plain_and_parquet_hold_the_same() -> None:
    subject = proposal()
    for each in tables(subject):
        plain = pd.read_csv(io.BytesIO(plain_csv(each, subject)), dtype={"payer": str})
        typed = pq.read_table(io.BytesIO(parquet(each, subject)))
        assert list(plain.columns[: len(each.columns)]) == typed.column_names
        assert typed.num_rows == len(each.rows) == len(plain)
        assert typed.schema.metadata[b"scenario"].decode() == subject.id
        assert typed.schema.metadata[b"link"].decode() == subject.link
        units = [typed.schema.field(column.name).metadata[b"unit"] for column in each.columns]
        assert b"mnok" in units or each.name in ("settings", "ranges", "documents", "sources", "assumptions")


def test_bridges_payers_and_reasons_add_up() -> None:
    subject = proposal()
    bridges = pd.read_csv(io.BytesIO(plain_csv(table("bridges"), subject)))
    steps = bridges[~bridges.component.isin(["cost_level", "returned_funds", "financing_need"])]
    cost = bridges[bridges.component == "cost_level"].groupby("year").amount_mnok.sum()
    np.testing.assert_allclose(steps.groupby("year").amount_mnok.sum(), cost, atol=1e-6)
    payers = pd.read_csv(io.BytesIO(plain_csv(table("payers"), subject)))
    expected = (
        payments(run(subject.question.scenario), PayerKeys.of(subject.question.scenario)).groups[:, :, 0].sum(axis=1)
    )
    np.testing.assert_allclose(payers.groupby("year").amount_mnok.sum(), expected, atol=1e-6)
    reasons = table("attribution").rows
    np.testing.assert_allclose(reasons[-1][2:], attribute(subject.question.scenario).difference.sum(axis=1), atol=1e-6)


def test_in_2025_kroner_the_reasons_explain_the_difference_of_the_figures() -> None:
    subject = proposal(prices="faste")
    (reasons,) = (each for each in tables(subject) if each.name == "attribution")
    difference = (subject.answer.result.financing_need - subject.answer.reference.financing_need)[:, :, 0].sum(axis=1)
    np.testing.assert_allclose(reasons.rows[-1][2:], difference, atol=1e-6)


def test_the_archive_says_what_is_in_it() -> None:
    subject = proposal()
    files = data_files(subject)
    with zipfile.ZipFile(io.BytesIO(archive(files, subject))) as found:
        manifest = json.loads(found.read("manifest.json"))
        assert found.testzip() is None
        for entry in manifest["files"]:
            content = found.read(entry["file"])
            assert (len(content), hashlib.sha256(content).hexdigest()) == (entry["bytes"], entry["sha256"])
        assert {entry["file"] for entry in manifest["files"]} == set(files) == set(found.namelist()) - {"manifest.json"}
        assert Scenario.from_json(found.read("scenario.json")) == subject.question.scenario
    assert archive(files, subject) == archive(data_files(proposal()), proposal())


def test_the_id_is_the_scenarios() -> None:
    assert scenario_id(Scenario()) == scenario_id(Scenario(risk_margin=0.05)) != scenario_id(Scenario(risk_margin=0.04))


def test_the_link_opens_the_scenario() -> None:
    subject = proposal()
    address, _, query = subject.link.partition("?")
    from urllib.parse import parse_qsl

    opened = from_query(dict(parse_qsl(query)), beside=("sprak", "aar", "priser"))
    assert address == "https://example.org/" and opened.scenario == subject.question.scenario and not opened.refused


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_section_is_there_in_every_language(language: str) -> None:
    for subject, left_out in (
        (proposal(language), PROJECT_SECTIONS),
        (at_rest(language), PROJECT_SECTIONS),
        (with_projects("two", language), ()),
    ):
        found = sections(subject)
        assert len(found) == len(CONTENTS) - len(left_out) == len({section.title for section in found})
        assert all(section.sentences or section.figures or section.printed for section in found)
        assert not {section.name for section in found} & set(left_out)
    names = [each.name for each in tables(with_projects("two", language))]
    assert len(names) == len(set(names))
