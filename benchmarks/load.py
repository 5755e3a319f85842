"""Many people at once on a server that has been in use: visits first, then one person's lever, then everybody's.

python -m benchmarks.load [--rounds 3] [--visits 120] [--people 40] [--seconds 10]
"""

import asyncio
import os
import time
from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from benchmarks.rounds import arguments, interleaved, spread
from benchmarks.visitor import Visitor
from tests.browser.serving import app_process

CONTESTANTS: Mapping[str, Mapping[str, str]] = {
    "ours": {},
    "with Streamlit's collection after every run": {"STREAMLIT_RUNNER_POST_SCRIPT_GC": "true"},
}
"""Name → what its server's environment adds."""

MOVES = 20  # of the person who is alone
AT_ONCE = 8  # visits that are open together while the server ages


@dataclass(frozen=True)
class Measured:
    """Milliseconds from a move to the end of its answer, and the server's memory in MB, fresh and at the end.

    processor: what an answer takes of the server's processor with everybody there, which others on the machine change
    least.
    """

    fresh: float
    aged: float
    middle: float
    slow: float
    processor: float
    memory_before: float
    memory_after: float


def visited(environment: Mapping[str, str], visits: int, people: int, seconds: int) -> Measured:
    """What a server of its own gave: fresh, after so many visits, and with so many people at one change a second."""
    with app_process(environment=dict(environment)) as (address, process):
        fresh = asyncio.run(alone(address))
        before = memory_mb(process)
        asyncio.run(aged(address, visits))
        old = asyncio.run(alone(address))
        milliseconds, used = asyncio.run(together(address, people, seconds, process))
        cuts = quantiles(milliseconds, n=20)
        return Measured(fresh, old, cuts[9], cuts[18], used / len(milliseconds), before, memory_mb(process))


async def alone(address: str) -> float:
    """The median of one person's moves, the first not counted."""
    async with Visitor.open(address) as visitor:
        milliseconds = [await visitor.move() for _ in range(MOVES + 2)]
    return 1000 * median(milliseconds[2:])


async def aged(address: str, visits: int) -> None:
    """So many visits that come, move a lever twice and go, a few at a time."""
    free = asyncio.Semaphore(AT_ONCE)

    async def visit() -> None:
        async with free, Visitor.open(address) as visitor:
            for _ in range(2):
                await visitor.move()

    await asyncio.gather(*(visit() for _ in range(visits)))


async def together(address: str, people: int, seconds: int, process: int) -> tuple[list[float], float]:
    """Every person's milliseconds from when a change was due, each second one, to the end of its answer.

    A change that has to wait for the one before it is late already, and that counts. Beside them the milliseconds of
    processor that the server used.
    """
    async with AsyncExitStack() as visits:
        visitors = [await visits.enter_async_context(Visitor.open(address)) for _ in range(people)]
        started = time.perf_counter() + 1
        each = (one_a_second(v, started + at / people, seconds) for at, v in enumerate(visitors))
        before = processor_ms(process)
        people_took = await asyncio.gather(*each)
        return [milliseconds for person in people_took for milliseconds in person], processor_ms(process) - before


async def one_a_second(visitor: Visitor, started: float, seconds: int) -> list[float]:
    """One person's changes."""
    milliseconds = []
    for due in (started + second for second in range(seconds)):
        await asyncio.sleep(max(0, due - time.perf_counter()))
        await visitor.move()
        milliseconds.append(1000 * (time.perf_counter() - due))
    return milliseconds


def processor_ms(process: int) -> float:
    """What a process has used of the processor, as Linux tells it; 0 elsewhere."""
    status = Path(f"/proc/{process}/stat")
    if not status.exists():
        return 0.0
    user, system = status.read_text().rpartition(")")[2].split()[11:13]
    return 1000 * (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def memory_mb(process: int) -> float:
    """What a process holds of the machine's memory, as Linux tells it; 0 elsewhere."""
    status = Path(f"/proc/{process}/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return sum(int(line.split()[1]) / 1000 for line in lines if line.startswith("VmRSS"))


def measure(rounds: int, visits: int, people: int, seconds: int) -> str:
    """The table of our server and of the same with Streamlit's own setting."""
    turns: dict[str, Callable[[], Measured]] = {
        name: lambda environment=environment: visited(environment, visits, people, seconds)  # type: ignore[misc]
        for name, environment in CONTESTANTS.items()
    }
    by_contestant = interleaved(turns, rounds)
    titles = {
        "fresh": "one person, ms",
        "aged": f"after {visits} visits, ms",
        "middle": f"{people} people, p50, ms",
        "slow": "p95, ms",
        "processor": "processor, ms an answer",
        "memory_before": "MB fresh",
        "memory_after": "MB at the end",
    }
    head = ["| a lever's answer |", *(f" {title} |" for title in titles.values())]
    rows = [
        f"| {name} | " + " | ".join(spread([getattr(each, field) for each in measured], 0) for field in titles) + " |"
        for name, measured in by_contestant.items()
    ]
    return "\n".join(["".join(head), "| --- |" + " --- |" * len(titles), *rows])


if __name__ == "__main__":
    asked = arguments(__doc__, visits=120, people=40, seconds=10)
    print(measure(asked.rounds, asked.visits, asked.people, asked.seconds))
