"""The reconciliation in sentences: how much agrees, what a thing to know is, and what the small ones come to."""

import math
from collections.abc import Sequence
from typing import Final

from charts.reconciliation.places import place_in_words
from charts.reconciliation.table_words import table_name
from charts.words.names import table_names
from model import Baseline
from model.checks.causes import known_differences
from model.checks.check import Check, Term
from model.checks.reconcile import reconcile
from model.checks.things import Agreement, Thing, agreement, place, things
from texts import Texts

TENTHS: Final = 10


def is_checked(baseline: Baseline) -> bool:
    """Whether anything is printed that can be held against something."""
    return bool(reconcile(baseline))


def reconciliation_headline(baseline: Baseline, texts: Texts) -> str:
    """How many figures agree, and how many things there are to know."""
    if not is_checked(baseline):
        return texts("reconciliation.none", title=baseline.title[texts.language])
    found = agreement(reconcile(baseline))
    if found.agreeing == found.figures:
        return texts("reconciliation.headline_all", figures=count(found.figures, texts))
    return texts(
        "reconciliation.headline",
        agreeing=count(found.agreeing, texts),
        figures=count(found.figures, texts),
        things=things_in_words(found, texts),
    )


def things_in_words(found: Agreement, texts: Texts) -> str:
    """«44 ting er verdt å vite», of one in the singular, of none that what remains is small."""
    number = "none" if not found.things else "one" if found.things == 1 else "many"
    return texts(f"reconciliation.things_{number}", count=count(found.things, texts))


def how_checked(baseline: Baseline, texts: Texts) -> str:
    """What was done, and in how many documents."""
    checks = reconcile(baseline)
    documents = {each.document for each in checks} | {term.document for each in checks for term in each.terms}
    number = "one" if len(documents) == 1 else "many"
    return texts(f"reconciliation.how_{number}", checks=count(len(checks), texts), documents=len(documents))


def in_which_order(baseline: Baseline, texts: Texts) -> str:
    """How the figures that do not agree, their checks and the things belong together, and what comes first of them."""
    checks = reconcile(baseline)
    found, listed = agreement(checks), things(checks)
    figures = found.figures - found.agreeing
    if figures <= 1:
        return ""
    connected = texts(
        "reconciliation.connected",
        figures=count(figures, texts),
        checks=count(sum(len(each.checks) for each in listed), texts),
        material=count(found.things, texts),
        small=count(len(listed) - found.things, texts),
    )
    return f"{connected} {texts('reconciliation.order')}"


def needs_print(baseline: Baseline, texts: Texts) -> str:
    """What a reconciliation needs, where there is nothing to check; else empty."""
    return "" if is_checked(baseline) else texts("reconciliation.none_how")


def unexplained_in_words(found: Agreement, texts: Texts) -> str:
    """How many figures differ without a known cause; empty where none does."""
    if not found.unexplained:
        return ""
    number = "one" if found.unexplained == 1 else "many"
    return texts(f"reconciliation.unexplained_{number}", count=count(found.unexplained, texts))


def sign_in_words(baseline: Baseline, texts: Texts, moved: bool, short: bool) -> str:
    """The sign at the top: how many figures of the print agree, and how many things there are to know.

    moved: whether it stands beside a scenario that departs from them. short: whether there is little room.
    """
    return agreement_in_brief(agreement(reconcile(baseline)), texts, moved, short)


def agreement_in_brief(found: Agreement, texts: Texts, moved: bool, short: bool) -> str:
    """The same of what was found."""
    if found.unexplained:
        number = "one" if found.unexplained == 1 else "many"
        return texts(f"reconciliation.sign_unexplained_{number}", count=count(found.unexplained, texts))
    form = "_short" if short else "_moved" if moved else ""
    numbers = {"agreeing": count(found.agreeing, texts), "figures": count(found.figures, texts)}
    agree = texts(f"reconciliation.sign{form}", **numbers)
    if short or not found.things:
        return agree
    number = "one" if found.things == 1 else "many"
    return f"{agree} · {texts(f'reconciliation.sign_things_{number}', count=count(found.things, texts))}"


def cause_in_words(thing: Thing, baseline: Baseline, texts: Texts) -> str:
    """Why some checks differ; without a known cause, which figure they share."""
    if thing.cause:
        return known_differences(baseline)[thing.cause].text[texts.language]
    if thing.shared is None:
        return texts("reconciliation.unknown")
    where = place_in_words(_cell_at(thing), baseline, texts)
    return texts("reconciliation.unknown_shared", place=where, count=len(thing.checks))


def moves_in_words(thing: Thing, texts: Texts) -> str:
    """«Gjelder 5 kontroller i Tabell 1, 8 og 15»."""
    tables = table_names(list(dict.fromkeys(table_name(each.table, texts) for each in thing.checks)), texts)
    number = "one" if len(thing.checks) == 1 else "many"
    return texts(f"reconciliation.moves_{number}", count=len(thing.checks), tables=tables)


def small_in_words(small: Sequence[Thing], texts: Texts) -> str:
    """How many things matter less, in how many checks, and what is left of the largest; empty for none."""
    checks = [each for thing in small for each in thing.checks]
    if not checks:
        return ""
    number = "one" if len(checks) == 1 else "many"
    largest = texts.amount(math.ceil(TENTHS * max(each.weight for each in checks)) / TENTHS)
    counted = {"things": count(len(small), texts), "count": count(len(checks), texts)}
    return texts(f"reconciliation.small_{number}", **counted, largest=largest)


def count(number: int, texts: Texts) -> str:
    """A number of things, thousands apart."""
    return texts.amount(number, 0)


def _cell_at(thing: Thing) -> Check | Term:
    """The figure that all checks of a thing share, wherever it stands in one of them."""
    for check in thing.checks:
        if place(check) == thing.shared:
            return check
    terms = (term for check in thing.checks for term in check.terms)
    return next(term for term in terms if (term.document, term.table, term.row, term.column) == thing.shared)
