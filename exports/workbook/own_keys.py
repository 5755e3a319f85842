"""Everyone's share of each solution and what the reference has them pay, in rows that a formula looks up.

They are as they were when the workbook was made: levers do not move them. Amounts stand in fixed kroner.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from exports.workbook.book import Book, head_height
from exports.workbook.grid import address
from model.baseline.axes import MUNICIPALITIES, NOK_PER_MNOK, Array
from model.payers import Payer, payer_shares, payers, payments

FIRST_ROW = 4  # from 0
ID, NAME, GROUP, QUALITY, PEOPLE, FIRST_SHARE = range(6)
EXACT = "–"
WIDTH = 16  # of a column of figures, letters


@dataclass(frozen=True)
class OwnKeys:
    """The sheet of shares of a book; rows are of those that have inhabitants, the municipalities first."""

    book: Book

    @property
    def title(self) -> str:
        """What the sheet is called."""
        return self.book.texts("export.sheet_keys")

    @property
    def is_set(self) -> bool:
        """Whether the law has set the first year, by keys of its own."""
        return self.book.fixed.charged[1].first is not None

    @cached_property
    def members(self) -> list[tuple[int, Payer]]:
        """Each with its place among all that pay."""
        found = [(at, each) for at, each in enumerate(payers()) if each.population]
        return sorted(found, key=lambda member: member[1].group != MUNICIPALITIES)

    def column(self, solution: int, year: int) -> int:
        """Where a solution's share stands, by place; the first year has columns of its own where the law set it."""
        before = len(self.book.grid.solutions) if self.is_set and year > 0 else 0
        return FIRST_SHARE + before + solution

    @property
    def first_reference(self) -> int:
        """The column of what the reference has them pay in the first year; the others follow."""
        return self.column(len(self.book.grid.solutions), 1)

    def cells(self, column: int) -> str:
        """The address of a column, from another sheet."""
        last = FIRST_ROW + len(self.members) - 1
        return f"'{self.title}'!{address(FIRST_ROW, column)}:{address(last, column)}"


def write(keys: OwnKeys) -> None:
    """The sheet."""
    book, texts = keys.book, keys.book.texts
    heads = [
        *(texts(f"export.{name}") for name in ("ours_number", "ours_name", "ours_group", "quality", "ours_people")),
        *_heads(keys),
    ]
    widths = [18, 30, 22, 12, *[WIDTH] * (len(heads) - PEOPLE)]
    page = book.add(keys.title, *widths)
    page.write(0, 0, keys.title, book.formats["title"])
    page.write(1, 0, texts("export.keys_how", base_year=book.baseline.base_year), book.formats["muted"])
    page.set_row(FIRST_ROW - 1, head_height(heads, widths))
    page.write_row(FIRST_ROW - 1, 0, heads[:PEOPLE], book.formats["head"])
    page.write_row(FIRST_ROW - 1, PEOPLE, heads[PEOPLE:], book.formats["head_right"])
    paid = payments(*book.fixed.reference_charged).by_payer()[:, :, 0] * NOK_PER_MNOK
    for row, (at, payer) in enumerate(keys.members, start=FIRST_ROW):
        quality = texts("payers.approximate") if book.fixed.charged[1].is_approximate(payer.group, 0) else EXACT
        for column, words in enumerate((payer.id, payer.name, texts(f"payer_group.{payer.group}"), quality)):
            page.write(row, column, words)
        page.write(row, PEOPLE, payer.population or 0, book.formats["persons"])
        for column, share in enumerate(_shares(payer, keys), start=FIRST_SHARE):
            page.write(row, column, share, book.formats["share"])
        for column, amount in enumerate(paid[:, at].tolist(), start=keys.first_reference):
            page.write(row, column, amount, book.formats["nok"])
    page.freeze_panes(FIRST_ROW, FIRST_SHARE)


def _heads(keys: OwnKeys) -> Iterator[str]:
    """Of the shares, those of the first year first where they are others, and of the reference."""
    book, texts = keys.book, keys.book.texts
    years = book.grid.years
    for when in (f"{years[0]}", f"{years[1]}–{years[-1]}") if keys.is_set else (f"{years[0]}–{years[-1]}",):
        for solution in book.grid.solutions:
            yield texts("export.keys_share", solution=book.subject.solution_name(solution), years=when)
    for year in years:
        yield texts("export.keys_reference", reference=book.subject.context.reference, year=year)


def _shares(payer: Payer, keys: OwnKeys) -> list[float]:
    """A payer's shares, in the order of the heads."""
    years = len(keys.book.grid.years)
    found: Array = payer_shares(payer.id, keys.book.fixed.charged[1], keys.book.baseline, years)[:, :, 0]
    return [share for of_year in (found[:2] if keys.is_set else found[:1]).tolist() for share in of_year]
