"""Starts the app with 200 ms of waiting in every run, as on a loaded server; takes `streamlit run`'s arguments."""

import sys
import time
from typing import Any

from streamlit.web import cli

from pages.parts import navigation
from texts import Texts

WAIT_SECONDS = 0.2
at_once = navigation.navigation


def after_a_while(texts: Texts) -> Any:
    """What every run calls once, before the page."""
    time.sleep(WAIT_SECONDS)
    return at_once(texts)


navigation.navigation = after_a_while
sys.argv = ["streamlit", *sys.argv[1:]]
cli.main()
