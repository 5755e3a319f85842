"""How things have developed: the years before the plan beside it, what became of what was set, and every amount."""

import math

from charts.development.picture import development_figure
from charts.development.summary import development_headline
from charts.development.tables import developments
from charts.development.track_words import margin_sentence, of_earlier_funds
from charts.development.words import place_with_count, version_name
from exports.sections.section import Section
from exports.subject import Subject
from exports.tables import DataColumn, DataTable, Value
from model.history.development import FIXED, NOMINAL
from model.history.track_record import track_record

ALL = "all"


def section(subject: Subject) -> Section:
    """The chart of all solutions, what became of what was set in a sentence, and all of it as data.

    A sentence alone where the baseline prints no years before the plan.
    """
    context = subject.context
    basis = NOMINAL if subject.question.is_indexed else FIXED
    headline = development_headline(ALL, context, basis)
    figures = development_figure(ALL, context, basis)
    said = (
        f"{headline.rstrip('.')}.",
        margin_sentence(context),
        *of_earlier_funds(track_record(subject.baseline), context),
    )
    return Section(
        name="development",
        title=subject.texts("export.development"),
        sentences=tuple(filter(None, said)),
        figures=figures,
        data=(_amounts(subject), _comparisons(subject)) if figures else (),
        spare=True,
    )


def _amounts(subject: Subject) -> DataTable:
    """Every printed amount by group, with its kroner, the base year's and its own year's."""
    texts, base_year = subject.texts, subject.baseline.base_year
    columns = (
        DataColumn("solution", texts("ready.solution")),
        DataColumn("solution_name", texts("development.of")),
        DataColumn("year", texts("view.year"), "year"),
        DataColumn("quantity", texts("development.what")),
        DataColumn("version", texts("export.kind")),
        DataColumn("printed_mnok", texts("development.printed"), "mnok"),
        DataColumn("price_year", texts("development.kroner_head"), "year"),
        DataColumn("base_year_mnok", texts("development.converted_head", year=base_year), "mnok"),
        DataColumn("nominal_mnok", texts("development.nominal_head"), "mnok"),
        DataColumn("document", texts("export.document")),
        DataColumn("place", texts("development.place")),
    )
    rows: list[tuple[Value, ...]] = [
        (
            group,
            name,
            each.year,
            texts(f"development.{each.quantity}"),
            version_name(each, texts),
            each.amount,
            each.price_year,
            _known(found.amount(each, FIXED)),
            _known(found.in_own_kroner(each)),
            each.document,
            place_with_count(each, texts),
        )
        for group, name, found in developments(subject.context)
        for each in found.printed
    ]
    return DataTable("development", texts("development.amounts_title"), columns, tuple(rows))


def _known(amount: float) -> float | None:
    return None if math.isnan(amount) else amount


def _comparisons(subject: Subject) -> DataTable:
    """What was set and what it became, by year and solution."""
    texts = subject.texts
    columns = (
        DataColumn("year", texts("view.year"), "year"),
        DataColumn("solution", texts("ready.solution")),
        DataColumn("comparison", texts("track.head_compared")),
        DataColumn("expected_mnok", texts("track.head_expected"), "mnok"),
        DataColumn("outcome_mnok", texts("track.head_outcome"), "mnok"),
        DataColumn("difference_mnok", texts("figure.difference"), "mnok_change"),
        DataColumn("kroner", texts("development.kroner_head")),
        DataColumn("document", texts("export.document")),
        DataColumn("place", texts("track.head_place")),
    )
    rows: list[tuple[Value, ...]] = [
        (
            hit.year,
            hit.solution,
            texts(f"track.{hit.comparison}"),
            hit.expected,
            hit.outcome,
            hit.outcome - hit.expected,
            texts("track.kroner") if hit.price_year is None else texts("development.kroner", year=hit.price_year),
            hit.document,
            hit.place,
        )
        for hit in track_record(subject.baseline)
    ]
    return DataTable("track_record", texts("track.title"), columns, tuple(rows))
