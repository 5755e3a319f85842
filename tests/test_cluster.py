"""The same simulation with none, one or many workers, and with one that is killed half way."""

import gc
import json
import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from distributed import Client, LocalCluster

from model import ModelError
from model.uncertainty import Ranges, Simulated, default_ranges, on_cluster, simulate
from model.uncertainty import cluster as room
from model.uncertainty.plan import CHUNK
from tests.baselines import PRESENT, spring_2026
from tests.test_command_line import answer

DRAWS = 8 * CHUNK + 5
ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.filterwarnings("default")  # Dask's own


@pytest.fixture(scope="module")
def two_workers() -> Iterator[Any]:
    """A cluster of two worker processes, which another takes the place of when it is lost.

    A process that starts runs what is ``__main__``, and a test of a page leaves the page's script there.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(ROOT))
        patch.setitem(sys.modules, "__main__", ModuleType("__main__"))
        with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0") as cluster:
            yield cluster


def same(one: Simulated, other: Simulated) -> bool:
    names = ("counts", "mean", "lowest", "highest")
    return one.draws == other.draws and all(np.array_equal(getattr(one, n), getattr(other, n)) for n in names)


def test_a_worker_that_is_killed_half_way_changes_nothing(two_workers: Any) -> None:
    ranges, told = default_ranges(PRESENT).ranges, []
    with Client(two_workers, set_as_default=False) as client:
        workers = client.run(os.getpid)
    assert len(workers) == 2

    def follow(draws: int) -> None:
        told.append(draws)
        if len(told) == 4:
            os.kill(next(iter(workers.values())), signal.SIGKILL)

    alone = simulate(ranges, DRAWS, 11)
    on_two = simulate(ranges, DRAWS, 11, engine=on_cluster(two_workers.scheduler_address), follow=follow)
    assert same(on_two, alone)
    assert told == [min(CHUNK * (at + 1), DRAWS) for at in range(9)], "in the order of the chunks"


def test_any_baseline_and_what_is_correlated_can_be_sent(two_workers: Any) -> None:
    """One that was given as a file stands in no worker's folder."""
    mapping = {"risk_margin": {"normal": [0.05, 0.02]}, "extra_volume": {"pert": [0, 0.01, 0.02]}}
    ranges = Ranges.of({**mapping, "correlations": [[*mapping, 0.4]]}, spring_2026())
    on_two = simulate(ranges, 3_000, 2, engine=on_cluster(two_workers.scheduler_address))
    assert same(on_two, simulate(ranges, 3_000, 2))


def test_the_command_gives_the_same_rows(two_workers: Any, tmp_path: Path) -> None:
    file = tmp_path / "ranges.json"
    file.write_text(json.dumps({"index_rate": {"uniform": [0.02, 0.05]}}))
    call = ("simulate", "--ranges", str(file), "--draws", str(CHUNK + 1), "--seed", "3")
    assert answer(*call, "--dask", two_workers.scheduler_address) == answer(*call)


@pytest.mark.parametrize(
    ("address", "says"), [("tcp://127.0.0.1:1", "no cluster answers"), ("nowhere", "no cluster answers")]
)
def test_an_address_where_nobody_answers_is_said(monkeypatch: pytest.MonkeyPatch, address: str, says: str) -> None:
    """And nothing is left to be closed: what is collected as garbage closes itself in the middle of anything."""
    monkeypatch.setattr(room, "WAIT", 1)
    gc.collect()
    gc.disable()
    try:
        with pytest.raises(ModelError, match=says):
            simulate(default_ranges(PRESENT).ranges, 10, engine=on_cluster(address))
        clients = [each for each in gc.get_objects() if isinstance(each, Client)]
    finally:
        gc.enable()
    assert {each.status for each in clients} <= {"closed", "newly-created"}


def test_a_cluster_without_workers_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "WAIT", 1)
    with (
        LocalCluster(n_workers=0, processes=True, dashboard_address=":0") as empty,
        pytest.raises(ModelError, match="a cluster without workers"),
    ):
        simulate(default_ranges(PRESENT).ranges, 10, engine=on_cluster(empty.scheduler_address))
