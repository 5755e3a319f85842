"""What payer groups paid and would pay, as tables: by group and solution, of one organisation, and what broke it."""

import math
from collections.abc import Iterator

import numpy as np

from charts.payers.beside import past_member_prices
from charts.payers.own_words import percent_change
from charts.payers.paid import Own, daggered, star_note
from charts.records.figure import Table
from charts.words import addresses
from charts.words.context import Context
from charts.words.names import paid_name, source
from model.baseline.axes import NOK_PER_MNOK, OTHER_MEMBERS, PAYER_GROUPS, Array
from model.explaining.asked import address
from model.explaining.past_payments import EVERYBODY, PAID_EACH, SUM, history_address, history_growth_address
from model.payers import PaymentHistory, breaks, organisation_history, past_documents, payers
from model.payers.history import COMPUTED, LAW, PARTLY
from texts import Texts

MARKS = {LAW: " §", COMPUTED: "*"}
"""What stands after a year: its regulation was found, or it is computed."""


def solution_names(history: PaymentHistory, context: Context) -> list[str]:
    """What the solutions of a history are called."""
    return [paid_name(solution, context.baseline, context.texts) for solution in history.solutions]


def per_inhabitant(mnok: float, group: str) -> float:
    """Kroner for each inhabitant of today of all who are of the group."""
    return mnok * NOK_PER_MNOK / sum(payer.population or 0 for payer in payers() if payer.group == group)


def missing_years(history: PaymentHistory) -> str:
    """The years of which the regulation was not found, «2024, 2025»."""
    kinds = zip(history.years, history.kinds, strict=True)
    return ", ".join(str(year) for year, kind in kinds if kind not in (LAW, COMPUTED))


def _heads(history: PaymentHistory) -> tuple[str, ...]:
    return tuple(f"{year}{MARKS.get(kind, '')}" for year, kind in zip(history.years, history.kinds, strict=True))


def _cells(history: PaymentHistory, amounts: Array, texts: Texts, implied: bool = False) -> list[str]:
    """Amounts by year; «‡» by that year's key, «†» not the regulation's own, «–» not found or not set."""
    cells = []
    for kind, amount in zip(history.kinds, amounts.tolist(), strict=True):
        mark = (
            f"{texts.amount(amount)} ‡" if kind == PARTLY else daggered(texts.amount(amount), implied and kind == LAW)
        )
        cells.append("–" if math.isnan(amount) else mark)
    return cells


def _growth_cell(history: PaymentHistory, amounts: Array, texts: Texts) -> str:
    """What an amount has grown by between the first and the last regulation; a dash where one does not set it."""
    first, last = history.by_law(amounts)
    return percent_change(float(last / first) - 1 if first > 0 else math.nan, texts)


def group_table(history: PaymentHistory, group: str, context: Context) -> Table:
    """A group's solutions down, years across, sum and kroner per inhabitant."""
    rows = [(name, *cells) for _, name, *cells in _group_rows(history, group, context)]
    units, opens = (*["mnok"] * (len(rows) - 1), "nok"), addresses.where_shown(rows, _group_opens(history, group))
    return Table(("", *_heads(history), _growth_head(history, context)), tuple(rows), row_units=units, opens=opens)


def _group_opens(history: PaymentHistory, group: str) -> Iterator[tuple[str, ...]]:
    """The addresses of the rows of a group, in their order: solutions, the sum, and per inhabitant."""
    names = [name for name, amounts in zip(history.solutions, history.of(group).T, strict=True) if _is_paid(amounts)]
    for name in (*names, *([SUM] if len(names) > 1 else [])):
        amounts = history.of_group(group) if name == SUM else history.of(group)[:, history.solutions.index(name)]
        yield (
            "",
            *(history_address(year, group, name) for year in history.years),
            _growth_opens(history, amounts, group, name),
        )
    if any(payer.population for payer in payers() if payer.group == group):
        growth = _growth_opens(history, history.of_group(group), group, SUM)
        yield "", *(address(PAID_EACH, year, group) for year in history.years), growth


def _is_paid(amounts: Array) -> bool:
    """Whether something is paid in some year."""
    return bool(np.nan_to_num(amounts).any())


def _growth_opens(history: PaymentHistory, amounts: Array, group: str, name: str) -> str:
    """The address of the growth between the first regulation and the last; none where one does not set it."""
    first, last = history.by_law(amounts)
    return history_growth_address(history, group, name) if first > 0 and math.isfinite(last) else ""


def _growth_head(history: PaymentHistory, context: Context) -> str:
    return context.texts("payers.history_head", first=history.law_years[0], last=history.law_years[-1])


def _group_rows(history: PaymentHistory, group: str, context: Context) -> list[tuple[str, ...]]:
    """Group, solution and amounts: a row per solution that the group has paid for, the sum, and per inhabitant."""
    texts, amounts = context.texts, history.of(group)
    implied, group_name = group == OTHER_MEMBERS, texts(f"payer_group.{group}")
    shown = _shown(history, amounts, context)
    total = history.of_group(group)
    if len(shown) > 1:
        shown.append((texts("solution.sum"), total))
    rows = [
        (group_name, name, *_cells(history, of_name, texts, implied), _growth_cell(history, of_name, texts))
        for name, of_name in shown
    ]
    if any(payer.population for payer in payers() if payer.group == group):
        each = [per_inhabitant(of_year, group) for of_year in total.tolist()]
        cells = ["–" if math.isnan(nok) else texts.amount(nok, 2) for nok in each]
        rows.append((group_name, texts("payers.per_inhabitant"), *cells, rows[-1][-1]))
    return rows


def _shown(history: PaymentHistory, amounts: Array, context: Context) -> list[tuple[str, Array]]:
    """Name and (year,) of each solution of (year, solution) that is paid for in some year."""
    names = enumerate(solution_names(history, context))
    return [(name, amounts[:, at]) for at, name in names if _is_paid(amounts[:, at])]


def history_table(history: PaymentHistory, context: Context) -> Table:
    """Every group and solution, years across, and what all pay together where a sum is printed or computed."""
    texts, totals = context.texts, history.totals
    rows = [row for group in PAYER_GROUPS for row in _group_rows(history, group, context)]
    rows.append(
        (texts("payers.history_all"), texts("solution.sum"), *_cells(history, totals, texts, implied=True), "–")
    )
    head = (texts("payers.payer"), texts("ready.solution"), *_heads(history), _growth_head(history, context))
    per_inhabitant = texts("payers.per_inhabitant")
    opens = [("", *row) for group in PAYER_GROUPS for row in _group_opens(history, group)]
    opens.append(("", "", *(history_address(year, EVERYBODY) for year in history.years), ""))
    units = tuple("nok" if row[1] == per_inhabitant else "" for row in rows)
    return Table(head, tuple(rows), row_units=units, opens=addresses.where_shown(rows, opens))


def own_history_table(own: Own, history: PaymentHistory, context: Context) -> Table:
    """One organisation's part, in its unit: up to the regulation its group's amounts × its share of today."""
    texts, unit, payer = context.texts, own.unit, own.paid.payer
    amounts, total = _own_amounts(own, history, context), own_totals(own, history, context)
    shown = [*_shown(history, amounts, context), (texts("solution.sum"), total)]
    rows = [(name, *_own_cells(history, of_name, own, texts)) for name, of_name in shown]
    each = total * NOK_PER_MNOK / (payer.population or 1)
    per_inhabitant = ["–" if math.isnan(nok) else texts.amount(nok, 2) for nok in each.tolist()]
    rows.append((texts("payers.per_inhabitant"), *per_inhabitant))
    units = (*[unit.key] * (len(rows) - 1), "nok")
    names = [name for name, of_name in zip(history.solutions, amounts.T, strict=True) if _is_paid(of_name)]
    opens = [("", *(history_address(year, payer.id, name) for year in history.years)) for name in (*names, SUM)]
    opens.append(("", *(address(PAID_EACH, year, payer.id) for year in history.years)))
    return Table(("", *_heads(history)), tuple(rows), row_units=units, opens=addresses.where_shown(rows, opens))


def own_totals(own: Own, history: PaymentHistory, context: Context) -> Array:
    """(year,), MNOK: an organisation's part in all; NaN where not all of its group's payment is known."""
    known = np.isfinite(history.of_group(own.paid.payer.group))
    return np.where(known, np.nansum(_own_amounts(own, history, context), axis=1), np.nan)


def _own_amounts(own: Own, history: PaymentHistory, context: Context) -> Array:
    """(year, solution), MNOK."""
    answer = context.answer
    return organisation_history(own.paid.payer.id, history, answer.nominal, answer.keys, answer.law_keys)


def _own_cells(history: PaymentHistory, amounts: Array, own: Own, texts: Texts) -> list[str]:
    cells = []
    for kind, amount in zip(history.kinds, amounts.tolist(), strict=True):
        mark = " ‡" if kind == PARTLY else ""
        cells.append("–" if math.isnan(amount) else f"{own.unit.amount(amount, texts)}{mark}")
    return cells


def by_key(history: PaymentHistory, context: Context) -> str:
    """What «‡» means; empty where no year has it."""
    years = [str(year) for year, kind in zip(history.years, history.kinds, strict=True) if kind == PARTLY]
    words = {"years": ", ".join(years), "base_year": context.baseline.base_year}
    return context.texts("payers.history_by_key", **words) if years else ""


def history_note(context: Context) -> str:
    """What the marks mean, what was not found, and that no sum is set for other members."""
    texts, history = context.texts, context.answer.history
    if history is None:
        return ""
    notes = [texts("payers.history_law"), by_key(history, context)]
    notes.append(texts("payers.history_not_found", years=missing_years(history)) if missing_years(history) else "")
    notes += [
        texts("payers.history_members"),
        *past_member_prices(texts),
        texts("payers.history_people"),
        star_note(context, in_nominal=True),
    ]
    return " ".join(filter(None, (*notes, texts("payers.implied"))))


def history_sources(context: Context) -> Table:
    """From which regulation, section or key the amounts of each year are."""
    texts = context.texts
    rows = [(str(year), source(document, places, texts)) for year, document, places in past_documents(context.baseline)]
    return Table((texts("view.year"), texts("payers.source")), tuple(rows), column_units=("year", ""))


def breaks_table(history: PaymentHistory, context: Context) -> Table:
    """What makes the years otherwise, each from its year, with its source."""
    texts = context.texts
    rows = [
        (each.text[texts.language], str(each.year), source(each.document, each.place, texts))
        for each in breaks().values()
        if history.years[0] < each.year <= history.years[-1]
    ]
    head = (texts("payers.history_break"), texts("payers.history_from"), texts("payers.source"))
    return Table(head, tuple(rows), column_units=("", "year", ""))
