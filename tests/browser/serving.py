"""A running app and a browser, for browser tests and benchmarks alike."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.programs import CHROMIUM, find

ROOT = Path(__file__).parents[2]
STARTUP_SECONDS = 60
BROWSER_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-sync",
    "--no-first-run",
    "--process-per-site",  # tabs of one visitor read the scripts once
]


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(command: list[str], port: int, health: str, environment: dict[str, str] | None = None) -> Iterator[str]:
    """Starts ``command`` in the project's root and gives its address once ``health`` answers; stops it at the end."""
    with running(command, port, health, environment) as (address, _):
        yield address


@contextmanager
def running(
    command: list[str], port: int, health: str, environment: dict[str, str] | None = None, root: Path = ROOT
) -> Iterator[tuple[str, int]]:
    """The same with the number of the process; ``root`` is the folder of another version."""
    address = f"http://127.0.0.1:{port}"
    process = subprocess.Popen(
        command,
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(root), **(environment or {})},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(address + health, process)
        yield address, process.pid
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    """Returns when ``url`` answers; raises when the process ended or the time is up."""
    deadline = time.monotonic() + STARTUP_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"The server ended with code {process.returncode} before it answered.")
        try:
            urllib.request.urlopen(url, timeout=2).close()
            return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(f"No answer from {url} after {STARTUP_SECONDS} seconds.")


@contextmanager
def app(server: str = "streamlit", port: int | None = None) -> Iterator[str]:
    """The address of a fresh server of the app; ``server`` is the module that takes Streamlit's arguments."""
    with app_process(server, port) as (address, _):
        yield address


@contextmanager
def app_process(
    server: str = "streamlit",
    port: int | None = None,
    environment: dict[str, str] | None = None,
    root: Path = ROOT,
) -> Iterator[tuple[str, int]]:
    """The same with the number of the process."""
    port = port or free_port()
    options = ["--server.port", str(port), "--server.address", "127.0.0.1"]
    command = [sys.executable, "-m", server, "run", "app.py", *options]
    with running(command, port, "/_stcore/health", environment, root) as found:
        yield found


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(CHROMIUM), args=BROWSER_ARGUMENTS)
        yield browser
        browser.close()
