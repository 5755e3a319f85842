"""Settings for every test, and what several of them ask for."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

from model import Baseline, baseline
from model.commands.command_line import main

settings.register_profile(
    "house", deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
settings.register_profile(
    "mutants",  # of `make mutants`: the same few examples each time, and none is made smaller
    settings.get_profile("house"),
    max_examples=10,
    derandomize=True,
    database=None,
    phases=(Phase.explicit, Phase.generate),
)
settings.load_profile("house")
Baseline._repr_pretty_ = lambda self, printer, _: printer.text(repr(self))  # an example is shown without its figures


@pytest.fixture
def refused(capsysbinary: pytest.CaptureFixture[bytes]) -> Callable[..., str]:
    """The one line of a refused command, without a process of its own."""
    from tests.test_command_line import check_refusal

    def line_of(*arguments: str) -> str:
        code = main(arguments)
        written = capsysbinary.readouterr()
        return check_refusal(code, written.out, written.err.decode())

    return line_of


@pytest.fixture
def newer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Baseline]:
    """An invented tallgrunnlag that is installed beside the present one, a year later."""
    from tests.baselines import PRESENT_ID, as_folder, spring_2026, spring_2026_sheets

    room = sys.modules["model.baseline.installed"]
    (tmp_path / PRESENT_ID).symlink_to(room.FOLDER / PRESENT_ID)
    as_folder(spring_2026_sheets(), tmp_path / spring_2026().id)
    with installed_in(tmp_path, monkeypatch):
        yield baseline(spring_2026().id)


@contextmanager
def installed_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Baselines are installed in another folder; what was kept of those before is read anew, now and after."""
    room = sys.modules["model.baseline.installed"]
    kept = [each for each in vars(room).values() if hasattr(each, "cache_clear")]
    with monkeypatch.context() as patch:
        patch.setattr(room, "FOLDER", folder)
        for each in kept:
            each.cache_clear()
        yield
    for each in kept:
        each.cache_clear()
