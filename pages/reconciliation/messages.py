"""What the list of the reconciliation is sent, and what it asks for."""

from collections.abc import Sequence
from typing import Annotated, Literal, TypeAlias, TypedDict

from charts.reconciliation.cards import AgreeingTable, Card, TableChoice
from pages.visit.messages import Complaining, Labels, Record


class Found(TypedDict):
    """The things to know, the small ones, and the tables that can be chosen."""

    cards: Sequence[Annotated[Record, Card]]
    small: Sequence[Annotated[Record, Card]]
    tables: Sequence[Annotated[Record, TableChoice]]


class ReconciliationMessage(Found, Complaining):
    """What was found, and where all checks are shown what agrees.

    table, search, check: what is chosen, searched for and looked at; each empty for all. link: the parameters of the
    page without the check that is looked at. note: what was done.
    """

    smallTitle: str
    agreeing: Sequence[Annotated[Record, AgreeingTable]]
    table: str
    search: str
    check: str
    link: str
    note: str
    labels: Labels


class NarrowList(TypedDict):
    """A table, or a document, that is chosen, and what is searched for."""

    do: Literal["narrow"]
    table: str
    search: str


class LookAtCheck(TypedDict):
    """The thing or check that is looked at."""

    do: Literal["look"]
    check: str


ReconciliationAsks: TypeAlias = NarrowList | LookAtCheck
