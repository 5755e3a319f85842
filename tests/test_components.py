"""The screen's components: their files stand side by side, and their modules reach the browser in order."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from pages.visit.modules import LINKING, PAGES, all_modules, in_order

BESIDE = {"answers": "goal.py", "fields": "given_fields.py"}
"""The .py of a component that shares one, or has more."""


@pytest.mark.parametrize("html", sorted(PAGES.glob("*/*.html")), ids=lambda path: path.stem)
def test_a_component_has_its_files_side_by_side(html: Path) -> None:
    assert html.with_suffix(".js").exists() and html.with_suffix(".css").exists()
    assert html.with_name(BESIDE.get(html.stem, f"{html.stem}.py")).exists()


def test_every_module_is_linked_after_those_that_it_imports() -> None:
    order, made = list(in_order()), {"finding_keys.js"}
    assert set(order) | {LINKING} == set(PAGES.rglob("*.js"))
    for at, path in enumerate(order):
        for name in re.findall(r'^import\b.* from "(.+)";$', path.read_text(encoding="utf-8"), re.MULTILINE):
            other = (path.parent / name).resolve()
            assert other.name in made or other in order[:at], f"{path.name} imports {name}"


def test_a_server_that_starts_anew_serves_the_same_modules() -> None:
    """A page that meets it goes on with those that it has: another text would begin with nothing that they remember."""
    program = "from pages.visit.modules import all_modules; print(all_modules())"
    texts = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=PAGES.parent,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in "123"
    }
    assert len(texts) == 1


def test_nothing_but_modules_is_served() -> None:
    assert re.findall(r'\["([\w/.]+)", "', all_modules()) == [path.relative_to(PAGES).as_posix() for path in in_order()]


def test_streamlits_insides_are_named_in_one_file() -> None:
    inside = re.compile(r"^(?:from|import) streamlit\.", re.MULTILINE)
    found = {path.name for path in PAGES.rglob("*.py") if inside.search(path.read_text(encoding="utf-8"))}
    assert found == {"streamlit_insides.py"}
