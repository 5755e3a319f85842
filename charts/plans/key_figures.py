"""The four numbers above the charts."""

from charts.records import KeyFigure
from charts.words.context import TENTH, Context
from model.answers.changes import YearChange, time_effects
from model.baseline.printed import BRIDGE, HISTORY_COST


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
    at = answer.result.years.index(year)
    value, reference = (float(getattr(r, name)[at, :, 0].sum()) for r in (answer.result, answer.reference))
    moved = abs(value - reference) >= TENTH
    is_published = is_printed and answer.question.is_published
    note = texts("key.indexed" if context.indexed else "key.published" if context.baseline.folder else "key.in_file")
    if not is_published:
        note = texts("key.computed")
    if not moved and is_printed and not is_published:
        note = texts("key.alike", reference=context.the_reference)
    if moved:
        note = texts("key.against", difference=texts.change(value - reference), reference=context.the_reference)
    return KeyFigure(name, texts(f"key.{name}", year=year), texts.amount(value), note, moved)


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
    return KeyFigure("change", texts("key.change", previous=year - 1), texts.change(change.cost), note, False)


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
    return KeyFigure("comparable_change", label, texts.change(change.comparable), note, False)


def _need_change(change: YearChange, year: int, context: Context) -> KeyFigure:
    """The change in financing need, split into cost and the lapse of last year's return."""
    texts = context.texts
    parts = [texts("key.need_cost", amount=texts.change(change.cost))]
    parts.append(texts("key.need_lapsed", amount=texts.change(change.lapsed)))
    if abs(change.returned) >= TENTH:
        parts.append(texts("key.need_returned", amount=texts.change(-change.returned)))
    if abs(change.state) >= TENTH:
        parts.append(texts("key.need_state", amount=texts.change(-change.state)))
    label = texts("key.need_change", previous=year - 1)
    need = "" if change.need is None else texts.change(change.need)
    return KeyFigure("need_change", label, need, ", ".join(parts), False)


def time_figures(context: Context) -> tuple[KeyFigure, ...]:
    """First-year and cumulative effect, money unspent and money short: a postponement is no saving."""
    texts, answer = context.texts, context.answer
    effects = time_effects(answer.question.scenario, answer.result, answer.reference)
    first, last = answer.result.years[0], answer.result.years[-1]
    later = texts("time.later", amount=texts.amount(abs(effects.later)), last=last)
    charged = texts("time.charged", amount=texts.amount(abs(effects.later)), last=last)
    rows = {
        "first": (texts("time.first", year=effects.first_year), texts.change(effects.first), ""),
        "whole": (texts("time.whole", first=first, last=last, prices=context.prices), texts.change(effects.whole), ""),
        "unspent": (texts("time.unspent"), texts.amount(effects.unspent), later if effects.later >= TENTH else ""),
        "shortfall": (
            texts("time.shortfall"),
            texts.amount(effects.shortfall),
            charged if effects.later <= -TENTH else texts("time.not_charged") if effects.shortfall >= TENTH else "",
        ),
    }
    moved = (effects.first, effects.whole, effects.unspent, effects.shortfall)
    return tuple(
        KeyFigure(name, *words, abs(amount) >= TENTH) for (name, words), amount in zip(rows.items(), moved, strict=True)
    )
