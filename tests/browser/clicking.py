"""A visitor who counts the clicks."""

from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect

from tests.browser.looking import at_rest, wait_until
from texts import Texts

MOST_CLICKS = 3


class Words:
    """What stands in a place, spaces and line breaks as one space each; what is looked for in it is waited for."""

    def __init__(self, place: Locator) -> None:
        self.place = place

    def __contains__(self, words: str) -> bool:
        try:
            wait_until(lambda: words in str(self))
        except AssertionError:
            return False
        return True

    def __str__(self) -> str:
        return " ".join(self.place.inner_text().split())

    __repr__ = __str__


def amount(millions: float) -> str:
    """As the screen writes it, with plain spaces."""
    return " ".join(Texts("nb").amount(millions).split())


def change(millions: float) -> str:
    """The same of a change, with its sign."""
    return " ".join(Texts("nb").change(millions).split())


class Visitor:
    """Somebody with a question, as a rule on Oversikt; each deed is a click, and the answer may take ``most``.

    A page's link, a button, a choice, the opening of a part or an item of a list is a click; so is a value that is
    typed in and a lever that is moved by keys.
    """

    def __init__(self, page: Page, most: int = MOST_CLICKS) -> None:
        self.page = page
        self.clicks, self.most = 0, most
        at_rest(page)

    def _counted(self) -> None:
        self.clicks += 1
        at_rest(self.page)
        assert self.clicks <= self.most

    def clicks_on(self, what: Locator) -> None:
        what.click()
        self._counted()

    def goes_to(self, page: str) -> None:
        """By the link in the menu."""
        link = self.page.get_by_role("link", name=page, exact=True)
        address = link.get_attribute("href") or ""
        link.click()
        self.page.wait_for_url(lambda url: urlsplit(url).path == urlsplit(address).path)
        self.page.locator(".figures:not(.waiting)").wait_for()
        self._counted()

    def opens(self, part: str) -> None:
        """A part that is folded, by the words on it."""
        self.clicks_on(self.page.locator("summary", has_text=part).first)

    def chooses(self, words: str) -> None:
        """One of the choices that stand in a row."""
        self.clicks_on(self.page.locator("[data-testid=stMain]").get_by_role("radio", name=words, exact=True))

    def uses_ready(self, name: str) -> str:
        """A ready scenario, by its list; two clicks. Returns what the list says of it."""
        self.clicks_on(self.page.locator("[data-do=presets]"))
        of_it = self.page.locator(f"[data-ready={name}]")
        expect(of_it).to_contain_text("Kilde:")
        said = " ".join((of_it.text_content() or "").split())
        self.clicks_on(of_it.locator(".ready-use"))
        return said

    def types(self, field: str, value: str) -> None:
        """A value in a field, with Enter."""
        self.page.locator(field).fill(value)
        self.page.locator(field).press("Enter")
        self._counted()

    def moves(self, lever: str, *keys: str) -> None:
        """A lever, by keys."""
        for key in keys:
            self.page.locator(f"[data-lever='{lever}']").press(key)
        self._counted()

    def presses(self, key: str) -> None:
        """A key, wherever the focus is."""
        self.page.keyboard.press(key)
        self._counted()

    def takes(self, what: Locator) -> Path:
        """A file, by its button."""
        with self.page.expect_download() as download:
            self.clicks_on(what)
        return Path(download.value.path())

    def reads(self) -> Words:
        """All that stands on the page, levers included."""
        return Words(self.page.locator("body"))

    def reads_in(self, place: str) -> Words:
        """What stands in a place on it."""
        return Words(self.page.locator(place).first)
