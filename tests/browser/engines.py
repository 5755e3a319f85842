"""Firefox and WebKit as the system has them, driven by Selenium; why so: `docs/decisions/0013-two-more-engines.md`."""

import json
import os
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from selenium.common.exceptions import WebDriverException
from selenium.webdriver import FirefoxOptions, Remote, WebKitGTKOptions
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.command import Command
from selenium.webdriver.remote.remote_connection import RemoteConnection
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.webkitgtk.service import Service

from tests.browser.looking import PATIENCE_SECONDS, wait_until
from tests.programs import FIREFOX, WEBKIT, XVFB, Program, find, is_ci

FIREFOX_SETTINGS = 'user_pref("marionette.port", 0);\n'  # any free one; Firefox writes which into its profile
WINDOW = (1500, 1000)
FRAME = """localStorage.clear(); sessionStorage.clear();  // nobody has been here
  const frame = document.createElement('iframe');
  frame.style = `position: fixed; inset: 0; border: 0; width: ${arguments[1]}px; height: ${arguments[2]}px`;
  frame.src = arguments[0];
  document.body.replaceChildren(frame);
  frame.contentWindow.failures = [];
  frame.contentWindow.addEventListener('error', event => frame.contentWindow.failures.push(event.message));"""
BEGINNING = """return [...document.querySelectorAll(arguments[0])]
  .find(part => part.innerText.trim().startsWith(arguments[1]))"""
DRAWN = """const arrived = document.documentElement?.dataset.arrived;
return Boolean(arrived) && location.pathname.endsWith(arrived) &&
  document.querySelector('.figures:not(.waiting)') !== null &&
  [...document.querySelectorAll('.figure .chart')].every(chart => chart.querySelector('svg.main-svg'))"""
PLACE = """const part = document.querySelector(arguments[0]);
  part?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const { x, y, width, height } = part?.getBoundingClientRect() ?? {};
  return part?.contains(document.elementFromPoint(x + width / 2, y + height / 2)) ? [x, y] : null"""
ERRORS = """return [...document.querySelectorAll('[data-testid=stException], [role=alert]')]
  .map(part => part.textContent.trim()).concat(window.failures ?? [])
  .filter(text => text && !text.startsWith('ResizeObserver loop'))"""  # a notice, no error: Streamlit's own


class Marionette:
    """Selenium's commands, sent to the socket that Firefox itself opens: geckodriver only passes them on."""

    NAMES: Mapping[str, str] = {
        Command.NEW_SESSION: "WebDriver:NewSession",
        Command.GET: "WebDriver:Navigate",
        Command.FIND_ELEMENT: "WebDriver:FindElement",
        Command.CLICK_ELEMENT: "WebDriver:ElementClick",
        Command.GET_ELEMENT_TEXT: "WebDriver:GetElementText",
        Command.SEND_KEYS_TO_ELEMENT: "WebDriver:ElementSendKeys",
        Command.W3C_EXECUTE_SCRIPT: "WebDriver:ExecuteScript",
        Command.W3C_EXECUTE_SCRIPT_ASYNC: "WebDriver:ExecuteAsyncScript",
        Command.SCREENSHOT: "WebDriver:TakeScreenshot",
        Command.SET_WINDOW_RECT: "WebDriver:SetWindowRect",
        Command.SWITCH_TO_FRAME: "WebDriver:SwitchToFrame",
        Command.QUIT: "Marionette:Quit",
    }

    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_SECONDS)
        self.stream = self.socket.makefile("rb")
        self.sent = 0
        self._received()  # Firefox greets

    def execute(self, command: str, fields: dict[str, Any]) -> dict[str, Any]:
        """The answer in the form that Selenium reads."""
        self.sent += 1
        flags = {"flags": ["eForceQuit"]} if command == Command.QUIT else {"full": False}
        message = json.dumps([0, self.sent, self.NAMES[command], {**fields, **flags}]).encode()
        self.socket.sendall(b"%d:%b" % (len(message), message))
        _, _, error, result = self._received()
        if error:
            raise WebDriverException(error["message"])
        return {"value": result["value"]} if "value" in result else {"value": result}

    def close(self) -> None:
        self.stream.close()
        self.socket.close()

    def _received(self) -> Any:
        """The next message: its length, a colon, JSON."""
        length = b""
        while (digit := self.stream.read(1)) not in (b":", b""):
            length += digit
        return json.loads(self.stream.read(int(length)))


@contextmanager
def firefox() -> Iterator[Remote]:
    """A headless Firefox with a profile of its own."""
    path = _path(FIREFOX)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        Path(profile, "user.js").write_text(FIREFOX_SETTINGS)
        port = Path(profile, "MarionetteActivePort")
        with _running([path, "--headless", "--marionette", "--no-remote", "--profile", profile]):
            wait_until(lambda: port.exists() and port.read_text().strip().isdigit())
            with closing(Marionette(int(port.read_text()))) as connection:
                driver = Remote(command_executor=connection, options=FirefoxOptions())  # type: ignore[arg-type]
                yield driver
                driver.quit()


@contextmanager
def webkit() -> Iterator[Remote]:
    """WebKit's small browser on a screen of memory."""
    path, screen = _path(WEBKIT), _path(XVFB)
    command = [screen, "-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]
    with _running(command, stdout=subprocess.PIPE) as server:
        display = server.stdout.readline().decode().strip()
        service = Service(path, env={**os.environ, "DISPLAY": f":{display}", "GDK_BACKEND": "x11"})
        service.start()
        try:
            connection = RemoteConnection(client_config=ClientConfig(service.service_url))
            driver = Remote(command_executor=connection, options=WebKitGTKOptions())
            yield driver
            driver.quit()
        finally:
            service.stop()


class Visit:
    """What a visitor does and sees in a window of a size."""

    def __init__(self, driver: Remote, address: str, width: int, height: int) -> None:
        self.driver, self.address, self.size = driver, address, (width, height)
        self.run = driver.execute_script

    def open(self, path: str) -> None:
        """Goes to ``path`` and waits until its charts are drawn; in a frame, for no window becomes a phone's width."""
        self.driver.set_window_size(*WINDOW)
        self.driver.get(self.address + "/_stcore/health")
        self.run(FRAME, path, *self.size)
        self.driver.switch_to.frame(self.find("iframe"))
        self.drawn()

    def drawn(self) -> None:
        wait_until(lambda: self.run(DRAWN))

    def find(self, selector: str) -> WebElement:
        """The first part that is there, waited for."""
        wait_until(lambda: self.run("return document.querySelector(arguments[0]) !== null", selector))
        return self.driver.find_element("css selector", selector)

    def click(self, selector: str) -> None:
        """Clicks a part once a pointer reaches it and it stands still, as a bar that slides in does not."""
        enabled, seen = f"{selector}:not(:disabled)", [None]

        def stands_still() -> bool:
            seen.append(self.run(PLACE, enabled))
            return seen[-1] is not None and seen[-1] == seen[-2]

        wait_until(stands_still)
        self.find(enabled).click()

    def choose(self, selector: str, text: str) -> None:
        """Clicks the part of several whose text begins with ``text``."""
        wait_until(lambda: self.run(BEGINNING, selector, text) is not None)
        self.run(BEGINNING, selector, text).click()

    def text(self, selector: str) -> str:
        return str(self.run("return document.querySelector(arguments[0])?.innerText ?? ''", selector)).strip()

    def shows(self, selector: str, text: str) -> None:
        """Waits until a part shows ``text``, whichever spaces it is written with."""
        wait_until(lambda: " ".join(text.split()) in " ".join(self.text(selector).split()))

    def picture(self) -> bytes:
        """What stands on the screen once all that was asked for is painted."""
        self.driver.execute_async_script("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))")
        return self.driver.get_screenshot_as_png()

    def errors(self) -> list[str]:
        """What the page says of errors, and what its scripts threw."""
        return self.run(ERRORS)


def _path(program: Program) -> str:
    """Where a program is; in CI one that is missing fails, elsewhere its tests are left out."""
    path = find(program)
    if path is None:
        (pytest.fail if is_ci() else pytest.skip)(f"No {program.title}: `python tests/programs.py` says why.")
    return path


@contextmanager
def _running(command: list[str], stdout: int = subprocess.DEVNULL) -> Iterator[subprocess.Popen[bytes]]:
    """A process for as long as it is looked at."""
    with subprocess.Popen(command, stdout=stdout, stderr=subprocess.DEVNULL) as process:
        try:
            yield process
        finally:
            process.terminate()
