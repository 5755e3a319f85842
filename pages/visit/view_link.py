"""What is looked at as it stands in the address: written out, and read with what could not be used."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from charts.goals.goal_targets import linked
from charts.words.context import SINCE
from model import Baseline
from model.answers.quantities import FINANCING_NEED
from model.answers.question import PRICES
from model.scenario.versions import former_price_words, prices_named
from pages.visit import uncertain
from pages.visit.narrowed import parsed_narrowed
from pages.visit.problems import Refused
from pages.visit.side_by_side import TALLGRUNNLAG, is_reference, parsed_side_by_side, usual
from pages.visit.view import ASKED_BY_ITSELF, PARAMETERS, YEAR_ALONE, View, is_source, options
from texts import LANGUAGES

BASE_PARAMETER: Final = "utgangspunkt"
"""The parameter of the reference on the page Hvorfor, written like one of the comparison."""
COMPARED_PARAMETER: Final = "med"
"""The parameter that stands once for each scenario of the comparison: ``PRESENT``, a ready one's id, or written out."""
SOURCE_PARAMETER: Final = "kilde"
"""The parameter of what the page of sources leads to: a row, an assumption, or a figure whose rows they are."""
TARGET_PARAMETER: Final = "maal"
"""The parameter of the amount that is aimed at, MNOK in the view's prices."""
CALCULATION_PARAMETER: Final = "regnestykke"
"""The parameter of the calculation that is open, a path. The browser writes it: to open one is no step in history."""
LONGEST_CALCULATION: Final = 1200
"""Characters of a path to a step of a calculation."""
FORMER_START: Final = "fra"
"""A parameter of older links: from which amount of the year before a bridge starts. Now it always is what was paid."""

ALWAYS: Final = ("language", "year", "prices")
"""Fields that every link names, so that an old one keeps its meaning when a default changes. They stand last: a link
that was cut lacks them, and is known by that."""
CLOSING: Final[Mapping[str, tuple[str, ...]]] = {
    PARAMETERS["language"]: LANGUAGES,
    PARAMETERS["year"]: (),
    PARAMETERS["prices"]: (*PRICES, *former_price_words()),
}
"""The parameters that a whole link ends with, and what each may be. Half a year needs not be known: where a link is cut
in it, the prices lack, and which years there are is the baseline's."""


def to_query(view: View, baseline: Baseline) -> dict[str, str | list[str]]:
    """The address's parameters of the view of ``baseline``."""
    shown, allowed = view.of(baseline), options(baseline)
    values = {field: getattr(shown, field) for field in PARAMETERS}
    chosen = {f: str(v) for f, v in values.items() if f not in ALWAYS and v != allowed[f][0]}
    always = {PARAMETERS[field]: str(values[field]) for field in ALWAYS}
    free: dict[str, str | list[str]] = {
        **shown.narrowed.to_query(),
        **uncertain.to_query(shown.ranges, shown.above),
    }
    if shown.base != TALLGRUNNLAG:
        free[BASE_PARAMETER] = shown.base
    if shown.target is not None:
        free[TARGET_PARAMETER] = str(shown.target)
        chosen["path"] = shown.path
    if shown.source:
        free[SOURCE_PARAMETER] = shown.source
    if shown.compared != usual(baseline):
        free[COMPARED_PARAMETER] = list(shown.compared)
    return {PARAMETERS[field]: value for field, value in chosen.items()} | free | always


def parsed(
    query: Mapping[str, str], baseline: Baseline, compared: Sequence[str] = (), ranges: Sequence[str] = ()
) -> tuple[View, tuple[Refused, ...]]:
    """The view of an address that is about ``baseline``, and each field that could not be used, with what was found.

    compared, ranges: every value of the parameters ``COMPARED_PARAMETER`` and ``uncertain.RANGE_PARAMETER``.
    """
    view, unusable = View().of(baseline), []
    for field, parameter in PARAMETERS.items():
        text = query.get(parameter)
        usable = {str(value): value for value in options(baseline)[field]}
        word = prices_named(text) if field == "prices" and text is not None else text
        if word and word in usable:
            view = replace(view, **{field: usable[word]})
        elif text is not None:
            unusable.append(Refused(field, {"found": text}))
    if FORMER_START in query and PARAMETERS["difference"] not in query:
        view = replace(view, difference=SINCE)
    base = query.get(BASE_PARAMETER, TALLGRUNNLAG)
    if is_reference(base, baseline):
        view = replace(view, base=base)
    else:
        unusable.append(Refused("base", {"found": base}))
    source = query.get(SOURCE_PARAMETER, "")
    if not is_source(source, baseline):
        unusable.append(Refused("source", {"found": source}))
        source = ""
    amount = query.get(TARGET_PARAMETER)
    target = None if amount is None else linked(amount)
    if amount is not None and target is None:
        unusable.append(Refused("target", {"found": amount}))
    if target is not None and view.quantity == ASKED_BY_ITSELF:  # an amount of a link that names no quantity
        view = replace(view, quantity=FINANCING_NEED)
    if target is not None and PARAMETERS["path"] not in query:  # a link from before there were paths
        view = replace(view, path=YEAR_ALONE)
    side_by_side = parsed_side_by_side(compared, baseline, unusable)
    calculation = query.get(CALCULATION_PARAMETER, "")[:LONGEST_CALCULATION]
    narrowed = parsed_narrowed(query, baseline, unusable)
    looked_at = replace(view, target=target, source=source, compared=side_by_side)
    above = uncertain.parsed_above(query.get(uncertain.ABOVE_PARAMETER), unusable)
    given = uncertain.parsed_ranges(ranges, baseline, unusable)
    looked_at = replace(looked_at, calculation=calculation, narrowed=narrowed, ranges=given, above=above)
    return looked_at, tuple(unusable)
