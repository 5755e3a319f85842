"""The rows of the inventory as cards that are ready to read: what, where, in what, how sure, who uses it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from charts.records.figure import Table
from charts.sources.uses import OF_ASSUMPTION, pages_of
from charts.sources.words import document_title, price_words, quality_words, row_title, unit_words, word
from model import Baseline
from model.baseline.printed import BRIDGE_COLUMNS
from model.payers.search_keys import plain
from model.sources import SourceRow, Value, sources
from model.sources.assumptions import Assumption, assumptions
from model.sources.row import MEASURE, PARAMETER, PRESET, REGISTER
from texts import Texts

NAMES, WORDS = "name", "words"
"""Units of values that are names and passages, and no figures."""

FACTS: Final = ("document", "place", "unit", "prices", "quality", "used_by")
"""What can be known of a row, in the order in which it is told."""

NO_LEVER: Final = ("name", "baseline")
"""Groups of a scenario's fields that no lever moves."""

KEPT: Final = 16  # languages times baselines that are looked at in turn


@dataclass(frozen=True, slots=True)
class SourceCard:
    """A row in words.

    title: what it is; kind: one of ``KINDS``; document: by id. text: what it says, empty where there is no more.
    facts: each of ``FACTS`` that is known of it, in words. assumptions: address and title of those that it rests on.
    count: how many values it opens to. found_by: plain words; figures: its values with a decimal point, as they are
    searched for.
    """

    id: str
    kind: str
    title: str
    document: str
    text: str
    facts: tuple[tuple[str, str], ...]
    assumptions: tuple[tuple[str, str], ...]
    count: int
    found_by: str
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AssumptionCard:
    """An assumption in words: its address, title and sentence, the decision record, and the rows that rest on it."""

    id: str
    title: str
    text: str
    record: str
    rows: tuple[tuple[str, str], ...]
    pages: str
    found_by: str


@lru_cache(maxsize=KEPT)
def source_cards(baseline: Baseline, texts: Texts) -> tuple[SourceCard, ...]:
    """Every row of the inventory in words."""
    return tuple(_card(row, baseline, texts) for row in sources(baseline))


@lru_cache(maxsize=KEPT)
def assumption_cards(baseline: Baseline, texts: Texts) -> tuple[AssumptionCard, ...]:
    """Every assumption that a row or a page rests on, in words."""
    made = (_assumption(each, baseline, texts) for each in assumptions().values())
    return tuple(each for each in made if each.rows or each.pages)


def sources_headline(baseline: Baseline, texts: Texts) -> str:
    """How many sources and assumptions there are, in a sentence."""
    rows, assumed = len(source_cards(baseline, texts)), len(assumption_cards(baseline, texts))
    return texts("sources.headline", rows=rows, assumptions=assumed)


def _card(row: SourceRow, baseline: Baseline, texts: Texts) -> SourceCard:
    title, facts = row_title(row, baseline, texts), tuple(_facts(row, baseline, texts))
    text = row.text[texts.language] if row.text else ""
    resting = tuple(
        (f"{OF_ASSUMPTION}{each.id}", f"{each.record} {each.title[texts.language]}")
        for each in assumptions().values()
        if each.bears_on(row)
    )
    heads = dict.fromkeys(part for value in row.values for part in (*value.row, *value.column))
    named = () if row.kind == REGISTER else [word(each, baseline, texts) for each in heads]
    said = (texts(f"source_kind.{row.kind}"), title, text, *(value for _, value in facts))
    return SourceCard(
        id=row.id,
        kind=row.kind,
        title=title,
        document=row.document,
        text=text,
        facts=facts,
        assumptions=resting,
        count=len(row.values),
        found_by=plain(" ".join((*said, *(name for _, name in resting), *named))),
        figures=() if row.unit in (NAMES, WORDS) else tuple(dict.fromkeys(each.digits for each in row.values)),
    )


def _facts(row: SourceRow, baseline: Baseline, texts: Texts) -> Iterator[tuple[str, str]]:
    """What is known of a row: which fact, and in words."""
    known = {
        "document": document_title(row.document, texts),
        "place": "; ".join(dict.fromkeys(filter(None, (row.table, row.place)))),
        "unit": unit_words(row.unit, texts),
        "prices": price_words(row, texts),
        "quality": quality_words(row, texts),
        "used_by": used_by(row, baseline, texts),
    }
    for name, value in known.items():
        if value:
            yield name, value


def used_by(row: SourceRow, baseline: Baseline, texts: Texts) -> str:
    """The pages, levers and ready scenarios that use a row; what a ready scenario sets."""
    pages = [texts(f"page.{page}") for page in pages_of(row)]
    presets = [each for each in sources(baseline) if each.kind == PRESET and row.id in each.uses]
    parts = [texts("sources.by_lever")] if row.kind in (PARAMETER, MEASURE) and row.role not in NO_LEVER else []
    if pages:
        parts.append(_pages(pages, texts))
    if presets:
        parts.append(texts("sources.by_presets", presets=_quoted(presets, baseline, texts)))
    if row.uses:
        rows = [each for each in sources(baseline) if each.id in row.uses]
        parts.append(texts("sources.sets", rows=_quoted(rows, baseline, texts)))
    return "; ".join(parts)


def _pages(pages: Sequence[str], texts: Texts) -> str:
    return texts("sources.by_page" if len(pages) == 1 else "sources.by_pages", pages=texts.listed(pages))


def _quoted(rows: Sequence[SourceRow], baseline: Baseline, texts: Texts) -> str:
    return texts.listed([f"«{row_title(row, baseline, texts)}»" for row in rows])


def _assumption(each: Assumption, baseline: Baseline, texts: Texts) -> AssumptionCard:
    rows = [row for row in sources(baseline) if each.bears_on(row)]
    pages = [
        texts(f"page.{page}") for page in dict.fromkeys((*each.pages, *(p for row in rows for p in pages_of(row))))
    ]
    title, text = each.title[texts.language], each.text[texts.language]
    record = texts("sources.method" if each.is_method else "sources.record", number=each.record)
    named = tuple((row.id, row_title(row, baseline, texts)) for row in rows)
    return AssumptionCard(
        id=f"{OF_ASSUMPTION}{each.id}",
        title=title,
        text=text,
        record=record,
        rows=named,
        pages=_pages(pages, texts) if pages else "",
        found_by=plain(" ".join((title, text, record, *(name for _, name in named)))),
    )


def value_table(row: SourceRow, baseline: Baseline, texts: Texts) -> Table:
    """The values behind a row as they are printed, with what names their row and column.

    A grid where each value has one row and one column of its own, else a list of one value a line.
    """
    if not _is_grid(row):
        return _list(row, baseline, texts)
    return _grid(_columns(row), {(value.row, value.column): value for value in row.values}, baseline, texts)


def place_of(value: Value, row: SourceRow) -> tuple[int, int]:
    """Row and column of a value in the table of them, from 0; what names its row is column 0."""
    if not _is_grid(row):
        return row.values.index(value), 1
    lines = list(dict.fromkeys(each.row for each in row.values))
    return lines.index(value.row), 1 + _columns(row).index(value.column)


def _columns(row: SourceRow) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted(dict.fromkeys(value.column for value in row.values), key=_order))


def _is_grid(row: SourceRow) -> bool:
    """Whether each value has one row and one column of its own."""
    places = {(value.row, value.column) for value in row.values}
    return len(places) == len(row.values) and 1 < len(_columns(row)) < len(row.values)


def _order(column: tuple[str, ...]) -> int:
    """Columns of a bridge stand as in the print, whichever cell of the first row is blank; others as they come."""
    return BRIDGE_COLUMNS.index(column[0]) if column and column[0] in BRIDGE_COLUMNS else len(BRIDGE_COLUMNS)


def _grid(
    columns: Sequence[tuple[str, ...]],
    places: dict[tuple[tuple[str, ...], tuple[str, ...]], Value],
    baseline: Baseline,
    texts: Texts,
) -> Table:
    names = dict.fromkeys(row for row, _ in places)
    rows = tuple(
        (
            _named(name, baseline, texts),
            *(digits(places[name, column], texts) if (name, column) in places else "" for column in columns),
        )
        for name in names
    )
    return Table(("", *(_named(column, baseline, texts) for column in columns)), rows)


def _list(row: SourceRow, baseline: Baseline, texts: Texts) -> Table:
    rows = tuple(
        (_named((*value.row, *value.column), baseline, texts) or texts("sources.value"), digits(value, texts))
        for value in row.values
    )
    return Table((texts("sources.what"), texts("sources.value")), rows)


def _named(names: Sequence[str], baseline: Baseline, texts: Texts) -> str:
    return ", ".join(word(name, baseline, texts) for name in names if name)


def digits(value: Value, texts: Texts) -> str:
    """A value as printed: its own decimals, with the signs of the language; percent where its row is in percent."""
    try:
        number = float(value.digits)
    except ValueError:
        return value.digits
    if value.unit == "year":
        return value.digits
    written = texts.amount(number, len(value.digits.partition(".")[2]))
    return texts("sources.percent", number=written) if value.unit == "percent" else written
