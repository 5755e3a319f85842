"""What the components of who pays are sent, and what they ask for."""

from collections.abc import Sequence
from typing import Annotated, Literal, NotRequired, TypeAlias, TypedDict

from charts.payers.municipal import SortColumn
from pages.visit.messages import Answering, Complaining, Labels, Record


class PayerSearchMessage(Answering):
    """Every organisation, by id, name, and what stands in small type; and the one that is looked at."""

    payers: Sequence[tuple[str, str, str]]
    chosen: str
    labels: Labels


class Look(TypedDict):
    """The organisation that is to be looked at."""

    do: Literal["look"]
    payer: str


class MunicipalMessage(TypedDict):
    """Every municipality's payment, unrounded, its id first; ``own`` is the one that is looked at.

    separators: the decimal sign and what stands between thousands.
    """

    columns: Sequence[Annotated[Record, SortColumn]]
    rows: Sequence[tuple[str | float, ...]]
    own: str
    language: str
    separators: str
    labels: Labels
    note: str


class KeyRow(TypedDict):
    """A solution's key: what stands in its cells, what is in use, both in percent, and what the cells add up to.

    wrong: they are no key. own: the key is the scenario's own.
    """

    solution: str
    label: str
    cells: Sequence[str]
    inUse: Sequence[str]
    sum: str
    wrong: bool
    own: bool


class KeyTableMessage(Complaining):
    """The payer groups, by id and name, and a row for each solution."""

    groups: Sequence[tuple[str, str]]
    rows: Sequence[KeyRow]
    labels: Labels


class TypeKeys(TypedDict):
    """A row that is typed in, that was left, or that goes back to the regulation; with what stands in its cells."""

    do: Literal["type", "set", "reset"]
    solution: str
    cells: Sequence[str]


class FieldTexts(TypedDict):
    """What every field says: its name, what became of it, and what its way back is called; empty for no way back."""

    id: str
    label: str
    said: str
    clear: str
    unit: str


class NumberField(FieldTexts):
    """A number, as it is written."""

    kind: Literal["number"]
    value: str


class FileField(FieldTexts):
    """A file; ``open`` is what its button is called."""

    kind: Literal["file"]
    open: str


class SwitchField(FieldTexts):
    """Yes or no."""

    kind: Literal["switch"]
    value: bool


Field: TypeAlias = NumberField | FileField | SwitchField
"""A field in which a visitor gives something."""


class FieldsMessage(Complaining):
    """Fields under a title. largest: bytes of a file that may be one that is asked for. result: what they come to."""

    title: str
    note: str
    largest: int
    rows: Sequence[Field]
    result: str


class Give(TypedDict):
    """What is given in a field: a number as it was typed, yes or no, or a file; with ``clear`` none any more."""

    id: str
    value: NotRequired[str | bool]
    clear: NotRequired[bool]
    name: NotRequired[str]
    size: NotRequired[int]
    content: NotRequired[str | None]
    stamp: NotRequired[str]
