"""What was set beforehand and what it became, per solution and year, as far as the documents allow."""

from collections.abc import Iterator
from dataclasses import dataclass

from model.baseline.baseline import Baseline
from model.baseline.earlier_funds import INVOICED, USED, earlier_funds
from model.baseline.printed import HISTORY_COST, HISTORY_PAYMENT, SUM
from model.history.amounts import BUDGET, COST, LAW, PAYMENT, WHOLE, HistoricAmount, historic_amounts

FORECAST, SET_BY_LAW, ACCOUNTS, OUTLOOK = "forecast", "set_by_law", "accounts", "outlook"
"""What is compared: budget and the new figures of the year; estimate and regulation; regulation and accounts; what is
at disposal and the forecast of the base year."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One comparison: what was set and what it became, MNOK.

    solution: a solution as the document has it, or ``sum``; part_of: the solution of today that it is a part of, empty
    where it is one. price_year: whose kroner both are in, None where they are in different ones. document, place: where
    both stand.
    """

    comparison: str
    year: int
    solution: str
    expected: float
    outcome: float
    document: str
    place: str
    price_year: int | None
    part_of: str = ""

    @property
    def deviation(self) -> float:
        """How far the outcome lies from what was set, a share of that; negative where it is less."""
        return self.outcome / self.expected - 1

    @property
    def is_counted(self) -> bool:
        """Whether it is accounts, and not only a later figure beforehand or a regulation."""
        return self.comparison == ACCOUNTS


def track_record(baseline: Baseline) -> tuple[Hit, ...]:
    """Every comparison that the documents allow, by year; nothing where the baseline prints no history."""
    if baseline.table(HISTORY_COST) is None:
        return ()
    named = {each.part_of or each.solution for each in historic_amounts()} - {WHOLE}
    is_known = named <= {*baseline.solutions, *baseline.law_solutions}
    before = (*_of_forecast(), *_of_regulation())
    found = (*(before if is_known else ()), *_of_accounts(baseline), *_of_base_year(baseline))
    return tuple(sorted(found, key=lambda hit: hit.year))


def sums(hits: tuple[Hit, ...], margin: float) -> tuple[int, int, int]:
    """How many accounts of one solution lie above what was set, within an unused margin below it, and lower still."""
    single = [hit.deviation for hit in hits if hit.solution != SUM and hit.is_counted]
    unused = unused_margin(margin)
    above = sum(each > 0 for each in single)
    within = sum(unused <= each <= 0 for each in single)
    return above, within, len(single) - above - within


def unused_margin(margin: float) -> float:
    """How far the outcome lies from what was set where nothing of a margin in it is used, a share: −4.8 % for 5 %."""
    return 1 / (1 + margin) - 1


def _of_forecast() -> Iterator[Hit]:
    """The budget of a year against the new figures in it, as the document has the solutions."""
    outcomes = {(each.year, each.solution): each for each in _version(COST, "forecast")}
    for each in _version(BUDGET, "budget"):
        outcome = outcomes.get((each.year, each.solution))
        if outcome is not None:
            place = f"{each.place}; {outcome.place}"
            amounts = each.amount, outcome.amount
            kroner, part_of = outcome.price_year, each.part_of
            yield Hit(FORECAST, each.year, each.solution, *amounts, outcome.document, place, kroner, part_of)


def _of_regulation() -> Iterator[Hit]:
    """The estimate of a year against its regulation, where that sets all of a payment; and all of these together."""
    laws, estimates = _version(PAYMENT, LAW), _version(BUDGET, "estimate")
    pairs = [(law, [each for each in estimates if _is_of(each, law)]) for law in laws]
    known = [(law, parts) for law, parts in pairs if parts]
    for law, parts in known:
        yield _set_by_law(law.solution, [law], parts)
    for year in dict.fromkeys(law.year for law, _ in known):
        of_year = [(law, parts) for law, parts in known if law.year == year]
        yield _set_by_law(SUM, [law for law, _ in of_year], [part for _, parts in of_year for part in parts])


def _is_of(estimate: HistoricAmount, law: HistoricAmount) -> bool:
    return (estimate.part_of or estimate.solution, estimate.year) == (law.solution, law.year)


def _set_by_law(solution: str, laws: list[HistoricAmount], parts: list[HistoricAmount]) -> Hit:
    expected, outcome = sum(part.amount for part in parts), sum(law.amount for law in laws)
    place = "; ".join(dict.fromkeys([*(part.place for part in parts), *(law.place for law in laws)]))
    return Hit(SET_BY_LAW, laws[0].year, solution, expected, outcome, parts[0].document, place, None)


def _version(quantity: str, version: str) -> list[HistoricAmount]:
    return [each for each in historic_amounts() if (each.quantity, each.version) == (quantity, version)]


def _of_accounts(baseline: Baseline) -> Iterator[Hit]:
    """The regulation's payment against the accounts up to the base year.

    As settled in the year's own kroner where that is printed, else by the tallgrunnlag's tables in kroner of the base
    year.
    """
    settled = {(hit.solution, hit.year): hit for hit in _settled(baseline)}
    yield from settled.values()
    cost, payment = baseline.table(HISTORY_COST), baseline.table(HISTORY_PAYMENT)
    if cost is None or payment is None:
        return
    for (row, column), cell in cost.cells.items():
        paid = payment.cells.get((row, column))
        is_past = column.isdecimal() and int(column) < baseline.base_year
        if is_past and paid is not None and paid.digits is not None and cell.digits is not None and paid.value > 0:
            place = f"{payment.label}; {cost.label}"
            if (row, int(column)) not in settled:
                amounts = paid.value, cell.value
                yield Hit(ACCOUNTS, int(column), row, *amounts, cost.document, place, baseline.base_year)


def _settled(baseline: Baseline) -> Iterator[Hit]:
    """What was invoiced by the regulation and what was used, of the years whose settlement stands by the baseline."""
    cells = [each for each in earlier_funds(baseline).values() if each.story and each.price_year == each.year]
    invoiced = {(each.solution, each.year): each for each in cells if each.quantity == INVOICED}
    for used in (each for each in cells if each.quantity == USED):
        paid = invoiced.get((used.solution, used.year))
        if paid is not None and paid.amount > 0 and used.year < baseline.base_year:
            where = used.document, used.place, used.price_year
            yield Hit(ACCOUNTS, used.year, used.solution, paid.amount, used.amount, *where)


def _of_base_year(baseline: Baseline) -> Iterator[Hit]:
    """What is at disposal in the base year against its forecast: of all, and of those that are forecast unchanged."""
    unspent, year = baseline.base_year_underspend, baseline.base_year
    available = baseline.figure(HISTORY_COST, SUM, str(year))
    table = baseline.table(HISTORY_COST)
    if not unspent.any() or available is None or table is None:
        return
    document, place = baseline.underspend_source
    where = document or table.document, "; ".join(filter(None, (place, table.label))), year
    yield Hit(OUTLOOK, year, SUM, available, available - float(unspent.sum()), *where)
    for solution, amount in zip(baseline.solutions, unspent.tolist(), strict=True):
        printed = baseline.figure(HISTORY_COST, solution, str(year))
        if amount == 0 and printed and solution != baseline.clearing_line:  # which has its users' forecast
            yield Hit(OUTLOOK, year, solution, printed, printed, *where)
