"""What the page says in one sentence."""

from charts.context import TENTH, Context
from model import Result


def headline(result: Result, reference: Result, year: int, context: Context) -> str:
    """The financing need of ``year`` against the reference's; with price growth in both."""
    texts, at = context.texts, result.years.index(year)
    need, expected = (float(r.financing_need[at, :, 0].sum()) for r in (result, reference))
    change = need - expected
    direction = "same" if abs(change) < TENTH else "up" if change > 0 else "down"
    return texts(
        f"headline.{direction}{'_index' if context.indexed else ''}",
        year=year,
        need=texts.amount(need),
        amount=texts.amount(abs(change)),
        percent=texts.percent_change(change / expected),
        reference=context.against,
    )
