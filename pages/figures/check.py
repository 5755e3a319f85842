"""«Grunnlaget er kontrollert mot dokumentet»: the sign, and behind it each printed cell beside the computed one."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from charts.records import Table
from charts.words.names import bridge_column_name, solution_name, table_names
from model import Baseline, Cell, known_differences
from model.baseline.printed import PLAN_CHANGES
from model.checks.printed_cells import held_against, published_cells
from pages.files import tables
from pages.visit import state
from texts import Texts

COLUMNS: Final = ("table", "row", "column", "printed", "computed", "difference", "cause")
WORDS: Final = (0, 1, 2, 6)
"""The columns that hold words and not amounts."""


def sign(texts: Texts, short: bool = False) -> None:
    """A quiet button that opens the check; it says so when a cell differs without a known cause.

    It is about the published figures alone, whatever is moved. There is none where the baseline has no such tables.
    """
    baseline = state.figures()
    cells = published_cells(baseline)
    if not cells:
        return
    unexplained = [cell for cell in cells if not cell.agrees and not cell.cause]
    agrees = texts("check.agrees_short") if short else texts("check.agrees")
    label = texts("check.disagrees", count=len(unexplained)) if unexplained else agrees
    icon = ":material/error:" if unexplained else ":material/check_circle:"
    in_words = table_names(tuple(held_against(baseline)), texts)
    if st.button(label, icon=icon, type="tertiary", help=texts("check.help", tables=in_words), key="check"):
        st.dialog(texts("check.title"), width="large")(_check)(baseline, texts)


def _check(baseline: Baseline, texts: Texts) -> None:
    """The content of the check: what agrees and what does not, and the cells, those that differ first."""
    every, printed = published_cells(baseline), held_against(baseline)
    different = [cell for cell in every if not cell.agrees]
    st.write(_summary(len(every), different, table_names(tuple(printed), texts), texts))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        table = st.selectbox(
            texts("check.table"),
            (None, *printed),
            format_func=lambda name: _table_name(name, baseline, texts) if name else texts("check.all"),
            key="check_table",
            width=280,
        )
        only = st.toggle(texts("check.only"), key="check_only")
    chosen = [cell for cell in (different if only else every) if table in (None, cell.table)]
    if chosen:
        rows = tuple(_row(cell, baseline, texts) for cell in sorted(chosen, key=lambda cell: cell.agrees))
        shown = Table(tuple(texts(f"check.{column}") for column in COLUMNS), rows)
        tables.draw(shown, texts("check.title"), WORDS, titled=False)  # st.table takes seconds for hundreds of rows
    else:
        st.write(texts("check.none"))


def _summary(count: int, different: Sequence[Cell], tables: str, texts: Texts) -> str:
    """How many cells agree, and how many differ with a known cause and without one."""
    explained = sum(cell.cause is not None for cell in different)
    said = [texts("check.summary", agree=count - len(different), count=count, tables=tables)]
    said += [texts("check.explained", count=explained)] if explained else []
    said += [texts("check.unexplained", count=len(different) - explained)] if explained < len(different) else []
    return " ".join(said)


def _table_name(table: str, baseline: Baseline, texts: Texts) -> str:
    """«Tabell 16, Helsenorge»: the tables of changes are about a solution each."""
    printed = held_against(baseline)[table]
    return f"{table}, {solution_name(printed.about, baseline, texts)}" if printed.role == PLAN_CHANGES else table


def _row(cell: Cell, baseline: Baseline, texts: Texts) -> tuple[str, ...]:
    """One cell in words and numbers, with the decimals of the print."""
    unit, number = (0.01, texts.percent) if cell.unit == "percent" else (1.0, texts.amount)
    is_change = held_against(baseline)[cell.table].role == PLAN_CHANGES
    return (
        _table_name(cell.table, baseline, texts),
        texts(f"plan_row.{cell.row}") if is_change else solution_name(cell.row, baseline, texts),
        cell.column if cell.column.isdigit() else bridge_column_name(cell.column, baseline, texts),
        number(cell.printed * unit, cell.decimals),
        number(cell.computed * unit, max(cell.decimals, 1)),
        "" if cell.agrees else texts.change(cell.difference),
        known_differences(baseline)[cell.cause].text[texts.language] if cell.cause else "",
    )
