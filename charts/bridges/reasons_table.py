"""The table of what changed and why, and the addresses of its amounts."""

from collections.abc import Iterator

from charts.bridges.bridge import ALL
from charts.bridges.why import Reasons, lever_name
from charts.records.figure import Table
from charts.words import addresses
from charts.words.context import Context
from model.answers.changes import LAW_ROUNDING
from model.answers.mixtures import ALL_GROUPS
from model.baseline.axes import Array


def reasons_table(reasons: Reasons, context: Context) -> Table:
    """Both amounts, then levers down, years across, and the sum over the years."""
    texts = context.texts
    header = ("", *map(str, reasons.years), reasons.when(None, context))

    def across(name: str, amounts: Array, *, is_change: bool) -> tuple[str, ...]:
        shown = reasons.change if is_change else reasons.amount
        return (name, *(shown(amount, texts) for amount in (*amounts.tolist(), float(amounts.sum()))))

    rows = [
        across(context.reference, reasons.reference, is_change=False),
        across(context.scenario, reasons.scenario, is_change=False),
    ]
    for lever, amounts in zip(reasons.levers, reasons.amounts.T, strict=True):
        rows.append(across(lever_name(lever, context.baseline, texts), amounts, is_change=True))
    rows.append(across(texts("figure.difference"), reasons.scenario - reasons.reference, is_change=True))
    return Table(header, tuple(rows), opens=tuple(_addresses(reasons)))


def _addresses(reasons: Reasons) -> Iterator[tuple[str, ...]]:
    """The addresses of a table's rows: of each year, and of all together."""
    spans = (*reasons.years, None)
    yield "", *(reasons.address(year, addresses.reference) for year in spans)
    yield "", *(reasons.address(year) for year in spans)
    for lever in reasons.levers:
        yield "", *(lever_address(reasons, lever, year) for year in spans)
    yield "", *(difference_address(reasons, year) for year in spans)


def lever_address(whole: Reasons, lever: str, year: int | None) -> str:
    """The address of a lever's part of the difference in a year, or over all years."""
    of_some = "" if whole.solutions == ALL else f"/{whole.solutions}"
    how = of_some if lever in (*ALL_GROUPS, LAW_ROUNDING) else "/one_by_one"
    each = addresses.EACH_YEAR if year is None else year
    return _over(whole, year, f"reason/{lever}/{each}/{whole.quantity}{how}")


def _over(whole: Reasons, year: int | None, address: str) -> str:
    return addresses.over_years(whole.years, address) if year is None else address


def difference_address(reasons: Reasons, year: int | None) -> str:
    """The address of the whole difference in a year, or over all."""
    return reasons.address(year, addresses.difference)
