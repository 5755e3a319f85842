"""Every figure of this tree beside another version's, over thousands of random scenarios.

Both run as a user runs them, on the command line, so that the inside may be anything:
python -m benchmarks.compare_with 0.5.0 [--scenarios 10000] [--exports 30] [--seed 1]. Exit code 1 where figures differ.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO, StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import numpy as np
import pandas as pd

from benchmarks.compared_tables import Report
from benchmarks.drawn_scenarios import drawn, fields, read_by_both, schema_of
from benchmarks.two_versions import REFUSED, ROOT, CannotCompare, Versions, worktree

REPORT: Final = ROOT / "build" / "compare_with.md"
CHUNK: Final = 1000
"""Scenarios run and compared at a time, so that memory does not grow with their number."""

PARTS: Final = {"run": "component", "payers": "payer_group", "attribute": "lever", "solve": "lever"}
"""Command → the column that says what a figure belongs to."""

COMMANDS: Final = (("run",), ("payers",), ("attribute",), ("attribute", "--unfold", "measures"))
SOLVED: Final = (("risk_margin", 2, "financing_need"), ("extra_volume", 1, "cost_level"))
"""Lever, years after the plan's first, and quantity of what is asked backwards."""

Drawn = dict[str, Any]
Asked = tuple[str, int, str]
Ends = tuple[float, float]

CREATED: Final = datetime.now(UTC).isoformat(timespec="minutes")
PLAIN: Final = ("--format", "csv_plain")
KNOWN: Final = "known are "
"""After these words of a refusal stand the tables that there are."""


def compare(versions: Versions, scenarios: int, exported: int, seed: int) -> Report:
    """Holds the new version against the old. Raises CannotCompare."""
    schemas = schema_of(versions.old), schema_of(versions.new)
    schema = read_by_both(*schemas)
    if schema is None:
        raise CannotCompare("The two versions have no scenario in common.")
    alone = fields(schemas[0]) ^ fields(schemas[1])
    print(f"Fields that only one of the two reads, left out: {', '.join(sorted(alone)) or 'none'}.", flush=True)
    listed = drawn(schema, scenarios, seed)
    report = Report(len(listed))
    for start in range(0, len(listed), CHUNK):
        _commands(versions, report, listed[start : start + CHUNK], start)
        print(f"{min(start + CHUNK, len(listed))} of {len(listed)} scenarios", flush=True)
    first_year = schema["properties"]["first_year"]["minimum"]
    for name, later, quantity in SOLVED:
        lever, asked = schema["properties"][name], (name, first_year + later, quantity)
        _solved(versions, report, listed[:CHUNK], (lever["minimum"], lever["maximum"]), asked)
    _exports(versions, report, listed[:exported])
    return report


def _commands(versions: Versions, report: Report, scenarios: Sequence[Drawn], start: int) -> None:
    batch = written(versions.folder / "batch.jsonl", scenarios)
    for command in COMMANDS:
        tables = [
            table(each, range(start, start + len(scenarios)))
            for each in versions.both("model", [*command, *batch], "parquet")
        ]
        report.take(" ".join(command), *tables, PARTS[command[0]])


def _solved(versions: Versions, report: Report, scenarios: Sequence[Drawn], ends: Ends, asked: Asked) -> None:
    """One target for all scenarios that the old version can bring to it by the lever, whose range is ``ends``."""
    lever, year, quantity = asked
    reached = pd.concat([_reached(versions, scenarios, asked, end) for end in ends], axis=1)
    low, high = reached.min(axis=1), reached.max(axis=1)
    target = round(float(((low + high) / 2).median()), 1)
    able = [int(at) for at in low.index[(low < target) & (target < high)]]
    if not able:
        raise CannotCompare(f"No scenario reaches one {quantity} by {lever}; draw more of them.")
    batch = written(versions.folder / "batch.jsonl", [scenarios[at] for at in able])
    options = ["--lever", lever, "--target", str(target), "--year", str(year), "--quantity", quantity]
    tables = [table(each, able) for each in versions.both("model", ["solve", *options, *batch], "parquet")]
    report.take(f"solve --lever {lever} --quantity {quantity}", *tables, PARTS["solve"])


def _reached(versions: Versions, scenarios: Sequence[Drawn], asked: Asked, end: float) -> "pd.Series[float]":
    """What the old version's quantity becomes in each scenario at one end of the lever."""
    lever, year, quantity = asked
    batch = written(versions.folder / "batch.jsonl", scenarios)
    rows, _ = versions.both("model", ["run", *batch, "--set", f"{lever}={end}"], "parquet")
    old = table(rows, range(len(scenarios)))
    if isinstance(old, str):
        raise CannotCompare(f"The old version refuses {lever}={end}: {old}")
    return old[(old["year"] == year) & (old["component"] == quantity)].groupby("scenario")["amount_mnok"].sum()


def _exports(versions: Versions, report: Report, scenarios: Sequence[Drawn]) -> None:
    """The tables to take along that both versions have."""
    if not scenarios:
        return
    known = [table_names(words) for words in versions.both("exports", ["data", *PLAIN, "--table", "?"], "csv")]
    print(f"Tables that only one of the two has, left out: {', '.join(known[0] ^ known[1]) or 'none'}.", flush=True)
    for number, scenario in enumerate(scenarios):
        file = versions.folder / "scenario.json"
        file.write_text(json.dumps(scenario), encoding="utf-8")
        for name in sorted(known[0] & known[1]):
            asked = ["data", *PLAIN, "--table", name, "--scenario", str(file), "--created", CREATED]
            tables = [plain_table(each, number) for each in versions.both("exports", asked, "csv")]
            report.take(f"exports data, {name}", *tables)


def table(content: bytes | str, numbers: Sequence[int]) -> pd.DataFrame | str:
    """A batch's rows; ``numbers``: which of all the scenarios those of the batch are."""
    if isinstance(content, str):
        return content
    read = pd.read_parquet(BytesIO(content))
    return read.assign(scenario=np.asarray(numbers)[read["scenario"]])


def plain_table(content: bytes | str, number: int) -> pd.DataFrame | str:
    """A table to take along, with the scenario's number in place of its id."""
    if isinstance(content, str):
        return content
    read = pd.read_csv(StringIO(content.decode("utf-8"))).drop(columns="scenario")
    read.insert(0, "scenario", number)
    return read


def table_names(refusal: bytes | str) -> set[str]:
    """The tables that a refusal of «?» names."""
    words = str(refusal).partition(KNOWN)[2]
    if not words:
        raise CannotCompare(f"A version does not say which tables it has: {refusal!r}")
    return {name for name in words.rstrip(".").split(", ") if name.isidentifier()}  # a long refusal is cut off


def written(file: Path, scenarios: Sequence[Drawn]) -> list[str]:
    """The arguments that read the scenarios as a batch, in Parquet."""
    file.write_text("".join(f"{json.dumps(each)}\n" for each in scenarios), encoding="utf-8")
    return ["--scenario", str(file), "--format", "parquet"]


def main(argv: Sequence[str]) -> int:
    """Compares and tells: 0 where every figure is the same, 1 where some differ, 2 where they cannot be compared."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("revision")
    for name, default in {"scenarios": 10_000, "exports": 30, "seed": 1}.items():
        parser.add_argument(f"--{name}", type=int, default=default)
    options = parser.parse_args(argv)
    try:
        with worktree(options.revision) as old, TemporaryDirectory() as folder:
            report = compare(Versions(old, ROOT, Path(folder)), options.scenarios, options.exports, options.seed)
    except CannotCompare as error:
        print(error, file=sys.stderr)
        return REFUSED
    changed = "\n".join(["### Figures that changed", *report.changelog()])
    report_text = "\n".join([*report.lines(), "", changed])
    print(f"\n{report_text}")
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(report_text + "\n", encoding="utf-8")
    return 0 if report.same else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
