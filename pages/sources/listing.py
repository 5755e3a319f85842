"""The list of sources: searched and narrowed in the browser, its values fetched when a row is opened."""

from dataclasses import asdict
from functools import lru_cache
from typing import Any, Final

from charts.sources.cards import FACTS, assumption_cards, source_cards, value_table
from charts.sources.uses import OF_FIGURE, rows_of
from charts.sources.words import document_title, figure_name
from model import Baseline
from model.payers.search_keys import PLAIN_LETTERS
from model.sources import sources_by_id
from model.sources.row import KINDS
from pages.sources.marked import marked_cell
from pages.sources.messages import ChooseSource, FigureSources, Inventory, OpenValues, SourcesMessage
from pages.visit import address, asking, state, view
from pages.visit.components import component
from pages.visit.memory import Place
from pages.visit.view import View
from texts import Texts
from texts.numbers import separators

KEY: Final = "sources"
LABELS: Final = (
    "search",
    "search_hint",
    "kind",
    "all_kinds",
    "from_document",
    "all_documents",
    "hits",
    "none",
    "clear",
    "assumptions",
    "assumptions_intro",
    "rests_on",
    "rows",
    "values",
    "one_value",
    "link",
    "link_to",
    "marked",
)
ASSUMPTIONS: Final = "assumption"
MOST_OPEN: Final = 12
"""Rows whose values are kept on the page: who opens more has closed the first long ago."""

OPENED: Final[Place[tuple[str, ...]]] = Place("opened_sources", tuple)


def listing(looked_at: View, is_new: bool = False) -> None:
    """Draws the list with what the address leads to. is_new: whether another page led to it just now.

    The browser then has the address of the page without it, as one entry of its history, and completes that entry.
    """
    cell = marked_cell(looked_at)
    if cell and is_new:
        _keep_open(looked_at.source)
    component(SourcesMessage, "sources", "sources/listing")(
        key=KEY,
        data={
            **_inventory(state.figures(), looked_at.texts),
            "chosen": "" if looked_at.source.startswith(OF_FIGURE) else looked_at.source,
            "figure": _of_figure(looked_at.source, state.figures(), looked_at.texts),
            "address": address.as_text() if is_new else "",
            "tables": _tables(state.figures(), looked_at.texts),
            "cell": cell,
            **asking.listen(KEY, DEEDS, place=asking.GENERAL),
        },
        on_asked_change=apply,
    )


def apply() -> None:
    """Opens or leads to what was asked for."""
    asking.serve(KEY, DEEDS, place=asking.GENERAL)


@lru_cache(maxsize=8)
def _inventory(baseline: Baseline, texts: Texts) -> Inventory:
    """The part of the message that is the same until language or baseline change."""
    rows, assumed = source_cards(baseline, texts), assumption_cards(baseline, texts)
    kinds = {row.kind for row in rows}
    listed = dict.fromkeys(row.document for row in rows)
    labels = {name: texts(f"sources.{name}") for name in (*LABELS, *FACTS)}
    return {
        "stamp": f"{texts.language} {baseline.digest}",
        "rows": [asdict(row) for row in rows],
        "assumptions": [asdict(each) for each in assumed],
        "kinds": [(kind, texts(f"source_kind.{kind}")) for kind in KINDS if kind in kinds]
        + [(ASSUMPTIONS, texts("sources.assumptions"))],
        "documents": [(document, document_title(document, texts)) for document in listed],
        "letters": PLAIN_LETTERS,
        "decimal": separators(texts.language)[0],
        "labels": labels,
    }


def _of_figure(source: str, baseline: Baseline, texts: Texts) -> FigureSources | None:
    if not source.startswith(OF_FIGURE):
        return None
    figure = source.removeprefix(OF_FIGURE)
    return {
        "sentence": texts("sources.of_figure", figure=figure_name(figure, baseline, texts)),
        "rows": [row.id for row in rows_of(figure, baseline)],
    }


def _tables(baseline: Baseline, texts: Texts) -> dict[str, dict[str, Any]]:
    known = sources_by_id(baseline)
    return {name: asdict(value_table(known[name], baseline, texts)) for name in OPENED.value() if name in known}


def _open(asked: OpenValues) -> None:
    name = asked.get("id")
    if name not in sources_by_id(state.figures()):
        raise asking.NotUnderstood("id")
    _keep_open(name)


def _keep_open(name: str) -> None:
    """Has the values of a row sent from now on."""
    kept = (each for each in OPENED.value() if each != name)
    OPENED.put((*kept, name)[-MOST_OPEN:])


def _choose(asked: ChooseSource) -> None:
    chosen = asked.get("id")
    if not isinstance(chosen, str) or not view.is_source(chosen, state.figures()):
        raise asking.NotUnderstood("id")
    view.change(source=chosen)


DEEDS: Final[dict[str, asking.Deed]] = {"open": _open, "choose": _choose}
