"""What is said of a workbook that was uploaded: its faults, or its sums, what is new in it and what it lacks."""

from typing import Final

import streamlit as st

from charts.baselines.changes import changed_table, not_converted, shared_year
from charts.baselines.faults import fault_table
from charts.baselines.lacks import lacks
from charts.reconciliation.tables import BRIEF_WORDS, things_table
from charts.records.figure import Table
from model import Baseline, baseline, installed
from model.checks.changed_cells import diff
from model.checks.reconcile import reconcile
from model.checks.things import agreement, things
from pages.files import tables
from pages.visit import uploaded
from pages.visit.as_written import as_written
from texts import Texts

FIRST: Final = 8
"""Rows of the changes that are seen at once."""


def before(made: Baseline) -> Baseline | None:
    """The newest installed baseline that is not of a later year; None where all are later."""
    earlier = (name for name, (base_year, _) in installed().items() if base_year <= made.base_year)
    name = next(earlier, None)
    return None if name is None else baseline(name)


def faults(texts: Texts) -> None:
    """Every fault of the sheets; of a file that is no workbook the headline says all."""
    file = uploaded.uploaded()
    if file.faults and file.refused is None:
        tables.draw(fault_table(file.faults, texts), texts("faults.title"), range(5))


def sums(made: Baseline, texts: Texts) -> None:
    """Whether what is printed comes out, and the things to know where it does not, those that matter first."""
    st.header(texts("sums.title"), anchor=False)
    checks = reconcile(made)
    found = agreement(checks)
    wrong = found.figures - found.agreeing
    if not checks:
        st.markdown(texts("sums.none"))
    elif not wrong:
        st.markdown(texts("sums.right", count=found.figures))
    else:
        st.markdown(texts("sums.wrong", count=found.figures, wrong=wrong))
        _folded(things_table(things(checks), made, texts), texts("sums.title"), BRIEF_WORDS, texts, titled=False)


def changes(made: Baseline, texts: Texts) -> None:
    """Every figure that differs from the baseline before; where none can, the headline has said so."""
    older = before(made)
    if older is None or older == made:
        return
    table = changed_table(diff(older, made), older, made, texts)
    if not table.rows:
        st.markdown(as_written(texts("changes.alike", title=older.title[texts.language])))
        return
    if shared_year(older, made) is None:  # else it stands under the bridge
        st.markdown(as_written(not_converted(older, made, texts)))
    _folded(table, texts("changes.table_title"), (0, 1, 2), texts)


def lacking(made: Baseline, texts: Texts) -> None:
    """What is not there, and what is used instead."""
    if sentences := lacks(made, texts):
        st.header(texts("lacks.title"), anchor=False)
        st.markdown("\n".join(f"- {as_written(sentence)}" for sentence in sentences))


def for_host(made: Baseline, texts: Texts) -> None:
    """How it is installed for all."""
    with st.expander(texts("host.title")):
        st.markdown(texts("host.text"))
        st.code(f"python -m model install FIL.xlsx --id {made.id}", language=None)


def _folded(table: Table, name: str, words: tuple[int, ...], texts: Texts, titled: bool = True) -> None:
    """The first rows of a table, and the others under them. titled: whether its name is also seen."""
    tables.draw(Table(table.header, table.rows[:FIRST]), name, words, titled)
    rest = table.rows[FIRST:]
    if rest:
        with st.expander(texts("changes.more", count=len(rest))):
            tables.draw(Table(table.header, rest), texts("changes.more", count=len(rest)), words, titled=False)
