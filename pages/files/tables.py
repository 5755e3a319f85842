"""Tables under the figures, as plain HTML with heads that a screen reader knows, each with its file."""

import re
from collections.abc import Callable, Collection
from dataclasses import replace
from html import escape
from typing import Final

import streamlit as st

from charts.records.figure import Table
from charts.words.context import Context
from pages.files import taking

LONGEST: Final = 60
"""Characters of a file's name."""


def draw(table: Table, name: str, words: Collection[int] = (0,), titled: bool = True) -> None:
    """Draws a named table that can be scrolled sideways; ``words``: the columns that hold words and not amounts.

    ``titled``: whether the name is also seen above it.
    """
    head = "".join(
        f'<th scope="col" class="{_kind(at, words)}">{escape(text)}</th>' if text else "<td></td>"
        for at, text in enumerate(table.header)
    )
    body = "".join(f"<tr>{_cells(row, words)}</tr>" for row in table.rows)
    st.html(
        f'<div class="amounts" role="group" tabindex="0" aria-label="{escape(name, quote=True)}">'
        f"<table>{f'<caption>{escape(name)}</caption>' if titled else ''}"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def write(table: Table, name: str, context: Context, words: Collection[int] = (0,), prices: str = "") -> None:
    """Draws a table, and under it the button that takes it along.

    prices: of the amounts, where they are not the context's; they stand beside the name, unless the table says them.
    """
    is_said = prices == context.texts("take.prices_stated") or prices in name
    draw(table, name if is_said else f"{name} · {prices}", words)
    take(table, name, context.texts("take.table"), context, prices)


def take(table: Table, name: str, label: str, context: Context, prices: str = "") -> None:
    """The button alone, of a table that is drawn in another way; ``label`` is what it is called."""
    subject_when_fetched = taking.prepared_subject(replace(context, prices=prices or context.prices))
    file_button(label, name, lambda: taking.table_of(table, subject_when_fetched(), name), context.baseline.id)


def file_button(label: str, name: str, make: Callable[[], bytes], baseline: str) -> None:
    """A button that fetches a table as CSV, which ``make`` makes when it is pressed; its name says which figures."""
    file = "-".join(re.findall(r"\w+", name.lower()))[:LONGEST]
    st.download_button(
        label,
        make,
        file_name=f"{file}_{baseline}.csv",
        mime="text/csv",
        on_click="ignore",
        type="tertiary",
        key=f"take {name}",
    )


def _cells(row: tuple[str, ...], words: Collection[int]) -> str:
    first, *rest = (escape(text) for text in row)
    cells = (f'<td class="{_kind(at, words)}">{text}</td>' for at, text in enumerate(rest, 1))
    return f'<th scope="row" class="word">{first}</th>{"".join(cells)}'


def _kind(at: int, words: Collection[int]) -> str:
    return "word" if at in words else "amount"
