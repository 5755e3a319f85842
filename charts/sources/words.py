"""What the things of the inventory are called: rows, the rows and columns of their values, units and qualities."""

from collections.abc import Callable, Sequence
from typing import Final

from charts.sources.uses import kind_of
from charts.words.names import bridge_column_name, key_name, solution_name
from model import Baseline, parameters
from model.baseline.documents import documents
from model.baseline.earlier_funds import QUANTITIES
from model.baseline.printed import BRIDGE_COLUMNS, SUM
from model.payers.municipalities import municipalities
from model.sources import SourceRow
from model.sources.row import ASSUMPTION, EACH_YEAR, QUOTATION, STATEMENT
from texts import Texts

ROOMS: Final = (
    "source_word",
    "solution",
    "payer_group",
    "payer_key",
    "setting",
    "price_category",
    "memo",
    "compensation",
    "invoice",
    "development",
    "funds",
    "component",
    "volume",
    "project_field",
)
"""Where the catalogue has names of what data call by ids, in the order in which they are looked up."""

PREFIXED: Final = (
    ("development", "version"),
    ("structure", "series"),
    ("structure", "vintage"),
    ("structure", "volume"),
    ("structure", "part"),
    ("structure", "follows"),
)
"""The same where an id is the last part of a key, after a word."""


def row_title(row: SourceRow, baseline: Baseline, texts: Texts) -> str:
    """What a row is called: what it is and of what, «Tabell 9: linjene for Helsenorge», and its own words."""
    label = row.label.get(texts.language, "")
    key = f"source_name.{row.kind}_{row.role}"
    about = texts.listed([texts("sources.all") if each == SUM else word(each, baseline, texts) for each in row.about])
    if key not in texts:
        return label or about or row.id
    named = texts(key, table=row.table, about=about, document=document_title(row.document, texts)).strip(" :,")
    return ": ".join(filter(None, (named, label)))


def figure_name(figure: str, baseline: Baseline, texts: Texts) -> str:
    """What a drawn figure is called where it is not seen; of a group of solutions, with its name."""
    kind = kind_of(figure)
    group = figure.removeprefix(f"{kind}_")
    name = texts(f"source_figure.{kind}")
    return f"{name}, {solution_name(group, baseline, texts)}" if group in baseline.bridge_groups else name


def word(name: str, baseline: Baseline, texts: Texts) -> str:
    """What an id is called; the document's own words stay as they are."""
    for find in FINDERS:
        if found := find(name, baseline, texts):
            return found
    parts = name.split(" ")
    if len(parts) > 1 and (parts[1].isdecimal() or any("_" in part for part in parts)):  # «changed_financing 2026»
        is_id = (at == 0 or "_" in part for at, part in enumerate(parts))
        return " ".join(
            word(part, baseline, texts) if named else part for part, named in zip(parts, is_id, strict=True)
        )
    if len(parts) > 1 and all(f"payer_group.{part}" in texts or part in baseline.solutions for part in parts):
        return texts.listed([word(part, baseline, texts) for part in parts])
    return name


def _number(name: str, baseline: Baseline, texts: Texts) -> str:  # noqa: ARG001 (one of several finders)
    """A year as it is, a municipality with its name."""
    if not name.isdecimal():
        return ""
    known = municipalities().get(name)
    return f"{name} {known.label}" if known else name


def _of_baseline(name: str, baseline: Baseline, texts: Texts) -> str:
    """A solution, measure, field, column or key set of the baseline."""
    if name in (*baseline.solutions, *baseline.groups, *baseline.key_solutions):
        return solution_name(name, baseline, texts)
    if name in baseline.measures:
        return baseline.measures[name].label[texts.language]
    if name in BRIDGE_COLUMNS:
        return bridge_column_name(name, baseline, texts)
    if name in baseline.key_sets:
        return key_name(name, texts)
    known = parameters(baseline).get(name)
    return known.short[texts.language] if known else ""


def _of_catalogue(name: str, baseline: Baseline, texts: Texts) -> str:
    if name in QUANTITIES:
        return texts(f"funds.{name}")
    keys = (*(f"{room}.{name}" for room in ROOMS), *(f"{room}.{kind}_{name}" for room, kind in PREFIXED))
    found = next((key for key in keys if key in texts), "")
    return texts(found, base_year=baseline.base_year, first_year=baseline.first_year) if found else ""


FINDERS: Final[Sequence[Callable[[str, Baseline, Texts], str]]] = (_number, _of_baseline, _of_catalogue)


def document_title(document: str, texts: Texts) -> str:
    """A document's title; that it is an assumption of ours, or the visitor's own file, where it is no document."""
    if document == ASSUMPTION:
        return texts("sources.our_assumption")
    known = documents(texts.language).get(document)
    return known.title if known else document or texts("sources.own_file")


def unit_words(unit: str, texts: Texts) -> str:
    """A unit in words; empty for what has none."""
    return texts(f"source_unit.{'_'.join(unit.replace('→', ' ').replace(',', ' ').split())}") if unit else ""


def price_words(row: SourceRow, texts: Texts) -> str:
    """Whose kroner a row's amounts are in; empty where they are no money."""
    if row.prices == EACH_YEAR:
        return texts("sources.each_year")
    if row.prices:
        return texts("sources.kroner", year=row.prices)
    return texts("sources.no_price_year") if row.unit in ("mnok", "nok") else ""


def quality_words(row: SourceRow, texts: Texts) -> str:
    """How sure the values are, and how many of each; what the document was read from, where they are as printed."""
    if row.quality:
        several = len(row.quality) > 1
        named = [
            texts("sources.of_quality", quality=texts(f"source_quality.{name}"), count=count)
            if several
            else texts(f"source_quality.{name}")
            for name, count in row.quality.items()
        ]
        return "; ".join(named)
    known = documents(texts.language).get(row.document)
    return known.quality if known and row.kind not in (STATEMENT, QUOTATION) else ""
