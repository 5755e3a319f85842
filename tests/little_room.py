"""Files read by a process that the system kills when it takes much more memory than reading the first of them."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

SECONDS = 180
ROOM = 160_000_000
"""Bytes that reading any one file may take on top of the program that reads it."""

PROGRAM = """
import resource, sys
{answer_of}
room, *files = sys.argv[1:]
for number, file in enumerate(files):
    print(file, flush=True)
    print(answer_of(file), flush=True)
    if number == 0:
        pages = int(open("/proc/self/statm").read().split()[0])
        limit = pages * resource.getpagesize() + int(room)
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
"""
"""Names each file before it is read: what was named last is what the process died of."""

where_there_is_a_limit = pytest.mark.skipif(
    not Path("/proc/self/statm").exists(), reason="the limit is set by what Linux tells"
)


def answers(answer_of: str, files: Sequence[Path]) -> dict[str, str]:
    """Name of a file → what ``answer_of``, a function given as its source, says of it; the first may take any room."""
    call = [sys.executable, "-c", PROGRAM.format(answer_of=answer_of), str(ROOM), *map(str, files)]
    root = Path(__file__).parents[1]
    answer = subprocess.run(call, cwd=root, capture_output=True, text=True, timeout=SECONDS, check=False)
    lines = answer.stdout.splitlines()
    assert answer.returncode == 0, (lines[-1:], answer.stderr[-600:])
    return {Path(file).name: said for file, said in zip(lines[::2], lines[1::2], strict=True)}
