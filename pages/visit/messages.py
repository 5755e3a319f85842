"""What messages between server and browser have in common.

Each message is declared once, in the ``messages.py`` of its component's room. mypy holds what is built to that, and
``make declarations`` writes it for the browser's half, as ``pages/messages.d.ts``.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, TypeAlias, TypedDict

Labels: TypeAlias = Mapping[str, str]
"""Texts by what they stand at."""

Record: TypeAlias = dict[str, Any]
"""A record as ``asdict`` gives it: in ``Annotated[Record, Table]`` a table."""


class Answering(TypedDict):
    """What a component is sent that may ask for something: the moment of what was answered last at its place."""

    answered: float


class Complaining(Answering):
    """And what could not be done, in a sentence, empty for nothing."""

    problem: str


class Moment(TypedDict):
    """When something was asked for, milliseconds, and the last answer that the visitor had read by then."""

    moment: float
    seen: float


class MadeFile(TypedDict):
    """A file that the server made; ``content`` is base64."""

    name: str
    content: str


class ReadFile(TypedDict):
    """A file that the visitor chose: how many bytes it has, and they in base64, None where they are too many to be it.

    stamp: by what the page knows the file.
    """

    name: str
    size: int
    content: str | None
    stamp: str


class OwnCopy(TypedDict):
    """The page's copy of what the visitor has given: names of all parts, numbers as they are, of a file its stamp."""

    files: Mapping[str, str]
    numbers: Mapping[str, object]
    names: Labels


class OwnParts(TypedDict):
    """What a page gives back of its copy, each file whole, or empty where the page has it no more."""

    files: Mapping[str, object]
    numbers: Mapping[str, object]


class Copying(TypedDict):
    """The button that copies a table: what it is called, and what it says when the table is copied, or is not."""

    label: str
    copied: str
    failed: str


class PageOfMenu(TypedDict):
    """A page by its address and its title, and the heading of its group, empty for none."""

    name: str
    title: str
    group: str


class PhoneBarMessage(Answering):
    """The page that is looked at, its name, and all pages in the order of the menu."""

    page: str
    name: str
    pages: Sequence[PageOfMenu]
    labels: Labels


class OpenPage(TypedDict):
    """A page that is to be opened."""

    do: Literal["page"]
    page: str
