"""The programs that tests use: what is said where one is not to be had, and where that is an error."""

import pytest

from tests import programs


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system with Chromium and LibreOffice, but neither another engine nor an installer."""
    monkeypatch.setattr(programs.shutil, "which", lambda name: None)
    for program in programs.NEEDED:
        monkeypatch.setenv(program.variable, f"/somewhere/{program.variable.lower()}")
    for program in programs.ENGINES:
        monkeypatch.delenv(program.variable, raising=False)


@pytest.mark.usefixtures("bare")
def test_an_engine_that_is_not_to_be_had_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("CI", raising=False)
    programs.main()
    lines = capsys.readouterr().out.splitlines()
    for program, line in zip(programs.ENGINES, lines[-3:], strict=True):
        assert line.startswith(f"No {program.title} was found or could be installed; set {program.variable}")
        assert line.endswith("The tests that use it are left out.")


@pytest.mark.usefixtures("bare")
def test_in_ci_every_engine_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(SystemExit, match="No Firefox was found or could be installed"):
        programs.main()
