"""Projects in words: what they cost in all, and in the year with most."""

from functools import partial

from charts.projects.sums import Sums
from charts.records.figure import KeyFigure
from charts.words.addresses import EACH_YEAR, over_years
from charts.words.context import SAME, Context
from charts.words.refused import all_refused
from model.baseline.axes import MUNICIPALITIES, NOK_PER_MNOK, Array
from model.explaining.projects import ALL, EACH, project_address
from model.investment import STATE
from model.payers import organisation, payers


def headline(context: Context) -> str:
    """What the projects cost the sector until the last payment, and in which year most."""
    texts, listed = context.texts, context.question.scenario.projects
    if not listed:
        return texts("projects.headline_none")
    sums = Sums.of(context.answer.burden)
    if not sums.years:
        in_plan = all(each.operation_in_plan and any(each.operation.values()) for each in listed)
        why = "undivided" if context.answer.undivided else "in_plan" if in_plan else "nothing"
        return texts(f"projects.headline_{why}")
    year, amount = sums.peak
    name = listed[0].name if len(listed) == 1 and listed[0].name else texts("projects.all")
    kind = "projects.headline_less" if sums.total < -SAME else "projects.headline_state"
    return texts(
        "projects.headline" if sums.total > SAME else kind,
        name=name,
        state=texts.amount(sums.of_state),
        total=texts.amount(abs(sums.total)),
        first=sums.years[0],
        last=sums.years[-1],
        year=year,
        peak=texts.amount(amount),
    )


def headline_beside(context: Context) -> str:
    """The same where nobody describes projects: that there are none is said as it is."""
    has_some = context.question.scenario.projects
    return headline(context) if has_some else context.texts("projects.headline_without")


def beside_figures(context: Context) -> str:
    """That the figures of a year hold no projects, what these cost the sector then, and where that is; else nothing."""
    texts, count = context.texts, len(context.question.scenario.projects)
    if undivided := context.answer.undivided:
        return texts("projects.undivided", what=all_refused(undivided, context.baseline, texts))
    sums = Sums.of(context.answer.burden) if count else None
    if sums is None or not sums.sector.any():
        return ""
    paid = float(context.answer.for_projects()[context.answer.result.years.index(context.year)])
    return texts(
        "projects.beside_one" if count == 1 else "projects.beside_many",
        count=count,
        amount=texts.amount(paid),
        year=context.year,
        prices=context.prices,
        total=texts.amount(sums.total),
        first=sums.years[0],
        last=sums.years[-1],
    )


def key_figures(context: Context) -> tuple[KeyFigure, ...]:
    """In all, the year with most, per inhabitant, the state's, and what one's own organisation pays."""
    texts, burden = context.texts, context.answer.burden
    sums = Sums.of(burden)
    if not sums.years:
        return ()
    year, amount = sums.peak
    first, last = sums.years[0], sums.years[-1]
    unit, over, of_all = texts("setting.unit_mnok"), partial(over_years, (first, last)), partial(project_address, ALL)
    in_span = f"{unit}, {first}–{last}"
    inhabitants = sum(each.population or 0 for each in payers() if each.group == MUNICIPALITIES)
    each = texts("payers.nok_amount", amount=texts.amount(amount * NOK_PER_MNOK / inhabitants, 2))
    told = [
        ("total", texts("projects.key_total"), texts.amount(sums.total), in_span, over(of_all(EACH_YEAR))),
        ("peak", texts("projects.key_peak", year=year), texts.amount(amount), unit, of_all(year)),
        (
            "each",
            texts("projects.key_each", year=year),
            each,
            texts("projects.key_each_note"),
            project_address(EACH, year),
        ),
        (
            "state",
            texts("projects.key_state"),
            texts.amount(sums.of_state),
            in_span,
            over(of_all(EACH_YEAR, STATE)),
        ),
    ]
    if us := context.question.us:
        own, label = Sums.of_payer(burden, us), texts("projects.key_own", name=organisation(us)[0].name)
        note = texts("projects.key_own_note", year=own.peak[0], amount=texts.amount(own.peak[1], 3))
        told.append(("own", label, texts.amount(own.total, 3), note, over(of_all(EACH_YEAR, us))))
    return tuple(
        KeyFigure(f"projects_{name}", label, value, note, False, opens) for name, label, value, note, opens in told
    )


def payments_sentence(sums: Sums, context: Context) -> str:
    """Who pays how much of what, over all years."""
    texts = context.texts
    investment, operation = float(sums.sector_investment.sum()), float(sums.sector_operation.sum())
    return texts(
        "projects.alt_payments",
        first=sums.years[0],
        last=sums.years[-1],
        investment=texts.amount(investment),
        operation=texts.amount(operation),
        state=texts.amount(sums.of_state),
    )


def with_sentence(need: Array, paid: Array, context: Context) -> str:
    """What the last plan year's need is, and with the projects."""
    texts, last = context.texts, context.answer.result.years[-1]
    return texts(
        "projects.alt_plan",
        year=last,
        need=texts.amount(float(need[-1])),
        whole=texts.amount(float(need[-1] + paid[-1])),
    )


def sizes_sentence(size: str, sums: Sums, context: Context) -> str:
    """What the sector pays in all, and in the year with most, where projects are of a size or borne by equity."""
    (year, amount), texts = sums.peak, context.texts
    investment = texts.amount(float(sums.state_investment.sum()))
    said = {"total": texts.amount(sums.total), "year": year, "peak": texts.amount(amount), "investment": investment}
    return texts(f"projects.alt_{size}", **said)
