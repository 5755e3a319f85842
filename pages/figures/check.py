"""«Stemmer med tallgrunnlaget»: the sign, and behind it each printed cell beside the computed one."""

from functools import cache
from typing import Final

import streamlit as st

from charts.records import Table
from model import Cell, Scenario, checked_cells, known_differences, run
from model.baseline.printed import PLAN_TABLES
from pages.files import tables
from texts import Texts

TABLES: Final = ("Tabell 8", "Tabell 15", *PLAN_TABLES)
COLUMNS: Final = ("table", "row", "column", "printed", "computed", "difference", "cause")
WORDS: Final = (0, 1, 2, 6)
"""The columns that hold words and not amounts."""

LAST_YEAR: Final = 2030
"""The last column of Tabell 16–21 gives the level after 2029."""


def sign(texts: Texts, short: bool = False) -> None:
    """A quiet button that opens the check; it says so when a cell differs without a known cause.

    It is about the published figures alone, whatever is moved.
    """
    unexplained = [cell for cell in cells() if not cell.agrees and not cell.cause]
    agrees = texts("check.agrees_short") if short else texts("check.agrees")
    label = texts("check.disagrees", count=len(unexplained)) if unexplained else agrees
    icon = ":material/error:" if unexplained else ":material/check_circle:"
    if st.button(label, icon=icon, type="tertiary", help=texts("check.help"), key="check"):
        st.dialog(texts("check.title"), width="large")(_check)(texts)


@cache
def cells() -> tuple[Cell, ...]:
    """Every cell of the tables, computed from the published figures alone."""
    return tuple(cell for cell in checked_cells(run(Scenario(), last_year=LAST_YEAR)) if cell.table in TABLES)


def _check(texts: Texts) -> None:
    """The content of the check: what agrees and what does not, and the cells, those that differ first."""
    different = [cell for cell in cells() if not cell.agrees]
    st.write(texts("check.summary", agree=len(cells()) - len(different), count=len(cells()), explained=len(different)))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        table = st.selectbox(
            texts("check.table"),
            (None, *TABLES),
            format_func=lambda name: _table_name(name, texts) if name else texts("check.all"),
            key="check_table",
            width=280,
        )
        only = st.toggle(texts("check.only"), key="check_only")
    chosen = [cell for cell in (different if only else cells()) if table in (None, cell.table)]
    if chosen:
        rows = tuple(_row(cell, texts) for cell in sorted(chosen, key=lambda cell: cell.agrees))
        shown = Table(tuple(texts(f"check.{column}") for column in COLUMNS), rows)
        tables.draw(shown, texts("check.title"), WORDS, titled=False)  # st.table takes seconds for 259 rows
    else:
        st.write(texts("check.none"))


def _table_name(table: str, texts: Texts) -> str:
    """«Tabell 16, Helsenorge»: Tabell 16–21 are about a solution each."""
    solution = PLAN_TABLES.get(table)
    return f"{table}, {texts(f'solution.{solution}')}" if solution else table


def _row(cell: Cell, texts: Texts) -> tuple[str, ...]:
    """One cell in words and numbers, with the decimals of the print."""
    unit, number = (0.01, texts.percent) if cell.unit == "percent" else (1.0, texts.amount)
    return (
        _table_name(cell.table, texts),
        texts(f"tabell_16.{cell.row}" if cell.table in PLAN_TABLES else f"solution.{cell.row}"),
        cell.column if cell.column.isdigit() else texts(f"tabell_8.{cell.column}"),
        number(cell.printed * unit, cell.decimals),
        number(cell.computed * unit, max(cell.decimals, 1)),
        "" if cell.agrees else texts.change(cell.difference),
        known_differences()[cell.cause].text[texts.language] if cell.cause else "",
    )
