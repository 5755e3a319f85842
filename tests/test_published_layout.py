"""Key files and lists as they are published: which sheet, which lines, and that no line is lost without a word."""

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from model import OwnData, Scenario
from model.payers import (
    FileNote,
    KeyFileError,
    MemberKey,
    PayerKeys,
    member_law_amounts,
    municipalities,
    read_municipal_key,
    read_vkp_users,
)
from tests.baselines import PRESENT
from tests.test_files import sent
from tests.test_key_files import workbook
from tests.test_payer_input import after
from texts import LANGUAGES, Texts

HEAD = ["Kommunenummer", "Kommune", "Indeks"]
ROWS = [[number, one.name, 1] for number, one in municipalities().items()]
PLAIN = [HEAD, *ROWS]
TITLE = ["Tabell E-k. Delkostnadsnøkkel for kommunehelse"]
AS_PUBLISHED = [TITLE, [], HEAD, ["1", "2", "3"], *ROWS, ["", "Hele landet", 1], [], ["Kilde: departementet 2026"]]
OSLO_NOK = 61_147_022
"""Oslo's part of the regulation's amounts for 2026 where every index is 1."""


def sheets(*each: tuple[str, str, Sequence[Sequence[object]]]) -> bytes:
    """A workbook: name, state and rows of each sheet."""
    book, file = openpyxl.Workbook(), BytesIO()
    book.remove(book.active)
    for title, state, rows in each:
        sheet = book.create_sheet(title)
        sheet.sheet_state = state
        for row in rows:
            sheet.append(list(row))
    book.save(file)
    return file.getvalue()


def csv(rows: Sequence[Sequence[object]], filled_up: bool = False) -> bytes:
    """The rows as CSV; a line may end where its cells do."""
    width = max(len(row) for row in rows)
    lines = [[str(cell) for cell in row] + [""] * (width - len(row)) * filled_up for row in rows]
    return "\n".join(";".join(line) for line in lines).encode()


def oslo_nok(key: MemberKey) -> int:
    return round(float(member_law_amounts(PRESENT, "kommuner", PayerKeys.of(Scenario(), key))[0]) * 1_000_000)


TWICE = [HEAD, *([row[0], row[1], 2 if row[0] == "0301" else 1] for row in ROWS)]


@pytest.mark.parametrize(
    ("content", "note"),
    [
        (workbook(PLAIN), FileNote()),
        (sheets(("Arbeidsark", "hidden", TWICE), ("Nøkkel", "visible", PLAIN)), FileNote()),
        (sheets(("Arbeidsark", "veryHidden", TWICE), ("Nøkkel", "visible", PLAIN)), FileNote()),
        (sheets(("Nøkkel", "visible", PLAIN), ("Kladd", "visible", TWICE)), FileNote("Nøkkel")),
        (sheets(("Tom", "visible", []), ("Nøkkel", "visible", PLAIN), ("x", "hidden", TWICE)), FileNote("Nøkkel")),
        (workbook(AS_PUBLISHED), FileNote("", (4, 362, 364))),
        (csv(AS_PUBLISHED), FileNote("", (4, 362, 364))),
        (csv(AS_PUBLISHED, filled_up=True), FileNote("", (4, 362, 364))),
        (csv([["Nr.", "", "Delkostnadsnøkler"], ["Kommunenr.", "Kommune"], *PLAIN], filled_up=True), FileNote()),
        (csv([["Kommunenr.", "Kommune", "Nøkkel"], ["", "", "Indeks"], *ROWS]), FileNote("", (2,))),
        (csv([["", "", "Indeks"], ["Kommunenr.", "Kommune", ""], *ROWS]), FileNote()),
        (csv([*PLAIN[:9], HEAD, ["", "Akershus", 1], *PLAIN[9:]]), FileNote("", (10, 11))),
    ],
    ids=[
        *("plain", "hidden", "very_hidden", "two_visible", "empty_first", "as_published", "csv", "csv_filled_up"),
        *("titles_like_heads", "value_below", "value_above", "heads_again"),
    ],
)
def test_the_table_is_found_in_what_stands_round_it(content: bytes, note: FileNote) -> None:
    key, found = read_municipal_key(content, "key")
    assert (oslo_nok(key), found) == (OSLO_NOK, note)
    assert not key.approximate
    users, users_note = read_vkp_users(content, "users")
    assert users == frozenset(municipalities()) and users_note.sheet == note.sheet


def changed(row: int, *cells: object) -> list[list[object]]:
    """The published layout with one line written otherwise."""
    return [*AS_PUBLISHED[: row - 1], list(cells), *AS_PUBLISHED[row:]]


@pytest.mark.parametrize("as_file", [workbook, csv])
@pytest.mark.parametrize(
    ("rows", "row", "column", "problem"),
    [
        (changed(5, "0301", "Oslo", ""), 5, "indeks", "number"),
        (changed(5, "0301", "Oslo", "mange"), 5, "indeks", "number"),
        (changed(5, "", "Oslo", 1), 5, "kommunenummer", "unknown"),
        (changed(5, "Oslo", "", 1), 5, "kommunenummer", "unknown"),
        (changed(5, "", "", 1), 5, "kommunenummer", "unknown"),
        (changed(5, "O301", "", 1), 5, "kommunenummer", "unknown"),
        (changed(5, "0301 Oslo", "", 1), 5, "kommunenummer", "unknown"),
        (changed(5, "#REF!", "", 1), 5, "kommunenummer", "unknown"),
        (changed(5, "x", "0301", 1), 5, "kommunenummer", "unknown"),
        (changed(362, "9999", "Hele landet", 1), 362, "kommunenummer", "unknown"),
        (changed(362, "30", "Buskerud", 1), 362, "kommunenummer", "unknown"),
        (changed(1, "0301", "Oslo", 1), 1, None, "above_head"),
        ([HEAD, ["", "Hele landet", 1]], None, "kommunenummer", "missing"),
        ([*[["x"]] * 20, *PLAIN], 1, "kommunenummer", "no_number"),
    ],
)
def test_a_damaged_line_is_never_passed_over(
    as_file: Callable[[list[list[object]]], bytes], rows: list[list[object]], row: int, column: str, problem: str
) -> None:
    with pytest.raises(KeyFileError) as caught:
        read_municipal_key(as_file(rows), "key")
    assert (caught.value.row, caught.value.column, caught.value.problem) == (row, column, problem)


@pytest.mark.parametrize("lost", ["Bergen", "BERGEN", "4601x", "46 01 4601", "4601 Bergen", "#REF!", "46"])
def test_a_damaged_line_of_a_list_is_never_passed_over(lost: str) -> None:
    with pytest.raises(KeyFileError, match="row 4, column kommunenummer"):
        read_vkp_users(workbook([["Brukere av VKP"], ["kommunenummer"], ["0301"], [lost]]), "users")


def test_a_workbook_without_a_visible_sheet_with_cells_is_refused() -> None:
    with pytest.raises(KeyFileError, match=r"key\.xlsx: no visible sheet has cells\."):
        read_municipal_key(sheets(("Nøkkel", "hidden", PLAIN), ("Tom", "visible", [])), "key.xlsx")


BOTH = sheets(("Nøkkel", "visible", AS_PUBLISHED), ("Kladd", "visible", TWICE))


def test_the_command_line_says_what_was_read(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    from model.commands.command_line import main

    file = tmp_path / "key.xlsx"
    file.write_bytes(BOTH)
    assert main(["payers", "--municipal-key-file", str(file), "--output", str(tmp_path / "paid.csv")]) == 0
    assert capfd.readouterr().err.splitlines() == [
        "key.xlsx: read from 'Nøkkel', the first visible sheet with cells.",
        "key.xlsx: lines without a municipality's number are not read: 3, the first is 4.",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_what_was_read(language: str) -> None:
    from pages.payers.given_fields import key_in_use, vkp_users_in_use

    key, note = read_municipal_key(BOTH, "key.xlsx")
    given, texts = OwnData(key, note, frozenset({"0301"}), "users.xlsx", note), Texts(language)
    for said in (key_in_use(given, texts), vkp_users_in_use(given, texts)):
        assert texts("given.sheet", sheet="Nøkkel") in said and texts("given.passed_over", count=3, first=4) in said


def test_a_workbook_is_taken_by_the_page() -> None:
    asked = {"id": "municipal_key", "name": "n.xlsx", "content": sent(BOTH)}
    assert after("payers.given_fields", asked)[2:] == ["('n.xlsx', None, None, {})", ""]
