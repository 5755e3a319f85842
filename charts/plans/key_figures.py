"""The four numbers above the charts: levels, and the difference that is told."""

from charts.bridges.bridge import CHARGED
from charts.records.figure import KeyFigure
from charts.words import addresses
from charts.words.context import TENTH, Context
from charts.words.from_law import law_note
from charts.words.need_range import is_open, need_in_words, open_return, range_note
from charts.words.told import told
from model.answers.changes import YearChange
from model.answers.quantities import by_solution
from model.baseline.printed import BRIDGE, HISTORY_COST
from texts import Texts


def key_figures(context: Context) -> tuple[KeyFigure, ...]:
    """Cost level and financing need, and two of the difference that is told."""
    levels = (
        _level("cost_level", context, is_printed=True),
        _level("financing_need", context, is_printed=context.is_first_year),
    )
    return (*levels, *(_from_reference(context) if context.is_against else _from_year_before(context)))


def _from_reference(context: Context) -> tuple[KeyFigure, ...]:
    """How much the need of the year differs, and that of all years together."""
    texts, difference, years = context.texts, told(context), context.answer.result.years
    both = (context.answer.charged[0], context.answer.reference_charged[0])
    need, reference = (float(each.financing_need[..., 0].sum()) for each in both)
    first, last = years[0], years[-1]
    opens = addresses.difference(addresses.of(CHARGED, addresses.EACH_YEAR))
    amounts = {
        "difference": (difference.change, difference.base, addresses.difference(addresses.of(CHARGED, context.year))),
        "difference_whole": (need - reference, reference, addresses.over_years(years, opens)),
    }
    labels = {
        "difference": texts("key.difference", year=context.year, reference=context.the_reference),
        "difference_whole": texts("key.difference", year=f"{first}–{last}", reference=context.the_reference),
    }
    return tuple(
        KeyFigure(name, labels[name], texts.change(change), _share(change, base, texts), abs(change) >= TENTH, where)
        for name, (change, base, where) in amounts.items()
    )


def _share(change: float, base: float, texts: Texts) -> str:
    """«−1,9 % av 1 119,5»."""
    return texts("key.difference_note", percent=texts.percent_change(change / base), base=texts.amount(base))


def _from_year_before(context: Context) -> tuple[KeyFigure, ...]:
    """The year's change with its base named, and the change of the need.

    Into the first year stands the comparable change instead, where something leaves the regulation.
    """
    change, year, is_first = context.answer.change, context.year, context.is_first_year
    moves_out = any(measure.moves_out for measure in context.baseline.measures.values())
    comparable = (_comparable(change, year, context),) if moves_out else ()
    return (
        _change(change, year, context),
        *(comparable if is_first else (_need_change(change, year, context),)),
    )


def _level(name: str, context: Context, is_printed: bool) -> KeyFigure:
    """An amount of the year; its note has the difference that is told, where no other key figure has.

    is_printed: whether the published figures have it. A scenario's own figure is never called published, also where it
    rounds to the same, and neither are those of a visitor's own file.
    """
    texts, answer, year = context.texts, context.answer, context.year
    value, reference = _amounts(name, context)
    differs = abs(value - reference) >= TENTH
    moved = differs and context.is_against
    is_published = is_printed and answer.question.is_published
    note = texts("key.indexed" if context.indexed else "key.published" if context.baseline.folder else "key.in_file")
    if not is_published:
        note = texts("key.computed")
    if not differs and is_printed and not is_published:
        note = texts("key.alike", reference=context.the_reference)
    if moved:
        note = texts("key.against", difference=texts.change(value - reference), reference=context.the_reference)
    elif name == "financing_need" and context.is_set_by_law and context.law_payment is not None:
        note = law_note(context.law_payment, texts, "key")
    elif name == "financing_need" and context.is_first_year and not context.is_against:
        note = "; ".join((note, _since_available(context)))
    shown = texts.amount(value)
    if name == "financing_need" and is_open(context, year):
        note = "; ".join((note, range_note("need_range.key", year, context)))
        shown = need_in_words(value, year, context)
    opens = addresses.of(CHARGED if name == "financing_need" else name, year)
    return KeyFigure(name, texts(f"key.{name}", year=year), shown, note, moved, opens)


def _since_available(context: Context) -> str:
    """How much the first year's need is more than what was available: the difference of the printed bridge."""
    texts, difference = context.texts, told(context)
    return texts(
        "key.since_available",
        change=texts.change(difference.change),
        percent=texts.percent_change(difference.change / difference.base),
        base=texts.amount(difference.base),
        previous=context.year - 1,
    )


def _amounts(name: str, context: Context) -> tuple[float, float]:
    """The scenario's amount of the year and the reference's, MNOK; a need that the law has set is the law's."""
    answer, at = context.answer, context.answer.result.years.index(context.year)
    of_both = (answer.charged[0], answer.reference_charged[0])
    scenario, reference = (float(by_solution(name, result)[at, :, 0].sum()) for result in of_both)
    return scenario, reference


def _change(change: YearChange, year: int, context: Context) -> KeyFigure:
    """The change in cost level; into the first year against both printed bases, where both are printed."""
    texts, baseline, base = context.texts, context.baseline, _base(change)
    from_available = change.cost + base - change.available
    is_printed_twice = context.is_first_year and change.base is not None
    note = texts(
        "key.change_base_printed" if is_printed_twice else "key.change_base",
        percent=texts.percent_change(change.cost / base),
        base=texts.amount(base),
        available=texts.amount(change.available),
        other=texts.change(from_available),
        other_percent=texts.percent_change(from_available / change.available),
        history=baseline.table_name(HISTORY_COST),
        bridge=baseline.table_name(BRIDGE) or baseline.title[texts.language],
    )
    opens = f"year_change/cost_level/{year}"
    return KeyFigure("change", texts("key.change", previous=year - 1), texts.change(change.cost), note, False, opens)


def _base(change: YearChange) -> float:
    """What the change in cost level is from, MNOK: what was available, where the baseline prints no cost level."""
    return change.available if change.base is None else change.base


def _comparable(change: YearChange, year: int, context: Context) -> KeyFigure:
    """The change with what left the regulation added back."""
    texts = context.texts
    note = texts(
        "key.comparable_note",
        percent=texts.percent_change(change.comparable / _base(change)),
        moved=texts.amount(change.moved_out),
    )
    label = texts("key.comparable", previous=year - 1)
    opens = f"year_change/comparable/{year}"
    return KeyFigure("comparable_change", label, texts.change(change.comparable), note, False, opens)


def _need_change(change: YearChange, year: int, context: Context) -> KeyFigure:
    """The change in financing need, split into cost and the lapse of last year's return."""
    texts = context.texts
    parts = [*_from_law(change, year, context), texts("key.need_cost", amount=texts.change(change.cost))]
    parts.append(texts("key.need_lapsed", amount=texts.change(change.lapsed)))
    if abs(change.returned) >= TENTH:
        parts.append(texts("key.need_returned", amount=texts.change(-change.returned)))
    if abs(change.state) >= TENTH:
        parts.append(texts("key.need_state", amount=texts.change(-change.state)))
    if abs(change.rounding) >= TENTH:
        parts.append(texts("key.need_rounding", amount=texts.change(change.rounding)))
    returned = open_return(context, year) - open_return(context, year - 1)
    if abs(returned) >= TENTH:
        money = {"amount": texts.change(-returned), "base_year": context.baseline.base_year}
        parts.append(texts("need_range.change", **money))
    label = texts("key.need_change", previous=year - 1)
    need = "" if change.need is None else texts.change(change.need)
    opens = f"year_change/financing_need/{year}" if need else ""
    return KeyFigure("need_change", label, need, ", ".join(parts), False, opens)


def _from_law(change: YearChange, year: int, context: Context) -> tuple[str, ...]:
    """How much the need grows from the regulation, where that has set the year before."""
    law, texts = context.law_payment, context.texts
    if law is None or not context.starts_from(year - 1) or change.need is None:
        return ()
    growth, total = texts.percent_change(change.need / law.total), texts.amount(law.total)
    return (texts("key.need_from_law", percent=growth, year=law.year, total=total),)
