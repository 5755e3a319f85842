"""The regulation's amounts of 2026 first, the computed ones beside, cell by cell, and what the difference is."""

from collections.abc import Mapping, Sequence

from charts.payers.paid import MNOK, Unit, as_the_law, daggered, nominal_prices, solution_label, unit_of
from charts.records import Table
from charts.words.context import Context
from model import Answer, Result
from model.payers import Payer, PayerKeys, RegulationCell, organisation, organisation_regulation_cells, regulation_cells
from model.payers.regulation import LAW_SOLUTIONS, SUM
from texts import Texts

Cells = Mapping[tuple[str, str], RegulationCell]


def law_of(payer_id: str, answer: Answer) -> float:
    """What the regulation has an organisation pay in 2026, MNOK: its share of its group's amounts."""
    return _of_organisation(payer_id, answer.nominal, answer)[SUM, payer_id].law


def law_by_series(payer_id: str, answer: Answer) -> list[float]:
    """The same by solution, Helsenettet being one."""
    cells = _of_organisation(payer_id, answer.nominal, answer)
    return [cells[name, payer_id].law if (name, payer_id) in cells else 0.0 for name in LAW_SOLUTIONS]


def groups_law_table(context: Context) -> Table:
    """The regulation's amount and the computed one of 2026 for every solution and payer group, MNOK."""
    answer = context.answer
    cells = _by_place(regulation_cells(answer.nominal, answer.keys))
    alike = _by_place(regulation_cells(as_the_law(), answer.law_keys))
    return _table(cells, alike, MNOK, context)


def own_law_table(payer_id: str, context: Context) -> Table:
    """Every solution of one organisation, in its unit."""
    answer = context.answer
    cells = _of_organisation(payer_id, answer.nominal, answer)
    alike = _of_organisation(payer_id, as_the_law(), answer, answer.law_keys)
    payer = organisation(payer_id)[0]
    return _table(cells, alike, unit_of(payer), context, payer)


def _of_organisation(payer_id: str, result: Result, answer: Answer, keys: PayerKeys | None = None) -> Cells:
    return _by_place(organisation_regulation_cells(payer_id, result, keys or answer.keys, answer.law_keys))


def _by_place(cells: Sequence[RegulationCell]) -> Cells:
    return {(cell.solution, cell.payer): cell for cell in cells}


def _table(cells: Cells, alike: Cells, unit: Unit, context: Context, payer: Payer | None = None) -> Table:
    """A row per cell: law, computed, the difference, and what is left of it when it is computed as the law was.

    payer: the organisation whose cells they are; without one every cell names its group.
    """
    texts = context.texts
    columns = ("law_head", "law_computed", "law_difference", "law_alike", "law_left")
    head = ("", *(() if payer else (texts("payers.payer"),)))
    rows = []
    for place, cell in cells.items():
        name = texts(f"solution.{cell.solution}")
        words = (solution_label(cell.solution, payer, context),) if payer else (name, _group(cell, texts))
        same = alike[place].computed if place in alike else 0.0
        rows.append(
            (
                *words,
                daggered(unit.amount(cell.law, texts), cell.implied),
                unit.amount(cell.computed, texts),
                unit.change(cell.difference, texts),
                unit.amount(same, texts),
                unit.change(same - cell.law, texts),
            )
        )
    prices = nominal_prices(context)
    head += tuple(texts(f"payers.{column}", prices=prices) for column in columns)
    return Table(header=head, rows=tuple(rows), unit=unit.key)


def _group(cell: RegulationCell, texts: Texts) -> str:
    return texts(f"payer_group.{cell.payer}")
