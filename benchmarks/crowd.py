"""A hundred people who drag a lever, as many first visits within a minute, half an hour's use; a release beside it.

python -m benchmarks.crowd [--rounds 3] [--people 100] [--seconds 30] [--soak 0]
"""

import asyncio
import time
from collections.abc import Callable
from contextlib import AsyncExitStack, ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import quantiles

from benchmarks.load import aged, memory_mb, processor_ms
from benchmarks.rounds import arguments, interleaved, spread
from benchmarks.two_versions import worktree
from benchmarks.visitor import Visitor
from tests.browser.serving import ROOT, app_process

RELEASE, COMMIT = "0.5.0", "62d2133"
DRAG, EVERY = 2.0, 10.0  # seconds: of a drag, and from one to the next
WITHIN = 60.0  # seconds in which the first visits come
AGED = 40  # visits that have been and gone before
MINUTE = 60.0


@dataclass(frozen=True)
class Crowd:
    """settled: p95 from a lever's rest to the end of its answer, ms. processor: the server's, ms a drag.

    first: p95 of the first answer of visits that come within a minute, ms. memory: MB a visit that is open.
    """

    settled: float
    processor: float
    first: float
    memory: float


def crowded(root: Path, people: int, seconds: int) -> Crowd:
    """What a server of its own gave: to first visits, then to as many people who drag."""
    with app_process(root=root) as (address, process):
        asyncio.run(aged(address, AGED))
        return asyncio.run(_crowded(address, process, people, seconds))


async def _crowded(address: str, process: int, people: int, seconds: int) -> Crowd:
    async with AsyncExitStack() as visits:
        before, started = memory_mb(process), time.perf_counter()
        came = await asyncio.gather(*(_come(visits, address, started + WITHIN * at / people) for at in range(people)))
        memory = (memory_mb(process) - before) / people
        used, started = processor_ms(process), time.perf_counter() + 1
        visitors = [visitor for visitor, _ in came]
        each = (_drags(one, started + EVERY * at / people, seconds) for at, one in enumerate(visitors))
        settled = [milliseconds for person in await asyncio.gather(*each) for milliseconds in person]
        used = (processor_ms(process) - used) / len(settled)
        return Crowd(_p95(settled), used, _p95([first for _, first in came]), memory)


async def _come(visits: AsyncExitStack, address: str, due: float) -> tuple[Visitor, float]:
    """A visit that begins when it is due, and the milliseconds until its first page is there."""
    await asyncio.sleep(max(0, due - time.perf_counter()))
    visitor = await visits.enter_async_context(Visitor.open(address))
    return visitor, 1000 * (time.perf_counter() - due)


async def _drags(visitor: Visitor, due: float, seconds: int) -> list[float]:
    """One person's drags, each when it is due; how long each rest waited for its answer."""
    settled, ends = [], due + seconds
    while due < ends:
        await asyncio.sleep(max(0, due - time.perf_counter()))
        settled.append(1000 * await visitor.drag(DRAG))
        due += EVERY
    return settled


def soaked(minutes: int, people: int) -> list[float]:
    """The server's memory in MB after each minute of people who drag."""
    with app_process() as (address, process):

        async def use() -> list[float]:
            async with AsyncExitStack() as visits:
                visitors = [await visits.enter_async_context(Visitor.open(address)) for _ in range(people)]
                found = [memory_mb(process)]
                for _ in range(minutes):
                    started = time.perf_counter()
                    each = (_drags(one, started + EVERY * at / people, int(MINUTE)) for at, one in enumerate(visitors))
                    await asyncio.gather(*each)
                    found.append(memory_mb(process))
                return found

        return asyncio.run(use())


def _p95(milliseconds: list[float]) -> float:
    return quantiles(milliseconds, n=20)[18]


def measure(rounds: int, people: int, seconds: int, soak: int) -> str:
    """The table of this tree beside the release, and the memory of a long use where that is asked for."""
    with ExitStack() as folders:
        roots = {"ours": ROOT, RELEASE: folders.enter_context(worktree(COMMIT))}
        turns: dict[str, Callable[[], Crowd]] = {
            name: partial(crowded, root, people, seconds) for name, root in roots.items()
        }
        by_contestant = interleaved(turns, rounds)
    titles = {
        "settled": f"{people} people's drags: p95 of the settled answer, ms",
        "processor": "processor, ms a drag",
        "first": f"{people} first visits within a minute: p95, ms",
        "memory": "MB a visit",
    }
    rows = [
        f"| {name} | " + " | ".join(spread([getattr(each, field) for each in measured], 1) for field in titles) + " |"
        for name, measured in by_contestant.items()
    ]
    lines = ["| a crowd | " + " | ".join(titles.values()) + " |", "| --- |" + " --- |" * len(titles), *rows]
    if soak:
        found = soaked(soak, 20)
        told = ", ".join(f"{each:.0f}" for each in (found[0], *found[5::5]))
        lines += ["", f"20 people who drag for {soak} minutes, MB at the start and every five minutes: {told}"]
    return "\n".join(lines)


if __name__ == "__main__":
    asked = arguments(__doc__, people=100, seconds=30, soak=0)
    print(measure(asked.rounds, asked.people, asked.seconds, asked.soak))
