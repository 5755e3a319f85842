"""What in the address could not be used, in words."""

from dataclasses import replace
from typing import Final, cast
from urllib.parse import quote

from charts.goals.goal_targets import LARGEST
from charts.words.foreign import short
from charts.words.ranges import refused_range
from charts.words.refused import all_refused, choices_named, municipal_year
from charts.words.settings import label
from model import ScenarioError
from model.payers.search_keys import successors
from pages.visit import narrowed, problems, state, uncertain
from pages.visit.option_names import option_name
from pages.visit.problems import LINK, Problem, Refused
from pages.visit.side_by_side import FEWEST, MOST
from pages.visit.view import TOLD_BY_ITSELF, current, options
from texts import Texts

BAD: Final = {"base": "reasons.bad_base", "calculation": "calculation.bad_link", "compared": "compare.bad_one"}
"""Fields of which a sentence says no more than what was found, and that sentence."""


def link_problem(texts: Texts) -> str:
    """One sentence; empty where everything in the address could be used."""
    return problems.sentences(LINK, texts, _in_words)


def _in_words(problem: Problem, texts: Texts) -> str:
    of_view = [error for error in problem.errors if isinstance(error, Refused)]
    if of_view and of_view[0].problem == "cut":
        return texts("link.cut")
    of_scenario = cast(tuple[ScenarioError, ...], problem.errors[len(of_view) :])
    parts = [*(unusable(error, texts) for error in of_view), all_refused(of_scenario, state.figures(), texts)]
    return texts("link.refused", what="; ".join(filter(None, parts)))


def unusable(error: Refused, texts: Texts) -> str:
    """What was found in a parameter of the view, and what is allowed."""
    field, found = error.problem, error.values.get("found", "")
    if not short(found):
        found = quote(found)  # nothing in it can be shown
    if field in ("twice", "empty"):
        return texts(f"link.{field}", found=short(found), kept=short(error.values.get("kept", "")))
    if field in BAD:
        return texts(BAD[field], found=short(found))
    if field == "target":
        return texts("solve.bad", found=short(found), high=texts.amount(LARGEST, 0))
    if field == "source":
        return texts("sources.bad", found=short(found), page=texts("page.kilder"))
    if field in narrowed.PARAMETERS:
        is_unsearchable = field == "search" and len(error.values["found"]) <= narrowed.LONGEST
        why = "unsearchable" if is_unsearchable else field
        return texts(f"reconciliation.refused_{why}", found=short(found), most=narrowed.LONGEST)
    if field in ("ranges", "ranges_twice", "above"):
        return _of_uncertainty(field, error.values["found"], texts)
    if field == "count":
        return texts("compare.bad", fewest=FEWEST, most=MOST)
    said = "view.bad" if found else "view.no_value"
    return texts(said, what=texts(f"view.{field}").lower(), found=short(found), allowed=_allowed(field, found, texts))


def _of_uncertainty(field: str, found: str, texts: Texts) -> str:
    """What is wrong with a range, or with the amount that is asked about."""
    figures = state.figures()
    if field == "above":
        return texts("ranges.bad_above", found=short(found), high=texts.amount(LARGEST, 0))
    if field == "ranges_twice":
        return texts("ranges.twice", found=label(found, figures, texts))
    return refused_range(uncertain.error_of(found, figures), found, figures, texts)


def _allowed(field: str, found: str, texts: Texts) -> str:
    """The options of a field; for an organisation in words, and what a number of before is now."""
    if field != "payer":
        looked_at = replace(current(), language=texts.language)
        choices = options(state.figures())[field]
        named = [(str(value), option_name(field, value, looked_at)) for value in choices if value != TOLD_BY_ITSELF]
        return choices_named(named, texts)
    now, year = successors(found), municipal_year()
    return (
        texts("payers.allowed_former", found=short(found), now=now, year=year)
        if now
        else texts("payers.allowed", year=year)
    )
