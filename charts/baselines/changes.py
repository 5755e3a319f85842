"""What has changed from the tallgrunnlag before: a bridge by solution, and every figure that both have."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from charts.bridges.bridge import scale_of
from charts.bridges.notes import percent_of
from charts.records.bridge import Bridge, BridgeRow
from charts.records.figure import Span, Table
from charts.words.context import SAME, TENTH, Context
from charts.words.names import bridge_column_name, solution_name
from model import Baseline, Scenario, run
from model.baseline.axes import PAYER_GROUPS
from model.baseline.earlier_funds import QUANTITIES as FUNDS_QUANTITIES
from model.baseline.printed import BRIDGE_COLUMNS, PERCENT_ROWS
from model.checks.changed_cells import COST_LEVEL, FINANCING_NEED, PAYMENT, ChangedCell
from texts import Texts

OLDER, NEWER = "older", "newer"
QUANTITIES: Final = (COST_LEVEL, FINANCING_NEED, PAYMENT)


def shared_year(before: Baseline, after: Baseline) -> int | None:
    """The first year that both know; None where there is none."""
    year = max(before.first_year, after.first_year)
    return year if year <= min(before.last_year, after.last_year) else None


def titles(before: Baseline, after: Baseline, texts: Texts) -> tuple[str, str]:
    """What the two are called; where that is the same, with their ids, which tell them apart."""
    both = (before, after)
    older, newer = (each.title[texts.language] for each in both)
    return (older, newer) if older != newer else (f"{older} ({before.id})", f"{newer} ({after.id})")


def changes_figure(before: Baseline, year: int, context: Context) -> Bridge:
    """The cost level of a year by the one before, what each solution changes, and the level by the context's baseline.

    Nothing is converted between price years. A solution that only one of the two has counts as nothing in the other.
    """
    after, texts = context.baseline, context.texts
    context = _beside(before, context)
    of_before, of_after = _levels(before, year), _levels(after, year)
    names = tuple(dict.fromkeys((*of_after, *of_before)))
    rows = _rows(names, (of_before, of_after), (before, after), context)
    first, last = rows[0].scenario.end, rows[-1].scenario.end
    named = dict(zip(("before", "after"), titles(before, after, texts), strict=True))
    return Bridge(
        name="new_baseline",
        title=(
            texts("changes.bridge_title", year=year),
            texts("changes.bridge_whom", **named),
            f"{year} · {context.prices}",
        ),
        alt=texts("changes.bridge_alt", year=year, first=texts.amount(first), last=texts.amount(last), **named),
        note=not_converted(before, after, texts),
        table=_table(rows, names, (of_before, of_after), (before, after), texts),
        moved=False,
        context=context,
        rows=rows,
        scale=scale_of(rows),
        panels=(texts("bridge.panel_levels"), texts("bridge.panel_steps")),
        difference=texts.change(last - first),
        difference_of=percent_of(last - first, first, texts.amount(first), texts),
        difference_label=texts("changes.difference"),
    )


def _beside(before: Baseline, published: Context) -> Context:
    """The published figures of a baseline in words that hold them against those of the one before."""
    after, texts = published.baseline, published.texts
    older, newer = titles(before, after, texts)
    return replace(
        published,
        scenario=newer,
        reference=older,
        prices=price_years(before, after, texts),
    )


def price_years(before: Baseline, after: Baseline, texts: Texts) -> str:
    """«2025-kroner og 2026-kroner», once where they are the same."""
    years = dict.fromkeys((before.base_year, after.base_year))
    kroner = [texts("view.in_faste", base_year=year) for year in years]
    return texts.listed(kroner)


def not_converted(before: Baseline, after: Baseline, texts: Texts) -> str:
    """That each is in kroner of its own year, where the years differ."""
    if before.base_year == after.base_year:
        return texts("changes.same_prices", year=after.base_year)
    named = dict(zip(("before", "after"), titles(before, after, texts), strict=True))
    return texts("changes.not_converted", before_year=before.base_year, after_year=after.base_year, **named)


def changed_table(cells: Sequence[ChangedCell], before: Baseline, after: Baseline, texts: Texts) -> Table:
    """The figures that differ, the largest change first, percentages last."""
    differing = [cell for cell in cells if abs(cell.difference) >= SAME]
    ordered = sorted(differing, key=lambda cell: (cell.row in PERCENT_ROWS, -abs(cell.difference)))
    columns = tuple(texts(f"changes.{column}") for column in ("table", "row", "column"))
    rows = tuple(_changed_row(cell, before, after, texts) for cell in ordered)
    return Table((*columns, *titles(before, after, texts), texts("figure.difference")), rows)


def _levels(baseline: Baseline, year: int) -> dict[str, float]:
    """Solution → the cost level of a year, MNOK."""
    result = run(Scenario(figures=baseline), last_year=year, bridges=False)
    return dict(zip(baseline.solutions, result.cost_level[result.years.index(year), :, 0].tolist(), strict=True))


_Both = tuple[Mapping[str, float], Mapping[str, float]]


def _rows(
    names: Sequence[str], levels: _Both, baselines: tuple[Baseline, Baseline], context: Context
) -> tuple[BridgeRow, ...]:
    """From the level before, over a step for each name, to the level after."""
    of_before, of_after = levels
    before, after = baselines
    level = sum(of_before.values())
    older, newer = titles(before, after, context.texts)
    rows = [_total(OLDER, older, level, context)]
    for name in names:
        step = of_after.get(name, 0.0) - of_before.get(name, 0.0)
        rows.append(_step(name, _name(name, levels, baselines, context.texts), Span(level, level + step), context))
        level += step
    return (*rows, _total(NEWER, newer, level, context))


def _total(component: str, title: str, level: float, context: Context) -> BridgeRow:
    text = context.texts.amount(level)
    return BridgeRow(component, title, True, Span(0.0, level), Span(0.0, level), text, f"{title}: {text}", True)


def _step(name: str, label: str, span: Span, context: Context) -> BridgeRow:
    text = context.texts.change(span.amount)
    arrow = "" if abs(span.amount) < TENTH else "▲ " if span.amount > 0 else "▼ "
    is_nothing = abs(span.amount) < TENTH
    return BridgeRow(name, label, False, span, span, arrow + text, f"{label}: {text}", is_nothing=is_nothing)


def _name(name: str, levels: _Both, baselines: tuple[Baseline, Baseline], texts: Texts) -> str:
    """A solution, and where only one of the two has it that it is new or gone."""
    (of_before, of_after), (before, after) = levels, baselines
    if name not in of_after:
        return texts("changes.gone", name=solution_name(name, before, texts))
    label = solution_name(name, after, texts)
    return label if name in of_before else texts("changes.new", name=label)


def _table(
    rows: Sequence[BridgeRow],
    names: Sequence[str],
    levels: _Both,
    baselines: tuple[Baseline, Baseline],
    texts: Texts,
) -> Table:
    """Each solution's level by both, and what it changes; the sums last."""
    amounts = [tuple(each.get(name) for each in levels) for name in names]
    body = [
        (row.label, *("–" if amount is None else texts.amount(amount) for amount in pair), row.text.lstrip("▲▼ "))
        for row, pair in zip(rows[1:-1], amounts, strict=True)
    ]
    first, last = rows[0].scenario.end, rows[-1].scenario.end
    body.append((texts("solution.sum"), texts.amount(first), texts.amount(last), texts.change(last - first)))
    return Table(("", *titles(*baselines, texts), texts("figure.difference")), tuple(body))


def _changed_row(cell: ChangedCell, before: Baseline, after: Baseline, texts: Texts) -> tuple[str, ...]:
    column = cell.column if cell.column.isdecimal() else bridge_column_name(cell.column, after, texts)
    place = (table_name(cell.table, before, texts), row_name(cell.row, after, texts), column)
    amounts = (amount(value, cell.row, texts) for value in (cell.a, cell.b))
    return (*place, *amounts, change(cell.difference, cell.row, texts))


def table_name(table: str, baseline: Baseline, texts: Texts) -> str:
    """A quantity in words, or what the document calls a table, and whose it is where it is one solution's."""
    if table in QUANTITIES:
        return texts(f"changes.{table}")
    about = next((each.about for each in baseline.tables if each.label == table), "")
    return f"{table}, {solution_name(about, baseline, texts)}" if about else table


def row_name(row: str, baseline: Baseline, texts: Texts) -> str:
    """A payer group, a line of a plan, or a solution."""
    if row in PAYER_GROUPS:
        return texts(f"payer_group.{row}")
    return texts(f"plan_row.{row}") if f"plan_row.{row}" in texts else solution_name(row, baseline, texts)


def column_name(part: str, baseline: Baseline, texts: Texts) -> str:
    """A year, a column of a bridge, what a figure of earlier years' money is of which year, or a row."""
    quantity, _, year = part.partition(" ")
    if part.isdecimal():
        return part
    if quantity in FUNDS_QUANTITIES and year:
        return f"{texts(f'funds.{quantity}')} {year}"
    return bridge_column_name(part, baseline, texts) if part in BRIDGE_COLUMNS else row_name(part, baseline, texts)


def amount(value: float, row: str, texts: Texts) -> str:
    """A figure of a printed row: MNOK, or per cent."""
    return texts.percent(value / 100) if row in PERCENT_ROWS else texts.amount(value)


def change(value: float, row: str, texts: Texts) -> str:
    """The same with its sign."""
    return texts.percent_change(value / 100) if row in PERCENT_ROWS else texts.change(value)
