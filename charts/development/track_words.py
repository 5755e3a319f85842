"""What the track record says in words: of the margin, of budgets, and of what was at disposal beside what was set."""

from collections.abc import Iterator

from charts.words.context import TENTH, Context
from charts.words.names import solution_name
from model.baseline.funds_story import stories
from model.baseline.printed import SUM
from model.history.track_record import ACCOUNTS, FORECAST, sums, track_record, unused_margin

SMALL = 30  # fewer comparisons than this are called few


def margin_sentence(context: Context) -> str:
    """How many used more than was set, some of the margin, or less than it leaves; and that these are few."""
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


def budget_sentences(context: Context) -> Iterator[str]:
    """That of a budget the document does not say whether it had a margin."""
    hits = track_record(context.baseline)
    for year in dict.fromkeys(hit.year for hit in hits if hit.comparison == FORECAST):
        yield context.texts("track.budget", year=year)


def earlier_funds_sentences(context: Context) -> Iterator[str]:
    """Where one used more than was set, but no more than it had with earlier years' money; nothing where none did."""
    texts, baseline = context.texts, context.baseline
    by_year = {story.years: story for story in stories(baseline)}
    for hit in track_record(baseline):
        story = by_year.get((hit.year,))
        funds = story.funds.get(hit.solution) if story and hit.comparison == ACCOUNTS and hit.solution != SUM else None
        if hit.deviation <= 0 or funds is None or not funds.earlier or funds.used is None or funds.available is None:
            continue
        if funds.used < funds.available + TENTH:
            name, amount = solution_name(hit.solution, baseline, texts), texts.amount(funds.earlier)
            yield texts("track.earlier", name=name, year=hit.year, amount=amount)
