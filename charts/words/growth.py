"""Comparable growth into the first year in sentences: what a solution grows when moved shared services are left out."""

from charts.words.context import TENTH, Context
from charts.words.names import solution_name, source
from model.answers.comparable_growth import ComparableGrowth
from model.baseline.printed import HISTORY_PAYMENT


def growth_note(group: str, context: Context, is_alone: bool = False) -> str:
    """In a line beside the figures of the first year: a group's growth without what moved; empty beside other years'.

    is_alone: whether there is room for what moved, what the document says of it, and for the payment too.
    """
    said = growth_in(group, context) if context.is_first_year else ""
    if not said:
        return ""
    growth = context.answer.growth[group]
    if not is_alone:
        return context.texts("growth.short", **_amounts(growth, context))
    return " ".join(filter(None, (said, _payment(growth, context), _stated(group, context))))


def growth_in(group: str, context: Context) -> str:
    """The growth of a group into the first year without what moved, with its base named; empty where nothing moved."""
    growth, texts = context.answer.growth.get(group), context.texts
    if growth is None or abs(growth.moved) + growth.moved_out < TENTH:
        return ""
    return texts(
        "growth.one",
        previous=context.baseline.base_year,
        year=context.baseline.first_year,
        **_amounts(growth, context),
        moved=_moved(growth, context),
    )


def growth_of_all(context: Context) -> str:
    """The growth of each group into the first year, in one sentence; empty where nothing moved."""
    texts, baseline, groups = context.texts, context.baseline, context.answer.growth
    if not groups:
        return ""
    said = [
        texts(
            "growth.solution",
            name=solution_name(group, baseline, texts),
            **_amounts(growth, context),
        )
        for group, growth in groups.items()
    ]
    return texts("growth.all", previous=baseline.base_year, year=baseline.first_year, solutions=", ".join(said))


def _amounts(growth: ComparableGrowth, context: Context) -> dict[str, str]:
    """The growth, what it is in per cent, and of what."""
    texts, base = context.texts, growth.base
    percent = texts.percent_change(growth.comparable / base) if base else ""
    return {"amount": texts.change(growth.comparable), "percent": percent, "base": texts.amount(base)}


def _moved(growth: ComparableGrowth, context: Context) -> str:
    """«uten 8,3 i fellestjenester …»: what is left out, or added back."""
    texts, kind = context.texts, "taken" if growth.moved >= TENTH else "given"
    amount, left = texts.amount(abs(growth.moved)), texts.amount(growth.moved_out)
    if growth.moved_out < TENTH:
        return texts(f"growth.{kind}", amount=amount)
    return texts(f"growth.{kind}_and_left", amount=amount, left=left)


def _payment(growth: ComparableGrowth, context: Context) -> str:
    """The payment of the year against that of the base year by regulation, where that is printed."""
    texts, before = context.texts, growth.payment_before
    if not before:
        return ""
    return texts(
        "growth.payment",
        change=texts.change(growth.payment - before),
        percent=texts.percent_change(growth.payment / before - 1),
        before=texts.amount(before),
        year=context.baseline.base_year,
        table=context.baseline.table_name(HISTORY_PAYMENT),
    )


def _stated(group: str, context: Context) -> str:
    """What the document says of it, word for word and with its place; its amounts are in kroner of the base year."""
    moved = context.baseline.moved.get(group)
    if moved is None or not moved.stated or context.question.is_indexed:
        return ""
    where = source(moved.document, moved.place, context.texts)
    return context.texts("growth.stated", stated=moved.stated, source=where)
