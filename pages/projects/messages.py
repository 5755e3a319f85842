"""What the form of projects is sent. What it sends is a gesture of the levers."""

from collections.abc import Mapping, Sequence
from typing import TypedDict

from pages.levers.messages import Lever, RefusedValue


class Menu(TypedDict):
    """A list to choose from: what it is called, what is chosen, and values with their names."""

    path: str
    label: str
    value: str
    options: Sequence[tuple[str, str]]


class ProjectForm(TypedDict):
    """One project: its name as it is typed, menus, levers, the years that can be added, and how it is taken away."""

    path: str
    title: str
    name: str
    nameLabel: str
    menus: Sequence[Menu]
    rows: Sequence[Lever]
    addYear: Menu
    remove: str


class Example(TypedDict):
    """A ready one: what it is called, what is known of it, where it stands, and how it is added."""

    id: str
    label: str
    note: str
    source: str
    use: str


class GuideQuestion(TypedDict):
    """A question of the guide, asked after another's answer: its own answers, and what they are called."""

    label: str
    after: str
    answers: Sequence[tuple[str, str]]


class Outcome(TypedDict):
    """What the guide leads to: its model, and what the report says of it."""

    title: str
    rules: Sequence[str]
    use: str


class Guide(TypedDict):
    """Four questions, of which each answer asks the next or is an outcome."""

    title: str
    lead: str
    questions: Sequence[GuideQuestion]
    outcomes: Mapping[str, Outcome]


class ProjectsMessage(TypedDict):
    """Every project, what can be added, ready ones, and the clocks that the levers' protocol goes by."""

    title: str
    lead: str
    projects: Sequence[ProjectForm]
    add: str
    guide: Guide
    examplesTitle: str
    examples: Sequence[Example]
    visit: str
    revision: int
    sequence: int
    decimal: str
    error: RefusedValue
