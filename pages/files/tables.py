"""Tables under the figures, as plain HTML with heads that a screen reader knows, each with its file."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from html import escape
from typing import Final

import streamlit as st

from charts.records.figure import Table
from charts.words.context import Context
from pages.files import taking

LONGEST: Final = 60
"""Characters of a file's name."""


def draw(table: Table, name: str, words: Collection[int] = (0,), titled: bool = True, copier: str = "") -> None:
    """Draws a named table that can be scrolled sideways; ``words``: the columns that hold words and not amounts.

    ``titled``: whether the name is also seen above it. ``copier``: the button that copies it, as HTML.
    """
    head = "".join(
        f'<th scope="col" class="{_kind(at, words)}">{escape(text)}</th>' if text else "<td></td>"
        for at, text in enumerate(table.header)
    )
    first = next(((row, at) for row, paths in enumerate(table.opens) for at, path in enumerate(paths) if path), None)
    body = "".join(
        f"<tr>{_cells(row, words, _buttons(table, place, first))}</tr>" for place, row in enumerate(table.rows)
    )
    grid = ' role="grid"' if first else ""
    st.html(
        f'<div class="amounts" role="group" tabindex="0" aria-label="{escape(name, quote=True)}">'
        f"<table{grid}>{f'<caption>{escape(name)}</caption>' if titled else ''}"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>{copier}"
    )


def write(
    table: Table, name: str, context: Context, words: Collection[int] = (0,), prices: str = "", payer: str = ""
) -> None:
    """Draws a table, and under it the button that takes it along.

    prices: of the amounts, where they are not the context's; they stand beside the name, unless the table says them.
    payer: whose amounts they are, by id, where they are one's.
    """
    is_said = prices == context.texts("take.prices_stated") or prices in name
    named = name if is_said else f"{name} · {prices or context.prices}"
    draw(table, name if is_said else f"{name} · {prices}", words, copier=_copier(named, context))
    take(table, name, context.texts("take.table"), context, prices, payer)


def _copier(caption: str, context: Context) -> str:
    """The button that copies the table before it with its name and source; pages/figures/copying.js hears of it."""
    subject = taking.subject_of(context)
    says = taking.copying(context.texts)
    facts = {"caption": caption, "source": subject.provenance, "copied": says["copied"], "failed": says["failed"]}
    data = " ".join(f'data-{name}="{escape(words, quote=True)}"' for name, words in facts.items())
    return f'<button type="button" class="copy-table" {data}>{escape(says["label"])}</button>'


def take(table: Table, name: str, label: str, context: Context, prices: str = "", payer: str = "") -> None:
    """The button alone, of a table that is drawn in another way; ``label`` is what it is called."""
    subject_when_fetched = taking.prepared_subject(replace(context, prices=prices or context.prices))
    file_button(
        label, name, lambda: taking.table_of(table, subject_when_fetched(), name, payer=payer), context.baseline.id
    )


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


def _cells(row: tuple[str, ...], words: Collection[int], buttons: Mapping[int, str]) -> str:
    """The cells of a row, the first its head; ``buttons``: by column, for those whose numbers open a calculation."""
    first, *rest = (escape(text) for text in row)
    cells = (f'<td class="{_kind(at, words)}">{buttons.get(at, text)}</td>' for at, text in enumerate(rest, 1))
    return f'<th scope="row" class="word">{buttons.get(0, first)}</th>{"".join(cells)}'


def _buttons(table: Table, place: int, first: tuple[int, int] | None) -> dict[int, str]:
    """The numbers of a row that open, as the browser's own tables have them; Tab leads to the first of the table."""
    row, paths = table.rows[place], table.opens[place] if table.opens else ()
    stops = {at: 0 if (place, at) == first else -1 for at in range(len(row))}
    return {
        at: f'<button type="button" class="opens" aria-haspopup="dialog" tabindex="{stops[at]}" '
        f'data-opens="{escape(path, quote=True)}" data-label="{escape(_label(table, row, at), quote=True)}">'
        f"{escape(row[at])}</button>"
        for at, path in enumerate(paths)
        if path
    }


def _label(table: Table, row: tuple[str, ...], at: int) -> str:
    """What a number is of: its row and its column."""
    return ", ".join(filter(None, (row[0], table.header[at]))) if at else row[0]


def _kind(at: int, words: Collection[int]) -> str:
    return "word" if at in words else "amount"
