"""Settings for every test, and what several of them ask for."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, Phase, settings

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


@pytest.fixture
def refused(capsysbinary: pytest.CaptureFixture[bytes]) -> Callable[..., str]:
    """The one line of a refused command, without a process of its own."""
    from tests.test_command_line import check_refusal

    def line_of(*arguments: str) -> str:
        code = main(arguments)
        written = capsysbinary.readouterr()
        return check_refusal(code, written.out, written.err.decode())

    return line_of
