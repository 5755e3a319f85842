"""Registers the components of the screen once, and reads what they send."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Protocol, TypeVar, cast

import streamlit as st

from pages.visit.modules import PAGES, opener

Message = TypeVar("Message", bound=Mapping[str, object])
Sent_contra = TypeVar("Sent_contra", contravariant=True)
COMMON = "visit/components"
"""The style of what components have in common."""


class Mount(Protocol[Sent_contra]):
    """The mount function of a component that is sent one kind of message."""

    def __call__(
        self, *, key: str, data: Sent_contra, width: int | str = "stretch", **on_change: Callable[[], None]
    ) -> object:
        """Draws it with ``data``. on_change: what is called when the browser has sent something, by that one's name."""
        ...


def component(
    message: type[Message],  # noqa: ARG001 (gives the mount function its type)
    name: str,
    place: str,
    *styles: str,
    early: tuple[str, ...] = (),
    made: Mapping[str, str] | None = None,
) -> Mount[Message]:
    """The mount function of the component ``name``, whose .html, .css and .js have the path ``place`` below ``pages``.

    message: the record that it is sent. styles: further style sheets that it brings along. early and made: as
    ``opener`` takes them.
    """
    return cast(Mount[Message], _registered(name, place, styles, early, tuple((made or {}).items())))


@cache
def _registered(
    name: str, place: str, styles: tuple[str, ...], early: tuple[str, ...], made: tuple[tuple[str, str], ...]
) -> Any:
    html = (PAGES / f"{place}.html").read_text(encoding="utf-8")
    css = "\n".join((PAGES / f"{each}.css").read_text(encoding="utf-8") for each in (place, *styles, COMMON))
    script = opener(f"{place}.js", early, dict(made))
    return st.components.v2.component(name, html=html, css=css, js=script, isolate_styles=False)


def sent(key: str, name: str) -> Any:
    """What a component sent under ``name``; None where its page was left meanwhile."""
    return st.session_state.get(key, {}).get(name)
