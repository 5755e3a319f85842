"""Files that a user gives: what is read, and one clear sentence for everything else."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import numpy as np
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model import ModelError
from model.payers import (
    KeyFileError,
    file_content,
    municipal_key_from,
    municipal_keys,
    municipalities,
    users_without,
    vkp_users_from,
)
from model.payers.file_cells import LARGEST_FILE
from model.reading.workbook import LARGEST_UNPACKED
from tests.payer_reference import INDEX

SHARES = dict(zip(municipalities(), municipal_keys()["kommunehelse"].shares.tolist(), strict=True))


def index_file(separator: str = ",", head: str = "kommunenummer,indeks", comma: str = ".") -> str:
    """The model's own index as a file."""
    lines = [f"{number}{separator}{str(index).replace('.', comma)}" for number, index in INDEX.items()]
    return "\n".join([head.replace(",", separator), *lines]) + "\n"


def share_file(times: float = 1.0, decimals: int = 12) -> str:
    """The model's own shares as a file."""
    return "\n".join(
        ["kommunenummer;andel", *(f"{number};{times * share:.{decimals}f}" for number, share in SHARES.items())]
    )


@pytest.mark.parametrize(
    "content",
    [
        index_file().encode(),
        index_file(";", comma=",").encode("utf-8-sig"),
        index_file(";").replace("\n", "\r\n").encode(),
        index_file(head="Kommune_nr,INDEKS").encode(),
        index_file().replace("0301,", "301,").encode(),
        index_file(";", comma=",").replace("\n", "\n\n").encode() + b";\n",
        "\n".join(
            [
                "kommune,kommunenummer,indeks",
                *(f'"{municipalities()[n].name}",{n},"{str(i).replace(".", ",")}"' for n, i in INDEX.items()),
            ]
        ).encode("cp1252"),
        share_file().encode(),
        share_file(100).replace(".", ",").encode("utf-8-sig"),
        index_file("\t", comma=",").encode("utf-16"),
        index_file("\t").encode(),
        b"sep=;\r\n" + index_file(";", comma=",").encode(),
        ("SEP=\t\n" + index_file("\t", comma=",")).encode("utf-16-be").join([b"\xfe\xff", b""]),
        index_file(head="Kommune nr.,Indeks").encode(),
        "\n".join(["fylke;kommunenr;indeks;merknad", *(f'x;{n};{i};"a;b"' for n, i in INDEX.items())]).encode(),
    ],
    ids=[
        *("comma", "excel", "crlf", "capitals", "no_zero", "blank_lines", "windows_letters", "shares", "percent"),
        *("unicode_text", "tabs", "sep", "sep_tab_utf_16", "spaces_in_heads", "other_columns"),
    ],
)
def test_a_key_file_is_read_in_any_of_its_forms(content: bytes) -> None:
    key = municipal_key_from(content, "folder/key.csv")
    np.testing.assert_allclose(key.shares, municipal_keys()["kommunehelse"].shares, rtol=1e-6)
    assert key.name == "key.csv" and not key.approximate and set(key.qualities) == {"given"}


def test_rounded_shares_are_scaled_to_one() -> None:
    key = municipal_key_from(share_file(100, decimals=3).encode(), "key.csv")
    assert key.shares.sum() == pytest.approx(1, abs=1e-12)


def workbook(rows: Sequence[Sequence[object]], far: str = "") -> bytes:
    """A workbook with one sheet; ``far``: a cell outside the table."""
    book, file = openpyxl.Workbook(), BytesIO()
    for row in rows:
        book.active.append(row)
    if far:
        book.active[far] = 1
    book.save(file)
    return file.getvalue()


KEY_ROWS = [["Kommunenr.", "Kommune", "Innb.", "Indeks"], *([int(n), "x", 7, index] for n, index in INDEX.items())]


@pytest.mark.parametrize(
    "rows",
    [
        KEY_ROWS,
        [["kommunenummer", "indeks"], *([f"{number}", f"{index:.4f}"] for number, index in INDEX.items())],
        [[], ["", "kommunenummer", "andel"], *(["", float(number), share] for number, share in SHARES.items())],
    ],
    ids=["numbers", "texts", "floats_and_an_empty_row"],
)
def test_a_workbook_is_read_like_csv(rows: Sequence[Sequence[object]]) -> None:
    key = municipal_key_from(workbook(rows), "key.xlsx")
    np.testing.assert_allclose(key.shares, municipal_keys()["kommunehelse"].shares, rtol=1e-6)
    assert vkp_users_from(workbook([["Kommunenummer"], [301.0], [1103], ["5601"]]), "v.xlsx") == {
        "0301",
        "1103",
        "5601",
    }


def test_the_row_of_a_workbook_is_named_as_the_sheet_numbers_it() -> None:
    with pytest.raises(KeyFileError, match=r"'301\.5' is not a municipality") as caught:
        vkp_users_from(workbook([[], ["kommunenummer"], [1103], [301.5]]), "users.xlsx")
    assert caught.value.row == 4


BOOK = workbook(KEY_ROWS)


def without_places(cells: int) -> bytes:
    """A workbook whose last row has cells that do not say where they stand: each follows the one before."""
    row = b'<row r="1048576">' + b"<c/>" * cells + b"<c><v>1</v></c></row></sheetData>"
    file = BytesIO()
    with ZipFile(BytesIO(BOOK)) as packed, ZipFile(file, "w", ZIP_DEFLATED) as changed:
        for name in packed.namelist():
            changed.writestr(name, packed.read(name).replace(b"</sheetData>", row))
    return file.getvalue()


def unpacks_to(size: int) -> bytes:
    """A small workbook with a part that says it is large."""
    file = BytesIO(workbook(KEY_ROWS))
    with ZipFile(file, "a", ZIP_DEFLATED) as packed:
        packed.writestr("xl/media/image1.png", bytes(size))
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (unpacks_to(LARGEST_UNPACKED), "workbook_size"),
        (workbook(KEY_ROWS, far="XFD1048576"), "workbook_size"),
        (without_places(100), "workbook_size"),
        (workbook([]), "empty"),
        (BOOK[: len(BOOK) // 2], "workbook"),
        (BOOK.replace(b"PK\x01\x02", b"PK\x01\x09"), "workbook"),
        (b"PK\x03\x04 and so on", "workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old_workbook"),
    ],
    ids=["bomb", "far_cell", "cells_without_places", "empty", "half", "no_parts", "no_zip", "xls"],
)
def test_a_workbook_that_cannot_be_used_is_one_sentence(content: bytes, problem: str) -> None:
    with pytest.raises(KeyFileError) as caught:
        municipal_key_from(content, "key.xlsx")
    assert caught.value.problem == problem and str(caught.value).startswith("key.xlsx: ")


@given(st.lists(st.tuples(st.integers(0, len(BOOK) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_damaged_workbook_is_a_key_or_one_sentence(changes: list[tuple[int, int]]) -> None:
    damaged = bytearray(BOOK)
    for place, byte in changes:
        damaged[place] = byte
    try:
        key = municipal_key_from(bytes(damaged), "key.xlsx")
    except KeyFileError as error:
        assert str(error).startswith("key.xlsx") and str(error).isprintable()
    else:
        assert key.shares.sum() == pytest.approx(1)


WHOLE = index_file()


@pytest.mark.parametrize(
    ("content", "row", "column", "says"),
    [
        (b"", None, None, "it is empty"),
        (b"\xef\xbb\xbf\n;\n", None, None, "it is empty"),
        (b"kommunenummer,indeks\n", None, "kommunenummer", "0301 Oslo and 356 more are missing"),
        (WHOLE.replace("0301,0.8375\n", ""), None, "kommunenummer", "0301 Oslo is missing"),
        (WHOLE + "0301,0.8375\n", 359, "kommunenummer", "0301 stands already in row 2"),
        (WHOLE + "301,0.8375\n", 359, "kommunenummer", "0301 stands already in row 2"),
        (WHOLE + "1103x,1\n", 359, "kommunenummer", "'1103x' is not a municipality of today"),
        (WHOLE + ",1\n", 359, "kommunenummer", "'' is not"),
        (WHOLE.replace("0.8375", "many"), 2, "indeks", "found 'many', expected a number from 0.1 to 10"),
        (WHOLE.replace("0.8375", "8375"), 2, "indeks", "found '8375'"),
        (WHOLE.replace("0.8375", "-0.8375"), 2, "indeks", "found '-0.8375'"),
        (WHOLE.replace("0.8375", "NaN"), 2, "indeks", "found 'NaN'"),
        (WHOLE.replace("0.8375", "1e0"), 2, "indeks", "found '1e0'"),
        (WHOLE.replace("0.8375", ""), 2, "indeks", "found ''"),
        (WHOLE.replace("0.8375", "0,8375"), 2, None, "found 3 cells, expected 2"),
        (WHOLE.replace("0.8375", "9" * 400), 2, "indeks", "expected a number"),
        (WHOLE.replace("indeks", "index"), 1, None, "indeks or andel is missing"),
        (WHOLE.replace("kommunenummer", "kommune"), 1, "kommunenummer", "the column is missing"),
        (WHOLE.replace("indeks", "kommune"), 1, None, "indeks or andel is missing"),
        (WHOLE.replace("indeks", "kommune_nr"), 1, "kommunenummer", "one such column too many"),
        ("kommunenummer,indeks,andel\n0301,1,1\n", 1, "andel", "one such column too many"),
        (share_file(2), None, "andel", "add up to 2, expected 1 or 100"),
        (WHOLE.replace("0301,", '"0301,'), None, None, "cannot be read as CSV"),
        (b"\x00\x01\x02", 1, "kommunenummer", "the column is missing; found '\\x00\\x01\\x02'"),
        (b"sep=;\n", None, None, "it is empty"),
        (b"sep=;\nkommune;indeks\n", 2, "kommunenummer", "the column is missing"),
        (b"sep=;\nkommunenummer;index\n", 2, None, "indeks or andel is missing"),
        (b"0301," * LARGEST_FILE, None, None, "it is larger than 1,000 kB"),
        (b"a" * 200_000, None, None, "cannot be read as CSV"),
    ],
)
def test_a_damaged_key_file_is_one_sentence(
    content: bytes | str, row: int | None, column: str | None, says: str
) -> None:
    with pytest.raises(KeyFileError) as caught:
        municipal_key_from(content.encode() if isinstance(content, str) else content, "key.csv")
    message = str(caught.value)
    assert says in message and message.startswith("key.csv") and message.endswith(".")
    assert isinstance(caught.value, ModelError) and len(message) < 300 and message.isprintable()
    if "cannot be read as CSV" not in says:
        assert caught.value.row == row
    if column is not None:
        assert caught.value.column == column


def test_a_list_of_vkp_users_is_read() -> None:
    lines = "\n".join(["kommunenummer;kommune", *(f"{number};x" for number in users_without("0301"))])
    assert vkp_users_from(lines.encode("utf-8-sig"), "users.csv") == users_without("0301")
    assert vkp_users_from(b"kommunenummer\n301\n", "users.csv") == {"0301"}


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"kommunenummer\n", "lists no municipality"),
        (b"", "it is empty"),
        (b"kommune,indeks\n0301,1\n", "the column is missing; found 'kommune, indeks'"),
        (b"kommunenummer\n0301\n0301\n", "row 3, column kommunenummer: 0301 stands already in row 2"),
        (b"kommunenummer\n9999\n", "row 2"),
        (b"0301\n1103\n", "column kommunenummer: the column is missing; found '0301'"),
    ],
)
def test_a_damaged_list_of_vkp_users_is_one_sentence(content: bytes, says: str) -> None:
    with pytest.raises(KeyFileError, match="users") as caught:
        vkp_users_from(content, "users.csv")
    assert says in str(caught.value)


def test_a_file_is_read_no_further_than_it_may_go(tmp_path: Path) -> None:
    assert len(file_content("/dev/zero")) == LARGEST_FILE + 1
    for file in (tmp_path, tmp_path / "no-such-file.csv"):
        with pytest.raises(KeyFileError, match="cannot be read"):
            file_content(str(file))


@pytest.mark.parametrize("name", ["", "."])
def test_a_file_without_a_name_is_named_in_its_message(name: str) -> None:
    with pytest.raises(KeyFileError, match=f"^'{name}': cannot be read"):
        file_content(name)
