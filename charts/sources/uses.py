"""Which rows of the inventory each figure and page is made from: what leads from a chart to its sources, and back.

A selector is ``<kind>:<role>`` or an id, either with * for any part.
"""

from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from types import MappingProxyType
from typing import Final

from model import Baseline
from model.baseline.kept import kept_with_baseline
from model.sources import SourceRow, sources
from model.sources.assumptions import assumptions
from model.sources.row import TABLE

START: Final = ("table:bridge", "table:figure", "input.bridge", "input.embedded_margin")
PLAN: Final = ("table:history_cost", "table:plan*", "input.plan.*", "input.last_year")
BRIDGE: Final = (*START, "table:plan_changes", "input.plan.*", "input.moved", "measure:published")
NEED: Final = (*START, *PLAN, "input.base_year_underspend")
PAYERS: Final = (*START, "key:*", "law:amounts", "law:settings", "register.municipalities")
UNCERTAIN: Final = (*NEED, "range:*", "measure:*")
PROJECTS: Final = ("parameter.projects", "key:*", "register.municipalities")
SETTLED: Final = (*NEED, "parameter:unspent", "parameter.risk_margin")

FIGURES: Final[Mapping[str, tuple[str, ...]]] = {
    "bridge": BRIDGE,
    "plan": PLAN,
    "need": NEED,
    "drivers": (*START, "table:plan_changes", "input.plan.*", "measure:*"),
    "reasons": (*NEED, "parameter:*", "measure:*"),
    "reasons_by_year": (*NEED, "parameter:*", "measure:*"),
    "development": (
        "table:history_*",
        "table:plan",
        "history:amounts",
        "funds:*",
        "law:history",
        "law:whole",
        "index.series.state_expenditure",
        "index.series.tallgrunnlag",
        "statement:scope_break",
    ),
    "track_record": ("table:history_*", "history:amounts", "funds:*", "law:history", "law:whole", "statement:remark"),
    "payer_history": ("law:*", "key:key_of_year", "table:history_payment", "statement:payment_break"),
    "payer_own": PAYERS,
    "payer_regions": PAYERS,
    "payer_neighbours": PAYERS,
    "payer_groups": PAYERS,
    "settled_held": SETTLED,
    "settled_difference": SETTLED,
    "settled_flows": SETTLED,
    "funds_story": ("funds:*", "statement:funds_remark"),
    "unit_costs": ("table:history_cost", "table:lines", "volume:use", "register.municipalities", *START),
    "project_payments": PROJECTS,
    "project_plan": (*NEED, *PROJECTS),
    "project_large": PROJECTS,
    "project_small": PROJECTS,
    "project_equity": PROJECTS,
    "dots": UNCERTAIN,
    "fan": UNCERTAIN,
    "over": UNCERTAIN,
    "uncertain_because": UNCERTAIN,
    "tornado": UNCERTAIN,
    "margin_buys": (*UNCERTAIN, "parameter.risk_margin"),
    "new_baseline": ("table:*", "input:*"),
}
"""Figure → what it is made from; a figure of one solution, scenario or group is called by its kind first."""

PAGES: Final[Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "oversikt": (("bridge", "plan"), ()),
    "fossefall": (("bridge",), ("table:lines", "table:solution_bridge")),
    "fireaarsplan": (("plan", "need", "drivers"), ()),
    "utvikling": (
        ("development", "track_record"),
        ("history:cost_structure", "index:*", "volume:growth"),
    ),
    "hvem_betaler": (
        ("payer_history", "payer_own", "payer_regions", "payer_neighbours", "payer_groups"),
        (
            "beside:*",
            "history:invoice_*",
            "index.series.municipal",
            "law:member_price*",
            "register:*",
        ),
    ),
    "tidligere_aars_midler": (("settled_held", "settled_difference", "settled_flows", "funds_story"), ()),
    "hvorfor": (("reasons", "reasons_by_year"), ()),
    "hva_skal_til": (("need",), ("parameter:*",)),
    "nytt_tiltak": (
        ("project_payments", "project_plan", "project_large", "project_small", "project_equity"),
        ("preset:project",),
    ),
    "usikkerhet": (("dots", "fan", "over", "uncertain_because", "tornado", "margin_buys"), ()),
    "sammenlign": (("bridge", "plan"), ("preset:preset", "parameter.projects")),
    "enhetskostnader": (("unit_costs",), ()),
    "avstemming": ((), ("table:*", "input:*", "funds:*", "law:*", "key:*", "history:*", "statement:text_figure")),
    "nytt_tallgrunnlag": (("new_baseline",), ()),
}
"""Page → its figures, and what its tables and texts beside them are made from."""

OF_FIGURE: Final = "figur."
"""What an address begins with that leads to the rows of a figure, and not to one row."""

OF_ASSUMPTION: Final = "assumption."


def kind_of(figure: str) -> str:
    """The entry of ``FIGURES`` that a drawn figure belongs to: «bridge_helsenorge» and «bridge_0» are bridges."""
    return max((known for known in FIGURES if figure == known or figure.startswith(f"{known}_")), key=len, default="")


@kept_with_baseline
def rows_of_figures(baseline: Baseline) -> Mapping[str, tuple[SourceRow, ...]]:
    """Figure → the rows that it is made from, and nothing for a kind that the baseline has nothing of."""
    return MappingProxyType({name: _selected(chosen, baseline) for name, chosen in FIGURES.items()})


def rows_of(figure: str, baseline: Baseline) -> tuple[SourceRow, ...]:
    """The rows that a drawn figure is made from; of one group of solutions, its own tables before those of all."""
    kind = kind_of(figure)
    rows = rows_of_figures(baseline).get(kind, ())
    group = figure.removeprefix(f"{kind}_")
    if kind != "bridge" or group not in baseline.bridge_groups:
        return rows
    parts = {group, *baseline.bridge_groups[group]}
    own = tuple(row for row in sources(baseline) if row.kind == TABLE and parts & {*row.about})
    return (*own, *(row for row in rows if row not in own and (not row.about or parts & {*row.about})))


def pages_of(row: SourceRow) -> tuple[str, ...]:
    """The pages that use a row, by name, in the order of the menu."""
    return tuple(
        name for name, chosen in _of_pages() if name in row.pages or any(_is_meant(row, each) for each in chosen)
    )


def is_address(text: str, baseline: Baseline) -> bool:
    """Whether an address leads to a row, to an assumption, or to the rows of a figure."""
    if text.startswith(OF_FIGURE):
        return bool(rows_of(text.removeprefix(OF_FIGURE), baseline))
    if text.startswith(OF_ASSUMPTION):
        return text.removeprefix(OF_ASSUMPTION) in assumptions()
    return any(row.id == text for row in sources(baseline))


def _of_pages() -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, (figures, beside) in PAGES.items():
        yield name, tuple(each for figure in figures for each in FIGURES[figure]) + beside


def _selected(chosen: tuple[str, ...], baseline: Baseline) -> tuple[SourceRow, ...]:
    return tuple(row for row in sources(baseline) if any(_is_meant(row, each) for each in chosen))


def _is_meant(row: SourceRow, selector: str) -> bool:
    return fnmatchcase(f"{row.kind}:{row.role}" if ":" in selector else row.id, selector)
