"""The table of all municipalities: sorted in the browser, and a file to take along."""

from dataclasses import asdict
from typing import Final

from charts.context import Context
from charts.payers.municipal import key_said, municipal_table
from charts.payers.paid import Paid
from exports.municipal import municipal_file
from pages.parts import tables
from pages.parts.components import component
from pages.parts.view import View

LABELS: Final = ("title", "sort", "filter")


def municipal_list(who: Paid, looked_at: View, around: Context) -> None:
    """Draws the folded table with its file."""
    texts = looked_at.texts
    component("municipal")(
        key="municipal",
        data={
            **asdict(municipal_table(who, looked_at.year, texts)),
            "own": looked_at.payer,
            "language": texts.language,
            "labels": {label: texts(f"payers.list_{label}") for label in LABELS},
            "note": f"{_when(who, looked_at, around)}. {texts('payers.list_note')}",
        },
    )
    tables.file_button(
        texts("payers.list_download"), texts("payers.list_file"), lambda: municipal_file(who, around.prices, texts)
    )


def _when(who: Paid, looked_at: View, around: Context) -> str:
    texts = looked_at.texts
    return " · ".join([str(looked_at.year), around.prices, texts("payers.list_key", source=key_said(who.keys, texts))])
