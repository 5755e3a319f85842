"""Finds the programs that tests use, browsers and LibreOffice, or installs them: `python tests/programs.py`.

What is there comes first; then the system's packages (as root or with sudo that asks nothing); for Chromium then
Playwright's own. Chromium and LibreOffice are needed; where Firefox or WebKit is not to be had, only its tests are left
out, and a sentence says so. In CI (the variable CI is set) everything is needed.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

INSTALLERS = {
    "apt-get": (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "--no-install-recommends"]),
    "dnf": (["dnf", "install", "-y", "-q"],),
    "apk": (["apk", "add", "--quiet"],),
}


@dataclass(frozen=True)
class Program:
    """A program: how it is called, the environment variable that names one, and its packages for each installer."""

    title: str
    variable: str
    names: tuple[str, ...]
    packages: Mapping[str, tuple[str, ...]]


# libatomic is what the Node that Playwright brings along runs on; a small system may lack it.
CHROMIUM = Program(
    "Chromium",
    "CHROMIUM",
    ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"),
    {"apt-get": ("chromium", "libatomic1"), "dnf": ("chromium", "libatomic"), "apk": ("chromium", "libatomic")},
)
LIBREOFFICE = Program(
    "LibreOffice",
    "LIBREOFFICE",
    ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice"),
    {"apt-get": ("libreoffice-calc-nogui",), "dnf": ("libreoffice-calc",), "apk": ("libreoffice-calc",)},
)
FIREFOX = Program(
    "Firefox",
    "FIREFOX",
    ("firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"),
    {"apt-get": ("firefox-esr",), "dnf": ("firefox",), "apk": ("firefox-esr",)},
)
WEBKIT = Program("WebKit (WebKitWebDriver)", "WEBKIT", ("WebKitWebDriver",), {"apt-get": ("webkit2gtk-driver",)})
XVFB = Program(
    "Xvfb, the screen that WebKit is drawn on,",
    "XVFB",
    ("Xvfb",),
    {"apt-get": ("xvfb",), "dnf": ("xorg-x11-server-Xvfb",), "apk": ("xvfb",)},
)
NEEDED = (CHROMIUM, LIBREOFFICE)
ENGINES = (FIREFOX, WEBKIT, XVFB)


def find(program: Program) -> str | None:
    """The path of a program: what its variable names, one on the PATH, or the Chromium that Playwright installed."""
    return _of_the_system(program) or (_of_playwright() if program is CHROMIUM else None)


def _of_the_system(program: Program) -> str | None:
    named = os.environ.get(program.variable)
    return named or next((path for name in program.names if (path := shutil.which(name))), None)


def _of_playwright() -> str | None:
    """The browser that `playwright install` put in its cache."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install(program: Program) -> None:
    """Installs a program by the first way that works; how it went shows in what ``find`` then answers."""
    administrator = [] if hasattr(os, "geteuid") and os.geteuid() == 0 else ["sudo", "-n"]
    for installer, (*before, last) in INSTALLERS.items():
        known = installer in program.packages and shutil.which(installer)
        if known and (not administrator or shutil.which("sudo")):
            print("Installing", program.title, "with", installer)
            commands = [*before, [*last, *program.packages[installer]]]
            if all(subprocess.run([*administrator, *command], check=False).returncode == 0 for command in commands):
                return
    if program is CHROMIUM:
        print("Installing Chromium with Playwright")
        subprocess.run([sys.executable, "-m", "playwright", "install", "--with-deps", "chromium"], check=False)


def is_ci() -> bool:
    """Whether no test may be left out."""
    return bool(os.environ.get("CI"))


def main() -> None:
    """Finds or installs every program; a sentence says which is not to be had, and ends this if it is needed."""
    for program in (*NEEDED, *ENGINES):
        if _of_the_system(program) is None:  # Playwright is asked last: what it runs on comes with the packages
            install(program)
        found = find(program)
        if found:
            print("Tests use", found)
            continue
        missing = f"No {program.title} was found or could be installed; set {program.variable} to the path of one."
        if program in NEEDED or is_ci():
            sys.exit(missing)
        print(missing, "The tests that use it are left out.")


if __name__ == "__main__":
    main()
