"""What the comparisons of what was set and what it became say, and what must be known of them."""

from collections.abc import Iterator, Sequence

from charts.words.context import Context
from charts.words.names import solution_name
from model import Baseline
from model.baseline.funds_story import stories
from model.baseline.printed import SUM
from model.history.track_record import ACCOUNTS, FORECAST, Hit, sums, track_record, unused_margin
from texts import Texts

SMALL = 30  # fewer comparisons than this are called few


def hit_name(solution: str, baseline: Baseline, texts: Texts) -> str:
    """What the solution of a comparison is called."""
    return texts("solution.sum") if solution == SUM else solution_name(solution, baseline, texts)


def remarks(hits: Sequence[Hit], context: Context) -> Iterator[str]:
    """What must be known of the comparisons."""
    yield from _of_budgets(hits, context.texts)
    yield from of_earlier_funds(hits, context)
    yield from _of_kroner(hits, context.texts)


def _of_budgets(hits: Sequence[Hit], texts: Texts) -> Iterator[str]:
    """What the new figures of a budget's year are, and that the document does not say whether it had a margin."""
    for year in dict.fromkeys(hit.year for hit in hits if hit.comparison == FORECAST):
        yield texts("track.budget", year=year)


def of_earlier_funds(hits: Sequence[Hit], context: Context) -> Iterator[str]:
    """Of what was used beyond the regulation, how much earlier years' money it could use too."""
    told = {story.years: story.funds for story in stories(context.baseline)}
    for hit in (hit for hit in hits if hit.comparison == ACCOUNTS and hit.deviation > 0):
        funds = told.get((hit.year,), {}).get(hit.solution)
        if funds is not None and funds.earlier:
            name, amount = hit_name(hit.solution, context.baseline, context.texts), context.texts.amount(funds.earlier)
            yield context.texts("track.earlier", name=name, year=hit.year, amount=amount)


def _of_kroner(hits: Sequence[Hit], texts: Texts) -> Iterator[str]:
    """What the mark at a deviation means, where there is one."""
    if not all(hit.same_prices for hit in hits):
        yield texts("track.kroner")


def margin_sentence(context: Context) -> str:
    """How many lie above what was set, within the margin below it, or lower; and that these are few."""
    hits = track_record(context.baseline)
    if not hits:
        return ""
    above, within, below = sums(hits, context.baseline.embedded_margin)
    texts, count = context.texts, above + within + below
    years = [str(year) for year in sorted({hit.year for hit in hits if hit.is_outcome})]
    said = texts(
        "track.said",
        count=count,
        above=above,
        within=within,
        below=below,
        years=texts("figure.and", first=", ".join(years[:-1]), second=years[-1]) if len(years) > 1 else years[0],
        margin=texts.percent(context.baseline.embedded_margin, 0),
        unused=texts.percent_change(unused_margin(context.baseline.embedded_margin)),
    )
    return f"{said} {texts('track.few', count=count, years=len(years))}" if count < SMALL else said
