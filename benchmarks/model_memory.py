"""Prints the memory a run needs beyond its levers and its result: python -m benchmarks.model_memory SIZE.

As a share of the result's size, from the highest resident size the system saw; Linux only.
"""

import re
import sys
from pathlib import Path

from benchmarks.model_speed import columns, totals

PROCESS = Path("/proc/self")


def resident(field: str) -> int:
    """Bytes in memory: ``VmRSS`` now, ``VmHWM`` at the highest."""
    line = re.search(rf"{field}:\s+(\d+) kB", (PROCESS / "status").read_text(encoding="utf-8"))
    return 1024 * int(line[1]) if line else 0


def share(size: int) -> float:
    """What is needed beyond levers and result, as a share of the result."""
    levers = columns(size)
    totals(columns(10))
    (PROCESS / "clear_refs").write_text("5", encoding="utf-8")  # the highest counts from here
    before = resident("VmRSS")
    result = totals(levers)
    own = result.cost_level.nbytes + result.financing_need.nbytes
    return (resident("VmHWM") - before - own) / own


if __name__ == "__main__":
    print(share(int(sys.argv[1])))
