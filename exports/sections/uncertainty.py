"""How sure a quantity is: the dots of the year, what its uncertainty is made of, and the ranges behind it."""

from collections.abc import Iterator

from charts.uncertainty.causes import causes, lever_value, margin_buys
from charts.uncertainty.curves import fan
from charts.uncertainty.dots import dots
from charts.uncertainty.doubt import HUNDRED, Doubt
from charts.uncertainty.frame import TOLD
from charts.uncertainty.words import doubt_because, doubt_headline, doubt_key_figures
from charts.words.quantities import quantity_name
from charts.words.settings import label, shown
from exports.sections.section import Message, Section
from exports.subject import Subject
from exports.tables import DataColumn, DataTable, Value
from model.answers.quantities import QUANTITIES
from model.uncertainty import Wanted, default_ranges, has_default_ranges, simulate
from model.uncertainty.ranges import at_share


def section(subject: Subject) -> Section:
    """What is asked about, given the ranges of the visit; words alone where nothing is uncertain.

    On a slide stand the dots, which show what the headline says.
    """
    texts, doubt = subject.texts, _doubt(subject)
    title = texts("page.usikkerhet")
    if doubt is None:
        return Section("uncertainty", title, sentences=(texts("uncertainty.nothing_varies"),))
    said, because = doubt_headline(doubt), doubt_because(doubt)
    return Section(
        name="uncertainty",
        title=title,
        sentences=(said, because),
        key_figures=doubt_key_figures(doubt),
        messages=(Message(said, figure=dots(doubt), sentences=(because,)),),
        data=(_quantiles(subject), _ranges(subject), _levers(subject, doubt)),
    )


def counted(subject: Subject) -> Section:
    """The dots of the year, and every year as a fan; the report, which is short, does without."""
    doubt = _doubt(subject)
    figures = (dots(doubt), fan(doubt)) if doubt else ()
    return Section("uncertainty_counted", subject.texts("uncertainty.title_fan"), figures=figures, in_report=False)


def of_levers(subject: Subject) -> Section:
    """What the uncertainty is made of, what each lever does alone, and what a margin buys."""
    doubt, how_sure = _doubt(subject), subject.how_sure
    bars = causes(doubt, how_sure.shares, how_sure.effects) if doubt else ()
    figures = (*bars, margin_buys(doubt, how_sure.margins)) if doubt else ()
    title = subject.texts("uncertainty.title_made_of")
    return Section("uncertainty_of_levers", title, figures=figures, in_report=False)


def _doubt(subject: Subject) -> Doubt | None:
    """The draws of what is asked; None where no lever has a range."""
    how_sure = subject.how_sure
    return Doubt.of(how_sure, subject.context, subject.above) if how_sure.asked.given.levers else None


def _quantiles(subject: Subject) -> DataTable:
    """Year, quantity and the amounts that so many of a hundred draws are below."""
    texts, question, asked = subject.texts, subject.question, subject.how_sure.asked
    wanted = Wanted(QUANTITIES, fixed_prices=asked.fixed_prices, own=question.own)
    simulated = simulate(asked.given, asked.draws, asked.seed, question.scenario, wanted)
    columns = (
        DataColumn("year", texts("view.year"), "year"),
        DataColumn("quantity", texts("export.quantity_id")),
        DataColumn("quantity_name", texts("export.quantity")),
        *(
            DataColumn(
                f"p{round(share * HUNDRED):02}_mnok", texts("uncertainty.below", count=round(share * HUNDRED)), "mnok"
            )
            for share in TOLD
        ),
        DataColumn("draws", texts("uncertainty.draws"), "count"),
    )
    amounts = simulated.quantiles(TOLD).tolist()
    rows = tuple(
        (year, quantity, quantity_name(quantity, texts), *amounts[at][place], simulated.draws)
        for place, year in enumerate(simulated.years)
        for at, quantity in enumerate(simulated.quantities)
    )
    return DataTable("uncertainty", texts("uncertainty.title_fan"), columns, rows)


def _ranges(subject: Subject) -> DataTable:
    """Each lever with its range, and what it rests on."""
    texts = subject.texts
    columns = (
        DataColumn("lever", texts("export.lever_id")),
        DataColumn("lever_name", texts("export.lever")),
        DataColumn("kind", texts("uncertainty.kind")),
        *(DataColumn(name, texts(f"uncertainty.range_{name}"), "setting") for name in ("low", "middle", "high")),
        DataColumn("rests_on", texts("uncertainty.rests_on")),
    )
    return DataTable("ranges", texts("uncertainty.title_ranges"), columns, tuple(_range_rows(subject)))


def _range_rows(subject: Subject) -> Iterator[tuple[Value, ...]]:
    """A range from its lowest to its highest value; what is held fixed has one."""
    baseline, texts, given = subject.baseline, subject.texts, subject.how_sure.asked.given
    known = default_ranges(baseline) if has_default_ranges(baseline) else None
    for path, written in given.given.items():
        ((kind, _),) = written.items()
        distribution = given.levers.get(path)
        values = (
            (given.fixed[path],) * 3
            if distribution is None
            else tuple(at_share(distribution, share) for share in (0.0, 0.5, 1.0))
        )
        is_known = known is not None and known.ranges.given.get(path) == written
        why = (
            known.reasons[path].reason[texts.language]
            if known is not None and is_known
            else texts("uncertainty.own_range")
        )
        words = (shown(path, value, baseline, texts) for value in values)
        yield (path, label(path, baseline, texts), texts(f"uncertainty.kind_{kind}"), *words, why)


def _levers(subject: Subject, doubt: Doubt) -> DataTable:
    """What each lever brings of the uncertainty, and what it does alone at the ends of its range."""
    texts, baseline = subject.texts, subject.baseline
    shares = {each.lever: each.share for each in subject.how_sure.shares}
    columns = (
        DataColumn("year", texts("view.year"), "year"),
        DataColumn("lever", texts("export.lever_id")),
        DataColumn("lever_name", texts("export.lever")),
        DataColumn("share_percent", texts("uncertainty.share"), "percent"),
        DataColumn("low", texts("uncertainty.from"), "setting"),
        DataColumn("effect_low_mnok", texts("uncertainty.effect_low"), "mnok_change"),
        DataColumn("high", texts("uncertainty.to"), "setting"),
        DataColumn("effect_high_mnok", texts("uncertainty.effect_high"), "mnok_change"),
    )
    rows = tuple(
        (
            subject.question.year,
            each.lever,
            label(each.lever, baseline, texts),
            shares[each.lever] * HUNDRED,
            lever_value(each.lever, each.low, doubt),
            each.effect_low_mnok,
            lever_value(each.lever, each.high, doubt),
            each.effect_high_mnok,
        )
        for each in subject.how_sure.effects
    )
    return DataTable("sensitivity", texts("uncertainty.title_tornado"), columns, rows)
