"""A check as a row: where the figure stands, what it is recomputed from, and both numbers."""

from dataclasses import dataclass
from typing import Final

from charts.reconciliation.numbers import (
    difference_number,
    difference_unit,
    printed_number,
    recomputed_number,
    term_number,
)
from charts.reconciliation.places import beside, document_title, place_in_words, table_key
from model import Baseline
from model.checks.check import MODEL, Check, Term
from model.checks.figure import MNOK
from model.checks.reconcile import reconcile
from model.checks.relations import PERCENT_OF, SAME
from model.checks.things import things
from model.explaining.checks import KIND, has_calculation
from texts import Texts

MOST_TOLD: Final = 5
"""Things that a sentence tells of."""

MOST_NAMED: Final = 6
"""Figures that are named one by one; of more it is said how many there are."""


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A check in words.

    place: table, row and column. table: by which it is found in a link. of: what it is recomputed from. unit: of
    the difference. opens: the address of the calculation; empty where there is none.
    """

    id: str
    table: str
    document: str
    place: str
    of: str
    printed: str
    recomputed: str
    difference: str
    unit: str
    opens: str


def check_row(check: Check, baseline: Baseline, texts: Texts) -> CheckRow:
    """The row of a check."""
    return CheckRow(
        id=check.id,
        table=table_key(check.document, check.table),
        document=document_title(check.document, texts),
        place=place_in_words(check, baseline, texts),
        of=of_in_words(check, baseline, texts),
        printed=printed_number(check, texts),
        recomputed=recomputed_number(check, texts),
        difference=difference_number(check, texts),
        unit=difference_unit(check, texts),
        opens=f"{KIND}/{check.id}" if has_calculation(check, baseline) else "",
    )


def of_in_words(check: Check, baseline: Baseline, texts: Texts) -> str:
    """What a figure is recomputed from, each part with its number where they are few."""
    if check.kind == MODEL:
        return texts("reconciliation.of_model")
    if check.kind == SAME:
        where = _named(check.terms[0], check, baseline, texts)
        return texts("reconciliation.of_same", where=where)
    if check.kind == PERCENT_OF:
        *parts, base = check.terms
        part = _sum(tuple(parts), check, baseline, texts)
        return texts("reconciliation.of_percent", part=part, base=_named(base, check, baseline, texts))
    return texts("reconciliation.of_sum", terms=_sum(check.terms, check, baseline, texts))


def _sum(terms: tuple[Term, ...], check: Check, baseline: Baseline, texts: Texts) -> str:
    """«Helsenorge (392,1) + E-resept (145)»; of many terms the first and the last."""
    if len(terms) <= MOST_NAMED:
        first, *rest = sorted(terms, key=lambda term: term.sign < 0)
        signs = (" + " if term.sign > 0 else " \N{MINUS SIGN} " for term in rest)
        named = (_named(term, check, baseline, texts) for term in rest)
        lead = _named(first, check, baseline, texts)
        lead = texts("reconciliation.opposite", figure=lead) if first.sign < 0 else lead
        return lead + "".join(map("".join, zip(signs, named, strict=True)))
    ends = (_named(term, check, baseline, texts) for term in (terms[0], terms[-1]))
    first_name, last_name = ends
    return texts("reconciliation.of_many", count=len(terms), first=first_name, last=last_name)


def _named(term: Term, check: Check, baseline: Baseline, texts: Texts) -> str:
    """A term by what it does not share with the figure, and its number in brackets."""
    number = term_number(term, MNOK if check.kind == PERCENT_OF else check.unit, texts)
    return f"{beside(term, check, baseline, texts)} ({number})"


def weightiest_in_words(baseline: Baseline, texts: Texts) -> str:
    """The things that weigh most, each with its two numbers, and where all of them stand; empty where none matters."""
    found = [thing for thing in things(reconcile(baseline)) if thing.material][:MOST_TOLD]
    rows = (check_row(thing.checks[0], baseline, texts) for thing in found)
    told = [
        texts("reconciliation.briefly", place=row.place, printed=row.printed, recomputed=row.recomputed) for row in rows
    ]
    return texts("reconciliation.weightiest", things="; ".join(told)) if told else ""
