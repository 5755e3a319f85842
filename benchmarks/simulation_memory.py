"""Prints the memory of a process that simulates, bytes at the highest: python -m benchmarks.simulation_memory DRAWS.

As the system saw it, the interpreter and every import included; Linux only.
"""

import sys

from benchmarks.model_memory import resident
from benchmarks.simulation import TWELVE, simulated

if __name__ == "__main__":
    simulated(TWELVE, int(sys.argv[1]))
    print(resident("VmHWM"))
