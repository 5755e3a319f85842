"""Who pays: the payer groups and the four RHF, and every payer as data."""

from charts.context import SAME, Context
from charts.records import Column, Stack
from charts.scale import axis
from charts.segments import segments
from exports.sections.section import Section
from exports.subject import Subject
from exports.tables import DataTable, Field, Value, as_texts
from model import Scenario
from model.axes import PAYER_GROUPS
from model.payers import PayerKeys, Payments, payers, payments


def section(of: Subject) -> Section:
    """A stack of the groups' payments by year; the groups and RHF as a table; everyone as data."""
    texts = of.texts
    own = payments(of.result, PayerKeys.of(of.scenario))
    other = payments(of.reference, PayerKeys.of(Scenario()))
    groups = _groups(of, own)
    figure = _stack(of, own, other, groups)
    return Section(
        name="payers",
        title=texts("export.payers"),
        said=(figure.alt, texts("export.payers_how")),
        figures=(figure,),
        data=(groups, _everyone(of, own, other)),
    )


def _amounts(found: Payments) -> dict[str, list[float]]:
    """Payer group, and name of each RHF → MNOK by year."""
    rhf = [payer.name for payer in payers() if payer.group == "rhf"]
    groups = {group: found.groups[:, at, 0].tolist() for at, group in enumerate(PAYER_GROUPS)}
    members = {name: found.members["rhf"][:, at, 0].tolist() for at, name in enumerate(rhf)}
    return {"rhf": groups["rhf"], **members, **groups}


def _groups(of: Subject, own: Payments) -> DataTable:
    """Groups and RHF down, years across."""
    texts = of.texts
    years = (Field(f"year_{year}_mnok", str(year), "mnok") for year in own.years)
    fields = (Field("payer", texts("export.payer_id")), Field("payer_name", texts("export.payer")), *years)
    rows: list[tuple[Value, ...]] = []
    for name, by_year in _amounts(own).items():
        rows.append((name, texts(f"export.payer_{name}") if name in PAYER_GROUPS else f"– {name}", *by_year))
    rows.append(("sum", texts("solution.sum"), *own.groups[:, :, 0].sum(axis=1).tolist()))
    return DataTable("payer_groups", texts("export.payer_groups"), fields, tuple(rows))


def _everyone(of: Subject, own: Payments, other: Payments) -> DataTable:
    """Year and payer with the scenario's and the reference's payment."""
    texts = of.texts
    fields = (
        Field("year", texts("view.year"), "year"),
        Field("payer_group", texts("export.payer_group")),
        Field("payer", texts("export.payer_id")),
        Field("payer_name", texts("export.payer")),
        Field("population", texts("export.population"), "persons"),
        Field("amount_mnok", of.context.scenario, "mnok"),
        Field("reference_mnok", of.context.reference, "mnok"),
        Field("difference_mnok", texts("figure.difference"), "mnok_change"),
    )
    rows: list[tuple[Value, ...]] = []
    for year, amounts, expected in zip(own.years, own.by_payer(), other.by_payer(), strict=True):
        for payer, amount, reference in zip(payers(), amounts[:, 0].tolist(), expected[:, 0].tolist(), strict=True):
            name = texts(f"export.payer_{payer.id}") if payer.id in PAYER_GROUPS else payer.name
            rows.append((year, payer.group, payer.id, name, payer.population, amount, reference, amount - reference))
    return DataTable("payers", texts("export.payers"), fields, tuple(rows))


def _stack(of: Subject, own: Payments, other: Payments, groups: DataTable) -> Stack:
    """Years as columns, the groups' payments on each other."""
    texts = of.texts
    names = tuple(texts(f"export.payer_{group}") for group in PAYER_GROUPS)
    moved = bool(abs(own.groups - other.groups).max() >= SAME)
    columns = tuple(
        _column(year, own.groups[at, :, 0].tolist(), other.groups[at, :, 0].tolist() if moved else None, names, of)
        for at, year in enumerate(own.years)
    )
    first, last = of.result.years[0], of.result.years[-1]
    return Stack(
        name="payers",
        title=(texts("export.payers_title"), texts("solution.all"), f"{first}–{last} · {of.context.prices}"),
        alt=texts(
            "export.payers_alt",
            year=of.year,
            **{
                group: texts.amount(float(own.groups[own.years.index(of.year), at, 0]))
                for at, group in enumerate(PAYER_GROUPS)
            },
        ),
        note=texts("export.payers_note"),
        table=as_texts(groups, texts, leave_out=1),
        moved=moved,
        series=tuple((name, f"series{at}") for at, name in enumerate(names)),
        columns=columns,
        scale=axis(end for c in columns for s in (*c.segments, *c.reference) for end in (s.span.start, s.span.end)),
        named=True,
    )


def _column(
    year: int, amounts: list[float], compared: list[float] | None, names: tuple[str, ...], of: Subject
) -> Column:
    context: Context = of.context
    total, star = sum(amounts), "" if year == 2026 else "*"
    reference = () if compared is None else segments(compared, f"{year}, {context.reference}", names, context)
    own = segments(amounts, str(year), names, context)
    return Column(str(year), "", total, context.texts.amount(total) + star, False, own, reference)
