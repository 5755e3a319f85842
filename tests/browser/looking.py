"""What the browser tests look at."""

import time
from collections.abc import Callable

from playwright.sync_api import Page

MARGIN = "[data-lever=risk_margin]"
NEED = "[data-figure=financing_need] .key-value"
PUBLISHED_NEED = "1\u202f015,8"


def wait_until(condition: Callable[[], bool], seconds: float = 10.0) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen"
        time.sleep(0.02)


def bridge_label(page: Page) -> str:
    """What stands at the bridge's last bar."""
    return page.locator("[data-figure=bridge] .chart .textpoint text").all_text_contents()[2].strip()


def grab(page: Page, lever: str = MARGIN, share: float = 1 / 3) -> tuple[float, float, float]:
    """Puts the mouse down on a lever's thumb, which stands at ``share`` of its way; gives left, width and height."""
    box = page.locator(lever).bounding_box()
    assert box
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + 10 + (box["width"] - 20) * share, y)
    page.mouse.down()
    return box["x"] + 10, box["width"] - 20, y
