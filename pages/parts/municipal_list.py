"""The table of all municipalities: sorted in the browser, and a file to take along."""

from dataclasses import asdict
from typing import Final

from charts.context import Context
from charts.payers.municipal import key_said, municipal_file, municipal_table
from model import published
from pages.parts.components import component

LABELS: Final = ("title", "download", "sort", "filter")


def municipal_list(context: Context) -> None:
    """Draws the folded table with its file."""
    texts = context.texts
    component("municipal")(
        key="municipal",
        data={
            **asdict(municipal_table(context)),
            "own": context.question.us,
            "language": texts.language,
            "labels": {label: texts(f"payers.list_{label}") for label in LABELS},
            "note": f"{_when(context)}. {texts('payers.list_note')}",
            "file": {
                "name": f"{texts('payers.list_file')}_{published().id}.csv",
                "content": municipal_file(context),
            },
        },
    )


def _when(context: Context) -> str:
    key = context.texts("payers.list_key", source=key_said(context.answer.keys, context.texts))
    return " · ".join([str(context.year), context.prices, key])
