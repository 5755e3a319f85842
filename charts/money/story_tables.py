"""Earlier years' money as tables: the story, the underspend against each base, reasons, and every printed figure."""

from collections.abc import Sequence

from charts.baselines.changes import column_name
from charts.money.story_words import row_name, share_year
from charts.records.figure import Table
from charts.words import addresses
from charts.words.context import TENTH, Context
from charts.words.names import solution_name, source, table_names
from model.baseline.earlier_funds import RETURNED, SET_ASIDE, UNSPENT, USED, FundsCell, earlier_funds
from model.baseline.funds_remarks import REASON, remarks
from model.baseline.funds_story import Funds, Story, unspent_shares
from model.baseline.printed import SUM
from model.checks.causes import known_differences
from model.checks.funds_checks import checked_ties
from model.explaining.asked import address
from model.explaining.cells import funds_cell
from model.explaining.funds import (
    FUNDS,
    INSIDE,
    KEPT_APART,
    RECOMPUTED,
    REMAINDER,
    UNSPENT_SHARE,
    funds_address,
    tie_address,
)
from texts import Texts

COLUMNS = ("invoiced", "earlier_funds", "used", "unspent")
NOTHING = "–"


def story_table(told: Sequence[Story], context: Context) -> Table:
    """Years and their solutions down; what was invoiced, used and left over across, and what becomes of it."""
    texts = context.texts
    head = ("", *(texts(f"funds.{name}") for name in COLUMNS), texts("story.series_kept"))
    head += (texts("funds.set_aside"), texts("story.series_returned"))
    rows = []
    for story in told:
        name = row_name(story, texts)
        for solution, funds in story.funds.items():
            label = name if solution == SUM else f"{name}: {solution_name(solution, context.baseline, texts)}"
            rows.append((label, *_cells(funds, texts)))
    opens = [_opens(story, solution) for story in told for solution in story.funds]
    return Table(head, tuple(rows), opens=addresses.where_shown(rows, opens))


def _opens(story: Story, solution: str) -> tuple[str, ...]:
    """The addresses of a row's amounts."""
    return ("", *(funds_address(story, solution, what) for what in (*COLUMNS, KEPT_APART, SET_ASIDE, RETURNED)))


def _cells(funds: Funds, texts: Texts) -> list[str]:
    """A row's amounts; starred where they follow from the print, a dash where nothing is printed."""
    stars = {name: "*" if name in funds.computed else "" for name in (USED, UNSPENT)}
    set_aside = sum(each.amount for each in funds.later if each.quantity == SET_ASIDE)
    known = funds.unspent is not None
    return [
        NOTHING if funds.invoiced is None else texts.amount(funds.invoiced),
        texts.amount(funds.earlier) if funds.earlier else NOTHING,
        NOTHING if funds.used is None else f"{texts.amount(funds.used)}{stars[USED]}",
        NOTHING if funds.unspent is None else f"{texts.amount(funds.unspent)}{stars[UNSPENT]}",
        *(texts.amount(a) if known else NOTHING for a in (funds.kept - set_aside, set_aside, funds.returned)),
    ]


def shares_table(context: Context) -> Table:
    """Each year's underspend against each base, and the whole margin in that base."""
    texts = context.texts
    rows = tuple(
        (
            share_year(each, texts),
            texts.amount(each.unspent),
            texts(f"story.base_{each.base}"),
            texts.amount(each.base_amount),
            texts.percent(each.share),
            texts.amount(each.margin),
        )
        for each in unspent_shares(context.baseline)
    )
    columns = ("column_base", "column_base_amount", "column_share", "column_margin")
    head = (texts("story.column_year"), texts("funds.unspent"), *(texts(f"story.{name}") for name in columns))
    opens = tuple(
        (
            "",
            address(FUNDS, each.year, SUM, UNSPENT),
            "",
            *(address(UNSPENT_SHARE, each.year, each.base, part) for part in ("base", "", INSIDE)),
        )
        for each in unspent_shares(context.baseline)
    )
    return Table(head, rows, opens=opens)


def reasons_table(context: Context) -> Table:
    """Why money was left over: each solution in words, and what is printed of its parts."""
    texts, baseline = context.texts, context.baseline
    printed = [each for each in earlier_funds(baseline).values() if each.quantity == UNSPENT and each.of]
    rows: list[tuple[str, ...]] = []
    opens: list[tuple[str, ...]] = []
    for remark in (each for each in remarks(baseline, REASON) if each.solution):
        name = solution_name(remark.solution, baseline, texts)
        rows.append((name, remark.text[texts.language], "", source(remark.document, remark.place, texts)))
        opens.append(("", "", "", ""))
        for cell in (each for each in printed if each.solution == remark.solution):
            rows.append((name, cell.of, texts.amount(cell.amount), source(cell.document, cell.place, texts)))
            opens.append(("", "", funds_cell(cell).address, ""))
    head = (texts("ready.solution"), texts("story.column_reason"), texts("funds.unspent"), texts("payers.source"))
    return Table(head, tuple(rows), opens=tuple(opens))


def ties_table(context: Context) -> Table:
    """The figures that do not come out, with what other printed figures give, the difference, and what it is."""
    texts, baseline = context.texts, context.baseline
    known = known_differences(baseline)
    rows: list[tuple[str, ...]] = []
    opens: list[tuple[str, ...]] = []
    said: set[str] = set()
    for place, each in enumerate(checked_ties(baseline)):
        if each.explained_by_rounding:
            continue
        given = (tie_address(place, part) for part in (RECOMPUTED, REMAINDER))
        opens.append(("", funds_cell(each.tie.total).address, *given, "", ""))
        decimals = 1 if abs(each.tie.remainder) >= TENTH else each.tie.total.decimals
        rows.append(
            (
                figure_name(each.tie.total, context),
                texts.amount(each.tie.total.amount, decimals),
                texts.amount(each.tie.recomputed, decimals),
                texts.change(each.tie.remainder, decimals),
                table_names(each.tie.tables, texts),
                "" if each.cause in {"", *said} else known[each.cause].text[texts.language],
            )
        )
        said.add(each.cause)
    columns = ("figure", "printed", "parts", "remainder", "of", "cause")
    return Table(tuple(texts(f"story.tie_{name}") for name in columns), tuple(rows), opens=tuple(opens))


def figure_name(cell: FundsCell, context: Context) -> str:
    """«Tabell 5, Kjernejournal: Ubrukt 2024»: which printed figure it is."""
    whose = "" if cell.solution == SUM else f", {solution_name(cell.solution, context.baseline, context.texts)}"
    return f"{cell.table}{whose}: {column_name(cell.column, context.baseline, context.texts)}"


def cells_table(context: Context) -> Table:
    """Every printed figure with document and place, and whose kroner it is in."""
    texts = context.texts
    rows = tuple(
        (
            figure_name(cell, context),
            texts.amount(cell.amount, cell.decimals),
            texts("story.kroner_unknown" if cell.price_year is None else "story.kroner_of", year=cell.price_year),
            source(cell.document, cell.place, texts),
        )
        for cell in earlier_funds(context.baseline).values()
    )
    head = ("", texts("story.tie_printed"), texts("story.column_kroner"), texts("payers.source"))
    opens = tuple(("", funds_cell(cell).address, "", "") for cell in earlier_funds(context.baseline).values())
    return Table(head, rows, opens=opens)
