"""What is taken along of any baseline: invented ones have every file, and the workbook agrees with the tool."""

import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charts.reconciliation.words import reconciliation_headline
from exports.command_line import main
from exports.contents import sections
from exports.everything import everything
from exports.municipal import municipal_file
from exports.notebook import frames
from exports.subject import Subject, scenario_id, subject_of
from exports.workbook import workbook
from model import Baseline, Question, Scenario
from model.baseline.making import baseline_of
from model.scenario.fields import LAW
from tests.baselines import INVENTED, PRESENT, SHEETS, changed, spring_2026_sheets, with_facts
from tests.export_subject import CREATED
from tests.strategies import mappings
from tests.test_exports_workbook import opened
from texts import LANGUAGES

ANOTHER_LAW = {"fm_avvikling.scale": "0.5", "felles_til_tjenesteavtaler.enabled": "no", "sikkerhet.enabled": "yes"}
"""Settings of measures by which a law has others in its year than the print."""

SOME_MONEY = 1e-6  # MNOK, one krone


def asked(baseline: Baseline, language: str = "nb", **fields: Any) -> Subject:
    return subject_of(Question(Scenario.from_mapping(fields, baseline)), CREATED, language, "https://example.org/")


def with_another_law() -> Baseline:
    """The present one by a regulation with other measures."""

    def settled(rows: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
        blank = dict.fromkeys(rows["index_rate"], "")
        return rows | {row: blank | {"value": value} for row, value in ANOTHER_LAW.items()}

    return baseline_of(changed(with_facts(SHEETS, {"id": "oppdiktet-forskrift"}), "law", settled))


BASELINES = [PRESENT, with_another_law(), *(make() for make in INVENTED.values())]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("make", INVENTED.values(), ids=INVENTED)
def test_every_file_of_an_invented_baseline_names_it(make: Callable[[], Baseline], language: str) -> None:
    baseline = make()
    subject = asked(baseline, language, risk_margin=0.03, index_rate=0.031)
    files = {**everything(subject), "kommuner.csv": municipal_file(subject)}
    assert all(files.values()) and json.loads(files["scenario.json"])["baseline"] == baseline.id
    for name, content in files.items():
        if name.startswith(("csv", "kommuner")):
            said = content.decode("utf-8" if name.startswith("csv_plain") else "utf-16")
            assert baseline.id in said and f"grunnlag={baseline.id}" in said
    frame = frames(subject.answer)["run"]
    assert tuple(dict.fromkeys(frame["solution"])) == baseline.solutions
    assert frame.attrs["baseline"] == baseline.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_year_on_nothing_is_said_of_the_years_before(language: str) -> None:
    """The base year is 2026: what is said of 2025 belongs to other documents, or is a year of history.

    A printed figure that is told because it does not come out has its own year.
    """
    subject = asked(baseline_of(spring_2026_sheets()), language)
    told = [section for section in sections(subject) if section.name != "development"]  # it has the years before
    said = [sentence for section in told for sentence in (section.title, *section.sentences)]
    checked = reconciliation_headline(subject.baseline, subject.texts)
    unchecked = [sentence for sentence in said if not sentence.startswith(checked)]
    assert not [sentence for sentence in unchecked if re.search("2025|Tabell (8|15)", sentence)]
    assert any("2026–2030" in sentence and "2028–2030" in sentence for sentence in said)
    assert subject.provenance.count(subject.baseline.title[language]) == 2  # it is the reference, and the source


def test_without_printed_tables_there_is_nothing_to_hold_it_against() -> None:
    subject = asked(INVENTED["nothing optional"]())
    (sources,) = (section for section in sections(subject) if section.name == "sources")
    assert subject.texts("export.check_none") in sources.sentences
    assert sources.data[0].rows[0][:2] == (subject.baseline.id, subject.baseline.title["nb"])


def test_a_printed_cell_that_nobody_has_explained_is_no_fault_of_the_print() -> None:
    sheets = changed(
        with_facts(SHEETS, {"id": "oppdiktet"}),
        "tabell_15",
        lambda rows: rows | {"helsenorge": rows["helsenorge"] | {"2028": "1.0"}},
    )
    (sources,) = (section for section in sections(asked(baseline_of(sheets))) if section.name == "sources")
    assert any("uten at årsaken er kjent" in sentence for sentence in sources.sentences)


@settings(max_examples=25, deadline=None)
@given(
    st.sampled_from(BASELINES).flatmap(lambda baseline: st.tuples(st.just(baseline), mappings(baseline))),
    st.booleans(),
)
def test_the_workbook_of_any_scenario_agrees_with_the_tool(
    scenario: tuple[Baseline, dict[str, Any]], from_law: bool
) -> None:
    baseline, fields = scenario
    start = {"start": LAW} if from_law and baseline.law else {}
    subject = asked(baseline, **{**fields, **start})
    book = opened(workbook(subject), data_only=True)
    assert book["Resultat"]["B4"].value == "Stemmer med verktøyet"
    *steps, cost, returned, state, need = (book["Bro"].cell(row, 2).value for row in range(5, 17))
    assert sum(steps) == pytest.approx(cost, abs=SOME_MONEY)
    assert cost + returned + state == pytest.approx(need, abs=SOME_MONEY)


def folder_of(sheets: Any, folder: Path) -> Path:
    """The sheets as a folder of CSV files."""
    import csv

    folder.mkdir()
    for name, sheet in sheets.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            lines = csv.writer(file)
            lines.writerow(["row", *sheet.columns])
            lines.writerows(
                [row, *(cells.get(column, "") for column in sheet.columns)] for row, cells in sheet.rows.items()
            )
    return folder


def test_a_command_takes_a_baseline(tmp_path: Path) -> None:
    folder, target = folder_of(spring_2026_sheets(), tmp_path / "grunnlag"), tmp_path / "data.zip"
    assert main(["data", "--baseline", str(folder), "--year", "2030", "--output", str(target)]) == 0
    with zipfile.ZipFile(io.BytesIO(target.read_bytes())) as found:
        assert json.loads(found.read("manifest.json"))["baseline"] == "oppdiktet-2026-var"
        assert b'"baseline": "oppdiktet-2026-var"' in found.read("scenario.json")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--year", "2026"], "--year is 2026; the plan of oppdiktet-2026-var is of 2027, 2028, 2029, 2030."),
        (["--scenario", "old.json"], "baseline is 'tallgrunnlag-2025-var'"),
        (["--against", "old.json"], "baseline is 'tallgrunnlag-2025-var'"),
        (["--prices", "2026"], "--prices"),
    ],
)
def test_what_belongs_to_another_baseline_is_refused(
    arguments: list[str],
    said: str,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A scenario of version 1 is of the baseline that there was."""
    monkeypatch.chdir(tmp_path)
    folder = folder_of(spring_2026_sheets(), tmp_path / "grunnlag")
    Path("old.json").write_text('{"version": 1, "risk_margin": 0.03}', encoding="utf-8")
    assert main(["data", "--baseline", str(folder), *arguments, "--output", "data.zip"]) == 2
    assert said in capfd.readouterr().err and not Path("data.zip").exists()


def test_fixed_prices_go_by_their_old_word_too(tmp_path: Path) -> None:
    made = []
    for word in ("2025", "faste"):
        given_out = tmp_path / f"{word}.csv"
        options = ["--table", "levels", "--prices", word, "--set", "index_rate=0.03", "--created", "2026-01-15T09:30"]
        assert main(["data", *options, "--output", str(given_out)]) == 0
        made.append(given_out.read_bytes())
    assert made[0] == made[1]


def test_a_scenario_of_the_first_version_keeps_its_id() -> None:
    """The ids stand on what has been taken along before."""
    assert scenario_id(Scenario(figures=PRESENT)) == "2430f1a2"
    old = {"version": 1, "risk_margin": 0.03, "underspend_2025_returned": 0.5}
    assert scenario_id(Scenario.from_mapping(old)) == "756c3753"
    others = [Scenario(start=LAW, figures=PRESENT), *(Scenario(figures=baseline) for baseline in BASELINES)]
    assert len({scenario_id(scenario) for scenario in others}) == len(others)
