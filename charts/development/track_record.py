"""What was set beforehand and what it became: dots beside a line of exact hits, and what they say of a margin."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from charts.development.track_words import counted_years, hit_name, margin_sentence, remarks
from charts.development.words import joined_sentences
from charts.records.figure import KeyFigure, Table
from charts.records.points import SIGNS, Point, Points, PointSeries
from charts.words.context import Context
from charts.words.names import paid_name, solution_name
from model import Baseline
from model.baseline.printed import SUM
from model.explaining.asked import address
from model.explaining.history import BELOW, DEVIATION, EXPECTED, HITS, OUTCOME, hit_address
from model.history.amounts import LAW, historic_amounts
from model.history.track_record import ACCOUNTS, SET_BY_LAW, Hit, sums, track_record, unused_margin
from texts import Texts

TONES = ("hue2", "hue1", "hue0", "hue4", "hue5", "hue3")
PERCENT = 100
LEVEL = 10  # per cent between the levels that are named
REACH = 5  # the axis ends at whole fives of per cent
GAP = 0.045  # between texts over each other, share of the axis


def track_record_figure(context: Context) -> tuple[Points, ...]:
    """Every comparison as a dot over its solution, in per cent of what was set; nothing where none is known."""
    hits, texts = track_record(context.baseline), context.texts
    if not hits:
        return ()
    columns = _columns(hits, context.baseline)
    scale = _scale([PERCENT * hit.deviation for hit in hits])
    texts_at = _text_places(hits, columns, scale)
    years = {year: list(found) for year, found in groupby(hits, key=lambda hit: hit.year)}
    series = tuple(
        PointSeries(
            f"{SIGNS[at % len(SIGNS)]} {_compared(found[0], texts)}",
            TONES[at % len(TONES)],
            tuple(_point(hit, columns, texts_at, context) for hit in found),
        )
        for at, found in enumerate(years.values())
    )
    margin = context.baseline.embedded_margin
    unused = texts.percent_change(unused_margin(margin))
    guide = texts("track.note", margin=texts.percent(margin, 0), unused=unused)
    figure = Points(
        name="track_record",
        title=(
            texts("track.title"),
            texts("track.whom"),
            f"{hits[0].year}–{hits[-1].year} · {texts('track.basis')}",
        ),
        alt=margin_sentence(context) or texts("track.title"),
        note=joined_sentences((margin_sentence(context), guide, *remarks(hits, context))),
        table=hits_table(context),
        moved=False,
        context=replace(context, prices=texts("track.basis")),
        documents=_documents(hits),
        series=series,
        columns=tuple((_column_name(name, context.baseline, texts), "") for name in dict.fromkeys(columns.values())),
        scale=scale,
        guides=(PERCENT * unused_margin(margin),),
        ticks=_levels(scale, texts),
    )
    return (figure,)


def _documents(hits: Sequence[Hit]) -> tuple[str, ...]:
    """What the comparisons are taken from; a regulation too, of which a comparison names the place alone."""
    by_law = {hit.year for hit in hits if hit.comparison == SET_BY_LAW}
    laws = (each.document for each in historic_amounts() if each.version == LAW and each.year in by_law)
    return tuple(dict.fromkeys((*(hit.document for hit in hits), *laws)))


def track_key_figure(context: Context) -> tuple[KeyFigure, ...]:
    """How many of the comparisons with accounts lie lower than the margin; nothing where there is none."""
    hits = track_record(context.baseline)
    above, within, below = sums(hits, context.baseline.embedded_margin)
    texts, count = context.texts, above + within + below
    if not count:
        return ()
    value = texts("track.key_value", below=below, count=count)
    note = texts("track.key_note", above=above, within=within, years=counted_years(hits, texts))
    margin = texts.percent(context.baseline.embedded_margin, 0)
    return (KeyFigure("track_record", texts("track.key", margin=margin), value, note, False, address(HITS, BELOW)),)


def hits_table(context: Context) -> Table:
    """Year, solution, both amounts, how far apart they are, and what is compared; places stand with every amount."""
    texts = context.texts
    rows = [
        (
            str(hit.year),
            hit_name(hit.solution, context.baseline, texts),
            texts.amount(hit.expected),
            texts.amount(hit.outcome),
            texts.percent_change(hit.deviation) + (" †" if hit.price_year is None else ""),
            texts(f"track.{hit.comparison}"),
        )
        for hit in track_record(context.baseline)
    ]
    heads = ("year", "solution", "expected", "outcome", "deviation", "compared")
    units = ("year", "", "mnok", "mnok", "", "")
    opens = tuple(
        ("", "", *(hit_address(hit, part) for part in (EXPECTED, OUTCOME, DEVIATION)), "")
        for hit in track_record(context.baseline)
    )
    return Table(tuple(texts(f"track.head_{each}") for each in heads), tuple(rows), column_units=units, opens=opens)


def _compared(hit: Hit, texts: Texts) -> str:
    return f"{hit.year}: {texts(f'track.{hit.comparison}')}"


def _columns(hits: Sequence[Hit], baseline: Baseline) -> Mapping[str, str]:
    """Solution of a comparison → the column that it stands over, as the regulation has solutions; the sum last."""
    law_name = {part: law for law, parts in baseline.law_solutions.items() for part in (law, *parts)}
    found = {hit.solution: law_name.get(hit.part_of or hit.solution, SUM) for hit in hits}
    order = [*baseline.law_solutions, SUM]
    return dict(sorted(found.items(), key=lambda each: order.index(each[1])))


def _place(hit: Hit, columns: Mapping[str, str]) -> int:
    return list(dict.fromkeys(columns.values())).index(columns[hit.solution])


def _point(hit: Hit, columns: Mapping[str, str], texts_at: Mapping[tuple[int, str], float], context: Context) -> Point:
    """A dot: open where it is a forecast or a regulation and not what was used."""
    texts, value = context.texts, PERCENT * hit.deviation
    part = "" if columns[hit.solution] == hit.solution else f" {_part(hit.solution, context.baseline, texts)}"
    said = texts(
        "track.hover",
        name=hit_name(hit.solution, context.baseline, texts),
        year=hit.year,
        expected=texts.amount(hit.expected),
        outcome=texts.amount(hit.outcome),
        percent=texts.percent_change(hit.deviation),
        compared=texts(f"track.{hit.comparison}"),
    )
    column, at = _place(hit, columns), texts_at[hit.year, hit.solution]
    return Point(
        column, value, f"{hit.year}{part}", at, said, hit.comparison == ACCOUNTS, True, hit_address(hit, DEVIATION)
    )


def _column_name(name: str, baseline: Baseline, texts: Texts) -> str:
    return texts("track.all") if name == SUM else paid_name(name, baseline, texts)


def _part(solution: str, baseline: Baseline, texts: Texts) -> str:
    """A part of a column in a word."""
    key = f"track.part_{solution}"
    return texts(key) if key in texts else solution_name(solution, baseline, texts)


def _scale(percents: Sequence[float]) -> tuple[float, float]:
    """From the lowest to the highest, in whole fives."""
    low, high = min([0.0, *percents]), max([0.0, *percents])
    return REACH * ((low - 1) // REACH), REACH * -(-(high + 1) // REACH)


def _levels(scale: tuple[float, float], texts: Texts) -> tuple[tuple[float, str], ...]:
    """Every ten per cent that the axis has, with its words."""
    first, last = (int(end / LEVEL) for end in scale)
    return tuple((LEVEL * at, texts.percent_change(LEVEL * at / PERCENT, 0)) for at in range(first, last + 1))


def _text_places(
    hits: Sequence[Hit], columns: Mapping[str, str], scale: tuple[float, float]
) -> dict[tuple[int, str], float]:
    """Where each text stands: beside its dot, moved down where another over it would be written upon."""
    gap, places = GAP * (scale[1] - scale[0]), dict[tuple[int, str], float]()
    by_column: dict[int, list[Hit]] = {}
    for hit in hits:
        by_column.setdefault(_place(hit, columns), []).append(hit)
    for found in by_column.values():
        free = float("inf")
        for hit in sorted(found, key=lambda each: -each.deviation):
            at = min(PERCENT * hit.deviation, free)
            places[hit.year, hit.solution] = at
            free = at - gap
    return places
