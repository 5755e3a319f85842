"""What a phone has instead of the menu and the panel: the page's name with the list of pages, the link, the levers."""

from typing import Final

from pages.visit import asking, state, whereabouts
from pages.visit.components import component
from pages.visit.messages import OpenPage, PhoneBarMessage
from pages.visit.navigation import PAGES
from texts import Texts

KEY: Final = "phone_bar"


def phone_bar(texts: Texts, page: str) -> None:
    """Draws it; its style shows it on a phone alone. ``page``: the one that is looked at."""
    count = len(state.scenario().departures())
    component(PhoneBarMessage, "phone_bar", "visit/phone_bar")(
        key=KEY,
        data={
            "page": page,
            "name": texts(f"page.{page}") if page in PAGES else texts("app.short_title"),
            "pages": [
                {
                    "name": name,
                    "title": texts(f"page.{name}"),
                    "group": texts(f"group.{each.group}") if each.group else "",
                }
                for name, each in PAGES.items()
            ],
            "labels": {
                "pages": texts("frame.pages"),
                "share": texts("phone.share"),
                "levers": texts("phone.levers_changed", count=count) if count else texts("phone.levers"),
                "close": texts("phone.close"),
            },
            **asking.listen(KEY, DEEDS, place=asking.GENERAL),
        },
        on_asked_change=apply,
    )


def apply() -> None:
    """Does what the bar asked for."""
    asking.serve(KEY, DEEDS, place=asking.GENERAL)


def _open_page(asked: OpenPage) -> None:
    page = asked.get("page")
    if page not in PAGES:
        raise asking.NotUnderstood("page")
    whereabouts.open_next(page)


DEEDS: Final[dict[str, asking.Deed]] = {"page": _open_page}
