"""The order of the model's equations is known by one module, and only what loads data remembers anything."""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FrameType, FunctionType
from typing import Any

import pytest

from model import Scenario, run
from model.equations import bridges, cells, formulas, law_moves, levers, returned, steps, timing
from tests.baselines import PLAN_YEARS

ROOT = Path(__file__).parents[1]
ROOMS = ("model", "charts", "exports", "pages")
EQUATIONS = ROOT / "model" / "equations"
STEPS = {
    module.__name__.rpartition(".")[2] for module in (bridges, cells, formulas, law_moves, levers, returned, timing)
}
"""The modules with the equations themselves."""

FORMULAS = {module.__name__.rpartition(".")[2]: module for module in (formulas, law_moves)}
"""Those of them that know nothing of the others: what a step is made of."""

RECORDS = {"LawStart", "Place", "Levers", "Planned", "Multipliers", "Term", "Timing", "price_index"}
"""What one step hands to the next; and the index, for a result can be asked for it."""

NUMBERED = re.compile(r"equations? (\d)(?: (?:to|and) (\d))?")


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def taken(path: Path) -> set[tuple[str, str]]:
    """Module and name of each step that a file imports, beside the records."""
    found = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("model.equations"):
            module = str(node.module).removeprefix("model.equations").lstrip(".")
            found |= {(module or alias.name, alias.name) for alias in node.names}
        elif isinstance(node, ast.Import):
            names = (alias.name for alias in node.names)
            found |= {(name.rpartition(".")[2], "") for name in names if name.startswith("model.equations.")}
    return {(module, name) for module, name in found if module in STEPS and name not in RECORDS}


def test_only_one_module_knows_more_than_one_step() -> None:
    """The others have formulas at most, and no formula is had by two: nothing else can put them one after another."""
    known = {path: taken(path) for room in ROOMS for path in (ROOT / room).rglob("*.py")}
    order = known.pop(EQUATIONS / "steps.py")
    assert {module for module, _ in order} == {"cells", "formulas", "returned", "bridges"}
    assert not {path for path, steps_known in known.items() if steps_known and path.parent != EQUATIONS}
    assert {module for steps_known in known.values() for module, _ in steps_known} == FORMULAS.keys()
    had = [name for steps_known in (order, *known.values()) for module, name in steps_known if module in FORMULAS]
    functions = [
        each for module in FORMULAS.values() for each in vars(module).values() if isinstance(each, FunctionType)
    ]
    assert sorted(had) == sorted(each.__name__ for each in functions if is_public(each))


def is_public(function: FunctionType) -> bool:
    return function.__name__ not in RECORDS and not function.__name__.startswith("_")


def steps_taken(last_year: int) -> list[int]:
    """The numbers of the equations in the order in which a run applies them; of several at once the last."""
    found: list[int] = []

    def note(frame: FrameType, event: str, _: Any) -> None:
        called_by = frame.f_back.f_code if frame.f_back else None
        if event == "call" and called_by is steps._write_block.__code__:
            says = str(frame.f_code.co_consts[:1]).partition("\\n")[0]  # the first line of its docstring
            if match := NUMBERED.search(says):
                found.append(int(match[2] or match[1]))

    sys.setprofile(note)
    try:
        run(Scenario(), last_year)
    finally:
        sys.setprofile(None)
    return found


@pytest.mark.parametrize("years", [1, 2])
def test_a_year_goes_through_the_equations_in_their_order(years: int) -> None:
    """Levers, with equations 5 and 6, are the same in every year and are made before the first."""
    assert steps_taken(PLAN_YEARS[0] + years - 1) == [1, 3, 4, 7, 8] * years


def test_every_equation_of_the_contract_is_somewhere_in_the_code() -> None:
    contract = (ROOT / "docs" / "model.md").read_text(encoding="utf-8")
    equations = contract.partition("## Equations")[2].partition("## The bridge")[0]
    numbers = set(re.findall(r"^(\d)\. ", equations, re.MULTILINE))
    code = "".join(path.read_text(encoding="utf-8") for path in EQUATIONS.glob("*.py"))
    named = NUMBERED.findall(code)
    said = {str(number) for first, last in named for number in range(int(first), int(last or first) + 1)}
    assert len(numbers) == 8 and numbers == said


COMPUTES = {"run", "answer", "attribute", "solve", "Batch", "Answer"}
REMEMBERS = frozenset({"cache", "lru_cache", "cached_property"})
READERS = {"table_rows", "toml_table", "entries", "_read"}
"""What opens a file, all of it in model/reading."""

SAID_BY = {"language", "name", "path", "baseline"}
"""What a loader may be asked with: which of the things in its files, and the baseline that they stand beside."""

KEPT = "kept_with_baseline"
"""What remembers something of a baseline, in the baseline itself."""

MADE_ONCE = dict.fromkeys(
    ("model/answers/answer.py", "model/uncertainty/how_sure.py"),
    "parts of a value that are made when they are first asked for, and go with it",
)
"""Where something else is remembered, each with its reason."""


def remembered(by: frozenset[str] = REMEMBERS) -> Iterator[tuple[str, ast.FunctionDef]]:
    """File and definition of everything in the model that is remembered."""
    for path in sorted((ROOT / "model").rglob("*.py")):
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.FunctionDef) and any(by & words(each) for each in node.decorator_list):
                yield str(path.relative_to(ROOT)), node


def words(node: ast.AST) -> set[str]:
    """Every name in a piece of code."""
    names = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
    return names | {each.attr for each in ast.walk(node) if isinstance(each, ast.Attribute)}


def loaders() -> set[str]:
    """The functions of the model that open a file, by themselves or through others."""
    bodies = (tree_of(path).body for path in (ROOT / "model").rglob("*.py"))
    defined = [node for body in bodies for node in body if isinstance(node, ast.FunctionDef)]
    known, before = set(READERS), set[str]()
    while known != before:
        before = set(known)
        known |= {node.name for node in defined if known & words(node)}
    return known


def test_only_what_loads_data_remembers_anything() -> None:
    """It is asked with no more than what it loads: no scenario, batch, result or answer; nor does it make one."""
    load, found = loaders(), [(file, node) for file, node in remembered() if file not in MADE_ONCE]
    assert len(found) > 20
    assert not [(file, node.name) for file, node in found if node.name not in load or COMPUTES & words(node)]
    asked = {
        (file, argument.arg)
        for file, node in found
        for argument in ast.walk(node.args)
        if isinstance(argument, ast.arg)
    }
    assert {name for _, name in asked} <= SAID_BY
    assert {file for file, _ in remembered()} >= MADE_ONCE.keys()


def test_what_is_kept_with_a_baseline_is_of_it_alone() -> None:
    found = list(remembered(frozenset({KEPT})))
    assert len(found) > 5
    for file, node in found:
        assert [argument.arg for argument in ast.walk(node.args) if isinstance(argument, ast.arg)] == ["baseline"], file
        assert not COMPUTES & words(node), (file, node.name)


def test_the_model_has_no_other_place_to_remember_in() -> None:
    """No dict, list or set of a module that grows, and no name that a function sets outside itself."""
    for path in sorted((ROOT / "model").rglob("*.py")):
        tree = tree_of(path)
        assert not any(isinstance(node, ast.Global | ast.Nonlocal) for node in ast.walk(tree)), path
        values = (node.value for node in tree.body if isinstance(node, ast.Assign | ast.AnnAssign))
        assert not [
            value for value in values if isinstance(value, ast.Dict | ast.List | ast.Set) and is_empty(value)
        ], path


def is_empty(value: ast.expr) -> bool:
    return not list(ast.iter_child_nodes(value))[:1]
