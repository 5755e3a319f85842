"""Finds a Chromium for the browser tests, or installs one: `python tests/browser/chromium.py` says which.

What is there comes first; then the system's packages (as root or with sudo that asks nothing), then Playwright's own.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PACKAGES = (
    (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"]),
    (["dnf", "install", "-y", "-q", "chromium"],),
    (["apk", "add", "--quiet", "chromium"],),
)


def find() -> str | None:
    """The path of a Chromium: CHROMIUM if set, one on the PATH, or the one Playwright installed."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    on_path = next((path for name in NAMES if (path := shutil.which(name))), None)
    return on_path or _of_playwright()


def _of_playwright() -> str | None:
    """The browser that `playwright install` put in its cache."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install() -> None:
    """Installs a Chromium by the first way that works; how it went shows in what ``find`` then answers."""
    administrator = [] if hasattr(os, "geteuid") and os.geteuid() == 0 else ["sudo", "-n"]
    for commands in PACKAGES:
        if shutil.which(commands[0][0]) and (not administrator or shutil.which("sudo")):
            print("Installing Chromium with", commands[0][0])
            if all(subprocess.run([*administrator, *command]).returncode == 0 for command in commands):
                return
    print("Installing Chromium with Playwright")
    subprocess.run([sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"])


if __name__ == "__main__":
    if find() is None:
        install()
    found = find()
    if found is None:
        sys.exit("No Chromium was found or could be installed; set CHROMIUM to the path of one.")
    print("Browser tests use", found)
