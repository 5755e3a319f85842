"""The development of a group in a sentence and four numbers."""

from charts.development.picture import development_of
from charts.development.plan_years import plan_years
from charts.development.track_record import track_key_figure
from charts.development.words import comparable, estimated, own_words, plan_words
from charts.records.figure import KeyFigure
from charts.words.context import Context
from charts.words.names import solution_name
from model.answers.quantities import COST_LEVEL
from model.explaining.asked import address
from model.explaining.beside import FROM, GROWTH
from model.explaining.history import address_group, grown_address, plan_address
from model.history.amounts import COST, PAYMENT
from model.history.development import Development, Printed
from texts import Texts


def development_headline(group: str, context: Context, basis: str) -> str:
    """What the cost level grew by in its last unbroken years, and what the base year is where a break lies between.

    Where no two years can be compared, it is told across the break. That nothing is known is said too.
    """
    found, texts = development_of(group, context), context.texts
    if found is None:
        return texts("development.none", title=context.baseline.title[texts.language])
    first, last = _own_years(found, comparable(basis))
    runs, broken = found.runs(COST, comparable(basis)), _breaks_between(first, last, found, context)
    before, after = runs[-1] if runs and broken else (first, last)
    is_told = broken and (not runs or after.year < last.year)  # else the last run begins after every break
    amounts = [found.amount(each, comparable(basis)) for each in (before, after)]
    return texts(
        "development.headline_whole",
        name=solution_name(group, context.baseline, texts),
        first=texts.amount(amounts[0]),
        first_year=before.year,
        last=texts.amount(amounts[1]),
        last_year=f"{after.year}{estimated(after, texts)}",
        percent=texts.percent_change(amounts[1] / amounts[0] - 1),
        prices=own_words(before, after, found, comparable(basis), context),
        across=_across(last, found.amount(last, comparable(basis)), broken, texts) if is_told else "",
    )


def _across(last: Printed, amount: float, broken: str, texts: Texts) -> str:
    """«. I 2025 er det 1 119,6 (estimat), men med brudd: …»: the last year, which a break lies before."""
    return texts(
        "development.across",
        year=last.year,
        amount=texts.amount(amount),
        estimated=estimated(last, texts),
        breaks=broken,
    )


def _breaks_between(first: Printed, last: Printed, found: Development, context: Context) -> str:
    """«med SFM 2025»: what the cost level of two years differs in besides its size; empty where nothing.

    What the last year would be without a part that came in then follows where the document prints that part.
    """
    texts = context.texts
    breaks = [each for each in found.breaks if first.year < each.year <= last.year and COST in each.quantities]
    said = [f"{each.label[texts.language]} {each.year}" for each in breaks]
    for at, each in enumerate(breaks):
        if each.part and (each.year, each.document) == (last.year, last.document):
            said[at] += f" {texts('development.without', amount=texts.amount(last.amount - each.part))}"
    return ", ".join(said)


def development_key_figures(group: str, context: Context, basis: str) -> tuple[KeyFigure, ...]:
    """Growth of cost and payment in the last unbroken years, the plan's growth, and what became of what was set."""
    found = development_of(group, context)
    if found is None:
        return track_key_figure(context)
    before = [_grown(found, quantity, basis, context) for quantity in (COST, PAYMENT)]
    plan = _planned(group, basis, context)
    return (*(each for each in before if each is not None), plan, *track_key_figure(context))


def _own_years(found: Development, basis: str) -> tuple[Printed, Printed]:
    """The first and the last year of the tallgrunnlag's own table of costs, or of what is drawn where it has none."""
    own = {each.year for each in found.drawn(COST) if each.price_year == found.conversion.base_year}
    drawn = found.drawn(COST, basis) or found.printed
    among = [each for each in drawn if each.year in own] or list(drawn)
    return among[0], among[-1]


def _grown(found: Development, quantity: str, basis: str, context: Context) -> KeyFigure | None:
    group = found.group
    texts, runs = context.texts, found.runs(quantity, comparable(basis))
    if not runs:
        return None
    first, last = runs[-1]
    before, after = (found.amount(each, comparable(basis)) for each in (first, last))
    until = f"{last.year}{estimated(last, texts)}"
    label = texts(f"development.key_{quantity}", first=first.year, last=until)
    prices = own_words(first, last, found, comparable(basis), context)
    note = texts("development.key_note", first=texts.amount(before), last=texts.amount(after), prices=prices)
    opens = grown_address(first, last, address_group(group), comparable(basis))
    return KeyFigure(f"grown_{quantity}", label, texts.percent_change(after / before - 1), note, False, opens)


def _planned(group: str, basis: str, context: Context) -> KeyFigure:
    """The scenario's growth in cost level over the plan's years."""
    texts, plan, years = context.texts, plan_years(group, context, basis)[COST], context.answer.result.years
    before, after = float(plan.amounts[0]), float(plan.amounts[-1])
    note = texts(
        "development.key_note",
        first=texts.amount(before),
        last=texts.amount(after),
        prices=plan_words(basis, context),
    )
    value = texts.percent_change(after / before - 1) if before else "–"
    label = texts("development.key_plan", first=years[0], last=years[-1])
    of_plan = (plan_address(COST_LEVEL, year, group, basis) for year in (years[-1], years[0]))
    opens = address(GROWTH, next(of_plan), FROM, next(of_plan)) if before else ""
    return KeyFigure("grown_plan", label, value, note, plan.is_moved, opens)
