"""Projects that the documents of a baseline tell of, from ``beside/projects.toml`` in its folder."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from model.baseline.baseline import Baseline
from model.reading.entries import Entry, entries
from model.reading.errors import ScenarioError
from model.scenario.project import Project

FILE: Final = Path("beside") / "projects.toml"


@dataclass(frozen=True, slots=True)
class ReadyProject:
    """One or several projects: label and note by language, the document and place they come from.

    prices: the year whose kroner the document's amounts are in.
    """

    name: str
    label: Mapping[str, str]
    note: Mapping[str, str]
    projects: tuple[Project, ...]
    prices: str
    source: str
    where: str


def ready_projects(baseline: Baseline) -> Mapping[str, ReadyProject]:
    """Those of a baseline by id, in the order of its file; none where it has no such file."""
    path = baseline.beside(FILE)
    return MappingProxyType({}) if path is None else _of_file(path, baseline)


@cache
def _of_file(path: Path, baseline: Baseline) -> Mapping[str, ReadyProject]:
    return MappingProxyType({name: _ready(name, entry, baseline) for name, entry in entries(path).items()})


def _ready(name: str, entry: Entry, baseline: Baseline) -> ReadyProject:
    """An entry. Raises TableError, naming the file and the entry."""
    entry.only("label", "note", "prices", "projects", "source", "where")
    try:
        projects = tuple(Project.of(each, baseline) for each in entry.values["projects"])
    except ScenarioError as error:
        entry.refuse("projects", f"is no list of projects: {error}")
    label, note = entry.texts("label"), entry.texts("note")
    prices, source, where = (entry.text(field) for field in ("prices", "source", "where"))
    return ReadyProject(name, label, note, projects, prices, source, where)
