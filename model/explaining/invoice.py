"""«Eksempel på fakturagrunnlag» of 2021, recomputed from its keys."""

from model.checks.invoice_2021 import key_rows
from model.checks.invoice_table import COSTS, INVOICE, LINES, PAYERS, SUM, TABLE, printed_invoice
from model.explaining.asked import Asked, Kinds, address
from model.explaining.cells import printed_cell
from model.explaining.node import Node, Source
from model.explaining.operations import MNOK, SHARE, cell, definition, product, total
from model.reading.tables import Row

INVOICED_2021 = "invoice"
BEFORE, AFTER, GROWTH = COSTS


def invoice(asked: Asked) -> Node:
    """«invoice/<line>/<column>»: what the keys and the amounts of 2021 give of a cell."""
    line, column = asked.take(2)
    if line not in (*LINES, SUM, INVOICE) or column not in (*COSTS, *PAYERS):
        raise asked.refused()
    if line in LINES:
        return _of_line(asked, line, column)
    parts = [
        _in_whole_invoice(asked, each, column) if line == INVOICE else _of_line(asked, each, column) for each in LINES
    ]
    paid = [part for part in parts if part.value]
    return total(f"invoice.{line}", paid or [_nothing()], address=asked.address)


def _of_line(asked: Asked, line: str, column: str) -> Node:
    if column in (BEFORE, GROWTH):
        return printed_cell(printed_invoice()[line, column])
    if column == AFTER:
        parts = [printed_cell(printed_invoice()[line, each]) for each in (BEFORE, GROWTH)]
        return total("invoice.cost", parts, address=address(INVOICED_2021, line, column))
    terms = [
        product("invoice.not_compensated", _base(asked, line, row["of"]), _share(row["share_not_compensated"], row))
        for row in key_rows()
        if (row["row"], row["payer_group"]) == (line, column)
    ]
    return total("invoice.not_compensated", terms or [_nothing()], address=address(INVOICED_2021, line, column))


def _base(asked: Asked, line: str, of: str) -> Node:
    return _of_line(asked, line, GROWTH if of == "growth" else AFTER)


def _share(share: str, row: Row) -> Node:
    source = Source(row["document"], TABLE, row["row"], row["payer_group"], row["place"], row["printed_key"])
    return cell("invoice.share", float(share), source, SHARE)


def _in_whole_invoice(asked: Asked, line: str, payer: str) -> Node:
    """A payer's share of the whole cost of a line."""
    row = next((each for each in key_rows() if (each["row"], each["payer_group"]) == (line, payer)), None)
    if row is None:
        return _nothing()
    return product("invoice.part", _of_line(asked, line, AFTER), _share(row["share_of_invoice"], row))


def _nothing() -> Node:
    return definition("nothing", 0.0, MNOK)


KINDS: Kinds = {INVOICED_2021: invoice}
