"""The words of the development: what an amount is, what years grow by, and how prices are moved."""

from collections.abc import Iterable, Iterator, Sequence

from charts.records.points import SIGNS
from charts.words.context import Context
from charts.words.names import source
from charts.words.prices import current_prices, fixed_prices
from model.baseline.documents import documents
from model.history.amounts import COST, QUANTITIES
from model.history.development import ESTIMATE, FIXED, NOMINAL, PRINTED, Development, Printed
from model.payers.deflators import PriceRate
from texts import Texts


def place_in(document: str, place: str, texts: Texts) -> str:
    """A document's title and the place in it; the place alone where the document is none that is known by name."""
    return source(document, place, texts) if document in documents(texts.language) else place


def joined_sentences(sentences: Iterable[str]) -> str:
    """The sentences that are there, in a paragraph."""
    return " ".join(filter(None, sentences))


def legend_name(quantity: str, place: int, texts: Texts) -> str:
    """«● Kostnadsnivå»: the shape of its points and its name."""
    return f"{SIGNS[place % len(SIGNS)]} {texts(f'development.{quantity}')}"


def version_name(printed: Printed, texts: Texts) -> str:
    """«Budsjett», «Regnskap, Tabell 5»: what a printed amount is."""
    return texts(f"development.version_{printed.version}")


def estimated(printed: Printed, texts: Texts) -> str:
    """« (estimat)» after a year whose cost is estimated and not what was spent; empty otherwise."""
    return texts("development.estimated") if (printed.quantity, printed.version) == (COST, ESTIMATE) else ""


def estimate_note(found: Development, texts: Texts) -> str:
    """That the last amount before the plan is an estimate, and that payment is less earlier years' funds from then."""
    years = [each.year for each in found.drawn(COST) if estimated(each, texts)]
    return texts("development.estimated_note", year=years[0]) if years else ""


def break_labels(found: Development, texts: Texts) -> Iterator[tuple[int, str]]:
    """Year and label of each line across the picture; where two things broke in one year, they share it."""
    for year in dict.fromkeys(each.year for each in found.breaks):
        yield year, ", ".join(each.label[texts.language] for each in found.breaks if each.year == year)


def own_kroner_note(found: Development, basis: str, texts: Texts) -> str:
    """That a year's own kroner stand as printed, and which years are converted instead; empty in other price bases."""
    if basis != NOMINAL or not any(each.in_own_kroner for each in found.printed):
        return ""
    years = sorted({each.year for each, year in _drawn_in(found, basis) if each.price_year != year})
    return texts("development.own_kroner", years=_span(years)) if years else ""


def _span(years: Sequence[int]) -> str:
    """«2023» or «2020–2022»."""
    return "–".join(str(year) for year in dict.fromkeys((years[0], years[-1]))) if years else ""


def place_with_count(printed: Printed, texts: Texts) -> str:
    """Where a printed amount stands, and whether it is several figures added."""
    return printed.place if printed.lines == 1 else f"{printed.place}{texts('development.added')}"


def basis_words(basis: str, context: Context) -> str:
    """The price basis: «2025-kroner», «hvert års kroner …», «som trykt …»."""
    texts, scenario = context.texts, context.question.scenario
    in_fixed = fixed_prices(scenario, texts)
    if basis == FIXED:
        return in_fixed
    if basis == PRINTED:
        return texts("development.in_printed", prices=in_fixed)
    return texts("development.in_nominal", prices=plan_words(basis, context))


def picture_prices(found: Development, basis: str, context: Context) -> str:
    """The price basis of a whole picture, and that older amounts in it were moved by an assumption of ours."""
    prices, moved = basis_words(basis, context), found.conversion
    assumed = sorted(each.year for each, year in _drawn_in(found, basis) if moved.is_assumed(each.price_year, year))
    return context.texts("development.some_assumed", prices=prices, years=_span(assumed)) if assumed else prices


def plan_words(basis: str, context: Context) -> str:
    """The price basis of the plan's years alone."""
    texts, scenario = context.texts, context.question.scenario
    if basis != NOMINAL:
        return fixed_prices(scenario, texts)
    return current_prices(scenario, texts.percent_in_full(scenario.index_rate), texts)


def conversion_note(found: Development, basis: str, context: Context) -> str:
    """Which rates the amounts that are drawn were moved by, in a sentence; empty where none was."""
    moved = [(each.price_year, year) for each, year in _drawn_in(found, basis) if each.price_year != year]
    years = {year for moved_by in moved for year in _between(*moved_by)}
    rates = [rate for year, rate in found.conversion.rates.items() if year in years]
    return context.texts("development.converted", rates="; ".join(_rates(rates, context.texts))) if rates else ""


def _drawn_in(found: Development, basis: str) -> list[tuple[Printed, int]]:
    """Every amount that is drawn, and the year whose kroner it is drawn in."""
    drawn = [each for quantity in QUANTITIES for each in found.drawn(quantity, basis)]
    if basis == PRINTED:
        return [(each, each.price_year) for each in drawn]
    return [(each, found.conversion.base_year if basis == FIXED else each.year) for each in drawn]


def _between(one: int, other: int) -> range:
    return range(min(one, other) + 1, max(one, other) + 1)


def _rates(rates: list[PriceRate], texts: Texts) -> Iterable[str]:
    """«deflatoren for statens utgifter 2022 5,3 %, 2023 5,0 %»: by series."""
    for series in dict.fromkeys(rate.series for rate in rates):
        each = [f"{rate.year}: {texts.percent(rate.rate)}" for rate in rates if rate.series == series]
        yield f"{texts(f'development.series_{series}')} ({', '.join(each)})"


def run_sentence(found: Development, quantity: str, basis: str, context: Context) -> str:
    """What a quantity grew by in the last unbroken years before the plan; empty where no two can be compared."""
    basis = comparable(basis)
    runs = found.runs(quantity, basis)
    return grown(found, *runs[-1], basis, context) if runs else ""


def comparable(basis: str) -> str:
    """The basis that growth is told in: as printed, amounts of different kroner cannot be compared."""
    return FIXED if basis == PRINTED else basis


def grown(found: Development, first: Printed, last: Printed, basis: str, context: Context) -> str:
    """«Kostnadsnivå: 937,8 i 2023 til 991,5 i 2024, +5,7 % (2025-kroner).»."""
    texts, amounts = context.texts, [found.amount(each, basis) for each in (first, last)]
    return texts(
        "development.grown",
        what=texts(f"development.{first.quantity}"),
        first=texts.amount(amounts[0]),
        first_year=first.year,
        last=texts.amount(amounts[1]),
        last_year=f"{last.year}{estimated(last, texts)}",
        percent=texts.percent_change(amounts[1] / amounts[0] - 1),
        prices=own_words(first, last, found, basis, context),
    )


def own_words(first: Printed, last: Printed, found: Development, basis: str, context: Context) -> str:
    """The kroner of two amounts: those of one year, or each year's own; and which of them is converted."""
    texts, base_year = context.texts, found.conversion.base_year
    to = {each: base_year if basis == FIXED else each.year for each in (first, last)}
    is_assumed = any(found.conversion.is_assumed(each.price_year, year) for each, year in to.items())
    if basis != NOMINAL:
        return texts(f"development.kroner{'_assumed' if is_assumed else ''}", year=base_year)
    moved = [each.year for each in to if each.price_year != each.year]
    return texts(f"development.each_year{'_assumed' if is_assumed else ''}", years=texts.listed(moved))
