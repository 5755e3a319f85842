"""Small changes to the equations, one at a time, each of which a test must notice: `make mutants`.

Prints for each module how many of its mutants some test killed, and every survivor with its place and its change. Which
modules and which tests: `[tool.mutmut]` in pyproject.toml. A mutant that gives the same figures is written down with
its reason in tests/mutants.toml and not counted. Fails where another survives, or one that is written down does not.
"""

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
KILLED = ("killed", "timeout")
"""What mutmut calls a mutant that a test noticed, and one that takes 15 times as long as the tests without it."""


@dataclass(frozen=True)
class Mutant:
    """A changed function. path: its file. function: its name, ``Class.name`` for a method. status: mutmut's word."""

    name: str
    path: str
    function: str
    status: str


@dataclass(frozen=True)
class Change:
    """What a mutant changes. line: its place in the file. was, becomes: the changed lines, without indentation."""

    line: int
    was: str
    becomes: str


@dataclass(frozen=True)
class Equivalent:
    """Mutants that give the same figures: a piece of a line, in one function of a file, that becomes another."""

    where: str
    was: str
    becomes: str

    def is_of(self, mutant: Mutant, change: Change) -> bool:
        place = f"{mutant.path}: {mutant.function}"
        return place == self.where and change.was.replace(self.was, self.becomes) == change.becomes


def main() -> int:
    os.nice(10)
    shutil.rmtree(ROOT / "mutants", ignore_errors=True)  # mutmut keeps a verdict though the tests have changed
    run = subprocess.run(
        mutmut("run", "--max-children", "1"), check=False, cwd=ROOT, capture_output=not sys.stdout.isatty()
    )
    if run.returncode:
        print((run.stdout or b"").decode(), (run.stderr or b"").decode(), sep="\n")
        return run.returncode
    mutants, written_down = tested(), equivalents()
    survivors = {mutant: change_of(mutant) for mutant in mutants if mutant.status not in KILLED}
    alike = {
        mutant: [known for known in written_down if known.is_of(mutant, change)] for mutant, change in survivors.items()
    }
    print_scores(mutants, {mutant for mutant, found in alike.items() if found})
    unknown = [mutant for mutant, found in alike.items() if not found]
    for mutant in unknown:
        change = survivors[mutant]
        print(f"\n{mutant.path}:{change.line} {mutant.status}\n- {change.was}\n+ {change.becomes}")
    idle = set(written_down).difference(*alike.values())
    for known in idle:
        print(f"\nIn tests/mutants.toml, but none survives: {known.where}: {known.was!r} becomes {known.becomes!r}")
    return int(bool(unknown or idle))


def mutmut(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "mutmut", *arguments]


def said(*arguments: str) -> list[str]:
    """The lines of an answer of mutmut's."""
    answer = subprocess.run(mutmut(*arguments), cwd=ROOT, capture_output=True, text=True, check=True)
    return answer.stdout.splitlines()


def tested() -> list[Mutant]:
    """Every mutant; mutmut calls them ``model.room.module.x_function__mutmut_3``, a method's ``xǁClassǁfunction``."""
    found = []
    for line in said("results", "--all", "true"):
        name, status = line.strip().split(": ")
        module, _, changed = name.rpartition(".")
        function = re.sub(r"^x_|^xǁ|__mutmut_\d+$", "", changed).replace("ǁ", ".")
        found.append(Mutant(name, module.replace(".", "/") + ".py", function, status))
    return found


def change_of(mutant: Mutant) -> Change:
    """What a mutant changes, from the difference that mutmut shows, in which a function begins on line 1."""
    difference = [line for line in said("show", mutant.name) if not line.startswith(("#", "---", "+++"))]
    first = next(number for number, line in enumerate(difference) if line.startswith("-"))
    was, becomes = ([line[1:].strip() for line in difference if line.startswith(sign)] for sign in "-+")
    start = re.match(r"@@ -(\d+)", difference[0])
    offset = int(start[1]) - 1 if start else 0
    return Change(first_line(mutant) + offset + first - 1, " ".join(was), " ".join(becomes))


def first_line(mutant: Mutant) -> int:
    """Where the mutant's function begins in its file, with its decorators."""
    body: Sequence[ast.stmt] = ast.parse((ROOT / mutant.path).read_text(encoding="utf-8")).body
    line = 0
    for name in mutant.function.split("."):
        (node,) = (each for each in body if isinstance(each, ast.FunctionDef | ast.ClassDef) and each.name == name)
        line, body = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)]), node.body
    return line


def equivalents() -> list[Equivalent]:
    """What tests/mutants.toml writes down."""
    entries = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))["equivalent"]
    return [
        Equivalent(where, entry["was"], becomes)
        for entry in entries
        for where in entry["where"]
        for becomes in entry["becomes"]
    ]


def print_scores(mutants: Sequence[Mutant], equivalent: set[Mutant]) -> None:
    """A line for each module and one for all; by time: killed for being slow; score: killed of those not equivalent."""
    paths = list(dict.fromkeys(mutant.path for mutant in mutants))
    print(f"{'':32}{'mutants':>9}{'killed':>9}{'by time':>9}{'equivalent':>12}{'score':>10}")
    for title, members in [*((path, [path]) for path in paths), ("all", paths)]:
        of_module = [mutant for mutant in mutants if mutant.path in members]
        killed = sum(mutant.status in KILLED for mutant in of_module)
        slow = sum(mutant.status == "timeout" for mutant in of_module)
        alike = sum(mutant in equivalent for mutant in of_module)
        score = 100 * killed / (len(of_module) - alike)
        print(f"{title:32}{len(of_module):9}{killed:9}{slow:9}{alike:12}{score:9.1f} %")


if __name__ == "__main__":
    sys.exit(main())
