"""The four numbers above the charts."""

from charts.records import KeyFigure
from charts.words.context import TENTH, Context
from model.answers.changes import YearChange, time_effects


def key_figures(context: Context) -> tuple[KeyFigure, ...]:
    """Cost level, financing need, the year's change with its base named, and the comparable change."""
    change, year = context.answer.change, context.year
    return (
        _level("cost_level", context, is_printed=True),
        _level("financing_need", context, is_printed=year == 2026),
        _change(change, year, context),
        _comparable(change, year, context) if year == 2026 else _need_change(change, year, context),
    )


def _level(name: str, context: Context, is_printed: bool) -> KeyFigure:
    """An amount of the year; its note compares with the reference once the two differ.

    is_printed: whether the published figures have it. A scenario's own figure is never called published, also where it
    rounds to the same.
    """
    texts, answer, year = context.texts, context.answer, context.year
    at = answer.result.years.index(year)
    value, reference = (float(getattr(r, name)[at, :, 0].sum()) for r in (answer.result, answer.reference))
    moved = abs(value - reference) >= TENTH
    is_published = is_printed and answer.question.is_published
    note = texts("key.computed" if not is_published else "key.indexed" if context.indexed else "key.published")
    if not moved and is_printed and not is_published:
        note = texts("key.alike", reference=context.the_reference)
    if moved:
        note = texts("key.against", difference=texts.change(value - reference), reference=context.the_reference)
    return KeyFigure(name, texts(f"key.{name}", year=year), texts.amount(value), note, moved)


def _change(change: YearChange, year: int, context: Context) -> KeyFigure:
    """The change in cost level; into 2026 against both printed bases."""
    texts = context.texts
    from_available = change.cost + change.base - change.available
    note = texts(
        "key.change_base_2025" if year == 2026 else "key.change_base",
        percent=texts.percent_change(change.cost / change.base),
        base=texts.amount(change.base),
        available=texts.amount(change.available),
        other=texts.change(from_available),
        other_percent=texts.percent_change(from_available / change.available),
    )
    return KeyFigure("change", texts("key.change", previous=year - 1), texts.change(change.cost), note, False)


def _comparable(change: YearChange, year: int, context: Context) -> KeyFigure:
    """The change with what left the regulation added back."""
    texts = context.texts
    note = texts(
        "key.comparable_2026",
        percent=texts.percent_change(change.comparable / change.base),
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
    label = texts("key.need_change", previous=year - 1)
    return KeyFigure("need_change", label, texts.change(change.need), ", ".join(parts), False)


def time_figures(context: Context) -> tuple[KeyFigure, ...]:
    """First-year and cumulative effect, money unspent and money short: a postponement is no saving."""
    texts, answer = context.texts, context.answer
    effects = time_effects(answer.question.scenario, answer.result, answer.reference)
    first, last = answer.result.years[0], answer.result.years[-1]
    later = texts("time.later", amount=texts.amount(abs(effects.later)), last=last)
    charged = texts("time.charged", amount=texts.amount(abs(effects.later)), last=last)
    rows = {
        "first": (texts("time.first", year=effects.first_year), texts.change(effects.first), ""),
        "whole": (texts("time.whole", first=first, last=last), texts.change(effects.whole), ""),
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
