"""Who pays: one's own organisation, the payer groups and the RHF as on the screen; and every payer as data."""

import math
from collections.abc import Iterator

from charts.payers.groups import groups_figure
from charts.payers.history import growth_sentences, history_figure, own_by_law
from charts.payers.net import net_rows, net_table, net_years
from charts.payers.own import own_figure
from charts.payers.own_words import own_headline, own_key_figures
from charts.payers.paid import Own
from charts.payers.year_change import year_change_sentence
from charts.records.figure import Figure
from exports.sections.section import Message, Section
from exports.subject import Subject
from exports.tables import DataColumn, DataTable, Value
from model.baseline.axes import PAYER_GROUPS, RHF
from model.payers import Payments, payers, payments


def section(subject: Subject) -> Section:
    """The screen's own figures; the groups and RHF as a table; everyone as data."""
    answer, figures, sentences = subject.answer, [groups_figure(subject.context)], [subject.texts("export.payers_how")]
    messages = [Message(figures[0].alt, figure=figures[0], sentences=(*sentences,))]
    sentences += growth_sentences(subject.context)
    printed, data = [], [*_history(subject)]
    if subject.question.us:
        own = Own.of(subject.question.us, answer)
        figure, said = own_figure(own, subject.context), own_headline(own, subject.context)
        figures = [*history_figure(own.paid.payer.group, subject.context), figure, *figures]
        told = (said, *_why(own, subject))
        messages.append(Message(said, own_key_figures(own, subject.context), figure))
        sentences = [*told, *sentences, f"{subject.texts('export.payer_net')}: {_own_kroner(subject)}."]
        printed.append(net_table(own, subject.context))
        data.append(_net(subject, own))
    paid, reference = payments(*answer.charged), payments(*answer.reference_charged)
    return Section(
        name="payers",
        title=subject.texts("export.payers"),
        sentences=(figures[-1].alt, *sentences),
        figures=tuple[Figure, ...](figures),
        printed=tuple(printed),
        data=(_groups(subject, paid), _everyone(subject, paid, reference), *data),
        messages=tuple(messages),
    )


def _why(own: Own, subject: Subject) -> Iterator[str]:
    """What the payment changes by from the year before, and what it was about by the regulations."""
    yield from filter(None, (year_change_sentence(own, subject.context), own_by_law(own, subject.context)))


def _own_kroner(subject: Subject) -> str:
    """The prices of what was paid and would be paid over the years, whichever the rest of a file is in."""
    return subject.texts("payers.history_prices", prices=subject.context.nominal_prices)


def _history(subject: Subject) -> tuple[DataTable, ...]:
    """Year, group and solution with the amount in the year's own kroner and what the year is; nothing without one."""
    texts, history = subject.texts, subject.answer.history
    if history is None:
        return ()
    columns = (
        DataColumn("year", texts("view.year"), "year"),
        DataColumn("payer_group", texts("export.payer_group")),
        DataColumn("solution", texts("ready.solution")),
        DataColumn("amount_mnok", subject.context.scenario, "mnok"),
        DataColumn("kind", texts("export.kind")),
    )
    rows = [
        (year, group, solution, None if math.isnan(amount) else amount, kind)
        for year, kind, by_solution in zip(history.years, history.kinds, history.amounts.tolist(), strict=True)
        for solution, by_group in zip(history.solutions, by_solution, strict=True)
        for group, amount in zip(PAYER_GROUPS, by_group, strict=True)
    ]
    return (DataTable("payer_history", texts("export.payer_history"), columns, tuple(rows), _own_kroner(subject)),)


def _net(subject: Subject, own: Own) -> DataTable:
    """What is left to pay, a row for each line of the screen's table, years across."""
    texts, (years, _) = subject.texts, net_years(subject.context)
    columns = (
        DataColumn("line", texts("export.line")),
        *(DataColumn(f"year_{year}_mnok", str(year), "mnok") for year in years),
    )
    rows: list[tuple[Value, ...]] = [
        (name, *(None if math.isnan(amount) else amount for amount in amounts.tolist()))
        for name, amounts in net_rows(own, subject.context)
    ]
    return DataTable("payer_net", texts("export.payer_net"), columns, tuple(rows), _own_kroner(subject))


def _amounts(paid: Payments) -> dict[str, list[float]]:
    """Payer group, and name of each RHF → MNOK by year."""
    rhf = [payer.name for payer in payers() if payer.group == RHF]
    groups = {group: paid.groups[:, at, 0].tolist() for at, group in enumerate(PAYER_GROUPS)}
    members = {name: paid.members[RHF][:, at, 0].tolist() for at, name in enumerate(rhf)}
    return {RHF: groups[RHF], **members, **groups}


def _groups(subject: Subject, paid: Payments) -> DataTable:
    """Groups and RHF down, years across."""
    texts = subject.texts
    years = (DataColumn(f"year_{year}_mnok", str(year), "mnok") for year in paid.years)
    columns = (DataColumn("payer", texts("export.payer_id")), DataColumn("payer_name", texts("export.payer")), *years)
    rows: list[tuple[Value, ...]] = []
    for name, by_year in _amounts(paid).items():
        rows.append((name, texts(f"payer_group.{name}") if name in PAYER_GROUPS else f"– {name}", *by_year))
    rows.append(("sum", texts("solution.sum"), *paid.groups[:, :, 0].sum(axis=1).tolist()))
    return DataTable("payer_groups", texts("export.payer_groups"), columns, tuple(rows))


def _everyone(subject: Subject, paid: Payments, reference: Payments) -> DataTable:
    """Year and payer with the scenario's and the reference's payment, and what is «tilnærmet»."""
    texts = subject.texts
    columns = (
        DataColumn("year", texts("view.year"), "year"),
        DataColumn("payer_group", texts("export.payer_group")),
        DataColumn("payer", texts("export.payer_id")),
        DataColumn("payer_name", texts("export.payer")),
        DataColumn("population", texts("export.population"), "persons"),
        DataColumn("amount_mnok", subject.context.scenario, "mnok"),
        DataColumn("reference_mnok", subject.context.reference, "mnok"),
        DataColumn("difference_mnok", texts("figure.difference"), "mnok_change"),
        DataColumn("quality", texts("export.quality")),
    )
    rows: list[tuple[Value, ...]] = []
    by_year = zip(paid.years, paid.by_payer(), reference.by_payer(), strict=True)
    for at, (year, amounts, reference_amounts) in enumerate(by_year):
        approximate = {group: paid.keys.is_approximate(group, at) for group in PAYER_GROUPS}
        for payer, amount, reference_amount in zip(
            payers(), amounts[:, 0].tolist(), reference_amounts[:, 0].tolist(), strict=True
        ):
            name = texts(f"payer_group.{payer.id}") if payer.id in PAYER_GROUPS else payer.name
            known = (year, payer.group, payer.id, name, payer.population)
            quality = texts("payers.approximate") if approximate[payer.group] else None
            rows.append((*known, amount, reference_amount, amount - reference_amount, quality))
    return DataTable("payers", texts("export.payers"), columns, tuple(rows))
