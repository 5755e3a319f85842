"""What the page says in one sentence."""

from charts.words.context import TENTH, Context
from charts.words.from_law import law_headline
from charts.words.need_range import need_in_words


def headline(context: Context) -> str:
    """The financing need of the year that is looked at against the reference's; with price growth in both.

    From the law the reference is called by the regulation that both start from, and a set payment is told as such.
    """
    texts, answer, year = context.texts, context.answer, context.year
    need, reference_need = (charged.need(year) for charged, _ in (answer.charged, answer.reference_charged))
    change = need - reference_need
    if context.is_set_by_law and abs(change) < TENTH:
        return law_headline(context)
    direction = "same" if abs(change) < TENTH else "up" if change > 0 else "down"
    said = texts(
        f"headline.{direction}{'_index' if context.indexed and context.law_payment is None else ''}",
        year=year,
        need=need_in_words(need, year, context),
        amount=texts.amount(abs(change)),
        percent=texts.percent(abs(change / reference_need)),
        rate=texts.percent_in_full(answer.question.scenario.index_rate),
        reference=context.the_reference,
    )
    two_growths = answer.question.is_indexed and not answer.question.grows_alike
    return texts("headline.two_growths", sentence=said, prices=context.prices) if two_growths else said
