"""«Eksempel på fakturagrunnlag» of 2021: each printed cell beside what its keys give."""

from charts.records import Table
from model.payers import invoice_cells, invoice_differences
from texts import Texts


def invoice_table(texts: Texts) -> Table:
    """A row per cell that is computed, in the table's order; cells that disagree say why."""
    rows = [
        (
            texts(f"invoice.{cell.row}"),
            texts(f"invoice.{cell.column}"),
            texts.amount(cell.printed, cell.decimals),
            texts.amount(cell.computed, max(cell.decimals, 2)),
            "" if cell.agrees else texts.change(cell.difference),
            invoice_differences()[cell.cause].text[texts.language] if cell.cause else "",
        )
        for cell in invoice_cells()
    ]
    columns = ("line", "cell", "printed", "computed", "difference", "cause")
    return Table(header=tuple(texts(f"invoice.{column}") for column in columns), rows=tuple(rows))
