"""What the list of sources is sent, and what it asks for."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal, TypeAlias, TypedDict

from charts.records.figure import Table
from charts.sources.cards import AssumptionCard, SourceCard
from charts.sources.glossary import Explained
from pages.visit.messages import Answering, Labels, Record


class FigureSources(TypedDict):
    """The rows that a figure is made from, by id, and a sentence that names it."""

    sentence: str
    rows: Sequence[str]


class Inventory(TypedDict):
    """The inventory in words.

    stamp: changes with what is listed, so that the cards are made anew. kinds, documents: id and name of each that has
    a row. letters: how letters with marks are searched for. decimal: the language's sign.
    """

    stamp: str
    rows: Sequence[Annotated[Record, SourceCard]]
    assumptions: Sequence[Annotated[Record, AssumptionCard]]
    kinds: Sequence[tuple[str, str]]
    documents: Sequence[tuple[str, str]]
    letters: Mapping[str, str]
    decimal: str
    labels: Labels


class SourcesMessage(Inventory, Answering):
    """The inventory, and what is looked at in it.

    chosen: the row or assumption that the address leads to; figure: the figure whose rows it leads to. tables: row →
    the values that were asked for. cell: row and column of the value of the chosen row that a calculation led to, from
    0 below the head. address: the parameters that the browser's entry of the page is to have; empty where
    it has them.
    """

    address: str
    chosen: str
    figure: FigureSources | None
    tables: Mapping[str, Annotated[Record, Table]]
    cell: tuple[int, int] | None


class OpenValues(TypedDict):
    """The row whose values are to be read."""

    do: Literal["open"]
    id: str


class ChooseSource(TypedDict):
    """The row or assumption that the address is to lead to; empty for all."""

    do: Literal["choose"]
    id: str


class Glossary(TypedDict):
    """What is explained, in groups, each with its title; else as the inventory."""

    stamp: str
    groups: Sequence[tuple[str, Sequence[Annotated[Record, Explained]]]]
    letters: Mapping[str, str]
    decimal: str
    labels: Labels


class GlossaryMessage(Glossary):
    """And the card that a lever's button led to, and how often one has done so."""

    chosen: str
    times: int


SourcesAsks: TypeAlias = OpenValues | ChooseSource
