"""The table of all municipalities: sorted in the browser, and a file to take along."""

from dataclasses import asdict
from typing import Final

from charts.payers.municipal import key_said, municipal_table
from charts.words.context import Context
from charts.words.quantities import divides_approximately
from exports.municipal import municipal_file
from model.baseline.axes import MUNICIPALITIES
from pages.files import tables, taking
from pages.payers.finding import finding_keys
from pages.payers.messages import MunicipalMessage
from pages.visit.components import component
from texts.numbers import separators

LABELS: Final = ("title", "sort", "filter")


def municipal_list(context: Context) -> None:
    """Draws the folded table with its file."""
    texts, table = context.texts, municipal_table(context)
    component(MunicipalMessage, "municipal", "payers/municipal_list", made=finding_keys())(
        key="municipal",
        data={
            "columns": [asdict(column) for column in table.columns],
            "rows": table.rows,
            "own": context.question.us,
            "language": texts.language,
            "separators": separators(texts.language),
            "labels": {label: texts(f"payers.list_{label}") for label in LABELS}
            | {label: texts(f"payers.search_{label}") for label in ("none", "former")},
            "note": f"{_about(context)}. {texts(_rounded(context))}",
        },
    )
    subject = taking.prepared_subject(context)
    tables.file_button(
        texts("payers.list_download"), texts("payers.list_file"), lambda: municipal_file(subject()), context.baseline.id
    )


def _rounded(context: Context) -> str:
    """Which sentence says how the amounts are rounded."""
    approximate = divides_approximately(MUNICIPALITIES, context.answer)
    return f"payers.list_note{'_approximate' if approximate else ''}"


def _about(context: Context) -> str:
    """Year, prices and key of the amounts."""
    answer, texts = context.answer, context.texts
    said = key_said(answer.keys, texts, answer.result.years.index(context.year))
    key = texts("payers.list_key", source=said)
    return " · ".join([str(context.year), context.prices, key])
