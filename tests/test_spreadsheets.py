"""CSV for people: LibreOffice with a Norwegian and with an English user reads the same, and it is what the screen says.

A file that Excel opens by a double click has nothing else to go by than its first bytes and its tabs.
"""

import re
import subprocess
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from charts.payers.unit_costs import unit_cost_table
from charts.records.figure import Table
from exports.data import excel_csv, shown_csv, tables
from exports.municipal import municipal_file
from exports.pictures import figures
from exports.spreadsheet import Quantity, quantity, quantity_of, shown_file
from exports.subject import Subject
from model.answers.question import FIXED
from model.baseline.axes import PAYER_GROUPS
from model.payers import in_ore, payments
from tests.export_subject import proposal
from tests.programs import LIBREOFFICE, find
from texts import LANGUAGES, Texts
from texts.numbers import decimal, read_back

USERS = {"norwegian": "1044", "english": "2057"}
"""Windows' numbers of bokmål and British English, as LibreOffice asks for them."""

OPENED = "CSV:9,34,65535,1,,{}"
"""Tabs, quotation marks, UTF-16, from the first line, and the user's language."""

MIXED = Table(
    ("", "Forslag; A", "Merket", "Ord"),
    (
        ("Andel", "−2,0\u00a0%", "3,15\u00a0%", "Kommuner 50,0\u00a0%, RHF 50,0\u00a0%"),
        ("Nivå", "1\u202f043,0*", "99,9†", "–"),
        ("Kostnad", "høyst 3,20 kr", "90,758 (2024, i 2025-kroner)", "1-2"),
        ("Forsinket", "1 år", "–", ""),
    ),
)
"""What stands on the screen in bokmål, of every kind."""


def subjects() -> Iterable[Subject]:
    return (proposal("nb"), proposal("en", prices=FIXED))


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    """Of each kind, as numbers are written in each: beside charts, under tables, in the archive, of municipalities."""
    found = {"mixed": shown_file(MIXED, {}, Texts("nb"))}
    for at, subject in enumerate(subjects()):
        found |= {f"{at} {name}": shown_csv(figure.table, subject) for name, figure in figures(subject).items()}
        found |= {f"{at} {table.name} data": excel_csv(table, subject) for table in tables(subject)}
        found[f"{at} unit costs"] = shown_csv(unit_cost_table(subject.baseline, subject.texts), subject)
        found[f"{at} municipalities"] = municipal_file(subject)
    return found


@pytest.fixture(scope="module")
def read(files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, list[Any]]]:
    """User → file → its rows, as LibreOffice opens it for that user."""
    folder = tmp_path_factory.mktemp("csv")
    for name, content in files.items():
        (folder / f"{name}.csv").write_bytes(content)
    return {user: opened(folder, user, sorted(files)) for user in USERS}


def opened(folder: Path, user: str, names: list[str]) -> dict[str, list[Any]]:
    profile, out = (folder / "profile").as_uri(), folder / user
    command = [str(find(LIBREOFFICE)), f"-env:UserInstallation={profile}", "--headless"]
    command += [f"--infilter={OPENED.format(USERS[user])}", "--convert-to", "xlsx", "--outdir", str(out)]
    given = [str(folder / f"{name}.csv") for name in names]
    subprocess.run([*command, *given], check=True, capture_output=True, timeout=300)
    return {name: list(load_workbook(out / f"{name}.xlsx").active.values) for name in names}


def test_norwegian_and_english_spreadsheets_read_the_same(read: dict[str, dict[str, list[Any]]]) -> None:
    assert read["norwegian"] == read["english"]


@pytest.mark.parametrize("user", USERS)
def test_every_number_is_read_as_the_number_it_is(
    files: dict[str, bytes], read: dict[str, dict[str, list[Any]]], user: str
) -> None:
    """What is written without quotation marks is a whole number, and is one in the spreadsheet."""
    count = 0
    for name, content in files.items():
        lines = content.decode("utf-16").splitlines()
        assert len(lines) == len(read[user][name])
        for line, row in zip(lines, read[user][name], strict=True):
            for written, value in zip(line.split("\t"), row, strict=True):
                if not written.startswith('"'):
                    assert re.fullmatch(r"-?\d+", written) and value == int(written), (name, written, value)
                    count += 1
    assert count > 2000


@pytest.mark.parametrize("user", USERS)
def test_a_cell_is_taken_apart_into_number_unit_and_note(read: dict[str, dict[str, list[Any]]], user: str) -> None:
    head, *rows = read[user]["mixed"]
    three = ("", ", enhet", ", merknad")
    assert head[1:7] == tuple(f"{name}{what}" for name in ("Forslag; A", "Merket") for what in three)
    assert [row[1:7] for row in rows] == [
        (-200, "hundredels prosent", None, 315, "hundredels prosent", None),
        (1_043_000_000, "kr", "*", 99_900_000, "kr", "†"),
        (320, "øre", "høyst", 90_758_000, "kr", "2024, i 2025-kroner"),
        (1, "år", None, None, None, "–"),
    ]
    assert [row[7] for row in rows] == ["Kommuner 50,0\u00a0%, RHF 50,0\u00a0%", "–", "'1-2", None]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_amounts_beside_a_chart_are_those_of_the_screen(language: str) -> None:
    subject, table = proposal(language), figures(proposal(language))["bridge"].table
    lines = [line.split("\t") for line in shown_csv(table, subject).decode("utf-16").splitlines()[1:]]
    for line, row in zip(lines, table.rows, strict=True):
        for written, text in zip(line[1:7:2], row[1:], strict=True):
            assert subject.texts.change(int(written) / 1e6).lstrip("+") == text.lstrip("+")


def test_the_municipalities_add_up_to_the_ore() -> None:
    subject = proposal()
    lines = [line.split("\t") for line in municipal_file(subject).decode("utf-16").splitlines()]
    at = lines[0].index('"Beregnet 2026, uten mva."')
    expected = in_ore(payments(subject.answer.result, subject.answer.keys)).groups[0, PAYER_GROUPS.index("kommuner"), 0]
    assert sum(int(line[at]) for line in lines[1:]) == int(expected)


@pytest.mark.parametrize("language", LANGUAGES)
@given(value=st.decimals(-(10**9), 10**9, places=6), decimals=st.integers(0, 6), signed=st.booleans())
def test_what_is_written_is_read_back(language: str, value: Decimal, decimals: int, signed: bool) -> None:
    text = decimal(float(value), language, decimals, signed)
    found = read_back(text, language)
    assert found is not None and decimal(float(found), language, decimals, signed) == text


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("1,234.5", "en", "1234.5"),
        ("90,758", "en", "90758"),
        ("90,758", "nb", "90.758"),
        ("\u22122,0", "nn", "-2.0"),
        ("1.234,5", "nb", None),
        ("1,23,4", "en", None),
        ("12\u202f34", "nb", None),
        ("", "nb", None),
        ("2026*", "en", None),
    ],
)
def test_a_number_is_read_in_its_own_language(text: str, language: str, expected: str | None) -> None:
    assert read_back(text, language) == (None if expected is None else Decimal(expected))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_amount_with_its_unit_is_taken_apart(language: str) -> None:
    texts = Texts(language)
    kroner, ore = texts("sheet.unit_nok"), texts("sheet.unit_ore")
    amount = texts("payers.nok_amount", amount=texts.amount(1234.5, 2))
    at_most = texts("unit_costs.at_most", amount="").strip()
    assert quantity_of(texts("unit_costs.at_most", amount=amount), "mnok", texts) == Quantity(123450, ore, at_most)
    millions = texts("payers.mnok_amount", amount=texts.amount(1234.5))
    assert quantity_of(millions, "count", texts) == Quantity(1_234_500_000, kroner)
    assert quantity_of(texts.percent_change(-0.02), "mnok", texts).number == -200
    assert quantity_of(texts("setting.years", count=2), "mnok", texts).number == 2


def test_more_decimals_than_there_is_a_unit_for_stop_the_file() -> None:
    with pytest.raises(ValueError, match="more decimals"):
        quantity(Decimal("0.1234567"), "percent", Texts("nb"))
