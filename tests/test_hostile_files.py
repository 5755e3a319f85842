"""Files made to take the server down: each is a key or one sentence, and little memory, within a limit that kills."""

import struct
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest

from charts.words.refused import refused_file
from model.payers import KeyFileError, municipal_key_from, vkp_users_from
from model.payers.file_cells import LARGEST_FILE
from tests.little_room import answers, where_there_is_a_limit
from tests.test_key_files import KEY_ROWS, workbook
from texts import LANGUAGES, Texts

ANSWER_OF = """
from model.payers import KeyFileError, municipal_key_from

def answer_of(file):
    try:
        municipal_key_from(open(file, "rb").read(), file)
        return "read"
    except KeyFileError as error:
        return error.problem
"""


def parts_of(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def packed(parts: Mapping[str, bytes], packing: int = ZIP_DEFLATED) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", packing, compresslevel=1) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


BOOK = parts_of(workbook(KEY_ROWS))
SHEET, TEXTS, LIST = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"
MAIN = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def with_part(name: str, content: bytes, packing: int = ZIP_DEFLATED) -> bytes:
    return packed({**BOOK, name: content}, packing)


def replaced(name: str, old: bytes, new: bytes) -> bytes:
    changed = BOOK[name].replace(old, new)
    assert changed != BOOK[name]
    return with_part(name, changed)


def sheet(rows: bytes) -> bytes:
    return b"<worksheet " + MAIN + b"><sheetData>" + rows + b"</sheetData></worksheet>"


def with_spaces(count: int) -> bytes:
    return BOOK[SHEET].replace(b"<sheetData>", b"<sheetData>" + b" " * count)


def says_it_is_small(content: bytes, name: str, size: int) -> bytes:
    """A workbook whose list of parts says that one of them unpacks to less than it does."""
    place = content.index(b"PK\x01\x02")
    while content[place + 46 :][: len(name)] != name.encode():
        place = content.index(b"PK\x01\x02", place + 4)
    return content[: place + 24] + struct.pack("<I", size) + content[place + 28 :]


ODS = b"""<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:spreadsheet><table:table
table:name="A"><table:table-row table:number-rows-repeated="100000"><table:table-cell
table:number-columns-repeated="1000" office:value-type="float" office:value="1"/></table:table-row></table:table>
</office:spreadsheet></office:body></office:document-content>"""
OPEN_DOCUMENT = {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": ODS}
LAUGHS = b'<!DOCTYPE a [<!ENTITY a "ha">' + b"".join(
    f'<!ENTITY {new} "{f"&{old};" * 20}">'.encode() for old, new in zip("abcdefg", "bcdefgh", strict=True)
)
BINARY = "xl/workbook.bin"
MILLION = 1_000_000


def hostile_but_small() -> Iterator[tuple[str, str, bytes]]:
    """Name, what is said of it, and the file: one of each kind that is refused."""
    yield "ods", "not_offered", packed(OPEN_DOCUMENT)
    yield "ods_called_otherwise", "not_offered", packed({**OPEN_DOCUMENT, "[Content_Types].xml": b"<Types/>"})
    yield "xlsb", "not_offered", packed({name: part for name, part in BOOK.items() if name != LIST} | {BINARY: b"\x83"})
    yield "xls", "old_workbook", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100_000)
    yield "far_cell", "workbook_size", replaced(SHEET, b'r="D358"', b'r="XFD1048576"')
    yield "same_part_twice", "workbook", with_part("XL/worksheets/Sheet1.xml", sheet(b""))
    yield "cells_of_csv", "cell_count", b"a\n" * (MILLION // 2)


def hostile() -> Iterator[tuple[str, str, bytes]]:
    """All of them."""
    yield from hostile_but_small()
    yield "both_kinds", "read", packed({**BOOK, **OPEN_DOCUMENT})
    yield "dimension", "read", replaced(SHEET, b'ref="A1:D358"', b'ref="A1:XFD1048576"')
    yield "far_cell_in_other_words", "workbook_size", replaced(SHEET, b'r="D358"', b'r="&#88;FD1048576"')
    utf_16 = BOOK[SHEET].decode().replace('r="D358"', 'r="XFD1048576"').encode("utf-16")
    yield "far_cell_in_utf_16", "workbook_size", with_part(SHEET, utf_16)
    yield "far_column", "workbook_size", replaced(SHEET, b'r="D358"', b'r="ZZZZ358"')
    yield "rows", "workbook_size", with_part(SHEET, sheet(b"<row><c><v>1</v></c></row>" * 300_000))
    yield "cells", "workbook_size", with_part(SHEET, sheet(b"<row>" + b"<c/>" * MILLION + b"</row>"))
    yield "texts", "workbook_size", with_part(TEXTS, b"<sst " + MAIN + b">" + b"<si/>" * 3 * MILLION + b"</sst>")
    long_text = b"<sst " + MAIN + b"><si><t>" + b"x" * 100_000 + b"</t></si></sst>"
    pointers = sheet(b'<row><c t="s"><v>0</v></c></row>' * 100_000)
    yield "one_text_in_every_cell", "workbook_size", packed({**BOOK, TEXTS: long_text, SHEET: pointers})
    nested = long_text.replace(b"<t>", b"<si/><t>")
    yield "text_in_a_text", "workbook", packed({**BOOK, TEXTS: nested, SHEET: pointers})
    attributes = b" ".join(b'a%d=""' % number for number in range(300_000))
    yield "attributes", "workbook_size", with_part(SHEET, sheet(b"<row " + attributes + b"/>"))
    yield (
        "merged",
        "workbook_size",
        replaced(
            SHEET, b"</sheetData>", b'</sheetData><mergeCells><mergeCell ref="A1:XFD9"/>' + b"<mergeCell/>" * MILLION
        ),
    )
    some = b"</sheetData><mergeCells>" + b'<mergeCell ref="A2:XFD1048576"/>' * 100_000 + b"</mergeCells>"
    yield "merged_wide", "read", replaced(SHEET, b"</sheetData>", some)
    yield "sheets", "workbook_size", replaced(LIST, b"</sheets>", b"<sheet/>" * MILLION + b"</sheets>")
    yield (
        "names",
        "workbook_size",
        replaced(
            LIST,
            b"</sheets>",
            b"</sheets><definedNames>" + b"<definedName>A</definedName>" * MILLION + b"</definedNames>",
        ),
    )
    yield "deep", "workbook_size", with_part(SHEET, sheet(b"<a>" * MILLION + b"</a>" * MILLION))
    yield "laughs", "workbook", with_part(SHEET, LAUGHS + b"]>" + sheet(b"<row><c><v>&h;</v></c></row>"))
    bomb = with_part(SHEET, with_spaces(200 * MILLION))
    yield "bomb", "workbook_size", bomb
    yield "bomb_that_says_it_is_small", "workbook", says_it_is_small(bomb, SHEET, 5000)
    for name, packing in (("bzip2", ZIP_BZIP2), ("lzma", ZIP_LZMA)):
        small = says_it_is_small(with_part(SHEET, with_spaces(20 * MILLION), packing), SHEET, 5000)
        yield f"bomb_of_{name}", "workbook", small
    yield "bomb_in_a_bomb", "read", with_part("xl/embeddings/book.xlsx", bomb)
    yield "many_parts", "read", packed({**BOOK, **{f"{number}": b"" for number in range(8_000)}})
    yield "lines", "empty", b"\n" * MILLION
    yield "separators", "empty", b";" * MILLION


@where_there_is_a_limit
def test_no_file_takes_memory_or_anything_but_a_sentence(tmp_path: Path) -> None:
    expected = {"first": "read"}
    (tmp_path / "first").write_bytes(packed(BOOK))
    for name, problem, content in hostile():
        assert len(content) <= LARGEST_FILE, name
        (tmp_path / name).write_bytes(content)
        expected[name] = problem
    assert answers(ANSWER_OF, [tmp_path / name for name in expected]) == expected


@pytest.mark.parametrize("option", ["--municipal-key-file", "--vkp-users"])
def test_a_workbook_of_another_kind_is_refused_by_its_content(
    refused: Callable[..., str], tmp_path: Path, option: str
) -> None:
    file = tmp_path / "key.xlsx"
    file.write_bytes(packed(OPEN_DOCUMENT))
    assert "key.xlsx: it is neither CSV nor a workbook of the kind XLSX" in refused("payers", option, str(file))


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_refused_is_said_on_the_page(language: str) -> None:
    for _, problem, content in hostile_but_small():
        for read in (municipal_key_from, vkp_users_from):
            with pytest.raises(KeyFileError) as caught:
                read(content, "key.csv")
            assert caught.value.problem == problem
            sentence = refused_file(caught.value, Texts(language))
            assert "{" not in sentence and sentence.count(".") == 0
