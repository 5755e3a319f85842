"""What the comparisons of what was set and what it became say, and what must be known of them."""

from collections.abc import Iterator, Sequence

from charts.words.context import Context
from charts.words.names import solution_name
from model import Baseline
from model.baseline.funds_story import Funds, stories
from model.baseline.printed import SUM
from model.history.remarks import track_remarks
from model.history.track_record import FORECAST, Hit, sums, track_record, unused_margin
from texts import Texts

SMALL = 30  # fewer comparisons than this are called few


def hit_name(solution: str, baseline: Baseline, texts: Texts) -> str:
    """What the solution of a comparison is called."""
    return texts("solution.sum") if solution == SUM else solution_name(solution, baseline, texts)


def remarks(hits: Sequence[Hit], context: Context) -> Iterator[str]:
    """What must be known of the comparisons."""
    yield from _not_counted(hits, context.texts)
    yield from _of_budgets(hits, context.texts)
    yield from (each.text[context.texts.language] for each in track_remarks(hits))
    yield from of_earlier_funds(hits, context)
    yield from _of_kroner(hits, context.texts)


def _not_counted(hits: Sequence[Hit], texts: Texts) -> Iterator[str]:
    """Which comparisons are drawn and not counted, with their years."""
    found = dict.fromkeys((hit.comparison, hit.year) for hit in hits if not hit.is_counted)
    if found:
        named = [f"{texts(f'track.{comparison}')} ({year})" for comparison, year in found]
        yield texts("track.not_counted", which=texts.listed(named))


def _of_budgets(hits: Sequence[Hit], texts: Texts) -> Iterator[str]:
    """What the new figures of a budget's year are."""
    for year in dict.fromkeys(hit.year for hit in hits if hit.comparison == FORECAST):
        yield texts("track.budget", year=year)


def of_earlier_funds(hits: Sequence[Hit], context: Context) -> Iterator[str]:
    """Of what was used, how much earlier years' money it could use too; of all together, what is told as unspent."""
    told = {story.years: story.funds for story in stories(context.baseline)}
    for hit in (hit for hit in hits if hit.is_counted):
        funds = told.get((hit.year,), {}).get(hit.solution)
        if funds is None or not funds.earlier:
            continue
        if hit.solution == SUM:
            yield from _of_unspent(hit, funds, context.texts)
        elif hit.deviation > 0:
            name, amount = hit_name(hit.solution, context.baseline, context.texts), context.texts.amount(funds.earlier)
            yield context.texts("track.earlier", name=name, year=hit.year, amount=amount)


def _of_unspent(hit: Hit, funds: Funds, texts: Texts) -> Iterator[str]:
    """Why what is unspent of all solutions' money is more than what was used less than set."""
    if funds.unspent is not None:
        yield texts(
            "track.unspent",
            year=hit.year,
            unspent=texts.amount(funds.unspent),
            expected=texts.amount(hit.expected),
            share=texts.percent(funds.unspent / hit.expected),
            outcome=texts.amount(hit.outcome),
            percent=texts.percent_change(hit.deviation),
            earlier=texts.amount(funds.earlier),
        )


def _of_kroner(hits: Sequence[Hit], texts: Texts) -> Iterator[str]:
    """Which accounts are in other kroner than their year's, and what the mark at a deviation means."""
    for year, price_year in dict.fromkeys((hit.year, hit.price_year) for hit in hits if hit.is_counted):
        if price_year != year:
            yield texts("track.in_kroner", year=year, price_year=price_year)
    if any(hit.price_year is None for hit in hits):
        yield texts("track.kroner")


def counted_years(hits: Sequence[Hit], texts: Texts) -> str:
    """«2023 og 2024»: the years of the comparisons that are counted."""
    return texts.listed([str(year) for year in sorted({hit.year for hit in hits if hit.is_counted})])


def margin_sentence(context: Context) -> str:
    """How many accounts of one solution lie above what was set, within the margin below it, or lower; these are few.

    All solutions together stand apart. Empty where there are no accounts.
    """
    hits = track_record(context.baseline)
    above, within, below = sums(hits, context.baseline.embedded_margin)
    texts, count = context.texts, above + within + below
    if not count:
        return ""
    said = texts(
        "track.said",
        count=count,
        above=above,
        within=within,
        below=below,
        years=counted_years(hits, texts),
        margin=texts.percent(context.baseline.embedded_margin, 0),
        unused=texts.percent_change(unused_margin(context.baseline.embedded_margin)),
    )
    few = texts("track.few", count=count) if count < SMALL else ""
    whole = [hit for hit in hits if hit.is_counted and hit.solution == SUM]
    each = [texts("track.in_year", percent=texts.percent_change(hit.deviation), year=hit.year) for hit in whole]
    return " ".join(filter(None, (said, few, texts("track.whole", deviations=texts.listed(each)) if each else "")))
