"""The four numbers above the charts."""

from charts.bridges.bridge import CHARGED
from charts.bridges.why import Reasons
from charts.records.figure import KeyFigure
from charts.words import addresses
from charts.words.context import TENTH, Context
from charts.words.from_law import law_note
from charts.words.need_range import is_open, need_in_words, open_return, range_note
from model.answers.changes import YearChange, time_effects
from model.answers.quantities import by_solution
from model.baseline.printed import BRIDGE, HISTORY_COST
from model.explaining.reasons import quantity_address


def key_figures(context: Context) -> tuple[KeyFigure, ...]:
    """Cost level, financing need, the year's change with its base named, and the change of the need.

    Into the first year stands the comparable change instead, where something leaves the regulation.
    """
    change, year, is_first = context.answer.change, context.year, context.is_first_year
    moves_out = any(measure.moves_out for measure in context.baseline.measures.values())
    comparable = (_comparable(change, year, context),) if moves_out else ()
    return (
        _level("cost_level", context, is_printed=True),
        _level("financing_need", context, is_printed=is_first),
        _change(change, year, context),
        *(comparable if is_first else (_need_change(change, year, context),)),
    )


def _level(name: str, context: Context, is_printed: bool) -> KeyFigure:
    """An amount of the year; its note compares with the reference once the two differ.

    is_printed: whether the published figures have it. A scenario's own figure is never called published, also where it
    rounds to the same, and neither are those of a visitor's own file.
    """
    texts, answer, year = context.texts, context.answer, context.year
    value, reference = _amounts(name, context)
    moved = abs(value - reference) >= TENTH
    is_published = is_printed and answer.question.is_published
    note = texts("key.indexed" if context.indexed else "key.published" if context.baseline.folder else "key.in_file")
    if not is_published:
        note = texts("key.computed")
    if not moved and is_printed and not is_published:
        note = texts("key.alike", reference=context.the_reference)
    if moved:
        note = texts("key.against", difference=texts.change(value - reference), reference=context.the_reference)
    elif name == "financing_need" and context.is_set_by_law and context.law_payment is not None:
        note = law_note(context.law_payment, texts, "key")
    shown = texts.amount(value)
    if name == "financing_need" and is_open(context, year):
        note = "; ".join((note, range_note("need_range.key", year, context)))
        shown = need_in_words(value, year, context)
    opens = addresses.of(CHARGED if name == "financing_need" else name, year)
    return KeyFigure(name, texts(f"key.{name}", year=year), shown, note, moved, opens)


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


def time_figures(context: Context) -> tuple[KeyFigure, ...]:
    """First-year and cumulative effect, money unspent and money short: a postponement is no saving."""
    texts, answer = context.texts, context.answer
    effects = time_effects(answer.question.scenario, answer.charged[0], answer.reference_charged[0])
    first, last = answer.result.years[0], answer.result.years[-1]
    summed = {"first": first, "last": last, "prices": context.prices}
    later = texts("time.later", amount=texts.amount(abs(effects.later)), last=last)
    charged = texts("time.charged", amount=texts.amount(abs(effects.later)), last=last)
    rows = {
        "first": (texts("time.first", year=effects.first_year), texts.change(effects.first), ""),
        "whole": (texts("time.whole", **summed), texts.change(effects.whole), ""),
        "unspent": (
            texts("time.unspent", **summed),
            texts.amount(effects.unspent),
            later if effects.later >= TENTH else "",
        ),
        "shortfall": (
            texts("time.shortfall", **summed),
            texts.amount(effects.shortfall),
            charged if effects.later <= -TENTH else texts("time.not_charged") if effects.shortfall >= TENTH else "",
        ),
    }
    moved = (effects.first, effects.whole, effects.unspent, effects.shortfall)
    years, need = answer.result.years, addresses.difference(addresses.of(CHARGED, addresses.EACH_YEAR))
    opens = (
        addresses.difference(addresses.of(CHARGED, effects.first_year)),
        addresses.over_years(years, need),
        *(addresses.over_years(years, addresses.of(name, addresses.EACH_YEAR)) for name in ("unspent", "shortfall")),
    )
    return tuple(
        KeyFigure(name, *words, abs(amount) >= TENTH, its_address)
        for (name, words), amount, its_address in zip(rows.items(), moved, opens, strict=True)
    )


def time_figures_of(reasons: Reasons, context: Context) -> tuple[KeyFigure, ...]:
    """First-year and cumulative effect on anything that reasons are given for."""
    texts, changes, years = context.texts, reasons.scenario - reasons.reference, reasons.years
    working = context.question.scenario.levers_from
    rows = {
        "first": (texts("time.first", year=working), float(changes[years.index(working)])),
        "whole": (texts("time.whole", first=years[0], last=years[-1], prices=context.prices), float(changes.sum())),
    }
    opens = {
        "first": addresses.difference(quantity_address(reasons.quantity, working)),
        "whole": addresses.over_years(
            years, addresses.difference(quantity_address(reasons.quantity, addresses.EACH_YEAR))
        ),
    }
    return tuple(
        KeyFigure(name, label, reasons.change(amount, texts), "", abs(amount) >= reasons.hidden, opens[name])
        for name, (label, amount) in rows.items()
    )
