"""«Grunnlaget er kontrollert mot dokumentet»: the sign, and behind it each printed figure beside the computed one."""

from typing import Final

import streamlit as st

from charts.baselines.changes import row_name
from charts.baselines.sums import amounts, change, column_name, of_what
from charts.records.figure import Table
from charts.words.checked import checked_summary, checked_tables, differing
from charts.words.foreign import printable
from charts.words.names import solution_name, table_names
from model import Baseline, known_differences
from model.checks.check import Check
from model.checks.reconcile import reconcile
from pages.files import tables
from pages.visit import state
from texts import Texts

COLUMNS: Final = ("table", "row", "column", "of", "printed", "computed", "difference", "cause")
WORDS: Final = (0, 1, 2, 3, 7)
"""The columns that hold words and not amounts."""

AS_MUCH: Final = frozenset({"name"})
"""Fields of a scenario that leave it what the basis is."""


def sign(texts: Texts, short: bool = False) -> None:
    """A quiet button that opens the check; it says so when a figure differs without a known cause.

    It is about the published figures alone: beside a scenario that departs from them it says that, and shows no tick.
    There is none where the baseline has no printed tables.
    """
    baseline = state.figures()
    every = reconcile(baseline)
    if not every:
        return
    moved = bool(set(state.scenario().departures()) - AS_MUCH)
    unexplained = [each for each in differing(every) if not each.cause]
    words = f"check.agrees{'_moved' if moved else ''}{'_short' if short else ''}"
    label = texts("check.disagrees", count=len(unexplained)) if unexplained else texts(words)
    icon = ":material/error:" if unexplained else ":material/info:" if moved else ":material/check_circle:"
    in_words = table_names(checked_tables(baseline), texts)
    if st.button(label, icon=icon, type="tertiary", help=texts("check.help", tables=in_words), key="check"):
        st.dialog(texts("check.title"), width="large")(_check)(baseline, moved, texts)


def _check(baseline: Baseline, moved: bool, texts: Texts) -> None:
    """The content of the check: what agrees and what does not, and the figures, those that differ first."""
    every = reconcile(baseline)
    st.write(checked_summary(baseline, texts), *([texts("check.not_scenario")] if moved else []))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        table = st.selectbox(
            texts("check.table"),
            (None, *dict.fromkeys((*checked_tables(baseline), *(each.table for each in every)))),
            format_func=lambda name: _table_name(name, baseline, texts) if name else texts("check.all"),
            key="check_table",
            width=280,
        )
        only = st.toggle(texts("check.only"), key="check_only")
    chosen = [each for each in (differing(every) if only else every) if table in (None, each.table)]
    if chosen:
        ordered = sorted(chosen, key=lambda each: each.explained_by_rounding)
        rows = tuple(_row(each, baseline, texts) for each in ordered)
        shown = Table(tuple(texts(f"check.{column}") for column in COLUMNS), rows)
        tables.draw(shown, texts("check.title"), WORDS, titled=False)  # st.table takes seconds for hundreds of rows
    else:
        st.write(texts("check.none"))


def _table_name(table: str, baseline: Baseline, texts: Texts) -> str:
    """«Tabell 16, Helsenorge»: many tables are about a solution each."""
    about = next((each.about for each in baseline.tables if each.label == table), "")
    return f"{table}, {solution_name(about, baseline, texts)}" if about in baseline.solutions else table


def _row(each: Check, baseline: Baseline, texts: Texts) -> tuple[str, ...]:
    """One figure in words and numbers."""
    return (
        _table_name(each.table, baseline, texts),
        printable(row_name(each.row, baseline, texts)),
        column_name(each.column, baseline, texts),
        of_what(each, baseline, texts),
        *amounts(each, texts),
        "" if each.explained_by_rounding else change(each, texts),
        known_differences(baseline)[each.cause].text[texts.language] if each.cause else "",
    )
