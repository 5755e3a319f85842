"""What the page says in one sentence."""

from charts.words.context import Context
from charts.words.from_law import law_headline
from charts.words.need_range import need_in_words
from charts.words.told import base_in_words, bound, follows_law, told


def headline(context: Context) -> str:
    """The financing need of the year that is looked at, and the difference that is told.

    From the law a set payment is told as such.
    """
    is_told = context.is_against and told(context).direction != "same"
    if context.is_set_by_law and not is_told:
        return law_headline(context)
    said, question = _against(context) if context.is_against else _since(context), context.question
    two_growths = question.is_indexed and not question.grows_alike
    in_prices = two_growths or (not context.is_against and _names_growth(context))
    return context.texts("headline.in_prices", sentence=said, prices=context.prices) if in_prices else said


def _against(context: Context) -> str:
    """How much the need is higher or lower than the reference's; with price growth in both.

    From the law the reference is called by the regulation that both start from.
    """
    texts, difference, year = context.texts, told(context), context.year
    return texts(
        f"headline.{difference.direction}{'_index' if _names_growth(context) else ''}",
        year=year,
        need=need_in_words(difference.need, year, context),
        amount=texts.amount(abs(difference.change)),
        percent=texts.percent(abs(difference.change / difference.base)),
        rate=texts.percent_in_full(context.question.scenario.index_rate),
        reference=context.the_reference,
    )


def _since(context: Context) -> str:
    """The need and how much higher or lower it is than the year before; no growth from an estimate that is replaced."""
    texts, difference, year = context.texts, told(context), context.year
    growth = f" ({texts.percent(abs(difference.change / difference.base))})"
    return texts(
        f"told.{difference.direction}",
        year=year,
        need=need_in_words(difference.need, year, context),
        bound=bound(difference, context),
        amount=texts.amount(abs(difference.change)),
        percent="" if follows_law(context) else growth,
        base=base_in_words(context),
    )


def _names_growth(context: Context) -> bool:
    """Whether the sentence says what prices grow by; from the law the prices are too long for it."""
    return context.indexed and context.law_payment is None
