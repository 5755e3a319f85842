"""``python -m exports``: each file is what it says, and what cannot be used leaves nothing behind."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from exports.command_line import main
from exports.everything import everything
from tests.export_subject import proposal

ROOT = Path(__file__).parents[1]
ASKED = ["--set", "risk_margin=0.03", "--created", "2026-01-15T09:30", "--year", "2027"]


@pytest.mark.parametrize(
    ("command", "name", "begins"),
    [
        (["data"], "data.zip", b"PK"),
        (["data"], "scenario.json", b"{\n"),
        (["data", "--table", "payers"], "payers.csv", b"\xff\xfe"),
        (["data", "--table", "payers", "--format", "csv_plain"], "payers.csv", b"year,"),
        (["data", "--table", "levels"], "levels.parquet", b"PAR1"),
        (["picture", "--figure", "plan"], "plan.svg", b"<svg"),
        (["picture"], "bridge.png", b"\x89PNG"),
        (["picture"], "bridge.html", b"<!DOCTYPE html>"),
        (["deck", "--language", "nn"], "deck.pptx", b"PK"),
        (["workbook", "--prices", "2025"], "book.xlsx", b"PK"),
        (["report", "--language", "en"], "report.pdf", b"%PDF"),
    ],
)
def test_a_command_writes_its_file(command: list[str], name: str, begins: bytes, tmp_path: Path) -> None:
    target = tmp_path / name
    assert main([*command, *ASKED, "--output", str(target)]) == 0
    assert target.read_bytes().startswith(begins)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["report", "--set", "risk_margin=9"], "risk_margin is 9"),
        (["picture", "--figure", "pie"], "known are bridge"),
        (["data", "--table", "pie", "--format", "csv"], "known are settings"),
        (["data", "--format", "csv"], "--table"),
        (["deck", "--theme", "nowhere.toml"], "nowhere.toml cannot be read"),
        (["deck", "--created", "today"], "--created"),
        (["data", "--created", "1970-01-01"], "between 1980 and 2099"),
        (["deck", "--created", "0001-01-01T00:00+10:00"], "between 1980 and 2099"),
        (["report", "--language", "de"], "--language"),
        (["report", "--year", "2031"], "--year"),
        (["report", "--scenario", "nowhere.json"], "nowhere.json"),
        (["picture", "--us", "Oslo"], "--us is 'Oslo'; write an RHF's name or the number of a municipality."),
        (["picture", "--us", "0104"], "0104 is now 3103 Moss"),
        (["report", "--against", ""], "--against is empty; write the name of a file."),
        (["report", "--address", "javascript:alert(1)"], "it must begin with https:// or http://"),
        (["data", "--table", "payers"], "a zip file holds no single table"),
        (["song"], "song"),
        ([], "COMMAND"),
    ],
)
def test_what_cannot_be_used_is_one_line(
    arguments: list[str], said: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "file"
    given = [*arguments, "--output", str(target)] if arguments else []
    assert main(given) == 2
    error = capfd.readouterr().err
    assert said in error and error.count("\n") == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("arguments", "name", "said"),
    [
        (["report"], "x.docx", ".pdf"),
        (["deck"], "x.pdf", ".pptx"),
        (["picture"], "x.pdf", ".svg or .png or .html or .pptx"),
        (["picture", "--format", "png"], "x.svg", ".png"),
        (["data"], "x.xlsx", ".zip or .json or .csv or .parquet"),
        (["data", "--table", "levels", "--format", "csv_plain"], "x.zip", ".csv"),
        (["all"], "x.pdf", ".zip"),
    ],
)
def test_an_ending_of_another_kind_is_refused(
    arguments: list[str], name: str, said: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main([*arguments, "--output", str(tmp_path / name)]) == 2
    error = capfd.readouterr().err
    assert f"must end with {said}, or have no ending." in error and error.count("\n") == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("name", "begins"), [("rapport", b"%PDF"), ("RAPPORT.PDF", b"%PDF")])
def test_no_ending_and_capitals_will_do(name: str, begins: bytes, tmp_path: Path) -> None:
    assert main(["report", *ASKED, "--output", str(tmp_path / name)]) == 0
    assert (tmp_path / name).read_bytes().startswith(begins)


@pytest.mark.parametrize("created", ["1980-01-01", "1980-01-01T00:00+10:00", "2099-12-31T23:59-10:00"])
@pytest.mark.parametrize("command", ["data", "deck", "workbook", "report"])
def test_the_first_and_the_last_time_can_be_written(command: str, created: str, tmp_path: Path) -> None:
    assert main([command, "--created", created, "--output", str(tmp_path / "file")]) == 0


def test_a_batch_is_refused(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    batch = tmp_path / "batch.jsonl"
    batch.write_text("{}\n{}\n")
    assert main(["report", "--scenario", str(batch)]) == 2
    assert "is a batch" in capfd.readouterr().err


def test_standard_input_and_output() -> None:
    command = [sys.executable, "-m", "exports", "data", "--scenario", "-", "--created", "2026-01-15T09:30"]
    answer = subprocess.run(command, cwd=ROOT, input=b'{"risk_margin": 0.03}', capture_output=True, check=True)
    with zipfile.ZipFile(io.BytesIO(answer.stdout)) as found:
        assert b'"risk_margin": 0.03' in found.read("scenario.json")


def test_the_whole_set_has_every_kind() -> None:
    files = everything(proposal())
    assert {name.rsplit(".", 1)[1] for name in files} == {"pdf", "pptx", "xlsx", "svg", "png", "csv", "parquet", "json"}
    assert all(files.values()) and all(
        proposal().id in name for name in files if "/" not in name and "json" not in name
    )


def test_the_start_does_not_wait_for_packages_that_write_files() -> None:
    program = "import sys, exports.command_line; print({'pptx', 'xlsxwriter', 'typst', 'streamlit'} & set(sys.modules))"
    answer = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "set()"
