"""Starts the app and notes each full collection of garbage that is asked for; takes `streamlit run`'s arguments.

The notes go into the file that the environment's COLLECTIONS names, a line each.
"""

import gc
import os
import sys
from pathlib import Path

from streamlit.web import cli

NOTES = Path(os.environ["COLLECTIONS"])
collected = gc.collect


def noted(generation: int = 2) -> int:
    """Collects as asked, and writes who asked."""
    with NOTES.open("a", encoding="utf-8") as notes:
        notes.write(f"{sys._getframe(1).f_code.co_filename}\n")
    return collected(generation)


gc.collect = noted
sys.argv = ["streamlit", *sys.argv[1:]]
cli.main()
