"""The numbers above the charts that are about time: the first year's effect, and that of all years."""

from charts.bridges.bridge import CHARGED
from charts.bridges.why import Reasons
from charts.records.figure import KeyFigure
from charts.words import addresses
from charts.words.context import TENTH, Context
from model.answers.changes import time_effects


def time_figures(context: Context) -> tuple[KeyFigure, ...]:
    """First-year and cumulative effect, money unspent and money short: a postponement is no saving."""
    texts, answer = context.texts, context.answer
    effects = time_effects(answer.question.scenario, answer.charged[0], answer.reference_charged[0])
    first, last = answer.result.years[0], answer.result.years[-1]
    summed = {"first": first, "last": last, "prices": context.prices}
    later = texts("time.later", amount=texts.amount(abs(effects.later)), last=last)
    charged = texts("time.charged", amount=texts.amount(abs(effects.later)), last=last)
    rows = {
        "first": (texts("time.first", year=effects.first_year), texts.change(effects.first), ""),
        "whole": (texts("time.whole", **summed), texts.change(effects.whole), ""),
        "unspent": (
            texts("time.unspent", **summed),
            texts.amount(effects.unspent),
            later if effects.later >= TENTH else "",
        ),
        "shortfall": (
            texts("time.shortfall", **summed),
            texts.amount(effects.shortfall),
            charged if effects.later <= -TENTH else texts("time.not_charged") if effects.shortfall >= TENTH else "",
        ),
    }
    moved = (effects.first, effects.whole, effects.unspent, effects.shortfall)
    years, need = answer.result.years, addresses.difference(addresses.of(CHARGED, addresses.EACH_YEAR))
    opens = (
        addresses.difference(addresses.of(CHARGED, effects.first_year)),
        addresses.over_years(years, need),
        *(addresses.over_years(years, addresses.of(name, addresses.EACH_YEAR)) for name in ("unspent", "shortfall")),
    )
    return tuple(
        KeyFigure(name, *words, abs(amount) >= TENTH, its_address)
        for (name, words), amount, its_address in zip(rows.items(), moved, opens, strict=True)
    )


def time_figures_of(reasons: Reasons, context: Context) -> tuple[KeyFigure, ...]:
    """First-year and cumulative effect on anything that reasons are given for."""
    texts, changes, years = context.texts, reasons.scenario - reasons.reference, reasons.years
    working = context.question.scenario.levers_from
    rows = {
        "first": (texts("time.first", year=working), float(changes[years.index(working)])),
        "whole": (texts("time.whole", first=years[0], last=years[-1], prices=context.prices), float(changes.sum())),
    }
    opens = {
        "first": reasons.address(working, addresses.difference),
        "whole": reasons.address(None, addresses.difference),
    }
    return tuple(
        KeyFigure(name, label, reasons.change(amount, texts), "", abs(amount) >= reasons.hidden, opens[name])
        for name, (label, amount) in rows.items()
    )
