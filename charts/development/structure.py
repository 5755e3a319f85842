"""What costs are made of, wages and prices apart as one index, the gap to what payers are compensated by, and use."""

from collections.abc import Iterator

from charts.development.words import place_in
from charts.records.figure import Table
from charts.words import addresses
from charts.words.context import Context
from charts.words.names import solution_name
from model.baseline.printed import AVAILABLE, SOLUTION_BRIDGE
from model.explaining.asked import address
from model.explaining.burden import LAW_RATE, rate_address
from model.explaining.history import STRUCTURE, VOLUME_GROWTH
from model.explaining.node import LEVER
from model.history.structure import OTHER_PRICES, WAGES, blended, cost_parts, shares, volume_growths
from model.payers.deflators import price_rates
from texts import Texts

VOLUME = "volume_preparedness"


def parts_table(texts: Texts) -> Table:
    """The parts of the costs, their shares and what each follows, with the place of the share."""
    rows = [
        (
            texts(f"structure.part_{part.id}"),
            texts.percent(part.share, 0),
            texts(f"structure.follows_{part.follows}"),
            place_in(part.document, part.place, texts),
        )
        for part in cost_parts()
    ]
    heads = (texts(f"structure.{each}") for each in ("part_head", "share_head", "follows_head", "place"))
    opens = tuple(("", address(STRUCTURE, part.id), "", "") for part in cost_parts())
    return Table(tuple(heads), tuple(rows), opens=opens)


def blend_sentence(wage_growth: float, price_growth: float, texts: Texts) -> str:
    """What two rates come to, and what they would where only the hours that the document names follow wages."""
    weights = shares()
    return texts(
        "structure.blend_said",
        wage_weight=texts.percent(weights[WAGES], 0),
        wages=texts.percent_in_full(wage_growth),
        price_weight=texts.percent(weights[OTHER_PRICES], 0),
        prices=texts.percent_in_full(price_growth),
        blended=texts.percent_in_full(blended(wage_growth, price_growth)),
        narrow=texts.percent_in_full(blended(wage_growth, price_growth, narrow=True)),
    )


def gap_table(context: Context) -> Table:
    """Every published rate of prices and wages, and the regulation's, each against the lever; the lever last."""
    texts, rate = context.texts, context.question.scenario.index_rate
    rows = [
        (name, year, texts.percent(found), vintage, texts.change(100 * (found - rate)), place)
        for name, year, vintage, place, found, _ in _rates(context)
    ]
    lever = address(LEVER, "index_rate")
    opens = [("", "", where, "", addresses.more(where, lever), "") for *_, where in _rates(context)]
    opens.append(("", "", lever, "", "", ""))
    own = (texts("structure.series_lever"), "–", texts.percent_in_full(rate), "–", "–", "–")
    heads = ("gap_series", "gap_year", "gap_rate", "gap_vintage", "gap_difference", "place")
    units = ("", "year", "", "", "count", "")
    named = tuple(texts(f"structure.{each}") for each in heads)
    return Table(named, (*rows, own), column_units=units, opens=tuple(opens))


def _rates(context: Context) -> Iterator[tuple[str, str, str, str, float, str]]:
    """Series, year, vintage, source, the rate, and its address, by year; the regulation's last."""
    texts, law = context.texts, context.baseline.law
    for rate in sorted(price_rates(), key=lambda each: each.year):
        vintage = texts(f"structure.vintage_{rate.vintage or 'none'}")
        name, place = texts(f"structure.series_{rate.series}"), place_in(rate.document, str(rate.year), texts)
        yield name, str(rate.year), vintage, place, rate.rate, rate_address(rate)
    if law is not None:
        place = place_in(law.document, str(law.year), texts)
        yield (
            texts("structure.series_regulation"),
            str(law.year),
            texts("structure.vintage_none"),
            place,
            law.index_rate,
            LAW_RATE,
        )


def volumes_table(context: Context) -> Table:
    """How use has grown, between which years, in the source's own words and with its place."""
    texts = context.texts
    rows = [
        (
            texts(f"structure.volume_{each.id}"),
            texts.percent_change(each.growth, 0),
            f"{each.from_year}–{each.to_year}",
            each.stated,
            place_in(each.document, each.place, texts),
        )
        for each in volume_growths()
        if each.solution in context.baseline.solutions
    ]
    heads = ("volume_head", "volume_growth", "volume_years", "volume_stated", "place")
    shown = (each for each in volume_growths() if each.solution in context.baseline.solutions)
    opens = tuple(("", address(VOLUME_GROWTH, each.id), "", "", "") for each in shown)
    return Table(tuple(texts(f"structure.{each}") for each in heads), tuple(rows), opens=opens)


def volume_note(context: Context) -> str:
    """That use is no cost: what volume costs the solution whose use has grown, as printed; empty where it is not."""
    texts, baseline = context.texts, context.baseline
    solution = next((each.solution for each in volume_growths() if each.solution in baseline.solutions), "")
    table = baseline.table(SOLUTION_BRIDGE, solution) if solution else None
    cells = None if table is None else [table.cells.get((solution, column)) for column in (VOLUME, AVAILABLE)]
    if table is None or cells is None or cells[0] is None or cells[1] is None or not cells[1].value:
        return ""
    return texts(
        "structure.volume_note",
        name=solution_name(solution, baseline, texts),
        amount=texts.amount(cells[0].value),
        year=baseline.first_year,
        percent=texts.percent(cells[0].value / cells[1].value),
        base=texts.amount(cells[1].value),
        table=table.label,
    )
