"""The chunks of a simulation on a cluster of Dask workers; the one module that knows Dask, which is optional."""

from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from pickle import loads
from typing import TYPE_CHECKING, Final

from model.reading.errors import ModelError, shown
from model.uncertainty.histogram import Part
from model.uncertainty.plan import Plan
from model.uncertainty.simulating import Engine

if TYPE_CHECKING:
    from distributed import Client, Future

WAIT: Final = 15
"""Seconds that the cluster may take to answer, and between two looks at whether it still has workers."""

AHEAD: Final = 2
"""Chunks for each thread that are asked for at a time, so that memory does not grow with the draws."""

INSTALL: Final = "pip install -r requirements-dask.txt"


def on_cluster(address: str) -> Engine:
    """An engine that has the chunks counted by the workers at ``address``, such as tcp://10.0.0.7:8786.

    A chunk whose worker is lost is counted by another; parts come in the order of the chunks. The workers run from a
    copy of this project. Raises ModelError where Dask is not installed; the engine, where nobody answers, a worker has
    no copy of the project, or none is left.
    """
    try:
        import distributed  # noqa: F401 (whether it is there is said before anything is computed)
    except ImportError as error:
        raise ModelError(f"--dask needs Dask distributed, which is not installed here: {INSTALL}.") from error

    def counted(plan: Plan, chunks: list[range]) -> Iterator[Part]:
        with _client(address) as client:
            yield from _parts(client, address, plan, chunks)

    return counted


def _client(address: str) -> "Client":
    from distributed import Client

    client = Client.__new__(Client)
    try:
        client.__init__(address, timeout=WAIT, set_as_default=False)
    except (OSError, ValueError) as error:
        client.close()  # left open, it closes itself whenever Python collects it, even where that waits for ever
        raise ModelError(f"--dask is {shown(address)}, where no cluster answers; {error}.") from error
    try:
        client.wait_for_workers(1, timeout=WAIT)
    except TimeoutError as error:
        client.close()
        raise ModelError(f"--dask is {shown(address)}, a cluster without workers.") from error
    return client


def _parts(client: "Client", address: str, plan: Plan, chunks: list[range]) -> Iterator[Part]:
    """The parts in order. The plan is a task of its own, so that a worker that comes later is given it too."""
    from cloudpickle import dumps
    from distributed import CancelledError, KilledWorker

    shared = client.submit(loads, dumps(_bare(plan)), pure=False)
    left = iter(enumerate(chunks))
    asked: deque[Future] = deque()
    try:
        while True:
            while len(asked) < max(1, AHEAD * sum(client.nthreads().values())) and (chunk := next(left, None)):
                asked.append(client.submit(Plan.part, shared, chunk[0], len(chunk[1]), pure=False))
            if not asked:
                return
            yield _awaited(client, address, asked.popleft())
    except (KilledWorker, CancelledError) as error:
        raise ModelError(f"--dask is {shown(address)}, whose workers are lost one after the other.") from error
    except ImportError as error:
        raise ModelError(f"--dask is {shown(address)}, whose workers lack something: {error}.") from error


def _bare(plan: Plan) -> Plan:
    """The plan without what this process has kept with its baseline."""
    drawing = plan.drawing
    return replace(plan, drawing=replace(drawing, baseline=replace(drawing.baseline)))


def _awaited(client: "Client", address: str, future: "Future") -> Part:
    """What a future comes to, waited for as long as there are workers. Raises ModelError where there are none."""
    while True:
        try:
            part: Part = future.result(timeout=WAIT)
            return part
        except TimeoutError as error:
            if not client.nthreads():
                raise ModelError(f"--dask is {shown(address)}, whose workers are all gone.") from error
