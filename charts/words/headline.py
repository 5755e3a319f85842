"""What the page says in one sentence."""

from charts.words.context import TENTH, Context


def headline(context: Context) -> str:
    """The financing need of the year that is looked at against the reference's; with price growth in both."""
    texts, answer, year = context.texts, context.answer, context.year
    at = answer.result.years.index(year)
    need, reference_need = (float(r.financing_need[at, :, 0].sum()) for r in (answer.result, answer.reference))
    change = need - reference_need
    direction = "same" if abs(change) < TENTH else "up" if change > 0 else "down"
    return texts(
        f"headline.{direction}{'_index' if context.indexed else ''}",
        year=year,
        need=texts.amount(need),
        amount=texts.amount(abs(change)),
        percent=texts.percent(abs(change / reference_need)),
        rate=texts.percent_in_full(answer.question.scenario.index_rate),
        reference=context.the_reference,
    )
