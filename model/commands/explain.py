"""``explain``: the calculation behind a figure, as a tree in JSON."""

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from model.answers.own_data import OwnData
from model.answers.quantities import FINANCING_NEED
from model.commands.arguments import add_own_data, add_scenario, baseline_of, own_data_of
from model.scenario.scenario import Scenario
from model.scenario.scenario_files import scenarios_of

if TYPE_CHECKING:
    from model.explaining.node import Node

HELP: Final = "the calculation behind a figure, as a tree down to printed cells, levers and constants"


def add_arguments(command: ArgumentParser) -> None:
    """What the command takes."""
    add_scenario(command)
    command.add_argument(
        "--quantity",
        default=FINANCING_NEED,
        metavar="NAME",
        help="a component of the bridge, returned, unspent, shortfall, state or level; or what is paid by a payer "
        f"group, an RHF, by its name, or a municipality, by its number (default {FINANCING_NEED})",
    )
    command.add_argument("--year", required=True, type=int, help="the year of the figure")
    command.add_argument(
        "--solution", default="sum", metavar="NAME", help="a solution or a group of solutions (default: all of them)"
    )
    add_own_data(command)
    command.add_argument("--output", metavar="FILE", help="where the tree goes; standard output otherwise")


def parts(options: Namespace) -> Iterable[bytes]:
    """The tree of the scenario, or one on each line for a batch. Raises ModelError."""
    scenarios, is_batch = scenarios_of(options.scenario, options.set, baseline_of(options))
    own = own_data_of(options)
    first = _tree(options, scenarios[0], own)  # what does not exist is refused before anything is written
    if not is_batch:
        return [f"{json.dumps(first, ensure_ascii=False, indent=1)}\n".encode()]
    return _lines(options, scenarios, own)


def _lines(options: Namespace, scenarios: Iterable[Scenario], own: OwnData) -> Iterator[bytes]:
    for number, scenario in enumerate(scenarios):
        line = {"scenario": number, **_tree(options, scenario, own)}
        yield f"{json.dumps(line, ensure_ascii=False)}\n".encode()


def _tree(options: Namespace, scenario: Scenario, own: OwnData) -> dict[str, Any]:
    from model.explaining.explain import explain  # here, for the other commands do without

    return as_mapping(explain(scenario, options.quantity, options.year, options.solution, own))


def as_mapping(node: "Node") -> dict[str, Any]:
    """A node with those below it, as JSON takes them; what it is not of, and has not, is left out.

    A cell has document, table, row, column and printed; a lever its path; every leaf what else is known of its source.
    """
    found: dict[str, Any] = {"name": node.name, "value": node.value, "unit": node.unit, "op": node.op}
    about = {"year": node.year, "solution": node.solution, "payer": node.payer, "address": node.address}
    found |= {name: value for name, value in about.items() if value}
    if node.source is None:
        return found | {"terms": [as_mapping(term) for term in node.terms]}
    at = asdict(node.source)
    always = {"cell": ("document", "table", "row", "column", "printed"), "lever": ("path",)}.get(node.op, ())
    at |= {"path": node.name} if node.op == "lever" else {}
    return found | {name: value for name, value in at.items() if value or name in always}
