"""What the uncertainty is made of, what each lever alone does, and what a margin buys."""

from typing import Final

from charts.records.bars import BarRow, Bars, BarSpan
from charts.records.figure import Span, Table
from charts.records.plane import Curve, Guide, Plane, PlanePoint
from charts.scale import fine_axis
from charts.uncertainty.doubt import Doubt
from charts.uncertainty.frame import PERCENTS, payer_of, when, whom
from charts.uncertainty.words import cases
from charts.words.settings import label, shown
from model.explaining.simulated import effect_address, simulated_address
from model.uncertainty import LeverEffect, LeverShare, MarginCurve

SMALLEST: Final = 0.005
"""A share of the uncertainty that rounds to nothing."""

TOLD_MARGINS: Final = 2
"""Every so many steps of the lever have a row in the table."""

MARGIN: Final = "risk_margin"
UNSPENT, CHARGED = "underspend_rate", "shortfall_recovered"
LOW, HIGH = "decrease", "increase"


def causes(doubt: Doubt, shares: tuple[LeverShare, ...], effects: tuple[LeverEffect, ...]) -> tuple[Bars, ...]:
    """What the uncertainty is made of, and what each lever does alone; nothing where no lever moves the quantity."""
    return tuple(figure for figure in (made_of(doubt, shares), tornado(doubt, effects)) if figure.rows)


def made_of(doubt: Doubt, shares: tuple[LeverShare, ...]) -> Bars:
    """What each lever brings of the uncertainty of the year, as the steps of a bridge to all of it."""
    texts, baseline = doubt.context.texts, doubt.context.baseline
    known = tuple(each for each in shares if each.share >= SMALLEST)
    rows, before = [], 0.0
    for each in known:
        name, words = label(each.lever, baseline, texts), texts.percent(each.share, 0)
        opens = simulated_address(doubt.asked, f"importance~{each.lever}")
        span = BarSpan(Span(before, before + each.share), HIGH, "", f"{name}: {words}", opens)
        rows.append(BarRow(name, (span,), words, opens, f"{name}: {words}"))
        before += each.share
    first = texts("uncertainty.most", lever=rows[0].label, percent=rows[0].text) if rows else ""
    return Bars(
        name="uncertain_because",
        title=(texts("uncertainty.title_made_of"), whom(doubt), when(doubt)),
        alt=first or texts("uncertainty.nothing_varies"),
        note=" ".join(filter(None, (texts("uncertainty.note_made_of"), _others(doubt, shares, known)))),
        table=Table(
            (texts("uncertainty.lever"), texts("uncertainty.share")),
            tuple((label(each.lever, baseline, texts), texts.percent(max(each.share, 0.0))) for each in shares),
            opens=tuple(("", simulated_address(doubt.asked, f"importance~{each.lever}")) for each in shares),
        ),
        moved=False,
        context=doubt.context,
        payer=payer_of(doubt),
        rows=tuple(rows),
        scale=(0.0, 1.0),
        origin=0.0,
        connected=True,
    )


def tornado(doubt: Doubt, effects: tuple[LeverEffect, ...]) -> Bars:
    """What the quantity of the year is with each lever at the low and the high end of its range, others as they are."""
    texts, baseline = doubt.context.texts, doubt.context.baseline
    moving = [each for each in effects if each.span_mnok >= 0.5 * 10.0**-doubt.decimals]
    rows = tuple(_tornado_row(doubt, each) for each in moving)
    ends = [end for each in moving for end in (each.effect_low_mnok, each.effect_high_mnok)]
    header = ("uncertainty.lever", "uncertainty.from", "uncertainty.change", "uncertainty.to", "uncertainty.change")
    table = Table(
        tuple(map(texts, header)),
        tuple(
            (
                label(each.lever, baseline, texts),
                lever_value(each.lever, each.low, doubt),
                doubt.change(each.effect_low_mnok),
                lever_value(each.lever, each.high, doubt),
                doubt.change(each.effect_high_mnok),
            )
            for each in effects
        ),
        opens=tuple(
            (
                "",
                "",
                effect_address(doubt.asked, each.lever, each.low),
                "",
                effect_address(doubt.asked, each.lever, each.high),
            )
            for each in effects
        ),
    )
    first = (
        texts(
            "uncertainty.widest",
            lever=rows[0].label,
            low=doubt.change(min(ends[:2])),
            high=doubt.change(max(ends[:2])),
        )
        if rows
        else ""
    )
    return Bars(
        name="tornado",
        title=(texts("uncertainty.title_tornado"), whom(doubt), when(doubt)),
        alt=first or texts("uncertainty.nothing_varies"),
        note=" ".join(
            filter(None, (texts("uncertainty.note_tornado"), _outside(doubt, moving), _not_charged(doubt, moving)))
        ),
        table=table,
        moved=False,
        context=doubt.context,
        payer=payer_of(doubt),
        rows=rows,
        scale=fine_axis(ends),
        origin=0.0,
        connected=False,
    )


def margin_buys(doubt: Doubt, curve: MarginCurve) -> Plane:
    """How probable it is that each margin is enough, and the scenario's own margin."""
    texts, own = doubt.context.texts, doubt.asked.question.scenario.risk_margin
    margins, enough = curve.margins.tolist(), curve.enough.tolist()
    points = tuple(
        PlanePoint(
            margin,
            share,
            texts("uncertainty.enough_hover", margin=texts.percent_in_full(margin), cases=cases(share, texts)),
            simulated_address(doubt.asked, f"enough~{round(margin, 6)!r}"),
        )
        for margin, share in zip(margins, enough, strict=True)
    )
    at = min(range(len(margins)), key=lambda place: abs(margins[place] - own))
    told = texts("uncertainty.guide_margin", margin=texts.percent_in_full(own), cases=cases(enough[at], texts))
    step = margins[1] - margins[0] if len(margins) > 1 else 0.01
    return Plane(
        name="margin_buys",
        title=(texts("uncertainty.title_margin"), texts("uncertainty.whole_payment"), when(doubt)),
        alt=texts("uncertainty.alt_margin", margin=texts.percent_in_full(own), cases=cases(enough[at], texts)),
        note=texts("uncertainty.note_margin"),
        table=Table(
            (texts("uncertainty.margin"), texts("uncertainty.enough")),
            tuple(
                (texts.percent_in_full(margin), cases(share, texts))
                for margin, share in list(zip(margins, enough, strict=True))[::TOLD_MARGINS]
            ),
            opens=tuple(("", point.opens) for point in points[::TOLD_MARGINS]),
        ),
        moved=False,
        context=doubt.context,
        bands=(),
        curves=(Curve(texts("uncertainty.enough"), "total", points),),
        clouds=(),
        guides=(Guide(own, told, HIGH),),
        x_range=(margins[0] - step / 2, margins[-1] + step / 2),
        y_range=(0.0, 1.0),
        x_ticks=tuple((margin, texts.percent(margin, 0)) for margin in margins if _is_whole(margin)),
        y_ticks=tuple((share, texts.percent(share, 0)) for share in PERCENTS),
        x_title=texts("uncertainty.margin"),
        across=True,
    )


def _is_whole(margin: float) -> bool:
    """Whether a margin is a whole number of five per cents."""
    return abs(margin / 0.05 - round(margin / 0.05)) < 1e-6


def _tornado_row(doubt: Doubt, each: LeverEffect) -> BarRow:
    texts, baseline = doubt.context.texts, doubt.context.baseline
    name = label(each.lever, baseline, texts)
    ends = sorted(((each.low, each.effect_low_mnok), (each.high, each.effect_high_mnok)), key=lambda end: end[1])
    less, more = (effect for _, effect in ends)
    words = tuple(lever_value(each.lever, value, doubt) for value, _ in ends)
    opens = tuple(effect_address(doubt.asked, each.lever, value) for value, _ in ends)
    span = f"{doubt.change(less)} / {doubt.change(more)}"
    if less * more > 0:  # the scenario's own value lies outside the range
        whole, tone = f"{words[0]} – {words[1]}", HIGH if more > 0 else LOW
        alone = BarSpan(Span(less, more), tone, whole, f"{name}: {whole}\n{span}", opens[1])
        return BarRow(name, (alone,), span, opens[1], f"{name}: {span}")
    pairs = zip((less, more), (LOW, HIGH), words, opens, strict=True)
    spans = tuple(
        BarSpan(Span(0.0, effect), tone, value, f"{name}: {value}\n{doubt.change(effect)}", address)
        for effect, tone, value, address in pairs
    )
    return BarRow(name, spans, span, opens[1], f"{name}: {span}")


def lever_value(path: str, value: float, doubt: Doubt) -> str:
    """A lever's value with a tenth of a per cent, or a thousandth of its unit, at most."""
    return shown(path, round(value, 3), doubt.context.baseline, doubt.context.texts)


def _outside(doubt: Doubt, effects: list[LeverEffect]) -> str:
    """The levers that the scenario has outside their ranges: both ends then are on one side."""
    texts, baseline = doubt.context.texts, doubt.context.baseline
    names = [label(each.lever, baseline, texts) for each in effects if each.effect_low_mnok * each.effect_high_mnok > 0]
    return texts("uncertainty.note_outside", levers=texts.listed(names)) if names else ""


def _not_charged(doubt: Doubt, effects: list[LeverEffect]) -> str:
    """Why an underspend below zero, which is spending beyond the level, has no effect: nothing of it is charged."""
    texts, baseline, charged = doubt.context.texts, doubt.context.baseline, doubt.given.fixed.get(CHARGED)
    share = doubt.asked.question.scenario.value(CHARGED) if charged is None else charged
    beyond = any(each.lever == UNSPENT and min(each.low, each.high) < 0 for each in effects)
    if share or CHARGED in doubt.given.levers or not beyond:
        return ""
    value = shown(CHARGED, share, baseline, texts)
    return texts("uncertainty.note_not_charged", lever=label(CHARGED, baseline, texts), value=value)


def _others(doubt: Doubt, shares: tuple[LeverShare, ...], known: tuple[LeverShare, ...]) -> str:
    """The levers that bring nothing."""
    texts, baseline = doubt.context.texts, doubt.context.baseline
    names = [label(each.lever, baseline, texts) for each in shares if each not in known]
    return texts("solve.untouched", levers=", ".join(names)) if names else ""
