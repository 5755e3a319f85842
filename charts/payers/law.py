"""The regulation's amounts first, the computed ones beside, cell by cell, and what the difference is."""

from collections.abc import Mapping, Sequence

from charts.payers.paid import MNOK, Own, Unit, daggered, solution_label
from charts.records.figure import Table
from charts.words import addresses
from charts.words.context import Context
from charts.words.from_law import measures_in_words
from charts.words.names import paid_name
from model import Answer, Baseline, ModelError, Result, run
from model.baseline.law import Law
from model.explaining.asked import address
from model.explaining.compared import OWN_KRONER
from model.explaining.other_answers import BY_LAW
from model.explaining.payments import COMPUTED, law_address
from model.payers import Payer, PayerKeys, RegulationCell, organisation_regulation_cells, regulation_cells
from model.payers.regulation import SUM
from model.scenario.presets import law_scenario
from texts import Texts

Cells = Mapping[tuple[str, str], RegulationCell]


def law_of(payer_id: str, answer: Answer) -> float:
    """What the regulation has an organisation pay in its year, MNOK: its share of its group's amounts."""
    return _of_organisation(payer_id, answer.nominal, answer)[SUM, payer_id].law


def law_by_series(payer_id: str, answer: Answer) -> list[float]:
    """The same by solution as the regulation has them."""
    cells = _of_organisation(payer_id, answer.nominal, answer)
    return [cells[name, payer_id].law if (name, payer_id) in cells else 0.0 for name in answer.baseline.law_solutions]


def groups_law_table(context: Context) -> Table:
    """The regulation's amount and the computed one of its year for every solution and payer group, MNOK."""
    answer = context.answer
    cells = _by_place(regulation_cells(answer.nominal, answer.keys))
    alike = _by_place(regulation_cells(_as_the_law(answer.baseline), answer.law_keys))
    return _table(cells, alike, MNOK, context)


def own_law_table(own: Own, context: Context) -> Table:
    """Every solution of one organisation, in its unit."""
    answer, payer_id = context.answer, own.paid.payer.id
    cells = _of_organisation(payer_id, answer.nominal, answer)
    alike = _of_organisation(payer_id, _as_the_law(answer.baseline), answer, answer.law_keys)
    return _table(cells, alike, own.unit, context, own.paid.payer)


def law_note(law: Law, baseline: Baseline, texts: Texts) -> str:
    """In which kroner the regulation is, and the price growth and the measures that we read its amounts with."""
    names = measures_in_words(law.left_out, baseline, texts)
    without = texts("payers.law_without", measures=names) if names else ""
    return texts("payers.law_note", year=law.year, rate=texts.percent_in_full(law.index_rate), without=without)


def _as_the_law(baseline: Baseline) -> Result:
    """What the model gives with the regulation's own price growth and scope. Raises ModelError without one."""
    scenario = law_scenario(baseline)
    if scenario is None:
        raise ModelError(f"There is no regulation for {baseline.first_year} yet; nothing is reckoned as it.")
    return run(scenario)


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
    rows: list[tuple[str, ...]] = []
    opens = [(*[""] * len(head), *_opens(cell, context.baseline.first_year)) for cell in cells.values()]
    for place, cell in cells.items():
        name = paid_name(cell.solution, context.baseline, texts)
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
    prices, year = context.nominal_prices, context.baseline.first_year
    head += tuple(texts(f"payers.{column}", prices=prices, year=year) for column in columns)
    return Table(header=head, rows=tuple(rows), unit=unit.key, opens=tuple(opens))


def _opens(cell: RegulationCell, year: int) -> tuple[str, ...]:
    """The addresses of a row's amounts: the regulation's, the computed one, as the law is computed, and differences."""
    law = law_address(cell.payer, cell.solution) if cell.law else ""
    computed, alike = (address(way, COMPUTED, year, cell.solution, cell.payer) for way in (OWN_KRONER, BY_LAW))
    return law, computed, addresses.more(computed, law), alike, addresses.more(alike, law)


def _group(cell: RegulationCell, texts: Texts) -> str:
    return texts(f"payer_group.{cell.payer}")
