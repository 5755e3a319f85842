"""What projects cost, in every file: report, slides, data and notebook say what the model does."""

import io
import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from pptx import Presentation
from pypdf import PdfReader

from charts.projects.words import headline, key_figures
from exports.data import plain_csv, tables
from exports.deck import deck
from exports.notebook import frames
from exports.report import report
from exports.subject import Subject, subject_of
from model import Question, Scenario
from model.__main__ import main
from tests.export_subject import CREATED, PORTAL, PROJECTS, at_rest, with_projects
from texts import LANGUAGES


def plain(text: str) -> str:
    return "".join(text.split())


def rows_of_command(name: str, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> pd.DataFrame:
    """What ``python -m model invest`` writes of the projects of a name."""
    file = tmp_path / "projects.json"
    file.write_text(json.dumps(list(PROJECTS[name])), encoding="utf-8")
    assert main(["invest", "--project", str(file), "--set", "index_rate=0.031"]) == 0
    return pd.read_csv(io.BytesIO(capsysbinary.readouterr().out), dtype={"payer": str})


def data_rows(subject: Subject) -> pd.DataFrame:
    (table,) = (each for each in tables(subject) if each.name == "projects")
    return pd.read_csv(io.BytesIO(plain_csv(table, subject)), dtype={"payer": str})


@pytest.mark.parametrize("name", ["outside", "two"])
def test_data_and_notebook_have_the_rows_of_the_command(
    name: str, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    expected, subject = rows_of_command(name, tmp_path, capsysbinary), with_projects(name)
    for found in (data_rows(subject), frames(subject.answer)["projects"]):
        pd.testing.assert_frame_equal(found[expected.columns], expected, check_exact=True, check_dtype=False)
    assert frames(subject.answer)["reference_projects"].empty


def test_data_are_in_the_prices_of_the_file() -> None:
    nominal, fixed = (data_rows(with_projects("two", prices=prices)) for prices in ("lopende", "faste"))
    years = (nominal.year - 2025).clip(lower=0)
    np.testing.assert_allclose(fixed.amount_mnok * 1.031**years, nominal.amount_mnok, atol=1e-9)
    assert set(fixed.price_basis) == {"2025-kroner"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_tells_what_projects_cost(language: str) -> None:
    subject = with_projects("two", language)
    reader = PdfReader(io.BytesIO(report(subject)))
    text, said = plain("".join(page.extract_text() for page in reader.pages)), subject.texts
    assert len(reader.pages) <= 8
    wanted = [said("page.nytt_tiltak"), headline(subject.context), said("projects.note_project_payments")]
    wanted += [key.value for key in key_figures(subject.context)] + [said("project.numbered", number=2), "«Portal»"]
    for words in wanted:
        assert plain(words).replace("-", "") in text.replace("-", ""), words
    years = subject.answer.burden.years
    assert all(str(year) in text for year in years)


def test_a_lifetime_of_thirty_years_has_room_in_the_report() -> None:
    longest = PORTAL | {"lifetime": 30, "state_share": 0.5}
    subject = subject_of(Question(Scenario.from_mapping({"projects": [longest] * 3}), us="0301"), CREATED)
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(report(subject))).pages]
    assert len(pages) <= 8 and plain(subject.texts("page.nytt_tiltak")) in plain("".join(pages))
    assert set(map(str, subject.answer.burden.years)) <= {word for page in pages for word in page.split()}


def test_slides_have_key_figures_and_a_native_chart_of_each_year() -> None:
    subject = with_projects("two")
    slides = list(Presentation(io.BytesIO(deck(subject))).slides)
    texts = ["\n".join(each.text_frame.text for each in slide.shapes if each.has_text_frame) for slide in slides]
    (told,) = (text for text in texts if headline(subject.context) in text)
    assert all(key.value in told for key in key_figures(subject.context))
    sums = subject.answer.burden.sector[:, :, 0].sum(axis=0)
    slide = slides[texts.index(told)]
    assert subject.texts("projects.title_project_payments") in told
    (chart,) = (each.chart for each in slide.shapes if each.has_chart)
    assert [str(each).split("\n")[0] for each in chart.plots[0].categories] == [
        str(year) for year in subject.answer.burden.years
    ]
    paid = [list(series.values) for series in chart.plots[0].series if series.name.startswith("Sektor")]
    np.testing.assert_allclose(np.sum(paid, axis=0), sums, atol=1e-9)
    assert subject.texts("projects.note_project_payments") in slide.notes_slide.notes_text_frame.text


def test_without_projects_nothing_speaks_of_them() -> None:
    assert "projects" not in [each.name for each in tables(at_rest())]
    assert frames(at_rest().answer)["projects"].empty


@pytest.mark.parametrize("users", [["nobody"], ["rhf", "Helse Vest"], ["apotek_bandasjister"]])
def test_buyers_that_are_none_are_told_of(users: list[str]) -> None:
    """A file may name them; no share of its own has the last one in the key that is given here."""
    keys = {"helsenorge": {"rhf": 0.5, "kommuner": 0.5}}
    fields = {"keys": keys, "projects": [PORTAL | {"task": "outside", "users": users}]}
    subject = subject_of(Question(Scenario.from_mapping(fields)), CREATED)
    pages = PdfReader(io.BytesIO(report(subject))).pages
    said = subject.texts("projects.undivided", what="\n").split("\n")[0]
    assert plain(said) in plain("".join(page.extract_text() for page in pages))
    assert data_rows(subject).empty
