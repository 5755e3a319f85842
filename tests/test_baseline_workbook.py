"""The workbook of a baseline: what is written is read again, and what cannot be is said with sheet, row and column."""

import math
import re
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from model.baseline.baseline import Baseline
from model.baseline.making import baseline_of
from model.baseline.workbook import LARGEST_WORKBOOK, workbook_baseline, workbook_sheets
from model.reading.faults import SheetError, SheetsError
from model.reading.number_formats import decimals_shown, is_date
from model.reading.sheets import Sheet, Sheets, digest
from model.template import template
from model.template.grid import HEADER
from tests.baselines import PRESENT, REQUIRED, SHEETS, spring_2026_sheets
from tests.little_room import answers, where_there_is_a_limit
from tests.programs import LIBREOFFICE, find

SMALL: Sheets = {name: SHEETS[name] for name in REQUIRED}
FILLED = template(SMALL, filled=True)
Change = Callable[[Any], object]


def edited(content: bytes, change: Change) -> bytes:
    """A workbook as somebody's program changes it; it forgets what formulas give."""
    book = load_workbook(BytesIO(content))
    change(book)
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()


def cell(book: Any, sheet: str, row: str, column: str) -> Any:
    """A cell by its ids."""
    found = book[sheet]
    rows = [each.value for each in found["A"]]
    columns = [str(each.value) for each in found[1]]
    return found.cell(rows.index(row) + 1, columns.index(column) + 1)


def put(sheet: str, row: str, column: str, value: object, form: str = "General") -> Change:
    """Types something into a cell."""

    def change(book: Any) -> None:
        place = cell(book, sheet, row, column)
        place.value, place.number_format = value, form

    return change


def faults(content: bytes) -> tuple[SheetError, ...]:
    with pytest.raises(SheetsError) as caught:
        workbook_baseline(content)
    assert str(caught.value) == str(caught.value.faults[0])
    return caught.value.faults


@pytest.mark.parametrize("sheets", [SHEETS, SMALL, spring_2026_sheets()], ids=["present", "required", "a year on"])
def test_what_is_written_is_read_again(sheets: Sheets) -> None:
    read = workbook_sheets(template(sheets, filled=True))
    assert not read.faults and digest(read.sheets) == digest(sheets)
    assert workbook_baseline(template(sheets, filled=True)) == baseline_of(sheets)


def test_the_layout_moves_a_year_and_nothing_is_filled_in() -> None:
    read = workbook_sheets(template(SHEETS, filled=False))
    assert not read.faults
    assert read.sheets["plan"].columns[:4] == ("2028", "2029", "2030", "2031")
    assert list(read.sheets["bridge"].rows) == list(PRESENT.solutions)
    facts = read.sheets["baseline"].rows
    assert (facts["base_year"]["value"], facts["last_year"]["value"], facts["id"]["value"]) == ("2026", "2031", "")
    assert not any(cells[year] for cells in read.sheets["plan"].rows.values() for year in ("2028", "2031"))
    assert read.sheets["bridge"].rows["helsenettet_felles"]["clearing"] == "yes"
    assert not {"tables", "tabell_8", "law", "measures"} & read.sheets.keys()


def test_the_sheets_of_the_next_year_have_the_years_of_the_next() -> None:
    book = load_workbook(BytesIO(template(SHEETS, filled=False)))
    heads = {name: [str(each.value) for each in book[name][1]] for name in book.sheetnames}
    assert [head for head in heads["tabell_1"] if head.isdecimal()] == ["2024", "2025", "2026", "2027"]
    assert "_previous_2026" in heads["tabell_1"] and "_previous_2023" not in heads["tabell_1"]
    assert cell(book, "tabell_1", "helsenorge", "_previous_2026").value == 392.1
    assert cell(book, "bridge", "helsenorge", "_previous_available").value == 370.2
    assert "_sikkerhet" in [each.value for each in book["measures"]["A"]]


def test_half_filled_says_what_is_missing() -> None:
    missing = [(each.sheet, each.row, each.column) for each in faults(template(SHEETS, filled=False))]
    assert ("baseline", "id", "value") in missing and ("bridge", "vkp", "available") in missing
    assert len(missing) == len(set(missing)) == 5 + len(PRESENT.solutions)


def test_an_empty_one_that_a_script_fills_in_is_a_baseline() -> None:
    expected = spring_2026_sheets()
    small = {name: expected[name] for name in REQUIRED}

    def fill(book: Any) -> None:
        for name, sheet in small.items():
            for row, cells in sheet.rows.items():
                for column, text in cells.items():
                    if text:
                        number = re.fullmatch(r"-?\d+(\.\d+)?", text)
                        cell(book, name, row, column).value = float(text) if number else text

    made = workbook_baseline(edited(template(SHEETS, filled=False), fill))
    assert_same_figures(made, baseline_of(small | {"groups": SHEETS["groups"]}))


def assert_same_figures(made: Baseline, expected: Baseline) -> None:
    assert (made.id, made.title, made.years, made.solutions) == (
        expected.id,
        expected.title,
        expected.years,
        expected.solutions,
    )
    for name in ("available", "changes", "returned", "base_year_underspend"):
        assert getattr(made, name).tolist() == getattr(expected, name).tolist(), name
    assert made.key_of == expected.key_of and made.clearing_line == expected.clearing_line


def scribble(book: Any) -> None:
    """What people write where it is never read."""
    book["bridge"]["Z1"], book["bridge"]["Z7"] = "_merknad", "ring Kari"
    last = book["bridge"].max_row + 1
    book["bridge"].cell(last, 1, "_husk")
    book["bridge"].cell(last, 5, "ikke endelig")
    book.create_sheet("_utregning")["A1"] = "=1/0"
    book.create_sheet("Ark1")


def test_what_is_for_people_is_never_read() -> None:
    assert workbook_baseline(edited(FILLED, scribble)) == workbook_baseline(FILLED)


def with_line(sheet: str, row: object, column: int, value: object) -> Change:
    """Writes a cell in a new line at the bottom."""

    def change(book: Any) -> None:
        line = book[sheet].max_row + 1
        book[sheet].cell(line, 1, row)
        book[sheet].cell(line, column, value)

    return change


def with_head(sheet: str, head: object) -> Change:
    """Writes one more column id."""
    return lambda book: book[sheet].cell(1, book[sheet].max_column + 1, head)


def unnamed_column(book: Any) -> None:
    book["plan"].cell(HEADER + 1, book["plan"].max_column + 2, 12.5)


def unknown_sheet(book: Any) -> None:
    book.create_sheet("measurs")["A1"] = "row"


BAD: dict[str, tuple[Change, tuple[str, str | None, str | None], str]] = {
    "a missing sheet": (lambda book: book.remove(book["plan"]), ("plan", None, None), "no such sheet"),
    "an unknown sheet": (unknown_sheet, ("measurs", None, None), "a sheet of that name"),
    "a missing row": (put("plan", "vkp.efficiency", "row", None), ("plan", "vkp.efficiency", None), ""),
    "a doubled row": (with_line("bridge", "vkp", 2, 4.0), ("bridge", "vkp", None), "the row twice"),
    "a doubled column": (with_head("bridge", "investment"), ("bridge", None, "investment"), "the column twice"),
    "a year twice": (with_head("plan", 2028), ("plan", None, "2028"), "the column twice"),
    "a missing year": (put("plan", "row", "2030", "_2030"), ("plan", None, "2030"), "no such column"),
    "no corner": (put("bridge", "row", "row", "løsning"), ("bridge", None, None), "'løsning'"),
    "a row without an id": (with_line("bridge", None, 3, 4.0), ("bridge", "17", "investment"), "without a row id"),
    "a column without an id": (unnamed_column, ("plan", "helsenorge.investment", "K"), "without a column id"),
    "text for a number": (put("bridge", "vkp", "available", "26,0"), ("bridge", "vkp", "available"), "'26,0'"),
    "a date": (
        put("bridge", "vkp", "available", 45778, "d. mmm"),
        ("bridge", "vkp", "available"),
        "the date 2025-05-01",
    ),
    "a formula without a value": (
        put("bridge", "vkp", "available", "=20+6"),
        ("bridge", "vkp", "available"),
        "a formula without a value",
    ),
    "a formula that failed": (put("bridge", "vkp", "available", "#REF!"), ("bridge", "vkp", "available"), "#REF!"),
    "too large": (put("bridge", "vkp", "available", 26e9), ("bridge", "vkp", "available"), "2.6e+10"),
    "an unknown row": (with_line("plan", "apekatt.investment", 2, 1), ("plan", "apekatt.investment", None), "a row"),
    "returned with the wrong sign": (
        put("bridge", "vkp", "returned_funds", 4),
        ("bridge", "vkp", "returned_funds"),
        "4",
    ),
    "a year that is none": (put("baseline", "base_year", "value", 25), ("baseline", "base_year", "value"), "'25'"),
}


@pytest.mark.parametrize("name", BAD)
def test_each_fault_names_sheet_row_and_column(name: str) -> None:
    change, place, found = BAD[name]
    said = faults(edited(FILLED, change))
    assert place in [(each.sheet, each.row, each.column) for each in said]
    fault = next(each for each in said if (each.sheet, each.row, each.column) == place)
    assert found in fault.found and fault.allowed
    assert "\n" not in str(fault) and fault.sheet in str(fault)


@pytest.mark.parametrize("number", [b"NaN", b"1e999", b"-INF"])
def test_what_is_no_number_is_refused(number: bytes) -> None:
    said = faults(with_part(FILLED, "xl/worksheets/sheet3.xml", lambda part: part.replace(b"<v>370.2</v>", _v(number))))
    assert ("bridge", "helsenorge", "available") in [(each.sheet, each.row, each.column) for each in said]


def _v(number: bytes) -> bytes:
    return b"<v>" + number + b"</v>"


def with_part(content: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """A workbook with another content of one of its parts, or with one more."""
    changed = BytesIO()
    with ZipFile(BytesIO(content)) as packed, ZipFile(changed, "w") as again:
        parts = {each: packed.read(each) for each in packed.namelist()}
        parts[name] = change(parts.get(name, b""))
        for each, part in parts.items():
            again.writestr(each, part)
    return changed.getvalue()


def test_every_fault_is_told_at_once() -> None:
    def change(book: Any) -> None:
        put("bridge", "vkp", "available", "=20+6")(book)
        put("bridge", "e_resept", "investment", "mye")(book)
        put("baseline", "title_nn", "value", None)(book)

    said = [(each.sheet, each.row, each.column) for each in faults(edited(FILLED, change))]
    assert sorted(map(str, said)) == sorted(
        map(
            str,
            [("bridge", "vkp", "available"), ("bridge", "e_resept", "investment"), ("baseline", "title_nn", "value")],
        )
    )


def of_another_kind() -> dict[str, bytes]:
    far = re.sub(rb'<c r="B6"', b'<c r="XFD1048576"', sheet_part())
    return {
        "nothing": b"",
        "text": b"row,value\nid,a\n",
        "an old workbook": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000),
        "a damaged workbook": FILLED[: len(FILLED) // 2],
        "no workbook": zipped({"hello.txt": b"hello"}),
        "macros": with_part(FILLED, "xl/vbaProject.bin", lambda _: b"Sub Auto_Open"),
        "100 MB": FILLED + bytes(LARGEST_WORKBOOK),
        "a zip bomb": with_part(FILLED, "xl/worksheets/sheet2.xml", lambda _: b"<worksheet>" + b" " * 30_000_000),
        "a far cell": with_part(FILLED, "xl/worksheets/sheet2.xml", lambda _: far),
        "many far cells": edited(FILLED, far_cells),
        "no sheets": saved(Workbook()),
    }


def far_cells(book: Any) -> None:
    """Sheets that take much room, each less than one may."""
    for number in range(5):
        book.create_sheet(f"Ark{number}").cell(200, 900, 1)


def sheet_part() -> bytes:
    with ZipFile(BytesIO(FILLED)) as packed:
        return packed.read("xl/worksheets/sheet2.xml")


def zipped(parts: dict[str, bytes]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return file.getvalue()


def saved(book: Any) -> bytes:
    file = BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize("name", of_another_kind())
def test_what_is_no_workbook_of_a_baseline_is_one_sentence(name: str) -> None:
    (fault,) = faults(of_another_kind()[name])
    assert (fault.sheet, fault.row, fault.column) == ("", None, None)
    assert str(fault).startswith("the file: found ") and str(fault).count("\n") == 0


ANSWER_OF = """
from model.baseline.workbook import workbook_baseline
from model.reading.faults import SheetsError

def answer_of(file):
    try:
        return workbook_baseline(open(file, "rb").read()).id
    except SheetsError:
        return "refused"
"""


@where_there_is_a_limit
def test_no_workbook_takes_memory_or_anything_but_sentences(tmp_path: Path) -> None:
    from tests.test_hostile_files import hostile

    files = {"first": FILLED} | {name: content for name, _, content in hostile()} | of_another_kind()
    for number, content in enumerate(files.values()):
        (tmp_path / str(number)).write_bytes(content)
    first, *others = answers(ANSWER_OF, [tmp_path / str(number) for number in range(len(files))]).values()
    assert first != "refused" and others == ["refused"] * (len(files) - 1)


def test_printed_figures_have_the_decimals_that_are_shown_and_others_all_they_hold() -> None:
    def change(book: Any) -> None:
        put("tabell_9", "helsenorge", "cost_level", 392.0999999, "0.00")(book)
        put("tabell_9", "percent", "cost_level", 5.9157, "0.0")(book)
        put("bridge", "helsenorge", "available", 370.24, "0")(book)

    sheets = workbook_sheets(edited(template(SHEETS, filled=True), change)).sheets
    assert sheets["tabell_9"].rows["helsenorge"]["cost_level"] == "392.10"
    assert sheets["tabell_9"].rows["percent"]["cost_level"] == "5.9"
    assert sheets["bridge"].rows["helsenorge"]["available"] == "370.24"


@pytest.mark.parametrize(
    ("code", "date", "decimals"),
    [
        ("General", False, None),
        ("@", False, None),
        ("0", False, (0, 0)),
        ("#,##0.0##", False, (1, 3)),
        ("0.00 %", False, (4, 4)),
        ('0.0" dager"', False, (1, 1)),
        ("[Red]-0.0;0", False, (1, 1)),
        ("d. mmm yyyy", True, None),
        ("[$-414]d/m/yy", True, None),
        ("[h]:mm", True, None),
    ],
)
def test_a_format_says_how_a_number_is_shown(code: str, date: bool, decimals: tuple[int, int] | None) -> None:
    assert is_date(code) == date
    assert date or decimals_shown(code) == decimals


def test_an_optional_sheet_without_figures_is_not_there() -> None:
    kept = {"tables": SHEETS["tables"], "tabell_8": SHEETS["tabell_8"], "tabell_1": blank(SHEETS["tabell_1"])}
    read = workbook_sheets(template({**SMALL, **kept}, filled=True)).sheets
    assert "tabell_1" not in read and "tabell_1" not in read["tables"].rows and "tabell_8" in read["tables"].rows


def blank(sheet: Sheet) -> Sheet:
    return Sheet(sheet.name, sheet.columns, {row: dict.fromkeys(sheet.columns, "") for row in sheet.rows})


@pytest.fixture(scope="module")
def recalculated(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The present baseline's workbook as LibreOffice calculates it: a program has left out what the formulas gave."""
    program = find(LIBREOFFICE)
    if program is None:
        pytest.skip("LibreOffice is not here")
    folder = tmp_path_factory.mktemp("recalculated")
    source = folder / "filled.xlsx"
    source.write_bytes(edited(template(SHEETS, filled=True), lambda _: None))
    home = f"-env:UserInstallation={(folder / 'user').as_uri()}"
    call = [program, home, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "out")]
    subprocess.run([*call, str(source)], capture_output=True, timeout=180, check=True)
    return load_workbook(folder / "out" / "filled.xlsx", data_only=True)


def test_sums_are_what_a_spreadsheet_gives(recalculated: Any) -> None:
    """Every formula's stored value is what it comes to; and what is seen is the model's."""
    book = load_workbook(BytesIO(template(SHEETS, filled=True)))
    stored = load_workbook(BytesIO(template(SHEETS, filled=True)), data_only=True)
    count = 0
    for sheet in book.worksheets:
        for line in sheet.iter_rows():
            for each in line:
                if isinstance(each.value, str) and each.value.startswith("="):
                    expected = stored[sheet.title][each.coordinate].value or 0
                    found = recalculated[sheet.title][each.coordinate].value or 0
                    assert math.isclose(found, expected, abs_tol=1e-6), (sheet.title, each.coordinate, found, expected)
                    count += 1
    assert count > 500


def test_the_plan_adds_up_to_the_levels_of_the_model(recalculated: Any) -> None:
    levels = PRESENT.available.sum() + PRESENT.changes.sum(axis=(1, 2)).cumsum()
    for year, level in zip(PRESENT.years, levels, strict=True):
        column = f"_{year}" if year == PRESENT.first_year else str(year)
        assert math.isclose(cell(recalculated, "plan", "_sum.cost_level", column).value, level, abs_tol=1e-6)


def test_what_libreoffice_saves_is_the_same_baseline(recalculated: Any, tmp_path: Path) -> None:
    recalculated.save(tmp_path / "again.xlsx")
    assert_same_figures(workbook_baseline((tmp_path / "again.xlsx").read_bytes()), PRESENT)


@pytest.mark.parametrize("filled", [True, False])
def test_every_column_is_called_something_in_every_language(filled: bool) -> None:
    book = load_workbook(BytesIO(template(SHEETS, filled=filled)))
    for sheet in book.worksheets[1:]:
        assert [sheet.cell(row, 1).value for row in range(2, HEADER + 1)] == ["_nb", "_nn", "_en", "_unit"]
        for column in range(2, sheet.max_column + 1):
            said = [sheet.cell(row, column).value for row in range(1, HEADER)]
            assert all(said), (sheet.title, said)


def test_nothing_but_what_is_to_be_typed_can_be_typed() -> None:
    book = load_workbook(BytesIO(template(SHEETS, filled=False)))
    assert all(sheet.protection.sheet and not sheet.protection.password for sheet in book.worksheets)
    assert not cell(book, "bridge", "vkp", "available").protection.locked
    assert cell(book, "bridge", "vkp", "_cost_level").protection.locked
    assert cell(book, "bridge", "vkp", "row").protection.locked
    rules = {rule.type for rule in book["bridge"].data_validations.dataValidation}
    assert rules == {"decimal", "list"}


def test_a_printed_percentage_is_what_is_shown_of_it() -> None:
    """A spreadsheet keeps «2,7 %» as the share 0.027; the print, and the other rows' figures, have 2.7."""
    content = edited(template(SHEETS, filled=True), put("tabell_8", "percent", "investment", 0.027, "0.0%"))
    read = workbook_sheets(content)
    assert not read.faults and read.sheets["tabell_8"].rows["percent"]["investment"] == "2.7"
    assert put_share(0.05) == "0.05"


def put_share(share: float) -> str:
    """What the margin reads as where it is shown as a percentage."""
    content = edited(FILLED, put("baseline", "embedded_margin", "value", share, "0%"))
    return workbook_sheets(content).sheets["baseline"].rows["embedded_margin"]["value"]
