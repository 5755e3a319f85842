"""Everything that is known of the years before the plan, cell by cell; growth, rates and breaks."""

from collections.abc import Iterator
from math import isfinite

from charts.bridges.bridge import solution_groups
from charts.development.picture import development_of
from charts.development.words import estimated, joined_sentences, own_words, place_in, place_with_count, version_name
from charts.records.figure import Table
from charts.words import addresses
from charts.words.context import Context
from charts.words.names import solution_name
from model.explaining.burden import rate_address
from model.explaining.history import address_group, converted_address, grown_address, printed_address
from model.history.amounts import QUANTITIES
from model.history.breaks import ScopeBreak, scope_breaks
from model.history.development import FIXED, NOMINAL, Development, Printed
from model.history.remarks import amount_remarks


def developments(context: Context) -> Iterator[tuple[str, str, Development]]:
    """Group, its name and its development, all together first; nothing where no history is printed."""
    for group in solution_groups(context.baseline):
        found = development_of(group, context)
        if found is not None:
            yield group, solution_name(group, context.baseline, context.texts), found


def amounts_table(context: Context) -> Table:
    """Every printed amount with what it is, in which kroner, in the base year's and its own year's, and its place."""
    texts, base_year = context.texts, context.baseline.base_year
    rows = [
        (
            name,
            str(each.year),
            version_name(each, texts),
            texts.amount(each.amount),
            texts("development.kroner", year=each.price_year),
            texts.amount(found.amount(each, FIXED)),
            texts.amount(own) if isfinite(own := found.in_own_kroner(each)) else "–",
            place_in(each.document, place_with_count(each, texts), texts),
        )
        for _, name, found in developments(context)
        for each in found.printed
    ]
    heads = ("year", "what", "printed", "kroner_head", "converted_head", "nominal_head", "place")
    head = (texts("ready.solution"), *(texts(f"development.{each}", year=base_year) for each in heads))
    across = [
        ("", "", "", _printed(each, found), "", _in(FIXED, each, found), _in(NOMINAL, each, found), "")
        for _, _, found in developments(context)
        for each in found.printed
    ]
    opens = addresses.where_shown(rows, across)
    return Table(head, tuple(rows), column_units=("", "year", "", "mnok", "", "mnok", "mnok", ""), opens=opens)


def amounts_note(context: Context) -> str:
    """That both of two figures of the same stand, and what must be known of some."""
    printed = [each for _, _, found in developments(context) for each in found.printed]
    remarks = (each.text[context.texts.language] for each in amount_remarks(printed))
    return joined_sentences((context.texts("development.amounts_note"), *remarks))


def growth_table(context: Context) -> Table:
    """What each quantity of each group grew by in the years that can be compared, with base and price basis."""
    texts = context.texts
    rows: list[tuple[str, ...]] = []
    opens: list[tuple[str, ...]] = []
    for group, name, found in developments(context):
        for quantity in QUANTITIES:
            for first, last in found.runs(quantity, FIXED):
                opens.append(("", "", "", "", grown_address(first, last, address_group(group), FIXED), ""))
                amounts = [found.amount(each, FIXED) for each in (first, last)]
                rows.append(
                    (
                        name,
                        texts(f"development.{quantity}"),
                        f"{first.year}–{last.year}{estimated(last, texts)}",
                        texts("development.from_to", first=texts.amount(amounts[0]), last=texts.amount(amounts[1])),
                        texts.percent_change(amounts[1] / amounts[0] - 1),
                        own_words(first, last, found, FIXED, context),
                    )
                )
    head = (texts("ready.solution"), *(texts(f"development.{each}") for each in ("what", "years", "amounts", "growth")))
    return Table((*head, texts("development.kroner_head")), tuple(rows), opens=tuple(opens))


def _printed(each: Printed, found: Development) -> str:
    """The address of an amount as printed."""
    return printed_address(each, address_group(found.group))


def _in(basis: str, each: Printed, found: Development) -> str:
    """The address of an amount in other kroner."""
    return converted_address(each, address_group(found.group), basis)


def conversion_table(context: Context) -> Table:
    """The rates that amounts are moved by, with their series and document."""
    texts = context.texts
    first = next(developments(context), None)
    rates = {} if first is None else first[2].conversion.rates
    rows = [
        (
            f"{year - 1}–{year}",
            texts.percent(rate.rate),
            texts(f"development.series_{rate.series}"),
            place_in(rate.document, str(year), texts),
        )
        for year, rate in rates.items()
    ]
    heads = (texts(f"development.{each}") for each in ("years", "growth", "index", "place"))
    opens = tuple(("", rate_address(rate), "", "") for rate in rates.values())
    return Table(tuple(heads), tuple(rows), opens=opens)


def scope_table(context: Context) -> Table:
    """What broke the years, from which year, of which solutions, and where it stands."""
    texts, groups = context.texts, dict[ScopeBreak, list[str]]()
    for _, name, found in developments(context):
        for each in found.breaks:
            groups.setdefault(each, []).append(name)
    rows = [
        (each.text[texts.language], str(each.year), ", ".join(groups[each]), place_in(each.document, each.place, texts))
        for each in scope_breaks().values()
        if each in groups
    ]
    heads = (texts(f"development.{each}") for each in ("broke", "from", "of", "place"))
    return Table(tuple(heads), tuple(rows), column_units=("", "year", "", ""))
