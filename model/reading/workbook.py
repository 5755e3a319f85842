"""A workbook (XLSX) when what it holds has been counted, with the parts that its cells need alone.

The reader of cells makes room for what a file claims to hold, outside Python, where nothing can stop it: a kilobyte
can ask for gigabytes. So the parts that hold cells are unpacked here, piece by piece, counted, and handed on alone.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from io import BytesIO
from typing import Final, NoReturn
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

LARGEST_UNPACKED: Final = 20_000_000
"""Bytes that a workbook may unpack to, all parts together."""

LARGEST_SHEET: Final = 200_000
"""Rows × columns up to the outermost cell: a sheet is read as a whole, empty cells too."""

MOST_ELEMENTS: Final = 1_000_000
"""Elements in all parts together: a cell is up to three, a shared string two."""

LONGEST_TEXTS: Final = 5_000_000
"""Characters in the texts of a sheet: a text is stored once, however many cells show it, and read once for each."""

DEEPEST: Final = 50
"""Elements inside each other: a cell's text is the seventh."""

LONGEST_TAG: Final = 200_000
"""Bytes between one piece of markup and the next, for a tag is held until it ends, with all its attributes."""

PIECE: Final = 50_000
BOOK: Final = "xl/workbook.xml"
TEXTS: Final = "xl/sharedstrings.xml"
SHEET: Final = re.compile(r"xl/worksheets/[^/]+\.xml")
RELATIONS: Final = "xl/_rels/workbook.xml.rels"
NEEDED: Final = ("_rels/.rels", BOOK, RELATIONS, TEXTS)
"""The parts that the cells of a sheet need beside its own, in small letters; formats are none of them."""

FORMATS: Final = "xl/styles.xml"
MACROS: Final = "vbaproject.bin"

PLACE: Final = re.compile(r"([A-Za-z]{1,4})(\d{1,8})")
"""Where a cell stands, «XFD1048576»."""

FAULT: Final = re.compile(rb"""(<(?:\w+:)?c\s[^<>]*?\bt\s*=\s*)(?:"e"|'e')""")
"""How a cell says that it holds a fault, «#REF!»: read as a text, for the reader makes an empty cell of it."""


class WorkbookError(Exception):
    """A workbook that is not read; its text is the kind of problem, as those who ask for the cells know it."""


def counted_workbook(content: bytes) -> bytes:
    """The workbook again with the parts that its cells need alone. Raises WorkbookError and the readers' errors."""
    return packed_parts(counted_parts(content))


def counted_parts(content: bytes, besides: Collection[str] = ()) -> dict[str, bytes]:
    """The parts that the cells need, by name. Raises WorkbookError and the readers' errors.

    besides: parts that are wanted too where they are there, in small letters, such as ``FORMATS``.
    """
    counter = _Counter()
    with ZipFile(BytesIO(content)) as packed:
        return {part.filename: counter.unpacked(packed, part) for part in _needed(packed.infolist(), besides)}


def packed_parts(parts: Mapping[str, bytes]) -> bytes:
    """A workbook of these parts, formats left out, for a number with one could be made a date."""
    kept = BytesIO()
    with ZipFile(kept, "w") as counted:
        for name, content in parts.items():
            if name.lower() != FORMATS:
                counted.writestr(name, FAULT.sub(rb'\1"str"', content))
    return kept.getvalue()


def has_macros(content: bytes) -> bool:
    """Whether a workbook brings a program along. Raises the reader's errors."""
    with ZipFile(BytesIO(content)) as packed:
        return any(name.lower().endswith(MACROS) for name in packed.namelist())


def _needed(parts: list[ZipInfo], besides: Collection[str]) -> list[ZipInfo]:
    """The parts that are read, the shared texts before the sheets that show them."""
    by_name = {part.filename.lower(): part for part in parts}
    if BOOK not in by_name:
        raise WorkbookError("not_offered")  # OpenDocument and binary workbooks, which the reader would take too
    if sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise WorkbookError("workbook_size")
    needed = [by_name[name] for name in (*NEEDED, *besides) if name in by_name]
    needed += [part for name, part in by_name.items() if SHEET.fullmatch(name)]
    packings = {part.compress_type for part in needed}
    if len(by_name) < len(parts) or packings - {ZIP_STORED, ZIP_DEFLATED}:  # others unpack more than is asked for
        raise WorkbookError("workbook")
    return needed


class _Counter:
    """Counts while parts are unpacked, and stops at what is too much; what a part says of its size is not trusted."""

    def __init__(self) -> None:
        self.bytes = self.elements = 0
        self.texts: list[int] = []
        """The length of each shared text."""

    def unpacked(self, packed: ZipFile, part: ZipInfo) -> bytes:
        """The bytes of a part, counted while it is unpacked. Raises WorkbookError where it is too large."""
        sheet = _PartCounter(self, part.filename.lower() == TEXTS)
        with packed.open(part) as opened:
            return b"".join(sheet.counted(iter(lambda: opened.read(PIECE), b"")))


class _PartCounter:
    """Counts one part, which may be the shared texts."""

    def __init__(self, total: _Counter, holds_texts: bool) -> None:
        self.total, self.holds_texts = total, holds_texts
        self.row = self.column = self.last_row = self.last_column = self.characters = self.depth = 0
        self.is_text = self.is_pointer = False  # in a shared text; in a cell that shows one
        self.pointer: list[str] | None = None  # the number of the text that a cell shows, while it is read
        self.parser = expat.ParserCreate("UTF-8")  # the reader knows no other letters
        self.parser.StartElementHandler, self.parser.EndElementHandler = self._start, self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = _damaged  # definitions of its own, which could multiply

    def counted(self, pieces: Iterable[bytes]) -> Iterable[bytes]:
        """The same pieces, each given on when it has been counted. Raises WorkbookError."""
        size = 0
        for piece in pieces:
            size += len(piece)
            self.total.bytes += len(piece)
            _check(self.total.bytes, LARGEST_UNPACKED)
            self.parser.Parse(piece)
            _check(size - self.parser.CurrentByteIndex, LONGEST_TAG)
            yield piece
        self.parser.Parse(b"", True)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.total.elements += 1
        self.depth += 1
        _check(self.total.elements, MOST_ELEMENTS)
        _check(self.depth, DEEPEST)
        kind = _kind(name)
        if kind == "row":
            self.row, self.column = int(attributes.get("r", self.row + 1)), 0
        elif kind == "c":
            self._cell(attributes)
        elif kind == "v" and self.is_pointer:
            self.pointer = []
        elif kind == "si":
            if self.is_text or not self.holds_texts:
                _damaged()
            self.is_text = True
            self.total.texts.append(0)

    def _cell(self, attributes: dict[str, str]) -> None:
        """A cell stands where it says, or after the one before it."""
        self.is_pointer = attributes.get("t") == "s"
        self.column += 1
        if "r" in attributes:
            place = PLACE.fullmatch(attributes["r"])
            if place is None:
                _damaged()
            self.row, self.column = max(self.row, int(place[2])), column_number(place[1])
        self.last_row, self.last_column = max(self.last_row, self.row), max(self.last_column, self.column)
        _check(self.last_row * self.last_column, LARGEST_SHEET)

    def _text(self, text: str) -> None:
        if self.pointer is not None:
            self.pointer.append(text)
        elif self.is_text:
            self.total.texts[-1] += len(text)

    def _end(self, name: str) -> None:
        self.depth -= 1
        if _kind(name) == "si":
            self.is_text = False
        elif _kind(name) == "v" and self.pointer is not None:
            number, self.pointer = "".join(self.pointer).strip(), None
            self.characters += self.total.texts[int(number)] if number else 0
            _check(self.characters, LONGEST_TEXTS)


def _check(count: int, highest: int) -> None:
    if count > highest:
        raise WorkbookError("workbook_size")


def _damaged(*_: object) -> NoReturn:
    raise WorkbookError("workbook")


def _kind(name: str) -> str:
    """An element's name without that of its vocabulary."""
    return name.rpartition(":")[2]


def column_number(letters: str) -> int:
    """The number of a column by its letters: «A» is 1, «AA» 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("@")
    return number
