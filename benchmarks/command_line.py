"""The command line against the start of Python with its libraries: python -m benchmarks.command_line [--rounds 5]."""

import subprocess
import sys
from time import perf_counter

from benchmarks.rounds import arguments, interleaved, table
from tests.browser.serving import ROOT

IMPORTS = "import numpy, pandas, pyarrow"
COMMANDS = {
    "python -m model run": [sys.executable, "-m", "model", "run"],
    f'python -c "{IMPORTS}"': [sys.executable, "-c", IMPORTS],
}


def milliseconds(command: list[str]) -> float:
    """From start to end of a command that must succeed."""
    start = perf_counter()
    subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
    return 1000 * (perf_counter() - start)


def measure(rounds: int) -> str:
    """The table; each command runs once before anything is timed."""
    for command in COMMANDS.values():
        milliseconds(command)
    turns = {name: lambda command=command: milliseconds(command) for name, command in COMMANDS.items()}  # type: ignore[misc]
    return table("command", interleaved(turns, rounds), base=list(COMMANDS)[1])


if __name__ == "__main__":
    print(measure(arguments(__doc__).rounds))
