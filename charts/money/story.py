"""What was invoiced, used and left over of each year, and what becomes of it: a picture of what the documents print."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from charts.money.story_tables import story_table
from charts.money.story_words import alternative, row_name, said_under
from charts.records.figure import Scale, Segment, Span
from charts.records.flow import Flow, FlowRow
from charts.scale import axis
from charts.words.context import Context
from charts.words.names import solution_name
from model.baseline.earlier_funds import (
    INVOICED,
    PLANNED_USE,
    RETURNED,
    SET_ASIDE,
    UNSPENT,
    USED,
    USED_LATER,
    earlier_funds,
)
from model.baseline.funds_story import Funds, Later, Story, stories
from model.baseline.printed import SUM
from model.explaining.funds import funds_address

KEPT: Final = "kept"
ROOMY: Final = 0.2
"""Of the longest row: a part that is as long holds a year too."""

SERIES: Final = (
    (USED, "total_soft"),
    (UNSPENT, "total"),
    (KEPT, "hue5"),
    (SET_ASIDE, "hue4"),
    (RETURNED, "decrease"),
)
"""The parts and their tones, in the order of the list."""

PLACES: Final = {name: at for at, (name, _) in enumerate(SERIES)} | dict.fromkeys((USED_LATER, PLANNED_USE), 2)
"""Which series a part is of: what is used later and what is planned to be are one."""


def story_figure(context: Context) -> tuple[Flow, ...]:
    """Years and their solutions from top to bottom; nothing where the baseline has no figures of earlier funds."""
    told = stories(context.baseline)
    if not told:
        return ()
    texts, most = context.texts, max(story.all.unspent or 0.0 for story in told)
    rows = tuple(row for story in told for row in _rows(story, most, context))
    years = [year for story in told for year in story.years]
    prices = texts("story.prices")
    when = texts("story.when", first=min(years), last=max(years), prices=prices)
    title = (texts("story.title"), texts("story.whom"), when)
    return (
        Flow(
            name="funds_story",
            title=title,
            alt=alternative(told, context),
            note=said_under(context),
            table=story_table(told, context),
            moved=False,
            context=replace(context, prices=prices),  # what a file of it says
            documents=tuple(dict.fromkeys(cell.document for cell in earlier_funds(context.baseline).values())),
            rows=rows,
            series=tuple((_series(name, context), tone) for name, tone in SERIES),
            scale=Scale(axis(map(_end, (row.whole for row in rows))), axis(map(_end, (row.rest for row in rows)))),
            panels=(texts("story.panel_whole"), texts("story.panel_rest")),
            short_panels=(texts("funds.invoiced"), texts("funds.unspent")),
        ),
    )


def _series(name: str, context: Context) -> str:
    """What a series is called; of a wish where it stands."""
    cells = earlier_funds(context.baseline).values()
    place = next((cell.place for cell in cells if cell.quantity == name), "")
    return context.texts(f"story.series_{name}", place=place)


def _end(parts: Sequence[Segment]) -> float:
    return parts[-1].span.end if parts else 0.0


def _rows(story: Story, most: float, context: Context) -> Iterator[FlowRow]:
    """All solutions together, then each of which it is known what was left over. most: of any row, MNOK."""
    yield _opening(_row(row_name(story, context.texts), story.all, context, most), story, SUM)
    for solution, funds in story.funds.items():
        if solution != SUM and funds.unspent is not None:
            yield _opening(
                _row(solution_name(solution, context.baseline, context.texts), funds, context), story, solution
            )


def _opening(row: FlowRow, story: Story, solution: str) -> FlowRow:
    """The row with the addresses of its amounts and parts."""
    later = (f"later.{each.quantity}.{each.year}" for each in story.funds[solution].later)
    whole = _addressed(row.whole, (USED, UNSPENT), story, solution)
    opens = funds_address(story, solution, INVOICED) if story.funds[solution].invoiced is not None else ""
    rest = _addressed(row.rest, later, story, solution)
    return replace(row, whole=whole, rest=rest, opens=opens, rest_opens=funds_address(story, solution, UNSPENT))


def _addressed(parts: Sequence[Segment], whats: Iterable[str], story: Story, solution: str) -> tuple[Segment, ...]:
    pairs = zip(parts, whats, strict=False)
    return tuple(replace(part, opens=funds_address(story, solution, what)) for part, what in pairs)


def _row(label: str, funds: Funds, context: Context, most: float = 0.0) -> FlowRow:
    """A row; one of all solutions, where ``most`` is given, says when the money comes back."""
    texts, mark = context.texts, "*" if UNSPENT in funds.computed else ""
    whole = [(USED, funds.used), (UNSPENT, funds.unspent)] if funds.used is not None else []
    earlier = f" + {texts.amount(funds.earlier)}" if funds.earlier else ""
    invoiced = "–" if funds.invoiced is None else texts.amount(funds.invoiced)
    return FlowRow(
        label=label,
        total=most > 0,
        whole=tuple(_parts(label, [(name, None, amount or 0.0) for name, amount in whole], context)),
        rest=tuple(_parts(label, [_part(later) for later in funds.later], context)),
        inside=tuple(_inside(later, most, context) if len(funds.later) > 1 else "" for later in funds.later),
        whole_text=f"{invoiced}{earlier}",
        short_text=invoiced,
        rest_text=f"{texts.amount(funds.unspent or 0.0)}{mark}",
    )


def _inside(later: Later, most: float, context: Context) -> str:
    """«78,0 i 2026» in a part that has the room, else «8,1»."""
    amount = context.texts.amount(later.amount)
    if later.quantity != RETURNED or not most or later.amount < ROOMY * most:
        return amount
    return context.texts("story.inside", amount=amount, year=later.year)


def _part(later: Later) -> tuple[str, int, float]:
    return later.quantity, later.year, later.amount


def _parts(label: str, amounts: Sequence[tuple[str, int | None, float]], context: Context) -> Iterator[Segment]:
    """The parts end to end, each with what it is when it is pointed at."""
    end = 0.0
    for name, year, amount in amounts:
        what, key = context.texts(f"funds.{name}").lower(), "story.hover" if year is None else "story.hover_year"
        words = context.texts(key, row=label, amount=context.texts.amount(amount), what=what, year=year)
        yield Segment(PLACES[name], Span(end, end + amount), words)
        end += amount
