"""An invented tallgrunnlag whose every printed figure agrees with all others: a table of each role, to be altered."""

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from model.baseline.axes import PUBLISHED_STEPS
from model.reading.sheets import Sheet, Sheets
from tests.baselines import SHEETS, Rows, with_facts

GROUP: Final = ("helsenettet_inkl_vkp", ("vkp", "helsenettet_eksterne", "helsenettet_felles"))
BASE, FIRST, LAST = 2025, 2026, 2029
LEVEL, RETURNED, NEED = "cost_level", "returned_funds", "financing_need"
BRIDGE_HEAD: Final = ("available", *PUBLISHED_STEPS, LEVEL, RETURNED, NEED)
TENTH: Final = Decimal("0.1")

Amounts = dict[str, Decimal]


def consistent_sheets() -> Sheets:
    """Its sheets, those of the present bridge and plan with every table made from them."""
    kept = {name: SHEETS[name] for name in ("baseline", "bridge", "plan", "groups")}
    bridge = {solution: _bridge(cells) for solution, cells in SHEETS["bridge"].rows.items()}
    whole = _summed(bridge.values())
    tables: dict[str, tuple[str, str, Rows]] = {
        "tabell_1": ("history_cost", "", _history(bridge, whole, LEVEL)),
        "tabell_2": ("history_payment", "", _history(bridge, whole, NEED)),
        "tabell_8": ("bridge", "sum", _with_percent({**bridge, "sum": whole}, "sum")),
        "figur_1": ("figure", "sum", _with_percent({"sum": whole}, "sum")),
        "tabell_15": ("plan", "", _plan(bridge)),
    }
    for number, solution in enumerate(bridge, 30):
        tables[f"tabell_{number}"] = (
            "solution_bridge",
            solution,
            _with_percent({solution: bridge[solution]}, solution),
        )
    group, parts = GROUP
    rows = {part: bridge[part] for part in parts} | {group: _summed(bridge[part] for part in parts)}
    tables["tabell_13"] = ("solution_bridge", group, _with_percent(rows, group))
    for number, solution in enumerate((each for each in bridge if each != "helsenettet_felles"), 40):
        tables[f"tabell_{number}"] = ("plan_changes", solution, _changes(solution, bridge[solution]))
    listed = {
        name: {"role": role, "label": name.replace("t", "T", 1).replace("_", " "), "about": about}
        for name, (role, about, _) in tables.items()
    }
    made = {name: _sheet(name, rows) for name, (_, _, rows) in tables.items()}
    lines = {"tabell_30_lines": {"role": "lines", "label": "Tabell 30", "about": "helsenorge"}}
    made["tabell_30_lines"] = _sheet("tabell_30_lines", _lines(bridge["helsenorge"]))
    return {**with_facts(kept, {"id": "oppdiktet-riktig"}), "tables": _sheet("tables", listed | lines), **made}


def _sheet(name: str, rows: Rows) -> Sheet:
    columns = tuple(dict.fromkeys(column for cells in rows.values() for column in cells))
    return Sheet(name, columns, {row: dict.fromkeys(columns, "") | cells for row, cells in rows.items()})


def _bridge(cells: Mapping[str, str]) -> Amounts:
    """A solution's bridge into the first year, worked out."""
    made = {column: Decimal(cells[column] or 0) for column in ("available", *PUBLISHED_STEPS, RETURNED)}
    made[LEVEL] = sum(made[column] for column in ("available", *PUBLISHED_STEPS))
    made[NEED] = made[LEVEL] + made[RETURNED]
    return {column: made[column] for column in BRIDGE_HEAD}


def _summed(several: Iterable[Amounts]) -> Amounts:
    found = list(several)
    return {column: sum((each[column] for each in found), Decimal(0)) for column in BRIDGE_HEAD}


def _printed(amounts: Mapping[str, Decimal]) -> dict[str, str]:
    return {column: f"{amount:.1f}" for column, amount in amounts.items()}


def _with_percent(rows: Mapping[str, Amounts], line: str) -> Rows:
    """The rows and their percentages, those of a line of what it has available."""
    base, amounts = rows[line]["available"], rows[line]
    parts = {column: amounts[column] for column in (*PUBLISHED_STEPS, RETURNED)}
    parts |= {column: amounts[column] - base for column in (LEVEL, NEED)}
    percent = {column: _percent(parts[column], base) for column in BRIDGE_HEAD if column in parts}
    return {row: _printed(each) for row, each in rows.items()} | {"percent": {"available": ""} | percent}


def _percent(part: Decimal, base: Decimal) -> str:
    return f"{(100 * part / base).quantize(TENTH, ROUND_HALF_UP)}"


def _history(bridge: Mapping[str, Amounts], whole: Amounts, first: str) -> Rows:
    rows = {**bridge, "sum": whole}
    return {row: _printed({str(BASE): each["available"], str(FIRST): each[first]}) for row, each in rows.items()}


def _step(solution: str, step: str, year: int) -> Decimal:
    """What changes in a year of the plan after the first."""
    return Decimal(SHEETS["plan"].rows[f"{solution}.{step}"][str(year)] or 0)


def _levels(solution: str, bridge: Amounts) -> dict[int, Decimal]:
    """The level of the base year and of every year until the one after the last column."""
    levels = {BASE: bridge["available"], FIRST: bridge[LEVEL]}
    for year in range(FIRST + 1, LAST + 2):
        levels[year] = levels[year - 1] + sum(_step(solution, step, year) for step in PUBLISHED_STEPS)
    return levels


def _plan(bridge: Mapping[str, Amounts]) -> Rows:
    levels = {solution: _levels(solution, each) for solution, each in bridge.items()}
    years = range(BASE, LAST + 1)
    rows = {solution: {str(year): each[year] for year in years} for solution, each in levels.items()}
    rows["sum"] = {str(year): sum((each[year] for each in levels.values()), Decimal(0)) for year in years}
    return {row: _printed(each) for row, each in rows.items()}


def _changes(solution: str, bridge: Amounts) -> Rows:
    """The plan of one solution: what stands in a year's column takes effect in the year after."""
    levels, rows = _levels(solution, bridge), {}
    for year in range(FIRST, LAST + 1):
        steps = {step: _step(solution, step, year + 1) for step in PUBLISHED_STEPS if step != "changed_financing"}
        change = sum(steps.values(), Decimal(0))
        column = {LEVEL: levels[year], **steps, "change": change, "next_cost_level": levels[year + 1]}
        for row, text in (_printed(column) | {"percent_change": _percent(change, levels[year])}).items():
            rows.setdefault(row, {})[str(year)] = text
    return rows


def _lines(bridge: Amounts) -> Rows:
    """Helsenorge's bridge in two lines and a subtotal of them."""
    part = {column: Decimal(0) for column in BRIDGE_HEAD} | {
        "available": Decimal("100.0"),
        "investment": Decimal("3.1"),
    }
    part |= {LEVEL: Decimal("103.1"), NEED: Decimal("103.1")}
    rest = {column: bridge[column] - part[column] for column in BRIDGE_HEAD}
    named = {"Drift": ("line", part), "Utvikling": ("line", rest), "Delsum": ("subtotal", bridge)}
    return {
        f"helsenorge.{number}": {"solution": "helsenorge", "line": name, "kind": kind} | _printed(amounts)
        for number, (name, (kind, amounts)) in enumerate(named.items(), 1)
    }
