"""What stands under a chart and leads to its sources."""

from charts.records.figure import Figure
from charts.sources.uses import OF_FIGURE, rows_of
from charts.words.names import table_names
from model.sources.row import FUNDS, TABLE

MOST: int = 12
"""Tables that are named; of more the first are."""


def figure_sources(figure: Figure) -> tuple[str, str]:
    """The address of a figure's rows and «Kilde: Tabell 8 og 15–21»; both empty for a figure that has none."""
    baseline, texts = figure.context.baseline, figure.context.texts
    rows = rows_of(figure.name, baseline)
    if not rows:
        return "", ""
    labels = tuple(dict.fromkeys(row.table for row in rows if row.kind in (TABLE, FUNDS) and _is_table(row.table)))
    if not labels:
        return f"{OF_FIGURE}{figure.name}", texts("sources.under")
    is_all = all(row.kind in (TABLE, FUNDS) or not row.values for row in rows)
    return f"{OF_FIGURE}{figure.name}", texts(
        "sources.under_tables" if is_all else "sources.under_more", tables=table_names(labels[:MOST], texts)
    )


def _is_table(label: str) -> bool:
    """Whether a label is that of a table or figure of a document, and not of a place in its text."""
    return label[:1].isupper() and label[-1:].isdecimal() and "." not in label
