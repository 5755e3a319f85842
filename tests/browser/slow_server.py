"""Starts the app with 200 ms of waiting in every run, as on a loaded server; takes `streamlit run`'s arguments."""

import sys
import time

from streamlit.runtime.scriptrunner import script_runner
from streamlit.web import cli

WAIT_SECONDS = 0.2
at_once = script_runner.ScriptRunner._run_script


def after_a_while(runner: script_runner.ScriptRunner, asked: script_runner.RerunData) -> None:
    """Every run, of the whole page or of a part."""
    time.sleep(WAIT_SECONDS)
    at_once(runner, asked)


script_runner.ScriptRunner._run_script = after_a_while  # type: ignore[method-assign]
sys.argv = ["streamlit", *sys.argv[1:]]
cli.main()
