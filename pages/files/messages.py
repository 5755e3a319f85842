"""What the row of the scenario and the list of files are sent, and what they ask for."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal, NotRequired, TypeAlias, TypedDict

from charts.payers.ready import Ready
from pages.visit.messages import Complaining, Labels, MadeFile, OwnCopy, OwnParts, ReadFile, Record


class Past(TypedDict):
    """The scenarios to go back and forth to, as links write them."""

    past: Sequence[str]
    future: Sequence[str]


class ScenarioMessage(Complaining):
    """The scenario as a whole, and clocks of the visit (``pages/visit/clocks.py``).

    needs_file: what a reader of its link needs beside it, empty for nothing.
    done: the moment of the last answer, of any component. present: the scenario as a link writes it. largest: bytes of
    a file that may be one. frame: what Streamlit says by itself, in the reader's language. to_pages: what leads past
    the levers.
    """

    visit: str
    arrivals: int
    done: float
    run: int
    page: str
    address: str
    name: str
    present: str
    history: Past
    link: str
    file: MadeFile
    largest: int
    labels: Labels
    frame: Labels
    to_pages: str
    own: OwnCopy
    keys_on: str
    keys_off: str
    copied: str
    needs_file: str
    not_copied: str
    lost: str
    reconnected: str
    reconnected_own: str
    gone: str


class Act(TypedDict):
    """What a button of the row, or the page itself, asks for without saying more."""

    do: Literal["undo", "redo", "presets", "meeting", "address", "arrive"]


class Rename(TypedDict):
    """Another name for the scenario."""

    do: Literal["name"]
    name: str


class OpenFile(ReadFile):
    """A scenario in a file."""

    do: Literal["open"]


class OpenSource(TypedDict):
    """A row of the page of sources, or a figure whose rows they are, that is to be looked at."""

    do: Literal["source"]
    source: str


class Restore(TypedDict):
    """What a page has that met a server which has started anew: the history, and what the visitor has given."""

    do: Literal["restore"]
    past: NotRequired[Sequence[str]]
    future: NotRequired[Sequence[str]]
    own: NotRequired[OwnParts]


class ReadyMessage(TypedDict):
    """The ready scenarios in words.

    stamp: changes with what is listed. years: those of the plan. source: how a source is told. letters: how letters
    with marks are searched for.
    """

    stamp: str
    years: Sequence[str]
    rows: Sequence[Annotated[Record, Ready]]
    source: str
    letters: Mapping[str, str]
    labels: Labels


class UseReady(TypedDict):
    """A ready scenario that is to be used, alone or on top of the present one."""

    do: Literal["ready"]
    name: str
    added: bool


class OpenWord(TypedDict):
    """The lever, by its path, that the list of words is to be opened at."""

    do: Literal["word"]
    lever: str


ScenarioAsks: TypeAlias = UseReady | OpenWord | Act | Rename | OpenFile | OpenSource | Restore

FileOffered = TypedDict("FileOffered", {"kind": str, "title": str, "for": str})
FileOffered.__doc__ = "A file to take along, and what it is for."


class TakeMessage(Complaining):
    """The files on offer, the one that was made in this run, and whether slides have a theme of the visitor's."""

    files: Sequence[FileOffered]
    labels: Labels
    hasTheme: bool
    largest: int
    taken: MadeFile | None


class MakeFile(TypedDict):
    """One of the files on offer."""

    do: Literal["make"]
    kind: str


class UseTheme(ReadFile):
    """A theme in a file."""

    do: Literal["theme"]


class RemoveTheme(TypedDict):
    """No theme any more."""

    do: Literal["remove"]


TakeAsks: TypeAlias = MakeFile | UseTheme | RemoveTheme
