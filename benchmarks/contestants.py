"""The pages that are measured, each behind an address: ours and its twins."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser

from benchmarks.plain_page import write_page
from benchmarks.same_page import colour_names
from benchmarks.watching import Watched
from tests.browser.serving import app, free_port, served

COLOURS = """names => { const style = getComputedStyle(document.querySelector(".figures"));
  return Object.fromEntries(names.map(name => [name, style.getPropertyValue(`--figure-${name}`).trim()])); }"""


@contextmanager
def ours(server: str = "streamlit", path: str = "/oversikt?forskjell=fjoraaret") -> Iterator[str]:
    """Our app."""
    with app(server) as address:
        yield address + path


def look(browser: Browser, address: str, charts: int) -> dict[str, Any]:
    """How our page draws its charts in this browser, for the twins: ``figures`` as given to Plotly, and ``colours``."""
    with Watched.open(browser, address, charts) as watched:
        return {"figures": watched.shown()["figures"], "colours": watched.page.evaluate(COLOURS, colour_names())}


@contextmanager
def dash_twin(look: dict[str, Any], six: bool = False) -> Iterator[str]:
    """The page in Dash."""
    port = free_port()
    with TemporaryDirectory() as folder:
        file = Path(folder) / "look.json"
        file.write_text(json.dumps(look), encoding="utf-8")
        command = [sys.executable, "-m", "benchmarks.dash_twin", str(port), str(file), *(["six"] if six else [])]
        with served(command, port, "/_dash-layout") as address:
            yield address


@contextmanager
def plain_page(look: dict[str, Any]) -> Iterator[str]:
    """The page without a server behind it."""
    port = free_port()
    with TemporaryDirectory() as folder:
        write_page(Path(folder), look)
        command = [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1", "--directory", folder]
        with served(command, port, "/index.html") as address:
            yield address + "/index.html"
