"""Every text is served somewhere, and what the code asks for is there."""

import ast
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from exports.deck import theme
from model.payers import file_cells
from model.reading import errors, faults
from model.uncertainty import errors as ranges
from pages.visit import components
from tests.every_word import read_everything
from texts import Texts
from texts.catalogue import catalogue

ROOT = Path(__file__).parents[1]
KEYS = catalogue("nb").keys()
UNREACHED: Mapping[str, str] = {
    "story.margin_not_more": "the underspend of the present baseline was more than its margin; another test reads it",
    "from_law.set": "of the present regulation a third is implied; another test reads it of one that sets all",
    "calculation.name.printed_payment": "what was invoiced is printed in the year's own kroner in the present baseline",
    "growth.taken_and_left": "no solutions of the present baseline both took costs over and have some that left",
}
"""Texts that no test can reach, each with its reason."""

FOR_COMMANDS = {
    errors: {
        "lever",
        "amount",
        "size",
        "quantity",
        "folder",  # a page reads no folder
        "empty",
    },  # what a page sends is one of its own levers, and read as an amount
    file_cells: {"unreadable"},  # a page opens no file of the server's
    theme: set(),
    faults: {"csv", "cell_count"},  # a page reads no folder
    ranges: ranges.MESSAGES.keys() & {"ranges", "twice", "amount", "draws", "year", "matrix", "correlation"}
    | {problem for problem in ranges.MESSAGES if problem.startswith("pair")},  # a page reads no ranges file
}
"""Problems that only the command line meets, which says them in English."""


def forget_what_was_said() -> None:
    """Empties what the pages and charts remember: a text that was served to another test is served again.

    Components stay, for a browser's component is registered once.
    """
    for name, module in list(sys.modules.items()):
        if name.split(".")[0] in ("pages", "charts", "exports"):
            for value in vars(module).values():
                is_kept = hasattr(value, "cache_clear") and not isinstance(value, type)
                if is_kept and value is not components._registered:
                    value.cache_clear()


@pytest.fixture(scope="module")
def served() -> set[str]:
    """The keys that were asked for while everything was read that can be read."""
    found: set[str] = set()
    text_of = Texts.__call__

    def noted(texts: Texts, key: str, **values: object) -> str:
        found.add(key)
        return text_of(texts, key, **values)

    forget_what_was_said()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Texts, "__call__", noted)
        read_everything()
    return found


def test_every_text_is_served(served: set[str]) -> None:
    assert KEYS - served == UNREACHED.keys()


def asked_for(path: Path) -> Iterator[tuple[int, str]]:
    r"""Line and pattern of everything in a file that stands for a text: «bridge.title», «page\.(.+)»."""
    sections, tree = {key.split(".")[0] for key in KEYS}, ast.parse(path.read_text(encoding="utf-8"))
    inner = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if id(node) not in inner and (words := _words(node)):
            section, dot, rest = str(words[0]).partition(".")
            if section in sections and dot and re.fullmatch("[a-z0-9_]*", rest):
                yield getattr(node, "lineno", 0), "".join(".+" if each is None else re.escape(each) for each in words)


def _words(node: ast.AST) -> list[str | None]:
    """What a string says, None for what is filled in or follows on «bridge.»; nothing where the node is no string."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    words = [part.value if isinstance(part, ast.Constant) and isinstance(part.value, str) else None for part in parts]
    open_end = [None] if str(words[-1]).endswith(".") else []
    return [*words, *open_end] if any(words) else []


CODE = [ROOT / "app.py", *(path for room in ("pages", "charts", "exports") for path in (ROOT / room).rglob("*.py"))]


def test_the_code_asks_for_texts_that_are_there() -> None:
    asked = [(path, *each) for path in CODE for each in asked_for(path)]
    missing = [each for each in asked if not any(re.fullmatch(each[-1], key) for key in KEYS)]
    assert len(asked) > 500 and not missing


@pytest.mark.parametrize(
    ("section", "problems", "module"),
    [
        ("refused", errors.MESSAGES, errors),
        ("key_file", file_cells.PROBLEMS, file_cells),
        ("theme", theme.PROBLEMS, theme),
        ("refused_range", ranges.MESSAGES, ranges),
        ("fault", faults.FAULTS, faults),
        ("fault_found", dict.fromkeys(faults.FAULTS.keys() - faults.AS_WRITTEN), faults),
    ],
)
def test_every_problem_that_a_page_can_meet_has_its_words(
    section: str, problems: Mapping[str, str], module: object
) -> None:
    said = problems.keys() - FOR_COMMANDS[module]
    assert {f"{section}.{problem}" for problem in said} <= KEYS
    assert not {f"{section}.{problem}" for problem in FOR_COMMANDS[module]} & KEYS
